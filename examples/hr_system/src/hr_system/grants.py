"""Which role somebody has in a case, and who gave it to them: who may see what hangs on it."""

from __future__ import annotations

from uuid import UUID

import attrs
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import socialkapitel as sk
from hr_system.database import now
from hr_system.people import Person
from hr_system.problems import NEEDS_ANOTHER, NO_SUCH_GRANT, NOT_TO_YOURSELF, Refused
from hr_system.tables import Confirmation, Grant
from socialkapitel.cases import rights

_TRIES = 5


def sees_health(role: str) -> bool:
    """Whether a role sees what an illness is."""
    return rights(role).allows(sk.Information.HEALTH)


@attrs.frozen
class Given:
    """A grant as it stands; it is in force once everybody has said yes who must."""

    number: int
    person: str
    role: str | None
    by: str
    at: str
    confirmed_by: str | None
    confirmed_at: str | None
    in_force: bool


class Grants:
    """The roles that people were given in single cases. Nothing is overwritten."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def role(self, person: Person, case_id: UUID) -> str | None:
        """The role of somebody in a case; None where they have none, and the case is not for them.

        A role in the case goes before an office: a member of HR who falls ill is, in that case, the
        employee.
        """
        given = self._read(Grant.case_id == case_id, Grant.person == person.id)
        role = next((one.role for one in reversed(given) if one.in_force), None)
        return person.office if role is None else role

    def cases_of(self, person: Person) -> list[UUID]:
        """The cases in which somebody has a role of their own."""
        with Session(self._engine) as session:
            wanted = select(Grant.case_id).where(Grant.person == person.id).distinct()
            found = list(session.scalars(wanted))
        bare = attrs.evolve(person, office=None)
        return [case_id for case_id in found if self.role(bare, case_id) is not None]

    def of_case(self, case_id: UUID) -> list[Given]:
        """Every grant in a case, in order."""
        return self._read(Grant.case_id == case_id)

    def give(self, person: str, role: str | None, case_id: UUID, *, by: str) -> Given:
        """Give somebody a role in a case. A role that sees health waits for a second person.

        Raises:
            Refused: where somebody gives a role to themselves.
        """
        if person == by:
            raise Refused(NOT_TO_YOURSELF)
        for left in reversed(range(_TRIES)):
            try:
                return self._add(person, role, case_id, by)
            except IntegrityError:  # somebody else gave one at the same time
                if not left:
                    raise
        raise AssertionError

    def confirm(self, case_id: UUID, number: int, *, by: str) -> Given:
        """Say yes to a grant, as a second person: neither who gave it nor whom it is for.

        Raises:
            Refused: where there is no such grant, or it needs somebody else.
        """
        given = next((one for one in self.of_case(case_id) if one.number == number), None)
        if given is None:
            raise Refused(NO_SUCH_GRANT)
        if by in {given.person, given.by}:
            raise Refused(NEEDS_ANOTHER)
        if given.in_force:
            return given
        said = Confirmation(case_id=case_id, number=number, confirmed_by=by, confirmed_at=now())
        try:
            with Session(self._engine) as session, session.begin():
                session.add(said)
        except IntegrityError:  # somebody else said so at the same time
            pass
        return next(one for one in self.of_case(case_id) if one.number == number)

    def _add(self, person: str, role: str | None, case_id: UUID, by: str) -> Given:
        needs_second = role is not None and sees_health(role)
        with Session(self._engine) as session, session.begin():
            last = session.scalar(select(func.max(Grant.number)).where(Grant.case_id == case_id))
            row = Grant(
                case_id=case_id,
                number=(last or 0) + 1,
                person=person,
                role=role,
                needs_second=needs_second,
                given_by=by,
                given_at=now(),
            )
            session.add(row)
            session.flush()
            return _given(row, None)

    def _read(self, *wanted: object) -> list[Given]:
        rows = (
            select(Grant, Confirmation)
            .outerjoin(
                Confirmation,
                (Confirmation.case_id == Grant.case_id) & (Confirmation.number == Grant.number),
            )
            .where(*wanted)  # type: ignore[arg-type]
            .order_by(Grant.number)
        )
        with Session(self._engine) as session:
            return [_given(*row) for row in session.execute(rows)]


def _given(row: Grant, said: Confirmation | None) -> Given:
    return Given(
        number=row.number,
        person=row.person,
        role=row.role,
        by=row.given_by,
        at=row.given_at,
        confirmed_by=None if said is None else said.confirmed_by,
        confirmed_at=None if said is None else said.confirmed_at,
        in_force=said is not None or not row.needs_second,
    )
