"""A month of a flexjob that began before 2013: its parts, its numbers, its ceiling and caveats."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from socialkapitel.calculators.atp import paid_atp, weekly_atp
from socialkapitel.calculators.flexjob import FIRST_CEILING, Flexjob, law
from socialkapitel.calculators.inputs import FULL_TIME, divisor
from socialkapitel.calculators.otherwise import otherwise
from socialkapitel.explanation import Operand, Rounding, Worksheet
from socialkapitel.explanation.worksheet import look_up
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import half_up, smaller
from socialkapitel.messages import msg
from socialkapitel.money import Kroner, PayPer, decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
from socialkapitel.sources import Rule, Source

_DOUBTFUL_STARTS = (date(2006, 7, 1), date(2006, 7, 4))
_WEEKDAYS = 5
_TWELFTH = Rule(
    "flexjob.ceiling",
    msg("Ceiling for the month"),
    Source("statens-adm.dk, Fleksrefusion", practice=True),
    FIRST_CEILING,
)
_OF_HOURS = Rule(
    "flexjob.ceiling_of_hours", msg("Ceiling for the hours"), law("stk. 3"), FIRST_CEILING
)
_HOURLY = Rule(
    "flexjob.hourly_of_year",
    msg("Ceiling an hour, from that of the year"),
    law("stk. 3", practice=True),
    FIRST_CEILING,
)


_DAY = timedelta(days=1)


def _weekdays(first: date, last: date) -> int:
    """The days from Monday to Friday from one day through another."""
    through: int = formulas.weekdays_through(last.toordinal())
    return through - int(formulas.weekdays_through(first.toordinal() - 1))


class MonthPart(NamedTuple):
    """Days of a month in which a job has the same terms; hours are in hundredths."""

    job: Flexjob
    first_day: date
    last_day: date
    paid_hours: int | None

    @property
    def weekdays(self) -> int:
        """The days from Monday to Friday."""
        return _weekdays(self.first_day, self.last_day)


class FlexjobMonth(NamedTuple):
    """A month of a job, and what was paid and received for it, in øre and hundredths of hours.

    ``job`` has the terms of ``day``, the first day of the job in the month; where they change
    within the month, ``parts`` has more than one. ``actual_pay`` and ``paid_hours`` are None where
    they are not given; ``taken_evenly`` says that the hours were derived from the weekly hours.
    """

    job: Flexjob
    month: Month
    day: date
    last_day: date
    parts: tuple[MonthPart, ...]
    actual_pay: int | None
    paid_hours: int | None
    taken_evenly: bool
    other: int
    other_told: bool
    benefits: tuple[tuple[date, int], ...]

    @property
    def by_hour(self) -> bool:
        """Whether the agreed pay is by the hour."""
        return self.job.starting_pay.per is PayPer.HOUR

    @property
    def unpaid(self) -> bool:
        """Whether nothing was paid."""
        return self.actual_pay == 0 or self.paid_hours == 0

    @property
    def capped(self) -> bool:
        """Whether there is a ceiling."""
        return self.job.first_day >= FIRST_CEILING

    @property
    def weekdays(self) -> int:
        """The days from Monday to Friday on which the job is held; all days where there are none.

        >>> from socialkapitel.money import Pay
        >>> job = Flexjob(
        ...     started_on=date(2008, 11, 1),
        ...     ended_on=date(2008, 11, 2),
        ...     share="1/2",
        ...     starting_pay=Pay.hourly("120.00"),
        ...     weekly_hours="37",
        ...     atp_class=None,
        ...     other_contributions="0",
        ... )
        >>> month_of(job, Month(2008, 11)).weekdays
        2
        """
        held = sum(part.weekdays for part in self.parts)
        return held or (self.last_day - self.day).days + 1

    def left(self, gross: int) -> int:
        """What is left of a gross refund when each day's refund of sickness benefit is deducted."""
        if not self.benefits:
            return gross
        days = self.weekdays
        taken = sum(formulas.day_reduction(gross, days, benefit) for _, benefit in self.benefits)
        left: int = formulas.after_reduction(gross, days, taken)
        return left


def month_of(
    job: Flexjob,
    month: Month,
    *,
    actual_pay: int | None = None,
    paid_hours: int | Mapping[date, int] | None = None,
    other: int | None = None,
) -> FlexjobMonth:
    """A month in which a job is held: where it isn't whole, its hours are given or spread evenly.

    ``paid_hours`` are the month's, or those of its days.
    """
    begins, ends = month.first_day, month.last_day
    first = max(begins, job.first_day)
    last = ends if job.ended_on is None else min(ends, job.ended_on)
    parts = _parts(job, first, last)
    even, hours = False, None
    if isinstance(paid_hours, int):
        hours = _spread(paid_hours, parts)
    elif paid_hours is not None:
        hours = [_hours_in(paid_hours, part) for part in parts]
    elif (first, last) != (begins, ends):
        even = sum(part.weekdays for part in parts) < _weekdays(begins, ends)
        hours = [_even_hours(part) for part in parts] if even else None
    if hours is not None:
        parts = [part._replace(paid_hours=each) for part, each in zip(parts, hours, strict=True)]
    now = parts[0].job
    return FlexjobMonth(
        now,
        month,
        first,
        last,
        tuple(parts),
        actual_pay,
        None if hours is None else sum(hours),
        even,
        oere(now.other_contributions) if other is None else other,
        other is not None,
        (),
    )


def _parts(job: Flexjob, first: date, last: date) -> list[MonthPart]:
    """The days from one through another, divided where the terms change."""
    if not job.changes:
        return [MonthPart(job, first, last, None)]
    changed = [change.from_day for change in job.changes if first < change.from_day <= last]
    begins, ends = [first, *changed], [*(day - _DAY for day in changed), last]
    return [MonthPart(job.on(day), day, end, None) for day, end in zip(begins, ends, strict=True)]


def _hours_in(paid_hours: Mapping[date, int], part: MonthPart) -> int:
    return sum(hours for day, hours in paid_hours.items() if part.first_day <= day <= part.last_day)


def _even_hours(part: MonthPart) -> int:
    hours: int = formulas.hours_of_days(oere(part.job.weekly_hours), part.weekdays)
    return hours


def _spread(paid_hours: int, parts: list[MonthPart]) -> list[int]:
    """The month's hours for each of its parts, in proportion to their planned hours."""
    planned = [oere(part.job.weekly_hours) * part.weekdays for part in parts]
    before, given, spread = 0, 0, []
    for hours in planned:
        before += hours
        through = half_up(paid_hours * before, sum(planned)) if sum(planned) else paid_hours
        spread.append(through - given)
        given = through
    return spread


class SteadyAmounts(NamedTuple):
    """The amounts from which a month's refund is worked out, and the refund.

    ``agreed``, ``pay``, ``cost``, ``ceiling`` and ``basis`` are numerators over ``over``, in øre;
    the others are øre. ``ceiling`` is None where none applies.
    """

    over: int
    agreed: int
    pay: int
    atp: int
    cost: int
    ceiling: int | None
    basis: int
    gross: int

    def gross_by_pay(self, share: Fraction) -> int:
        """The gross refund if the ceiling limited the pay alone."""
        contributions = (self.cost - self.pay) // self.over
        basis = formulas.basis_by_pay(self.pay, contributions, self.over, self.ceiling)
        gross: int = formulas.refund(basis, (share.numerator, share.denominator), self.over)
        return gross


def amounts_of(figures: ParameterSet, asked: FlexjobMonth) -> SteadyAmounts:
    """Work out a month in which the terms stay the same.

    Raises:
        NotInForce: where a figure is not known for the month.
    """
    job, day = asked.job, asked.day
    rate, weekly = oere(job.starting_pay.amount), oere(job.weekly_hours)
    agreed, over = _agreed(figures, asked, rate, weekly)
    pay = agreed if asked.actual_pay is None else smaller(agreed, asked.actual_pay * over)
    atp = 0
    if job.atp_class is not None:
        atp = (
            weekly_atp(figures, job.atp_class, weekly, day)
            if asked.paid_hours is None
            else paid_atp(figures, job.atp_class, asked.paid_hours, day)
        )
    contributions = atp + asked.other
    cost = basis = pay + contributions * over
    ceiling = None
    if asked.capped:
        ceiling = _ceiling(figures, asked, weekly, over)
        basis = formulas.basis(pay, contributions, over, ceiling)
    share = job.share.fraction
    gross = formulas.refund(basis, (share.numerator, share.denominator), over)
    return SteadyAmounts(over, agreed, pay, atp, cost, ceiling, basis, gross)


def check_known(figures: ParameterSet, day: date) -> None:
    """Refuse a month for which the scheme's figures are not known, since it has any.

    A job without ATP that no ceiling applies to needs none of them.

    Raises:
        NotInForce: for a day since the first ceiling on which no yearly one is known.
    """
    if day >= FIRST_CEILING:
        look_up(figures, "flexjob.ceiling_yearly", day)


def divisor_of(figures: ParameterSet, name: str, day: date) -> int:
    """A legal figure used as a divisor, in hundredths."""
    return divisor(look_up(figures, name, day).figure)


def _agreed(figures: ParameterSet, asked: FlexjobMonth, rate: int, weekly: int) -> tuple[int, int]:
    """The lowest agreed pay for the hours of a whole month, or for those that were paid."""
    paid, day = asked.paid_hours, asked.day
    if paid is not None and asked.by_hour:
        return formulas.paid_part(rate, paid), formulas.HUNDREDTHS
    full_time = divisor_of(figures, "flexjob.full_time_hours", day)
    if paid is None and not asked.by_hour:
        return formulas.month_pay(rate, weekly), formulas.month_over(full_time)
    norm = divisor_of(figures, "flexjob.monthly_norm_hours", day)
    if paid is None:
        return formulas.norm_part(rate, norm, weekly), formulas.norm_over(full_time)
    number, of = formulas.paid_part_of_month(paid, norm, weekly, full_time)
    return rate * number * formulas.HUNDREDTHS, of * formulas.HUNDREDTHS


def _ceiling(figures: ParameterSet, asked: FlexjobMonth, weekly: int, over: int) -> int:
    """The ceiling on pay and contributions together, over the denominator of the pay."""
    day = asked.day
    part: int
    if asked.paid_hours is not None:
        part = formulas.paid_part(hourly_ceiling(figures, day), asked.paid_hours)
        return part * (over // formulas.HUNDREDTHS)
    if has_hourly_ceiling(figures, asked):
        hourly = look_up(figures, "flexjob.ceiling_hourly", day).hundredths
        norm = divisor_of(figures, "flexjob.monthly_norm_hours", day)
        part = formulas.norm_part(hourly, norm, weekly)
    else:
        yearly = look_up(figures, "flexjob.ceiling_yearly", day).hundredths
        part = formulas.month_ceiling(yearly, weekly) * (
            formulas.HUNDREDTHS if asked.by_hour else 1
        )
    return part


def hourly_ceiling(figures: ParameterSet, day: date) -> int:
    """The hourly ceiling in øre; where it is not known, the yearly one by the hour."""
    if figures["flexjob.ceiling_hourly"].covers(day):
        return look_up(figures, "flexjob.ceiling_hourly", day).hundredths
    yearly = look_up(figures, "flexjob.ceiling_yearly", day).hundredths
    hourly: int = formulas.hourly_of_year(
        yearly, divisor_of(figures, "flexjob.monthly_norm_hours", day)
    )
    return hourly


def has_hourly_ceiling(figures: ParameterSet, asked: FlexjobMonth) -> bool:
    """Whether a whole month's ceiling is the hourly one: pay is by the hour, and it is known."""
    return asked.by_hour and figures["flexjob.ceiling_hourly"].covers(asked.day)


def exactly(part: int, over: int) -> Fraction:
    """Øre over a denominator, in kroner."""
    return Fraction(part, over * 100)


def tell_ceiling(
    sheet: Worksheet, asked: FlexjobMonth, exact: Fraction, hours: Operand, paid: Operand | None
) -> Operand:
    """Write down the month's ceiling."""
    if paid is not None:
        operands = {"ceiling": tell_hourly_ceiling(sheet, asked.day), "paid": paid}
        return sheet.calculate(_OF_HOURS, asked.day, "ceiling * paid", operands, exact, Unit.DKK)
    if has_hourly_ceiling(sheet.parameters, asked):
        rule, name = _OF_HOURS, "flexjob.ceiling_hourly"
        expression = "ceiling * month * hours / full_time"
    else:
        rule, name = _TWELFTH, "flexjob.ceiling_yearly"
        expression = "ceiling / 12 * hours / full_time"
        if asked.by_hour:
            warn_of_hourly(sheet, asked.day)
    operands = {
        "ceiling": sheet.of(sheet.figure(name, asked.day)),
        **hours_in(sheet, expression, asked.day, hours, paid),
    }
    return sheet.calculate(rule, asked.day, expression, operands, exact, Unit.DKK)


def tell_hourly_ceiling(sheet: Worksheet, day: date) -> Operand:
    """The hourly ceiling; where it is not known, the yearly one by the hour."""
    if sheet.parameters["flexjob.ceiling_hourly"].covers(day):
        return sheet.of(sheet.figure("flexjob.ceiling_hourly", day))
    warn_of_hourly(sheet, day)
    return sheet.calculate(
        _HOURLY,
        day,
        "ceiling / 12 / month",
        {
            "ceiling": sheet.of(sheet.figure("flexjob.ceiling_yearly", day)),
            "month": sheet.of(sheet.figure("flexjob.monthly_norm_hours", day)),
        },
        decimal(hourly_ceiling(sheet.parameters, day)),
        Unit.DKK_PER_HOUR,
        rounding=Rounding.OERE,
    )


def warn_of_hourly(sheet: Worksheet, day: date) -> None:
    """Tell that the hourly ceiling is not known."""
    sheet.caveat(
        "hourly-ceiling-unknown",
        msg(
            "The hourly ceiling is not known for {day}; a twelfth of the yearly one is"
            " used instead",
            day=day,
        ),
        concerns=("flexjob.ceiling_hourly",),
    )


def hours_in(
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


def warn_of_start(sheet: Worksheet, job: Flexjob) -> None:
    """Say what is assumed to be the job's start, and where a ceiling is in doubt."""
    if job.started_on is None:
        sheet.caveat(
            "start-not-known",
            msg(
                "The day on which the job began is not known: it is assumed to be that of"
                " the grant, {day}. A job that began in 2013 or later gives no refund, and"
                " one that began on 5 July 2006 or later has a ceiling; give the day on"
                " which the job began (started_on)",
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


def warn_of_month(sheet: Worksheet, asked: FlexjobMonth) -> None:
    """Say what is assumed where a month is not whole or its hours are not known."""
    if len(asked.parts) > 1:
        _warn_of_parts(sheet, asked)
    if asked.paid_hours is None:
        if asked.by_hour and asked.actual_pay is None:
            sheet.caveat(
                "paid-hours-not-known",
                msg(
                    "The paid hours of the month are not known; those of an average month"
                    " are used. Give the paid hours (paid_hours)"
                ),
                concerns=("paid_hours",),
            )
        return
    if asked.taken_evenly:
        sheet.caveat(
            "part-of-month",
            msg(
                "The job is not held in the whole month, and its paid hours are not"
                " known: each day from Monday to Friday is assumed to have a fifth of the"
                " weekly hours, {hours} hours in all. Give the paid hours (paid_hours)",
                hours=decimal(asked.paid_hours),
            ),
            concerns=("paid_hours", "actual_pay"),
        )
    if not asked.by_hour and asked.actual_pay is None:
        sheet.caveat(
            "month-by-hours",
            msg(
                "No source was found for how a month's pay is divided; here each paid"
                " hour has an equal part of a full-time month. Give the pay actually paid"
                " (actual_pay) where payroll divides it differently"
            ),
            concerns=("actual_pay",),
        )
    if asked.other and asked.other == oere(asked.job.other_contributions):
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


def _warn_of_parts(sheet: Worksheet, asked: FlexjobMonth) -> None:
    day = asked.parts[1].first_day
    if asked.paid_hours is None:
        text = msg(
            "The terms change on {day}, within the month, and its paid hours are not"
            " known: the month is divided by its days from Monday to Friday. Give the paid"
            " hours by date (paid_hours)",
            day=day,
        )
    else:
        text = msg(
            "The terms change on {day}, within the month. No source was found for how the month is"
            " divided: pay and ceiling follow the paid hours of each part, and so do ATP and other"
            " contributions",
            day=day,
        )
    sheet.caveat("terms-change-within-month", text, concerns=("paid_hours",))


def warn_of_ceiling(sheet: Worksheet, asked: FlexjobMonth, gross: int, by_pay: int) -> None:
    """Say what the refund would be if the ceiling limited the pay alone."""
    other = otherwise(
        (
            msg("the refund"),
            Kroner(decimal(asked.left(by_pay))),
            Kroner(decimal(asked.left(gross))),
        )
    )
    sheet.caveat(
        "ceiling-pay-alone",
        msg(
            "The ceiling is assumed to limit pay, ATP and other contributions together. It may"
            " also limit the pay alone: {otherwise}",
            otherwise=other.text,
        ),
        concerns=("flexjob.ceiling_yearly", "flexjob.ceiling_hourly"),
        severity=other.severity,
    )
    if asked.paid_hours is not None or asked.actual_pay is not None:
        sheet.caveat(
            "ceiling-of-the-year",
            msg(
                "The act has a yearly and an hourly ceiling, and none for a month: where"
                " the months of a year differ, the yearly ceiling may allow more. The"
                " settlement of the year (flexjob_year) shows how much"
            ),
            concerns=("flexjob.ceiling_yearly",),
        )
