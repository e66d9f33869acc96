"""The one table: a heading, columns and rows, as text, HTML, a frame and plain values for JSON."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal, TypeAlias, cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput, MissingExtra, UnknownName, check_kind
from socialkapitel.explanation import Value
from socialkapitel.explanation.rendering import EVIDENCE, with_unit, word_unit, word_value
from socialkapitel.explanation.workbook import Book, cell, line_height, lines_of, number_format
from socialkapitel.glossary import choice_label
from socialkapitel.i18n import (
    check_language,
    format_number,
    format_value,
    shown_language,
    translate,
)
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.money import Pay, PayPer, Share
from socialkapitel.parameters import Unit
from socialkapitel.periods import Month
from socialkapitel.sources import Evidence

LIBRARIES = ("pandas", "polars", "pyarrow")
"""The frame libraries that a table can be handed to."""

_GAP = "  "


@attrs.frozen
class Column:
    """A column.

    Attributes:
        name: its stable name.
        label: what it is called; a string is the same in each language.
        unit: what its numbers are counted in, which its heading says; None where the cells do.
    """

    name: str
    label: Text | str
    unit: Unit | None = None


class Shown(ABC):
    """Something that is shown as English text, and in a notebook in the reader's language."""

    __slots__ = ()

    @abstractmethod
    def render(self, language: str = "en") -> str:
        """Everything as plain text in ``"en"`` or ``"da"``.

        Raises:
            UnknownName: for another language.
        """

    @abstractmethod
    def html(self, language: str = "en") -> str:
        """Everything as an HTML fragment in ``"en"`` or ``"da"``.

        Raises:
            UnknownName: for another language.
        """

    def __str__(self) -> str:
        return self.render("en")

    def _repr_html_(self) -> str:
        return self.html(shown_language())


@brief
@attrs.frozen(kw_only=True)
class Table(Shown):
    """An immutable table (tabel).

    ``str(table)`` is English; `render` writes either language; a notebook shows it as HTML.
    ``table["amount"]`` are the values of a column, ``len(table)`` is the number of rows.

    Attributes:
        title: what the table shows.
        columns: the columns, in order.
        rows: the rows, each with a value for every column; amounts are exact, None is no value.
        headed: whether the first cell of each row is its heading, and the others are numbers.
        notes: notes for the reader, below the rows.
    """

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...] = attrs.field(repr=False)
    headed: bool = False
    notes: tuple[Text, ...] = ()

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
        lines = self.lines(language)
        rule = "-" * max(map(len, lines))
        notes = [f"! {translate(note, language)}" for note in self.notes]
        return "\n".join(
            [
                *(translate(self.title, language), "", lines[0], rule, *lines[1:]),
                *(["", *notes] if notes else []),
            ]
        )

    def lines(self, language: str) -> list[str]:
        """The headings and the rows as lines of plain text, numbers aligned right."""
        grid = self.grid(language)
        right = self.numeric()
        widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
        return [_line(row, widths, right) for row in grid]

    def html(self, language: str = "en") -> str:
        """The table as an HTML fragment in ``"en"`` or ``"da"``; everything is escaped."""
        title = escape(translate(self.title, check_language(language)))
        notes = "".join(f"<p>{escape(translate(note, language))}</p>" for note in self.notes)
        return (
            f'<div class="socialkapitel-table" lang="{language}">'
            f"<p><strong>{title}</strong></p>{self.html_rows(language)}{notes}</div>"
        )

    def html_rows(self, language: str) -> str:
        """The headings and the rows alone, as an HTML table."""
        right = self.numeric()
        heads, *rows = self.grid(language)
        body = "".join(f"<tr>{_html_row(row, right, headed=self.headed)}</tr>" for row in rows)
        head = "".join(
            _html_cell("th", text, to_right, "col")
            for text, to_right in zip(heads, right, strict=True)
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def to_frame(self, library: str, language: str = "en", *, exact: bool = False) -> Any:
        """The table as a frame of another library, through narwhals (extra ``frames``).

        Amounts stay exact `Decimal`; in pandas, which can only draw and describe its own numbers,
        they are ``float64``, each the nearest to its kroner and øre, and days are
        ``datetime64``. A month is its first day, a share and an exact number a text such as
        ``"2/3"``; texts are in the language.

        Args:
            library: ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
            language: ``"en"`` or ``"da"``.
            exact: whether amounts in pandas are exact decimals of pyarrow instead, which
                `socialkapitel.frames` takes back.

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
            accepted = msg("a library that is installed")
            raise InvalidInput("library", library, accepted).showing(library)
        data = {name: [plain(value, language) for value in self[name]] for name in self.names}
        if library == "pandas":
            return _exact_pandas(nw, data) if exact else _pandas(data)
        return nw.from_dict(data, backend=cast("Literal['polars']", library)).to_native()

    def to_xlsx(self, language: str = "en") -> bytes:
        """The table as a workbook, with headings that stay in view and filters (extra ``excel``).

        Numbers and dates are cells that Excel can calculate with, and every text stays a text,
        whatever it begins with. A number of more than 15 digits, which Excel would round, is a
        text.

        Args:
            language: ``"en"`` or ``"da"``.

        Raises:
            UnknownName: for another language.
            MissingExtra: where XlsxWriter is not installed.
            InvalidInput: for more rows, or a longer text, than a sheet allows.
        """
        book = Book(self.title, language)
        add_sheet(book, self, book.say(msg("Table")))
        return book.finish()

    def grid(self, language: str) -> list[list[str]]:
        """The headings, and then the rows, as text."""
        heads = [with_unit(column.label, column.unit, language) for column in self.columns]
        return [heads, *([word_cell(value, language) for value in row] for row in self.rows)]

    def numeric(self) -> list[bool]:
        """For each column, whether it holds numbers, which are aligned right."""
        return [
            any(map(is_number, self[name])) or (self.headed and place > 0)
            for place, name in enumerate(self.names)
        ]


class Tabled(Shown):
    """Something that is shown as its table, or as several."""

    __slots__ = ()

    @property
    @abstractmethod
    def table(self) -> Table:
        """What there is, row by row."""

    @property
    def _tables(self) -> tuple[Table, ...]:
        """The tables, one below the other."""
        return (self.table,)

    def render(self, language: str = "en") -> str:
        """Everything as plain text in ``"en"`` or ``"da"``.

        Raises:
            UnknownName: for another language.
        """
        return "\n\n".join(table.render(language) for table in self._tables)

    def html(self, language: str = "en") -> str:
        """Everything as an HTML fragment in ``"en"`` or ``"da"``.

        Raises:
            UnknownName: for another language.
        """
        return "".join(table.html(language) for table in self._tables)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    ]
    return _GAP.join(padded).rstrip()


def _html_row(texts: Sequence[str], right: Sequence[bool], *, headed: bool) -> str:
    return "".join(
        _html_cell("th", text, to_right, "row")
        if headed and not place
        else _html_cell("td", text, to_right)
        for place, (text, to_right) in enumerate(zip(texts, right, strict=True))
    )


def _html_cell(tag: str, text: str, to_right: bool, scope: str = "") -> str:  # noqa: FBT001
    side = "right" if to_right else "left"
    told = f' scope="{scope}"' if scope else ""
    return f'<{tag}{told} style="text-align: {side}">{escape(text)}</{tag}>'


# --- what a cell can hold: how it is worded, and how a frame library stores it ---

Plain: TypeAlias = Decimal | int | str | bool | date | None
"""The values given to a frame library."""

_MOST_DECIMALS = 6
_PAY_UNITS = {PayPer.MONTH: Unit.DKK_PER_MONTH, PayPer.HOUR: Unit.DKK_PER_HOUR}


@attrs.frozen
class Amount:
    """An exact number with its unit, for columns whose rows are counted in different units."""

    value: Value
    unit: Unit


def _pandas(data: Mapping[str, Sequence[Plain]]) -> Any:
    """A pandas frame with pandas' own type for each column."""
    pd: Any = import_module("pandas")
    columns = {name: pd.Series(values, dtype=_dtype(values)) for name, values in data.items()}
    return pd.DataFrame(columns)


def _dtype(values: Sequence[Plain]) -> str | None:
    kinds = {type(value) for value in values if value is not None}
    missing = None in values
    if not kinds:
        return "object"
    if kinds == {bool}:
        return "boolean" if missing else "bool"
    if kinds == {int}:
        return "Int64" if missing else "int64"
    if kinds <= {int, Decimal}:
        return "float64"
    if kinds == {date}:
        return "datetime64[s]"
    return None


def _exact_pandas(narwhals: Any, data: Mapping[str, Sequence[Plain]]) -> Any:
    """A pandas frame with pyarrow columns."""
    if find_spec("pyarrow") is None:
        accepted = msg("a library that is installed")
        raise InvalidInput("library", "pyarrow", accepted).showing("pyarrow")
    pd: Any = import_module("pandas")
    table = narwhals.from_dict(data, backend="pyarrow").to_native()
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def is_number(value: object) -> bool:
    """Whether a cell holds a number."""
    return isinstance(value, (Decimal, int, Fraction, Amount)) and not isinstance(value, bool)


def word_cell(value: object, language: str) -> str:
    """A cell as text; empty for None."""
    match value:
        case None:
            return ""
        case bool():
            return translate(msg("yes") if value else msg("no"), language)
        case Message() | Label() | str():
            return translate(value, language)
        case Amount():
            return word_value(value.value, value.unit, language)
        case Pay():
            return word_value(value.amount, _PAY_UNITS[value.per], language)
        case Decimal():
            return format_number(value, language, decimals=_decimals(value))
        case Enum():
            return _word_choice(value, language)
        case _:
            return format_value(value, language)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(max(-exponent, 0), _MOST_DECIMALS) if isinstance(exponent, int) else 0


def _word_choice(value: Enum, language: str) -> str:
    if isinstance(value, Evidence):
        return translate(EVIDENCE[value], language)
    label = choice_label(value)
    return str(value.value) if label is None else translate(label, language)


def plain(value: object, language: str) -> Plain:
    """A cell as a frame library stores it."""
    match value:
        case None | bool() | int() | Decimal() | date() | str():
            return value
        case Message() | Label():
            return translate(value, language)
        case Amount():
            return str(value.value if isinstance(value.value, Decimal) else Fraction(value.value))
        case Month():
            return value.first_day
        case Pay():
            return value.amount
        case Share() | Fraction():
            return str(value)
        case Enum():
            return str(value.value)
        case _:
            return format_value(value, language)


# --- as a sheet of a workbook ---------------------------------------------------------------------

HEADS = 3
"""The number of rows above a sheet's data: the title, the totals and the column headings."""

_MOST_ROWS = 1_000_000
_MOST_DIGITS = 15
_TOO_LARGE = 10**15
_WIDEST, _NARROWEST = 50, 9


def add_sheet(
    book: Book,
    table: Table,
    name: str,
    *,
    formulas: Mapping[str, Callable[[int], str]] | None = None,
    summed: Collection[str] = (),
) -> None:
    """Add a table to a workbook.

    Args:
        book: the workbook.
        table: the table.
        name: the name of the sheet.
        formulas: for a column, the formula of each row in which it has a value.
        summed: the columns with a sum above them, of the rows that a filter leaves.

    Raises:
        InvalidInput: for more rows than a sheet allows.
    """
    if len(table) > _MOST_ROWS:
        raise InvalidInput("rows", len(table), msg("at most {most} rows", most=_MOST_ROWS))
    heads, *grid = table.grid(book.language)
    columns = zip(*([heads, *grid]), strict=True)
    widths = {place: _width(*column) for place, column in enumerate(columns)}
    sheet = book.sheet(name, table.title, widths, HEADS)
    right = table.numeric()
    for place, head in enumerate(heads):
        book.head(sheet, HEADS - 1, place, head, right=right[place])
    sheet.set_row(HEADS - 1, line_height(max(2, *_lines(heads, widths))))
    for number, (row, texts) in enumerate(zip(table.rows, grid, strict=True), start=HEADS):
        for place, (value, said) in enumerate(zip(row, texts, strict=True)):
            write = (formulas or {}).get(table.names[place])
            formula = write and write(number)
            at = (number, place)
            _write(book, sheet, at, value, said, right=right[place], formula=formula)
        sheet.set_row(number, line_height(max(_lines(texts, widths))))
    last = HEADS - 1 + max(len(table), 1)
    sheet.autofilter(HEADS - 1, 0, last, len(heads) - 1)
    for place in sorted(map(table.names.index, summed)):
        found = sum(value for value in table[table.names[place]] if isinstance(value, Decimal))
        among = f"{cell(HEADS, place)}:{cell(last, place)}"
        style = book.style(bold=True, num_format="#,##0.00")
        sheet.write_formula(HEADS - 2, place, f"=SUBTOTAL(109,{among})", style, float(found))
    if summed:
        book.text(sheet, HEADS - 2, 0, msg("In all"), bold=True)
    for number, note in enumerate(table.notes, start=last + 2):
        book.text(sheet, number, 0, note, italic=True)


def _width(head: str, *texts: str) -> float:
    """The width of a column; its heading may take three lines."""
    longest = max(map(len, texts), default=0)
    wrapped = max(len(head) / 2.5, *map(len, head.split()))
    return min(max(_NARROWEST, 2 + max(longest, wrapped) * 1.1), _WIDEST)


def _lines(texts: Sequence[str], widths: Mapping[int, float]) -> list[int]:
    return [lines_of(text, widths[place]) for place, text in enumerate(texts)]


def _write(
    book: Book,
    sheet: Any,
    at: tuple[int, int],
    value: object,
    said: str,
    *,
    right: bool,
    formula: str | None,
) -> None:
    aligned: dict[str, Any] = {"align": "right"} if right else {"indent": 1}
    match value:
        case None:
            return
        case date() | Month():
            day = value.first_day if isinstance(value, Month) else value
            shown = book.month_format if isinstance(value, Month) else book.date_format
            sheet.write_datetime(*at, day, book.style(num_format=shown, indent=1))
        case Pay():
            amount = Amount(value.amount, _PAY_UNITS[value.per])
            _write(book, sheet, at, amount, said, right=right, formula=formula)
        case Amount() if _fits(value.value):
            unit = word_unit(value.unit, book.language).replace('"', "")
            shown = f'{number_format(value.value, value.unit)}" {unit}"'
            sheet.write_number(*at, float(value.value), book.style(num_format=shown))
        case Share():
            shown = number_format(value.fraction, Unit.SHARE)
            sheet.write_number(*at, float(value.fraction), book.style(num_format=shown))
        case bool():
            book.text(sheet, *at, said, **aligned)
        case Decimal() | int() if _fits(value):
            places = _decimals(value) if isinstance(value, Decimal) else 0
            style = book.style(num_format=f"#,##0{'.' * bool(places)}{'0' * places}")
            if formula:
                sheet.write_formula(*at, formula, style, float(value))
            else:
                sheet.write_number(*at, float(value), style)
        case _:
            book.text(sheet, *at, said, text_wrap=True, **aligned)


def _fits(value: Decimal | Fraction | int) -> bool:
    """Whether Excel can store a number exactly; others become texts."""
    if isinstance(value, Decimal):
        return value.is_finite() and len(value.as_tuple().digits) <= _MOST_DIGITS
    if isinstance(value, Fraction):
        return Fraction(f"{float(value):.{_MOST_DIGITS}g}") == value
    return abs(value) < _TOO_LARGE
