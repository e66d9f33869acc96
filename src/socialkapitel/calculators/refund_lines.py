"""Lines of a claim: what is claimed for which days, with hours, rate and amount."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from socialkapitel.errors import InvalidInput
from socialkapitel.fields import checked, named
from socialkapitel.messages import msg
from socialkapitel.money import MAX_HOURLY, Number, decimal, hundredths, read_kroner
from socialkapitel.periods import Period, read_date

_MAX_HOURS = 10_000


def _read_hours(value: Number | None, field: str = "") -> Decimal | None:
    if value is None:
        return None
    return decimal(hundredths(value, field, most=_MAX_HOURS))


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

    first_day: date = attrs.field(converter=read_date, metadata=named("First day", "Første dag"))
    last_day: date = attrs.field(converter=read_date)
    hours: Decimal | None = attrs.field(default=None, converter=_read_hours)
    rate: Decimal | None = attrs.field(default=None, converter=_read_rate)
    amount: Decimal = attrs.field(converter=read_kroner)
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
