"""A case from its opening to its closing, as people use the service."""

import json
from datetime import date

import pytest
from asking import CASE, document, events_of, get, give, happened, opening, record, token

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
    happened(events.ColleaguesInformed, "2006-03-02"),
    happened(events.FollowUpHeld, "2006-09-01", scheme="flexjob"),
    happened(events.SchemeEnded, "2007-12-31", scheme="flexjob"),
    happened(events.CaseClosed, "2007-12-31", outcome=events.CaseOutcome.PENSION),
]


@pytest.fixture
def case(client):
    """The case as it stands at its end, and its people."""
    for version, event in enumerate(COURSE):
        answer = record(client, event, version)
        assert (201, {"version": version + 1}) == (answer.status_code, answer.json())
        assert f'"{version + 1}"' == answer.headers["ETag"]
    for person, role in (
        ("manager-1", "nearest-manager"),
        ("employee-1", "employee"),
        ("colleague-1", "colleagues"),
        ("representative-1", "union-representative"),
        ("municipality-1", "municipality-of-residence"),
    ):
        assert 204 == give(client, person, role).status_code
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
            "consultant-1",
            "committee-1",
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
    assert [False, False] == [seen[who]["open"] for who in ("consultant-1", "committee-1")]


def test_who_has_no_role_is_told_of_no_case(case):
    other = "22222222-2222-4222-8222-222222222222"
    assert 204 == give(case, "manager-1", "nearest-manager").status_code
    for address in ("", "/refunds/2007-11", "/deadlines?on=2007-01-01", "/review?on=2008-12-31"):
        assert (404, "no-such-case") == problem(get(case, address, by="manager-1", case=other))
    record(case, opening(), 0, case=other)
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


def test_refunds_are_for_those_who_may_see_pay_and_absence(case):
    may = {"employee-1", "manager-1", "hr-1", "municipality-1"}
    for person in ("colleague-1", "representative-1", "consultant-1", "committee-1", *may):
        for address in ("/refunds/2007-11", "/refunds/2007-11/explanation"):
            answer = get(case, address, by=person)
            assert (person in may) is (answer.status_code == 200)
            assert person in may or (403, "not-for-you") == problem(answer)


def test_deadlines_and_review_are_for_those_who_see_the_course(case):
    may = {"employee-1", "manager-1", "hr-1", "municipality-1"}
    for person in ("colleague-1", "representative-1", "consultant-1", "committee-1", *may):
        for address in ("/deadlines?on=2006-03-02", "/review?on=2008-12-31"):
            answer = get(case, address, by=person)
            assert (person in may) is (answer.status_code == 200)
            assert person in may or (403, "not-for-you") == problem(answer)


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


def test_numbers_are_for_hr_and_committees(case):
    for person in ("hr-1", "committee-1"):
        found = case.get("/statistics/2007", headers=token(person)).json()
        assert "socialkapitel/case-statistics/1" == found["schema"]
    for person in ("manager-1", "consultant-1", "employee-1"):
        answer = case.get("/statistics/2007", headers=token(person))
        assert (403, "not-for-you") == problem(answer)


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
    assert 204 == give(case, "hr-1", "employee").status_code
    assert "employee" == get(case).json()["data"]["role"]


def test_a_role_can_be_changed(case):
    assert 204 == give(case, "colleague-1", "nearest-manager").status_code
    assert "nearest-manager" == get(case, by="colleague-1").json()["data"]["role"]


def test_events_are_seen_in_order(case):
    assert [event.id for event in COURSE] == events_of(case)
