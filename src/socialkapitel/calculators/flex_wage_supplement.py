"""The municipality's supplement to the pay of a flexjob since 2013 (fleksløntilskud)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.flexjob_since_2013 import Bonus, FlexjobSince2013
from socialkapitel.calculators.refund_lines import PaidToEmployee, RefundLine
from socialkapitel.deprecation import with_former
from socialkapitel.errors import WrongType, check_kind
from socialkapitel.explanation import (
    Explained,
    Operand,
    Outcome,
    Rounding,
    Severity,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.formulas import flex_wage_supplement as formulas
from socialkapitel.formulas.arithmetic import half_up
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hundredths, oere
from socialkapitel.money import amount as read_amount
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month, read_month
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST = date(2013, 1, 1)

_LAW = Source("LAB § 123", former=(FormerCitation(date(2019, 12, 31), "LAB § 70 f"),))
_ORDER = Source(
    "BEK 227/2024 § 4, stk. 1",
    "elov.dk; kk.dk, Beregning af fleksløntilskud",
    (
        FormerCitation(
            date(2024, 3, 6),
            "bekendtgørelse om beregning af og fradrag i fleksløntilskud § 4, stk. 1",
        ),
    ),
)
_SPREAD_SOURCE = Source("BEK 227/2024 §§ 2-4", "Ankestyrelsen P 14-22 og P 27-23")
_ATP_LAW = Source("LAB § 137", former=(FormerCitation(date(2019, 12, 31), "LAB kap. 21"),))
_DECIDING = Rule(
    "flex_wage_supplement.deciding_month",
    msg("The pay of the month before decides"),
    _ORDER,
    FIRST,
)
_PAID = Rule(
    "flex_wage_supplement.paid",
    msg("The employer pays for the work"),
    Source("vejledning 9154/2022, pkt. 2.1"),
    FIRST,
)
_REDUCTION = Rule(
    "flex_wage_supplement.reduction",
    msg("Reduction of the supplement because of pay"),
    _LAW,
    FIRST,
)
SUPPLEMENT = Rule("flex_wage_supplement.supplement", msg("Flex wage supplement"), _LAW, FIRST)
_TOTAL = Rule("flex_wage_supplement.total", msg("Pay and flex wage supplement"), _LAW, FIRST)
ATP = Rule("flex_wage_supplement.atp", msg("ATP contribution of the supplement"), _ATP_LAW, FIRST)
_PAID_OUT = Rule(
    "flex_wage_supplement.paid_out", msg("Supplement paid out to the employee"), _ATP_LAW, FIRST
)


_COUNTED = Rule("flex_wage_supplement.counted_pay", msg("Pay that counts"), _SPREAD_SOURCE, FIRST)
_PART_OF_BONUS = Rule(
    "flex_wage_supplement.bonus", msg("The month's part of a bonus"), _SPREAD_SOURCE, FIRST
)
_FULL_TIME = Rule(
    "flex_wage_supplement.full_time_with_bonus",
    msg("Pay for a full-time month, with fixed bonuses"),
    _SPREAD_SOURCE,
    FIRST,
)


@brief
@attrs.frozen(kw_only=True)
class FlexWageSupplement(PaidToEmployee, Explained):
    """A month's flex wage supplement, in kroner.

    Attributes:
        maximum: the highest supplement of the month.
        reduction: what it is reduced by because of pay; shown to the øre, carried exactly.
        amount: the supplement that the municipality grants the employee.
        total: the month's pay and supplement together.
        atp: the ATP contribution that the municipality withholds from the supplement; None for
            months before September 2017, for which it is not known.
        paid_out: what the employee is paid of the supplement; None where ``atp`` is.
        lines: the month with its supplement.
    """

    maximum: Decimal
    reduction: Decimal
    amount: Decimal
    total: Decimal
    atp: Decimal | None = None
    paid_out: Decimal | None = None
    lines: tuple[RefundLine, ...] = ()


@attrs.frozen
class _Beside:
    """What counts beside the pay, in øre, and hundredths of days with another benefit."""

    payouts: int = 0
    bonuses: tuple[Bonus, ...] = ()
    benefit_days: int = 0


_NOTHING_BESIDE = _Beside()


def _former(*args: Any, **kwargs: Any) -> Mapping[str, Any] | None:
    """A call as it was before it took a job: the month first, and the pay of full time."""
    if "full_time_pay" not in kwargs:
        return None
    given = dict(kwargs)
    if args:
        given["month"] = args[0]
    job = FlexjobSince2013(started_on=None, full_time_pay=given.pop("full_time_pay"))
    return {"job": job, **given}


@with_former(
    _former,
    "flex_wage_supplement(month, pay=..., full_time_pay=...)",
    "flex_wage_supplement(FlexjobSince2013(started_on=..., full_time_pay=...), month, pay=...)",
)
def flex_wage_supplement(
    job: FlexjobSince2013,
    month: Month | str,
    *,
    pay: Number,
    deciding_pay: Number | None = None,
    payouts: Number = 0,
    bonuses: Sequence[Bonus] = (),
    benefit_days: Number = 0,
    parameters: ParameterSet | None = None,
) -> FlexWageSupplement:
    """The flex wage supplement (fleksløntilskud) for a month of a flexjob since 2013.

    The highest supplement, less 30 per cent of the pay up to a threshold and 55 per cent of the pay
    above it; not below 0, and together with the pay not above the pay of a full-time month. It is
    calculated on the pay of the month before, with the month's own rates. Without pay there is no
    supplement. Rounded once, to the øre. Law: LAB § 123 (before 2020: § 70 f).

    Args:
        job: the flexjob, begun in 2013 or later.
        month: the month of the supplement.
        pay: what the employer pays for the month in kroner, the employee's and the employer's
            pension contributions and holiday supplement included.
        deciding_pay: what the employer paid for the month before, which the supplement is
            calculated on; where it isn't given, the pay is assumed to be the same in both months,
            with a caveat.
        payouts: what was paid out beside it in the deciding month, such as holiday allowance:
            payouts count when they are paid.
        bonuses: bonuses for several months; each counts with an equal part in the months that it
            is for, and a fixed one in the pay of a full-time month, too.
        benefit_days: days of the month for which another benefit was paid; each reduces the
            supplement by one part in 21.6667.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for an amount not accepted, or a month in which the job isn't held.
        NotInForce: for a job that began before 2013, a month before it, or one whose figures are
            not known yet.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> job = sk.FlexjobSince2013(started_on=date(2023, 5, 1), full_time_pay="32066.67")
    >>> result = sk.flex_wage_supplement(job, sk.Month(2024, 3), pay="15600")
    >>> result.amount, result.total
    (Decimal('15272.00'), Decimal('30872.00'))
    >>> result.atp, result.paid_out
    (Decimal('500.00'), Decimal('14772.00'))
    """
    month = read_month(month, "month")
    SUPPLEMENT.check(
        month.first_day,
        msg("for jobs begun before 2013 calculate the refund for a flexjob (flexjob_refund)"),
    )
    check_kind(job, FlexjobSince2013, "job").check_month(month)
    return worked_out(
        msg("Flex wage supplement, {month}", month=month),
        figures_or_packaged(parameters),
        _work,
        month,
        read_amount(pay, "pay"),
        job.full_time_pay,
        None if deciding_pay is None else read_amount(deciding_pay, "deciding_pay"),
        _Beside(
            oere(read_amount(payouts, "payouts")),
            read_bonuses(bonuses),
            hundredths(benefit_days, "benefit_days", most=month.last_day.day),
        ),
        known_start=job.started_on is not None,
    )


def read_bonuses(value: Sequence[Bonus]) -> tuple[Bonus, ...]:
    """Read bonuses."""
    if not isinstance(value, (tuple, list)):
        raise WrongType("bonuses", value, msg("a tuple of Bonus"))
    return tuple(check_kind(bonus, Bonus, "bonuses") for bonus in value)


def _work(
    sheet: Worksheet,
    month: Month,
    pay: Decimal,
    full_time_pay: Decimal,
    before: Decimal | None,
    beside: _Beside = _NOTHING_BESIDE,
    *,
    known_start: bool = True,
) -> FlexWageSupplement:
    day = month.first_day
    most, threshold, below, above = (
        sheet.figure(f"flex_wage_supplement.{name}", day)
        for name in ("max_monthly", "threshold_monthly", "reduction_below", "reduction_above")
    )
    given = sheet.given(
        "pay", pay, Unit.DKK, label=msg("Pay for {month}, with pension", month=month)
    )
    deciding = _deciding(sheet, month, given, before)
    full = sheet.given("full_time_pay", full_time_pay, Unit.DKK)
    paid = deciding.hundredths + beside.payouts
    deciding, full = _with_beside(sheet, month, deciding, full, beside)
    decides, full_time = deciding.hundredths, full.hundredths
    part = formulas.reduction_part(
        decides, threshold.hundredths, below.hundredths, above.hundredths
    )
    reduction = sheet.calculate(
        _REDUCTION,
        day,
        "below / 100 * min(pay, threshold) + above / 100 * max(pay - threshold, 0)",
        {
            "below": sheet.of(below),
            "pay": deciding,
            "threshold": sheet.of(threshold),
            "above": sheet.of(above),
        },
        Fraction(part, formulas.OVER * 100),
        Unit.DKK,
    )
    exact = formulas.supplement_part(most.hundredths, part, decides, full_time) if paid else 0
    amount = formulas.left_of_month(exact, beside.benefit_days)
    if paid:
        expression = "max(min(most - reduction, full_time - pay), 0)"
        operands = {
            "most": sheet.of(most),
            "reduction": reduction,
            "full_time": full,
            "pay": deciding,
        }
        if beside.benefit_days:
            expression += " * max(month - days, 0) / month"
            operands |= _days(sheet, beside.benefit_days)
        supplement = sheet.calculate(
            SUPPLEMENT,
            day,
            expression,
            operands,
            decimal(amount),
            Unit.DKK,
            rounding=Rounding.OERE,
        )
    else:
        no_pay = msg("no pay was paid, so there is no supplement")
        sheet.judge(_PAID, day, Outcome.NOT_FULFILLED, no_pay)
        supplement = sheet.calculate(SUPPLEMENT, day, "0", {}, decimal(0), Unit.DKK)
    _warn(sheet, max(decides, oere(pay)) > full_time, known_start=known_start)
    atp = _atp(sheet, day, supplement, amount)
    total = decimal(oere(pay) + amount)
    sheet.calculate(
        _TOTAL, day, "pay + supplement", {"pay": given, "supplement": supplement}, total, Unit.DKK
    )
    return FlexWageSupplement(
        maximum=decimal(most.hundredths),
        reduction=decimal(half_up(part, formulas.OVER)),
        amount=decimal(amount),
        total=total,
        atp=None if atp is None else decimal(atp),
        paid_out=None if atp is None else decimal(amount - atp),
        lines=(RefundLine(first_day=day, last_day=month.last_day, amount=decimal(amount)),),
        explanation=sheet.explanation(SUPPLEMENT, _PAID_OUT, _TOTAL),
    )


def _warn(sheet: Worksheet, above: bool, *, known_start: bool) -> None:  # noqa: FBT001
    """Tell where a number may be wrong, and where the job's start isn't known."""
    if above:
        sheet.caveat(
            "pay-above-full-time",
            msg(
                "The pay is above that of a full-time month. Payouts count in the month in which"
                " they are paid, and a bonus is spread over the months that it is for; otherwise"
                " one of the two numbers is wrong"
            ),
            concerns=("pay", "deciding_pay", "full_time_pay"),
        )
    if not known_start:
        sheet.caveat(
            "start-not-known-since-2013",
            msg(
                "The day on which the job began is not known; a job that began before"
                " 2013 gives no flex wage supplement, but the employer a refund. Give the"
                " day on which the job began (started_on)"
            ),
            concerns=("started_on",),
        )


def _days(sheet: Worksheet, benefit_days: int) -> dict[str, Operand]:
    """The days of a month, and those with another benefit."""
    month = Fraction(formulas.MONTH_DAYS, 10_000)
    return {
        "month": sheet.given("month_days", month, Unit.DAYS),
        "days": sheet.given("benefit_days", decimal(benefit_days), Unit.DAYS),
    }


def _with_beside(
    sheet: Worksheet, month: Month, deciding: Operand, full: Operand, beside: _Beside
) -> tuple[Operand, Operand]:
    """The deciding pay and that of full time, with payouts and the month's part of bonuses."""
    day = month.first_day
    earlier = Month.of(day - timedelta(days=1))
    counted, limits = {"pay": deciding}, {"full_time": full}
    if beside.payouts:
        label = msg("Paid out in {month} beside the pay", month=earlier)
        counted["payouts"] = sheet.given("payouts", decimal(beside.payouts), Unit.DKK, label=label)
    for place, bonus in enumerate(beside.bonuses, start=1):
        if bonus.first_month <= earlier <= bonus.last_month:
            part = _part_of_bonus(sheet, day, bonus, place)
            counted[f"bonus_{place}"] = part
            if bonus.fixed:
                limits[f"bonus_{place}"] = part
    return (
        _sum(sheet, _COUNTED, day, counted, deciding),
        _sum(sheet, _FULL_TIME, day, limits, full),
    )


def _part_of_bonus(sheet: Worksheet, day: date, bonus: Bonus, place: int) -> Operand:
    label = msg("Bonus for {first} to {last}", first=bonus.first_month, last=bonus.last_month)
    key = f"{bonus.first_month}, {place}"
    return sheet.calculate(
        _PART_OF_BONUS,
        day,
        "bonus / months",
        {
            "bonus": sheet.given(f"bonus[{key}]", bonus.amount, Unit.DKK, label=label),
            "months": sheet.given(f"bonus_months[{key}]", bonus.months, Unit.MONTHS),
        },
        decimal(half_up(oere(bonus.amount), bonus.months)),
        Unit.DKK,
        rounding=Rounding.OERE,
        key=key,
    )


def _sum(
    sheet: Worksheet, rule: Rule, day: date, parts: dict[str, Operand], alone: Operand
) -> Operand:
    """The sum of several parts; a single part is its own sum."""
    if len(parts) == 1:
        return alone
    value = decimal(sum(part.hundredths for part in parts.values()))
    return sheet.calculate(rule, day, " + ".join(parts), parts, value, Unit.DKK)


def _deciding(sheet: Worksheet, month: Month, pay: Operand, before: Decimal | None) -> Operand:
    """The pay that the supplement is calculated on: that of the month before."""
    day = month.first_day
    earlier = Month.of(day - timedelta(days=1))
    if before is not None:
        because = msg("the supplement is calculated on the pay for {month}", month=earlier)
        sheet.judge(_DECIDING, day, Outcome.FULFILLED, because)
        label = msg("Pay for {month}, with pension", month=earlier)
        return sheet.given("deciding_pay", before, Unit.DKK, label=label)
    sheet.caveat(
        "deciding-month",
        msg(
            "The supplement is calculated on the pay for the month before, {month}; here the pay"
            " is assumed to be the same in both months. Give the pay for the month before where it"
            " was different (deciding_pay, or pay_before for a year)",
            month=earlier,
        ),
        concerns=("deciding_pay",),
    )
    return pay


def _atp(sheet: Worksheet, day: date, supplement: Operand, amount: int) -> int | None:
    """The ATP contribution in øre; None where it isn't known for the month."""
    if not sheet.parameters["flex_wage_supplement.atp_rate"].covers(day):
        sheet.caveat(
            "supplement-atp-unknown",
            msg("The ATP contribution of the supplement is not known for {day}", day=day),
            concerns=("flex_wage_supplement.atp_rate",),
            severity=Severity.NOTE,
        )
        return None
    rate, most = (
        sheet.figure(f"flex_wage_supplement.{name}", day) for name in ("atp_rate", "atp_max")
    )
    found = formulas.atp(amount, rate.hundredths, most.hundredths)
    contribution = sheet.calculate(
        ATP,
        day,
        "min(rate / 100 * supplement, most)",
        {"rate": sheet.of(rate), "supplement": supplement, "most": sheet.of(most)},
        decimal(found),
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    sheet.calculate(
        _PAID_OUT,
        day,
        "supplement - atp",
        {"supplement": supplement, "atp": contribution},
        decimal(amount - found),
        Unit.DKK,
    )
    return int(found)
