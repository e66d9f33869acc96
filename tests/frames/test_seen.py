from datetime import date, datetime

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest

from socialkapitel.frames.columns import day, text, whole
from socialkapitel.frames.seen import Seen, is_missing, look_at

COLUMNS = (day("on"), whole("pay", 0, 9), text("share", ("1/2", "2/3")))


def seen(**columns):
    return look_at(nw.from_native(pl.DataFrame(columns)), COLUMNS)


def test_one_look_tells_what_is_in_the_columns():
    found = seen(
        on=[date(2007, 1, 1), date(2006, 1, 1), None], pay=[3, 1, 2], share=["1/2", "x", "1/2"]
    )
    assert found == {
        "on": Seen(True, date(2006, 1, 1), date(2007, 1, 1)),
        "pay": Seen(False, 1, 3),
        "share": Seen(False, texts=frozenset({"1/2"}), others=True),
    }


def test_columns_without_a_value():
    types = {"on": pl.Date, "pay": pl.Int64, "share": pl.String}
    frame = pl.DataFrame([(None, None, None)], schema=types, orient="row")
    found = look_at(nw.from_native(frame), COLUMNS)
    assert found == dict.fromkeys(("on", "pay", "share"), Seen(True))


def test_moments_are_seen_as_days():
    found = seen(on=[datetime(2007, 1, 1, 12)], pay=[1], share=["2/3"])
    assert Seen(False, date(2007, 1, 1), date(2007, 1, 1)) == found["on"]


def test_no_rows_tell_nothing():
    assert look_at(nw.from_native(pl.DataFrame({"on": []})), COLUMNS) is None


@pytest.mark.parametrize("value", [None, float("nan"), pd.NaT, pd.NA])
def test_what_is_missing(value):
    assert is_missing(value)


@pytest.mark.parametrize("value", [0, "", date(2007, 1, 1), 1.5])
def test_what_is_not(value):
    assert not is_missing(value)
