"""The municipality's supplement to the pay of a flexjob since 2013 (fleksløntilskud)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import check_month, figures_or_packaged, read_monthly_pay
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Explained, Rounding, Worksheet
from socialkapitel.formulas import flex_wage_supplement as formulas
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, kroner, oere
from socialkapitel.money import amount as read_amount
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST = date(2013, 1, 1)

_LAW = Source("LAB § 123", former=(FormerCitation(date(2019, 12, 31), "LAB § 70 f"),))
_REDUCTION = Rule(
    "flex_wage_supplement.reduction", msg("What the pay takes off the supplement"), _LAW, FIRST
)
SUPPLEMENT = Rule("flex_wage_supplement.supplement", msg("Flex wage supplement"), _LAW, FIRST)
_TOTAL = Rule("flex_wage_supplement.total", msg("Pay and supplement"), _LAW, FIRST)


@attrs.frozen(kw_only=True)
class FlexWageSupplement(Explained):
    """A month's flex wage supplement, in kroner.

    Attributes:
        maximum: the highest supplement of the month.
        reduction: what the pay takes off it; shown to the øre, carried exactly.
        amount: the supplement that the municipality pays the employee.
        total: pay and supplement together.
    """

    maximum: Decimal
    reduction: Decimal
    amount: Decimal
    total: Decimal


def flex_wage_supplement(
    month: Month,
    *,
    pay: Number,
    full_time_pay: Number,
    parameters: ParameterSet | None = None,
) -> FlexWageSupplement:
    """The flex wage supplement (fleksløntilskud) for a month of a flexjob granted since 2013.

    The highest supplement, less 30 per cent of the pay up to a threshold and 55 per cent of the
    pay above it; not below 0, and with the pay not above the pay of a full-time month. Rounded
    once, to the øre. Law: LAB § 123 (before 2020: § 70 f).

    Args:
        month: the month.
        pay: what the employer pays for the month in kroner, pension contributions included.
        full_time_pay: what the same job pays for a full-time month, pension included; above 0.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for an amount not accepted, or pay above the full-time pay.
        NotInForce: for a month before 2013, or one whose figures are not known yet.

    >>> import socialkapitel as sk
    >>> month = sk.Month(2024, 3)
    >>> result = sk.flex_wage_supplement(month, pay="15600", full_time_pay="32066.67")
    >>> result.amount, result.total
    (Decimal('15272.00'), Decimal('30872.00'))
    """
    day = check_month(month).first_day
    paid = read_amount(pay, "pay")
    full = read_monthly_pay(full_time_pay, "full_time_pay")
    if paid > full:
        raise InvalidInput("pay", str(paid), msg("at most the full-time pay of {full}", full=full))
    SUPPLEMENT.check(day, msg("for jobs granted before 2013 use flexjob_refund"))
    sheet = Worksheet(
        msg("Flex wage supplement, {month}", month=month), figures_or_packaged(parameters)
    )
    most, threshold, below, above = (
        sheet.figure(f"flex_wage_supplement.{name}", day)
        for name in ("max_monthly", "threshold_monthly", "reduction_below", "reduction_above")
    )
    given = sheet.given("pay", msg("Pay for the month, with pension"), paid, Unit.DKK)
    given_full = sheet.given(
        "full_time_pay", msg("Pay for a full-time month, with pension"), full, Unit.DKK
    )
    part = formulas.reduction_part(
        oere(paid), oere(threshold.value), oere(below.value), oere(above.value)
    )
    reduction = sheet.calculate(
        _REDUCTION,
        day,
        "below / 100 * min(pay, threshold) + above / 100 * max(pay - threshold, 0)",
        {
            "below": sheet.of(below),
            "pay": given,
            "threshold": sheet.of(threshold),
            "above": sheet.of(above),
        },
        Fraction(part, formulas.OVER * 100),
        Unit.DKK,
    )
    amount = decimal(formulas.supplement(oere(most.value), part, oere(paid), oere(full)))
    supplement = sheet.calculate(
        SUPPLEMENT,
        day,
        "min(max(most - reduction, 0), full_time - pay)",
        {
            "most": sheet.of(most),
            "reduction": reduction,
            "full_time": given_full,
            "pay": given,
        },
        amount,
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    total = decimal(oere(paid) + oere(amount))
    sheet.calculate(
        _TOTAL, day, "pay + supplement", {"pay": given, "supplement": supplement}, total, Unit.DKK
    )
    return FlexWageSupplement(
        maximum=decimal(oere(most.value)),
        reduction=kroner(Fraction(reduction.value)),
        amount=amount,
        total=total,
        explanation=sheet.explanation(),
    )
