"""A case from its opening to its closing, as people use the service."""

import json
import uuid
from datetime import UTC, date, datetime

import pytest
from asking import (
    CASE,
    document,
    events_of,
    get,
    give,
    happened,
    opening,
    record,
    token,
    told_jointly,
)

import socialkapitel as sk
from conftest import problem, rows
from socialkapitel import events, wire

TERMS = events.FlexjobTerms(
    starting_pay=sk.Pay.monthly("18297.00"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)
COURSE = [
    opening("2005-11-01"),
    happened(events.ConversationHeld, "2005-11-02", role="nearest-manager"),
    happened(
        events.MeasureConsidered,
        "2006-01-10",
        scheme="adjustment",
        state=events.Consideration.TRIED,
        reason=sk.PrivateText("tried for six weeks"),
    ),
    happened(events.RepresentativeInvolved, "2006-01-20", representative="union-representative"),
    happened(events.ApplicationSent, "2006-02-01", scheme="flexjob"),
    happened(events.DecisionReceived, "2006-03-01", scheme="flexjob", granted=True, share="2/3"),
    happened(events.SchemeStarted, "2006-03-01", scheme="flexjob", terms=TERMS),
    happened(events.ColleaguesInformed, "2006-03-02", role="nearest-manager"),
    happened(events.FollowUpHeld, "2006-09-01", scheme="flexjob"),
    happened(events.SchemeEnded, "2007-12-31", scheme="flexjob"),
    happened(events.CaseClosed, "2007-12-31", outcome=events.CaseOutcome.PENSION),
]


@pytest.fixture
def case(client):
    """The case as it stands at its end, and its people."""
    assert 201 == record(client, COURSE[0], 0).status_code
    for person, role in (
        ("manager-1", "nearest-manager"),
        ("employee-1", "employee"),
        ("colleague-1", "colleagues"),
        ("representative-1", "union-representative"),
        ("municipality-1", "municipality-of-residence"),
    ):
        assert 201 == give(client, person, role).status_code
    for version, event in enumerate(COURSE[1:], 1):
        send = told_jointly if isinstance(event, events.ColleaguesInformed) else record
        answer = send(client, event, version)
        assert (201, version + 1) == (answer.status_code, answer.json()["version"])
        assert f'"{version + 1}"' == answer.headers["ETag"]
    return client


def test_what_is_stored_is_what_was_sent_byte_for_byte(case, engine):
    assert [document(event) for event in COURSE] == [row[3] for row in rows(engine)]
    assert list(range(1, len(COURSE) + 1)) == [row[1] for row in rows(engine)]


def test_each_sees_what_is_for_their_role(case):
    seen = {
        person: get(case, by=person).json()["data"]
        for person in (
            "employee-1",
            "manager-1",
            "colleague-1",
            "representative-1",
            "municipality-1",
        )
    }
    replayed = sk.Case.replay(COURSE)
    roles = {person: view["role"] for person, view in seen.items()}
    for person, role in roles.items():
        expected = json.loads(
            wire.to_json(sk.disclose(replayed, to=role), include=("health", "identity", "texts"))
        )
        assert expected["data"] == seen[person]
    assert len(COURSE) == len(seen["employee-1"]["events"])
    assert [] == seen["colleague-1"]["events"]
    for person in ("consultant-1", "committee-1"):
        assert (404, "no-such-case") == problem(get(case, by=person))


def test_who_has_no_role_is_told_of_no_case(case):
    other = "22222222-2222-4222-8222-222222222222"
    for address in ("", "/refunds/2007-11", "/deadlines?on=2007-01-01", "/review?on=2008-12-31"):
        assert (404, "no-such-case") == problem(get(case, address, by="manager-1", case=other))
    assert 201 == record(case, opening(id=uuid.uuid4()), 0, case=other).status_code
    assert (404, "no-such-case") == problem(get(case, by="manager-1", case=other))
    assert (404, "no-such-case") == problem(record(case, opening(), 1, by="manager-1", case=other))
    assert [str(CASE)] == case.get("/cases", headers=token("manager-1")).json()
    assert sorted([str(CASE), other]) == case.get("/cases", headers=token("hr-1")).json()


def test_refunds_with_their_explanation(case):
    refunds = wire.from_json(get(case, "/refunds/2007-11").text, sk.CaseRefunds)
    assert sk.Case.replay(COURSE).refunds(sk.Month(2007, 11)) == refunds
    assert "12306.40" == str(refunds.amount)
    for language, words in (("da", "Fleksjobrefusion, november 2007"), ("en", "DKK 12,306.40")):
        shown = get(case, "/refunds/2007-11/explanation", language=language)
        assert words in shown.text
        assert language == shown.headers["Content-Language"]


def test_refunds_that_wait_for_payroll(case):
    address = f"/cases/{CASE}/refunds/2007-11"
    paid = {"actual_pay": "18000.00"}
    answer = case.post(address, json=paid, headers=token("hr-1"))
    expected = sk.Case.replay(COURSE).refunds(sk.Month(2007, 11), actual_pay="18000.00")
    assert expected == wire.from_json(answer.text, sk.CaseRefunds)
    assert expected.amount < 12306
    wrong = case.post(address, json={"actual_pay": 18000.5}, headers=token("hr-1"))
    assert (422, "not-understood") == problem(wrong)


def refused(person):
    """To whom the case is closed, it is not there."""
    if person in {"consultant-1", "committee-1"}:
        return 404, "no-such-case"
    return 403, "not-for-you"


def test_refunds_are_for_those_who_may_see_pay_and_absence(case):
    may = {"employee-1", "manager-1", "hr-1", "municipality-1"}
    for person in ("colleague-1", "representative-1", "consultant-1", "committee-1", *may):
        for address in ("/refunds/2007-11", "/refunds/2007-11/explanation"):
            answer = get(case, address, by=person)
            assert (person in may) is (answer.status_code == 200)
            assert person in may or refused(person) == problem(answer)


def test_deadlines_and_review_are_for_those_who_see_the_course(case):
    may = {"employee-1", "manager-1", "hr-1", "municipality-1"}
    for person in ("colleague-1", "representative-1", "consultant-1", "committee-1", *may):
        for address in ("/deadlines?on=2006-03-02", "/review?on=2008-12-31"):
            answer = get(case, address, by=person)
            assert (person in may) is (answer.status_code == 200)
            assert person in may or refused(person) == problem(answer)


def test_deadlines(case):
    first = get(case, "/deadlines?on=2006-03-02", language="da").json()[0]
    expected = sk.Case.replay(COURSE).deadlines(COURSE[6].on)[0]
    assert {
        "id": expected.id,
        "label": sk.translate(expected.label, "da"),
        "due": "2006-09-01",
        "because": sk.translate(expected.because, "da"),
        "source": expected.source.citation,
        "overdue": False,
    } == first


def test_review(case):
    found = {one["id"]: one for one in get(case, "/review?on=2008-12-31").json()}
    review = sk.review(sk.Case.replay(COURSE), "region-midtjylland-2008", on=date(2008, 12, 31))
    assert {one.id: one.outcome.value for one in review.findings} == {
        name: one["outcome"] for name, one in found.items()
    }
    assert {"unresolved", "fulfilled"} <= {one["outcome"] for one in found.values()}


def test_figures_are_published_once_and_served_as_they_were(case, client):
    address = "/statistics/2007"
    assert (404, "not-published") == problem(case.get(address, headers=token("hr-1")))
    first = case.post(address, headers=token("hr-1"))
    assert (201, "socialkapitel/case-statistics/1") == (first.status_code, first.json()["schema"])
    other = "22222222-2222-4222-8222-222222222222"
    assert 201 == record(case, opening(id=uuid.uuid4()), 0, case=other).status_code
    for person in ("hr-1", "committee-1"):
        assert first.json() == case.get(address, headers=token(person)).json()
    again = case.post(address, headers=token("hr-2"))
    assert (200, first.json()) == (again.status_code, again.json())
    quarter = case.post("/statistics/2007-Q3", headers=token("hr-1")).json()
    assert "2007-07-01/2007-09-30" == quarter["data"]["period"]


def test_figures_are_for_hr_and_committees(case):
    for person in ("manager-1", "consultant-1", "employee-1"):
        for ask in (case.get, case.post):
            answer = ask("/statistics/2007", headers=token(person))
            assert (403, "not-for-you") == problem(answer)
    answer = case.post("/statistics/2007", headers=token("committee-1"))
    assert (403, "not-for-you") == problem(answer)


def test_figures_of_a_period_that_is_not_over_are_not_published(case):
    for period in ("2099", "2099-Q4", str(datetime.now(UTC).year)):
        answer = case.post(f"/statistics/{period}", headers=token("hr-1"))
        assert (422, "not-over") == problem(answer)
    for period in ("2007-Q5", "07", "2007-01"):
        answer = case.post(f"/statistics/{period}", headers=token("hr-1"))
        assert (422, "not-understood") == problem(answer)


def test_the_version_is_told_to_those_who_record(case):
    told = {
        person: "ETag" in get(case, by=person).headers
        for person in ("hr-1", "manager-1", "employee-1", "colleague-1", "municipality-1")
    }
    assert {
        "hr-1": True,
        "manager-1": True,
        "employee-1": True,
        "colleague-1": False,
        "municipality-1": False,
    } == told


def test_a_role_in_a_case_goes_before_an_office(case):
    assert "hr" == get(case).json()["data"]["role"]
    assert 201 == give(case, "hr-1", "employee", by="hr-2", second="hr-3").status_code
    assert "employee" == get(case).json()["data"]["role"]
    assert 201 == give(case, "hr-1", None, by="hr-2").status_code
    assert "hr" == get(case).json()["data"]["role"]


def test_a_role_can_be_changed(case):
    assert 201 == give(case, "colleague-1", "nearest-manager").status_code
    assert "nearest-manager" == get(case, by="colleague-1").json()["data"]["role"]
    assert 201 == give(case, "colleague-1", None).status_code
    assert (404, "no-such-case") == problem(get(case, by="colleague-1"))
    assert [] == case.get("/cases", headers=token("colleague-1")).json()


def test_events_are_seen_in_order(case):
    assert [event.id for event in COURSE] == events_of(case)
