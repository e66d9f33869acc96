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
rates = st.integers(1, MOST_HOURLY)
weekly = st.integers(1, FULL_TIME)
paid = st.integers(0, 74_400)
shares = st.sampled_from([(1, 2), (2, 3)])


def lists(*columns):
    return st.lists(st.tuples(*columns), min_size=1, max_size=20)


def exact_refund(share, parts):
    return int(Fraction(*share) * parts + Fraction(1, 2))


@given(lists(amounts, weekly, amounts, amounts), shares)
def test_the_refund_of_monthly_pay(rows, share):
    def refund(pay, hours, other, yearly, pick=formulas.pick):
        over = formulas.month_over(FULL_TIME)
        part, ceiling = formulas.month_pay(pay, hours), formulas.month_ceiling(yearly, hours)
        return formulas.refund(formulas.basis(part, other, over, ceiling, pick), share, over)

    expected = [
        exact_refund(
            share,
            min(Fraction(pay * hours, FULL_TIME) + other, Fraction(yearly * hours, 12 * FULL_TIME)),
        )
        for pay, hours, other, yearly in rows
    ]
    assert expected == [refund(*row) for row in rows]
    assert expected == computed(
        rows, ["pay", "hours", "other", "yearly"], partial(refund, pick=pick)
    )


@given(lists(rates, weekly, amounts, rates), shares)
def test_the_refund_of_hourly_pay_in_a_whole_month(rows, share):
    def refund(rate, hours, other, hourly, pick=formulas.pick):
        over = formulas.norm_over(FULL_TIME)
        part, ceiling = (formulas.norm_part(each, MONTH, hours) for each in (rate, hourly))
        return formulas.refund(formulas.basis(part, other, over, ceiling, pick), share, over)

    month = Fraction(MONTH, 100 * FULL_TIME)
    expected = [
        exact_refund(share, min(rate * month * hours + other, hourly * month * hours))
        for rate, hours, other, hourly in rows
    ]
    assert expected == [refund(*row) for row in rows]
    assert expected == computed(
        rows, ["rate", "hours", "other", "hourly"], partial(refund, pick=pick)
    )


@given(lists(rates, paid, amounts, rates), shares)
def test_the_refund_of_hourly_pay_for_paid_hours(rows, share):
    def refund(rate, hours, other, hourly, pick=formulas.pick):
        part, ceiling = (formulas.paid_part(each, hours) for each in (rate, hourly))
        return formulas.refund(formulas.basis(part, other, 100, ceiling, pick), share, 100)

    expected = [
        exact_refund(share, min(Fraction(rate * hours, 100) + other, Fraction(hourly * hours, 100)))
        for rate, hours, other, hourly in rows
    ]
    assert expected == [refund(*row) for row in rows]
    assert expected == computed(
        rows, ["rate", "hours", "other", "hourly"], partial(refund, pick=pick)
    )


@given(lists(paid, weekly))
def test_paid_hours_as_a_part_of_a_month(rows):
    def part(hours, weekly, place, pick=formulas.pick):
        return formulas.paid_part_of_month(hours, MONTH, weekly, FULL_TIME, pick)[place]

    for place in (0, 1):
        found = computed(rows, ["hours", "weekly"], partial(part, place=place, pick=pick))
        assert found == [part(*row, place) for row in rows]
    for hours, weekly in rows:
        number, of = formulas.paid_part_of_month(hours, MONTH, weekly, FULL_TIME)
        assert min(Fraction(hours, MONTH), Fraction(weekly, FULL_TIME)) == Fraction(number, of)


@given(amounts, amounts, st.integers(1, 10), amounts)
def test_a_ceiling_on_pay_alone_never_gives_less(pay, other, over, ceiling):
    together = formulas.basis(pay, other, over, ceiling)
    alone = formulas.basis_by_pay(pay, other, over, ceiling)
    assert together <= alone
    assert (together == alone) == (pay + other * over <= ceiling)


def test_the_ceiling_for_monthly_pay_is_a_twelfth():
    part = formulas.month_ceiling(46_659_400, 1850)
    assert Fraction(46_659_400, 24) == Fraction(part, formulas.month_over(FULL_TIME))


@given(lists(amounts, st.integers(20, 23), st.integers(0, MOST_AMOUNT)))
def test_a_day_is_set_off_to_nothing_at_most(rows):
    formula = partial(formulas.day_reduction, pick=pick)
    expected = [min(benefit, Fraction(gross, days)) * days for gross, days, benefit in rows]
    assert expected == [formulas.day_reduction(*row) for row in rows]
    assert expected == computed(rows, ["gross", "days", "benefit"], formula)


@given(lists(amounts, st.integers(20, 23), st.fractions(0, 2)))
def test_what_is_left_is_rounded_once_and_not_below_nothing(rows):
    rows = [(gross, days, int(gross * days * part)) for gross, days, part in rows]
    expected = [
        int(max(Fraction(gross * days - taken, days), 0) + Fraction(1, 2))
        for gross, days, taken in rows
    ]
    formula = partial(formulas.after_reduction, pick=pick)
    assert expected == [formulas.after_reduction(*row) for row in rows]
    assert expected == computed(rows, ["gross", "days", "taken"], formula)


def test_nothing_exceeds_53_bits():
    """The largest value on the way is the doubled numerator of the rounding."""
    number, of = formulas.paid_part_of_month(MONTH, MONTH, FULL_TIME, FULL_TIME)
    kinds = [
        (formulas.month_over(FULL_TIME), formulas.month_pay(MOST_AMOUNT, FULL_TIME)),
        (formulas.norm_over(FULL_TIME), formulas.norm_part(MOST_HOURLY, MONTH, FULL_TIME)),
        (100, formulas.paid_part(MOST_HOURLY, 74_400)),
        (100 * of, MOST_AMOUNT * number * 100),
    ]
    contributions = 2 * MOST_AMOUNT
    for over, part in kinds:
        assert 2 * 2 * (part + contributions * over) + 3 * over < EXACT
    assert formulas.month_ceiling(10 * MOST_AMOUNT, FULL_TIME) * 100 < EXACT
    assert 2 * 2 * formulas.paid_part(MOST_HOURLY, 74_400) * MONTH + 3 * 100 * MONTH < EXACT
    assert 2 * MOST_AMOUNT * 3 * 23 + 23 < EXACT
