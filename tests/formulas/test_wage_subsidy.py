import narwhals as nw
import polars as pl
from formulas.columns import computed
from formulas.columns import pick as wide_pick
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import wage_subsidy as formulas

rate = st.integers(1, 1_000_000)
cases = st.lists(
    st.tuples(rate, rate, rate, st.integers(0, 74_400)),
    min_size=1,
    max_size=20,
)


def pick(condition, then, otherwise):
    return nw.when(condition).then(then).otherwise(otherwise)


@given(cases)
def test_columns_give_what_whole_numbers_give(rows):
    names = ["pay", "granted", "cap", "hours"]
    native = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.Int64), orient="row")
    pay, granted, cap, hours = (nw.col(name) for name in names)
    lowest = formulas.subsidy_rate(pay, granted, cap, pick=pick)

    columns = nw.from_native(native).select(rate=lowest, subsidy=formulas.subsidy(hours, lowest))

    expected = [
        (
            formulas.subsidy_rate(pay, granted, cap),
            formulas.subsidy(hours, formulas.subsidy_rate(pay, granted, cap)),
        )
        for pay, granted, cap, hours in rows
    ]
    assert expected == columns.rows()


@given(
    st.lists(
        st.tuples(st.integers(0, 10**9), st.integers(0, 10**8), st.integers(1, 23)),
        min_size=1,
        max_size=20,
    )
)
def test_reductions_on_columns_are_those_of_whole_numbers(rows):
    found = computed(
        rows,
        ["part", "refund", "days"],
        lambda part, refund, days: formulas.day_reduction(part, refund, days, wide_pick),
    )
    assert [formulas.day_reduction(*row) for row in rows] == found
    for (part, refund, days), taken in zip(rows, found, strict=True):
        assert taken == min(part, refund * 100 * days)


def test_a_subsidy_without_reduction_is_the_plain_one():
    assert formulas.subsidy(6453, 2971) == formulas.reduced(6453, 2971, 0, 23)
    assert 0 == formulas.reduced(6453, 2971, 6453 * 2971, 1)


def test_the_largest_accepted_values_stay_within_53_bits():
    assert 2 * 74_400 * 1_000_000 + 100 < 2**53
    assert 744_000_000 == formulas.subsidy(74_400, 1_000_000)
