"""What is known of an absence: hours, days of another kind, pay, employment and other jobs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby, pairwise
from typing import TypeAlias

import attrs

from socialkapitel.calculators.inputs import FULL_TIME, read_contract_hours
from socialkapitel.errors import InvalidInput, WrongType, as_one, check_kind
from socialkapitel.fields import checked, member, named, read_flag, read_flag_or_none
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hundredths, oere, read_hourly_rate
from socialkapitel.periods import Period, Week, check_date, read_date, read_date_or_none

HoursRecord: TypeAlias = tuple[tuple[Week | date, Decimal], ...]
"""Absence hours by week or by date, in order of time."""

HoursGiven: TypeAlias = (
    Mapping[Week, Number] | Mapping[date, Number] | Mapping[Week | date, Number] | HoursRecord
)
"""What callers may give for a record: a mapping whose keys are in order of time."""

_DAY_HOURS = 24
_WEEK_HOURS = 7 * _DAY_HOURS
_EIGHT_WEEKS_HOURS = 8 * _WEEK_HOURS
_SATURDAY = 5


class RefundBasis(Enum):
    """What the employer's refund rests on (refusionsgrundlag).

    * ``ORDINARY``: refund after the employer period.
    * ``SECTION_56``: a section 56 agreement in force for this absence; refund from the first day.
    * ``FLEXJOB``: a flexjob granted before 2013; refund from the first day.
    * ``FLEXJOB_SINCE_2013``: a flexjob granted since 2013; refund from the first day, and no
      fewest weekly hours.
    * ``NEW_EMPLOYEE``: an employee who is not yet entitled to benefit from the employer, but from
      the municipality; refund from the first day. From 3 July 2006.
    """

    ORDINARY = "ordinary"
    SECTION_56 = "section_56"
    FLEXJOB = "flexjob"
    FLEXJOB_SINCE_2013 = "flexjob_since_2013"
    NEW_EMPLOYEE = "new_employee"


class DayState(Enum):
    """What is known of a day beside its hours of absence (dagens status).

    * ``FIT``: back at full work (raskmeldt). It ends the absence; the next one has an employer
      period of its own.
    * ``PARTLY_FIT``: partial leave (delvis sygemeldt), whose hours may lie on other days. Days at
      work go on with the absence.
    * ``ON_DUTY``: the employee was to work that day, although it is a public holiday.
    """

    FIT = "fit"
    PARTLY_FIT = "partly_fit"
    ON_DUTY = "on_duty"


DayStates: TypeAlias = tuple[tuple[Period, DayState], ...]
"""States by period, in order of time, no two of them on the same day."""

DaysGiven: TypeAlias = (
    Mapping[Period, DayState]
    | Mapping[date, DayState]
    | Mapping[Period | date, DayState]
    | DayStates
)
"""What callers may give for states: a mapping of days or periods."""


def _read_worked(value: Number | None, field: str = "") -> Decimal | None:
    if value is None:
        return None
    return decimal(hundredths(value, field, most=_EIGHT_WEEKS_HOURS))


@checked
@attrs.frozen(kw_only=True)
class Employment:
    """What is known of the employment: whether the employer owes benefit (beskæftigelseskrav).

    The employer owes benefit in the employer period to whom it has employed without a break in the
    8 weeks before the first day of absence, and for 74 hours in them. Law: sygedagpengeloven § 30,
    stk. 2-4. What is None is not known.

    Attributes:
        since: the first day of the employment; sickness, holiday, unpaid days that were agreed,
            courses and conflicts do not break it.
        until: the last day of the employment, where it has ended.
        hours_in_8_weeks: hours at work for the employer, earlier employment included, in the 8
            weeks before the first day of absence; sickness and holiday are no work.
        at_work_last: whether the employee was at work on the first day of absence, or on the last
            working day before it. Asked where the employment is shorter than 8 weeks.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.

    >>> Employment(since=date(2023, 10, 1), hours_in_8_weeks="296").hours_in_8_weeks
    Decimal('296.00')
    """

    since: date | None = attrs.field(
        default=None,
        converter=read_date_or_none,
        metadata=named("First day of the employment", "Første ansættelsesdag"),
    )
    until: date | None = attrs.field(
        default=None,
        converter=read_date_or_none,
        metadata=named("Last day of the employment", "Sidste ansættelsesdag"),
    )
    hours_in_8_weeks: Decimal | None = attrs.field(default=None, converter=_read_worked)
    at_work_last: bool | None = attrs.field(
        default=None,
        converter=read_flag_or_none,
        metadata=named("At work right before the absence", "På arbejde lige før fraværet"),
    )

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise InvalidInput("until", self.until, msg("a day on or after {day}", day=self.since))


def _in_all(week: RecordedWeek) -> int:
    return sum(oere(hours) for _, hours in week.entries)


@attrs.frozen
class RecordedWeek:
    """A week of the record: one entry for the week, or one for each date.

    ``hours`` is its absence in hundredths of hours.
    """

    week: Week
    entries: HoursRecord
    hours: int = attrs.field(init=False, default=attrs.Factory(_in_all, takes_self=True))

    @property
    def by_date(self) -> bool:
        """Whether the hours are given by date."""
        return not isinstance(self.entries[0][0], Week)

    @property
    def dates(self) -> tuple[tuple[date, int], ...]:
        """The dates with absence and their hundredths of hours; empty for an entry by week."""
        return tuple((key, oere(h)) for key, h in self.entries if isinstance(key, date) and h)


def _week_of(key: Week | date) -> Week:
    return key if isinstance(key, Week) else Week.of(key)


def _start(key: Week | date) -> date:
    return key.monday if isinstance(key, Week) else key


def _read_entry(entry: object, most_a_week: int) -> tuple[Week | date, Decimal]:
    if not isinstance(entry, tuple) or len(entry) != 2:
        raise WrongType("", entry, msg("pairs of a Week or a date and its hours"))
    key, value = entry
    if not isinstance(key, (Week, date)):
        raise WrongType("", key, msg("keys that are a Week or a datetime.date"))
    if isinstance(key, date):
        check_date(key, "")
    most = most_a_week if isinstance(key, Week) else _DAY_HOURS
    return key, decimal(hundredths(value, f"[{key}]", most=most))


def _read_record(value: object, most_a_week: int) -> HoursRecord:
    if not isinstance(value, (Mapping, tuple)):
        raise WrongType("", value, msg("a mapping of Week or date to hours"))
    entries: tuple[object, ...] = tuple(value.items()) if isinstance(value, Mapping) else value
    record = tuple(_read_entry(entry, most_a_week) for entry in entries)
    for (before, _), (after, _) in pairwise(record):
        mixed = isinstance(before, Week) != isinstance(after, Week)
        if mixed and _week_of(before) == _week_of(after):
            raise InvalidInput(
                "", str(after), msg("each week's hours either for the week or by date")
            )
        if _start(after) <= _start(before):
            raise InvalidInput(
                "", str(after), msg("entries in order of time; it stands after {key}", key=before)
            )
    return record


def _read_hours(value: HoursGiven, field: str = "") -> HoursRecord:
    record = _read_record(value, FULL_TIME)
    if not any(hours for _, hours in record):
        raise InvalidInput(field, value, msg("at least one week or date with hours above 0"))
    return record


def _read_other_hours(value: HoursGiven | None) -> HoursRecord | None:
    return None if value is None else _read_record(value, _WEEK_HOURS)


def _read_full_time_hours(value: Number | None, field: str = "") -> Decimal | None:
    if value is None:
        return None
    return decimal(hundredths(value, field, most=FULL_TIME, above_zero=True))


def _read_state(entry: object) -> tuple[Period, DayState]:
    if not isinstance(entry, tuple) or len(entry) != 2:
        raise WrongType("", entry, msg("pairs of a Period or a date and its state"))
    key, state = entry
    day = key if isinstance(key, Period) else check_date(key, "")
    found = member(state, DayState, f"[{day}]")
    return (day, found) if isinstance(day, Period) else (Period(day, day), found)


def _read_days(value: DaysGiven | None) -> DayStates:
    if value is None:
        return ()
    if not isinstance(value, (Mapping, tuple)):
        raise WrongType("", value, msg("a mapping of days or periods to their state"))
    entries: tuple[object, ...] = tuple(value.items()) if isinstance(value, Mapping) else value
    states = tuple(sorted(map(_read_state, entries), key=lambda entry: entry[0]))
    for (before, _), (after, _) in pairwise(states):
        if before.overlaps(after):
            raise InvalidInput("", str(after), msg("one state for each day"))
    return states


def read_basis(value: RefundBasis | str, field: str = "") -> RefundBasis:
    """What a refund rests on, also by its name."""
    return member(value, RefundBasis, field)


def _read_employment(value: Employment | None, field: str = "") -> Employment | None:
    return None if value is None else check_kind(value, Employment, field)


@checked
@attrs.frozen(kw_only=True)
class SicknessAbsence:
    """An employee's absence, full or partial, as one record (sygefravær).

    A week at work is recorded with 0 hours and ends the spell; a week that isn't recorded isn't
    known and doesn't. Weeks without one at work between them are one spell; two
    absences that have nothing to do with each other are two records.

    Attributes:
        first_day: the first day of absence.
        contract_hours: agreed weekly hours, above 0, at most 37.
        hours: absence hours by `Week` or by date, in order of time; treatment, waiting and
            transport count. A week's hours are spread evenly over its working days (from Monday to
            Friday without public holidays), in the first week from ``first_day`` on, and count as
            far as they were to be worked. Kept as a tuple of pairs.
        hourly_pay: in kroner, before the labour-market contribution.
        paid_during_sickness: whether the employee has a right to pay during the absence.
        basis: what the refund rests on.
        days: the `DayState` of days or of periods, where there is more to say of them than hours.
            Kept as a tuple of pairs.
        hours_in_other_jobs: the employee's absence hours with all other employers, by `Week` or by
            date, for each week of ``hours``; empty where there is no other employer, None where
            that is not known.
        full_time_hours: the weekly hours of full-time work by the collective agreement, above 0, at
            most 37; None for the usual 37.
        employment: what is known of the employment; asked where the employee has no right to pay,
            and for `RefundBasis.NEW_EMPLOYEE`.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted: among
            them hours before ``first_day`` or none on it, a week with more hours than agreed,
            entries that overlap or are out of order, a fit day with hours of absence, and hours
            outside the employment.

    >>> absence = SicknessAbsence(
    ...     first_day=date(2022, 1, 3),
    ...     contract_hours="37",
    ...     hours={Week(2022, 1): "37", date(2022, 1, 10): "7.4"},
    ...     hourly_pay="185.00",
    ...     paid_during_sickness=True,
    ...     basis=RefundBasis.ORDINARY,
    ... )
    >>> absence.hours[1]
    (datetime.date(2022, 1, 10), Decimal('7.40'))
    """

    first_day: date = attrs.field(converter=read_date)
    contract_hours: Decimal = attrs.field(converter=read_contract_hours)
    hours: HoursRecord = attrs.field(converter=_read_hours)
    hourly_pay: Decimal = attrs.field(converter=read_hourly_rate)
    paid_during_sickness: bool = attrs.field(converter=read_flag)
    basis: RefundBasis = attrs.field(converter=read_basis)
    days: DayStates = attrs.field(default=None, converter=_read_days)
    hours_in_other_jobs: HoursRecord | None = attrs.field(default=None, converter=_read_other_hours)
    full_time_hours: Decimal | None = attrs.field(default=None, converter=_read_full_time_hours)
    employment: Employment | None = attrs.field(default=None, converter=_read_employment)

    def __attrs_post_init__(self) -> None:
        weeks = recorded_weeks(self.hours)
        faults = [
            *self._wrong_start(),
            *self._wrong_weekly_hours(weeks),
            *self._wrong_days(weeks),
            *self._wrong_other_jobs(weeks),
            *self._wrong_employment(weeks),
        ]
        if faults:
            raise as_one(faults)

    def _wrong_start(self) -> Iterator[InvalidInput]:
        first_week = Week.of(self.first_day)
        key = self.hours[0][0]
        begun = next(key for key, hours in self.hours if hours)
        if key < first_week if isinstance(key, Week) else key < self.first_day:
            yield InvalidInput(
                "hours",
                str(key),
                msg("no week or date before first_day, {day}", day=self.first_day),
            )
        elif key == first_week and self.first_day.weekday() >= _SATURDAY:
            yield InvalidInput(
                "hours",
                str(key),
                msg("hours by date in the first week, for {day} is no weekday", day=self.first_day),
            )
        elif begun not in (first_week, self.first_day):
            yield InvalidInput(
                "hours",
                str(begun),
                msg(
                    "a record whose first hours above 0 lie on first_day, {day}", day=self.first_day
                ),
            )

    def _wrong_weekly_hours(self, weeks: tuple[RecordedWeek, ...]) -> Iterator[InvalidInput]:
        full_time = self.full_time_hours
        if full_time is not None and self.contract_hours > full_time:
            yield InvalidInput(
                "contract_hours",
                self.contract_hours,
                msg("at most the full-time hours, {most} a week", most=full_time),
            )
        for recorded in weeks:
            if recorded.hours > oere(self.contract_hours):
                yield InvalidInput(
                    "hours",
                    f"{recorded.week}: {decimal(recorded.hours)}",
                    msg("at most the agreed {most} hours a week", most=self.contract_hours),
                )

    def _wrong_days(self, weeks: tuple[RecordedWeek, ...]) -> Iterator[InvalidInput]:
        for period, state in self.days:
            if period.start < self.first_day:
                yield InvalidInput(
                    "days", str(period), msg("no day before first_day, {day}", day=self.first_day)
                )
            if state is not DayState.FIT:
                continue
            for recorded in weeks:
                if recorded.hours and _touches(recorded, period):
                    yield InvalidInput(
                        "days",
                        str(period),
                        msg(
                            "fit days without hours of absence; give the hours of {week} by date,"
                            " without the days that the employee was fit",
                            week=recorded.week,
                        ),
                    )

    def _wrong_other_jobs(self, weeks: tuple[RecordedWeek, ...]) -> Iterator[InvalidInput]:
        if not self.hours_in_other_jobs:
            return
        known = {_week_of(key) for key, _ in self.hours_in_other_jobs}
        for recorded in weeks:
            if recorded.week not in known:
                yield InvalidInput(
                    "hours_in_other_jobs",
                    str(recorded.week),
                    msg("hours for each week of hours, 0 for a week without absence"),
                )

    def _wrong_employment(self, weeks: tuple[RecordedWeek, ...]) -> Iterator[InvalidInput]:
        employment = self.employment
        if employment is None:
            return
        if employment.since is not None and self.first_day < employment.since:
            yield InvalidInput(
                "first_day",
                self.first_day,
                msg("a day of the employment, from {day} on", day=employment.since),
            )
        last = employment.until
        if last is None:
            return
        for recorded in weeks:
            if recorded.hours and last < _last_day(recorded):
                yield InvalidInput(
                    "hours",
                    str(recorded.week),
                    msg(
                        "hours through the last day of the employment, {day}; by date in the week"
                        " in which it ends",
                        day=last,
                    ),
                )


def _touches(recorded: RecordedWeek, period: Period) -> bool:
    """Whether hours of the week lie, or may lie, in the period."""
    if recorded.by_date:
        return any(day in period for day, _ in recorded.dates)
    week = recorded.week
    return week.monday <= period.end and period.start <= week.weekdays[-1]


def _last_day(recorded: RecordedWeek) -> date:
    return recorded.dates[-1][0] if recorded.by_date else recorded.week.weekdays[-1]


def recorded_weeks(record: HoursRecord) -> tuple[RecordedWeek, ...]:
    """The record week by week."""
    return tuple(
        RecordedWeek(week, tuple(entries))
        for week, entries in groupby(record, key=lambda entry: _week_of(entry[0]))
    )
