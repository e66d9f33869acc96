"""The database: PostgreSQL where a URL of one is given, else SQLite."""

from __future__ import annotations

from sqlalchemy import Engine, create_engine, make_url

from hr_system.tables import Base

_SECONDS_TO_WAIT = 30  # for another writer of the same SQLite file


def connect(url: str) -> Engine:
    """The engine of a database; nothing is connected yet.

    ``hide_parameters`` keeps documents out of SQLAlchemy's errors, and so out of the log.
    """
    found = make_url(url)
    if found.drivername == "postgresql":
        found = found.set(drivername="postgresql+psycopg")
    waiting = {"timeout": _SECONDS_TO_WAIT} if found.get_backend_name() == "sqlite" else {}
    return create_engine(found, hide_parameters=True, connect_args=waiting)


def create_tables(engine: Engine) -> None:
    """Make the tables that are not there yet."""
    Base.metadata.create_all(engine)
