"""The tables: events that are only ever added, and who has a role in which case."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import DDL, DateTime, Text, UniqueConstraint, event, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables of the service."""


class StoredEvent(Base):
    """An event of a case, as the document that the library wrote.

    The primary key is what keeps two writers apart: only one of them can add the event that comes
    after the same version. The document is text, never ``jsonb``, which would write it anew.
    """

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("case_id", "event_id"),)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event_id: Mapped[UUID]
    document: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )


class Part(Base):
    """The role that somebody has in a case."""

    __tablename__ = "parts"

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]


# What is stored is never changed: the database itself refuses it. A whole case may be deleted when
# it must be forgotten; what is left of a case after anything less does not replay.
_NEVER_CHANGED = {
    "sqlite": """
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'a stored event never changes'); END
    """,
    "postgresql": """
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'a stored event never changes'; END $$;
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
}
for _dialect, _statement in _NEVER_CHANGED.items():
    event.listen(
        Base.metadata.tables["events"],
        "after_create",
        DDL(_statement).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
    )
