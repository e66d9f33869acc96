"""Two writers of one case at the same time: one wins, the other is told, nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from uuid import UUID

from asking import CASE, document, events_of, happened, opening, record
from hr_system.database import connect
from hr_system.store import EventStore
from sqlalchemy import event as sqlalchemy_event

import socialkapitel as sk
from conftest import rows
from socialkapitel import events

ROUNDS = 20


def talk():
    return happened(events.ConversationHeld, "2007-01-04")


def both(first, second):
    """What two calls answer that are made at the same moment."""
    barrier = Barrier(2)

    def wait_for_the_other(call):
        barrier.wait(60)
        return call()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(wait_for_the_other, (first, second)))


def test_two_processes_race(start):
    """Each of two servers gets an event after the same version, over and over again."""
    first, second = start(), start()
    with first.client() as one, second.client() as other:
        opened = race(one, other, 0, opening(), opening(id=UUID(int=2)))
        expected = [opened.id]
        for version in range(1, 2 * ROUNDS, 2):
            won, lost = talk(), talk()
            if race(one, other, version, won, lost) is lost:
                won, lost = lost, won
            assert (409, version + 1) == answered(record(one, lost, version))
            assert (201, version + 2) == answered(record(one, lost, version + 1))
            expected += [won.id, lost.id]
        assert expected == events_of(one) == events_of(other)


def race(one, other, version, first, second):
    """Send an event to each of two servers; gives the one that was recorded."""
    tries = (one, first), (other, second)
    answers = both(*(partial(record, *each, version) for each in tries))
    [won] = [
        event
        for event, answer in zip((first, second), answers, strict=True)
        if answer.status_code == 201
    ]
    assert [(201, version + 1), (409, version + 1)] == sorted(map(answered, answers))
    return won


def answered(response):
    return response.status_code, response.json()["version"]


def at_the_same_moment(engine):
    """Let two threads send their events to the database together, after both have read."""
    barrier = Barrier(2)

    @sqlalchemy_event.listens_for(engine, "before_cursor_execute")
    def wait(connection, cursor, statement, *_):
        if statement.startswith("INSERT INTO events"):
            barrier.wait(60)


def outcome(store, event, version):
    try:
        return store.append(CASE, event, expected_version=version, by="hr-1").added
    except sk.StaleVersion as error:
        return error.actual


def test_the_database_decides_between_two_who_have_read_the_same(database_url, engine):
    """Both have found their event legal after the version that they read; one comes too late."""
    plain = EventStore(engine)
    plain.append(CASE, opening(), expected_version=0, by="hr-1")
    racing = connect(database_url)
    at_the_same_moment(racing)
    store = EventStore(racing)
    for version in range(1, ROUNDS):
        found = both(*(partial(outcome, store, event, version) for event in (talk(), talk())))
        assert sorted([True, version + 1]) == sorted(found)
    racing.dispose()
    assert list(range(1, ROUNDS + 1)) == [row[1] for row in rows(engine)]
    assert ROUNDS == plain.read(CASE).version


def test_of_the_same_event_twice_at_the_same_moment_one_is_stored(database_url, engine):
    """A writer who got no answer asks again, while the first try is still on its way."""
    plain = EventStore(engine)
    plain.append(CASE, opening(), expected_version=0, by="hr-1")
    racing = connect(database_url)
    at_the_same_moment(racing)
    store = EventStore(racing)
    for version in range(1, ROUNDS):
        event = talk()
        found = both(*[partial(outcome, store, event, version)] * 2)
        assert [False, True] == sorted(found)
        assert document(event) == rows(engine)[-1][3]
    racing.dispose()
    assert ROUNDS == plain.read(CASE).version
