"""The states of a case, the transitions between them, and a case's progress.

A case has two states at once: its stage, and the absence of the person it is about. Each has its
own transitions, as a table; an event that is in neither table is illegal in that state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Generic, TypeVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.cases import events
from socialkapitel.cases.errors import IllegalEvent
from socialkapitel.cases.events import (
    EVENTS,
    AbsenceRegistered,
    CaseClosed,
    CaseOpened,
    CaseOutcome,
    Event,
    Extent,
    FullReturn,
    PartialReturn,
    Purpose,
    SchemeAdjusted,
    SchemeEnded,
    SchemeStarted,
    SickLeaveStarted,
)
from socialkapitel.messages import Label, Labelled, Text, msg, within
from socialkapitel.periods import Week
from socialkapitel.schemes.names import SCHEME_NAMES


class Stage(Labelled):
    """How far a case has come (sagens stade)."""

    CLARIFYING = "clarifying", Label("being clarified", "under afklaring")
    ARRANGED = "arranged", Label("a scheme is in progress", "en ordning er i gang")
    NOTICE = "notice", Label("under notice", "opsagt")
    CLOSED = "closed", Label("closed", "afsluttet")


class Absence(Labelled):
    """Whether the person is on sick leave (fravær)."""

    NONE = "none", Label("not on sick leave", "ikke sygemeldt")
    FULL = "full", Label("on full sick leave", "fuldt sygemeldt")
    PARTIAL = "partial", Label("on partial sick leave", "delvist sygemeldt")


class When(Labelled):
    """What decides between two transitions from the same state by the same event."""

    ALWAYS = "always", Label("always", "altid")
    OTHERS_RUN = "others-run", Label("another scheme continues", "en anden ordning fortsætter")
    NONE_RUNS = (
        "none-runs",
        Label("no scheme is in progress any more", "der er ikke længere en ordning i gang"),
    )
    FULL_LEAVE = (
        "full-leave",
        Label("the employee is on full sick leave", "medarbejderen er fuldt sygemeldt"),
    )
    PARTIAL_LEAVE = (
        "partial-leave",
        Label("the employee is on partial sick leave", "medarbejderen er delvist sygemeldt"),
    )


S = TypeVar("S", Stage, Absence)


@brief
@attrs.frozen
class CaseStatus:
    """The status of a case (status).

    ``running`` are the ids of the schemes in progress, in the order in which they began.
    """

    stage: Stage
    absence: Absence
    running: tuple[str, ...]


@attrs.frozen
class Transition(Generic[S]):
    """An event that is legal in a state, and the state that it leads to (overgang).

    ``source`` is None for the event that opens a case.
    """

    source: S | None
    event: type[Event]
    target: S
    when: When = When.ALWAYS


def _same(state: Stage, *kinds: type[Event]) -> tuple[Transition[Stage], ...]:
    return tuple(Transition(state, kind, state) for kind in kinds)


_CHANGES_ABSENCE = (events.SickLeaveStarted, events.PartialReturn, events.FullReturn)
_CHANGES_STAGE = (
    events.CaseOpened,
    events.SchemeStarted,
    events.SchemeAdjusted,
    events.SchemeEnded,
    events.NoticeGiven,
    events.CaseClosed,
)
_CHANGES_NO_STAGE = tuple(kind for kind in EVENTS if kind not in _CHANGES_STAGE)

STAGES: tuple[Transition[Stage], ...] = (
    Transition(None, events.CaseOpened, Stage.CLARIFYING),
    *_same(Stage.CLARIFYING, *_CHANGES_NO_STAGE),
    Transition(Stage.CLARIFYING, events.SchemeStarted, Stage.ARRANGED),
    Transition(Stage.CLARIFYING, events.NoticeGiven, Stage.NOTICE),
    Transition(Stage.CLARIFYING, events.CaseClosed, Stage.CLOSED),
    *_same(Stage.ARRANGED, *_CHANGES_NO_STAGE, events.SchemeStarted, events.SchemeAdjusted),
    Transition(Stage.ARRANGED, events.SchemeEnded, Stage.ARRANGED, When.OTHERS_RUN),
    Transition(Stage.ARRANGED, events.SchemeEnded, Stage.CLARIFYING, When.NONE_RUNS),
    Transition(Stage.ARRANGED, events.NoticeGiven, Stage.NOTICE),
    Transition(Stage.ARRANGED, events.CaseClosed, Stage.CLOSED),
    *_same(
        Stage.NOTICE,
        *_CHANGES_NO_STAGE,
        events.SchemeStarted,
        events.SchemeAdjusted,
        events.SchemeEnded,
    ),
    Transition(Stage.NOTICE, events.CaseClosed, Stage.CLOSED),
    Transition(Stage.CLOSED, events.EventCorrected, Stage.CLOSED),
)
"""The stages of a case. Nothing leads out of `Stage.CLOSED`: what comes later is a new case.

`socialkapitel.events.EventCorrected` is possible in each. By itself it leads nowhere: the case is
worked out again from the corrected events.
"""

ABSENCES: tuple[Transition[Absence], ...] = (
    Transition(None, events.CaseOpened, Absence.NONE),
    Transition(Absence.NONE, events.SickLeaveStarted, Absence.FULL, When.FULL_LEAVE),
    Transition(Absence.NONE, events.SickLeaveStarted, Absence.PARTIAL, When.PARTIAL_LEAVE),
    Transition(Absence.FULL, events.PartialReturn, Absence.PARTIAL),
    Transition(Absence.FULL, events.FullReturn, Absence.NONE),
    Transition(Absence.PARTIAL, events.PartialReturn, Absence.PARTIAL),
    Transition(Absence.PARTIAL, events.FullReturn, Absence.NONE),
)
"""The person's absence. Events that are not named here leave it as it is.

If a leave gets worse, the hours are registered; it does not begin again.
"""

_BY_STAGE: dict[tuple[Stage, type[Event]], tuple[Transition[Stage], ...]] = {
    (stage, kind): tuple(one for one in STAGES if (one.source, one.event) == (stage, kind))
    for stage in Stage
    for kind in EVENTS
}
_BY_ABSENCE: dict[tuple[Absence, type[Event]], tuple[Transition[Absence], ...]] = {
    (absence, kind): tuple(one for one in ABSENCES if (one.source, one.event) == (absence, kind))
    if kind in _CHANGES_ABSENCE
    else (Transition(absence, kind, absence),)
    for absence in Absence
    for kind in EVENTS
}


def stage_transitions(stage: Stage, kind: type[Event]) -> tuple[Transition[Stage], ...]:
    """What a kind of event can do to the stage; nothing where it is illegal."""
    return _BY_STAGE[stage, kind]


def absence_transitions(absence: Absence, kind: type[Event]) -> tuple[Transition[Absence], ...]:
    """What a kind of event can do to the absence; nothing where it is illegal."""
    return _BY_ABSENCE[absence, kind]


def legal_kinds(stage: Stage, absence: Absence) -> tuple[str, ...]:
    """The kinds of events that can be recorded in both states, by name.

    >>> legal_kinds(Stage.CLOSED, Absence.NONE)
    ('event-corrected',)
    """
    return tuple(
        kind.kind
        for kind in EVENTS
        if stage_transitions(stage, kind) and absence_transitions(absence, kind)
    )


_OUTCOMES = {
    Purpose.RETENTION: (
        CaseOutcome.KEPT_ORDINARY,
        CaseOutcome.KEPT_SPECIAL,
        CaseOutcome.RELOCATED,
        CaseOutcome.LEFT,
        CaseOutcome.PENSION,
    ),
    Purpose.ENTRY: (CaseOutcome.TAKEN_IN, CaseOutcome.LEFT, CaseOutcome.PENSION),
}


@attrs.frozen(eq=False, repr=False)
class Leave:
    """A sick leave, and the one before it (sygemelding).

    ``back_on`` is the first day back at work; None while the leave lasts.
    """

    started: SickLeaveStarted
    before: Leave | None
    back_on: date | None = None

    def covers(self, start: date, end: date) -> bool:
        """Whether the leave has a day in common with a period."""
        return self.started.on <= end and (self.back_on is None or start < self.back_on)


@attrs.frozen(kw_only=True, eq=False)
class Progress:
    """The state that the events so far add up to: their number, and the latest on ``last_day``."""

    opening: CaseOpened
    stage: Stage = Stage.CLARIFYING
    absence: Absence = Absence.NONE
    last_day: date
    version: int = 1
    running: tuple[str, ...] = ()
    leave: Leave | None = attrs.field(default=None, repr=False)

    def leaves(self) -> Iterator[Leave]:
        """The sick leaves, the latest first."""
        leave = self.leave
        while leave is not None:
            yield leave
            leave = leave.before

    @classmethod
    def of(cls, opening: CaseOpened, events: Iterable[Event]) -> Progress:
        """How far the case has come after its opening and these events, none of them corrections.

        Raises:
            IllegalEvent: for the first event that is illegal in its place.
        """
        progress = cls(opening=opening, last_day=opening.on)
        for event in events:
            progress = progress.after(event)
        return progress

    @property
    def legal(self) -> tuple[str, ...]:
        """The kinds of events that can be recorded now."""
        return legal_kinds(self.stage, self.absence)

    def after(self, event: Event) -> Progress:
        """How far the case has come once an event is recorded.

        Raises:
            IllegalEvent: for an event that can't be recorded now.
        """
        reason = self._illegal(event)
        if reason is not None:
            raise IllegalEvent(event.kind, event.on, reason, self.legal)
        running = self._running(event)
        return Progress(
            opening=self.opening,
            stage=_next(stage_transitions(self.stage, type(event)), event, running),
            absence=_next(absence_transitions(self.absence, type(event)), event, running),
            last_day=event.on,
            version=self.version + 1,
            running=running,
            leave=self._leave(event),
        )

    def _running(self, event: Event) -> tuple[str, ...]:
        if isinstance(event, SchemeStarted):
            return (*self.running, event.scheme)
        if isinstance(event, SchemeEnded):
            return tuple(scheme for scheme in self.running if scheme != event.scheme)
        return self.running

    def _leave(self, event: Event) -> Leave | None:
        if isinstance(event, SickLeaveStarted):
            return Leave(event, self.leave)
        if isinstance(event, FullReturn) and self.leave is not None:
            return Leave(self.leave.started, self.leave.before, event.on)
        return self.leave

    def _illegal(self, event: Event) -> Text | None:
        """Why an event can't be recorded now; None where it can."""
        if event.on < self.last_day:
            return msg("events are recorded in order; the latest is of {day}", day=self.last_day)
        kind = type(event)
        if not (stage_transitions(self.stage, kind) and absence_transitions(self.absence, kind)):
            return msg(
                "not possible in a case with this status: {stage}, {absence}",
                stage=self.stage.label,
                absence=self.absence.label,
            )
        match event:
            case SchemeStarted() if event.scheme in self.running:
                return msg(
                    "the scheme is already in progress: {scheme}",
                    scheme=within(SCHEME_NAMES[event.scheme]),
                )
            case SchemeAdjusted() | SchemeEnded() if event.scheme not in self.running:
                return msg(
                    "the scheme is not in progress: {scheme}",
                    scheme=within(SCHEME_NAMES[event.scheme]),
                )
            case CaseClosed() if event.outcome not in _OUTCOMES[self.opening.purpose]:
                return msg(
                    "a case opened for this purpose cannot end in this way: {purpose}, {outcome}",
                    outcome=event.outcome.label,
                    purpose=self.opening.purpose.label,
                )
            case PartialReturn() | FullReturn():
                return self._illegal_return(event)
            case AbsenceRegistered():
                return self._illegal_absence(event)
            case _:
                return None

    def _illegal_return(self, event: Event) -> Text | None:
        if self.leave is not None and event.on <= self.leave.started.on:
            return msg("a return is after the first day, {day}", day=self.leave.started.on)
        return None

    def _illegal_absence(self, event: AbsenceRegistered) -> Text | None:
        for key, _ in event.hours:
            first, *others = self.leaves_of(key) or (None,)
            if first is None:
                return msg("no sick leave covers {entry}", entry=key)
            if isinstance(key, Week) and (others or not _weekdays(first, key)):
                return msg("the hours of {week} must be given by date", week=key)
        return None

    def leaves_of(self, key: Week | date) -> tuple[Leave, ...]:
        """The sick leaves that a week or a day has a day in common with, the latest first."""
        start, end = (key.monday, key.sunday) if isinstance(key, Week) else (key, key)
        found: list[Leave] = []
        for leave in self.leaves():
            if leave.covers(start, end):
                found.append(leave)
            elif leave.started.on < start:
                break
        return tuple(found)


def _weekdays(leave: Leave, week: Week) -> bool:
    return any(leave.covers(day, day) for day in week.weekdays)


def _next(legal: tuple[Transition[S], ...], event: Event, running: tuple[str, ...]) -> S:
    """The state that follows; of two, the one whose condition is met after the event."""
    [target] = [one.target for one in legal if _holds(one.when, event, running)]
    return target


def _holds(when: When, event: Event, running: tuple[str, ...]) -> bool:
    match when:
        case When.OTHERS_RUN:
            return bool(running)
        case When.NONE_RUNS:
            return not running
        case When.FULL_LEAVE:
            return isinstance(event, SickLeaveStarted) and event.extent is Extent.FULL
        case When.PARTIAL_LEAVE:
            return isinstance(event, SickLeaveStarted) and event.extent is Extent.PARTIAL
        case _:
            return True
