"""The columns that calculators read: accepted values, statistics, and what is wrong with them.

The statistics of an eager frame, or of one batch of a lazy one, say between which values a column
lies and whether any is missing. What they rule out need not be checked in every row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.logic import Api
from socialkapitel.messages import Message, msg
from socialkapitel.money import MAX_AMOUNT, MAX_HOURLY

MOST_AMOUNT = MAX_AMOUNT * 100
"""Largest amount accepted, in øre."""

MOST_HOURLY = MAX_HOURLY * 100
"""Largest hourly rate accepted, in øre."""

_WHOLE = (
    *(nw.Int8, nw.Int16, nw.Int32, nw.Int64),
    *(nw.UInt8, nw.UInt16, nw.UInt32),
)
_TEXT = (nw.String, nw.Categorical, nw.Enum)


class Kind(Enum):
    """What a column holds."""

    DAY = "Date"
    WHOLE = "Int64"
    TEXT = "String"
    KEY = "Int64 or String"


@attrs.frozen
class InputColumn:
    """A column that a calculator reads.

    Attributes:
        name: the column's name in the frame.
        kind: what it holds.
        least: the smallest whole number accepted.
        most: the largest.
        texts: the texts accepted.
        optional: whether a row may lack it.
        extra: whether a frame may lack the column; then all its rows do.
    """

    name: str
    kind: Kind
    least: int = 0
    most: int = 0
    texts: tuple[str, ...] = ()
    optional: bool = False
    extra: bool = False

    def takes(self, dtype: nw.dtypes.DType) -> bool:
        """Whether values of that type are accepted: those that convert without loss."""
        if self.kind is Kind.WHOLE:
            return isinstance(dtype, _WHOLE)
        if self.kind is Kind.TEXT:
            return isinstance(dtype, _TEXT)
        if self.kind is Kind.KEY:
            return isinstance(dtype, (*_WHOLE, *_TEXT))
        return isinstance(dtype, nw.Date) or (
            isinstance(dtype, nw.Datetime) and dtype.time_zone is None
        )

    def is_in(self, types: Mapping[str, nw.dtypes.DType]) -> bool:
        """Whether a frame with columns of these types has it, with values that are accepted."""
        return self.name in types and self.takes(types[self.name])

    @property
    def accepted(self) -> Message:
        """What the column should hold, as a text."""
        if self.kind is Kind.TEXT:
            return msg("one of {texts}", texts=", ".join(self.texts))
        if self.kind is Kind.DAY:
            return msg("a date")
        if self.kind is Kind.KEY:
            return msg("a whole number or a text")
        return msg(
            "a whole number from {least} to {most}", least=str(self.least), most=str(self.most)
        )


def day(name: str, *, optional: bool = False) -> InputColumn:
    """A column of days."""
    return InputColumn(name, Kind.DAY, optional=optional)


def whole(name: str, least: int, most: int, *, optional: bool = False) -> InputColumn:
    """A column of whole numbers: øre, hundredths of hours, or people."""
    return InputColumn(name, Kind.WHOLE, least, most, optional=optional)


def text(name: str, texts: tuple[str, ...], *, optional: bool = False) -> InputColumn:
    """A column of texts, each from a short list."""
    return InputColumn(name, Kind.TEXT, texts=texts, optional=optional)


def key(name: str) -> InputColumn:
    """A column that says whose the rows are."""
    return InputColumn(name, Kind.KEY)


def extra(column: InputColumn) -> InputColumn:
    """A column that a frame, or any of its rows, may lack.

    >>> extra(day("started_on")).optional
    True
    """
    return attrs.evolve(column, optional=True, extra=True)


@attrs.frozen
class ColumnStatistics:
    """Statistics of a column, coarse enough that batches of similar rows share them.

    ``missing``: whether a value is missing. ``accepted``: whether all whole numbers are accepted.
        ``first`` and ``last``: no day is before or after them. They are the first and the last day
        of the years of the days, or the only day where all are the same; None where there are
        none. ``texts``: which of the accepted texts occur, and ``others``: whether any
        other does.
    """

    missing: bool
    accepted: bool = False
    first: date | None = None
    last: date | None = None
    texts: frozenset[str] = frozenset()
    others: bool = False


FrameStatistics: TypeAlias = Mapping[str, ColumnStatistics]
"""The statistics of a frame's columns, by name."""


def statistics_of(
    frame: Any, columns: Sequence[InputColumn], api: Api = nw
) -> FrameStatistics | None:
    """The statistics of all columns of an eager frame; None for one without rows.

    ``api`` is the module that the frame is of: narwhals, or polars.
    """
    if frame.is_empty():
        return None
    by_kind = {
        Kind.DAY: _of_days,
        Kind.WHOLE: _of_whole_numbers,
        Kind.TEXT: _of_texts,
        Kind.KEY: _of_keys,
    }
    return {
        column.name: by_kind[column.kind](frame.get_column(column.name), column, api)
        for column in columns
    }


def faultless_statistics(columns: Sequence[InputColumn]) -> FrameStatistics:
    """The statistics of rows with every accepted text, of one year, and nothing wrong."""
    days = ColumnStatistics(missing=False, first=date(2000, 1, 1), last=date(2000, 12, 31))
    alike = {Kind.DAY: days, Kind.WHOLE: ColumnStatistics(missing=False, accepted=True)}
    return {
        column.name: alike.get(column.kind)
        or ColumnStatistics(missing=False, texts=frozenset(column.texts))
        for column in columns
    }


def _of_days(values: Any, _: InputColumn, __: Api) -> ColumnStatistics:
    missing, first, last = values.null_count() > 0, values.min(), values.max()
    if is_missing(first):
        return ColumnStatistics(missing)
    days = [date(found.year, found.month, found.day) for found in (first, last)]
    if days[0] < days[1]:
        days = [date(first.year, 1, 1), date(last.year, 12, 31)]
    return ColumnStatistics(missing, first=days[0], last=days[1])


def _of_whole_numbers(values: Any, column: InputColumn, _: Api) -> ColumnStatistics:
    missing, least, most = values.null_count() > 0, values.min(), values.max()
    accepted = is_missing(least) or bool(column.least <= least and most <= column.most)
    return ColumnStatistics(missing, accepted=accepted)


def _of_texts(values: Any, column: InputColumn, api: Api) -> ColumnStatistics:
    """Each accepted text is counted, until all rows are; that of the first row first."""
    absent = values.null_count()
    texts = values if values.dtype == api.String else values.cast(api.String)
    others, found, likely = len(values) - absent, set(), str(texts.item(0))
    for text in sorted(column.texts, key=lambda text: text != likely):
        if others == 0:
            break
        if count := int((texts == text).sum()):
            others -= count
            found.add(text)
    return ColumnStatistics(absent > 0, texts=frozenset(found), others=others > 0)


def _of_keys(values: Any, _: InputColumn, __: Api) -> ColumnStatistics:
    return ColumnStatistics(values.null_count() > 0)


def is_missing(value: Any) -> bool:
    """Whether a value is one of the engines' missing values.

    They all differ from themselves, except for None.

    >>> is_missing(None), is_missing(float("nan")), is_missing(0)
    (True, True, False)
    """
    if value is None:
        return True
    try:
        return not value == value  # noqa: PLR0124, SIM201
    except TypeError:  # pandas.NA is neither itself nor another
        return True


_HOW_TO_MEND = {
    Kind.DAY: msg("dates without time zone, as Date; read texts as dates, day and month named"),
    Kind.WHOLE: msg(
        "whole øre, hundredths of hours or people, as Int64; convert kroner and hours by"
        " multiplying by 100 and rounding, and keep missing values missing (Int64 in pandas)"
    ),
    Kind.TEXT: msg("texts, as String"),
    Kind.KEY: msg("whole numbers or texts, one for each employee"),
}


def check_columns(
    types: Mapping[str, nw.dtypes.DType], columns: Sequence[InputColumn], added: Sequence[str]
) -> Iterator[Message]:
    """What is wrong with a frame's columns."""
    for column in columns:
        dtype = types.get(column.name)
        if dtype is None:
            yield msg(
                "{column} is missing; give {accepted}",
                column=column.name,
                accepted=_HOW_TO_MEND[column.kind],
            )
        elif not column.takes(dtype):
            yield msg(
                "{column} is of type {type}; give {accepted}",
                column=column.name,
                type=str(dtype),
                accepted=_HOW_TO_MEND[column.kind],
            )
    for name in added:
        if name in types:
            yield msg(
                "{column} already exists and would be overwritten; rename or drop it",
                column=name,
            )


def check_texts(statistics: FrameStatistics, columns: Sequence[InputColumn]) -> Iterator[Message]:
    """Columns of texts in which no text is accepted, probably because they are spelt differently.

    A single text that isn't accepted is a fault of its row, and the row's status says so. Only
    columns that have statistics are judged.
    """
    for column in columns:
        found = statistics.get(column.name)
        if found and column.kind is Kind.TEXT and found.others and not found.texts:
            yield msg(
                "{column} has no known text; write {accepted}",
                column=column.name,
                accepted=column.accepted,
            )
