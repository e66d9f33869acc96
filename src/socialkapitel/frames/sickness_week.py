"""A row of `sickness_single_weeks` by the scalar calculator: a single week of a spell."""

from __future__ import annotations

from decimal import Decimal

import attrs

from socialkapitel.calculators.schedule import Schedule, Weekday
from socialkapitel.calculators.sickness_absence import (
    HoursGiven,
    RecordedWeek,
    RefundBasis,
    SicknessAbsence,
)
from socialkapitel.calculators.sickness_spells import judge_week_of_spell
from socialkapitel.calculators.sickness_weeks import SicknessWeek, Weeks
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Explained, Worksheet, worked_out
from socialkapitel.frames.calculator import Values
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Period, Week

_SOME_HOURS = Decimal("0.01")

PLANNED = tuple(f"planned_{day.value}_hundredths" for day in Weekday)
"""The columns of the hours that were to be worked on each day of the week."""


@attrs.frozen(kw_only=True)
class WeekOfSpell(Explained):
    """What a week of a spell gives; ``week`` is the scalar calculator's row for it."""

    week: SicknessWeek


def week_of_one(values: Values, parameters: ParameterSet) -> WeekOfSpell:
    """A week of an absence that has gone on since its first day.

    Only the week is worked out and explained: what the weeks before it gave is not in the row.
    """
    first_day, monday = values["first_day"], values["week_start"]
    week = Week.of(monday)
    if week.monday != monday:
        raise InvalidInput("week_start", monday, msg("a Monday"))
    hours = decimal(values["absence_hours_hundredths"])
    record: HoursGiven = {week: hours}
    if first_day < monday:
        record = {first_day: _SOME_HOURS, week: hours}  # the spell has begun
    full_time = values.get("full_time_hours_hundredths")
    contract, plan = decimal(values["contract_hours_hundredths"]), _plan(values, week)
    if plan is not None and first_day < monday:
        plan = Schedule.weekly(contract).changed({monday: plan})
    absence = SicknessAbsence(
        first_day=first_day,
        contract_hours=contract if plan is None else None,
        schedule=plan,
        hours=record,
        hourly_pay=decimal(values["hourly_pay_oere"]),
        paid_during_sickness=True,
        basis=RefundBasis(values["basis"]),
        full_time_hours=None if full_time is None else decimal(full_time),
    )
    title = msg("Refund of sickness benefit, absence from {day}", day=first_day)
    return worked_out(title, parameters, _work_out, absence, RecordedWeek(week, ((week, hours),)))


def _plan(values: Values, week: Week) -> Schedule | None:
    """The hours of a week's days where they are fixed; None where they are not."""
    kind, contract = values.get("plan"), decimal(values["contract_hours_hundredths"])
    if kind not in {"days", "rota"}:
        return None
    given = [values.get(name) for name in PLANNED]
    for name, hours in zip(PLANNED, given, strict=True):
        if hours is None:
            raise InvalidInput(name, None, msg("the hours that were to be worked, 0 on a day off"))
    planned = [decimal(hours) for hours in given if hours is not None]
    if kind == "rota":
        days = Period(week.monday, week.sunday)
        return Schedule.rota(dict(zip(days, planned, strict=True)), norm_hours=contract)
    return Schedule(norm_hours=contract, weekdays=tuple(planned))


def _work_out(sheet: Worksheet, absence: SicknessAbsence, recorded: RecordedWeek) -> WeekOfSpell:
    weeks = Weeks(sheet, absence, recorded.entries)
    worked = weeks.row(judge_week_of_spell(sheet, absence, recorded))
    if worked.unknown is not None:
        raise worked.unknown
    return WeekOfSpell(week=worked.row, explanation=sheet.explanation())
