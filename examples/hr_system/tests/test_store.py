"""What the database keeps: events that never change, cases that replay or say why not."""

import json
import runpy
import sys

import psycopg
import pytest
import sqlalchemy
from asking import CASE, document, happened, opening
from hr_system.people import People
from hr_system.settings import database_url as url_from
from hr_system.settings import settings
from hr_system.store import DamagedCase, EventStore

from conftest import PEOPLE, rows
from socialkapitel import PrivateText, UnknownName, events


@pytest.fixture
def store(engine):
    found = EventStore(engine)
    found.append(CASE, opening(), expected_version=0, by="hr-1")
    for version in range(1, 4):
        talk = happened(events.ConversationHeld, "2007-01-04")
        found.append(CASE, talk, expected_version=version, by="hr-1")
    return found


def run(engine, statement):
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_nothing_is_stored_of_a_case_that_is_not_there(engine):
    assert EventStore(engine).read(CASE) is None
    assert [] == EventStore(engine).case_ids()


def test_a_stored_event_never_changes(store, engine):
    before = rows(engine)
    with pytest.raises(sqlalchemy.exc.DBAPIError, match="a stored event never changes"):
        run(engine, "UPDATE events SET document = '{}' WHERE sequence = 2")
    assert before == rows(engine)


def test_an_event_takes_one_place_in_a_case(store, engine):
    """The keys that keep two writers apart are the database's own."""
    row = "SELECT case_id, {}, {}, document, recorded_by, recorded_at FROM events"
    for sequence, event in (("4", "case_id"), ("9", "event_id")):
        with pytest.raises(sqlalchemy.exc.IntegrityError):
            run(engine, f"INSERT INTO events {row.format(sequence, event)} WHERE sequence = 1")


def test_the_documents_of_errors_are_hidden(store, engine):
    with pytest.raises(sqlalchemy.exc.IntegrityError) as caught, engine.begin() as connection:
        connection.execute(
            sqlalchemy.text(
                "INSERT INTO events (case_id, sequence, event_id, document, recorded_by)"
                " SELECT case_id, 1, event_id, :document, 'x' FROM events"
            ),
            {"document": "kvalmfeber"},
        )
    assert "kvalmfeber" not in str(caught.value)


def test_who_recorded_an_event_and_when_is_kept(store, engine):
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT recorded_by, recorded_at FROM events").all()
    assert {"hr-1"} == {row[0] for row in found}
    assert all(row[1] for row in found)


def test_events_that_are_missing_are_noticed(store, engine):
    run(engine, "DELETE FROM events WHERE sequence = 2")
    with pytest.raises(DamagedCase) as caught:
        store.read(CASE)
    assert "events-missing" == caught.value.reason


def test_a_case_can_be_forgotten(store, engine):
    run(engine, "DELETE FROM events")
    assert store.read(CASE) is None


def add(engine, text):
    with engine.begin() as connection:
        connection.execute(
            sqlalchemy.text(
                "INSERT INTO events (case_id, sequence, event_id, document, recorded_by)"
                " SELECT case_id, 5, case_id, :document, 'x' FROM events WHERE sequence = 1"
            ),
            {"document": text},
        )


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
