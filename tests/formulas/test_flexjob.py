"""The flexjob formulas come out alike for whole numbers and for columns, within 53 bits."""

from fractions import Fraction
from functools import partial

from formulas.columns import computed, pick
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import flexjob as formulas

FULL_TIME = 3700
MONTH = 16033
MOST_AMOUNT = 100_000_000
MOST_HOURLY = 1_000_000
EXACT = 2**53

amounts = st.integers(1, MOST_AMOUNT)
weekly = st.integers(1, FULL_TIME)
shares = st.sampled_from([(1, 2), (2, 3)])


def lists(*columns):
    return st.lists(st.tuples(*columns), min_size=1, max_size=20)


def monthly_refund(pay, hours, contributions, share):
    over = formulas.over(FULL_TIME)
    return formulas.refund(formulas.pay_part(pay, hours), contributions, share, over)


def hourly_refund(rate, hours, contributions, share):
    over = formulas.over(FULL_TIME, 100)
    return formulas.refund(formulas.pay_part(rate * MONTH, hours), contributions, share, over)


@given(lists(amounts, weekly, amounts), shares)
def test_the_refund_of_monthly_pay(rows, share):
    formula = partial(monthly_refund, share=share)
    expected = [
        int(Fraction(*share) * (Fraction(pay * hours, FULL_TIME) + other) + Fraction(1, 2))
        for pay, hours, other in rows
    ]
    assert expected == [formula(*row) for row in rows]
    assert expected == computed(rows, ["pay", "hours", "other"], formula)


@given(lists(st.integers(1, MOST_HOURLY), weekly, amounts), shares)
def test_the_refund_of_hourly_pay(rows, share):
    formula = partial(hourly_refund, share=share)
    expected = [
        int(
            Fraction(*share) * (Fraction(rate * MONTH * hours, 100 * FULL_TIME) + other)
            + Fraction(1, 2)
        )
        for rate, hours, other in rows
    ]
    assert expected == [formula(*row) for row in rows]
    assert expected == computed(rows, ["rate", "hours", "other"], formula)


@given(lists(st.integers(1, 10 * MOST_AMOUNT), weekly))
def test_the_ceiling_for_the_hours(rows):
    over = formulas.over(FULL_TIME)
    found = computed(rows, ["ceiling", "hours"], formulas.ceiling_part)
    assert [formulas.ceiling_part(*row) for row in rows] == found
    assert [Fraction(ceiling, 12) * hours / FULL_TIME for ceiling, hours in rows] == [
        Fraction(part, over) for part in found
    ]


def test_the_ceiling_for_monthly_pay_is_a_twelfth():
    part = formulas.ceiling_part(46_659_400, 1850)
    assert Fraction(46_659_400, 24) == Fraction(part, formulas.over(FULL_TIME))


@given(lists(amounts, st.integers(20, 23), st.integers(0, MOST_AMOUNT)))
def test_a_day_is_set_off_to_nothing_at_most(rows):
    formula = partial(formulas.day_set_off, pick=pick)
    expected = [min(benefit, Fraction(gross, days)) * days for gross, days, benefit in rows]
    assert expected == [formulas.day_set_off(*row) for row in rows]
    assert expected == computed(rows, ["gross", "days", "benefit"], formula)


@given(lists(amounts, st.integers(20, 23), st.fractions(0, 1)))
def test_what_is_left_is_rounded_once(rows):
    rows = [(gross, days, int(gross * days * part)) for gross, days, part in rows]
    expected = [
        int(Fraction(gross * days - taken, days) + Fraction(1, 2)) for gross, days, taken in rows
    ]
    assert expected == [formulas.after_set_off(*row) for row in rows]
    assert expected == computed(rows, ["gross", "days", "taken"], formulas.after_set_off)


def test_nothing_exceeds_53_bits():
    """The largest value on the way is the doubled numerator of the rounding."""
    for scale, pay in ((1, MOST_AMOUNT), (100, MOST_HOURLY * MONTH)):
        over = formulas.over(FULL_TIME, scale)
        part = formulas.pay_part(pay, FULL_TIME)
        contributions = 2 * MOST_AMOUNT
        assert 2 * 2 * (part + contributions * over) + 3 * over < EXACT
        assert formulas.ceiling_part(10 * MOST_AMOUNT, FULL_TIME) * scale < EXACT
    assert 2 * MOST_AMOUNT * 3 * 23 + 23 < EXACT
