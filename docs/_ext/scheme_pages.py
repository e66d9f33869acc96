"""Directives that write the schemes from the catalogue, in the page's language.

``{scheme} ID`` is a whole page. ``{scheme-overview}`` lists them all, ``{scheme-picture}`` draws
them by their degree of intervention.
"""

from collections.abc import Iterable

from checks import note_shown
from docutils import nodes
from pieces import (
    cell,
    code_link,
    code_name,
    commas,
    doc_link,
    line,
    link,
    listing,
    note_target,
    raw,
    say,
    section,
    source_lines,
    span,
    span_or_always,
    table,
)
from questions import question
from scheme_picture import picture
from source_facts import packaged_chapters
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import (
    CALCULATOR_PAGES,
    HEADS,
    NET_EXPANSION,
    NOBODY_NAMED,
    NONE_NAMED,
    OF_DEGREES,
)

from socialkapitel import SCHEMES, Degree, combinable, scheme, translate
from socialkapitel.actors import actor


class SchemePage(SphinxDirective):
    """A scheme with all that the catalogue knows of it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.scheme = scheme(self.arguments[0])
        self.language = self.config.language
        self.page = self.env.docname
        note_shown(self.env, "schemes", [self.scheme.id])
        name = f"scheme:{self.scheme.id}"
        return [
            section(
                self,
                name,
                translate(self.scheme.label, self.language),
                code_name(self.scheme.id),
                line(translate(self.scheme.purpose, self.language)),
                self.at_a_glance(),
                *self.sections(),
            )
        ]

    def head(self, field: str) -> str:
        return translate(HEADS[field], self.language)

    def part(self, field: str, *content: nodes.Node) -> nodes.section:
        return section(self, f"scheme:{self.scheme.id}@{field}", self.head(field), *content)

    def at_a_glance(self) -> nodes.table:
        one, language = self.scheme, self.language
        degree = say(
            OF_DEGREES,
            language,
            degree=one.degree.value,
            all=len(Degree),
            label=translate(one.degree.label, language),
        )
        groups = [cell(translate(group.label, language)) for group in one.target_groups]
        facts = {
            "target_groups": groups,
            "degree": degree,
            "dates": span_or_always(one, language),
            "net_expansion": translate(NET_EXPANSION[one.net_expansion], language),
        }
        if one.replaced_by:
            facts["replaced_by"] = line(self.to_scheme(one.replaced_by))
        if one.calculators:
            facts["calculators"] = [
                line(self.guide(name), self.code(name)) for name in one.calculators
            ]
        offering = [each for each in packaged_chapters() if one.id in each.schemes]
        if offering:
            links = [
                link(f"chapter:{each.id}", translate(each.label, language), self.page)
                for each in offering
            ]
            facts["chapters"] = [line(each) for each in links]
        rows = [[self.head(field), said] for field, said in facts.items()]
        return table([], rows, widths=[28, 72], classes=["figures", "glance"])

    def guide(self, name: str) -> nodes.Node:
        page = f"calculators/{CALCULATOR_PAGES[name]}"
        title = nodes.make_id(name)
        node = doc_link(page, title, self.page)
        node["refexplicit"] = False
        return node

    def code(self, name: str) -> nodes.inline:
        """A calculator's name in code, for those who ask for codes."""
        parts = [nodes.Text(" · "), code_link(name, self.page)]
        return nodes.inline("", "", *parts, classes=["code-name"])

    def to_scheme(self, scheme_id: str) -> nodes.Node:
        label = translate(scheme(scheme_id).label, self.language)
        return link(f"scheme:{scheme_id}", label, self.page)

    def sections(self) -> Iterable[nodes.section]:
        one = self.scheme
        yield self.part("conditions", self.conditions())
        for field in ("for_employer", "for_employee"):
            yield self.part(field, self.consequences(getattr(one, field)))
        yield self.part("authorities", self.authorities())
        yield self.part("documents", self.notes(one.documents))
        yield self.part("involve", self.involvement())
        yield self.part("follow_up", self.notes(one.follow_up))
        yield self.part("combines_with", self.combinations())
        yield self.part("reminders", self.notes(one.reminders))
        if one.limits:
            yield self.part("limits", self.notes(one.limits))
        laws = [source_lines(source, self.language) for source in one.sources]
        yield self.part("sources", listing(laws, "sourced"))

    def conditions(self) -> nodes.table:
        rows = []
        for condition in self.scheme.conditions:
            label = cell(translate(condition.label, self.language))
            code = code_name(f"{self.scheme.id}.{condition.id}")
            days = span(condition, self.language)
            asked = question(condition.predicate, self.language, self.page)
            first = [label, *([cell(days, "note")] if days else []), code]
            self.aim(f"scheme:{self.scheme.id}#{condition.id}", first[0], condition.label)
            rows.append([first, asked, source_lines(condition.source, self.language)])
        heads = [self.head(name) for name in ("condition", "asks", "source")]
        return table(heads, rows, widths=[34, 36, 30], classes=["figures"])

    def aim(self, name: str, node: nodes.Element, label) -> None:
        """Let a node inside a table be linked to."""
        node["ids"].append(nodes.make_id(name))
        note_target(self, name, node["ids"][0], translate(label, self.language))

    def consequences(self, items) -> nodes.Node:
        rows = []
        for item in items:
            days = span(item, self.language)
            when = question(item.when, self.language, self.page) if item.when else []
            when += [cell(days, "note")] if days else []
            rows.append(
                [
                    translate(item.label, self.language),
                    when or span_or_always(item, self.language),
                    source_lines(item.source, self.language),
                ]
            )
        heads = [self.head(name) for name in ("consequence", "when", "source")]
        if not rows:
            return self.none_named()
        return table(heads, rows, widths=[44, 26, 30], classes=["figures"])

    def authorities(self) -> nodes.Node:
        rows = []
        for item in self.scheme.authorities:
            days = span(item, self.language)
            when = question(item.when, self.language, self.page) if item.when else []
            when += [cell(days)] if days else []
            rows.append(
                [
                    line(self.to_actor(item.actor)),
                    when or span_or_always(item, self.language),
                    source_lines(item.source, self.language),
                ]
            )
        heads = [self.head(name) for name in ("who", "when", "source")]
        if not rows:
            return line(translate(NOBODY_NAMED, self.language))
        return table(heads, rows, widths=[30, 36, 34], classes=["figures"])

    def to_actor(self, actor_id: str) -> nodes.Node:
        label = translate(actor(actor_id).label, self.language)
        return link(f"actor:{actor_id}", label, self.page)

    def none_named(self) -> nodes.paragraph:
        return line(translate(NONE_NAMED, self.language))

    def notes(self, items) -> nodes.Node:
        entries = [
            [cell(translate(item.label, self.language)), *self.small_source(item)] for item in items
        ]
        return listing(entries, "sourced") if entries else self.none_named()

    def small_source(self, item) -> list[nodes.Node]:
        days = span(item, self.language)
        return [cell(" · ".join(filter(None, [days, str(item.source)])), "note")]

    def involvement(self) -> nodes.Node:
        entries = [
            [
                line(self.to_actor(item.actor), ": ", translate(item.label, self.language)),
                *self.small_source(item),
            ]
            for item in self.scheme.involve
        ]
        return listing(entries, "sourced") if entries else self.none_named()

    def combinations(self) -> nodes.Node:
        fitting = [other.id for other in SCHEMES if combinable(self.scheme.id, other.id)]
        if not fitting:
            return self.none_named()
        return line(*commas([self.to_scheme(other) for other in fitting]))


class SchemeOverview(SphinxDirective):
    """Every scheme with its degree, for whom it is, and when it can be granted."""

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        rows = [
            [
                [
                    line(link(f"scheme:{one.id}", translate(one.label, language), page)),
                    code_name(one.id),
                ],
                f"{one.degree.value}",
                [cell(translate(group.label, language)) for group in one.target_groups],
                span_or_always(one, language),
            ]
            for page in [self.env.docname]
            for one in SCHEMES
        ]
        heads = [
            translate(HEADS[name], language)
            for name in ("scheme", "degree", "target_groups", "dates")
        ]
        return [table(heads, rows, widths=[36, 14, 30, 20], classes=["figures"])]


class SchemePicture(SphinxDirective):
    """The schemes drawn by their degree of intervention."""

    def run(self) -> list[nodes.Node]:
        return [raw(f'<div class="scheme-picture">{picture(self.config.language)}</div>')]


def setup(app: Sphinx) -> None:
    app.add_directive("scheme", SchemePage)
    app.add_directive("scheme-overview", SchemeOverview)
    app.add_directive("scheme-picture", SchemePicture)
