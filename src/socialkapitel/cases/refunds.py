"""What the employer gets back for a month, from the events of a case alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

import attrs

from socialkapitel.calculators.flexjob_refund import FlexjobRefund, flexjob_refund
from socialkapitel.calculators.inputs import check_month, figures_or_packaged
from socialkapitel.calculators.sickness import sickness_refund
from socialkapitel.calculators.sickness_month import SicknessMonth
from socialkapitel.calculators.wage_subsidy import WageSubsidy, wage_subsidy
from socialkapitel.cases.events import Event
from socialkapitel.cases.events.terms import SUBSIDISED
from socialkapitel.cases.jobs import Job, Missing, Run, grants, runs
from socialkapitel.cases.sickness import RecordedLeave, sick_leaves
from socialkapitel.errors import InvalidInput, NotInForce
from socialkapitel.messages import Text, msg
from socialkapitel.money import Number, amount, decimal, hundredths, oere
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month

if TYPE_CHECKING:
    from socialkapitel.cases.case import Case

RefundResult: TypeAlias = FlexjobRefund | SicknessMonth | WageSubsidy


@attrs.frozen
class CaseRefund:
    """Something that the employer gets back for the month (refusion).

    Attributes:
        name: ``"sickness"``, or the id of the scheme.
        amount: the refund in kroner, without the supplement.
        supplement: the supplement to a refund of sickness benefit, in kroner.
        result: the calculator's result, with its explanation and caveats.
        events: the ids of the events that it is computed from.
    """

    name: str
    amount: Decimal
    supplement: Decimal
    result: RefundResult
    events: tuple[UUID, ...]


@attrs.frozen
class OpenRefund:
    """A refund that can't be computed yet, because something isn't known (uafklaret refusion).

    ``because`` says what; ``events`` are those that the refund would be computed from.
    """

    name: str
    because: Text
    events: tuple[UUID, ...]


@attrs.frozen(kw_only=True)
class CaseRefunds:
    """What the employer gets back for a month (månedens refusion).

    ``open`` are refunds that can't be computed yet; what is missing is never taken for nothing.
    """

    month: Month
    refunds: tuple[CaseRefund, ...]
    open: tuple[OpenRefund, ...]

    @property
    def amount(self) -> Decimal | None:
        """All refunds and supplements in kroner; None while a refund is open."""
        if self.open:
            return None
        total = sum(oere(refund.amount) + oere(refund.supplement) for refund in self.refunds)
        return decimal(total)


Answer: TypeAlias = CaseRefund | OpenRefund


@attrs.frozen
class _Context:
    """What every refund of the month is computed with."""

    events: tuple[Event, ...]
    month: Month
    paid_hours: Number | None
    actual_pay: Number | None
    parameters: ParameterSet

    def job(self, run: Run) -> tuple[Job, tuple[UUID, ...]]:
        """A job with its decisions, and the events that both stand in."""
        decisions = grants(self.events, run, self.month.last_day)
        used = (*decisions, run.started, *run.adjusted)
        return Job(run, decisions, self.month), tuple(event.id for event in used)


def case_refunds(
    case: Case,
    month: Month,
    *,
    paid_hours: Number | None = None,
    actual_pay: Number | None = None,
    parameters: ParameterSet | None = None,
) -> CaseRefunds:
    """What the employer gets back for a month, from the events of a case.

    * For each sick leave in the month its part of the refund of sickness benefit. Every week of
      the leave, through the month, must have registered hours, be it 0.
    * For a flexjob that began before 2013 its refund, reduced by what the sick leaves give on each
      day of the job, weekends included.
    * For a job with wage subsidy the subsidy, where ``paid_hours`` are given.

    A flex wage supplement goes to the employee, and help from a personal assistant has hours that
    no event tells: neither is here.

    Args:
        case: the case.
        month: the month.
        paid_hours: the month's hours with pay in a job with wage subsidy or a flexjob.
        actual_pay: what was paid for the month in a flexjob, where it may be lower than the
            lowest agreed pay. It or ``paid_hours`` is needed where the job ran for a part of the
            month only.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a number not accepted, or for one that no job in the month needs.
        WrongType: for anything but a `Month` and a `ParameterSet`.
    """
    check_month(month)
    if paid_hours is not None:
        hundredths(paid_hours, "paid_hours", most=24 * month.last_day.day)
    if actual_pay is not None:
        amount(actual_pay, "actual_pay")
    context = _Context(case.events, month, paid_hours, actual_pay, figures_or_packaged(parameters))
    running = [run for run in runs(context.events) if run.overlaps(month)]
    flexjobs = [run for run in running if run.scheme == "flexjob"]
    subsidised = [run for run in running if run.scheme in SUBSIDISED]
    for field, value, jobs in (
        ("paid_hours", paid_hours, subsidised + flexjobs),
        ("actual_pay", actual_pay, flexjobs),
    ):
        if value is not None and not jobs:
            raise InvalidInput(field, value, msg("None: no such job runs in {month}", month=month))
    sick = [
        _sickness(context, leave) for leave in sick_leaves(context.events) if leave.overlaps(month)
    ]
    answers = [
        *sick,
        *_one_at_a_time(flexjobs, lambda run: _flexjob(context, run, sick)),
        *_one_at_a_time(subsidised, lambda run: _subsidy(context, run, sick)),
    ]
    return CaseRefunds(
        month=month,
        refunds=tuple(answer for answer in answers if isinstance(answer, CaseRefund)),
        open=tuple(answer for answer in answers if isinstance(answer, OpenRefund)),
    )


def _one_at_a_time(jobs: list[Run], answer: Callable[[Run], Answer]) -> list[Answer]:
    if len(jobs) > 1:
        because = msg("two such jobs run in the month; how to divide it is not known")
        return [OpenRefund(run.scheme, because, (run.started.id,)) for run in jobs]
    return [answer(run) for run in jobs]


def _computed(name: str, events: tuple[UUID, ...], compute: Callable[[], RefundResult]) -> Answer:
    """The refund, or why the calculator can't compute it."""
    try:
        result = compute()
    except (InvalidInput, NotInForce, Missing) as error:
        return OpenRefund(name, error.message, events)
    supplement = result.supplement if isinstance(result, SicknessMonth) else decimal(0)
    return CaseRefund(name, result.amount, supplement, result, events)


def _sickness(context: _Context, leave: RecordedLeave) -> Answer:
    used = (leave.started.id, *leave.registered)
    missing = leave.unregistered(context.month.last_day)
    if missing:
        weeks = ", ".join(str(week) for week in missing)
        return OpenRefund("sickness", msg("no hours are registered for {weeks}", weeks=weeks), used)
    return _computed(
        "sickness",
        used,
        lambda: sickness_refund(leave.absence(), parameters=context.parameters).month(
            context.month
        ),
    )


def _flexjob(context: _Context, run: Run, sick: list[Answer]) -> Answer:
    job, used = context.job(run)

    def compute() -> RefundResult:
        told = context.actual_pay is not None or context.paid_hours is not None
        if not told and not run.fills(context.month):
            raise Missing(
                msg("it runs for a part of the month only; give actual_pay or paid_hours")
            )
        if any(isinstance(answer, OpenRefund) for answer in sick):
            raise Missing(msg("the refund of sickness benefit, which is set off, is open"))
        held = job.flexjob()
        return flexjob_refund(
            held,
            context.month,
            actual_pay=context.actual_pay,
            paid_hours=context.paid_hours,
            sickness_benefit=_benefits(sick, held.first_day, held.ended_on),
            parameters=context.parameters,
        )

    return _computed(run.scheme, used, compute)


def _benefits(
    sick: list[Answer], first_day: date, last_day: date | None
) -> dict[date, Decimal] | None:
    """The employer's refund of sickness benefit by day of the job; None where there is none."""
    results = [answer.result for answer in sick if isinstance(answer, CaseRefund)]
    days = [
        entry for result in results if isinstance(result, SicknessMonth) for entry in result.by_day
    ]
    whole: dict[date, int] = {}
    for day, refunded in days:
        if first_day <= day <= (last_day or day):
            whole[day] = whole.get(day, 0) + oere(refunded)
    return {day: decimal(total) for day, total in whole.items()} or None


def _subsidy(context: _Context, run: Run, sick: list[Answer]) -> Answer:
    job, used = context.job(run)

    def compute() -> RefundResult:
        if context.paid_hours is None:
            raise Missing(msg("the hours with pay are not known; give paid_hours"))
        if any(isinstance(answer, OpenRefund) for answer in sick):
            raise Missing(msg("the refund of sickness benefit, which is set off, is open"))
        return wage_subsidy(
            job.subsidised(),
            context.month,
            hours=context.paid_hours,
            refunded=_benefits(sick, run.started.on, run.last_day),
            parameters=context.parameters,
        )

    return _computed(run.scheme, used, compute)
