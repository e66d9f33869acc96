"""Looks after the database: ``python -m hr_system create`` and ``python -m hr_system check``."""

from __future__ import annotations

import sys

from hr_system.database import connect, create_tables
from hr_system.settings import database_url
from hr_system.store import DamagedCase, EventStore


def main(arguments: list[str]) -> None:
    """Make the tables, or replay every case: before a new version of the library is used, say.

    Raises:
        SystemExit: for any other task, and where a case doesn't replay.
    """
    engine = connect(database_url())
    try:
        match arguments:
            case ["create"]:
                create_tables(engine)
            case ["check"]:
                _check(EventStore(engine))
            case _:
                raise SystemExit("Say what to do: python -m hr_system create, or check.")
    finally:
        engine.dispose()


def _check(store: EventStore) -> None:
    ids = store.case_ids()
    damaged: list[str] = []
    for case_id in ids:
        try:
            store.read(case_id)
        except DamagedCase as error:
            damaged.append(str(error))
    if damaged:
        raise SystemExit("\n".join(damaged))
    print(f"{len(ids)} cases replay")


if __name__ == "__main__":
    main(sys.argv[1:])
