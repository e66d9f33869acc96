"""Laws of rounding, reading and writing numbers."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import Share
from socialkapitel.money import (
    MAX_AMOUNT,
    amount,
    decimal,
    hundredths,
    kroner,
    oere,
    round_half_away,
)

exacts = st.fractions() | st.builds(Fraction, st.integers(), st.sampled_from([2, 4, 200, 740]))
wholes = st.integers()
oerer = st.integers(0, MAX_AMOUNT * 100)
shares = st.integers(1, 999).flatmap(
    lambda lower: st.builds(Fraction, st.integers(1, lower), st.just(lower))
)


@given(exacts)
def test_rounding_moves_by_half_at_most(exact):
    assert abs(round_half_away(exact) - exact) <= Fraction(1, 2)


@given(wholes)
def test_ties_round_away_from_zero(whole):
    tie = whole + Fraction(1, 2)
    assert abs(round_half_away(tie)) == abs(tie) + Fraction(1, 2)


@given(exacts)
def test_rounding_is_symmetric(exact):
    assert -round_half_away(exact) == round_half_away(-exact)


@given(st.fractions(min_value=0), st.integers(0, 10**12))
def test_rounding_translates_by_whole_numbers(exact, whole):
    assert round_half_away(exact) + whole == round_half_away(exact + whole)


@given(wholes)
def test_rounding_keeps_whole_numbers(whole):
    assert whole == round_half_away(Fraction(whole))


@given(exacts, exacts)
def test_rounding_is_monotone(one, other):
    low, high = sorted((one, other))
    assert round_half_away(low) <= round_half_away(high)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=-(10**9)))
def test_rounding_is_the_half_up_of_decimal(value):
    expected = value.quantize(Decimal(1), ROUND_HALF_UP, Context(prec=400))
    assert expected == round_half_away(Fraction(value))


@given(exacts)
def test_kroner_move_by_half_an_oere_at_most(exact):
    assert abs(Fraction(kroner(exact)) - exact) <= Fraction(1, 200)


@given(oerer)
def test_oere_and_decimal_are_inverse(whole):
    assert whole == oere(decimal(whole))
    assert -2 == decimal(whole).as_tuple().exponent


@given(oerer)
def test_a_number_is_read_alike_from_text_decimal_and_int(whole):
    written = f"{whole // 100}.{whole % 100:02}"
    assert whole == hundredths(written, "pay", most=MAX_AMOUNT)
    assert whole == hundredths(Decimal(written), "pay", most=MAX_AMOUNT)
    assert whole - whole % 100 == hundredths(whole // 100, "pay", most=MAX_AMOUNT)


@given(oerer)
def test_reading_what_was_read_changes_nothing(whole):
    once = amount(decimal(whole), "pay")
    assert (once, str(once)) == (amount(once, "pay"), str(amount(str(once), "pay")))


@given(shares, st.integers())
def test_a_share_of_a_multiple_is_whole(fraction, times):
    share = Share(fraction)
    assert times * fraction.numerator == share.fraction * fraction.denominator * times


@given(shares)
def test_a_share_is_read_back_from_its_text(fraction):
    assert Share(fraction) == Share(str(Share(fraction)))
    assert Share(fraction) == eval(repr(Share(fraction)), {"Share": Share})


@given(shares, shares)
def test_shares_are_ordered_as_fractions(one, other):
    assert (one < other) == (Share(one) < Share(other))
