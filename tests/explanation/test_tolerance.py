"""How far a number may be changed: to where a condition turns, and not a hundredth further."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from explanation.examples import short
from payroll.paid_out import RESULTS, absence

import socialkapitel as sk
from socialkapitel.explanation.tolerance import Tolerance, _ends, tolerances


def test_numbers_are_free_where_no_condition_hangs_on_them():
    free = tolerances(sk.assistance_refund("43.7", hourly_rate="140.05").explanation)
    assert {
        "hours": Tolerance(Decimal("0.01"), Decimal("744.00")),
        "hourly_rate": Tolerance(Decimal("0.01"), Decimal("10000.00")),
    } == free


def test_hours_reach_to_where_the_band_of_the_atp_turns():
    job = sk.Flexjob(
        started_on=date(2003, 1, 1), share="2/3", starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="30", atp_class="A", other_contributions="0",
    )  # fmt: skip
    free = tolerances(sk.flexjob_refund(job, sk.Month(2006, 3)).explanation)

    # 27 hours a week are 117 a month, from which on the whole contribution is paid
    assert Tolerance(Decimal("27.00"), Decimal("37.00")) == free["weekly_hours"]
    assert Tolerance(Fraction(1, 2), Fraction(2, 3), only=True) == free["share"]


def test_ends_that_turn_a_condition_together_are_drawn_nearer():
    """Pay, contributions and hours hold the ceiling between them."""
    [pay] = {
        one.most
        for origin, one in tolerances(RESULTS["flexjob"]().explanation).items()
        if origin == "starting_pay"
    }
    assert Decimal("29600.00") < pay < Decimal("45000.00")


def test_a_number_is_left_out_where_drawing_nearer_does_not_help():
    free = tolerances(RESULTS["flexjob in a part of a month"]().explanation)
    assert {"share", "weekly_hours", "paid_hours", "starting_pay"} == set(free)


def test_a_part_of_a_result_asks_the_whole_again():
    free = tolerances(RESULTS["sickness in a month"]().explanation)
    assert {"hourly_pay", "hours[2024-W15]"} == set(free)


@pytest.mark.no_cover
def test_numbers_are_found_by_date():
    by_date = tolerances(RESULTS["sickness by date"]().explanation)
    assert "hours[2024-03-19]" in by_date


def test_numbers_are_found_in_sequences_and_in_whole_numbers():
    heads = sk.subsidised_places(75, "2019-12-31").explanation
    assert {"ordinary_employees": Tolerance(1, 100_000)} == tolerances(heads)
    months = [20] * 11 + [19]
    expanded = sk.net_expansion(
        "UNEMPLOYED_WITH_BENEFIT", "2021-03-01", ordinary_employees=months, employees_after=30,
        new_post=True,
    )  # fmt: skip
    assert "ordinary_employees[3]" in tolerances(expanded.explanation)


def test_numbers_are_found_in_mappings_and_in_parts_of_a_month():
    special = tolerances(RESULTS["wage subsidy, special rate"]().explanation)
    assert "refunded[2021-03-01]" in special
    changed = tolerances(RESULTS["flexjob whose terms change"]().explanation)
    assert {"share[2024-03-01]", "share[2024-03-15]"} <= set(changed)


def test_the_months_of_a_year_hang_together():
    job = sk.FlexjobSince2013(
        started_on="2019-11-04", ended_on="2020-02-14", full_time_pay="32066.67"
    )
    year = sk.flex_wage_year(job, 2020, pay="15600", pay_before="15000")
    assert {} == tolerances(year.explanation)


def test_nothing_is_free_in_what_was_read_or_is_a_judgement():
    found = sk.wire.from_json(sk.wire.to_json(short()), sk.Explanation)
    assert {} == tolerances(found)
    assert {} == tolerances(RESULTS["sickness within the employer period"]().explanation)


@pytest.mark.no_cover
def test_a_number_outside_its_ends_has_other_steps():
    """What is found of sickness: the answer to the changed question has the same steps."""
    explanation = RESULTS["sickness of 2012"]().explanation
    free = tolerances(explanation)
    ends = free["hours[2012-W19]"]
    base = {given.origin: given.value for given in explanation.givens}
    assert ends.least <= base["hours[2012-W19]"] <= ends.most

    def ids(hours):
        first = {date(2012, 4, 2): "7.4", date(2012, 4, 5): "7.4"}
        weeks = {sk.Week(2012, week): "37" for week in range(15, 21)}
        record = absence(
            first_day=date(2012, 4, 2), hours=first | weeks | {sk.Week(2012, 19): hours}
        )
        return [step.id for step in sk.sickness_refund(record).explanation.steps]

    known = [step.id for step in explanation.steps]
    assert known == ids(ends.least) == ids(ends.most)
    assert known != ids(ends.least - Decimal("0.01"))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 17])
def test_each_three_numbers_meet_at_all_their_ends(count):
    rows = list(_ends(count))
    assert [False] * count in rows
    assert [True] * count in rows
    places = range(count)
    for one in places:
        for two in places:
            for three in places:
                met = {(row[one], row[two], row[three]) for row in rows}
                assert 2 ** len({one, two, three}) == len(met)


def test_no_numbers_have_no_ends():
    assert [] == list(_ends(0))
