"""What is hidden stays hidden from a reader who has the numbers and knows the code."""

from functools import partial
from itertools import combinations, permutations

import pytest
from cases.intruder import (
    alike,
    came_and_went,
    every_history,
    every_table,
    known,
    numbers_of,
    published,
    seen,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socialkapitel.cases.suppression import TOTAL, Counts, hide

MIN_CELLS = st.integers(3, 6)
NIGHTLY = settings().max_examples > 1000
"""With ``--hypothesis-profile=nightly`` the tables hold more people."""


# --- one publication: every small table -----------------------------------------------------------


@pytest.mark.parametrize(
    ("height", "width", "min_cell", "most"),
    [
        (2, 1, 3, 30),
        (3, 1, 3, 16),
        (4, 1, 3, 11),
        (4, 1, 5, 12),
        (2, 2, 3, 12),
        (2, 2, 5, 12),
        (2, 3, 3, 8),
        (3, 2, 4, 8),
        (2, 4, 3, 7),
        (3, 3, 3, 6),
        (3, 4, 3, 5),
    ],
)
@pytest.mark.parametrize("telling", [False, True])
def test_law_a_reader_who_knows_the_code_learns_no_small_number(
    height, width, min_cell, most, telling
):
    for total in range(min_cell, most + 1 + 2 * NIGHTLY):
        groups = alike(
            every_table(total, height, width),
            lambda rows: seen([Counts.of_rows(rows, telling=telling)], min_cell),
        )
        for shown, group in groups.items():
            assert [] == known(group, numbers_of, min_cell), (shown, group)
            if telling:
                columns = [TOTAL, *range(width)]
                assert [] == [c for c in columns if all(in_one_row(t, c) for t in group)]


def in_one_row(rows, column):
    """Whether all people of a column, and not only those shown, are in one row: which one."""
    numbers = numbers_of(rows)
    filled = [row for row in range(len(rows)) if numbers[row, column]]
    return len(filled) == 1


def test_law_tables_with_the_same_columns_tell_no_more_together():
    for total in range(3, 7 + NIGHTLY):
        tables = {}
        for rows in every_table(total, 2, 2):
            tables.setdefault(tuple(map(sum, zip(*rows, strict=True))), []).append(rows)
        worlds = [(a, b) for same in tables.values() for a in same for b in same]
        groups = alike(
            worlds,
            lambda world: seen(
                [Counts.of_rows(world[0]), Counts.of_rows(world[1], telling=True)], 3
            ),
        )
        for group in groups.values():
            for number in (0, 1):
                values_of = partial(lambda number, world: numbers_of(world[number]), number)
                assert [] == known(group, values_of, 3), group


# --- reports side by side: every small history ----------------------------------------------------


@pytest.mark.parametrize(
    ("height", "width", "reports", "most"),
    [(1, 1, 2, 9), (1, 1, 3, 4), (2, 1, 2, 5), (3, 1, 2, 3)],
)
@pytest.mark.parametrize("by_total", [False, True])
def test_law_reports_side_by_side_tell_of_no_few_who_came_or_left(
    height, width, reports, most, by_total
):
    places = [(row, column) for row in range(height) for column in range(width)]
    groups = alike(
        every_history(places, reports, most),
        lambda trails: published(trails, reports, height, width, 3, by_total=by_total),
    )
    values_of = partial(came_and_went, reports=reports, height=height, width=width)
    assert len(groups) > most
    for shown, group in groups.items():
        assert [] == known(group, values_of, 3), (shown, group)


# --- larger tables: another table that looks the same ---------------------------------------------


@st.composite
def tables(draw, most=30, largest=4):
    """A table with few people in many of its cells."""
    height, width = draw(st.integers(2, largest)), draw(st.integers(1, largest))
    number = st.sampled_from([0, 1, 2, 4, 6, 9, most]) | st.integers(0, most)
    row = st.tuples(*[number] * width)
    return draw(st.tuples(*[row] * height))


def others(rows):
    """The tables in which two rows, two columns or two cells of a row have changed places, or one
    person two others, or one has gone elsewhere."""
    height, width = len(rows), len(rows[0])
    for order in permutations(range(height)):
        yield tuple(rows[r] for r in order)
    for order in permutations(range(width)):
        yield tuple(tuple(row[c] for c in order) for row in rows)
    cells = [(r, c) for r in range(height) for c in range(width)]
    for here, there in permutations(cells, 2):
        yield moved(rows, [here], [there])
    for (a, b), (c, d) in combinations(cells, 2):
        yield moved(rows, [(a, b), (c, d)], [(a, d), (c, b)])
        yield moved(rows, [(a, d), (c, b)], [(a, b), (c, d)])


def moved(rows, away, to):
    """One person fewer in each of some cells, one more in each of others."""
    return tuple(
        tuple(n + to.count((r, c)) - away.count((r, c)) for c, n in enumerate(row))
        for r, row in enumerate(rows)
    )


@given(tables(), MIN_CELLS)
@settings(max_examples=15 + 500 * NIGHTLY)
def test_law_another_table_with_another_small_number_looks_the_same(rows, min_cell):
    shown = seen([Counts.of_rows(rows)], min_cell)
    assume(None is not shown[0, TOTAL, TOTAL])
    numbers = numbers_of(rows)
    left = {
        place
        for place, value in numbers.items()
        if shown[(0, *place)] is None and 0 < value < min_cell
    }
    near = {rows}
    for _ in range(3):
        near |= {
            other
            for other in {o for one in list(near)[:20] for o in others(one)}
            if min(map(min, other)) >= 0 and seen([Counts.of_rows(other)], min_cell) == shown
        }
        left -= {p for p in left if any(numbers_of(o)[p] != numbers[p] for o in near)}
        if not left:
            return
    assert not left


# --- what is shown --------------------------------------------------------------------------------


@given(tables(), MIN_CELLS, st.booleans())
def test_law_no_small_number_is_shown(rows, min_cell, telling):
    shown = seen([Counts.of_rows(rows, telling=telling)], min_cell)
    numbers = numbers_of(rows)
    for (_, *place), value in shown.items():
        assert value in {None, numbers[tuple(place)]}
        assert value is None or not 0 < value < min_cell


@given(tables(), MIN_CELLS)
def test_law_a_table_without_a_small_number_is_shown_whole(rows, min_cell):
    rows = [[number if number >= min_cell else 0 for number in row] for row in rows]
    assert None not in seen([Counts.of_rows(rows)], min_cell).values()


@given(tables(), MIN_CELLS)
def test_law_a_telling_table_shows_no_column_with_all_people_in_one_row(rows, min_cell):
    shown = seen([Counts.of_rows(rows, telling=True)], min_cell)
    for column in (TOTAL, *range(len(rows[0]))):
        if in_one_row(rows, column):
            values = [shown[0, row, column] for row in range(len(rows))]
            assert not any(values)


@given(tables(), st.booleans())
def test_law_nothing_is_hidden_where_every_number_may_be_shown(rows, telling):
    hidden = hide([Counts.of_rows(rows, telling=telling)], 1)
    assert (frozenset(), frozenset(), False) == (hidden.cells, hidden.columns, hidden.everything)


@given(tables(), MIN_CELLS)
def test_law_an_earlier_report_never_makes_more_be_shown(rows, min_cell):
    before = seen([Counts.of_rows(rows)], min_cell)
    trails = {
        (cell, cell): number
        for cell, number in numbers_of(rows).items()
        if TOTAL not in cell and number
    }
    shown = {place[1:]: number for place, number in before.items() if number is not None}
    beside = Counts(len(rows), len(rows[0]), trails, (shown,))
    assert before == seen([beside], min_cell)
