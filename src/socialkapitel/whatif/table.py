"""The small tables that what-ifs answer with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any, Literal, cast

import attrs

from socialkapitel.errors import InvalidInput, MissingExtra, UnknownName, check_kind
from socialkapitel.i18n import check_language, translate
from socialkapitel.messages import Text, msg
from socialkapitel.whatif.cells import is_number, plain, word_cell

LIBRARIES = ("pandas", "polars", "pyarrow")
"""The frame libraries that a table can be handed to."""

_GAP = "  "


@attrs.frozen
class Column:
    """A column: its stable name, and what it is called; a string is the same in each language."""

    name: str
    label: Text | str


@attrs.frozen(kw_only=True)
class Table:
    """A table that never changes (tabel).

    ``str(table)`` is English; `render` writes either language; in a notebook it shows itself.
    ``table["amount"]`` are the values of a column, ``len(table)`` is the number of rows.

    Attributes:
        title: what the table shows.
        columns: the columns, in order.
        rows: the rows, each with a value for every column; amounts are exact, None is no value.
    """

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...] = attrs.field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        return iter(self.rows)

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        """The values of a column.

        Raises:
            UnknownName: with the nearest names.
        """
        if name not in self.names:
            raise UnknownName(msg("column"), name, self.names)
        place = self.names.index(name)
        return tuple(row[place] for row in self.rows)

    def render(self, language: str = "en") -> str:
        """The table as plain text in ``"en"`` or ``"da"``."""
        check_language(language)
        heads = [translate(column.label, language) for column in self.columns]
        cells = [[word_cell(value, language) for value in row] for row in self.rows]
        right = self._numeric()
        widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
        lines = [_line(row, widths, right) for row in (heads, *cells)]
        rule = "-" * max(map(len, lines))
        return "\n".join([translate(self.title, language), "", lines[0], rule, *lines[1:]])

    def html(self, language: str = "en") -> str:
        """The table as an HTML fragment in ``"en"`` or ``"da"``; everything is escaped."""
        from socialkapitel.whatif.html import render_table

        return render_table(self, self._numeric(), check_language(language))

    def to_frame(self, library: str, language: str = "en") -> Any:
        """The table as a frame of another library, through narwhals (extra ``frames``).

        Amounts stay exact `Decimal`. A month is its first day, a share and an exact number a
        text such as ``"2/3"``; texts are in the language.

        Args:
            library: ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
            language: ``"en"`` or ``"da"``.

        Raises:
            UnknownName: for another library or language.
            MissingExtra: where narwhals is not installed.
            InvalidInput: where the library is not.
        """
        check_language(language)
        if check_kind(library, str, "library") not in LIBRARIES:
            raise UnknownName(msg("frame library"), library, LIBRARIES)
        try:
            import narwhals.stable.v2 as nw
        except ImportError:
            raise MissingExtra("frames", "narwhals") from None
        if find_spec(library) is None:
            raise InvalidInput("library", library, msg("a library that is installed"))
        data = {name: [plain(value, language) for value in self[name]] for name in self.names}
        return nw.from_dict(data, backend=cast("Literal['polars']", library)).to_native()

    def __str__(self) -> str:
        return self.render("en")

    def _repr_html_(self) -> str:
        return self.html("en")

    def _numeric(self) -> list[bool]:
        """For each column, whether it holds numbers, which stand to the right."""
        return [any(map(is_number, self[name])) for name in self.names]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    ]
    return _GAP.join(padded).rstrip()
