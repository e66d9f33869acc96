"""Works out what can be claimed for an employee's month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import attrs

from socialkapitel.calculators.assistance import AssistanceRefund, assistance_refund
from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.flexjob_refund import flexjob_refund
from socialkapitel.calculators.refund_lines import RefundLine
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.sickness_month import SicknessMonth
from socialkapitel.calculators.subsidised_job import SubsidisedJob
from socialkapitel.calculators.wage_subsidy import WageSubsidy, wage_subsidy
from socialkapitel.cases.case import Case
from socialkapitel.cases.deadline_rules import Context
from socialkapitel.cases.events.decisions import SUBSIDISED
from socialkapitel.cases.grounds import why_not_sickness
from socialkapitel.cases.jobs import runs
from socialkapitel.cases.refunds import RefundResult
from socialkapitel.cases.sickness import RecordedLeave, sick_leaves
from socialkapitel.errors import SocialkapitelError, WrongType, as_one, singly
from socialkapitel.messages import Label, Text, msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import ParameterSet
from socialkapitel.payroll.absences import AbsenceMonth, back_at_work, not_recorded
from socialkapitel.payroll.claim import (
    SICKNESS,
    Claim,
    ClaimState,
    OpenPart,
    Payer,
    claim_by,
)
from socialkapitel.payroll.given import Assistance, Paid
from socialkapitel.periods import Month, Period

_FLEXJOB = "flexjob"
_ASSISTANCE = "personal-assistance"
_REDUCED_BY_OPEN = OpenPart(
    because=msg("the refund of sickness benefit, by which the amount is reduced, is unresolved")
)
_PERHAPS_AN_ABSENCE = OpenPart(
    because=msg(
        "something given for the employee could not be read; it may be an absence, whose refund is"
        " set off"
    )
)
_NO_ABSENCES = frozenset(kind.__name__ for kind in (Flexjob, SubsidisedJob, Paid, Assistance))
_WHAT = Label(en="Basis of the claim", da="Grundlag for anmodningen")
_SUBSIDIES = {group: scheme for scheme, group in SUBSIDISED.items()}


def scheme_of(given: Flexjob | SubsidisedJob | SicknessAbsence | Assistance) -> str:
    """Under which scheme a job, an absence or assistance is claimed."""
    match given:
        case Flexjob():
            return _FLEXJOB
        case SubsidisedJob():
            return _SUBSIDIES[given.target_group]
        case SicknessAbsence():
            return SICKNESS
        case _:
            return _ASSISTANCE


@attrs.frozen(kw_only=True)
class Employee:
    """An employee's month, and what was claimed before.

    Attributes:
        reference: the caller's name for the employee.
        month: the month.
        claimed: the periods of earlier claims of sickness benefit; None where they are not given.
        state_scheme: whether the state's scheme refunds flexjobs.
        parameters: the legal figures.
    """

    reference: str
    month: Month
    claimed: tuple[Period, ...] | None
    state_scheme: bool
    parameters: ParameterSet

    def claims(self, given: object) -> Iterator[Claim]:
        """What is claimed; what can't be read becomes an open claim with its faults."""
        things = list(_things(given))
        refused = [thing for thing in things if isinstance(thing, SocialkapitelError)]
        if refused:
            yield self._refused("", as_one(refused))
        absences = [thing for thing in things if isinstance(thing, SicknessAbsence)]
        sick = [self._guarded(SICKNESS, self._absence, absence) for absence in absences]
        yield from sick
        if any(error.refused not in _NO_ABSENCES for error in refused):
            sick.append(self._open(SICKNESS, _PERHAPS_AN_ABSENCE))
        helped = [thing for thing in things if isinstance(thing, Assistance)]
        jobs = [thing for thing in things if isinstance(thing, Paid)]
        for job in jobs:
            match job.job:
                case Case() as case:
                    yield from self._case(case, job, helped)
                case Flexjob() as held:
                    yield self._guarded(_FLEXJOB, self._flexjob, held, job, sick)
                case held:
                    scheme = scheme_of(held)
                    yield self._guarded(scheme, self._subsidy, held, job, sick)
        if not any(isinstance(job.job, Case) for job in jobs):
            for one in helped:
                yield self._guarded(_ASSISTANCE, self._assistance, one)

    # --- one claim at a time

    def _guarded(self, scheme: str, work: Callable[..., Claim], *args: object) -> Claim:
        """A claim, or why it can't be worked out."""
        try:
            return work(*args)
        except SocialkapitelError as error:
            return self._refused(scheme, error)

    def _refused(self, scheme: str, error: SocialkapitelError) -> Claim:
        return self._open(
            scheme,
            *(OpenPart(because=one.message, fact=one.field or "") for one in singly(error)),
        )

    def _open(self, scheme: str, *parts: OpenPart, begun_on: date | None = None) -> Claim:
        return Claim(
            reference=self.reference,
            scheme=scheme,
            payer=self._payer(scheme),
            begun_on=begun_on,
            state=ClaimState.OPEN,
            open=parts,
        )

    def _payer(self, scheme: str) -> Payer:
        of_state = self.state_scheme and scheme == _FLEXJOB
        return Payer.STATE_SCHEME if of_state else Payer.MUNICIPALITY

    def _nothing(self, scheme: str, because: Text, result: RefundResult | None = None) -> Claim:
        return Claim(
            reference=self.reference,
            scheme=scheme,
            payer=self._payer(scheme),
            state=ClaimState.NOTHING,
            because=because,
            result=result,
        )

    def _worked_out(self, scheme: str, result: RefundResult, lines: Sequence[RefundLine]) -> Claim:
        """A claim for the whole month of a job, or of help."""
        if not result.amount:
            because = msg("the amount for {month} is 0", month=self.month)
            return self._nothing(scheme, because, result)
        payer = self._payer(scheme)
        days = Period(lines[0].first_day, lines[-1].last_day)
        return Claim(
            reference=self.reference,
            scheme=scheme,
            payer=payer,
            state=ClaimState.CLAIMABLE,
            lines=tuple(lines),
            claim_by=claim_by(scheme, payer, self.month, days, self.parameters),
            result=result,
        )

    # --- absences, jobs and help

    def _absence(self, record: SicknessAbsence, back_on: date | None = None) -> Claim:
        return AbsenceMonth(
            reference=self.reference,
            record=record,
            month=self.month,
            back_on=back_on or back_at_work(record),
            claimed=self.claimed,
            parameters=self.parameters,
        ).claim()

    def _flexjob(self, job: Flexjob, paid: Paid, sick: Sequence[Claim]) -> Claim:
        scheme, month = _FLEXJOB, self.month
        first = max(month.first_day, job.first_day)
        last = min(month.last_day, job.ended_on or month.last_day)
        if first > last:
            return self._nothing(scheme, msg("the job is not held in {month}", month=month))
        whole = (first, last) == (month.first_day, month.last_day)
        if not whole and paid.hours is None and paid.pay is None:
            because = msg("the job is held in a part of the month: the paid hours are not known")
            return self._open(scheme, OpenPart(because=because, fact="hours"))
        if waits := _waits_for(sick):
            return self._open(scheme, waits)
        result = flexjob_refund(
            job,
            month,
            actual_pay=paid.pay,
            paid_hours=paid.number_of_hours,
            other_contributions=paid.other_contributions,
            sickness=_benefits(sick, first, last),
            parameters=self.parameters,
        )
        return self._worked_out(scheme, result, result.lines)

    def _subsidy(self, job: SubsidisedJob, paid: Paid, sick: Sequence[Claim]) -> Claim:
        scheme, month, hours = scheme_of(job), self.month, paid.hours
        if hours is None:
            because = msg("the hours with pay in the month are not known")
            return self._open(scheme, OpenPart(because=because, fact="hours"))
        if waits := _waits_for(sick):
            return self._open(scheme, waits)
        result = wage_subsidy(
            job,
            month,
            hours=dict(hours) if isinstance(hours, tuple) else hours,
            refunded=_benefits(sick, month.first_day, month.last_day),
            parameters=self.parameters,
        )
        return self._of_whole_month(scheme, result)

    def _assistance(self, given: Assistance) -> Claim:
        month, rate = self.month, given.hourly_rate
        result = assistance_refund(
            given.hours,
            month.first_day if rate is None else None,
            hourly_rate=rate,
            parameters=self.parameters,
        )
        return self._of_whole_month(_ASSISTANCE, result)

    def _of_whole_month(self, scheme: str, result: WageSubsidy | AssistanceRefund) -> Claim:
        line = RefundLine(
            first_day=self.month.first_day,
            last_day=self.month.last_day,
            hours=result.hours,
            rate=result.rate,
            amount=result.amount,
        )
        return self._worked_out(scheme, result, [line])

    # --- cases

    def _case(self, case: Case, paid: Paid, helped: Sequence[Assistance]) -> Iterator[Claim]:
        """What a case's events give; its sick leaves week by week, like any absence."""
        month = self.month
        context = Context(month.last_day, self.parameters, case.effective_events)
        for leave in sick_leaves(case.effective_events):
            if leave.overlaps(month):
                yield self._guarded(SICKNESS, self._leave, leave, context)
        try:
            found = case.refunds(
                month,
                paid_hours=paid.number_of_hours,
                actual_pay=paid.pay,
                assistance_hours=helped[0].hours if helped else None,
                assistance_rate=helped[0].hourly_rate if helped else None,
                parameters=self.parameters,
            )
        except SocialkapitelError as error:
            yield self._refused("", error)
            return
        for refund in found.refunds:
            if refund.name != SICKNESS:
                line = self._line(case, refund.name, refund.result, paid)
                yield self._worked_out(refund.name, refund.result, [line])
        for one in found.open:
            if one.name != SICKNESS:
                yield self._open(one.name, OpenPart(because=one.because))

    def _leave(self, leave: RecordedLeave, context: Context) -> Claim:
        reason = leave.why_not() or why_not_sickness(
            context, runs(context.recorded), leave, self.month
        )
        if reason is not None:
            return self._open(SICKNESS, OpenPart(because=reason), begun_on=leave.first_day)
        if any(hours for _, hours in leave.hours):
            return self._absence(leave.absence(), leave.back_on)
        missing = leave.unregistered(self.month.last_day)
        parts = (OpenPart(because=not_recorded(week), fact="hours", week=week) for week in missing)
        return self._open(SICKNESS, *parts, begun_on=leave.first_day)

    def _line(self, case: Case, scheme: str, result: RefundResult, paid: Paid) -> RefundLine:
        """The days of the month on which a scheme ran, and what they give."""
        first, last = self.month.first_day, self.month.last_day
        times = [run for run in runs(case.effective_events) if run.scheme == scheme]
        [run] = [run for run in times if run.overlaps(self.month)]
        return RefundLine(
            first_day=max(first, run.started.on),
            last_day=min(last, run.last_day or last),
            hours=None if scheme == _ASSISTANCE else paid.number_of_hours,
            amount=result.amount,
        )


def _things(given: object) -> Iterator[SicknessAbsence | Paid | Assistance | SocialkapitelError]:
    """What a month is claimed from, one by one; an error for what can't be read."""
    match given:
        case SicknessAbsence() | Paid() | Assistance() | SocialkapitelError():
            yield given
        case Flexjob() | SubsidisedJob() | Case():
            yield Paid(job=given)
        case list() | tuple():
            for one in given:
                yield from _things(one)
        case _ if callable(given) and not isinstance(given, type):
            yield from _things(_called(given))
        case _:
            yield WrongType(
                "what",
                given,
                msg("a job, an absence, hours of assistance, a case, or several of them"),
            ).called(_WHAT)


def _called(given: Callable[[], object]) -> object:
    """What a function returns, or the error that it raises."""
    try:
        return given()
    except SocialkapitelError as error:
        return error


def _waits_for(sick: Sequence[Claim]) -> OpenPart | None:
    """Why a job's refund waits for the refund of sickness benefit that is set off."""
    if any(_PERHAPS_AN_ABSENCE in claim.open for claim in sick):
        return _PERHAPS_AN_ABSENCE
    return _REDUCED_BY_OPEN if any(claim.open for claim in sick) else None


def _benefits(sick: Sequence[Claim], first: date, last: date) -> Mapping[date, Decimal] | None:
    """The employer's refund of sickness benefit by day of a job; None where there is none."""
    whole: dict[date, int] = {}
    for claim in sick:
        if isinstance(claim.result, SicknessMonth):
            for day, refunded in claim.result.by_day:
                if first <= day <= last:
                    whole[day] = whole.get(day, 0) + oere(refunded)
    return {day: decimal(total) for day, total in whole.items()} or None
