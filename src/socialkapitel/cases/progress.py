"""How far a case has come: what the events so far add up to, and what may come next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from socialkapitel.cases.errors import IllegalEvent
from socialkapitel.cases.events import (
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
from socialkapitel.cases.transitions import (
    Absence,
    S,
    Stage,
    Transition,
    When,
    absence_transitions,
    legal_kinds,
    stage_transitions,
)
from socialkapitel.messages import Text, msg
from socialkapitel.periods import Week

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
        """Whether the leave has a day in common with these."""
        return self.started.on <= end and (self.back_on is None or start < self.back_on)


@attrs.frozen(kw_only=True, eq=False)
class Progress:
    """What the events so far add up to: so many of them, the latest of ``last_day``."""

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
                "not possible while it is so: {stage}, {absence}",
                stage=self.stage.label,
                absence=self.absence.label,
            )
        match event:
            case SchemeStarted() if event.scheme in self.running:
                return msg("{scheme} runs already", scheme=event.scheme)
            case SchemeAdjusted() | SchemeEnded() if event.scheme not in self.running:
                return msg("{scheme} does not run", scheme=event.scheme)
            case CaseClosed() if event.outcome not in _OUTCOMES[self.opening.purpose]:
                return msg(
                    "{outcome} is no outcome of a case opened for this: {purpose}",
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
    """The state that follows, where two transitions begin alike by what holds after the event."""
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
