"""Sick leave: how it begins and ends, and the hours of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import FULL_TIME, read_contract_hours
from socialkapitel.calculators.sickness_absence import HoursGiven, HoursRecord, RefundBasis
from socialkapitel.cases.events.base import Event, a, may_be, read_hourly_pay
from socialkapitel.cases.health import HealthNote, masked
from socialkapitel.cases.rights import ABSENCE, HEALTH, PAY, Information
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.fields import checked, entries_of
from socialkapitel.messages import Label, Labelled, msg
from socialkapitel.money import Number, decimal, hundredths
from socialkapitel.periods import Week, read_week_or_day

_DAY_HOURS = 24
_WEEK_HOURS = 7 * _DAY_HOURS


class Extent(Labelled):
    """Whether a sick leave is full or partial (fuld eller delvis sygemelding)."""

    FULL = "full", Label("full", "fuld")
    PARTIAL = "partial", Label("partial", "delvis")


def _read_contract_hours(value: Number | None) -> Decimal | None:
    return None if value is None else masked(read_contract_hours, value)


def _read_full_time_hours(value: Number | None) -> Decimal | None:
    if value is None:
        return None

    def read(given: Number) -> Decimal:
        most = hundredths(given, "full_time_hours", most=FULL_TIME, above_zero=True)
        return decimal(most)

    return masked(read, value)


def _read_worked(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    most = 8 * _WEEK_HOURS
    return masked(lambda given: decimal(hundredths(given, "hours_in_8_weeks", most=most)), value)


def _read_weekly_hours(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    return masked(lambda given: decimal(hundredths(given, "weekly_hours", most=FULL_TIME)), value)


@checked
@attrs.frozen(kw_only=True)
class SickLeaveStarted(Event):
    """A sick leave began; the event's day is the first day of absence (sygemelding).

    Attributes:
        extent: full or partial.
        contract_hours: agreed weekly hours, above 0, at most 37, evenly from Monday to Friday; None
            where a schedule was agreed (`ScheduleAgreed`).
        hourly_pay: in kroner, before the labour-market contribution.
        paid_during_sickness: whether the employee has a right to pay during the absence.
        basis: what the employer's refund is based on.
        full_time_hours: the weekly hours of full-time work by the collective agreement; None for
            the usual 37.
        hours_in_8_weeks: hours at work here in the 8 weeks before; None where not known. Needed
            where the employee has no right to pay, or is new.
        at_work_last: whether the employee was at work right before; needed in the same cases.
        health: what is said about the illness, sealed. The employer need not know.
    """

    kind = "sick-leave-started"
    label: ClassVar[Label] = Label(en="a sick leave began", da="en sygemelding begyndte")
    tells = Information.ABSENCE

    extent: Extent = attrs.field(validator=a(Extent), metadata=ABSENCE)
    contract_hours: Decimal | None = attrs.field(
        default=None, converter=_read_contract_hours, metadata=PAY
    )
    hourly_pay: Decimal = attrs.field(converter=read_hourly_pay, metadata=PAY)
    paid_during_sickness: bool = attrs.field(validator=a(bool), metadata=PAY)
    basis: RefundBasis = attrs.field(validator=a(RefundBasis), metadata=PAY)
    full_time_hours: Decimal | None = attrs.field(
        default=None, converter=_read_full_time_hours, metadata=PAY
    )
    hours_in_8_weeks: Decimal | None = attrs.field(
        default=None, converter=_read_worked, metadata=PAY
    )
    at_work_last: bool | None = attrs.field(default=None, validator=may_be(bool), metadata=PAY)
    health: HealthNote | None = attrs.field(
        default=None, validator=may_be(HealthNote), metadata=HEALTH
    )


@checked
@attrs.frozen(kw_only=True)
class PartialReturn(Event):
    """The employee works part of the hours again, or other hours than before (delvis raskmelding).

    Attributes:
        weekly_hours: the weekly hours at work that were agreed, at most 37; None where not noted.
    """

    kind = "partial-return"
    label: ClassVar[Label] = Label(en="a partial return began", da="en delvis raskmelding begyndte")
    tells = Information.ABSENCE

    weekly_hours: Decimal | None = attrs.field(
        default=None, converter=_read_weekly_hours, metadata=ABSENCE
    )


@checked
@attrs.frozen(kw_only=True)
class FullReturn(Event):
    """The sick leave ended; the event's day is the first day back at work (raskmelding)."""

    kind = "full-return"
    label: ClassVar[Label] = Label(en="a sick leave ended", da="en sygemelding sluttede")
    tells = Information.ABSENCE


def week_of(key: Week | date) -> Week:
    """The week that an entry of hours belongs to."""
    return key if isinstance(key, Week) else Week.of(key)


def first_day_of(key: Week | date) -> date:
    """The first day that an entry of hours is about."""
    return key.monday if isinstance(key, Week) else key


def _read_entry(entry: Any) -> tuple[Week | date, Decimal]:
    key, value = entry
    read = read_week_or_day(key, "hours")
    most = _WEEK_HOURS if isinstance(read, Week) else _DAY_HOURS
    return read, decimal(hundredths(value, f"hours[{read}]", most=most))


def _read_hours(value: HoursGiven) -> HoursRecord:
    accepted = msg("a mapping of Week or date to hours, each week by the week or by date")
    pairs = masked(lambda given: entries_of(given, "hours", accepted), value)
    if not pairs or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        raise WrongType("hours", HIDDEN, accepted)
    entries = tuple(masked(_read_entry, pair) for pair in pairs)
    record = tuple(sorted(entries, key=lambda entry: first_day_of(entry[0])))
    whole = [key for key, _ in record if isinstance(key, Week)]
    days = [key for key, _ in record if not isinstance(key, Week)]
    if len(set(whole)) < len(whole) or len(set(days)) < len(days):
        raise InvalidInput("hours", HIDDEN, msg("each week and each date once"))
    if set(whole) & {Week.of(day) for day in days}:
        raise InvalidInput("hours", HIDDEN, accepted)
    return record


@brief
@checked
@attrs.frozen(kw_only=True)
class AbsenceRegistered(Event):
    """Hours of absence were registered, for weeks or for days (fravær registreret).

    A later registration replaces an earlier one for the same day or week; hours for a week replace
    those for its days, and vice versa. The case refuses days outside every sick leave.

    Attributes:
        hours: absence hours by `Week` or by date; treatment, waiting and transport count. A week's
            hours are spread evenly over its weekdays. Kept as a tuple of pairs in order of time.
    """

    kind = "absence-registered"
    label: ClassVar[Label] = Label(en="absence was registered", da="fravær blev registreret")
    tells = Information.ABSENCE

    hours: HoursRecord = attrs.field(converter=_read_hours, metadata=ABSENCE)
