"""Choosing and rounding come out alike for whole numbers and for columns."""

from fractions import Fraction
from functools import partial
from math import ceil

from formulas.columns import computed, pick
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas.arithmetic import half_up, less_at_least_zero, smaller, up

wholes = st.integers(0, 2**50)
pairs = st.lists(st.tuples(wholes, wholes), min_size=1, max_size=20)
quotients = st.lists(
    st.tuples(st.integers(0, 2**50), st.integers(1, 2**20)), min_size=1, max_size=20
)


@given(pairs)
def test_the_smaller_of_two(rows):
    expected = [min(row) for row in rows]
    assert expected == [smaller(*row) for row in rows]
    assert expected == computed(rows, "ab", partial(smaller, pick=pick))


@given(pairs)
def test_a_difference_is_at_least_zero(rows):
    expected = [max(a - b, 0) for a, b in rows]
    assert expected == [less_at_least_zero(*row) for row in rows]
    assert expected == computed(rows, "ab", partial(less_at_least_zero, pick=pick))


@given(quotients)
def test_halves_go_up(rows):
    expected = [int(Fraction(a, b) + Fraction(1, 2)) for a, b in rows]
    assert expected == [half_up(*row) for row in rows]
    assert expected == computed(rows, "ab", half_up)


@given(quotients)
def test_rounding_up(rows):
    expected = [ceil(Fraction(a, b)) for a, b in rows]
    assert expected == [up(*row) for row in rows]
    assert expected == computed(rows, "ab", up)
