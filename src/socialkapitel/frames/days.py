"""Days by row: whether they are before or after a date, and which figures and rules apply on them.

Days are only compared with a literal or split into whole numbers, which works alike on every
engine. Where polars' statistics give the first and the last day, values are looked up in a table
with an entry for each day instead: faster than many comparisons.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.errors import InvalidInput
from socialkapitel.formulas.arithmetic import Whole
from socialkapitel.frames.logic import Api, Mask, both, either, looked_up, negated, pick
from socialkapitel.messages import msg
from socialkapitel.money import MAX_HOURLY
from socialkapitel.parameters import Figure, Parameter, Unit
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR
from socialkapitel.sources import Rule

DAY = timedelta(days=1)
FIRST_DAY = date(FIRST_YEAR, 1, 1)
"""The first day that is accepted."""
LAST_DAY = date(LAST_YEAR, 12, 31)
"""The last day that is accepted."""

_ANY_YEAR = 2000  # in place of a missing one
_FEW = 3  # up to so many steps, comparing is faster than looking up
_EPOCH = date(1970, 1, 1)  # from which polars counts days
_MOST = {Unit.PER_CENT: 100, Unit.HOURS_PER_WEEK: 168, Unit.DKK_PER_HOUR: MAX_HOURLY}
_MOST_OTHERS = 10_000_000

Steps: TypeAlias = Sequence[tuple[date, int]]
"""Values with the days from which they apply, in order; the first applies before its day too."""


class Days(Protocol):
    """A day for each row."""

    def since(self, day: date) -> Mask:
        """Whether the row's day is that day or a later one; False where it is missing."""
        ...

    def valued(self, steps: Steps) -> Whole:
        """The value on the row's day; any of them where the day is missing."""
        ...


def by_halves(days: Days, steps: Steps) -> Whole:
    """The value on the row's day, found by halving: a row is compared with few of the days."""
    if len(steps) == 1:
        return steps[0][1]
    middle = len(steps) // 2
    later, earlier = (by_halves(days, half) for half in (steps[middle:], steps[:middle]))
    return pick(days.since(steps[middle][0]), later, earlier)


def one_by_one(days: Days, steps: Steps) -> Whole:
    """The same for few steps: polars chooses faster where one of the two values is a number."""
    value: Whole = steps[0][1]
    for day, later in steps[1:]:
        value = pick(days.since(day), later, value)
    return value


def one_of(series: Sequence[Steps], place: Whole, days: Days) -> Whole:
    """The value on the row's day in the one of several series that is in the row's place."""
    if isinstance(place, int):
        return days.valued(series[place])
    if isinstance(place, nw.Expr):
        return _by_place(series, place, days)
    starts = [date.min, *sorted({day for steps in series for day, _ in steps[1:]})]
    table = [_value_on(steps, day) for day in starts for steps in series]
    row = days.valued([(day, len(series) * number) for number, day in enumerate(starts)])
    return looked_up(table, row + place)


def _by_place(series: Sequence[Steps], place: Any, days: Days, first: int = 0) -> Whole:
    """The same by halving; ``first`` is the place of the first of the series."""
    if len(series) == 1:
        return days.valued(series[0])
    middle = len(series) // 2
    later = _by_place(series[middle:], place, days, first + middle)
    return pick(place >= first + middle, later, _by_place(series[:middle], place, days, first))


def _value_on(steps: Steps, day: date) -> int:
    return steps[max(bisect_right([first for first, _ in steps], day) - 1, 0)][1]


@attrs.frozen
class FirstOfMonth:
    """The first day of another day's month."""

    days: Days

    def since(self, day: date) -> Mask:
        """Whether the month begins on that day or later."""
        return self.days.since(_next_first(day))

    def valued(self, steps: Steps) -> Whole:
        """The value on the first day of the month."""
        return self.days.valued([(_next_first(day), value) for day, value in steps])


@attrs.frozen
class FirstOfMonthOr:
    """The first day of a month, or the day in it on which something began.

    Something that begins in a later month has no day in this one; such rows are refused elsewhere.
    """

    month: FirstOfMonth
    begun: Days

    def since(self, day: date) -> Mask:
        """Whether that day is the given one or a later one."""
        if day.day == 1:  # then the month has begun no later than anything in it
            return self.month.since(day)
        return either(self.month.since(day), self.begun.since(day))

    def valued(self, steps: Steps) -> Whole:
        """The value on that day."""
        if all(day.day == 1 for day, _ in steps[1:]):
            return self.month.valued(steps)
        return by_halves(self, steps)


@attrs.frozen
class DayOr:
    """A day where the row has it, and another day where it doesn't."""

    day: DayColumn
    given: Mask
    other: DayColumn

    def since(self, day: date) -> Mask:
        """Whether that day is the given one or a later one."""
        return either(
            both(self.given, self.day.since(day)),
            both(negated(self.given), self.other.since(day)),
        )

    def is_by_start_of(self, month: DayColumn) -> bool:
        """Whether it is known beforehand that no day lies after the first of any row's month."""
        return self.day.is_by_start_of(month) and self.other.is_by_start_of(month)

    def valued(self, steps: Steps) -> Whole:
        """The value on that day."""
        return by_halves(self, steps)

    @property
    def number(self) -> Whole:
        """The day's number."""
        return pick(self.given, self.day.number, self.other.number)

    @property
    def month_number(self) -> Whole:
        """The number of the day's month."""
        return pick(self.given, self.day.month_number, self.other.month_number)


@attrs.frozen
class DayNumber:
    """A day that was worked out, by its number; none is missing."""

    number: Whole

    def since(self, day: date) -> Mask:
        """Whether it is that day or a later one."""
        return self.number >= day.toordinal()

    def valued(self, steps: Steps) -> Whole:
        """The value on it."""
        return by_halves(self, steps)


def _next_first(day: date) -> date:
    """The first day of a month on or after a day."""
    return day if day.day == 1 else date(day.year + day.month // 12, day.month % 12 + 1, 1)


def in_period(days: Days, first: date, last: date | None) -> Mask:
    """Whether the row's day is in a period; one without ``last`` has no end."""
    ended = False if last is None else days.since(last + DAY)
    return both(days.since(first), negated(ended))


def in_force(rule: Rule, days: Days) -> Mask:
    """Whether a rule is in force on the row's day."""
    return in_period(days, rule.valid_from, rule.valid_to)


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
    api: Api = nw

    def since(self, day: date) -> Mask:
        """Whether the row's day is that day or a later one."""
        if self.first is not None and day <= self.first:
            return True
        if self.last is not None and self.last < day:
            return False
        # `time.min`: a moment belongs to a day from midnight on.
        limit = datetime.combine(day, time.min) if self.moments else day
        condition = self.api.col(self.name) >= limit
        return condition.fill_null(value=False) if self.missing else condition

    def valued(self, steps: Steps) -> Whole:
        """The value on the row's day."""
        return by_halves(self, steps)

    def met(self, days: Sequence[date]) -> list[date]:
        """Those of some days on which rows may be, as far as is known beforehand."""
        first, last = self.first, self.last
        return [day for day in days if not (first and day < first) and not (last and last < day)]

    def in_earlier_month(self, other: DayColumn | DayOr) -> Mask:
        """Whether the day is in an earlier month than another column's."""
        if other.is_by_start_of(self):
            return False
        return self.month_number < other.month_number

    def is_by_start_of(self, month: DayColumn) -> bool:
        """Whether it is known beforehand that no day lies after the first of any row's month."""
        if self.last is None or month.first is None:
            return False
        return self.last <= month.first.replace(day=1)

    @property
    def number(self) -> Whole:
        """The day's number, counted as Python's `date.toordinal` does.

        Years are counted from March, so that a leap day is a year's last day: then a linear formula
        gives the days of the months before.
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
    def day_number(self) -> Whole:
        """The day's number within its month."""
        return self._day

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
        return self._whole(self.api.col(self.name).dt.year(), _ANY_YEAR)

    @property
    def _month(self) -> Any:
        return self._whole(self.api.col(self.name).dt.month(), 1)

    @property
    def _day(self) -> Any:
        return self._whole(self.api.col(self.name).dt.day(), 1)

    def _whole(self, part: Any, otherwise: int) -> Any:
        return (part.fill_null(otherwise) if self.missing else part).cast(self.api.Int64)


@attrs.frozen
class DayLookup(DayColumn):
    """A column of days in polars' own expressions, none before ``first`` or after ``last``.

    The table covers only the days that are accepted; days beyond have the values of its ends.
    """

    first: date = attrs.field(kw_only=True)
    last: date = attrs.field(kw_only=True)

    def valued(self, steps: Steps) -> Whole:
        """The value on the row's day."""
        reached = sum(day <= self.first for day, _ in steps[1:])
        met = [step for step in steps[reached:] if step[0] <= self.last] or steps[:1]
        return one_by_one(self, met) if len(met) <= _FEW else self._look_up(met)

    @property
    def number(self) -> Whole:
        """The day's number, counted as Python's `date.toordinal` does."""
        return self._place.cast(self.api.Int64) + self._start.toordinal()

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
        return self.valued([(date(*month, 1), value(*month)) for month in months])

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
        return looked_up(table, self._place)

    @property
    def _place(self) -> Any:
        """How many days after the first one of the table the row's day is."""
        days = self.api.col(self.name)
        if self.moments:
            days = days.cast(self.api.Date)
        if (self._start, self._end) != (self.first, self.last):
            days = days.clip(self._start, self._end)
        if self.missing:
            days = days.fill_null(self._start)
        # Never negative, so polars need not check it before it looks values up.
        place = days.to_physical() - (self._start - _EPOCH).days
        return place.cast(self.api.UInt32, wrap_numerical=True)


@attrs.frozen
class FigureByRow:
    """A figure's values by row, and whether one is known for the row's day.

    Where none is, ``value`` is that of another day, so that the calculation can continue; ``known``
    refuses the row, whose status names the figure by ``name``.
    """

    value: Whole
    known: Mask
    name: str


def _hundredths(figure: Figure) -> int:
    return figure.hundredths


def figure_on(
    parameter: Parameter, days: Days, read: Callable[[Figure], int] = _hundredths
) -> FigureByRow:
    """The figures of a parameter on the rows' days.

    ``read`` turns a figure into a whole number: hundredths by default.

    Raises:
        InvalidInput: where a caller's figure is too large for the columns.
    """
    value = days.valued(steps_of(parameter, read))
    return FigureByRow(value, known_on(parameter, days), parameter.name)


def steps_of(parameter: Parameter, read: Callable[[Figure], int] = _hundredths) -> Steps:
    """The figures of a parameter as whole numbers, without those that change nothing.

    Raises:
        InvalidInput: where a caller's figure is too large for the columns.
    """
    steps: list[tuple[date, int]] = []
    for figure in parameter.figures:
        _check_size(figure)
        value = read(figure)
        if not steps or steps[-1][1] != value:
            steps.append((figure.valid_from, value))
    return steps


def known_on(parameter: Parameter, days: Days) -> Mask:
    """Whether a figure is known for the row's day."""
    spans: list[tuple[date, date | None]] = []
    for figure in parameter.figures:
        first = figure.valid_from
        before = spans[-1][1] if spans else None
        if before is not None and before + DAY == first:
            first, _ = spans.pop()
        spans.append((first, figure.valid_to))
    return either(*(in_period(days, first, last) for first, last in spans))


def _check_size(figure: Figure) -> None:
    most = _MOST.get(figure.unit, _MOST_OTHERS)
    if figure.value > Decimal(most):
        raise InvalidInput(
            figure.parameter, figure.value, msg("a figure of at most {most}", most=most)
        )
