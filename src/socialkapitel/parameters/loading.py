"""Reads parameter files. Strict: a file with any fault is refused, naming file and entry.

A file is TOML with one ``[[series]]`` per parameter and one ``[[series.figure]]`` per value. A
figure holds from its ``from`` until the next one's, or through ``until``; what lies between
``until`` and the next ``from`` is unknown.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs

from socialkapitel.errors import InvalidData, InvalidInput, shown
from socialkapitel.messages import Label, Text, msg
from socialkapitel.parameters.model import Figure, Parameter, Unit
from socialkapitel.periods import check_date
from socialkapitel.sources import Evidence, FormerCitation, Source

_SERIES = ({"id", "label", "unit", "law", "figure"}, {"law_before", "note"})
_FIGURE = ({"from", "value", "evidence", "source"}, {"until", "note"})
_LABEL: tuple[set[str], set[str]] = ({"en", "da"}, set())
_FORMER: tuple[set[str], set[str]] = ({"until", "law"}, set())
_VALUE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")


def read_parameters(text: str, file: str) -> tuple[Parameter, ...]:
    """Read the parameters of one file.

    Raises:
        InvalidData: naming the file, the entry and the fault, for anything out of format: bad
            TOML, an unknown or missing key, a float, an overlap, disorder, an empty source, a name
            that stands there twice.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidData(file, "TOML", msg("is not TOML: {fault}", fault=str(error))) from error
    reader = _Reader(file)
    reader.keys(document, "file", ({"series"}, set()))
    tables = reader.tables(document["series"], "series")
    return reader.once_each(tuple(reader.parameter(table) for table in tables))


class _Reader:
    """Turns tables into typed objects and knows which file they stand in."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fault(self, entry: str, reason: Text) -> InvalidData:
        return InvalidData(self.file, entry, reason)

    def once_each(self, parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        seen: set[str] = set()
        for parameter in parameters:
            if parameter.name in seen:
                raise self.fault(parameter.name, msg("stands there twice"))
            seen.add(parameter.name)
        return parameters

    def parameter(self, table: dict[str, Any]) -> Parameter:
        name = str(table.get("id", "?"))
        self.keys(table, name, _SERIES)
        unit = self.member(Unit, table["unit"], f"{name}, unit")
        former = tuple(
            self.former(entry, f"{name}, law_before")
            for entry in self.tables(table.get("law_before", []), f"{name}, law_before", least=0)
        )
        days = [entry.until for entry in former]
        if days != sorted(set(days)):
            raise self.fault(name, msg("law_before is not in order of date"))
        source = Source(self.text(table["law"], f"{name}, law"), former=former)
        tables = self.tables(table["figure"], f"{name}, figure")
        figures = [self.figure(entry, name, unit, source) for entry in tables]
        return Parameter(
            name=self.text(table["id"], name),
            label=self.label(table["label"], f"{name}, label"),
            unit=unit,
            source=source,
            figures=self.ordered(figures, name),
            note=self.note(table, name),
        )

    def figure(self, table: dict[str, Any], name: str, unit: Unit, law: Source) -> Figure:
        entry = f"{name}, figure from {table.get('from', '?')}"
        self.keys(table, entry, _FIGURE)
        start = self.day(table["from"], entry)
        end = self.day(table["until"], entry) if "until" in table else None
        if end is not None and end < start:
            raise self.fault(entry, msg("until {end} lies before from", end=end))
        return Figure(
            parameter=name,
            value=self.value(table["value"], entry),
            unit=unit,
            valid_from=start,
            valid_to=end,
            source=attrs.evolve(law, read_in=self.text(table["source"], f"{entry}, source")),
            evidence=self.member(Evidence, table["evidence"], f"{entry}, evidence"),
            note=self.note(table, entry),
        )

    def ordered(self, figures: list[Figure], name: str) -> tuple[Figure, ...]:
        """Check order and overlap, and close each open figure where the next one begins."""
        closed = []
        for place, figure in enumerate(figures):
            entry = f"{name}, figure from {figure.valid_from}"
            end = figure.valid_to
            if place + 1 < len(figures):
                following = figures[place + 1].valid_from
                if following <= figure.valid_from:
                    raise self.fault(entry, msg("not in order: followed by {day}", day=following))
                if end is not None and end >= following:
                    overlap = msg(
                        "until {end} overlaps the figure from {day}", end=end, day=following
                    )
                    raise self.fault(entry, overlap)
                end = end or following - timedelta(days=1)
            closed.append(attrs.evolve(figure, valid_to=end))
        return tuple(closed)

    def keys(self, table: dict[str, Any], entry: str, allowed: tuple[set[str], set[str]]) -> None:
        required, optional = allowed
        if missing := required - table.keys():
            raise self.fault(entry, msg("missing {keys}", keys=", ".join(sorted(missing))))
        if unknown := table.keys() - required - optional:
            raise self.fault(entry, msg("unknown {keys}", keys=", ".join(sorted(unknown))))

    def tables(self, value: object, entry: str, least: int = 1) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault(entry, msg("is not a list of tables"))
        if len(value) < least:
            raise self.fault(entry, msg("is empty"))
        return value

    def text(self, value: object, entry: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.fault(entry, msg("is not a text, or empty"))
        return value

    def day(self, value: object, entry: str) -> date:
        try:
            return check_date(value, entry)
        except InvalidInput:
            no_date = msg("{value} is no date such as 2018-01-01", value=shown(value))
            raise self.fault(entry, no_date) from None

    def value(self, value: object, entry: str) -> Decimal:
        if not isinstance(value, str) or not _VALUE.fullmatch(value):
            no_value = msg(
                'value {value} is no text such as "516756" or "21.92"', value=shown(value)
            )
            raise self.fault(entry, no_value)
        return Decimal(value)

    def member(self, kind: Any, value: object, entry: str) -> Any:
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(member.value for member in kind)
            unknown = msg("{value} is none of {known}", value=shown(value), known=known)
            raise self.fault(entry, unknown) from None

    def label(self, value: object, entry: str) -> Label:
        if not isinstance(value, dict):
            raise self.fault(entry, msg("is no table with en and da"))
        self.keys(value, entry, _LABEL)
        return Label(en=self.text(value["en"], entry), da=self.text(value["da"], entry))

    def note(self, table: dict[str, Any], entry: str) -> Label | None:
        return self.label(table["note"], f"{entry}, note") if "note" in table else None

    def former(self, table: dict[str, Any], entry: str) -> FormerCitation:
        self.keys(table, entry, _FORMER)
        return FormerCitation(self.day(table["until"], entry), self.text(table["law"], entry))
