"""What an employee's month is claimed from: jobs with what was paid, absences, help, cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.assistance import read_assistance_hours
from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.inputs import NumbersByDay
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.subsidised_job import SubsidisedJob
from socialkapitel.cases.case import Case
from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.fields import called, checked, entries_of, raise_all
from socialkapitel.messages import msg
from socialkapitel.money import (
    Number,
    decimal,
    hundredths,
    oere,
    read_hourly_rate_or_none,
    read_kroner_or_none,
)
from socialkapitel.periods import check_once, read_date

_DAY_HOURS = 24
_LONGEST_MONTH = 31 * _DAY_HOURS
_MOST_PAID = 100_000_000

HoursOfDays: TypeAlias = tuple[tuple[date, Decimal], ...]


Job: TypeAlias = Flexjob | SubsidisedJob | Case


def _read_job(value: Job, field: str = "") -> Job:
    if not isinstance(value, (Flexjob, SubsidisedJob, Case)):
        raise WrongType(
            field,
            value,
            msg("a flexjob (Flexjob), a job with wage subsidy (SubsidisedJob) or a case (Case)"),
        )
    return value


def _read_hours(
    value: Number | NumbersByDay | HoursOfDays | None, field: str = ""
) -> Decimal | HoursOfDays | None:
    if not isinstance(value, (Mapping, tuple)):
        return None if value is None else decimal(hundredths(value, field, most=_LONGEST_MONTH))
    accepted = msg("a mapping of days to hours")
    read: list[tuple[date, Decimal]] = []
    for pair in entries_of(value, field, accepted):
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise WrongType(field, value, accepted)
        day = read_date(pair[0], field)
        read.append((day, decimal(hundredths(pair[1], f"{field}[{day}]", most=_DAY_HOURS))))
    check_once([day for day, _ in read], field)
    return tuple(read)


def read_paid(value: Number, field: str = "") -> Decimal:
    """What a payer paid, in kroner."""
    return decimal(hundredths(value, field, most=_MOST_PAID))


@brief
@checked
@attrs.frozen(kw_only=True)
class Paid:
    """What was paid for a month of a job, where the job's terms alone don't say so.

    Attributes:
        job: the flexjob, the job with wage subsidy, or the case that has one of them.
        hours: the month's hours with pay. Needed for a wage subsidy; by date they give each day its
            own subsidy. In a flexjob their number, where the pay is by the hour or the month is not
            whole.
        pay: kroner paid for the month in a flexjob, where it may be lower than the lowest agreed
            pay.
        other_contributions: the employer's other contributions for the month in a flexjob, where
            they are not those of the job.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.

    >>> job = SubsidisedJob(target_group="DISABILITY_PENSION", hourly_pay="115.00")
    >>> Paid(job=job, hours="64.5").hours
    Decimal('64.50')
    """

    job: Job = attrs.field(converter=_read_job)
    hours: Decimal | HoursOfDays | None = attrs.field(
        default=None,
        converter=_read_hours,
        metadata=called("month_hours"),
    )
    pay: Decimal | None = attrs.field(
        default=None,
        converter=read_kroner_or_none,
        metadata=called("actual_pay"),
    )
    other_contributions: Decimal | None = attrs.field(default=None, converter=read_kroner_or_none)

    def __attrs_post_init__(self) -> None:
        raise_all(self._faults())

    def _faults(self) -> Iterator[InvalidInput]:
        if isinstance(self.job, SubsidisedJob):
            accepted = msg("None: a wage subsidy depends on the hours with pay alone")
            for name in ("pay", "other_contributions"):
                if (value := getattr(self, name)) is not None:
                    yield InvalidInput(name, value, accepted)
        elif isinstance(self.hours, tuple):
            yield InvalidInput("hours", dict(self.hours), msg("the number of the month's hours"))
        if isinstance(self.job, Case) and self.other_contributions is not None:
            yield InvalidInput(
                "other_contributions",
                self.other_contributions,
                msg("None: in a case they are those of the flexjob's terms"),
            )

    @property
    def number_of_hours(self) -> Decimal | None:
        """The number of the month's hours with pay."""
        if isinstance(self.hours, tuple):
            return decimal(sum(oere(hours) for _, hours in self.hours))
        return self.hours


@checked
@attrs.frozen(kw_only=True)
class Assistance:
    """A month's hours of personal assistance (personlig assistance).

    Attributes:
        hours: hours of assistance given in the month.
        hourly_rate: kroner an hour; None for the rate that is known for the month.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.

    >>> Assistance(hours="43.5").hours
    Decimal('43.50')
    """

    hours: Decimal = attrs.field(
        converter=read_assistance_hours,
        metadata=called("assistance_hours"),
    )
    hourly_rate: Decimal | None = attrs.field(default=None, converter=read_hourly_rate_or_none)


One: TypeAlias = Flexjob | SubsidisedJob | SicknessAbsence | Paid | Assistance | Case
"""One thing that a month is claimed from."""

Given: TypeAlias = "One | Sequence[Given] | SocialkapitelError | Callable[[], Given]"
"""What is known about an employee: one thing, several, or why it couldn't be read.

A function without arguments is called when its employee's turn comes, so that an input that is
refused becomes a line of the run.
"""
