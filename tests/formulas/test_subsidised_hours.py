import narwhals as nw
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import subsidised_hours as formulas

FULL_TIME = 37
cases = st.lists(
    st.tuples(st.integers(1, 100_000_000), st.integers(0, 10**6), st.integers(1, 1_000_000)),
    min_size=1,
    max_size=20,
)


def pick(condition, then, otherwise):
    return nw.when(condition).then(then).otherwise(nw.lit(otherwise, nw.Int64))


@given(cases)
def test_columns_give_what_whole_numbers_give(rows):
    names = ["benefit", "above", "pay"]
    native = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.Int64), orient="row")
    benefit, above, pay = (nw.col(name) for name in names)

    columns = nw.from_native(native).select(
        by_maximum=formulas.hours_by_maximum(benefit, benefit + above, FULL_TIME),
        by_pay=formulas.hours_by_pay(benefit, pay, FULL_TIME, pick),
        by_pay_monthly=formulas.hours_by_pay_monthly(benefit, pay, FULL_TIME, pick),
    )

    expected = [
        (
            formulas.hours_by_maximum(benefit, benefit + above, FULL_TIME),
            formulas.hours_by_pay(benefit, pay, FULL_TIME),
            formulas.hours_by_pay_monthly(benefit, pay, FULL_TIME),
        )
        for benefit, above, pay in rows
    ]
    assert expected == columns.rows()


def test_the_largest_accepted_values_stay_within_53_bits():
    assert 100_000_000 * 12 * 100 < 2**53
    assert 3700 == formulas.hours_by_pay_monthly(100_000_000, 1, FULL_TIME)
