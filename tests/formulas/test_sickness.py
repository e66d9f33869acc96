from datetime import date, timedelta

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import sickness as formulas
from socialkapitel.formulas.arithmetic import half_up, half_up_share

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


WORKING, EASTER = (False,) * 5, (False, False, False, True, True)


@pytest.mark.parametrize(
    ("offset", "holidays", "expected"),
    [
        (-1, EASTER, 3),
        (0, EASTER, 3),
        (2, EASTER, 1),
        (3, EASTER, 0),
        (4, EASTER, 0),
        (5, EASTER, 0),
        (0, (True, False, False, False, False), 4),
        (1, (True, False, False, False, False), 4),
        (2, WORKING, 3),
        (0, (True,) * 5, 0),
    ],
)
def test_working_days_leave_holidays_out(offset, holidays, expected):
    assert expected == formulas.working_days_from(MONDAY + offset, MONDAY, holidays)


@given(st.integers(-20, 20), st.tuples(*[st.booleans()] * 5))
def test_working_days_are_counted_as_the_calendar_counts_them(offset, holidays):
    first = MONDAY + offset
    expected = [n for n in range(5) if MONDAY + n >= first and not holidays[n]]
    assert len(expected) == formulas.working_days_from(first, MONDAY, holidays)


@pytest.mark.parametrize(
    ("hours", "contract", "days", "expected"),
    [
        (350, 350, 5, True),
        (349, 350, 5, False),
        (740, 3700, 1, True),
        (739, 3700, 1, False),
        (2220, 3700, 3, True),
        (2219, 3700, 3, False),
        (1, 3700, 0, True),
    ],
)
def test_whole_absence(hours, contract, days, expected):
    assert expected is formulas.whole_absence(hours, contract, days)


@pytest.mark.parametrize(
    ("hours", "contract", "days", "expected"),
    [(3700, 3700, 5, 18_500), (3700, 3700, 3, 11_100), (1200, 3700, 3, 6_000), (5, 37, 0, 0)],
)
def test_planned_absence_is_at_most_what_was_to_be_worked(hours, contract, days, expected):
    assert expected == formulas.planned_absence(hours, contract, days)


def test_the_hour_is_pay_less_contribution_up_to_the_weekly_maximum_over_full_time():
    assert 17_020 == formulas.shown_rate(18_500, 800, 10**9, 3700)
    assert 12_068 == formulas.shown_rate(18_500, 800, 446_500, 3700)  # 120.6756…
    assert 13_132 == formulas.shown_rate(18_500, 800, 446_500, 3400)  # 131.3235…
    assert 12_689 == formulas.shown_rate(13_792, 800, 469_500, 3700)  # 126.8864


@pytest.mark.parametrize(
    ("hours", "over", "expected"),
    [(1000, 3, 333), (2000, 3, 667), (11_100, 5, 2220), (1, 2, 1), (5, 5, 1)],
)
def test_hours_are_shown_in_hundredths(hours, over, expected):
    assert expected == formulas.shown_hours(hours, over)


def benefit(hours, over, pay, weekly, full_time=3700, cap=None):
    return min(formulas.by_rate(hours, over, pay, 800, weekly, full_time), cap or weekly)


def test_benefit_is_rounded_once_half_an_oere_up():
    # half of 92 per cent: an hour at 0.01 kr. less a contribution of 50 per cent is half an øre
    assert 1 == formulas.by_rate(100, 1, 1, 5_000, 446_500, 3700)
    assert 0 == formulas.by_rate(100, 1, 1, 5_001, 446_500, 3700)
    assert 362_027 == benefit(3000, 1, 18_500, 446_500)  # 30 × 4465 / 37 = 3620.270…
    assert 120_676 == benefit(3000, 3, 18_500, 446_500)


def test_a_full_week_at_the_maximum_is_the_maximum():
    assert 446_500 == benefit(3700 * 5, 5, 18_500, 446_500)
    assert 455_000 == benefit(3700, 1, 18_500, 455_000)
    assert 469_500 == benefit(3400, 1, 18_500, 469_500, full_time=3400)


def test_benefit_stops_at_the_cap():
    assert 100_000 == benefit(3700, 1, 18_500, 446_500, cap=100_000)
    assert 92_000 == benefit(1000, 1, 10_000, 446_500, cap=100_000)


@pytest.mark.parametrize(
    ("hours", "others", "expected"),
    [(1500, 3000, 148_833), (500, 4000, 49_611), (2500, 2000, 248_056), (3700, 0, 446_500)],
)
def test_the_weekly_maximum_is_shared_by_hours(hours, others, expected):
    assert expected == formulas.weekly_cap(hours, others, 446_500)


def test_refund_is_at_most_the_pay_for_the_same_hours():
    # no contribution could make it so today: the benefit stands above the pay here
    assert 100_000 == formulas.refund(120_680, 1000, 1, 10_000)
    assert 40_000 == formulas.refund(48_272, 2000, 5, 10_000)
    assert 120_680 == formulas.refund(120_680, 1000, 1, 13_000)


@pytest.mark.parametrize(
    ("refund", "percentage", "expected"),
    [(446500, 90, 4000), (362040, 90, 3300), (5000, 100, 100), (4999, 100, 0), (0, 90, 0)],
)
def test_supplement_is_in_whole_kroner(refund, percentage, expected):
    assert expected == formulas.supplement(refund, percentage)


rows = st.lists(
    st.tuples(
        st.integers(MONDAY - 40, MONDAY + 4),  # the spell's first day
        st.integers(0, 60),  # days until the refund begins
        st.integers(0, 3700),
        st.integers(1, 3700),
        st.integers(1, 1_000_000),
        st.integers(311_300, 508_500),
        st.integers(0, 330),
        *[st.booleans()] * 5,
    ),
    min_size=1,
    max_size=20,
)
NAMES = ("first_day", "wait", "hours", "contract", "pay", "maximum", "percentage")
HOLIDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def hours_of(values, monday, **pick):
    first_day, wait, hours, contract, *_ = values[:7]
    holidays = values[7:12]
    choose = pick.get("pick") or (lambda condition, then, other: then if condition else other)
    working = formulas.working_days_from(first_day, monday, holidays, **pick)
    refunded = formulas.working_days_from(first_day + wait, monday, holidays, **pick)
    due = formulas.planned_absence(hours, contract, working, **pick) * refunded
    return {
        "working": working,
        "due": due,
        "over": formulas.WEEKDAYS * choose(working >= 1, working, 1),
    }


def paid(values, **pick):
    pay, maximum, due, over = values[4], values[5], *values[13:15]
    return {"paid": formulas.by_rate(due, over, pay, pay - pay + 800, maximum, 3700, **pick)}


def week(values, monday, **pick):
    first_day, _, hours, contract, pay, maximum, percentage, *_ = values
    holidays, (working, due, over, benefit) = values[7:12], values[12:]
    rates = pay, pay - pay + 800, maximum, pay - pay + 3700
    planned = [hours, contract, 0, 740, 0, 600, hours]
    refund = formulas.refund(benefit, due, over, pay, **pick)
    large = {**pick, "large": True}
    return {
        "whole": formulas.whole_absence(hours, contract, working),
        "shown": formulas.shown_hours(due, over),
        "rate": formulas.shown_rate(*rates, **pick),
        "benefit": benefit,
        "cap": formulas.weekly_cap(hours + 1, contract, maximum),
        "refund": refund,
        "supplement": formulas.supplement(refund, percentage),
        "planned": formulas.planned_from(first_day, monday, planned, holidays, **pick),
        "first": formulas.planned_on(first_day, monday, planned, **pick),
        "large": formulas.by_rate(due, over, *rates, **large) - benefit,
        "large refund": formulas.refund(benefit, due, over, pay, **large) - refund,
    }


def week_of(row):
    row = (*row, *hours_of(row, MONDAY).values())
    return tuple(week((*row, *paid(row).values()), MONDAY).values())


@pytest.mark.no_cover
@given(rows)
def test_columns_give_what_whole_numbers_give(rows):
    types = {**dict.fromkeys(NAMES, pl.Int64), **dict.fromkeys(HOLIDAYS, pl.Boolean)}
    monday, pick = nw.lit(MONDAY, nw.Int64), column_pick

    def columns(frame):
        return [nw.col(name) for name in frame.columns]

    frame = nw.from_native(pl.DataFrame(rows, schema=types, orient="row"))
    frame = frame.with_columns(**hours_of(columns(frame), monday, pick=pick))
    frame = frame.with_columns(**paid(columns(frame), pick=pick))
    frame = frame.select(**week(columns(frame), monday, pick=pick))

    assert [week_of(row) for row in rows] == frame.rows()


def test_the_largest_accepted_values_stay_within_53_bits():
    # a full week of 37 hours on five of five days, at most 10,000 kr. an hour; figures of at most
    # ten million kroner
    hours, over = 3700 * 5 * 5, 25
    most = hours * 1_000_000 * formulas.PER_CENT
    assert 2 * most + formulas.HUNDREDTHS * formulas.PER_CENT * over < 2**53
    assert 2 * hours * 10**9 + 3700 * over < 2**53
    assert 37_000_000 == formulas.by_rate(hours, over, 1_000_000, 0, 10**9, 1)
    assert 37_000_000 == formulas.refund(37_000_000, hours, over, 1_000_000)


def test_a_planned_week_at_its_largest_stays_within_53_bits():
    # seven days of 24 hours, some of them absence, and some of those refunded
    hours, over, pay, most = 16_799 * 14_400, 16_800, 1_000_000, 10**9
    for factor, divisor in ((pay * 10_000, 1_000_000), (most, 1), (pay, 100)):
        whole, rest = divmod(hours, over)
        assert whole * factor < 2**53
        assert 2 * ((divisor - 1) * over + rest * factor) + divisor * over < 2**53
        exact = (2 * hours * factor + over * divisor) // (2 * over * divisor)
        assert exact == half_up_share(hours, over, factor, divisor)


@given(st.integers(0, 10**9), *[st.integers(1, 10**6)] * 3)
def test_a_share_is_rounded_as_a_whole(a, over, factor, divisor):
    assert half_up(a * factor, over * divisor) == half_up_share(a, over, factor, divisor)


RATE = formulas.Rate(18_500, 800, 446_500, 3700)


def test_hours_at_several_rates_are_rounded_once():
    other = formulas.Rate(10_000, 800, 446_500, 3700)
    assert formulas.by_rate(3700, 3, *RATE) == formulas.by_rates([(3700, RATE)], 3)
    # 10 hours at 120.675675… and 5 at 92.00
    assert 166_676 == formulas.by_rates([(1000, RATE), (500, other)], 1)
    assert 11_112 == formulas.shown_rate_at([(1000, RATE), (500, other)])
    assert 12_068 == formulas.shown_rate_at([(1000, RATE)])
    assert 166_676 == formulas.refund_at(166_676, [(1000, RATE), (500, other)], 1)
    assert 235_000 == formulas.refund_at(900_000, [(1000, RATE), (500, other)], 1)
