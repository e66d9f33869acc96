"""Shows a table as an HTML fragment for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from socialkapitel.i18n import translate
from socialkapitel.whatif.cells import word_cell

if TYPE_CHECKING:
    from socialkapitel.whatif.table import Table


def render_table(table: Table, numeric: Sequence[bool], language: str) -> str:
    """A heading and a table; numbers stand to the right."""
    heads = [translate(column.label, language) for column in table.columns]
    rows = "".join(
        f"<tr>{_cells('td', (word_cell(value, language) for value in row), numeric)}</tr>"
        for row in table.rows
    )
    return (
        f'<div class="socialkapitel-table" lang="{language}">'
        f"<p><strong>{escape(translate(table.title, language))}</strong></p>"
        f"<table><thead><tr>{_cells('th', heads, numeric)}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cells(tag: str, texts: Iterable[str], numeric: Sequence[bool]) -> str:
    return "".join(
        f'<{tag} style="text-align: {"right" if to_right else "left"}">{escape(text)}</{tag}>'
        for text, to_right in zip(texts, numeric, strict=True)
    )
