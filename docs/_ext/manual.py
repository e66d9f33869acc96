"""The manual's Sphinx extension: generated tables, the language of examples, and the checks."""

import os
from hashlib import sha256
from pathlib import Path

import case_pages
import cheat_sheet
import checks
import compute_pages
import house_pages
import known_roles
import law_pages
import model_pages
import schema_pages
import site_pages
import source_pages
import speed_pages
from frame_tables import Compared, Engines, FrameColumns
from parameter_pages import ParameterOverview, Parameters
from source_facts import PACKAGE, documented
from source_tables import Caveats, Rules
from sphinx.application import Sphinx
from sphinx.config import Config


def tell_language(_app: Sphinx, config: Config) -> None:
    """Let the examples know the language of the page that they stand on."""
    os.environ["MANUAL_LANGUAGE"] = config.language


def source_digest() -> str:
    """What changes when any file of the package or of this extension does.

    Then every page is read anew.
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
    app.add_directive("parameters", Parameters)
    app.add_directive("parameter-overview", ParameterOverview)
    app.add_directive("rules", Rules)
    app.add_directive("caveats", Caveats)
    app.add_directive("frame-columns", FrameColumns)
    app.add_directive("engines", Engines)
    app.add_directive("compared", Compared)
    app.connect("config-inited", tell_language)
    app.connect("autodoc-process-docstring", tell_constant)
    case_pages.setup(app)
    cheat_sheet.setup(app)
    checks.setup(app)
    compute_pages.setup(app)
    house_pages.setup(app)
    known_roles.setup(app)
    law_pages.setup(app)
    model_pages.setup(app)
    schema_pages.setup(app)
    site_pages.setup(app)
    source_pages.setup(app)
    speed_pages.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
