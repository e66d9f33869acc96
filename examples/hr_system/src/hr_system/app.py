"""The service: its parts put together."""

from __future__ import annotations

from fastapi import FastAPI
from sqlalchemy import Engine

from hr_system import money, publications, recording, showing
from hr_system.database import connect
from hr_system.grants import Grants
from hr_system.guard import Guard
from hr_system.jointly import Statements
from hr_system.log import log_requests
from hr_system.people import People
from hr_system.problems import handle_problems
from hr_system.publications import Publications
from hr_system.reads import Reads
from hr_system.settings import Settings, database_url, settings
from hr_system.store import EventStore


def create_app() -> Guard:
    """The service as this installation's environment sets it."""
    return assemble(settings(), connect(database_url()))


def assemble(given: Settings, engine: Engine) -> Guard:
    """The service over a database whose tables are there."""
    app = FastAPI(title="HR system", summary="Cases by the social chapter: an example.")
    app.state.settings = given
    app.state.store = EventStore(engine)
    app.state.grants = Grants(engine)
    app.state.reads = Reads(engine)
    app.state.statements = Statements(engine)
    app.state.publications = Publications(engine)
    app.state.people = People.load(given.people)
    handle_problems(app)
    log_requests(app)
    for part in (recording, showing, money, publications):
        app.include_router(part.router)
    return Guard(app)
