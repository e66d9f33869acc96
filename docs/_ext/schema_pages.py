"""Publishes the JSON Schemas beside the pages, and lists them: ``{json-schemas}``.

The files are written when the pages are, so the schemas are those of the library described.
"""

import json
from pathlib import Path

from case_words import HEADS, ROOMS
from docutils import nodes
from pieces import code_link, line, quiet, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import socialkapitel
from socialkapitel import events, translate, wire
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
        text = json.dumps(wire.schema(kind), ensure_ascii=False)
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


class JsonSchemas(SphinxDirective):
    """Every type of document, with its schema."""

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        heads = [translate(HEADS[name], language) for name in ("document", "kind", "schema")]
        made: list[nodes.Node] = []
        for room, types in by_room().items():
            rows = [self.row(tag, kind) for tag, kind in types.items()]
            made.append(quiet(nodes.rubric(text=translate(ROOMS[room], language))))
            made.append(table(heads, rows, widths=[38, 28, 34], classes=["figures", "schemas"]))
        return made

    def row(self, tag: str, kind: type) -> list[nodes.Node]:
        name = file_name(tag)
        way = "../" * (self.env.docname.count("/") + 1)
        to = nodes.reference("", "", nodes.literal(text=name), refuri=f"{way}en/{FOLDER}/{name}")
        heading = nodes.literal(text=VOCABULARY.heading(tag))
        return [quiet(nodes.paragraph("", "", heading)), self.kind(kind), line(to)]

    def kind(self, kind: type) -> nodes.paragraph:
        """A type's name, leading to the reference where it is public."""
        name = kind.__name__
        if name in socialkapitel.__all__:
            return line(code_link(name, self.env.docname))
        if name in events.__all__:
            return line(code_link(f"events.{name}", self.env.docname))
        return quiet(nodes.paragraph("", "", nodes.literal(text=name)))


def publish(app: Sphinx, exception: Exception | None) -> None:
    """Write the schemas once, beside the English pages: they are the same in both languages."""
    if exception is None and app.builder.format == "html" and app.config.language == "en":
        write_schemas(Path(app.outdir) / FOLDER)


def setup(app: Sphinx) -> None:
    app.add_directive("json-schemas", JsonSchemas)
    app.connect("build-finished", publish)
