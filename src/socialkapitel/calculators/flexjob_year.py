"""A year of an old flexjob: its months, and what a ceiling on the whole year would give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.flexjob import FIRST_START, Flexjob, law
from socialkapitel.calculators.flexjob_month import FlexjobMonth, amounts_of
from socialkapitel.calculators.flexjob_parts import amounts_of_parts
from socialkapitel.calculators.flexjob_refund import FlexjobRefund, flexjob_refund, read_month_of
from socialkapitel.calculators.flexjob_set_off import check_absence
from socialkapitel.calculators.inputs import NumbersByMonth, months_held, read_by_month
from socialkapitel.calculators.otherwise import otherwise
from socialkapitel.calculators.refund_lines import PaidToEmployer, RefundLine, refund_by_day
from socialkapitel.calculators.sickness import sickness_refund
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.errors import check_kind
from socialkapitel.explanation import (
    Explained,
    Operand,
    OriginKind,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.messages import msg
from socialkapitel.money import Kroner, Number, decimal, oere, round_half_away
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
from socialkapitel.sources import Rule

_YEAR = Rule("flexjob.year", msg("Refund for the year"), law("stk. 2"), FIRST_START)


@brief
@attrs.frozen(kw_only=True)
class FlexjobYear(PaidToEmployer, Explained):
    """A year's refunds for a flexjob, in kroner.

    Attributes:
        months: the refund of each month in which the job is held.
        amount: the refunds of all of them together, for the employer.
    """

    months: tuple[FlexjobRefund, ...]
    amount: Decimal

    @property
    def lines(self) -> tuple[RefundLine, ...]:
        """The lines of all months, in order of time."""
        return tuple(line for month in self.months for line in month.lines)


def flexjob_year(
    job: Flexjob,
    year: int,
    *,
    actual_pay: NumbersByMonth | None = None,
    paid_hours: NumbersByMonth | None = None,
    sickness: SicknessAbsence | None = None,
    parameters: ParameterSet | None = None,
) -> FlexjobYear:
    """The refunds of a year of a flexjob that began before 2013 (årets fleksjobrefusion).

    The act has a ceiling for a year and for an hour, and none for a month. The months are worked
    out one by one; where they differ, one may reach its ceiling while another has room, and the
    caveat ``ceiling-of-whole-year`` says what the refund would be with one ceiling for them all.

    Args:
        job: the flexjob.
        year: the calendar year; months in which the job isn't held are left out.
        actual_pay: what was paid, in kroner, for months in which it may be lower than the lowest
            agreed pay.
        paid_hours: the paid hours of months in which they decide.
        sickness: an absence, whose refund of sickness benefit is set off, as in `flexjob_refund`.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a year in which the job isn't held, a month of another year, or anything
            that `flexjob_refund` does not accept.
        NotInForce: as `flexjob_refund`.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> job = sk.Flexjob(
    ...     started_on=date(2008, 3, 1),
    ...     share="2/3",
    ...     starting_pay=sk.Pay.hourly("320"),
    ...     weekly_hours="37",
    ...     atp_class=None,
    ...     other_contributions="0",
    ... )
    >>> hours = {sk.Month(2018, number): 140 for number in range(1, 13)}
    >>> year = sk.flexjob_year(job, 2018, paid_hours=hours)
    >>> len(year.months), year.amount
    (12, Decimal('300787.20'))
    """
    check_kind(job, Flexjob, "job")
    held = months_held(year, job.first_day, job.ended_on)
    absence = None if sickness is None else check_absence(sickness)
    pays = read_by_month(actual_pay, "actual_pay", held[0], held[-1])
    hours = read_by_month(paid_hours, "paid_hours", held[0], held[-1])
    return worked_out(
        msg("Flexjob refund, {year}", year=str(year)),
        figures_or_packaged(parameters),
        _work,
        job,
        held,
        pays,
        hours,
        absence,
    )


def _work(
    sheet: Worksheet,
    job: Flexjob,
    held: tuple[Month, ...],
    pays: Mapping[Month, Number],
    hours: Mapping[Month, Number],
    sickness: SicknessAbsence | None,
) -> FlexjobYear:
    results, operands = [], {}
    by_day: dict[date, Decimal] = {}
    if sickness is not None:
        absence = sickness_refund(sickness, parameters=sheet.parameters)
        sheet.include(absence.explanation, "sickness")
        by_day = refund_by_day(absence.weeks)
    ended = job.ended_on
    for month in held:
        sick = {
            day: kroner
            for day, kroner in by_day.items()
            if day in month and job.first_day <= day <= (ended or day)
        }
        result = flexjob_refund(
            job,
            month,
            actual_pay=pays.get(month),
            paid_hours=hours.get(month),
            sickness=sick or None,
            parameters=sheet.parameters,
        )
        results.append(result)
        sheet.include(result.explanation, str(month))
        name = f"{month}.flexjob.{'after_set_off' if sick else 'refund'}"
        label = msg("Refund for {month}", month=month)
        operands[f"month_{month.month}"] = Operand(
            label, result.amount, Unit.DKK, OriginKind.STEP, name
        )
    amount = decimal(sum(oere(result.amount) for result in results))
    sheet.calculate(_YEAR, held[0].first_day, " + ".join(operands), operands, amount, Unit.DKK)
    if sheet.kept:
        asked = [
            read_month_of(job, month, pays.get(month), hours.get(month), None) for month in held
        ]
        _warn(sheet, asked, results)
    return FlexjobYear(months=tuple(results), amount=amount, explanation=sheet.explanation())


def _warn(sheet: Worksheet, asked: list[FlexjobMonth], results: list[FlexjobRefund]) -> None:
    """Say what the refund would be if the months shared one ceiling."""
    costs: dict[Fraction, Fraction] = {}
    ceilings: dict[Fraction, Fraction] = {}
    for month in asked:
        if not month.capped:
            return
        if month.unpaid:
            continue
        for share, cost, ceiling in _parts(sheet.parameters, month):
            costs[share] = costs.get(share, Fraction(0)) + cost
            ceilings[share] = ceilings.get(share, Fraction(0)) + ceiling
    together = round_half_away(
        sum((share * min(cost, ceilings[share]) for share, cost in costs.items()), Fraction(0))
    )
    gross = sum(oere(result.gross) for result in results)
    # Rounding twelve refunds rather than one may account for a difference of some øre.
    if together > gross + len(asked):
        here = sum(oere(result.amount) for result in results)
        shared = together - (gross - here)
        other = otherwise(
            (msg("the year's refund"), Kroner(decimal(shared)), Kroner(decimal(here)))
        )
        sheet.caveat(
            "ceiling-of-whole-year",
            msg(
                "The act has a ceiling for a year, and the months differ. They may also share one"
                " ceiling: {otherwise}",
                otherwise=other.text,
            ),
            concerns=("flexjob.ceiling_yearly", "flexjob.ceiling_hourly"),
        )


def _parts(figures: ParameterSet, month: FlexjobMonth) -> list[tuple[Fraction, Fraction, Fraction]]:
    """The share, cost and ceiling of each part of a month, exactly, in øre."""
    if len(month.parts) > 1:
        return [
            (part.part.job.share.fraction, part.cost, part.ceiling or Fraction(0))
            for part in amounts_of_parts(figures, month).parts
        ]
    found = amounts_of(figures, month)
    return [
        (
            month.job.share.fraction,
            Fraction(found.cost, found.over),
            Fraction(found.ceiling or 0, found.over),
        )
    ]
