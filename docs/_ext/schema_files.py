"""The JSON Schema of every type's documents as files, to be published beside the pages."""

import json
from pathlib import Path

from case_words import ROOMS

from socialkapitel import wire
from socialkapitel.wire.tags import VOCABULARY

FOLDER = "schemas"
"""Where the files lie, from the top of the manual."""


def file_name(tag: str) -> str:
    """The name of a type's file, with the version of its documents."""
    return f"{tag}-{VOCABULARY.version(tag)}.schema.json"


def write_schemas(folder: Path) -> None:
    """Write the schema of each type into a folder, which is made where it isn't there."""
    folder.mkdir(parents=True, exist_ok=True)
    for tag, kind in VOCABULARY.types.items():
        text = json.dumps(wire.schema(kind), ensure_ascii=False, indent=2)
        (folder / file_name(tag)).write_text(f"{text}\n", "utf-8")


def by_room() -> dict[str, dict[str, type]]:
    """The types by their tags, put together by the part of the library that they are at home in."""
    found: dict[str, dict[str, type]] = {name: {} for name in ROOMS}
    for tag, kind in VOCABULARY.types.items():
        found[room(kind)][tag] = kind
    return found


def room(kind: type) -> str:
    """The folder that a type's module lies in; empty for those on the ground floor."""
    module = kind.__module__.removeprefix("socialkapitel.")
    fitting = [name for name in ROOMS if f"{module}.".startswith(f"{name}.")]
    return max(fitting, key=len, default="")
