"""A diagnosis and a number of the civil register, put wherever text goes in.

Each role's answers, refusals, the description of the service and the log are searched for both.
"""

import json
import logging

import pytest
from asking import CASE, PRIVATE, document, get, give, happened, opening, record, token
from hr_system.store import EventStore

import socialkapitel as sk
from conftest import problem, rows, unguarded
from socialkapitel import events, wire
from socialkapitel.cases import RIGHTS

DIAGNOSIS = "kvalmfeber"
CPR = "070761-4285"
MARKERS = (DIAGNOSIS, CPR, CPR.replace("-", ""))
CAUSE = "back-and-joints"

COURSE = [
    opening(
        role="social-chapter-consultant",
        person=sk.Identity(CPR),
        profile=events.Profile(area="viborg", cause=events.Cause(CAUSE)),
    ),
    happened(
        events.RoundTableHeld,
        "2007-01-04",
        participants=(
            "employee",
            "nearest-manager",
            "union-representative",
            "municipality-of-residence",
        ),
        by=sk.Identity(CPR),
    ),
    happened(events.AbilityChanged, "2007-01-05", health=sk.HealthNote(DIAGNOSIS)),
    happened(events.ConversationHeld, "2007-01-06", health=sk.HealthNote(DIAGNOSIS)),
    happened(
        events.SickLeaveStarted,
        "2007-01-08",
        extent=events.Extent.FULL,
        contract_hours="37",
        hourly_pay="185.00",
        paid_during_sickness=True,
        basis=sk.RefundBasis.ORDINARY,
        health=sk.HealthNote(DIAGNOSIS),
    ),
    happened(
        events.AbsenceRegistered,
        "2007-03-01",
        hours={sk.Week(2007, week): "37" for week in range(2, 10)},
    ),
    happened(events.ColleaguesInformed, "2007-03-02", role="nearest-manager"),
]
PEOPLE = {
    "hr-1": None,
    "consultant-1": None,
    "committee-1": None,
    "manager-1": "nearest-manager",
    "employee-1": "employee",
    "colleague-1": "colleagues",
    "representative-1": "union-representative",
    "municipality-1": "municipality-of-residence",
}
ADDRESSES = (
    "",
    "/refunds/2007-02",
    "/refunds/2007-02/explanation",
    "/deadlines?on=2007-02-01",
    "/review?on=2008-12-31",
)


@pytest.fixture
def case(client, engine):
    """The case, as several writers have written it, and its people."""
    store = EventStore(engine)
    for version, event in enumerate(COURSE):
        store.append(CASE, event, expected_version=version, by="somebody")
    for person, role in PEOPLE.items():
        assert role is None or give(client, person, role).status_code == 201
    return client


def found_in(*texts):
    return {marker for text in texts for marker in MARKERS if marker in text}


def everything_said_to(client, person):
    """Every answer that somebody gets, with its headers."""
    for language in ("da", "en"):
        for address in ADDRESSES:
            answer = get(client, address, by=person, language=language)
            yield answer.text + repr(answer.headers)
    yield client.get("/cases", headers=token(person)).text
    yield client.get("/statistics/2007", headers=token(person)).text
    for address in ("people", "reads", "recorded", "awaiting"):
        yield get(client, f"/{address}", by=person).text


def test_what_is_stored_has_it_all(case, engine):
    assert found_in(*(row[3] for row in rows(engine))) == {DIAGNOSIS, CPR}
    assert [document(event) for event in COURSE] == [row[3] for row in rows(engine)]


def test_each_sees_what_the_table_of_rights_lets_them_see(case):
    case.post("/statistics/2007", headers=token("hr-1"))
    for person in PEOPLE:
        answer = get(case, by=person)
        if answer.status_code == 404:
            assert set() == found_in(*everything_said_to(case, person))
            continue
        role = answer.json()["data"]["role"]
        [rights] = [one for one in RIGHTS if one.role == role]
        view = sk.disclose(sk.Case.replay(COURSE), to=role)
        expected = set()
        if view.open and rights.allows(sk.Information.HEALTH):
            expected.add(DIAGNOSIS)
        if view.open and rights.allows(sk.Information.IDENTITY):
            expected.add(CPR)
        said = list(everything_said_to(case, person))
        assert expected == found_in(*said), person
        told = role in events.ToldCause.readers and view.open
        assert told is any(f'"cause":"{CAUSE}"' in text for text in said), person


def test_it_is_in_the_view_alone_and_nowhere_else(case):
    """Not even those who may see it get it in anything but the view."""
    for person in PEOPLE:
        for address in ADDRESSES[1:]:
            for language in ("da", "en"):
                assert set() == found_in(get(case, address, by=person, language=language).text)


def test_who_is_entitled_differs(case):
    """The attack would find something: some see all of it, some a part, some nothing."""
    seen = {person: found_in(get(case, by=person).text) for person in PEOPLE}
    assert {DIAGNOSIS, CPR} == seen["employee-1"] == seen["municipality-1"]
    assert {CPR} == seen["hr-1"] == seen["manager-1"] == seen["representative-1"]
    assert set() == seen["colleague-1"] == seen["committee-1"]


def spoilt(event):
    """Documents of an event that can't be read, with the markers in them."""
    whole = json.loads(document(event))
    for key in (*whole["data"], "unheard-of"):
        for value in ([DIAGNOSIS], {"a": CPR}, 1.5, CPR):
            if value != CPR or key not in {"note", "by", "person", "health"}:
                data = {**whole["data"], "note": DIAGNOSIS, key: value}
                yield json.dumps({**whole, "data": data})
    yield json.dumps({**whole, "schema": CPR})
    yield json.dumps({**whole, "schema": f"socialkapitel/{DIAGNOSIS}/1"})
    yield json.dumps([DIAGNOSIS, CPR])
    yield f'{{"{DIAGNOSIS}'
    yield CPR


def test_what_cannot_be_read_is_refused_without_a_word_of_it(case):
    sent = [text for event in COURSE for text in spoilt(event)]
    for number, text in enumerate(sent):
        answer = record(case, text, len(COURSE), language=("da", "en")[number % 2])
        assert (422, "invalid-document") == problem(answer), text
        assert set() == found_in(answer.text, repr(answer.headers)), text
    assert f'"{len(COURSE)}"' == get(case).headers["ETag"]


def test_what_is_illegal_is_refused_without_a_word_of_it(case):
    said = {"note": sk.PrivateText(f"{DIAGNOSIS}, {CPR}"), "by": sk.Identity(CPR)}
    sick = {**said, "role": "employee", "health": sk.HealthNote(DIAGNOSIS)}
    refused = [
        (happened(events.FullReturn, "2007-01-01", **said), "hr-1"),
        (happened(events.ConcernRaised, "2007-01-01", **said), "hr-1"),
        (
            happened(
                events.SchemeEnded, "2007-03-03", scheme="aids", **said, role="nearest-manager"
            ),
            "consultant-1",
        ),
        (happened(events.AbilityChanged, "2007-01-01", **sick), "employee-1"),
    ]
    give(case, "consultant-1", "nearest-manager")
    for event, person in refused:
        for language in ("da", "en"):
            answer = record(case, event, len(COURSE), by=person, language=language)
            assert (422, "illegal-event") == problem(answer)
            assert set() == found_in(answer.text)
            assert (409, "stale-version") == problem(record(case, event, 1, by=person))


def test_nobody_writes_what_is_not_for_their_own_eyes(case):
    """The employer does not write down what an illness is; the employee may."""
    for person, role in (
        ("hr-1", "hr"),
        ("hr-1", "employee"),
        ("manager-1", "nearest-manager"),
        ("employee-1", "employee"),
    ):
        said = happened(
            events.AbilityChanged, "2007-03-03", health=sk.HealthNote(DIAGNOSIS), role=role
        )
        answer = record(case, said, len(COURSE), by=person)
        assert set() == found_in(answer.text)
        if person != "employee-1":
            assert (403, "not-entitled") == problem(answer)
    assert 201 == answer.status_code


def test_the_cause_is_written_by_those_it_is_told(client):
    told = COURSE[0]
    assert (403, "not-entitled") == problem(record(client, told, 0))
    assert 201 == record(client, told, 0, by="consultant-1").status_code


def test_addresses_are_refused_without_a_word_of_theirs(case):
    for text in MARKERS:
        for answer in (
            get(case, case=text),
            get(case, f"/refunds/{text}"),
            get(case, f"/deadlines?on={text}"),
            get(case, f"/{text}"),
            case.get(f"/statistics/{text}", headers=token("hr-1")),
            case.post(f"/statistics/{text}", headers=token("hr-1")),
            case.post(f"/cases/{CASE}/people/{text}/confirmation", headers=token("hr-1")),
            case.post(
                f"/cases/{CASE}/refunds/2007-02", json={"paid_hours": text}, headers=token("hr-1")
            ),
            case.post(
                f"/cases/{CASE}/refunds/2007-02", json={"actual_pay": text}, headers=token("hr-1")
            ),
            case.post(f"/cases/{CASE}/refunds/2007-02", json={text: 1.5}, headers=token("hr-1")),
            case.post(f"/cases/{CASE}/people", content=text, headers=token("hr-1")),
            case.post(
                f"/cases/{CASE}/people", json={"person": "x", text: text}, headers=token("hr-1")
            ),
            give(case, text, text),
            give(case, "manager-1", text),
            case.get("/cases", headers={"Authorization": f"Bearer {text}"}),
        ):
            assert 400 <= answer.status_code < 500
            assert set() == found_in(answer.text, repr(answer.headers))


def test_the_description_of_the_service_shows_nothing(case):
    for address in ("/openapi.json", "/schemas/event", "/docs"):
        answer = case.get(address)
        assert 200 == answer.status_code
        assert set() == found_in(answer.text)


def test_the_log_shows_nothing(case, start):
    """The log of a server, as it runs in earnest, of all that is above, and of errors within."""
    service = start()
    with service.client() as client:
        for person in PEOPLE:
            for address in ADDRESSES:
                get(client, address, by=person)
        for text in [text for event in COURSE for text in spoilt(event)][::7]:
            record(client, text, len(COURSE))
        for text in MARKERS:
            get(client, case=text)
            get(client, f"/deadlines?on={text}")
        record(client, COURSE[-1], 1)
        record(client, happened(events.FullReturn, "2006-01-01"), len(COURSE))
    service.kill()
    assert "POST /cases/{case_id}/events 422" in service.log
    assert "GET /cases/{case_id}/deadlines 200" in service.log
    assert set() == found_in(service.log)


def test_an_error_of_the_database_shows_nothing(case, engine, caplog):
    """The worst that can happen while an event is stored: its table is gone."""
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE events RENAME COLUMN document TO gone")
        connection.exec_driver_sql("ALTER TABLE events ADD COLUMN document TEXT")
    with caplog.at_level(logging.INFO):
        answer = get(case)
    assert 500 == answer.status_code
    assert set() == found_in(answer.text, caplog.text)


def test_what_was_damaged_is_not_shown(case, engine):
    """A document that does not read: a server's fault, and nothing of the document is told."""
    unguarded(engine, "DELETE FROM events WHERE sequence = 2")
    for person in ("hr-1", "employee-1"):
        answer = get(case, by=person)
        assert (500, "damaged-case") == problem(answer)
        assert set() == found_in(answer.text)


def test_documents_without_their_private_texts_are_no_store():
    """Why everything is included when an event is stored."""
    lost = wire.from_json(wire.to_json(COURSE[2]), events.Event)
    assert COURSE[2] != lost
    assert COURSE[2] == wire.from_json(wire.to_json(COURSE[2], include=PRIVATE), events.Event)
