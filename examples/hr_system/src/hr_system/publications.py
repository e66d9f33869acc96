"""Figures of all cases, small numbers hidden: for HR, and for committees that see no single case.

They are published once, when their period is over, and then served as they were published. Figures
that followed each event would tell of it by what they were before and after.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import socialkapitel as sk
from hr_system.access import CurrentPerson, Store
from hr_system.database import now, today
from hr_system.problems import NOT_FOR_YOU, NOT_OVER, NOT_PUBLISHED, Refused
from hr_system.tables import Publication
from socialkapitel import wire
from socialkapitel.cases import Gate, rights

_TRIES = 5

router = APIRouter(tags=["figures"], prefix="/statistics/{period}")

PeriodText = Annotated[str, Path(pattern=r"^20\d{2}(-Q[1-4])?$")]
"""A calendar year or a quarter, such as ``2007`` or ``2007-Q1``."""


def period_of(name: str) -> sk.Period:
    """The days of a year or a quarter.

    >>> str(period_of("2007-Q1").end)
    '2007-03-31'
    """
    year, _, quarter = name.partition("-Q")
    if not quarter:
        return sk.Period(date(int(year), 1, 1), date(int(year), 12, 31))
    last = 3 * int(quarter)
    return sk.Period(sk.Month(int(year), last - 2).first_day, sk.Month(int(year), last).last_day)


class Publications:
    """What was published of each period."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, period: str) -> str | None:
        """The document that was published of a period; None where nothing was."""
        with Session(self._engine) as session:
            found = session.get(Publication, period)
            return None if found is None else found.document

    def add(
        self,
        period: str,
        report: Callable[[list[sk.CaseStatistics]], sk.CaseStatistics],
        *,
        by: str,
    ) -> str:
        """Publish a period's figures; those that were published before stay as they are.

        Args:
            period: its name.
            report: makes the figures, of those that were published before: side by side, reports
                tell more than each alone.
            by: who publishes.
        """
        for left in reversed(range(_TRIES)):
            before = self._all()
            row = Publication(
                period=period,
                number=len(before) + 1,
                document=wire.to_json(report(before)),
                published_by=by,
                published_at=now(),
            )
            try:
                with Session(self._engine, expire_on_commit=False) as session, session.begin():
                    session.add(row)
            except IntegrityError:  # somebody else published at the same time
                document = self.read(period)
                if document is not None:
                    return document
                if not left:
                    raise
            else:
                return row.document
        raise AssertionError

    def _all(self) -> list[sk.CaseStatistics]:
        wanted = select(Publication.document).order_by(Publication.number)
        with Session(self._engine) as session:
            return [
                wire.from_json(document, sk.CaseStatistics) for document in session.scalars(wanted)
            ]


def publications(request: Request) -> Publications:
    """What was published."""
    found: Publications = request.app.state.publications
    return found


Published = Annotated[Publications, Depends(publications)]


@router.get("")
def published(person: CurrentPerson, found: Published, period: PeriodText) -> Response:
    """A period's figures, as they were published."""
    gets_numbers = person.office is not None and (
        person.office == "hr" or rights(person.office).gate is Gate.NEVER
    )
    if not gets_numbers:
        raise Refused(NOT_FOR_YOU)
    document = found.read(period)
    if document is None:
        raise Refused(NOT_PUBLISHED)
    return _answer(document)


@router.post("", status_code=201)
def publish(person: CurrentPerson, store: Store, found: Published, period: PeriodText) -> Response:
    """Publish a period's figures, by HR and once it is over; 200 where they were published."""
    if person.office != "hr":
        raise Refused(NOT_FOR_YOU)
    days = period_of(period)
    if days.end >= today():
        raise Refused(NOT_OVER)
    before = found.read(period)
    if before is not None:
        return _answer(before)
    cases = [case for case in map(store.read, store.case_ids()) if case is not None]
    document = found.add(
        period, lambda before: sk.case_statistics(cases, days, published=before), by=person.id
    )
    return _answer(document, 201)


def _answer(document: str, status: int = 200) -> Response:
    return Response(document, status, media_type="application/json")
