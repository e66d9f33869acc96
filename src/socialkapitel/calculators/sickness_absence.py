"""What is known of an absence: the record of hours that sickness benefit is computed from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby, pairwise
from typing import TypeAlias

import attrs

from socialkapitel.calculators.inputs import (
    FULL_TIME,
    read_contract_hours,
    read_hourly_pay,
)
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.fields import checked, member, read_flag
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hundredths, oere
from socialkapitel.periods import Week, check_date, read_date

HoursRecord: TypeAlias = tuple[tuple[Week | date, Decimal], ...]
"""Absence hours by week or by date, in order of time."""

HoursGiven: TypeAlias = (
    Mapping[Week, Number] | Mapping[date, Number] | Mapping[Week | date, Number] | HoursRecord
)
"""What callers may give for a record: a mapping whose keys are in order of time."""

_DAY_HOURS = 24
_SATURDAY = 5


class RefundBasis(Enum):
    """What the employer's refund rests on (refusionsgrundlag).

    * ``ORDINARY``: refund after the employer period.
    * ``SECTION_56``: a section 56 agreement in force for this absence; refund from the first day.
    * ``FLEXJOB``: a flexjob granted before 2013; refund from the first day.
    * ``FLEXJOB_SINCE_2013``: a flexjob granted since 2013; refund from the first day, and no
      fewest weekly hours.
    """

    ORDINARY = "ordinary"
    SECTION_56 = "section_56"
    FLEXJOB = "flexjob"
    FLEXJOB_SINCE_2013 = "flexjob_since_2013"


@attrs.frozen
class RecordedWeek:
    """A week of the record: one entry for the week, or one for each date."""

    week: Week
    entries: HoursRecord

    @property
    def by_date(self) -> bool:
        """Whether the hours are given by date."""
        return not isinstance(self.entries[0][0], Week)

    @property
    def dates(self) -> tuple[tuple[date, int], ...]:
        """The dates with absence and their hundredths of hours; empty for an entry by week."""
        return tuple((key, oere(h)) for key, h in self.entries if isinstance(key, date) and h)

    @property
    def hours(self) -> int:
        """The week's absence in hundredths of hours."""
        return sum(oere(hours) for _, hours in self.entries)


def _week_of(key: Week | date) -> Week:
    return key if isinstance(key, Week) else Week.of(key)


def _start(key: Week | date) -> date:
    return key.monday if isinstance(key, Week) else key


def _read_entry(entry: object) -> tuple[Week | date, Decimal]:
    if not isinstance(entry, tuple) or len(entry) != 2:
        raise WrongType("hours", entry, msg("pairs of a Week or a date and its hours"))
    key, value = entry
    if not isinstance(key, (Week, date)):
        raise WrongType("hours", key, msg("keys that are a Week or a datetime.date"))
    if isinstance(key, date):
        check_date(key, "hours")
    most = FULL_TIME if isinstance(key, Week) else _DAY_HOURS
    return key, decimal(hundredths(value, f"hours[{key}]", most=most))


def _read_hours(value: HoursGiven) -> HoursRecord:
    if not isinstance(value, (Mapping, tuple)):
        raise WrongType("hours", value, msg("a mapping of Week or date to hours"))
    entries = tuple(value.items()) if isinstance(value, Mapping) else value
    record = tuple(_read_entry(entry) for entry in entries)
    if not any(hours for _, hours in record):
        raise InvalidInput("hours", value, msg("at least one week or date with hours above 0"))
    for (before, _), (after, _) in pairwise(record):
        mixed = isinstance(before, Week) != isinstance(after, Week)
        if mixed and _week_of(before) == _week_of(after):
            raise InvalidInput(
                "hours", str(after), msg("each week's hours either for the week or by date")
            )
        if _start(after) <= _start(before):
            raise InvalidInput(
                "hours",
                str(after),
                msg("entries in order of time; it stands after {key}", key=before),
            )
    return record


def read_basis(value: RefundBasis | str, field: str = "") -> RefundBasis:
    """What a refund rests on, also by its name."""
    return member(value, RefundBasis, field)


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
            transport count. A week's hours are spread evenly over its weekdays, in the first week
            from ``first_day`` on. Kept as a tuple of pairs.
        hourly_pay: in kroner, before the labour-market contribution.
        paid_during_sickness: whether the employee has a right to pay during the absence.
        basis: what the refund rests on.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted: among
            them hours before ``first_day`` or none on it, a week with more hours than agreed, and
            entries that overlap or are out of order.

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
    hourly_pay: Decimal = attrs.field(converter=read_hourly_pay)
    paid_during_sickness: bool = attrs.field(converter=read_flag)
    basis: RefundBasis = attrs.field(converter=read_basis)

    def __attrs_post_init__(self) -> None:
        first_week = Week.of(self.first_day)
        self._check_start(first_week)
        key = next(key for key, hours in self.hours if hours)
        if key not in (first_week, self.first_day):
            raise InvalidInput(
                "hours",
                str(key),
                msg(
                    "a record whose first hours above 0 lie on first_day, {day}", day=self.first_day
                ),
            )
        for recorded in recorded_weeks(self.hours):
            if recorded.hours > oere(self.contract_hours):
                raise InvalidInput(
                    "hours",
                    f"{recorded.week}: {decimal(recorded.hours)}",
                    msg("at most the agreed {most} hours a week", most=self.contract_hours),
                )

    def _check_start(self, first_week: Week) -> None:
        key = self.hours[0][0]
        if key < first_week if isinstance(key, Week) else key < self.first_day:
            raise InvalidInput(
                "hours",
                str(key),
                msg("no week or date before first_day, {day}", day=self.first_day),
            )
        if key == first_week and self.first_day.weekday() >= _SATURDAY:
            raise InvalidInput(
                "hours",
                str(key),
                msg("hours by date in the first week, for {day} is no weekday", day=self.first_day),
            )


def recorded_weeks(record: HoursRecord) -> tuple[RecordedWeek, ...]:
    """The record week by week."""
    return tuple(
        RecordedWeek(week, tuple(entries))
        for week, entries in groupby(record, key=lambda entry: _week_of(entry[0]))
    )
