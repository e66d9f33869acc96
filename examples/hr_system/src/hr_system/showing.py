"""Showing a case: as the library discloses it to the reader's role, and in no other way."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated
from uuid import UUID

import attrs
from fastapi import APIRouter, Request, Response
from pydantic import BeforeValidator

import socialkapitel as sk
from hr_system.access import (
    AllGrants,
    AllReads,
    AllStatements,
    CurrentPerson,
    ReadCase,
    Store,
)
from hr_system.grants import sees_health
from hr_system.language import language_of
from hr_system.settings import Settings
from hr_system.store import EVERYTHING
from socialkapitel import wire

router = APIRouter(tags=["reading"])

_COURSE = (sk.Information.COURSE, sk.Information.ABSENCE, sk.Information.ARRANGEMENT)
"""What deadlines and findings tell of."""

Day = Annotated[date, BeforeValidator(date.fromisoformat)]
"""An ISO date; pydantic alone would take seconds since 1970 as well."""


@router.get("/cases")
def cases(person: CurrentPerson, store: Store, grants: AllGrants) -> list[UUID]:
    """The cases in which the reader has a role and that are open to it; HR has one in all."""
    found = store.case_ids() if person.office == "hr" else grants.cases_of(person)
    return sorted(
        case_id for case_id in found if store.is_open(case_id, grants.role(person, case_id))
    )


@router.get("/cases/{case_id}")
def case(found: ReadCase) -> Response:
    """The case as the reader may see it, as a document of the library's.

    A view holds only what its role may see, so everything in it is written. Who may record is told
    the version; others would learn from it how much happens.
    """
    headers = {"ETag": f'"{found.case.version}"'} if found.records else {}
    document = wire.to_json(found.view, include=EVERYTHING)
    return Response(document, headers=headers, media_type="application/json")


@router.get("/cases/{case_id}/deadlines")
def deadlines(request: Request, found: ReadCase, on: Day) -> list[dict[str, object]]:
    """What is due, seen from a day, in the reader's language."""
    found.need(*_COURSE)
    language = language_of(request)
    return [
        {
            "id": one.id,
            "label": sk.translate(one.label, language),
            "due": one.due,
            "because": sk.translate(one.because, language),
            "source": one.source.citation,
            "overdue": one.overdue,
        }
        for one in found.case.deadlines(on, to=found.role)
    ]


@router.get("/cases/{case_id}/review")
def review(request: Request, found: ReadCase, on: Day) -> list[dict[str, object]]:
    """How the case was handled, by the employer's chapter, in the reader's language."""
    found.need(*_COURSE, sk.Information.SCHEME_NAMES)
    language = language_of(request)
    settings: Settings = request.app.state.settings
    return [
        {
            "id": one.id,
            "label": sk.translate(one.label, language),
            "outcome": one.outcome.value,
            "because": sk.translate(one.because, language),
            "proven_by": one.proven_by,
        }
        for one in sk.review(found.case, settings.chapter, on=on, to=found.role).findings
    ]


@router.get("/cases/{case_id}/recorded")
def recorded(found: ReadCase) -> list[dict[str, object]]:
    """Who recorded the events that the reader sees, and for whom.

    ``recorded_as`` is the writer's own role; where the event's is another, it was recorded for
    somebody. The person is told to HR and the employee.
    """
    found.need(sk.Information.COURSE)
    written = {each.event_id: each for each in found.stored.written}
    named = found.role in {"hr", "employee"}
    return [
        {
            "event": event.id,
            "role": event.role,
            "recorded_as": written[event.id].role,
            "for_another": event.role != written[event.id].role,
            "recorded_at": written[event.id].at,
            **({"recorded_by": written[event.id].by} if named else {}),
        }
        for event in found.view.events
    ]


@router.get("/cases/{case_id}/awaiting")
def awaiting(found: ReadCase, statements: AllStatements) -> list[dict[str, object]]:
    """Events that manager and employee must both have said; send one again to say so too."""
    found.need_role("hr", "employee", "nearest-manager")
    return [
        {
            "event": json.loads(said.document),
            "said_by": [role for _, role in said.by],
            "awaits": said.awaits,
        }
        for event_id, said in statements.of_case(found.case_id).items()
        if found.stored.by(event_id) is None
    ]


@router.get("/cases/{case_id}/reads")
def reads(found: ReadCase, all_reads: AllReads) -> list[dict[str, object]]:
    """Who was shown what of the case, for HR and the employee.

    ``health`` says whether the reader's role sees what an illness is, not whether any is told.
    """
    found.need_role("hr", "employee")
    return [
        {**attrs.asdict(one), "health": sees_health(one.role)}
        for one in all_reads.of_case(found.case_id)
    ]
