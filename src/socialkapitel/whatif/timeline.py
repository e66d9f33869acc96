"""Month by month under several arrangements: who pays what, and when one overtakes another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.arrangements import Arrangement, OrdinaryWork, SubsidisedWork
from socialkapitel.calculators.employer_cost import EmployerCost, employer_cost, known_through
from socialkapitel.calculators.sickness import sickness_refund
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.deprecation import deprecated
from socialkapitel.errors import (
    InvalidInput,
    SocialkapitelError,
    UnknownName,
    WrongType,
    check_kind,
)
from socialkapitel.i18n import AS_SET, shown_language
from socialkapitel.messages import Message, msg
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month, Period, Week, read_each, read_month
from socialkapitel.tables import Column, Table
from socialkapitel.whatif.fields import tracked

if TYPE_CHECKING:
    import altair as alt

    from socialkapitel.whatif.weeks import PlannedWeek, WeekByWeek

Plan: TypeAlias = Arrangement | Mapping[Month, Arrangement] | Mapping[str, Arrangement]
"""One arrangement for all months, or several, each from its month until the next."""

MOST_MONTHS = 600
"""The most months of a timeline."""


class Measure(Enum):
    """What is added up.

    * ``COST``: the employer's net cost.
    * ``INCOME``: the employee's income.
    * ``COST_LESS_WORK``: the employer's net cost less the value of the work done.
    """

    COST = "cost"
    INCOME = "income"
    COST_LESS_WORK = "cost_less_work"

    @property
    def label(self) -> Message:
        """What is added up, to be shown with `socialkapitel.translate`."""
        return _MEASURES[self]


_MEASURES = {
    Measure.COST: msg("The employer's net cost in all"),
    Measure.INCOME: msg("The employee's income in all"),
    Measure.COST_LESS_WORK: msg("The employer's net cost in all, less the work done"),
}


@attrs.frozen
class Sums:
    """The totals since the first month, by measure; None from the point where they aren't known."""

    cost: Decimal | None = Decimal(0)
    income: Decimal | None = Decimal(0)
    cost_less_work: Decimal | None = Decimal(0)

    def plus(self, cost: Decimal | None, income: Decimal | None, less_work: Decimal | None) -> Sums:
        """The sums with more added; an unknown sum stays unknown."""
        return Sums(
            _plus(self.cost, cost),
            _plus(self.income, income),
            _plus(self.cost_less_work, less_work),
        )


def _plus(one: Decimal | None, two: Decimal | None) -> Decimal | None:
    return None if one is None or two is None else one + two


@attrs.frozen
class PlannedMonth:
    """A month under a plan, with the totals since the first month.

    Attributes:
        plan: the plan's name.
        month: the month.
        worked_out: the month's cost; where an absence isn't recorded through the month, as if the
            employee were at work from then on.
        sums: the sums through this month.
        arrangement: how the employee works in the month.
        known_through: the last day that the record of an absence covers; None where all of the
            month is known.
    """

    plan: str
    month: Month
    worked_out: EmployerCost = attrs.field(repr=False)
    sums: Sums
    arrangement: Arrangement = attrs.field(repr=False)
    known_through: date | None = None

    @property
    def result(self) -> EmployerCost | None:
        """The month's cost; None where an absence isn't recorded through the month."""
        return self.worked_out if self.known_through is None else None

    @property
    def when(self) -> Month:
        """The month."""
        return self.month

    @property
    def last_day(self) -> date:
        """The month's last day."""
        return self.month.last_day

    @property
    def cost_in_all(self) -> Decimal | None:
        """The employer's net cost from the first month through this one."""
        return self.sums.cost

    @property
    def income_in_all(self) -> Decimal | None:
        """The employee's income from the first month through this one."""
        return self.sums.income

    def in_all(self, measure: Measure) -> Decimal | None:
        """The sum from the first month through this one; None where it isn't known."""
        found: Decimal | None = getattr(self.sums, measure.value)
        return found


@attrs.frozen
class Overtaking:
    """A month or week in which one plan's sum grows past another's (skæring).

    Attributes:
        measure: which sum.
        when: the first month or week through which the total of ``above`` exceeds that of
            ``below``, after being less.
        above: the plan whose sum is greater from then on.
        below: the plan that it overtakes.
    """

    measure: Measure
    when: Month | Week
    above: str
    below: str

    @property
    def month(self) -> Month | Week:
        """Deprecated: ``when``."""
        deprecated("Overtaking.month", "Overtaking.when")
        return self.when

    @property
    def text(self) -> Message:
        """The overtaking as a sentence, to be shown with `socialkapitel.translate`."""
        values = {"month": self.when, "above": self.above, "below": self.below}
        if self.measure is Measure.COST:
            return msg('From {month} "{above}" has cost more in all than "{below}"', **values)
        if self.measure is Measure.INCOME:
            return msg('From {month} "{above}" has given more in all than "{below}"', **values)
        return msg(
            'From {month} "{above}" has cost more in all than "{below}", less the work done',
            **values,
        )


@brief
@attrs.frozen(kw_only=True)
class Timeline(Table):
    """A row for each plan and month; a month that isn't known has no amounts.

    Attributes:
        plans: the names of the plans.
        months: the months.
        overtakings: where one plan's sum grows past another's, in order of month.
        employer_periods: for each plan, the days that the employer pays itself (days of sickness
            before the refund begins), as far as they are within the months.
    """

    plans: tuple[str, ...]
    months: tuple[Month, ...]
    planned: tuple[PlannedMonth, ...] = attrs.field(repr=False)
    overtakings: tuple[Overtaking, ...]
    employer_periods: tuple[tuple[str, Period], ...]
    _parameters: ParameterSet | None = attrs.field(repr=False, alias="parameters", default=None)

    @property
    def loses_work(self) -> bool:
        """Whether work is lost to absence in a month, and how much is known in all."""
        known = [row.result for row in self.planned if row.result is not None]
        paid = [each.pay + each.contributions for each in known]
        done = [each.work_done for each in known]
        return None not in done and done != paid

    def by_week(self) -> WeekByWeek:
        """The same week by week: refunds in their weeks, and pay by the hours that were planned.

        The amounts of a month are divided over its days. Refund, supplement and benefit of an
        absence are divided by its hours; pay and contributions by the hours that were to be worked,
        public holidays left out, and everything else evenly over the days from Monday to Friday.
        The weeks of a month add up to it.
        """
        from socialkapitel.whatif.weeks import week_by_week

        return week_by_week(self, self._parameters)

    def result(self, plan: str, month: Month | str) -> EmployerCost:
        """The result behind a row, with its explanation.

        Raises:
            UnknownName: for a plan or a month that the timeline doesn't have.
            InvalidInput: for a month that isn't known: an absence isn't recorded through it.
        """
        month = read_month(month, "month")
        if plan not in self.plans:
            raise UnknownName(msg("plan"), plan, self.plans)
        for row in self.planned:
            if row.plan == plan and row.month == month:
                if row.result is None:
                    accepted = msg(
                        "a month through which the absence is recorded; it is recorded through"
                        " {day}",
                        day=row.known_through,
                    )
                    raise InvalidInput("month", month, accepted)
                return row.result
        raise UnknownName(msg("month of the timeline"), str(month), map(str, self.months))

    def chart(
        self, language: str = AS_SET, *, measure: Measure = Measure.COST
    ) -> alt.LayerChart | alt.VConcatChart:
        """The sums as curves, with the employer periods shaded and the overtakings marked.

        Where work is lost to absence, a second chart below it shows the cost less the value of the
        work done. A curve ends where the figures do. Needs the extra ``plots``.

        Args:
            language: ``"en"`` or ``"da"``; without it the one of `socialkapitel.language`.
            measure: what is drawn.

        Raises:
            InvalidInput: for more than eight plans.
            UnknownName: for another language.
            MissingExtra: where altair is not installed.
        """
        from socialkapitel.whatif.charts.timeline import draw_timeline

        return draw_timeline(
            self, check_kind(measure, Measure, "measure"), shown_language(language)
        )


def timeline(
    plans: Mapping[str, Plan],
    first: Month | str,
    last: Month | str,
    *,
    parameters: ParameterSet | None = None,
) -> Timeline:
    """A case month by month under several plans (tidslinje).

    Each month is worked out by `socialkapitel.employer_cost`. Refunds are counted in the month that
    they are for. Besides the cost there are the value of the work done, and the cost less that
    value: a partial return costs more than full sickness, but gives work.

    An absence is known as far as it is recorded, or until the employee is back: a week of 0 hours,
    or `DayState.FIT`. Later months are not known, and have no amounts.

    Args:
        plans: for each plan its arrangement, or its arrangements by their first month.
        first: the first month.
        last: the last month.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for no plan, months out of order or more than 600, or a plan that begins
            after the first month.
        WrongType: for anything but plans and months.
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
    first, last = read_month(first, "first"), read_month(last, "last")
    months = _months(first, last)
    arrangements = _arrangements(plans, months)
    planned = tuple(_planned(arrangements, months, parameters))
    return Timeline(
        title=msg("Month by month, {first} – {last}", first=first, last=last),
        columns=(
            Column("plan", msg("Plan")),
            Column("month", msg("Month")),
            Column("cost", msg("The employer's net cost"), Unit.DKK),
            Column("income", msg("The employee's income"), Unit.DKK),
            Column("work_done", msg("Value of the work done"), Unit.DKK),
            Column("cost_less_work", msg("The employer's net cost less the work done"), Unit.DKK),
            Column("cost_in_all", Measure.COST.label, Unit.DKK),
            Column("income_in_all", Measure.INCOME.label, Unit.DKK),
        ),
        rows=tuple(
            (row.plan, row.month, *_amounts(row.result), row.cost_in_all, row.income_in_all)
            for row in planned
        ),
        notes=tuple(dict.fromkeys(_unknown(planned))),
        plans=tuple(arrangements),
        months=months,
        planned=planned,
        overtakings=tuple(
            sorted(find_overtakings(planned, tuple(arrangements)), key=lambda each: str(each.when))
        ),
        employer_periods=tuple(dict.fromkeys(_employer_periods(arrangements, months, parameters))),
        parameters=parameters,
    )


def _amounts(result: EmployerCost | None) -> tuple[Decimal | None, ...]:
    if result is None:
        return (None, None, None, None)
    return (result.amount, result.employee_income, result.work_done, result.cost_less_work)


def _unknown(planned: tuple[PlannedMonth, ...]) -> Iterator[Message]:
    for row in planned:
        if row.known_through is not None:
            yield msg(
                'Not known after {day}: "{plan}", whose absence is recorded through then',
                day=row.known_through,
                plan=row.plan,
            )


_ByMonth: TypeAlias = dict[str, tuple[Arrangement, ...]]


def _months(first: Month, last: Month) -> tuple[Month, ...]:
    if last < first:
        raise InvalidInput("last", last, msg("a month from {first} on", first=first))
    months = [first]
    while months[-1] < last:
        months.append(months[-1].next())
        if len(months) > MOST_MONTHS:
            raise InvalidInput("last", last, msg("at most {most} months", most=MOST_MONTHS))
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
        by_month = dict(read_each(plan, read_month, field))
        begun = [start for start in by_month if start <= month]
        if not begun:
            raise InvalidInput(
                field, month, msg("an arrangement for {month} or from before", month=month)
            )
        plan = by_month[max(begun)]
    if not isinstance(plan, Arrangement):
        raise WrongType(field, plan, accepted)
    return plan


def _planned(
    arrangements: _ByMonth, months: tuple[Month, ...], parameters: ParameterSet | None
) -> Iterator[PlannedMonth]:
    sums = dict.fromkeys(arrangements, Sums())
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
        absence = absence_of(arrangement)
        through = None if absence is None else known_through(absence, month)
        if through is None:
            sums[name] = sums[name].plus(
                result.amount, result.employee_income, result.cost_less_work
            )
        else:
            sums[name] = Sums(None, None, None)
        yield PlannedMonth(name, month, result, sums[name], arrangement, through)


def absence_of(arrangement: Arrangement) -> SicknessAbsence | None:
    """The absence under an arrangement, where there is one."""
    if isinstance(arrangement, (OrdinaryWork, SubsidisedWork)):
        return None
    return arrangement.absence


AnyRow = TypeVar("AnyRow", "PlannedMonth", "PlannedWeek")


def find_overtakings(planned: Sequence[AnyRow], plans: tuple[str, ...]) -> Iterator[Overtaking]:
    """Where the sum of a plan grows past that of another, as far as both are known."""
    by_plan = {plan: [row for row in planned if row.plan == plan] for plan in plans}
    for measure in Measure:
        for one, two in combinations(plans, 2):
            ahead: str | None = None
            for first, second in zip(by_plan[one], by_plan[two], strict=True):
                sums = first.in_all(measure), second.in_all(measure)
                if sums[0] is None or sums[1] is None:
                    break
                if sums[0] != sums[1]:
                    above, below = (one, two) if sums[0] > sums[1] else (two, one)
                    if ahead == below:
                        yield Overtaking(measure, first.when, above, below)
                    ahead = above


def _employer_periods(
    arrangements: _ByMonth, months: tuple[Month, ...], parameters: ParameterSet | None
) -> Iterator[tuple[str, Period]]:
    for name, planned in arrangements.items():
        for month, arrangement in zip(months, planned, strict=True):
            absence = absence_of(arrangement)
            if absence is not None:
                refund = sickness_refund(absence, parameters=parameters)
                for spell in refund.spells:
                    period = spell.employer_period
                    if period and period.overlaps(Period(month.first_day, month.last_day)):
                        yield name, period
