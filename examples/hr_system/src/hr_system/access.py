"""Who asks, for which case, and what the library's table of rights lets them see of it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import attrs
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

import socialkapitel as sk
from hr_system.parts import Parts
from hr_system.people import People, Person
from hr_system.problems import NO_SUCH_CASE, NOBODY, NOT_FOR_YOU, Refused
from hr_system.store import EventStore

OPENERS = ("hr", "social-chapter-consultant")
"""The roles that open cases; from then on they may record in those that are open to them."""

_EVERY_KIND = frozenset(kind.kind for kind in sk.events.EVENTS)
_MAY_RECORD = {
    "hr": _EVERY_KIND,
    "nearest-manager": _EVERY_KIND,
    "social-chapter-consultant": _EVERY_KIND,
    "employee": frozenset({"concern-raised", "ability-changed"}),
}
_SEALED = (sk.HealthNote, sk.Identity, sk.PrivateText, sk.events.ToldCause)


def current_person(
    request: Request,
    given: Annotated[
        HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))
    ] = None,
) -> Person:
    """Who asks."""
    people: People = request.app.state.people
    person = None if given is None else people.by_token(given.credentials)
    if person is None:
        raise Refused(NOBODY)
    return person


def event_store(request: Request) -> EventStore:
    """The events of all cases."""
    found: EventStore = request.app.state.store
    return found


def all_parts(request: Request) -> Parts:
    """Who has a role in which case."""
    found: Parts = request.app.state.parts
    return found


CurrentPerson = Annotated[Person, Depends(current_person)]
Store = Annotated[EventStore, Depends(event_store)]
AllParts = Annotated[Parts, Depends(all_parts)]


@attrs.frozen
class Reading:
    """A case as somebody reads it: only what their role may see is in the view."""

    case_id: UUID
    role: str
    case: sk.Case
    view: sk.CaseView

    def need(self, *kinds: sk.Information) -> None:
        """Refuse those to whom any of these kinds of information is closed."""
        if not {kind for kind, _ in self.view.seen}.issuperset(kinds):
            raise Refused(NOT_FOR_YOU)

    @property
    def records(self) -> bool:
        """Whether the reader may record events, and so needs to know the version."""
        return self.view.open and self.role in _MAY_RECORD


def reading(case_id: UUID, person: CurrentPerson, store: Store, parts: AllParts) -> Reading:
    """The case that is asked for. That a case exists is told to nobody who has no role in it."""
    role = parts.role(person, case_id)
    case = None if role is None else store.read(case_id)
    if role is None or case is None:
        raise Refused(NO_SUCH_CASE)
    return Reading(case_id, role, case, sk.disclose(case, to=role))


ReadCase = Annotated[Reading, Depends(reading)]


def check_may_record(role: str, case: sk.Case | None, event: sk.events.Event) -> None:
    """Refuse an event that the role may not record, or that says what the role may not read.

    Raises:
        sk.NotEntitled: for a private text that is not for the writer's own eyes.
    """
    is_open = role in OPENERS if case is None else sk.disclose(case, to=role).open
    if not is_open or event.kind not in _MAY_RECORD.get(role, ()):
        raise Refused(NOT_FOR_YOU)
    for value in _values(event):
        if isinstance(value, _SEALED) and role not in value.readers:
            raise sk.NotEntitled(role, type(value).__name__, value.readers)


def _values(thing: Any) -> list[object]:
    """What an object consists of, to the last."""
    if not attrs.has(type(thing)):
        return [thing]
    return [
        value
        for field in attrs.fields(type(thing))
        for value in _values(getattr(thing, field.name))
    ]
