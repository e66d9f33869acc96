"""The columns that calculators read: their types, statistics and what is missing."""

from datetime import date, datetime
from types import SimpleNamespace

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest

from socialkapitel.frames.columns import (
    ColumnStatistics,
    day,
    faultless_statistics,
    is_missing,
    key,
    statistics_of,
    text,
    whole,
)

DAY, WHOLE, TEXT = day("on"), whole("pay_oere", 1, 100), text("share", ("1/2", "2/3"))
COLUMNS = (day("on"), whole("pay", 0, 9), text("share", ("1/2", "2/3")))


@pytest.mark.parametrize(
    ("column", "dtype"),
    [
        *((DAY, dtype) for dtype in (nw.Date(), nw.Datetime("ns"), nw.Datetime("us"))),
        *((WHOLE, dtype) for dtype in (nw.Int8(), nw.Int64(), nw.UInt32())),
        *((TEXT, dtype) for dtype in (nw.String(), nw.Categorical(), nw.Enum(["1/2"]))),
    ],
)
def test_types_that_lose_nothing_are_taken(column, dtype):
    assert column.takes(dtype)


@pytest.mark.parametrize(
    ("column", "dtype"),
    [
        *((DAY, dtype) for dtype in (nw.String(), nw.Int64(), nw.Datetime("us", "UTC"))),
        *((WHOLE, dtype) for dtype in (nw.Float64(), nw.UInt64(), nw.Decimal(), nw.Boolean())),
        *((TEXT, dtype) for dtype in (nw.Object(), nw.Float64())),
    ],
)
def test_other_types_are_not(column, dtype):
    assert not column.takes(dtype)


def test_what_is_accepted_is_told():
    assert ["a date", "a whole number from 1 to 100", "one of 1/2, 2/3"] == [
        str(column.accepted) for column in (DAY, WHOLE, TEXT)
    ]


def statistics(**columns):
    return statistics_of(nw.from_native(pl.DataFrame(columns)), COLUMNS)


def test_one_look_tells_what_is_in_the_columns():
    found = statistics(
        on=[date(2007, 1, 1), date(2006, 5, 1), None], pay=[3, 1, 2], share=["1/2", "x", "1/2"]
    )
    assert found == {
        "on": ColumnStatistics(True, first=date(2006, 1, 1), last=date(2007, 12, 31)),
        "pay": ColumnStatistics(False, accepted=True),
        "share": ColumnStatistics(False, texts=frozenset({"1/2"}), others=True),
    }


def test_columns_without_a_value():
    types = {"on": pl.Date, "pay": pl.Int64, "share": pl.String}
    frame = pl.DataFrame([(None, None, None)], schema=types, orient="row")
    found = statistics_of(nw.from_native(frame), COLUMNS)
    nothing = ColumnStatistics(True)
    assert found == {"on": nothing, "pay": ColumnStatistics(True, accepted=True), "share": nothing}


@pytest.mark.parametrize(("pay", "accepted"), [([0, 9], True), ([-1, 9], False), ([0, 10], False)])
def test_whole_numbers_within_their_bounds(pay, accepted):
    found = statistics(on=[date(2007, 1, 1)] * 2, pay=pay, share=["1/2"] * 2)
    assert ColumnStatistics(False, accepted=accepted) == found["pay"]


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical])
def test_texts_are_counted_until_all_rows_are(dtype):
    texts = pl.Series(["2/3", None, "2/3"], dtype=dtype)
    found = statistics(on=[date(2007, 1, 1)] * 3, pay=[1] * 3, share=texts)
    assert ColumnStatistics(True, texts=frozenset({"2/3"})) == found["share"]


def test_a_look_at_rows_with_nothing_wrong():
    days = [date(2000, 2, 29), date(2000, 3, 1)]
    found = statistics(on=days, pay=[1, 2], share=["1/2", "2/3"])
    assert found == faultless_statistics(COLUMNS)


def test_moments_are_seen_as_days():
    moments = [datetime(2007, 5, 1, 12), datetime(2007, 5, 1, 23)]
    found = statistics(on=moments, pay=[1] * 2, share=["2/3"] * 2)
    assert ColumnStatistics(False, first=date(2007, 5, 1), last=date(2007, 5, 1)) == found["on"]


def test_a_single_day_is_known_exactly():
    found = statistics(on=[None, date(2007, 5, 1), date(2007, 5, 1)], pay=[1] * 3, share=["x"] * 3)
    assert ColumnStatistics(True, first=date(2007, 5, 1), last=date(2007, 5, 1)) == found["on"]


def test_the_text_of_the_first_row_is_counted_first():
    counted = []

    class Texts(pl.Series):
        __hash__ = None

        def __eq__(self, text):
            counted.append(text)
            return super().__eq__(text)

    texts = Texts(["2/3"] * 3)
    frame = SimpleNamespace(is_empty=lambda: False, get_column=lambda _: texts)
    statistics_of(frame, COLUMNS[2:], pl)
    assert ["2/3"] == counted


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical])
def test_frames_of_polars_give_the_same_without_narwhals(dtype):
    share = pl.Series(["2/3", None, "x"], dtype=dtype)
    frame = pl.DataFrame({"on": [date(2007, 1, 1), date(2009, 1, 1), None], "pay": [1, 2, 10]})
    frame = frame.with_columns(share=share)
    assert statistics_of(frame, COLUMNS, pl) == statistics_of(nw.from_native(frame), COLUMNS)


def test_no_rows_tell_nothing():
    assert statistics_of(nw.from_native(pl.DataFrame({"on": []})), COLUMNS) is None


@pytest.mark.parametrize("value", [None, float("nan"), pd.NaT, pd.NA])
def test_what_is_missing(value):
    assert is_missing(value)


@pytest.mark.parametrize("value", [0, "", date(2007, 1, 1), 1.5])
def test_what_is_not(value):
    assert not is_missing(value)


def test_what_a_column_of_keys_accepts():
    assert "a whole number or a text" == str(key("employee").accepted)
