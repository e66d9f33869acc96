"""The employer's refund for a month of a flexjob that began before 2013 (fleksjobrefusion)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.atp import tell_atp
from socialkapitel.calculators.flexjob import (
    FIRST_CEILING,
    FIRST_START,
    LAST_START,
    START,
    Amounts,
    Flexjob,
    FlexjobMonth,
    amounts_of,
    has_hourly_ceiling,
    law,
)
from socialkapitel.calculators.inputs import (
    FULL_TIME,
    check_month,
    figures_or_packaged,
    note_weekly_hours,
)
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.explanation import Explained, Operand, Outcome, Rounding, Worksheet, worked_out
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import half_up, less_at_least_zero
from socialkapitel.messages import msg
from socialkapitel.money import MAX_AMOUNT, Number, decimal, hundredths, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month, check_date
from socialkapitel.sources import Rule, Source

_DOUBTFUL_STARTS = (date(2006, 7, 1), date(2006, 7, 4))
_HOURS_OF_A_DAY = 24
_WEEKDAYS = 5

_PAID = Rule("flexjob.paid", msg("Pay was paid for the month"), law("stk. 3"), FIRST_START)
_AGREED = Rule(
    "flexjob.pay_basis", msg("Lowest agreed pay for the job's hours"), law("stk. 3"), FIRST_START
)
_LOWEST = Rule("flexjob.lowest_pay", msg("Pay that counts"), law("stk. 3"), FIRST_START)
_COST = Rule("flexjob.cost", msg("Pay, ATP and other contributions"), law("stk. 3"), FIRST_START)
_TWELFTH = Rule(
    "flexjob.ceiling",
    msg("Ceiling for the month"),
    Source("statens-adm.dk, Fleksrefusion", practice=True),
    FIRST_CEILING,
)
_CEILING_OF_HOURS = Rule(
    "flexjob.ceiling_of_hours", msg("Ceiling for the hours"), law("stk. 3"), FIRST_CEILING
)
_BASIS = Rule(
    "flexjob.basis", msg("Amount on which the refund is calculated"), law("stk. 3"), FIRST_CEILING
)
_REFUND = Rule("flexjob.refund", msg("Refund"), law("stk. 2"), FIRST_START)
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

_SHARE_GRANTED = msg("Share granted")
_MONTHLY_PAY = msg("Lowest agreed pay, full-time month")
_HOURLY_PAY = msg("Lowest agreed pay")
_ACTUAL_PAY = msg("Pay actually paid for the month")
_PAID_HOURS = msg("Paid hours in the month")
_NO_ATP = msg("ATP in the refund: none")
_OTHER = msg("Other employer contributions")


@attrs.frozen(kw_only=True)
class FlexjobRefund(Explained):
    """A month's refund for a flexjob, in kroner.

    Attributes:
        pay: the pay that counts: the lowest agreed pay, or what was paid where that is less; shown
            to the øre, carried exactly.
        atp: the employer's ATP contribution.
        other_contributions: other employer contributions.
        ceiling: the month's ceiling on all three together; None where none applies.
        basis: what the share is taken of: all three, at most the ceiling; shown to the øre,
            carried exactly.
        gross: the refund before it is reduced by the refund of sickness benefit.
        set_off: what it is reduced by.
        amount: the refund to claim, for the employer.
    """

    pay: Decimal
    atp: Decimal
    other_contributions: Decimal
    ceiling: Decimal | None
    basis: Decimal
    gross: Decimal
    set_off: Decimal
    amount: Decimal


def flexjob_refund(
    job: Flexjob,
    month: Month,
    *,
    actual_pay: Number | None = None,
    paid_hours: Number | None = None,
    other_contributions: Number | None = None,
    sickness_benefit: Mapping[date, Number] | None = None,
    parameters: ParameterSet | None = None,
) -> FlexjobRefund:
    """The employer's refund for a month of a flexjob that began from 1998 through 2012.

    Half or two thirds of the lowest agreed pay for the job's hours, ATP and other contributions
    together; rounded once, to the øre. Jobs that began on 5 July 2006 or later have a ceiling on
    all three together: a twelfth of the yearly one, or the hourly one where hours are paid. Law:
    LAB § 133 (before 2020: § 71).

    Args:
        job: the flexjob.
        month: the month, not before the job's first nor after its last.
        actual_pay: what was paid for the month in kroner, where it may be lower than the lowest
            agreed pay; ``"0"`` gives no refund.
        paid_hours: hours that pay was paid for, where the pay is by the hour or the month isn't
            whole (begun or ended within it, unpaid leave). Pay, ceiling and ATP follow them. A
            whole full-time month with monthly pay has 160.33.
        other_contributions: the month's, where they are not the job's.
        sickness_benefit: kroner of sickness or maternity benefit that the employer is entitled
            to, by day, weekends included. Each day reduces the refund, at most by the part of it
            that a day from Monday to Friday has.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a month in which the job is not held, a day of benefit on which it isn't,
            or a number not accepted.
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
    """
    check_kind(job, Flexjob, "job")
    check_month(month)
    begun, ended, first = job.first_day, job.ended_on, month.first_day
    if begun > LAST_START:
        START.check(begun, msg("for jobs begun since 2013 use flex_wage_supplement"))
    START.check(begun)
    if begun > first and begun not in month:
        accepted = msg("a month from {first} on", first=Month.of(begun))
        raise InvalidInput("month", str(month), accepted)
    if ended is not None and ended < first:
        raise InvalidInput("month", str(month), msg("a month through {last}", last=Month.of(ended)))
    asked = FlexjobMonth(
        job,
        month,
        max(first, begun),
        _read(actual_pay, "actual_pay"),
        None,
        oere(job.other_contributions)
        if other_contributions is None
        else hundredths(other_contributions, "other_contributions", most=MAX_AMOUNT),
        (),
    )
    if paid_hours is not None:
        most = _HOURS_OF_A_DAY * month.last_day.day
        asked = asked._replace(paid_hours=hundredths(paid_hours, "paid_hours", most=most))
    if sickness_benefit is not None:
        asked = asked._replace(benefits=_read_benefits(sickness_benefit, asked))
    return worked_out(
        msg("Flexjob refund, {month}", month=month), figures_or_packaged(parameters), _work, asked
    )


def _read(value: Number | None, field: str) -> int | None:
    return None if value is None else hundredths(value, field, most=MAX_AMOUNT)


def _read_benefits(
    sickness_benefit: Mapping[date, Number], asked: FlexjobMonth
) -> tuple[tuple[date, int], ...]:
    """Read benefits by day, in order of day."""
    if not isinstance(sickness_benefit, Mapping):
        raise WrongType("sickness_benefit", sickness_benefit, msg("a mapping of days to kroner"))
    first, last = asked.day, asked.last_day
    benefits = {}
    for day, value in sickness_benefit.items():
        if not first <= check_date(day, "sickness_benefit") <= last:
            accepted = msg(
                "days of the job in the month, {first} to {last}", first=first, last=last
            )
            raise InvalidInput("sickness_benefit", day, accepted)
        benefits[day] = hundredths(value, f"sickness_benefit[{day}]", most=MAX_AMOUNT)
    return tuple(sorted(benefits.items()))


def _work(sheet: Worksheet, asked: FlexjobMonth) -> FlexjobRefund:
    if asked.unpaid:
        return _without_pay(sheet, asked)
    found = amounts_of(sheet.parameters, asked)
    gross, left = found.gross, asked.left(found.gross)
    if sheet.kept:
        _tell(sheet, asked, found)
    return FlexjobRefund(
        pay=_shown(found.pay, found.over),
        atp=decimal(found.atp),
        other_contributions=decimal(asked.other),
        ceiling=None if found.ceiling is None else _shown(found.ceiling, found.over),
        basis=_shown(found.basis, found.over),
        gross=decimal(gross),
        set_off=decimal(gross - left),
        amount=decimal(left),
        explanation=sheet.explanation(),
    )


def _shown(part: int, over: int) -> Decimal:
    return decimal(half_up(part, over))


def _without_pay(sheet: Worksheet, asked: FlexjobMonth) -> FlexjobRefund:
    """A month for which nothing was paid: there is nothing to refund."""
    _tell_start(sheet, asked)
    if asked.actual_pay == 0:
        _given_pay(sheet, 0)
    else:
        _given_hours(sheet, 0)
    no_pay = msg("no pay was paid for the month: there is no refund")
    sheet.judge(_PAID, asked.day, Outcome.NOT_FULFILLED, no_pay)
    nothing = decimal(0)
    refund = sheet.calculate(_REFUND, asked.day, "0", {}, nothing, Unit.DKK)
    _tell_reduction(sheet, asked, 0, refund)
    return FlexjobRefund(
        pay=nothing,
        atp=nothing,
        other_contributions=nothing,
        ceiling=None,
        basis=nothing,
        gross=nothing,
        set_off=nothing,
        amount=nothing,
        explanation=sheet.explanation(),
    )


def _tell(sheet: Worksheet, asked: FlexjobMonth, found: Amounts) -> None:
    """Write down how a month was worked out."""
    job, day = asked.job, asked.day
    share = sheet.given("share", msg("Share granted"), job.share.fraction, Unit.SHARE)
    hours = note_weekly_hours(sheet, job.weekly_hours)
    _tell_start(sheet, asked)
    paid = None
    if asked.paid_hours is not None:
        paid = _given_hours(sheet, asked.paid_hours)
    pay = _tell_pay(sheet, asked, found, hours, paid)
    if job.atp_class is None:
        atp = sheet.given("atp", msg("ATP in the refund: none"), decimal(0), Unit.DKK)
    else:
        atp = tell_atp(sheet, job.atp_class, hours, paid, day)
    other = sheet.given(
        "other_contributions", msg("Other employer contributions"), decimal(asked.other), Unit.DKK
    )
    parts = {"pay": pay, "atp": atp, "other": other}
    exact = _exact(found.cost, found.over)
    basis = sheet.calculate(_COST, day, "pay + atp + other", parts, exact, Unit.DKK)
    if found.ceiling is not None:
        ceiling = _tell_ceiling(sheet, asked, _exact(found.ceiling, found.over), hours, paid)
        limits = {"cost": basis, "ceiling": ceiling}
        exact = _exact(found.basis, found.over)
        basis = sheet.calculate(_BASIS, day, "min(cost, ceiling)", limits, exact, Unit.DKK)
    refund = sheet.calculate(
        _REFUND,
        day,
        "share * basis",
        {"share": share, "basis": basis},
        decimal(found.gross),
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    _tell_reduction(sheet, asked, found.gross, refund)
    _warn_of_month(sheet, asked)
    _warn_of_ceiling(sheet, asked, found)


def _given_hours(sheet: Worksheet, hours: int) -> Operand:
    return sheet.given("paid_hours", msg("Paid hours in the month"), decimal(hours), Unit.HOURS)


def _given_pay(sheet: Worksheet, pay: int) -> Operand:
    label = msg("Pay actually paid for the month")
    return sheet.given("actual_pay", label, decimal(pay), Unit.DKK)


def _exact(part: int, over: int) -> Fraction:
    return Fraction(part, over * 100)


def _tell_start(sheet: Worksheet, asked: FlexjobMonth) -> None:
    job = asked.job
    because = msg("begun on {day}: the employer gets a refund", day=job.first_day)
    sheet.judge(START, job.first_day, Outcome.FULFILLED, because)
    if job.started_on is None:
        sheet.caveat(
            "start-not-known",
            msg(
                "The day on which the job began is not known: it is taken to be that of the grant,"
                " {day}. A job that began in 2013 or later gives no refund, and one that began on"
                " 5 July 2006 or later has a ceiling; give started_on",
                day=job.first_day,
            ),
            concerns=("started_on",),
        )
    first, last = _DOUBTFUL_STARTS
    if first <= job.first_day <= last:
        sheet.caveat(
            "ceiling-start",
            msg(
                "The ceiling is known for jobs that began on 5 July 2006 or later; whether"
                " municipal refunds had it from 1 July is not known"
            ),
            concerns=("started_on", "flexjob.ceiling_yearly"),
        )


def _tell_pay(
    sheet: Worksheet,
    asked: FlexjobMonth,
    found: Amounts,
    hours: Operand,
    paid: Operand | None,
) -> Operand:
    """The pay that counts: the lowest agreed, or what was paid where that is less."""
    pay = asked.job.starting_pay.amount
    if asked.by_hour:
        label, unit = msg("Lowest agreed pay"), Unit.DKK_PER_HOUR
        expression = "pay * month * hours / full_time" if paid is None else "pay * paid"
    else:
        label, unit = msg("Lowest agreed pay, full-time month"), Unit.DKK
        expression = "pay * hours / full_time"
        if paid is not None:
            expression = f"min({expression}, pay * paid / month)"
    operands = {
        "pay": sheet.given("starting_pay", label, pay, unit),
        **_hours_in(sheet, expression, asked.day, hours, paid),
    }
    exact = _exact(found.agreed, found.over)
    agreed = sheet.calculate(_AGREED, asked.day, expression, operands, exact, Unit.DKK)
    if asked.actual_pay is None:
        return agreed
    operands = {"pay": agreed, "actual": _given_pay(sheet, asked.actual_pay)}
    exact = _exact(found.pay, found.over)
    return sheet.calculate(_LOWEST, asked.day, "min(pay, actual)", operands, exact, Unit.DKK)


def _hours_in(
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


def _tell_ceiling(
    sheet: Worksheet, asked: FlexjobMonth, exact: Fraction, hours: Operand, paid: Operand | None
) -> Operand:
    rule, name, expression = _CEILING_OF_HOURS, "flexjob.ceiling_hourly", "ceiling * paid"
    if paid is None:
        expression = "ceiling * month * hours / full_time"
        if not has_hourly_ceiling(sheet.parameters, asked):
            rule, name = _TWELFTH, "flexjob.ceiling_yearly"
            expression = "ceiling / 12 * hours / full_time"
            if asked.by_hour:
                sheet.caveat(
                    "hourly-ceiling-unknown",
                    msg(
                        "The hourly ceiling is not known for {day}; a twelfth of the yearly one is"
                        " used instead",
                        day=asked.day,
                    ),
                    concerns=("flexjob.ceiling_hourly",),
                )
    operands = {
        "ceiling": sheet.of(sheet.figure(name, asked.day)),
        **_hours_in(sheet, expression, asked.day, hours, paid),
    }
    return sheet.calculate(rule, asked.day, expression, operands, exact, Unit.DKK)


def _tell_reduction(sheet: Worksheet, asked: FlexjobMonth, gross: int, refund: Operand) -> None:
    """Write down what each day's refund of sickness benefit takes of the refund."""
    if not asked.benefits:
        return
    day, days, left = asked.day, asked.weekdays, asked.left(gross)
    weekdays = sheet.given(
        "weekdays", msg("Days from Monday to Friday in the month"), days, Unit.DAYS
    )
    part = sheet.calculate(
        _DAY,
        day,
        "refund / weekdays",
        {"refund": refund, "weekdays": weekdays},
        _exact(gross, days),
        Unit.DKK_PER_DAY,
    )
    operands = {"refund": refund}
    for place, (sick_day, benefit) in enumerate(asked.benefits, start=1):
        given = sheet.given(
            f"sickness_benefit[{sick_day}]",
            msg("Refund of sickness benefit on {day}", day=sick_day),
            decimal(benefit),
            Unit.DKK,
        )
        operands[f"day_{place}"] = sheet.calculate(
            _REDUCTION,
            sick_day,
            "min(benefit, part)",
            {"benefit": given, "part": part},
            _exact(formulas.day_reduction(gross, days, benefit), days),
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
            "No source was found for how much of the month's refund a day has; here it is divided"
            " equally over the days from Monday to Friday, and a day's refund of sickness benefit"
            " takes at most that part"
        ),
        concerns=("sickness_benefit",),
    )
    in_full = less_at_least_zero(gross, sum(benefit for _, benefit in asked.benefits))
    if in_full != left:
        sheet.caveat(
            "set-off-in-full",
            msg(
                "If each day's refund of sickness benefit were taken off in full, the refund would"
                " be {amount} kroner",
                amount=decimal(in_full),
            ),
            concerns=("sickness_benefit",),
        )


def _warn_of_month(sheet: Worksheet, asked: FlexjobMonth) -> None:
    """Tell what is taken for granted where a month is not whole or its hours are not known."""
    job, month = asked.job, asked.month
    whole = asked.day == month.first_day and asked.last_day == month.last_day
    if asked.paid_hours is None:
        if not whole:
            sheet.caveat(
                "part-of-month",
                msg(
                    "The job is not held in the whole month; the refund is for a whole month,"
                    " unless paid_hours or actual_pay say what was paid"
                ),
                concerns=("paid_hours", "actual_pay"),
            )
        elif asked.by_hour and asked.actual_pay is None:
            sheet.caveat(
                "paid-hours-not-known",
                msg(
                    "The paid hours of the month are not known; those of an average month are"
                    " used. Give paid_hours"
                ),
                concerns=("paid_hours",),
            )
        return
    if not asked.by_hour and asked.actual_pay is None:
        sheet.caveat(
            "month-by-hours",
            msg(
                "No source was found for how a month's pay is divided; here each paid hour has an"
                " equal part of a full-time month. Give actual_pay where payroll divides it"
                " otherwise"
            ),
            concerns=("actual_pay",),
        )
    if asked.other and asked.other == oere(job.other_contributions):
        sheet.caveat(
            "contributions-of-whole-month",
            msg(
                "The other contributions are those of a whole month; give the month's own where"
                " they follow the paid hours"
            ),
            concerns=("other_contributions",),
        )
    if asked.paid_hours * _WEEKDAYS > FULL_TIME * 100 * asked.weekdays:
        sheet.caveat(
            "overtime",
            msg(
                "The paid hours are more than full time on {days} days from Monday to Friday;"
                " overtime is not refunded",
                days=asked.weekdays,
            ),
            concerns=("paid_hours",),
        )


def _warn_of_ceiling(sheet: Worksheet, asked: FlexjobMonth, found: Amounts) -> None:
    """Tell what the refund would be if the ceiling limited the pay alone."""
    if found.ceiling is None or found.cost <= found.ceiling:
        return
    sheet.caveat(
        "ceiling-pay-alone",
        msg(
            "The ceiling is taken to limit pay, ATP and other contributions together. If it"
            " limited the pay alone, the refund would be {amount} kroner",
            amount=decimal(asked.left(found.gross_by_pay(asked.job.share.fraction))),
        ),
        concerns=("flexjob.ceiling_yearly", "flexjob.ceiling_hourly"),
    )
    if asked.paid_hours is not None or asked.actual_pay is not None:
        sheet.caveat(
            "ceiling-of-the-year",
            msg(
                "The act has a yearly and an hourly ceiling, and none for a month: where the"
                " months of a year differ, the yearly ceiling may allow more"
            ),
            concerns=("flexjob.ceiling_yearly",),
        )
