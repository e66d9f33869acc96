"""What the events say about employment, hours, pay and days, as the calculators need it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from socialkapitel.calculators.schedule import Schedule
from socialkapitel.calculators.sickness_calendar import DayState, DayStates
from socialkapitel.cases.events import (
    DaysRegistered,
    EmploymentBegun,
    Event,
    PayChanged,
    ScheduleAgreed,
)
from socialkapitel.money import decimal, round_half_away
from socialkapitel.periods import Period

_DAY = timedelta(days=1)


def agreed_plan(events: Iterable[Event], day: date, hours: Decimal | None) -> Schedule | None:
    """The hours that were to be worked from a day on, with later changes; None without schedules.

    ``hours`` are weekly hours known from elsewhere, used where no schedule is in force on the day.
    """
    plans: list[tuple[date, Schedule]] = []
    for event in events:
        if isinstance(event, ScheduleAgreed):
            first = event.from_day or event.on
            later = [each for each in event.schedule.changes if first < each[0]]
            plans = [each for each in plans if each[0] < first]
            plans += [(first, event.schedule.on(first)), *later]
    before = [plan for first, plan in plans if first <= day]
    after = {first: plan for first, plan in plans if first > day}
    if before:
        base = before[-1]
    elif plans and hours is not None:
        base = Schedule.weekly(hours)
    else:
        return None
    return base.changed(after) if after else base


def changed_pay(events: Iterable[Event], day: date) -> tuple[tuple[date, Decimal], ...]:
    """The hourly pay by the later days from which it applies; later registrations count."""
    changes: dict[date, Decimal] = {}
    for event in events:
        if isinstance(event, PayChanged):
            first = event.from_day or event.on
            changes = {each: pay for each, pay in changes.items() if each < first}
            changes[first] = event.hourly_pay
    return tuple((first, pay) for first, pay in changes.items() if first > day)


def states_of_days(events: Iterable[Event], first: date, last: date | None) -> dict[date, DayState]:
    """The state of each day in a period for which one was registered; later registrations count."""
    states: dict[date, DayState] = {}
    for event in events:
        if isinstance(event, DaysRegistered):
            for period, state in event.days:
                day = max(period.start, first)
                while day <= period.end and (last is None or day <= last):
                    states[day] = state
                    day += _DAY
    return states


def as_periods(states: dict[date, DayState]) -> DayStates:
    """The states of days, as periods of consecutive days with the same state."""

    def run(entry: tuple[int, date]) -> tuple[int, DayState]:
        place, day = entry
        return day.toordinal() - place, states[day]

    found: list[tuple[Period, DayState]] = []
    for (_, state), entries in groupby(enumerate(sorted(states)), key=run):
        days = [day for _, day in entries]
        found.append((Period(days[0], days[-1]), state))
    return tuple(found)


def planned_hours(
    events: Iterable[Event], days: Period, weekly_hours: Decimal, *, whole: bool
) -> Decimal | dict[date, Decimal] | None:
    """The hours with pay on the days of a job in a month, where it isn't a whole month with pay.

    They are the planned hours, without the days of unpaid leave. None for a whole month, and where
    no schedule and no unpaid leave is recorded.
    """
    recorded = tuple(events)
    states = states_of_days(recorded, days.start, days.end)
    unpaid = {day for day, state in states.items() if state is DayState.UNPAID_LEAVE}
    plan = agreed_plan(recorded, days.start, weekly_hours)
    if not unpaid and (whole or plan is None):
        return None
    plan = plan or Schedule.weekly(weekly_hours)
    hours = {day: plan.planned(day) for day in days if day not in unpaid}
    if all((100 * each).denominator == 1 for each in hours.values()):
        return {day: decimal(int(100 * each)) for day, each in hours.items() if each}
    return decimal(round_half_away(100 * sum(hours.values(), Fraction(0))))


def employed_since(events: Iterable[Event], day: date) -> date | None:
    """The first day of the employment, recorded as begun by a day; None where there is none."""
    told = [event.first_day for event in events if isinstance(event, EmploymentBegun)]
    return next((first for first in reversed(told) if first <= day), None)
