"""The employer's refund of sickness benefit (sygedagpengerefusion), full and partial absence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.sickness_calendar import SicknessSpell
from socialkapitel.calculators.sickness_caveats import Amounts, Told, in_a_row
from socialkapitel.calculators.sickness_hours import HOURS
from socialkapitel.calculators.sickness_month import SicknessMonth
from socialkapitel.calculators.sickness_spells import Reading, judge_absence
from socialkapitel.calculators.sickness_weeks import (
    BENEFIT,
    EMPLOYER_BENEFIT,
    PAID_TO,
    REFUND,
    SUPPLEMENT,
    PaidTo,
    SicknessWeek,
    Weeks,
    WorkedWeek,
)
from socialkapitel.errors import check_kind
from socialkapitel.explanation import (
    Explained,
    Outcome,
    Rounding,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.messages import Message, Text, msg
from socialkapitel.money import decimal, round_half_away
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month, Period, Week
from socialkapitel.sources import Rule


def _total(rule: Rule, label: Message) -> Rule:
    return attrs.evolve(rule, id=f"{rule.id}_total", label=label)


_ALL_HOURS = _total(HOURS, msg("Refundable hours, in all"))
_ALL_OWED = _total(EMPLOYER_BENEFIT, msg("Sickness benefit that the employer owes, in all"))
_ALL_BENEFIT = _total(BENEFIT, msg("Sickness benefit, in all"))
_ALL_REFUND = _total(REFUND, msg("Refund to the employer, in all"))
_ALL_SUPPLEMENT = _total(SUPPLEMENT, msg("Supplement to the refund, in all"))
_WITHOUT_PAY = (_ALL_OWED, _ALL_BENEFIT)


@brief
@attrs.frozen(kw_only=True)
class SicknessRefund(Explained):
    """What an absence gives; hours are rounded to hundredths, amounts are in kroner.

    Attributes:
        employer_period: the first spell's employer period; None where the municipality pays from
            the first day, or no week counts.
        spells: the unbroken spells of absence, each with its own employer period and the day from
            which the municipality pays.
        weeks: a row for each week of the record.
        refundable_hours: hours for which the municipality pays.
        employer_benefit: the sickness benefit that the employer owes the employee in the employer
            periods; 0 where pay is paid instead.
        amount: the employer's refund; 0 where the municipality pays the employee.
        supplement: the supplement beside the refund, in whole kroner a week.
        benefit: the sickness benefit due after the employer period, whoever gets it.
        paid_to: who gets it.
        open_weeks: weeks that can't be worked out because a figure isn't known for them, and why;
            nothing is counted for them.
    """

    employer_period: Period | None
    spells: tuple[SicknessSpell, ...]
    weeks: tuple[SicknessWeek, ...]
    refundable_hours: Decimal
    employer_benefit: Decimal
    amount: Decimal
    supplement: Decimal
    benefit: Decimal
    paid_to: PaidTo
    open_weeks: tuple[tuple[Week, Text], ...]

    @property
    def to_employer(self) -> Decimal:
        """What the municipality pays the employer, without the supplement: the amount."""
        return self.amount

    @property
    def to_employee(self) -> Decimal:
        """What the municipality pays the employee: the benefit, where it isn't refunded."""
        return self.benefit if self.paid_to is PaidTo.EMPLOYEE else decimal(0)

    def month(self, month: Month | str) -> SicknessMonth:
        """What of it belongs to a calendar month, with lines for a claim; see `SicknessMonth`.

        Raises:
            WrongType: for anything but a `Month`.

        >>> from datetime import date
        >>> import socialkapitel as sk
        >>> absence = sk.SicknessAbsence(
        ...     first_day=date(2022, 1, 3),
        ...     contract_hours="37",
        ...     hours={sk.Week(2022, number): "37" for number in range(1, 10)},
        ...     hourly_pay="185.00",
        ...     paid_during_sickness=True,
        ...     basis=sk.RefundBasis.ORDINARY,
        ... )
        >>> march = sk.sickness_refund(absence).month(sk.Month(2022, 3))
        >>> [(str(line.first_day), line.hours, line.amount) for line in march.lines]
        [('2022-03-01', Decimal('29.60'), Decimal('3572.00'))]
        """
        return SicknessMonth.of(self, month)


def sickness_refund(
    absence: SicknessAbsence, *, parameters: ParameterSet | None = None
) -> SicknessRefund:
    """The refund of sickness benefit for an absence, week by week.

    After the employer period each absence hour gives the hourly pay less the labour-market
    contribution, at most the weekly maximum divided by the hours of a full-time week. A week gives
    at most the weekly maximum, all employers together, and the employer at most the pay for the
    same hours. Each week's amount is rounded once, to the øre. The supplement is a percentage of
    the week's refund, rounded to whole kroner. Nothing is due for public holidays from 2 July 2012.
    Law: sygedagpengeloven §§ 17, 30, 50, 53 a, 53-54 b and 56.

    Without a right to pay the employer owes the benefit in the employer period, to an employee who
    meets the employment requirement, and the municipality pays the employee after it.

    A week with fewer than four absence hours counts as a week at work, unless they are all that
    is agreed; it ends the spell, as a return to full work does, and later absence has an employer
    period of its own.

    Not judged here: for how long benefit can be paid, and whether notice was given in time.

    Args:
        absence: the record of the absence.
        parameters: another set of legal figures.

    Raises:
        WrongType: for anything but a `SicknessAbsence` and a `ParameterSet`.
        NotInForce: where a figure isn't known for a day or week, or the basis is
            `RefundBasis.FLEXJOB_SINCE_2013` for a day before 2013 or `RefundBasis.NEW_EMPLOYEE`
            for a day before 3 July 2006.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> absence = sk.SicknessAbsence(
    ...     first_day=date(2022, 1, 3),
    ...     contract_hours="37",
    ...     hours={sk.Week(2022, number): "37" for number in range(1, 6)},
    ...     hourly_pay="185.00",
    ...     paid_during_sickness=True,
    ...     basis=sk.RefundBasis.ORDINARY,
    ...     hours_in_other_jobs={},
    ... )
    >>> refund = sk.sickness_refund(absence)
    >>> refund.employer_period.end, refund.refundable_hours, refund.amount
    (datetime.date(2022, 2, 1), Decimal('22.20'), Decimal('2679.00'))
    """
    check_kind(absence, SicknessAbsence, "absence")
    return _read_as(absence, figures_or_packaged(parameters), Reading.CHOSEN)


def _read_as(
    absence: SicknessAbsence, parameters: ParameterSet, reading: Reading
) -> SicknessRefund:
    title = msg("Refund of sickness benefit, absence from {day}", day=absence.first_day)
    return worked_out(title, parameters, _work_out, absence, reading)


def _work_out(sheet: Worksheet, absence: SicknessAbsence, reading: Reading) -> SicknessRefund:
    return work_out_absence(sheet, absence, reading).result


@attrs.frozen
class WorkedAbsence:
    """What an absence gives, with the numbers of its weeks to calculate on with."""

    result: SicknessRefund
    weeks: tuple[WorkedWeek, ...]


def work_out_absence(
    sheet: Worksheet, absence: SicknessAbsence, reading: Reading = Reading.CHOSEN
) -> WorkedAbsence:
    """Work an absence out on a sheet."""
    inputs = Weeks(sheet, absence)
    paid_to = _judge_recipient(sheet, absence)
    course = judge_absence(sheet, absence, reading)
    worked = tuple(inputs.row(week) for week in course.weeks)
    unknown = [week.unknown for week in worked if week.unknown is not None]
    if unknown and len(unknown) == len(worked):
        raise unknown[0]
    hours = _add_up(sheet, _ALL_HOURS, absence, worked, Unit.HOURS)
    owed = amount = supplement = decimal(0)
    if any(EMPLOYER_BENEFIT.id in week.operands for week in worked):
        owed = _add_up(sheet, _ALL_OWED, absence, worked)
    benefit = _add_up(sheet, _ALL_BENEFIT, absence, worked)
    if paid_to is PaidTo.EMPLOYER:
        amount = _add_up(sheet, _ALL_REFUND, absence, worked)
        if any(SUPPLEMENT.id in week.operands for week in worked):
            supplement = _add_up(sheet, _ALL_SUPPLEMENT, absence, worked)
    if unknown:
        sheet.caveat(
            "weeks-not-known",
            msg(
                "For {weeks} a figure is not known yet, or not any more; nothing is counted for"
                " them ({because})",
                weeks=in_a_row(week.row.week for week in worked if week.unknown is not None),
                because=unknown[0].message,
            ),
            concerns=("hours",),
        )
    if sheet.kept:

        def work_out(changed: SicknessAbsence, reading: Reading = Reading.CHOSEN) -> Amounts:
            found = _read_as(changed, sheet.parameters, reading)
            got = found.amount if changed.paid_during_sickness else found.benefit
            return Amounts(got, found.employer_benefit)

        here = Amounts(amount if absence.paid_during_sickness else benefit, owed)
        Told(sheet, absence, course, here, work_out).tell()
    spells = tuple(course.spells)
    result = SicknessRefund(
        employer_period=spells[0].employer_period if spells else None,
        spells=spells,
        weeks=tuple(week.row for week in worked),
        refundable_hours=hours,
        employer_benefit=owed,
        amount=amount,
        supplement=supplement,
        benefit=benefit,
        paid_to=paid_to,
        open_weeks=tuple(
            (week.row.week, week.unknown.message) for week in worked if week.unknown is not None
        ),
        explanation=sheet.explanation(
            *((_ALL_REFUND, _ALL_SUPPLEMENT) if paid_to is PaidTo.EMPLOYER else _WITHOUT_PAY)
        ),
    )
    return WorkedAbsence(result, worked)


def _judge_recipient(sheet: Worksheet, absence: SicknessAbsence) -> PaidTo:
    if absence.paid_during_sickness:
        paid_to, outcome = PaidTo.EMPLOYER, Outcome.FULFILLED
        because = msg("the employee has a right to pay during the absence")
    else:
        paid_to, outcome = PaidTo.EMPLOYEE, Outcome.NOT_FULFILLED
        because = msg(
            "the employee has no right to pay during the absence: the employer owes benefit in the"
            " employer period, and the municipality pays the employee after it"
        )
    sheet.judge(PAID_TO, absence.first_day, outcome, because)
    return paid_to


def _add_up(
    sheet: Worksheet,
    total: Rule,
    absence: SicknessAbsence,
    worked: Sequence[WorkedWeek],
    unit: Unit = Unit.DKK,
) -> Decimal:
    """The sum of what the weeks have of one kind."""
    kind = total.id.removesuffix("_total")
    found = [week.operands[kind] for week in worked if kind in week.operands]
    whole, parts = 0, Fraction(0)
    for operand in found:
        if type(operand.value) is Fraction:  # hours, which are rounded once, in all
            parts += operand.value
        else:
            whole += operand.hundredths
    value = decimal(whole + round_half_away(parts * 100))
    if sheet.kept:
        operands = {f"week_{place}": operand for place, operand in enumerate(found, start=1)}
        sheet.calculate(
            total,
            absence.first_day,
            " + ".join(operands) or "0",
            operands,
            value,
            unit,
            rounding=Rounding.HUNDREDTHS if unit is Unit.HOURS else Rounding.NONE,
        )
    return value
