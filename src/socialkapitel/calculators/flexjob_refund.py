"""The employer's refund for a month of a flexjob that began before 2013 (fleksjobrefusion)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.atp import tell_atp
from socialkapitel.calculators.flexjob import (
    FIRST_CEILING,
    FIRST_START,
    LAST_START,
    REFUND,
    START,
    Flexjob,
    law,
)
from socialkapitel.calculators.flexjob_month import (
    FlexjobMonth,
    SteadyAmounts,
    amounts_of,
    check_known,
    exactly,
    hours_in,
    month_of,
    tell_ceiling,
    warn_of_ceiling,
    warn_of_month,
    warn_of_start,
)
from socialkapitel.calculators.flexjob_parts import (
    amounts_of_parts,
    other_of,
    tell_parts,
)
from socialkapitel.calculators.flexjob_set_off import (
    check_absence,
    read_refunds,
    sick_days_of,
    tell_reduction,
)
from socialkapitel.calculators.inputs import NumbersByDay
from socialkapitel.calculators.refund_lines import PaidToEmployer, RefundLine
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.deprecation import deprecated
from socialkapitel.errors import InvalidInput, check_kind
from socialkapitel.explanation import (
    Explained,
    Operand,
    Outcome,
    Rounding,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.formulas.arithmetic import half_up
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import msg
from socialkapitel.money import MAX_AMOUNT, Number, decimal, hundredths, round_half_away
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month, Period, read_date, read_each, read_month
from socialkapitel.sources import Rule

_HOURS_OF_A_DAY = 24

_PAID = Rule("flexjob.paid", msg("Pay was paid for the month"), law("stk. 3"), FIRST_START)
_AGREED = Rule(
    "flexjob.pay_basis", msg("Lowest agreed pay for the job's hours"), law("stk. 3"), FIRST_START
)
_LOWEST = Rule("flexjob.lowest_pay", msg("Pay that counts"), law("stk. 3"), FIRST_START)
_EVEN_HOURS = Rule(
    "flexjob.even_hours",
    msg("Hours of the days on which the job is held"),
    law("stk. 3", practice=True),
    FIRST_START,
)
_COST = Rule("flexjob.cost", msg("Pay, ATP and other contributions"), law("stk. 3"), FIRST_START)
_BASIS = Rule(
    "flexjob.basis", msg("Amount on which the refund is calculated"), law("stk. 3"), FIRST_CEILING
)


@brief
@attrs.frozen(kw_only=True)
class FlexjobRefund(PaidToEmployer, Explained):
    """A month's refund for a flexjob, in kroner.

    Attributes:
        pay: the pay that counts: the lowest agreed pay, or what was paid where that is less; shown
            to the øre, carried exactly.
        atp: the employer's ATP contribution.
        other_contributions: other employer contributions.
        ceiling: the month's ceiling on all three together; None where none applies.
        basis: the amount of which the share is refunded: all three, at most the ceiling; shown to
            the øre, carried exactly.
        gross: the refund before it is reduced by the refund of sickness benefit.
        set_off: what it is reduced by.
        amount: the refund to claim, for the employer.
        period: the days of the month on which the job is held; None in documents of versions that
            did not record them.
        paid_hours: the paid hours; None where the month is a whole one.
        parts: the parts of a month in which the terms change; empty where they stay the same.
    """

    pay: Decimal
    atp: Decimal
    other_contributions: Decimal
    ceiling: Decimal | None
    basis: Decimal
    gross: Decimal
    set_off: Decimal
    amount: Decimal
    period: Period | None = None
    paid_hours: Decimal | None = None
    parts: tuple[RefundLine, ...] = ()

    @property
    def lines(self) -> tuple[RefundLine, ...]:
        """What is claimed for which days: one line, or one for each part of the month.

        Their amounts add up to ``amount``.
        """
        if self.period is None or self.parts:
            return self.parts
        return (
            RefundLine(
                first_day=self.period.start,
                last_day=self.period.end,
                hours=self.paid_hours,
                amount=self.amount,
            ),
        )


def flexjob_refund(
    job: Flexjob,
    month: Month | str,
    *,
    actual_pay: Number | None = None,
    paid_hours: Number | NumbersByDay | None = None,
    other_contributions: Number | None = None,
    sickness: SicknessAbsence | NumbersByDay | None = None,
    sickness_benefit: NumbersByDay | None = None,
    parameters: ParameterSet | None = None,
) -> FlexjobRefund:
    """The employer's refund for a month of a flexjob that began between 1998 and 2012.

    Half or two thirds of the lowest agreed pay for the job's hours, ATP and other contributions
    together; rounded once, to the øre. Jobs that began on 5 July 2006 or later have a ceiling on
    all three together: a twelfth of the yearly one, or the hourly one where hours are paid. Law:
    LAB § 133 (before 2020: § 71).

    A month in which the job isn't held on all days from Monday to Friday is worked out from its
    paid hours. Where the terms change within a month, its parts have their own pay, ceiling and
    share; ATP and other contributions are divided over them by their hours.

    Args:
        job: the flexjob.
        month: the month, not before the job's first nor after its last.
        actual_pay: what was paid for the month in kroner, where it may be lower than the lowest
            agreed pay; ``"0"`` gives no refund.
        paid_hours: hours that pay was paid for, where the pay is by the hour or the month isn't
            whole (begun or ended within it, unpaid leave): their number, or hours by date. Pay,
            ceiling and ATP follow them. A whole full-time month with monthly pay has 160.33. Where
            a month isn't whole and they are not given, each day from Monday to Friday is assumed to
            have a fifth of the weekly hours, with the caveat ``part-of-month``.
        other_contributions: the month's, where they are not the job's.
        sickness: the absence whose refund of sickness benefit the employer is entitled to, with the
            basis `RefundBasis.FLEXJOB`; or kroner of sickness or maternity benefit by day, weekends
            included. Each day reduces the refund by at most the part of it that belongs to a day
            from Monday to Friday.
        sickness_benefit: deprecated; write ``sickness``.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a month in which the job is not held, a day of benefit or hours on which
            it isn't, an absence with another basis, or a number not accepted.
        NotInForce: for a job that began before 1998 or after 2012, or a month for which a figure
            is not known.

    >>> import socialkapitel as sk
    >>> job = sk.Flexjob(
    ...     started_on=date(2006, 3, 1),
    ...     share="2/3",
    ...     starting_pay=sk.Pay.monthly("18297.00"),
    ...     weekly_hours="37",
    ...     atp_class="A",
    ...     other_contributions="0",
    ... )
    >>> sk.flexjob_refund(job, sk.Month(2007, 11)).amount
    Decimal('12306.40')

    Ended on 8 May 2024, after 44 hours with pay:

    >>> import attrs
    >>> ended = attrs.evolve(job, ended_on=date(2024, 5, 8))
    >>> refund = sk.flexjob_refund(ended, sk.Month(2024, 5), paid_hours="44", actual_pay="5000")
    >>> refund.atp, refund.amount
    (Decimal('66.00'), Decimal('3377.33'))
    """
    asked = read_month_of(job, month, actual_pay, paid_hours, other_contributions)
    if sickness_benefit is not None:
        deprecated("flexjob_refund(sickness_benefit=...)", "flexjob_refund(sickness=...)")
        sickness = sickness_benefit
    absence = None
    if isinstance(sickness, SicknessAbsence):
        absence = check_absence(sickness)
    elif sickness is not None:
        asked = asked._replace(benefits=read_refunds(sickness, asked))
    return worked_out(
        msg("Flexjob refund, {month}", month=asked.month),
        figures_or_packaged(parameters),
        _work,
        asked,
        absence,
    )


def read_month_of(
    job: Flexjob,
    month: Month | str,
    actual_pay: Number | None,
    paid_hours: Number | NumbersByDay | None,
    other_contributions: Number | None,
) -> FlexjobMonth:
    """Read what is asked of a month of a job, and refuse what doesn't fit."""
    if type(job) is not Flexjob:
        check_kind(job, Flexjob, "job")
    month = read_month(month, "month")
    begun, ended, first = job.first_day, job.ended_on, month.first_day
    if begun > LAST_START:
        START.check(
            begun,
            msg(
                "for jobs begun since 2013 calculate the flex wage supplement"
                " (flex_wage_supplement)"
            ),
        )
    START.check(begun)
    if begun > first and begun not in month:
        accepted = msg("a month from {first} on", first=Month.of(begun))
        raise InvalidInput("month", month, accepted)
    if ended is not None and ended < first:
        raise InvalidInput("month", month, msg("a month through {last}", last=Month.of(ended)))
    return month_of(
        job,
        month,
        actual_pay=_read(actual_pay, "actual_pay"),
        paid_hours=None if paid_hours is None else _read_hours(paid_hours, job, month),
        other=_read(other_contributions, "other_contributions"),
    )


def _read(value: Number | None, field: str) -> int | None:
    return None if value is None else hundredths(value, field, most=MAX_AMOUNT)


def _read_hours(value: Number | NumbersByDay, job: Flexjob, month: Month) -> int | dict[date, int]:
    if not isinstance(value, Mapping):
        return hundredths(value, "paid_hours", most=_HOURS_OF_A_DAY * month.last_day.day)
    first, last = max(month.first_day, job.first_day), month.last_day
    if job.ended_on is not None:
        last = min(last, job.ended_on)
    hours = {}
    for day, number in read_each(value, read_date, "paid_hours"):
        if not first <= day <= last:
            accepted = msg(
                "days of the job in the month, {first} to {last}", first=first, last=last
            )
            raise InvalidInput("paid_hours", day, accepted)
        hours[day] = hundredths(number, f"paid_hours[{day}]", most=_HOURS_OF_A_DAY)
    return hours


def _work(sheet: Worksheet, asked: FlexjobMonth, absence: SicknessAbsence | None) -> FlexjobRefund:
    operands: Mapping[date, Operand] = {}
    if absence is not None:
        sick = sick_days_of(sheet, absence, asked)
        asked, operands = asked._replace(benefits=sick.by_day), sick.operands
    if asked.unpaid:
        check_known(sheet.parameters, asked.day)
        return _without_pay(sheet, asked, operands)
    if len(asked.parts) > 1:
        return _in_parts(sheet, asked, operands)
    found = amounts_of(sheet.parameters, asked)
    check_known(sheet.parameters, asked.day)
    gross, left = found.gross, asked.left(found.gross)
    if sheet.kept:
        _tell(sheet, asked, found, operands)
    return FlexjobRefund(
        pay=_shown(found.pay, found.over),
        atp=decimal(found.atp),
        other_contributions=decimal(asked.other),
        ceiling=None if found.ceiling is None else _shown(found.ceiling, found.over),
        basis=_shown(found.basis, found.over),
        gross=decimal(gross),
        set_off=decimal(gross - left),
        amount=decimal(left),
        period=Period(asked.day, asked.last_day),
        paid_hours=_hours(asked),
        explanation=sheet.explanation(),
    )


def _in_parts(
    sheet: Worksheet, asked: FlexjobMonth, operands: Mapping[date, Operand]
) -> FlexjobRefund:
    """A month in which the terms change."""
    found = amounts_of_parts(sheet.parameters, asked)
    check_known(sheet.parameters, asked.last_day)
    gross, left = found.gross, asked.left(found.gross)
    if sheet.kept:
        _tell_start(sheet, asked)
        refund = tell_parts(sheet, asked, found)
        if asked.benefits:
            tell_reduction(sheet, asked, gross, refund, operands)
        warn_of_month(sheet, asked)
        if any(part.basis < part.cost for part in found.parts):
            warn_of_ceiling(sheet, asked, gross, found.gross_by_pay)
    exact = [part.exact for part in found.parts]
    whole = sum(exact, Fraction(0))
    return FlexjobRefund(
        pay=_sum(part.pay for part in found.parts),
        atp=decimal(found.atp),
        other_contributions=_sum([other_of(asked)]),
        ceiling=_sum(part.ceiling or Fraction(0) for part in found.parts) if asked.capped else None,
        basis=_sum(part.basis for part in found.parts),
        gross=decimal(gross),
        set_off=decimal(gross - left),
        amount=decimal(left),
        period=Period(asked.day, asked.last_day),
        paid_hours=_hours(asked),
        parts=_lines(asked, [each / whole for each in exact], left) if whole else (),
        explanation=sheet.explanation(),
    )


def _sum(parts: Iterable[Fraction]) -> Decimal:
    return decimal(round_half_away(sum(parts, Fraction(0))))


def _hours(asked: FlexjobMonth) -> Decimal | None:
    return None if asked.paid_hours is None else decimal(asked.paid_hours)


def _lines(asked: FlexjobMonth, weights: Sequence[Fraction], amount: int) -> tuple[RefundLine, ...]:
    """The month's amount divided over its parts by weight; the lines add up to it."""
    lines, before, given = [], Fraction(0), 0
    for part, weight in zip(asked.parts, weights, strict=True):
        before += weight
        through = round_half_away(amount * before)
        hours = None if part.paid_hours is None else decimal(part.paid_hours)
        lines.append(
            RefundLine(
                first_day=part.first_day,
                last_day=part.last_day,
                hours=hours,
                amount=decimal(through - given),
            )
        )
        given = through
    return tuple(lines)


def _shown(part: int, over: int) -> Decimal:
    return decimal(half_up(part, over))


def _without_pay(
    sheet: Worksheet, asked: FlexjobMonth, operands: Mapping[date, Operand]
) -> FlexjobRefund:
    """A month for which nothing was paid: there is nothing to refund."""
    _tell_start(sheet, asked)
    if asked.actual_pay == 0:
        _given_pay(sheet, 0)
    else:
        _given_hours(sheet, 0)
    if asked.taken_evenly:
        warn_of_month(sheet, asked)
    no_pay = msg("no pay was paid for the month, so there is no refund")
    sheet.judge(_PAID, asked.day, Outcome.NOT_FULFILLED, no_pay)
    nothing = decimal(0)
    refund = sheet.calculate(REFUND, asked.day, "0", {}, nothing, Unit.DKK)
    if asked.benefits:
        tell_reduction(sheet, asked, 0, refund, operands)
    return FlexjobRefund(
        pay=nothing,
        atp=nothing,
        other_contributions=nothing,
        ceiling=None,
        basis=nothing,
        gross=nothing,
        set_off=nothing,
        amount=nothing,
        period=Period(asked.day, asked.last_day),
        paid_hours=_hours(asked),
        explanation=sheet.explanation(),
    )


def _tell(
    sheet: Worksheet, asked: FlexjobMonth, found: SteadyAmounts, operands: Mapping[date, Operand]
) -> None:
    """Write down how a month was worked out."""
    job, day = asked.job, asked.day
    share = sheet.given("share", job.share.fraction, Unit.SHARE)
    hours = sheet.given("weekly_hours", job.weekly_hours, Unit.HOURS_PER_WEEK)
    _tell_start(sheet, asked)
    paid = _tell_hours(sheet, asked, hours)
    pay = _tell_pay(sheet, asked, found, hours, paid)
    if job.atp_class is None:
        atp = sheet.given("atp", decimal(0), Unit.DKK)
    else:
        atp = tell_atp(sheet, job.atp_class, hours, paid, day)
    other = sheet.given("other_contributions", decimal(asked.other), Unit.DKK)
    parts = {"pay": pay, "atp": atp, "other": other}
    exact = exactly(found.cost, found.over)
    basis = sheet.calculate(_COST, day, "pay + atp + other", parts, exact, Unit.DKK)
    if found.ceiling is not None:
        ceiling = tell_ceiling(sheet, asked, exactly(found.ceiling, found.over), hours, paid)
        limits = {"cost": basis, "ceiling": ceiling}
        exact = exactly(found.basis, found.over)
        basis = sheet.calculate(_BASIS, day, "min(cost, ceiling)", limits, exact, Unit.DKK)
    refund = sheet.calculate(
        REFUND,
        day,
        "share * basis",
        {"share": share, "basis": basis},
        decimal(found.gross),
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    if asked.benefits:
        tell_reduction(sheet, asked, found.gross, refund, operands)
    warn_of_month(sheet, asked)
    if found.ceiling is not None and found.cost > found.ceiling:
        by_pay = found.gross_by_pay(job.share.fraction)
        warn_of_ceiling(sheet, asked, found.gross, by_pay)


def _tell_hours(sheet: Worksheet, asked: FlexjobMonth, weekly: Operand) -> Operand | None:
    """The paid hours: as given, or spread evenly where the month isn't whole."""
    if asked.paid_hours is None or not asked.taken_evenly:
        return None if asked.paid_hours is None else _given_hours(sheet, asked.paid_hours)
    held = sheet.given("held", asked.parts[0].weekdays, Unit.DAYS)
    return sheet.calculate(
        _EVEN_HOURS,
        asked.day,
        "hours * held / 5",
        {"hours": weekly, "held": held},
        decimal(asked.paid_hours),
        Unit.HOURS,
        rounding=Rounding.HUNDREDTHS,
    )


def _given_hours(sheet: Worksheet, hours: int) -> Operand:
    return sheet.given("paid_hours", decimal(hours), Unit.HOURS)


def _given_pay(sheet: Worksheet, pay: int) -> Operand:
    return sheet.given("actual_pay", decimal(pay), Unit.DKK)


def _tell_start(sheet: Worksheet, asked: FlexjobMonth) -> None:
    job = asked.job
    because = msg(
        "the job began on {day}, so the employer has a right to refund", day=job.first_day
    )
    sheet.judge(START, job.first_day, Outcome.FULFILLED, because)
    warn_of_start(sheet, job)


def _tell_pay(
    sheet: Worksheet,
    asked: FlexjobMonth,
    found: SteadyAmounts,
    hours: Operand,
    paid: Operand | None,
) -> Operand:
    """The pay that counts: the lowest agreed, or what was paid where that is less."""
    pay = asked.job.starting_pay.amount
    if asked.by_hour:
        label, unit = GIVENS["starting_pay"], Unit.DKK_PER_HOUR
        expression = "pay * month * hours / full_time" if paid is None else "pay * paid"
    else:
        label, unit = GIVENS["full_time_starting_pay"], Unit.DKK
        expression = "pay * hours / full_time"
        if paid is not None:
            expression = f"min({expression}, pay * paid / month)"
    operands = {
        "pay": sheet.given("starting_pay", pay, unit, label=label),
        **hours_in(sheet, expression, asked.day, hours, paid),
    }
    exact = exactly(found.agreed, found.over)
    agreed = sheet.calculate(_AGREED, asked.day, expression, operands, exact, Unit.DKK)
    if asked.actual_pay is None:
        return agreed
    operands = {"pay": agreed, "actual": _given_pay(sheet, asked.actual_pay)}
    exact = exactly(found.pay, found.over)
    return sheet.calculate(_LOWEST, asked.day, "min(pay, actual)", operands, exact, Unit.DKK)
