"""A column of days, and what is counted of them where an engine can only compare and reckon."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.days import DayOr, Steps, by_halves
from socialkapitel.frames.logic import Condition, Whole, Words, pick

_ANY_YEAR = 2000


@attrs.frozen
class DayColumn:
    """A column of days.

    ``moments`` where the engine keeps days as points in time; ``missing`` where some days may be
    missing. No day is before ``first`` or after ``last``, where they are known beforehand.
    """

    name: str
    moments: bool = False
    missing: bool = True
    first: date | None = None
    last: date | None = None
    words: Words = nw

    def since(self, day: date) -> Condition:
        """Whether the row's day is that day or a later one."""
        if self.first is not None and day <= self.first:
            return True
        if self.last is not None and self.last < day:
            return False
        # `time.min`: a moment is of a day from its midnight on.
        limit = datetime.combine(day, time.min) if self.moments else day
        condition = self.words.col(self.name) >= limit
        return condition.fill_null(value=False) if self.missing else condition

    def valued(self, steps: Steps) -> Whole:
        """The value that holds on the row's day."""
        return by_halves(self, steps)

    def in_earlier_month(self, other: DayColumn | DayOr) -> Condition:
        """Whether the day lies in an earlier month than another column's."""
        if self.first is not None and other.last is not None and other.last <= self.first:
            return False
        return self.month_number < other.month_number

    @property
    def number(self) -> Whole:
        """The day's number, counted as Python's `date.toordinal` does.

        Years are counted from March, so that a leap day is a year's last: then the days of the
        months before are those of a line through the months.
        """
        early = self._month <= 2
        year = pick(early, self._year - 1, self._year)
        month = pick(early, self._month + 9, self._month - 3)
        leap_days = year // 4 - year // 100 + year // 400
        return 365 * year + leap_days + (153 * month + 2) // 5 + self._day - 306

    @property
    def month_number(self) -> Whole:
        """The number of the day's month, counted through the years."""
        return 12 * self._year + self._month

    @property
    def days_in_month(self) -> Whole:
        """How many days the day's month has."""
        year, month = self._year, self._month
        common = (year // 4 * 4 != year) | (
            (year // 100 * 100 == year) & (year // 400 * 400 != year)
        )
        short = (month == 4) | (month == 6) | (month == 9) | (month == 11)
        return pick(month == 2, pick(common, 28, 29), pick(short, 30, 31))

    @property
    def _year(self) -> Any:
        return self._whole(self.words.col(self.name).dt.year(), _ANY_YEAR)

    @property
    def _month(self) -> Any:
        return self._whole(self.words.col(self.name).dt.month(), 1)

    @property
    def _day(self) -> Any:
        return self._whole(self.words.col(self.name).dt.day(), 1)

    def _whole(self, part: Any, otherwise: int) -> Any:
        return (part.fill_null(otherwise) if self.missing else part).cast(self.words.Int64)
