"""A frame's columns as the calculators read them: bounded, without gaps, with their faults told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from socialkapitel.frames.columns import Column, Kind
from socialkapitel.frames.day_column import DayColumn
from socialkapitel.frames.day_table import DayTable
from socialkapitel.frames.days import FIRST_DAY, LAST_DAY, within
from socialkapitel.frames.logic import (
    Condition,
    Whole,
    Words,
    both,
    either,
    is_plain,
    negated,
    pick,
)
from socialkapitel.frames.seen import Seen, SeenColumns
from socialkapitel.frames.status import Fault, invalid, missing

_KEPT = "_socialkapitel_"


class Inputs:
    """The columns of one frame, and what is worked out of them on the way.

    ``seen`` is what is known of the columns beforehand, if anything, and expressions are made of
    ``words``.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        types: Mapping[str, nw.dtypes.DType],
        seen: SeenColumns | None,
        words: Words = nw,
    ) -> None:
        self._columns = {column.name: column for column in columns}
        self._types = types
        self._seen = seen or {}
        self._words = words
        self._prefix = _KEPT
        while any(name.startswith(self._prefix) for name in types):
            self._prefix += "_"
        self._read: dict[str, Any] = {}
        self._made: list[dict[str, Any]] = []

    @property
    def stages(self) -> list[dict[str, Any]]:
        """The columns kept on the way, in the order in which they can be worked out."""
        return [stage for stage in (self._read, *self._made) if stage]

    def keep(self, *values: Whole | Condition) -> tuple[Any, ...]:
        """Values that several others are made of: worked out once, and dropped in the end."""
        prefix, stage = f"{self._prefix}{len(self._made)}_", dict[str, Any]()
        kept = tuple(self._column(stage, f"{prefix}{len(stage)}", value) for value in values)
        self._made.append(stage)
        return kept

    def _column(self, stage: dict[str, Any], name: str, value: Any) -> Any:
        if is_plain(value):
            return value
        stage[name] = value
        return self._words.col(name)

    def has(self, name: str) -> bool:
        """Whether the frame has the column; it may lack one that is extra."""
        return name in self._columns

    def day(self, name: str) -> DayColumn:
        """A column of days, as it is: a missing day is on no side of any date."""
        seen = self._seen.get(name) or Seen(missing=True)
        moments = not isinstance(self._types[name], nw.Date)
        first, last, words = seen.first, seen.last, self._words
        if words is not nw and first and last:
            return DayTable(name, moments, seen.missing, words=words, first=first, last=last)
        return DayColumn(name, moments, seen.missing, first, last, words)

    def whole(self, name: str) -> Whole:
        """A column of whole numbers within their bounds; any such where a row's is refused."""
        if not self.has(name):
            return 0
        value, column = self._words.col(name), self._columns[name]
        wide = isinstance(self._types[name], nw.Int64)
        fine = both(self.given(name), self._accepted(column))
        if fine is True and wide:
            return value
        value = pick(fine, value if wide else value.cast(self._words.Int64), column.least)
        return self._column(self._read, f"{self._prefix}{name}", value)

    def is_text(self, name: str, value: str) -> Condition:
        """Whether the row's text is that one."""
        if not self.has(name):
            return False
        seen = self._seen.get(name)
        if seen and value not in seen.texts:
            return False
        if seen and seen.texts == frozenset({value}) and not (seen.missing or seen.others):
            return True
        same = self._filled(name, self._text(name) == value)
        place = self._columns[name].texts.index(value)
        return self._column(self._read, f"{self._prefix}{name}_{place}", same)

    def given(self, name: str) -> Condition:
        """Whether the row has a value."""
        if not self.has(name):
            return False
        seen = self._seen.get(name)
        return True if seen and not seen.missing else ~self._words.col(name).is_null()

    def faults(self) -> list[Fault]:
        """What is wrong with the columns one by one, in their order."""
        return [fault for column in self._columns.values() for fault in self._faults_of(column)]

    def _faults_of(self, column: Column) -> list[Fault]:
        given = self.given(column.name)
        refused = invalid(column.name, both(given, negated(self._accepted(column))))
        return [refused] if column.optional else [missing(column.name, negated(given)), refused]

    def _accepted(self, column: Column) -> Condition:
        """Whether the row's value, if it has one, is accepted by itself."""
        name, seen = column.name, self._seen.get(column.name)
        if column.kind is Kind.DAY:
            return within(self.day(name), FIRST_DAY, LAST_DAY)
        if column.kind is Kind.TEXT:
            if seen and not seen.others:
                return True
            return either(*(self.is_text(name, text) for text in column.texts))
        if seen and seen.accepted:
            return True
        return self._filled(name, self._words.col(name).is_between(column.least, column.most))

    def _text(self, name: str) -> Any:
        value = self._words.col(name)
        return value if isinstance(self._types[name], nw.String) else value.cast(self._words.String)

    def _filled(self, name: str, condition: Any) -> Any:
        """A condition on a column's values; False where one is missing."""
        seen = self._seen.get(name)
        return condition if seen and not seen.missing else condition.fill_null(value=False)
