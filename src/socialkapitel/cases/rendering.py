"""Writes a report as text, as HTML and as plain data for JSON."""

from __future__ import annotations

from html import escape

from socialkapitel.cases.report import Entry, Report
from socialkapitel.cases.tables import Heading, Table
from socialkapitel.i18n import LANGUAGES, check_language, format_number, format_value, translate
from socialkapitel.messages import Label, Text

SCHEMA = "socialkapitel.report/1"
"""The name and version of the plain data; a change of meaning gets a new number."""

_TOTAL = Label(en="Total", da="I alt")
_HIDDEN = "*"
_HIDDEN_NOTE = Label(
    en="* Hidden, so that nobody can be recognised and no hidden number can be worked out.",
    da="* Skjult, så ingen kan genkendes, og intet skjult tal kan regnes ud.",
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
        *(_table_text(table.compact, language) for table in report.tables),
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
        + "".join(_table_html(table.compact, language) for table in report.tables)
        + notes
        + "".join(report_html(part, language) for part in report.parts)
        + "</div>"
    )


def report_document(report: Report) -> dict[str, object]:
    """The same as dicts, lists, texts and whole numbers, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "title": _both(report.title),
        "period": {"start": report.period.start.isoformat(), "end": report.period.end.isoformat()},
        "min_cell": report.min_cell,
        "entries": [
            {"id": entry.id, "label": _both(entry.label), "value": _entry_value(entry)}
            for entry in report.entries
        ],
        "tables": [
            {
                "id": table.id,
                "label": _both(table.label),
                "rows": [_heading(row) for row in table.rows],
                "columns": [_heading(column) for column in table.columns],
                "cells": [list(cells) for cells in table.cells],
                "row_totals": list(table.row_totals),
                "column_totals": list(table.column_totals),
                "total": table.total,
            }
            for table in report.tables
        ],
        "notes": [_both(note) for note in report.notes],
        "parts": [report_document(part) for part in report.parts],
    }


def _title(report: Report, language: str) -> str:
    return f"{translate(report.title, language)}, {format_value(report.period, language)}"


def _grid(table: Table, language: str) -> list[list[str]]:
    """The table's lines as they are written, each with its heading first."""
    headings = [translate(column.label, language) for column in table.columns]
    lines = [[translate(table.label, language), *headings, translate(_TOTAL, language)]]
    for row, cells, total in zip(table.rows, table.cells, table.row_totals, strict=True):
        numbers = [_number(cell, language) for cell in (*cells, total)]
        lines.append([translate(row.label, language), *numbers])
    totals = [_number(total, language) for total in (*table.column_totals, table.total)]
    return [*lines, [translate(_TOTAL, language), *totals]]


def _table_text(table: Table, language: str) -> str:
    grid = _grid(table, language)
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    return "\n".join(
        "  ".join(
            text.rjust(width) if place else text.ljust(width)
            for place, (text, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in grid
    )


def _table_html(table: Table, language: str) -> str:
    head, *body = _grid(table, language)
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in head)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f"<td>{escape(number)}</td>" for number in numbers)
        + "</tr>"
        for name, *numbers in body
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _entry_line(entry: Entry, language: str) -> str:
    value = entry.value
    shown = (
        _number(value, language)
        if value is None or isinstance(value, int)
        else translate(value, language)
    )
    return f"{translate(entry.label, language)}: {shown}"


def _entry_value(entry: Entry) -> object:
    value = entry.value
    return value if value is None or isinstance(value, int) else _both(value)


def _notes(report: Report, language: str) -> list[str]:
    notes = [translate(note, language) for note in report.notes]
    return [*notes, translate(_HIDDEN_NOTE, language)] if report.hides else notes


def _number(value: int | None, language: str) -> str:
    return _HIDDEN if value is None else format_number(value, language)


def _heading(heading: Heading) -> dict[str, object]:
    return {"id": heading.id, "label": _both(heading.label)}


def _both(text: Text) -> dict[str, str]:
    return {language: translate(text, language) for language in LANGUAGES}
