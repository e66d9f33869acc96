"""Publishes the JSON Schema of every type's documents beside the pages, and lists them.

``{json-schemas}`` is the list. The files are written when the pages are: a schema that the manual
links to is the one of the library that the manual was built with.
"""

import json
from pathlib import Path

from case_words import HEADS, ROOMS
from docutils import nodes
from pieces import code_link, line
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from tables import quiet, table

import socialkapitel
from socialkapitel import events, translate, wire
from socialkapitel.wire.tags import VOCABULARY

FOLDER = "schemas"
"""Where the files lie, from the top of the manual."""


def file_name(tag: str) -> str:
    """The name of a type's file, with the version of its documents.

    >>> file_name("pay")
    'pay-1.schema.json'
    """
    return f"{tag}-{VOCABULARY.version(tag)}.schema.json"


def write_schemas(folder: Path) -> None:
    """Write the schema of each type into a folder, which is made where it isn't there."""
    folder.mkdir(parents=True, exist_ok=True)
    for tag, kind in VOCABULARY.types.items():
        text = json.dumps(wire.schema(kind), ensure_ascii=False, indent=2)
        (folder / file_name(tag)).write_text(f"{text}\n", "utf-8")


def room(kind: type) -> str:
    """The part of the list that a type stands in, by the folders that its module lies in.

    >>> room(events.CaseOpened), room(socialkapitel.Case), room(socialkapitel.Month)
    ('cases.events', 'cases', '')
    """
    module = kind.__module__.removeprefix("socialkapitel.")
    fitting = [name for name in ROOMS if f"{module}.".startswith(f"{name}.")]
    return max(fitting, key=len, default="")


class JsonSchemas(SphinxDirective):
    """Every type of document, with its schema."""

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        heads = [translate(HEADS[name], language) for name in ("document", "kind", "schema")]
        made: list[nodes.Node] = []
        for name, label in ROOMS.items():
            rows = [
                self.row(tag, kind) for tag, kind in VOCABULARY.types.items() if room(kind) == name
            ]
            made.append(quiet(nodes.rubric(text=translate(label, language))))
            made.append(table(heads, rows, widths=[44, 28, 28], classes=["figures"]))
        return made

    def row(self, tag: str, kind: type) -> list:
        name = file_name(tag)
        to = nodes.reference(
            "", "", nodes.literal(text=name), refuri=f"{self.top()}{FOLDER}/{name}"
        )
        return [
            quiet(nodes.paragraph("", "", nodes.literal(text=VOCABULARY.heading(tag)))),
            self.kind(kind),
            line(to),
        ]

    def kind(self, kind: type) -> nodes.paragraph:
        name = kind.__name__
        if name in socialkapitel.__all__:
            return line(code_link(name, self.env.docname))
        if name in events.__all__:
            return line(code_link(f"events.{name}", self.env.docname))
        return quiet(nodes.paragraph("", "", nodes.literal(text=name)))

    def top(self) -> str:
        """The way from the page to the top of the manual."""
        return "../" * self.env.docname.count("/")


def publish(app: Sphinx, exception: Exception | None) -> None:
    """Write the schemas beside the pages of a manual that was built."""
    if exception is None and app.builder.format == "html":
        write_schemas(Path(app.outdir) / FOLDER)


def setup(app: Sphinx) -> None:
    app.add_directive("json-schemas", JsonSchemas)
    app.connect("build-finished", publish)
