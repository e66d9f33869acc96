"""The grounds of refunds, checked against the case: a scheme that it does not show is no ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest

import attrs

from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.cases.deadline_rules import DAY, Context, months_after
from socialkapitel.cases.events import (
    AgreementSigned,
    CaseOpened,
    DecisionReceived,
    Event,
    Purpose,
    SchemeEnded,
    SchemeStarted,
    SickLeaveStarted,
)
from socialkapitel.cases.events.decisions import SUBSIDISED
from socialkapitel.cases.jobs import Run, grants
from socialkapitel.cases.sickness import RecordedLeave
from socialkapitel.cases.working_time import employed_since
from socialkapitel.messages import Label, Text, msg
from socialkapitel.periods import Month, term_end
from socialkapitel.schemes.names import SCHEME_NAMES

_SECTION_56 = "section-56"
_FLEXJOB_REFORM = date(2013, 1, 1)
_JOBS = {
    RefundBasis.FLEXJOB: "flexjob",
    RefundBasis.FLEXJOB_SINCE_2013: "flexjob-since-2013",
}
"""The scheme that a refund from the first day is based on."""

_SATURDAY = 5


@attrs.frozen
class Held:
    """A period in which the case has a scheme; ``last_day`` is None while no end is known."""

    first_day: date
    last_day: date | None

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def why_not_sickness(
    context: Context, runs: Sequence[Run], leave: RecordedLeave, month: Month
) -> Text | None:
    """Why the case contradicts what the refund for a sick leave is based on; None where it doesn't.

    The ground must exist on the first day of absence, from which there is refund, and on each
    day of the leave through the month.
    """
    basis = leave.started.basis
    if basis is RefundBasis.NEW_EMPLOYEE:
        return _why_not_new(context, runs, leave)
    if basis is RefundBasis.SECTION_56:
        scheme, held = _SECTION_56, tuple(_agreements(context))
    elif basis in _JOBS:
        scheme = _JOBS[basis]
        own = [run for run in runs if run.scheme == scheme and _of_its_time(run)]
        held = tuple(one for run in own for one in granted_times(context.recorded, run))
    else:
        return None
    days = _days(leave, month)
    missing = next((day for day in days if not any(day in one for one in held)), None)
    if missing is None:
        return None
    if not held and any(_decides(event, scheme) for event in context.recorded):
        return msg(
            "the refund is based on a scheme that the authority has not granted: {scheme}",
            scheme=SCHEME_NAMES[scheme],
        )
    return _not_shown(SCHEME_NAMES[scheme], missing, held)


def _days(leave: RecordedLeave, month: Month) -> Iterator[date]:
    """The first day of absence, and the days of the leave in the month that can have hours."""
    yield leave.first_day
    at_weekends = {key for key, hours in leave.hours if hours and isinstance(key, date)}
    day = max(leave.first_day, month.first_day)
    while day in month and leave.covers(day):
        if day.weekday() < _SATURDAY or day in at_weekends:
            yield day
        day += DAY


def _not_shown(scheme: Label, day: date, held: Sequence[Held]) -> Text:
    """Says that the case does not have a scheme on a day, and what it shows instead."""
    earlier = [one.last_day for one in held if one.last_day is not None and one.last_day < day]
    later = [one.first_day for one in held if day < one.first_day]
    if earlier:
        return msg(
            "the refund is based on a scheme that the case does not have on {day}: {scheme}; it"
            " ended on {end}",
            day=day,
            scheme=scheme,
            end=max(earlier),
        )
    if later:
        return msg(
            "the refund is based on a scheme that the case does not have on {day}: {scheme}; it"
            " began on {start}",
            day=day,
            scheme=scheme,
            start=min(later),
        )
    return msg(
        "the refund is based on a scheme that the case does not have on {day}: {scheme}; none is"
        " recorded",
        day=day,
        scheme=scheme,
    )


def _of_its_time(run: Run) -> bool:
    """Whether a flexjob began under the rules of its scheme: the old ones, or those since 2013."""
    return (run.started.on < _FLEXJOB_REFORM) is (run.scheme == "flexjob")


def _agreements(context: Context) -> Iterator[Held]:
    """The periods of section 56 agreements: their legal term, or less where agreed."""
    recorded = context.recorded
    for place, event in enumerate(recorded):
        if not isinstance(event, AgreementSigned) or event.scheme != _SECTION_56:
            continue
        later = [one for one in recorded[place + 1 :] if getattr(one, "scheme", "") == _SECTION_56]
        decided = next((one for one in later if not isinstance(one, SchemeStarted)), None)
        if isinstance(decided, DecisionReceived) and not decided.granted:
            continue  # the municipality did not approve it
        years = context.value("section_56.term", event.on)
        ends = [
            event.valid_to,
            None if years is None else term_end(event.on, years),
            next((one.on for one in later if isinstance(one, SchemeEnded)), None),
        ]
        yield Held(event.on, min((end for end in ends if end is not None), default=None))


def _decides(event: Event, scheme: str) -> bool:
    return isinstance(event, DecisionReceived) and event.scheme == scheme


def granted_times(events: Iterable[Event], run: Run) -> Iterator[Held]:
    """The periods of a run that were granted; all of it where no decision is recorded.

    A grant holds until its own end, or until the next. A refusal of more takes nothing away.
    """
    decided = [one for one in events if isinstance(one, DecisionReceived)]
    granted = grants(decided, run, run.last_day or date.max)
    if not granted and not any(one.scheme == run.scheme for one in decided):
        yield Held(run.started.on, run.last_day)
    for decision, following in zip_longest(granted, granted[1:]):
        before_next = following.on - DAY if following else None
        ends = [run.last_day, decision.valid_to, before_next]
        last_day = min((end for end in ends if end is not None), default=None)
        yield Held(max(decision.on, run.started.on), last_day)


def why_not_job(context: Context, run: Run, month: Month) -> Text | None:
    """Why the case contradicts the refund for a job; None where it doesn't.

    The grant must last as long as the job does in the month; where the grant has no end, the job
    may not exceed the longest time for such a job.
    """
    held = tuple(granted_times(context.recorded, run))
    if not held:
        return msg("no decision that grants it is recorded")
    last = month.last_day if run.last_day is None else min(run.last_day, month.last_day)
    day = max(min(one.first_day for one in held), month.first_day)
    while day <= last:
        if not any(day in one for one in held):
            ended = max(one.last_day for one in held if one.last_day and one.last_day < day)
            return msg("what was granted ended on {day}, and the job continued", day=ended)
        day += DAY
    longest = _longest(context, run)
    decided = [one for one in context.recorded if isinstance(one, DecisionReceived)]
    dated = any(one.valid_to for one in grants(decided, run, last))
    if longest is not None and longest < last and not dated:
        return msg(
            "such a job may last through {day}; no decision that grants it for longer is recorded",
            day=longest,
        )
    return None


_LONGEST = {
    "wage-subsidy-unemployed": "wage_subsidy.unemployed_months_public",
    "newly-qualified": "wage_subsidy.newly_qualified_months",
}


def _longest(context: Context, run: Run) -> date | None:
    """The last day on which a job may be held; None where no limit is known."""
    if run.scheme not in _LONGEST:
        return None
    months = context.value(_LONGEST[run.scheme], run.started.on)
    return None if months is None else months_after(run.started.on, months) - DAY


def _why_not_new(context: Context, runs: Sequence[Run], leave: RecordedLeave) -> Text | None:
    """Why the case's own dates show that the employee is not new."""
    days = context.value("sickness_benefit.employment.days", leave.first_day)
    if leave.started.hours_in_8_weeks is not None:
        return None  # then the calculator judges
    told = employed_since(context.recorded, leave.first_day)
    since = told or min(_signs_of_work(context.recorded, runs))
    if days is None or leave.first_day - since < timedelta(days=days):
        return None
    return msg(
        "the refund is based on the employee being new, but the case shows work here since {since},"
        " {days} days or more before the absence",
        since=since,
        days=days,
    )


def _signs_of_work(events: Iterable[Event], runs: Iterable[Run]) -> Iterator[date]:
    """Days on which the person certainly worked here."""
    for event in events:
        if isinstance(event, SickLeaveStarted) or (
            isinstance(event, CaseOpened) and event.purpose is Purpose.RETENTION
        ):
            yield event.on
    yield from (run.started.on for run in runs if run.scheme in {*_JOBS.values(), *SUBSIDISED})
