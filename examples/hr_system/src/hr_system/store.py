"""Stores events and replays cases: what follows from the events is never stored."""

from __future__ import annotations

import hashlib
import json
from uuid import UUID

import attrs
from sqlalchemy import CursorResult, Engine, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import socialkapitel as sk
from hr_system.database import now, today
from hr_system.tables import Head, OpenTo, StoredEvent
from socialkapitel import wire
from socialkapitel.cases import RIGHTS

EVERYTHING = ("health", "identity", "texts")
"""The private texts of a document: a store that left them out would lose them."""


class DamagedCase(Exception):
    """The stored events of a case don't replay; ``reason`` is a code, and tells no content."""

    def __init__(self, case_id: UUID, reason: str) -> None:
        super().__init__(f"case {case_id}: {reason}")
        self.case_id = case_id
        self.reason = reason


class EventIdTaken(Exception):
    """The event's id is that of an event which somebody else has recorded.

    Whether the two say the same is not told: it would tell a writer whether the event holds more
    than they are shown of it.
    """


@attrs.frozen
class Written:
    """Who recorded an event: the person, their role in the case, and when."""

    event_id: UUID
    by: str
    role: str
    at: str


@attrs.frozen
class StoredCase:
    """A case with who wrote each of its events."""

    case: sk.Case
    written: tuple[Written, ...]
    digest: str

    def by(self, event_id: UUID) -> str | None:
        """Who recorded an event; None where it is not recorded."""
        return next((each.by for each in self.written if each.event_id == event_id), None)


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
            return list(session.scalars(select(Head.case_id)))

    def is_open(self, case_id: UUID, role: str | None) -> bool:
        """Whether a case exists and is open to a role: one look-up, whatever the answer."""
        wanted = select(OpenTo.role).where(OpenTo.case_id == case_id, OpenTo.role == (role or ""))
        with Session(self._engine) as session:
            return session.scalar(wanted) is not None

    def read(self, case_id: UUID) -> sk.Case | None:
        """A case, replayed; None where nothing is stored of it.

        Raises:
            DamagedCase: where what is stored does not replay, or is not what was stored.
        """
        found = self.find(case_id)
        return None if found is None else found.case

    def find(self, case_id: UUID) -> StoredCase | None:
        """The same with who wrote it.

        Raises:
            DamagedCase: where what is stored does not replay, or is not what was stored.
        """
        wanted = (
            select(StoredEvent, Head)  # in one statement, so that both are of the same moment
            .outerjoin(Head, Head.case_id == StoredEvent.case_id)
            .where(StoredEvent.case_id == case_id)
            .order_by(StoredEvent.sequence)
        )
        with Session(self._engine) as session:
            rows = session.execute(wanted).all()
            if not rows:
                if session.get(Head, case_id) is None:
                    return None
                rows = session.execute(wanted).all()  # it may have been opened in between
        _check(case_id, [row[0] for row in rows], rows[0][1] if rows else None)
        events = [row[0] for row in rows]
        return StoredCase(
            _replayed(case_id, events),
            tuple(
                Written(row.event_id, row.recorded_by, row.recorded_as, row.recorded_at)
                for row in events
            ),
            events[-1].digest,
        )

    def append(
        self,
        case_id: UUID,
        event: sk.events.Event,
        *,
        expected_version: int,
        by: str,
        role: str = "hr",
    ) -> Recorded:
        """Record an event after the version that the writer has read; 0 opens the case.

        Nothing is locked. Of two writers who read the same version the database lets one
        add the next event, by its primary key; the other is told. An event that its writer has
        recorded already is not recorded again: whoever got no answer can ask once more.

        Raises:
            sk.StaleVersion: where the case is at another version than expected.
            sk.IllegalEvent: for an event that can't be recorded now.
            EventIdTaken: where somebody else has recorded an event of that id.
            DamagedCase: where what is stored does not replay.
        """
        before = self.find(case_id)
        found = _following(before, event, expected_version, by)
        if not found.added:
            return found
        row = StoredEvent(
            case_id=case_id,
            sequence=found.case.version,
            event_id=event.id,
            document=wire.to_json(event, include=EVERYTHING),
            recorded_by=by,
            recorded_as=role,
            recorded_at=now(),
        )
        row.digest = digest_of(row, "" if before is None else before.digest)
        try:
            self._add(row, found.case)
        except IntegrityError:
            after = _following(self.find(case_id), event, expected_version, by)
            if after.added:  # no other writer of this case: the event opens another one
                raise EventIdTaken from None
            return after
        return found

    def _add(self, row: StoredEvent, case: sk.Case) -> None:
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            session.add(row)
            session.flush()
            if row.sequence == 1:
                session.add(Head(case_id=row.case_id, version=1, digest=row.digest))
                session.flush()
            else:
                before = Head.case_id == row.case_id, Head.version == row.sequence - 1
                moved = session.execute(
                    update(Head).where(*before).values(version=row.sequence, digest=row.digest)
                )
                if not isinstance(moved, CursorResult) or moved.rowcount != 1:
                    raise DamagedCase(row.case_id, "events-missing")
            _open_to(session, row.case_id, case)


def digest_of(row: StoredEvent, before: str) -> str:
    """The digest of an event and, by that of the one before it, of all that came before."""
    parts = [
        before,
        str(row.case_id),
        row.sequence,
        str(row.event_id),
        row.document,
        row.recorded_by,
        row.recorded_as,
        row.recorded_at,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def roles_open(case: sk.Case) -> set[str]:
    """The roles that a case is open to."""
    return {right.role for right in RIGHTS if sk.disclose(case, to=right.role).open}


def _open_to(session: Session, case_id: UUID, case: sk.Case) -> None:
    wanted = roles_open(case)
    found = set(session.scalars(select(OpenTo.role).where(OpenTo.case_id == case_id)))
    for role in found - wanted:
        session.execute(delete(OpenTo).where(OpenTo.case_id == case_id, OpenTo.role == role))
    session.add_all(OpenTo(case_id=case_id, role=role) for role in wanted - found)


def _following(
    found: StoredCase | None, event: sk.events.Event, expected: int, by: str
) -> Recorded:
    """The case once the event is recorded, as far as is known from reading."""
    if found is None:
        if expected:
            raise sk.StaleVersion(expected, 0)
        return Recorded(sk.Case.open(event, today=today()), added=True)
    case = found.case
    if found.by(event.id) not in {None, by}:
        if expected != case.version:
            raise sk.StaleVersion(expected, case.version)
        raise EventIdTaken
    later = case.record(event, expected_version=expected, today=today())
    return Recorded(later, added=later is not case)


def _check(case_id: UUID, rows: list[StoredEvent], head: Head | None) -> None:
    """Refuse what is not what was stored."""
    if head is None or [row.sequence for row in rows] != list(range(1, head.version + 1)):
        raise DamagedCase(case_id, "events-missing")
    before = ""
    for row in rows:
        if row.digest != digest_of(row, before):
            raise DamagedCase(case_id, "events-changed")
        before = row.digest
    if head.digest != before:
        raise DamagedCase(case_id, "events-changed")


def _replayed(case_id: UUID, rows: list[StoredEvent]) -> sk.Case:
    try:
        return sk.Case.replay(wire.from_json(row.document, sk.events.Event) for row in rows)
    except sk.SocialkapitelError as error:
        reason = error.code
    raise DamagedCase(case_id, reason)
