"""Which numbers are hidden, by example."""

from socialkapitel.cases.suppression import TOTAL, Counts, Suppressed, hide


def cells(hidden):
    return sorted(hidden.cells)


def test_a_small_number_takes_others_with_it_until_no_line_gives_it_away():
    hidden = hide([Counts(((20, 3, 30), (40, 50, 60)))], 5)
    assert [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)] == cells(hidden)
    assert frozenset() == hidden.columns


def test_the_cheapest_others_are_taken():
    hidden = hide([Counts(((20, 3, 9), (40, 50, 8)))], 5)
    assert [(0, 0, 1), (0, 0, 2), (0, 1, 1), (0, 1, 2)] == cells(hidden)


def test_a_zero_is_taken_last():
    assert [(0, 0, 0), (0, 0, 2), (0, 1, 0), (0, 1, 2)] == cells(
        hide([Counts(((900, 0, 3), (800, 0, 70)))], 5)
    )


def test_a_zero_is_taken_where_nothing_else_would_hide():
    counts = Counts(((10, 0), (0, 20)), telling=True)
    assert [(0, r, c) for r in (0, 1) for c in (TOTAL, 0, 1)] == cells(hide([counts], 5))
    assert [] == cells(hide([Counts(((10, 0), (0, 20)))], 5))


def test_a_small_row_hides_its_total_and_another_row():
    hidden = hide([Counts(((2, 1), (50, 20), (60, 70)))], 5)
    assert {(0, 0, TOTAL), (0, 0, 0), (0, 0, 1)} < set(hidden.cells)
    assert (0, 1, TOTAL) in hidden.cells


def test_a_small_column_total_is_hidden_with_another_in_every_table():
    by_sex, by_age = Counts(((2, 9, 30), (1, 9, 30))), Counts(((3, 10, 20), (0, 8, 40)))
    hidden = hide([by_sex, by_age], 5)
    assert frozenset({0, 1}) == hidden.columns
    for table in (0, 1):
        assert {c for t, _, c in hidden.cells if t == table} >= {0, 1}


def test_two_small_column_totals_hide_each_other():
    assert frozenset({0, 1}) == hide([Counts(((2, 3, 30), (1, 1, 30)))], 5).columns


def test_rows_by_all_columns_only():
    hidden = hide([Counts(((2, 1), (20, 10), (60, 70)), by_total=True)], 5)
    assert [(0, 0, TOTAL), (0, 1, TOTAL)] == cells(hidden)
    alone = Counts(((40, 30), (0, 0)), by_total=True, telling=True)
    assert [(0, 0, TOTAL), (0, 1, TOTAL)] == cells(hide([alone], 5))


def test_with_fewer_people_than_may_be_shown_nothing_is():
    assert Suppressed(frozenset(), frozenset(), everything=True) == hide(
        [Counts(((2, 1), (0, 1)))], 5
    )
    assert Suppressed(frozenset(), frozenset()) == hide([Counts(((0, 0), (0, 0)))], 5)
