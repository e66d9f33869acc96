"""The tables: what is stored is only ever added to, and the database itself holds to that.

A case has a row in ``heads``: how many events it has, and the digest of the last one, which holds
the digest of the one before it. So an event that was changed, or taken from the end, is noticed,
even where somebody has got past the triggers.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import DDL, Index, Table, Text, UniqueConstraint, event, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# In SQLite a row with a rowid could be replaced by naming its rowid.
_WITHOUT_ROWID = {"sqlite_with_rowid": False}


class Base(DeclarativeBase):
    """All tables of the service."""


class Head(Base):
    """Where a case stands: its version, and the digest of its last event."""

    __tablename__ = "heads"
    __table_args__ = (_WITHOUT_ROWID,)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int]
    digest: Mapped[str]


class StoredEvent(Base):
    """An event of a case, as the document that the library wrote.

    The primary key is what keeps two writers apart: only one of them can add the event that comes
    after the same version. The document is text, never ``jsonb``, which would write it anew.
    ``recorded_as`` is the writer's own role; the event's may be another where HR records for
    somebody. An event that opens a case opens no other one.
    """

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("case_id", "event_id"),
        Index(
            "events_opening",
            "event_id",
            unique=True,
            sqlite_where=text("sequence = 1"),
            postgresql_where=text("sequence = 1"),
        ),
        _WITHOUT_ROWID,
    )

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event_id: Mapped[UUID]
    document: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[str]
    recorded_as: Mapped[str]
    recorded_at: Mapped[str]
    digest: Mapped[str]


class OpenTo(Base):
    """A role that a case is open to.

    It follows from the events, and stands here so that a case that is closed to somebody takes no
    more work to refuse than one that does not exist.
    """

    __tablename__ = "open_to"
    __table_args__ = (_WITHOUT_ROWID,)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)


class Grant(Base):
    """A role that was given to somebody in a case; None takes away the one that they had."""

    __tablename__ = "grants"
    __table_args__ = (_WITHOUT_ROWID,)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person: Mapped[str]
    role: Mapped[str | None]
    needs_second: Mapped[bool]
    given_by: Mapped[str]
    given_at: Mapped[str]


class Confirmation(Base):
    """A second person has said yes to a grant."""

    __tablename__ = "confirmations"
    __table_args__ = (_WITHOUT_ROWID,)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    confirmed_by: Mapped[str]
    confirmed_at: Mapped[str]


class Statement(Base):
    """What somebody has said of an event that takes several to record: the event itself."""

    __tablename__ = "statements"
    __table_args__ = (_WITHOUT_ROWID,)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person: Mapped[str]
    role: Mapped[str]
    document: Mapped[str] = mapped_column(Text)
    said_at: Mapped[str]


class Read(Base):
    """Somebody was shown something of a case: who, in which role, what and when."""

    __tablename__ = "reads"
    __table_args__ = (_WITHOUT_ROWID,)

    read_id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID] = mapped_column(index=True)
    person: Mapped[str]
    role: Mapped[str]
    what: Mapped[str]
    read_at: Mapped[str]


class Publication(Base):
    """The figures of a period, as they were published."""

    __tablename__ = "publications"
    __table_args__ = (_WITHOUT_ROWID,)

    period: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    document: Mapped[str] = mapped_column(Text)
    published_by: Mapped[str]
    published_at: Mapped[str]


# What is stored is never changed, replaced or deleted: the database itself refuses it. A case that
# must be forgotten is deleted whole: its head first, and then its rows may go.
_KEYS = {
    "heads": (("case_id",),),
    "events": (("case_id", "sequence"), ("case_id", "event_id")),
    "grants": (("case_id", "number"),),
    "confirmations": (("case_id", "number"),),
    "statements": (("case_id", "event_id", "number"),),
    "reads": (("read_id",),),
    "publications": (("period",), ("number",)),
}
_REFUSAL = "what is stored never changes"
_HAS_HEAD = "EXISTS (SELECT 1 FROM heads WHERE case_id = OLD.case_id)"
_ONE_MORE = "NEW.case_id <> OLD.case_id OR NEW.version <> OLD.version + 1"
_BODIES = {
    "refuse_change": f"RAISE EXCEPTION '{_REFUSAL}';",
    "refuse_while_kept": f"IF {_HAS_HEAD} THEN RAISE EXCEPTION '{_REFUSAL}'; END IF; RETURN OLD;",
}
_FUNCTIONS = [
    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
    f" AS $$ BEGIN {body} END $$"
    for name, body in _BODIES.items()
]


def _guard(table: str) -> dict[str, list[str]]:
    """The statements that guard a table, by kind of database."""
    changed = f"WHEN ({_ONE_MORE})" if table == "heads" else ""
    same = " OR ".join(
        "(" + " AND ".join(f"{name} = NEW.{name}" for name in key) + ")" for key in _KEYS[table]
    )
    if table == "events":
        same += " OR (sequence = 1 AND NEW.sequence = 1 AND event_id = NEW.event_id)"
    # `INSERT OR REPLACE` deletes without a word to triggers of DELETE: it must not get that far.
    there = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608  # nosec B608
    lite = [("UPDATE", changed), ("INSERT", there)]
    full = [
        (f"UPDATE ON {table} FOR EACH ROW {changed}", "refuse_change"),
        (f"TRUNCATE ON {table} FOR EACH STATEMENT", "refuse_change"),
    ]
    if table != "heads":
        forgotten = table != "publications"
        lite.append(("DELETE", f"WHEN {_HAS_HEAD}" if forgotten else ""))
        refuse = "refuse_while_kept" if forgotten else "refuse_change"
        full.append((f"DELETE ON {table} FOR EACH ROW", refuse))
    return {
        "sqlite": [
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} {when}"
            f" BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            for change, when in lite
        ],
        "postgresql": [
            *_FUNCTIONS,
            *(
                f"CREATE TRIGGER {table}_no_{clause.split()[0].lower()}"
                f" BEFORE {clause} EXECUTE FUNCTION {function}()"
                for clause, function in full
            ),
        ],
    }


def _listen(table: Table) -> None:
    for dialect, statements in _guard(table.name).items():
        for statement in statements:
            ddl = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", ddl)


for _name in _KEYS:
    _listen(Base.metadata.tables[_name])
