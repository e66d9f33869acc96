"""What is due for schemes: follow-up, claims, renewal, and how long each may last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from socialkapitel.calculators.inputs import divisor
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.cases.deadline_rules import (
    AGREED,
    ASSISTANCE_CLAIM,
    DAY,
    EMPLOYMENT,
    EXPIRY,
    FLEXJOB_CLAIM,
    NEWLY_QUALIFIED_END,
    PENSION_REVIEW,
    PERIOD,
    PLACEMENT,
    PLACEMENT_READY,
    RENEWAL,
    REVIEW,
    REVIEW_SINCE_2013,
    STATE_ADJUSTMENT,
    STATE_CLAIM,
    STATUS,
    SUBSIDY_CLAIM,
    SUBSIDY_END,
    TRIAL,
    WEEK,
    Context,
    Deadline,
    DeadlineRule,
    month_end_after,
    months_after,
    not_known,
    overdue_after,
    undated,
)
from socialkapitel.cases.events import (
    AgreementSigned,
    DecisionReceived,
    Event,
    FollowUpHeld,
    NoticeGiven,
    WorkTrialHeld,
)
from socialkapitel.cases.events.decisions import SUBSIDISED
from socialkapitel.cases.jobs import Run
from socialkapitel.cases.sickness import RecordedLeave
from socialkapitel.messages import Text, msg
from socialkapitel.periods import Period, Quarter, Week, term_end

_FLEXJOBS = frozenset({"flexjob", "flexjob-since-2013"})
_NO_LIMIT = msg("no limit was found in act, order or guidance; none is assumed here")
_CLAIMS = {"flexjob": FLEXJOB_CLAIM, "personal-assistance": ASSISTANCE_CLAIM} | dict.fromkeys(
    SUBSIDISED, SUBSIDY_CLAIM
)
"""What is claimed for each scheme without a known limit."""


def scheme_deadlines(context: Context, run: Run, *, state_scheme: bool) -> Iterator[Deadline]:
    """What is due for a scheme; once it has ended, only what is still to be claimed.

    ``state_scheme`` says whether the employer belongs to the state's flexjob scheme.
    """
    if state_scheme and run.scheme in _FLEXJOBS:
        for rule in (STATE_CLAIM, STATE_ADJUSTMENT):
            yield from _quarters(context, run, rule)
    if run.last_day is not None and run.last_day < context.on:
        return
    if run.scheme in _CLAIMS:
        yield undated(_CLAIMS[run.scheme], run.started, context.on, _NO_LIMIT)
    for deadline in _reviews_and_ends(context, run):
        if run.last_day is None or deadline.due is None or deadline.due <= run.last_day:
            yield deadline


def _reviews_and_ends(context: Context, run: Run) -> Iterator[Deadline]:
    match run.scheme:
        case "flexjob":
            yield _old_flexjob_review(context, run)
        case "flexjob-since-2013":
            yield _review(context, run, REVIEW_SINCE_2013)
            yield _status(context, run)
        case "wage-subsidy-unemployed":
            yield _longest_subsidy(context, run)
        case "newly-qualified":
            yield _longest_newly_qualified(context, run)
        case "disability-pension-job":
            yield _review(context, run, PENSION_REVIEW)
        case "work-placement":
            yield from _placement(context, run)
        case _:
            pass


def _last_follow_up(context: Context, run: Run) -> date | None:
    """The latest follow-up of the scheme, or of the case as a whole, since the scheme began."""
    held = context.events(FollowUpHeld, since=run.started.on)
    return max((event.on for event in held if event.scheme in {None, run.scheme}), default=None)


def _review(context: Context, run: Run, rule: DeadlineRule) -> Deadline:
    """The next follow-up: some months after the start, then after each that was held.

    The rule must be in force on that day and, while the follow-up is late, on the day asked about.
    """
    held = _last_follow_up(context, run)
    name, base = (rule.figures[0], run.started.on) if held is None else (rule.figures[-1], held)
    parameter = context.parameters[name]

    def work_out(months: int) -> tuple[date, Text]:
        divisor(parameter.on(base))  # refuses 0, with which the loop would never end
        if held is None:
            because = msg(
                "follow-up is due {months} months after the start, {day}", months=months, day=base
            )
        else:
            because = msg(
                "follow-up is due {months} months after the last one, {day}",
                months=months,
                day=base,
            )
        return months_after(base, months), because

    deadline = context.deadline(attrs.evolve(rule, figures=(name,)), run.started, base, work_out)
    if deadline.due is not None:
        for day in (deadline.due, max(deadline.due, context.on)):
            if not parameter.covers(day):
                return undated(rule, run.started, base, not_known(parameter, day), parameter.source)
    return overdue_after(deadline, context.on)


def _old_flexjob_review(context: Context, run: Run) -> Deadline:
    """The next follow-up of a flexjob begun before 2013.

    The rule of 2001 is known through 2012. Whether that of 2013 also applies to older jobs isn't
    known; the day that it would give is stated.
    """
    deadline = _review(context, run, REVIEW)
    months = context.value(REVIEW_SINCE_2013.figures[0], context.on)
    if deadline.due is not None or months is None:
        return deadline
    because = msg(
        "{because}; for flexjobs begun in 2013 or later follow-up is due {months} months after the"
        " last one, and whether that applies to older flexjobs is not known",
        because=deadline.because,
        months=months,
    )
    held = _last_follow_up(context, run)
    if held is not None:
        day = months_after(held, months)
        because = msg("{because}; the deadline would be {day}", because=because, day=day)
    return attrs.evolve(deadline, because=because)


def _status(context: Context, run: Run) -> Deadline:
    start = run.started.on

    def work_out(months: int) -> tuple[date, Text]:
        because = msg(
            "the status is due {months} months after the start, {day}, where the flexjob is"
            " temporary",
            months=months,
            day=start,
        )
        return months_after(start, months), because

    return context.deadline(STATUS, run.started, start, work_out)


def _quarters(context: Context, run: Run, rule: DeadlineRule) -> Iterator[Deadline]:
    """A deadline for each quarter of the job until now whose day hasn't passed.

    Where the rule isn't known for several quarters, there is one deadline that says so, and only as
    long as the longest known limit would last.
    """
    last = context.on if run.last_day is None else min(context.on, run.last_day)
    longest = context.longest(rule.figures[0])
    quarter = Quarter.of(run.started.on)
    unknown = False
    while quarter.first_day <= last:
        if month_end_after(quarter.last_day, longest) >= context.on:
            deadline = _quarter(context, run, rule, quarter)
            if deadline.due is not None or not unknown:
                yield deadline
            unknown = unknown or deadline.due is None
        quarter = quarter.next()


def _quarter(context: Context, run: Run, rule: DeadlineRule, quarter: Quarter) -> Deadline:
    start = max(quarter.first_day, run.started.on)
    end = quarter.last_day if run.last_day is None else min(quarter.last_day, run.last_day)

    def work_out(months: int) -> tuple[date, Text]:
        because = msg(
            "the deadline is {months} months after the end of the quarter, {day}; a claim that is"
            " late is lost",
            months=months,
            day=quarter.last_day,
        )
        return month_end_after(quarter.last_day, months), because

    deadline = context.deadline(rule, run.started, quarter.last_day, work_out)
    return attrs.evolve(deadline, period=Period(start, end))


def _longest_subsidy(context: Context, run: Run) -> Deadline:
    start = run.started.on

    def work_out(public: int, private: int) -> tuple[date, Text]:
        because = msg(
            "the job lasts at most {public} months from {day} at a public employer; at a private"
            " employer it lasts at most {private} months, through {last_day}",
            public=public,
            day=start,
            private=private,
            last_day=months_after(start, private) - DAY,
        )
        return months_after(start, public) - DAY, because

    return overdue_after(context.deadline(SUBSIDY_END, run.started, start, work_out), context.on)


def _longest_newly_qualified(context: Context, run: Run) -> Deadline:
    start = run.started.on

    def work_out(months: int) -> tuple[date, Text]:
        because = msg("the job lasts at most {months} months from {day}", months=months, day=start)
        return months_after(start, months) - DAY, because

    deadline = context.deadline(NEWLY_QUALIFIED_END, run.started, start, work_out)
    return overdue_after(deadline, context.on)


def _placement(context: Context, run: Run) -> Iterator[Deadline]:
    """The longest work placement; whether the person is ready for work is not recorded."""
    start = run.started.on
    further = context.value("work_placement.weeks_further", context.on)

    def ready(weeks: int) -> tuple[date, Text]:
        because = msg(
            "the placement lasts at most {weeks} weeks from {day}", weeks=weeks, day=start
        )
        return start + weeks * WEEK - DAY, because

    def other(weeks: int, extended: int) -> tuple[date, Text]:
        reached = weeks
        if start + reached * WEEK <= context.on:
            reached = extended
        while further and start + reached * WEEK <= context.on:
            reached += further
        because = msg(
            "the placement can last {reached} weeks from {day}: at most {weeks} weeks, extended"
            " after an assessment to {extended}",
            reached=reached,
            day=start,
            weeks=weeks,
            extended=extended,
        )
        if further:
            because = msg(
                "{because}; in very special cases it can be extended by {further} weeks at a time",
                because=because,
                further=further,
            )
        return start + reached * WEEK - DAY, because

    yield context.deadline(PLACEMENT_READY, run.started, start, ready)
    yield overdue_after(context.deadline(PLACEMENT, run.started, start, other), context.on)


def end_deadline(context: Context, event: Event, *, running: bool) -> Deadline | None:
    """The end of what was granted, agreed, tried or given notice of; None where there is none.

    Once it has passed, it is listed only while the scheme continues.
    """
    match event:
        case AgreementSigned() | DecisionReceived():
            end, rule = event.valid_to, PERIOD
        case WorkTrialHeld():
            end, rule = event.valid_to, TRIAL
        case NoticeGiven():
            end, rule = event.last_day, EMPLOYMENT
        case _:
            return None
    if end is None or (end < context.on and not running):
        return None
    return Deadline(
        id=rule.id,
        label=rule.label,
        due=end,
        because=msg("{event} on {day}", event=event.label, day=event.on),
        source=AGREED,
        event=event.id,
        overdue=end < context.on,
        period=Period(event.on, end),
    )


def section_56_deadlines(
    context: Context, agreement: AgreementSigned, leaves: Sequence[RecordedLeave], *, running: bool
) -> Iterator[Deadline]:
    """The end of a section 56 agreement, and whether it can be renewed then.

    It ends with its legal term, or sooner where that was agreed. ``running`` says that the scheme
    is still in progress, which it should not be after that.
    """

    def work_out(years: int) -> tuple[date, Text]:
        end = term_end(agreement.on, years)
        if agreement.valid_to is not None and agreement.valid_to < end:
            return agreement.valid_to, msg("the last day was agreed on {day}", day=agreement.on)
        because = msg(
            "the agreement is for {years} years from {day}", years=years, day=agreement.on
        )
        return end, because

    expiry = context.deadline(EXPIRY, agreement, agreement.on, work_out)
    end = expiry.due
    if end is not None:
        expiry = attrs.evolve(expiry, period=Period(agreement.on, end))
    if end is None or end >= context.on:
        yield expiry
    elif running:
        yield attrs.evolve(expiry, overdue=True)
    if end is None or end < context.on:
        return
    days = sum(1 for day in absence_days(leaves) if day <= end < months_after(day, 12))

    def renewal(least: int) -> tuple[date, Text]:
        because = msg(
            "the registered number of absence days in the year up to {end} is {days}; with fewer"
            " than {least} the agreement is renewed only where conditions have changed materially",
            days=days,
            end=end,
            least=least,
        )
        return end, because

    yield context.deadline(RENEWAL, agreement, end, renewal)


def absence_days(leaves: Sequence[RecordedLeave]) -> set[date]:
    """The days of absence under section 56 agreements that are registered.

    Hours for a week count on each of its weekdays within the leave.
    """
    return {
        day
        for leave in leaves
        if leave.started.basis is RefundBasis.SECTION_56
        for key, hours in leave.hours
        for day in (key.weekdays if isinstance(key, Week) else (key,))
        if hours and leave.covers(day)
    }
