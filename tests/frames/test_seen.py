from datetime import date, datetime

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest

from socialkapitel.frames.columns import day, text, whole
from socialkapitel.frames.seen import Seen, flawless, is_missing, look_at

COLUMNS = (day("on"), whole("pay", 0, 9), text("share", ("1/2", "2/3")))


def seen(**columns):
    return look_at(nw.from_native(pl.DataFrame(columns)), COLUMNS)


def test_one_look_tells_what_is_in_the_columns():
    found = seen(
        on=[date(2007, 1, 1), date(2006, 5, 1), None], pay=[3, 1, 2], share=["1/2", "x", "1/2"]
    )
    assert found == {
        "on": Seen(True, first=date(2006, 1, 1), last=date(2007, 12, 31)),
        "pay": Seen(False, accepted=True),
        "share": Seen(False, texts=frozenset({"1/2"}), others=True),
    }


def test_columns_without_a_value():
    types = {"on": pl.Date, "pay": pl.Int64, "share": pl.String}
    frame = pl.DataFrame([(None, None, None)], schema=types, orient="row")
    found = look_at(nw.from_native(frame), COLUMNS)
    nothing = Seen(True)
    assert found == {"on": nothing, "pay": Seen(True, accepted=True), "share": nothing}


@pytest.mark.parametrize(("pay", "accepted"), [([0, 9], True), ([-1, 9], False), ([0, 10], False)])
def test_whole_numbers_within_their_bounds(pay, accepted):
    found = seen(on=[date(2007, 1, 1)] * 2, pay=pay, share=["1/2"] * 2)
    assert Seen(False, accepted=accepted) == found["pay"]


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical])
def test_texts_are_counted_until_all_rows_are(dtype):
    texts = pl.Series(["2/3", None, "2/3"], dtype=dtype)
    found = seen(on=[date(2007, 1, 1)] * 3, pay=[1] * 3, share=texts)
    assert Seen(True, texts=frozenset({"2/3"})) == found["share"]


def test_a_look_at_rows_with_nothing_wrong():
    found = seen(on=[date(2000, 2, 29)] * 2, pay=[1, 2], share=["1/2", "2/3"])
    assert found == flawless(COLUMNS)


def test_moments_are_seen_as_days():
    found = seen(on=[datetime(2007, 1, 1, 12)], pay=[1], share=["2/3"])
    assert Seen(False, first=date(2007, 1, 1), last=date(2007, 12, 31)) == found["on"]


def test_no_rows_tell_nothing():
    assert look_at(nw.from_native(pl.DataFrame({"on": []})), COLUMNS) is None


@pytest.mark.parametrize("value", [None, float("nan"), pd.NaT, pd.NA])
def test_what_is_missing(value):
    assert is_missing(value)


@pytest.mark.parametrize("value", [0, "", date(2007, 1, 1), 1.5])
def test_what_is_not(value):
    assert not is_missing(value)
