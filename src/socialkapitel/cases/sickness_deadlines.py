"""What is due in a sick leave: the talk, notice, claims, follow-up, and how long benefit lasts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.cases.deadline_rules import (
    AGREED,
    CLAIM,
    DAY,
    DISPENSATION,
    EMPLOYER_PERIOD,
    FAST_TRACK,
    FLEXJOB_NOTICE,
    FOLLOW_UP,
    LIMIT,
    NOTICE,
    NOTICE_AFTER_BENEFIT,
    NOTICE_WITHOUT_BENEFIT,
    SHORT_NOTICE,
    TALK,
    WEEK,
    Context,
    Deadline,
    DeadlineRule,
    months_after,
    overdue_after,
    undated,
)
from socialkapitel.cases.events import (
    ConversationHeld,
    MunicipalityCoordinated,
    NoticeGiven,
    RoundTableHeld,
    SchemeStarted,
)
from socialkapitel.cases.events.absence import week_of
from socialkapitel.cases.sickness import RecordedLeave
from socialkapitel.errors import InvalidInput
from socialkapitel.messages import Label, Text, msg
from socialkapitel.periods import Month, Period, Week

_WAIVED = "sickness_benefit.follow_up_waived"
_NEMREFUSION_FROM = date(2011, 9, 1)
_TO_THE_MUNICIPALITY = Label(
    en="Report the sickness absence to the municipality", da="Anmeld sygefraværet til kommunen"
)
_LONG = timedelta(days=30)  # these first days never count towards the limit of § 24
_FLEXJOB_NOTICE_FROM = date(2020, 1, 1)  # the act in which the rule was read
_WEEKS_IN_A_MONTH = 4  # at least
_EMPLOYERS = frozenset(
    {"employer", "nearest-manager", "top-management", "hr", "personnel-consultant"}
)


def sickness_deadlines(
    context: Context, leave: RecordedLeave, leaves: Sequence[RecordedLeave]
) -> Iterator[Deadline]:
    """What is due in a sick leave, one of the case's ``leaves``.

    A leave that ends within its employer period gives no refund, and nothing is due. Where the
    employer period isn't known, nothing else is listed.
    """
    refund_from = leave.first_day
    if leave.started.basis is RefundBasis.ORDINARY:
        period = _employer_period(context, leave)
        if period.due is not None:
            refund_from = period.due + DAY
        if leave.back_on is not None and leave.back_on <= refund_from:
            return
        yield period
        if period.due is None:
            return
    if leave.back_on is None and not context.closed:
        yield from _while_it_lasts(context, leave, leaves)
    if leave.started.paid_during_sickness:
        yield from _paid_notices(context, leave)
        yield from _claims(context, leave, refund_from)
        yield from _dispensation(context, leave)
    else:
        yield from _unpaid_notices(context, leave)


def _while_it_lasts(
    context: Context, leave: RecordedLeave, leaves: Sequence[RecordedLeave]
) -> Iterator[Deadline]:
    if not _in_advance(TALK, leave):
        yield from _talk(context, leave)
    if not _in_advance(FAST_TRACK, leave):
        yield _fast_track(context, leave)
    yield _follow_up(context, leave)
    if context.on - leave.first_day >= _LONG:
        yield _limit(context, leave, leaves)
    if leave.started.basis is RefundBasis.FLEXJOB and leave.started.paid_during_sickness:
        yield from _flexjob_notice(context, leave)


def _in_advance(rule: DeadlineRule, leave: RecordedLeave) -> bool:
    """Whether a leave began before the law introduced a rule."""
    return rule.introduced is not None and leave.first_day < rule.introduced


def _employer_period(context: Context, leave: RecordedLeave) -> Deadline:
    first_day = leave.first_day

    def work_out(days: int) -> tuple[date, Text]:
        because = msg(
            "the employer period is {days} calendar days from {day}", days=days, day=first_day
        )
        return first_day + timedelta(days=days - 1), because

    return context.deadline(EMPLOYER_PERIOD, leave.started, first_day, work_out)


def _talk(context: Context, leave: RecordedLeave) -> Iterator[Deadline]:
    """The employer's talk with the employee; none where the employee leaves soon."""
    first_day = leave.first_day

    def work_out(weeks: int, unless_within: int) -> tuple[date, Text]:
        because = msg(
            "the talk is held within {weeks} weeks of the first day of sickness, {day}; it is not"
            " required where an employee under notice leaves within {unless_within} weeks of that"
            " day",
            weeks=weeks,
            day=first_day,
            unless_within=unless_within,
        )
        return first_day + weeks * WEEK, because

    within = context.value("sickness_benefit.talk_unless_leaving", first_day) or 0
    leaves = [event.last_day for event in context.recorded if isinstance(event, NoticeGiven)]
    soon = any(last_day <= first_day + within * WEEK for last_day in leaves)
    if not soon and not _talked(context, first_day):
        deadline = context.deadline(TALK, leave.started, first_day, work_out)
        yield overdue_after(deadline, context.on)


def _talked(context: Context, since: date) -> bool:
    """Whether a talk between employer and employee is recorded since a day."""
    return any(
        event.role in _EMPLOYERS
        or (isinstance(event, RoundTableHeld) and not _EMPLOYERS.isdisjoint(event.participants))
        for event in context.events(ConversationHeld, RoundTableHeld, since=since)
    )


def _fast_track(context: Context, leave: RecordedLeave) -> Deadline:
    first_day = leave.first_day

    def work_out(weeks: int, until_talk: int) -> tuple[date, Text]:
        because = msg(
            "early follow-up can be requested within the first {weeks} weeks of the absence that"
            " began on {day}, where it is expected to last more than eight weeks; the municipality"
            " then holds the first talk within {until_talk} weeks of the request",
            weeks=weeks,
            day=first_day,
            until_talk=until_talk,
        )
        return first_day + weeks * WEEK - DAY, because

    return context.deadline(FAST_TRACK, leave.started, first_day, work_out)


def _follow_up(context: Context, leave: RecordedLeave) -> Deadline:
    first_day = leave.first_day
    within = context.value(_WAIVED, first_day)

    def work_out(weeks: int) -> tuple[date, Text]:
        because = msg(
            "the municipality follows up by the end of week {weeks}, counted from the first absence"
            " day, {day}, where the absence is expected to last longer",
            weeks=weeks,
            day=first_day,
        )
        if within is not None:
            because = msg(
                "{because}; there is no follow-up of an employee who is expected back well within"
                " {within} weeks",
                because=because,
                within=within,
            )
        return first_day + weeks * WEEK - DAY, because

    return context.deadline(FOLLOW_UP, leave.started, first_day, work_out)


def _flexjob_notice(context: Context, leave: RecordedLeave) -> Iterator[Deadline]:
    """The employer's notice to the municipality, which then reduces the refund of the flexjob."""
    first_day = leave.first_day
    if context.events(MunicipalityCoordinated, since=first_day):
        return
    if first_day < _FLEXJOB_NOTICE_FROM:
        because = msg(
            "the rule was read in the act in force from {day}; the earlier rule is not known",
            day=_FLEXJOB_NOTICE_FROM,
        )
        yield undated(FLEXJOB_NOTICE, leave.started, first_day, because)
        return
    deadline = Deadline(
        id=FLEXJOB_NOTICE.id,
        label=FLEXJOB_NOTICE.label,
        due=first_day,
        because=msg(
            "the municipality is notified from the first absence day, {day}, or as soon as"
            " possible",
            day=first_day,
        ),
        source=FLEXJOB_NOTICE.source or AGREED,
        event=leave.started.id,
    )
    yield overdue_after(deadline, context.on)


def _paid_notices(context: Context, leave: RecordedLeave) -> Iterator[Deadline]:
    """The limit for notice; where refund begins on the first day, short absences have a longer one.

    While it isn't known how long the absence will be, both are listed.
    """
    first_day = leave.first_day
    short: bool | None = False
    if leave.started.basis is not RefundBasis.ORDINARY:
        short = _is_short(context, leave)

    def work_out(days: int) -> tuple[date, Text]:
        because = msg(
            "the absence is reported within {days} days of the first absence day, {day}; where it"
            " is reported later, there is refund only from the report",
            days=days,
            day=first_day,
        )
        return first_day + timedelta(days=days), because

    def work_out_short(months: int, days: int) -> tuple[date, Text]:
        because = msg(
            "an absence of at most {days} days is reported within {months} months of the first"
            " absence day, {day}",
            months=months,
            day=first_day,
            days=days,
        )
        return months_after(first_day, months), because

    if short is not True:
        deadline = context.deadline(NOTICE, leave.started, first_day, work_out)
        old = first_day < _NEMREFUSION_FROM
        yield attrs.evolve(deadline, label=_TO_THE_MUNICIPALITY) if old else deadline
    if short is not False:
        yield context.deadline(SHORT_NOTICE, leave.started, first_day, work_out_short)


def _is_short(context: Context, leave: RecordedLeave) -> bool | None:
    """Whether the absence is a short one; None where that is open, or the limit isn't known."""
    limit = context.value("sickness_benefit.short_absence", leave.first_day)
    if limit is None:
        return None
    days = ((leave.back_on or context.on + DAY) - leave.first_day).days
    if days > limit:
        return False
    return None if leave.back_on is None else True


def _unpaid_notices(context: Context, leave: RecordedLeave) -> Iterator[Deadline]:
    """The limit for notice without pay during sickness.

    An employee with too short an employment has no right to the employer's benefit either. A case
    doesn't show that, so both limits are listed where an employer period is possible.
    """
    first_day = leave.first_day

    def work_out_after(days: int, period: int) -> tuple[date, Text]:
        last = first_day + timedelta(days=period - 1)
        because = msg(
            "the absence is reported within {days} days of the end of the employer's sickness"
            " benefit, which is {day} at the latest",
            days=days,
            day=last,
        )
        return last + timedelta(days=days), because

    def work_out_without(days: int) -> tuple[date, Text]:
        because = msg(
            "the absence is reported within {days} days of the first absence day, {day}",
            days=days,
            day=first_day,
        )
        return first_day + timedelta(days=days), because

    if leave.started.basis is RefundBasis.ORDINARY:
        yield context.deadline(NOTICE_AFTER_BENEFIT, leave.started, first_day, work_out_after)
    yield context.deadline(NOTICE_WITHOUT_BENEFIT, leave.started, first_day, work_out_without)


def _claims(context: Context, leave: RecordedLeave, refund_from: date) -> Iterator[Deadline]:
    """A claim reaches back a number of months: one deadline for each month of refund until now.

    Where the rule isn't known for several months, there is one deadline that says so, and only as
    long as the longest known limit would last.
    """
    last = context.on if leave.back_on is None else min(context.on, leave.back_on - DAY)
    longest = context.longest(CLAIM.figures[0])
    first = refund_from
    unknown = False
    while first <= last:
        if months_after(first, longest) >= context.on:
            claim = _claim(context, leave, first)
            if claim.due is not None or not unknown:
                yield claim
            unknown = unknown or claim.due is None
        first = Month.of(first).next().first_day


def _claim(context: Context, leave: RecordedLeave, first: date) -> Deadline:
    month = Month.of(first)
    last = month.last_day if leave.back_on is None else min(month.last_day, leave.back_on - DAY)

    def work_out(months: int) -> tuple[date, Text]:
        because = msg(
            "refund is paid for at most {months} months before the claim; the first day to claim"
            " for in {month} is {day}",
            months=months,
            month=month,
            day=first,
        )
        return months_after(first, months), because

    deadline = context.deadline(CLAIM, leave.started, first, work_out)
    return attrs.evolve(deadline, period=Period(first, last))


def _dispensation(context: Context, leave: RecordedLeave) -> Iterator[Deadline]:
    """The last day on which a late claim may still be accepted; listed once notice is late."""
    first_day = leave.first_day
    notice = context.value("sickness_benefit.notice", first_day)
    if notice is None or context.on <= first_day + timedelta(days=notice):
        return

    def work_out(months: int) -> tuple[date, Text]:
        because = msg(
            "the municipality can accept a late report or claim in special cases, but never a"
            " claim made later than {months} months after the first absence day, {day}",
            months=months,
            day=first_day,
        )
        return months_after(first_day, months), because

    yield context.deadline(DISPENSATION, leave.started, first_day, work_out)


def _limit(context: Context, leave: RecordedLeave, leaves: Sequence[RecordedLeave]) -> Deadline:
    """The end of the month in which the weeks with benefit are used up, if the leave continues."""
    pensioner = any(
        isinstance(event, SchemeStarted) and event.scheme == "disability-pension-job"
        for event in context.recorded
    )

    def work_out(
        weeks: int, months: int, pension_weeks: int, pension_months: int, uncounted: int
    ) -> tuple[date, Text]:
        for number, of in ((weeks, months), (pension_weeks, pension_months)):
            if number >= of * _WEEKS_IN_A_MONTH:  # no absence could ever use them up
                accepted = msg("fewer weeks than there are in {months} months", months=of)
                raise InvalidInput("sickness_benefit.limit_weeks", number, accepted)
        through = months_after(context.on, max(months, pension_months) + 1)
        counted = _counted_weeks(leaves, through, timedelta(days=uncounted))
        due = _used_up(leave, counted, weeks, months)
        pension = _used_up(leave, counted, pension_weeks, pension_months)
        if pensioner:
            due, weeks, months = pension, pension_weeks, pension_months
        because = msg(
            "if the absence continues, there is benefit in more than {weeks} weeks of the {months}"
            " calendar months that end then; the first {days} days of each absence don't count",
            weeks=weeks,
            months=months,
            days=uncounted,
        )
        if not pensioner:
            because = msg(
                "{because}; for pensioners and people above the state pension age it is"
                " {pension_weeks} weeks in {pension_months} months, {pension}",
                because=because,
                pension_weeks=pension_weeks,
                pension_months=pension_months,
                pension=pension,
            )
        return due, because

    return context.deadline(LIMIT, leave.started, leave.first_day, work_out)


def _counted_weeks(
    leaves: Sequence[RecordedLeave], through: date, uncounted: timedelta
) -> dict[Week, list[date]]:
    """The weekdays with benefit by week: of ended leaves, and of one that lasts until a day.

    A week counts in full however few its days are; one with no hours of absence doesn't count.
    """
    found: dict[Week, list[date]] = {}
    for one in leaves:
        hours: dict[Week, bool] = {}
        for key, given in one.hours:
            hours[week_of(key)] = hours.get(week_of(key), False) or bool(given)
        day = one.first_day + uncounted
        while day < (one.back_on or through):
            if day.weekday() < 5 and hours.get(Week.of(day), True):
                found.setdefault(Week.of(day), []).append(day)
            day += DAY
    return found


def _used_up(
    leave: RecordedLeave, counted: dict[Week, list[date]], weeks: int, months: int
) -> date:
    """The end of the first month by which benefit was paid in more weeks than these."""
    month = Month.of(leave.first_day)
    while True:
        first = _months_before(month, months - 1).first_day
        window = Period(first, month.last_day)
        if sum(any(day in window for day in days) for days in counted.values()) > weeks:
            return month.last_day
        month = month.next()


def _months_before(month: Month, months: int) -> Month:
    whole = 12 * month.year + month.month - 1 - months
    return Month(whole // 12, whole % 12 + 1)
