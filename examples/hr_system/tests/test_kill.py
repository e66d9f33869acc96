"""The process is killed, as by a power cut: what was answered is there, and the case replays."""

from threading import Timer

import httpx
import pytest
from asking import CASE, document, events_of, happened, opening, record
from hr_system.store import EventStore

from conftest import rows
from socialkapitel import events


@pytest.fixture
def store(engine):
    """What is stored, with a case that has been opened."""
    found = EventStore(engine)
    found.append(CASE, opening(), expected_version=0, by="hr-1")
    return found


def talk(number):
    return happened(events.ConversationHeld, "2007-01-04", number)


def test_killed_between_two_writes(start, store):
    """In the middle of a stream of events: each that was answered is there, and it goes on."""
    service, next_one = start(), start()
    answered = [opening().id]
    with service.client() as client:
        for number in range(2, 20):
            assert 201 == record(client, talk(number), number - 1).status_code
            answered.append(talk(number).id)
        service.kill()
        with pytest.raises(httpx.TransportError):
            record(client, talk(20), 19)
    assert -9 == service.process.returncode
    assert answered == [event.id for event in store.read(CASE).events]
    with next_one.client() as client:
        assert 201 == record(client, talk(20), 19).status_code
        assert [*answered, talk(20).id] == events_of(client)


def test_killed_at_any_moment(start, store):
    """While events are sent without a pause: at most the one that got no answer is there too."""
    service = start()
    killer = Timer(0.05, service.process.kill)
    answered = [opening().id]
    with service.client() as client:
        while (event := sent(client, talk(len(answered) + 1), len(answered))) is not None:
            answered.append(event.id)
            if len(answered) == 5:
                killer.start()
    killer.join()
    stored = [event.id for event in store.read(CASE).events]
    assert answered == stored[: len(answered)]
    assert len(stored) <= len(answered) + 1


def sent(client, event, version):
    """The event, once it is recorded; None where the server is no more."""
    try:
        assert 201 == record(client, event, version).status_code
    except httpx.TransportError:
        return None
    return event


def dies_of(service, event, version):
    """Send an event to a server that is killed by it, and gives no answer."""
    with service.client() as client, pytest.raises(httpx.TransportError):
        record(client, event, version)
    assert -9 == service.process.wait(60)


def test_killed_before_the_commit(start, store, engine, client):
    """The event was with the database, and had not been committed: it never happened."""
    dies_of(start("before_commit"), talk(2), 1)
    assert [document(opening())] == [row[3] for row in rows(engine)]
    assert 1 == store.read(CASE).version
    assert 201 == record(client, talk(2), 1).status_code
    assert [opening().id, talk(2).id] == events_of(client)


def test_killed_after_the_commit_and_before_the_answer(start, store, client):
    """The event is recorded, and the writer does not know: sent again, it is recorded once."""
    dies_of(start("after_commit"), talk(2), 1)
    assert 2 == store.read(CASE).version
    again = record(client, talk(2), 1)
    assert (200, {"version": 2}) == (again.status_code, again.json())
    assert [opening().id, talk(2).id] == events_of(client)
