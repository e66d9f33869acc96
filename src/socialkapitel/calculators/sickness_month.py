"""What of a sickness refund belongs to a calendar month: refunds are by week, pay is by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.sickness import PaidTo, WorkedAbsence
from socialkapitel.calculators.sickness_employer_period import FIRST, cited
from socialkapitel.calculators.sickness_weeks import (
    BENEFIT,
    EMPLOYER_BENEFIT,
    REFUND,
    SUPPLEMENT,
    WorkedWeek,
)
from socialkapitel.explanation import Operand, Rounding, Worksheet
from socialkapitel.messages import Message, msg
from socialkapitel.money import decimal, round_half_away
from socialkapitel.parameters import Unit
from socialkapitel.periods import FIRST_YEAR, Month, Week
from socialkapitel.sources import Rule, Source

_EARLIER = Rule(
    "sickness.earlier_month", msg("The week's part in its first month"), cited("§ 54"), FIRST
)
_LATER = Rule(
    "sickness.later_month", msg("The week's part in its second month"), cited("§ 54"), FIRST
)


def _of_month(weekly: Rule, label: Message) -> Rule:
    # No law says how to add: the word is the same in both languages.
    return Rule(f"{weekly.id}_of_month", label, Source("sum"), date(FIRST_YEAR, 1, 1))


_REFUND = _of_month(REFUND, msg("Refund that belongs to the month"))
_SUPPLEMENT = _of_month(SUPPLEMENT, msg("Supplement to the refund that belongs to the month"))
_OWED = _of_month(EMPLOYER_BENEFIT, msg("Sickness benefit that the employer owes for the month"))
_BENEFIT = _of_month(BENEFIT, msg("Sickness benefit that belongs to the month"))


@attrs.frozen(kw_only=True)
class MonthOfSickness:
    """What of an absence belongs to a month, as numbers to reckon on with; None for nothing.

    Attributes:
        refund: the employer's refund.
        supplement: the supplement to it.
        employer_benefit: the benefit that the employer owes the employee.
        to_employee: the benefit that the municipality pays the employee.
    """

    refund: Operand | None
    supplement: Operand | None
    employer_benefit: Operand | None
    to_employee: Operand | None


def kroner_of(operand: Operand | None) -> Decimal:
    """The kroner of a number that is an amount; 0 for nothing."""
    return decimal(operand.hundredths if operand else 0)


def month_of_sickness(sheet: Worksheet, worked: WorkedAbsence, month: Month) -> MonthOfSickness:
    """What belongs to a month of an absence that was worked out on the sheet.

    A week's amount belongs to the month in which its hours lie. Where they lie in two months it is
    divided by the hours: the first month's part is rounded to the øre, and the second month gets
    the rest, so that both together are the week's amount.
    """
    weeks = worked.weeks
    if worked.result.paid_to is PaidTo.EMPLOYER:
        return MonthOfSickness(
            refund=_total(sheet, _REFUND, REFUND, weeks, month),
            supplement=_total(sheet, _SUPPLEMENT, SUPPLEMENT, weeks, month),
            employer_benefit=None,
            to_employee=None,
        )
    return MonthOfSickness(
        refund=None,
        supplement=None,
        employer_benefit=_total(sheet, _OWED, EMPLOYER_BENEFIT, weeks, month),
        to_employee=_total(sheet, _BENEFIT, BENEFIT, weeks, month),
    )


def _total(
    sheet: Worksheet, rule: Rule, weekly: Rule, weeks: Sequence[WorkedWeek], month: Month
) -> Operand | None:
    """The month's part of the weeks' amounts under a rule."""
    named: dict[str, Operand] = {}
    for worked in weeks:
        whole, week = worked.operands.get(weekly.id), worked.row.week
        days = worked.row.refundable_days
        if weekly is EMPLOYER_BENEFIT:
            days = worked.row.employer_period_days
        if whole is not None and any(day in month for day, _ in days):
            divided = _Divided(sheet, weekly, week, whole, days)
            named[f"week_{week.week}"] = divided.part(month)
    if not named:
        return None
    value = decimal(sum(part.hundredths for part in named.values()))
    return sheet.calculate(rule, month.first_day, " + ".join(named), named, value, Unit.DKK)


@attrs.frozen
class _Divided:
    """A week's amount, which may belong to two months."""

    sheet: Worksheet
    weekly: Rule
    week: Week
    whole: Operand
    days: Sequence[tuple[date, Fraction]]

    def part(self, month: Month) -> Operand:
        """What of it belongs to one of them."""
        first_day, last_day = self.days[0][0], self.days[-1][0]
        first = Month.of(first_day)
        if last_day in first:
            return self.whole
        earlier = self._earlier(first)
        if first == month:
            return earlier
        return self.sheet.calculate(
            _LATER,
            last_day,
            "amount - earlier",
            {"amount": self.whole, "earlier": earlier},
            decimal(self.whole.hundredths - earlier.hundredths),
            Unit.DKK,
            key=f"{self.weekly.id}, {self.week}",
        )

    def _earlier(self, first: Month) -> Operand:
        sheet, week = self.sheet, self.week
        hours = sum((each for _, each in self.days), Fraction(0))
        before = sum((each for day, each in self.days if day in first), Fraction(0))
        whose = "employer_" if self.weekly is EMPLOYER_BENEFIT else ""
        sheet.caveat(
            "week-in-two-months",
            msg(
                "No source was found for how a week's refund is divided between two months; here"
                " it is divided by the hours"
            ),
        )
        return sheet.calculate(
            _EARLIER,
            self.days[0][0],
            "amount * before / hours",
            {
                "amount": self.whole,
                "before": sheet.given(
                    f"{whose}hours_before[{week}]",
                    msg("Hours of {week} in {month}", week=week, month=first),
                    before,
                    Unit.HOURS,
                ),
                "hours": sheet.given(
                    f"{whose}hours_in_all[{week}]",
                    msg("Hours of {week} in all", week=week),
                    hours,
                    Unit.HOURS,
                ),
            },
            decimal(round_half_away(self.whole.hundredths * before / hours)),
            Unit.DKK,
            rounding=Rounding.OERE,
            key=f"{self.weekly.id}, {week}",
        )
