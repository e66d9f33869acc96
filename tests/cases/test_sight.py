"""Which events a role may know of, and what is left of them."""

from datetime import date

import pytest
from case_examples import event, opened

import socialkapitel as sk
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.errors import NotEntitled
from socialkapitel.cases.rights import RIGHTS, rights
from socialkapitel.cases.sight import visible

MENTOR = event(events.SchemeStarted, "2022-02-01", scheme="mentor", terms=None)
SECTION_56 = event(events.AgreementSigned, "2022-01-04")
LEAVE = event(
    events.SickLeaveStarted,
    "2022-01-03",
    basis=sk.RefundBasis.SECTION_56,
    paid_during_sickness=False,
    contract_hours="20",
    hourly_pay="212.00",
)
CONCERN = event(events.ConcernRaised, "2022-01-05")
EVERY = [LEAVE, SECTION_56, CONCERN, MENTOR]


def roles(*, sees, not_):
    """The roles that see some kinds of information and not others."""
    found = [
        one.role for one in RIGHTS if all(map(one.allows, sees)) and not any(map(one.allows, not_))
    ]
    assert found
    return found


def test_the_employee_knows_of_all_as_it_is():
    assert EVERY == list(visible(rights("employee"), EVERY))


@pytest.mark.parametrize(
    "role", roles(sees=[sk.Information.ARRANGEMENT], not_=[sk.Information.SCHEME_NAMES])
)
def test_events_about_a_scheme_whose_name_tells_of_health_are_left_out(role):
    expected = [MENTOR] if rights(role).allows(MENTOR.tells) else []
    assert expected == list(visible(rights(role), [SECTION_56, MENTOR]))


@pytest.mark.parametrize("role", roles(sees=[sk.Information.ABSENCE], not_=[sk.Information.PAY]))
def test_who_does_not_see_pay_knows_of_an_ordinary_leave(role):
    [leave] = visible(rights(role), [LEAVE])
    assert (sk.RefundBasis.ORDINARY, True) == (leave.basis, leave.paid_during_sickness)
    assert (37, 1) == (leave.contract_hours, leave.hourly_pay)
    assert (LEAVE.id, LEAVE.on, LEAVE.extent) == (leave.id, leave.on, leave.extent)


@pytest.mark.parametrize("one", RIGHTS, ids=lambda one: one.role)
def test_what_a_role_may_not_know_is_left_out(one):
    named = one.allows(sk.Information.SCHEME_NAMES)
    expected = [each.id for each in EVERY if one.allows(each.tells)]
    if not named and SECTION_56.id in expected:
        expected.remove(SECTION_56.id)
    assert expected == [each.id for each in visible(one, EVERY)]


SEEN = date(2022, 2, 1)
KNOWS_ALL, KNOWS_NOTHING = "employee", "colleagues"


def test_whoever_may_know_of_pay_absence_and_schemes_is_told_of_refunds_and_findings():
    case = Case.replay([opened("2022-01-03"), LEAVE])
    month = sk.Month(2022, 1)
    assert case.refunds(month) == case.refunds(month, to=KNOWS_ALL)
    chapter = "region-midtjylland-2008"
    found = sk.review(case, chapter, on=SEEN, to=KNOWS_ALL)
    assert sk.review(case, chapter, on=SEEN).findings == found.findings
    for what, ask in (
        ("refunds", lambda: case.refunds(month, to=KNOWS_NOTHING)),
        ("review", lambda: sk.review(case, chapter, on=SEEN, to=KNOWS_NOTHING)),
    ):
        with pytest.raises(NotEntitled, match=KNOWS_NOTHING) as caught:
            ask()
        assert what == caught.value.content


def test_deadlines_are_told_as_far_as_a_role_may_know_what_is_behind_them():
    case = Case.replay([opened("2022-01-03"), LEAVE])
    every = case.deadlines(SEEN)
    assert every
    assert every == case.deadlines(SEEN, to=KNOWS_ALL)
    assert () == case.deadlines(SEEN, to=KNOWS_NOTHING)
    for role in (one.role for one in RIGHTS):
        assert set(case.deadlines(SEEN, to=role)) <= set(every)
