"""The hours of a week after the employer period, which benefit is due for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from socialkapitel.calculators.sickness_rules import FIRST, cited, in_week
from socialkapitel.calculators.sickness_spells import JudgedWeek, SicknessSpell
from socialkapitel.explanation import Operand, Worksheet
from socialkapitel.formulas import sickness as formulas
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import Unit
from socialkapitel.sources import Rule

HOURS = Rule(
    "sickness.hours",
    msg("Hours that give benefit"),
    cited("§ 50, stk. 3"),
    FIRST,
)


@attrs.frozen
class RefundableHours:
    """A week's refundable hours: ``hours * days / spread`` hundredths, as the formulas take them.

    ``by_day`` has the exact hours of each day.
    """

    hours: int
    days: int
    spread: int
    operand: Operand
    by_day: tuple[tuple[date, Fraction], ...]

    @property
    def parts(self) -> tuple[int, int, int]:
        """What the formulas take."""
        return self.hours, self.days, self.spread


def refundable_hours(
    sheet: Worksheet, judged: JudgedWeek, spell: SicknessSpell, given: dict[str, Operand]
) -> RefundableHours | None:
    """The week's hours after the employer period; None where there are none."""
    recorded = judged.recorded
    if recorded.by_date:
        return _refundable_dates(sheet, judged, spell, given)
    week = recorded.week
    monday = week.monday.toordinal()
    spread = formulas.weekdays_from(spell.first_day.toordinal(), monday)
    days = formulas.weekdays_from(spell.refund_from.toordinal(), monday)
    if not days:
        return None
    operand = given[f"hours[{week}]"]
    if days < spread:
        operand = sheet.calculate(
            in_week(HOURS, week),
            spell.refund_from,
            "hours * days / weekdays",
            {
                "hours": operand,
                "days": sheet.given(
                    f"days[{week}]",
                    msg("Weekdays after the employer period in {week}", week=week),
                    days,
                    Unit.DAYS,
                ),
                "weekdays": sheet.given(
                    f"weekdays[{week}]",
                    msg("Weekdays of absence in {week}", week=week),
                    spread,
                    Unit.DAYS,
                ),
            },
            Fraction(recorded.hours * days, spread * 100),
            Unit.HOURS,
            key=str(week),
        )
    share = Fraction(recorded.hours, spread * 100)
    by_day = tuple((day, share) for day in week.weekdays if day >= spell.refund_from)
    return RefundableHours(recorded.hours, days, spread, operand, by_day)


def _refundable_dates(
    sheet: Worksheet, judged: JudgedWeek, spell: SicknessSpell, given: dict[str, Operand]
) -> RefundableHours | None:
    week = judged.recorded.week
    after = [(day, hours) for day, hours in judged.recorded.dates if day >= spell.refund_from]
    if not after:
        return None
    total = sum(hours for _, hours in after)
    names = {f"day_{day.isoweekday()}": given[f"hours[{day}]"] for day, _ in after}
    operand = next(iter(names.values()))
    if len(names) > 1:
        operand = sheet.calculate(
            in_week(HOURS, week),
            after[0][0],
            " + ".join(names),
            names,
            decimal(total),
            Unit.HOURS,
            key=str(week),
        )
    return RefundableHours(total, 1, 1, operand, tuple((day, Fraction(h, 100)) for day, h in after))
