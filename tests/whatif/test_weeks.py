"""A timeline week by week: its weeks are the whole of it, and amounts stand in their weeks."""

from datetime import date
from decimal import Decimal
from functools import cache

import attrs
import pytest
from whatif.what_if_cases import JOB, NEW_FLEXJOB, WORK, absence, leave

import socialkapitel as sk
from socialkapitel import whatif
from socialkapitel.whatif import Measure

JANUARY, DECEMBER = sk.Month(2024, 1), sk.Month(2024, 12)
OLD = sk.FlexjobWork(
    job=JOB,
    pay="32066.67",
    contributions="198",
    absence=absence(basis=sk.RefundBasis.FLEXJOB),
)
NEW = sk.FlexjobSince2013Work(
    job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
    pay="15600",
    contributions="66",
    absence=absence(
        basis=sk.RefundBasis.FLEXJOB_SINCE_2013,
        contract_hours="18",
        hours={sk.Week(2024, number): "18" for number in range(2, 27)},
    ),
)
SUBSIDISED = sk.SubsidisedWork(
    job=sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="185"),
    hours="65",
    pay="12025",
    contributions="66",
)
PLANS = {
    "work": WORK,
    "leave": leave(),
    "without pay": attrs.evolve(leave(paid_during_sickness=False), pay="3000"),
    "section 56": leave(basis=sk.RefundBasis.SECTION_56),
    "old flexjob": OLD,
    "new flexjob": NEW,
    "subsidised": SUBSIDISED,
    "change": {JANUARY: leave(), sk.Month(2024, 4): NEW_FLEXJOB},
}


@cache
def by_month():
    return whatif.timeline(PLANS, JANUARY, DECEMBER)


@cache
def by_week():
    return by_month().by_week()


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("measure", Measure)
def test_the_weeks_of_the_year_are_the_months_of_it(plan, measure):
    months, weeks = (
        [row.in_all(measure) for row in found.planned if row.plan == plan]
        for found in (by_month(), by_week())
    )

    assert months[-1] == weeks[-1]
    assert months[2] == weeks[12]  # Week 13 ends on 31 March


def week(plan, number):
    [row] = [
        row for row in by_week().planned if (row.plan, row.week) == (plan, sk.Week(2024, number))
    ]
    return row


def test_refunds_are_in_their_weeks_and_work_where_it_is_done():
    assert Decimal(0) == week("leave", 10).work_done
    assert week("leave", 1).cost == week("leave", 1).work_done
    waiting, refunded = week("leave", 3), week("leave", 8)
    assert refunded.cost < waiting.cost
    assert refunded.cost_less_work == refunded.cost
    refund = sk.sickness_refund(leave().absence)
    row = next(row for row in refund.weeks if row.week == sk.Week(2024, 8))
    paid = 29850 * 5 / Decimal(21)
    assert abs(refunded.cost - (paid - row.amount - row.supplement)) < Decimal("0.05")


def test_the_benefit_of_an_employee_without_pay_is_in_its_weeks():
    waiting, after = (week("without pay", number) for number in (3, 8))
    [third, eighth] = [
        row
        for row in sk.sickness_refund(PLANS["without pay"].absence).weeks
        if row.week.week in {3, 8}
    ]

    assert Decimal("1000.00") > waiting.income - third.employer_benefit >= 0
    assert Decimal("1000.00") > after.income - eighth.benefit >= 0
    assert third.employer_benefit <= waiting.cost
    assert after.cost < Decimal("1000.00")


def test_a_week_that_lies_in_two_years_has_the_days_of_the_months_asked():
    first, *_, last = [row for row in by_week().planned if row.plan == "work"]

    assert (sk.Week(2024, 1), date(2024, 1, 7)) == (first.week, first.last_day)
    assert (sk.Week(2025, 1), date(2024, 12, 31)) == (last.week, last.last_day)
    assert (sk.Week(2024, 1), "work") == (first.when, first.plan)


def test_weeks_after_the_last_recorded_one_are_not_known():
    plans = {"open": leave(days=None, hours={sk.Week(2024, n): "37" for n in range(2, 28)})}
    found = whatif.timeline(plans, JANUARY, DECEMBER).by_week()

    assert 27 == len([cost for cost in found["cost"] if cost is not None])
    assert None is found["cost"][27] is found["cost_in_all"][27] is found["cost_less_work"][27]
    assert "Not known after 7 July 2024" in str(found)


def test_a_plan_overtakes_in_a_week():
    [found] = [
        each
        for each in by_week().overtakings
        if (each.measure, each.above, each.below) == (Measure.COST, "leave", "change")
    ]

    assert sk.Month(2024, 8) == sk.Month.of(found.when.monday)
    assert str(found.text).startswith("From 2024-W")


def test_where_the_work_done_is_not_known_it_is_not_known_by_week():
    told = sk.FlexjobWork(
        job=JOB, pay="32066.67", contributions="0", sickness_benefit={date(2024, 3, 4): "500"}
    )
    found = whatif.timeline({"told": told}, sk.Month(2024, 3), sk.Month(2024, 3))

    assert not found.loses_work
    assert {None} == set(found.by_week()["work_done"]) == set(found.by_week()["cost_less_work"])


def test_a_month_without_planned_hours_is_divided_evenly():
    away = dict.fromkeys((date(2024, 1, 1),), "0")
    rota = sk.Schedule.rota(
        {date(2024, 1, 8) + (date(2024, 1, 9) - date(2024, 1, 8)) * n: "7.4" for n in range(5)}
        | {date(2024, 2, 29): "0"},
        norm_hours="37",
    )
    assert away
    record = absence(contract_hours=None, schedule=rota, hours={sk.Week(2024, 2): "37"}, days=None)
    plan = sk.SickLeave(pay="29660", contributions="190", absence=record)
    found = whatif.timeline({"rota": plan}, sk.Month(2024, 2), sk.Month(2024, 2)).by_week()

    assert Decimal("29850.00") == found["cost_in_all"][-1]


def test_the_table_and_its_plans():
    assert tuple(PLANS) == by_week().plans
    assert by_month().months == by_week().months
    assert by_month().employer_periods == by_week().employer_periods
    assert "week" in by_week().names
    assert by_week().loses_work is by_month().loses_work is True


def test_a_measure_that_is_none():
    with pytest.raises(sk.WrongType, match="measure: 'cost'"):
        by_week().chart(measure="cost")
