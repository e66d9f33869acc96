"""Stores events and replays cases: what follows from the events is never stored."""

from __future__ import annotations

from uuid import UUID

import attrs
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import socialkapitel as sk
from hr_system.tables import StoredEvent
from socialkapitel import wire

EVERYTHING = ("health", "identity", "texts")
"""The private texts of a document: a store that left them out would lose them."""


class DamagedCase(Exception):
    """The stored events of a case don't replay; ``reason`` is a code, and tells no content."""

    def __init__(self, case_id: UUID, reason: str) -> None:
        super().__init__(f"case {case_id}: {reason}")
        self.case_id = case_id
        self.reason = reason


@attrs.frozen
class Recorded:
    """A case after an event was to be recorded; ``added`` is False where it was there already."""

    case: sk.Case
    added: bool


class EventStore:
    """The events of all cases in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def case_ids(self) -> list[UUID]:
        """Every case that is stored."""
        with Session(self._engine) as session:
            return list(session.scalars(select(StoredEvent.case_id).distinct()))

    def read(self, case_id: UUID) -> sk.Case | None:
        """A case, replayed; None where nothing is stored of it.

        Raises:
            DamagedCase: where what is stored does not replay.
        """
        wanted = (
            select(StoredEvent.sequence, StoredEvent.document)
            .where(StoredEvent.case_id == case_id)
            .order_by(StoredEvent.sequence)
        )
        with Session(self._engine) as session:
            rows = session.execute(wanted).all()
        if not rows:
            return None
        if [row.sequence for row in rows] != list(range(1, len(rows) + 1)):
            raise DamagedCase(case_id, "events-missing")
        try:
            return sk.Case.replay(wire.from_json(row.document, sk.events.Event) for row in rows)
        except sk.SocialkapitelError as error:
            reason = error.code
        raise DamagedCase(case_id, reason)

    def append(
        self, case_id: UUID, event: sk.events.Event, *, expected_version: int, by: str
    ) -> Recorded:
        """Record an event after the version that the writer has read; 0 opens the case.

        Nothing is locked. Of two writers who read the same version the database lets one
        add the next event, by its primary key; the other is told. An event that is recorded
        already is not recorded again: a writer who got no answer can ask once more.

        Raises:
            sk.StaleVersion: where the case is at another version than expected.
            sk.IllegalEvent: for an event that can't be recorded now.
            DamagedCase: where what is stored does not replay.
        """
        found = self._following(case_id, event, expected_version)
        if not found.added:
            return found
        row = StoredEvent(
            case_id=case_id,
            sequence=found.case.version,
            event_id=event.id,
            document=wire.to_json(event, include=EVERYTHING),
            recorded_by=by,
        )
        try:
            with Session(self._engine) as session, session.begin():
                session.add(row)
        except IntegrityError:
            now = self._following(case_id, event, expected_version)  # as a rule: StaleVersion
            if now.added:
                raise
            return now
        return found

    def _following(self, case_id: UUID, event: sk.events.Event, expected: int) -> Recorded:
        """The case once the event is recorded, as far as is known from reading."""
        case = self.read(case_id)
        if case is not None:
            later = case.record(event, expected_version=expected)
            return Recorded(later, added=later is not case)
        if expected:
            raise sk.StaleVersion(expected, 0)
        return Recorded(sk.Case.open(event), added=True)
