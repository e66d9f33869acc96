"""What an intruder, and a colleague who knows the service well, would try."""

import asyncio
import socket
import sqlite3
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg
import pytest
from asking import (
    CASE,
    confirm,
    document,
    get,
    give,
    happened,
    opening,
    record,
    token,
    told_jointly,
)
from hr_system import guard, publications, server
from hr_system.grants import Grants
from hr_system.guard import MOST_BYTES
from hr_system.people import Person
from hr_system.store import EventStore
from sqlalchemy import event as sqlalchemy_event

import socialkapitel as sk
from conftest import problem, rows
from socialkapitel import events, wire
from socialkapitel.cases import RIGHTS

ILLNESS = "kvalmfeber"


def talk(**fields):
    return happened(events.ConversationHeld, "2007-01-04", **{"role": "nearest-manager", **fields})


@pytest.fixture
def case(client):
    """A case in which the employee has told of an illness, with a manager and an employee."""
    assert 201 == record(client, opening(), 0).status_code
    give(client, "manager-1", "nearest-manager")
    give(client, "employee-1", "employee")
    ill = happened(
        events.AbilityChanged,
        "2007-01-03",
        2,
        role="employee",
        health=sk.HealthNote(ILLNESS),
    )
    assert 201 == record(client, ill, 1, by="employee-1").status_code
    return client


# Roles that are given


def test_nobody_gives_a_role_to_themselves(case):
    for role in ("employee", "nearest-manager", "colleagues", None):
        assert (403, "not-to-yourself") == problem(give(case, "hr-1", role))
    assert "hr" == get(case).json()["data"]["role"]
    assert ILLNESS not in get(case).text


def test_a_role_that_sees_health_takes_a_second_person(case, engine):
    grants, hr = Grants(engine), Person("hr-2", "hr")
    seeing = [each.role for each in RIGHTS if each.allows(sk.Information.HEALTH)]
    assert {"employee", "municipality-of-residence"} == set(seeing)
    for role in seeing:
        answer = give(case, "hr-2", role, second=None)
        assert (202, False) == (answer.status_code, answer.json()["in_force"])
        assert "hr" == get(case, by="hr-2").json()["data"]["role"]
        number = answer.json()["number"]
        for person in ("hr-1", "hr-2"):  # who gave it, and who would get it
            assert (403, "needs-another-person") == problem(confirm(case, number, by=person))
        for person in ("manager-1", "employee-1"):
            assert (403, "not-for-you") == problem(confirm(case, number, by=person))
        assert ILLNESS not in get(case, by="hr-2").text
        for _ in range(2):
            assert 201 == confirm(case, number, by="hr-3").status_code
        assert role == grants.role(hr, CASE)
        assert 201 == give(case, "hr-2", None).status_code
    assert (404, "no-such-grant") == problem(confirm(case, 99, by="hr-3"))


def test_every_role_that_was_given_is_kept_with_who_gave_it(case):
    give(case, "colleague-1", "nearest-manager", by="hr-2")
    give(case, "colleague-1", "colleagues")
    kept = get(case, "/people").json()
    assert kept == get(case, "/people", by="employee-1").json()
    assert [
        ("manager-1", "nearest-manager", "hr-1", None),
        ("employee-1", "employee", "hr-1", "hr-2"),
        ("colleague-1", "nearest-manager", "hr-2", None),
        ("colleague-1", "colleagues", "hr-1", None),
    ] == [(one["person"], one["role"], one["by"], one["confirmed_by"]) for one in kept]
    assert [1, 2, 3, 4] == [one["number"] for one in kept]
    assert all(one["at"].startswith("20") for one in kept)
    assert (403, "not-for-you") == problem(get(case, "/people", by="manager-1"))


# Who has read


def test_every_reading_is_logged_before_it_is_answered(case, engine):
    get(case, by="employee-1")
    get(case, "/deadlines?on=2007-02-01", by="manager-1")
    get(case, "/refunds/2007-02", by="hr-1")
    log = get(case, "/reads", by="employee-1").json()
    assert [
        ("employee-1", "employee", "GET /cases/{case_id}", True),
        ("manager-1", "nearest-manager", "GET /cases/{case_id}/deadlines", False),
        ("hr-1", "hr", "GET /cases/{case_id}/refunds/{month}", False),
        ("employee-1", "employee", "GET /cases/{case_id}/reads", True),
    ] == [(one["person"], one["role"], one["what"], one["health"]) for one in log[-4:]]
    assert (403, "not-for-you") == problem(get(case, "/reads", by="manager-1"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE reads")
    answer = get(case, by="employee-1")
    assert (500, "failed") == problem(answer)
    assert ILLNESS not in answer.text


# Roles in events


def test_an_event_has_the_role_of_its_writer(case):
    for person, role in (
        ("employee-1", "union-representative"),
        ("employee-1", "nearest-manager"),
        ("manager-1", "employee"),
        ("manager-1", "hr"),
    ):
        kind = events.ConcernRaised
        answer = record(case, happened(kind, "2007-01-04", role=role), 2, by=person)
        assert (403, "not-your-role") == problem(answer)


def test_what_hr_records_for_others_is_marked(case):
    answer = record(case, talk(), 2, by="hr-1")
    assert (201, "nearest-manager") == (answer.status_code, answer.json()["recorded_for"])
    assert "recorded_for" not in record(case, talk(role="hr"), 3, by="hr-1").json()
    seen = get(case, "/recorded", by="employee-1").json()
    assert [
        ("hr", "hr", False, "hr-1"),
        ("employee", "employee", False, "employee-1"),
        ("nearest-manager", "hr", True, "hr-1"),
        ("hr", "hr", False, "hr-1"),
    ] == [(one["role"], one["recorded_as"], one["for_another"], one["recorded_by"]) for one in seen]
    assert "recorded_by" not in get(case, "/recorded", by="manager-1").json()[0]


def informed(role="nearest-manager", **fields):
    return happened(events.ColleaguesInformed, "2007-01-05", **{"role": role, **fields})


def test_that_both_told_the_colleagues_takes_both(case, engine):
    give(case, "colleague-1", "colleagues")
    said = informed()
    for by in ("manager-1", "manager-1", "hr-1"):  # saying it twice, or with HR, is no more
        answer = record(case, said, 2, by=by)
        assert (202, ["employee"]) == (answer.status_code, answer.json()["awaits"])
        assert (404, "no-such-case") == problem(get(case, by="colleague-1"))
    [waiting] = get(case, "/awaiting", by="employee-1").json()
    assert str(said.id) == waiting["event"]["data"]["id"]
    assert ["nearest-manager", "hr"] == waiting["said_by"]
    assert 2 == len(rows(engine))
    for _ in range(2):
        answer = record(case, said, 2, by="employee-1")
        assert 3 == answer.json()["version"]
    assert 200 == record(case, said, 2, by="manager-1").status_code
    assert [] == get(case, "/awaiting", by="employee-1").json()
    assert "colleagues" == get(case, by="colleague-1").json()["data"]["role"]
    [*_, last] = get(case, "/recorded").json()
    assert ("manager-1", "nearest-manager") == (last["recorded_by"], last["recorded_as"])


def test_hr_alone_does_not_tell_for_both(case):
    give(case, "colleague-1", "colleagues")
    answer = record(case, informed("hr"), 2, by="hr-1")
    assert (202, ["employee", "nearest-manager"]) == (answer.status_code, answer.json()["awaits"])
    answer = record(case, informed(informed_by=("nearest-manager",)), 2, by="manager-1")
    assert 201 == answer.status_code  # what the manager did alone opens nothing
    assert (404, "no-such-case") == problem(get(case, by="colleague-1"))
    alone = informed("employee", informed_by=("employee",))
    assert (403, "not-for-you") == problem(record(case, alone, 3, by="employee-1"))


def test_what_takes_both_lends_its_id_to_nothing_else(case):
    said = informed()
    record(case, said, 2, by="manager-1")
    other = happened(events.ConcernRaised, "2007-01-05", id=said.id, role="union-representative")
    assert (403, "not-your-role") == problem(record(case, other, 2, by="employee-1"))


def test_one_person_does_not_speak_for_both(case):
    said = informed()
    record(case, said, 2, by="manager-1")
    give(case, "manager-1", "employee")
    answer = record(case, said, 2, by="manager-1")
    assert (403, "needs-another-person") == problem(answer)


def test_what_both_say_is_the_same(case):
    first = informed()
    record(case, first, 2, by="manager-1")
    other = informed(id=first.id, note=sk.PrivateText("something else"))
    assert (422, "event-id-taken") == problem(record(case, other, 2, by="employee-1"))


def test_both_are_not_asked_for_what_cannot_be_recorded(case):
    said = happened(events.ColleaguesInformed, "2007-01-01", role="nearest-manager")
    assert (422, "illegal-event") == problem(record(case, said, 2, by="manager-1"))
    assert (409, "stale-version") == problem(record(case, informed(), 1, by="manager-1"))
    assert [] == get(case, "/awaiting").json()


# What a repeat tells


def test_a_repeat_does_not_tell_whether_something_is_hidden(case):
    """An event with a health note and one without, sent again as a manager sees them."""
    plain = happened(events.AbilityChanged, "2007-01-03", 3, role="employee")
    assert 201 == record(case, plain, 2, by="employee-1").status_code
    for version in (1, 3):
        answers = [
            record(
                case,
                happened(events.AbilityChanged, "2007-01-03", number, role=role),
                version,
                by=by,
            )
            for number in (2, 3)
            for by, role in (("manager-1", "nearest-manager"), ("hr-1", "employee"))
        ]
        assert 1 == len({(answer.status_code, answer.text) for answer in answers})
        assert (409, "stale-version") == problem(answers[0]) or version == 3
        assert (422, "event-id-taken") == problem(answers[0]) or version == 1
    assert 200 == record(case, plain, 2, by="employee-1").status_code


# Whether a case exists


def asked(client, case, by):
    """Every question about a case, as somebody asks it."""
    for address in ("", "/refunds/2007-02", "/deadlines?on=2007-01-01", "/reads", "/people"):
        yield get(client, address, by=by, case=case)
    yield give(client, "manager-1", "colleagues", by=by, case=case)
    yield confirm(client, 1, by=by, case=case)
    for version in (0, 1, 2, 3):
        yield record(client, talk(role="social-chapter-consultant"), version, by=by, case=case)
    yield record(client, opening(role="social-chapter-consultant"), 1, by=by, case=case)
    yield record(client, b"{}", 1, by=by, case=case)


@pytest.mark.parametrize("person", ["consultant-1", "committee-1", "colleague-1", "manager-1"])
def test_whether_a_case_exists_is_told_to_nobody_to_whom_it_is_closed(case, engine, person):
    """The same answers, headers and statements to the database, and no case is replayed."""
    give(case, "colleague-1", "colleagues")
    give(case, "manager-1", None)
    statements = []
    sqlalchemy_event.listen(
        engine, "before_cursor_execute", lambda _, __, statement, *___: statements.append(statement)
    )
    found = []
    for case_id in (CASE, uuid.uuid4()):
        statements.clear()
        answers = [
            (answer.status_code, answer.text, sorted(answer.headers.items()))
            for answer in asked(case, case_id, person)
        ]
        without_date = [
            (status, text, [pair for pair in headers if pair[0] != "date"])
            for status, text, headers in answers
        ]
        found.append((without_date, list(statements)))
    assert found[0] == found[1]
    assert {404, 422} >= {answer[0] for answer in found[0][0]}
    assert not any("document" in statement for statement in found[0][1])


def test_it_takes_no_longer_to_refuse_a_long_case(client, engine):
    """A case of 60 events, and none: both are refused in the same time, give or take the noise."""
    store = EventStore(engine)
    store.append(CASE, opening(), expected_version=0, by="hr-1")
    for version in range(1, 60):
        store.append(CASE, talk(), expected_version=version, by="hr-1")

    def seconds(case_id):
        started = time.perf_counter()
        assert (404, "no-such-case") == problem(get(client, by="consultant-1", case=case_id))
        return time.perf_counter() - started

    other = uuid.uuid4()
    pairs = [(seconds(CASE), seconds(other)) for _ in range(40)]
    there, not_there = (sorted(each)[:10] for each in zip(*pairs, strict=True))
    replay = time.perf_counter()
    store.find(CASE)
    replay = time.perf_counter() - replay
    assert abs(sum(there) - sum(not_there)) / 10 < replay / 2


# Bodies and sockets


def test_every_answer_stays_out_of_caches(case):
    for answer in (
        get(case),
        get(case, by="nobody"),
        get(case, case=uuid.uuid4()),
        case.get("/nothing"),
        case.get("/openapi.json"),
        case.post("/cases"),
    ):
        assert "no-store" == answer.headers["cache-control"]
        assert "nosniff" == answer.headers["x-content-type-options"]


@pytest.fixture
def patient(monkeypatch):
    """Limits of time that a test can wait for."""
    monkeypatch.setattr(guard, "SECONDS", 0.5)
    monkeypatch.setattr(server, "SECONDS_FOR_A_HEAD", 0.5)


@pytest.fixture
def connected(patient, client):
    address = client.base_url.host, client.base_url.port
    with closing(socket.create_connection(address, timeout=30)) as found:
        yield found


def answered(connection):
    """All that comes until the other side closes, and how long that took."""
    started = time.monotonic()
    found = b""
    try:
        while part := connection.recv(65536):
            found += part
    except ConnectionError:
        pass
    return found.decode(), time.monotonic() - started


ASKING = b"POST /cases/%s/events HTTP/1.1\r\nHost: x\r\n" % str(CASE).encode()


def test_a_body_that_is_said_to_be_too_large_is_not_read(connected):
    """By nobody who said who they are; nothing of the body is sent."""
    connected.sendall(ASKING + b"Content-Length: 150000000\r\n\r\n")
    answer, seconds = answered(connected)
    assert answer.startswith("HTTP/1.1 413 ")
    assert "too-large" in answer
    assert "no-store" in answer
    assert seconds < 5


def test_a_body_that_does_not_say_how_large_it_is_is_read_no_further(connected):
    connected.sendall(ASKING + b"Transfer-Encoding: chunked\r\n\r\n")
    part = b"4000\r\n" + b" " * 0x4000 + b"\r\n"
    sent = 0
    try:
        while sent < 200 * MOST_BYTES:
            connected.sendall(part)
            sent += len(part)
    except ConnectionError:
        pass
    answer, _ = answered(connected)
    assert sent < 200 * MOST_BYTES
    assert answer.startswith("HTTP/1.1 413 ") or not answer  # the end may overtake the answer


def test_a_body_that_does_not_come_is_given_up(connected):
    connected.sendall(ASKING + b"Content-Length: 10\r\n\r\n{")
    answer, seconds = answered(connected)
    assert answer.startswith("HTTP/1.1 408 ")
    assert seconds < 5


@pytest.mark.parametrize(
    "sent", [b"", b"GET /cases HTTP/1.1\r\n", b"GET /cases HTTP/1.1\r\nHost: "]
)
def test_a_connection_without_a_request_is_closed(connected, sent):
    connected.sendall(sent)
    answer, seconds = answered(connected)
    assert "" == answer
    assert seconds < 5


def test_a_request_sent_letter_by_letter_is_given_up(connected):
    started = time.monotonic()
    with pytest.raises(ConnectionError):  # noqa: PT012
        for letter in ASKING * 100:
            connected.sendall(bytes([letter]))
            time.sleep(0.02)
    assert time.monotonic() - started < 10


def test_a_connection_can_be_used_again(patient, case):
    for _ in range(3):
        assert 200 == get(case).status_code
        time.sleep(0.2)


def test_an_answer_that_is_not_taken_is_given_up(patient):
    """Somebody asks, and does not read."""

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def never(message):
        await asyncio.sleep(60)

    async def nothing():
        return {"type": "http.request", "body": b"", "more_body": False}

    started = time.monotonic()
    with pytest.raises(TimeoutError):
        asyncio.run(guard.Guard(app)({"type": "http", "headers": []}, nothing, never))
    assert time.monotonic() - started < 5


# The database


@pytest.fixture
def locked(database_url, engine):
    """Somebody else holds the database."""
    if engine.dialect.name == "sqlite":
        other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
    else:
        other = psycopg.connect(database_url)
        for table in ("events", "heads", "grants", "open_to"):
            other.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
    yield
    other.close()


def test_a_database_that_is_taken_is_told_soon(case, request):
    request.getfixturevalue("locked")
    for ask in (lambda: get(case), lambda: record(case, talk(), 2, by="hr-1")):
        started = time.monotonic()
        answer = ask()
        assert time.monotonic() - started < 15
        assert (503, "busy") == problem(answer)
        assert "1" == answer.headers["Retry-After"]


def test_a_database_that_is_gone_shows_nothing(client, engine):
    engine.dispose()
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE grants")
    assert (500, "failed") == problem(get(client))


def test_roles_given_at_the_same_moment_are_all_kept(case, engine):
    grants = Grants(engine)
    with ThreadPoolExecutor(4) as threads:
        given = threads.map(
            lambda person: grants.give(person, "colleagues", CASE, by="hr-1"),
            ["colleague-1", "representative-1"] * 2,
        )
        assert [3, 4, 5, 6] == sorted(one.number for one in given)


def test_a_document_that_is_sent_is_what_is_stored(case, engine):
    assert document(opening()) == rows(engine)[0][3]


def test_joint_information_is_recorded_in_two_requests(case):
    assert 201 == told_jointly(case, informed(), 2).status_code


# Figures


def test_two_publications_together_tell_no_more_than_each(client, engine):
    """Ten cases run through two years, and one is opened in between: their difference is hidden."""
    store = EventStore(engine)
    for number in range(1, 12):
        told = opening(
            "2007-02-01" if number < 11 else "2008-02-01",
            id=uuid.UUID(int=number),
            profile=events.Profile(area="viborg", sex=events.Sex.WOMAN),
        )
        store.append(uuid.uuid4(), told, expected_version=0, by="hr-1")

    def women(year):
        answer = client.post(f"/statistics/{year}", headers=token("hr-1"))
        report = wire.from_json(answer.text, sk.CaseStatistics)
        return report.table("sex").row("woman")[-1]

    assert (10, None) == (women(2007), women(2008))
    assert (
        11
        == sk.case_statistics(
            [store.read(each) for each in store.case_ids()], publications.period_of("2008")
        )
        .table("sex")
        .row("woman")[-1]
    )


def test_what_is_published_at_the_same_moment_is_reckoned_with(engine):
    """Of two periods that are published at once, the second is made again, after the first."""
    found = publications.Publications(engine)
    seen = []

    def first(before):
        return sk.case_statistics([], publications.period_of("2007"), published=before)

    def second(before):
        seen.append(len(before))
        if not before:
            found.add("2007", first, by="hr-1")
        return sk.case_statistics([], publications.period_of("2008"), published=before)

    assert found.add("2008", second, by="hr-2") == found.read("2008")
    assert [0, 1] == seen
    assert found.add("2008", first, by="hr-2") == found.read("2008")


def test_a_day_that_is_not_come_yet_is_refused(case):
    far = happened(events.ConversationHeld, "2042-01-01", role="hr")
    assert (422, "illegal-event") == problem(record(case, far, 2))
    joint = happened(events.ColleaguesInformed, "2042-01-01", role="nearest-manager")
    assert (422, "illegal-event") == problem(record(case, joint, 2, by="manager-1"))


def test_what_corrects_an_event_is_checked_like_the_event(case):
    """Within a correction, too: no private text that the writer may not read."""
    told = happened(
        events.AbilityChanged, "2007-01-03", 2, role="hr", health=sk.HealthNote(ILLNESS)
    )
    correction = happened(
        events.EventCorrected, "2007-01-04", corrects=uuid.UUID(int=2), replacement=told
    )
    assert (403, "not-entitled") == problem(record(case, correction, 2))


def corrected(right, role, day="2007-01-06", **fields):
    return happened(
        events.EventCorrected,
        day,
        **{"role": role, "corrects": right.id, "replacement": right, **fields},
    )


def test_a_correction_opens_no_gate_that_the_event_itself_would_not(case):
    """A manager who told alone does not make it joint afterwards, nor does HR; both do."""
    give(case, "colleague-1", "colleagues")
    alone = informed(informed_by=("nearest-manager",))
    assert 201 == record(case, alone, 2, by="manager-1").status_code
    joint = informed(id=alone.id)
    put_right = corrected(joint, "nearest-manager")
    assert 202 == record(case, put_right, 3, by="manager-1").status_code
    assert 202 == record(case, put_right, 3, by="hr-1").status_code
    assert (404, "no-such-case") == problem(get(case, by="colleague-1"))
    assert 201 == record(case, put_right, 3, by="employee-1").status_code
    assert "colleagues" == get(case, by="colleague-1").json()["data"]["role"]
    taken_back = corrected(joint, "nearest-manager", replacement=None)
    assert 201 == record(case, taken_back, 4, by="hr-1").status_code
    assert (404, "no-such-case") == problem(get(case, by="colleague-1"))


def test_a_correction_names_no_other_role(case):
    mine = talk()
    assert 201 == record(case, mine, 2, by="manager-1").status_code
    for role in ("union-representative", "hr"):
        other = corrected(talk(id=mine.id, role=role), "nearest-manager")
        assert (403, "not-your-role") == problem(record(case, other, 3, by="manager-1"))
    other = corrected(talk(id=mine.id, note=sk.PrivateText("at noon")), "nearest-manager")
    assert 201 == record(case, other, 3, by="manager-1").status_code


def test_each_corrects_what_is_their_own_and_hr_what_is_anybody_s(case):
    right = happened(events.AbilityChanged, "2007-01-02", 2, role="nearest-manager")
    said = corrected(right, "nearest-manager")
    assert (403, "not-for-you") == problem(record(case, said, 2, by="manager-1"))
    worry = happened(events.ConcernRaised, "2007-01-04", role="employee")
    assert 201 == record(case, worry, 2, by="employee-1").status_code
    for replacement in (talk(id=worry.id, role="employee"), None):
        said = corrected(worry, "employee", replacement=replacement)
        answer = record(case, said, 3, by="employee-1")
        assert (403 if replacement else 201) == answer.status_code
    said = corrected(happened(events.AbilityChanged, "2007-01-03", 2, role="hr"), "hr")
    assert 201 == record(case, said, 4, by="hr-1").status_code
