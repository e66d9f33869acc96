"""The employer's refund for a flexjob granted before 2013 (fleksjobrefusion)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.atp import check_atp_class, employer_atp
from socialkapitel.calculators.inputs import (
    check_month,
    check_pay,
    divisor,
    figures_or_packaged,
    read_granted_on,
    read_monthly_pay,
    read_other_contributions,
    read_weekly_hours,
)
from socialkapitel.calculators.set_off import read_benefits, set_off_benefits
from socialkapitel.errors import InvalidInput, check_kind
from socialkapitel.explanation import Explained, Operand, Outcome, Rounding, Worksheet
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import half_up
from socialkapitel.messages import msg
from socialkapitel.money import Number, Pay, PayPer, Share, decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST_GRANT = date(1998, 1, 1)
LAST_GRANT = date(2012, 12, 31)
FIRST_CEILING = date(2006, 7, 5)
"""The first grant whose pay has a ceiling; a reform of the amount doesn't move it."""

_LAW = Source(
    "LAB § 133",
    former=(
        FormerCitation(date(2003, 6, 30), "lov om aktiv socialpolitik"),
        FormerCitation(date(2019, 12, 31), "LAB § 71"),
    ),
)
GRANT = Rule("flexjob.grant", msg("Scheme by date of grant"), _LAW, FIRST_GRANT, LAST_GRANT)
_BASIS = Rule("flexjob.pay_basis", msg("Pay basis for the job's hours"), _LAW, FIRST_GRANT)
_CEILING = Rule("flexjob.ceiling", msg("Monthly ceiling for the job's hours"), _LAW, FIRST_CEILING)
_LOWEST = Rule("flexjob.lowest_pay", msg("Pay that the share is taken of"), _LAW, FIRST_GRANT)
_REFUND = Rule("flexjob.refund", msg("Refund"), _LAW, FIRST_GRANT)

_SHARE_GRANTED = msg("Share granted")
_WEEKLY_HOURS = msg("Weekly hours")
_MONTHLY_PAY = msg("Starting pay, full-time month")
_HOURLY_PAY = msg("Starting pay, an hour")
_ACTUAL_PAY = msg("Pay actually paid for the month")
_NO_ATP = msg("ATP in the refund: none")
_OTHER = msg("Other employer contributions")

_SHARES = (Share("1/2"), Share("2/3"))
_DOUBTFUL_GRANTS = (date(2006, 7, 1), date(2006, 7, 4))


def _read_share(value: str | Fraction | Share) -> Share:
    share = Share(value)
    if share not in _SHARES:
        raise InvalidInput("share", str(share), msg('"1/2" or "2/3"'))
    return share


def _read_starting_pay(value: Pay) -> Pay:
    return check_pay(value, "starting_pay")


@attrs.frozen(kw_only=True)
class Flexjob:
    """A flexjob under the scheme for grants from 1998 through 2012 (fleksjob).

    Attributes:
        granted_on: day of the municipality's grant.
        share: ``"1/2"`` or ``"2/3"``, as granted.
        starting_pay: the lowest agreed pay of the area (begyndelsesløn), as
            `Pay.monthly` for a full-time month or `Pay.hourly`.
        weekly_hours: the job's hours, above 0, at most 37.
        atp_class: ``"A"`` to ``"F"`` by the collective agreement; None where the refund holds no
            ATP.
        other_contributions: the employer's other contributions, such as pension up to the minimum
            rate, in kroner a month; ``"0"`` where there are none.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    granted_on: date = attrs.field(converter=read_granted_on)
    share: Share = attrs.field(converter=_read_share)
    starting_pay: Pay = attrs.field(converter=_read_starting_pay)
    weekly_hours: Decimal = attrs.field(converter=read_weekly_hours)
    atp_class: str | None = attrs.field(converter=check_atp_class)
    other_contributions: Decimal = attrs.field(converter=read_other_contributions)


@attrs.frozen(kw_only=True)
class FlexjobRefund(Explained):
    """A month's refund for a flexjob, in kroner.

    Attributes:
        basis: pay that the share is taken of, after ceiling; shown to the øre, carried exactly.
        ceiling: the month's ceiling for the job's hours; None where no ceiling applies.
        atp: the employer's ATP contribution in the refund.
        other_contributions: other employer contributions in the refund.
        gross: the refund before set-off of sickness benefit.
        set_off: what sickness benefit takes off.
        amount: the refund to claim.
    """

    basis: Decimal
    ceiling: Decimal | None
    atp: Decimal
    other_contributions: Decimal
    gross: Decimal
    set_off: Decimal
    amount: Decimal


def flexjob_refund(
    job: Flexjob,
    month: Month,
    *,
    actual_pay: Number | None = None,
    sickness_benefit: Mapping[date, Number] | None = None,
    parameters: ParameterSet | None = None,
) -> FlexjobRefund:
    """The employer's refund for a month of a flexjob granted from 1998 through 2012.

    Half or two thirds of the starting pay for the job's hours, plus the same share of ATP and
    other contributions; rounded once, to the øre. Jobs granted from 2006-07-05 have a ceiling on
    the pay. Law: LAB § 133 (before 2020: § 71).

    Args:
        job: the flexjob.
        month: the month, not before the one of the grant.
        actual_pay: what was paid for the month in kroner, where it may be lower than the
            starting pay for the job's hours.
        sickness_benefit: kroner of sickness or maternity benefit that the employer is entitled
            to, by weekday. Each weekday carries an equal part of the month's refund; the benefit
            reduces that part, at most to 0.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a month before the grant, or a benefit day outside the month's weekdays.
        NotInForce: for a grant outside 1998-2012, or a month for which a figure is not known.

    >>> import socialkapitel as sk
    >>> job = sk.Flexjob(
    ...     granted_on=date(2006, 3, 1),
    ...     share="2/3",
    ...     starting_pay=sk.Pay.monthly("18297.00"),
    ...     weekly_hours="37",
    ...     atp_class="A",
    ...     other_contributions="0",
    ... )
    >>> sk.flexjob_refund(job, sk.Month(2007, 11)).amount
    Decimal('12306.40')
    """
    check_kind(job, Flexjob, "job")
    check_month(month)
    GRANT.check(
        job.granted_on,
        msg("for jobs granted since 2013 use flex_wage_supplement")
        if job.granted_on > LAST_GRANT
        else None,
    )
    granted_on, first_day = job.granted_on, month.first_day
    if (month.year, month.month) < (granted_on.year, granted_on.month):
        raise InvalidInput(
            "month", str(month), msg("a month from {first} on", first=Month.of(granted_on))
        )
    benefits = read_benefits(sickness_benefit, month)
    day = max(first_day, granted_on)
    sheet = Worksheet(msg("Flexjob refund, {month}", month=month), figures_or_packaged(parameters))
    fraction = job.share.fraction
    share = sheet.given("share", _SHARE_GRANTED, fraction, Unit.SHARE)
    hours = sheet.given("weekly_hours", _WEEKLY_HOURS, job.weekly_hours, Unit.HOURS_PER_WEEK)
    sheet.judge(
        GRANT,
        granted_on,
        Outcome.FULFILLED,
        msg("granted on {day}, before 2013: the employer gets a refund", day=granted_on),
    )
    basis, numerator, over, ceiling = _pay_basis(sheet, job, hours, actual_pay, day)
    atp = (
        employer_atp(sheet, job.atp_class, hours, day)
        if job.atp_class
        else sheet.given("atp", _NO_ATP, decimal(0), Unit.DKK)
    )
    other = sheet.given("other_contributions", _OTHER, job.other_contributions, Unit.DKK)
    atp_oere = oere(check_kind(atp.value, Decimal, "atp"))
    gross = formulas.refund(
        numerator,
        atp_oere + oere(job.other_contributions),
        (fraction.numerator, fraction.denominator),
        over,
    )
    amount = decimal(gross)
    refund = sheet.calculate(
        _REFUND,
        day,
        "share * (basis + atp + other)",
        {"share": share, "basis": basis, "atp": atp, "other": other},
        amount,
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    paid = set_off_benefits(sheet, refund, gross, benefits, month, day) if benefits else gross
    _warn_of_grant(sheet, granted_on, first_day)
    return FlexjobRefund(
        basis=decimal(half_up(numerator, over)),
        ceiling=ceiling,
        atp=decimal(atp_oere),
        other_contributions=job.other_contributions,
        gross=amount,
        set_off=decimal(gross - paid),
        amount=decimal(paid),
        explanation=sheet.explanation(),
    )


def _pay_basis(
    sheet: Worksheet, job: Flexjob, hours: Operand, actual_pay: Number | None, day: date
) -> tuple[Operand, int, int, Decimal | None]:
    """The pay that the share is taken of, its numerator and denominator, and the ceiling."""
    weekly = oere(job.weekly_hours)
    pay = job.starting_pay.amount
    rate = oere(pay)
    figure = sheet.figure("flexjob.full_time_hours", day)
    norm = divisor(figure)
    full_time = sheet.of(figure)
    if job.starting_pay.per is PayPer.MONTH:
        scale = 1
        given = sheet.given("starting_pay", _MONTHLY_PAY, pay, Unit.DKK)
        expression = "pay * hours / full_time"
        operands = {"pay": given, "hours": hours, "full_time": full_time}
    else:
        scale = 100
        monthly = sheet.figure("flexjob.monthly_norm_hours", day)
        rate *= oere(monthly.value)
        given = sheet.given("starting_pay", _HOURLY_PAY, pay, Unit.DKK_PER_HOUR)
        expression = "pay * month * hours / full_time"
        operands = {
            "pay": given,
            "hours": hours,
            "full_time": full_time,
            "month": sheet.of(monthly),
        }
    over = formulas.over(norm, scale)
    part = formulas.pay_part(rate, weekly)
    exact = _exact(part, over)
    operand = sheet.calculate(_BASIS, day, expression, operands, exact, Unit.DKK)
    candidates = {"pay": operand}
    lowest = part, exact
    if actual_pay is not None:
        paid = read_monthly_pay(actual_pay, "actual_pay")
        part = oere(paid) * over
        candidates["actual"] = sheet.given("actual_pay", _ACTUAL_PAY, paid, Unit.DKK)
        lowest = min(lowest, (part, _exact(part, over)))
    ceiling = None
    if job.granted_on >= FIRST_CEILING:
        yearly = sheet.figure("flexjob.ceiling_yearly", day)
        part = formulas.ceiling_part(oere(yearly.value), weekly, scale)
        exact = _exact(part, over)
        candidates["ceiling"] = sheet.calculate(
            _CEILING,
            day,
            "ceiling / 12 * hours / full_time",
            {"ceiling": sheet.of(yearly), "hours": hours, "full_time": full_time},
            exact,
            Unit.DKK,
        )
        ceiling = decimal(half_up(part, over))
        lowest = min(lowest, (part, exact))
    numerator, exact = lowest
    if len(candidates) > 1:
        expression = f"min({', '.join(candidates)})"
        operand = sheet.calculate(_LOWEST, day, expression, candidates, exact, Unit.DKK)
    return operand, numerator, over, ceiling


def _exact(numerator: int, over: int) -> Fraction:
    return Fraction(numerator, over * 100)


def _warn_of_grant(sheet: Worksheet, granted_on: date, first_day: date) -> None:
    if first_day < granted_on:
        sheet.caveat(
            "granted-within-month",
            msg(
                "The job was granted within the month; the refund is for a whole month unless"
                " actual_pay says what was paid"
            ),
        )
    first, last = _DOUBTFUL_GRANTS
    if first <= granted_on <= last:
        sheet.caveat(
            "ceiling-start",
            msg(
                "The ceiling is known for grants from 5 July 2006; whether municipal refunds had"
                " it from 1 July is not known"
            ),
        )
