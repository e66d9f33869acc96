"""What is claimed for which days and whom: lines of a claim, and the days of a week's refund."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import attrs

from socialkapitel.calculators.sickness_weeks import SicknessWeek
from socialkapitel.errors import InvalidInput
from socialkapitel.fields import called, checked
from socialkapitel.messages import msg
from socialkapitel.money import (
    MAX_AMOUNT,
    MAX_HOURLY,
    Number,
    decimal,
    hundredths,
    oere,
    read_kroner,
    round_half_away,
)
from socialkapitel.periods import Period, read_date

_MAX_HOURS = 10_000


def _read_hours(value: Number | None, field: str = "") -> Decimal | None:
    if value is None:
        return None
    return decimal(hundredths(value, field, most=_MAX_HOURS))


def _read_amount(value: Number, field: str = "") -> Decimal:
    """An amount, which may be the sum of several accepted ones."""
    return decimal(hundredths(value, field, most=100 * MAX_AMOUNT))


def _read_rate(value: Number | None, field: str = "") -> Decimal | None:
    if value is None:
        return None
    return decimal(hundredths(value, field, most=MAX_HOURLY))


@checked
@attrs.frozen(kw_only=True)
class RefundLine:
    """A line of a claim: an amount for some days (linje i en anmodning om refusion).

    A month's result has its lines in order of time; their amounts add up to the month's amount, and
    their supplements to the month's supplement. ``hours`` and ``rate`` are shown rounded to
    hundredths, so their product may differ from ``amount``, which is exact.

    Attributes:
        first_day: the first day that the line is for.
        last_day: the last day that it is for.
        hours: hours that it is for; None where the claim is not for hours.
        rate: kroner an hour; None where the claim is not for hours.
        amount: the amount in kroner.
        supplement: the supplement beside it in kroner; 0 where there is none.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.

    >>> line = RefundLine(
    ...     first_day=date(2024, 5, 1),
    ...     last_day=date(2024, 5, 3),
    ...     hours="22.2",
    ...     rate="126.89",
    ...     amount="2817.00",
    ... )
    >>> line.period.days, line.amount, line.supplement
    (3, Decimal('2817.00'), Decimal('0.00'))
    """

    first_day: date = attrs.field(converter=read_date, metadata=called("start"))
    last_day: date = attrs.field(converter=read_date)
    hours: Decimal | None = attrs.field(default=None, converter=_read_hours)
    rate: Decimal | None = attrs.field(default=None, converter=_read_rate)
    amount: Decimal = attrs.field(converter=_read_amount)
    supplement: Decimal = attrs.field(default=decimal(0), converter=read_kroner)

    def __attrs_post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise InvalidInput(
                "last_day", self.last_day, msg("a day on or after {day}", day=self.first_day)
            )

    @property
    def period(self) -> Period:
        """The days that the line is for."""
        return Period(self.first_day, self.last_day)


class PaidToEmployer:
    """A result whose whole amount is for the employer."""

    __slots__ = ()

    amount: Decimal

    @property
    def to_employer(self) -> Decimal:
        """What the employer gets: the amount."""
        return self.amount

    @property
    def to_employee(self) -> Decimal:
        """What the employee gets: nothing."""
        return decimal(0)


class PaidToEmployee:
    """A result whose whole amount is for the employee."""

    __slots__ = ()

    amount: Decimal

    @property
    def to_employer(self) -> Decimal:
        """What the employer gets: nothing."""
        return decimal(0)

    @property
    def to_employee(self) -> Decimal:
        """What the municipality grants the employee, before ATP is withheld: the amount."""
        return self.amount


class DayOfWeek(NamedTuple):
    """A day of a week: the hours and øre before it in the week, and through it."""

    day: date
    hours_before: Fraction
    hours_through: Fraction
    before: int
    through: int


def through_days(week: SicknessWeek) -> Iterator[DayOfWeek]:
    """A week's days with refundable hours: the running totals before and through each of them.

    The refund is divided by the hours, and the running total through a day is rounded to the øre,
    so that the days together are the week's refund.
    """
    hours_in_all = sum((hours for _, hours in week.refundable_days), Fraction(0))
    before, given = Fraction(0), 0
    for day, hours in week.refundable_days:
        through = round_half_away(oere(week.amount) * (before + hours) / hours_in_all)
        yield DayOfWeek(day, before, before + hours, given, through)
        before, given = before + hours, through


def refund_by_day(weeks: Iterable[SicknessWeek]) -> dict[date, Decimal]:
    """The employer's refund in kroner by day, in order of time; days without any are left out."""
    return {
        part.day: decimal(part.through - part.before)
        for week in weeks
        for part in through_days(week)
        if part.through > part.before
    }
