"""Serves the application, as a process of its own.

With ``before_commit`` or ``after_commit`` as its argument, the process kills itself when it has
sent an event to the database: before the event is committed, or after that and before the answer.
"""

import logging
import os
import signal
import sys

import uvicorn
from hr_system.app import create_app
from hr_system.server import configuration
from hr_system.tables import StoredEvent
from sqlalchemy import event
from sqlalchemy.orm import Session


def die(moment):
    """End this process, as a power cut would, at that moment of a session that stores an event."""

    @event.listens_for(Session, "after_flush")
    def sent(session, context):
        if any(isinstance(row, StoredEvent) for row in session.new):
            session.info["sent"] = True

    @event.listens_for(Session, moment)
    def now(session):
        if session.in_transaction():
            session.flush()
        if session.info.get("sent"):
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    for argument in sys.argv[1:]:
        die(argument)
    uvicorn.Server(configuration(create_app(), port=0)).run()
