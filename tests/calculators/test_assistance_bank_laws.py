"""Laws of saved hours, against an account kept in fractions."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

FIRST = sk.Quarter(2023, 3)
shares = st.lists(
    st.tuples(st.integers(1, 3700).map(lambda whole: Decimal(whole) / 100), st.integers(0, 100)),
    min_size=1,
    max_size=8,
)


def filled(shares):
    """A bank in which each quarter uses so many per cent of what is available."""
    bank = sk.AssistanceBank.open(shares[0][0], FIRST)
    for weekly, percent in shares:
        bank = bank.change_hours(weekly, bank.next_quarter)
        hours = (bank.available * percent / 100).quantize(Decimal("0.01"), "ROUND_FLOOR")
        bank = bank.use(bank.next_quarter, hours)
    return bank


def shown(exact):
    """An exact number of hours in hundredths, halves away from zero."""
    return Decimal(int(exact * 100 + Fraction(1, 2))).scaleb(-2)


@given(shares)
def test_rows_are_those_of_an_account_in_fractions(shares):
    bank = filled(shares)
    saved = Fraction(0)
    quarter = FIRST
    for (weekly, _), use, row in zip(shares, bank.uses, bank.rows, strict=True):
        allowance = Fraction(20) * Fraction(weekly) / 37 * 13
        assert quarter == row.quarter
        assert shown(allowance) == row.allowance
        assert shown(saved) == row.brought_forward
        assert use.hours == row.used
        saved = saved + allowance - Fraction(use.hours)
        assert saved >= 0
        assert shown(saved) == row.saved
        quarter = quarter.next()
    assert shown(saved) == bank.saved


@given(shares)
def test_no_hour_is_lost_or_made(shares):
    bank = filled(shares)
    given = sum(Fraction(20, 37) * 13 * Fraction(weekly) for weekly, _ in shares)
    used = sum(Fraction(row.used) for row in bank.rows)

    assert abs(Fraction(bank.saved) - (given - used)) <= Fraction(1, 200)


@settings(max_examples=50)
@given(shares)
def test_a_hundredth_more_than_available_is_refused(shares):
    bank = filled(shares)
    quarter, available = bank.next_quarter, bank.available

    assert bank.use(quarter, available).saved < Decimal("0.02")
    with pytest.raises(sk.InvalidInput, match=f"at most {available},"):
        bank.use(quarter, available + Decimal("0.01"))


@given(shares)
def test_each_quarter_brings_forward_what_the_last_one_saved(shares):
    rows = filled(shares).rows

    assert [Decimal(0), *(row.saved for row in rows[:-1])] == [row.brought_forward for row in rows]


@settings(max_examples=20)
@given(shares)
def test_documents_redo(shares):
    redo(filled(shares).explanation.document())


@given(junk, junk, junk, junk)
def test_junk_is_refused_with_an_error_of_the_library(one, two, three, four):
    bank = sk.AssistanceBank.open("37", FIRST)
    for call in (
        lambda: sk.AssistanceBank.open(one, two, parameters=three),
        lambda: sk.AssistanceBank.open("37", two),
        lambda: sk.AssistanceBank.open("37", FIRST, parameters=three),
        lambda: bank.use(one, two),
        lambda: bank.use(FIRST, two),
        lambda: bank.change_hours(one, two),
        lambda: bank.change_hours("37", two),
        lambda: sk.AssistanceUse(quarter=one, weekly_hours=two, hours=three),
        lambda: sk.AssistanceUse(quarter=FIRST, weekly_hours="37", hours=three),
        lambda: sk.AssistanceBank(first_quarter=FIRST, weekly_hours="37", uses=four),
        lambda: sk.AssistanceBank(first_quarter=one, weekly_hours=two, uses=three, parameters=four),
    ):
        assert fits_or_is_refused(call, (sk.AssistanceBank, sk.AssistanceUse))
