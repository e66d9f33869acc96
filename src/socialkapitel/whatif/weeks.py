"""A timeline week by week: each week's part of the months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.sickness import SicknessRefund, sickness_refund
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.errors import check_kind
from socialkapitel.holidays import weekday_holiday
from socialkapitel.i18n import AS_SET, shown_language
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere, round_half_away
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month, Period, Week
from socialkapitel.tables import Column, Table
from socialkapitel.whatif.timeline import (
    Measure,
    Overtaking,
    PlannedMonth,
    Sums,
    Timeline,
    absence_of,
    find_overtakings,
)

if TYPE_CHECKING:
    import altair as alt

_Weights = Mapping[date, Fraction]


@attrs.frozen
class PlannedWeek:
    """A week under a plan, as far as it is within the months of the timeline.

    Attributes:
        plan: the plan's name.
        week: the week.
        last_day: the last of its days within the months.
        cost: the employer's net cost in the week; None where it isn't known.
        income: the employee's income.
        work_done: the value of the work done.
        sums: the sums since the first month.
    """

    plan: str
    week: Week
    last_day: date
    cost: Decimal | None
    income: Decimal | None
    work_done: Decimal | None
    sums: Sums

    @property
    def when(self) -> Week:
        """The week."""
        return self.week

    @property
    def cost_less_work(self) -> Decimal | None:
        """The net cost less the value of the work done; None where that isn't known."""
        if self.cost is None or self.work_done is None:
            return None
        return self.cost - self.work_done

    def in_all(self, measure: Measure) -> Decimal | None:
        """The sum from the first month through this week; None where it isn't known."""
        found: Decimal | None = getattr(self.sums, measure.value)
        return found


@brief
@attrs.frozen(kw_only=True)
class WeekByWeek(Table):
    """A row for each plan and week; a week that isn't known has no amounts.

    Attributes:
        plans: the names of the plans.
        months: the months of the timeline; the first and last weeks may be only partly within them.
        overtakings: where one plan's sum grows past another's, in order of week.
        employer_periods: for each plan, the days that the employer pays itself.
        loses_work: whether work is lost to absence, and how much is known in all.
    """

    plans: tuple[str, ...]
    months: tuple[Month, ...]
    planned: tuple[PlannedWeek, ...] = attrs.field(repr=False)
    overtakings: tuple[Overtaking, ...]
    employer_periods: tuple[tuple[str, Period], ...]
    loses_work: bool

    def chart(
        self, language: str = AS_SET, *, measure: Measure = Measure.COST
    ) -> alt.LayerChart | alt.VConcatChart:
        """The sums as curves, week by week; as `Timeline.chart` draws them month by month.

        Raises:
            InvalidInput: for more than eight plans.
            UnknownName: for another language.
            MissingExtra: where altair is not installed.
        """
        from socialkapitel.whatif.charts.timeline import draw_timeline

        return draw_timeline(
            self, check_kind(measure, Measure, "measure"), shown_language(language)
        )


def week_by_week(timeline: Timeline, parameters: ParameterSet | None) -> WeekByWeek:
    """A timeline week by week."""
    planned = tuple(_planned(timeline, parameters))
    first, last = timeline.months[0], timeline.months[-1]
    return WeekByWeek(
        title=msg("Week by week, {first} – {last}", first=first, last=last),
        columns=(
            timeline.columns[0],
            Column("week", msg("Week")),
            *timeline.columns[2:],
        ),
        rows=tuple(
            (
                *(row.plan, row.week, row.cost, row.income, row.work_done, row.cost_less_work),
                *(row.sums.cost, row.sums.income),
            )
            for row in planned
        ),
        notes=timeline.notes,
        plans=timeline.plans,
        months=timeline.months,
        planned=planned,
        overtakings=tuple(
            sorted(find_overtakings(planned, timeline.plans), key=lambda each: str(each.when))
        ),
        employer_periods=timeline.employer_periods,
        loses_work=timeline.loses_work,
    )


def _planned(timeline: Timeline, parameters: ParameterSet | None) -> Iterator[PlannedWeek]:
    refunds: dict[SicknessAbsence, SicknessRefund] = {}
    for plan in timeline.plans:
        days: dict[date, _Day] = {}
        for row in timeline.planned:
            if row.plan == plan:
                absence = absence_of(row.arrangement)
                if absence is not None and absence not in refunds:
                    refunds[absence] = sickness_refund(absence, parameters=parameters)
                days |= _days(row, absence, refunds.get(absence) if absence else None)
        sums = Sums()
        for week, found in _by_week(days):
            amounts = _added(found)
            cost, income, work = amounts
            less = None if cost is None or work is None else cost - work
            sums = sums.plus(cost, income, less)
            yield PlannedWeek(plan, week, max(found), cost, income, work, sums)


@attrs.frozen
class _Day:
    """A day's part of its month's amounts, in øre; None where it isn't known."""

    cost: int | None
    income: int | None
    work: int | None


def _by_week(days: Mapping[date, _Day]) -> Iterator[tuple[Week, dict[date, _Day]]]:
    weeks: dict[Week, dict[date, _Day]] = {}
    for day, amounts in days.items():
        weeks.setdefault(Week.of(day), {})[day] = amounts
    yield from weeks.items()


def _added(found: Mapping[date, _Day]) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    parts = [(each.cost, each.income, each.work) for each in found.values()]
    cost, income, work = (
        None if None in column else decimal(sum(each for each in column if each))
        for column in zip(*parts, strict=True)
    )
    return cost, income, work


def _days(
    row: PlannedMonth, absence: SicknessAbsence | None, refund: SicknessRefund | None
) -> dict[date, _Day]:
    """The days of a month, each with its part of the amounts."""
    month, cost = row.month, row.worked_out
    evenly = {day: Fraction(1) for day in month.weekdays}
    planned, worked = evenly, evenly
    refunded: list[Mapping[date, int]] = [_spread(cost.refund, evenly)]
    owed, paid = (
        _spread(cost.employer_benefit, evenly),
        [_spread(cost.paid_by_municipality, evenly)],
    )
    if absence is not None and refund is not None:
        part = refund.month(month)
        planned = _planned_hours(absence, month) or evenly
        waiting = _hours(refund, month, "employer_period_days")
        after = _hours(refund, month, "refundable_days")
        worked = {
            day: max(hours - waiting.get(day, 0) - after.get(day, 0), Fraction(0))
            for day, hours in planned.items()
        }
        if not absence.paid_during_sickness:  # then only the work done is paid
            planned = worked = worked if any(worked.values()) else planned
        by_day = {day: oere(kroner) for day, kroner in part.by_day}
        to_employee = part.to_employee or Decimal(0)
        refunded = [by_day, _spread(cost.refund - part.amount, evenly)]
        refunded.append(_spread(cost.supplement, after))
        owed = _spread(cost.employer_benefit, waiting)
        paid = [
            _spread(to_employee, after),
            _spread(cost.paid_by_municipality - to_employee, evenly),
        ]
    pay = _spread(cost.pay + cost.contributions, planned)
    income = _spread(cost.pay, planned)
    work = None if cost.work_done is None else _spread(cost.work_done, worked)
    days: dict[date, _Day] = {}
    for day in Period(month.first_day, month.last_day):
        if row.known_through is not None and row.known_through < day:
            days[day] = _Day(None, None, None)
            continue
        days[day] = _Day(
            pay.get(day, 0) + owed.get(day, 0) - sum(each.get(day, 0) for each in refunded),
            income.get(day, 0) + owed.get(day, 0) + sum(each.get(day, 0) for each in paid),
            None if work is None else work.get(day, 0),
        )
    return days


def _planned_hours(absence: SicknessAbsence, month: Month) -> dict[date, Fraction]:
    """The hours that were to be worked on the month's days, public holidays left out."""
    return {
        day: hours
        for day in Period(month.first_day, month.last_day)
        if (hours := absence.plan.planned(day)) and not weekday_holiday(day)
    }


def _hours(refund: SicknessRefund, month: Month, name: str) -> dict[date, Fraction]:
    return {
        day: hours for week in refund.weeks for day, hours in getattr(week, name) if day in month
    }


def _spread(amount: Decimal, weights: _Weights) -> dict[date, int]:
    """An amount divided over days by their weights, in øre; the days add up to it."""
    whole, in_all = oere(amount), sum(weights.values(), Fraction(0))
    if not whole or not in_all:
        return {}
    spread: dict[date, int] = {}
    before, given = Fraction(0), 0
    for day, weight in sorted(weights.items()):
        before += weight
        through = round_half_away(whole * before / in_all)
        spread[day] = through - given
        given = through
    return spread
