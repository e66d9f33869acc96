"""What is due in a sick leave: the employer period, notice to the municipality, claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.cases.deadline_rules import Context, Deadline, DeadlineRule, months_after
from socialkapitel.cases.sickness import RecordedLeave
from socialkapitel.messages import Label, Text, msg
from socialkapitel.periods import Month

EMPLOYER_PERIOD = DeadlineRule(
    "sickness.employer_period",
    Label(en="The employer period ends", da="Arbejdsgiverperioden slutter"),
    ("sickness_benefit.employer_period",),
)
NOTICE = DeadlineRule(
    "sickness.notice",
    Label(
        en="Notify the municipality of the sick leave",
        da="Anmeld sygemeldingen til kommunen",
    ),
    ("sickness_benefit.notice",),
)
SHORT_NOTICE = DeadlineRule(
    "sickness.short_notice",
    Label(
        en="Notify the municipality of the sick leave, where it stays short",
        da="Anmeld sygemeldingen til kommunen, hvis den forbliver kort",
    ),
    ("sickness_benefit.short_absence_notice", "sickness_benefit.short_absence"),
)
CLAIM = DeadlineRule(
    "sickness.claim",
    Label(en="Claim the refund of sickness benefit", da="Anmod om refusion af sygedagpenge"),
    ("sickness_benefit.claim",),
)
_DAY = timedelta(days=1)


def sickness_deadlines(context: Context, leave: RecordedLeave) -> Iterator[Deadline]:
    """What is due in a sick leave.

    A leave that ends within its employer period gives no refund, and nothing is due. Where the
    employee has no right to pay, the employer has nothing to claim, and only the employer period
    is told: how that absence is notified isn't known here.
    """
    started = leave.started
    refund_from = started.on
    if started.basis is RefundBasis.ORDINARY:
        period = _employer_period(context, leave)
        if period.due is not None:
            refund_from = period.due + _DAY
        if leave.back_on is not None and leave.back_on <= refund_from:
            return
        yield period
        if period.due is None:
            return
    if started.paid_during_sickness:
        yield from _notices(context, leave)
        yield from _claims(context, leave, refund_from)


def _employer_period(context: Context, leave: RecordedLeave) -> Deadline:
    first_day = leave.first_day

    def work_out(days: int) -> tuple[date, Text]:
        because = msg("{days} calendar days from {day}", days=days, day=first_day)
        return first_day + timedelta(days=days - 1), because

    return context.deadline(EMPLOYER_PERIOD, leave.started, first_day, work_out)


def _notices(context: Context, leave: RecordedLeave) -> Iterator[Deadline]:
    """The limit for notice; where refund begins on the first day, short absences have a longer one.

    While it isn't known how long the absence will be, both are told.
    """
    first_day = leave.first_day
    short: bool | None = False
    if leave.started.basis is not RefundBasis.ORDINARY:
        short = _is_short(context, leave)

    def work_out(days: int) -> tuple[date, Text]:
        because = msg("{days} days after the first absence day, {day}", days=days, day=first_day)
        return first_day + timedelta(days=days), because

    def work_out_short(months: int, days: int) -> tuple[date, Text]:
        because = msg(
            "{months} months after the first absence day, {day}, for at most {days} days of"
            " absence",
            months=months,
            day=first_day,
            days=days,
        )
        return months_after(first_day, months), because

    if short is not True:
        yield context.deadline(NOTICE, leave.started, first_day, work_out)
    if short is not False:
        yield context.deadline(SHORT_NOTICE, leave.started, first_day, work_out_short)


def _is_short(context: Context, leave: RecordedLeave) -> bool | None:
    """Whether the absence is a short one; None where that is open, or the limit isn't known."""
    limit = context.parameters["sickness_benefit.short_absence"]
    if not limit.covers(leave.first_day):
        return None
    days = ((leave.back_on or context.on + _DAY) - leave.first_day).days
    if days > limit.on(leave.first_day).value:
        return False
    return None if leave.back_on is None else True


def _claims(context: Context, leave: RecordedLeave, refund_from: date) -> Iterator[Deadline]:
    """A claim reaches back so many months: one deadline for each month of refund until now.

    Where the rule isn't known for several months, that is told once.
    """
    last = context.on if leave.back_on is None else min(context.on, leave.back_on - _DAY)
    first = refund_from
    unknown = False
    while first <= last:
        claim = _claim(context, leave, first)
        if claim.due is not None or not unknown:
            yield claim
        unknown = claim.due is None
        first = Month.of(first).next().first_day


def _claim(context: Context, leave: RecordedLeave, first: date) -> Deadline:
    def work_out(months: int) -> tuple[date, Text]:
        because = msg(
            "a claim reaches {months} months back; the first day to claim in {month} is {day}",
            months=months,
            month=Month.of(first),
            day=first,
        )
        return months_after(first, months), because

    return context.deadline(CLAIM, leave.started, first, work_out)
