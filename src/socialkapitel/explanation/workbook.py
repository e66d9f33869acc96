"""Shows an explanation as a workbook that works its steps out again, to the same øre.

An input can be changed as long as no condition changes with it, within the limits that `tolerances`
finds; beyond them the steps show #N/A, and the top of the sheet says why. Every text is written as
a text, whatever it begins with, and explanations hold no sealed contents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from importlib import import_module
from io import BytesIO
from math import ceil
from typing import Any

from socialkapitel.errors import InvalidInput, MissingExtra
from socialkapitel.explanation.rendering import (
    EVIDENCE,
    word_expression,
    word_rounding,
    word_unit,
    word_value,
)
from socialkapitel.explanation.steps import (
    Caveat,
    Explanation,
    Finding,
    Operand,
    Rounding,
    Step,
    Value,
    by_severity,
)
from socialkapitel.explanation.tolerance import Tolerance, tolerances
from socialkapitel.i18n import check_language, translate
from socialkapitel.messages import Text, msg
from socialkapitel.parameters import Unit

_MADE_ON = datetime(1980, 1, 1)  # noqa: DTZ001  # a file says nothing about when it was made
_LONGEST_CELL = 32_767
_LONGEST_TEXT = 255  # within a formula
_LONGEST_FORMULA = 8000


# --- a workbook while it is written --------------------------------------------------------------


class Book:
    """A workbook while it is written: sheets that are printed well, and texts that stay texts.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
        MissingExtra: where XlsxWriter is not installed.
    """

    def __init__(self, title: Text, language: str) -> None:
        self.language: str = check_language(language)
        try:
            writer = import_module("xlsxwriter")
        except ImportError:
            raise MissingExtra("excel", "XlsxWriter") from None
        self._file = BytesIO()
        self._book = writer.Workbook(self._file, {"in_memory": True, "strings_to_urls": False})
        self._book.set_properties({"title": self.say(title), "created": _MADE_ON})
        self._styles: dict[tuple[tuple[str, object], ...], Any] = {}

    def say(self, text: Text | str) -> str:
        """A text in the workbook's language."""
        return translate(text, self.language)

    def style(self, **wanted: object) -> Any:
        """How a cell looks; equal options share one style."""
        wishes = {"font_name": "Calibri", "font_size": 10, "valign": "top", **wanted}
        if "indent" in wishes:
            wishes["align"] = "left"
        key = tuple(sorted(wishes.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format(wishes)
        return self._styles[key]

    def head(self, sheet: Any, row: int, column: int, said: str, *, right: bool = False) -> None:
        """Write the heading of a column, aligned right above numbers."""
        look: dict[str, object] = {"align": "right"} if right else {"indent": 1}
        style = self.style(
            bold=True, text_wrap=True, bg_color="#DCE6F1", bottom=1, valign="vcenter", **look
        )
        sheet.write_string(row, column, said, style)

    @property
    def date_format(self) -> str:
        """How dates are written."""
        return "dd-mm-yyyy" if self.language == "da" else "yyyy-mm-dd"

    @property
    def month_format(self) -> str:
        """How months are written, whatever the language of the reader's Excel."""
        return "[$-406]mmmm yyyy" if self.language == "da" else "[$-809]mmmm yyyy"

    def sheet(self, name: str, title: Text, widths: Mapping[int, float], heads: int) -> Any:
        """A sheet with its title and a number of heading rows that stay in view, printed on A4."""
        sheet = self._book.add_worksheet(name)
        for column, width in widths.items():
            sheet.set_column(column, column, width, self.style())
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(heads - 1)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        sheet.freeze_panes(heads, 0)
        sheet.hide_gridlines(1)
        sheet.set_row(0, 22)
        sheet.set_row(heads - 1, line_height(2))
        self.text(sheet, 0, 0, title, bold=True, font_size=14)
        return sheet

    def text(self, sheet: Any, row: int, column: int, text: Text | str, **style: object) -> None:
        """Write a text, which stays one when somebody edits the cell.

        Raises:
            InvalidInput: for a text longer than a cell.
        """
        said = self.say(text)
        if not said:
            return
        if len(said) > _LONGEST_CELL:
            raise InvalidInput("text", f"{said[:20]}…", msg("a text of at most 32,767 characters"))
        if said[:1] in {"=", "+", "-", "@"}:
            style["quote_prefix"] = True
        sheet.write_string(row, column, said, self.style(**style))

    def name(self, name: str, sheet: str, row: int, column: int) -> None:
        """Give a cell a name."""
        self._book.define_name(name, f"='{sheet}'!{cell(row, column)}")

    def finish(self) -> bytes:
        """The workbook as a file."""
        self._book.close()
        return self._file.getvalue()


def cell(row: int, column: int) -> str:
    """The reference to a cell from anywhere in its workbook.

    >>> cell(4, 2)
    '$C$5'
    """
    return f"${chr(ord('A') + column)}${row + 1}"


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width.

    >>> lines_of("", 10), lines_of("a line that is longer than ten", 10)
    (1, 3)
    """
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


def line_height(lines: int) -> float:
    """The height of a row of so many lines."""
    return 13.5 * lines + 1.5


def number_format(value: object, unit: Unit | None = None) -> str:
    """How a number is shown; Excel follows the reader's locale.

    >>> number_format(2, Unit.PEOPLE), number_format(Fraction(2, 3), Unit.SHARE)
    ('#,##0', '?/?')
    """
    if unit is Unit.SHARE and isinstance(value, Fraction):
        return "?/?" if value.denominator < 10 else "???/???"
    whole = isinstance(value, int) and not (unit and unit.value.startswith("DKK"))
    return "#,##0" if whole else "#,##0.00"


# --- an explanation ------------------------------------------------------------------------------

_NUMBER, _LABEL, _VALUE, _UNIT, _BEFORE, _HOW, _SOURCE, _DAY, _EVIDENCE = range(9)
_WIDTHS = dict(enumerate((5, 36, 14, 13, 14, 42, 34, 12, 14)))
_HEADS = 5
_WRAPPED = {"text_wrap": True, "indent": 1}
_NAMES = re.compile(r"[a-z_][a-z0-9_]*")
_ROUNDED = {
    Rounding.NONE: "{}",
    Rounding.OERE: "ROUND(ROUND({},8),2)",
    Rounding.HUNDREDTHS: "ROUND(ROUND({},8),2)",
    Rounding.KRONE: "ROUND(ROUND({},8),0)",
    Rounding.UP: "-INT(-ROUND({},8))",
    Rounding.DOWN: "INT(ROUND({},8))",
    Rounding.CUT: "TRUNC(ROUND({},8),2)",
}
"""Each rounding as an Excel formula. Excel's numbers are binary, so a half may come out slightly
too small; rounding to eight decimals first corrects that."""


def explanation_workbook(explanation: Explanation, language: str) -> bytes:
    """An explanation as a workbook, in ``"en"`` or ``"da"``; see `Explanation.to_xlsx`."""
    book = Book(explanation.title, language)
    _ExplanationSheet(book, explanation).write()
    return book.finish()


class _ExplanationSheet:
    """The sheet of an explanation while it is written."""

    def __init__(self, book: Book, explanation: Explanation) -> None:
        self._book, self._of = book, explanation
        self._name = book.say(msg("Calculation"))
        self._sheet = book.sheet(self._name, explanation.title, _WIDTHS, _HEADS)
        self._open = tolerances(explanation)
        self._check = book.say(msg("check"))
        self._unchanged = book.say(msg("unchanged"))
        self._invalid = book.say(msg("not valid"))
        self._rows: dict[str, int] = {}
        self._lines: dict[int, int] = {}
        self._row = _HEADS

    def write(self) -> None:
        """The top, the inputs, the steps, and the caveats."""
        sheet, book = self._sheet, self._book
        heads = (
            (_NUMBER, msg("No.")), (_LABEL, msg("Step")), (_VALUE, msg("In this sheet")),
            (_UNIT, msg("Unit")), (_BEFORE, msg("As calculated")), (_HOW, msg("Calculation")),
            (_SOURCE, msg("Source")), (_DAY, msg("Law of")), (_EVIDENCE, msg("Basis of the value")),
        )  # fmt: skip
        for column, text in heads:
            right = column in {_NUMBER, _VALUE, _BEFORE}
            book.head(sheet, _HEADS - 1, column, book.say(text), right=right)
        if self._of.givens:
            self._section(msg("Given"))
            for given in self._of.givens:
                self._given(given)
        self._section(msg("Steps"))
        for step in self._of.steps:
            self._finding(step) if isinstance(step, Finding) else self._step(step)
        for severity, caveats in by_severity(self._of.caveats):
            self._section(severity.label)
            for caveat in caveats:
                self._caveat(caveat)
        self._top()
        for row, lines in self._lines.items():
            sheet.set_row(row, line_height(lines))
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.print_area(0, 0, self._row - 1, _EVIDENCE)

    def _section(self, text: Text) -> None:
        for column in range(_EVIDENCE + 1):
            self._sheet.write_blank(self._row, column, None, self._book.style(bg_color="#F2F2F2"))
        self._book.text(self._sheet, self._row, 0, text, bold=True, bg_color="#F2F2F2")
        self._row += 1

    def _next(self, key: str, label: Text) -> int:
        """The row of something that later steps refer to, with its number and label."""
        row, self._row = self._row, self._row + 1
        self._rows[key] = row
        number = self._book.style(font_color="#7F7F7F", align="right")
        self._sheet.write_number(row, _NUMBER, len(self._rows), number)
        self._wrapped(row, _LABEL, label)
        return row

    def _wrapped(self, row: int, column: int, text: Text | str, **style: object) -> None:
        """A text wrapped over as many lines as it takes."""
        self._room(row, self._book.say(text), _WIDTHS[column])
        self._book.text(self._sheet, row, column, text, **_WRAPPED, **style)

    def _room(self, row: int, said: str, width: float) -> None:
        self._lines[row] = max(self._lines.get(row, 1), lines_of(said, width))

    def _unit(self, row: int, unit: Unit) -> None:
        self._wrapped(row, _UNIT, word_unit(unit, self._book.language))

    def _before(self, row: int, value: Value, unit: Unit) -> None:
        style = self._book.style(num_format=number_format(value, unit), font_color="#7F7F7F")
        self._sheet.write_number(row, _BEFORE, float(value), style)

    # --- what was given

    def _given(self, given: Operand) -> None:
        row = self._next(f"given {given.origin}", given.label)
        self._unit(row, given.unit)
        self._before(row, given.value, given.unit)
        shown = number_format(given.value, given.unit)
        tolerance = self._open.get(given.origin)
        if tolerance is None:
            self._sheet.write_number(
                row, _VALUE, float(given.value), self._book.style(num_format=shown)
            )
            locked = msg("locked: calculate again with another value")
            self._wrapped(row, _HOW, locked, font_color="#7F7F7F")
            return
        style = self._book.style(
            num_format=shown, locked=False, bg_color="#FFF8D6", border=1, border_color="#BFA100"
        )
        self._sheet.write_number(row, _VALUE, float(given.value), style)
        self._limit(row, given.unit, tolerance)

    def _limit(self, row: int, unit: Unit, tolerance: Tolerance) -> None:
        """Say between which values a number may lie, and refuse others while it is typed."""
        language = self._book.language
        least, most = (
            word_value(value, unit, language) for value in (tolerance.least, tolerance.most)
        )
        said = msg("may be changed: from {least} to {most}", least=least, most=most)
        low, high = float(tolerance.least), float(tolerance.most)
        at = cell(row, _VALUE)
        if tolerance.only:
            said = msg("may be {least} or {most}", least=least, most=most)
            test = f"OR(ABS({at}-{low!r})<1E-9,ABS({at}-{high!r})<1E-9)"
        else:
            grain = 0 if isinstance(tolerance.least, int) else 2
            test = f"AND({at}>={low!r},{at}<={high!r},ABS(ROUND({at},{grain})-{at})<1E-9)"
        asked = {
            "validate": "custom",
            "value": f"={test}",
            "ignore_blank": False,
            "error_title": self._book.say(msg("Calculate again")),
            "error_message": self._book.say(said)[:_LONGEST_TEXT],
        }
        self._sheet.data_validation(row, _VALUE, row, _VALUE, asked)
        self._wrapped(row, _HOW, said)
        outside = self._book.say(msg("outside"))
        style = self._book.style(bold=True, font_color="#C00000", indent=1)
        ok = f'=IF(IF(ISNUMBER({at}),{test},FALSE),"ok","{outside}")'
        self._sheet.write_formula(row, _EVIDENCE, ok, style, "ok")

    # --- the steps

    def _step(self, step: Step) -> None:
        row = self._next(step.id, step.label)
        value, shown = float(step.value), number_format(step.value, step.unit)
        style = self._book.style(num_format=shown, bold=step.rounding is not Rounding.NONE)
        if step.expression:
            self._sheet.write_formula(row, _VALUE, f"={self._guarded(step)}", style, value)
            self._wrapped(row, _HOW, self._how(step))
        else:
            self._sheet.write_number(row, _VALUE, value, style)
        self._unit(row, step.unit)
        self._before(row, step.value, step.unit)
        self._told(row, step)
        if step.evidence is not None:
            self._wrapped(row, _EVIDENCE, EVIDENCE[step.evidence])

    def _guarded(self, step: Step) -> str:
        """A step's formula; it has a value only while no condition can have changed."""
        cells = {name: cell(self._row_of(one), _VALUE) for name, one in step.operands}
        worked = _NAMES.sub(lambda found: cells.get(found[0], found[0].upper()), step.expression)
        formula = _ROUNDED[step.rounding].format(worked)
        return f'IF({self._check}="{self._invalid}",NA(),{formula})' if self._open else formula

    def _row_of(self, operand: Operand) -> int:
        return self._rows.get(f"given {operand.origin}", self._rows.get(operand.origin, 0))

    def _how(self, step: Step) -> str:
        """A step's expression in words, each number by its label and its row's number."""
        numbers = {row: number for number, row in enumerate(self._rows.values(), start=1)}

        def word(operand: Operand, language: str) -> str:
            return f"{translate(operand.label, language)} [{numbers[self._row_of(operand)]}]"

        how = word_expression(step, self._book.language, word)
        rounding = word_rounding(step.rounding, self._book.language)
        return f"{how} ({rounding})" if rounding else how

    def _told(self, row: int, step: Step | Finding) -> None:
        self._wrapped(row, _SOURCE, step.source.text)
        self._date(row, step.on)

    def _date(self, row: int, day: date) -> None:
        style = self._book.style(num_format=self._book.date_format, indent=1)
        self._sheet.write_datetime(row, _DAY, day, style)

    def _finding(self, finding: Finding) -> None:
        row = self._next(finding.id, finding.label)
        outcome = self._book.say(finding.answer or finding.outcome.label)
        self._worded(
            row, _VALUE, outcome, f'IF({self._check}="{self._invalid}",NA(),{_quoted(outcome)})'
        )
        self._of_the_numbers(row, _HOW, self._book.say(finding.because), _WIDTHS[_HOW])
        self._told(row, finding)

    def _caveat(self, caveat: Caveat) -> None:
        row, self._row = self._row, self._row + 1
        said = self._book.say(caveat.text)
        self._sheet.merge_range(row, _LABEL, row, _EVIDENCE, "", self._book.style(**_WRAPPED))
        width = sum(_WIDTHS[column] for column in range(_LABEL, _EVIDENCE + 1))
        self._of_the_numbers(row, _LABEL, said, width)

    def _of_the_numbers(self, row: int, column: int, said: str, width: float) -> None:
        """A text about the original inputs, which says so once they are changed."""
        told = self._book.say(msg("With the numbers as calculated: "))
        self._room(row, told + said, width)
        once = f'IF({self._check}="{self._unchanged}","",{_quoted(told)})'
        formula = f"{once}&{_quoted(said)}"
        if len(formula) > _LONGEST_FORMULA:
            self._book.text(self._sheet, row, column, told + said, **_WRAPPED)
        else:
            self._worded(row, column, said, formula)

    def _worded(self, row: int, column: int, said: str, formula: str) -> None:
        """A text that is a formula where numbers can be changed."""
        if self._open:
            style = self._book.style(**_WRAPPED)
            self._sheet.write_formula(row, column, f"={formula}", style, said)
        else:
            self._book.text(self._sheet, row, column, said, **_WRAPPED)

    # --- the head

    def _result(self, step: Step | Finding) -> None:
        """The first result, above everything."""
        sheet, book = self._sheet, self._book
        label = book.say(msg("Result: {label}", label=step.label))
        sheet.merge_range(1, 0, 1, _LABEL, "", book.style(bold=True, text_wrap=True))
        book.text(sheet, 1, 0, label, bold=True, text_wrap=True)
        sheet.set_row(1, line_height(lines_of(label, _WIDTHS[_NUMBER] + _WIDTHS[_LABEL])))
        formula = f"={cell(self._rows[step.id], _VALUE)}"
        look: dict[str, object] = {"bold": True, "bg_color": "#E2F0D9"}
        if isinstance(step, Finding):
            said = book.say(step.answer or step.outcome.label)
            sheet.write_formula(1, _VALUE, formula, book.style(**look, text_wrap=True), said)
            return
        style = book.style(**look, num_format=number_format(step.value, step.unit))
        sheet.write_formula(1, _VALUE, formula, style, float(step.value))
        book.text(sheet, 1, _UNIT, word_unit(step.unit, book.language), bold=True, indent=1)

    def _top(self) -> None:
        """The result, whether the numbers are unchanged, and what may be changed."""
        sheet, book = self._sheet, self._book
        if self._of.results:
            self._result(self._of.results[0])
        for place, step in enumerate(self._of.results, start=1):
            name = book.say(msg("result"))
            known = name if place == 1 else f"{name}_{place}"
            book.name(known, self._name, self._rows[step.id], _VALUE)
        book.text(sheet, 2, 0, msg("Check"), bold=True)
        if not self._open:
            book.text(sheet, 2, _VALUE, msg("locked"), bold=True)
            book.text(sheet, 2, _UNIT, msg("No number can be changed in this sheet."), indent=1)
            return
        book.name(self._check, self._name, 2, _VALUE)
        rows = [self._rows[f"given {origin}"] for origin in self._open]
        valid = ",".join(f'{cell(row, _EVIDENCE)}="ok"' for row in rows)
        same = ",".join(f"{cell(row, _VALUE)}={cell(row, _BEFORE)}" for row in rows)
        changed = book.say(msg("changed"))
        sheet.write_formula(
            2,
            _VALUE,
            f'=IF(NOT(AND({valid})),"{self._invalid}",'
            f'IF(AND({same}),"{self._unchanged}","{changed}"))',
            book.style(bold=True),
            self._unchanged,
        )
        here = cell(2, _VALUE)
        told = [
            book.say(text)
            for text in (
                msg("The numbers are those of the calculation."),
                msg(
                    "A number is changed: the steps are worked out again, and every condition is"
                    " unchanged."
                ),
                msg("A number is outside its limits: calculate again with socialkapitel."),
            )
        ]
        sheet.write_formula(
            2,
            _UNIT,
            f'=IF({here}="{self._unchanged}","{told[0]}",IF({here}="{changed}","{told[1]}","{told[2]}"))',
            book.style(indent=1),
            told[0],
        )
        book.text(
            sheet,
            3,
            _UNIT,
            msg("Yellow cells can be changed within their limits; the rest is locked."),
            italic=True,
            indent=1,
            font_color="#7F7F7F",
        )
        red = {"type": "cell", "criteria": "==", "value": f'"{self._invalid}"'}
        sheet.conditional_format(
            2, _VALUE, 2, _VALUE, {**red, "format": book.style(font_color="#C00000", bold=True)}
        )
        hidden = {"type": "cell", "criteria": "==", "value": '"ok"'}
        for row in rows:
            sheet.conditional_format(
                row,
                _EVIDENCE,
                row,
                _EVIDENCE,
                {**hidden, "format": book.style(font_color="#548235", bold=False)},
            )


def _quoted(text: str) -> str:
    """A text within a formula, split where Excel's limit requires it.

    >>> _quoted('a "no" is told')
    '"a ""no"" is told"'
    """
    parts = [text[at : at + _LONGEST_TEXT] for at in range(0, len(text), _LONGEST_TEXT)]
    return "&".join('"{}"'.format(part.replace('"', '""')) for part in parts) or '""'
