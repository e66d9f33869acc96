"""What is due: each rule, on both sides of every day on which it changes, and what isn't known."""

from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest
from case_examples import event, opened
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import PARAMETERS, InvalidInput, RefundBasis, Week, WrongType, cases, translate
from socialkapitel.cases import DEADLINE_RULES, DeadlineRule, events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseOutcome

DAY = timedelta(days=1)
LATER = date(2199, 1, 1)


def case(*recorded):
    return Case.replay([opened("1999-01-04"), *recorded])


def due(recorded, on, *names):
    """The days of the deadlines with these names, or of all; overdue ones are marked."""
    found = recorded.deadlines(date.fromisoformat(on))
    return [
        (one.id, str(one.due) + ("!" if one.overdue else ""))
        for one in found
        if not names or one.id in names
    ]


def leave(day, basis=RefundBasis.ORDINARY, *, paid=True, back=None):
    started = event(events.SickLeaveStarted, day, basis=basis, paid_during_sickness=paid)
    return [started, *([event(events.FullReturn, back)] if back else [])]


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
    [found] = [one for one in sick.deadlines(date.fromisoformat(first)) if one.id == name]
    assert (last, sick.events[1].id) == (str(found.due), found.event)
    assert f"calendar days from {first}" in str(found.because)
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
    assert "short_absence_notice is not known on 2011-03-01" in str(open_.because)
    assert "sygedagpengeloven § 40" == open_.source.citation


def test_a_claim_reaches_three_months_back():
    sick = case(*leave("2022-01-03", back="2022-04-05"))
    claims = [("2022-02", "2022-05-02"), ("2022-03", "2022-06-01"), ("2022-04", "2022-07-01")]
    assert [("sickness.claim", day) for _, day in claims] == due(
        sick, "2022-04-30", "sickness.claim"
    )
    assert [("sickness.claim", day) for _, day in claims[1:]] == due(
        sick, "2022-05-03", "sickness.claim"
    )
    texts = [str(one.because) for one in sick.deadlines(date(2022, 4, 30))]
    assert [True] * 3 == [month in text for (month, _), text in zip(claims, texts, strict=True)]


def test_a_claim_whose_day_does_not_exist_ends_with_the_month():
    for first, last in (("2022-11-30", "2023-02-28"), ("2023-11-30", "2024-02-29")):
        sick = case(*leave(first, RefundBasis.SECTION_56))
        assert [("sickness.claim", last)] == due(sick, first, "sickness.claim")


def test_how_far_claims_reached_back_before_april_2012_is_told_once_not_to_be_known():
    sick = case(*leave("2011-11-01", RefundBasis.FLEXJOB))
    expected = [("sickness.claim", "2012-08-01"), ("sickness.claim", "None")]
    assert expected == due(sick, "2012-05-02", "sickness.claim")


def test_an_absence_within_the_employer_period_needs_nothing():
    assert [] == due(case(*leave("2022-01-03", back="2022-02-02")), "2022-02-02")
    longer = due(case(*leave("2022-01-03", back="2022-02-03")), "2022-02-03")
    assert [("sickness.notice", "2022-02-07"), ("sickness.claim", "2022-05-02")] == longer


def test_without_a_right_to_pay_there_is_nothing_to_claim():
    ordinary = case(*leave("2022-01-03", paid=False))
    assert [("sickness.employer_period", "2022-02-01")] == due(ordinary, "2022-01-10")
    assert [] == due(ordinary, "2022-03-10")
    agreement = case(*leave("2022-01-03", RefundBasis.SECTION_56, paid=False))
    assert [] == due(agreement, "2022-01-10")


def test_an_employer_period_that_is_not_known_leaves_everything_open():
    sick = case(*leave("1999-05-03"))
    assert [("sickness.employer_period", "None")] == due(sick, "1999-06-01")


def test_what_was_recorded_later_is_not_looked_at():
    sick = case(*leave("2022-01-03", back="2022-01-10"))
    assert [] == due(sick, "2022-01-02")
    assert ("sickness.employer_period", "2022-02-01") in due(sick, "2022-01-09")
    assert [] == due(sick, "2022-01-10")


def flexjob(day, *more):
    return case(event(events.DecisionReceived, day), event(events.SchemeStarted, day), *more)


def follow_up(day, scheme="flexjob"):
    return event(events.FollowUpHeld, day, scheme=scheme)


@pytest.mark.parametrize(
    ("recorded", "on", "expected"),
    [
        (flexjob("2006-03-01"), "2006-03-01", ["2006-09-01"]),
        (flexjob("2006-03-01"), "2006-09-01", ["2006-09-01"]),
        (flexjob("2006-03-01"), "2006-09-02", ["2006-09-01!", "2007-09-01"]),
        (flexjob("2006-03-01"), "2008-10-01", ["2008-09-01!", "2009-09-01"]),
        (flexjob("2006-03-01", follow_up("2006-08-20")), "2006-09-02", ["2007-09-01"]),
        (flexjob("2006-03-01", follow_up("2006-08-20", None)), "2006-09-02", ["2007-09-01"]),
        (
            flexjob("2006-03-01", follow_up("2006-08-20", "aids")),
            "2006-09-02",
            ["2006-09-01!", "2007-09-01"],
        ),
        (
            flexjob("2006-03-01", follow_up("2006-08-20")),
            "2007-09-02",
            ["2007-09-01!", "2008-09-01"],
        ),
        (
            flexjob("2006-03-01", follow_up("2006-09-01")),
            "2007-09-02",
            ["2007-09-01!", "2008-09-01"],
        ),
        (flexjob("2006-03-01", follow_up("2006-09-02")), "2007-09-02", ["2008-09-01"]),
        (flexjob("2006-08-31"), "2007-02-28", ["2007-02-28"]),
        (flexjob("2006-08-31"), "2007-03-01", ["2007-02-28!", "2008-02-29"]),
        (flexjob("2001-06-30"), "2001-08-01", ["None"]),
        (flexjob("2001-07-01"), "2001-08-01", ["2002-01-01"]),
        (flexjob("2012-06-30"), "2012-12-30", ["2012-12-30"]),
        (flexjob("2012-06-30"), "2012-12-31", ["2012-12-30!", "None"]),
        (flexjob("2012-07-01"), "2012-12-31", ["None"]),
        (flexjob("2011-06-01"), "2026-01-01", ["2012-12-01!", "None"]),
        (flexjob("2011-06-01", follow_up("2020-01-01")), "2026-01-01", ["None"]),
        (
            flexjob("2006-03-01", event(events.SchemeEnded, "2006-08-31")),
            "2006-08-01",
            ["2006-09-01"],
        ),
        (flexjob("2006-03-01", event(events.SchemeEnded, "2006-08-31")), "2006-08-31", []),
        (flexjob("2006-03-01", event(events.SchemeEnded, "2006-09-01")), "2006-09-02", []),
    ],
)
def test_the_municipality_follows_up_after_six_months_and_then_yearly(recorded, on, expected):
    assert [("flexjob.review", day) for day in expected] == due(recorded, on, "flexjob.review")


def test_a_known_end_leaves_out_the_follow_ups_after_it():
    notice = event(events.NoticeGiven, "2006-04-03", last_day=date(2006, 8, 31))
    assert [("agreed.employment", "2006-08-31")] == due(flexjob("2006-03-01", notice), "2006-04-03")
    left = event(events.CaseClosed, "2006-04-03", outcome=CaseOutcome.LEFT)
    assert [] == due(flexjob("2006-03-01", left), "2006-04-04")


def test_flexjobs_since_2013_have_no_known_follow_up():
    started = event(events.SchemeStarted, "2013-02-01", scheme="flexjob-since-2013", terms=None)
    assert [] == due(case(started), "2013-03-01")


def test_figures_may_say_more():
    recorded = flexjob("2012-07-02")
    reform = PARAMETERS
    for name, months in (("flexjob.review_first", 6), ("flexjob.review_interval", 18)):
        reform = reform.amend(
            name, value=months, valid_from=date(2012, 1, 1), valid_to=LATER, source="what-if"
        )
    found = recorded.deadlines(date(2013, 1, 3), parameters=reform)
    assert ["2013-01-02", "2014-07-02"] == [str(one.due) for one in found]
    with pytest.raises(InvalidInput) as caught:
        recorded.deadlines(
            date(2014, 1, 1),
            parameters=reform.amend(
                "flexjob.review_interval", value=0, valid_from=date(2012, 1, 1), source="what-if"
            ),
        )
    assert "flexjob.review_interval" == caught.value.field


def agreement(day, **fields):
    return event(events.AgreementSigned, day, **fields)


RUNS = event(events.SchemeStarted, "2024-03-01", scheme="section-56", terms=None)
BOTH = ("section_56.expiry", "section_56.renewal")


@pytest.mark.parametrize(
    ("recorded", "on", "expected"),
    [
        (
            [agreement("2024-03-01")],
            "2024-03-01",
            [(BOTH[0], "2026-02-28"), (BOTH[1], "2026-02-28")],
        ),
        (
            [agreement("2024-02-29")],
            "2026-02-28",
            [(BOTH[0], "2026-02-28"), (BOTH[1], "2026-02-28")],
        ),
        ([agreement("2024-03-01")], "2026-03-01", []),
        ([agreement("2024-03-01"), RUNS], "2026-03-01", [(BOTH[0], "2026-02-28!")]),
        (
            [agreement("2024-03-01", valid_to=date(2025, 1, 31))],
            "2024-03-01",
            [(BOTH[0], "2025-01-31"), (BOTH[1], "2025-01-31")],
        ),
        (
            [agreement("2024-03-01", valid_to=date(2030, 1, 31))],
            "2024-03-01",
            [(BOTH[0], "2026-02-28"), (BOTH[1], "2026-02-28")],
        ),
        (
            [agreement("2024-03-01"), agreement("2026-02-20")],
            "2026-02-21",
            [(BOTH[0], "2028-02-19"), (BOTH[1], "2028-02-19")],
        ),
        (
            [
                agreement("2024-03-01"),
                RUNS,
                event(events.SchemeEnded, "2024-06-01", scheme="section-56"),
            ],
            "2024-06-02",
            [],
        ),
        ([agreement("2005-04-30")], "2005-06-01", [(BOTH[0], "None")]),
        (
            [agreement("2005-05-01")],
            "2005-06-01",
            [(BOTH[0], "2007-04-30"), (BOTH[1], "2007-04-30")],
        ),
    ],
)
def test_a_section_56_agreement_expires_after_two_years(recorded, on, expected):
    assert expected == due(case(*recorded), on)


def test_renewal_depends_on_the_absence_of_the_last_year():
    section_56 = RefundBasis.SECTION_56
    recorded = case(
        agreement("2024-03-01"),
        *leave("2025-02-27", section_56, back="2025-03-04"),
        event(
            events.AbsenceRegistered, "2025-03-04", hours={Week(2025, 9): 10, date(2025, 3, 3): 7}
        ),
        *leave("2025-06-02", section_56, back="2025-06-12"),
        event(
            events.AbsenceRegistered,
            "2025-06-12",
            hours={Week(2025, 23): 37, Week(2025, 24): 10},
        ),
        *leave("2025-07-01", RefundBasis.ORDINARY, back="2025-07-10"),
        event(events.AbsenceRegistered, "2025-07-10", hours={date(2025, 7, 1): 7}),
        *leave("2025-08-04", section_56, back="2025-08-06"),
        event(
            events.AbsenceRegistered, "2025-08-06", hours={date(2025, 8, 4): 0, date(2025, 8, 5): 3}
        ),
    )
    [renewal] = [one for one in recorded.deadlines(date(2025, 9, 1)) if one.id == BOTH[1]]
    # 3 March, five days of week 23, three of week 24 before the return, 5 August.
    assert (
        "10 days of absence are registered in the year up to 2026-02-28; with fewer than 10 it is"
        " renewed only where conditions have changed materially" == str(renewal.because)
    )
    assert "§ 56" in renewal.source.citation


PERIOD = "agreed.period"


@pytest.mark.parametrize(
    ("recorded", "on", "expected"),
    [
        ([agreement("2024-03-01", scheme="special-terms")], "2024-03-01", []),
        (
            [agreement("2024-03-01", scheme="special-terms", valid_to=date(2024, 8, 31))],
            "2024-08-31",
            [(PERIOD, "2024-08-31")],
        ),
        (
            [agreement("2024-03-01", scheme="special-terms", valid_to=date(2024, 8, 31))],
            "2024-09-01",
            [],
        ),
        (
            [
                agreement("2024-03-01", scheme="mentor", valid_to=date(2024, 8, 31)),
                event(events.SchemeStarted, "2024-03-01", scheme="mentor", terms=None),
            ],
            "2024-09-01",
            [(PERIOD, "2024-08-31!")],
        ),
        (
            [
                event(
                    events.DecisionReceived,
                    "2024-03-01",
                    scheme="aids",
                    share=None,
                    valid_to=date(2024, 8, 31),
                ),
                event(
                    events.DecisionReceived, "2024-04-01", scheme="aids", share=None, granted=False
                ),
            ],
            "2024-04-02",
            [(PERIOD, "2024-08-31")],
        ),
        (
            [
                event(
                    events.DecisionReceived,
                    day,
                    scheme="aids",
                    share=None,
                    valid_to=date(2024, month, 28),
                )
                for day, month in (("2024-03-01", 8), ("2024-04-01", 9))
            ],
            "2024-04-02",
            [(PERIOD, "2024-09-28")],
        ),
        ([event(events.WorkTrialHeld, "2024-03-01")], "2024-03-01", []),
        (
            [event(events.WorkTrialHeld, "2024-03-01", valid_to=date(2024, 3, 28))],
            "2024-03-28",
            [("agreed.work_trial", "2024-03-28")],
        ),
        (
            [event(events.WorkTrialHeld, "2024-03-01", valid_to=date(2024, 3, 28))],
            "2024-03-29",
            [],
        ),
        (
            [event(events.NoticeGiven, "2024-03-01", last_day=date(2024, 6, 30))],
            "2024-06-30",
            [("agreed.employment", "2024-06-30")],
        ),
        ([event(events.NoticeGiven, "2024-03-01", last_day=date(2024, 6, 30))], "2024-07-01", []),
    ],
)
def test_agreed_periods_end(recorded, on, expected):
    assert expected == due(case(*recorded), on)


def test_an_agreed_period_says_where_it_comes_from():
    signed = agreement("2024-03-01", scheme="mentor", valid_to=date(2024, 8, 31))
    [found] = case(signed).deadlines(date(2024, 3, 1))
    assert (signed.id, "agreement") == (found.event, found.source.citation)
    assert "an agreement was signed on 2024-03-01" == str(found.because)
    assert "Det bevilgede eller aftalte ophører" == found.label.da


def test_laws_are_cited_as_they_were_called():
    older = agreement("2005-06-01")
    assert {"dagpengeloven § 28"} == {
        one.source.citation for one in case(older).deadlines(date(2005, 6, 1)) if one.id == BOTH[0]
    }


@pytest.mark.parametrize("on", ["2024-01-01", None, 5])
def test_a_day_is_a_date(on):
    with pytest.raises(WrongType) as caught:
        case().deadlines(on)
    assert "on" == caught.value.field


def test_figures_are_a_set_of_figures():
    with pytest.raises(WrongType) as caught:
        case().deadlines(date(2024, 1, 1), parameters={})
    assert "parameters" == caught.value.field


@given(st.dates(date(2012, 4, 2), date(2030, 1, 1)), st.integers(0, 400), st.integers(0, 400))
def test_what_is_told_lies_ahead_or_is_overdue(first, length, later):
    recorded = case(
        *leave(first, back=first + timedelta(days=length + 1)),
        agreement(first + timedelta(days=length + 1)),
    )
    on = first + timedelta(days=later)
    found = recorded.deadlines(on)
    assert all((one.due < on) is one.overdue for one in found if one.due)
    days = [one.due for one in found if one.due]
    assert sorted(days) == days
    assert [one.due for one in found][: len(days)] == days


@given(st.dates(date(2001, 7, 1), date(2011, 12, 31)), st.integers(0, 11))
def test_reviews_keep_the_day_of_the_start(first, years):
    found = flexjob(first).deadlines(first + timedelta(days=365 * years))
    for one in found:
        if one.due is not None:
            months = (one.due.year - first.year) * 12 + one.due.month - first.month
            assert 6 == months % 12
            assert one.due.day == first.day or (one.due + DAY).day == 1


def test_every_rule_of_the_package_is_listed_once():
    modules = [
        import_module(f"{cases.__name__}.{each.name}") for each in iter_modules(cases.__path__)
    ]
    found = {
        value.id: value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, DeadlineRule)
    }

    assert found == {rule.id: rule for rule in DEADLINE_RULES}
    assert len(found) == len(DEADLINE_RULES)


def test_what_is_told_is_told_by_a_rule_that_is_listed():
    flexible = case(
        event(events.DecisionReceived, "2006-03-01", valid_to=LATER),
        event(events.SchemeStarted, "2006-03-01"),
        agreement("2011-11-01"),
        *leave("2012-04-03", RefundBasis.SECTION_56),
        event(events.WorkTrialHeld, "2012-04-05", valid_to=LATER),
        event(events.NoticeGiven, "2012-04-05", last_day=LATER),
    )
    found = [
        *flexible.deadlines(date(2012, 4, 10)),
        *case(*leave("2022-01-03")).deadlines(date(2022, 1, 4)),
    ]

    assert {(one.id, one.label) for one in found} == {
        (rule.id, rule.label) for rule in DEADLINE_RULES
    }


@pytest.mark.parametrize("rule", DEADLINE_RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_both_languages_and_names_figures_that_are_known(rule):
    assert rule.label.en != rule.label.da
    assert [name for name in rule.figures if name not in PARAMETERS.names] == []


def test_deadlines_speak_danish():
    recorded = case(
        event(events.DecisionReceived, "2006-03-01"),
        event(events.SchemeStarted, "2006-03-01"),
        agreement("2011-11-01"),
        *leave("2011-11-02", RefundBasis.SECTION_56, back="2011-11-05"),
        *leave("2012-04-03", RefundBasis.SECTION_56, back="2012-04-05"),
        event(events.WorkTrialHeld, "2012-04-05", valid_to=LATER),
        *leave("2012-04-16"),
    )
    found = recorded.deadlines(date(2012, 5, 10))
    assert len({one.id for one in found}) > 6
    for one in found:
        assert translate(one.because, "da") not in {"", translate(one.because, "en")}
        assert translate(one.label, "da") not in {"", translate(one.label, "en")}
