"""What a sick leave gives the employer for a month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.included import in_oere
from socialkapitel.calculators.inputs import figures_or_packaged
from socialkapitel.calculators.sickness import PaidTo, sickness_refund
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.sickness_months import MonthOfSickness
from socialkapitel.calculators.sickness_weeks import REFUND, SUPPLEMENT, SicknessWeek
from socialkapitel.explanation import Explained, Worksheet
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere, round_half_away
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import FIRST_YEAR, Month
from socialkapitel.sources import Rule, Source

_SUM = Source("sum")  # no law says how to add
_FIRST = date(FIRST_YEAR, 1, 1)
_REFUND = Rule("case.sickness_refund", msg("Refund that belongs to the month"), _SUM, _FIRST)
_SUPPLEMENT = Rule(
    "case.sickness_supplement", msg("State supplement that belongs to the month"), _SUM, _FIRST
)


@attrs.frozen(kw_only=True)
class SicknessMonth(Explained):
    """The month's part of the refund for a sick leave (månedens sygedagpengerefusion).

    Refunds are by week; a week that lies in two months is divided by its refundable hours.

    Attributes:
        amount: the employer's refund in kroner; 0 where the municipality pays the employee.
        supplement: the state's supplement to it.
        paid_to: who gets the benefit.
        by_day: the refund of each day of the month that has any; together they are the amount.
    """

    amount: Decimal
    supplement: Decimal
    paid_to: PaidTo
    by_day: tuple[tuple[date, Decimal], ...]


def sickness_month(
    absence: SicknessAbsence, month: Month, *, parameters: ParameterSet | None = None
) -> SicknessMonth:
    """The part of `socialkapitel.sickness_refund` that belongs to a month.

    Raises:
        NotInForce: where a figure isn't known for a day or week of the absence.
    """
    sheet = Worksheet(
        msg("Refund of sickness benefit, {month}", month=month), figures_or_packaged(parameters)
    )
    result = sickness_refund(absence, parameters=sheet.parameters)
    sheet.include(result.explanation, "sickness")
    part = MonthOfSickness(sheet, result, "sickness", month)
    refund = supplement = None
    if result.paid_to is PaidTo.EMPLOYER:
        refund = part.total(_REFUND, REFUND)
        supplement = part.total(_SUPPLEMENT, SUPPLEMENT)
    days = [entry for row in result.weeks for entry in _by_day(row) if entry[0] in month]
    return SicknessMonth(
        amount=decimal(in_oere(refund) if refund else 0),
        supplement=decimal(in_oere(supplement) if supplement else 0),
        paid_to=result.paid_to,
        by_day=tuple((day, decimal(whole)) for day, whole in days if whole),
        explanation=sheet.explanation(),
    )


def _by_day(row: SicknessWeek) -> list[tuple[date, int]]:
    """A week's refund in øre, by the hours of its days; together the days are the week's refund."""
    total = sum((hours for _, hours in row.refundable_days), Fraction(0))
    before, given, days = Fraction(0), 0, []
    for day, hours in row.refundable_days:
        before += hours
        through = round_half_away(oere(row.amount) * before / total)
        days.append((day, through - given))
        given = through
    return days
