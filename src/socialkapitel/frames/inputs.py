"""A frame's columns as the calculators read them: bounded, without gaps, with their faults told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import narwhals.stable.v2 as nw

from socialkapitel.frames.columns import Column, Kind
from socialkapitel.frames.days import DayColumn, within
from socialkapitel.frames.logic import Condition, Whole, either, negated, pick
from socialkapitel.frames.seen import Seen, SeenColumns
from socialkapitel.frames.status import Fault, invalid, missing
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR

_KEPT = "_socialkapitel_"
_FIRST_DAY = date(FIRST_YEAR, 1, 1)
_LAST_DAY = date(LAST_YEAR, 12, 31)


class Inputs:
    """The columns of one frame, and what is worked out of them on the way.

    ``seen`` is what is known of the columns beforehand, if anything. ``stages`` are the columns
    kept on the way, in the order in which they can be worked out.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        types: Mapping[str, nw.dtypes.DType],
        seen: SeenColumns | None,
    ) -> None:
        self._columns = {column.name: column for column in columns}
        self._types = types
        self._seen = seen or {}
        self._prefix = _KEPT
        while any(name.startswith(self._prefix) for name in types):
            self._prefix += "_"
        self.stages: list[dict[str, nw.Expr]] = []

    def keep(self, *values: Whole) -> tuple[Any, ...]:
        """Values that several others are made of: worked out once, and dropped in the end."""
        stage: dict[str, nw.Expr] = {}
        kept: list[Whole] = []
        for value in values:
            if isinstance(value, nw.Expr):
                name = f"{self._prefix}{len(self.stages)}_{len(stage)}"
                stage[name] = value
                kept.append(nw.col(name))
            else:
                kept.append(value)
        if stage:
            self.stages.append(stage)
        return tuple(kept)

    def day(self, name: str) -> DayColumn:
        """A column of days, as it is: a missing day is on no side of any date."""
        seen = self._seen.get(name)
        return DayColumn(
            name,
            moments=not isinstance(self._types[name], nw.Date),
            missing=seen is None or seen.missing,
            first=seen.least if seen else None,
            last=seen.most if seen else None,
        )

    def whole(self, name: str) -> Whole:
        """A column of whole numbers within their bounds; any such where a row's is refused."""
        value = nw.col(name)
        if not isinstance(self._types[name], nw.Int64):
            value = value.cast(nw.Int64)
        column = self._columns[name]
        number: Whole = pick(self._within(column), value, column.least)
        return number

    def is_text(self, name: str, value: str) -> Condition:
        """Whether the row's text is that one."""
        seen = self._seen.get(name)
        if seen and value not in seen.texts:
            return False
        if seen and seen.texts == frozenset({value}) and not (seen.missing or seen.others):
            return True
        return _filled(self._text(name) == value, seen)

    def given(self, name: str) -> Condition:
        """Whether the row has a value."""
        seen = self._seen.get(name)
        return True if seen and not seen.missing else ~nw.col(name).is_null()

    def faults(self) -> list[Fault]:
        """What is wrong with the columns one by one, in their order."""
        return [fault for column in self._columns.values() for fault in self._faults_of(column)]

    def _faults_of(self, column: Column) -> list[Fault]:
        absent = negated(self.given(column.name))
        accepted = self._within(column)
        refused = negated(either(accepted, absent))
        if column.optional:
            return [invalid(column.name, refused)]
        return [missing(column.name, absent), invalid(column.name, refused)]

    def _within(self, column: Column) -> Condition:
        """Whether the row has a value that is accepted by itself."""
        seen = self._seen.get(column.name)
        if column.kind is Kind.TEXT:
            if seen and not (seen.others or seen.missing):
                return True
            text = self._text(column.name)
            return _filled(reduce(or_, (text == one for one in column.texts)), seen)
        if column.kind is Kind.DAY:
            days = self.day(column.name)
            return within(days, _FIRST_DAY, _LAST_DAY)
        if seen and not seen.missing and column.least <= seen.least <= seen.most <= column.most:
            return True
        return _filled(nw.col(column.name).is_between(column.least, column.most), seen)

    def _text(self, name: str) -> nw.Expr:
        value = nw.col(name)
        return value if isinstance(self._types[name], nw.String) else value.cast(nw.String)


def _filled(condition: nw.Expr, seen: Seen | None) -> nw.Expr:
    return condition if seen and not seen.missing else condition.fill_null(value=False)
