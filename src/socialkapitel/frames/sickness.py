"""Refunds of sickness benefit (sygedagpengerefusion), a row for each person and week."""

from __future__ import annotations

from datetime import date
from functools import cache

import attrs

from socialkapitel.calculators.inputs import FULL_TIME, divisor, whole_figure
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.calculators.sickness_calendar import HOLIDAYS
from socialkapitel.calculators.sickness_employer_period import STARTS
from socialkapitel.formulas import sickness as formulas
from socialkapitel.formulas.arithmetic import Whole, smaller
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Work
from socialkapitel.frames.columns import MOST_HOURLY, day, extra, text, whole
from socialkapitel.frames.days import DAY, DayColumn, figure_on, known_on
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import Mask, both, either, negated, pick
from socialkapitel.frames.sickness_week import PLANNED, week_of_one
from socialkapitel.frames.status import (
    RowFault,
    invalid,
    missing,
    not_in_force,
    unknown_figures,
    unknown_unless,
)
from socialkapitel.holidays import public_holidays
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import LAST_YEAR

_WEEK = 7
_AFTER_LAST_WEEK = date.fromisocalendar(LAST_YEAR + 1, 1, 1)
_SUPPLEMENT = "sickness_benefit.refund_supplement"


@attrs.frozen
class _Days:
    """Where a row's week lies in its spell, as day numbers and numbers of working days.

    Where the hours of its days are ``fixed`` by a plan, ``planned`` are those from the spell's
    first day on, ``planned_later`` those after the employer period, public holidays left out of
    both, ``in_week`` all of the week from the first day on, and ``on_first_day`` those of the first
    day itself; ``in_all`` are all seven days.
    """

    start: Whole
    monday: Whole
    working: Whole
    refunded: Whole
    fixed: Mask
    planned: Whole
    planned_later: Whole
    in_week: Whole
    in_all: Whole
    on_first_day: Whole

    @property
    def is_first(self) -> Mask:
        """Whether the week is the spell's first."""
        return self.monday <= self.start

    def faults(self) -> list[RowFault]:
        """What is wrong with how the two days lie."""
        no_monday = self.monday - self.monday // _WEEK * _WEEK != 1
        begun_later = self.start >= self.monday + _WEEK
        return [
            invalid("week_start", no_monday | begun_later),
            # Hours of a week are spread on weekdays, and no weekday of it lies in the spell.
            invalid(
                "first_day",
                either(
                    both(negated(self.fixed), self.start >= self.monday + formulas.WEEKDAYS),
                    both(self.fixed, self.is_first, self.on_first_day <= 0),
                ),
            ),
        ]


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    week, first_day = inputs.day("week_start"), inputs.day("first_day")
    ordinary = inputs.is_text("basis", RefundBasis.ORDINARY.value)
    flexjob = inputs.is_text("basis", RefundBasis.FLEXJOB_SINCE_2013.value)
    period, minimum, contribution, norm, max_weekly = inputs.keep_figures(
        figure_on(figures["sickness_benefit.employer_period"], first_day, whole_figure),
        figure_on(figures["sickness_benefit.partial.min_weekly_absence"], week),
        figure_on(figures["labour_market_contribution"], week),
        figure_on(figures["sickness_benefit.norm_hours"], week, divisor),
        figure_on(figures["sickness_benefit.max_weekly"], week),
    )
    hours = inputs.whole("absence_hours_hundredths")
    contract, pay = inputs.whole("contract_hours_hundredths"), inputs.whole("hourly_pay_oere")
    (full_time,) = inputs.keep(
        pick(
            inputs.given("full_time_hours_hundredths"),
            inputs.whole("full_time_hours_hundredths"),
            norm.value,
        )
    )
    days = _days(inputs, first_day, week, pick(ordinary, period.value, 0))
    absent, fixed, rota = hours >= 1, days.fixed, inputs.is_text("plan", "rota")
    whole_week = either(
        both(negated(fixed), formulas.whole_absence(hours, contract, days.working)),
        both(fixed, hours >= days.planned),
    )
    (spared,) = inputs.keep(either(flexjob, whole_week))
    counts = both(absent, either(spared, hours >= minimum.value))
    (refunded,) = inputs.keep(both(counts, pick(fixed, days.planned_later, days.refunded) >= 1))
    even = formulas.planned_absence(hours, contract, days.working, pick)
    of_plan = smaller(hours, days.planned, pick) * days.planned_later
    (due, over) = inputs.keep(
        pick(refunded, pick(fixed, of_plan, even * days.refunded), 0),
        pick(
            fixed,
            pick(days.planned >= 1, days.planned, 1),
            formulas.WEEKDAYS * pick(days.working >= 1, days.working, 1),
        ),
    )
    rates = pay, contribution.value, max_weekly.value, full_time
    large = inputs.has("plan")  # the product of a week's hours and a part of them
    (uncapped,) = inputs.keep(formulas.by_rate(due, over, *rates, pick, large=large))
    (benefit,) = inputs.keep(pick(rota, uncapped, smaller(uncapped, max_weekly.value, pick)))
    unrefunded, other_norm = negated(refunded), inputs.given("full_time_hours_hundredths")
    return Work(
        faults=[
            invalid("week_start", week.since(_AFTER_LAST_WEEK)),
            *(missing(name, both(fixed, negated(inputs.given(name)))) for name in PLANNED),
            *days.faults(),
            invalid(
                "contract_hours_hundredths",
                both(inputs.is_text("plan", "days"), days.in_all != contract),
            ),
            invalid(
                "contract_hours_hundredths",
                both(inputs.given("full_time_hours_hundredths"), contract > full_time),
            ),
            invalid("absence_hours_hundredths", both(negated(absent), days.is_first)),
            invalid("absence_hours_hundredths", both(negated(fixed), hours > contract)),
            invalid("absence_hours_hundredths", both(fixed, absent, days.in_week <= 0)),
            *(
                not_in_force(rule, first_day, spared=negated(inputs.is_text("basis", basis.value)))
                for basis, (rule, _) in STARTS.items()
            ),
            *unknown_figures(period, spared=negated(ordinary)),
            *unknown_figures(minimum, spared=either(negated(absent), spared)),
            *unknown_figures(contribution, max_weekly, spared=unrefunded),
            *unknown_figures(norm, spared=either(unrefunded, other_norm)),
            unknown_unless(either(unrefunded, _supplement_known(figures, week)), _SUPPLEMENT),
        ],
        results={
            "refundable_hours_hundredths": formulas.shown_hours(due, over),
            "hourly_rate_oere": pick(refunded, formulas.shown_rate(*rates, pick), 0),
            "refund_oere": formulas.refund(benefit, due, over, pay, pick, large=large),
        },
    )


def _days(inputs: Inputs, first_day: DayColumn, week: DayColumn, employer_period: Whole) -> _Days:
    start, monday = inputs.keep(first_day.number, week.number)
    on_weekdays = [
        [day.toordinal() for day in week.met(mondays)] for mondays in mondays_by_holiday()
    ]
    holidays = inputs.keep(
        *(monday.is_in(mondays) if mondays else False for mondays in on_weekdays)
    )
    working, refunded = inputs.keep(
        formulas.working_days_from(start, monday, holidays, pick),
        formulas.working_days_from(start + employer_period, monday, holidays, pick),
    )
    fixed = either(inputs.is_text("plan", "days"), inputs.is_text("plan", "rota"))
    planned = [inputs.whole(name) if inputs.has("plan") else 0 for name in PLANNED]
    of_plan = inputs.keep(
        formulas.planned_from(start, monday, planned, holidays, pick),
        formulas.planned_from(start + employer_period, monday, planned, holidays, pick),
        formulas.planned_from(start, monday, planned, (), pick),
        sum(planned),
        formulas.planned_on(start, monday, planned, pick),
    )
    return _Days(start, monday, working, refunded, fixed, *of_plan)


@cache
def mondays_by_holiday() -> tuple[list[date], ...]:
    """For Monday to Friday, the weeks in which no benefit is due for that day (by their Monday)."""
    found: tuple[list[date], ...] = ([], [], [], [], [])
    for year in range(HOLIDAYS.valid_from.year, LAST_YEAR + 1):
        for holiday in public_holidays(year):
            day = holiday.date
            if holiday.on_weekday and day >= HOLIDAYS.valid_from:
                found[day.weekday()].append(day - day.weekday() * DAY)
    return found


def _supplement_known(figures: ParameterSet, week: DayColumn) -> Mask:
    """The supplement is not in the frame, but a week is known only as a whole."""
    supplement = figures[_SUPPLEMENT]
    return either(negated(week.since(supplement.first_day)), known_on(supplement, week))


CALCULATOR = FrameCalculator(
    name="sickness_refunds",
    columns=(
        day("first_day"),
        day("week_start"),
        whole("absence_hours_hundredths", 0, 7 * 24 * 100),
        whole("contract_hours_hundredths", 1, FULL_TIME * 100),
        whole("hourly_pay_oere", 1, MOST_HOURLY),
        text("basis", tuple(basis.value for basis in RefundBasis)),
        extra(whole("full_time_hours_hundredths", 1, FULL_TIME * 100)),
        extra(text("plan", ("weekly", "days", "rota"))),
        *(extra(whole(name, 0, 24 * 100)) for name in PLANNED),
    ),
    added=("refundable_hours_hundredths", "hourly_rate_oere", "refund_oere"),
    work=_work,
    scalar=week_of_one,
)


def sickness_refunds(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """The employer's refunds of sickness benefit, a row for each person and week.

    Each row is what `socialkapitel.sickness_refund` gives for a week of an absence that has gone
    on since ``first_day``, by the same formulas, where the employee has a right to pay during the
    absence (sygedagpengerefusion). Law: sygedagpengeloven §§ 17, 30, 50, 53 a, 54 and 56.

    A row knows nothing of other rows: ``first_day`` is the first day of the spell that the week
    belongs to. A week with too few hours gives nothing and ends the spell; weeks after it are rows
    with a ``first_day`` of their own. The supplement is not added, and other jobs are not counted.
    A week's hours are spread over its working days from ``first_day`` on, public holidays left out
    from 2 July 2012, and count as far as they were to be worked.

    Reads ``first_day`` (Date), ``week_start`` (Date, a Monday), ``absence_hours_hundredths``,
    ``contract_hours_hundredths``, ``hourly_pay_oere`` (Int64) and ``basis`` (``"ordinary"``,
    ``"section_56"``, ``"flexjob"``, ``"flexjob_since_2013"`` or ``"new_employee"``). It may have
    ``full_time_hours_hundredths`` (Int64), where full time is not 37 hours.

    It may have ``plan``: ``"days"`` for fixed days, whose hours add up to the contract hours, or
    ``"rota"``, to which the weekly maximum doesn't apply. Then ``planned_monday_hundredths`` to
    ``planned_sunday_hundredths`` (Int64) are the hours that were to be worked in the week, 0 on
    days off and days away, and the week's hours are spread over them. ``"weekly"``, and none, is an
    even week.

    Adds, as Int64, ``refundable_hours_hundredths`` and ``hourly_rate_oere`` (both shown rounded,
    carried exactly; the rate is 0 where no hours are refundable), ``refund_oere`` (rounded once),
    and ``status``; the amounts are 0 where it isn't ``"ok"``. See `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; one that is lazy stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a figure of the caller's that can't be worked with.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> weeks = pl.DataFrame(
    ...     {
    ...         "first_day": [date(2022, 1, 3)] * 2,
    ...         "week_start": [date(2022, 1, 24), date(2022, 1, 31)],
    ...         "absence_hours_hundredths": [3700, 3700],
    ...         "contract_hours_hundredths": [3700, 3700],
    ...         "hourly_pay_oere": [18500, 18500],
    ...         "basis": ["ordinary", "ordinary"],
    ...     }
    ... )
    >>> found = frames.sickness_refunds(weeks)
    >>> found.select("refundable_hours_hundredths", "refund_oere", "status").rows()
    [(0, 0, 'ok'), (2220, 267900, 'ok')]
    """
    return compute(CALCULATOR, frame, parameters)
