"""The days of an absence: what was to be worked on them, and how they were judged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import attrs

from socialkapitel.calculators.schedule import Schedule
from socialkapitel.errors import InvalidInput, NotInForce, WrongType
from socialkapitel.explanation import Outcome
from socialkapitel.fields import entries_of, member
from socialkapitel.formulas import sickness as formulas
from socialkapitel.holidays import weekday_holidays_in
from socialkapitel.messages import msg
from socialkapitel.money import oere
from socialkapitel.periods import Period, Week, read_date, read_period
from socialkapitel.sources import Rule, Source

if TYPE_CHECKING:
    from socialkapitel.calculators.sickness_absence import RecordedWeek

_DAY = timedelta(days=1)
_ANY_WEEK = Week(2024, 1)

HOLIDAYS = Rule(
    "sickness.public_holidays",
    msg("No benefit is due on public holidays"),
    Source("sygedagpengeloven § 53 a"),
    date(2012, 7, 2),
)


class DayState(Enum):
    """What is known about a day besides its hours of absence (dagens status).

    * ``FIT``: back at full work (raskmeldt). It ends the absence; the next one has an employer
      period of its own.
    * ``PARTLY_FIT``: partial leave (delvis sygemeldt), whose hours may lie on other days. Days at
      work do not end the absence.
    * ``ON_DUTY``: the employee was to work that day, although it is a public holiday.
    * ``HOLIDAY``: on holiday (ferie).
    * ``OFF_DUTY``: a day off that is not in the plan (fridag, afspadsering).
    * ``UNPAID_LEAVE``: agreed leave without pay (orlov uden løn).

    On the last three the employee is neither at work nor absent, and has no hours of absence:
    nothing is paid for them, and an absence continues across them.
    """

    FIT = "fit"
    PARTLY_FIT = "partly_fit"
    ON_DUTY = "on_duty"
    HOLIDAY = "holiday"
    OFF_DUTY = "off_duty"
    UNPAID_LEAVE = "unpaid_leave"


_AWAY = {DayState.HOLIDAY, DayState.OFF_DUTY, DayState.UNPAID_LEAVE}

DayStates: TypeAlias = tuple[tuple[Period, DayState], ...]
"""States by period, in order of time, no two of them on the same day."""

DaysGiven: TypeAlias = (
    Mapping[Period, DayState]
    | Mapping[date, DayState]
    | Mapping[Period | date, DayState]
    | Mapping[str, DayState]
    | DayStates
)
"""What callers may give for states: a mapping of days or periods."""


def _read_state(entry: object) -> tuple[Period, DayState]:
    if not isinstance(entry, tuple) or len(entry) != 2:
        raise WrongType("", entry, msg("pairs of a Period or a date and its state"))
    key, state = entry
    if isinstance(key, Period) or (isinstance(key, str) and "/" in key):
        days = read_period(key)
        return days, member(state, DayState, f"[{days}]")
    day = read_date(key)
    return Period(day, day), member(state, DayState, f"[{day}]")


def read_days(value: DaysGiven | None, field: str = "") -> DayStates:
    """States of days or periods, in order of time."""
    if value is None:
        return ()
    entries = entries_of(value, field, msg("a mapping of days or periods to their state"))
    states = tuple(sorted(map(_read_state, entries), key=lambda entry: entry[0]))
    for (before, _), (after, _) in pairwise(states):
        if before.overlaps(after):
            raise InvalidInput(field, after, msg("one state for each day"))
    return states


class WorkCalendar:
    """The days on which an employee was to work: by plan, less days away and public holidays.

    Planned hours are counted in fifths of hundredths, so that an even week's are whole numbers.
    """

    def __init__(self, plan: Schedule, states: DayStates, until: date | None) -> None:
        self._plan = plan
        self._states = states
        self._starts = [period.start for period, _ in states]
        self._until = until
        self._fixed = bool(plan.changes) or not plan.is_even  # whether the hours of any day are
        # What is planned on each day of every week; empty where weeks differ.
        regular = () if plan.changes or plan.dates else _ANY_WEEK.days
        self._regular = tuple([plan.fifths(day) or 0 for day in regular])
        self._every_week = bool(self._regular) and not states and until is None
        self._off: dict[Week, tuple[date, ...]] = {}
        self._fifths: dict[date, int] = {}

    def state(self, day: date) -> DayState | None:
        """The state that was given for a day."""
        if not self._starts:
            return None
        place = bisect_right(self._starts, day) - 1
        if place < 0 or day > self._states[place][0].end:
            return None
        return self._states[place][1]

    def fit_between(self, day: date, other: date) -> bool:
        """Whether the employee was fit on a day that lies between two others."""
        return any(
            state is DayState.FIT and period.start < other and day < period.end
            for period, state in self._states
        )

    def is_employed(self, week: Week) -> bool:
        """Whether the employment lasts into a week."""
        return self._until is None or week.monday <= self._until

    def is_fixed(self, day: date) -> bool:
        """Whether the plan says how many hours there are on the day itself."""
        return self._fixed and not self._plan.in_force(day).is_even

    def on_rota(self, days: Iterable[date]) -> list[date]:
        """Those of some days on which a rota is in force."""
        return [day for day in days if self._plan.in_force(day).dates] if self._fixed else []

    def is_away(self, day: date) -> bool:
        """Whether the employee is on holiday, on leave or off that day."""
        return bool(self._starts) and self.state(day) in _AWAY

    def is_known(self, day: date) -> bool:
        """Whether the plan, or a state, says what was to be worked on a day."""
        return bool(self._regular) or self.is_away(day) or self._plan.fifths(day) is not None

    def fifths(self, day: date) -> int:
        """The planned hours of a day, public holiday or not; 0 where the employee is away."""
        regular = self._regular
        if self._every_week:
            return regular[day.weekday()]
        found = self._fifths.get(day)
        if found is None:
            off = self.is_away(day) or (self._until is not None and day > self._until)
            planned = regular[day.weekday()] if regular else self._plan.fifths(day) or 0
            found = self._fifths[day] = 0 if off else planned
        return found

    def norm(self, day: date) -> int:
        """The agreed weekly hours on a day, in hundredths; of an even week a day's fifths."""
        return oere(self._plan.in_force(day).norm_hours)

    def total(self, days: Iterable[date]) -> int:
        """The planned hours of several days."""
        return sum(map(self.fifths, days))

    def holidays(self, week: Week) -> tuple[date, ...]:
        """The weekdays of a week that are public holidays without benefit, if planned to work."""
        found = self._off.get(week)
        if found is None:
            found = tuple(
                day
                for day in weekday_holidays_in(week)
                if day >= HOLIDAYS.valid_from
                and self.state(day) is not DayState.ON_DUTY
                and self.fifths(day)
            )
            self._off[week] = found
        return found

    def is_holiday(self, day: date) -> bool:
        """Whether a day is a public holiday without benefit."""
        return day in self.holidays(Week.of(day))

    def planned_days(self, week: Week, start: date) -> tuple[date, ...]:
        """The days of a week, from a day on, that have planned hours; public holidays too."""
        return tuple([day for day in week.days if day >= start and self.fifths(day)])

    def work(self, week: Week, start: date) -> dict[date, int]:
        """The planned hours of the days of a week on which the employee was to work.

        From a day on, public holidays left out, and in fifths of hundredths.
        """
        off = self.holidays(week)
        return {
            day: hours
            for day in week.days
            if day >= start and (hours := self.fifths(day)) and day not in off
        }

    def working_days(self, week: Week, start: date) -> tuple[date, ...]:
        """The days of a week, from a day on, on which the employee was to work."""
        return tuple(self.work(week, start))

    def days_between(self, day: date, other: date) -> Iterator[date]:
        """The working days after a day and before another."""
        day += _DAY
        while day < other:
            if self.fifths(day) and not self.is_holiday(day):
                yield day
            day += _DAY

    def says_nothing(self, period: Period) -> bool:
        """Whether nothing was to be worked on any day of a period."""
        return all(
            self.is_known(day) and (not self.fifths(day) or self.is_holiday(day)) for day in period
        )

    def is_whole(self, day: date, hours: int) -> bool:
        """Whether a day's absence takes all that was planned, to the hundredth."""
        planned = self.fifths(day) if self.is_fixed(day) else self.norm(day)
        return bool(formulas.whole_absence(hours + 1, planned + 1, 1))


@attrs.frozen(kw_only=True)
class SicknessSpell:
    """Days of absence with no return to full work between them (sygeperiode).

    Attributes:
        first_day: the first day of absence.
        last_day: the last day of absence in the record; Friday, or the last planned day of the
            week, where the hours are by week.
        employer_period: the days that the employer pays itself; None where the refund begins on
            the first day.
    """

    first_day: date
    last_day: date
    employer_period: Period | None

    @property
    def refund_from(self) -> date:
        """The first day for which the municipality pays, a refund or the benefit itself."""
        if self.employer_period is None:
            return self.first_day
        return self.employer_period.end + _DAY


@attrs.frozen(slots=False)  # which is faster, and an absence has hundreds
class CountedDay:
    """A day whose hours count: a numerator in hundredths, and whether the employer pays."""

    day: date
    hours: int
    by_employer: bool


@attrs.frozen
class JudgedWeek:
    """A week of the record, and the days of it that count; none where the week doesn't.

    The days' hours are hundredths over ``over``. ``working`` are the working days of the week from
    the spell's first day on, ``planned`` their hours in fifths of hundredths. ``elsewhere`` are
    days on which hours in other jobs, where there are any, give benefit from the municipality.
    ``above_plan`` says that more hours are recorded than were to be worked, and ``whole_week`` that
    they are all that is planned for the week, public holidays with them. ``capped`` are days on
    which hours above the plan don't count. ``rota`` says that a rota was in force, and ``unknown``
    why the week can't be worked out.
    """

    recorded: RecordedWeek
    counts: bool
    days: tuple[CountedDay, ...] = ()
    over: int = 1
    working: tuple[date, ...] = ()
    planned: tuple[int, ...] = ()
    elsewhere: tuple[date, ...] = ()
    above_plan: bool = False
    whole_week: bool = False
    capped: tuple[tuple[date, int], ...] = ()
    rota: bool = False
    unknown: NotInForce | None = None

    @property
    def is_even(self) -> bool:
        """Whether as much was to be worked on each of the working days."""
        return len(set(self.planned)) <= 1

    def days_of(self, *, by_employer: bool) -> tuple[CountedDay, ...]:
        """The days that the employer pays itself, or those after them."""
        return tuple([day for day in self.days if day.by_employer is by_employer])

    def hours_by_day(self, days: Sequence[CountedDay]) -> tuple[tuple[date, Fraction], ...]:
        """The exact hours of some of its days."""
        if not days:
            return ()
        over = formulas.HUNDREDTHS * self.over
        exact = {hours: Fraction(hours, over) for hours in {day.hours for day in days}}
        return tuple([(day.day, exact[day.hours]) for day in days])


@attrs.define
class Course:
    """The course of an absence, as it is judged week by week.

    Attributes:
        weeks: the weeks of the record.
        spells: the spells that they make.
        below_minimum: weeks that ended a spell because they had too few hours.
        on_holidays: public holidays without benefit for which hours are recorded.
        shifts_on_holidays: public holidays without benefit on which a rota has hours, in weeks
            whose hours are by week.
        on_duty: public holidays on which the employee was to work, with hours that count.
        begun_on_holidays: public holidays without benefit on which a spell began.
        went_home: days during which the employee went home, before a spell.
        at_work: working days without absence between whole days of it that nobody explained.
        entitled: whether the employee is entitled to benefit from the employer, by spell, where
            that was asked.
    """

    weeks: list[JudgedWeek] = attrs.field(factory=list)
    spells: list[SicknessSpell] = attrs.field(factory=list)
    below_minimum: list[Week] = attrs.field(factory=list)
    on_holidays: list[date] = attrs.field(factory=list)
    shifts_on_holidays: list[date] = attrs.field(factory=list)
    on_duty: list[date] = attrs.field(factory=list)
    begun_on_holidays: list[date] = attrs.field(factory=list)
    went_home: list[date] = attrs.field(factory=list)
    at_work: list[date] = attrs.field(factory=list)
    entitled: list[Outcome] = attrs.field(factory=list)
