"""Setting a day's sickness benefit off against a flexjob's refund (modregning pr. dag)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.explanation import Operand, Rounding, Worksheet
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.messages import msg
from socialkapitel.money import Number, amount, decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.periods import Month, check_date
from socialkapitel.sources import FormerCitation, Rule, Source

_LAW = Source(
    "LAB § 133, stk. 4",
    former=(
        FormerCitation(date(2003, 6, 30), "lov om aktiv socialpolitik"),
        FormerCitation(date(2019, 12, 31), "LAB § 71"),
    ),
)
_FIRST = date(1998, 1, 1)
_DAY = Rule("flexjob.day", msg("Part of the refund that a weekday carries"), _LAW, _FIRST)
_SET_OFF = Rule("flexjob.day_set_off", msg("Set-off of sickness benefit"), _LAW, _FIRST)
_AFTER = Rule("flexjob.after_set_off", msg("Refund after set-off"), _LAW, _FIRST)


def read_benefits(
    sickness_benefit: Mapping[date, Number] | None, month: Month
) -> dict[date, Decimal]:
    """Read benefits by weekday of the month, in order of day.

    Raises:
        WrongType: for anything but a mapping of days.
        InvalidInput: for a day outside the month's weekdays, or an amount not accepted.
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
        benefits[day] = amount(value, f"sickness_benefit[{day}]")
    return dict(sorted(benefits.items()))


def set_off_benefits(
    sheet: Worksheet,
    refund: Operand,
    gross: int,
    benefits: Mapping[date, Decimal],
    month: Month,
    day: date,
) -> int:
    """The øre left of the month's gross refund after each day's benefit is set off.

    Each weekday carries an equal part of the refund; a day's benefit takes at most that part.
    """
    weekdays = len(month.weekdays)
    days = sheet.given("weekdays", msg("Weekdays in the month"), weekdays, Unit.DAYS)
    part = sheet.calculate(
        _DAY,
        day,
        "refund / weekdays",
        {"refund": refund, "weekdays": days},
        Fraction(gross, weekdays * 100),
        Unit.DKK_PER_DAY,
    )
    total = 0
    taken = {}
    for place, (sick_day, benefit) in enumerate(benefits.items(), start=1):
        set_off = formulas.day_set_off(gross, weekdays, oere(benefit))
        total += set_off
        given = sheet.given(
            f"sickness_benefit[{sick_day}]",
            msg("Sickness benefit on {day}", day=sick_day),
            benefit,
            Unit.DKK,
        )
        taken[f"day_{place}"] = sheet.calculate(
            _SET_OFF,
            sick_day,
            "min(benefit, part)",
            {"benefit": given, "part": part},
            Fraction(set_off, weekdays * 100),
            Unit.DKK,
            key=str(sick_day),
        )
    amount_left: int = formulas.after_set_off(gross, weekdays, total)
    sheet.calculate(
        _AFTER,
        day,
        " - ".join(["refund", *taken]),
        {"refund": refund, **taken},
        decimal(amount_left),
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    sheet.caveat(
        "set-off-practice",
        msg(
            "No source was found for how a day's benefit is set off; here each weekday carries an"
            " equal part of the month's refund"
        ),
    )
    return amount_left
