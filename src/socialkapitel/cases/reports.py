"""Figures for people who discuss them: tables, single figures and notes, as text, HTML and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import TypeVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import UnknownName
from socialkapitel.i18n import (
    check_language,
    format_number,
    format_value,
    translate,
)
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.periods import Period
from socialkapitel.tables import Column, Shown, Table


@attrs.frozen
class Heading:
    """A row or a column of a table."""

    id: str
    label: Text


@brief
@attrs.frozen(kw_only=True)
class CountTable:
    """How many are in each row and column (tabel). None is a number that is hidden.

    Hidden numbers are not stored in the table, so they cannot be recovered. ``cells`` has the rows,
    each by column; a table without areas has no ``columns``, only ``row_totals``.
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
    def table(self) -> Table:
        """The numbers with their headings and totals; a hidden one is ``*``."""
        columns = (
            Column("row", self.label),
            *(Column(column.id, column.label) for column in self.columns),
            Column("total", _TOTAL),
        )
        lines = [
            (row.label, *cells, total)
            for row, cells, total in zip(self.rows, self.cells, self.row_totals, strict=True)
        ]
        return Table(
            title=self.label,
            columns=columns,
            rows=tuple(
                tuple(_HIDDEN if cell is None else cell for cell in line)
                for line in (*lines, (_TOTAL, *self.column_totals, self.total))
            ),
            headed=True,
        )

    @property
    def transposed(self) -> CountTable:
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
    def compact(self) -> CountTable:
        """The table without rows and columns of zeros only."""
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
class Entry:
    """A single figure or finding: a number, a text, or None where the number is hidden (post)."""

    id: str
    label: Text
    value: int | Text | None


E = TypeVar("E", Entry, CountTable)


@brief
@attrs.frozen(kw_only=True)
class Report(Shown):
    """Tables and single figures of a period, with notes on them (opgørelse).

    ``min_cell`` is the least number above 0 that is shown; ``parts`` are reports within this one.
    """

    title: Text
    period: Period
    min_cell: int
    tables: tuple[CountTable, ...]
    entries: tuple[Entry, ...] = ()
    notes: tuple[Text, ...] = ()
    parts: tuple[Report, ...] = ()

    def table(self, table_id: str) -> CountTable:
        """The table of that id.

        Raises:
            UnknownName: with the nearest ids.
        """
        return _found(self.tables, table_id, msg("table"))

    def entry(self, entry_id: str) -> Entry:
        """The single figure of that id.

        Raises:
            UnknownName: with the nearest ids.
        """
        return _found(self.entries, entry_id, msg("entry"))

    @property
    def hides(self) -> bool:
        """Whether a number is hidden somewhere, the parts aside."""
        return any(table.hides for table in self.tables) or any(
            entry.value is None for entry in self.entries
        )

    def render(self, language: str = "en") -> str:
        """The report as plain text in ``"en"`` or ``"da"``; lines of zeros are left out."""
        return report_text(self, language)

    def html(self, language: str = "en") -> str:
        """The report as an HTML fragment in ``"en"`` or ``"da"``; lines of zeros are left out."""
        return report_html(self, language)

    def document(self) -> dict[str, object]:
        """The report as plain data for JSON, in both languages; a hidden number is None.

        It is what `socialkapitel.wire.to_json` writes as ``data``, with the name and version of its
        schema; `socialkapitel.wire.from_json` reads both.
        """
        from socialkapitel.wire import to_json

        written = json.loads(to_json(self))
        return {"schema": written["schema"], **written["data"]}


def _found(items: tuple[E, ...], name: str, kind: Message) -> E:
    for item in items:
        if item.id == name:
            return item
    raise UnknownName(kind, name, [item.id for item in items])


_TOTAL = Label(en="Total", da="I alt")
_HIDDEN = "*"
_HIDDEN_NOTE = Label(
    en="* Hidden: a small number, or one from which a small number could be calculated.",
    da="* Skjult: et lille tal eller et tal, som et lille tal kan beregnes ud fra.",
)


def report_text(report: Report, language: str) -> str:
    """The title with the period, single figures, tables, notes, and then the parts.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
    """
    check_language(language)
    parts = [
        _title(report, language),
        "\n".join(_entry_line(entry, language) for entry in report.entries),
        *("\n".join(table.compact.table.lines(language)) for table in report.tables),
        "\n".join(_notes(report, language)),
        *(report_text(part, language) for part in report.parts),
    ]
    return "\n\n".join(part for part in parts if part)


def report_html(report: Report, language: str) -> str:
    """The same as an HTML fragment; everything is escaped.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
    """
    check_language(language)
    items = "".join(f"<li>{escape(_entry_line(entry, language))}</li>" for entry in report.entries)
    notes = "".join(f"<p>{escape(note)}</p>" for note in _notes(report, language))
    return (
        f'<div class="socialkapitel-report" lang="{language}">'
        f"<p><strong>{escape(_title(report, language))}</strong></p>"
        + (f"<ul>{items}</ul>" if items else "")
        + "".join(table.compact.table.html_rows(language) for table in report.tables)
        + notes
        + "".join(report_html(part, language) for part in report.parts)
        + "</div>"
    )


def _title(report: Report, language: str) -> str:
    return f"{translate(report.title, language)}, {format_value(report.period, language)}"


def _entry_line(entry: Entry, language: str) -> str:
    value = entry.value
    shown = (
        _number(value, language)
        if value is None or isinstance(value, int)
        else translate(value, language)
    )
    return f"{translate(entry.label, language)}: {shown}"


def _notes(report: Report, language: str) -> list[str]:
    notes = [translate(note, language) for note in report.notes]
    return [*notes, translate(_HIDDEN_NOTE, language)] if report.hides else notes


def _number(value: int | None, language: str) -> str:
    return _HIDDEN if value is None else format_number(value, language)
