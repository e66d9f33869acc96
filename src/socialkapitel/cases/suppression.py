"""Hides small numbers in tables, even from a reader who knows this code.

The tables of one publication count the same people by the same columns, so they share the column
totals and the grand total. A number is *weak* when few people are in it, or when few have entered
or left it since a report that is already public. A table is published in three layers:

1. The grand total, unless it is weak; then nothing at all is shown. 2. The row totals and the
column totals. Where one is weak, the smallest of the line are hidden with it, zeros too, until the
hidden ones have two different values and are not weak together. The smallest are hidden, whatever
their places: a reader cannot tell the hidden ones apart. 3. The cells. At first all rows are
merged, and all columns. Line after line is separated from the rest, the one with the largest total
first, as long as no number of the resulting coarser table is weak. Cells that are still merged are
hidden.

So each step is decided from what is already shown, and stopping reveals only that the next line
would have exposed a weak number, not which. That leaves at least two values for every hidden small
number. The tests try all small tables: they take the published numbers and this code, and look for
a hidden number that only one value fits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from socialkapitel.cases.reports import CountTable, Heading
from socialkapitel.messages import Text

Cell: TypeAlias = tuple[int, int]
Trail: TypeAlias = tuple[Cell | None, ...]
Places: TypeAlias = Mapping[Any, tuple[str, str]]
Group: TypeAlias = Callable[[int], int]

TOTAL = -1
"""The column of the row totals, and the row of the column totals."""

_REST = -2
"""The merged lines."""


@attrs.frozen
class Earlier:
    """A table that is already public: the place of everyone counted in it, and what it shows."""

    places: Places
    table: CountTable


@attrs.frozen
class Counts:
    """How many are in each row and column of a table, and where they were in earlier reports.

    ``trails`` has the number of people for each sequence of cells: the present one, then that of
    each earlier report, None where they are not counted. ``shown`` has what the earlier reports
    show.
    ``by_total`` has the rows by all columns only (no columns of its own). ``telling`` says that the
    rows reveal what colleagues don't see: then a column whose people are all in one row is hidden
    there, too, as it would reveal it of each of them.
    """

    height: int
    width: int
    trails: Mapping[Trail, int]
    shown: tuple[Mapping[Cell, int], ...] = ()
    by_total: bool = False
    telling: bool = False

    @classmethod
    def of_rows(cls, rows: Sequence[Sequence[int]], *, telling: bool = False) -> Counts:
        """Counts without earlier reports."""
        trails: dict[Trail, int] = {
            ((r, c),): n for r, row in enumerate(rows) for c, n in enumerate(row) if n
        }
        return cls(len(rows), len(rows[0]), trails, telling=telling)

    @classmethod
    def of_places(
        cls,
        places: Places,
        rows: Iterable[str],
        columns: Iterable[str],
        earlier: Sequence[Earlier] = (),
        *,
        by_total: bool = False,
        telling: bool = False,
    ) -> Counts:
        """Counts of people by their places in a table and in earlier tables.

        Rows and columns that only an earlier table has are numbered after those of this one.
        """
        of_row = {id_: number for number, id_ in enumerate(rows)}
        of_column = {id_: number for number, id_ in enumerate(columns)}
        height, width = len(of_row), len(of_column)

        def cell(place: tuple[str, str] | None) -> Cell | None:
            if place is None:
                return None
            row, column = place
            return of_row.setdefault(row, len(of_row)), of_column.setdefault(column, len(of_column))

        tables = [places, *(one.places for one in earlier)]
        counted = dict.fromkeys(key for table in tables for key in table)
        trails = Counter(tuple(cell(table.get(key)) for table in tables) for key in counted)
        shown = tuple(_shown_before(one.table, of_row, of_column) for one in earlier)
        return cls(height, width, trails, shown, by_total, telling)

    @property
    def transposed(self) -> Counts:
        """The same with rows as columns."""
        trails = {
            tuple([cell and (cell[1], cell[0]) for cell in trail]): people
            for trail, people in self.trails.items()
        }
        shown = tuple({(c, r): n for (r, c), n in one.items()} for one in self.shown)
        return Counts(self.width, self.height, trails, shown, self.by_total, self.telling)

    @property
    def rows(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of each row, column by column."""
        found: dict[Cell | None, int] = {}
        for (now, *_), number in self.trails.items():
            found[now] = found.get(now, 0) + number
        return tuple(
            tuple([found.get((r, c), 0) for c in range(self.width)]) for r in range(self.height)
        )

    @property
    def totals(self) -> tuple[list[int], list[int]]:
        """The totals of the rows, and those of the columns."""
        rows = self.rows
        columns = [sum(row[c] for row in rows) for c in range(self.width)]
        return [sum(row) for row in rows], columns


def _shown_before(
    table: CountTable, of_row: Mapping[str, int], of_column: Mapping[str, int]
) -> dict[Cell, int]:
    """The numbers that a table shows, by row and column."""
    rows = [of_row.get(row.id) for row in table.rows]
    columns = [*(of_column.get(column.id) for column in table.columns), TOTAL]
    lines = [
        *zip(rows, table.cells, table.row_totals, strict=True),
        (TOTAL, table.column_totals, table.total),
    ]
    return {
        (row, column): number
        for row, cells, total in lines
        for column, number in zip(columns, (*cells, total), strict=True)
        if row is not None and column is not None and number is not None
    }


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
    """What must not be shown of tables with the same columns and the same people.

    Args:
        tables: the counts, one at least.
        min_cell: the least number above 0 that may be shown, 3 or more; with 1, all may.

    >>> hidden = hide([Counts.of_rows([[77, 24], [11, 21], [30, 1]])], 5)
    >>> sorted(hidden.cells)
    [(0, 1, 0), (0, 1, 1), (0, 2, 0), (0, 2, 1)]
    """
    first = tables[0]
    if _numbers(first, _one, _one)[TOTAL, TOTAL].weak(min_cell):
        return Suppressed(frozenset(), frozenset(), everything=True)
    columns = _hidden_rows(first.transposed, min_cell, telling=False)
    cells: set[tuple[int, int, int]] = set()
    for number, table in enumerate(tables):
        rows = _hidden_rows(table, min_cell, telling=table.telling)
        cells |= {(number, row, TOTAL) for row in rows}
        if not table.by_total:
            cells |= {(number, *cell) for cell in _hidden_cells(table, rows, columns, min_cell)}
    return Suppressed(frozenset(cells), columns)


def _hidden_rows(counts: Counts, min_cell: int, *, telling: bool) -> frozenset[int]:
    """The rows whose totals are hidden: the weak ones, and the smallest with them."""
    numbers = _numbers(counts, _each, _one)
    every = range(counts.height)
    totals = [numbers[row, TOTAL].total for row in every]
    if telling and min_cell > 1 and sum(map(bool, totals)) == 1:
        return frozenset(every)
    weak = {row for row in every if numbers[row, TOTAL].weak(min_cell)}
    if not weak:
        return frozenset()
    for limit in sorted(set(totals)):
        hidden = weak | {row for row in every if totals[row] <= limit}
        if len({totals[row] for row in hidden} - {0}) > 1:
            apart = _Apart(counts.height, frozenset(every) - hidden)
            if not _numbers(counts, apart.group, _one)[_REST, TOTAL].weak(min_cell):
                return frozenset(hidden)
    return frozenset(every)


def _hidden_cells(
    counts: Counts, rows: frozenset[int], columns: frozenset[int], min_cell: int
) -> set[Cell]:
    """The cells that are merged in the finest coarser table without a weak number."""
    of_rows, of_columns = counts.totals
    table = _Coarser(
        counts,
        _Apart(counts.height, frozenset(r for r, total in enumerate(of_rows) if not total) - rows),
        _Apart(
            counts.width, frozenset(c for c, total in enumerate(of_columns) if not total) - columns
        ),
    )
    lines = [(-total, 0, r) for r, total in enumerate(of_rows) if total and r not in rows]
    lines += [(-total, 1, c) for c, total in enumerate(of_columns) if total and c not in columns]
    for _, along, line in sorted(lines):
        finer = table.with_column(line) if along else table.with_row(line)
        if finer.tells(min_cell):
            break
        table = finer
    return table.hidden


@attrs.frozen
class _Apart:
    """The rows, or the columns, that are separate; the rest are merged into one."""

    size: int
    lines: frozenset[int]

    def has(self, line: int) -> bool:
        """Whether a line is separate, as is the last of the rest."""
        return line in self.lines or len(self.lines) == self.size - 1

    def group(self, line: int) -> int:
        """The line, or the rest. Lines that only earlier reports have are not part of the rest."""
        return line if line >= self.size or self.has(line) else _REST

    def with_line(self, line: int) -> _Apart:
        return _Apart(self.size, self.lines | {line})


@attrs.frozen
class _Coarser:
    """A table in which some rows are merged, and some columns."""

    counts: Counts
    rows: _Apart
    columns: _Apart

    def with_row(self, row: int) -> _Coarser:
        return _Coarser(self.counts, self.rows.with_line(row), self.columns)

    def with_column(self, column: int) -> _Coarser:
        return _Coarser(self.counts, self.rows, self.columns.with_line(column))

    def tells(self, min_cell: int) -> bool:
        """Whether one of its numbers is weak, or a column has all its people in one row."""
        numbers = _numbers(self.counts, self.rows.group, self.columns.group)
        in_column: defaultdict[int, set[int]] = defaultdict(set)
        in_row = set()
        for (row, column), number in numbers.items():
            if number.total:
                in_column[column].add(row)
                in_row.add(row)
        return any(
            row in in_row and column in in_column and number.weak(min_cell)
            for (row, column), number in numbers.items()
        ) or (
            self.counts.telling
            and min_cell > 1
            and any(len(rows) == 1 and rows != {_REST} for rows in in_column.values())
        )

    @property
    def hidden(self) -> set[Cell]:
        """The cells that are merged with others, unless all of them are 0."""
        numbers = _numbers(self.counts, self.rows.group, self.columns.group)
        return {
            (row, column)
            for row in range(self.counts.height)
            for column in range(self.counts.width)
            if not (self.rows.has(row) and self.columns.has(column))
            and numbers[self.rows.group(row), self.columns.group(column)].total
        }


# --- numbers --------------------------------------------------------------------------------------


@attrs.define
class _Number:
    """Who is counted in a number: now, by the earlier reports that counted them; and who left.

    ``here`` has how many are in it now, by the set of earlier reports (as bits) that counted them
    in the same number; ``gone`` how many each earlier report counted in it that are not in it now.
    ``shown`` has what the earlier reports show in its place.
    """

    here: dict[int, int] = attrs.field(factory=dict)
    gone: dict[int, int] = attrs.field(factory=dict)
    shown: dict[int, int] = attrs.field(factory=dict)

    @property
    def total(self) -> int:
        return sum(self.here.values())

    def weak(self, min_cell: int) -> bool:
        """Whether it reveals few people: alone, or together with any earlier reports.

        Subtracting the people of some earlier reports from this number leaves those that none of
        them counted. The smallest such remainder with a given person in it has those who were in no
        report that the person was not in.
        """
        for reports in self.here:
            if sum([n for other, n in self.here.items() if not other & ~reports]) < min_cell:
                return True
        return any(gone < min_cell for gone in self.gone.values()) or any(
            self._differs(report, min_cell) for report in self.shown
        )

    def _differs(self, report: int, min_cell: int) -> bool:
        """Whether a report shows another number than the cases give now, and few came or left.

        Cases that were deleted or recorded since may have come or left: they count as both.
        """
        stayed = sum(people for reports, people in self.here.items() if reports >> report & 1)
        gone = self.gone.get(report, 0)
        unknown = abs(self.shown[report] - stayed - gone)
        moved = (self.total - stayed + unknown, gone + unknown)
        return unknown > 0 and min(moved) < min_cell


def _each(line: int) -> int:
    return line


def _one(_: int) -> int:
    return TOTAL


def _numbers(counts: Counts, row: Group, column: Group) -> defaultdict[Cell, _Number]:
    """The numbers of the coarser table with groups of lines as rows and columns."""
    found: defaultdict[Cell, _Number] = defaultdict(_Number)

    def told(cell: Cell, report: int) -> bool:
        """Whether a report shows a number, or may show the sum of several."""
        return _REST in cell or report in found[cell].shown

    for report, shown in enumerate(counts.shown):
        for (of_row, of_column), number in shown.items():
            if row(of_row) == of_row and column(of_column) == of_column:
                found[of_row, of_column].shown[report] = number
    for trail, people in counts.trails.items():
        now, *before = [cell and (row(cell[0]), column(cell[1])) for cell in trail]
        reports = 0
        for report, cell in enumerate(before):
            if cell is not None and told(cell, report):
                if cell == now:
                    reports |= 1 << report
                else:
                    gone = found[cell].gone
                    gone[report] = gone.get(report, 0) + people
        if now is not None:
            here = found[now].here
            here[reports] = here.get(reports, 0) + people
    return found


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
    of_rows, totals = table.counts.totals
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
        row_totals=tuple(shown(total, r, TOTAL) for r, total in enumerate(of_rows)),
        column_totals=tuple(
            None if hidden.everything or c in hidden.columns else total
            for c, total in enumerate(totals)
        )
        if divided
        else (),
        total=None if hidden.everything else sum(totals),
    )
