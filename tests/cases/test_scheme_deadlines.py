"""What is due for schemes, agreements and decisions, on both sides of every day of a change."""

from datetime import date, timedelta

import pytest
from case_examples import event
from cases.due import DAY, LATER, case, due, follow_up, found, leave, runs
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import PARAMETERS, InvalidInput, Period, Quarter, RefundBasis, Week
from socialkapitel.cases import events
from socialkapitel.cases.events import CaseOutcome

REVIEW = "flexjob.review"
NEW_REVIEW = "flexjob_since_2013.review"
STATUS = "flexjob_since_2013.status"
STATE = ("flexjob.state_claim", "flexjob.state_adjustment")
LONGEST = "wage_subsidy.longest"
PENSION = "wage_subsidy.pension_review"
PLACEMENT = ("work_placement.ready", "work_placement.longest")
OLD, NEW = "flexjob", "flexjob-since-2013"


def flexjob(day, *more):
    return runs(OLD, day, *more)


@pytest.mark.parametrize(
    ("recorded", "on", "expected"),
    [
        (flexjob("2006-03-01"), "2006-03-01", "2006-09-01"),
        (flexjob("2006-03-01"), "2006-09-01", "2006-09-01"),
        (flexjob("2006-03-01"), "2006-09-02", "2006-09-01!"),
        (flexjob("2006-03-01"), "2008-10-01", "2006-09-01!"),
        (flexjob("2006-03-01", follow_up("2006-08-20", OLD)), "2006-09-02", "2007-08-20"),
        (flexjob("2006-03-01", follow_up("2006-08-20", None)), "2006-09-02", "2007-08-20"),
        (flexjob("2006-03-01", follow_up("2006-08-20", "aids")), "2006-09-02", "2006-09-01!"),
        (flexjob("2006-03-01", follow_up("2006-08-20", OLD)), "2007-08-21", "2007-08-20!"),
        # Begun 7 January 2008 and followed up on 5 May: the next is due twelve months after that.
        (flexjob("2008-01-07", follow_up("2008-05-05", OLD)), "2008-05-05", "2009-05-05"),
        (flexjob("2006-08-31"), "2007-02-28", "2007-02-28"),
        (flexjob("2006-08-31"), "2007-03-01", "2007-02-28!"),
        (flexjob("2001-06-30"), "2001-08-01", "None"),
        (flexjob("2001-07-01"), "2001-08-01", "2002-01-01"),
        (flexjob("2012-06-30"), "2012-12-30", "2012-12-30"),
        (flexjob("2012-06-30"), "2012-12-31", "2012-12-30!"),
        (flexjob("2012-06-30"), "2013-01-01", "None"),
        (flexjob("2012-07-01"), "2012-12-31", "None"),
        (flexjob("2011-06-01"), "2026-01-01", "None"),
        (flexjob("2011-06-01", follow_up("2020-01-01", OLD)), "2026-01-01", "None"),
    ],
)
def test_a_flexjob_is_followed_up_after_six_months_and_twelve_after_the_last(
    recorded, on, expected
):
    assert [(REVIEW, expected)] == due(recorded, on, REVIEW)


def test_whether_the_rule_of_2013_holds_for_older_flexjobs_is_not_known():
    [never] = found(flexjob("2011-06-01"), "2026-01-01", REVIEW)
    assert "known only through 2012-12-31" in str(never.because)
    assert "begun in 2013 or later follow-up is due 30 months after the last" in str(never.because)
    assert "would be" not in str(never.because)
    recorded = flexjob("2011-06-01", follow_up("2024-01-15", OLD))
    [held] = found(recorded, "2026-01-01", REVIEW)
    assert str(held.because).endswith("not known; the deadline would be 2026-07-15")
    [early] = found(flexjob("2001-06-30"), "2001-08-01", REVIEW)
    assert str(early.because).endswith("no deadline can be worked out for 2001-06-30")


ENDED = event(events.SchemeEnded, "2006-08-31")


@pytest.mark.parametrize(
    ("end", "on", "expected"),
    [
        ("2006-08-31", "2006-08-01", ["2006-09-01"]),
        ("2006-08-31", "2006-08-31", []),
        ("2006-09-01", "2006-09-02", []),
    ],
)
def test_a_flexjob_that_ends_is_not_followed_up_after_it(end, on, expected):
    recorded = flexjob("2006-03-01", event(events.SchemeEnded, end))
    assert [(REVIEW, day) for day in expected] == due(recorded, on, REVIEW)


def test_a_known_end_leaves_out_the_follow_ups_after_it():
    notice = event(events.NoticeGiven, "2006-04-03", last_day=date(2006, 8, 31))
    told = [("agreed.employment", "2006-08-31"), ("flexjob.claim", "None")]
    assert told == due(flexjob("2006-03-01", notice), "2006-04-03")
    left = event(events.CaseClosed, "2006-04-03", outcome=CaseOutcome.LEFT)
    assert [] == due(flexjob("2006-03-01", left), "2006-04-04")


def test_nothing_is_overdue_once_the_case_is_closed():
    closed = event(events.CaseClosed, "2007-04-03", outcome=CaseOutcome.KEPT_SPECIAL)
    recorded = flexjob("2006-03-01", closed)
    assert [(REVIEW, "2006-09-01!")] == due(recorded, "2007-04-02", REVIEW)
    assert [] == due(recorded, "2007-04-03", REVIEW)


@pytest.mark.parametrize(
    ("recorded", "on", "expected"),
    [
        (runs(NEW, "2013-02-01"), "2013-03-01", "2015-08-01"),
        (runs(NEW, "2013-01-01"), "2015-07-01", "2015-07-01"),
        (runs(NEW, "2013-01-01"), "2015-07-02", "2015-07-01!"),
        (runs(NEW, "2013-01-01", follow_up("2015-06-15", NEW)), "2015-07-02", "2017-12-15"),
        (runs(NEW, "2021-08-31"), "2022-01-01", "2024-02-29"),
    ],
)
def test_flexjobs_since_2013_are_followed_up_every_two_and_a_half_years(recorded, on, expected):
    assert [(NEW_REVIEW, expected)] == due(recorded, on, NEW_REVIEW)


def test_a_temporary_flexjob_has_its_status_after_four_and_a_half_years():
    recorded = runs(NEW, "2013-02-01")
    assert [(STATUS, "2017-08-01")] == due(recorded, "2017-08-01", STATUS)
    assert [] == due(recorded, "2017-08-02", STATUS)
    [status] = found(recorded, "2013-02-01", STATUS)
    assert "lov om en aktiv beskæftigelsesindsats § 70 d" == status.source.citation
    [later] = found(runs(NEW, "2020-01-01"), "2020-01-01", STATUS)
    assert "lov om en aktiv beskæftigelsesindsats kap. 20" == later.source.citation


def test_figures_may_say_more():
    recorded = flexjob("2012-07-02", follow_up("2013-01-02", OLD))
    reform = PARAMETERS
    for name, months in (("flexjob.review_first", 6), ("flexjob.review_interval", 18)):
        reform = reform.amend(
            name, value=months, valid_from=date(2012, 1, 1), valid_to=LATER, source="what-if"
        )
    assert [(REVIEW, "2013-01-02")] == due(recorded, "2012-12-01", REVIEW, parameters=reform)
    assert [(REVIEW, "2014-07-02")] == due(recorded, "2013-01-03", REVIEW, parameters=reform)
    with pytest.raises(InvalidInput) as caught:
        recorded.deadlines(
            date(2014, 1, 1),
            parameters=reform.amend(
                "flexjob.review_interval", value=0, valid_from=date(2012, 1, 1), source="what-if"
            ),
        )
    assert "flexjob.review_interval" == caught.value.field


@pytest.mark.parametrize("scheme", [OLD, NEW])
def test_the_state_refunds_by_the_quarter_where_the_employer_belongs_to_its_scheme(scheme):
    start = "2012-02-01" if scheme == OLD else "2023-02-01"
    recorded = runs(scheme, start)
    assert [] == due(recorded, "2024-08-30", *STATE)
    claims = found(recorded, "2024-08-30", STATE[0], state_scheme=True)
    quarters = [Quarter(2024, 2), Quarter(2024, 3)]
    assert ["2024-08-31", "2024-11-30"] == [str(one.due) for one in claims]
    assert [Period(each.first_day, each.last_day) for each in quarters] == [
        one.period for one in claims
    ]
    corrections = found(recorded, "2024-08-30", STATE[1], state_scheme=True)
    assert ["2024-08-31", "2024-11-30", "2025-02-28", "2025-05-31", "2025-08-31", "2025-11-30"] == [
        str(one.due) for one in corrections
    ]
    assert {"cirkulære 9762/2013 § 5"} == {one.source.citation for one in claims + corrections}


def test_the_state_refunds_for_quarters_of_a_job_that_has_ended():
    recorded = runs(NEW, "2023-02-01", event(events.SchemeEnded, "2024-02-15", scheme=NEW))
    [claim] = found(recorded, "2024-05-31", STATE[0], state_scheme=True)
    assert ("2024-05-31", Period(date(2024, 1, 1), date(2024, 2, 15))) == (
        str(claim.due),
        claim.period,
    )
    assert [] == due(recorded, "2024-06-01", STATE[0], state_scheme=True)
    first = found(runs(NEW, "2023-02-01"), "2023-02-01", STATE[0], state_scheme=True)
    assert [Period(date(2023, 2, 1), date(2023, 3, 31))] == [one.period for one in first]


def test_how_the_state_refunded_before_the_circular_is_told_once_not_to_be_known():
    recorded = runs(OLD, "2012-02-01")
    told = [(STATE[0], "2014-02-28"), (STATE[0], "2014-05-31")]
    assert told == due(recorded, "2014-02-28", STATE[0], state_scheme=True)
    assert [(STATE[0], "None")] == due(recorded, "2013-09-30", STATE[0], state_scheme=True)


CLAIMS = {
    OLD: "flexjob.claim",
    "rehabilitation": "wage_subsidy.claim",
    "disability-pension-job": "wage_subsidy.claim",
    "wage-subsidy-unemployed": "wage_subsidy.claim",
    "newly-qualified": "wage_subsidy.claim",
    "personal-assistance": "assistance.claim",
}


@pytest.mark.parametrize("scheme", CLAIMS)
def test_where_no_limit_of_a_claim_is_known_that_is_said(scheme):
    recorded = runs(scheme, "2012-02-01", event(events.SchemeEnded, "2012-08-31", scheme=scheme))
    [claim] = found(recorded, "2012-03-01", *CLAIMS.values())
    assert (CLAIMS[scheme], None, False) == (claim.id, claim.due, claim.overdue)
    assert "no limit was found" in str(claim.because)
    assert [] == due(recorded, "2012-09-01", *CLAIMS.values())


def test_the_paragraph_of_a_flexjobs_refund_moved_in_2020():
    cited = {
        day: found(flexjob("2011-06-01"), day, "flexjob.claim")[0].source.citation
        for day in ("2019-12-31", "2020-01-01")
    }
    assert ["§ 71", "§ 133"] == [
        text[-len(text.partition("§")[2]) - 1 :] for text in cited.values()
    ]


@pytest.mark.parametrize(
    ("start", "last"),
    [("2019-12-31", "None"), ("2020-01-01", "2020-04-30"), ("2023-10-31", "2024-02-28")],
)
def test_an_unemployed_person_stays_four_months_at_a_public_employer(start, last):
    recorded = runs("wage-subsidy-unemployed", start)
    assert [(LONGEST, last)] == due(recorded, start, LONGEST)
    if last != "None":
        assert [(LONGEST, last)] == due(recorded, last, LONGEST)
        assert [(LONGEST, f"{last}!")] == due(recorded, date.fromisoformat(last) + DAY, LONGEST)


def test_a_private_employer_may_keep_them_six_months():
    [one] = found(runs("wage-subsidy-unemployed", "2024-03-01"), "2024-03-01", LONGEST)
    assert (
        "the job lasts at most 4 months from 2024-03-01 at a public employer; at a private employer"
        " it lasts at most 6 months, through 2024-08-31" == str(one.because)
    )


@pytest.mark.parametrize(
    ("start", "held", "on", "expected"),
    [
        ("2018-12-31", None, "2019-01-01", "None"),
        ("2019-01-01", None, "2019-07-01", "2019-07-01"),
        ("2019-01-01", None, "2019-07-02", "2019-07-01!"),
        ("2019-01-01", "2019-06-20", "2019-07-02", "2020-06-20"),
    ],
)
def test_a_pensioners_job_is_followed_up_by_practice(start, held, on, expected):
    scheme = "disability-pension-job"
    recorded = runs(scheme, start, *([follow_up(held, scheme)] if held else []))
    [one] = found(recorded, on, PENSION)
    assert [(PENSION, expected)] == due(recorded, on, PENSION)
    assert one.source.practice


@pytest.mark.parametrize(
    ("start", "on", "expected"),
    [
        ("2014-12-31", "2014-12-31", ["None", "None"]),
        ("2015-01-01", "2015-01-01", ["2015-01-28", "2015-04-01"]),
        ("2015-01-01", "2015-04-01", ["2015-04-01"]),
        ("2015-01-01", "2015-04-02", ["2015-07-01"]),
        ("2015-01-01", "2015-07-02", ["2015-07-01!"]),
        ("2019-06-03", "2019-12-31", ["2019-12-01!"]),
        ("2019-06-03", "2020-01-01", ["2020-03-01"]),
        ("2024-01-01", "2024-09-29", ["2024-09-29"]),
        ("2024-01-01", "2024-09-30", ["2024-12-29"]),
    ],
)
def test_a_work_placement_lasts_four_weeks_or_thirteen_and_is_extended(start, on, expected):
    """26 weeks after 3 June 2019 is over on 1 December; 13 more are possible from 2020."""
    told = dict(due(runs("work-placement", start), on, *PLACEMENT))
    assert expected == [told[name] for name in PLACEMENT if name in told]


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
        "the registered number of absence days in the year up to 2026-02-28 is 10; with fewer"
        " than 10 the agreement is renewed only where conditions have changed materially"
        == str(renewal.because)
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
    [one] = found(case(signed), "2024-03-01")
    assert (signed.id, "agreement") == (one.event, one.source.citation)
    assert "an agreement was signed on 2024-03-01" == str(one.because)
    assert Period(date(2024, 3, 1), date(2024, 8, 31)) == one.period
    assert "Bevillingen eller aftalen udløber" == one.label.da


def test_laws_are_cited_as_they_were_called():
    older = agreement("2005-06-01")
    assert {"dagpengeloven § 28"} == {
        one.source.citation for one in case(older).deadlines(date(2005, 6, 1)) if one.id == BOTH[0]
    }


@given(
    st.dates(date(2001, 7, 1), date(2030, 1, 1)),
    st.sampled_from(["flexjob", "flexjob-since-2013", *CLAIMS, "work-placement", "mentor"]),
    st.integers(0, 4000),
    st.lists(st.integers(0, 4000), max_size=4),
    st.booleans(),
)
def test_nothing_is_due_before_its_cause_and_follow_up_counts_from_the_last(
    start, scheme, later, held, state_scheme
):
    """The oracle of the follow-up: the last one that is recorded, and the rule of that day."""
    on = start + timedelta(days=later)
    days = sorted({start + timedelta(days=each) for each in held})
    recorded = runs(scheme, start, *(follow_up(day, scheme) for day in days))
    told = found(recorded, on, state_scheme=state_scheme)
    assert all(one.due >= start for one in told if one.due)
    assert all(one.due >= on or one.overdue for one in told if one.due)
    past = [day for day in days if day <= on]
    for one in told:
        if one.id in {REVIEW, NEW_REVIEW} and one.due:
            base = past[-1] if past else start
            months = (one.due.year - base.year) * 12 + one.due.month - base.month
            first, interval = (6, 12) if one.id == REVIEW else (30, 30)
            assert months == (interval if past else first)
            assert one.due.day == base.day or (one.due + DAY).day == 1
            assert one.overdue is (one.due < on)
            if one.id == REVIEW:
                assert max(one.due, on) <= date(2012, 12, 31)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2018-01-01", date(2018, 12, 31)),
        ("2024-03-01", date(2025, 2, 28)),
        ("2024-02-28", date(2025, 2, 27)),
    ],
)
def test_a_newly_qualified_persons_job_lasts_twelve_months_at_most(start, due):
    [one] = found(runs("newly-qualified", start), start, "wage_subsidy.newly_qualified_longest")
    assert due == one.due
    assert f"at most 12 months from {start}" in str(one.because)


def test_how_long_it_lasted_before_2018_was_not_read():
    [one] = found(
        runs("newly-qualified", "2017-12-31"), "2018-02-01", "wage_subsidy.newly_qualified_longest"
    )
    assert one.due is None
