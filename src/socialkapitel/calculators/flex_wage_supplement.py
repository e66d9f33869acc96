"""The municipality's supplement to the pay of a flexjob since 2013 (fleksløntilskud)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import (
    check_month,
    figures_or_packaged,
    read_monthly_pay,
)
from socialkapitel.explanation import (
    Explained,
    Operand,
    Outcome,
    Rounding,
    Severity,
    Worksheet,
    worked_out,
)
from socialkapitel.formulas import flex_wage_supplement as formulas
from socialkapitel.formulas.arithmetic import half_up
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, oere
from socialkapitel.money import amount as read_amount
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
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
_ATP = Rule("flex_wage_supplement.atp", msg("ATP contribution of the supplement"), _ATP_LAW, FIRST)
_PAID_OUT = Rule(
    "flex_wage_supplement.paid_out", msg("Supplement paid out to the employee"), _ATP_LAW, FIRST
)


@attrs.frozen(kw_only=True)
class FlexWageSupplement(Explained):
    """A month's flex wage supplement, in kroner.

    Attributes:
        maximum: the highest supplement of the month.
        reduction: what it is reduced by because of pay; shown to the øre, carried exactly.
        amount: the supplement that the municipality grants the employee.
        total: the month's pay and supplement together.
        atp: the ATP contribution that the municipality withholds from the supplement; None for
            months before September 2017, for which it is not known.
        paid_out: what the employee is paid of the supplement; None where ``atp`` is.
    """

    maximum: Decimal
    reduction: Decimal
    amount: Decimal
    total: Decimal
    atp: Decimal | None = None
    paid_out: Decimal | None = None


def flex_wage_supplement(
    month: Month,
    *,
    pay: Number,
    full_time_pay: Number,
    deciding_pay: Number | None = None,
    parameters: ParameterSet | None = None,
) -> FlexWageSupplement:
    """The flex wage supplement (fleksløntilskud) for a month of a flexjob since 2013.

    The highest supplement, less 30 per cent of the pay up to a threshold and 55 per cent of the
    pay above it; not below 0, and with the pay not above the pay of a full-time month. It is
    calculated on the pay of the month before, with the month's own rates. Without pay there is no
    supplement. Rounded once, to the øre. Law: LAB § 123 (before 2020: § 70 f).

    Args:
        month: the month of the supplement.
        pay: what the employer pays for the month in kroner, the employee's and the employer's
            pension contributions and holiday supplement included.
        full_time_pay: what the same job pays for a full-time month, pension included; above 0.
        deciding_pay: what the employer paid for the month before, which the supplement is
            calculated on; where it isn't given, the pay is taken to be the same in both months,
            with a caveat.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for an amount not accepted.
        NotInForce: for a month before 2013, or one whose figures are not known yet.

    >>> import socialkapitel as sk
    >>> month = sk.Month(2024, 3)
    >>> result = sk.flex_wage_supplement(month, pay="15600", full_time_pay="32066.67")
    >>> result.amount, result.total
    (Decimal('15272.00'), Decimal('30872.00'))
    >>> result.atp, result.paid_out
    (Decimal('500.00'), Decimal('14772.00'))
    """
    SUPPLEMENT.check(
        check_month(month).first_day, msg("for jobs begun before 2013 use flexjob_refund")
    )
    return worked_out(
        msg("Flex wage supplement, {month}", month=month),
        figures_or_packaged(parameters),
        _work,
        month,
        read_amount(pay, "pay"),
        read_monthly_pay(full_time_pay, "full_time_pay"),
        None if deciding_pay is None else read_amount(deciding_pay, "deciding_pay"),
    )


def _work(
    sheet: Worksheet, month: Month, pay: Decimal, full_time_pay: Decimal, before: Decimal | None
) -> FlexWageSupplement:
    day = month.first_day
    most, threshold, below, above = (
        sheet.figure(f"flex_wage_supplement.{name}", day)
        for name in ("max_monthly", "threshold_monthly", "reduction_below", "reduction_above")
    )
    given = sheet.given("pay", msg("Pay for {month}, with pension", month=month), pay, Unit.DKK)
    deciding = _deciding(sheet, month, given, before)
    full = sheet.given(
        "full_time_pay", msg("Pay for a full-time month, with pension"), full_time_pay, Unit.DKK
    )
    decides = deciding.hundredths
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
    amount = formulas.supplement(most.hundredths, part, decides, oere(full_time_pay))
    if decides:
        supplement = sheet.calculate(
            SUPPLEMENT,
            day,
            "max(min(most - reduction, full_time - pay), 0)",
            {"most": sheet.of(most), "reduction": reduction, "full_time": full, "pay": deciding},
            decimal(amount),
            Unit.DKK,
            rounding=Rounding.OERE,
        )
    else:
        no_pay = msg("no pay was paid: there is no supplement")
        sheet.judge(_PAID, day, Outcome.NOT_FULFILLED, no_pay)
        supplement = sheet.calculate(SUPPLEMENT, day, "0", {}, decimal(0), Unit.DKK)
    if max(decides, oere(pay)) > oere(full_time_pay):
        sheet.caveat(
            "pay-above-full-time",
            msg(
                "The pay is above that of a full-time month. Payouts count in the month in which"
                " they are paid, and a bonus is spread over the months that it is for; otherwise"
                " one of the two numbers is wrong"
            ),
            concerns=("pay", "full_time_pay"),
        )
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
        explanation=sheet.explanation(),
    )


def _deciding(sheet: Worksheet, month: Month, pay: Operand, before: Decimal | None) -> Operand:
    """The pay that the supplement is calculated on: that of the month before."""
    day = month.first_day
    earlier = Month.of(day - timedelta(days=1))
    if before is not None:
        because = msg("the pay for {month}", month=earlier)
        sheet.judge(_DECIDING, day, Outcome.FULFILLED, because)
        label = msg("Pay for {month}, with pension", month=earlier)
        return sheet.given("deciding_pay", label, before, Unit.DKK)
    sheet.caveat(
        "deciding-month",
        msg(
            "The supplement is calculated on the pay for the month before, {month}; here the pay"
            " is taken to be the same in both months. Give deciding_pay where it was another",
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
        _ATP,
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
