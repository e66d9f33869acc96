"""Recording events, and giving people their roles in a case."""

from __future__ import annotations

import re
from typing import Annotated, Any
from uuid import UUID

import attrs
from fastapi import APIRouter, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

import socialkapitel as sk
from hr_system.access import (
    OPENERS,
    AllGrants,
    AllStatements,
    CurrentPerson,
    ReadCase,
    Store,
    check_may_record,
)
from hr_system.database import today
from hr_system.grants import Given
from hr_system.jointly import Statements, takes_both
from hr_system.people import People
from hr_system.problems import (
    NO_SUCH_CASE,
    NO_VERSION,
    NOT_FOR_YOU,
    NOT_TO_BE_GIVEN,
    UNKNOWN_PERSON,
    Refused,
)
from hr_system.store import EventIdTaken, EventStore
from socialkapitel import wire
from socialkapitel.cases import Gate, rights

router = APIRouter(tags=["recording"])

_VERSION = re.compile(r'"(\d{1,9})"')
_EVENT_DOCUMENT: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "/schemas/event"}}},
    }
}


@router.get("/schemas/event")
def event_schema() -> dict[str, Any]:
    """The JSON Schema of the events that can be sent."""
    return wire.schema(sk.events.Event)


@router.post("/cases/{case_id}/events", status_code=201, openapi_extra=_EVENT_DOCUMENT)
async def record_event(
    request: Request,
    case_id: UUID,
    person: CurrentPerson,
    store: Store,
    grants: AllGrants,
    statements: AllStatements,
    if_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Record an event after the version named in ``If-Match``; ``"0"`` opens the case.

    201 once it is recorded, 200 where its writer had recorded it already, 202 where somebody else
    must say so too, 409 with the present version where the case has moved on.
    """
    body = await request.body()

    def work() -> Response:
        writer = _Writer(case_id, person.id, grants.role(person, case_id), store, statements)
        return writer.record(body, if_match)

    return await run_in_threadpool(work)


@attrs.frozen
class _Writer:
    """Somebody who records in a case."""

    case_id: UUID
    person: str
    role: str | None
    store: EventStore
    statements: Statements

    def record(self, body: bytes, if_match: str | None) -> Response:
        is_open = self.store.is_open(self.case_id, self.role)
        if self.role is None or not (is_open or self.role in OPENERS):
            raise Refused(NO_SUCH_CASE)
        version = _VERSION.fullmatch(if_match or "")
        if version is None:
            raise Refused(NO_VERSION)
        event = wire.from_json(body, sk.events.Event)
        if not is_open:
            return self._open(self.role, event, int(version[1]))
        both = takes_both(event)
        seconds = both and self.statements.of(self.case_id, event.id) is not None
        check_may_record(self.role, event, seconds=seconds)
        if isinstance(event, sk.events.EventCorrected) and not seconds:
            self._check_own(event.corrects)
        if both:
            return self._jointly(self.role, event, int(version[1]))
        return self._append(event, int(version[1]), self.person, self.role)

    def _check_own(self, event_id: UUID) -> None:
        """Refuse those who would put right what somebody else recorded; HR may, and is named."""
        found = self.store.find(self.case_id)
        if self.role != "hr" and (found is None or found.by(event_id) != self.person):
            raise Refused(NOT_FOR_YOU)

    def _open(self, role: str, event: sk.events.Event, version: int) -> Response:
        """Open a case. One that is there, and closed to the writer, answers as one that isn't."""
        if role != "hr" and (version or not isinstance(event, sk.events.CaseOpened)):
            raise Refused(NO_SUCH_CASE)
        check_may_record(role, event)
        try:
            return self._append(event, version, self.person, role)
        except (sk.StaleVersion, EventIdTaken):
            if role == "hr":
                raise
        raise Refused(NO_SUCH_CASE)

    def _jointly(self, role: str, event: sk.events.Event, version: int) -> Response:
        found = self.store.find(self.case_id)
        if found is not None and found.by(event.id) is None:
            # Nobody is asked in vain.
            found.case.record(event, expected_version=version, today=today())
        said = self.statements.say(self.case_id, event, self.person, role)
        if said.awaits:
            return JSONResponse({"version": version, "awaits": said.awaits}, status_code=202)
        by, as_ = said.by[0]
        return self._append(event, version, by, as_)

    def _append(self, event: sk.events.Event, version: int, by: str, role: str) -> Response:
        done = self.store.append(self.case_id, event, expected_version=version, by=by, role=role)
        told: dict[str, object] = {"version": done.case.version}
        if event.role != role:
            told["recorded_for"] = event.role
        return JSONResponse(
            told,
            status_code=201 if done.added else 200,
            headers={"ETag": f'"{done.case.version}"'},
        )


class Role(BaseModel):
    """A role for somebody, by the id that this service knows them by; null takes it away."""

    model_config = ConfigDict(extra="forbid")

    person: str
    role: str | None


@router.post("/cases/{case_id}/people", status_code=201)
def give_role(request: Request, given: Role, found: ReadCase, grants: AllGrants) -> JSONResponse:
    """Give somebody a role in a case. The names stand in the body: an address ends up in a log.

    201 where it is in force, 202 where a second person must confirm it, since the role sees what an
    illness is.
    """
    people: People = request.app.state.people
    found.need_role("hr")
    if given.person not in people.ids:
        raise Refused(UNKNOWN_PERSON)
    role = None if given.role is None else _role_in_a_case(given.role)
    done = grants.give(given.person, role, found.case_id, by=found.person.id)
    return JSONResponse(_told(done), 201 if done.in_force else 202)


@router.post("/cases/{case_id}/people/{number}/confirmation", status_code=201)
def confirm_role(number: int, found: ReadCase, grants: AllGrants) -> dict[str, object]:
    """Confirm a role that somebody else in HR gave to a third person."""
    found.need_role("hr")
    return _told(grants.confirm(found.case_id, number, by=found.person.id))


@router.get("/cases/{case_id}/people")
def people(found: ReadCase, grants: AllGrants) -> list[dict[str, object]]:
    """Every role that was given in the case, for HR and the employee."""
    found.need_role("hr", "employee")
    return [_told(one) for one in grants.of_case(found.case_id)]


def _role_in_a_case(name: str) -> str:
    try:
        right = rights(name)
    except sk.UnknownName:
        raise Refused(NOT_TO_BE_GIVEN) from None
    if right.gate is Gate.NEVER:
        raise Refused(NOT_TO_BE_GIVEN)
    return right.role


def _told(given: Given) -> dict[str, object]:
    return attrs.asdict(given)
