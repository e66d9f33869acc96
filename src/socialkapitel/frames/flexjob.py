"""Refunds of flexjobs granted before 2013 (fleksjobrefusion), row by row."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from socialkapitel.calculators.atp import ATP_CLASSES, LIMITS, RATES
from socialkapitel.calculators.flexjob import GRANT, Flexjob, FlexjobRefund, flexjob_refund
from socialkapitel.calculators.flexjob_rules import FIRST_CEILING
from socialkapitel.calculators.inputs import FULL_TIME, divisor
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import half_up, smaller
from socialkapitel.formulas.atp import atp_contribution
from socialkapitel.frames.calculator import FrameCalculator, Values, Work
from socialkapitel.frames.columns import MOST_AMOUNT, day, text, whole
from socialkapitel.frames.dated import figure_on
from socialkapitel.frames.days import Days, FirstOfMonth, FirstOfMonthOr, in_force
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.inputs import Inputs
from socialkapitel.frames.logic import Condition, Whole, both, either, negated, pick
from socialkapitel.frames.status import invalid, unknown_unless
from socialkapitel.money import Pay, decimal
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month

_HALF, _TWO_THIRDS = "1/2", "2/3"


@attrs.frozen
class _Atp:
    """The contribution of each row, and whether it is known."""

    contribution: Whole
    known: Condition


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    granted, month = inputs.day("granted_on"), inputs.day("month")
    on = FirstOfMonthOr(FirstOfMonth(month), granted)
    pay, weekly = inputs.whole("starting_pay_oere"), inputs.whole("weekly_hours_hundredths")
    other = inputs.whole("other_contributions_oere")
    yearly = figures["flexjob.ceiling_yearly"]
    capped = granted.since(FIRST_CEILING)
    full_time = figure_on(figures["flexjob.full_time_hours"], on, divisor)
    ceiling = figure_on(yearly, on)
    atp = _atp(inputs, figures, weekly, on)
    over = formulas.over(full_time.value)
    contribution, part, ceiling_part = inputs.keep(
        atp.contribution,
        formulas.pay_part(pay, weekly),
        formulas.ceiling_part(ceiling.value, weekly),
    )
    (part,) = inputs.keep(pick(capped, smaller(part, ceiling_part, pick), part))
    share = pick(inputs.is_text("share", _TWO_THIRDS), 4, 3), 6
    return Work(
        faults=[
            unknown_unless(in_force(GRANT, granted)),
            invalid("month", month.in_earlier_month(granted)),
            unknown_unless(both(full_time.known, atp.known)),
            unknown_unless(either(negated(capped), ceiling.known)),
        ],
        results={
            "basis_oere": half_up(part, over),
            "ceiling_oere": pick(capped, half_up(ceiling_part, over), 0),
            "atp_oere": contribution,
            "refund_oere": formulas.refund(part, contribution + other, share, over),
        },
    )


def _atp(inputs: Inputs, figures: ParameterSet, weekly: Whole, on: Days) -> _Atp:
    """The contribution at the rates of the row's class; without a class it is 0."""
    full, two_thirds, one_third = (figure_on(figures[name], on) for name in LIMITS)
    bands = full.value, two_thirds.value, one_third.value
    bands_known = both(full.known, two_thirds.known, one_third.known)
    rates: list[Whole] = [0] * len(bands)
    known: list[Condition] = [True] * len(bands)
    for atp_class in ATP_CLASSES:
        of_class = inputs.is_text("atp_class", atp_class)
        if of_class is not False:
            rates_of_class = [figure_on(figures[name], on) for name in RATES[atp_class]]
            for band, rate in enumerate(rates_of_class):
                rates[band] = pick(of_class, rate.value, rates[band])
                known[band] = both(known[band], either(negated(of_class), rate.known))
    in_full, in_two_thirds, in_one_third = inputs.keep(*rates)
    contribution = atp_contribution(weekly, bands, (in_full, in_two_thirds, in_one_third), pick)
    return _Atp(
        contribution,
        both(
            either(bands_known, negated(inputs.given("atp_class"))),
            _rate_known(weekly, bands, known),
        ),
    )


def _rate_known(
    weekly: Whole,
    bands: tuple[Whole, Whole, Whole],
    known: Sequence[Condition],
) -> Condition:
    """Whether the rate of the row's band is known; below the lowest band none is needed."""
    if all(rate is True for rate in known):
        return True
    full, two_thirds, one_third = (pick(rate, 0, 1) for rate in known)
    unknown = atp_contribution(weekly, bands, (full, two_thirds, one_third), pick)
    return unknown == 0


def _scalar(values: Values, parameters: ParameterSet) -> FlexjobRefund:
    job = Flexjob(
        granted_on=values["granted_on"],
        share=values["share"],
        starting_pay=Pay.monthly(decimal(values["starting_pay_oere"])),
        weekly_hours=decimal(values["weekly_hours_hundredths"]),
        atp_class=values["atp_class"],
        other_contributions=decimal(values["other_contributions_oere"]),
    )
    return flexjob_refund(job, Month.of(values["month"]), parameters=parameters)


CALCULATOR = FrameCalculator(
    name="flexjob_refunds",
    columns=(
        day("granted_on"),
        text("share", (_HALF, _TWO_THIRDS)),
        whole("starting_pay_oere", 1, MOST_AMOUNT),
        whole("weekly_hours_hundredths", 1, FULL_TIME * 100),
        day("month"),
        text("atp_class", ATP_CLASSES, optional=True),
        whole("other_contributions_oere", 0, MOST_AMOUNT),
    ),
    added=("basis_oere", "ceiling_oere", "atp_oere", "refund_oere"),
    work=_work,
    scalar=_scalar,
)


def flexjob_refunds(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """The employer's refunds for months of flexjobs granted from 1998 through 2012.

    Each row is what `socialkapitel.flexjob_refund` gives for a job and a month, by the same
    formulas (fleksjobrefusion). Law: LAB § 133 (before 2020: § 71).

    Reads ``granted_on`` (Date), ``share`` (``"1/2"`` or ``"2/3"``), ``starting_pay_oere`` (Int64,
    øre for a full-time month), ``weekly_hours_hundredths`` (Int64), ``month`` (Date, any day of
    the month), ``atp_class`` (``"A"`` to ``"F"``, missing for none) and
    ``other_contributions_oere`` (Int64).

    Adds, as Int64, ``basis_oere`` (pay that the share is taken of), ``ceiling_oere`` (0 where none
    applies), ``atp_oere``, ``refund_oere`` (rounded once), and ``status``; the amounts are 0 where
    it isn't ``"ok"``. See `socialkapitel.frames.status`.

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
    ...         "granted_on": [date(2006, 3, 1), date(2013, 1, 1)],
    ...         "share": ["2/3", "2/3"],
    ...         "starting_pay_oere": [1829700, 1829700],
    ...         "weekly_hours_hundredths": [3700, 3700],
    ...         "month": [date(2007, 11, 1), date(2013, 11, 1)],
    ...         "atp_class": ["A", "A"],
    ...         "other_contributions_oere": [0, 0],
    ...     }
    ... )
    >>> frames.flexjob_refunds(jobs).select("refund_oere", "status").rows()
    [(1230640, 'ok'), (0, 'not-in-force')]
    """
    return compute(CALCULATOR, frame, parameters)
