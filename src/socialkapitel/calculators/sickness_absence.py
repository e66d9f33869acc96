"""What is known about an absence: hours, days of another kind, pay, employment and other jobs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby, pairwise
from typing import TypeAlias, cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import FULL_TIME, NumbersByDay, read_contract_hours
from socialkapitel.calculators.schedule import Schedule
from socialkapitel.calculators.sickness_calendar import (
    DayState,
    DayStates,
    WorkCalendar,
    read_days,
)
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import (
    checked,
    entries_of,
    member,
    named,
    raise_all,
    read_flag,
    read_flag_or_none,
)
from socialkapitel.messages import msg
from socialkapitel.money import (
    Number,
    decimal,
    hourly_rate,
    hundredths,
    oere,
    read_hourly_rate,
)
from socialkapitel.periods import (
    Period,
    Week,
    check_once,
    read_date,
    read_date_or_none,
    read_week_or_day,
)

HoursRecord: TypeAlias = tuple[tuple[Week | date, Decimal], ...]
"""Absence hours by week or by date, in order of time."""

HoursGiven: TypeAlias = (
    Mapping[Week, Number] | NumbersByDay | Mapping[Week | date, Number] | HoursRecord
)
"""What callers may give for a record: a mapping whose keys are in order of time."""

PayChanges: TypeAlias = tuple[tuple[date, Decimal], ...]
"""Hourly pay by the first day on which it holds, in order of time."""

PayGiven: TypeAlias = NumbersByDay | PayChanges
"""What callers may give for changes of pay."""

_DAY_HOURS = 24
_WEEK_HOURS = 7 * _DAY_HOURS
_EIGHT_WEEKS_HOURS = 8 * _WEEK_HOURS
_SATURDAY = 5


class RefundBasis(Enum):
    """What the employer's refund is based on (refusionsgrundlag).

    * ``ORDINARY``: refund after the employer period.
    * ``SECTION_56``: a section 56 agreement in force for this absence; refund from the first day.
    * ``FLEXJOB``: a flexjob begun before 2013; refund from the first day.
    * ``FLEXJOB_SINCE_2013``: a flexjob begun in 2013 or later; refund from the first day, and no
      minimum of weekly hours.
    * ``NEW_EMPLOYEE``: an employee who is not yet entitled to benefit from the employer, but from
      the municipality; refund from the first day. From 3 July 2006.
    """

    ORDINARY = "ordinary"
    SECTION_56 = "section_56"
    FLEXJOB = "flexjob"
    FLEXJOB_SINCE_2013 = "flexjob_since_2013"
    NEW_EMPLOYEE = "new_employee"


def _read_worked(value: Number | None, field: str = "") -> Decimal | None:
    if value is None:
        return None
    return decimal(hundredths(value, field, most=_EIGHT_WEEKS_HOURS))


@checked
@attrs.frozen(kw_only=True)
class Employment:
    """What is known about the employment: whether the employer owes benefit (beskæftigelseskrav).

    The employer owes benefit in the employer period to an employee who has been employed there
    without a break in the 8 weeks before the first day of absence, and has worked at least 74 hours
    in them. Law: sygedagpengeloven § 30, stk. 2-4. What is None is not known.

    Attributes:
        since: the first day of the employment; sickness, holiday, unpaid days that were agreed,
            courses and conflicts do not break it.
        until: the last day of the employment, where it has ended.
        hours_in_8_weeks: hours at work for the employer, earlier employment included, in the 8
            weeks before the first day of absence; sickness and holiday do not count.
        at_work_last: whether the employee was at work on the first day of absence, or on the last
            working day before it. Needed where the employment is shorter than 8 weeks.

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
    if not isinstance(key, (Week, date, str)):
        raise WrongType("", key, msg("keys that are a Week or a datetime.date"))
    key = read_week_or_day(key)
    most = most_a_week if isinstance(key, Week) else _DAY_HOURS
    return key, decimal(hundredths(value, f"[{key}]", most=most))


def _read_record(value: object, most_a_week: int) -> HoursRecord:
    entries = entries_of(value, "", msg("a mapping of Week or date to hours"))
    record = tuple(_read_entry(entry, most_a_week) for entry in entries)
    keys = [key for key, _ in record]
    for before, after in pairwise(keys):
        mixed = isinstance(before, Week) != isinstance(after, Week)
        if _start(after) <= _start(before) or (mixed and _week_of(before) == _week_of(after)):
            check_once(keys, "")
            _check_each_way(keys)
            raise _out_of_order("", before, after)
    return record


def _check_each_way(keys: Iterable[Week | date]) -> None:
    """Check that no week has hours both for the week and by date."""
    by_week: dict[Week, bool] = {}
    for key in keys:
        whole = isinstance(key, Week)
        if by_week.setdefault(_week_of(key), whole) is not whole:
            raise InvalidInput("", key, msg("each week's hours either for the week or by date"))


def _out_of_order(field: str, before: Week | date, after: Week | date) -> InvalidInput:
    accepted = msg("entries in order of time; it comes after {key}", key=before)
    return InvalidInput(field, after, accepted)


def _read_hours(value: HoursGiven, field: str = "") -> HoursRecord:
    record = _read_record(value, _WEEK_HOURS)
    if not any(hours for _, hours in record):
        raise InvalidInput(field, value, msg("at least one week or date with hours above 0"))
    return record


def _read_other_hours(value: HoursGiven | None) -> HoursRecord | None:
    return None if value is None else _read_record(value, _WEEK_HOURS)


def _read_full_time_hours(value: Number | None, field: str = "") -> Decimal | None:
    if value is None:
        return None
    return decimal(hundredths(value, field, most=FULL_TIME, above_zero=True))


def _read_contract_hours(value: Number | None) -> Decimal | None:
    return None if value is None else read_contract_hours(value)


def _read_schedule(value: Schedule | None, field: str = "") -> Schedule | None:
    return None if value is None else check_kind(value, Schedule, field)


def _read_pay_changes(value: PayGiven | None, field: str = "") -> PayChanges:
    if value is None:
        return ()
    entries = entries_of(value, field, msg("a mapping of dates to the hourly pay from then on"))
    changes: list[tuple[date, Decimal]] = []
    for entry in entries:
        if not isinstance(entry, tuple) or len(entry) != 2:
            raise WrongType(field, entry, msg("pairs of a date and the hourly pay from then on"))
        day = read_date(entry[0], field)
        changes.append((day, hourly_rate(entry[1], f"{field}[{day}]")))
    days = [day for day, _ in changes]
    check_once(days, field)
    for before, after in pairwise(days):
        if after < before:
            raise _out_of_order(field, before, after)
    return tuple(changes)


def read_basis(value: RefundBasis | str, field: str = "") -> RefundBasis:
    """What a refund is based on, also by its name."""
    return member(value, RefundBasis, field)


def _read_employment(value: Employment | None, field: str = "") -> Employment | None:
    return None if value is None else check_kind(value, Employment, field)


@brief
@checked
@attrs.frozen(kw_only=True)
class SicknessAbsence:
    """An employee's absence, full or partial, as one record (sygefravær).

    A week at work is recorded with 0 hours and ends the spell; a week that isn't recorded is
    unknown, and does not. Nor does a week in which nothing was to be worked: a week off, or one of
    holiday (`DayState.HOLIDAY`). Weeks with no week at work between them are one spell; two
    absences that have nothing to do with each other are two records.

    Attributes:
        first_day: the first day of absence.
        contract_hours: agreed weekly hours, above 0, at most 37, evenly from Monday to Friday; None
            where there is a ``schedule``.
        schedule: the hours that were to be worked, as a `Schedule`; given instead of
            ``contract_hours``.
        hours: absence hours by `Week` or by date, in order of time; treatment, waiting and
            transport count. A week's hours are spread over its working days (those with planned
            hours, without public holidays) by their planned hours, in the first week from
            ``first_day`` on, and count as far as they were to be worked. Kept as a tuple of pairs.
        hourly_pay: in kroner, before the labour-market contribution.
        pay_changes: other hourly pay by the date from which it holds, where pay is changed during
            the absence. Kept as a tuple of pairs.
        paid_during_sickness: whether the employee has a right to pay during the absence.
        basis: what the refund is based on.
        days: the `DayState` of days or of periods, where there is more to say about them than
            hours. Kept as a tuple of pairs.
        hours_in_other_jobs: the employee's absence hours with all other employers, by `Week` or by
            date, for each week of ``hours``; empty where there is no other employer, None where
            that is not known.
        full_time_hours: the weekly hours of full-time work by the collective agreement, above 0, at
            most 37; None for the usual 37.
        employment: what is known about the employment; needed where the employee has no right to
            pay, and for `RefundBasis.NEW_EMPLOYEE`.
        plan: the hours that were to be worked: the schedule, or the agreed hours of an even week.

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
    contract_hours: Decimal | None = attrs.field(default=None, converter=_read_contract_hours)
    schedule: Schedule | None = attrs.field(default=None, converter=_read_schedule)
    hours: HoursRecord = attrs.field(converter=_read_hours)
    hourly_pay: Decimal = attrs.field(converter=read_hourly_rate)
    paid_during_sickness: bool = attrs.field(converter=read_flag)
    basis: RefundBasis = attrs.field(converter=read_basis)
    days: DayStates = attrs.field(default=None, converter=read_days)
    hours_in_other_jobs: HoursRecord | None = attrs.field(default=None, converter=_read_other_hours)
    full_time_hours: Decimal | None = attrs.field(default=None, converter=_read_full_time_hours)
    employment: Employment | None = attrs.field(default=None, converter=_read_employment)
    pay_changes: PayChanges = attrs.field(default=None, converter=_read_pay_changes)
    plan: Schedule = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if (self.contract_hours is None) == (self.schedule is None):
            raise InvalidInput(
                "contract_hours",
                self.contract_hours,
                msg("agreed weekly hours, or a schedule instead of them"),
            )
        plan = self.schedule or Schedule.weekly(cast("Decimal", self.contract_hours))
        object.__setattr__(self, "plan", plan)
        weeks, calendar = recorded_weeks(self.hours), self.calendar()
        faults = [
            *self._wrong_weekly_hours(weeks),
            *self._wrong_start(calendar),
            *self._wrong_plan(weeks, calendar),
            *self._wrong_days(weeks, calendar),
            *self._wrong_other_jobs(weeks),
            *self._wrong_employment(weeks),
        ]
        raise_all(faults)

    def calendar(self) -> WorkCalendar:
        """The days on which the employee was to work."""
        until = self.employment.until if self.employment else None
        return WorkCalendar(self.plan, self.days, until)

    def pay_on(self, day: date | str) -> tuple[date | None, Decimal]:
        """The hourly pay of a day, and the change from which it holds."""
        day = read_date(day, "day")
        since, pay = None, self.hourly_pay
        for first_day, changed in self.pay_changes:
            if first_day <= day:
                since, pay = first_day, changed
        return since, pay

    def _wrong_start(self, calendar: WorkCalendar) -> Iterator[InvalidInput]:
        first_week = Week.of(self.first_day)
        key = self.hours[0][0]
        begun = next(key for key, hours in self.hours if hours)
        if key < first_week if isinstance(key, Week) else key < self.first_day:
            yield InvalidInput(
                "hours",
                key,
                msg("weeks and dates from the first day of absence, {day}, on", day=self.first_day),
            )
        elif begun not in (first_week, self.first_day):
            yield InvalidInput(
                "hours",
                begun,
                msg(
                    "a record whose first hours above 0 are on the first day of absence, {day}",
                    day=self.first_day,
                ),
            )
        elif begun == first_week and not calendar.fifths(self.first_day):
            yield self._day_off(first_week, calendar)

    def _day_off(self, week: Week, calendar: WorkCalendar) -> InvalidInput:
        """The error where the first day is a day off, and hours are by week."""
        planned = calendar.planned_days(week, self.first_day)
        if not planned and self.schedule is None:
            accepted = msg(
                "hours by date in the first week, since {day} is not a weekday", day=self.first_day
            )
            return InvalidInput("hours", week, accepted)
        accepted = msg("a day on which the employee was to work, or hours by date in that week")
        if planned:
            accepted = msg(
                "a day on which the employee was to work; the first one is {day}", day=planned[0]
            )
        return InvalidInput("first_day", self.first_day, accepted)

    def _wrong_weekly_hours(self, weeks: tuple[RecordedWeek, ...]) -> Iterator[InvalidInput]:
        full_time, plan = self.full_time_hours, self.plan
        for each in (plan, *(schedule for _, schedule in plan.changes)):
            if full_time is not None and each.norm_hours > full_time:
                yield InvalidInput(
                    "contract_hours" if self.schedule is None else "schedule",
                    each.norm_hours,
                    msg("at most the full-time hours, {most} a week", most=full_time),
                )
        if self.schedule is not None and not self.schedule.is_even:
            return
        for recorded in weeks:
            monday, *_, friday = recorded.week.weekdays
            plans = plan.in_force(monday), plan.in_force(friday)
            if not all(each.is_even for each in plans):
                continue
            most = max(oere(each.norm_hours) for each in plans)
            if recorded.hours > most:
                yield InvalidInput(
                    "hours",
                    f"{recorded.week}: {decimal(recorded.hours)}",
                    msg("at most the agreed {most} hours a week", most=decimal(most)),
                )

    def _wrong_plan(
        self, weeks: tuple[RecordedWeek, ...], calendar: WorkCalendar
    ) -> Iterator[InvalidInput]:
        """Hours on days off, and in weeks that a rota does not cover."""
        for recorded in weeks:
            week = recorded.week
            unknown = [
                day for day in week.days if day >= self.first_day and not calendar.is_known(day)
            ]
            if unknown:
                yield InvalidInput(
                    "hours",
                    week,
                    msg(
                        "weeks that the rota covers, {days}; add the shifts of the week to it, or"
                        " a day with 0 hours for a week off",
                        days=self.plan.in_force(unknown[0]).covers,
                    ),
                )
                continue
            for day, hours in recorded.dates:
                off = not calendar.fifths(day)
                if off and (calendar.is_fixed(day) or calendar.is_away(day)):
                    yield InvalidInput(
                        "hours",
                        f"{day}: {decimal(hours)}",
                        msg("no hours of absence on a day on which the employee was not to work"),
                    )
            spread = recorded.hours and not recorded.by_date and self.first_day not in week
            if (
                spread
                and calendar.is_employed(week)
                and not calendar.planned_days(week, week.monday)
            ):
                yield InvalidInput(
                    "hours",
                    f"{week}: {decimal(recorded.hours)}",
                    msg("no hours of absence in a week in which nothing was to be worked"),
                )

    def _wrong_days(
        self, weeks: tuple[RecordedWeek, ...], calendar: WorkCalendar
    ) -> Iterator[InvalidInput]:
        for period, state in self.days:
            if period.start < self.first_day:
                yield InvalidInput(
                    "days",
                    period,
                    msg("days from the first day of absence, {day}, on", day=self.first_day),
                )
            if state is not DayState.FIT:
                continue
            for recorded in weeks:
                if recorded.hours and _touches(recorded, period, calendar):
                    yield InvalidInput(
                        "days",
                        period,
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
                    recorded.week,
                    msg("hours for each recorded week (hours), 0 for a week without absence"),
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
            if recorded.by_date:
                beyond = bool(recorded.dates) and last < recorded.dates[-1][0]
            else:
                beyond = bool(recorded.hours) and last < recorded.week.monday
            if beyond:
                yield InvalidInput(
                    "hours",
                    recorded.week,
                    msg("hours through the last day of the employment, {day}", day=last),
                )


def _touches(recorded: RecordedWeek, period: Period, calendar: WorkCalendar) -> bool:
    """Whether hours of the week lie, or may lie, in the period."""
    if recorded.by_date:
        return any(day in period for day, _ in recorded.dates)
    week = recorded.week
    return any(day in period for day in calendar.planned_days(week, week.monday))


def recorded_weeks(record: HoursRecord) -> tuple[RecordedWeek, ...]:
    """The record week by week."""
    return tuple(
        RecordedWeek(week, tuple(entries))
        for week, entries in groupby(record, key=lambda entry: _week_of(entry[0]))
    )
