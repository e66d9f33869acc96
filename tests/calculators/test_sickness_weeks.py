"""What a week gives: other jobs, and how its hours are shown."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from calculators.sickness_cases import SECTION_56, caveat, codes, findings, refund, weeks
from redoing import redo

import socialkapitel as sk

D = Decimal
WEEK = sk.Week(2022, 20)


def job(own, others, **changes):
    """A full week of absence in 2022 from one of several jobs, at more than the maximum."""
    facts = {
        "first_day": WEEK.monday,
        "contract_hours": own,
        "hours": {WEEK: own},
        "hours_in_other_jobs": {WEEK: others},
        "basis": SECTION_56,
    }
    return refund(**{**facts, **changes})


def test_three_employers_share_the_weekly_maximum():
    # borger.dk: 15, 5 and 25 hours in 2022 give 4465 kroner in all
    parts = [job("15", "30"), job("5", "40"), job("25", "20")]
    assert [D("1488.33"), D("496.11"), D("2480.56")] == [part.amount for part in parts]
    assert D("4465.00") == sum(part.amount for part in parts)


def test_the_part_is_explained():
    result = job("15", "30")
    redo(result.explanation.document())
    [step] = findings(result, "sickness.benefit")
    assert "min(hours * rate, maximum * hours / (hours + others))" == step.expression
    assert D("30.00") == dict(step.operands)["others"].value
    assert "Absence hours in other jobs in 2022-W20" == str(dict(step.operands)["others"].label)
    assert "maternity benefit" in caveat(result, "maximum-shared-by-hours")


def test_as_long_as_all_jobs_are_at_most_full_time_nothing_is_shared():
    assert job("15", "22").amount == job("15", "0").amount == D("1810.14")
    assert D("1810.14") > job("15", "22.01").amount


def test_nothing_is_said_of_a_share_where_there_is_none():
    for result in (job("15", "0"), refund()):
        assert "maximum-shared-by-hours" not in codes(result)


def test_full_time_of_fewer_hours_shares_sooner():
    result = job("15", "22", full_time_hours="34")
    assert D("1810.14") == result.amount  # 15 of 37 hours of 4465
    alone = job("15", "0", full_time_hours="34")
    assert D("1969.85") == alone.amount  # 15 × 4465 / 34


def test_hours_in_other_jobs_by_date():
    others = {date(2022, 5, 16): "10", date(2022, 5, 20): "20"}
    result = job("15", "0", hours_in_other_jobs=others)
    assert D("1488.33") == result.amount
    [step] = findings(result, "sickness.other_hours")
    assert "day_1 + day_5" == step.expression
    assert step.source.practice


def test_hours_in_other_jobs_are_divided_as_the_week_is():
    # the employer period ends on Tuesday 1 February: three days of five
    others = {sk.Week(2022, number): "20" for number in range(1, 6)}
    result = refund(hours=weeks(2022, 1, 5, "37"), hours_in_other_jobs=others)
    [step] = findings(result, "sickness.other_hours")
    assert ("hours * days / weekdays", Fraction(12)) == (step.expression, step.value)
    # 22.2 of 34.2 hours; less than the hours' own 2679
    assert D("2679.00") == result.amount
    redo(result.explanation.document())


def test_hours_in_other_jobs_of_whole_weeks():
    others = {sk.Week(2022, number): "37" for number in range(1, 7)}
    result = refund(hours_in_other_jobs=others)
    assert [D("2232.50"), D("2232.50")] == [week.amount for week in result.weeks[4:]]


@pytest.mark.parametrize("others", ["0", "8"])
def test_a_week_without_refund_asks_nothing_of_other_jobs(others):
    given = dict.fromkeys(weeks(2022, 1, 2, "37"), others)
    result = refund(hours=weeks(2022, 1, 2, "37"), hours_in_other_jobs=given)
    assert D("0.00") == result.amount
    assert [] == findings(result, "sickness.other_hours")


def test_other_jobs_on_days_before_the_refund():
    others = {
        **{sk.Week(2022, number): "20" for number in range(1, 5)},
        date(2022, 1, 31): "10",
        date(2022, 2, 3): "0",
    }
    result = refund(hours=weeks(2022, 1, 5, "37"), hours_in_other_jobs=others)
    assert D("2679.00") == result.amount
    assert [] == findings(result, "sickness.other_hours")
