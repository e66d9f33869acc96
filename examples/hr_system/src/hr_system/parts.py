"""Which role somebody has in a case: who may see what hangs on it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import CursorResult, Engine, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from hr_system.people import Person
from hr_system.tables import Part


class Parts:
    """The roles that people have in single cases."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def role(self, person: Person, case_id: UUID) -> str | None:
        """The role of somebody in a case; None where they have none, and the case is not for them.

        A role in the case goes before an office: a member of HR who falls ill is, in that case, the
        employee.
        """
        with Session(self._engine) as session:
            part = session.get(Part, (case_id, person.id))
            return person.office if part is None else part.role

    def cases_of(self, person: Person) -> list[UUID]:
        """The cases in which somebody has a role of their own."""
        with Session(self._engine) as session:
            return list(session.scalars(select(Part.case_id).where(Part.person == person.id)))

    def give(self, person: str, role: str, case_id: UUID) -> None:
        """Give somebody a role in a case, in place of the one they had there."""
        if self._change(person, role, case_id):
            return
        try:
            with Session(self._engine) as session, session.begin():
                session.add(Part(case_id=case_id, person=person, role=role))
        except IntegrityError:  # somebody else gave one at the same time
            self._change(person, role, case_id)

    def _change(self, person: str, role: str, case_id: UUID) -> bool:
        change = (
            update(Part).where(Part.case_id == case_id, Part.person == person).values(role=role)
        )
        with Session(self._engine) as session, session.begin():
            found = session.execute(change)
            return isinstance(found, CursorResult) and found.rowcount == 1
