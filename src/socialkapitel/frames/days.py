"""Days by row: on which side of a day they lie, and which of several values holds on them.

Days are only ever compared with a literal or taken apart into whole numbers: that is what works
alike on every engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol, TypeAlias

import attrs

from socialkapitel.frames.logic import Condition, Whole, both, either, negated, pick
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR
from socialkapitel.sources import Rule

if TYPE_CHECKING:
    from socialkapitel.frames.day_column import DayColumn

DAY = timedelta(days=1)
FIRST_DAY = date(FIRST_YEAR, 1, 1)
"""The first day that is accepted."""
LAST_DAY = date(LAST_YEAR, 12, 31)
"""The last day that is accepted."""

Steps: TypeAlias = Sequence[tuple[date, int]]
"""Values with the days from which they hold, in order; the first one holds before its day too."""


class Days(Protocol):
    """A day for each row."""

    def since(self, day: date) -> Condition:
        """Whether the row's day is that day or a later one; False where it is missing."""
        ...

    def valued(self, steps: Steps) -> Whole:
        """The value that holds on the row's day; any of them where it is missing."""
        ...


def by_halves(days: Days, steps: Steps) -> Whole:
    """The value that holds on the row's day, by halving: a row is compared with few of the days."""
    if len(steps) == 1:
        return steps[0][1]
    middle = len(steps) // 2
    later, earlier = (by_halves(days, half) for half in (steps[middle:], steps[:middle]))
    return pick(days.since(steps[middle][0]), later, earlier)


@attrs.frozen
class FirstOfMonth:
    """The first day of the month that another day lies in."""

    days: Days

    def since(self, day: date) -> Condition:
        """Whether the month begins on that day or later."""
        return self.days.since(_next_first(day))

    def valued(self, steps: Steps) -> Whole:
        """The value that holds on the first day of the month."""
        return self.days.valued([(_next_first(day), value) for day, value in steps])


@attrs.frozen
class FirstOfMonthOr:
    """The first day of a month, or the day in it on which something began.

    What begins in a later month is on no day of this one; such rows are refused elsewhere.
    """

    month: FirstOfMonth
    begun: Days

    def since(self, day: date) -> Condition:
        """Whether that day is the given one or a later one."""
        if day.day == 1:  # then the month has begun no later than anything in it
            return self.month.since(day)
        return either(self.month.since(day), self.begun.since(day))

    def valued(self, steps: Steps) -> Whole:
        """The value that holds on that day."""
        if all(day.day == 1 for day, _ in steps[1:]):
            return self.month.valued(steps)
        return by_halves(self, steps)


@attrs.frozen
class DayOr:
    """A day where the row has it, and another day where it doesn't."""

    day: DayColumn
    given: Condition
    other: DayColumn
    last: None = None

    def since(self, day: date) -> Condition:
        """Whether that day is the given one or a later one."""
        return either(
            both(self.given, self.day.since(day)),
            both(negated(self.given), self.other.since(day)),
        )

    def valued(self, steps: Steps) -> Whole:
        """The value that holds on that day."""
        return by_halves(self, steps)

    @property
    def number(self) -> Whole:
        """The day's number."""
        return pick(self.given, self.day.number, self.other.number)

    @property
    def month_number(self) -> Whole:
        """The number of the day's month."""
        return pick(self.given, self.day.month_number, self.other.month_number)


def _next_first(day: date) -> date:
    """The first day of a month that is that day or comes next."""
    return day if day.day == 1 else date(day.year + day.month // 12, day.month % 12 + 1, 1)


def within(days: Days, first: date, last: date | None) -> Condition:
    """Whether the row's day lies in a period; one without ``last`` goes on."""
    ended = False if last is None else days.since(last + DAY)
    return both(days.since(first), negated(ended))


def in_force(rule: Rule, days: Days) -> Condition:
    """Whether a rule is in force on the row's day."""
    return within(days, rule.valid_from, rule.valid_to)
