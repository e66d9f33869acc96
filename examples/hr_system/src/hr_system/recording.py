"""Recording events, and giving people their roles in a case."""

from __future__ import annotations

import re
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

import socialkapitel as sk
from hr_system.access import (
    OPENERS,
    AllParts,
    CurrentPerson,
    ReadCase,
    Store,
    check_may_record,
)
from hr_system.bodies import Body
from hr_system.people import People
from hr_system.problems import (
    NO_SUCH_CASE,
    NO_VERSION,
    NOT_FOR_YOU,
    NOT_TO_BE_GIVEN,
    UNKNOWN_PERSON,
    Refused,
)
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
def record_event(
    case_id: UUID,
    person: CurrentPerson,
    store: Store,
    parts: AllParts,
    body: Body,
    if_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Record an event after the version named in ``If-Match``; ``"0"`` opens the case.

    201 once it is recorded, 200 where it was recorded already, 409 with the present version where
    the case has moved on.
    """
    role = parts.role(person, case_id)
    case = store.read(case_id)
    if role is None or (case is None and role not in OPENERS):
        raise Refused(NO_SUCH_CASE)
    version = _VERSION.fullmatch(if_match or "")
    if version is None:
        raise Refused(NO_VERSION)
    event = wire.from_json(body, sk.events.Event)
    check_may_record(role, case, event)
    done = store.append(case_id, event, expected_version=int(version[1]), by=person.id)
    return JSONResponse(
        {"version": done.case.version},
        status_code=201 if done.added else 200,
        headers={"ETag": f'"{done.case.version}"'},
    )


class Role(BaseModel):
    """A role for somebody, by the id that this service knows them by."""

    person: str
    role: str


@router.post("/cases/{case_id}/people", status_code=204)
def give_role(request: Request, given: Role, found: ReadCase, parts: AllParts) -> None:
    """Give somebody a role in a case. The names stand in the body: an address ends up in a log."""
    people: People = request.app.state.people
    if found.role != "hr":
        raise Refused(NOT_FOR_YOU)
    if given.person not in people.ids:
        raise Refused(UNKNOWN_PERSON)
    try:
        right = rights(given.role)
    except sk.UnknownName:
        raise Refused(NOT_TO_BE_GIVEN) from None
    if right.gate is Gate.NEVER:
        raise Refused(NOT_TO_BE_GIVEN)
    parts.give(given.person, right.role, found.case_id)
