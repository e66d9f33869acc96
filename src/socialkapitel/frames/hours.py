"""Weekly hours of unemployed people in public jobs with wage subsidy, row by row."""

from __future__ import annotations

from socialkapitel.calculators.inputs import FULL_TIME, divisor
from socialkapitel.calculators.subsidised_hours import (
    BENEFIT_DAYS,
    BY_PAY,
    DAILY,
    FIXED_PAY_FROM,
    MONTHLY,
    BenefitKind,
    SubsidisedHours,
)
from socialkapitel.calculators.subsidised_hours import subsidised_hours as hours_of_one
from socialkapitel.formulas import subsidised_hours as formulas
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Values, Work
from socialkapitel.frames.columns import MOST_AMOUNT, MOST_HOURLY, day, whole
from socialkapitel.frames.days import figure_on
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import both, either, negated, pick
from socialkapitel.frames.status import invalid, missing, not_in_force, unknown_figures
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    on = inputs.day("on")
    fixed, pay_given = on.since(FIXED_PAY_FROM), inputs.given("hourly_pay_oere")
    weekly, monthly = inputs.given("weekly_benefit_oere"), inputs.given("monthly_benefit_oere")
    daily = figure_on(figures[DAILY], on, divisor)
    highest = figure_on(figures[MONTHLY], on, divisor)
    week, month = inputs.whole("weekly_benefit_oere"), inputs.whole("monthly_benefit_oere")
    pay = inputs.whole("hourly_pay_oere")
    (maximum,) = inputs.keep(pick(weekly, BENEFIT_DAYS * daily.value, highest.value))
    benefit = pick(weekly, week, month)
    too_much = both(fixed, benefit > maximum)
    by_maximum = 100 * formulas.hours_by_maximum(benefit, maximum, FULL_TIME)
    by_pay = pick(
        weekly,
        formulas.hours_by_pay(week, pay, FULL_TIME, pick),
        formulas.hours_by_pay_monthly(month, pay, FULL_TIME, pick),
    )
    return Work(
        faults=[
            missing("weekly_benefit_oere", both(negated(weekly), negated(monthly))),
            invalid("weekly_benefit_oere", both(weekly, monthly)),
            invalid("hourly_pay_oere", both(fixed, pay_given)),
            not_in_force(BY_PAY, on, spared=fixed),
            *unknown_figures(daily, spared=negated(both(fixed, weekly))),
            *unknown_figures(highest, spared=either(negated(fixed), weekly)),
            invalid("weekly_benefit_oere", both(weekly, too_much)),
            invalid("monthly_benefit_oere", too_much),
            missing("hourly_pay_oere", both(negated(fixed), negated(pay_given))),
        ],
        results={
            "maximum_oere": pick(fixed, maximum, 0),
            "hours_hundredths": pick(fixed, by_maximum, by_pay),
        },
    )


def _scalar(values: Values, parameters: ParameterSet) -> SubsidisedHours:
    weekly, monthly, pay = (
        None if values[f"{field}_oere"] is None else decimal(values[f"{field}_oere"])
        for field in ("weekly_benefit", "monthly_benefit", "hourly_pay")
    )
    return hours_of_one(
        BenefitKind.FULL_TIME_INSURED,
        values["on"],
        weekly_benefit=weekly,
        monthly_benefit=monthly,
        hourly_pay=pay,
        parameters=parameters,
    )


CALCULATOR = FrameCalculator(
    name="subsidised_hours",
    columns=(
        day("on"),
        whole("weekly_benefit_oere", 1, MOST_AMOUNT, optional=True),
        whole("monthly_benefit_oere", 1, MOST_AMOUNT, optional=True),
        whole("hourly_pay_oere", 1, MOST_HOURLY, optional=True),
    ),
    added=("maximum_oere", "hours_hundredths"),
    work=_work,
    scalar=_scalar,
)


def subsidised_hours(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """Weekly hours of unemployed people in public jobs with wage subsidy.

    Each row is what `socialkapitel.subsidised_hours` gives, by the same formulas
    (job med løntilskud). Law: LAB § 72 and the order on active employment §§ 70-71
    (before 2020: LAB § 55).

    Reads ``on`` (Date, the first day of the job), ``weekly_benefit_oere`` and
    ``monthly_benefit_oere`` (Int64, exactly one of them in each row), and ``hourly_pay_oere``
    (Int64, before 2015 only).

    Adds, as Int64, ``maximum_oere`` (the highest benefit, 0 before 2015), ``hours_hundredths``,
    and ``status``; both are 0 where it isn't ``"ok"``. See `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a caller's figure that can't be used.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> jobs = pl.DataFrame(
    ...     {
    ...         "on": [date(2018, 3, 1), date(2012, 3, 1)],
    ...         "weekly_benefit_oere": [None, 295500],
    ...         "monthly_benefit_oere": [931650, None],
    ...         "hourly_pay_oere": [None, 12000],
    ...     }
    ... )
    >>> frames.subsidised_hours(jobs).select("hours_hundredths", "status").rows()
    [(1900, 'ok'), (2462, 'ok')]
    """
    return compute(CALCULATOR, frame, parameters)
