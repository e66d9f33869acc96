"""Setting a day's sickness benefit off against a flexjob's refund (modregning pr. dag)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.flexjob_rules import FIRST_GRANT, cited
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.explanation import Operand, Page, Rounding
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.messages import msg
from socialkapitel.money import Number, amount, decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.periods import Month, check_date
from socialkapitel.sources import Rule

_LAW = cited("§ 133, stk. 4")
_DAY = Rule("flexjob.day", msg("Part of the refund that a weekday carries"), _LAW, FIRST_GRANT)
_SET_OFF = Rule("flexjob.day_set_off", msg("Set-off of sickness benefit"), _LAW, FIRST_GRANT)
_AFTER = Rule("flexjob.after_set_off", msg("Refund after set-off"), _LAW, FIRST_GRANT)


def read_benefits(
    sickness_benefit: Mapping[date, Number] | None, month: Month, granted_on: date
) -> dict[date, Decimal]:
    """Read benefits by weekday of the month, in order of day.

    Raises:
        WrongType: for anything but a mapping of days.
        InvalidInput: for a day outside the month's weekdays or before the grant, or an amount not
            accepted.
    """
    if sickness_benefit is None:
        return {}
    if not isinstance(sickness_benefit, Mapping):
        raise WrongType("sickness_benefit", sickness_benefit, msg("a mapping of days to kroner"))
    weekdays = month.weekdays
    benefits = {}
    for day, value in sickness_benefit.items():
        if check_date(day, "sickness_benefit") not in weekdays:
            raise InvalidInput(
                "sickness_benefit",
                day,
                msg("days from Monday to Friday in {month}", month=month),
            )
        if day < granted_on:
            accepted = msg("days from the grant on, {granted_on}", granted_on=granted_on)
            raise InvalidInput("sickness_benefit", day, accepted)
        benefits[day] = amount(value, f"sickness_benefit[{day}]")
    return dict(sorted(benefits.items()))


@attrs.frozen
class SetOff:
    """What is left of a month's gross refund, and what each day's benefit took, times weekdays."""

    gross: int
    weekdays: int
    days: tuple[tuple[date, Decimal, int], ...]
    left: int

    def write(self, page: Page, refund: Operand, day: date) -> None:
        """Write down what each day's benefit took."""
        weekdays = page.given("weekdays", msg("Weekdays in the month"), self.weekdays, Unit.DAYS)
        part = page.calculate(
            _DAY,
            day,
            "refund / weekdays",
            {"refund": refund, "weekdays": weekdays},
            self._exact(self.gross),
            Unit.DKK_PER_DAY,
        )
        operands = {"refund": refund}
        for place, (sick_day, benefit, taken) in enumerate(self.days, start=1):
            given = page.given(
                f"sickness_benefit[{sick_day}]",
                msg("Sickness benefit on {day}", day=sick_day),
                benefit,
                Unit.DKK,
            )
            operands[f"day_{place}"] = page.calculate(
                _SET_OFF,
                sick_day,
                "min(benefit, part)",
                {"benefit": given, "part": part},
                self._exact(taken),
                Unit.DKK,
                key=str(sick_day),
            )
        page.calculate(
            _AFTER,
            day,
            " - ".join(operands),
            operands,
            decimal(self.left),
            Unit.DKK,
            rounding=Rounding.OERE,
        )
        page.caveat(
            "set-off-practice",
            msg(
                "No source was found for how a day's benefit is set off; here each weekday carries"
                " an equal part of the month's refund"
            ),
        )

    def _exact(self, part: int) -> Fraction:
        return Fraction(part, self.weekdays * 100)


def set_off_benefits(gross: int, benefits: Mapping[date, Decimal], month: Month) -> SetOff:
    """Set each day's benefit off against the øre of a month's gross refund.

    Each weekday carries an equal part of the refund; a day's benefit takes at most that part.
    """
    weekdays = len(month.weekdays)
    days = tuple(
        (day, benefit, formulas.day_set_off(gross, weekdays, oere(benefit)))
        for day, benefit in benefits.items()
    )
    total = sum(taken for _, _, taken in days)
    return SetOff(gross, weekdays, days, formulas.after_set_off(gross, weekdays, total))
