"""Wage subsidies to public employers (løntilskud), row by row."""

from __future__ import annotations

from socialkapitel.calculators.wage_subsidy import (
    CAP,
    FIXED_RATES,
    RATE,
    SubsidisedJob,
    TargetGroup,
    WageSubsidy,
    wage_subsidy,
)
from socialkapitel.formulas import wage_subsidy as formulas
from socialkapitel.frames.calculator import FrameCalculator, Values, Work
from socialkapitel.frames.columns import MOST_HOURLY, day, text, whole
from socialkapitel.frames.dated import figure_on
from socialkapitel.frames.days import FirstOfMonth, in_force
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.inputs import Inputs
from socialkapitel.frames.logic import Condition, both, either, negated, pick
from socialkapitel.frames.status import Fault, invalid, missing, unknown_unless
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month

_DAY_HUNDREDTHS = 2400
_MOST_HOURS = 31 * _DAY_HUNDREDTHS


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    month = inputs.day("month")
    on = FirstOfMonth(month)
    pay, hours = inputs.whole("hourly_pay_oere"), inputs.whole("hours_hundredths")
    granted = inputs.given("granted_rate_oere")
    rehabilitation = inputs.is_text("target_group", TargetGroup.REHABILITATION.value)
    cap = figure_on(figures[CAP], on)
    highest = pick(both(rehabilitation, cap.known), cap.value, pay)
    limit = inputs.whole("granted_rate_oere")
    faults = [
        missing("granted_rate_oere", both(rehabilitation, negated(granted))),
        invalid("granted_rate_oere", both(negated(rehabilitation), granted)),
        invalid("hours_hundredths", hours > _DAY_HUNDREDTHS * month.days_in_month),
        _unknown(rehabilitation, in_force(RATE, on)),
    ]
    for group, name in FIXED_RATES.items():
        of_group = inputs.is_text("target_group", group.value)
        fixed = figure_on(figures[name], on)
        limit = pick(of_group, fixed.value, limit)
        faults.append(_unknown(of_group, fixed.known))
    limit, highest = inputs.keep(limit, highest)
    (rate,) = inputs.keep(formulas.subsidy_rate(pay, limit, highest, pick=pick))
    return Work(faults, {"rate_oere": rate, "subsidy_oere": formulas.subsidy(hours, rate)})


def _unknown(concerned: Condition, known: Condition) -> Fault:
    """What is not known is a fault of the rows that it concerns."""
    return unknown_unless(either(negated(concerned), known))


def _scalar(values: Values, parameters: ParameterSet) -> WageSubsidy:
    granted = values["granted_rate_oere"]
    job = SubsidisedJob(
        target_group=TargetGroup(values["target_group"]),
        hourly_pay=decimal(values["hourly_pay_oere"]),
        granted_rate=None if granted is None else decimal(granted),
    )
    month = Month.of(values["month"])
    hours = decimal(values["hours_hundredths"])
    return wage_subsidy(job, month, hours=hours, parameters=parameters)


CALCULATOR = FrameCalculator(
    name="wage_subsidies",
    columns=(
        text("target_group", tuple(group.value for group in TargetGroup)),
        whole("hourly_pay_oere", 1, MOST_HOURLY),
        whole("granted_rate_oere", 1, MOST_HOURLY, optional=True),
        day("month"),
        whole("hours_hundredths", 0, _MOST_HOURS),
    ),
    added=("rate_oere", "subsidy_oere"),
    work=_work,
    scalar=_scalar,
)


def wage_subsidies(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """The wage subsidies to a public employer for months' hours with pay.

    Each row is what `socialkapitel.wage_subsidy` gives, by the same formulas (løntilskud). Law:
    LAB chapter 12 and § 88 (before 2020: § 63). Where no cap on the rate in rehabilitation is
    known, the granted rate stands; `socialkapitel.frames.explain` then has a caveat.

    Reads ``target_group`` (``"rehabilitation"``, ``"disability_pension"`` or
    ``"unemployed_with_benefit"``), ``hourly_pay_oere`` (Int64), ``granted_rate_oere`` (Int64, only
    and always for rehabilitation), ``month`` (Date, any day of the month) and
    ``hours_hundredths`` (Int64, at most the hours of the month).

    Adds, as Int64, ``rate_oere`` (an hour), ``subsidy_oere`` (rounded once), and ``status``; the
    amounts are 0 where it isn't ``"ok"``. See `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; one that is lazy stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a figure of the caller's that can't be worked with.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> jobs = pl.DataFrame(
    ...     {
    ...         "target_group": ["disability_pension"],
    ...         "hourly_pay_oere": [11500],
    ...         "granted_rate_oere": pl.Series([None], dtype=pl.Int64),
    ...         "month": [date(2007, 11, 1)],
    ...         "hours_hundredths": [6450],
    ...     }
    ... )
    >>> frames.wage_subsidies(jobs).select("rate_oere", "subsidy_oere", "status").rows()
    [(2192, 141384, 'ok')]
    """
    return compute(CALCULATOR, frame, parameters)
