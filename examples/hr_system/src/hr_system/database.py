"""The database: PostgreSQL where a URL of one is given, else SQLite."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import psycopg
from sqlalchemy import Engine, create_engine, delete, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm import Session

from hr_system.tables import Base, Head

SECONDS_TO_WAIT = 2
"""For another writer; whoever asks is then told to ask again, and no thread is held for longer."""

_LONGEST_STATEMENT = 10
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def connect(url: str) -> Engine:
    """The engine of a database; nothing is connected yet.

    ``hide_parameters`` keeps documents out of SQLAlchemy's errors, and so out of the log.
    """
    found = make_url(url)
    if found.get_backend_name() == "sqlite":
        engine = create_engine(
            found, hide_parameters=True, connect_args={"timeout": SECONDS_TO_WAIT}
        )
        if found.database:
            event.listen(engine, "do_connect", _kept_private(found.database))
        return engine
    if found.drivername == "postgresql":
        found = found.set(drivername="postgresql+psycopg")
    engine = create_engine(
        found,
        hide_parameters=True,
        pool_timeout=SECONDS_TO_WAIT,
        pool_pre_ping=True,
        connect_args={"connect_timeout": SECONDS_TO_WAIT},
    )
    event.listen(engine, "connect", _wait_briefly)
    return engine


def _kept_private(path: str) -> Callable[..., None]:
    """Before SQLite opens its file: nobody else on the machine may read it, nor its journal."""

    def keep_private(*_: object) -> None:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        os.chmod(path, 0o600)  # noqa: PTH101  # one that was there before, too

    return keep_private


def _wait_briefly(connection: psycopg.Connection, _: object) -> None:
    before, connection.autocommit = connection.autocommit, True
    connection.execute(f"SET lock_timeout = '{SECONDS_TO_WAIT}s'")
    connection.execute(f"SET statement_timeout = '{_LONGEST_STATEMENT}s'")
    connection.autocommit = before


def is_busy(error: BaseException) -> bool:
    """Whether the database, or the way to it, is taken for the moment, and may be asked again."""
    if isinstance(error, NoConnection):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if isinstance(error.orig, sqlite3.Error):
        return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _BUSY
    return isinstance(error.orig, psycopg.OperationalError)


def create_tables(engine: Engine) -> None:
    """Make the tables that are not there yet."""
    Base.metadata.create_all(engine)


def forget(engine: Engine, case_id: UUID) -> bool:
    """Delete a case whole: its events, roles and log of reads. Was there one?

    Backups and logs hold what they hold; a publication of figures names no case.
    """
    with Session(engine) as session, session.begin():
        found = session.get(Head, case_id)
        if found is None:
            return False
        session.execute(delete(Head).where(Head.case_id == case_id))
        for table in Base.metadata.sorted_tables:
            if "case_id" in table.columns:
                session.execute(table.delete().where(table.c.case_id == case_id))
        return True


def today() -> date:
    """The day in Denmark, by this service's clock."""
    return datetime.now(ZoneInfo("Europe/Copenhagen")).date()


def now() -> str:
    """The moment, by this service's clock, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
