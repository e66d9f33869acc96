"""Who asks, for which case, and what the library's table of rights lets them see of it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import attrs
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

import socialkapitel as sk
from hr_system.grants import Grants
from hr_system.jointly import Statements, said_in, takes_both
from hr_system.people import People, Person
from hr_system.problems import NO_SUCH_CASE, NOBODY, NOT_FOR_YOU, NOT_YOUR_ROLE, Refused
from hr_system.reads import Reads
from hr_system.store import EventStore, StoredCase

OPENERS = ("hr", "social-chapter-consultant")
"""The roles that open cases; from then on they may record in those that are open to them."""

_EVERY_KIND = frozenset(kind.kind for kind in sk.events.EVENTS)
_MAY_RECORD = {
    "hr": _EVERY_KIND,
    "nearest-manager": _EVERY_KIND,
    "social-chapter-consultant": _EVERY_KIND,
    "employee": frozenset(
        {"concern-raised", "ability-changed", "colleagues-informed", "event-corrected"}
    ),
}
_SEALED = (
    sk.HealthNote,
    sk.AgreedIllness,
    sk.Identity,
    sk.PrivateText,
    sk.events.ToldCause,
)


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


def all_grants(request: Request) -> Grants:
    """Who has a role in which case."""
    found: Grants = request.app.state.grants
    return found


def all_reads(request: Request) -> Reads:
    """Who was shown what."""
    found: Reads = request.app.state.reads
    return found


def all_statements(request: Request) -> Statements:
    """What was said of events that take two."""
    found: Statements = request.app.state.statements
    return found


CurrentPerson = Annotated[Person, Depends(current_person)]
Store = Annotated[EventStore, Depends(event_store)]
AllGrants = Annotated[Grants, Depends(all_grants)]
AllReads = Annotated[Reads, Depends(all_reads)]
AllStatements = Annotated[Statements, Depends(all_statements)]


@attrs.frozen
class Reading:
    """A case as somebody reads it: only what their role may see is in the view."""

    case_id: UUID
    person: Person
    role: str
    stored: StoredCase
    view: sk.CaseView

    @property
    def case(self) -> sk.Case:
        """The case itself, which is shown to nobody."""
        return self.stored.case

    def need(self, *kinds: sk.Information) -> None:
        """Refuse those to whom any of these kinds of information is closed."""
        if not {kind for kind, _ in self.view.seen}.issuperset(kinds):
            raise Refused(NOT_FOR_YOU)

    def need_role(self, *roles: str) -> None:
        """Refuse all roles but these."""
        if self.role not in roles:
            raise Refused(NOT_FOR_YOU)

    @property
    def records(self) -> bool:
        """Whether the reader may record events, and so needs to know the version."""
        return self.role in _MAY_RECORD


def reading(
    request: Request,
    case_id: UUID,
    person: CurrentPerson,
    store: Store,
    grants: AllGrants,
    reads: AllReads,
) -> Reading:
    """The case that is asked for; that somebody is shown it is noted first.

    That a case exists is told to nobody to whom it is closed: the answer is the same, and so are
    the look-ups that lead to it.
    """
    role = grants.role(person, case_id)
    if not store.is_open(case_id, role) or role is None:
        raise Refused(NO_SUCH_CASE)
    stored = store.find(case_id)
    view = None if stored is None else sk.disclose(stored.case, to=role)
    if stored is None or view is None or not view.open:
        raise Refused(NO_SUCH_CASE)
    pattern: str = request.scope["route"].path
    reads.add(case_id, person.id, role, f"{request.method} {pattern}")
    return Reading(case_id, person, role, stored, view)


ReadCase = Annotated[Reading, Depends(reading)]


def check_may_record(role: str, event: sk.events.Event, *, seconds: bool = False) -> None:
    """Refuse an event that the role may not record, or that says what the role may not read.

    Args:
        role: the writer's role in the case, which is open to it.
        event: what is to be recorded.
        seconds: whether the writer says yes to what another has said.

    Raises:
        sk.NotEntitled: for a private text that is not for the writer's own eyes.
    """
    for each in said_in(event):  # what corrects an event must be allowed as well
        if each.kind not in _MAY_RECORD.get(role, ()):
            raise Refused(NOT_FOR_YOU)
        if role == "employee" and each.kind == "colleagues-informed" and not takes_both(each):
            raise Refused(NOT_FOR_YOU)
        if role not in {each.role, "hr"} and not seconds:
            raise Refused(NOT_YOUR_ROLE)
    for value in _values(event):
        if isinstance(value, _SEALED) and role not in value.readers:
            raise sk.NotEntitled(role, type(value).__name__, value.readers)


def _values(thing: Any) -> list[object]:
    """What an object consists of, to the last."""
    if isinstance(thing, (tuple, list)):
        return [value for each in thing for value in _values(each)]
    if not attrs.has(type(thing)):
        return [thing]
    return [
        value
        for field in attrs.fields(type(thing))
        for value in _values(getattr(thing, field.name))
    ]
