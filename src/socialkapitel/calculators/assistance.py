"""Personal assistance (personlig assistance): hours, the refund for them, and hours saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import Any, NamedTuple, cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import (
    FULL_TIME,
    NumbersByDay,
    note_weekly_hours,
    read_weekly_hours,
)
from socialkapitel.calculators.refund_lines import PaidToEmployer, RefundLine
from socialkapitel.citations import COMPENSATION_ACT
from socialkapitel.deprecation import with_former
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import (
    Explained,
    Operand,
    Rounding,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.formulas import assistance as formulas
from socialkapitel.formulas.arithmetic import half_up
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hundredths, kroner, oere
from socialkapitel.money import hourly_rate as read_hourly_rate
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Quarter, read_date, read_each, read_quarter
from socialkapitel.sources import Rule, Source

_HOURS_OF_A_DAY = 24 * 10  # of several assistants
MAX_HOURS = 10_000
"""The most hours of assistance accepted at once."""

MOST = "personal_assistance.max_weekly"
_RATE = "personal_assistance.hourly_rate"

FULL_TIME_HUNDREDTHS = FULL_TIME * 100
"""The denominator that parts of hours are carried over."""

LAW = Source(COMPENSATION_ACT)
FIRST = date(2005, 5, 1)
"""The first day for which the hours are known; the act itself is of 1998."""

_WEEKLY = Rule("personal_assistance.weekly", msg("Hours of assistance a week"), LAW, FIRST)
_QUARTER = Rule("personal_assistance.quarter", msg("Hours of assistance a quarter"), LAW, FIRST)


_REFUND = Rule("personal_assistance.refund", msg("Refund for personal assistance"), LAW, FIRST)


@attrs.frozen(kw_only=True)
class AssistanceAllowance(Explained):
    """How much personal assistance a job entitles to.

    Attributes:
        hours: hours a week, as an average over a quarter; rounded to hundredths.
        quarter_hours: hours in a quarter of 13 weeks; rounded to hundredths from the exact value.
    """

    hours: Decimal
    quarter_hours: Decimal


@brief
@attrs.frozen(kw_only=True)
class AssistanceRefund(PaidToEmployer, Explained):
    """The employer's refund for hours of personal assistance.

    Attributes:
        hours: hours of assistance given.
        rate: kroner an hour; None where it changes between the days.
        amount: the refund in kroner.
        lines: with hours by date, what is refunded for which days, each at its rate.
    """

    hours: Decimal
    rate: Decimal | None
    amount: Decimal
    lines: tuple[RefundLine, ...] = ()


def read_assistance_hours(value: Number) -> Decimal:
    """Hours of assistance given, from 0."""
    return decimal(hundredths(value, "hours", most=MAX_HOURS))


def assistance_allowance(
    weekly_hours: Number, on: date | str, *, parameters: ParameterSet | None = None
) -> AssistanceAllowance:
    """Hours of personal assistance (personlig assistance) for a job, as an average over a quarter.

    20 hours a week for a 37-hour week, in proportion below it. Hours that are not used can be
    saved: see `AssistanceBank`. In special cases more is granted, up to 37 hours today; that is for
    the authority to decide, and is not computed. Law: lov om kompensation til handicappede i
    erhverv; the hours are taken from employers' social chapters.

    Args:
        weekly_hours: the job's hours, above 0, at most 37.
        on: the day whose law applies.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for weekly hours that are not accepted, or a day that is not a date.
        NotInForce: for a day before 2005-05-01.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> allowance = sk.assistance_allowance("30", date(2024, 3, 1))
    >>> allowance.hours, allowance.quarter_hours
    (Decimal('16.22'), Decimal('210.81'))
    """
    weekly = read_weekly_hours(weekly_hours)
    on = read_date(on, "on")
    return worked_out(
        msg("Personal assistance"), figures_or_packaged(parameters), _allow, weekly, on
    )


def _allow(sheet: Worksheet, weekly: Decimal, on: date) -> AssistanceAllowance:
    hours = note_weekly_hours(sheet, weekly)
    figure = sheet.figure(MOST, on)
    operands = {"most": sheet.of(figure), "hours": hours}
    most = oere(figure.value)
    week, quarter = (
        decimal(formulas.shown(part(most, oere(weekly)), FULL_TIME_HUNDREDTHS))
        for part in (formulas.weekly_part, formulas.quarter_part)
    )
    sheet.calculate(
        _WEEKLY,
        on,
        f"most * hours / {FULL_TIME}",
        operands,
        week,
        Unit.HOURS_PER_WEEK,
        rounding=Rounding.HUNDREDTHS,
    )
    sheet.calculate(
        _QUARTER,
        on,
        f"most * hours / {FULL_TIME} * {formulas.WEEKS}",
        operands,
        quarter,
        Unit.HOURS,
        rounding=Rounding.HUNDREDTHS,
    )
    return AssistanceAllowance(
        hours=week, quarter_hours=quarter, explanation=sheet.explanation(_WEEKLY, _QUARTER)
    )


def _former(*args: Any, **kwargs: Any) -> Mapping[str, Any] | None:
    """A call in the former form, with the rate second."""
    if len(args) != 2:
        return None
    second = args[1]
    day = second is None or isinstance(second, (date, Quarter))
    day = day or (isinstance(second, str) and "-" in second.lstrip("-"))
    if day and "on" not in kwargs:
        return None
    return {"hours": args[0], "hourly_rate": args[1], **kwargs}


@with_former(
    _former, "assistance_refund(hours, rate)", "assistance_refund(hours, hourly_rate=rate)"
)
def assistance_refund(
    hours: Number | NumbersByDay,
    on: date | Quarter | str | None = None,
    *,
    hourly_rate: Number | None = None,
    parameters: ParameterSet | None = None,
) -> AssistanceRefund:
    """The employer's refund for hours of personal assistance (refusion, personlig assistance).

    Hours times the hourly rate, rounded once to the øre. The rate is that of student workers, or
    the agreed pay where the assistant needs special skills. Few rates were found, so the caller
    gives the rate (``hourly_rate``), or the day whose rate applies (``on``).

    Hours by date have the rate of their day: a quarter in which the rate changes is one refund,
    with a line for each rate. Only hours in which assistance was given count; whether it continues
    while the employee is sick is for the municipality to decide, and is not judged here.

    Args:
        hours: hours of assistance given, from 0 to 10,000: their number, or hours by date.
        on: the day whose rate applies, not together with ``hourly_rate``; with hours by date the
            quarter in which they fall, or None.
        hourly_rate: kroner an hour, above 0.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for hours or a rate not accepted, for both a rate and a day, or for neither.
        NotInForce: where no rate is known for the day; known are 2022-04-01 to 2025-08-31.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> sk.assistance_refund("43.5", date(2023, 3, 1)).amount
    Decimal('5578.01')
    >>> sk.assistance_refund("43.5", hourly_rate="140.00").amount
    Decimal('6090.00')

    The rate rose on 1 October 2023:

    >>> hours = {date(2023, 9, 29): "4", date(2023, 10, 2): "4"}
    >>> refund = sk.assistance_refund(hours)
    >>> refund.amount, [line.rate for line in refund.lines]
    (Decimal('1043.76'), [Decimal('130.25'), Decimal('130.69')])
    """
    if isinstance(hours, Mapping):
        quarter = None if on is None else read_quarter(cast("Quarter | str", on), "on")
        return _by_date(hours, quarter, hourly_rate, figures_or_packaged(parameters))
    given = read_assistance_hours(hours)
    rate = None if hourly_rate is None else read_hourly_rate(hourly_rate, "hourly_rate")
    if on is not None:
        on = read_date(cast("date | str", on), "on")
    if (rate is None) == (on is None):
        raise InvalidInput(
            "hourly_rate",
            hourly_rate,
            msg("either the hourly rate or the day, not both"),
        )
    return worked_out(
        msg("Refund for personal assistance"),
        figures_or_packaged(parameters),
        _refund,
        given,
        rate,
        on,
    )


def _by_date(
    hours: NumbersByDay,
    on: Quarter | None,
    hourly_rate: Number | None,
    parameters: ParameterSet,
) -> AssistanceRefund:
    """Hours by date, each at the rate of its day."""
    read = {}
    for day, number in sorted(read_each(hours, read_date, "hours"), key=itemgetter(0)):
        if on is not None and day not in on:
            raise InvalidInput("hours", day, msg("days of {quarter}", quarter=on))
        read[day] = hundredths(number, f"hours[{day}]", most=_HOURS_OF_A_DAY)
    if not read:
        raise InvalidInput("hours", hours, msg("hours of at least one day"))
    rate = None if hourly_rate is None else read_hourly_rate(hourly_rate, "hourly_rate")
    return worked_out(
        msg("Refund for personal assistance"), parameters, _refund_by_date, read, rate
    )


def _refund_by_date(
    sheet: Worksheet, hours: Mapping[date, int], given_rate: Decimal | None
) -> AssistanceRefund:
    spans: list[_Span] = []
    for day, number in hours.items():
        rate = given_rate
        if rate is None:
            rate = kroner(Fraction(sheet.figure(_RATE, day).value))
        if not spans or spans[-1].rate != rate:
            spans.append(_Span(day, day, 0, rate))
        last = spans[-1]
        spans[-1] = _Span(last.first_day, day, last.hours + number, rate)
    operands: dict[str, Operand] = {}
    parts = []
    for place, span in enumerate(spans, start=1):
        worked = sheet.given(
            f"hours[{span.first_day}]",
            decimal(span.hours),
            Unit.HOURS,
            label=msg(
                "{label}, {first} to {last}",
                label=GIVENS["assistance_hours"],
                first=span.first_day,
                last=span.last_day,
            ),
        )
        if given_rate is None:
            rate_of_span = sheet.of(sheet.figure(_RATE, span.first_day))
        else:
            rate_of_span = sheet.given("hourly_rate", given_rate, Unit.DKK_PER_HOUR)
        operands |= {f"hours_{place}": worked, f"rate_{place}": rate_of_span}
        parts.append(f"hours_{place} * rate_{place}")
    exact = sum(span.hours * oere(span.rate) for span in spans)
    amount = half_up(exact, 100)
    sheet.calculate(
        _REFUND,
        spans[0].first_day,
        " + ".join(parts),
        operands,
        decimal(amount),
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    return AssistanceRefund(
        hours=decimal(sum(hours.values())),
        rate=spans[0].rate if len(spans) == 1 else None,
        amount=decimal(amount),
        lines=_lines(spans),
        explanation=sheet.explanation(),
    )


class _Span(NamedTuple):
    """Days with the same rate: their hours in hundredths, and the rate in kroner."""

    first_day: date
    last_day: date
    hours: int
    rate: Decimal


def _lines(spans: Iterable[_Span]) -> tuple[RefundLine, ...]:
    """A line for each span; running totals are rounded, so that the lines add up."""
    lines, exact, given = [], 0, 0
    for span in spans:
        exact += span.hours * oere(span.rate)
        through = half_up(exact, 100)
        lines.append(
            RefundLine(
                first_day=span.first_day,
                last_day=span.last_day,
                hours=decimal(span.hours),
                rate=span.rate,
                amount=decimal(through - given),
            )
        )
        given = through
    return tuple(lines)


def _refund(
    sheet: Worksheet, hours: Decimal, given_rate: Decimal | None, on: date | None
) -> AssistanceRefund:
    worked = sheet.given("hours", hours, Unit.HOURS, label=GIVENS["assistance_hours"])
    # A given rate has no day of its own: the rule is cited as first known.
    day = on or FIRST
    if given_rate is None:
        rate = sheet.of(sheet.figure(_RATE, day))
    else:
        rate = sheet.given("hourly_rate", given_rate, Unit.DKK_PER_HOUR)
    kroner_an_hour = kroner(Fraction(rate.value))
    amount = decimal(formulas.refund(oere(hours), oere(kroner_an_hour)))
    sheet.calculate(
        _REFUND,
        day,
        "hours * rate",
        {"hours": worked, "rate": rate},
        amount,
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    return AssistanceRefund(
        hours=hours,
        rate=kroner_an_hour,
        amount=amount,
        explanation=sheet.explanation(),
    )
