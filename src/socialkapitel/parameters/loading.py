"""Reads parameter files. Strict: a file with any fault is refused, naming file, line and entry.

A file is TOML with one ``[[series]]`` per parameter and one ``[[series.figure]]`` per value. A
figure holds from its ``from`` until the next one's, or through ``until``; what lies between
``until`` and the next ``from`` is unknown.
"""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import attrs

from socialkapitel.errors import shown
from socialkapitel.messages import msg
from socialkapitel.nodes import Document, Node
from socialkapitel.parameters.model import Figure, Parameter, Unit
from socialkapitel.sources import Evidence, FormerCitation, Source

_SERIES = ({"id", "label", "unit", "law", "figure"}, {"law_before", "note"})
_FIGURE = ({"from", "value", "evidence", "source"}, {"until", "note"})
_VALUE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")


def read_parameters(text: str, file: str) -> tuple[Parameter, ...]:
    """Read the parameters of one file.

    Raises:
        InvalidData: naming the file, the line, the entry and the fault, for anything out of format:
            bad TOML, an unknown or missing key, a float, an overlap, disorder, an empty source, a
            name that stands there twice.
    """
    found: dict[str, Parameter] = {}
    for node in Document(file, text).root().table({"series"}, set())["series"].list():
        named = node.named_by("id")
        parameter = _parameter(named)
        if parameter.name in found:
            raise named.fault(msg("stands there twice"))
        found[parameter.name] = parameter
    return tuple(found.values())


def _parameter(node: Node) -> Parameter:
    entries = node.table(*_SERIES)
    name = entries["id"].string()
    unit = entries["unit"].member(Unit)
    former = _former(entries["law_before"]) if "law_before" in entries else ()
    law = Source(entries["law"].string(), former=former)
    nodes = [each.named_by("from") for each in entries["figure"].list()]
    figures = [_figure(each, name, unit, law) for each in nodes]
    return Parameter(
        name=name,
        label=entries["label"].label(),
        unit=unit,
        source=law,
        figures=_in_order(figures, nodes),
        note=entries["note"].label() if "note" in entries else None,
    )


def _former(node: Node) -> tuple[FormerCitation, ...]:
    tables = [each.table({"until", "law"}, set()) for each in node.list()]
    found = tuple(FormerCitation(each["until"].day(), each["law"].string()) for each in tables)
    days = [each.until for each in found]
    if days != sorted(set(days)):
        raise node.fault(msg("is not in order of date"))
    return found


def _figure(node: Node, name: str, unit: Unit, law: Source) -> Figure:
    entries = node.table(*_FIGURE)
    start = entries["from"].day()
    end = entries["until"].day() if "until" in entries else None
    if end is not None and end < start:
        raise node.fault(msg("until {end} lies before from", end=end))
    return Figure(
        parameter=name,
        value=_value(entries["value"]),
        unit=unit,
        valid_from=start,
        valid_to=end,
        source=attrs.evolve(law, read_in=entries["source"].string()),
        evidence=entries["evidence"].member(Evidence),
        note=entries["note"].label() if "note" in entries else None,
    )


def _value(node: Node) -> Decimal:
    value = node.value
    if not isinstance(value, str) or not _VALUE.fullmatch(value):
        raise node.fault(msg('{value} is no text such as "516756" or "21.92"', value=shown(value)))
    return Decimal(value)


def _in_order(figures: list[Figure], nodes: list[Node]) -> tuple[Figure, ...]:
    """Check order and overlap, and close each open figure where the next one begins."""
    closed: list[Figure] = []
    for figure, following, node in zip(figures, figures[1:], nodes, strict=False):
        end, day = figure.valid_to, following.valid_from
        if day <= figure.valid_from:
            raise node.fault(msg("not in order: followed by {day}", day=day))
        if end is not None and end >= day:
            raise node.fault(msg("until {end} overlaps the figure from {day}", end=end, day=day))
        closed.append(attrs.evolve(figure, valid_to=end or day - timedelta(days=1)))
    return (*closed, figures[-1])
