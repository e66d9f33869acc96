"""Directives that write the chapters from the packaged files, in the page's language.

``{chapter} ID`` is a whole page. ``{chapter-overview}`` lists them all, ``{chapter-schemes}`` says
which offers what, ``{chapter-comparison} A B`` lays two side by side.
"""

from collections.abc import Iterable

from checks import note_shown
from docutils import nodes
from pieces import (
    cell,
    code_name,
    commas,
    known_day,
    line,
    link,
    listing,
    note_target,
    place_of,
    say,
    section,
    table,
)
from source_facts import packaged_chapters
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import ASIDE, BOTH, FORMS, HEADS, NUMBER, ONLY, PERIOD, TAKEN_OVER, TOPICS

from socialkapitel import SCHEMES, Chapter, Topic, chapter, compare, duties, scheme, translate
from socialkapitel.actors import actor
from socialkapitel.chapters import Item
from socialkapitel.i18n import format_kroner

DUTY_TEXTS = {duty.id: duty.text for duty in duties()}
NAMES = {
    "actors": ("actor:{}", lambda name: actor(name).label),
    "duties": ("duty:{}", DUTY_TEXTS.__getitem__),
    "schemes": ("scheme:{}", lambda name: scheme(name).label),
}
"""What an item refers to: the name that it is linked by, and its text."""


def chapter_link(one: Chapter, language: str, page: str) -> nodes.Node:
    return link(f"chapter:{one.id}", translate(one.label, language), page)


def in_force(one: Chapter, language: str) -> str:
    """From when until when a chapter holds, as closely as it is known."""
    first = known_day(one.valid_from, language)
    if one.valid_to is None:
        return f"{first} –"
    return f"{first} – {known_day(one.valid_to, language)}"


class ChapterPage(SphinxDirective):
    """A chapter with all that it says, and what it takes over."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.chapter = chapter(self.arguments[0])
        self.language = self.config.language
        self.page = self.env.docname
        note_shown(self.env, "chapters", [self.chapter.id])
        return [
            section(
                self,
                f"chapter:{self.chapter.id}",
                translate(self.chapter.label, self.language),
                code_name(self.chapter.id),
                self.at_a_glance(),
                *self.topics(),
                *self.taken_over(),
            )
        ]

    def at_a_glance(self) -> nodes.table:
        one = self.chapter
        facts: dict[str, object] = {
            "organisation": one.organisation,
            "form": translate(FORMS[one.form], self.language),
            "in_force": in_force(one, self.language),
            "source": one.source.citation,
        }
        if one.parent:
            facts["inherits"] = line(chapter_link(one.parent, self.language, self.page))
        if one.note:
            facts["note"] = translate(one.note, self.language)
        rows = [[translate(HEADS[name], self.language), said] for name, said in facts.items()]
        return table([], rows, widths=[28, 72], classes=["figures", "glance"])

    def topics(self) -> Iterable[nodes.section]:
        for topic in Topic:
            items = [item for item in self.chapter.own_items if item.topic is topic]
            if items:
                name = f"chapter:{self.chapter.id}@{topic.value}"
                title = translate(TOPICS[topic], self.language)
                listed = listing([self.item(item) for item in items], "sourced")
                for entry, item in zip(listed.children, items, strict=True):
                    self.aim(entry, item)
                yield section(self, name, title, listed)

    def aim(self, entry: nodes.Element, item: Item) -> None:
        name = f"chapter:{self.chapter.id}/{item.path}"
        entry["ids"].append(nodes.make_id(name))
        note_target(self, name, entry["ids"][0], translate(item.label, self.language))

    def item(self, item: Item) -> list[nodes.Node]:
        label = translate(item.label, self.language)
        first: nodes.Node = nodes.Text(label)
        if item.topic is Topic.SCHEMES:
            first = link(f"scheme:{item.id}", label, self.page)
        found = [line(first, *self.figures(item))]
        if item.note:
            found.append(cell(translate(item.note, self.language)))
        found.append(cell(place_of(item.source, self.chapter.source, self.language), "note"))
        found += [self.aside(field, names) for field in NAMES if (names := getattr(item, field))]
        return found

    def figures(self, item: Item) -> list[str]:
        """An item's amount, number and day, where it has them."""
        said = []
        if item.amount is not None:
            said.append(format_kroner(item.amount, self.language))
        if item.number is not None:
            said.append(say(NUMBER, self.language, number=item.number))
        if item.day:
            day = known_day(item.day, self.language)
            if item.until:
                last = known_day(item.until, self.language)
                day = say(PERIOD, self.language, first=day, last=last)
            said.append(day)
        return [f" ({'; '.join(said)})"] if said else []

    def aside(self, field: str, names: tuple[str, ...]) -> nodes.paragraph:
        target, label = NAMES[field]
        links = [
            link(target.format(name), translate(label(name), self.language), self.page)
            for name in names
        ]
        mark = "; " if field == "duties" else ", "
        return line(translate(ASIDE[field], self.language), *commas(links, mark), name="note")

    def taken_over(self) -> Iterable[nodes.section]:
        own = set(self.chapter.own_items)
        items = [item for item in self.chapter.items if item not in own]
        if items:
            entries = [[line(*item_link(item, self.language, self.page))] for item in items]
            yield section(
                self,
                f"chapter:{self.chapter.id}@inherits",
                translate(TAKEN_OVER, self.language),
                listing(entries),
            )


def item_link(item: Item, language: str, page: str) -> list[str | nodes.Node]:
    """An item by topic and text, leading to where its chapter says it."""
    label = translate(item.label, language)
    to = link(f"chapter:{item.chapter}/{item.path}", label, page)
    return [f"{translate(TOPICS[item.topic], language)}: ", to]


class ChapterOverview(SphinxDirective):
    """Every packaged chapter: whose, in which form, when."""

    def run(self) -> list[nodes.Node]:
        language, page = self.config.language, self.env.docname
        rows = [
            [
                [
                    line(chapter_link(one, language, page)),
                    code_name(one.id),
                ],
                one.organisation,
                translate(FORMS[one.form], language),
                in_force(one, language),
            ]
            for one in sorted(packaged_chapters(), key=lambda one: one.valid_from.earliest)
        ]
        names = ("chapter", "organisation", "form", "in_force")
        heads = [translate(HEADS[name], language) for name in names]
        return [table(heads, rows, widths=[36, 24, 20, 20], classes=["figures"])]


class ChapterSchemes(SphinxDirective):
    """Which scheme is offered by which chapter."""

    def run(self) -> list[nodes.Node]:
        language, page = self.config.language, self.env.docname
        rows = []
        for one in SCHEMES:
            offering = [each for each in packaged_chapters() if one.id in each.schemes]
            links = [chapter_link(each, language, page) for each in offering]
            rows.append(
                [
                    line(link(f"scheme:{one.id}", translate(one.label, language), page)),
                    [line(each) for each in links] or "–",
                ]
            )
        heads = [translate(HEADS[name], language) for name in ("scheme", "chapters")]
        return [table(heads, rows, widths=[50, 50], classes=["figures"])]


class ChapterComparison(SphinxDirective):
    """Two chapters side by side: what one has alone, and what both have."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        found = compare(*self.arguments)
        language = self.config.language
        sides = [
            (say(ONLY, language, chapter=translate(found.a.label, language)), found.only_a),
            (say(ONLY, language, chapter=translate(found.b.label, language)), found.only_b),
            (translate(BOTH, language), tuple(pair.a for pair in found.both)),
        ]
        return [self.side(title, items) for title, items in sides]

    def side(self, title: str, items: tuple[Item, ...]) -> nodes.section:
        language, page = self.config.language, self.env.docname
        rows = []
        for topic in Topic:
            fitting = [
                link(f"chapter:{one.chapter}/{one.path}", translate(one.label, language), page)
                for one in items
                if one.topic is topic
            ]
            if fitting:
                entries = listing([[line(each)] for each in fitting], "tight")
                rows.append([translate(TOPICS[topic], language), entries])
        name = f"{self.env.docname}@{title}"
        return section(
            self, name, title, table([], rows, widths=[26, 74], classes=["figures", "glance"])
        )


def setup(app: Sphinx) -> None:
    app.add_directive("chapter", ChapterPage)
    app.add_directive("chapter-comparison", ChapterComparison)
    app.add_directive("chapter-overview", ChapterOverview)
    app.add_directive("chapter-schemes", ChapterSchemes)
