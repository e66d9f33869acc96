"""Sick leaves with their hours, and what they give the employer for a month."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile
from uuid import UUID

import attrs

from socialkapitel.calculators.sickness_absence import HoursRecord, SicknessAbsence
from socialkapitel.calculators.sickness_calendar import DayState, DayStates
from socialkapitel.cases.events import (
    AbsenceRegistered,
    Event,
    FullReturn,
    PartialReturn,
    SickLeaveStarted,
)
from socialkapitel.cases.events.absence import Extent, first_day_of, week_of
from socialkapitel.periods import Month, Period, Week


@attrs.frozen
class RecordedLeave:
    """A sick leave with the hours that are registered for it.

    ``back_on`` is the first day back at work; None while the leave lasts. The hours stand in the
    events whose ids are ``registered``. From ``partial_from`` on the leave is partial;
    None where it isn't.
    """

    started: SickLeaveStarted
    hours: HoursRecord
    back_on: date | None
    registered: tuple[UUID, ...]
    partial_from: date | None = None

    def overlaps(self, month: Month) -> bool:
        """Whether the leave has a day in the month."""
        begun = self.started.on <= month.last_day
        return begun and (self.back_on is None or month.first_day < self.back_on)

    def covers(self, day: date) -> bool:
        """Whether a day lies in the leave."""
        return self.started.on <= day and (self.back_on is None or day < self.back_on)

    @property
    def first_day(self) -> date:
        """The first day of absence."""
        return self.started.on

    def weeks(self, last_day: date) -> Iterator[Week]:
        """The weeks in which the leave has a weekday, through a day."""
        day = self.first_day
        end = last_day if self.back_on is None else min(last_day, self.back_on - timedelta(days=1))
        while day <= end:
            if day.weekday() < 5:
                yield Week.of(day)
            day += timedelta(days=1 if day.weekday() != 4 else 3)

    def unregistered(self, last_day: date) -> tuple[Week, ...]:
        """The weeks of the leave, through a day, for which no hours are registered."""
        known = {week_of(key) for key, _ in self.hours}
        return tuple(dict.fromkeys(week for week in self.weeks(last_day) if week not in known))

    def absence(self) -> SicknessAbsence:
        """The leave as `socialkapitel.sickness_refund` takes it."""
        started = self.started
        return SicknessAbsence(
            first_day=started.on,
            contract_hours=started.contract_hours,
            hours=self.hours,
            hourly_pay=started.hourly_pay,
            paid_during_sickness=started.paid_during_sickness,
            basis=started.basis,
            days=self._partly_fit(),
        )

    def _partly_fit(self) -> DayStates:
        """The days of partial leave, on which time at work doesn't end the absence."""
        if self.partial_from is None or not self.hours:
            return ()
        last = week_of(self.hours[-1][0]).sunday
        if last < self.partial_from:
            return ()
        return ((Period(self.partial_from, last), DayState.PARTLY_FIT),)


@attrs.frozen
class _Registered:
    """Hours that are registered, and the event that they stand in."""

    key: Week | date
    hours: Decimal
    event: UUID

    @property
    def first_day(self) -> date:
        return first_day_of(self.key)


def sick_leaves(events: Iterable[Event]) -> tuple[RecordedLeave, ...]:
    """The sick leaves of a case, the earliest first."""
    leaves: list[RecordedLeave] = []
    record: dict[Week, dict[Week | date, _Registered]] = {}
    for event in events:
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
    return tuple(_with_hours(leave, entries) for leave in leaves)


def _register(week: dict[Week | date, _Registered], entry: _Registered) -> None:
    """Hours for a week replace those for its days, and the other way round."""
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
