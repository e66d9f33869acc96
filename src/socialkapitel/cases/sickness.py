"""Sick leaves with their hours, and what they give the employer for a month."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile
from uuid import UUID

import attrs

from socialkapitel.calculators.inputs import FULL_TIME
from socialkapitel.calculators.schedule import Schedule
from socialkapitel.calculators.sickness_absence import (
    Employment,
    HoursRecord,
    PayChanges,
    SicknessAbsence,
)
from socialkapitel.calculators.sickness_calendar import DayState, WorkCalendar
from socialkapitel.cases.events import (
    AbsenceRegistered,
    Event,
    FullReturn,
    PartialReturn,
    SickLeaveStarted,
)
from socialkapitel.cases.events.absence import Extent, first_day_of, week_of
from socialkapitel.cases.jobs import employment_end
from socialkapitel.cases.working_time import (
    agreed_plan,
    as_periods,
    changed_pay,
    employed_since,
    states_of_days,
)
from socialkapitel.messages import Text, msg
from socialkapitel.periods import Month, Week

_DAY = timedelta(days=1)


@attrs.frozen
class RecordedLeave:
    """A sick leave with the hours that are registered for it.

    ``back_on`` is the first day back at work; None while the leave lasts. The hours are in the
    events whose ids are ``registered``. From ``partial_from`` on the leave is partial; None where
    it isn't. What else the events say about it is in ``plan``, ``states``, ``pay_changes`` and
    ``employment``.
    """

    started: SickLeaveStarted
    hours: HoursRecord
    back_on: date | None
    registered: tuple[UUID, ...]
    partial_from: date | None = None
    plan: Schedule | None = None
    states: tuple[tuple[date, DayState], ...] = ()
    pay_changes: PayChanges = ()
    employment: Employment | None = None

    @property
    def last_day(self) -> date | None:
        """The last day of the leave: the last before work, or of the employment; None if open."""
        until = self.employment.until if self.employment else None
        ends = [until, None if self.back_on is None else self.back_on - _DAY]
        return min((each for each in ends if each is not None), default=None)

    def overlaps(self, month: Month) -> bool:
        """Whether the leave has a day in the month."""
        last = self.last_day
        begun = self.started.on <= month.last_day
        return begun and (last is None or month.first_day <= last)

    def covers(self, day: date) -> bool:
        """Whether a day is in the leave."""
        last = self.last_day
        return self.started.on <= day and (last is None or day <= last)

    @property
    def first_day(self) -> date:
        """The first day of absence."""
        return self.started.on

    def weeks(self, last_day: date) -> Iterator[Week]:
        """The weeks in which the leave has a day to be worked, through a day.

        A week off, or one of holiday, says nothing about illness.
        """
        until = self.employment.until if self.employment else None
        plan = self.plan or Schedule.weekly(FULL_TIME)
        calendar = WorkCalendar(plan, as_periods(dict(self.states)), until)
        day = self.first_day
        while day <= min(last_day, self.last_day or last_day):
            if calendar.fifths(day) or not calendar.is_known(day):
                yield Week.of(day)
            day += _DAY

    def unregistered(self, last_day: date) -> tuple[Week, ...]:
        """The weeks of the leave, through a day, for which no hours are registered."""
        known = {week_of(key) for key, _ in self.hours}
        return tuple(dict.fromkeys(week for week in self.weeks(last_day) if week not in known))

    def absence(self) -> SicknessAbsence:
        """The leave as `socialkapitel.sickness_refund` takes it."""
        started = self.started
        return SicknessAbsence(
            first_day=started.on,
            contract_hours=None if self.plan else started.contract_hours,
            schedule=self.plan,
            hours=self.hours,
            hourly_pay=started.hourly_pay,
            pay_changes=self.pay_changes,
            paid_during_sickness=started.paid_during_sickness,
            basis=started.basis,
            days=as_periods(self._partly_fit() | dict(self.states)),
            full_time_hours=started.full_time_hours,
            employment=self.employment,
        )

    def why_not(self) -> Text | None:
        """Why the leave can't be worked out from the events' hours and employment."""
        hours = self.started.contract_hours
        until = self.employment.until if self.employment else None
        if until is not None and until < self.first_day:
            return msg("the employment ended on {day}, before the absence", day=until)
        if self.plan is None and hours is None:
            return msg("the agreed hours are not recorded")
        if self.plan is not None and hours not in {None, self.plan.norm_hours}:
            return msg(
                "the sick leave has {hours} agreed hours a week, and the schedule has {planned}",
                hours=hours,
                planned=self.plan.norm_hours,
            )
        return None

    def _partly_fit(self) -> dict[date, DayState]:
        """The days of partial leave, on which time at work doesn't end the absence."""
        if self.partial_from is None or not self.hours:
            return {}
        days = (week_of(self.hours[-1][0]).sunday - self.partial_from).days + 1
        return {
            self.partial_from + timedelta(days=number): DayState.PARTLY_FIT
            for number in range(days)
        }


@attrs.frozen
class _Registered:
    """Registered hours, and the event that holds them."""

    key: Week | date
    hours: Decimal
    event: UUID

    @property
    def first_day(self) -> date:
        return first_day_of(self.key)


def sick_leaves(events: Iterable[Event]) -> tuple[RecordedLeave, ...]:
    """The sick leaves of a case, the earliest first."""
    recorded = tuple(events)
    leaves: list[RecordedLeave] = []
    record: dict[Week, dict[Week | date, _Registered]] = {}
    for event in recorded:
        match event:
            case SickLeaveStarted():
                partial_from = event.on if event.extent is Extent.PARTIAL else None
                leaves.append(RecordedLeave(event, (), None, (), partial_from))
            case PartialReturn():
                partial_from = leaves[-1].partial_from or event.on
                leaves[-1] = attrs.evolve(leaves[-1], partial_from=partial_from)
            case FullReturn():
                leaves[-1] = attrs.evolve(leaves[-1], back_on=event.on)
            case AbsenceRegistered():
                for key, hours in event.hours:
                    week = record.setdefault(week_of(key), {})
                    _register(week, _Registered(key, hours, event.id))
            case _:
                pass
    entries = sorted(
        (entry for week in record.values() for entry in week.values()),
        key=lambda entry: entry.first_day,
    )
    return tuple(_as_told(recorded, _with_hours(leave, entries)) for leave in leaves)


def _as_told(events: tuple[Event, ...], leave: RecordedLeave) -> RecordedLeave:
    """The leave with what the other events say about hours, pay, days and employment."""
    started, first = leave.started, leave.first_day
    last = None if leave.back_on is None else leave.back_on - _DAY
    plan = agreed_plan(events, first, started.contract_hours)
    since, until = employed_since(events, first), employment_end(events)
    if until is not None and last is not None and last <= until:
        until = None
    facts = (since, until, started.hours_in_8_weeks, started.at_work_last)
    employment = None
    if any(fact is not None for fact in facts):
        employment = Employment(
            since=since,
            until=until,
            hours_in_8_weeks=started.hours_in_8_weeks,
            at_work_last=started.at_work_last,
        )
    return attrs.evolve(
        leave,
        plan=plan,
        states=tuple(states_of_days(events, first, last).items()),
        pay_changes=changed_pay(events, first),
        employment=employment,
    )


def _register(week: dict[Week | date, _Registered], entry: _Registered) -> None:
    """Hours for a week replace those for its days, and vice versa."""
    for known in tuple(week):
        if isinstance(known, Week) != isinstance(entry.key, Week):
            del week[known]
    week[entry.key] = entry


def _with_hours(leave: RecordedLeave, entries: list[_Registered]) -> RecordedLeave:
    """The leave with its part of the entries, which are in order of time."""
    started, back_on = leave.started, leave.back_on
    place = bisect_left(entries, Week.of(started.on).monday, key=lambda entry: entry.first_day)
    own = [
        entry
        for entry in takewhile(
            lambda entry: back_on is None or entry.first_day < back_on, entries[place:]
        )
        if isinstance(entry.key, Week) or entry.key >= started.on
    ]
    return attrs.evolve(
        leave,
        hours=tuple((entry.key, entry.hours) for entry in own),
        registered=tuple(dict.fromkeys(entry.event for entry in own)),
    )
