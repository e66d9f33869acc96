"""A flexjob that began in 2013 or later, and bonuses that are paid for several of its months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from socialkapitel.calculators.inputs import read_monthly_pay
from socialkapitel.errors import InvalidInput
from socialkapitel.fields import checked, read_flag
from socialkapitel.messages import msg
from socialkapitel.money import read_kroner
from socialkapitel.periods import Month, read_date_or_none, read_month
from socialkapitel.sources import FormerCitation, Rule, Source

START = Rule(
    "flexjob_since_2013.start",
    msg("The job began in 2013 or later"),
    Source("LAB § 133, stk. 1", former=(FormerCitation(date(2019, 12, 31), "LAB § 71"),)),
    date(2013, 1, 1),
)


@checked
@attrs.frozen(kw_only=True)
class FlexjobSince2013:
    """A flexjob in which the person began in 2013 or later (fleksjob med fleksløntilskud).

    The employer pays for the work done; the municipality pays the employee the flex wage
    supplement. A job that began before 2013 is a `Flexjob`.

    Attributes:
        started_on: the job's first day; None where it is not known, which a caveat says.
        ended_on: its last day; None while it continues.
        full_time_pay: what the same job pays for a full-time month in kroner, pension included.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    started_on: date | None = attrs.field(converter=read_date_or_none)
    ended_on: date | None = attrs.field(default=None, converter=read_date_or_none)
    full_time_pay: Decimal = attrs.field(converter=read_monthly_pay)

    def __attrs_post_init__(self) -> None:
        started, ended = self.started_on, self.ended_on
        if started is not None and ended is not None and ended < started:
            accepted = msg("a day on or after the job's first, {day}", day=started)
            raise InvalidInput("ended_on", ended, accepted)

    def check_month(self, month: Month | str) -> None:
        """Refuse a month in which the job isn't held.

        Raises:
            NotInForce: for a job that began before 2013.
            InvalidInput: for a month before its first day or after its last.
        """
        month = read_month(month, "month")
        if self.started_on is not None:
            START.check(
                self.started_on,
                msg(
                    "for jobs begun before 2013 calculate the refund for a flexjob (flexjob_refund)"
                ),
            )
            if self.started_on > month.last_day:
                accepted = msg("a month from {first} on", first=Month.of(self.started_on))
                raise InvalidInput("month", month, accepted)
        if self.ended_on is not None and self.ended_on < month.first_day:
            accepted = msg("a month through {last}", last=Month.of(self.ended_on))
            raise InvalidInput("month", month, accepted)


@checked
@attrs.frozen(kw_only=True)
class Bonus:
    """A bonus for several months, which counts with an equal part in each of them (bonus).

    Attributes:
        amount: kroner for all the months, pension included.
        first_month: the first month that it is for.
        last_month: the last month that it is for.
        fixed: whether it belongs to the agreed pay whatever the result: then it is part of the pay
            of a full-time month, too.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    amount: Decimal = attrs.field(converter=read_kroner)
    first_month: Month = attrs.field(converter=read_month)
    last_month: Month = attrs.field(converter=read_month)
    fixed: bool = attrs.field(default=False, converter=read_flag)

    def __attrs_post_init__(self) -> None:
        if self.last_month < self.first_month:
            accepted = msg("a month from {first} on", first=self.first_month)
            raise InvalidInput("last_month", self.last_month, accepted)

    @property
    def months(self) -> int:
        """The number of months that it is for."""
        first, last = self.first_month, self.last_month
        return 12 * (last.year - first.year) + last.month - first.month + 1
