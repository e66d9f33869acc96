"""What is due for schemes: follow-up of flexjobs, and the end of what was granted or agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from socialkapitel.calculators.inputs import divisor, whole_figure
from socialkapitel.cases.deadline_model import Deadline, DeadlineRule, Desk, months_after
from socialkapitel.cases.events import (
    AgreementSigned,
    DecisionReceived,
    Event,
    FollowUpHeld,
    NoticeGiven,
    WorkTrialHeld,
)
from socialkapitel.cases.runs import Run
from socialkapitel.errors import NotInForce
from socialkapitel.messages import Label, Text, msg
from socialkapitel.parameters import Figure
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


def review_deadlines(desk: Desk, run: Run, events: Sequence[Event]) -> Iterator[Deadline]:
    """The next follow-up of a flexjob granted before 2013, and the last one if it wasn't held."""
    held = [
        event.on
        for event in events
        if isinstance(event, FollowUpHeld) and event.scheme in {None, run.scheme}
    ]
    *passed, upcoming = _reviews(desk, run)
    days = [run.started.on, *(review.due for review in passed if review.due is not None)]
    if passed and not any(days[-2] < day for day in held):
        yield attrs.evolve(passed[-1], overdue=True)
    if run.last_day is None or upcoming.due is None or upcoming.due <= run.last_day:
        yield upcoming


def _reviews(desk: Desk, run: Run) -> list[Deadline]:
    """The reviews so far and the next one, which has no day where the rule isn't known any more."""
    reviews: list[Deadline] = []
    name, interval = REVIEW.figures
    day, months = run.started.on, 0
    while not reviews or day < desk.on:
        parameter = desk.parameters[name]
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


def end_deadline(desk: Desk, event: Event, *, running: bool) -> Deadline | None:
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
    if end is None or (end < desk.on and not running):
        return None
    return Deadline(
        id=rule.id,
        label=rule.label,
        due=end,
        because=msg("{event} on {day}", event=event.label, day=event.on),
        source=AGREED,
        event=event.id,
        overdue=end < desk.on,
    )
