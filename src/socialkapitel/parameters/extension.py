"""Reads figures that extend a set: those of a new year, in one file.

The file is TOML in the format of the packaged ones, leaving out what they already have::

    source = "bm.dk, Satser for 2027"

    [[series]]
    id = "flexjob.ceiling_yearly"

      [[series.figure]]
      from = 2027-01-01
      value = "657162"

A figure is ``published`` unless it says another ``evidence``, and it ends with its year unless it
says ``until``, a day or ``"open"``. All faults of a file are reported at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from os import PathLike, fspath
from pathlib import Path
from typing import Any

import attrs

from socialkapitel.errors import (
    InvalidData,
    InvalidInput,
    UnknownName,
    WrongType,
)
from socialkapitel.fields import raise_all
from socialkapitel.messages import msg
from socialkapitel.nodes import Document, Key, Node
from socialkapitel.parameters.loading import check_parts, publications_of, read_value
from socialkapitel.parameters.rules import leap
from socialkapitel.parameters.series import Figure, Parameter, Unit
from socialkapitel.parameters.sets import ParameterSet, packaged_rules
from socialkapitel.sources import Evidence, Publication, Source

_ROOT = ({"series"}, {"source", "evidence", "publication"})
_SERIES = ({"id", "figure"}, {"unit", "label", "law"})
_FIGURE = ({"from", "value"}, {"until", "note", "parts", "confirmed", "evidence", "source"})
_OPEN = "open"


@attrs.frozen
class MappingDocument(Document):
    """Figures that were given as a mapping, which has no lines."""

    def line(self, path: tuple[Key, ...]) -> None:
        """None: a mapping has no lines."""


@attrs.frozen
class _Entered:
    """A figure that was entered, its place in the file, and whether a leap is confirmed."""

    figure: Figure
    node: Node
    confirmed: bool


def extended(
    parameters: ParameterSet,
    figures: str | PathLike[str] | Mapping[Any, Any],
    source: Source | None,
) -> ParameterSet:
    """A set with the figures of a file or a mapping.

    Raises:
        InvalidData: see `ParameterSet.extend`.
        InvalidInput: for a file that can't be read.
        WrongType: for anything but a file or a mapping.
    """
    if isinstance(figures, Mapping):
        given = {str(key): value for key, value in figures.items()}
        whole = given if "series" in given else {"series": list(_series_of(given))}
        return _with(parameters, Node(MappingDocument("figures", ""), whole), source)
    if not isinstance(figures, (str, PathLike)):
        raise WrongType("figures", figures, msg("a file of figures, or a mapping"))
    path = Path(fspath(figures))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InvalidInput("figures", str(figures), msg("a file that can be read")) from error
    return with_text(parameters, text, path.name, source)


def with_text(
    parameters: ParameterSet, text: str, file: str, source: Source | None = None
) -> ParameterSet:
    """A set with the figures of a TOML text.

    Raises:
        InvalidData: see `ParameterSet.extend`.
    """
    return _with(parameters, Document(file, text).root(), source)


def _series_of(given: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The short form, ``{name: {first day: value}}``, as the long one."""
    for name, values in given.items():
        figures = values
        if isinstance(values, Mapping):
            figures = [{"from": _day(day), "value": _text(values[day])} for day in values]
        yield {"id": name, "figure": figures}


def _day(day: Any) -> Any:
    try:
        return date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        return day


def _text(value: Any) -> Any:
    number = isinstance(value, (Decimal, int)) and not isinstance(value, bool)
    return str(value) if number else value


def _with(parameters: ParameterSet, root: Node, source: Source | None) -> ParameterSet:
    faults: list[InvalidData] = []
    entered = list(_entered(parameters, root, source, faults))
    whole = parameters.with_figures(each.figure for each in entered)
    faults += _leaps(whole, entered)
    faults += _misfits(whole, entered)
    raise_all(faults)
    return whole


def _entered(
    parameters: ParameterSet, root: Node, source: Source | None, faults: list[InvalidData]
) -> Iterator[_Entered]:
    """The figures that can be read; what is wrong with the others is added to the faults."""
    entries = root.table(*_ROOT)
    publications = publications_of(entries["publication"]) if "publication" in entries else {}
    reading = _FiguresRead(
        parameters,
        publications,
        entries["source"].string() if "source" in entries else None,
        source,
        entries["evidence"].member(Evidence) if "evidence" in entries else Evidence.PUBLISHED,
    )
    names: set[str] = set()
    for node in entries["series"].list():
        named = node.named_by("id")
        try:
            series = named.table(*_SERIES)
            parameter = reading.parameter(series)
            if parameter.name in names:
                raise named.fault(msg("occurs twice"))
            names.add(parameter.name)
            nodes = [each.named_by("from") for each in series["figure"].list()]
        except InvalidData as error:
            faults.append(error)
            continue
        last, begun = None, set[date]()
        for each in nodes:
            try:
                found = reading.figure(parameter, each)
                if found.figure.valid_from in begun:
                    raise each.fault(msg("occurs twice"))
                if last and found.figure.valid_from <= last:
                    raise each.fault(msg("not in order: it follows {day}", day=last))
            except InvalidData as error:
                faults.append(error)
                continue
            begun.add(found.figure.valid_from)
            last = found.figure.valid_to or found.figure.valid_from
            yield found


@attrs.frozen
class _FiguresRead:
    """Reads figures, with what the file says about all of them."""

    parameters: ParameterSet
    publications: Mapping[str, Publication]
    read_in: str | None
    source: Source | None
    evidence: Evidence

    def parameter(self, series: Mapping[str, Node]) -> Parameter:
        """The series of a figure; what the file says about it must be true."""
        name = series["id"].string()
        try:
            parameter = self.parameters[name]
        except UnknownName as error:
            raise series["id"].fault(error.message) from error
        for key, node in series.items():
            same = (
                (key != "unit" or node.member(Unit) is parameter.unit)
                and (key != "label" or node.label() == parameter.label)
                and (key != "law" or node.string() == parameter.source.citation)
            )
            if not same:
                raise node.fault(msg("is not that of the series"))
        return parameter

    def figure(self, parameter: Parameter, node: Node) -> _Entered:
        """A figure of a series."""
        entries = node.table(*_FIGURE)
        start, value = entries["from"].day(), read_value(entries["value"])
        if "parts" in entries:
            check_parts(entries["parts"], value)
        figure = Figure(
            parameter=parameter.name,
            value=value,
            unit=parameter.unit,
            valid_from=start,
            valid_to=self._end(parameter.name, start, entries.get("until")),
            source=self._source(parameter.source, node, entries.get("source")),
            evidence=entries["evidence"].member(Evidence)
            if "evidence" in entries
            else self.evidence,
            note=entries["note"].label() if "note" in entries else None,
        )
        confirmed = "confirmed" in entries and entries["confirmed"].flag()
        return _Entered(figure, node, confirmed)

    def _end(self, name: str, start: date, node: Node | None) -> date | None:
        if node is None:
            return self.parameters.end_of(name, start)
        if node.value == _OPEN:
            return None
        if (end := node.day()) < start:
            raise node.fault(msg("its end (until), {end}, is before its beginning (from)", end=end))
        return end

    def _source(self, law: Source, figure: Node, node: Node | None) -> Source:
        """Where a figure was read: its own source, or that of the file."""
        if node is not None:
            nodes = node.list() if isinstance(node.value, list) else (node,)
            names = [each.string() for each in nodes]
        elif self.read_in is not None:
            names = [self.read_in]
        elif self.source is not None:
            return self.source
        else:
            raise figure.fault(msg("lacks {keys}", keys="source"))
        plain = attrs.evolve(law, publications=(), read_in="")
        if all(name in self.publications for name in names):
            return attrs.evolve(
                plain, publications=tuple(self.publications[name] for name in names)
            )
        return attrs.evolve(plain, read_in="; ".join(names))


def _leaps(whole: ParameterSet, entered: Iterable[_Entered]) -> Iterator[InvalidData]:
    """Yearly figures that change by more than a year's adjustment explains, unconfirmed."""
    rules = packaged_rules()
    for each in entered:
        if each.confirmed or each.figure.parameter not in rules.yearly:
            continue
        figures = whole[each.figure.parameter].figures
        before = [figure for figure in figures if figure.valid_from < each.figure.valid_from]
        if reason := leap(each.figure, before[-1] if before else None):
            yield each.node.fault(
                msg("{reason}; add confirmed = true if it is right", reason=reason)
            )


def _misfits(whole: ParameterSet, entered: Iterable[_Entered]) -> Iterator[InvalidData]:
    """Figures that do not fit the others, where these are known."""
    found = list(entered)
    series = {parameter.name: parameter for parameter in whole}
    for relation in packaged_rules().relations:
        if not all(name in series for name in relation.names):
            continue
        for day in relation.days(series):
            new = {x.figure.parameter: x for x in found if day in x.figure}
            first = next((new[name] for name in relation.names if name in new), None)
            if first is not None and (reason := relation.fault(series, day)):
                yield first.node.fault(reason)
