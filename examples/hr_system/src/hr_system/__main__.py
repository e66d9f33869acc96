"""Runs the service and looks after its database: ``python -m hr_system create``, and so on."""

from __future__ import annotations

import logging
import sys
from uuid import UUID

import uvicorn

from hr_system.app import create_app
from hr_system.database import connect, create_tables, forget
from hr_system.server import configuration
from hr_system.settings import database_url
from hr_system.store import DamagedCase, EventStore


def main(arguments: list[str]) -> None:
    """Make the tables, serve, replay every case, or forget one.

    Check before a new version of the library is used: every case must replay.

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
            case ["forget", case_id]:
                found = forget(engine, UUID(case_id))
                print("forgotten" if found else "there is no such case")
            case ["serve"]:
                logging.basicConfig(level=logging.INFO)
                uvicorn.Server(configuration(create_app())).run()
            case _:
                raise SystemExit(
                    "Say what to do: python -m hr_system create, serve, check or forget CASE."
                )
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
