from datetime import date, timedelta

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import sickness as formulas

MONDAY = date(2022, 1, 31).toordinal()


def column_pick(condition, then, otherwise):
    return nw.when(condition).then(then).otherwise(otherwise)


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(-30, 5), (-1, 5), (0, 5), (1, 4), (2, 3), (3, 2), (4, 1), (5, 0), (6, 0), (7, 0), (40, 0)],
)
def test_weekdays_on_or_after_a_day(offset, expected):
    assert expected == formulas.weekdays_from(MONDAY + offset, MONDAY)


@given(st.integers(-20, 20))
def test_weekdays_from_counts_what_the_calendar_counts(offset):
    day = date.fromordinal(MONDAY + offset)
    week = [date.fromordinal(MONDAY) + timedelta(days=number) for number in range(5)]
    assert len([weekday for weekday in week if weekday >= day]) == formulas.weekdays_from(
        day.toordinal(), MONDAY
    )


@pytest.mark.parametrize(
    ("hours", "contract", "weekdays", "expected"),
    [
        (350, 350, 5, True),
        (349, 350, 5, False),
        (740, 3700, 1, True),
        (739, 3700, 1, False),
        (2220, 3700, 3, True),
        (2219, 3700, 3, False),
    ],
)
def test_whole_absence(hours, contract, weekdays, expected):
    assert expected is formulas.whole_absence(hours, contract, weekdays)


def test_hourly_rate_is_pay_less_contribution_up_to_the_maximum():
    assert 18500 * 9200 == formulas.hourly_rate(18500, 800, 20000)
    assert 12068 * 10_000 == formulas.hourly_rate(18500, 800, 12068)
    assert 12689 == formulas.shown_rate(formulas.hourly_rate(13792, 800, 13000))  # 126.8864


@pytest.mark.parametrize(
    ("hours", "days", "spread", "expected"),
    [(1000, 1, 3, 333), (1000, 2, 3, 667), (3700, 3, 5, 2220), (1, 1, 2, 1), (5, 1, 5, 1)],
)
def test_hours_are_shown_in_hundredths(hours, days, spread, expected):
    assert expected == formulas.refundable_hours(hours, days, spread)


def test_benefit_is_rounded_once_half_an_oere_up():
    # a hundredth of an hour at 0.50 kr. is half an øre
    assert 1 == formulas.benefit(1, 1, 1, 50 * 10_000, 446500)
    assert 0 == formulas.benefit(1, 1, 1, 50 * 10_000 - 1, 446500)
    # 30 hours over three days, one of which gives benefit
    assert 120680 == formulas.benefit(3000, 1, 3, 12068 * 10_000, 446500)


def test_benefit_stops_at_the_weekly_maximum():
    assert 446500 == formulas.benefit(3700, 5, 5, 12068 * 10_000, 446500)
    assert 446500 == formulas.benefit(3700, 1, 1, 12068 * 10_000, 446500)
    assert 446516 == formulas.benefit(3700, 5, 5, 12068 * 10_000, 446517)


def test_refund_is_at_most_the_pay_for_the_same_hours():
    # no contribution could make it so today: the rate stands above the pay here
    assert 100_000 == formulas.refund(1000, 5, 5, 12068 * 10_000, 446500, 10_000)
    assert 40_000 == formulas.refund(1000, 2, 5, 12068 * 10_000, 446500, 10_000)
    assert 120_680 == formulas.refund(1000, 5, 5, 12068 * 10_000, 446500, 13_000)
    assert 446_500 == formulas.refund(3700, 5, 5, 12068 * 10_000, 446500, 13_000)


@pytest.mark.parametrize(
    ("refund", "percentage", "expected"),
    [(446500, 90, 4000), (362040, 90, 3300), (5000, 100, 100), (4999, 100, 0), (0, 90, 0)],
)
def test_supplement_is_in_whole_kroner(refund, percentage, expected):
    assert expected == formulas.supplement(refund, percentage)


rows = st.lists(
    st.tuples(
        st.integers(MONDAY - 40, MONDAY + 6),  # the spell's first day
        st.integers(0, 60),  # days until the refund begins
        st.integers(0, 3700),
        st.integers(1, 3700),
        st.integers(1, 1_000_000),
        st.integers(9005, 13743),
        st.integers(0, 330),
    ).filter(lambda row: row[0] <= MONDAY + 4),
    min_size=1,
    max_size=20,
)
NAMES = ("first_day", "wait", "hours", "contract", "pay", "maximum", "percentage")


def week(first_day, wait, hours, contract, pay, maximum, percentage, monday, **pick):
    spread = formulas.weekdays_from(first_day, monday, **pick)
    days = formulas.weekdays_from(first_day + wait, monday, **pick)
    rate = formulas.hourly_rate(pay, pay - pay + 800, maximum, **pick)
    refund = formulas.refund(hours, days, spread, rate, maximum * 37, pay, **pick)
    return {
        "whole": formulas.whole_absence(hours, contract, spread),
        "hours": formulas.refundable_hours(hours, days, spread),
        "rate": formulas.shown_rate(rate),
        "benefit": formulas.benefit(hours, days, spread, rate, maximum * 37, **pick),
        "refund": refund,
        "supplement": formulas.supplement(refund, percentage),
    }


@given(rows)
def test_columns_give_what_whole_numbers_give(rows):
    native = pl.DataFrame(rows, schema=dict.fromkeys(NAMES, pl.Int64), orient="row")
    monday = nw.lit(MONDAY, nw.Int64)

    columns = nw.from_native(native).select(
        **week(*(nw.col(name) for name in NAMES), monday, pick=column_pick)
    )

    expected = [tuple(week(*row, MONDAY).values()) for row in rows]
    assert expected == columns.rows()


def test_the_largest_accepted_values_stay_within_53_bits():
    most = 3700 * 5 * 1_000_000 * formulas.RATE_SCALE
    over = formulas.HUNDREDTHS * formulas.RATE_SCALE * 5
    assert 2 * most + over < 2**53
    assert 37_000_000 == formulas.refund(
        3700, 5, 5, 1_000_000 * formulas.RATE_SCALE, 10**9, 1_000_000
    )
