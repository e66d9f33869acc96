"""What a frame that is at hand tells of its columns before any row is worked out.

One pass finds the smallest and the largest value of each column and whether any is missing. What
then can't happen need not be guarded against in every row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.columns import Column, Kind


@attrs.frozen
class Seen:
    """What is known of a column.

    ``missing``: whether a value is missing. ``least`` and ``most``: the smallest and the largest,
    for days and whole numbers; None where there are no values. ``texts``: which of the accepted
    texts occur, and ``others``: whether another one does.
    """

    missing: bool
    least: Any = None
    most: Any = None
    texts: frozenset[str] = frozenset()
    others: bool = False


SeenColumns: TypeAlias = Mapping[str, Seen]


def look_at(frame: nw.DataFrame[Any], columns: Sequence[Column]) -> SeenColumns | None:
    """Look at all columns in one pass; None where no rows or columns can tell anything."""
    if frame.is_empty() or not columns:
        return None
    found = frame.select(*(part for place, c in enumerate(columns) for part in _parts(place, c)))
    [values] = found.rows()
    facts = dict(zip(found.columns, values, strict=True))
    return {column.name: _seen(place, column, facts) for place, column in enumerate(columns)}


def _parts(place: int, column: Column) -> list[nw.Expr]:
    values = nw.col(column.name)
    parts = [values.is_null().any().alias(f"{place} missing")]
    if column.kind is Kind.TEXT:
        texts = values.cast(nw.String)
        same = [(texts == value).fill_null(value=False) for value in column.texts]
        others = ~reduce(or_, same, values.is_null())
        parts.append(others.any().alias(f"{place} others"))
        parts += [found.any().alias(f"{place} {number}") for number, found in enumerate(same)]
    else:
        parts += [values.min().alias(f"{place} least"), values.max().alias(f"{place} most")]
    return parts


def _seen(place: int, column: Column, facts: Mapping[str, Any]) -> Seen:
    missing = bool(facts[f"{place} missing"])
    if column.kind is Kind.TEXT:
        texts = [text for number, text in enumerate(column.texts) if facts[f"{place} {number}"]]
        return Seen(missing, texts=frozenset(texts), others=bool(facts[f"{place} others"]))
    least, most = (_plain(facts[f"{place} {end}"], column.kind) for end in ("least", "most"))
    return Seen(missing, least, most)


def _plain(value: Any, kind: Kind) -> Any:
    """A value as Python has it; None for one that is missing."""
    if is_missing(value):
        return None
    if kind is Kind.WHOLE:
        return int(value)
    return value.date() if isinstance(value, datetime) else date(value.year, value.month, value.day)


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
