"""Supplements to the pay of flexjobs since 2013 (fleksløntilskud), row by row."""

from __future__ import annotations

from collections.abc import Iterator

from socialkapitel.calculators.flex_wage_supplement import (
    SUPPLEMENT,
    FlexWageSupplement,
    flex_wage_supplement,
)
from socialkapitel.calculators.flexjob_since_2013 import START, FlexjobSince2013
from socialkapitel.formulas import flex_wage_supplement as formulas
from socialkapitel.formulas.arithmetic import half_up
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Values, Work
from socialkapitel.frames.columns import MOST_AMOUNT, day, extra, whole
from socialkapitel.frames.days import FirstOfMonth, figure_on
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import both, negated, pick
from socialkapitel.frames.status import RowFault, invalid, not_in_force, unknown_figures
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    on = FirstOfMonth(inputs.day("month"))
    most, threshold, below, above = (
        figure_on(figures[f"flex_wage_supplement.{name}"], on)
        for name in ("max_monthly", "threshold_monthly", "reduction_below", "reduction_above")
    )
    pay, full_time_pay = inputs.whole("pay_oere"), inputs.whole("full_time_pay_oere")
    decides = pick(inputs.given("deciding_pay_oere"), inputs.whole("deciding_pay_oere"), pay)
    maximum, limit = inputs.keep(most.value, threshold.value)
    (part,) = inputs.keep(formulas.reduction_part(decides, limit, below.value, above.value, pick))
    (supplement,) = inputs.keep(formulas.supplement(maximum, part, decides, full_time_pay, pick))
    return Work(
        faults=[
            not_in_force(SUPPLEMENT, on),
            *_of_the_start(inputs),
            *unknown_figures(most, threshold, below, above),
        ],
        results={
            "maximum_oere": maximum,
            "reduction_oere": half_up(part, formulas.OVER),
            "supplement_oere": supplement,
            "total_oere": pay + supplement,
        },
    )


def _of_the_start(inputs: Inputs) -> Iterator[RowFault]:
    """What is wrong with the job's first day, where it is given."""
    if not inputs.has("started_on"):
        return
    started, given = inputs.day("started_on"), inputs.given("started_on")
    yield not_in_force(START, started, negated(given))
    yield invalid("month", both(given, inputs.day("month").in_earlier_month(started)))


def _scalar(values: Values, parameters: ParameterSet) -> FlexWageSupplement:
    before = values["deciding_pay_oere"]
    return flex_wage_supplement(
        FlexjobSince2013(
            started_on=values["started_on"],
            full_time_pay=decimal(values["full_time_pay_oere"]),
        ),
        Month.of(values["month"]),
        pay=decimal(values["pay_oere"]),
        deciding_pay=None if before is None else decimal(before),
        parameters=parameters,
    )


CALCULATOR = FrameCalculator(
    name="flex_wage_supplements",
    columns=(
        day("month"),
        whole("pay_oere", 0, MOST_AMOUNT),
        whole("full_time_pay_oere", 1, MOST_AMOUNT),
        extra(whole("deciding_pay_oere", 0, MOST_AMOUNT)),
        extra(day("started_on")),
    ),
    added=("maximum_oere", "reduction_oere", "supplement_oere", "total_oere"),
    work=_work,
    scalar=_scalar,
)


def flex_wage_supplements(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """The flex wage supplements for months of flexjobs that began in 2013 or later.

    Each row is what `socialkapitel.flex_wage_supplement` gives, by the same formulas
    (fleksløntilskud). Law: LAB § 123 (before 2020: § 70 f).

    Reads ``month`` (Date, any day of the month), ``pay_oere`` and ``full_time_pay_oere`` (Int64,
    øre a month, pension included), and where the frame has it ``deciding_pay_oere`` (Int64, the
    pay of the month before, which decides; where it is missing, the pay is used for both) and
    ``started_on`` (Date, the job's first day; one before 2013 has no supplement).

    Adds, as Int64, ``maximum_oere``, ``reduction_oere`` (because of pay),
    ``supplement_oere`` (rounded once), ``total_oere`` (pay and supplement), and ``status``; the
    amounts are 0 where it isn't ``"ok"``. See `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a caller's figure that can't be used.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> months = pl.DataFrame(
    ...     {
    ...         "month": [date(2024, 3, 1)],
    ...         "pay_oere": [1560000],
    ...         "full_time_pay_oere": [3206667],
    ...     }
    ... )
    >>> frames.flex_wage_supplements(months).select("supplement_oere", "status").rows()
    [(1527200, 'ok')]
    """
    return compute(CALCULATOR, frame, parameters)
