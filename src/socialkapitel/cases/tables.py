"""Tables of counts that may be shown: their small numbers are hidden for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from socialkapitel.cases.suppression import TOTAL, Counts, Hidden, hide
from socialkapitel.errors import UnknownName
from socialkapitel.messages import Text, msg


@attrs.frozen
class Heading:
    """A row or a column of a table."""

    id: str
    label: Text


@attrs.frozen(kw_only=True)
class Table:
    """How many are in each row and column (tabel). None is a number that is hidden.

    The hidden numbers are not in the table, so nothing brings them back. ``cells`` has the rows,
    each by column; a table by all columns only has no ``columns`` and ``row_totals`` alone.
    """

    id: str
    label: Text
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None

    def row(self, row_id: str) -> tuple[int | None, ...]:
        """The numbers of a row, column by column, its total last.

        Raises:
            UnknownName: with the nearest rows.
        """
        for heading, cells, total in zip(self.rows, self.cells, self.row_totals, strict=True):
            if heading.id == row_id:
                return (*cells, total)
        raise UnknownName(msg("row"), row_id, [heading.id for heading in self.rows])

    @property
    def hides(self) -> bool:
        """Whether a number is hidden."""
        numbers = (*self.row_totals, *self.column_totals, self.total)
        return None in numbers or any(None in cells for cells in self.cells)

    @property
    def transposed(self) -> Table:
        """The table, which must have columns, with its rows as columns."""
        return attrs.evolve(
            self,
            rows=self.columns,
            columns=self.rows,
            cells=tuple(zip(*self.cells, strict=True)),
            row_totals=self.column_totals,
            column_totals=self.row_totals,
        )

    @property
    def compact(self) -> Table:
        """The table without the rows and columns that show nothing but zeros."""
        rows = [r for r, total in enumerate(self.row_totals) if any(_tells(self.cells[r], total))]
        columns = [
            c
            for c, total in enumerate(self.column_totals)
            if any(_tells([cells[c] for cells in self.cells], total))
        ]
        return attrs.evolve(
            self,
            rows=tuple(self.rows[r] for r in rows),
            columns=tuple(self.columns[c] for c in columns),
            cells=tuple(tuple(self.cells[r][c] for c in columns) for r in rows),
            row_totals=tuple(self.row_totals[r] for r in rows),
            column_totals=tuple(self.column_totals[c] for c in columns),
        )


def _tells(cells: Sequence[int | None], total: int | None) -> list[bool]:
    return [number != 0 for number in (*cells, total)]


@attrs.frozen(kw_only=True)
class Draft:
    """A table before anything is hidden."""

    id: str
    label: Text
    rows: Mapping[str, Text]
    counts: Counts


def publish(
    drafts: Sequence[Draft], columns: Mapping[str, Text], min_cell: int
) -> tuple[Table, ...]:
    """The tables of one publication, which share their columns, with small numbers hidden."""
    hidden = hide([draft.counts for draft in drafts], min_cell)
    headings = tuple(Heading(*column) for column in columns.items())
    return tuple(_table(number, draft, headings, hidden) for number, draft in enumerate(drafts))


def _table(number: int, draft: Draft, columns: tuple[Heading, ...], hidden: Hidden) -> Table:
    def shown(value: int, row: int, column: int) -> int | None:
        return None if hidden.everything or (number, row, column) in hidden.cells else value

    rows = draft.counts.rows
    totals = [sum(column) for column in zip(*rows, strict=True)]
    divided = not draft.counts.by_total
    return Table(
        id=draft.id,
        label=draft.label,
        rows=tuple(Heading(*row) for row in draft.rows.items()),
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
