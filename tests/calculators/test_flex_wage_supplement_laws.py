"""Laws of the flex wage supplement, and an oracle that works on fractions alone."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

# Highest supplement and threshold of some years.
YEARS = {2013: (17008, 13208), 2018: (18260, 14398), 2024: (19952, 16323), 2026: (21600, 17672)}
amounts = st.integers(1, 100_000_000).map(lambda whole: Decimal(whole) / 100)
usual = st.integers(1, 6_000_000).map(lambda whole: Decimal(whole) / 100)
pairs = st.one_of(st.tuples(usual, usual), st.tuples(amounts, amounts)).map(sorted)
months = st.builds(sk.Month, st.sampled_from(sorted(YEARS)), st.integers(1, 12))


def oracle(month, pay, full):
    """The supplement and its reduction, by the pay of the month before."""
    most, threshold = YEARS[month.year]
    pay, full = Fraction(pay), Fraction(full)
    reduction = Fraction(3, 10) * pay
    if pay > threshold:
        reduction += Fraction(1, 4) * (pay - threshold)
    exact = max(most - reduction, Fraction(0))
    if pay + exact > full:
        exact = max(full - pay, Fraction(0))
    if not pay:
        exact = Fraction(0)
    return Decimal(int(exact * 100 + Fraction(1, 2))).scaleb(-2), reduction


@settings(max_examples=200)
@given(months, pairs)
def test_supplement_is_that_of_the_oracle(month, pair):
    pay, full = pair
    amount, reduction = oracle(month, pay, full)

    result = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay
    )

    assert amount == result.amount
    assert pay + amount == result.total
    assert YEARS[month.year][0] == result.maximum
    assert abs(Fraction(result.reduction) - reduction) <= Fraction(1, 200)


@given(months, usual | st.just(Decimal(0)), usual, usual)
def test_the_pay_of_the_month_before_is_what_counts(month, pay, before, full):
    amount, _ = oracle(month, before, full)
    result = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full),
        month,
        pay=pay,
        deciding_pay=before,
    )
    assert (amount, pay + amount) == (result.amount, result.total)


@given(months, pairs)
def test_atp_and_what_is_paid_out_are_the_supplement(month, pair):
    pay, full = pair
    result = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay
    )
    if month.year < 2018:
        assert (None, None) == (result.atp, result.paid_out)
        return
    assert result.amount == result.atp + result.paid_out
    exact = min(Fraction(result.amount) / 20, Fraction(500))
    assert abs(Fraction(result.atp) - exact) <= Fraction(1, 200)


@given(months, pairs)
def test_pay_and_supplement_are_never_above_the_full_time_pay(month, pair):
    pay, full = pair

    assert (
        sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay
        ).total
        <= full
    )


@given(months, pairs)
def test_supplement_is_never_above_the_most_nor_below_nothing(month, pair):
    pay, full = pair
    result = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay
    )

    assert 0 <= result.amount <= result.maximum


@given(months, st.tuples(usual, usual, amounts).map(sorted))
def test_more_pay_never_gives_more_supplement_but_always_as_much_in_all(month, three):
    less, more, full = three
    low, high = (
        sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay
        )
        for pay in (less, more)
    )

    assert low.amount >= high.amount
    assert low.total <= high.total


@given(months, st.tuples(usual, usual, usual).map(sorted))
def test_a_higher_full_time_pay_never_gives_less(month, three):
    pay, less, more = three
    low, high = (
        sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay
        ).amount
        for full in (less, more)
    )

    assert low <= high


@settings(max_examples=30)
@given(months, pairs)
def test_documents_redo(month, pair):
    pay, full = pair

    redo(
        sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay
        ).explanation.document()
    )


@given(junk, junk, junk, junk, junk)
def test_junk_is_refused_with_an_error_of_the_library(one, two, three, four, five):
    month = sk.Month(2024, 3)
    for call in (
        lambda: sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=three),
            one,
            pay=two,
            parameters=four,
        ),
        lambda: sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="2"), one, pay="1"
        ),
        lambda: sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="2"), month, pay=two
        ),
        lambda: sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=three), month, pay="1"
        ),
        lambda: sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="2"),
            month,
            pay="1",
            parameters=four,
        ),
        lambda: sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="2"),
            month,
            pay="1",
            deciding_pay=five,
        ),
    ):
        assert fits_or_is_refused(call, sk.FlexWageSupplement)
