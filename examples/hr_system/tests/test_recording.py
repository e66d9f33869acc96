"""Recording: who may, after which version, and what is refused."""

import pytest
from asking import CASE, document, events_of, get, give, happened, opening, record, token
from hr_system.guard import MOST_BYTES

import socialkapitel as sk
from conftest import problem, rows
from socialkapitel import events


def talk(number, **fields):
    return happened(events.ConversationHeld, "2007-01-04", number, **fields)


@pytest.fixture
def case(client):
    """A case that is open, with a manager and an employee."""
    assert 201 == record(client, opening(), 0).status_code
    give(client, "manager-1", "nearest-manager")
    give(client, "employee-1", "employee")
    return client


def test_the_same_event_again_is_no_event(case, engine):
    for expected in (201, 200, 200):
        answer = record(case, talk(2), 1)
        assert (expected, {"version": 2}) == (answer.status_code, answer.json())
    assert 200 == record(case, opening(), 0).status_code
    assert 200 == record(case, talk(2), 7).status_code
    assert 2 == len(rows(engine))


def test_another_event_with_a_known_id_is_refused(case):
    other = talk(2, note=sk.PrivateText("something else"))
    assert 201 == record(case, talk(2), 1).status_code
    assert (422, "illegal-event") == problem(record(case, other, 2))
    assert (409, "stale-version") == problem(record(case, other, 1))


def test_a_conflict_tells_the_present_version(case):
    record(case, talk(2), 1)
    answer = record(case, talk(3), 1, language="da")
    assert (409, "stale-version") == problem(answer)
    assert 2 == answer.json()["version"]
    assert "sagen er i version 2, ikke 1" in answer.json()["detail"]
    assert "da" == answer.headers["Content-Language"]
    assert 201 == record(case, talk(3), 2).status_code
    assert [opening().id, talk(2).id, talk(3).id] == events_of(case)


def test_a_case_that_is_not_there_is_at_version_0(client):
    answer = record(client, opening(), 3)
    assert (409, "stale-version") == problem(answer)
    assert 0 == answer.json()["version"]
    assert (422, "illegal-event") == problem(record(client, talk(2), 0))
    assert (404, "no-such-case") == problem(get(client))


def test_the_version_must_be_said(case):
    for given in (None, "", "1", 'W/"1"', '"-1"', '"1.0"', '"x"', "*"):
        headers = token("hr-1") | ({} if given is None else {"If-Match": given})
        answer = case.post(f"/cases/{CASE}/events", content=document(talk(2)), headers=headers)
        assert (428, "no-version") == problem(answer), given


def test_an_illegal_event_is_refused_with_what_would_be_legal(case):
    back = happened(events.FullReturn, "2007-01-05")
    danish, english = (record(case, back, 1, language=each).json() for each in ("da", "en"))
    assert (
        "hændelsen er ikke mulig i en sag med denne status: under afklaring, ikke sygemeldt"
        == danish["detail"]
    )
    assert (
        "not possible in a case with this status: being clarified, not on sick leave"
        == english["detail"]
    )
    assert "en sygemelding begyndte" == danish["legal"]["sick-leave-started"]
    assert set(sk.Case.open(opening()).legal) == set(danish["legal"]) == set(english["legal"])


def test_faults_are_told_with_their_places(case):
    text = '{"schema": "socialkapitel/full-return/1", "data": {"type": "full-return", "on": 5}}'
    faults = {one["path"]: one["reason"] for one in record(case, text, 1).json()["faults"]}
    assert {"$.data.id", "$.data.on", "$.data.role"} == set(faults)
    assert "is missing" == faults["$.data.role"]
    danish = record(case, text, 1, language="da").json()["faults"]
    assert "mangler" in {one["reason"] for one in danish}


def test_as_much_as_is_allowed_is_read(case):
    assert (422, "invalid-document") == problem(record(case, b" " * MOST_BYTES, 1))


def test_who_opens_cases(client):
    for person in ("committee-1", "manager-1", "employee-1"):
        assert (404, "no-such-case") == problem(record(client, opening(), 0, by=person))
    assert 201 == record(client, opening(), 0, by="hr-1").status_code


def test_a_consultant_takes_part_in_the_case_that_they_open(client):
    mine = opening(role="social-chapter-consultant")
    assert 201 == record(client, mine, 0, by="consultant-1").status_code
    said = talk(2, role="social-chapter-consultant")
    assert 201 == record(client, said, 1, by="consultant-1").status_code


def test_who_records(case):
    give(case, "colleague-1", "colleagues")
    give(case, "representative-1", "union-representative")
    for person in ("colleague-1", "representative-1", "consultant-1"):
        assert (404, "no-such-case") == problem(record(case, talk(2), 1, by=person))
    assert (403, "not-for-you") == problem(record(case, talk(2), 1, by="employee-1"))
    said = talk(2, role="nearest-manager")
    assert 201 == record(case, said, 1, by="manager-1").status_code
    worry = happened(events.ConcernRaised, "2007-01-04", 3, role="employee")
    assert 201 == record(case, worry, 2, by="employee-1").status_code


@pytest.mark.parametrize("sent", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "x"}])
def test_who_is_unknown_gets_nothing(case, sent):
    for answer in (
        case.get("/cases", headers=sent),
        case.get(f"/cases/{CASE}", headers=sent),
        case.get("/statistics/2007", headers=sent),
        case.post("/statistics/2007", headers=sent),
        case.post(f"/cases/{CASE}/events", headers=sent),
    ):
        assert (401, "who-are-you") == problem(answer)
        assert "Bearer" == answer.headers["WWW-Authenticate"]


def test_hr_gives_roles_and_nobody_else(case):
    assert (403, "not-for-you") == problem(give(case, "colleague-1", "colleagues", by="manager-1"))
    assert (422, "unknown-person") == problem(give(case, "nobody", "colleagues"))
    for role in ("top-med", "doctor", "nobody"):
        assert (422, "no-role-in-a-case") == problem(give(case, "colleague-1", role))


def test_danish_is_what_is_spoken_unless_english_is_asked_for(case):
    for asked, found in (
        ("en-GB,en;q=0.9,da;q=0.8", "en"),
        ("de, da;q=0.1", "da"),
        ("x;q=y", "da"),
    ):
        headers = token("hr-1") | {"Accept-Language": asked}
        answer = case.post(f"/cases/{CASE}/events", content=b"", headers=headers)
        assert found == answer.headers["Content-Language"]
    assert "da" == case.get("/cases", headers={"Accept-Language": "fr"}).headers["Content-Language"]
