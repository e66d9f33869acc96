"""The manual's Sphinx extension: generated tables, the language of examples, and the checks."""

import os
from hashlib import sha256
from pathlib import Path

import case_pages
import chapter_pages
import cheat_sheet
import checks
import compute_pages
import frame_tables
import house_pages
import kernels
import law_pages
import notebook_files
import parameter_pages
import role_pages
import schema_pages
import scheme_pages
import site_pages
import source_pages
import source_tables
import speed_pages
import where_to_find
from source_facts import PACKAGE, documented
from sphinx.application import Sphinx
from sphinx.config import Config

MODULES = (
    case_pages,
    chapter_pages,
    cheat_sheet,
    checks,
    compute_pages,
    frame_tables,
    house_pages,
    kernels,
    law_pages,
    notebook_files,
    parameter_pages,
    role_pages,
    schema_pages,
    scheme_pages,
    site_pages,
    source_pages,
    source_tables,
    speed_pages,
    where_to_find,
)


def tell_language(_app: Sphinx, config: Config) -> None:
    """Let the examples know the language of their page."""
    os.environ["MANUAL_LANGUAGE"] = config.language


def source_digest() -> str:
    """What changes when any file of the package or of this extension does.

    Then every page is read again.
    """
    digest = sha256()
    for folder in (PACKAGE, Path(__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".toml", ".po", ".json"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()


def tell_constant(_app: Sphinx, what: str, name: str, _: object, __: object, lines: list) -> None:
    """Show what the source says of a constant, not what Python says of its type."""
    if what == "data":
        lines[:] = [*documented()[name.rpartition(".")[2]].splitlines(), ""]


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_config_value("manual_source", source_digest(), "env")
    app.connect("config-inited", tell_language)
    app.connect("autodoc-process-docstring", tell_constant)
    for module in MODULES:
        module.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
