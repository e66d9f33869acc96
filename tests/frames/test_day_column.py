"""Days of columns against Python's own calendar."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import narwhals.stable.v2 as nw
import polars as pl
import pytest

from socialkapitel.frames.day_column import DayColumn
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
    assert [day.toordinal() for day in ALL] == values(ALL, DayColumn("day").number)


def test_the_days_of_every_month():
    expected = [monthrange(day.year, day.month)[1] for day in ALL]
    assert expected == values(ALL, DayColumn("day").days_in_month)


def test_a_missing_day_has_some_number():
    assert None not in values([None], DayColumn("day").number)


def test_since_a_day():
    assert [False, True, True, True, False] == holds(SOME, DayColumn("day").since(CHANGE))


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
    assert [2006 * 12 + 7] * 3 == values(SOME[:3], seen.month_number)


def test_an_earlier_month():
    rows = [(date(2006, 7, 31), date(2006, 8, 1)), (date(2006, 7, 1), date(2006, 7, 31))]
    rows += [(date(2007, 1, 1), date(2006, 12, 31)), (date(2005, 12, 31), date(2006, 1, 1))]
    frame = nw.from_native(pl.DataFrame(rows, schema=["one", "other"], orient="row"))
    condition = DayColumn("one").in_earlier_month(DayColumn("other"))
    found = frame.select(found=column(pick(condition, 1, 0)))["found"].to_list()
    assert [1, 0, 0, 1] == found


def test_columns_that_do_not_overlap_need_no_comparison():
    one, other = DayColumn("one", first=CHANGE), DayColumn("other", last=CHANGE)
    assert one.in_earlier_month(other) is False
