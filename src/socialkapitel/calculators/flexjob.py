"""A flexjob that began before 2013, and what its refund for a month comes to (fleksjob)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import attrs

from socialkapitel.calculators.atp import check_atp_class, paid_atp, weekly_atp
from socialkapitel.calculators.inputs import divisor, read_weekly_hours
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation.worksheet import look_up
from socialkapitel.fields import checked
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import smaller
from socialkapitel.messages import msg
from socialkapitel.money import Pay, PayPer, Share, oere, read_kroner, read_pay, read_share
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month, read_date_or_none
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST_START = date(1998, 1, 1)
LAST_START = date(2012, 12, 31)
FIRST_CEILING = date(2006, 7, 5)
"""The first day on which a job could begin under a ceiling; a reform of the amount keeps it."""

_SHARES = (Share("1/2"), Share("2/3"))
_SATURDAY = 5


def law(paragraph: str, *, practice: bool = False) -> Source:
    """A paragraph on the refund, and how it was cited before."""
    former = (
        FormerCitation(date(2003, 6, 30), "lov om aktiv socialpolitik"),
        FormerCitation(date(2019, 12, 31), "LAB § 71"),
    )
    return Source(f"LAB § 133, {paragraph}", former=former, practice=practice)


START = Rule(
    "flexjob.start", msg("The job began before 2013"), law("stk. 1"), FIRST_START, LAST_START
)


def _read_granted_share(value: str | Fraction | Share, field: str = "") -> Share:
    share = read_share(value, field)
    if share not in _SHARES:
        raise InvalidInput(field, str(share), msg('"1/2" or "2/3"'))
    return share


@checked
@attrs.frozen(kw_only=True)
class Flexjob:
    """A flexjob in which the person began from 1998 through 2012 (fleksjob).

    The day on which the job began decides: one that began in 2013 or later gives the employer no
    refund, whenever it was granted.

    Attributes:
        granted_on: day of the municipality's grant; needed only where ``started_on`` isn't known,
            and then taken for it, with a caveat.
        started_on: the job's first day.
        ended_on: its last day; None while it goes on.
        share: ``"1/2"`` or ``"2/3"``, as granted.
        starting_pay: the lowest agreed pay of the area (mindste overenskomstmæssige løn,
            begyndelsesløn), or the usual pay for such work where that is lower, as `Pay.monthly`
            for a full-time month or `Pay.hourly`.
        weekly_hours: the job's hours, above 0, at most 37.
        atp_class: ``"A"`` to ``"F"`` by the collective agreement; None where the refund holds no
            ATP.
        other_contributions: the employer's other contributions, such as pension up to the minimum
            rate, in kroner a month; ``"0"`` where there are none.
        first_day: ``started_on``, or ``granted_on`` where that is all that is known.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    granted_on: date | None = attrs.field(default=None, converter=read_date_or_none)
    started_on: date | None = attrs.field(default=None, converter=read_date_or_none)
    ended_on: date | None = attrs.field(default=None, converter=read_date_or_none)
    share: Share = attrs.field(converter=_read_granted_share)
    starting_pay: Pay = attrs.field(converter=read_pay)
    weekly_hours: Decimal = attrs.field(converter=read_weekly_hours)
    atp_class: str | None = attrs.field(converter=check_atp_class)
    other_contributions: Decimal = attrs.field(converter=read_kroner)
    first_day: date = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        granted, started, ended = self.granted_on, self.started_on, self.ended_on
        first = started or granted
        if first is None:
            raise InvalidInput(
                "started_on", None, msg("the day on which the job began, or else granted_on")
            )
        if started is not None and granted is not None and started < granted:
            accepted = msg("a day on or after granted_on, {granted_on}", granted_on=granted)
            raise InvalidInput("started_on", started, accepted)
        if ended is not None and ended < first:
            accepted = msg("a day on or after the job's first, {day}", day=first)
            raise InvalidInput("ended_on", ended, accepted)
        object.__setattr__(self, "first_day", first)


class FlexjobMonth(NamedTuple):
    """A month of a job, and what was paid and received for it, in øre and hundredths of hours.

    ``day`` is the first day of the job in the month. ``actual_pay`` and ``paid_hours`` are None
    where they are not told.
    """

    job: Flexjob
    month: Month
    day: date
    actual_pay: int | None
    paid_hours: int | None
    other: int
    benefits: tuple[tuple[date, int], ...]

    @property
    def by_hour(self) -> bool:
        """Whether the agreed pay is by the hour."""
        return self.job.starting_pay.per is PayPer.HOUR

    @property
    def unpaid(self) -> bool:
        """Whether nothing was paid."""
        return self.actual_pay == 0 or self.paid_hours == 0

    @property
    def last_day(self) -> date:
        """The last day of the job in the month."""
        last, ended = self.month.last_day, self.job.ended_on
        return last if ended is None else min(last, ended)

    @property
    def weekdays(self) -> int:
        """The days from Monday to Friday on which the job is held; all days where there are none.

        >>> job = Flexjob(
        ...     started_on=date(2008, 11, 1),
        ...     ended_on=date(2008, 11, 2),
        ...     share="1/2",
        ...     starting_pay=Pay.hourly("120.00"),
        ...     weekly_hours="37",
        ...     atp_class=None,
        ...     other_contributions="0",
        ... )
        >>> month = FlexjobMonth(job, Month(2008, 11), date(2008, 11, 1), None, None, 0, ())
        >>> month.weekdays, month._replace(job=attrs.evolve(job, ended_on=None)).weekdays
        (2, 20)
        """
        days = [
            self.day + timedelta(days=number)
            for number in range((self.last_day - self.day).days + 1)
        ]
        return sum(day.weekday() < _SATURDAY for day in days) or len(days)

    def left(self, gross: int) -> int:
        """What is left of a gross refund when each day's refund of sickness benefit is taken."""
        if not self.benefits:
            return gross
        days = self.weekdays
        taken = sum(formulas.day_reduction(gross, days, benefit) for _, benefit in self.benefits)
        left: int = formulas.after_reduction(gross, days, taken)
        return left


class Amounts(NamedTuple):
    """What a month's refund is worked out of, and what it comes to.

    ``agreed``, ``pay``, ``cost``, ``ceiling`` and ``basis`` are parts over ``over`` in øre; the
    others are øre. ``ceiling`` is None where none applies.
    """

    over: int
    agreed: int
    pay: int
    atp: int
    cost: int
    ceiling: int | None
    basis: int
    gross: int

    def gross_by_pay(self, share: Fraction) -> int:
        """The gross refund if the ceiling limited the pay alone."""
        contributions = (self.cost - self.pay) // self.over
        basis = formulas.basis_by_pay(self.pay, contributions, self.over, self.ceiling)
        gross: int = formulas.refund(basis, (share.numerator, share.denominator), self.over)
        return gross


def amounts_of(figures: ParameterSet, asked: FlexjobMonth) -> Amounts:
    """Work a month out.

    Raises:
        NotInForce: where a figure is not known for the month.
    """
    job, day = asked.job, asked.day
    rate, weekly = oere(job.starting_pay.amount), oere(job.weekly_hours)
    agreed, over = _agreed(figures, asked, rate, weekly)
    pay = agreed if asked.actual_pay is None else smaller(agreed, asked.actual_pay * over)
    atp = 0
    if job.atp_class is not None:
        atp = (
            weekly_atp(figures, job.atp_class, weekly, day)
            if asked.paid_hours is None
            else paid_atp(figures, job.atp_class, asked.paid_hours, day)
        )
    contributions = atp + asked.other
    cost = basis = pay + contributions * over
    ceiling = None
    if job.first_day >= FIRST_CEILING:
        ceiling = _ceiling(figures, asked, weekly, over)
        basis = formulas.basis(pay, contributions, over, ceiling)
    share = job.share.fraction
    gross = formulas.refund(basis, (share.numerator, share.denominator), over)
    return Amounts(over, agreed, pay, atp, cost, ceiling, basis, gross)


def _figure(figures: ParameterSet, name: str, day: date) -> int:
    return divisor(look_up(figures, name, day).figure)


def _agreed(figures: ParameterSet, asked: FlexjobMonth, rate: int, weekly: int) -> tuple[int, int]:
    """The lowest agreed pay for the hours of a whole month, or for those that were paid."""
    paid, day = asked.paid_hours, asked.day
    if paid is not None and asked.by_hour:
        return formulas.paid_part(rate, paid), formulas.HUNDREDTHS
    full_time = _figure(figures, "flexjob.full_time_hours", day)
    if paid is None and not asked.by_hour:
        return formulas.month_pay(rate, weekly), formulas.month_over(full_time)
    norm = _figure(figures, "flexjob.monthly_norm_hours", day)
    if paid is None:
        return formulas.norm_part(rate, norm, weekly), formulas.norm_over(full_time)
    number, of = formulas.paid_part_of_month(paid, norm, weekly, full_time)
    return rate * number * formulas.HUNDREDTHS, of * formulas.HUNDREDTHS


def _ceiling(figures: ParameterSet, asked: FlexjobMonth, weekly: int, over: int) -> int:
    """The ceiling on pay and contributions together, over the denominator of the pay."""
    day = asked.day
    part: int
    if asked.paid_hours is not None:
        hourly = look_up(figures, "flexjob.ceiling_hourly", day).hundredths
        part = formulas.paid_part(hourly, asked.paid_hours)
        return part * (over // formulas.HUNDREDTHS)
    if has_hourly_ceiling(figures, asked):
        hourly = look_up(figures, "flexjob.ceiling_hourly", day).hundredths
        norm = _figure(figures, "flexjob.monthly_norm_hours", day)
        part = formulas.norm_part(hourly, norm, weekly)
    else:
        yearly = look_up(figures, "flexjob.ceiling_yearly", day).hundredths
        part = formulas.month_ceiling(yearly, weekly) * (
            formulas.HUNDREDTHS if asked.by_hour else 1
        )
    return part


def has_hourly_ceiling(figures: ParameterSet, asked: FlexjobMonth) -> bool:
    """Whether a whole month's ceiling is the hourly one: pay is by the hour, and it is known."""
    return asked.by_hour and figures["flexjob.ceiling_hourly"].covers(asked.day)
