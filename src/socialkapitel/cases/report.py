"""Figures for people who discuss them: tables, single figures, and what to know about them."""

from __future__ import annotations

from typing import TypeVar

import attrs

from socialkapitel.cases.tables import Table
from socialkapitel.errors import UnknownName
from socialkapitel.messages import Message, Text, msg
from socialkapitel.periods import Period


@attrs.frozen(kw_only=True)
class Entry:
    """A single figure or finding: a number, a text, or None where the number is hidden (post)."""

    id: str
    label: Text
    value: int | Text | None


E = TypeVar("E", Entry, Table)


@attrs.frozen(kw_only=True)
class Report:
    """Tables and single figures of a period, with notes on them (opgørelse).

    ``min_cell`` is the least number above 0 that is shown; ``parts`` are reports within this one.
    """

    title: Text
    period: Period
    min_cell: int
    tables: tuple[Table, ...]
    entries: tuple[Entry, ...] = ()
    notes: tuple[Text, ...] = ()
    parts: tuple[Report, ...] = ()

    def table(self, table_id: str) -> Table:
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
        from socialkapitel.cases.rendering import report_text

        return report_text(self, language)

    def html(self, language: str = "en") -> str:
        """The report as an HTML fragment in ``"en"`` or ``"da"``; lines of zeros are left out."""
        from socialkapitel.cases.rendering import report_html

        return report_html(self, language)

    def document(self) -> dict[str, object]:
        """The report as plain data for JSON, in both languages; a hidden number is None."""
        from socialkapitel.cases.rendering import report_document

        return report_document(self)

    def __str__(self) -> str:
        return self.render("en")

    def _repr_html_(self) -> str:
        return self.html("en")


def _found(items: tuple[E, ...], name: str, kind: Message) -> E:
    for item in items:
        if item.id == name:
            return item
    raise UnknownName(kind, name, [item.id for item in items])
