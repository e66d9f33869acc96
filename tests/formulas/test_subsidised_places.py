import narwhals as nw
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import subsidised_places as formulas

PER_FIVE, PER_TEN, FIRST, LEAST = 500, 1000, 5000, 100


def column(value):
    return value if isinstance(value, nw.Expr) else nw.lit(value, nw.Int64)


def pick(condition, then, otherwise):
    return nw.when(condition).then(column(then)).otherwise(column(otherwise))


@given(st.lists(st.integers(0, 100_000_000), min_size=1, max_size=20))
def test_columns_give_what_whole_numbers_give(rows):
    native = pl.DataFrame({"employees": rows}, schema={"employees": pl.Int64})
    employees = nw.col("employees")

    columns = nw.from_native(native).select(
        first=formulas.first_places(employees, FIRST, PER_FIVE, LEAST, pick),
        further=formulas.further_places(employees, FIRST, PER_TEN, pick),
    )

    expected = [
        (
            formulas.first_places(number, FIRST, PER_FIVE, LEAST),
            formulas.further_places(number, FIRST, PER_TEN),
        )
        for number in rows
    ]
    assert expected == columns.rows()


def test_there_are_never_fewer_places_than_the_least():
    assert [202, 202, 203] == [
        formulas.first_places(employees, 10**8, 100, 20_200) for employees in (0, 20_100, 20_300)
    ]
