"""Showing a case: as the library discloses it to the reader's role, and in no other way."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BeforeValidator

import socialkapitel as sk
from hr_system.access import AllParts, CurrentPerson, ReadCase, Store
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
def cases(person: CurrentPerson, store: Store, parts: AllParts) -> list[UUID]:
    """The cases in which the reader has a role; HR has one in all of them."""
    found = store.case_ids() if person.office == "hr" else parts.cases_of(person)
    return sorted(found)


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
        for one in found.case.deadlines(on)
    ]


@router.get("/cases/{case_id}/review")
def review(request: Request, found: ReadCase, on: Day) -> list[dict[str, object]]:
    """How the case was handled, by the employer's chapter, in the reader's language."""
    found.need(*_COURSE)
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
        for one in sk.review(found.case, settings.chapter, on=on).findings
    ]
