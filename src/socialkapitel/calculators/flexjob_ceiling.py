"""The ceiling of an old flexjob's month, written down: of the year, or of paid hours."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from socialkapitel.calculators.flexjob import FIRST_CEILING, law
from socialkapitel.calculators.flexjob_month import (
    FlexjobMonth,
    has_hourly_ceiling,
    hourly_ceiling,
)
from socialkapitel.explanation import Operand, Rounding, Worksheet
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import Unit
from socialkapitel.sources import Rule, Source

_TWELFTH = Rule(
    "flexjob.ceiling",
    msg("Ceiling for the month"),
    Source("statens-adm.dk, Fleksrefusion", practice=True),
    FIRST_CEILING,
)
_OF_HOURS = Rule(
    "flexjob.ceiling_of_hours", msg("Ceiling for the hours"), law("stk. 3"), FIRST_CEILING
)
_HOURLY = Rule(
    "flexjob.hourly_of_year",
    msg("Ceiling an hour, from that of the year"),
    law("stk. 3", practice=True),
    FIRST_CEILING,
)


def exactly(part: int, over: int) -> Fraction:
    """Øre over a denominator, in kroner."""
    return Fraction(part, over * 100)


def tell_ceiling(
    sheet: Worksheet, asked: FlexjobMonth, exact: Fraction, hours: Operand, paid: Operand | None
) -> Operand:
    """Write down the month's ceiling."""
    if paid is not None:
        operands = {"ceiling": tell_hourly_ceiling(sheet, asked.day), "paid": paid}
        return sheet.calculate(_OF_HOURS, asked.day, "ceiling * paid", operands, exact, Unit.DKK)
    if has_hourly_ceiling(sheet.parameters, asked):
        rule, name = _OF_HOURS, "flexjob.ceiling_hourly"
        expression = "ceiling * month * hours / full_time"
    else:
        rule, name = _TWELFTH, "flexjob.ceiling_yearly"
        expression = "ceiling / 12 * hours / full_time"
        if asked.by_hour:
            warn_of_hourly(sheet, asked.day)
    operands = {
        "ceiling": sheet.of(sheet.figure(name, asked.day)),
        **hours_in(sheet, expression, asked.day, hours, paid),
    }
    return sheet.calculate(rule, asked.day, expression, operands, exact, Unit.DKK)


def tell_hourly_ceiling(sheet: Worksheet, day: date) -> Operand:
    """The hourly ceiling; where it is not known, the yearly one by the hour."""
    if sheet.parameters["flexjob.ceiling_hourly"].covers(day):
        return sheet.of(sheet.figure("flexjob.ceiling_hourly", day))
    warn_of_hourly(sheet, day)
    return sheet.calculate(
        _HOURLY,
        day,
        "ceiling / 12 / month",
        {
            "ceiling": sheet.of(sheet.figure("flexjob.ceiling_yearly", day)),
            "month": sheet.of(sheet.figure("flexjob.monthly_norm_hours", day)),
        },
        decimal(hourly_ceiling(sheet.parameters, day)),
        Unit.DKK_PER_HOUR,
        rounding=Rounding.OERE,
    )


def warn_of_hourly(sheet: Worksheet, day: date) -> None:
    """Tell that the hourly ceiling is not known."""
    sheet.caveat(
        "hourly-ceiling-unknown",
        msg(
            "The hourly ceiling is not known for {day}; a twelfth of the yearly one is"
            " used instead",
            day=day,
        ),
        concerns=("flexjob.ceiling_hourly",),
    )


def hours_in(
    sheet: Worksheet, expression: str, day: date, hours: Operand, paid: Operand | None
) -> dict[str, Operand]:
    """The hours that an expression names."""
    found: dict[str, Operand] = {}
    if "full_time" in expression:
        found["hours"] = hours
        found["full_time"] = sheet.of(sheet.figure("flexjob.full_time_hours", day))
    if "month" in expression:
        found["month"] = sheet.of(sheet.figure("flexjob.monthly_norm_hours", day))
    if paid is not None:
        found["paid"] = paid
    return found
