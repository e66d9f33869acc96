"""What changed when: the timeline of the law, put together from figures, rules and schemes.

``{law-timeline}`` lists, year by year and the newest first, every day on which a figure, a rule, a
scheme, a deadline or a citation changes, and before them what is known to come.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fnmatch import fnmatchcase
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import attrs
from docutils import nodes
from pieces import commas, doc_link, line, link, listing, say, section, short_date
from source_facts import rules
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import CALCULATOR_PAGES, LAW

from socialkapitel import PARAMETERS, SCHEMES, Figure, Parameter, Rule, translate
from socialkapitel.ahead import NOTICE, UNCHECKED_FROM
from socialkapitel.cases import DEADLINE_RULES
from socialkapitel.explanation.rendering import word_unit
from socialkapitel.i18n import format_number
from socialkapitel.messages import Text
from socialkapitel.parameters.sets import packaged_rules
from socialkapitel.periods import FIRST_YEAR
from socialkapitel.schemes.description import Scheme
from socialkapitel.sources import Source

DAY = timedelta(days=1)
FIRST = 1998
"""The year in which the timeline begins; what is older is grouped before it."""
OTHER_GUIDES = {"assess": "what-may-we-do", "deadlines": "cases/deadlines"}
"""The pages of what looks up figures besides the calculators."""
GUIDES = Path(__file__).parents[1] / "calculators"


@attrs.frozen
class Change:
    """Something that changes on a day: what it is, in which words, and where it is."""

    day: date
    kind: str
    nodes: tuple[nodes.Node, ...]


@cache
def guides() -> dict[str, str]:
    """The page of each calculator module with rules, as the pages themselves say."""
    found = {}
    for page in sorted(GUIDES.glob("*.md")):
        for patterns in re.findall(r"```\{rules\} (.+)", page.read_text("utf-8")):
            for module in rules():
                if any(fnmatchcase(module, pattern) for pattern in patterns.split()):
                    found[module] = f"calculators/{page.stem}"
    return found


def guide(name: str) -> str:
    """The page of a calculator that a figure names."""
    return OTHER_GUIDES.get(name) or f"calculators/{CALCULATOR_PAGES[name]}"


def yearly(parameter: Parameter) -> bool:
    """Whether a figure changes every year, or did as long as there was one."""
    return parameter.name in packaged_rules().yearly or len(parameter.figures) > 9


class LawTimeline(SphinxDirective):
    """Everything that changes, by year and day."""

    def run(self) -> list[nodes.Node]:
        self.language = self.config.language
        self.page = self.env.docname
        past = [one for one in self.changes() if one.day < UNCHECKED_FROM]
        years = sorted({max(one.day.year, FIRST - 1) for one in past}, reverse=True)
        return [
            self.to_come(),
            *(self.year(year, [one for one in past if in_year(one, year)]) for year in years),
        ]

    def year(self, year: int, changes: list[Change]) -> nodes.section:
        """The changes of a year, the newest first."""
        title = str(year) if year >= FIRST else self.word("before", year=FIRST)
        ordered = sorted(changes, key=lambda one: (-one.day.toordinal(), list(LAW).index(one.kind)))
        entries = [
            [
                nodes.paragraph("", "", nodes.strong(text=short_date(day, self.language))),
                listing([self.entry(one) for one in group], "law-day"),
            ]
            for day, group in groupby(ordered, key=attrgetter("day"))
        ]
        return section(self, f"law-{year}", title, listing(entries, "law"))

    def entry(self, change: Change) -> list[nodes.Node]:
        kind = nodes.inline(text=self.word(change.kind), classes=["kind", change.kind])
        first, *rest = change.nodes
        return [line(kind, " ", *first.children), *rest]

    def to_come(self) -> nodes.section:
        """What is known about the time after the last year that was checked."""
        entries = [[line(translate(NOTICE, self.language))]]
        by_law: dict[tuple, list[str]] = {}
        for name, rule in packaged_rules().yearly.items():
            for one in rule.less:
                by_law.setdefault((one.year, one.points, one.law), []).append(name)
        for (year, points, law), names in by_law.items():
            text = self.word(
                "deduction", year=year, points=format_number(points, self.language), law=law
            )
            entries.append([line(text, " ", *commas([self.to_figure(name) for name in names]))])
        ending = PARAMETERS.ending(PARAMETERS.last_year)
        text = self.word("ending", count=len(ending), year=PARAMETERS.last_year)
        entries.append([line(text, " ", doc_link("new-year", self.word("enter"), self.page))])
        return section(self, "law-to-come", self.word("to-come"), listing(entries, "law"))

    def word(self, key: str, **values) -> str:
        return say(LAW[key], self.language, **values)

    def to_figure(self, name: str) -> nodes.Node:
        return link(name, translate(PARAMETERS[name].label, self.language), self.page)

    def to_guide(self, page: str) -> nodes.Node:
        node = doc_link(page, page, self.page)
        node["refexplicit"] = False
        return node

    def calculators(self, name: str) -> list[nodes.Node]:
        """The calculators that look a figure up, as links."""
        needs = packaged_rules().needs.get(name, ())
        pages = sorted({guide(each) for each in needs})
        return (
            [nodes.Text(" · "), *commas([self.to_guide(each) for each in pages])] if pages else []
        )

    def changes(self) -> Iterator[Change]:
        for parameter in PARAMETERS:
            if not yearly(parameter):
                yield from self.figure_changes(parameter)
        yield from self.rates([one for one in PARAMETERS if yearly(one)])
        yield from self.rule_changes()
        for scheme in SCHEMES:
            yield from self.scheme_changes(scheme)
        for rule in DEADLINE_RULES:
            if rule.introduced:
                to = link(f"deadline:{rule.id}", translate(rule.label, self.language), self.page)
                yield Change(rule.introduced, "deadline", (line(to),))
        yield from self.citations()

    def figure_changes(self, parameter: Parameter) -> Iterator[Change]:
        """The days on which a figure that holds until it is changed was changed."""
        before = None
        for figure in parameter.figures:
            if before is None or before.value != figure.value:
                words = [self.to_figure(parameter.name), nodes.Text(": ")]
                words += [
                    nodes.Text(self.values(before, figure)),
                    *self.calculators(parameter.name),
                ]
                yield Change(
                    figure.valid_from, "known" if before is None else "figure", (line(*words),)
                )
            before = figure
        if before and before.valid_to:
            words = [self.to_figure(parameter.name), nodes.Text(": " + self.word("ends"))]
            yield Change(before.valid_to + DAY, "figure", (line(*words),))

    def values(self, before: Figure | None, figure: Figure) -> str:
        """A figure with its unit, and the one that it follows."""
        decimals = max(-one.value.as_tuple().exponent for one in (before or figure, figure))
        texts = [
            format_number(one.value, self.language, decimals=decimals)
            for one in (before, figure)
            if one
        ]
        return f"{' → '.join(texts)} {word_unit(figure.unit, self.language)}"

    def rates(self, parameters: list[Parameter]) -> Iterator[Change]:
        """The days on which yearly rates change, with all of them folded away below."""
        days: dict[date, list[list[nodes.Node]]] = {}
        for parameter in parameters:
            before = None
            for figure in parameter.figures:
                words = line(
                    self.to_figure(parameter.name),
                    f": {self.values(before, figure)}",
                    *self.calculators(parameter.name),
                )
                days.setdefault(figure.valid_from, []).append([words])
                before = figure
        for day, entries in days.items():
            yield Change(day, "rates", tuple(self.folded("new-rates", entries)))

    def folded(self, head: str, entries: list[list[nodes.Node]]) -> Iterator[nodes.Node]:
        """A sentence with a count; a long list of what it counts is folded away."""
        text = self.word(head, count=len(entries))
        yield line(text)
        if len(entries) > 4:
            yield nodes.raw("", f"<details><summary>{self.word('show')}</summary>", format="html")
        yield listing(entries, "tight")
        if len(entries) > 4:
            yield nodes.raw("", "</details>", format="html")

    def rule_changes(self) -> Iterator[Change]:
        """The days on which the rules of a calculator begin or end."""
        begun: dict[tuple[date, str], list[Rule]] = {}
        for module, found in rules().items():
            for rule in found:
                if rule.valid_from.year != FIRST_YEAR:
                    begun.setdefault((rule.valid_from, guides()[module]), []).append(rule)
                if rule.valid_to:
                    label = translate(rule.label, self.language)
                    words = link(f"rule:{rule.id}", label, self.page)
                    ended = line(words, ": ", self.word("ends"))
                    yield Change(rule.valid_to + DAY, "rule", (ended,))
        for (day, page), found in begun.items():
            entries = [[self.rule(rule, day)] for rule in found]
            _, *rest = self.folded("new-rules", entries)
            head = line(self.to_guide(page), ": ", self.word("new-rules", count=len(entries)))
            yield Change(day, "rule", (head, *rest))

    def rule(self, rule: Rule, day: date) -> nodes.paragraph:
        """A rule, linked to its place, and its law as it was cited."""
        cited = attrs.evolve(rule.source.on(day), read_in="", publications=())
        law = translate(cited.text, self.language)
        label = translate(rule.label, self.language)
        return line(
            link(f"rule:{rule.id}", label, self.page), f" · {translate(law, self.language)}"
        )

    def scheme_changes(self, scheme: Scheme) -> Iterator[Change]:
        """When a scheme can be granted, and when a part of it changes."""
        to = link(f"scheme:{scheme.id}", translate(scheme.label, self.language), self.page)
        if scheme.valid_from:
            yield Change(scheme.valid_from, "scheme", (line(to, ": ", self.word("begins")),))
        if scheme.valid_to:
            words = [to.deepcopy(), nodes.Text(": " + self.word("closed"))]
            if scheme.replaced_by:
                other = next(one for one in SCHEMES if one.id == scheme.replaced_by)
                label = translate(other.label, self.language)
                words += [nodes.Text("; "), link(f"scheme:{other.id}", label, self.page)]
            yield Change(scheme.valid_to + DAY, "scheme", (line(*words),))
        parts = [*scheme.conditions, *scheme.for_employer, *scheme.for_employee]
        begun = {(part.valid_from, str(part.label)) for part in parts if part.valid_from}
        ended = {(part.valid_to + DAY, str(part.label)) for part in parts if part.valid_to}
        for part in parts:
            words = [to.deepcopy(), nodes.Text(f": {translate(part.label, self.language)}")]
            start, end = part.valid_from, part.valid_to and part.valid_to + DAY
            if start and start != scheme.valid_from:
                told = self.word("otherwise") if (start, str(part.label)) in ended else ""
                yield Change(start, "scheme", (line(*words, *bracketed(told)),))
            followed = (end, str(part.label)) in begun
            if end and part.valid_to != scheme.valid_to and not followed:
                yield Change(end, "scheme", (line(*words, *bracketed(self.word("ends"))),))

    def citations(self) -> Iterator[Change]:
        """The days from which the same rule is cited differently, and what is based on it."""
        seen: dict[tuple[date, str, str], dict[str, str]] = {}
        for target, label, source in self.sourced():
            names = [*(one.citation for one in source.former), source.citation]
            for former, following in zip(source.former, names[1:], strict=True):
                moved = (former.until + DAY, former.citation, following)
                seen.setdefault(moved, {})[target] = translate(label, self.language)
        for (day, old, new), found in sorted(seen.items()):
            links = [link(target, text, self.page) for target, text in list(found.items())[:3]]
            more = [nodes.Text(" …")] if len(found) > 3 else []
            yield Change(day, "citation", (line(f"{old} → {new} · ", *commas(links), *more),))

    def sourced(self) -> Iterator[tuple[str, Text, Source]]:
        """What has a source that may be cited differently: its place, its name, the source."""
        for parameter in PARAMETERS:
            yield parameter.name, parameter.label, parameter.source
        for found in rules().values():
            yield from ((f"rule:{rule.id}", rule.label, rule.source) for rule in found)
        for rule in DEADLINE_RULES:
            if rule.source:
                yield f"deadline:{rule.id}", rule.label, rule.source
        for scheme in SCHEMES:
            yield from ((f"scheme:{scheme.id}", scheme.label, one) for one in scheme.sources)


def bracketed(text: str) -> list[nodes.Text]:
    return [nodes.Text(f" ({text})")] if text else []


def in_year(change: Change, year: int) -> bool:
    return max(change.day.year, FIRST - 1) == year


def setup(app: Sphinx) -> None:
    app.add_directive("law-timeline", LawTimeline)
