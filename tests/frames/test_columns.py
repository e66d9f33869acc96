import narwhals.stable.v2 as nw
import pytest

from socialkapitel.frames.columns import day, text, whole

DAY, WHOLE, TEXT = day("on"), whole("pay_oere", 1, 100), text("share", ("1/2", "2/3"))


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
