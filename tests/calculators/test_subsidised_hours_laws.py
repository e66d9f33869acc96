"""Laws of the hours in a public job with wage subsidy, and an oracle on fractions."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

SINCE, BEFORE = date(2018, 3, 1), date(2010, 3, 1)
MOST = 18633
benefits = st.integers(1, MOST * 100).map(lambda oere: Decimal(oere) / 100)
any_benefits = st.integers(1, 100_000_000).map(lambda oere: Decimal(oere) / 100)
pays = st.integers(1, 1_000_000).map(lambda oere: Decimal(oere) / 100)
usual = st.tuples(
    st.integers(200_000, 450_000).map(lambda oere: Decimal(oere) / 100),
    st.integers(9_000, 15_000).map(lambda oere: Decimal(oere) / 100),
)


def since(benefit):
    return sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, SINCE, monthly_benefit=benefit)


def weekly_before(benefit, pay):
    return sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, BEFORE, weekly_benefit=benefit, hourly_pay=pay
    )


@given(benefits)
def test_hours_are_what_fractions_give(benefit):
    assert ceil(Fraction(benefit) / MOST * 37) == since(benefit).hours


@given(st.integers(1, 37))
def test_whole_parts_of_the_highest_benefit_need_no_rounding(hours):
    # 37 parts of a maximum that 37 divides
    reform = sk.PARAMETERS.amend(
        "unemployment_benefit.max_monthly", value=37 * 500, valid_from=SINCE, source="a proposal"
    )

    result = sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, SINCE, monthly_benefit=hours * 500, parameters=reform
    )

    assert hours == result.hours


@given(benefits)
def test_hours_are_whole_above_zero_and_never_above_full_time(benefit):
    hours = since(benefit).hours

    assert hours == int(hours)
    assert 1 <= hours <= 37


@given(benefits, benefits)
def test_a_higher_benefit_never_gives_fewer_hours(one, other):
    low, high = (since(benefit).hours for benefit in sorted([one, other]))

    assert low <= high


@given(usual | st.tuples(any_benefits, pays))
def test_hours_before_2015_are_what_fractions_give(case):
    benefit, pay = case
    week = min(Fraction(benefit) / Fraction(pay), Fraction(37))
    month = min(Fraction(benefit) * 12 / 52 / Fraction(pay), Fraction(37))

    by_month = sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, BEFORE, monthly_benefit=benefit, hourly_pay=pay
    )

    assert Fraction(floor(week * 100), 100) == Fraction(weekly_before(benefit, pay).hours)
    assert Fraction(floor(month * 100), 100) == Fraction(by_month.hours)


@given(usual)
def test_pay_before_2015_stays_within_the_benefit_by_less_than_a_hundredth_of_an_hour(case):
    benefit, pay = case

    hours = weekly_before(benefit, pay).hours

    assert hours * pay <= benefit
    assert hours == 37 or benefit < (hours + Decimal("0.01")) * pay


@given(usual, pays)
def test_a_higher_pay_before_2015_never_gives_more_hours(case, other):
    benefit, pay = case
    more, fewer = (weekly_before(benefit, rate).hours for rate in sorted([pay, other]))

    assert fewer <= more


@given(benefits, usual)
def test_the_explanation_redone_gives_the_hours(benefit, case):
    for result in (since(benefit), weekly_before(*case)):
        document = json.loads(json.dumps(result.explanation.document()))
        redo(document)
        assert str(result.hours) == document["steps"][-1]["value"]


@given(junk, junk, junk, junk, junk)
def test_junk_is_refused_with_an_error_of_the_library(one, two, three, four, five):
    for on, benefit, pay, figures in [
        (one, {"weekly_benefit": two, "monthly_benefit": three}, four, five),
        (SINCE, {"monthly_benefit": two}, None, None),
        (SINCE, {"monthly_benefit": 1}, three, None),
        (SINCE, {"monthly_benefit": 1}, None, five),
        (BEFORE, {"weekly_benefit": two}, three, None),
    ]:
        kind = sk.BenefitKind.FULL_TIME_INSURED
        call = partial(sk.subsidised_hours, kind, on, **benefit, hourly_pay=pay, parameters=figures)
        assert fits_or_is_refused(call, sk.SubsidisedHours)
    for kind in (two, sk.BenefitKind.CASH_BENEFIT):
        call = partial(
            sk.subsidised_hours, kind, SINCE, monthly_benefit=three, special_support=four
        )
        assert fits_or_is_refused(call, sk.SubsidisedHours)
