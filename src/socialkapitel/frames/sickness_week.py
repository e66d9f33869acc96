"""One row of `sickness_refunds` by the scalar calculator's own steps: a week of a spell alone."""

from __future__ import annotations

from decimal import Decimal

import attrs

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
from socialkapitel.periods import Week

_SOME_HOURS = Decimal("0.01")


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
    absence = SicknessAbsence(
        first_day=first_day,
        contract_hours=decimal(values["contract_hours_hundredths"]),
        hours=record,
        hourly_pay=decimal(values["hourly_pay_oere"]),
        paid_during_sickness=True,
        basis=RefundBasis(values["basis"]),
        full_time_hours=None if full_time is None else decimal(full_time),
    )
    title = msg("Refund of sickness benefit, absence from {day}", day=first_day)
    return worked_out(title, parameters, _work_out, absence, RecordedWeek(week, ((week, hours),)))


def _work_out(sheet: Worksheet, absence: SicknessAbsence, recorded: RecordedWeek) -> WeekOfSpell:
    weeks = Weeks(sheet, absence, recorded.entries)
    worked = weeks.row(judge_week_of_spell(sheet, absence, recorded))
    if worked.unknown is not None:
        raise worked.unknown
    return WeekOfSpell(week=worked.row, explanation=sheet.explanation())
