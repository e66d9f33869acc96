"""A column of days of which the first and the last are known: their values are looked up.

A table has a place for each day, and a row's day says which. Only polars has the words for it; it
is done with sooner than a comparison for each of many steps, or than taking days apart.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from socialkapitel.frames.day_column import DayColumn
from socialkapitel.frames.days import DAY, FIRST_DAY, LAST_DAY, Steps, by_halves
from socialkapitel.frames.logic import Whole

_FEW = 5  # so many steps are compared with sooner than looked up
_EPOCH = date(1970, 1, 1)  # from which polars counts days


@attrs.frozen
class DayTable(DayColumn):
    """A column of days in polars' words, none before ``first`` or after ``last``.

    The table goes no further than the days that are accepted; days beyond have its ends' values.
    """

    first: date = attrs.field(kw_only=True)
    last: date = attrs.field(kw_only=True)

    def valued(self, steps: Steps) -> Whole:
        """The value that holds on the row's day."""
        reached = sum(day <= self.first for day, _ in steps[1:])
        met = [step for step in steps[reached:] if step[0] <= self.last] or steps[:1]
        return by_halves(self, met) if len(met) <= _FEW else self._look_up(met)

    @property
    def number(self) -> Whole:
        """The day's number, counted as Python's `date.toordinal` does."""
        return self._place.cast(self.words.Int64) + self._start.toordinal()

    @property
    def month_number(self) -> Whole:
        """The number of the day's month, counted through the years."""
        return self._by_month(lambda year, month: 12 * year + month)

    @property
    def days_in_month(self) -> Whole:
        """How many days the day's month has."""
        return self._by_month(lambda year, month: monthrange(year, month)[1])

    def _by_month(self, value: Callable[[int, int], int]) -> Whole:
        years = range(self._start.year, self._end.year + 1)
        months = [(year, month) for year in years for month in range(1, 13)]
        return self._look_up([(date(*month, 1), value(*month)) for month in months])

    @property
    def _start(self) -> date:
        return min(max(self.first, FIRST_DAY), LAST_DAY)

    @property
    def _end(self) -> date:
        return max(min(self.last, LAST_DAY), FIRST_DAY)

    def _look_up(self, steps: Steps) -> Whole:
        """The value in the place of the row's day."""
        start, end = self._start, self._end + DAY
        changes = [min(max(day, start), end) for day, _ in steps[1:]]
        table: list[int] = []
        for (_, value), first, until in zip(steps, [start, *changes], [*changes, end], strict=True):
            table += [value] * (until - first).days
        words = self.words
        return words.lit(words.Series(table, dtype=words.Int64)).gather(self._place)

    @property
    def _place(self) -> Any:
        """How many days after the first one of the table the row's day is."""
        days = self.words.col(self.name)
        if self.moments:
            days = days.cast(self.words.Date)
        if (self._start, self._end) != (self.first, self.last):
            days = days.clip(self._start, self._end)
        if self.missing:
            days = days.fill_null(self._start)
        return days.to_physical() - (self._start - _EPOCH).days
