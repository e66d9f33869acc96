"""Reads parameter files. Strict: a file with any fault is refused, naming file, line and entry.

A file is TOML with one ``[[series]]`` per parameter and one ``[[series.figure]]`` per value. A
figure holds from its ``from`` until the next one's, or through ``until``; the time between
``until`` and the next ``from`` is unknown. Its ``source`` names one publication or a list of them.
``practice = true`` marks a parameter that no act, order or guidance of the state gives.

``yearly`` says on which day of the year a series changes (``begins``), what it follows from year to
year (``follows``), what an adjusted figure is rounded to (``to``), and what acts deduct from the
adjustment (``less``). A ``[[relation]]`` says how one figure follows from another. ``parts`` of a
figure are what a source prints beside it, such as a quarter; ``confirmed = true`` marks a figure
that leaps and is right nevertheless.

Another file, with one ``[[publication]]`` each, says which days they cover. A figure is published
only where one of its publications covers its first day and one its last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.echo import shown
from socialkapitel.errors import InvalidInput
from socialkapitel.messages import msg
from socialkapitel.nodes import Document, Node
from socialkapitel.parameters.rules import (
    Begins,
    Deduction,
    Follows,
    Relation,
    Rules,
    Yearly,
    nearest,
)
from socialkapitel.parameters.series import Figure, Parameter, Unit
from socialkapitel.sources import Evidence, FormerCitation, Publication, Source

_ROOT = ({"series"}, {"relation"})
_SERIES = ({"id", "label", "unit", "law", "figure"}, {"law_before", "note", "practice", "yearly"})
_FIGURE = ({"from", "value", "evidence", "source"}, {"until", "note", "parts", "confirmed"})
_YEARLY = ({"begins", "follows"}, {"to", "less"})
_RELATION = ({"figure", "of"}, {"share", "over", "to", "within", "from", "until"})
_VALUE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
_SHARE = re.compile(r"([0-9]{1,3})/([1-9][0-9]{0,2})")


def read_publications(text: str, file: str) -> dict[str, Publication]:
    """Read the publications that figures were read in, by name.

    Raises:
        InvalidData: naming the file, the line, the entry and the fault, for anything not in the
            format.
    """
    return publications_of(Document(file, text).root().table({"publication"}, set())["publication"])


def publications_of(nodes: Node) -> dict[str, Publication]:
    """The publications of a list of them, by name.

    Raises:
        InvalidData: for anything not in the format.
    """
    found: dict[str, Publication] = {}
    for node in nodes.list():
        named = node.named_by("name")
        entries = named.table({"name"}, {"from", "until"})
        name = entries["name"].string()
        if name in found:
            raise named.fault(msg("occurs twice"))
        first, last = (entries[key].day() if key in entries else None for key in ("from", "until"))
        try:
            found[name] = Publication(name, first, last)
        except InvalidInput as error:
            raise named.fault(error.message) from error
    return found


def read_parameters(
    text: str, file: str, publications: Mapping[str, Publication] | None = None
) -> tuple[Parameter, ...]:
    """Read the parameters of one file.

    With ``publications`` every source must be one of them, and a figure that none of its sources
    can have printed for its first and its last day is not accepted as published.

    Raises:
        InvalidData: naming the file, the line, the entry and the fault, for anything not in the
            format: bad TOML, an unknown or missing key, a float, an overlap, disorder, an empty
            source, a name that occurs twice.
    """
    found: dict[str, Parameter] = {}
    for node in Document(file, text).root().table(*_ROOT)["series"].list():
        named = node.named_by("id")
        parameter = _parameter(named, publications)
        if parameter.name in found:
            raise named.fault(msg("occurs twice"))
        found[parameter.name] = parameter
    return tuple(found.values())


def read_rules(text: str, file: str) -> Rules:
    """Read what one file says about its series besides their figures.

    Raises:
        InvalidData: naming the file, the line, the entry and the fault, for anything not in the
            format.
    """
    root = Document(file, text).root().table(*_ROOT)
    yearly: dict[str, Yearly] = {}
    confirmed: set[str] = set()
    for node in root["series"].list():
        entries = node.named_by("id").table(*_SERIES)
        name = entries["id"].string()
        if "yearly" in entries:
            yearly[name] = _yearly(entries["yearly"])
        for each in entries["figure"].list():
            figure = each.table(*_FIGURE)
            if "confirmed" in figure and figure["confirmed"].flag():
                confirmed.add(f"{name}@{figure['from'].day()}")
    relations = root["relation"].list() if "relation" in root else ()
    return Rules(yearly, tuple(map(_relation, relations)), frozenset(confirmed))


def read_needs(text: str, file: str) -> dict[str, tuple[str, ...]]:
    """Read which calculators look a series up, by its name.

    Raises:
        InvalidData: for anything but lists of names under the names of calculators.
    """
    root = Document(file, text).root()
    found: dict[str, list[str]] = {}
    for calculator in root.value:
        for node in root.below(calculator).list():
            found.setdefault(node.string(), []).append(calculator)
    return {name: tuple(calculators) for name, calculators in found.items()}


def _yearly(node: Node) -> Yearly:
    entries = node.table(*_YEARLY)
    less = [
        each.table({"year", "points", "law"}, set())
        for each in (entries["less"].list() if "less" in entries else ())
    ]
    return Yearly(
        begins=entries["begins"].member(Begins),
        follows=entries["follows"].member(Follows),
        to=read_value(entries["to"]) if "to" in entries else Decimal("0.01"),
        less=tuple(
            Deduction(
                year=each["year"].count(),
                points=read_value(each["points"]),
                law=each["law"].string(),
            )
            for each in less
        ),
    )


def _relation(node: Node) -> Relation:
    entries = node.named_by("figure").table(*_RELATION)
    return Relation(
        figure=entries["figure"].string(),
        of=entries["of"].string(),
        share=_share(entries["share"]) if "share" in entries else Fraction(1),
        over=tuple(each.string() for each in entries["over"].list()) if "over" in entries else (),
        to=read_value(entries["to"]) if "to" in entries else None,
        within=read_value(entries["within"]) if "within" in entries else Decimal(0),
        valid_from=entries["from"].day() if "from" in entries else date.min,
        valid_to=entries["until"].day() if "until" in entries else date.max,
    )


def _share(node: Node) -> Fraction:
    found = _SHARE.fullmatch(node.string())
    if not found:
        raise node.fault(msg('{value} is not a share such as "2/3"', value=shown(node.value)))
    return Fraction(int(found[1]), int(found[2]))


def check_parts(node: Node, value: Decimal) -> None:
    """Check a figure against what is printed beside it, such as a quarter of it.

    Raises:
        InvalidData: for a part that the figure does not give, to the nearest krone or øre.
    """
    if not isinstance(node.value, dict):
        raise node.fault(msg("is not a table"))
    for key in node.value:
        part = node.below(key)
        share = _share(attrs.evolve(part, value=key))
        printed = read_value(part)
        step = Decimal(1) if printed == int(printed) else Decimal("0.01")
        if (expected := nearest(Fraction(value) * share, step)) != printed:
            reason = msg(
                "{value} is not that part, which is {expected}", value=printed, expected=expected
            )
            raise part.fault(reason)


def _parameter(node: Node, publications: Mapping[str, Publication] | None) -> Parameter:
    entries = node.table(*_SERIES)
    name = entries["id"].string()
    unit = entries["unit"].member(Unit)
    former = _former(entries["law_before"]) if "law_before" in entries else ()
    practice = "practice" in entries and entries["practice"].flag()
    law = Source(entries["law"].string(), former=former, practice=practice)
    nodes = [each.named_by("from") for each in entries["figure"].list()]
    figures = _in_order([_figure(each, name, unit, law, publications) for each in nodes], nodes)
    if publications is not None:
        for figure, each in zip(figures, nodes, strict=True):
            _check_published(figure, each)
    return Parameter(
        name=name,
        label=entries["label"].label(),
        unit=unit,
        source=law,
        figures=figures,
        note=entries["note"].label() if "note" in entries else None,
    )


def _former(node: Node) -> tuple[FormerCitation, ...]:
    tables = [each.table({"until", "law"}, set()) for each in node.list()]
    found = tuple(FormerCitation(each["until"].day(), each["law"].string()) for each in tables)
    days = [each.until for each in found]
    if days != sorted(days):
        raise node.fault(msg("is not in order of date"))
    if len(set(days)) < len(days):
        raise node.fault(msg("has a day that occurs twice"))
    return found


def _figure(
    node: Node,
    name: str,
    unit: Unit,
    law: Source,
    publications: Mapping[str, Publication] | None,
) -> Figure:
    entries = node.table(*_FIGURE)
    start = entries["from"].day()
    end = entries["until"].day() if "until" in entries else None
    if end is not None and end < start:
        raise node.fault(msg("its end (until), {end}, is before its beginning (from)", end=end))
    value = read_value(entries["value"])
    if "parts" in entries:
        check_parts(entries["parts"], value)
    return Figure(
        parameter=name,
        value=value,
        unit=unit,
        valid_from=start,
        valid_to=end,
        source=_source(entries["source"], law, publications),
        evidence=entries["evidence"].member(Evidence),
        note=entries["note"].label() if "note" in entries else None,
    )


def _source(node: Node, law: Source, publications: Mapping[str, Publication] | None) -> Source:
    nodes = node.list() if isinstance(node.value, list) else (node,)
    names = [each.string() for each in nodes]
    if publications is None:
        return attrs.evolve(law, read_in="; ".join(names))
    for name, each in zip(names, nodes, strict=True):
        if name not in publications:
            raise each.fault(msg("{name} is not in publications.toml", name=shown(name)))
    return attrs.evolve(law, publications=tuple(publications[name] for name in names))


def _check_published(figure: Figure, node: Node) -> None:
    """Refuse a figure as published that no source can have printed for its first or last day."""
    read_in = figure.source.publications
    for day in (figure.valid_from, figure.valid_to):
        covered = any(publication.covers(day) for publication in read_in)
        if figure.evidence is Evidence.PUBLISHED and not covered:
            raise node.below("source").fault(
                msg(
                    "is not published: none of its sources covers {day}",
                    day=day or msg("the time until the figure is changed"),
                )
            )


def read_value(node: Node) -> Decimal:
    """A number that is not negative, written as a text.

    Raises:
        InvalidData: for anything else.
    """
    value = node.value
    if not isinstance(value, str) or not _VALUE.fullmatch(value):
        raise node.fault(
            msg('{value} is not a text such as "516756" or "21.92"', value=shown(value))
        )
    return Decimal(value)


def _in_order(figures: list[Figure], nodes: list[Node]) -> tuple[Figure, ...]:
    """Check order and overlap, and end each open figure where the next one begins."""
    closed: list[Figure] = []
    for figure, following, node in zip(figures, figures[1:], nodes, strict=False):
        end, day = figure.valid_to, following.valid_from
        if day == figure.valid_from:
            raise node.fault(msg("occurs twice"))
        if day < figure.valid_from:
            raise node.fault(msg("not in order: followed by {day}", day=day))
        if end is not None and end >= day:
            reason = msg("its end (until), {end}, overlaps the figure from {day}", end=end, day=day)
            raise node.fault(reason)
        last = day - timedelta(days=1)
        closed.append(figure if end else attrs.evolve(figure, valid_to=last))
    return (*closed, figures[-1])
