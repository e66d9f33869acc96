"""Hours of personal assistance and the employer's refund for them (personlig assistance)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import (
    FULL_TIME,
    figures_or_packaged,
    note_weekly_hours,
    read_weekly_hours,
)
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Explained, Operand, Rounding, Worksheet
from socialkapitel.formulas import assistance as formulas
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hundredths, kroner, oere
from socialkapitel.money import hourly_rate as read_hourly_rate
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import check_date
from socialkapitel.sources import Rule, Source

MAX_HOURS = 10_000
"""Most hours of assistance that are accepted at once."""

FULL_TIME_HUNDREDTHS = FULL_TIME * 100
"""The denominator that parts of hours are carried over."""

LAW = Source("lov om kompensation til handicappede i erhverv")
FIRST = date(2005, 5, 1)
"""The first day for which the hours are known; the act itself is of 1998."""

_WEEKLY = Rule("personal_assistance.weekly", msg("Hours of assistance a week"), LAW, FIRST)
_QUARTER = Rule("personal_assistance.quarter", msg("Hours of assistance a quarter"), LAW, FIRST)
_REFUND = Rule("personal_assistance.refund", msg("Refund for personal assistance"), LAW, FIRST)


@attrs.frozen(kw_only=True)
class AssistanceAllowance(Explained):
    """How much personal assistance a job gives.

    Attributes:
        hours: hours a week, as an average over a quarter; rounded to hundredths.
        quarter_hours: hours in a quarter of 13 weeks; rounded to hundredths from the exact value.
    """

    hours: Decimal
    quarter_hours: Decimal


@attrs.frozen(kw_only=True)
class AssistanceRefund(Explained):
    """The employer's refund for hours of personal assistance.

    Attributes:
        hours: hours of assistance given.
        rate: kroner an hour.
        amount: the refund in kroner.
    """

    hours: Decimal
    rate: Decimal
    amount: Decimal


def read_assistance_hours(value: Number) -> Decimal:
    """Hours of assistance given, from 0."""
    return decimal(hundredths(value, "hours", most=MAX_HOURS))


def assistance_allowance(
    weekly_hours: Number, on: date, *, parameters: ParameterSet | None = None
) -> AssistanceAllowance:
    """Hours of personal assistance (personlig assistance) for a job, as an average over a quarter.

    20 hours a week for a 37-hour week, in proportion below it. Hours that are not used can be
    saved: see `AssistanceBank`. In special cases more is granted, up to 37 hours today; that is
    the authority's decision and not computed. Law: lov om kompensation til handicappede i erhverv;
    the hours are read in employers' social chapters.

    Args:
        weekly_hours: the job's hours, above 0, at most 37.
        on: the day whose law applies.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for weekly hours that are not accepted, or a day that is no date.
        NotInForce: for a day before 2005-05-01.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> allowance = sk.assistance_allowance("30", date(2024, 3, 1))
    >>> allowance.hours, allowance.quarter_hours
    (Decimal('16.22'), Decimal('210.81'))
    """
    weekly = read_weekly_hours(weekly_hours)
    check_date(on, "on")
    sheet = Worksheet(msg("Personal assistance"), figures_or_packaged(parameters))
    hours = note_weekly_hours(sheet, weekly)
    figure = sheet.figure("personal_assistance.max_weekly", on)
    operands = {"most": sheet.of(figure), "hours": hours}
    most = oere(figure.value)
    week = decimal(formulas.shown(formulas.weekly_part(most, oere(weekly)), FULL_TIME_HUNDREDTHS))
    quarter = decimal(
        formulas.shown(formulas.quarter_part(most, oere(weekly)), FULL_TIME_HUNDREDTHS)
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
    return AssistanceAllowance(hours=week, quarter_hours=quarter, explanation=sheet.explanation())


def assistance_refund(
    hours: Number,
    hourly_rate: Number | None = None,
    *,
    on: date | None = None,
    parameters: ParameterSet | None = None,
) -> AssistanceRefund:
    """The employer's refund for hours of personal assistance (refusion, personlig assistance).

    Hours times the hourly rate, rounded once to the øre. The rate is that of student workers, or
    the agreed pay where the assistant needs special skills. One rate was found published, so the
    caller gives the rate (``hourly_rate``), or asks for the published one of a day (``on``).

    Args:
        hours: hours of assistance given, from 0 to 10,000.
        hourly_rate: kroner an hour, above 0; not together with ``on``.
        on: the day whose published rate applies; not together with ``hourly_rate``.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for hours or a rate not accepted, for both a rate and a day, or for neither.
        NotInForce: where no rate is known for the day; known are 2022-04-01 to 2025-08-31.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> sk.assistance_refund("43.5", on=date(2023, 3, 1)).amount
    Decimal('5578.01')
    >>> sk.assistance_refund("43.5", "140.00").amount
    Decimal('6090.00')
    """
    given = read_assistance_hours(hours)
    sheet = Worksheet(msg("Refund for personal assistance"), figures_or_packaged(parameters))
    worked = sheet.given("hours", msg("Hours of assistance"), given, Unit.HOURS)
    day, rate = _rate(sheet, hourly_rate, on)
    kroner_an_hour = kroner(Fraction(rate.value))
    amount = decimal(formulas.refund(oere(given), oere(kroner_an_hour)))
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
        hours=given,
        rate=kroner_an_hour,
        amount=amount,
        explanation=sheet.explanation(),
    )


def _rate(sheet: Worksheet, hourly_rate: Number | None, on: date | None) -> tuple[date, Operand]:
    """The hourly rate, and the day as of which the rule is cited."""
    if hourly_rate is None and on is not None:
        return check_date(on, "on"), sheet.of(sheet.figure("personal_assistance.hourly_rate", on))
    if hourly_rate is None or on is not None:
        raise InvalidInput(
            "hourly_rate", hourly_rate, msg("either hourly_rate or on, and not both of them")
        )
    rate = read_hourly_rate(hourly_rate, "hourly_rate")
    # A rate that is given holds for no certain day: the rule is cited as first known.
    return FIRST, sheet.given("hourly_rate", msg("Hourly rate given"), rate, Unit.DKK_PER_HOUR)
