"""Which numbers are hidden, by example."""

import pytest

from socialkapitel.cases.reports import CountTable, Heading
from socialkapitel.cases.suppression import TOTAL, Counts, Earlier, Suppressed, hide
from socialkapitel.messages import Label

NAME = Label(en="x", da="x")


def hidden(*rows, min_cell=5, **more):
    found = hide([Counts.of_rows(rows, **more)], min_cell)
    return sorted((row, column) for _, row, column in found.cells), sorted(found.columns)


def line(*numbers, min_cell=5, **more):
    """Which numbers of a list by all columns are hidden."""
    found, _ = hidden(*([number] for number in numbers), min_cell=min_cell, **more)
    return [row for row, column in found if column == TOTAL]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((6, 7, 8), []),
        ((6, 0, 8), []),
        ((6, 1, 1, 0), [0, 1, 2, 3]),  # 6 and two hidden would tell that both are 1
        ((9, 4, 1, 0), [1, 2, 3]),
        ((9, 3, 1, 0), [0, 1, 2, 3]),  # two hidden alone would be four people
        ((9, 3, 20, 8, 0), [1, 3, 4]),
        ((9, 3, 20, 8, 8, 0), [1, 3, 4, 5]),  # equal numbers go together
        ((9, 3, 3, 20, 8), [1, 2, 4]),  # two of the same would tell each other
        ((4, 4, 20), [0, 1, 2]),
        ((4, 4, 4), [0, 1, 2]),
        ((4, 4, 0, 20), [0, 1, 2, 3]),  # nobody is no second value
    ],
)
def test_with_a_small_number_the_smallest_are_hidden(numbers, expected):
    assert expected == line(*numbers)


def test_the_limit_is_the_least_number_shown():
    assert [] == line(3, 4, 9, min_cell=3)
    assert [0, 1] == line(2, 4, 9, min_cell=3)
    assert [] == line(1, 2, 3, min_cell=1)


def test_a_table_without_small_numbers_is_shown():
    assert ([], []) == hidden((77, 24, 11), (11, 21, 0))
    assert ([], []) == hidden((0, 0), (0, 0))
    assert ([], []) == hidden((77, 24))


def test_the_largest_lines_are_told_apart_as_long_as_nothing_small_comes_to_light():
    cells = [(1, 0), (1, 1), (2, 0), (2, 1)]
    assert (cells, []) == hidden((77, 24), (11, 21), (30, 1))
    # the largest row would leave 3 people in the other two
    every = [(row, column) for row in range(3) for column in range(2)]
    assert (every, []) == hidden((77, 24), (11, 2), (30, 1))
    every = [(row, column) for row in range(2) for column in range(2)]
    assert (every, []) == hidden((77, 24), (30, 1))
    # the largest column comes first, and brings the 4 to light
    assert (every, []) == hidden((77, 9), (4, 60))


def test_a_small_column_stays_together_with_the_next_larger():
    found, columns = hidden((50, 60, 1), (40, 70, 9))
    assert ([(0, 0), (0, 2), (1, 0), (1, 2)], []) == (found, columns)


def test_rows_whose_totals_are_hidden_are_not_told_apart():
    found, _ = hidden((2, 1), (9, 8), (9, 8), (50, 60))
    assert [(row, column) for row in range(3) for column in (TOTAL, 0, 1)] == found
    cells = [(row, column) for row in range(2) for column in range(3)]
    assert (cells, [0, 1, 2]) == hidden((2, 9, 9, 50), (1, 8, 8, 60))


def test_all_people_may_be_in_one_column_of_a_telling_table():
    assert ([], []) == hidden((9, 0), (8, 0), telling=True)


def test_a_cell_of_an_empty_row_or_column_is_shown():
    found, _ = hidden((77, 24, 0), (30, 1, 0), (0, 0, 0))
    assert [(0, 0), (0, 1), (1, 0), (1, 1)] == found


def test_zeros_that_can_be_worked_out_are_shown():
    # the last two rows are one, and nobody in them is in the last column, which stands alone
    found, _ = hidden((77, 24, 60), (30, 21, 0), (20, 1, 0))
    assert [(1, 0), (1, 1), (2, 0), (2, 1)] == found


def test_a_small_column_total_hides_the_smallest_columns_in_every_table():
    by_sex = Counts.of_rows(((2, 9, 30), (1, 9, 30)))
    by_age = Counts.of_rows(((3, 10, 20), (0, 8, 40)))
    found = hide([by_sex, by_age], 5)
    assert frozenset({0, 1}) == found.columns
    for table in (0, 1):
        assert [(0, 0), (0, 1), (1, 0), (1, 1)] == sorted(
            (r, c) for t, r, c in found.cells if t == table
        )


def test_rows_by_all_columns_only():
    counts = Counts(3, 2, {((0, 0),): 3, ((1, 1),): 30, ((2, 0),): 130}, by_total=True)
    assert [(0, 0, TOTAL), (0, 1, TOTAL)] == sorted(hide([counts], 5).cells)


def test_a_telling_table_hides_where_all_are_in_one_row():
    assert [0, 1, 2] == line(0, 9, 0, telling=True)
    assert [] == line(0, 9, 0)
    assert [] == line(0, 9, 0, telling=True, min_cell=1)
    assert ([], []) == hidden((10, 20), (0, 20))
    every = [(row, column) for row in range(2) for column in range(2)]
    assert (every, []) == hidden((10, 20), (0, 20), telling=True)
    assert ([], []) == hidden((10, 20), (5, 20), telling=True)
    assert ([], []) == hidden((10, 20), (0, 20), telling=True, min_cell=1)


def test_with_fewer_people_than_may_be_shown_nothing_is():
    nothing = Suppressed(frozenset(), frozenset(), everything=True)
    assert nothing == hide([Counts.of_rows(((2, 1), (0, 1)))], 5)
    assert Suppressed(frozenset(), frozenset()) == hide([Counts.of_rows(((0, 0), (0, 0)))], 5)


# --- beside earlier reports -----------------------------------------------------------------------


def beside(trails, shown, height=2):
    """Which rows are hidden: trails of rows, and what an earlier report shows of each row."""
    trails = {
        tuple(None if row is None else (row, 0) for row in trail): people
        for trail, people in trails.items()
    }
    earlier = tuple(
        {(row, TOTAL): number for row, number in one.items() if row != TOTAL}
        | {(TOTAL, TOTAL): one[TOTAL]}
        for one in shown
    )
    found = hide([Counts(height, 1, trails, earlier, by_total=True)], 5)
    return "all" if found.everything else sorted(row for _, row, _ in found.cells)


BEFORE = {0: 40, 1: 30, TOTAL: 70}


@pytest.mark.parametrize(
    ("trails", "expected"),
    [
        ({(0, 0): 40, (1, 1): 30}, []),
        ({(0, 0): 40, (1, 1): 30, (0, None): 5}, []),
        ({(0, 0): 40, (1, 1): 30, (0, None): 4}, "all"),
        ({(0, 0): 40, (1, 1): 30, (0, None): 1}, "all"),
        ({(0, 0): 35, (1, 1): 30, (None, 0): 5}, []),
        ({(0, 0): 36, (1, 1): 30, (None, 0): 4}, "all"),
        ({(0, 0): 40, (1, 1): 30, (0, None): 4, (1, None): 4}, [0, 1]),
        ({(0, 0): 40, (1, 1): 30, (0, None): 4, (1, None): 6}, [0, 1]),
        ({(0, 0): 40, (1, 1): 28, (0, 1): 2}, [0, 1]),  # two have moved
        ({(0, 0): 40, (1, 1): 25, (0, 1): 5}, []),
        ({(0, 0): 36, (1, 1): 26, (None, 0): 4, (None, 1): 4}, [0, 1]),
    ],
)
def test_few_who_came_or_left_are_hidden(trails, expected):
    assert expected == beside(trails, [BEFORE])


def test_a_number_that_was_hidden_is_not_compared():
    trails = {(0, 0): 40, (1, 1): 28, (0, 1): 2}
    assert [] == beside(trails, [{TOTAL: 70}])


def test_several_earlier_reports_are_taken_together():
    # 5 came since the first and 9 since the second, but only one person was in neither
    trails = {(0, 0, 0): 40, (1, 1, 1): 26, (1, 1, None): 8, (1, None, 1): 4, (1, None, None): 1}
    first = {0: 40, 1: 34, TOTAL: 74}
    second = {0: 40, 1: 30, TOTAL: 70}
    assert "all" == beside(trails, [first, second])
    assert [] == beside({k[:2]: 5 if k[1] is None else n for k, n in trails.items()}, [first])


@pytest.mark.parametrize(
    ("total", "expected"), [(70, []), (71, "all"), (74, "all"), (75, []), (66, "all"), (65, [])]
)
def test_cases_that_an_earlier_report_counted_differently_count_as_come_and_left(total, expected):
    trails = {(0, 0): 40, (1, 1): 30}
    assert expected == beside(trails, [{TOTAL: total}])


@pytest.mark.parametrize(
    ("trails", "total", "expected"),
    [
        ({(0, 0): 40, (1, 1): 30, (0, None): 6}, 70, []),
        ({(0, 0): 40, (1, 1): 30, (0, None): 6}, 71, "all"),
        ({(0, 0): 40, (1, 1): 30, (None, 0): 8}, 78, []),
        ({(0, 0): 40, (1, 1): 30, (None, 0): 8}, 79, "all"),
        ({(0, 0): 40, (1, 1): 30, (None, 0): 8, (0, None): 8}, 79, []),
        ({(0, 0): 40, (1, 1): 30, (None, 0): 4}, 70, "all"),
    ],
)
@pytest.mark.parametrize("others", [0, 1])
def test_what_came_and_left_beside_a_number_that_was_counted_differently(
    trails, total, expected, others
):
    trails = {(now, *[None] * others, was): people for (now, was), people in trails.items()}
    assert expected == beside(trails, [*[{TOTAL: 0}] * others, {TOTAL: total}])


def test_rows_that_only_an_earlier_report_had_are_no_part_of_the_hidden_ones():
    trails = {(0, 0): 40, (1, 1): 3, (2, 2): 9, (None, 3): 3, (None, 0): 5}
    assert [1, 2] == beside(trails, [{0: 45, TOTAL: 60}], height=3)


def test_cells_of_a_column_that_is_empty_now_are_not_compared():
    trails = {
        **{(cell, cell): 20 for cell in ((0, 0), (0, 1), (1, 0), (1, 1))},
        **{(None, cell): 3 for cell in ((0, 2), (1, 2))},
    }
    earlier = {(TOTAL, TOTAL): 86, (0, 2): 3, (1, 2): 3}
    assert Suppressed(frozenset(), frozenset()) == hide([Counts(2, 3, trails, (earlier,))], 5)


def test_cells_are_compared_one_by_one():
    trails = {((row, column),) * 2: 20 for row in range(2) for column in range(2)}
    trails |= {((0, 0), (0, 1)): 5, ((1, 1), (1, 0)): 2, ((1, 1), None): 5}
    earlier = {(TOTAL, TOTAL): 87, (0, 0): 20, (0, 1): 25, (1, 0): 22, (1, 1): 20}
    found = hide([Counts(2, 2, trails, (earlier,))], 5)
    assert {(0, row, column) for row in range(2) for column in range(2)} == found.cells
    assert frozenset() == hide([Counts(2, 2, trails, ({(TOTAL, TOTAL): 87},))], 5).cells


def test_places_by_name_and_what_an_earlier_table_shows():
    table = CountTable(
        id="sex",
        label=NAME,
        rows=(Heading("woman", NAME), Heading("unknown", NAME)),
        columns=(Heading("viborg", NAME), Heading("fyn", NAME)),
        cells=((1, 2), (None, 3)),
        row_totals=(3, None),
        column_totals=(None, 5),
        total=6,
    )
    counts = Counts.of_places(
        {1: ("woman", "viborg"), 2: ("man", "viborg"), 4: ("man", "viborg")},
        ["woman", "man"],
        ["aarhus", "viborg"],
        [Earlier({1: ("woman", "viborg"), 2: ("unknown", "fyn"), 3: ("woman", "aarhus")}, table)],
        by_total=True,
        telling=True,
    )
    assert {
        ((0, 1), (0, 1)): 1,
        ((1, 1), (2, 2)): 1,
        ((1, 1), None): 1,
        (None, (0, 0)): 1,
    } == counts.trails
    # what only the earlier table has, here "unknown" and "fyn", is numbered after the rest
    shown = {(TOTAL, TOTAL): 6, (0, TOTAL): 3, (TOTAL, 2): 5, (0, 1): 1, (0, 2): 2, (2, 2): 3}
    assert (shown,) == counts.shown
    assert (2, 2, True, True) == (counts.height, counts.width, counts.by_total, counts.telling)
    assert ((0, 1), (0, 2)) == counts.rows
    assert ((0, 0), (1, 2)) == counts.transposed.rows
    assert ({(c, r): number for (r, c), number in shown.items()},) == counts.transposed.shown
    plain = Counts.of_places({1: ("woman", "viborg")}, ["woman"], ["viborg"])
    assert (False, False, ()) == (plain.by_total, plain.telling, plain.shown)
