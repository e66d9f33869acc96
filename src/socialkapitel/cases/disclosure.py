"""Showing a case to somebody: only what the role may see, by the table of rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

import attrs

from socialkapitel.brief import brief
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import (
    ColleaguesInformed,
    Event,
    EventCorrected,
    Profile,
    SchemeEnded,
    SchemeStarted,
)
from socialkapitel.cases.health import masked
from socialkapitel.cases.rights import Gate, Information, Rights, information, rights
from socialkapitel.cases.sight import id_as_seen, is_open, named_once, recorded
from socialkapitel.cases.transitions import Absence, Stage
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import UnknownName, WrongType
from socialkapitel.messages import Label, msg
from socialkapitel.sealing import Unpicklable

_NOT_A_DETAIL = ("id", "on", "role", "replacement")
"""Fields that are shown of every event, or in a place of their own."""


@brief
@attrs.frozen(kw_only=True)
class SeenEvent(Unpicklable):
    """What a role sees of an event (hændelse, som rollen ser den).

    ``details`` are the fields with a value that it may see, as pairs; sealed ones stay sealed, and
    the role opens them with ``reveal``; what the role may not open is left out.
    """

    id: UUID
    on: date
    role: str
    kind: str
    label: Label
    details: tuple[tuple[str, object], ...]

    def detail(self, name: str) -> object:
        """One of the details.

        Raises:
            UnknownName: where the role does not see it, or the event has no value for it.
        """
        for known, value in self.details:
            if known == name:
                return value
        raise UnknownName(msg("detail"), HIDDEN, [known for known, _ in self.details])


@brief
@attrs.frozen(kw_only=True)
class CaseView(Unpicklable):
    """A case as a role may see it (sagen, som rollen ser den).

    Attributes:
        role: who sees it.
        open: whether the case is open to the role yet.
        seen: the kinds of information that it sees, each with the reason.
        withheld: why it sees nothing else.
        stage: how far the case has come; None where the role does not see the course.
        absence: whether the person is on sick leave; None where the role does not see that.
        running: the schemes in progress; None where the role does not see arrangements. Colleagues
            see those in progress when they were informed. Where a name reveals something about
            health that the role may not know, ``"agreement-on-work"`` replaces it, once for all of
            them; `socialkapitel.scheme_name` gives the words for each.
        events: what happened, as far as the role may know, each as last corrected; a correction
            says only which event it is about.
    """

    role: str
    open: bool
    seen: tuple[tuple[Information, Label], ...]
    withheld: Label
    stage: Stage | None = None
    absence: Absence | None = None
    running: tuple[str, ...] | None = None
    events: tuple[SeenEvent, ...] = ()


def disclose(case: Case, *, to: str) -> CaseView:
    """A case as a role may see it: what it needs for its task, and nothing else.

    The nature of an illness is for the employee and the municipality of residence alone.
    `socialkapitel.cases.rights.RIGHTS` says what each role sees, and why.

    Args:
        case: the case.
        to: the role, the id of an actor such as ``"colleagues"``.

    Raises:
        UnknownName: for a role that the table does not name.
        WrongType: for anything but a case.

    >>> from uuid import UUID
    >>> from socialkapitel.cases import events
    >>> opening = events.CaseOpened(
    ...     id=UUID(int=1),
    ...     on=date(2008, 3, 3),
    ...     role="nearest-manager",
    ...     purpose=events.Purpose.RETENTION,
    ... )
    >>> case = Case.open(opening)
    >>> disclose(case, to="nearest-manager").stage
    <Stage.CLARIFYING: 'clarifying'>
    >>> disclose(case, to="colleagues").open
    False
    """
    if not isinstance(case, Case):
        raise WrongType("case", HIDDEN, msg("a Case"))
    right = masked(rights, to)
    events = case.effective_events
    opened = is_open(right, recorded(case))
    view = CaseView(
        role=right.role,
        open=opened,
        seen=tuple(right.seen.items()) if opened else (),
        withheld=right.withheld,
    )
    if not opened:
        return view
    status = case.status
    running = _told(events) if right.gate is Gate.INFORMED else status.running
    return attrs.evolve(
        view,
        stage=status.stage if right.allows(Information.COURSE) else None,
        absence=status.absence if right.allows(Information.ABSENCE) else None,
        running=named_once(right, running) if right.allows(Information.ARRANGEMENT) else None,
        events=tuple(_seen(event, right) for event in _shown(case, right))
        if right.allows(Information.COURSE)
        else (),
    )


def _shown(case: Case, right: Rights) -> Iterator[Event]:
    """The events that a role sees, in order, and corrections of events that it would see."""
    tells = {event.id: {event.tells} for event in case.events}
    corrections = [event for event in case.events if isinstance(event, EventCorrected)]
    for one in corrections:
        if one.replacement is not None:
            tells[one.corrects].add(one.replacement.tells)
    for one in corrections:
        tells[one.id] |= tells[one.corrects]
    for event in sorted(recorded(case), key=lambda event: event.on):
        asked = tells[event.id] if isinstance(event, EventCorrected) else {event.tells}
        if all(map(right.allows, asked)):
            yield event


def _told(events: Sequence[Event]) -> tuple[str, ...]:
    """The schemes in progress when colleagues were last informed jointly that still are."""
    running: list[str] = []
    told: list[str] = []
    for event in events:
        match event:
            case SchemeStarted():
                running.append(event.scheme)
            case SchemeEnded():
                running.remove(event.scheme)
                told = [scheme for scheme in told if scheme != event.scheme]
            case ColleaguesInformed() if event.jointly:
                told = list(running)
            case _:
                pass
    return tuple(told)


def _seen(event: Event, right: Rights) -> SeenEvent:
    fields = attrs.fields(type(event))
    details = [
        (field.name, _open_to(right, field.name, getattr(event, field.name)))
        for field in fields
        if field.name not in _NOT_A_DETAIL and right.allows(information(field))
    ]
    return SeenEvent(
        id=event.id,
        on=event.on,
        role=event.role,
        kind=event.kind,
        label=event.label,
        details=tuple((name, value) for name, value in details if value is not None),
    )


def _open_to(right: Rights, name: str, value: object) -> object:
    """A detail, without a cause told to others, and without a name that reveals too much."""
    role = right.role
    if name == "scheme" and isinstance(value, str):
        return id_as_seen(right, value)
    if isinstance(value, Profile) and value.cause is not None and role not in value.cause.readers:
        return attrs.evolve(value, cause=None)
    return value
