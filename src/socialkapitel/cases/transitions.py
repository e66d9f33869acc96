"""The states of a case and what leads from one to another, as a table.

A case has two states at once: its stage, and the absence of the person it is about. Each has its
own transitions; an event that stands in neither row is illegal in that state.
"""

from __future__ import annotations

from enum import Enum
from typing import Generic, TypeVar

import attrs

from socialkapitel.cases import events
from socialkapitel.cases.events import EVENTS, Event
from socialkapitel.messages import Label


class Stage(Enum):
    """How far a case has come (sagens stade)."""

    CLARIFYING = "clarifying"
    ARRANGED = "arranged"
    NOTICE = "notice"
    CLOSED = "closed"

    @property
    def label(self) -> Label:
        """The stage in words."""
        return _STAGES[self]


class Absence(Enum):
    """Whether the person is on sick leave (fravær)."""

    NONE = "none"
    FULL = "full"
    PARTIAL = "partial"

    @property
    def label(self) -> Label:
        """The absence in words."""
        return _ABSENCES[self]


class When(Enum):
    """What decides between two transitions that begin alike."""

    ALWAYS = "always"
    OTHERS_RUN = "others-run"
    NONE_RUNS = "none-runs"
    FULL_LEAVE = "full-leave"
    PARTIAL_LEAVE = "partial-leave"

    @property
    def label(self) -> Label:
        """The condition in words."""
        return _WHENS[self]


S = TypeVar("S", Stage, Absence)


@attrs.frozen
class CaseStatus:
    """How a case stands (status).

    ``running`` are the ids of the schemes that run, in the order in which they began.
    """

    stage: Stage
    absence: Absence
    running: tuple[str, ...]


_STAGES = {
    Stage.CLARIFYING: Label(en="being clarified", da="under afklaring"),
    Stage.ARRANGED: Label(en="a scheme runs", da="en ordning løber"),
    Stage.NOTICE: Label(en="under notice", da="opsagt"),
    Stage.CLOSED: Label(en="closed", da="afsluttet"),
}
_ABSENCES = {
    Absence.NONE: Label(en="not on sick leave", da="ikke sygemeldt"),
    Absence.FULL: Label(en="on full sick leave", da="fuldt sygemeldt"),
    Absence.PARTIAL: Label(en="on partial sick leave", da="delvist sygemeldt"),
}
_WHENS = {
    When.ALWAYS: Label(en="always", da="altid"),
    When.OTHERS_RUN: Label(en="another scheme runs on", da="en anden ordning løber videre"),
    When.NONE_RUNS: Label(en="no scheme runs any more", da="ingen ordning løber mere"),
    When.FULL_LEAVE: Label(en="the leave is full", da="sygemeldingen er fuld"),
    When.PARTIAL_LEAVE: Label(en="the leave is partial", da="sygemeldingen er delvis"),
}


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
)
"""The stages of a case. Nothing leads out of `Stage.CLOSED`: what comes later is a new case."""

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

On a leave that gets worse the hours are registered; it does not begin anew.
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
    ()
    """
    return tuple(
        kind.kind
        for kind in EVENTS
        if stage_transitions(stage, kind) and absence_transitions(absence, kind)
    )
