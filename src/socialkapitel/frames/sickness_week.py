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
from socialkapitel.calculators.sickness_minimum import check_basis, week_counts
from socialkapitel.calculators.sickness_spells import JudgedWeek, open_spell
from socialkapitel.calculators.sickness_weeks import SicknessWeek, work_out
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Explained, Worksheet
from socialkapitel.frames.calculator import Values
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet, Unit
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
    absence = SicknessAbsence(
        first_day=first_day,
        contract_hours=decimal(values["contract_hours_hundredths"]),
        hours=record,
        hourly_pay=decimal(values["hourly_pay_oere"]),
        paid_during_sickness=True,
        basis=RefundBasis(values["basis"]),
    )
    sheet = Worksheet(
        msg("Refund of sickness benefit, absence from {day}", day=first_day), parameters
    )
    hourly_pay = sheet.given("hourly_pay", msg("Hourly pay"), absence.hourly_pay, Unit.DKK_PER_HOUR)
    sheet.given(
        "contract_hours", msg("Agreed weekly hours"), absence.contract_hours, Unit.HOURS_PER_WEEK
    )
    name = f"hours[{week}]"
    of_week = sheet.given(name, msg("Absence hours in {week}", week=week), hours, Unit.HOURS)
    recorded = RecordedWeek(week, ((week, hours),))
    check_basis(absence)
    spell = open_spell(sheet, absence, recorded, first_day)
    counts = week_counts(sheet, absence, recorded, first_day)
    judged = JudgedWeek(recorded, spell if counts else None)
    worked = work_out(sheet, absence, judged, {"hourly_pay": hourly_pay, name: of_week})
    return WeekOfSpell(week=worked.row, explanation=sheet.explanation())
