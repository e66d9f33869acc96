"""Hides the small cells of tables, and enough others that none can be worked out from totals.

The tables of one publication have the same columns and therefore the same column totals; each has
row totals of its own, and all have the same grand total. An outsider knows what is shown, and that
people are counted in whole numbers from 0. A cell is safe when at least one other set of such
numbers fits all that is shown and has another value there.

Such another set is found as a round trip. Let one cell grow by one: its column now holds one too
many, so another cell of the column shrinks; that cell's row now lacks one, so another cell of the
row grows, or the row's total shrinks; and so on until all is in balance again. If every cell on the
trip is hidden, nobody can tell the two sets apart. So for each small cell the cheapest trip is
looked for, and the cells on it are hidden. A zero is the last to be taken, since outsiders often
know that a cell is empty; a zero that is hidden on a trip could have been one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from math import inf
from typing import TypeAlias

import attrs

from socialkapitel.cases.reports import CountTable, Heading
from socialkapitel.messages import Text

Cell: TypeAlias = tuple[int, int]
Line: TypeAlias = tuple[str, int]
Trip: TypeAlias = tuple[float, tuple[Cell, ...]]
Ways: TypeAlias = defaultdict[Line, list[tuple[Cell, Line]]]

TOTAL = -1
"""The column of the row totals."""

_NO_TRIP: Trip = (inf, ())


@attrs.frozen
class Counts:
    """How many are in each row (outer) and column (inner) of a table.

    ``by_total`` has the rows by all columns only (no columns of its own). ``telling`` says that the
    rows tell what colleagues don't see: then a column whose people are all in one row is hidden
    there too, since it would tell of each of them.
    """

    rows: tuple[tuple[int, ...], ...]
    by_total: bool = False
    telling: bool = False


@attrs.frozen
class Suppressed:
    """What is hidden of a publication.

    ``cells`` has ``(table, row, column)``, the row totals under `TOTAL`; ``columns`` the column
    totals. Where ``everything`` is, nothing at all may be shown, the grand total included.
    """

    cells: frozenset[tuple[int, int, int]]
    columns: frozenset[int]
    everything: bool = False


def hide(tables: Sequence[Counts], min_cell: int) -> Suppressed:
    """What must not be shown of tables with the same columns.

    Args:
        tables: the counts, each with two rows at least, and with two columns where they are shown.
        min_cell: the least number above 0 that may be shown; with 1, all may.

    >>> hidden = hide([Counts(((77, 4, 11), (11, 1, 9)))], 5)
    >>> sorted(hidden.cells)
    [(0, 0, 1), (0, 0, 2), (0, 1, 1), (0, 1, 2)]
    """
    totals = [sum(column) for column in zip(*tables[0].rows, strict=True)]
    if 0 < sum(totals) < min_cell:
        return Suppressed(frozenset(), frozenset(), everything=True)
    grids = [_Grid(table, min_cell) for table in tables]
    columns: set[int] = set()
    for column, total in enumerate(totals):
        if 0 < total < min_cell and column not in columns:
            columns |= {column, _exchange(column, totals, columns, grids)}
    for grid in grids:
        grid.protect()
    cells = {
        (number, row, column) for number, grid in enumerate(grids) for row, column in grid.hidden
    }
    return Suppressed(frozenset(cells), frozenset(columns))


def _exchange(column: int, totals: list[int], hidden: set[int], grids: list[_Grid]) -> int:
    """Hide, in every table, what lets one person pass from a column to another; the other one."""
    divided = [(grid, grid.trips(("column", column), grid.into)) for grid in grids if grid.divided]

    def cost(other: int) -> float:
        own: float = 0 if other in hidden else _cost(totals[other], sum(totals))
        return own + sum(trips["column", other][0] for _, trips in divided)

    chosen = min((other for other in range(len(totals)) if other != column), key=cost)
    for grid, trips in divided:
        grid.hidden.update(trips["column", chosen][1])
    return chosen


def _cost(value: int, most: int) -> int:
    """What hiding a number costs: those counted in it; a zero more than all numbers together."""
    return value or 10 * most


class _Grid:
    """One table on the way to what is hidden of it."""

    def __init__(self, counts: Counts, min_cell: int) -> None:
        self.divided = not counts.by_total
        self.values: dict[Cell, int] = {}
        for row, numbers in enumerate(counts.rows):
            self.values[row, TOTAL] = sum(numbers)
            if self.divided:
                self.values |= {(row, column): one for column, one in enumerate(numbers)}
        self.most = sum(map(sum, counts.rows))
        small = {cell for cell, value in self.values.items() if 0 < value < min_cell}
        alone = set(self._alone()) if counts.telling and min_cell > 1 else set()
        self.unsafe = sorted(small | alone)
        self.hidden = small | alone
        self.out: Ways = defaultdict(list)
        self.into: Ways = defaultdict(list)
        for cell, value in self.values.items():
            start, end = self._step(cell)
            self._open(cell, start, end)
            if value:  # no number shrinks below 0
                self._open(cell, end, start)

    def _alone(self) -> Iterator[Cell]:
        """The cells in which all people of their column are."""
        for column in {column for _, column in self.values}:
            filled = [cell for cell, value in self.values.items() if cell[1] == column and value]
            if len(filled) == 1:
                yield filled[0]

    def protect(self) -> None:
        """Hide the cheapest round trip through each cell that is not to be known."""
        for cell in self.unsafe:
            start, end = self._step(cell)
            grown = self.trips(end, self.out, cell, start).get(start, _NO_TRIP)
            shrunk = self.trips(start, self.out, cell, end).get(end, _NO_TRIP)
            self.hidden.update(min(grown, shrunk)[1])

    def trips(
        self, start: Line, ways: Ways, without: Cell | None = None, goal: Line | None = None
    ) -> dict[Line, Trip]:
        """The cheapest way to each line, or through a goal: cost and cells (Dijkstra)."""
        best: dict[Line, Trip] = {}
        heap: list[tuple[float, Line, tuple[Cell, ...]]] = [(0, start, ())]
        while heap and goal not in best:
            cost, line, cells = heappop(heap)
            if line in best:
                continue
            best[line] = cost, cells
            for cell, reached in ways[line]:
                if cell != without and reached not in best:
                    own = 0 if cell in self.hidden else _cost(self.values[cell], self.most)
                    heappush(heap, (cost + own, reached, (*cells, cell)))
        return best

    def _open(self, cell: Cell, start: Line, end: Line) -> None:
        self.out[start].append((cell, end))
        self.into[end].append((cell, start))

    def _step(self, cell: Cell) -> tuple[Line, Line]:
        """The two lines that a cell is in, in the direction in which it grows."""
        row, column = cell
        if column != TOTAL:
            return ("column", column), ("row", row)
        # Rows that have no columns of their own need not balance: they are one.
        return ("row", row if self.divided else 0), ("column", TOTAL)


@attrs.frozen(kw_only=True)
class RawTable:
    """A table before anything is hidden."""

    id: str
    label: Text
    rows: Mapping[str, Text]
    counts: Counts


def publish(
    tables: Sequence[RawTable], columns: Mapping[str, Text], min_cell: int
) -> tuple[CountTable, ...]:
    """The tables of one publication, which share their columns, with small numbers hidden."""
    hidden = hide([table.counts for table in tables], min_cell)
    headings = tuple(Heading(*column) for column in columns.items())
    return tuple(_shown(number, one, headings, hidden) for number, one in enumerate(tables))


def _shown(
    number: int, table: RawTable, columns: tuple[Heading, ...], hidden: Suppressed
) -> CountTable:
    def shown(value: int, row: int, column: int) -> int | None:
        return None if hidden.everything or (number, row, column) in hidden.cells else value

    rows = table.counts.rows
    totals = [sum(column) for column in zip(*rows, strict=True)]
    divided = not table.counts.by_total
    return CountTable(
        id=table.id,
        label=table.label,
        rows=tuple(Heading(*row) for row in table.rows.items()),
        columns=columns if divided else (),
        cells=tuple(
            tuple(shown(value, r, c) for c, value in enumerate(row)) if divided else ()
            for r, row in enumerate(rows)
        ),
        row_totals=tuple(shown(sum(row), r, TOTAL) for r, row in enumerate(rows)),
        column_totals=tuple(
            None if hidden.everything or c in hidden.columns else total
            for c, total in enumerate(totals)
        )
        if divided
        else (),
        total=None if hidden.everything else sum(totals),
    )
