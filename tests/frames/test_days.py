"""Days worked out of columns, periods, and values that hold from some days on."""

from datetime import date

import narwhals.stable.v2 as nw
import polars as pl
import pytest

import socialkapitel as sk
from socialkapitel.frames.day_column import DayColumn
from socialkapitel.frames.days import FirstOfMonth, FirstOfMonthOr, in_force, within
from socialkapitel.frames.logic import column, pick

SOME = [date(2006, 7, 4), date(2006, 7, 5), date(2006, 7, 31), date(2006, 8, 1), None]
CHANGE = date(2006, 7, 5)


def values(days, value):
    frame = nw.from_native(pl.DataFrame({"day": days}, schema={"day": pl.Date}))
    return frame.select(found=column(value))["found"].to_list()


def holds(days, condition):
    return [bool(number) for number in values(days, pick(condition, 1, 0))]


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


def test_the_value_that_holds_when_the_month_begins():
    steps = [(date(2000, 1, 1), 1), (CHANGE, 2), (date(2006, 8, 1), 3), (date(2006, 8, 2), 4)]
    assert [1, 1, 1, 3] == values(SOME[:4], FirstOfMonth(DayColumn("day")).valued(steps))


@pytest.mark.parametrize(("change", "expected"), [(CHANGE, 2), (date(2006, 7, 1), 2), (SOME[3], 1)])
def test_the_value_that_holds_on_a_grant_within_the_month(change, expected):
    frame = nw.from_native(pl.DataFrame({"month": [SOME[0]], "granted": [SOME[2]]}))
    days = FirstOfMonthOr(FirstOfMonth(DayColumn("month")), DayColumn("granted"))
    value = column(days.valued([(date(2000, 1, 1), 1), (change, 2)]))
    assert [expected] == frame.select(found=value)["found"].to_list()


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
