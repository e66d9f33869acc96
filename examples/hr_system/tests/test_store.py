"""What the database keeps: events that never change, cases that replay or say why not."""

import json
import runpy
import stat
import sys
import uuid

import psycopg
import pytest
import sqlalchemy
from asking import CASE, document, happened, opening
from hr_system.database import connect, create_tables
from hr_system.grants import Grants
from hr_system.jointly import Statements
from hr_system.people import People
from hr_system.publications import Publications, period_of
from hr_system.reads import Reads
from hr_system.settings import database_url as url_from
from hr_system.settings import settings
from hr_system.store import DamagedCase, EventIdTaken, EventStore, digest_of
from hr_system.tables import Base, Head, StoredEvent
from sqlalchemy.orm import Session

from conftest import PEOPLE, run, unguarded
from socialkapitel import PrivateText, UnknownName, case_statistics, events


@pytest.fixture
def store(engine):
    found = EventStore(engine)
    found.append(CASE, opening(), expected_version=0, by="hr-1")
    for version in range(1, 4):
        talk = happened(events.ConversationHeld, "2007-01-04")
        found.append(CASE, talk, expected_version=version, by="hr-1")
    return found


def test_nothing_is_stored_of_a_case_that_is_not_there(engine):
    assert EventStore(engine).read(CASE) is None
    assert [] == EventStore(engine).case_ids()


REFUSED = "what is stored never changes"
CHANGES = [
    "UPDATE events SET document = '{}' WHERE sequence = 2",
    "DELETE FROM events WHERE sequence = 4",
    "DELETE FROM events",
    "UPDATE heads SET version = 3",
    "UPDATE heads SET version = 9, digest = ''",
    "DELETE FROM grants",
    "UPDATE grants SET role = 'employee'",
    "DELETE FROM reads",
    "UPDATE reads SET person = 'nobody'",
    "UPDATE confirmations SET confirmed_by = 'nobody'",
    "UPDATE statements SET person = 'nobody'",
    "DELETE FROM publications",
    "UPDATE publications SET document = '{}'",
]
REPLACING = [
    (
        "INSERT OR REPLACE INTO events SELECT case_id, sequence, event_id, '{}', recorded_by,"
        " recorded_as, recorded_at, digest FROM events WHERE sequence = 2"
    ),
    (
        "REPLACE INTO events SELECT case_id, 9, event_id, '{}', recorded_by,"
        " recorded_as, recorded_at, digest FROM events WHERE sequence = 2"
    ),
    (
        "REPLACE INTO events SELECT event_id, 1, event_id, '{}', recorded_by,"
        " recorded_as, recorded_at, digest FROM events WHERE sequence = 1"
    ),
    (
        "INSERT INTO events SELECT * FROM events WHERE sequence = 2"
        " ON CONFLICT DO UPDATE SET document = '{}'"
    ),
    "UPDATE OR REPLACE events SET sequence = 2 WHERE sequence = 3",
    "REPLACE INTO heads SELECT case_id, 1, digest FROM heads",
    (
        "REPLACE INTO grants SELECT case_id, number, person, 'employee', needs_second, given_by,"
        " given_at FROM grants"
    ),
    "REPLACE INTO reads SELECT read_id, case_id, 'nobody', role, what, read_at FROM reads",
    "REPLACE INTO publications SELECT period, number, '{}', 'x', 'x' FROM publications",
]
FULL = [
    "TRUNCATE events",
    "TRUNCATE heads, reads, grants",
    (
        "INSERT INTO events SELECT * FROM events WHERE sequence = 2"
        " ON CONFLICT (case_id, sequence) DO UPDATE SET document = '{}'"
    ),
    "INSERT INTO heads SELECT * FROM heads ON CONFLICT (case_id) DO UPDATE SET version = 1",
]


@pytest.fixture
def everything(store, engine):
    """A row in every table."""
    grants, statements = Grants(engine), Statements(engine)
    given = grants.give("employee-1", "employee", CASE, by="hr-1")
    grants.confirm(CASE, given.number, by="hr-2")
    Reads(engine).add(CASE, "employee-1", "employee", "GET /cases/{case_id}")
    told = happened(events.ColleaguesInformed, "2007-01-05", role="employee")
    statements.say(CASE, told, "employee-1", "employee")
    Publications(engine).add(
        "2007",
        lambda before: case_statistics([store.read(CASE)], period_of("2007"), published=before),
        by="hr-1",
    )
    return whole(engine)


def whole(engine):
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(table.select())))
            for table in Base.metadata.sorted_tables
        }


def test_every_table_that_only_grows_is_tried(everything):
    assert all(everything.values())
    tried = " ".join([*CHANGES, *REPLACING])
    assert set(everything) - {"open_to"} == {name for name in everything if name in tried}


def test_what_is_stored_never_changes(everything, engine):
    full = engine.dialect.name == "postgresql"
    for statement in [*CHANGES, *(FULL if full else REPLACING)]:
        with pytest.raises(sqlalchemy.exc.DBAPIError, match=REFUSED):
            run(engine, statement)
        assert everything == whole(engine), statement


def test_an_event_takes_one_place_in_a_case(store, engine):
    """The keys that keep two writers apart are the database's own."""
    row = (
        "SELECT case_id, {}, {}, document, recorded_by, recorded_as, recorded_at, digest"
        " FROM events"
    )
    for sequence, event in (("4", "case_id"), ("9", "event_id")):
        with pytest.raises(sqlalchemy.exc.IntegrityError):
            run(engine, f"INSERT INTO events {row.format(sequence, event)} WHERE sequence = 1")


def test_an_event_opens_one_case(store):
    """Two cases of one opening would be one case to the library, and break the figures."""
    other = uuid.UUID(int=9)
    for by in ("hr-1", "hr-2"):
        with pytest.raises(EventIdTaken):
            store.append(other, opening(), expected_version=0, by=by)
    assert store.read(other) is None
    assert [CASE] == store.case_ids()


def test_the_documents_of_errors_are_hidden(store, engine):
    with pytest.raises(sqlalchemy.exc.IntegrityError) as caught, engine.begin() as connection:
        connection.execute(
            sqlalchemy.text(
                "INSERT INTO events SELECT case_id, 1, event_id, :document, recorded_by,"
                " recorded_as, recorded_at, digest FROM events"
            ),
            {"document": "kvalmfeber"},
        )
    assert "kvalmfeber" not in str(caught.value)


def test_who_recorded_an_event_and_when_is_kept(store, engine):
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT recorded_by, recorded_at FROM events").all()
    assert {"hr-1"} == {row[0] for row in found}
    assert all(row[1] for row in found)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("DELETE FROM events WHERE sequence = 2", "events-missing"),
        ("DELETE FROM events WHERE sequence = 4", "events-missing"),
        ("DELETE FROM events", "events-missing"),
        ("DELETE FROM heads", "events-missing"),
        ("UPDATE events SET recorded_by = 'hr-2' WHERE sequence = 3", "events-changed"),
        ("UPDATE events SET recorded_as = 'employee' WHERE sequence = 4", "events-changed"),
        ("UPDATE events SET document = document || ' ' WHERE sequence = 1", "events-changed"),
        ("UPDATE heads SET digest = ''", "events-changed"),
    ],
)
def test_what_was_changed_all_the_same_is_noticed(store, engine, change, reason):
    unguarded(engine, change)
    with pytest.raises(DamagedCase) as caught:
        store.read(CASE)
    assert reason == caught.value.reason


def test_the_last_event_taken_away_with_its_count_is_noticed(store, engine):
    unguarded(engine, "DELETE FROM events WHERE sequence = 4", "UPDATE heads SET version = 3")
    with pytest.raises(DamagedCase, match="events-changed"):
        store.read(CASE)


def test_a_case_can_be_forgotten(everything, store, engine, database_url, monkeypatch, capsys):
    command(monkeypatch, database_url, "forget", str(CASE))
    left = whole(engine)
    assert {"publications"} == {name for name, found in left.items() if found}
    assert store.read(CASE) is None
    command(monkeypatch, database_url, "forget", str(CASE))
    assert "forgotten\nthere is no such case\n" == capsys.readouterr().out


def add(engine, text):
    """Store a document as the store would, whatever it says."""
    with Session(engine) as session, session.begin():
        head = session.get(Head, CASE)
        row = StoredEvent(
            case_id=CASE,
            sequence=head.version + 1,
            event_id=uuid.uuid4(),
            document=text,
            recorded_by="x",
            recorded_as="hr",
            recorded_at="2007-01-05",
        )
        row.digest = digest_of(row, head.digest)
        session.add(row)
        head.version, head.digest = row.sequence, row.digest


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kvalmfeber", "invalid-document"),
        (document(happened(events.ConversationHeld, "2006-01-04")), "illegal-event"),
    ],
)
def test_what_does_not_replay_is_told_without_its_content(store, engine, text, reason):
    add(engine, text)
    with pytest.raises(DamagedCase) as caught:
        store.read(CASE)
    assert reason == caught.value.reason
    assert f"case {CASE}: {reason}" == str(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


def command(monkeypatch, url, *arguments):
    monkeypatch.setenv("HR_DATABASE_URL", url)
    monkeypatch.setattr(sys, "argv", ["hr_system", *arguments])
    runpy.run_module("hr_system", run_name="__main__")


def test_every_case_is_checked(store, engine, database_url, monkeypatch, capsys):
    command(monkeypatch, database_url, "create")  # the tables are there, and stay as they are
    command(monkeypatch, database_url, "check")
    assert "1 cases replay\n" == capsys.readouterr().out
    add(engine, "kvalmfeber")
    with pytest.raises(SystemExit, match=f"case {CASE}: invalid-document"):
        command(monkeypatch, database_url, "check")
    with pytest.raises(SystemExit, match="Say what to do"):
        command(monkeypatch, database_url, "mend")


def test_the_tables_are_made_by_a_command(tmp_path, monkeypatch, capsys):
    url = f"sqlite:///{tmp_path / 'new.db'}"
    command(monkeypatch, url, "create")
    command(monkeypatch, url, "check")
    assert "0 cases replay\n" == capsys.readouterr().out
    assert 0o600 == stat.S_IMODE((tmp_path / "new.db").stat().st_mode)


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path):
    file = tmp_path / "old.db"
    file.touch(0o644)
    engine = connect(f"sqlite:///{file}")
    create_tables(engine)
    engine.dispose()
    assert 0o600 == stat.S_IMODE(file.stat().st_mode)


def test_settings_come_from_the_environment():
    with pytest.raises(SystemExit, match="HR_PEOPLE"):
        settings({})
    assert "region-midtjylland-2008" == settings({"HR_PEOPLE": "x"}).chapter
    assert "herlev-2006" == settings({"HR_PEOPLE": "x", "HR_CHAPTER": "herlev-2006"}).chapter
    assert url_from({}).startswith("sqlite:")
    assert "x" == url_from({"HR_DATABASE_URL": "x"})


def test_an_office_is_a_role_of_the_library(tmp_path):
    file = tmp_path / "people.toml"
    file.write_text(PEOPLE.read_text("utf-8").replace('"hr"', '"boss"'), "utf-8")
    with pytest.raises(UnknownName):
        People.load(file)


def test_jsonb_would_write_a_document_anew(postgresql):
    """Why documents are text: `jsonb` reorders keys, and refuses what the library writes."""
    text = document(happened(events.ConversationHeld, "2007-01-04"))
    with psycopg.connect(postgresql.get_uri(), autocommit=True) as connection:
        [kept] = connection.execute("SELECT %s::text", [text]).fetchone()
        [changed] = connection.execute("SELECT (%s::jsonb)::text", [text]).fetchone()
        assert text == kept
        assert list(json.loads(text)) != list(json.loads(changed))
        noted = happened(events.ConversationHeld, "2007-01-04", note=PrivateText("a\0b"))
        assert [document(noted)] == list(
            connection.execute("SELECT %s::text", [document(noted)]).fetchone()
        )
        with pytest.raises(psycopg.DataError):
            connection.execute("SELECT (%s::jsonb)::text", [document(noted)])
