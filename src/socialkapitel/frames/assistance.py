"""Hours of personal assistance and their refunds (personlig assistance), row by row."""

from __future__ import annotations

from socialkapitel.calculators.assistance import (
    FULL_TIME_HUNDREDTHS,
    MAX_HOURS,
    AssistanceAllowance,
    AssistanceRefund,
    assistance_allowance,
    assistance_refund,
)
from socialkapitel.formulas import assistance as formulas
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Values, Work
from socialkapitel.frames.columns import MOST_HOURLY, day, whole
from socialkapitel.frames.days import figure_on
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import both, negated, pick
from socialkapitel.frames.status import invalid, missing, unknown_figures
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet


def _allow(inputs: Inputs, figures: ParameterSet) -> Work:
    weekly = inputs.whole("weekly_hours_hundredths")
    most = figure_on(figures["personal_assistance.max_weekly"], inputs.day("on"))
    week = formulas.weekly_part(most.value, weekly)
    quarter = formulas.quarter_part(most.value, weekly)
    return Work(
        faults=unknown_figures(most),
        results={
            "hours_hundredths": formulas.shown(week, FULL_TIME_HUNDREDTHS),
            "quarter_hours_hundredths": formulas.shown(quarter, FULL_TIME_HUNDREDTHS),
        },
    )


def _refund(inputs: Inputs, figures: ParameterSet) -> Work:
    rate_given, day_given = inputs.given("hourly_rate_oere"), inputs.given("on")
    published = figure_on(figures["personal_assistance.hourly_rate"], inputs.day("on"))
    (rate,) = inputs.keep(pick(rate_given, inputs.whole("hourly_rate_oere"), published.value))
    return Work(
        faults=[
            missing("hourly_rate_oere", both(negated(rate_given), negated(day_given))),
            invalid("hourly_rate_oere", both(rate_given, day_given)),
            *unknown_figures(published, spared=rate_given),
        ],
        results={
            "rate_oere": rate,
            "refund_oere": formulas.refund(inputs.whole("hours_hundredths"), rate),
        },
    )


def _allowance_of_one(values: Values, parameters: ParameterSet) -> AssistanceAllowance:
    weekly = decimal(values["weekly_hours_hundredths"])
    return assistance_allowance(weekly, values["on"], parameters=parameters)


def _refund_of_one(values: Values, parameters: ParameterSet) -> AssistanceRefund:
    rate = values["hourly_rate_oere"]
    return assistance_refund(
        decimal(values["hours_hundredths"]),
        values["on"],
        hourly_rate=None if rate is None else decimal(rate),
        parameters=parameters,
    )


ALLOWANCES = FrameCalculator(
    name="assistance_allowances",
    columns=(whole("weekly_hours_hundredths", 1, FULL_TIME_HUNDREDTHS), day("on")),
    added=("hours_hundredths", "quarter_hours_hundredths"),
    work=_allow,
    scalar=_allowance_of_one,
)

REFUNDS = FrameCalculator(
    name="assistance_refunds",
    columns=(
        whole("hours_hundredths", 0, MAX_HOURS * 100),
        whole("hourly_rate_oere", 1, MOST_HOURLY, optional=True),
        day("on", optional=True),
    ),
    added=("rate_oere", "refund_oere"),
    work=_refund,
    scalar=_refund_of_one,
)


def assistance_allowances(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """Hours of personal assistance for jobs, as an average over a quarter.

    Each row is what `socialkapitel.assistance_allowance` gives, by the same formulas (personlig
    assistance). Law: lov om kompensation til handicappede i erhverv.

    Reads ``weekly_hours_hundredths`` (Int64) and ``on`` (Date).

    Adds, as Int64, ``hours_hundredths`` (a week), ``quarter_hours_hundredths``, and ``status``;
    the hours are 0 where it isn't ``"ok"``. See `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a caller's figure that can't be used.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> jobs = pl.DataFrame({"weekly_hours_hundredths": [3000], "on": [date(2024, 3, 1)]})
    >>> frames.assistance_allowances(jobs).drop("on").rows()
    [(3000, 1622, 21081, 'ok')]
    """
    return compute(ALLOWANCES, frame, parameters)


def assistance_refunds(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """The employer's refunds for hours of personal assistance.

    Each row is what `socialkapitel.assistance_refund` gives, by the same formulas (refusion,
    personlig assistance). Law: lov om kompensation til handicappede i erhverv.

    Reads ``hours_hundredths``, ``hourly_rate_oere`` (Int64), and ``on`` (Date, the day whose
    published rate applies); each row has exactly one of rate and day.

    Adds, as Int64, ``rate_oere``, ``refund_oere`` (rounded once), and ``status``; both are 0 where
    it isn't ``"ok"``. See `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a caller's figure that can't be used.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> given = pl.DataFrame(
    ...     {
    ...         "hours_hundredths": [4350, 4350],
    ...         "hourly_rate_oere": [None, 14000],
    ...         "on": [date(2023, 3, 1), None],
    ...     }
    ... )
    >>> frames.assistance_refunds(given)["refund_oere"].to_list()
    [557801, 609000]
    """
    return compute(REFUNDS, frame, parameters)
