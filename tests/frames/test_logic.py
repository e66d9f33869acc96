import narwhals.stable.v2 as nw
import polars as pl
import pytest

from socialkapitel.frames.logic import both, column, either, negated, pick

FRAME = nw.from_native(pl.DataFrame({"a": [1, 2, 3, 4]}))
SMALL, EVEN = nw.col("a") < 3, nw.col("a").is_in([2, 4])


def values(condition):
    return FRAME.select(found=column(pick(condition, 1, 0)))["found"].to_list()


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (both(SMALL, EVEN), [0, 1, 0, 0]),
        (both(SMALL, True), [1, 1, 0, 0]),
        (either(SMALL, EVEN), [1, 1, 0, 1]),
        (either(SMALL, False), [1, 1, 0, 0]),
        (negated(SMALL), [0, 0, 1, 1]),
    ],
)
def test_conditions_of_rows(condition, expected):
    assert expected == values(condition)


def test_what_is_the_same_for_every_row_stays_plain():
    plain = [both(), both(True, True), either(SMALL, True), negated(False)]
    assert [True] * 4 == [condition for condition in plain if condition is True]
    plain = [either(), either(False, False), both(SMALL, False), negated(True)]
    assert [False] * 4 == [condition for condition in plain if condition is False]


def test_a_plain_condition_picks_without_a_column():
    assert (7, 8) == (pick(True, 7, 8), pick(False, 7, 8))


def test_literals_have_the_widest_type():
    found = FRAME.select(number=column(7), text=column("a"), kept=column(nw.col("a")))
    assert {"number": nw.Int64, "text": nw.String, "kept": nw.Int64} == found.schema
