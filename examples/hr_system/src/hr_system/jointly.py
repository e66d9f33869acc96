"""Events that take two: that manager and employee told the colleagues together, both must say."""

from __future__ import annotations

from uuid import UUID

import attrs
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

import socialkapitel as sk
from hr_system.database import now
from hr_system.problems import NEEDS_ANOTHER, Refused
from hr_system.store import EVERYTHING, EventIdTaken
from hr_system.tables import Statement
from socialkapitel import wire

BOTH = ("employee", "nearest-manager")
"""Who must say so; others may propose it."""


def takes_both(event: sk.events.Event) -> bool:
    """Whether an event is recorded only once both have said that it happened.

    It opens the case to colleagues, so that neither should be able to do it alone.
    """
    return any(
        isinstance(each, sk.events.ColleaguesInformed) and each.jointly for each in said_in(event)
    )


def said_in(event: sk.events.Event) -> tuple[sk.events.Event, ...]:
    """An event, and the one that it puts in the place of another."""
    if isinstance(event, sk.events.EventCorrected) and event.replacement is not None:
        return (event, event.replacement)
    return (event,)


@attrs.frozen
class Said:
    """An event with who has said so: pairs of person and role, the one who proposed it first."""

    document: str
    by: tuple[tuple[str, str], ...]

    @property
    def awaits(self) -> tuple[str, ...]:
        """The roles that haven't said so yet."""
        roles = {role for _, role in self.by}
        return tuple(role for role in BOTH if role not in roles)


class Statements:
    """What people have said of events that take both."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, case_id: UUID, event_id: UUID) -> Said | None:
        """What was said of an event; None where nothing was."""
        found = self._read(Statement.case_id == case_id, Statement.event_id == event_id)
        return found.get(event_id)

    def of_case(self, case_id: UUID) -> dict[UUID, Said]:
        """What was said of each event of a case."""
        return self._read(Statement.case_id == case_id)

    def say(self, case_id: UUID, event: sk.events.Event, person: str, role: str) -> Said:
        """Say that an event happened, as the one before has said it.

        Raises:
            EventIdTaken: where something else was said under that id.
            Refused: where the same person speaks for both.
        """
        document = wire.to_json(event, include=EVERYTHING)
        before = self.of(case_id, event.id)
        by = () if before is None else before.by
        if before is not None and before.document != document:
            raise EventIdTaken
        if (person, role) in by:
            return Said(document, by)
        if person in {each for each, _ in by}:
            raise Refused(NEEDS_ANOTHER)
        row = Statement(
            case_id=case_id,
            event_id=event.id,
            number=len(by) + 1,
            person=person,
            role=role,
            document=document,
            said_at=now(),
        )
        with Session(self._engine) as session, session.begin():
            session.add(row)
        return Said(document, (*by, (person, role)))

    def _read(self, *wanted: object) -> dict[UUID, Said]:
        rows = (
            select(Statement)
            .where(*wanted)  # type: ignore[arg-type]
            .order_by(Statement.event_id, Statement.number)
        )
        found: dict[UUID, Said] = {}
        with Session(self._engine) as session:
            for row in session.scalars(rows):
                before = found.get(row.event_id, Said(row.document, ()))
                found[row.event_id] = Said(row.document, (*before.by, (row.person, row.role)))
        return found
