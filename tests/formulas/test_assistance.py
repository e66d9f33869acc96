import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import assistance as formulas

FULL_TIME = 3700
weekly = st.integers(1, 3700)
cases = st.lists(
    st.tuples(
        weekly, st.integers(0, 100_000_000), st.integers(0, 1_000_000), st.integers(1, 10**6)
    ),
    min_size=1,
    max_size=20,
)


@given(cases)
def test_columns_give_what_whole_numbers_give(rows):
    frame = pl.DataFrame(
        rows,
        schema={"weekly": pl.Int64, "saved": pl.Int64, "used": pl.Int64, "rate": pl.Int64},
        orient="row",
    )
    week, saved, used, rate = (pl.col(name) for name in frame.columns)
    columns = frame.select(
        part=formulas.weekly_part(2000, week),
        quarter=formulas.quarter_part(2000, week),
        shown=formulas.shown(formulas.quarter_part(2000, week), FULL_TIME),
        enough=formulas.enough(saved + formulas.quarter_part(2000, week), used, FULL_TIME),
        left=formulas.saved_part(saved + formulas.quarter_part(2000, week), used, FULL_TIME),
        refund=formulas.refund(used, rate),
    )
    expected = [
        (
            formulas.weekly_part(2000, week),
            formulas.quarter_part(2000, week),
            formulas.shown(formulas.quarter_part(2000, week), FULL_TIME),
            formulas.enough(saved + formulas.quarter_part(2000, week), used, FULL_TIME),
            formulas.saved_part(saved + formulas.quarter_part(2000, week), used, FULL_TIME),
            formulas.refund(used, rate),
        )
        for week, saved, used, rate in rows
    ]
    assert expected == columns.rows()


def test_the_largest_inputs_stay_within_53_bits():
    largest = 2 * formulas.refund(1_000_000, 1_000_000) * formulas.HUNDRED + formulas.HUNDRED

    assert largest < 2**53
    assert 2 * formulas.quarter_part(3700, 3700) + FULL_TIME < 2**53


def test_all_that_is_available_may_be_used_and_no_hundredth_more():
    available = formulas.quarter_part(2000, 3700)

    assert formulas.enough(available, 26_000, FULL_TIME)
    assert not formulas.enough(available, 26_001, FULL_TIME)
    assert 0 == formulas.saved_part(available, 26_000, FULL_TIME)
