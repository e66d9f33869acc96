"""What the employer gets back for a month, from the events of a case alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from uuid import UUID

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.assistance import (
    AssistanceRefund,
    assistance_refund,
    read_assistance_hours,
)
from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.flexjob_refund import FlexjobRefund, flexjob_refund
from socialkapitel.calculators.sickness import sickness_refund
from socialkapitel.calculators.sickness_month import SicknessMonth
from socialkapitel.calculators.wage_subsidy import WageSubsidy, wage_subsidy
from socialkapitel.cases.deadline_rules import Context
from socialkapitel.cases.events.decisions import SUBSIDISED
from socialkapitel.cases.grounds import why_not_job, why_not_sickness
from socialkapitel.cases.jobs import Job, Missing, Run, grants, runs
from socialkapitel.cases.rights import Information
from socialkapitel.cases.sickness import RecordedLeave, sick_leaves
from socialkapitel.cases.sight import check_sight
from socialkapitel.cases.working_time import planned_hours
from socialkapitel.errors import InvalidInput, NotInForce
from socialkapitel.explanation import figures_or_packaged
from socialkapitel.messages import Text, joined, msg
from socialkapitel.money import Number, amount, decimal, hundredths, oere, read_hourly_rate
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month, Period, read_month

if TYPE_CHECKING:
    from socialkapitel.cases.case import Case

RefundResult: TypeAlias = AssistanceRefund | FlexjobRefund | SicknessMonth | WageSubsidy


@brief
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

    @property
    def to_employer(self) -> Decimal:
        """What the employer gets, without the supplement: the amount."""
        return self.amount

    @property
    def to_employee(self) -> Decimal | None:
        """The sickness benefit that the municipality pays the employee instead, in kroner."""
        return self.result.to_employee if isinstance(self.result, SicknessMonth) else decimal(0)


@brief
@attrs.frozen
class OpenRefund:
    """A refund that can't be computed yet, because something isn't known (uafklaret refusion).

    ``because`` says what; ``events`` are those that the refund would be computed from.
    """

    name: str
    because: Text
    events: tuple[UUID, ...]


@brief
@attrs.frozen(kw_only=True)
class CaseRefunds:
    """What the employer gets back for a month (månedens refusion).

    ``open`` are refunds that can't be computed yet; what is missing never counts as 0. So each sum
    is None while a refund is open. The sums are those of the single ``refunds``.
    """

    month: Month
    refunds: tuple[CaseRefund, ...]
    open: tuple[OpenRefund, ...]

    @property
    def amount(self) -> Decimal | None:
        """All refunds in kroner, without the supplements; None while a refund is open."""
        return self._sum(refund.amount for refund in self.refunds)

    @property
    def supplement(self) -> Decimal | None:
        """All supplements in kroner; None while a refund is open."""
        return self._sum(refund.supplement for refund in self.refunds)

    @property
    def to_employer(self) -> Decimal | None:
        """What the employer gets, without the supplements; None while a refund is open."""
        return self.amount

    @property
    def to_employee(self) -> Decimal | None:
        """All sickness benefit that the municipality pays the employee; None while it is open."""
        return self._sum(refund.to_employee for refund in self.refunds)

    @property
    def total(self) -> Decimal | None:
        """All refunds with their supplements, in kroner; None while a refund is open."""
        return self._sum(part for one in self.refunds for part in (one.amount, one.supplement))

    def _sum(self, parts: Iterable[Decimal | None]) -> Decimal | None:
        known = [None if part is None else oere(part) for part in parts]
        if self.open or None in known:
            return None
        return decimal(sum(part or 0 for part in known))


Answer: TypeAlias = CaseRefund | OpenRefund


_TOLD = (
    Information.PAY,
    Information.ABSENCE,
    Information.ARRANGEMENT,
    Information.SCHEME_NAMES,
)
"""The kinds of information that refunds reveal."""

_ASSISTANCE = "personal-assistance"

NOT_COUNTED = {
    "adult-education": msg(
        "the support for adult education, which the employer can receive where pay continues, is"
        " not"
        " computed here"
    ),
    "mentor": msg(
        "the pay of the colleague who is freed to be mentor can be covered; its hours and pay are"
        " not recorded"
    ),
}
"""Schemes that pay the employer while they are in progress, without a calculator."""


class MonthsWork(NamedTuple):
    """What a month was worked and paid for, as the caller gives it."""

    paid_hours: Number | None
    actual_pay: Number | None
    assistance_hours: Number | None
    assistance_rate: Number | None

    def check(self, month: Month) -> None:
        """Refuse numbers that are not accepted."""
        if self.paid_hours is not None:
            hundredths(self.paid_hours, "paid_hours", most=24 * month.last_day.day)
        if self.actual_pay is not None:
            amount(self.actual_pay, "actual_pay")
        if self.assistance_hours is not None:
            read_assistance_hours(self.assistance_hours)
        if self.assistance_rate is not None:
            read_hourly_rate(self.assistance_rate, "assistance_rate")


@attrs.frozen
class _RefundMonth:
    """The month asked about, and what its refunds are computed from."""

    context: Context
    month: Month
    runs: tuple[Run, ...]
    work: MonthsWork

    @property
    def parameters(self) -> ParameterSet:
        return self.context.parameters

    def job(self, run: Run) -> tuple[Job, tuple[UUID, ...]]:
        """A job with its decisions, and the events that hold both."""
        decisions = grants(self.context.recorded, run, self.month.last_day)
        used = (*decisions, run.started, *run.adjusted)
        return Job(run, decisions, self.month), tuple(event.id for event in used)

    def hours_of(self, run: Run, held: Flexjob) -> Number | Mapping[date, Number] | None:
        """The hours with pay in a flexjob: those given, or what was planned in part of a month."""
        if self.work.paid_hours is not None or self.work.actual_pay is not None:
            return self.work.paid_hours
        first = max(held.first_day, self.month.first_day)
        last = min(held.ended_on or self.month.last_day, self.month.last_day)
        return planned_hours(
            self.context.recorded,
            Period(first, last),
            held.weekly_hours,
            whole=run.fills(self.month),
        )

    def check_job(self, run: Run) -> None:
        """Refuse a job that the case contradicts.

        Raises:
            Missing: with the reason.
        """
        reason = why_not_job(self.context, run, self.month)
        if reason is not None:
            raise Missing(reason)


def case_refunds(
    case: Case,
    month: Month | str,
    to: str | None,
    work: MonthsWork,
    parameters: ParameterSet | None,
) -> CaseRefunds:
    """The refunds of a month; see `Case.refunds`."""
    if to is not None:
        check_sight(to, case, "refunds", *_TOLD)
    month = read_month(month, "month")
    work.check(month)
    context = Context(month.last_day, figures_or_packaged(parameters), case.effective_events)
    known = runs(context.recorded)
    running = tuple(run for run in known if run.overlaps(month))
    asked = _RefundMonth(context, month, known, work)
    flexjobs = [run for run in running if run.scheme == "flexjob"]
    subsidised = [run for run in running if run.scheme in SUBSIDISED]
    assisted = [run for run in running if run.scheme == _ASSISTANCE]
    for field, value, jobs in (
        ("paid_hours", work.paid_hours, subsidised + flexjobs),
        ("actual_pay", work.actual_pay, flexjobs),
        ("assistance_hours", work.assistance_hours, assisted),
        ("assistance_rate", work.assistance_rate, assisted),
    ):
        if value is not None and not jobs:
            raise InvalidInput(
                field, value, msg("None: there is no such job in {month}", month=month)
            )
    sick = [
        _sickness(asked, leave) for leave in sick_leaves(context.recorded) if leave.overlaps(month)
    ]
    answers = [
        *sick,
        *_one_at_a_time(flexjobs, lambda run: _flexjob(asked, run, sick)),
        *_one_at_a_time(subsidised, lambda run: _subsidy(asked, run, sick)),
        *_one_at_a_time(assisted, lambda run: _assistance(asked, run)),
        *(
            OpenRefund(run.scheme, NOT_COUNTED[run.scheme], (run.started.id,))
            for run in running
            if run.scheme in NOT_COUNTED
        ),
    ]
    return CaseRefunds(
        month=month,
        refunds=tuple(answer for answer in answers if isinstance(answer, CaseRefund)),
        open=tuple(answer for answer in answers if isinstance(answer, OpenRefund)),
    )


def _one_at_a_time(jobs: list[Run], answer: Callable[[Run], Answer]) -> list[Answer]:
    if len(jobs) > 1:
        because = msg(
            "there are two such jobs in the month, and how the amount is to be divided is not known"
        )
        return [OpenRefund(run.scheme, because, (run.started.id,)) for run in jobs]
    return [answer(run) for run in jobs]


def _computed(name: str, events: tuple[UUID, ...], compute: Callable[[], RefundResult]) -> Answer:
    """The refund, or why the calculator can't compute it."""
    try:
        result = compute()
    except (InvalidInput, NotInForce, Missing) as error:
        return OpenRefund(name, error.message, events)
    if isinstance(result, SicknessMonth) and result.open_weeks:
        return OpenRefund(name, joined(reason for _, reason in result.open_weeks), events)
    supplement = result.supplement if isinstance(result, SicknessMonth) else decimal(0)
    return CaseRefund(name, result.amount, supplement, result, events)


def _sickness(asked: _RefundMonth, leave: RecordedLeave) -> Answer:
    used = (leave.started.id, *leave.registered)
    reason = leave.why_not() or why_not_sickness(asked.context, asked.runs, leave, asked.month)
    if reason is not None:
        return OpenRefund("sickness", reason, used)
    missing = leave.unregistered(asked.month.last_day)
    if missing:
        weeks = ", ".join(str(week) for week in missing)
        return OpenRefund("sickness", msg("no hours are registered for {weeks}", weeks=weeks), used)
    return _computed(
        "sickness",
        used,
        lambda: sickness_refund(leave.absence(), parameters=asked.parameters).month(asked.month),
    )


def _flexjob(asked: _RefundMonth, run: Run, sick: list[Answer]) -> Answer:
    job, used = asked.job(run)

    def compute() -> RefundResult:
        asked.check_job(run)
        if any(isinstance(answer, OpenRefund) for answer in sick):
            raise Missing(
                msg("the refund of sickness benefit, by which the amount is reduced, is unresolved")
            )
        held = job.flexjob()
        return flexjob_refund(
            held,
            asked.month,
            actual_pay=asked.work.actual_pay,
            paid_hours=asked.hours_of(run, held),
            sickness=_benefits(sick, held.first_day, held.ended_on),
            parameters=asked.parameters,
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


def _subsidy(asked: _RefundMonth, run: Run, sick: list[Answer]) -> Answer:
    job, used = asked.job(run)

    def compute() -> RefundResult:
        asked.check_job(run)
        if asked.work.paid_hours is None:
            raise Missing(msg("the hours with pay are not known; give the paid hours (paid_hours)"))
        if any(isinstance(answer, OpenRefund) for answer in sick):
            raise Missing(
                msg("the refund of sickness benefit, by which the amount is reduced, is unresolved")
            )
        return wage_subsidy(
            job.subsidised(),
            asked.month,
            hours=asked.work.paid_hours,
            refunded=_benefits(sick, run.started.on, run.last_day),
            parameters=asked.parameters,
        )

    return _computed(run.scheme, used, compute)


def _assistance(asked: _RefundMonth, run: Run) -> Answer:
    _, used = asked.job(run)

    def compute() -> RefundResult:
        asked.check_job(run)
        if asked.work.assistance_hours is None:
            raise Missing(
                msg(
                    "the hours of personal assistance are not recorded; give the hours"
                    " (assistance_hours)"
                )
            )
        day = asked.month.first_day if asked.work.assistance_rate is None else None
        return assistance_refund(
            asked.work.assistance_hours,
            day,
            hourly_rate=asked.work.assistance_rate,
            parameters=asked.parameters,
        )

    return _computed(run.scheme, used, compute)
