"""What rows that are at hand tell of their columns before any row is worked out.

A look at each column finds between which values they lie and whether any is missing. What then
can't happen need not be guarded against in every row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.columns import Column, Kind


@attrs.frozen
class Seen:
    """What is known of a column; alike for rows of the same kind, whichever they are.

    ``missing``: whether a value is missing. ``accepted``: whether all whole numbers are. ``first``
    and ``last``: the first and the last day of the years that the days lie in; None where there
    are none. ``texts``: which of the accepted texts occur, and ``others``: whether another one
    does.
    """

    missing: bool
    accepted: bool = False
    first: date | None = None
    last: date | None = None
    texts: frozenset[str] = frozenset()
    others: bool = False


SeenColumns: TypeAlias = Mapping[str, Seen]


def look_at(frame: nw.DataFrame[Any], columns: Sequence[Column]) -> SeenColumns | None:
    """Look at all columns; None where there are no rows to tell anything."""
    if frame.is_empty():
        return None
    looks = {Kind.DAY: _days, Kind.WHOLE: _whole, Kind.TEXT: _texts}
    return {column.name: looks[column.kind](frame[column.name], column) for column in columns}


def flawless(columns: Sequence[Column]) -> SeenColumns:
    """What a look finds in rows with every accepted text, of one year, and nothing wrong."""
    days = Seen(missing=False, first=date(2000, 1, 1), last=date(2000, 12, 31))
    alike = {Kind.DAY: days, Kind.WHOLE: Seen(missing=False, accepted=True)}
    return {
        column.name: alike.get(column.kind) or Seen(missing=False, texts=frozenset(column.texts))
        for column in columns
    }


def _days(values: nw.Series[Any], _: Column) -> Seen:
    missing, first, last = values.null_count() > 0, values.min(), values.max()
    if is_missing(first):
        return Seen(missing)
    return Seen(missing, first=date(first.year, 1, 1), last=date(last.year, 12, 31))


def _whole(values: nw.Series[Any], column: Column) -> Seen:
    missing, least, most = values.null_count() > 0, values.min(), values.max()
    accepted = is_missing(least) or bool(column.least <= least and most <= column.most)
    return Seen(missing, accepted=accepted)


def _texts(values: nw.Series[Any], column: Column) -> Seen:
    """Each accepted text is counted, until all rows are."""
    absent = values.null_count()
    texts = values if isinstance(values.dtype, nw.String) else values.cast(nw.String)
    others, found = len(values) - absent, set()
    for text in column.texts:
        if others == 0:
            break
        if count := int((texts == text).sum()):
            others -= count
            found.add(text)
    return Seen(absent > 0, texts=frozenset(found), others=others > 0)


def is_missing(value: Any) -> bool:
    """Whether a value is one of the ways in which engines say that there is none.

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
