"""Build hook: compile the message catalogues (``.po`` to ``.mo``).

The hook runs for wheels and for editable installs. The compiled catalogues lie beside their
sources, are ignored by git and are part of every wheel. A message that is marked fuzzy or has
no translation stops the build: no user should meet half a translation.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("src", "socialkapitel", "locale")
PATTERN = "*/LC_MESSAGES/socialkapitel.po"


class CatalogueError(Exception):
    """A message catalogue that may not be shipped."""


def read_catalogue(path: Path) -> Catalog:
    """Read the ``.po`` file at ``path``, refusing fuzzy and untranslated messages.

    Raises:
        CatalogueError: naming the file and every message at fault.
    """
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parents[1].name, abort_invalid=True)
    faults = [
        f"  {'fuzzy' if message.fuzzy else 'not translated'}: {message.id!r}"
        for message in catalogue
        if message.id and (message.fuzzy or not message.string)
    ]
    if faults:
        raise CatalogueError("\n".join([f"{path}: unfinished messages", *faults]))
    return catalogue


def compile_catalogue(path: Path) -> Path:
    """Write the ``.mo`` file beside the ``.po`` file at ``path``; give back its path."""
    content = BytesIO()
    write_mo(content, read_catalogue(path))
    target = path.with_suffix(".mo")
    target.write_bytes(content.getvalue())
    return target


def compile_all(root: Path) -> list[Path]:
    """Compile every catalogue of the project at ``root``; give back the files written."""
    return [compile_catalogue(path) for path in sorted((root / LOCALE).glob(PATTERN))]


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile the catalogues before the package's files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile; hatchling calls this once for each build."""
        compile_all(Path(self.root))
