"""What is due in a sick leave: each rule, on both sides of every day on which it changes."""

from datetime import date, timedelta

import pytest
from case_examples import event
from cases.due import DAY, case, due, found, leave
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import PARAMETERS, InvalidInput, Period, RefundBasis, Week, translate
from socialkapitel.cases import DEADLINE_RULES, events
from socialkapitel.cases.events import CaseOutcome

CLAIM = "sickness.claim"
TALK = "sickness.talk"
FOLLOW_UP = "sickness.follow_up"
FAST_TRACK = "sickness.fast_track"
LIMIT = "sickness.limit"
DISPENSATION = "sickness.dispensation"
FLEXJOB_NOTICE = "sickness.flexjob_notice"
UNPAID = ("sickness.notice_after_benefit", "sickness.notice_without_benefit")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2000-01-03", "2000-01-16"),
        ("2007-04-01", "2007-04-14"),
        ("2007-04-02", "2007-04-16"),
        ("2008-06-01", "2008-06-15"),
        ("2008-06-02", "2008-06-22"),
        ("2012-01-01", "2012-01-21"),
        ("2012-01-02", "2012-01-31"),
        ("2022-01-03", "2022-02-01"),
    ],
)
def test_the_employer_period_ends(first, last):
    sick = case(*leave(first))
    name = "sickness.employer_period"
    [period] = found(sick, first, name)
    assert (last, sick.events[1].id) == (str(period.due), period.event)
    assert f"calendar days from {first}" in str(period.because)
    assert [(name, last)] == due(sick, last, name)
    assert [] == due(sick, str(date.fromisoformat(last) + DAY), name)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2006-07-02", "None"),
        ("2006-07-03", "2006-07-31"),
        ("2012-04-01", "2012-04-29"),
        ("2012-04-02", "2012-05-07"),
        ("2022-01-03", "2022-02-07"),
    ],
)
def test_notice_is_due_after_four_weeks_and_since_april_2012_after_five(first, last):
    sick = case(*leave(first))
    assert [("sickness.notice", last)] == due(sick, first, "sickness.notice")
    if last != "None":
        assert [("sickness.notice", last)] == due(sick, last, "sickness.notice")
        after = str(date.fromisoformat(last) + DAY)
        assert [] == due(sick, after, "sickness.notice")


NOTICES = ("sickness.notice", "sickness.short_notice")


@pytest.mark.parametrize("basis", [RefundBasis.SECTION_56, RefundBasis.FLEXJOB])
@pytest.mark.parametrize(
    ("back", "on", "expected"),
    [
        (None, "2022-01-03", [(NOTICES[0], "2022-02-07"), (NOTICES[1], "2022-04-03")]),
        (None, "2022-02-01", [(NOTICES[0], "2022-02-07"), (NOTICES[1], "2022-04-03")]),
        (None, "2022-02-02", [(NOTICES[0], "2022-02-07")]),
        ("2022-02-02", "2022-02-02", [(NOTICES[1], "2022-04-03")]),
        ("2022-02-03", "2022-02-03", [(NOTICES[0], "2022-02-07")]),
    ],
)
def test_short_absences_with_refund_from_the_first_day_have_a_longer_limit(
    basis, back, on, expected
):
    assert expected == due(case(*leave("2022-01-03", basis, back=back)), on, *NOTICES)


def test_whether_short_absences_had_a_longer_limit_before_april_2012_is_not_known():
    sick = case(*leave("2011-03-01", RefundBasis.SECTION_56, back="2011-03-05"))
    expected = [(NOTICES[0], "2011-03-29"), (NOTICES[1], "None")]
    assert expected == due(sick, "2011-03-05", *NOTICES)
    [open_] = [one for one in sick.deadlines(date(2011, 3, 5)) if one.id == NOTICES[1]]
    assert "short absence is notified" in str(open_.because)
    assert "known only from 2012-04-02; no deadline can be worked out for 2011-03-01" in str(
        open_.because
    )
    assert "sygedagpengeloven § 40" == open_.source.citation


def test_a_claim_reaches_three_months_back():
    sick = case(*leave("2022-01-03", back="2022-04-05"))
    claims = found(sick, "2022-04-30", CLAIM)
    assert ["2022-05-02", "2022-06-01", "2022-07-01"] == [str(one.due) for one in claims]
    assert ["2022-05-02", "2022-06-01", "2022-07-01"][1:] == [
        str(one.due) for one in found(sick, "2022-05-03", CLAIM)
    ]
    periods = [
        Period(date(2022, 2, 2), date(2022, 2, 28)),
        Period(date(2022, 3, 1), date(2022, 3, 31)),
    ]
    assert [*periods, Period(date(2022, 4, 1), date(2022, 4, 4))] == [one.period for one in claims]
    assert (
        "refund is paid for at most 3 months before the claim; the first day to claim for in"
        " 2022-02 is 2022-02-02" == str(claims[0].because)
    )


def test_a_claim_whose_day_does_not_exist_ends_with_the_month():
    for first, last in (("2022-11-30", "2023-02-28"), ("2023-11-30", "2024-02-29")):
        sick = case(*leave(first, RefundBasis.SECTION_56))
        assert [(CLAIM, last)] == due(sick, first, CLAIM)


def test_how_far_claims_reached_back_before_april_2012_is_told_once_not_to_be_known():
    sick = case(*leave("2011-11-01", RefundBasis.FLEXJOB))
    expected = [(CLAIM, "2012-08-01"), (CLAIM, "None")]
    assert expected == due(sick, "2012-05-02", CLAIM)


def test_an_absence_within_the_employer_period_needs_nothing():
    assert [] == due(case(*leave("2022-01-03", back="2022-02-02")), "2022-02-02")
    longer = due(case(*leave("2022-01-03", back="2022-02-03")), "2022-02-03")
    assert [("sickness.notice", "2022-02-07"), (CLAIM, "2022-05-02")] == longer


def test_an_employer_period_that_is_not_known_leaves_everything_open():
    sick = case(*leave("1999-05-03"))
    assert [("sickness.employer_period", "None")] == due(sick, "1999-06-01")


def test_what_was_recorded_later_is_not_looked_at():
    sick = case(*leave("2022-01-03", back="2022-01-10"))
    assert [] == due(sick, "2022-01-02")
    assert ("sickness.employer_period", "2022-02-01") in due(sick, "2022-01-09")
    assert [] == due(sick, "2022-01-10")


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2010-01-03", []),
        ("2010-01-04", [(TALK, "2010-02-01")]),
        ("2024-01-08", [(TALK, "2024-02-05")]),
    ],
)
def test_the_employer_talks_with_the_employee_within_four_weeks_since_2010(first, expected):
    assert expected == due(case(*leave(first)), first, TALK)


TALKS = (
    event(events.ConversationHeld, "2024-01-22"),
    event(events.ConversationHeld, "2024-01-22", role="hr"),
    event(events.RoundTableHeld, "2024-01-22", role="social-chapter-consultant"),
)


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: f"{talk.kind} {talk.role}")
def test_a_talk_with_the_employer_that_is_recorded_is_not_due_any_more(talk):
    sick = case(*leave("2024-01-08"), talk)
    assert [(TALK, "2024-02-05")] == due(sick, "2024-01-21", TALK)
    assert [] == due(sick, "2024-01-22", TALK)


OTHER_TALKS = (
    event(events.ConversationHeld, "2024-01-22", role="social-chapter-consultant"),
    event(
        events.RoundTableHeld,
        "2024-01-22",
        role="social-chapter-consultant",
        participants=("employee", "municipality-of-residence"),
    ),
)


@pytest.mark.parametrize("talk", OTHER_TALKS, ids=lambda talk: talk.kind)
def test_a_talk_without_the_employer_is_none(talk):
    sick = case(*leave("2024-01-08"), talk)
    assert [(TALK, "2024-02-05")] == due(sick, "2024-02-05", TALK)


def test_a_talk_before_the_absence_is_none():
    sick = case(event(events.ConversationHeld, "2024-01-05"), *leave("2024-01-08"))
    assert [(TALK, "2024-02-05")] == due(sick, "2024-01-08", TALK)


def test_a_talk_that_is_not_recorded_is_overdue_while_the_leave_lasts():
    sick = case(*leave("2024-01-08", back="2024-04-01"))
    assert [(TALK, "2024-02-05")] == due(sick, "2024-02-05", TALK)
    assert [(TALK, "2024-02-05!")] == due(sick, "2024-02-06", TALK)
    assert [(TALK, "2024-02-05!")] == due(sick, "2024-03-31", TALK)
    assert [] == due(sick, "2024-04-01", TALK)


@pytest.mark.parametrize(
    ("last_day", "expected"),
    [("2024-03-04", []), ("2024-03-05", [(TALK, "2024-02-05")])],
)
def test_no_talk_where_the_employee_leaves_within_eight_weeks(last_day, expected):
    notice = event(events.NoticeGiven, "2024-01-15", last_day=date.fromisoformat(last_day))
    assert expected == due(case(*leave("2024-01-08"), notice), "2024-01-15", TALK)


@pytest.mark.parametrize(
    ("first", "after", "without"),
    [
        ("2012-04-01", "None", "None"),
        ("2012-04-02", "2012-05-08", "2012-04-16"),
        ("2024-01-08", "2024-02-13", "2024-01-22"),
    ],
)
def test_without_pay_notice_follows_the_employers_benefit_or_the_first_day(first, after, without):
    """Until a week after the employer period of 30 days; until 14 days where nothing is owed."""
    sick = case(*leave(first, paid=False))
    assert {(UNPAID[0], after), (UNPAID[1], without)} == set(due(sick, first, *UNPAID))
    assert [] == due(sick, first, "sickness.notice", CLAIM)


@pytest.mark.parametrize("basis", [RefundBasis.SECTION_56, RefundBasis.FLEXJOB])
def test_without_pay_and_without_employer_period_notice_is_due_after_14_days(basis):
    sick = case(*leave("2022-01-03", basis, paid=False))
    assert [(UNPAID[1], "2022-01-17")] == due(sick, "2022-01-03", *UNPAID)
    assert [] == due(sick, "2022-01-18", *UNPAID)


def test_without_pay_an_absence_within_the_employer_period_needs_nothing():
    assert [] == due(case(*leave("2022-01-03", paid=False, back="2022-02-02")), "2022-02-02")


@pytest.mark.parametrize(
    ("first", "last"),
    [("2021-08-19", "None"), ("2021-08-20", "2022-02-20"), ("2023-08-31", "2024-02-29")],
)
def test_a_late_claim_may_be_accepted_for_six_months(first, last):
    sick = case(*leave(first))
    late = date.fromisoformat(first) + timedelta(days=35)
    assert [] == due(sick, late, DISPENSATION)
    assert [(DISPENSATION, last)] == due(sick, late + DAY, DISPENSATION)
    if last != "None":
        assert [(DISPENSATION, last)] == due(sick, last, DISPENSATION)
        assert [] == due(sick, date.fromisoformat(last) + DAY, DISPENSATION)


def test_no_dispensation_where_the_limit_for_notice_is_not_known():
    assert [] == due(case(*leave("2006-07-02")), "2006-12-01", DISPENSATION)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2014-12-31", "None"),
        ("2015-01-01", "2015-02-25"),
        ("2024-01-08", "2024-03-03"),
        ("2026-02-02", "2026-03-29"),
    ],
)
def test_the_municipality_follows_up_by_the_end_of_week_eight(first, last):
    sick = case(*leave(first))
    assert [(FOLLOW_UP, last)] == due(sick, first, FOLLOW_UP)
    if last != "None":
        assert [(FOLLOW_UP, last)] == due(sick, last, FOLLOW_UP)
        assert [] == due(sick, date.fromisoformat(last) + DAY, FOLLOW_UP)


@pytest.mark.parametrize(("first", "told"), [("2025-12-31", False), ("2026-01-01", True)])
def test_since_2026_nobody_follows_up_who_is_expected_back_within_26_weeks(first, told):
    [one] = found(case(*leave(first)), first, FOLLOW_UP)
    assert told is ("well within 26 weeks" in str(one.because))


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2014-12-31", []),
        ("2015-01-01", [(FAST_TRACK, "2015-02-04")]),
        ("2024-01-08", [(FAST_TRACK, "2024-02-11")]),
    ],
)
def test_early_follow_up_is_asked_for_within_five_weeks_since_2015(first, expected):
    sick = case(*leave(first))
    assert expected == due(sick, first, FAST_TRACK)
    for name, last in expected:
        assert [(name, last)] == due(sick, last, FAST_TRACK)
        assert [] == due(sick, date.fromisoformat(last) + DAY, FAST_TRACK)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2014-06-30", "None"), ("2014-07-01", "2014-12-31"), ("2024-01-08", "2024-07-31")],
)
def test_benefit_stops_after_22_weeks_in_nine_months_since_july_2014(first, last):
    """From 8 January 2024 count the weeks from 7 February, the 31st day: week 28 is the 23rd."""
    sick = case(*leave(first))
    begun = date.fromisoformat(first)
    assert [] == due(sick, begun + timedelta(days=29), LIMIT)
    assert [(LIMIT, last)] == due(sick, begun + timedelta(days=30), LIMIT)
    if last != "None":
        assert [(LIMIT, last)] == due(sick, last, LIMIT)
        assert [] == due(sick, date.fromisoformat(last) + DAY, LIMIT)


def test_absences_of_the_nine_months_count_together_each_without_its_first_30_days():
    """14 weeks in the spring, week 10 to 23; the ninth of the autumn is in November, week 45."""
    sick = case(*leave("2024-02-05", back="2024-06-10"), *leave("2024-08-12"))
    assert [(LIMIT, "2024-11-30")] == due(sick, "2024-09-11", LIMIT)


def test_absence_more_than_nine_months_ago_does_not_count():
    sick = case(*leave("2023-02-06", back="2023-06-12"), *leave("2024-08-12"))
    assert [(LIMIT, "2025-02-28")] == due(sick, "2024-09-11", LIMIT)


def test_a_week_without_hours_of_absence_does_not_count():
    """Five weeks at work between put the 23rd week from July into August."""
    hours = event(
        events.AbsenceRegistered,
        "2024-04-15",
        hours={Week(2024, week): 0 for week in range(10, 15)},
    )
    sick = case(*leave("2024-01-08"), hours)
    assert [(LIMIT, "2024-08-31")] == due(sick, "2024-04-15", LIMIT)


def test_a_week_with_some_absence_counts_in_full():
    hours = event(
        events.AbsenceRegistered,
        "2024-04-15",
        hours={
            **{Week(2024, week): 4 for week in range(10, 15)},
            date(2024, 4, 8): 0,
            date(2024, 4, 9): 1,
        },
    )
    sick = case(*leave("2024-01-08"), hours)
    assert [(LIMIT, "2024-07-31")] == due(sick, "2024-04-15", LIMIT)


def test_pensioners_have_26_weeks_in_twelve_months():
    job = event(events.SchemeStarted, "2023-01-02", scheme="disability-pension-job", terms=None)
    [known] = found(case(job, *leave("2024-01-08")), "2024-02-07", LIMIT)
    assert ("2024-08-31", True) == (str(known.due), "26 weeks of the 12" in str(known.because))
    [other] = found(case(*leave("2024-01-08")), "2024-02-07", LIMIT)
    assert str(other.because).endswith("it is 26 weeks in 12 months, 2024-08-31")


def test_a_limit_that_no_absence_reaches_is_refused():
    name = "sickness_benefit.limit_weeks"
    amended = PARAMETERS.amend(
        name, value=36, valid_from=date(2024, 1, 1), valid_to=date(2024, 12, 31), source="what-if"
    )
    sick = case(*leave("2024-01-08"))
    with pytest.raises(InvalidInput) as caught:
        sick.deadlines(date(2024, 2, 7), parameters=amended)
    assert (name, 36) == (caught.value.field, caught.value.value)


@pytest.mark.parametrize(
    ("first", "expected"),
    [("2019-12-31", "None"), ("2020-01-01", "2020-01-01"), ("2024-01-08", "2024-01-08")],
)
def test_sickness_in_a_flexjob_is_told_from_the_first_day(first, expected):
    sick = case(*leave(first, RefundBasis.FLEXJOB))
    assert [(FLEXJOB_NOTICE, expected)] == due(sick, first, FLEXJOB_NOTICE)


def test_sickness_in_a_flexjob_is_overdue_until_the_municipality_is_told():
    told = event(events.MunicipalityCoordinated, "2024-01-10")
    sick = case(*leave("2024-01-08", RefundBasis.FLEXJOB), told)
    assert [(FLEXJOB_NOTICE, "2024-01-08!")] == due(sick, "2024-01-09", FLEXJOB_NOTICE)
    assert [] == due(sick, "2024-01-10", FLEXJOB_NOTICE)
    unpaid = case(*leave("2024-01-08", RefundBasis.FLEXJOB, paid=False))
    assert [] == due(unpaid, "2024-01-08", FLEXJOB_NOTICE)


@pytest.mark.parametrize(
    ("first", "label"),
    [
        ("2011-08-31", "Anmeld sygefraværet til kommunen"),
        ("2011-09-01", "Anmeld sygefraværet i NemRefusion"),
    ],
)
def test_notice_goes_through_nemrefusion_since_september_2011(first, label):
    [notice] = found(case(*leave(first)), first, "sickness.notice")
    assert label == translate(notice.label, "da")


def test_the_end_of_the_employment_ends_the_leave():
    notice = event(events.NoticeGiven, "2024-01-15", last_day=date(2024, 4, 30))
    sick = case(*leave("2024-01-08"), notice)
    assert [(CLAIM, "2024-05-07"), (CLAIM, "2024-06-01"), (CLAIM, "2024-07-01")] == due(
        sick, "2024-05-02", CLAIM, TALK, LIMIT
    )
    names = [name for name, _ in due(sick, "2024-04-30")]
    assert {TALK, LIMIT} <= set(names)


@pytest.mark.parametrize("outcome", [CaseOutcome.LEFT, CaseOutcome.KEPT_ORDINARY])
def test_nothing_is_overdue_once_the_case_is_closed(outcome):
    closed = event(events.CaseClosed, "2024-03-15", outcome=outcome)
    sick = case(*leave("2024-01-08"), closed)
    assert [(TALK, "2024-02-05!")] == due(sick, "2024-03-14", TALK)
    assert [] == due(sick, "2024-03-15", TALK, FOLLOW_UP, LIMIT)
    assert [] == [one for one in found(sick, "2031-01-01") if one.overdue]


SICKNESS = [rule.id for rule in DEADLINE_RULES if rule.id.startswith("sickness.")]


@given(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.sampled_from(RefundBasis),
    st.booleans(),
    st.integers(0, 400),
    st.none() | st.integers(1, 400),
)
def test_nothing_is_due_before_the_absence_nor_told_outside_the_laws_dates(
    first, basis, paid, later, length
):
    """A rule that the law introduced on a day is told of no absence that began before."""
    back = None if length is None or length > later else first + timedelta(days=length)
    sick = case(*leave(first, basis, paid=paid, back=back))
    on = first + timedelta(days=later)
    known = {rule.id: rule for rule in DEADLINE_RULES}
    for one in found(sick, on, *SICKNESS):
        rule = known[one.id]
        assert rule.introduced is None or rule.introduced <= first
        if one.due is not None:
            assert first <= one.due
            assert one.due >= on or one.overdue
            for name in rule.figures:
                assert PARAMETERS[name].covers(one.period.start if one.id == CLAIM else first)
        elif rule.figures:
            assert (
                any(not PARAMETERS[name].covers(first) for name in rule.figures) or one.id == CLAIM
            )
