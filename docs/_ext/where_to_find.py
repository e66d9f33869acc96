"""Directives for finding one's way: in both documents, among the facts, and among the words.

``{where-to-find} DOCUMENT`` lists the sections of a document and where each is modelled, from
``tests/where_to_find.toml``. ``{facts}`` lists what an assessment may ask, ``{terms} KIND`` the
words for schemes and actors.
"""

import tomllib
import types
from pathlib import Path
from typing import get_args, get_type_hints

import attrs
from chapter_pages import DUTY_TEXTS, item_link
from docutils import nodes
from pieces import cell, code_link, line, link, listing, quiet, section_name, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import CHOICES, HEADS, KINDS_OF_VALUE, OR, TOPICS

from socialkapitel import (
    ACTORS,
    PARAMETERS,
    SCHEMES,
    Facts,
    Scheme,
    Topic,
    actor,
    chapter,
    scheme,
    translate,
)
from socialkapitel.chapters import services
from socialkapitel.schemes import fact_label

TABLE = Path(__file__).parents[2] / "tests" / "where_to_find.toml"
SERVICE_LABELS = {service.id: service.label for service in services()}


class WhereToFind(SphinxDirective):
    """The sections of a document, what they say, and which objects hold that."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.language, self.page = self.config.language, self.env.docname
        if not TABLE.exists():
            raise self.error(f"{TABLE} is needed to build this page")
        self.env.note_dependency(str(TABLE))
        rows = [
            [
                section_name(row["section"], self.language),
                self.said(row["says"]),
                listing([[line(*self.home(address))] for address in row["objects"]], "tight"),
            ]
            for row in tomllib.loads(TABLE.read_text("utf-8"))[self.arguments[0]]
        ]
        names = ("section", "says", "home")
        heads = [translate(HEADS[name], self.language) for name in names]
        return [table(heads, rows, widths=[16, 26, 58], classes=["figures", "homes"])]

    def said(self, text: str) -> nodes.paragraph:
        """What a section says: English in the table, and so a text for the catalogue."""
        paragraph = nodes.paragraph(text, text)
        paragraph.source, paragraph.line = self.get_source_info()
        return paragraph

    def home(self, address: str) -> list[str | nodes.Node]:
        """An address of the table as a link; see the head of its file."""
        kind, colon, name = address.partition(":")
        if not colon:
            return [code_link(address.rpartition(".")[2], self.page)]
        if kind == "chapter":
            return self.in_chapter(name)
        if kind == "scheme":
            return self.in_scheme(name)
        label = {
            "actor": lambda: actor(name).label,
            "duty": lambda: DUTY_TEXTS[name],
            "service": lambda: SERVICE_LABELS[name],
            "parameter": lambda: PARAMETERS[name].label,
            "area": lambda: None,
        }[kind]()
        text = name if label is None else translate(label, self.language)
        return [link(name if kind == "parameter" else address, text, self.page)]

    def in_chapter(self, name: str) -> list[str | nodes.Node]:
        whole, _, field = name.partition("@")
        chapter_id, _, path = whole.partition("/")
        one = chapter(chapter_id)
        if path:
            return item_link(one.item(path), self.language, self.page)
        to = link(f"chapter:{chapter_id}", translate(one.label, self.language), self.page)
        if not field:
            return [to]
        words = HEADS[field] if field in HEADS else TOPICS[Topic(field)]
        return [to, f": {translate(words, self.language)}"]

    def in_scheme(self, name: str) -> list[str | nodes.Node]:
        whole, hash_, condition_id = name.partition("#")
        scheme_id, _, field = whole.partition("@")
        one = scheme(scheme_id)
        label = translate(one.label, self.language)
        if hash_:
            [condition] = [each for each in one.conditions if each.id == condition_id]
            text = translate(condition.label, self.language)
            return [f"{label}: ", link(f"scheme:{name}", text, self.page)]
        if field:
            return [f"{label}: ", self.field_link(one, field)]
        return [link(f"scheme:{name}", label, self.page)]

    def field_link(self, one: Scheme, field: str) -> nodes.Node:
        at_the_top = field in {"purpose", "target_groups", "degree"}
        target = f"scheme:{one.id}" if at_the_top else f"scheme:{one.id}@{field}"
        return link(target, translate(HEADS[field], self.language), self.page)


class FactsTable(SphinxDirective):
    """Every fact: its name, what it is called, which answers it takes, which schemes ask it."""

    def run(self) -> list[nodes.Node]:
        language, page = self.config.language, self.env.docname
        hints = get_type_hints(Facts)
        rows = [
            [
                [
                    quiet(nodes.paragraph("", "", nodes.literal(text=field.name))),
                    cell(translate(fact_label(field.name), language)),
                ],
                answers(hints[field.name], language),
                [
                    line(link(f"scheme:{one.id}", translate(one.label, language), page))
                    for one in asking(field.name)
                ],
            ]
            for field in attrs.fields(Facts)
            if field.metadata
        ]
        heads = [translate(HEADS[name], language) for name in ("fact", "accepts", "read_by")]
        return [table(heads, rows, widths=[42, 24, 34], classes=["figures"])]


def asking(fact: str) -> list[Scheme]:
    """The schemes that a fact matters to."""
    return [
        one
        for one in SCHEMES
        if any(fact in condition.predicate.names for condition in one.conditions)
        or any(
            item.when is not None and fact in item.when.names
            for item in (*one.for_employer, *one.for_employee, *one.authorities)
        )
    ]


def answers(hint: types.UnionType, language: str) -> str:
    """What a fact takes, read from its type."""
    [kind] = [each for each in get_args(hint) if each is not type(None)]
    if kind.__name__ in CHOICES:
        *others, last = [translate(member.label, language) for member in kind]
        return f"{', '.join(others)} {translate(OR, language)} {last}"
    return translate(KINDS_OF_VALUE[kind.__name__], language)


class Terms(SphinxDirective):
    """The words for schemes or actors, in Danish and English."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        language, page = self.config.language, self.env.docname
        kinds = {
            "schemes": [(f"scheme:{one.id}", one.label, one.purpose) for one in SCHEMES],
            "actors": [(f"actor:{one.id}", one.label, one.description) for one in ACTORS],
        }
        rows = [
            [line(link(target, label.da, page)), label.en, translate(meaning, language)]
            for target, label, meaning in sorted(
                kinds[self.arguments[0]], key=lambda term: term[1].da.casefold()
            )
        ]
        heads = [translate(HEADS[name], language) for name in ("danish", "english", "meaning")]
        return [table(heads, rows, widths=[28, 28, 44], classes=["figures"])]


def setup(app: Sphinx) -> None:
    app.add_directive("facts", FactsTable)
    app.add_directive("terms", Terms)
    app.add_directive("where-to-find", WhereToFind)
