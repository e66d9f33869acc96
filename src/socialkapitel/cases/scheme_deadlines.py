"""What is due for schemes: follow-up, renewal, and the end of what was granted or agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from socialkapitel.calculators.inputs import divisor, whole_figure
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.cases.deadline_rules import Context, Deadline, DeadlineRule, months_after
from socialkapitel.cases.events import (
    AgreementSigned,
    DecisionReceived,
    Event,
    FollowUpHeld,
    NoticeGiven,
    WorkTrialHeld,
)
from socialkapitel.cases.jobs import Run
from socialkapitel.cases.sickness import RecordedLeave
from socialkapitel.errors import NotInForce
from socialkapitel.messages import Label, Text, msg
from socialkapitel.parameters import Figure
from socialkapitel.periods import Week, term_end
from socialkapitel.sources import Source

REVIEW = DeadlineRule(
    "flexjob.review",
    Label(en="The municipality follows up the flexjob", da="Kommunen følger op på fleksjobbet"),
    ("flexjob.review_first", "flexjob.review_interval"),
)
PERIOD = DeadlineRule(
    "agreed.period",
    Label(en="What was granted or agreed ends", da="Det bevilgede eller aftalte ophører"),
)
TRIAL = DeadlineRule(
    "agreed.work_trial", Label(en="The work trial ends", da="Arbejdsprøvningen slutter")
)
EMPLOYMENT = DeadlineRule(
    "agreed.employment", Label(en="The employment ends", da="Ansættelsen ophører")
)

AGREED = Source("agreement")
"""Where a day comes from that no law fixes: the parties or an authority set it."""


def review_deadlines(context: Context, run: Run, events: Sequence[Event]) -> Iterator[Deadline]:
    """The next follow-up of a flexjob granted before 2013, and the last one if it wasn't held."""
    held = [
        event.on
        for event in events
        if isinstance(event, FollowUpHeld) and event.scheme in {None, run.scheme}
    ]
    *passed, upcoming = _reviews(context, run)
    days = [run.started.on, *(review.due for review in passed if review.due is not None)]
    if passed and not any(days[-2] < day for day in held):
        yield attrs.evolve(passed[-1], overdue=True)
    if run.last_day is None or upcoming.due is None or upcoming.due <= run.last_day:
        yield upcoming


def _reviews(context: Context, run: Run) -> list[Deadline]:
    """The reviews so far and the next one, which has no day where the rule isn't known any more."""
    reviews: list[Deadline] = []
    name, interval = REVIEW.figures
    day, months = run.started.on, 0
    while not reviews or day < context.on:
        parameter = context.parameters[name]
        try:
            months += _interval(parameter.on(day))
            due = months_after(run.started.on, months)
            parameter.on(due)  # the rule must hold on the day itself
        except NotInForce as error:
            reviews.append(_review(run, parameter.source.on(day), None, error.message))
            break
        because = msg(
            "{months} months after the flexjob began, {day}", months=months, day=run.started.on
        )
        reviews.append(_review(run, parameter.source.on(due), due, because))
        name, day = interval, due
    return reviews


def _interval(figure: Figure) -> int:
    divisor(figure)  # refuses 0, which would never reach the day
    return whole_figure(figure)


def _review(run: Run, source: Source, due: date | None, because: Text) -> Deadline:
    return Deadline(
        id=REVIEW.id,
        label=REVIEW.label,
        due=due,
        because=because,
        source=source,
        event=run.started.id,
    )


def end_deadline(context: Context, event: Event, *, running: bool) -> Deadline | None:
    """The end of what was granted, agreed, tried or given notice of; None where there is none.

    Once it has passed it is told only while the scheme runs on.
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
    )


EXPIRY = DeadlineRule(
    "section_56.expiry",
    Label(en="The section 56 agreement expires", da="§ 56-aftalen udløber"),
    ("section_56.term",),
)
RENEWAL = DeadlineRule(
    "section_56.renewal",
    Label(
        en="Find out whether the section 56 agreement can be renewed",
        da="Undersøg, om § 56-aftalen kan fornyes",
    ),
    ("section_56.min_absence_days",),
)


def section_56_deadlines(
    context: Context, agreement: AgreementSigned, leaves: Sequence[RecordedLeave], *, running: bool
) -> Iterator[Deadline]:
    """The end of a section 56 agreement, and whether it can be renewed then.

    It ends with its legal term, or sooner where that was agreed. ``running`` tells that the scheme
    still runs, which it should not do after that.
    """

    def work_out(years: int) -> tuple[date, Text]:
        end = term_end(agreement.on, years)
        if agreement.valid_to is not None and agreement.valid_to < end:
            return agreement.valid_to, msg("agreed so on {day}", day=agreement.on)
        return end, msg("{years} years from {day}", years=years, day=agreement.on)

    expiry = context.deadline(EXPIRY, agreement, agreement.on, work_out)
    end = expiry.due
    if end is None or end >= context.on:
        yield expiry
    elif running:
        yield attrs.evolve(expiry, overdue=True)
    if end is None or end < context.on:
        return
    days = sum(1 for day in absence_days(leaves) if day <= end < months_after(day, 12))

    def renewal(least: int) -> tuple[date, Text]:
        because = msg(
            "{days} days of absence are registered in the year up to {end}; with fewer than"
            " {least} it is renewed only where conditions have changed materially",
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
