"""The monthly run: what a workplace claims for a month."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from case_examples import event, opened
from payroll.paid_out import PENSIONER, absence, hours_by_date, job
from redoing import redo

import socialkapitel as sk
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.payroll.absences import AbsenceMonth

MARCH, APRIL, MAY = (sk.Month(2024, month) for month in (3, 4, 5))
WEEKS = {sk.Week(2024, week): "37" for week in range(10, 19)}


def sick(**facts):
    """Ten weeks from 4 March, and back at work on Monday 6 May; week 19 is at work."""
    return absence(**{"hours": {**WEEKS, sk.Week(2024, 19): "0"}, **facts})


def run(month=APRIL, /, **employees):
    claimed = employees.pop("claimed", None)
    state_scheme = employees.pop("state_scheme", False)
    return sk.claims(employees, month, claimed=claimed, state_scheme=state_scheme)


def only(found):
    [claim] = found
    return claim


def reasons(claim):
    for reason in claim.reasons:
        assert sk.translate(reason, "da") not in {"", sk.translate(reason, "en")}
    return [str(reason) for reason in claim.reasons]


def test_a_flexjob():
    claim = only(run(E01=job()))
    refund = sk.flexjob_refund(job(), APRIL)
    assert ("E01", "flexjob", sk.ClaimState.CLAIMABLE) == (
        claim.reference,
        claim.scheme,
        claim.state,
    )
    assert (sk.Payer.MUNICIPALITY, sk.PaidTo.EMPLOYER) == (claim.payer, claim.paid_to)
    assert refund == claim.result
    assert (refund.amount, 0, refund.amount) == (claim.amount, claim.supplement, claim.total)
    assert sk.Period(APRIL.first_day, APRIL.last_day) == claim.period
    assert ((), ()) == (claim.open, claim.reports)
    assert refund.caveats == claim.caveats
    redo(claim.explanation.document())


def test_where_no_limit_is_known_it_says_so():
    by = only(run(E01=job())).claim_by
    assert (None, APRIL) == (by.due, by.month)
    assert "no limit was found" in str(by.because)
    assert "LAB § 133" in by.source.citation or "§ 133" in by.source.citation
    assert "none known" in str(run(E01=job()))


@pytest.mark.parametrize(("month", "due"), [(MARCH, date(2024, 5, 31)), (APRIL, date(2024, 8, 31))])
def test_the_state_scheme_is_claimed_by_the_quarter(month, due):
    claim = only(run(month, E01=job(), state_scheme=True))
    assert (sk.Payer.STATE_SCHEME, due) == (claim.payer, claim.claim_by.due)
    assert sk.Payer.MUNICIPALITY is only(run(month, E01=sick(), state_scheme=True)).payer


@pytest.mark.parametrize("month", [sk.Month(2008, 8), sk.Month(2024, 4)])
def test_a_job_that_is_not_held_in_the_month_has_nothing(month):
    one = job(started_on=date(2008, 9, 1), ended_on=date(2024, 3, 31))
    claim = only(run(month, E01=one))
    assert (sk.ClaimState.NOTHING, None) == (claim.state, claim.claim_by)
    assert (0, None) == (claim.total, claim.period)
    assert [f"the job is not held in {month}"] == reasons(claim)


@pytest.mark.parametrize(
    ("terms", "month"),
    [
        ({"started_on": date(2006, 3, 16)}, sk.Month(2006, 3)),
        ({"ended_on": date(2024, 4, 12)}, APRIL),
    ],
)
def test_a_part_of_a_month_asks_for_the_hours(terms, month):
    one = job(**terms)
    claim = only(run(month, E01=one))
    assert sk.ClaimState.OPEN is claim.state
    assert ["hours"] == [part.fact for part in claim.open]
    assert "the paid hours are not known" in reasons(claim)[0]
    told = only(run(month, E01=sk.Paid(job=one, hours="81.3")))
    assert sk.ClaimState.CLAIMABLE is told.state
    [line] = told.lines
    assert (Decimal("81.30"), told.amount) == (line.hours, line.amount)
    first, last = max(one.started_on, month.first_day), one.ended_on or month.last_day
    assert (first, last) == (line.first_day, line.last_day)
    paid = only(run(month, E01=sk.Paid(job=one, pay="9000", other_contributions="0")))
    assert sk.flexjob_refund(one, month, actual_pay="9000", other_contributions="0") == paid.result


def test_an_amount_of_nothing_is_nothing():
    claim = only(run(E01=sk.Paid(job=job(), pay="0")))
    assert sk.ClaimState.NOTHING is claim.state
    assert ["the amount for 2024-04 is 0"] == reasons(claim)
    assert claim.result.amount == 0


def test_a_job_with_wage_subsidy():
    assert ["the hours with pay in the month are not known"] == reasons(only(run(E01=PENSIONER)))
    claim = only(run(E01=sk.Paid(job=PENSIONER, hours="50.5")))
    assert "disability-pension-job" == claim.scheme
    assert sk.wage_subsidy(PENSIONER, APRIL, hours="50.5") == claim.result
    [line] = claim.lines
    assert (Decimal("50.50"), claim.result.rate) == (line.hours, line.rate)
    by_date = {date(2024, 4, 2): "6", date(2024, 4, 3): "4.5"}
    dated = only(run(E01=sk.Paid(job=PENSIONER, hours=by_date)))
    assert Decimal("10.50") == dated.lines[0].hours
    assert None is dated.claim_by.due


def test_hours_of_assistance():
    claim = only(run(E01=sk.Assistance(hours="43.5")))
    assert "personal-assistance" == claim.scheme
    assert sk.assistance_refund("43.5", on=APRIL.first_day) == claim.result
    at_a_rate = only(run(E01=sk.Assistance(hours="43.5", hourly_rate="140")))
    assert Decimal("6090.00") == at_a_rate.amount


# --- absences -----------------------------------------------------------------------------------


def test_an_absence():
    claim = only(run(E01=sick()))
    month = sk.sickness_refund(sick()).month(APRIL)
    assert ("sickness", date(2024, 3, 4)) == (claim.scheme, claim.begun_on)
    assert sk.ClaimState.CLAIMABLE is claim.state
    assert month == claim.result
    assert month.lines == claim.lines
    assert (month.amount, month.supplement) == (claim.amount, claim.supplement)
    assert claim.total == month.amount + month.supplement
    assert sk.Period(date(2024, 4, 3), date(2024, 4, 30)) == claim.period
    assert date(2024, 7, 3) == claim.claim_by.due
    assert claim.period == claim.claim_by.period


def test_the_reports_that_a_claim_takes():
    kinds = sk.ReportKind
    found = {month: only(run(month, E01=sick())).reports for month in (MARCH, APRIL, MAY)}
    assert {
        MARCH: (),
        APRIL: (kinds.NOTICE, kinds.CLAIM),
        MAY: (kinds.CLAIM, kinds.FIT_FOR_WORK),
    } == found
    assert ["DP201", "DP202", "DP212s", "DP200A"] == [kind.nemrefusion for kind in kinds]


def test_in_the_employer_period_there_is_nothing():
    claim = only(run(MARCH, E01=sick()))
    assert sk.ClaimState.NOTHING is claim.state
    assert ["the employer period: the municipality pays from 2024-04-03"] == reasons(claim)


def test_before_and_after_the_absence_there_is_nothing():
    before, after = (only(run(sk.Month(2024, month), E01=sick())) for month in (2, 6))
    assert ["the absence begins on 2024-03-04"] == reasons(before)
    assert ["the employee was back at work on 2024-05-06"] == reasons(after)
    assert {sk.ClaimState.NOTHING} == {before.state, after.state}


def test_a_month_without_hours_that_give_refund():
    """Two hours in a week are too few, and end the spell."""
    hours = {sk.Week(2024, week): "2" for week in range(14, 19)}
    one = sick(hours={sk.Week(2024, 13): "22.2", **hours}, first_day=date(2024, 3, 25))
    assert ["no hours of 2024-04 give refund"] == reasons(only(run(E01=one)))


def test_without_a_right_to_pay_the_employee_is_paid():
    claim = only(run(E01=sick(paid_during_sickness=False)))
    assert (sk.PaidTo.EMPLOYEE, sk.ClaimState.NOTHING) == (claim.paid_to, claim.state)
    assert (sk.ReportKind.WITHOUT_PAY,) == claim.reports
    assert ["the municipality pays the employee, who has no right to pay"] == reasons(claim)
    in_may = only(run(MAY, E01=sick(paid_during_sickness=False)))
    assert (sk.ReportKind.FIT_FOR_WORK,) == in_may.reports


def test_a_week_without_hours_is_open_and_the_weeks_before_it_are_claimed():
    hours = {week: given for week, given in WEEKS.items() if week != sk.Week(2024, 16)}
    claim = only(run(E01=sick(hours={**hours, sk.Week(2024, 19): "0"})))
    assert sk.ClaimState.PARTLY is claim.state
    assert [14, 15] == [sk.Week.of(line.first_day).week for line in claim.lines]
    assert [17, 18] == [sk.Week.of(line.first_day).week for line in claim.waiting]
    assert [sk.Week(2024, 16)] == [part.week for part in claim.open]
    assert "no hours are recorded for 2024-W16" in reasons(claim)[0]
    assert claim.amount == sum(line.amount for line in claim.lines) < claim.result.amount


def test_an_absence_that_nobody_ended_is_open_week_by_week():
    one = sick(hours={sk.Week(2024, week): "37" for week in range(10, 17)})
    claim = only(run(E01=one))
    assert sk.ClaimState.PARTLY is claim.state
    assert [17, 18] == [part.week.week for part in claim.open]
    later = only(run(MAY, E01=one))
    assert (sk.ClaimState.OPEN, (), ()) == (later.state, later.lines, later.waiting)
    assert [17, 18, 19, 20, 21, 22] == [part.week.week for part in later.open]


@pytest.mark.parametrize(
    "ended",
    [
        {"days": {date(2024, 4, 22): sk.DayState.FIT}},
        {"employment": sk.Employment(since=date(2020, 1, 1), until=date(2024, 4, 21))},
    ],
)
def test_a_fit_day_or_the_end_of_the_employment_ends_it(ended):
    one = sick(hours={sk.Week(2024, week): "37" for week in range(10, 17)}, **ended)
    claim = only(run(E01=one))
    assert sk.ClaimState.CLAIMABLE is claim.state
    assert sk.ReportKind.FIT_FOR_WORK in claim.reports


def test_hours_by_date_that_end_within_the_month():
    days = hours_by_date(4, *["7.4"] * 5)
    one = sick(
        hours={**days, sk.Week(2024, 11): "37", date(2024, 3, 18): "0"},
        basis=sk.RefundBasis.SECTION_56,
    )
    claim = only(run(MARCH, E01=one))
    assert sk.ClaimState.CLAIMABLE is claim.state
    assert sk.Period(date(2024, 3, 4), date(2024, 3, 15)) == claim.period


def test_an_absence_that_begins_at_a_weekend():
    one = sick(first_day=date(2024, 3, 9), hours={date(2024, 3, 9): "7", sk.Week(2024, 11): "30"})
    assert [12, 13] == [part.week.week for part in only(run(MARCH, E01=one)).open]


# --- what was claimed before --------------------------------------------------------------------


def periods(*days):
    return [sk.Period(date(2024, *first), date(2024, *last)) for first, last in days]


def test_claims_follow_each_other():
    claimed = {"E01": periods(((4, 3), (4, 30)))}
    claim = only(run(MAY, E01=sick(), claimed=claimed))
    assert sk.ClaimState.CLAIMABLE is claim.state
    assert (sk.ReportKind.CLAIM, sk.ReportKind.FIT_FOR_WORK) == claim.reports
    assert date(2024, 5, 1) == claim.period.start


def test_what_was_claimed_is_not_claimed_again():
    claimed = {"E01": sk.Period(date(2024, 4, 3), date(2024, 4, 30))}
    claim = only(run(E01=sick(), claimed=claimed))
    assert (sk.ClaimState.NOTHING, ()) == (claim.state, claim.lines)
    assert ["it has already been claimed through 2024-04-30"] == reasons(claim)
    rest = only(run(E01=sick(), claimed={"E01": periods(((4, 3), (4, 14)))}))
    assert date(2024, 4, 15) == rest.period.start


def test_a_gap_before_the_claim_must_be_claimed_first():
    for claimed in ({"E01": ()}, {"E01": periods(((2, 1), (2, 29)))}):
        claim = only(run(MAY, E01=sick(), claimed=claimed))
        assert sk.ClaimState.OPEN is claim.state
        assert ((), 1) == (claim.lines, len(claim.waiting))
        assert "claim for 2024-04-03/2024-04-30 first" in reasons(claim)[0]


def test_a_claim_that_ends_within_a_week_is_corrected_first():
    claim = only(run(E01=sick(), claimed={"E01": periods(((4, 3), (4, 10)))}))
    assert sk.ClaimState.OPEN is claim.state
    assert "the claim before ends on 2024-04-10" in reasons(claim)[0]


def test_the_first_claim_takes_a_notice():
    found = only(run(E01=sick(), claimed={"E01": ()})).reports
    assert (sk.ReportKind.NOTICE, sk.ReportKind.CLAIM) == found


# --- several at once ----------------------------------------------------------------------------


def test_a_sick_old_flexjob_is_reduced_by_the_refund():
    leave = sick(basis=sk.RefundBasis.FLEXJOB)
    flexjob, sickness = run(E01=[job(), leave])
    by_day = dict(sk.sickness_refund(leave).month(APRIL).by_day)
    assert sk.flexjob_refund(job(), APRIL, sickness=by_day) == flexjob.result
    assert "sickness" == sickness.scheme
    assert flexjob.amount < sk.flexjob_refund(job(), APRIL).amount


def test_a_sick_subsidised_job_is_reduced_as_well():
    paid = sk.Paid(job=PENSIONER, hours="80")
    subsidy, sickness = run(E01=(paid, sick(basis=sk.RefundBasis.SECTION_56)))
    by_day = dict(sickness.result.by_day)
    assert sk.wage_subsidy(PENSIONER, APRIL, hours="80", refunded=by_day) == subsidy.result


@pytest.mark.parametrize("held", [job(), sk.Paid(job=PENSIONER, hours="80")])
def test_what_is_reduced_by_an_open_refund_is_open(held):
    one = sick(hours={sk.Week(2024, week): "37" for week in range(10, 17)})
    first, second = run(E01=[held, one])
    assert [
        "the refund of sickness benefit, by which the amount is reduced, is unresolved"
    ] == reasons(first)
    assert sk.ClaimState.OPEN is first.state
    assert sk.ClaimState.PARTLY is second.state


def test_two_absences_are_two_claims():
    other = absence(first_day=date(2024, 1, 1), hours={sk.Week(2024, 1): "37"})
    found = run(E01=[sick(), other, sk.Assistance(hours="10")])
    assert [
        ("personal-assistance", None),
        ("sickness", date(2024, 1, 1)),
        ("sickness", date(2024, 3, 4)),
    ] == [(claim.scheme, claim.begun_on) for claim in found]


def test_an_absence_outside_the_month_or_the_job_takes_nothing():
    later = sick(first_day=date(2024, 5, 6), hours={sk.Week(2024, 19): "37"})
    flexjob, sickness = run(E01=[job(), later])
    assert sk.flexjob_refund(job(), APRIL) == flexjob.result
    assert sk.ClaimState.NOTHING is sickness.state
    leave = sick(basis=sk.RefundBasis.FLEXJOB)
    ended = job(ended_on=date(2024, 4, 12))
    flexjob, _ = run(E01=[sk.Paid(job=ended, hours="60"), leave])
    by_day = sk.sickness_refund(leave).month(APRIL).by_day
    held = {day: amount for day, amount in by_day if day <= ended.ended_on}
    assert sk.flexjob_refund(ended, APRIL, paid_hours="60", sickness=held) == flexjob.result


def test_weeks_that_the_calculator_leaves_open_are_open():
    record = sick()
    month = sk.sickness_refund(record).month(APRIL)
    week = sk.Week(2024, 17)
    left = attrs.evolve(month, open_weeks=((week, sk.Label("left open", "uafklaret")),))
    seen = AbsenceMonth(
        reference="E01",
        record=record,
        month=APRIL,
        back_on=date(2024, 5, 6),
        claimed=None,
        parameters=sk.PARAMETERS,
    )
    assert [week] == [part.week for part in seen.open_weeks(left)]


def test_before_the_rule_is_known_no_day_is_told():
    one = sick(first_day=date(2011, 1, 3), hours={sk.Week(2011, n): "37" for n in range(1, 9)})
    by = only(run(sk.Month(2011, 2), E01=one)).claim_by
    assert None is by.due
    assert "is known only from" in str(by.because)


# --- cases --------------------------------------------------------------------------------------


def case(*recorded):
    return Case.replay([opened("2005-01-03"), *recorded])


LEAVE = event(events.SickLeaveStarted, "2022-01-03")
FEBRUARY = sk.Month(2022, 2)


def registered(*weeks):
    hours = {sk.Week(2022, week): "37" for week in weeks}
    return event(events.AbsenceRegistered, "2022-03-07", hours=hours)


BACK = event(events.FullReturn, "2022-03-07")
FLEXJOB = (
    event(events.DecisionReceived, "2006-03-01"),
    event(events.SchemeStarted, "2006-03-01"),
)


def test_a_case_gives_what_its_events_give():
    found = run(FEBRUARY, E01=case(*FLEXJOB, LEAVE, registered(*range(1, 10)), BACK))
    flexjob, sickness = found
    refunds = case(*FLEXJOB, LEAVE, registered(*range(1, 10)), BACK).refunds(FEBRUARY)
    assert refunds.amount == found.amount
    assert refunds.supplement == found.supplement
    assert ("flexjob", "sickness") == (flexjob.scheme, sickness.scheme)
    assert sk.Period(FEBRUARY.first_day, FEBRUARY.last_day) == flexjob.period


def test_a_leave_outside_the_month_is_not_claimed():
    assert 0 == len(run(sk.Month(2022, 5), E01=case(LEAVE, registered(*range(1, 10)), BACK)))


def test_a_week_that_a_case_lacks_is_open():
    flexjob, sickness = run(FEBRUARY, E01=case(*FLEXJOB, LEAVE, registered(1, 2, 3, 4, 5, 6), BACK))
    assert sk.ClaimState.OPEN is flexjob.state
    assert (sk.ClaimState.PARTLY, [7, 8, 9]) == (
        sickness.state,
        [part.week.week for part in sickness.open],
    )
    nothing = only(run(sk.Month(2022, 1), E01=case(LEAVE)))
    assert [1, 2, 3, 4, 5] == [part.week.week for part in nothing.open]
    assert sk.ClaimState.OPEN is nothing.state


def test_what_a_case_contradicts_is_open():
    leave = attrs.evolve(LEAVE, basis=sk.RefundBasis.SECTION_56)
    claim = only(run(FEBRUARY, E01=case(leave, registered(*range(1, 10)))))
    assert (sk.ClaimState.OPEN, None) == (claim.state, claim.result)
    assert date(2022, 1, 3) == claim.begun_on


def test_a_case_whose_hours_contradict_its_schedule_is_open():
    fewer = event(events.ScheduleAgreed, "2021-12-01", schedule=sk.Schedule.weekly("30"))
    claim = only(run(FEBRUARY, E01=case(fewer, LEAVE, registered(*range(1, 10)), BACK)))
    assert sk.ClaimState.OPEN is claim.state
    assert "and the schedule has 30.00" in str(claim.open[0].because)


def test_a_case_is_claimed_as_it_was_put_right():
    recorded = [*FLEXJOB, LEAVE, registered(*range(1, 10)), BACK]
    wrong = [*FLEXJOB, attrs.evolve(LEAVE, hourly_pay="50.00"), *recorded[3:]]
    fix = event(events.EventCorrected, BACK.on, corrects=LEAVE.id, replacement=LEAVE)
    right, mended = run(FEBRUARY, E01=case(*recorded)), run(FEBRUARY, E01=case(*wrong, fix))
    assert right.amount == mended.amount != run(FEBRUARY, E01=case(*wrong)).amount
    assert [one.lines for one in right] == [one.lines for one in mended]


def test_a_case_with_what_was_paid():
    claim = only(run(FEBRUARY, E01=sk.Paid(job=case(*FLEXJOB), hours="100", pay="20000")))
    assert Decimal("100.00") == claim.lines[0].hours
    refused = only(run(FEBRUARY, E01=sk.Paid(job=case(), hours="100")))
    assert ["paid_hours"] == [part.fact for part in refused.open]


def test_hours_of_assistance_in_a_case():
    granted = [
        event(events.DecisionReceived, "2022-01-03", scheme="personal-assistance", share=None),
        event(events.SchemeStarted, "2022-01-03", scheme="personal-assistance", terms=None),
    ]
    month = sk.Month(2022, 10)
    one = case(*granted)
    assert ["open"] == [claim.state.value for claim in run(month, E01=one)]
    claim = only(run(month, E01=[one, sk.Assistance(hours="43.5")]))
    assert Decimal("43.50") == claim.result.hours
    assert sk.ClaimState.CLAIMABLE is claim.state


# --- bad input ----------------------------------------------------------------------------------


def error():
    with pytest.raises(sk.SocialkapitelError) as caught:
        job(weekly_hours="38", share="3/4")
    return caught.value


@pytest.mark.parametrize("bad", [error, error()], ids=["a function", "an error"])
def test_an_input_that_is_refused_is_a_line_with_its_faults(bad):
    if callable(bad):

        def bad():
            return job(weekly_hours="38", share="3/4")

    found = run(E01=bad, E02=job())
    refused, right = found
    assert (sk.ClaimState.OPEN, "") == (refused.state, refused.scheme)
    assert ["share", "weekly_hours"] == sorted(part.fact for part in refused.open)
    assert all("accepteres ikke" in sk.translate(one, "da") for one in refused.reasons)
    assert sk.ClaimState.CLAIMABLE is right.state
    assert "'38' accepteres ikke" in found.render("da")


@pytest.mark.parametrize("bad", [None, "E01", 7, sk.Flexjob, {}, [None]])
def test_something_else_is_a_line_as_well(bad):
    claim = only(run(E01=bad))
    assert "a job, an absence" in reasons(claim)[0]
    assert ["what"] == [part.fact for part in claim.open]


def test_what_can_be_read_of_an_employee_is_claimed():
    """An absence that can't be read may be set off against the job: the job waits for it."""
    found = run(E01=[lambda: sick(hourly_pay="x"), sk.Assistance(hours="43.5"), sick(), job()])
    assert [
        ("", "open"),
        ("flexjob", "open"),
        ("personal-assistance", "claimable"),
        ("sickness", "claimable"),
    ] == [(claim.scheme, claim.state.value) for claim in found]
    assert ["hourly_pay"] == [part.fact for part in found.claims[0].open]
    assert "it may be an absence" in reasons(found.claims[1])[0]


@pytest.mark.parametrize(
    "bad",
    [
        lambda: sk.Assistance(hours="-1"),
        lambda: sk.Paid(job=job(), hours="-1"),
        error,
    ],
    ids=["assistance", "what was paid", "another job"],
)
def test_what_is_no_absence_holds_no_job_back(bad):
    refused, right = run(E01=[job(), bad])
    assert ("", "flexjob") == (refused.scheme, right.scheme)
    assert sk.ClaimState.CLAIMABLE is right.state


def test_all_that_can_not_be_read_of_an_employee_is_one_claim():
    found = run(E01=[None, lambda: sk.Assistance(hours="-1"), [7]])
    assert ["what", "hours", "what"] == [part.fact for part in only(found).open]
    assert "Grundlag for anmodningen (what): 7" in found.render("da")


def test_a_figure_that_is_not_known_leaves_the_claim_open():
    claim = only(run(sk.Month(2027, 1), E01=job()))
    assert ("flexjob", sk.ClaimState.OPEN) == (claim.scheme, claim.state)
    assert claim.reasons
    sick_then = only(
        run(sk.Month(2027, 1), E01=sick(first_day=date(2027, 1, 4), hours={sk.Week(2027, 1): "37"}))
    )
    assert "sickness" == sick_then.scheme


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"employees": [], "month": APRIL}, "employees"),
        ({"employees": {7: job()}, "month": APRIL}, "employees"),
        ({"employees": {}, "month": 4}, "month"),
        ({"employees": {}, "month": APRIL, "claimed": []}, "claimed"),
        ({"employees": {}, "month": APRIL, "claimed": {"E01": 2024}}, "claimed"),
        ({"employees": {}, "month": APRIL, "claimed": {"E01": 7}}, "claimed"),
        ({"employees": {}, "month": APRIL, "claimed": {"E01": [2024]}}, "claimed"),
        ({"employees": {}, "month": APRIL, "state_scheme": 1}, "state_scheme"),
        ({"employees": {}, "month": APRIL, "parameters": {}}, "parameters"),
    ],
)
def test_the_run_itself_is_asked_rightly(given, field):
    with pytest.raises(sk.WrongType) as caught:
        sk.claims(**given)
    assert field == caught.value.field


# --- the whole run ------------------------------------------------------------------------------


def whole():
    return run(
        B=sick(),
        A=[job(), sick(basis=sk.RefundBasis.FLEXJOB)],
        C=sk.Paid(job=PENSIONER, hours="50"),
        D=None,
        E=sk.Assistance(hours="10"),
        F=job(ended_on=date(2024, 3, 31)),
    )


def test_the_claims_stand_in_the_order_of_the_references():
    assert list("AABCDEF") == [claim.reference for claim in whole()]
    assert 7 == len(whole())
    assert ["D"] == [claim.reference for claim in whole().open]


def test_the_claims_of_an_employee():
    assert ["flexjob", "sickness"] == [claim.scheme for claim in whole()["A"]]
    with pytest.raises(sk.UnknownName):
        whole()["Z"]


def test_the_totals_are_those_of_the_claims():
    found = whole()
    assert found.amount == sum(claim.amount for claim in found)
    assert found.supplement == sum(claim.supplement for claim in found)
    assert found.amount == sum(total.amount for total in found.totals)
    assert found.supplement == sum(total.supplement for total in found.totals)
    [sickness] = [total for total in found.totals if total.scheme == "sickness"]
    assert (2, 0) == (sickness.claims, sickness.open)
    [unread] = [total for total in found.totals if total.scheme == ""]
    assert (0, 1) == (unread.claims, unread.open)


def test_caveats_are_counted_and_grouped():
    found = whole().caveats
    severities = list(sk.Severity)
    places = [severities.index(one.severity) for one in found]
    assert sorted(places) == places
    [set_off] = [one for one in found if one.code == "set-off-practice"]
    assert ("A",) == set_off.references
    both = [one for one in found if one.references == ("A", "B")]
    assert both


def test_the_lines_of_the_run():
    lines = whole().lines
    assert sum(lines["amount"]) == whole().amount
    assert len(lines) == sum(len(claim.lines) for claim in whole())


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_run_shows_itself(language):
    found = whole()
    text = found.render(language)
    for table in (found.table, found.totals_table, found.caveats_table):
        assert table.render(language) in text
        assert table.html(language) in found.html(language)
    assert found.render("en") == str(found)
    assert found.html("en") == found._repr_html_()
    assert found.lines.render(language)


def test_an_empty_run_is_a_table_without_rows():
    assert "Claims for April 2024" in str(run())
    assert 0 == len(run())


def test_the_ledger_is_a_frame_as_well():
    frame = whole().to_frame("polars")
    assert [claim.reference for claim in whole()] == frame["reference"].to_list()


def test_a_claim_is_reconciled():
    claim = only(run(E01=sick()))
    found = sk.reconcile(claim, paid=claim.amount)
    assert (("sickness.no_supplement",), claim.total) == (found.candidates[0].ids, found.calculated)


def test_a_claim_of_some_weeks_is_reconciled_by_them():
    hours = {week: given for week, given in WEEKS.items() if week != sk.Week(2024, 16)}
    claim = only(run(E01=sick(hours={**hours, sk.Week(2024, 19): "0"})))
    found = sk.reconcile(claim, paid=claim.amount)
    assert claim.total == found.calculated
    assert ("sickness.no_supplement",) == found.candidates[0].ids


def test_a_claim_of_nothing_is_not_reconciled():
    with pytest.raises(sk.InvalidInput, match="something to claim"):
        sk.reconcile(only(run(MARCH, E01=sick())), paid="1")
