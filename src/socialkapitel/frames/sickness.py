"""Refunds of sickness benefit (sygedagpengerefusion), a row for each person and week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import attrs

from socialkapitel.calculators.inputs import FULL_TIME, divisor, whole_figure
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.calculators.sickness_calendar import HOLIDAYS
from socialkapitel.calculators.sickness_employer_period import STARTS
from socialkapitel.deprecation import deprecated
from socialkapitel.formulas import sickness as formulas
from socialkapitel.formulas.arithmetic import Whole, smaller
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Work
from socialkapitel.frames.columns import MOST_HOURLY, day, extra, text, whole
from socialkapitel.frames.days import DAY, DayColumn, FigureByRow, figure_on, known_on
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

WEEK = 7
AFTER_LAST_WEEK = date.fromisocalendar(LAST_YEAR + 1, 1, 1)
SUPPLEMENT = "sickness_benefit.refund_supplement"


@attrs.frozen
class AbsenceWeek:
    """A week of absence from the first day on which it may count, whoever pays for it.

    ``start`` is the spell's first day, or that of the week's part in it, as a day number; ``on`` is
    the day of the week's law. Where the hours of its days are ``fixed`` by a plan, ``planned_days``
    are all seven, ``planned`` those from ``start`` on, public holidays left out, and ``in_week``
    the same for the whole week; in an even week ``working`` days are counted. ``weekend`` says that
    the hours are on ``start`` itself, which is not a weekday.
    """

    on: DayColumn
    start: Whole
    monday: Whole
    holidays: Sequence[Mask]
    fixed: Mask
    rota: Mask
    planned_days: Sequence[Whole]
    working: Whole
    planned: Whole
    in_week: Whole
    hours: Whole
    contract: Whole
    weekend: Mask
    absent: Mask
    whole: Mask
    spared: Mask
    counts: Mask
    minimum: FigureByRow

    @property
    def in_all(self) -> Whole:
        """The hours that are planned on all seven days."""
        return sum(self.planned_days)

    @property
    def on_first_day(self) -> Whole:
        """The hours that are planned on the first day itself; 0 where it is in another week."""
        return formulas.planned_on(self.start, self.monday, self.planned_days, pick)

    def working_from(self, day: Whole) -> Whole:
        """How many working days of an even week lie on or after a day."""
        return formulas.working_days_from(day, self.monday, self.holidays, pick)

    def planned_from(self, day: Whole) -> Whole:
        """The hours that are planned on or after a day, public holidays left out."""
        return formulas.planned_from(day, self.monday, self.planned_days, self.holidays, pick)


@attrs.frozen
class PaidWeek:
    """What a week gives after the employer period.

    ``days`` are the working days then, and ``planned`` the hours that a plan has on them.
    """

    refunded: Mask
    days: Whole
    planned: Whole
    refund: Whole
    unknown: Sequence[RowFault]
    results: Mapping[str, Whole]


def absence_week(
    inputs: Inputs,
    figures: ParameterSet,
    week: DayColumn,
    monday: Whole,
    start: Whole,
    weekend: Mask = False,  # noqa: FBT002
) -> AbsenceWeek:
    """The columns of a week, from a day on, as far as it may count."""
    hours = inputs.whole("absence_hours_hundredths")
    contract = inputs.whole("contract_hours_hundredths")
    (minimum,) = inputs.keep_figures(
        figure_on(figures["sickness_benefit.partial.min_weekly_absence"], week)
    )
    holidays = inputs.keep(*holidays_of(week, monday))
    rota = inputs.is_text("plan", "rota")
    fixed = either(inputs.is_text("plan", "days"), rota)
    days = [inputs.whole(name) if inputs.has("plan") else 0 for name in PLANNED]
    working, planned, in_week = inputs.keep(
        pick(weekend, 1, formulas.working_days_from(start, monday, holidays, pick)),
        formulas.planned_from(start, monday, days, holidays, pick),
        formulas.planned_from(start, monday, days, (), pick),
    )
    absent = hours >= 1
    whole = either(
        both(negated(fixed), formulas.whole_absence(hours, contract, working)),
        both(fixed, hours >= planned),
    )
    flexjob = inputs.is_text("basis", RefundBasis.FLEXJOB_SINCE_2013.value)
    whole, spared = inputs.keep(whole, either(flexjob, whole))
    (counts,) = inputs.keep(both(absent, either(spared, hours >= minimum.value)))
    return AbsenceWeek(
        on=week,
        start=start,
        monday=monday,
        holidays=holidays,
        fixed=fixed,
        rota=rota,
        planned_days=days,
        working=working,
        planned=planned,
        in_week=in_week,
        hours=hours,
        contract=contract,
        weekend=weekend,
        absent=absent,
        whole=whole,
        spared=spared,
        counts=counts,
        minimum=minimum,
    )


def paid_week(
    inputs: Inputs, figures: ParameterSet, week: AbsenceWeek, refund_from: Whole
) -> PaidWeek:
    """What a week gives from the day from which the municipality pays."""
    contribution, norm, max_weekly = inputs.keep_figures(
        figure_on(figures["labour_market_contribution"], week.on),
        figure_on(figures["sickness_benefit.norm_hours"], week.on, divisor),
        figure_on(figures["sickness_benefit.max_weekly"], week.on),
    )
    hours, pay, fixed = week.hours, inputs.whole("hourly_pay_oere"), week.fixed
    full_time, days, planned_later = inputs.keep(
        full_time_hours(inputs, norm),
        pick(week.weekend, pick(refund_from <= week.start, 1, 0), week.working_from(refund_from)),
        week.planned_from(refund_from),
    )
    (refunded,) = inputs.keep(both(week.counts, pick(fixed, planned_later, days) >= 1))
    even = formulas.planned_absence(hours, week.contract, week.working, pick)
    even = pick(week.weekend, hours * formulas.WEEKDAYS, even)
    of_plan = smaller(hours, week.planned, pick) * planned_later
    (due, over) = inputs.keep(
        pick(refunded, pick(fixed, of_plan, even * days), 0),
        pick(
            fixed,
            pick(week.planned >= 1, week.planned, 1),
            formulas.WEEKDAYS * pick(week.working >= 1, week.working, 1),
        ),
    )
    rates = pay, contribution.value, max_weekly.value, full_time
    large = inputs.has("plan")  # the product of a week's hours and part of them
    (uncapped,) = inputs.keep(formulas.by_rate(due, over, *rates, pick, large=large))
    (benefit,) = inputs.keep(pick(week.rota, uncapped, smaller(uncapped, max_weekly.value, pick)))
    unrefunded, other_norm = negated(refunded), inputs.given("full_time_hours_hundredths")
    (refund,) = inputs.keep(formulas.refund(benefit, due, over, pay, pick, large=large))
    return PaidWeek(
        refunded=refunded,
        days=days,
        planned=planned_later,
        refund=refund,
        unknown=[
            *unknown_figures(week.minimum, spared=either(negated(week.absent), week.spared)),
            *unknown_figures(contribution, max_weekly, spared=unrefunded),
            *unknown_figures(norm, spared=either(unrefunded, other_norm)),
            unknown_unless(either(unrefunded, _supplement_known(figures, week.on)), SUPPLEMENT),
        ],
        results={
            "refundable_hours_hundredths": formulas.shown_hours(due, over),
            "hourly_rate_oere": pick(refunded, formulas.shown_rate(*rates, pick), 0),
            "refund_oere": refund,
        },
    )


def full_time_hours(inputs: Inputs, norm: FigureByRow) -> Whole:
    """The hours of a full-time week: the row's own, or the usual ones."""
    own = "full_time_hours_hundredths"
    return pick(inputs.given(own), inputs.whole(own), norm.value)


def plan_faults(inputs: Inputs, week: AbsenceWeek, full_time: Whole) -> list[RowFault]:
    """What is wrong with the agreed hours, compared with the plan and full time."""
    contract = "contract_hours_hundredths"
    other = inputs.given("full_time_hours_hundredths")
    return [
        invalid(contract, both(inputs.is_text("plan", "days"), week.in_all != week.contract)),
        invalid(contract, both(other, week.contract > full_time)),
    ]


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    week, first_day = inputs.day("week_start"), inputs.day("first_day")
    ordinary = inputs.is_text("basis", RefundBasis.ORDINARY.value)
    (period,) = inputs.keep_figures(
        figure_on(figures["sickness_benefit.employer_period"], first_day, whole_figure)
    )
    start, monday = inputs.keep(first_day.number, week.number)
    found = absence_week(inputs, figures, week, monday, start)
    paid = paid_week(inputs, figures, found, start + pick(ordinary, period.value, 0))
    is_first = monday <= start
    return Work(
        faults=[
            invalid("week_start", week.since(AFTER_LAST_WEEK)),
            *(missing(name, both(found.fixed, negated(inputs.given(name)))) for name in PLANNED),
            invalid("week_start", either(no_monday(monday), start >= monday + WEEK)),
            # Hours of a week are spread over weekdays, and no weekday of it is in the spell.
            invalid(
                "first_day",
                either(
                    both(negated(found.fixed), start >= monday + formulas.WEEKDAYS),
                    both(found.fixed, is_first, found.on_first_day <= 0),
                ),
            ),
            *plan_faults(inputs, found, inputs.whole("full_time_hours_hundredths")),
            invalid("absence_hours_hundredths", both(negated(found.absent), is_first)),
            invalid(
                "absence_hours_hundredths", both(negated(found.fixed), found.hours > found.contract)
            ),
            invalid(
                "absence_hours_hundredths", both(found.fixed, found.absent, found.in_week <= 0)
            ),
            *(
                not_in_force(rule, first_day, spared=negated(inputs.is_text("basis", basis.value)))
                for basis, (rule, _) in STARTS.items()
            ),
            *unknown_figures(period, spared=negated(ordinary)),
            *paid.unknown,
        ],
        results=paid.results,
    )


def no_monday(day: Whole) -> Mask:
    """Whether a day, by its number, is not a Monday."""
    return day - day // WEEK * WEEK != 1


def holidays_of(week: DayColumn, monday: Whole) -> list[Mask]:
    """For Monday to Friday, whether no benefit is due because it is a public holiday."""
    on_weekdays = [
        [day.toordinal() for day in week.met(mondays)] for mondays in mondays_by_holiday()
    ]
    return [monday.is_in(mondays) if mondays else False for mondays in on_weekdays]


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
    """Whether the supplement is known: it isn't added, but a week without it is refused."""
    supplement = figures[SUPPLEMENT]
    return either(negated(week.since(supplement.first_day)), known_on(supplement, week))


WEEK_COLUMNS = (
    day("week_start"),
    whole("absence_hours_hundredths", 0, 7 * 24 * 100),
    whole("contract_hours_hundredths", 1, FULL_TIME * 100),
    whole("hourly_pay_oere", 1, MOST_HOURLY),
    text("basis", tuple(basis.value for basis in RefundBasis)),
    extra(whole("full_time_hours_hundredths", 1, FULL_TIME * 100)),
    extra(text("plan", ("weekly", "days", "rota"))),
    *(extra(whole(name, 0, 24 * 100)) for name in PLANNED),
)
"""What is read of a week."""

CALCULATOR = FrameCalculator(
    name="sickness_single_weeks",
    columns=(day("first_day"), *WEEK_COLUMNS),
    added=("refundable_hours_hundredths", "hourly_rate_oere", "refund_oere"),
    work=_work,
    scalar=week_of_one,
)


def sickness_single_weeks(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """The employer's refunds of sickness benefit for single weeks of known spells.

    Each row is what `socialkapitel.sickness_refund` gives for a week of an absence that has gone
    on since ``first_day``, by the same formulas, where the employee has a right to pay during the
    absence (sygedagpengerefusion). Law: sygedagpengeloven §§ 17, 30, 50, 53 a, 54 and 56.

    A row is worked out without other rows, so ``first_day`` can't be checked here: it must
    be the first day of the spell that the week belongs to. A week with too few hours gives nothing
    and ends the spell; weeks after it are rows with a ``first_day`` of their own. Where the spells
    are not known, `sickness_absences` finds them in an employee's weeks. The supplement is not
    added, and other jobs are not counted.
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
        frame: a frame of any supported engine; a lazy one stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a caller's figure that can't be used.

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
    >>> found = frames.sickness_single_weeks(weeks)
    >>> found.select("refundable_hours_hundredths", "refund_oere", "status").rows()
    [(0, 0, 'ok'), (2220, 267900, 'ok')]
    """
    return compute(CALCULATOR, frame, parameters)


def sickness_refunds(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """Deprecated: `sickness_single_weeks`, where each row is worked out on its own.

    Where an employee was at work in a week between, weeks after it with the same ``first_day`` get
    too much. Write `sickness_absences`, which finds the spells, or `sickness_single_weeks`.
    """
    deprecated(
        "frames.sickness_refunds",
        "frames.sickness_absences, or frames.sickness_single_weeks where the spells are known",
    )
    return sickness_single_weeks(frame, parameters=parameters)
