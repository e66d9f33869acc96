"""What of a sickness refund belongs to a calendar month: refunds are by week, pay is by month."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from socialkapitel.calculators.included import in_oere, included_steps
from socialkapitel.calculators.sickness import SicknessRefund
from socialkapitel.calculators.sickness_weeks import SicknessWeek
from socialkapitel.explanation import Operand, Rounding, Worksheet
from socialkapitel.messages import msg
from socialkapitel.money import decimal, round_half_away
from socialkapitel.parameters import Unit
from socialkapitel.periods import Month
from socialkapitel.sources import FormerCitation, Rule, Source

_SOURCE = Source(
    "sygedagpengeloven § 54", former=(FormerCitation(date(2006, 7, 2), "dagpengeloven"),)
)
_FIRST = date(2000, 1, 1)
_EARLIER = Rule(
    "sickness.earlier_month", msg("The week's part in its first month"), _SOURCE, _FIRST
)
_LATER = Rule("sickness.later_month", msg("The week's part in its second month"), _SOURCE, _FIRST)


@attrs.frozen
class MonthOfSickness:
    """The month's part of what an absence gives, written on the sheet that took it over.

    A week's amount belongs to the month in which its refundable hours lie. Where they lie in two
    months it is divided by the hours: the first month's part is rounded to the øre, and the second
    month gets the rest, so that both together are the week's amount.
    """

    sheet: Worksheet
    result: SicknessRefund
    prefix: str
    month: Month

    def total(self, rule: Rule, weekly: Rule) -> Operand | None:
        """The month's part of the weeks' amounts under a rule; None where there is nothing."""
        steps = included_steps(self.result.explanation, self.prefix)
        parts: dict[str, Operand] = {}
        for row in self.result.weeks:
            whole = steps.get(f"{weekly.id}[{row.week}]")
            if whole is not None and any(day in self.month for day, _ in row.refundable_days):
                key = f"{weekly.id}, {row.week}"
                parts[f"week_{row.week.week}"] = self._part(row, whole, key)
        if not parts:
            return None
        return self.sheet.calculate(
            rule,
            self.month.first_day,
            " + ".join(parts),
            parts,
            decimal(sum(map(in_oere, parts.values()))),
            Unit.DKK,
        )

    def _part(self, row: SicknessWeek, whole: Operand, key: str) -> Operand:
        first_day, last_day = row.refundable_days[0][0], row.refundable_days[-1][0]
        first = Month.of(first_day)
        if last_day in first:
            return whole
        hours = sum((hours for _, hours in row.refundable_days), Fraction(0))
        before = sum((hours for day, hours in row.refundable_days if day in first), Fraction(0))
        sheet = self.sheet
        earlier = sheet.calculate(
            _EARLIER,
            first_day,
            "amount * before / hours",
            {
                "amount": whole,
                "before": sheet.given(
                    f"hours_before[{row.week}]",
                    msg("Hours that give benefit in {week}, {month}", week=row.week, month=first),
                    before,
                    Unit.HOURS,
                ),
                "hours": sheet.given(
                    f"hours_in_all[{row.week}]",
                    msg("Hours that give benefit in {week}", week=row.week),
                    hours,
                    Unit.HOURS,
                ),
            },
            decimal(round_half_away(in_oere(whole) * before / hours)),
            Unit.DKK,
            rounding=Rounding.OERE,
            key=key,
        )
        sheet.caveat(
            "week-in-two-months",
            msg(
                "No source was found for how a week's refund is divided between two months; here"
                " it is by the hours that give benefit"
            ),
        )
        if first == self.month:
            return earlier
        return sheet.calculate(
            _LATER,
            last_day,
            "amount - earlier",
            {"amount": whole, "earlier": earlier},
            decimal(in_oere(whole) - in_oere(earlier)),
            Unit.DKK,
            key=key,
        )
