"""Columns of days: comparing them with days that are known, and counting with them.

Days are only ever compared with a literal or taken apart into whole numbers of year, month and
day: that is what works alike on every engine.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Protocol

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.logic import Condition, Whole, both, either, negated, pick
from socialkapitel.sources import Rule

_DAY = timedelta(days=1)
_ANY_YEAR = 2000


class Days(Protocol):
    """A day for each row."""

    def since(self, day: date) -> Condition:
        """Whether the row's day is that day or a later one; False where it is missing."""
        ...


@attrs.frozen
class DayColumn:
    """A column of days.

    ``moments`` where the engine keeps days as points in time; ``missing`` where some days may be
    missing. ``first`` and ``last`` are the earliest and latest day in it, where they are known
    beforehand.
    """

    name: str
    moments: bool = False
    missing: bool = True
    first: date | None = None
    last: date | None = None

    def since(self, day: date) -> Condition:
        """Whether the row's day is that day or a later one."""
        if self.first is not None and day <= self.first:
            return True
        if self.last is not None and self.last < day:
            return False
        # `time.min`: a moment is of a day from its midnight on.
        limit = datetime.combine(day, time.min) if self.moments else day
        return self._filled(nw.col(self.name) >= limit)

    def _filled(self, condition: nw.Expr) -> nw.Expr:
        return condition.fill_null(value=False) if self.missing else condition

    @property
    def year(self) -> nw.Expr:
        """The year; any where the day is missing."""
        return self._whole(nw.col(self.name).dt.year(), _ANY_YEAR)

    @property
    def month(self) -> nw.Expr:
        """The month of the year; any where the day is missing."""
        return self._whole(nw.col(self.name).dt.month(), 1)

    @property
    def day(self) -> nw.Expr:
        """The day of the month; any where the day is missing."""
        return self._whole(nw.col(self.name).dt.day(), 1)

    def _whole(self, part: nw.Expr, otherwise: int) -> nw.Expr:
        return (part.fill_null(otherwise) if self.missing else part).cast(nw.Int64)


@attrs.frozen
class FirstOfMonth:
    """The first day of the month that a column's day lies in."""

    days: DayColumn

    def since(self, day: date) -> Condition:
        """Whether the month begins on that day or later."""
        if day.day > 1:
            day = _next_month(day)
        return self.days.since(day)


@attrs.frozen
class FirstOfMonthOr:
    """The first day of a month, or the day in it on which something began.

    What begins in a later month is on no day of this one; such rows are refused elsewhere.
    """

    month: FirstOfMonth
    begun: DayColumn

    def since(self, day: date) -> Condition:
        """Whether that day is the given one or a later one."""
        if day.day == 1:  # then the month has begun no later than anything in it
            return self.month.since(day)
        return either(self.month.since(day), self.begun.since(day))


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def within(days: Days, first: date, last: date | None) -> Condition:
    """Whether the row's day lies in a period; one without ``last`` goes on."""
    ended = False if last is None else days.since(last + _DAY)
    return both(days.since(first), negated(ended))


def in_force(rule: Rule, days: Days) -> Condition:
    """Whether a rule is in force on the row's day."""
    return within(days, rule.valid_from, rule.valid_to)


def before_month(one: DayColumn, other: DayColumn) -> Condition:
    """Whether one day lies in an earlier month than another."""
    if one.first is not None and other.last is not None and other.last <= one.first:
        return False
    return 12 * one.year + one.month < 12 * other.year + other.month


def day_number(days: DayColumn) -> Whole:
    """The number of the row's day, counted as Python's `date.toordinal` does.

    Years are counted from March, so that a leap day is a year's last: then the days of the months
    before are those of a line through the months.
    """
    early = days.month <= 2
    year = pick(early, days.year - 1, days.year)
    month = pick(early, days.month + 9, days.month - 3)
    leap_days = year // 4 - year // 100 + year // 400
    number: Whole = 365 * year + leap_days + (153 * month + 2) // 5 + days.day - 306
    return number


def days_in_month(days: DayColumn) -> Whole:
    """How many days the row's month has."""
    year, month = days.year, days.month
    common = (year // 4 * 4 != year) | ((year // 100 * 100 == year) & (year // 400 * 400 != year))
    short = (month == 4) | (month == 6) | (month == 9) | (month == 11)
    number: Whole = pick(month == 2, pick(common, 28, 29), pick(short, 30, 31))
    return number
