"""A month's refunds from the events alone: nothing is typed twice, and nothing unknown is zero."""

from datetime import date, timedelta
from decimal import Decimal

import attrs
import pytest
from case_examples import FLEXJOB, SUBSIDISED, event, opened
from hypothesis import given, settings
from hypothesis import strategies as st
from redoing import redo

import socialkapitel as sk
from socialkapitel import InvalidInput, Month, RefundBasis, Week, WrongType
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseOutcome
from socialkapitel.cases.events.decisions import SUBSIDISED as SUBSIDISED_SCHEMES
from socialkapitel.cases.refunds import NOT_COUNTED

# The example of the calculators: five weeks in January 2022, a flexjob of March 2006.
WEEKS = {Week(2022, number): "37" for number in range(1, 6)}
LEAVE = event(events.SickLeaveStarted, "2022-01-03")
BACK = event(events.FullReturn, "2022-02-07")
GRANT = event(events.DecisionReceived, "2006-03-01")
START = event(events.SchemeStarted, "2006-03-01")
FEBRUARY, NOVEMBER = Month(2022, 2), Month(2007, 11)


def hours(day, given):
    return event(events.AbsenceRegistered, day, hours=given)


def leave(basis, *, paid=True, pay="185.00"):
    return attrs.evolve(LEAVE, basis=basis, paid_during_sickness=paid, hourly_pay=pay)


def case(*recorded, opening="2005-01-03"):
    return Case.replay([opened(opening), *recorded])


def agreed(day="2022-01-03"):
    """A section 56 agreement, which a refund from the first day rests on."""
    return event(events.AgreementSigned, day)


def only(refunds):
    assert () == refunds.open
    [refund] = refunds.refunds
    return refund


def reason(refunds):
    assert refunds.amount is None
    for one in refunds.open:
        assert sk.translate(one.because, "da") not in {"", sk.translate(one.because, "en")}
    return [(one.name, str(one.because)) for one in refunds.open]


SICK = case(LEAVE, hours("2022-02-07", WEEKS), BACK)
FLEX = case(GRANT, START)


def test_a_month_with_sick_leave():
    refunds = SICK.refunds(FEBRUARY)
    refund = only(refunds)
    assert ("sickness", Decimal("2679.00")) == (refund.name, refund.amount)
    assert (refund.amount, refund.supplement) == (refunds.amount, refunds.supplement)
    assert refund.supplement > 0
    assert refunds.to_employer == refund.to_employer == refund.amount
    assert refunds.total == refund.amount + refund.supplement
    assert refunds.to_employee == refund.to_employee == 0
    assert sk.PaidTo.EMPLOYER is refund.result.paid_to
    assert [2, 3, 4] == [day.day for day, _ in refund.result.by_day]
    assert refund.amount == sum(amount for _, amount in refund.result.by_day)
    assert SICK.events[1].id == refund.events[0]
    assert {one.id for one in SICK.events[1:3]} == set(refund.events)
    redo(refund.result.explanation.document())


def at_work_within(*more, extent=events.Extent.FULL):
    """Whole days of absence, two at work in the second week, and whole weeks again."""
    second = {date(2022, 1, day): "7.4" for day in (10, 11, 12)}
    third = {date(2022, 1, 13): "0", date(2022, 1, 14): "0"}
    later = {Week(2022, number): "37" for number in range(3, 10)}
    recorded = {Week(2022, 1): "37", **second, **third, **later}
    started = attrs.evolve(LEAVE, extent=extent)
    return case(started, *more, hours("2022-03-07", recorded))


def caveats(recorded):
    return [caveat.code for caveat in only(recorded.refunds(FEBRUARY)).result.caveats]


def test_days_at_work_in_a_full_leave_are_asked_about():
    assert "days-at-work-within-absence" in caveats(at_work_within())


def test_days_at_work_in_a_partial_leave_belong_to_it():
    returned = event(events.PartialReturn, "2022-01-13")
    again = event(events.PartialReturn, "2022-01-24", weekly_hours="20")
    for recorded in (
        at_work_within(extent=events.Extent.PARTIAL),
        at_work_within(returned),
        at_work_within(returned, again),
    ):
        assert "days-at-work-within-absence" not in caveats(recorded)


def test_a_partial_return_after_the_recorded_hours_changes_nothing():
    later = event(events.PartialReturn, "2022-03-07")
    assert "days-at-work-within-absence" in caveats(at_work_within(later))


@pytest.mark.parametrize("month", [Month(2022, 1), FEBRUARY])
@pytest.mark.parametrize("basis", [RefundBasis.ORDINARY, RefundBasis.SECTION_56])
@pytest.mark.parametrize("paid", [True, False])
def test_a_month_is_what_it_is_in_the_employers_cost(month, basis, paid):
    recorded = case(agreed(), leave(basis, paid=paid), hours("2022-02-07", WEEKS), BACK)
    refund = only(recorded.refunds(month))
    absence = sk.SicknessAbsence(
        first_day=date(2022, 1, 3),
        contract_hours="37",
        hours=WEEKS,
        hourly_pay="185.00",
        paid_during_sickness=paid,
        basis=basis,
    )
    cost = sk.employer_cost(sk.SickLeave(pay="29661.05", contributions="0", absence=absence), month)
    assert (cost.refund, cost.supplement) == (refund.amount, refund.supplement)
    assert paid or Decimal("0.00") == refund.amount
    redo(refund.result.explanation.document())


def test_months_add_up_to_the_absence():
    parts = [only(SICK.refunds(month)) for month in (Month(2022, 1), FEBRUARY)]
    whole = sk.sickness_refund(
        sk.SicknessAbsence(
            first_day=date(2022, 1, 3),
            contract_hours="37",
            hours=WEEKS,
            hourly_pay="185.00",
            paid_during_sickness=True,
            basis=RefundBasis.ORDINARY,
        )
    )
    assert whole.amount == sum(part.amount for part in parts)
    assert whole.supplement == sum(part.supplement for part in parts)


@pytest.mark.parametrize("month", [Month(2021, 12), Month(2022, 3)])
def test_other_months_have_no_refund(month):
    refunds = SICK.refunds(month)
    assert ((), (), Decimal("0.00")) == (refunds.refunds, refunds.open, refunds.amount)


def test_weeks_without_hours_leave_the_refund_open():
    some = case(LEAVE, hours("2022-02-07", {Week(2022, 1): 37, Week(2022, 3): 37}), BACK)
    assert [("sickness", "no hours are registered for 2022-W02, 2022-W04, 2022-W05")] == reason(
        some.refunds(FEBRUARY)
    )
    assert [("sickness", "no hours are registered for 2022-W02, 2022-W04, 2022-W05")] == reason(
        some.refunds(Month(2022, 1))
    )
    assert (LEAVE.id, some.events[2].id) == some.refunds(FEBRUARY).open[0].events
    ongoing = case(LEAVE, hours("2022-02-07", WEEKS))
    assert [
        ("sickness", "no hours are registered for 2022-W06, 2022-W07, 2022-W08, 2022-W09")
    ] == reason(ongoing.refunds(FEBRUARY))
    assert () == ongoing.refunds(Month(2022, 1)).open


def test_a_week_of_no_hours_is_registered_as_such():
    zero = {**WEEKS, Week(2022, 4): 0}
    refunds = case(LEAVE, hours("2022-02-07", zero), BACK).refunds(FEBRUARY)
    assert Decimal("0.00") == only(refunds).amount


def test_days_at_the_weekend_need_no_hours():
    saturday = event(events.SickLeaveStarted, "2022-01-08", basis=RefundBasis.SECTION_56)
    back = event(events.FullReturn, "2022-01-17")
    given = {date(2022, 1, 8): "5", date(2022, 1, 10): "7"}
    recorded = case(agreed(), saturday, hours("2022-01-15", given), back)
    refund = only(recorded.refunds(Month(2022, 1)))
    assert [8, 10] == [day.day for day, _ in refund.result.by_day]
    sunday = event(events.SickLeaveStarted, "2022-01-09", basis=RefundBasis.SECTION_56)
    [(name, because)] = reason(case(agreed(), sunday, back).refunds(Month(2022, 1)))
    assert ("sickness", "no hours are registered for 2022-W02") == (name, because)


def test_later_hours_replace_earlier_ones():
    def amount(*registered):
        recorded = [hours("2022-02-07", given) for given in registered]
        return only(case(LEAVE, *recorded, BACK).refunds(FEBRUARY)).amount

    monday, wednesday = date(2022, 1, 31), date(2022, 2, 2)
    assert Decimal("2679.00") == amount(WEEKS, {Week(2022, 5): 10}, {Week(2022, 5): 37})
    fewer = amount(WEEKS, {Week(2022, 5): 10})
    assert fewer == amount({**WEEKS, Week(2022, 5): 10}) < Decimal("2679.00")
    by_day = amount(WEEKS, {monday: "7.4"}, {wednesday: "7.4"})
    assert by_day == amount(WEEKS, {monday: "7.4", wednesday: "7.4"})
    assert by_day == amount(WEEKS, {monday: "7.4", wednesday: 1}, {wednesday: "7.4"})
    assert Decimal("2679.00") == amount(WEEKS, {wednesday: 1}, {Week(2022, 5): 37})


def test_each_leave_has_its_own_hours():
    second = event(events.SickLeaveStarted, "2022-02-09", basis=RefundBasis.SECTION_56)
    end = event(events.FullReturn, "2022-02-12")
    late = hours("2022-02-12", {date(2022, 2, 9): "7.4", **WEEKS})
    days = hours("2022-02-12", {date(2022, 2, 10): "7.4", date(2022, 2, 11): "7.4"})
    refunds = case(agreed(), LEAVE, BACK, second, end, late, days).refunds(FEBRUARY)
    assert () == refunds.open
    assert [Decimal("2679.00"), Decimal("2679.00")] == [one.amount for one in refunds.refunds]
    assert [[2, 3, 4], [9, 10, 11]] == [
        [day.day for day, _ in one.result.by_day] for one in refunds.refunds
    ]
    assert [(LEAVE.id, late.id), (second.id, late.id, days.id)] == [
        one.events for one in refunds.refunds
    ]


def test_what_the_calculator_refuses_leaves_the_refund_open():
    back = event(events.FullReturn, "2022-01-10")
    later = case(LEAVE, hours("2022-01-08", {date(2022, 1, 4): "7.4"}), back)
    [(name, because)] = reason(later.refunds(Month(2022, 1)))
    assert "sickness" == name
    assert (
        "a record whose first hours above 0 are on the first day of absence, 2022-01-03" in because
    )
    future = attrs.evolve(leave(RefundBasis.SECTION_56), on=date(2027, 5, 3))
    back = event(events.FullReturn, "2027-05-08")
    unknown = case(agreed("2026-06-01"), future, hours("2027-05-08", {Week(2027, 18): "37"}), back)
    [(_, because)] = reason(unknown.refunds(Month(2027, 5)))
    assert "is not known on 2027-05-03" in because


# Published: 2/3 × (18297.00 + 162.60).
def test_a_month_of_a_flexjob():
    refunds = FLEX.refunds(NOVEMBER)
    refund = only(refunds)
    assert ("flexjob", Decimal("12306.40")) == (refund.name, refund.amount)
    assert Decimal("12306.40") == refunds.amount
    assert (GRANT.id, START.id) == refund.events
    redo(refund.result.explanation.document())


def test_the_sums_are_those_of_the_single_refunds():
    second = event(events.SickLeaveStarted, "2022-02-09", basis=RefundBasis.ORDINARY)
    given = hours("2022-03-01", {Week(2022, 6): "22.2", **{Week(2022, n): 37 for n in (7, 8, 9)}})
    refunds = case(LEAVE, hours("2022-02-07", WEEKS), BACK, second, given).refunds(FEBRUARY)
    assert 2 == len(refunds.refunds)
    for name in ("amount", "supplement", "to_employer", "to_employee"):
        assert getattr(refunds, name) == sum(getattr(one, name) for one in refunds.refunds)
    assert refunds.total == refunds.to_employer + refunds.supplement


def test_benefit_for_the_employee_is_told_apart():
    unpaid = case(leave(RefundBasis.ORDINARY, paid=False), hours("2022-02-07", WEEKS), BACK)
    refunds = unpaid.refunds(FEBRUARY)
    assert (0, Decimal("2679.00")) == (refunds.total, refunds.to_employee)
    told = attrs.evolve(only(refunds).result, benefit=None)
    older = attrs.evolve(refunds, refunds=(attrs.evolve(only(refunds), result=told),))
    assert (0, None) == (older.total, older.to_employee)


def test_no_sum_is_told_while_a_refund_is_open():
    refunds = case(LEAVE).refunds(FEBRUARY)
    sums = ("amount", "supplement", "to_employer", "to_employee", "total")
    assert [None] * 5 == [getattr(refunds, name) for name in sums]


def assisted(*recorded):
    started = event(events.SchemeStarted, "2023-02-01", scheme="personal-assistance", terms=None)
    return case(*recorded, started)


def test_personal_assistance_is_open_or_counted():
    march = Month(2023, 3)
    grant = event(events.DecisionReceived, "2023-01-10", scheme="personal-assistance", share=None)
    because = "the hours of personal assistance are not recorded; give the hours (assistance_hours)"
    assert [("personal-assistance", because)] == reason(assisted().refunds(march))
    counted = only(assisted(grant).refunds(march, assistance_hours="43.5"))
    assert (counted.name, Decimal("5578.01")) == ("personal-assistance", counted.amount)
    assert 2 == len(counted.events)
    own = assisted().refunds(march, assistance_hours="43.5", assistance_rate="140")
    assert Decimal("6090.00") == own.amount == own.to_employer
    [(_, because)] = reason(
        case(
            event(events.SchemeStarted, "2008-01-01", scheme="personal-assistance", terms=None)
        ).refunds(Month(2008, 2), assistance_hours="10")
    )
    assert "is not known on 2008-02-01" in because


@pytest.mark.parametrize("scheme", NOT_COUNTED)
def test_what_no_calculator_counts_is_open_while_it_runs(scheme):
    started = event(events.SchemeStarted, "2022-01-10", scheme=scheme, terms=None)
    recorded = case(started, event(events.SchemeEnded, "2022-02-10", scheme=scheme))
    [open_refund] = recorded.refunds(FEBRUARY).open
    assert (scheme, (started.id,)) == (open_refund.name, open_refund.events)
    assert ((), ()) == attrs.astuple(recorded.refunds(Month(2022, 3)), recurse=False)[1:]


def test_every_scheme_is_counted_open_or_brings_the_employer_no_monthly_refund():
    counted = {"flexjob", "personal-assistance", *SUBSIDISED_SCHEMES}
    by_leave = {"section-56", "partial-return", "partial-sick-leave", "flexjob-since-2013"}
    nothing = {
        "adjustment",
        "aids",  # the cost of aids is covered once, on application
        "apprentice-rehabilitation",  # the municipality pays the rehabilitation benefit
        "relocation",
        "retraining",
        "special-terms",
        "work-placement",
        "work-trial",
    }
    together = [*counted, *NOT_COUNTED, *by_leave, *nothing]
    assert sorted(together) == sorted(one.id for one in sk.schemes.SCHEMES)


def test_a_flexjob_with_sick_leave_gets_the_larger_of_both_each_day():
    sick = attrs.evolve(leave(RefundBasis.FLEXJOB), on=date(2007, 11, 5))
    given = {Week(2007, 45): "37", date(2007, 11, 17): "3", date(2007, 11, 12): "7.4"}
    recorded = [hours("2007-11-19", given), event(events.FullReturn, "2007-11-19")]
    refunds = case(GRANT, START, sick, *recorded).refunds(NOVEMBER)
    sickness, flexjob = refunds.refunds
    assert ("sickness", "flexjob", ()) == (sickness.name, flexjob.name, refunds.open)
    benefits = dict(sickness.result.by_day)
    assert date(2007, 11, 17) in benefits  # a Saturday
    expected = sk.flexjob_refund(
        sk.Flexjob(started_on=START.on, share="2/3", **attrs.asdict(FLEXJOB, recurse=False)),
        NOVEMBER,
        sickness=benefits,
    )
    assert expected == flexjob.result
    assert flexjob.amount < Decimal("12306.40")
    assert refunds.amount == sickness.amount + flexjob.amount > Decimal("12306.40")


def test_sickness_before_the_grant_takes_nothing_off_the_flexjob():
    sick = attrs.evolve(leave(RefundBasis.SECTION_56), on=date(2007, 11, 5))
    recorded = [hours("2007-11-10", {Week(2007, 45): "37"}), event(events.FullReturn, "2007-11-10")]
    granted, started = (attrs.evolve(one, on=date(2007, 11, 14)) for one in (GRANT, START))
    signed = agreed("2007-11-05")
    refunds = case(signed, sick, *recorded, granted, started).refunds(NOVEMBER, actual_pay="10000")
    sickness, flexjob = refunds.refunds
    assert Decimal("0.00") == flexjob.result.set_off < sickness.amount


def test_a_flexjob_waits_for_the_hours_of_a_sick_leave():
    sick = attrs.evolve(leave(RefundBasis.FLEXJOB), on=date(2007, 11, 5))
    assert [
        ("sickness", "no hours are registered for 2007-W45, 2007-W46, 2007-W47, 2007-W48"),
        (
            "flexjob",
            "the refund of sickness benefit, by which the amount is reduced, is unresolved",
        ),
    ] == reason(case(GRANT, START, sick).refunds(NOVEMBER))


def test_where_the_municipality_pays_the_employee_nothing_is_set_off():
    sick = attrs.evolve(leave(RefundBasis.FLEXJOB, paid=False), on=date(2007, 11, 5))
    recorded = [hours("2007-11-10", {Week(2007, 45): "37"}), event(events.FullReturn, "2007-11-10")]
    sickness, flexjob = case(GRANT, START, sick, *recorded).refunds(NOVEMBER).refunds
    assert (Decimal("0.00"), ()) == (sickness.amount, sickness.result.by_day)
    assert Decimal("12306.40") == flexjob.amount


REFUSED = event(events.DecisionReceived, "2006-03-01", granted=False, share=None)
OTHER_SCHEME = event(events.DecisionReceived, "2006-03-01", scheme="rehabilitation", share=None)
NO_SHARE = event(events.DecisionReceived, "2006-03-01", share=None)
NO_TERMS = event(events.SchemeStarted, "2006-03-01", terms=None)
HALF = event(events.DecisionReceived, "2007-11-15", share="1/2")
HALF_FROM_DECEMBER = event(events.DecisionReceived, "2007-12-01", share="1/2")
FEWER = attrs.evolve(FLEXJOB, weekly_hours="20")
OTHER_CLASS = attrs.evolve(FLEXJOB, atp_class="B")
BY_THE_HOUR = attrs.evolve(FLEXJOB, starting_pay=sk.Pay.hourly("120.00"))


@pytest.mark.parametrize(
    ("recorded", "because"),
    [
        ([START], "no decision that grants it is recorded"),
        ([REFUSED, START], "no decision that grants it is recorded"),
        ([OTHER_SCHEME, START], "no decision that grants it is recorded"),
        ([NO_SHARE, START], "not recorded: the share granted"),
        ([GRANT, NO_TERMS], "not recorded: the terms of the job"),
        (
            [GRANT, START, event(events.SchemeAdjusted, "2007-11-02", terms=OTHER_CLASS)],
            "changed within the month: the ATP class",
        ),
        (
            [GRANT, NO_TERMS, event(events.SchemeAdjusted, "2007-11-02", terms=FEWER)],
            "not recorded: the terms of the job",
        ),
        (
            [GRANT, START, event(events.SchemeAdjusted, "2007-11-02", terms=BY_THE_HOUR)],
            (
                "Changed terms (changes): a rate of pay (Pay) is not accepted; give pay by the"
                " month or by the hour, as in the rest of the job"
            ),
        ),
    ],
)
def test_what_is_not_known_leaves_a_flexjob_open(recorded, because):
    assert [("flexjob", because)] == reason(case(*recorded).refunds(NOVEMBER))


ADJUSTED = event(events.SchemeAdjusted, "2007-11-01", terms=FEWER)


@pytest.mark.parametrize(
    ("recorded", "share", "terms"),
    [
        ([GRANT, START, HALF_FROM_DECEMBER], "2/3", FLEXJOB),
        ([GRANT, START, attrs.evolve(HALF, on=date(2007, 11, 1))], "1/2", FLEXJOB),
        ([GRANT, attrs.evolve(HALF, on=date(2006, 3, 1)), START], "1/2", FLEXJOB),
        ([GRANT, START, ADJUSTED], "2/3", FEWER),
        ([GRANT, START, event(events.SchemeAdjusted, "2007-11-02")], "2/3", FLEXJOB),
        ([GRANT, START, attrs.evolve(ADJUSTED, on=date(2007, 12, 1))], "2/3", FLEXJOB),
        ([GRANT, NO_TERMS, ADJUSTED], "2/3", FEWER),
        ([GRANT, START, event(events.SchemeEnded, "2007-11-30")], "2/3", FLEXJOB),
        (
            [GRANT, START, event(events.CaseClosed, "2007-11-15")],
            "2/3",
            FLEXJOB,
        ),
        (
            [
                GRANT,
                START,
                event(events.NoticeGiven, "2007-10-01", last_day=date(2007, 11, 15)),
                event(events.CaseClosed, "2007-10-15", outcome=CaseOutcome.KEPT_SPECIAL),
            ],
            "2/3",
            FLEXJOB,
        ),
        (
            [
                GRANT,
                START,
                event(events.NoticeGiven, "2007-10-01", last_day=date(2007, 11, 30)),
                event(events.CaseClosed, "2007-10-15", outcome=CaseOutcome.LEFT),
            ],
            "2/3",
            FLEXJOB,
        ),
    ],
)
def test_what_holds_in_the_month_counts(recorded, share, terms):
    expected = sk.flexjob_refund(
        sk.Flexjob(started_on=START.on, share=share, **attrs.asdict(terms, recurse=False)),
        NOVEMBER,
    )
    assert expected == only(case(*recorded).refunds(NOVEMBER)).result


DEAR = attrs.evolve(FLEXJOB, weekly_hours="20", other_contributions="100")


def by_hand(*, started_on=START.on, ended_on=None, share="2/3", changes=(), **given):
    """The refund of November 2007 as it is computed without a case."""
    job = sk.Flexjob(
        started_on=started_on,
        ended_on=ended_on,
        share=share,
        **attrs.asdict(FLEXJOB, recurse=False),
    )
    for day, terms in changes:
        job = job.change(day, **terms)
    return sk.flexjob_refund(job, NOVEMBER, **given)


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (
            [GRANT, START, HALF],
            {"changes": [(date(2007, 11, 15), {"share": "1/2"})]},
        ),
        (
            [GRANT, START, event(events.SchemeAdjusted, "2007-11-02", terms=FEWER)],
            {"changes": [(date(2007, 11, 2), {"weekly_hours": "20"})]},
        ),
        (
            [
                GRANT,
                START,
                event(events.SchemeAdjusted, "2007-11-02", terms=DEAR),
                HALF,
                event(events.SchemeAdjusted, "2007-11-20", terms=DEAR),
            ],
            {
                "changes": [
                    (date(2007, 11, 2), {"weekly_hours": "20", "other_contributions": "100"}),
                    (date(2007, 11, 15), {"share": "1/2"}),
                ]
            },
        ),
        (
            [GRANT, START, event(events.SchemeEnded, "2007-11-08")],
            {"ended_on": date(2007, 11, 8)},
        ),
        (
            [GRANT, START, event(events.NoticeGiven, "2007-10-01", last_day=date(2007, 11, 1))],
            {"ended_on": date(2007, 11, 1)},
        ),
        (
            [
                GRANT,
                START,
                event(events.EmploymentEnded, "2007-11-20", last_day=date(2007, 11, 19)),
            ],
            {"ended_on": date(2007, 11, 19)},
        ),
        (
            [GRANT, START, event(events.CaseClosed, "2007-11-15", outcome=CaseOutcome.LEFT)],
            {"ended_on": date(2007, 11, 15)},
        ),
        (
            [GRANT, START, event(events.CaseClosed, "2007-11-15", outcome=CaseOutcome.PENSION)],
            {"ended_on": date(2007, 11, 15)},
        ),
        (
            [GRANT, attrs.evolve(START, on=date(2007, 11, 12))],
            {"started_on": date(2007, 11, 12)},
        ),
        (
            [
                attrs.evolve(GRANT, on=date(2007, 10, 31)),
                event(events.DecisionReceived, "2007-11-01", scheme="aids", share=None),
                attrs.evolve(START, on=date(2007, 11, 12)),
            ],
            {"started_on": date(2007, 11, 12)},
        ),
    ],
)
def test_parts_of_a_month_are_what_the_calculator_gives(recorded, expected):
    found = only(case(*recorded).refunds(NOVEMBER)).result
    assert by_hand(**expected) == found
    redo(found.explanation.document())


def test_the_event_that_began_the_job_decides_and_not_the_decision():
    """Granted on 10 December 2012 and begun in February 2013: there is no refund."""
    granted = attrs.evolve(GRANT, on=date(2012, 12, 10))
    late = attrs.evolve(START, on=date(2013, 2, 1))
    [(name, because)] = reason(case(granted, late).refunds(Month(2013, 3)))
    assert "flexjob" == name
    assert because.endswith(
        "for jobs begun since 2013 calculate the flex wage supplement (flex_wage_supplement)"
    )
    in_time = attrs.evolve(START, on=date(2012, 12, 31))
    assert only(case(granted, in_time).refunds(Month(2013, 3))).amount > 0


def test_a_grant_that_came_after_the_start_is_where_the_flexjob_begins():
    granted = attrs.evolve(GRANT, on=date(2006, 7, 5))
    found = only(case(START, granted).refunds(NOVEMBER))
    assert found.result.ceiling is not None
    assert only(case(GRANT, START).refunds(NOVEMBER)).result.ceiling is None


@pytest.mark.parametrize("told", [{"actual_pay": "6000"}, {"paid_hours": "44"}])
def test_a_part_of_a_month_is_what_was_paid(told):
    ended = event(events.SchemeEnded, "2007-11-08")
    found = only(case(GRANT, START, ended).refunds(NOVEMBER, **told))
    job = sk.Flexjob(
        started_on=START.on,
        ended_on=date(2007, 11, 8),
        share="2/3",
        **attrs.asdict(FLEXJOB, recurse=False),
    )
    assert sk.flexjob_refund(job, NOVEMBER, **told) == found.result
    assert Decimal("0.00") == only(case(GRANT, START).refunds(NOVEMBER, actual_pay=0)).amount


@pytest.mark.parametrize(
    "recorded",
    [
        [GRANT],
        [GRANT, START, event(events.SchemeEnded, "2007-10-31")],
        [GRANT, attrs.evolve(START, on=date(2007, 12, 1))],
        [GRANT, START, event(events.CaseClosed, "2007-10-31", outcome=CaseOutcome.LEFT)],
        [GRANT, event(events.SchemeStarted, "2006-03-01", scheme="aids", terms=None)],
    ],
)
def test_without_a_flexjob_in_the_month_there_is_nothing(recorded):
    refunds = case(*recorded).refunds(NOVEMBER)
    assert ((), ()) == (refunds.refunds, refunds.open)


def test_two_flexjobs_in_a_month_are_open():
    ended = event(events.SchemeEnded, "2007-11-10")
    again = attrs.evolve(START, on=date(2007, 11, 12), id=NO_TERMS.id)
    because = (
        "there are two such jobs in the month, and how the amount is to be divided is not known"
    )
    assert [("flexjob", because)] * 2 == reason(case(GRANT, START, ended, again).refunds(NOVEMBER))


def test_part_of_a_month_needs_what_was_paid():
    recorded = case(GRANT, START, event(events.SchemeEnded, "2007-11-15"))
    refund = only(recorded.refunds(NOVEMBER, actual_pay="9148.50"))
    # 11 days have 81.4 hours, and so two thirds of ATP: 2/3 × (9148.50 + 108.40).
    assert Decimal("6171.27") == refund.amount


@pytest.mark.parametrize(
    ("scheme", "rate", "amount"),
    [
        ("disability-pension-job", None, "1413.84"),
        ("rehabilitation", "80.00", "5160.00"),
    ],
)
def test_a_month_of_a_job_with_wage_subsidy(scheme, rate, amount):
    grant = event(
        events.DecisionReceived, "2007-10-01", scheme=scheme, share=None, granted_rate=rate
    )
    start = event(events.SchemeStarted, "2007-10-01", scheme=scheme, terms=SUBSIDISED)
    recorded = case(grant, start)
    refund = only(recorded.refunds(NOVEMBER, paid_hours="64.5"))
    assert (scheme, Decimal(amount)) == (refund.name, refund.amount)
    assert (grant.id, start.id) == refund.events
    redo(refund.result.explanation.document())
    because = "the hours with pay are not known; give the paid hours (paid_hours)"
    assert [(scheme, because)] == reason(recorded.refunds(NOVEMBER))
    if rate:
        assert [(scheme, "not recorded: the rate granted")] == reason(
            case(start).refunds(NOVEMBER, paid_hours=1)
        )
    changed = event(
        events.SchemeAdjusted,
        "2007-11-05",
        scheme=scheme,
        terms=events.SubsidisedTerms(hourly_pay="120"),
    )
    assert [(scheme, "changed within the month: the terms of the job")] == reason(
        recorded.record(changed).refunds(NOVEMBER, paid_hours=1)
    )


@pytest.mark.parametrize(
    ("scheme", "group"),
    [
        ("wage-subsidy-unemployed", sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT),
        ("disability-pension-job", sk.TargetGroup.DISABILITY_PENSION),
    ],
)
def test_a_job_without_a_recorded_decision_has_its_fixed_rate(scheme, group):
    start = event(events.SchemeStarted, "2021-11-01", scheme=scheme, terms=SUBSIDISED)
    job = sk.SubsidisedJob(target_group=group, hourly_pay=SUBSIDISED.hourly_pay)
    refund = only(case(start).refunds(FEBRUARY, paid_hours="100"))
    assert sk.wage_subsidy(job, FEBRUARY, hours="100") == refund.result


def test_the_refund_of_sickness_reduces_the_subsidy_of_its_days():
    scheme = "disability-pension-job"
    grant = event(events.DecisionReceived, "2021-10-01", scheme=scheme, share=None)
    start = event(events.SchemeStarted, "2021-10-01", scheme=scheme, terms=SUBSIDISED)
    recorded = case(grant, start, LEAVE, hours("2022-02-07", WEEKS), BACK)
    found = recorded.refunds(FEBRUARY, paid_hours="100")
    sick, subsidy = found.refunds
    refunded = dict(sick.result.by_day)
    assert ("sickness", scheme) == (sick.name, subsidy.name)
    assert subsidy.result == sk.wage_subsidy(
        sk.SubsidisedJob(
            target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay=SUBSIDISED.hourly_pay
        ),
        FEBRUARY,
        hours="100",
        refunded=refunded,
    )
    assert subsidy.result.reduction > 0
    # 100 hours over 20 days; three of them have a refund larger than their subsidy of 30.07
    assert Decimal(85) * Decimal("30.07") == subsidy.amount
    unknown = case(grant, start, event(events.SickLeaveStarted, "2022-01-03"))
    assert (
        scheme,
        "the refund of sickness benefit, by which the amount is reduced, is unresolved",
    ) in reason(unknown.refunds(FEBRUARY, paid_hours="100"))


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ([("2020-12-01", "52.03")], "5203.00"),
        ([("2020-12-01", None)], "2971.00"),
        ([("2020-10-01", None), ("2021-03-01", "52.03")], "5203.00"),
        ([("2020-12-01", None), ("2021-03-15", "52.03")], "changed within the month"),
    ],
)
def test_a_special_rate_comes_from_the_decision(rates, expected):
    scheme = "disability-pension-job"
    grants = [
        event(events.DecisionReceived, day, scheme=scheme, share=None, granted_rate=rate)
        for day, rate in rates
    ]
    start = event(events.SchemeStarted, "2020-12-01", scheme=scheme, terms=SUBSIDISED)
    recorded = case(*sorted([*grants, start], key=lambda one: one.on))
    found = recorded.refunds(Month(2021, 3), paid_hours="100")
    if expected[0].isdigit():
        assert Decimal(expected) == only(found).amount
    else:
        assert [(scheme, f"{expected}: the rate granted")] == reason(found)


@pytest.mark.parametrize(
    "field", ["paid_hours", "actual_pay", "assistance_hours", "assistance_rate"]
)
def test_what_no_job_needs_is_refused(field):
    with pytest.raises(InvalidInput) as caught:
        SICK.refunds(FEBRUARY, **{field: "100"})
    assert field == caught.value.field
    assert "None: there is no such job in 2022-02" in str(caught.value)


@pytest.mark.parametrize(
    ("given", "error", "field"),
    [
        ({"paid_hours": 1.5}, WrongType, "paid_hours"),
        ({"paid_hours": 721}, InvalidInput, "paid_hours"),
        ({"actual_pay": -1}, InvalidInput, "actual_pay"),
        ({"assistance_hours": -1}, InvalidInput, "hours"),
        ({"assistance_rate": 0}, InvalidInput, "assistance_rate"),
        ({"parameters": {}}, WrongType, "parameters"),
    ],
)
def test_bad_input_is_refused(given, error, field):
    with pytest.raises(error) as caught:
        FLEX.refunds(NOVEMBER, **given)
    assert field == caught.value.field


def test_a_month_is_a_month():
    with pytest.raises(WrongType) as caught:
        FLEX.refunds(date(2007, 11, 1))
    assert "month" == caught.value.field


def test_other_figures_can_be_used():
    reform = sk.PARAMETERS.amend(
        "sickness_benefit.employer_period", value=0, valid_from=date(2022, 1, 1), source="what-if"
    )
    assert only(SICK.refunds(FEBRUARY, parameters=reform)).amount > Decimal("2679.00")


@settings(max_examples=30)
@given(
    st.dictionaries(st.integers(1, 20), st.integers(4, 37), min_size=1),
    st.integers(5_000, 40_000),
    st.sampled_from([RefundBasis.ORDINARY, RefundBasis.SECTION_56]),
)
def test_the_days_of_a_month_add_up_to_the_month_and_months_to_the_absence(weeks, pay, basis):
    first = date(2022, 1, 3)
    given = {Week(2022, number): weeks.get(number, 0) for number in range(1, 21)}
    given[Week(2022, 1)] = 37
    recorded = case(
        agreed(),
        leave(basis, pay=Decimal(pay).scaleb(-2)),
        attrs.evolve(BACK, on=first + timedelta(weeks=20)),
        hours("2022-06-01", given),
    )
    months = [only(recorded.refunds(Month(2022, number))) for number in range(1, 6)]
    for month in months:
        assert isinstance(month.result, sk.SicknessMonth)
        assert month.amount == sum((amount for _, amount in month.result.by_day), Decimal(0))
    whole = sk.sickness_refund(
        sk.SicknessAbsence(
            first_day=first,
            contract_hours="37",
            hours=given,
            hourly_pay=Decimal(pay).scaleb(-2),
            paid_during_sickness=True,
            basis=basis,
        )
    )
    assert whole.amount == sum(month.amount for month in months)
