"""Build hook: compile the message catalogues (``.po`` to ``.mo``).

The hook runs for wheels and for editable installs. The compiled catalogues lie beside their
sources, are ignored by git and are part of every wheel. A message that is marked fuzzy or has
no translation stops the build: no user should meet half a translation.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

LOCALE = Path("src", "socialkapitel", "locale")
PATTERN = "*/LC_MESSAGES/socialkapitel.po"


class CatalogueError(Exception):
    """A message catalogue that may not be shipped."""


def read_catalogue(path: Path) -> Catalog:
    """Read the ``.po`` file at ``path``, refusing messages that are not fit to be shown.

    Raises:
        CatalogueError: naming the file and every message at fault.
    """
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parents[1].name, abort_invalid=True)
    # Not the day of the build: the same source gives the same bytes.
    catalogue.creation_date = datetime(2000, 1, 1, tzinfo=UTC)
    faults = [
        f"  {fault}: {message.id!r}"
        for message in catalogue
        if message.id and (fault := fault_of(message))
    ]
    if faults:
        raise CatalogueError("\n".join([f"{path}: unfit messages", *faults]))
    return catalogue


def fault_of(message: Message) -> str | None:
    """Say what is wrong with a message of a catalogue; None where it may be shown."""
    if message.fuzzy:
        return "fuzzy"
    if not message.string:
        return "not translated"
    if placeholders(message.id) != placeholders(message.string):
        return "other placeholders than in English"
    return None


def placeholders(text: object) -> set[str]:
    """Give the names in braces in a text."""
    return {name for _, name, _, _ in Formatter().parse(str(text)) if name is not None}


def compile_catalogue(path: Path) -> Path:
    """Write the ``.mo`` file beside the ``.po`` file at ``path``; give back its path.

    At once, as others may be reading it: several environments are made beside one another.
    """
    content = BytesIO()
    write_mo(content, read_catalogue(path))
    target = path.with_suffix(".mo")
    written = path.with_suffix(f".{os.getpid()}")
    written.write_bytes(content.getvalue())
    written.replace(target)
    return target


def compile_all(root: Path) -> list[Path]:
    """Compile every catalogue of the project at ``root``; give back the files written.

    Raises:
        CatalogueError: where there is none: no package without its texts.
    """
    paths = sorted((root / LOCALE).glob(PATTERN))
    if not paths:
        raise CatalogueError(f"no catalogue under {root / LOCALE}")
    return [compile_catalogue(path) for path in paths]


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile the catalogues before the package's files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile; hatchling calls this once for each build."""
        compile_all(Path(self.root))
