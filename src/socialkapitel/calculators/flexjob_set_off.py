"""The refund of sickness benefit that reduces a flexjob's refund, day by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TypeAlias

import attrs

from socialkapitel.calculators.flexjob import FIRST_START, law
from socialkapitel.calculators.flexjob_month import FlexjobMonth
from socialkapitel.calculators.inputs import NumbersByDay
from socialkapitel.calculators.otherwise import otherwise
from socialkapitel.calculators.refund_lines import refund_by_day, through_days
from socialkapitel.calculators.sickness import WorkedAbsence, work_out_absence
from socialkapitel.calculators.sickness_absence import RefundBasis, SicknessAbsence
from socialkapitel.calculators.sickness_weeks import REFUND as SICK_REFUND
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.explanation import Operand, Rounding, Worksheet
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import less_at_least_zero
from socialkapitel.messages import msg
from socialkapitel.money import MAX_AMOUNT, Kroner, decimal, hundredths, oere
from socialkapitel.parameters import Unit
from socialkapitel.periods import read_date, read_each
from socialkapitel.sources import Rule

_DAY = Rule(
    "flexjob.day",
    msg("Refund per day, Monday to Friday"),
    law("stk. 4", practice=True),
    FIRST_START,
)
_REDUCTION = Rule(
    "flexjob.day_set_off",
    msg("Reduction by the refund of sickness benefit"),
    law("stk. 4"),
    FIRST_START,
)
_AFTER = Rule(
    "flexjob.after_set_off", msg("Refund after the reduction"), law("stk. 4"), FIRST_START
)
_SICK_DAY = Rule(
    "flexjob.day_of_sickness",
    msg("Refund of sickness benefit, the day's part of its week"),
    law("stk. 4", practice=True),
    FIRST_START,
)

ByDay: TypeAlias = tuple[tuple[date, int], ...]
"""Øre of refund by day, in order of time."""


@attrs.frozen
class SickDays:
    """The refund of each day, and its step where it was worked out."""

    by_day: ByDay
    operands: Mapping[date, Operand] = attrs.field(factory=dict)


def check_absence(value: SicknessAbsence) -> SicknessAbsence:
    """Return an absence from a flexjob that began before 2013."""
    check_kind(value, SicknessAbsence, "sickness")
    if value.basis is not RefundBasis.FLEXJOB:
        accepted = msg("an absence with the basis FLEXJOB: refund from the first day")
        raise InvalidInput("sickness", value.basis.name, accepted)
    return value


def read_refunds(value: NumbersByDay, asked: FlexjobMonth) -> ByDay:
    """Read kroner by day, in order of day."""
    if not isinstance(value, Mapping):
        raise WrongType(
            "sickness", value, msg("an absence (SicknessAbsence), or a mapping of days to kroner")
        )
    first, last = asked.day, asked.last_day
    benefits = {}
    for day, kroner in read_each(value, read_date, "sickness"):
        if not first <= day <= last:
            accepted = msg(
                "days of the job in the month, {first} to {last}", first=first, last=last
            )
            raise InvalidInput("sickness", day, accepted)
        benefits[day] = hundredths(kroner, f"sickness[{day}]", most=MAX_AMOUNT)
    return tuple(sorted(benefits.items()))


def sick_days_of(sheet: Worksheet, absence: SicknessAbsence, asked: FlexjobMonth) -> SickDays:
    """The refund of each day of the job in the month, of an absence that is worked out first."""
    worked = work_out_absence(sheet, absence)
    first, last = asked.day, asked.last_day
    by_day = refund_by_day(week.row for week in worked.weeks)
    held = {day: kroner for day, kroner in by_day.items() if first <= day <= last}
    operands = _sick_days(sheet, worked, held) if sheet.kept else {}
    return SickDays(tuple((day, oere(kroner)) for day, kroner in held.items()), operands)


def _sick_days(
    sheet: Worksheet, worked: WorkedAbsence, held: Mapping[date, object]
) -> dict[date, Operand]:
    """Write down which part of its week's refund each day has."""
    operands = {}
    for week in worked.weeks:
        hours = sum((each for _, each in week.row.refundable_days), Fraction(0))
        for part in through_days(week.row):
            if part.day not in held:
                continue
            in_all = sheet.given(
                f"sick_hours[{week.row.week}]",
                hours,
                Unit.HOURS,
                label=msg("Refundable hours of {week}", week=week.row.week),
            )
            names = {"refund": week.operands[SICK_REFUND.id], "hours": in_all}
            ends = {}
            for end, until, kroner in (
                ("before", part.hours_before, part.before),
                ("through", part.hours_through, part.through),
            ):
                own = sheet.given(
                    f"sick_hours_{end}[{part.day}]",
                    until,
                    Unit.HOURS,
                    label=msg("Refundable hours of the week before {day}", day=part.day)
                    if end == "before"
                    else msg("Refundable hours of the week through {day}", day=part.day),
                )
                ends[end] = sheet.calculate(
                    _SICK_DAY,
                    part.day,
                    "refund * until / hours",
                    {**names, "until": own},
                    decimal(kroner),
                    Unit.DKK,
                    rounding=Rounding.OERE,
                    key=f"{part.day}, {end}",
                )
            operands[part.day] = sheet.calculate(
                _SICK_DAY,
                part.day,
                "through - before",
                ends,
                decimal(part.through - part.before),
                Unit.DKK,
                key=str(part.day),
            )
    return operands


def tell_reduction(
    sheet: Worksheet,
    asked: FlexjobMonth,
    gross: int,
    refund: Operand,
    sick_days: Mapping[date, Operand],
) -> None:
    """Write down by how much each day's refund of sickness benefit reduces the refund."""
    day, days, left = asked.day, asked.weekdays, asked.left(gross)
    weekdays = sheet.given("weekdays", days, Unit.DAYS)
    part = sheet.calculate(
        _DAY,
        day,
        "refund / weekdays",
        {"refund": refund, "weekdays": weekdays},
        Fraction(gross, days * 100),
        Unit.DKK_PER_DAY,
    )
    operands = {"refund": refund}
    for place, (sick_day, benefit) in enumerate(asked.benefits, start=1):
        given = sick_days.get(sick_day) or sheet.given(
            f"sickness[{sick_day}]",
            decimal(benefit),
            Unit.DKK,
            label=msg("Refund of sickness benefit on {day}", day=sick_day),
        )
        operands[f"day_{place}"] = sheet.calculate(
            _REDUCTION,
            sick_day,
            "min(benefit, part)",
            {"benefit": given, "part": part},
            Fraction(formulas.day_reduction(gross, days, benefit), days * 100),
            Unit.DKK,
            key=str(sick_day),
        )
    sheet.calculate(
        _AFTER,
        day,
        f"max({' - '.join(operands)}, 0)",
        operands,
        decimal(left),
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    sheet.caveat(
        "set-off-practice",
        msg(
            "No source was found for how much of the month's refund belongs to a day; here it is"
            " divided"
            " equally over the days from Monday to Friday, and a day's refund of sickness benefit"
            " reduces it by at most that part"
        ),
        concerns=("sickness",),
    )
    in_full = less_at_least_zero(gross, sum(benefit for _, benefit in asked.benefits))
    if in_full != left:
        other = otherwise((msg("the refund"), Kroner(decimal(in_full)), Kroner(decimal(left))))
        sheet.caveat(
            "set-off-in-full",
            msg(
                "Each day's refund of sickness benefit may also be deducted in full: {otherwise}",
                otherwise=other.text,
            ),
            concerns=("sickness",),
        )
