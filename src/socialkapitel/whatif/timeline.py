"""Month by month under several arrangements: who pays what, and when one overtakes another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.arrangements import Arrangement, OrdinaryWork, SubsidisedWork
from socialkapitel.calculators.employer_cost import EmployerCost, employer_cost
from socialkapitel.calculators.sickness import sickness_refund
from socialkapitel.errors import (
    InvalidInput,
    SocialkapitelError,
    UnknownName,
    WrongType,
    check_kind,
)
from socialkapitel.messages import Message, msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month, Period
from socialkapitel.tables import Column, Table
from socialkapitel.whatif.progress import tracked

if TYPE_CHECKING:
    import altair as alt

Plan: TypeAlias = Arrangement | Mapping[Month, Arrangement]
"""One arrangement for all months, or several, each from its month until the next."""

MOST_MONTHS = 600
"""The most months of a timeline."""


class Measure(Enum):
    """What is added up.

    * ``COST``: the employer's net cost.
    * ``INCOME``: the employee's income.
    """

    COST = "cost"
    INCOME = "income"

    @property
    def label(self) -> Message:
        """What is added up, to be shown with `socialkapitel.translate`."""
        if self is Measure.COST:
            return msg("The employer's net cost in all")
        return msg("The employee's income in all")


@attrs.frozen
class PlannedMonth:
    """A month under a plan, with what has come together since the first month."""

    plan: str
    month: Month
    result: EmployerCost
    cost_in_all: Decimal
    income_in_all: Decimal

    def in_all(self, measure: Measure) -> Decimal:
        """The sum from the first month through this one."""
        return self.cost_in_all if measure is Measure.COST else self.income_in_all


@attrs.frozen
class Overtaking:
    """A month in which one plan's sum grows past another's (skæring).

    Attributes:
        measure: which sum.
        month: the first month through which ``above`` has come to more than ``below``, after it
            had come to less.
        above: the plan whose sum is greater from then on.
        below: the plan that it overtakes.
    """

    measure: Measure
    month: Month
    above: str
    below: str

    @property
    def text(self) -> Message:
        """The overtaking as a sentence, to be shown with `socialkapitel.translate`."""
        values = {"month": self.month, "above": self.above, "below": self.below}
        if self.measure is Measure.COST:
            return msg('From {month} "{above}" has cost more in all than "{below}"', **values)
        return msg('From {month} "{above}" has given more in all than "{below}"', **values)


@brief
@attrs.frozen(kw_only=True)
class Timeline(Table):
    """A row for each plan and month.

    Attributes:
        plans: the names of the plans.
        months: the months.
        overtakings: where one plan's sum grows past another's, in order of month.
        employer_periods: for each plan, the days that the employer pays itself (days of sickness
            before the refund begins), as far as they lie in the months.
    """

    plans: tuple[str, ...]
    months: tuple[Month, ...]
    planned: tuple[PlannedMonth, ...] = attrs.field(repr=False)
    overtakings: tuple[Overtaking, ...]
    employer_periods: tuple[tuple[str, Period], ...]

    def result(self, plan: str, month: Month) -> EmployerCost:
        """The result behind a row, with its explanation.

        Raises:
            UnknownName: for a plan or a month that the timeline doesn't have.
        """
        if plan not in self.plans:
            raise UnknownName(msg("plan"), plan, self.plans)
        for row in self.planned:
            if row.plan == plan and row.month == month:
                return row.result
        raise UnknownName(msg("month of the timeline"), str(month), map(str, self.months))

    def chart(self, language: str = "en", *, measure: Measure = Measure.COST) -> alt.LayerChart:
        """The sums as curves, with the employer periods shaded and the overtakings marked.

        Needs the extra ``plots``.

        Args:
            language: ``"en"`` or ``"da"``.
            measure: what is drawn.

        Raises:
            InvalidInput: for more than eight plans.
            UnknownName: for another language.
            MissingExtra: where altair is not installed.
        """
        from socialkapitel.whatif.charts.timeline import draw_timeline

        return draw_timeline(self, check_kind(measure, Measure, "measure"), language)


def timeline(
    plans: Mapping[str, Plan],
    first: Month,
    last: Month,
    *,
    parameters: ParameterSet | None = None,
) -> Timeline:
    """A case month by month under several plans (tidslinje).

    Each month is worked out by `socialkapitel.employer_cost`. Refunds are counted in the month
    that they are for. Beside the cost stands the value of the work done, and what the cost is less
    that value: a partial return costs more than full sickness, and gives work.

    Args:
        plans: for each plan its arrangement, or its arrangements by the month from which they
            hold.
        first: the first month.
        last: the last month.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for no plan, months out of order or more than 600, or a plan that begins
            after the first month.
        WrongType: for anything that is no plan or no month.
        SocialkapitelError: what `socialkapitel.employer_cost` raises; the error's notes name the
            plan and the month.

    >>> import socialkapitel as sk
    >>> job = sk.FlexjobSince2013(started_on="2023-05-01", full_time_pay="32066.67")
    >>> plans = {
    ...     "full time": sk.OrdinaryWork(pay="32066.67", contributions="0"),
    ...     "flexjob": sk.FlexjobSince2013Work(job=job, pay="15600", contributions="0"),
    ... }
    >>> found = timeline(plans, sk.Month(2024, 1), sk.Month(2024, 2))
    >>> found["cost_in_all"]
    (Decimal('32066.67'), Decimal('64133.34'), Decimal('15600.00'), Decimal('31200.00'))
    """
    months = _months(first, last)
    arrangements = _arrangements(plans, months)
    planned = tuple(_planned(arrangements, months, parameters))
    return Timeline(
        title=msg("Month by month, {first} – {last}", first=first, last=last),
        columns=(
            Column("plan", msg("Plan")),
            Column("month", msg("Month")),
            Column("cost", msg("The employer's net cost")),
            Column("income", msg("The employee's income")),
            Column("work_done", msg("Value of the work done")),
            Column("cost_less_work", msg("The employer's net cost less the work done")),
            Column("cost_in_all", Measure.COST.label),
            Column("income_in_all", Measure.INCOME.label),
        ),
        rows=tuple(
            (
                row.plan,
                row.month,
                row.result.amount,
                row.result.employee_income,
                row.result.work_done,
                row.result.cost_less_work,
                row.cost_in_all,
                row.income_in_all,
            )
            for row in planned
        ),
        plans=tuple(arrangements),
        months=months,
        planned=planned,
        overtakings=tuple(
            sorted(_overtakings(planned, tuple(arrangements)), key=lambda found: found.month)
        ),
        employer_periods=tuple(dict.fromkeys(_employer_periods(arrangements, months, parameters))),
    )


_ByMonth: TypeAlias = dict[str, tuple[Arrangement, ...]]


def _months(first: Month, last: Month) -> tuple[Month, ...]:
    check_kind(first, Month, "first")
    if check_kind(last, Month, "last") < first:
        raise InvalidInput("last", str(last), msg("a month from {first} on", first=first))
    months = [first]
    while months[-1] < last:
        months.append(months[-1].next())
        if len(months) > MOST_MONTHS:
            raise InvalidInput("last", str(last), msg("at most {most} months", most=MOST_MONTHS))
    return tuple(months)


def _arrangements(plans: object, months: tuple[Month, ...]) -> _ByMonth:
    if not isinstance(plans, Mapping):
        raise WrongType("plans", plans, msg("a mapping of names to arrangements"))
    if not plans:
        raise InvalidInput("plans", plans, msg("at least one plan"))
    return {
        check_kind(name, str, "plans"): tuple(_arrangement(name, plan, month) for month in months)
        for name, plan in plans.items()
    }


def _arrangement(name: str, plan: object, month: Month) -> Arrangement:
    field = f"plans[{name}]"
    accepted = msg("an arrangement, or a mapping of months to arrangements")
    if isinstance(plan, Mapping):
        begun = [start for start in plan if check_kind(start, Month, field) <= month]
        if not begun:
            raise InvalidInput(
                field, str(month), msg("an arrangement for {month} or from before", month=month)
            )
        plan = plan[max(begun)]
    if not isinstance(plan, Arrangement):
        raise WrongType(field, plan, accepted)
    return plan


def _planned(
    arrangements: _ByMonth, months: tuple[Month, ...], parameters: ParameterSet | None
) -> Iterator[PlannedMonth]:
    sums = dict.fromkeys(arrangements, (Decimal(0), Decimal(0)))
    steps = [
        (name, month, plan)
        for name, planned in arrangements.items()
        for month, plan in zip(months, planned, strict=True)
    ]
    for name, month, arrangement in tracked(steps):
        try:
            result = employer_cost(arrangement, month, parameters=parameters)
        except SocialkapitelError as error:
            error.add_note(f"{name}, {month}")
            raise
        cost, income = sums[name]
        sums[name] = (cost + result.amount, income + result.employee_income)
        yield PlannedMonth(name, month, result, *sums[name])


def _overtakings(planned: tuple[PlannedMonth, ...], plans: tuple[str, ...]) -> Iterator[Overtaking]:
    by_plan = {plan: [row for row in planned if row.plan == plan] for plan in plans}
    for measure in Measure:
        for one, two in combinations(plans, 2):
            ahead: str | None = None
            for first, second in zip(by_plan[one], by_plan[two], strict=True):
                difference = first.in_all(measure) - second.in_all(measure)
                if difference:
                    above, below = (one, two) if difference > 0 else (two, one)
                    if ahead == below:
                        yield Overtaking(measure, first.month, above, below)
                    ahead = above


def _employer_periods(
    arrangements: _ByMonth, months: tuple[Month, ...], parameters: ParameterSet | None
) -> Iterator[tuple[str, Period]]:
    for name, planned in arrangements.items():
        for month, arrangement in zip(months, planned, strict=True):
            if isinstance(arrangement, (OrdinaryWork, SubsidisedWork)):
                continue
            if arrangement.absence is not None:
                refund = sickness_refund(arrangement.absence, parameters=parameters)
                for spell in refund.spells:
                    period = spell.employer_period
                    if period and period.overlaps(Period(month.first_day, month.last_day)):
                        yield name, period
