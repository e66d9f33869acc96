"""Laws of assistance hours and refunds, and an oracle that works on fractions alone."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

DAY = date(2024, 3, 1)
HALF = Fraction(1, 200)
weekly_hours = st.integers(1, 3700).map(lambda whole: Decimal(whole) / 100)
hours = st.integers(0, 1_000_000).map(lambda whole: Decimal(whole) / 100)
rates = st.integers(1, 1_000_000).map(lambda whole: Decimal(whole) / 100)


@given(weekly_hours)
def test_allowance_is_twenty_thirty_sevenths_rounded_at_most_half_a_hundredth(weekly):
    exact = Fraction(20, 37) * Fraction(weekly)

    allowance = sk.assistance_allowance(weekly, DAY)

    assert abs(Fraction(allowance.hours) - exact) <= HALF
    assert abs(Fraction(allowance.quarter_hours) - 13 * exact) <= HALF


@given(weekly_hours, weekly_hours)
def test_more_hours_never_give_less_assistance(one, other):
    low, high = (sk.assistance_allowance(weekly, DAY) for weekly in sorted([one, other]))

    assert low.hours <= high.hours
    assert low.quarter_hours <= high.quarter_hours


@given(weekly_hours)
def test_allowance_is_never_above_the_most(weekly):
    assert sk.assistance_allowance(weekly, DAY).hours <= 20


@given(hours, rates)
def test_refund_is_the_product_rounded_half_away(worked, rate):
    exact = Fraction(worked) * Fraction(rate)

    amount = Fraction(sk.assistance_refund(worked, hourly_rate=rate).amount)

    assert abs(amount - exact) <= HALF
    assert amount >= exact or abs(amount - exact) < HALF


@given(hours, hours, rates)
def test_more_hours_never_give_less_refund(one, other, rate):
    low, high = (
        sk.assistance_refund(worked, hourly_rate=rate).amount for worked in sorted([one, other])
    )

    assert low <= high


@given(st.integers(0, 10_000), rates)
def test_whole_hours_scale_the_rate_exactly(worked, rate):
    assert worked * rate == sk.assistance_refund(worked, hourly_rate=rate).amount


@settings(max_examples=30)
@given(weekly_hours, hours, rates)
def test_documents_redo(weekly, worked, rate):
    redo(sk.assistance_allowance(weekly, DAY).explanation.document())
    redo(sk.assistance_refund(worked, hourly_rate=rate).explanation.document())


@given(junk, junk, junk)
def test_junk_is_refused_with_an_error_of_the_library(one, two, three):
    for call in (
        lambda: sk.assistance_allowance(one, two, parameters=three),
        lambda: sk.assistance_allowance("30", DAY, parameters=three),
        lambda: sk.assistance_allowance("30", two),
        lambda: sk.assistance_refund(one, hourly_rate=two, on=three),
        lambda: sk.assistance_refund("10", hourly_rate=two),
        lambda: sk.assistance_refund("10", on=three),
        lambda: sk.assistance_refund("10", hourly_rate="100", parameters=three),
    ):
        assert fits_or_is_refused(call, sk.Explained)


@pytest.mark.parametrize("parameters", ["", 0, (), {}])
def test_parameters_of_another_kind_are_refused(parameters):
    with pytest.raises(sk.WrongType, match="parameters"):
        sk.assistance_allowance("30", DAY, parameters=parameters)
