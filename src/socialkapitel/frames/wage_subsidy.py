"""Wage subsidies to public employers (løntilskud), row by row."""

from __future__ import annotations

from collections.abc import Sequence

from socialkapitel.calculators.subsidised_job import (
    FIXED_RATES,
    HIGHEST_RATES,
    NEWLY_QUALIFIED,
    SubsidisedJob,
    TargetGroup,
)
from socialkapitel.calculators.wage_subsidy import RATE, WageSubsidy, wage_subsidy
from socialkapitel.formulas import wage_subsidy as formulas
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Values, Work
from socialkapitel.frames.columns import MOST_HOURLY, day, text, whole
from socialkapitel.frames.days import FirstOfMonth, figure_on
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import Mask, both, either, negated, pick
from socialkapitel.frames.status import (
    invalid,
    missing,
    not_in_force,
    past_figures,
    unknown_figures,
)
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month

_WITHOUT_FIXED = [group for group in TargetGroup if group not in FIXED_RATES]
_WITHOUT_GRANTED = [group for group in TargetGroup if group not in HIGHEST_RATES]
_FULL_RATE = {TargetGroup.NEWLY_QUALIFIED}
"""Groups whose fixed rate is the highest one: a granted rate needs no other beside it."""

_DAY_HUNDREDTHS = 2400
_MOST_HOURS = 31 * _DAY_HUNDREDTHS


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    month = inputs.day("month")
    on = FirstOfMonth(month)
    pay, hours = inputs.whole("hourly_pay_oere"), inputs.whole("hours_hundredths")
    granted, limit = inputs.given("granted_rate_oere"), inputs.whole("granted_rate_oere")
    highest = pay
    faults = [
        missing("granted_rate_oere", both(_of(inputs, _WITHOUT_FIXED), negated(granted))),
        invalid("granted_rate_oere", both(_of(inputs, _WITHOUT_GRANTED), granted)),
        invalid("hours_hundredths", hours > _DAY_HUNDREDTHS * month.days_in_month),
    ]
    for group in TargetGroup:
        of_group = inputs.is_text("target_group", group.value)
        rule = NEWLY_QUALIFIED if group is TargetGroup.NEWLY_QUALIFIED else RATE
        faults.append(not_in_force(rule, on, spared=negated(of_group)))
        if group in FIXED_RATES:
            fixed = figure_on(figures[FIXED_RATES[group]], on)
            limit = pick(both(of_group, negated(granted)), fixed.value, limit)
            # A granted rate in a special case needs the usual one beside it.
            needed = both(of_group, negated(granted)) if group in _FULL_RATE else of_group
            faults += unknown_figures(fixed, spared=negated(needed))
        if group in HIGHEST_RATES:
            cap = figure_on(figures[HIGHEST_RATES[group]], on)
            capped = both(of_group, granted, cap.known)
            highest = pick(capped, cap.value, highest)
            spared = negated(both(of_group, granted))
            faults += past_figures(figures[HIGHEST_RATES[group]], on, spared)
    limit, highest = inputs.keep(limit, highest)
    (rate,) = inputs.keep(formulas.subsidy_rate(pay, limit, highest, pick=pick))
    return Work(faults, {"rate_oere": rate, "subsidy_oere": formulas.subsidy(hours, rate)})


def _of(inputs: Inputs, groups: Sequence[TargetGroup]) -> Mask:
    """Whether the row's target group is one of some."""
    return either(*(inputs.is_text("target_group", group.value) for group in groups))


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

    Each row is what `socialkapitel.wage_subsidy` gives without refunds and without a day of grant,
    by the same formulas (løntilskud). Law: LAB chapter 12 and the order on active employment § 88
    (before 2020: LAB § 63). Where no cap on a granted rate is known, the granted rate applies;
    `socialkapitel.frames.explain` then has a caveat, as for rehabilitation after January 2026.

    Reads ``target_group`` (``"rehabilitation"``, ``"disability_pension"``,
    ``"unemployed_with_benefit"`` or ``"newly_qualified"``), ``hourly_pay_oere`` (Int64),
    ``granted_rate_oere`` (Int64; always for rehabilitation, for disability pension in special
    cases, for newly qualified people where less than the full rate was granted, else missing),
    ``month`` (Date, any day of the month) and ``hours_hundredths`` (Int64, at most the hours of
    the month).

    Adds, as Int64, ``rate_oere`` (an hour), ``subsidy_oere`` (rounded once), and ``status``; the
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
