"""Days of columns against Python's own calendar."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import narwhals.stable.v2 as nw
import polars as pl
import pytest

import socialkapitel as sk
from socialkapitel.frames.days import (
    DayColumn,
    FirstOfMonth,
    FirstOfMonthOr,
    before_month,
    day_number,
    days_in_month,
    in_force,
    within,
)
from socialkapitel.frames.logic import column, pick

FIRST, LAST = date(1895, 1, 1), date(2205, 12, 31)
ALL = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
SOME = [date(2006, 7, 4), date(2006, 7, 5), date(2006, 7, 31), date(2006, 8, 1), None]
CHANGE = date(2006, 7, 5)


def values(days, value):
    frame = nw.from_native(pl.DataFrame({"day": days}, schema={"day": pl.Date}))
    return frame.select(found=column(value))["found"].to_list()


def holds(days, condition):
    return [bool(number) for number in values(days, pick(condition, 1, 0))]


def test_the_number_of_every_day():
    assert [day.toordinal() for day in ALL] == values(ALL, day_number(DayColumn("day")))


def test_the_days_of_every_month():
    expected = [monthrange(day.year, day.month)[1] for day in ALL]
    assert expected == values(ALL, days_in_month(DayColumn("day")))


def test_a_missing_day_has_some_number():
    assert None not in values([None], day_number(DayColumn("day")))


def test_since_a_day():
    assert [False, True, True, True, False] == holds(SOME, DayColumn("day").since(CHANGE))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (date(2006, 7, 1), [True, True, True, True, False]),
        (date(2006, 7, 2), [False, False, False, True, False]),
        (date(2006, 8, 1), [False, False, False, True, False]),
        (date(2006, 12, 31), [False] * 5),
    ],
)
def test_the_month_begins_since_a_day(change, expected):
    assert expected == holds(SOME, FirstOfMonth(DayColumn("day")).since(change))


def test_moments_are_compared_from_midnight_on():
    moments = [datetime(2006, 7, 4, 23, 59), datetime(2006, 7, 5), datetime(2006, 7, 5, 12)]
    frame = nw.from_native(pl.DataFrame({"day": moments}))
    condition = DayColumn("day", moments=True).since(CHANGE)
    assert [0, 1, 1] == frame.select(found=pick(condition, 1, 0))["found"].to_list()


@pytest.mark.parametrize(
    ("change", "expected"),
    [(date(2006, 7, 5), True), (date(2006, 7, 4), True), (date(2006, 8, 2), False)],
)
def test_what_is_known_of_the_column_needs_no_look_at_the_rows(change, expected):
    seen = DayColumn("day", missing=False, first=date(2006, 7, 5), last=date(2006, 8, 1))
    assert expected is seen.since(change)


def test_nothing_is_filled_where_nothing_is_missing():
    seen = DayColumn("day", missing=False)
    assert [False, True, True, True] == holds(SOME[:4], seen.since(CHANGE))
    assert [2006] * 4 == values(SOME[:4], seen.year)


def test_a_grant_within_the_month_counts_from_its_day():
    def since(month, granted):
        frame = nw.from_native(pl.DataFrame({"month": [month], "granted": [granted]}))
        days = FirstOfMonthOr(FirstOfMonth(DayColumn("month")), DayColumn("granted"))
        found = frame.select(found=column(pick(days.since(CHANGE), 1, 0)))["found"]
        return bool(found[0])

    july, august = date(2006, 7, 20), date(2006, 8, 20)
    assert since(july, date(2006, 7, 5))
    assert not since(july, date(2006, 7, 4))
    assert not since(july, date(2006, 3, 1))
    assert since(august, date(2006, 3, 1))


@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2006, 7, 31), [False, True, True, False, False]), (None, [False, *[True] * 3, False])],
)
def test_within_a_period(last, expected):
    assert expected == holds(SOME, within(DayColumn("day"), CHANGE, last))


def test_a_rule_in_force():
    rule = sk.Rule("a.rule", sk.Message("Refund"), sk.Source("a law"), CHANGE, date(2006, 7, 31))
    expected = [day is not None and rule.valid_from <= day <= rule.valid_to for day in SOME]
    assert expected == holds(SOME, in_force(rule, DayColumn("day")))


def test_an_earlier_month():
    rows = [(date(2006, 7, 31), date(2006, 8, 1)), (date(2006, 7, 1), date(2006, 7, 31))]
    rows += [(date(2007, 1, 1), date(2006, 12, 31)), (date(2005, 12, 31), date(2006, 1, 1))]
    frame = nw.from_native(pl.DataFrame(rows, schema=["one", "other"], orient="row"))
    condition = before_month(DayColumn("one"), DayColumn("other"))
    found = frame.select(found=column(pick(condition, 1, 0)))["found"].to_list()
    assert [1, 0, 0, 1] == found


def test_columns_that_do_not_overlap_need_no_comparison():
    one, other = DayColumn("one", first=CHANGE), DayColumn("other", last=CHANGE)
    assert before_month(one, other) is False
