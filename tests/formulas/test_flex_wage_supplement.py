import narwhals as nw
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas import flex_wage_supplement as formulas

amounts = st.integers(0, 100_000_000)
rows = st.lists(st.tuples(amounts, amounts), min_size=1, max_size=20)


def column_pick(condition, then, otherwise):
    return nw.when(condition).then(then).otherwise(otherwise)


@given(rows)
def test_columns_give_what_whole_numbers_give(pairs):
    pairs = [(min(pair), max(pair)) for pair in pairs]
    frame = nw.from_native(
        pl.DataFrame(pairs, schema={"pay": pl.Int64, "full": pl.Int64}, orient="row")
    ).with_columns(most=nw.lit(1_995_200, nw.Int64), threshold=nw.lit(1_632_300, nw.Int64))
    most, pay, full, threshold = (nw.col(name) for name in ("most", "pay", "full", "threshold"))
    part = formulas.reduction_part(pay, threshold, 3000, 5500, column_pick)
    columns = frame.select(
        part=part, supplement=formulas.supplement(most, part, pay, full, column_pick)
    )
    expected = []
    for paid, whole in pairs:
        taken = formulas.reduction_part(paid, 1_632_300, 3000, 5500)
        expected.append((taken, formulas.supplement(1_995_200, taken, paid, whole)))

    assert expected == columns.to_native().rows()


def test_at_the_threshold_the_lower_reduction_takes_it_all():
    assert 30 * 100 * 1_632_300 == formulas.reduction_part(1_632_300, 1_632_300, 3000, 5500)


def test_above_the_threshold_only_the_part_above_it_is_reduced_more():
    expected = 3000 * 1_632_300 + 5500

    assert expected == formulas.reduction_part(1_632_301, 1_632_300, 3000, 5500)


def test_half_an_oere_is_rounded_up():
    # 100.00 less 30 per cent of 0.05: 99.985
    assert 9999 == formulas.supplement(10_000, 3000 * 5, 5, 1_000_000)


def test_the_largest_inputs_stay_within_53_bits():
    part = formulas.reduction_part(100_000_000, 1_000_000, 10_000, 10_000)

    assert 2 * part + formulas.OVER < 2**53
    assert 2 * 100_000_000 * formulas.OVER + formulas.OVER < 2**53


def test_without_pay_there_is_no_supplement():
    assert 0 == formulas.supplement(1_995_200, 0, 0, 3_000_000)


def test_pay_above_full_time_pay_leaves_none():
    assert 0 == formulas.supplement(1_995_200, 0, 3_000_001, 3_000_000)


@given(st.lists(st.tuples(st.integers(0, 2_000_000)), min_size=1, max_size=20))
def test_atp_is_five_per_cent_and_at_most_500(rows):
    frame = nw.from_native(pl.DataFrame(rows, schema={"amount": pl.Int64}, orient="row"))
    columns = frame.select(atp=formulas.atp(nw.col("amount"), 500, 50_000, column_pick))
    expected = [(min(amount * 5 + 50, 5_000_000 + 50) // 100,) for (amount,) in rows]
    assert expected == columns.to_native().rows()
    assert expected == [(formulas.atp(amount, 500, 50_000),) for (amount,) in rows]
