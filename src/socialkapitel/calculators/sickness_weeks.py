"""What a week of absence gives: hours, hourly rate, benefit, refund and supplement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.sickness_hours import HOURS, RefundableHours, refundable_hours
from socialkapitel.calculators.sickness_rules import FIRST, cited, in_week
from socialkapitel.calculators.sickness_spells import JudgedWeek
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Operand, Outcome, Rounding, Worksheet
from socialkapitel.formulas import sickness as formulas
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.periods import Week
from socialkapitel.sources import Rule, Source

_RATES = cited("§ 50, stk. 1-2")
_RATE = Rule("sickness.hourly_rate", msg("Benefit an hour"), _RATES, FIRST)
BENEFIT = Rule("sickness.benefit", msg("Sickness benefit"), _RATES, FIRST)
REFUND = Rule("sickness.refund", msg("Refund"), cited("§ 54"), FIRST)
SUPPLEMENT = Rule(
    "sickness.supplement",
    msg("State supplement"),
    Source("sygedagpengeloven §§ 54 a-54 b"),
    date(2020, 1, 6),
)
_SUPPLEMENT_FIGURE = "sickness_benefit.refund_supplement"
_NOTHING = decimal(0)


@attrs.frozen(kw_only=True)
class SicknessWeek:
    """A week of absence and what it gives; hours and rate are shown rounded to hundredths.

    Attributes:
        week: the ISO week.
        absence_hours: hours of absence as recorded.
        outcome: `Outcome.FULFILLED` where the absence counts, `Outcome.NOT_FULFILLED` where there
            is too little of it.
        employer_period_hours: hours within the employer period.
        refundable_hours: hours after it, for which benefit is due.
        hourly_rate: benefit an hour in kroner; None where no hours are refundable.
        amount: the employer's refund in kroner.
        supplement: the state's supplement to it in whole kroner.
        benefit: the sickness benefit due in kroner, whoever gets it.
        refundable_days: the exact refundable hours of each day that has any.
    """

    week: Week
    absence_hours: Decimal
    outcome: Outcome
    employer_period_hours: Decimal = _NOTHING
    refundable_hours: Decimal = _NOTHING
    hourly_rate: Decimal | None = None
    amount: Decimal = _NOTHING
    supplement: Decimal = _NOTHING
    benefit: Decimal = _NOTHING
    refundable_days: tuple[tuple[date, Fraction], ...] = attrs.field(default=(), repr=False)


@attrs.frozen
class WorkedWeek:
    """A row of the result with the numbers that the totals are made of, by what they are."""

    row: SicknessWeek
    operands: dict[Rule, Operand] = attrs.field(factory=dict)


def work_out(
    sheet: Worksheet,
    absence: SicknessAbsence,
    judged: JudgedWeek,
    given: dict[str, Operand],
) -> WorkedWeek:
    """A week's row, its steps written on the sheet; ``given`` holds the operands of the inputs.

    Raises:
        NotInForce: where a week that gives benefit lies outside the rates.
    """
    recorded = judged.recorded
    absent = recorded.hours
    row = SicknessWeek(
        week=recorded.week, absence_hours=decimal(absent), outcome=Outcome.NOT_FULFILLED
    )
    if judged.spell is None:
        return WorkedWeek(row)
    row = attrs.evolve(row, outcome=Outcome.FULFILLED, employer_period_hours=decimal(absent))
    hours = refundable_hours(sheet, judged, judged.spell, given)
    return _pay_out(sheet, absence, row, hours, given["hourly_pay"]) if hours else WorkedWeek(row)


def _pay_out(
    sheet: Worksheet,
    absence: SicknessAbsence,
    row: SicknessWeek,
    hours: RefundableHours,
    pay: Operand,
) -> WorkedWeek:
    """The week's rate and benefit, and the employer's part of it."""
    monday = row.week.monday
    rate, hourly = _hourly_rate(sheet, row.week, absence.hourly_pay, pay)
    max_weekly = sheet.figure("sickness_benefit.max_weekly", monday)
    due = formulas.benefit(*hours.parts, rate, oere(max_weekly.value))
    benefit = sheet.calculate(
        in_week(BENEFIT, row.week),
        monday,
        "min(hours * rate, maximum)",
        {"hours": hours.operand, "rate": hourly, "maximum": sheet.of(max_weekly)},
        decimal(due),
        Unit.DKK,
        rounding=Rounding.OERE,
        key=str(row.week),
    )
    shown = formulas.refundable_hours(*hours.parts)
    row = attrs.evolve(
        row,
        employer_period_hours=decimal(oere(row.absence_hours) - shown),
        refundable_hours=decimal(shown),
        hourly_rate=decimal(formulas.shown_rate(rate)),
        benefit=decimal(due),
        refundable_days=hours.by_day,
    )
    worked = WorkedWeek(row, {HOURS: hours.operand, BENEFIT: benefit})
    if not absence.paid_during_sickness:
        return worked
    hourly_pay = oere(absence.hourly_pay)
    refunded = formulas.refund(*hours.parts, rate, oere(max_weekly.value), hourly_pay)
    refund = sheet.calculate(
        in_week(REFUND, row.week),
        monday,
        "min(benefit, hours * pay)",
        {"benefit": benefit, "hours": hours.operand, "pay": pay},
        decimal(refunded),
        Unit.DKK,
        rounding=Rounding.OERE,
        key=str(row.week),
    )
    row = attrs.evolve(row, amount=decimal(refunded))
    return _add_supplement(sheet, WorkedWeek(row, {**worked.operands, REFUND: refund}))


def _hourly_rate(
    sheet: Worksheet, week: Week, hourly_pay: Decimal, pay: Operand
) -> tuple[int, Operand]:
    """The rate as the formulas carry it, and as an operand."""
    contribution = sheet.figure("labour_market_contribution", week.monday)
    if contribution.value > 100:
        raise InvalidInput(
            contribution.parameter, contribution.value, msg("a percentage from 0 to 100")
        )
    maximum = sheet.figure("sickness_benefit.max_hourly", week.monday)
    rate = formulas.hourly_rate(oere(hourly_pay), oere(contribution.value), oere(maximum.value))
    operand = sheet.calculate(
        in_week(_RATE, week),
        week.monday,
        "min(pay * (100 - contribution) / 100, maximum)",
        {"pay": pay, "contribution": sheet.of(contribution), "maximum": sheet.of(maximum)},
        Fraction(rate, formulas.RATE_SCALE * 100),
        Unit.DKK_PER_HOUR,
        key=str(week),
    )
    return rate, operand


def _add_supplement(sheet: Worksheet, worked: WorkedWeek) -> WorkedWeek:
    """The state's supplement beside the refund; none before it was introduced."""
    monday = worked.row.week.monday
    if monday < sheet.parameters[_SUPPLEMENT_FIGURE].first_day:
        return worked
    percentage = sheet.figure(_SUPPLEMENT_FIGURE, monday)
    refund = worked.operands[REFUND]
    added = formulas.supplement(oere(worked.row.amount), oere(percentage.value))
    operand = sheet.calculate(
        in_week(SUPPLEMENT, worked.row.week),
        monday,
        "refund * percentage / 100",
        {"refund": refund, "percentage": sheet.of(percentage)},
        decimal(added),
        Unit.DKK,
        rounding=Rounding.KRONE,
        key=str(worked.row.week),
    )
    row = attrs.evolve(worked.row, supplement=decimal(added))
    return WorkedWeek(row, {**worked.operands, SUPPLEMENT: operand})
