"""The log of who was shown what of a case: written before the answer is sent."""

from __future__ import annotations

from uuid import UUID, uuid4

import attrs
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from hr_system.database import now
from hr_system.tables import Read


@attrs.frozen
class Reader:
    """Somebody was shown something: ``what`` is the pattern of the address."""

    person: str
    role: str
    what: str
    at: str


class Reads:
    """Who has read what, of all cases."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, case_id: UUID, person: str, role: str, what: str) -> None:
        """Note that somebody is about to be shown something. Where this fails, nothing is shown."""
        row = Read(
            read_id=uuid4(), case_id=case_id, person=person, role=role, what=what, read_at=now()
        )
        with Session(self._engine) as session, session.begin():
            session.add(row)

    def of_case(self, case_id: UUID) -> list[Reader]:
        """Who has read the case, in order."""
        wanted = select(Read).where(Read.case_id == case_id).order_by(Read.read_at)
        with Session(self._engine) as session:
            return [
                Reader(row.person, row.role, row.what, row.read_at)
                for row in session.scalars(wanted)
            ]
