"""What is hidden stays hidden: an outsider tries to work it out."""

from cases.solving import Puzzle, every_small_table
from hypothesis import given, settings
from hypothesis import strategies as st

from socialkapitel.cases.suppression import TOTAL, Counts, hide

MIN_CELLS = st.integers(2, 6)


@st.composite
def publications(draw, most=30, largest=4):
    """Several tables that divide the same people of the same columns in different ways."""
    columns = draw(st.integers(2, largest))
    totals = draw(st.lists(st.integers(0, most), min_size=columns, max_size=columns))
    tables = []
    for _ in range(draw(st.integers(1, 3))):
        rows = draw(st.integers(2, largest))
        divided = [_divided(draw, total, rows) for total in totals]
        counts = tuple(zip(*divided, strict=True))
        tables.append(Counts(counts, draw(st.booleans()), draw(st.booleans())))
    return tables


def _divided(draw, total, rows):
    """A number of people in so many rows, few in most of them."""
    left, parts = total, []
    for _ in range(rows - 1):
        part = draw(st.integers(0, min(left, draw(st.sampled_from([0, 3, left])))))
        parts.append(part)
        left -= part
    return draw(st.permutations([*parts, left]))


def hidden_names(hidden):
    return [*hidden.cells, *(("total", column) for column in hidden.columns)]


@given(publications(), MIN_CELLS)
@settings(max_examples=40)
def test_law_no_hidden_number_can_be_worked_out(tables, min_cell):
    hidden = hide(tables, min_cell)
    puzzle = Puzzle.of_counts(tables, hidden)
    for name in hidden_names(hidden):
        low, high = puzzle.bounds(name)
        assert low < high, name


@given(publications(most=4, largest=3), st.integers(2, 3))
@settings(max_examples=60)
def test_law_each_hidden_number_has_two_whole_values_at_least(tables, min_cell):
    tables = tables[:2]
    hidden = hide(tables, min_cell)
    fillings = Puzzle.of_counts(tables, hidden).fillings()
    for name in hidden_names(hidden):
        assert len({filling[name] for filling in fillings}) > 1, name


def test_law_holds_for_every_table_of_two_by_three():
    for rows in every_small_table(2, 3, 1):
        tables = [Counts(rows, telling=True)]
        hidden = hide(tables, 3)
        puzzle = Puzzle.of_counts(tables, hidden)
        fillings = puzzle.fillings() if hidden.cells else []
        for name in hidden_names(hidden):
            assert len({filling[name] for filling in fillings}) > 1, (rows, name)


@given(publications(), MIN_CELLS)
def test_law_no_small_number_is_shown(tables, min_cell):
    hidden = hide(tables, min_cell)
    if hidden.everything:
        assert 0 < sum(map(sum, tables[0].rows)) < min_cell
        return
    for number, table in enumerate(tables):
        for row, values in enumerate(table.rows):
            cells = {TOTAL: sum(values)} | ({} if table.by_total else dict(enumerate(values)))
            for column, value in cells.items():
                if 0 < value < min_cell:
                    assert (number, row, column) in hidden.cells
    for column, values in enumerate(zip(*tables[0].rows, strict=True)):
        if 0 < sum(values) < min_cell:
            assert column in hidden.columns


@given(publications(), MIN_CELLS)
def test_law_a_telling_table_shows_no_column_with_all_people_in_one_row(tables, min_cell):
    hidden = hide(tables, min_cell)
    shown = [] if hidden.everything else [(n, t) for n, t in enumerate(tables) if t.telling]
    for number, table in shown:
        columns = {TOTAL: [sum(values) for values in table.rows]}
        if not table.by_total:
            columns |= dict(enumerate(zip(*table.rows, strict=True)))
        for column, values in columns.items():
            filled = [row for row, value in enumerate(values) if value]
            if len(filled) == 1:
                assert (number, filled[0], column) in hidden.cells


@given(publications())
def test_law_nothing_is_hidden_where_every_number_may_be_shown(tables):
    hidden = hide(tables, 1)
    assert (frozenset(), frozenset(), False) == (hidden.cells, hidden.columns, hidden.everything)


@given(publications(), MIN_CELLS)
def test_law_hiding_is_the_same_each_time(tables, min_cell):
    assert hide(tables, min_cell) == hide(tables, min_cell)
