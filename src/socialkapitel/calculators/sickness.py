"""The employer's refund of sickness benefit (sygedagpengerefusion), full and partial absence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import figures_or_packaged
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.sickness_hours import HOURS
from socialkapitel.calculators.sickness_rules import FIRST, cited
from socialkapitel.calculators.sickness_spells import SicknessSpell, judge_weeks, spells_of
from socialkapitel.calculators.sickness_weeks import (
    BENEFIT,
    REFUND,
    SUPPLEMENT,
    SicknessWeek,
    WorkedWeek,
    work_out,
)
from socialkapitel.errors import check_kind
from socialkapitel.explanation import Explained, Operand, Outcome, Rounding, Worksheet
from socialkapitel.messages import Message, msg
from socialkapitel.money import decimal, round_half_away
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Period, Week
from socialkapitel.sources import Rule

_PAID_TO = Rule("sickness.paid_to", msg("Refund to the employer"), cited("§ 54"), FIRST)


def _total(rule: Rule, label: Message) -> Rule:
    return attrs.evolve(rule, id=f"{rule.id}_total", label=label)


_ALL_HOURS = _total(HOURS, msg("Hours that give benefit, in all"))
_ALL_BENEFIT = _total(BENEFIT, msg("Sickness benefit, in all"))
_ALL_REFUND = _total(REFUND, msg("Refund to the employer, in all"))
_ALL_SUPPLEMENT = _total(SUPPLEMENT, msg("State supplement, in all"))


class PaidTo(Enum):
    """Who gets the sickness benefit.

    * ``EMPLOYER``: as a refund, because the employee has pay during the absence.
    * ``EMPLOYEE``: from the municipality.
    """

    EMPLOYER = "employer"
    EMPLOYEE = "employee"


@attrs.frozen(kw_only=True)
class SicknessRefund(Explained):
    """What an absence gives; hours are rounded to hundredths, amounts are in kroner.

    Attributes:
        employer_period: the first spell's employer period; None where the refund begins on the
            first day, or no week counts.
        spells: the unbroken spells of absence, each with its own employer period.
        weeks: a row for each week of the record.
        refundable_hours: hours for which benefit is due.
        amount: the employer's refund; 0 where the municipality pays the employee.
        supplement: the state's supplement beside the refund, in whole kroner a week.
        benefit: the sickness benefit due after the employer period, whoever gets it.
        paid_to: who gets it.
    """

    employer_period: Period | None
    spells: tuple[SicknessSpell, ...]
    weeks: tuple[SicknessWeek, ...]
    refundable_hours: Decimal
    amount: Decimal
    supplement: Decimal
    benefit: Decimal
    paid_to: PaidTo


def sickness_refund(
    absence: SicknessAbsence, *, parameters: ParameterSet | None = None
) -> SicknessRefund:
    """The refund of sickness benefit for an absence, week by week.

    After the employer period each absence hour gives the hourly pay less the labour-market
    contribution, at most the hourly maximum; a week gives at most the weekly maximum, and the
    employer at most the pay for the same hours. Each week's amount is rounded once, to the øre.
    The state's supplement is a percentage of the week's refund, rounded to whole kroner. Law:
    sygedagpengeloven §§ 17, 30, 50, 53-54 b and 56.

    A week with fewer than four absence hours counts as a week at work, unless they are all that
    is agreed; it ends the spell, as a week that isn't in the record does, and later absence has
    an employer period of its own.

    Not judged here: whether the employee fulfils the employment requirement, for how long benefit
    can be had, and whether notice was given in time.

    Args:
        absence: the record of the absence.
        parameters: another set of legal figures.

    Raises:
        WrongType: for anything but a `SicknessAbsence` and a `ParameterSet`.
        NotInForce: where a figure isn't known for a day or week, or the basis
            `RefundBasis.FLEXJOB_SINCE_2013` is given for a day before 2013.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> absence = sk.SicknessAbsence(
    ...     first_day=date(2022, 1, 3),
    ...     contract_hours="37",
    ...     hours={sk.Week(2022, number): "37" for number in range(1, 6)},
    ...     hourly_pay="185.00",
    ...     paid_during_sickness=True,
    ...     basis=sk.RefundBasis.ORDINARY,
    ... )
    >>> refund = sk.sickness_refund(absence)
    >>> refund.employer_period.end, refund.refundable_hours, refund.amount
    (datetime.date(2022, 2, 1), Decimal('22.20'), Decimal('2679.10'))
    """
    check_kind(absence, SicknessAbsence, "absence")
    sheet = Worksheet(
        msg("Refund of sickness benefit, absence from {day}", day=absence.first_day),
        figures_or_packaged(parameters),
    )
    given = _note_inputs(sheet, absence)
    paid_to = _judge_recipient(sheet, absence)
    judged = judge_weeks(sheet, absence)
    spells = spells_of(judged)
    worked = [work_out(sheet, absence, week, given) for week in judged]
    hours = _add_up(sheet, _ALL_HOURS, absence, _of(worked, HOURS), Unit.HOURS)
    benefit = _add_up(sheet, _ALL_BENEFIT, absence, _of(worked, BENEFIT), Unit.DKK)
    amount = supplement = decimal(0)
    if paid_to is PaidTo.EMPLOYER:
        amount = _add_up(sheet, _ALL_REFUND, absence, _of(worked, REFUND), Unit.DKK)
        if added := _of(worked, SUPPLEMENT):
            supplement = _add_up(sheet, _ALL_SUPPLEMENT, absence, added, Unit.DKK)
    return SicknessRefund(
        employer_period=spells[0].employer_period if spells else None,
        spells=spells,
        weeks=tuple(week.row for week in worked),
        refundable_hours=hours,
        amount=amount,
        supplement=supplement,
        benefit=benefit,
        paid_to=paid_to,
        explanation=sheet.explanation(),
    )


def _note_inputs(sheet: Worksheet, absence: SicknessAbsence) -> dict[str, Operand]:
    """The inputs as operands, by name."""
    sheet.given(
        "contract_hours",
        msg("Agreed weekly hours"),
        absence.contract_hours,
        Unit.HOURS_PER_WEEK,
    )
    pay = sheet.given("hourly_pay", msg("Hourly pay"), absence.hourly_pay, Unit.DKK_PER_HOUR)
    operands = {"hourly_pay": pay}
    for key, hours in absence.hours:
        name = f"hours[{key}]"
        label = (
            msg("Absence hours in {week}", week=key)
            if isinstance(key, Week)
            else msg("Absence hours on {day}", day=key)
        )
        operands[name] = sheet.given(name, label, hours, Unit.HOURS)
    return operands


def _judge_recipient(sheet: Worksheet, absence: SicknessAbsence) -> PaidTo:
    if absence.paid_during_sickness:
        paid_to, outcome = PaidTo.EMPLOYER, Outcome.FULFILLED
        because = msg("the employee has a right to pay during the absence")
    else:
        paid_to, outcome = PaidTo.EMPLOYEE, Outcome.NOT_FULFILLED
        because = msg(
            "the employee has no right to pay during the absence: the municipality pays the"
            " benefit to the employee"
        )
    sheet.judge(_PAID_TO, absence.first_day, outcome, because)
    return paid_to


def _of(worked: Sequence[WorkedWeek], rule: Rule) -> dict[str, Operand]:
    """The operands of one kind, named for use in a sum."""
    found = [week.operands[rule] for week in worked if rule in week.operands]
    return {f"week_{place}": operand for place, operand in enumerate(found, start=1)}


def _add_up(
    sheet: Worksheet,
    rule: Rule,
    absence: SicknessAbsence,
    operands: dict[str, Operand],
    unit: Unit,
) -> Decimal:
    exact = sum((Fraction(operand.value) for operand in operands.values()), Fraction(0))
    value = decimal(round_half_away(exact * 100))
    sheet.calculate(
        rule,
        absence.first_day,
        " + ".join(operands) or "0",
        operands,
        value,
        unit,
        rounding=Rounding.HUNDREDTHS if unit is Unit.HOURS else Rounding.NONE,
    )
    return value
