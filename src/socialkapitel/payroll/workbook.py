"""Workbooks of the monthly run: one of the claims, and a template that a payroll clerk fills in.

The template has a sheet for each kind of thing that a month is claimed from, and is read again by
`socialkapitel.payroll.filled`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING

import attrs

from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.calculators.sickness_calendar import DayState
from socialkapitel.calculators.subsidised_job import TargetGroup
from socialkapitel.echo import a_choice
from socialkapitel.explanation.workbook import Book, cell
from socialkapitel.messages import Label, msg
from socialkapitel.payroll.cells import (
    Cell,
    read_day,
    read_flag,
    read_hours,
    read_kroner,
    read_month,
    read_received,
    read_reference,
    read_share,
    read_text,
    read_week_or_date,
)
from socialkapitel.tables import HEADS, Column, Table, add_sheet

if TYPE_CHECKING:
    from socialkapitel.payroll.claims import Claims

# --- the claims as a workbook --------------------------------------------------------------------


def claims_workbook(claims: Claims, language: str) -> bytes:
    """The ledger, its lines, totals and caveats; amounts are sums over the lines."""
    book = Book(claims.table.title, language)
    ledger, lines, totals = (
        book.say(name) for name in (msg("Claims"), msg("Lines"), msg("Totals"))
    )
    numbers = {claim.key: number for number, claim in enumerate(claims, start=1)}
    of_lines = [numbers[claim.key] for claim in claims for _ in claim.lines]
    number = Column("number", msg("No."))
    known = (number, *claims.lines.columns)
    among = {
        column.name: f"'{lines}'!{cell(HEADS, place)}:{cell(HEADS + max(len(of_lines), 1), place)}"
        for place, column in enumerate(known)
    }

    def of_claim(name: str) -> Callable[[int], str]:
        return lambda row: f"=SUMIFS({among[name]},{among['number']},$A{row + 1})"

    def of_total(name: str) -> Callable[[int], str]:
        return lambda row: (
            f"=SUMIFS({among[name]},{among['payer']},$A{row + 1},{among['scheme']},$B{row + 1})"
        )

    sums = ("amount", "supplement")
    add_sheet(
        book,
        _numbered(claims.table, number, numbers.values()),
        ledger,
        formulas={name: of_claim(name) for name in sums},
        summed=sums,
    )
    add_sheet(book, _numbered(claims.lines, number, of_lines), lines, summed=sums)
    if len(claims.totals_table):
        formulas = {name: of_total(name) for name in sums}
        add_sheet(book, claims.totals_table, totals, formulas=formulas, summed=sums)
    if len(claims.caveats_table):
        add_sheet(book, claims.caveats_table, book.say(msg("Caveats")))
    return book.finish()


def _numbered(table: Table, number: Column, numbers: Iterable[int]) -> Table:
    """The table with the number of each row's claim, by which the sums find its lines."""
    rows = tuple((one, *row) for one, row in zip(numbers, table.rows, strict=True))
    return attrs.evolve(table, columns=(number, *table.columns), rows=rows)


# --- the sheets of the template ------------------------------------------------------------------


@attrs.frozen
class TemplateColumn:
    """A column of the template.

    Attributes:
        name: its name in a row.
        label: its heading.
        read: reads one of its cells.
        hint: what to write.
        needed: whether each row must have it.
        choices: what to choose from.
    """

    name: str
    label: Label
    read: Callable[[Cell], object]
    hint: Label
    needed: bool = False
    choices: tuple[Label, ...] = ()


def _choices(kind: type[Enum]) -> tuple[Label, ...]:
    return tuple(choice for one in kind if isinstance(choice := a_choice(one), Label))


_EMPLOYEE = TemplateColumn(
    "reference",
    Label("Employee", "Medarbejder"),
    read_reference,
    Label(
        "your own name or number for the employee", "dit eget navn eller nummer for medarbejderen"
    ),
    needed=True,
)
_MONTH = TemplateColumn(
    "month",
    Label("Month", "Måned"),
    read_month,
    Label("such as 2024-05; empty: the month of the run", "fx 2024-05; tom: den måned, der køres"),
)
_AMOUNT = Label("kroner, such as 29.600,00", "kroner, fx 29.600,00")
_RATE = Label("kroner an hour, such as 185,00", "kroner pr. time, fx 185,00")
_HOURS = Label("hours, such as 29,6", "timer, fx 29,6")
_DATE = Label("a date, such as 01-05-2024", "en dato, fx 01-05-2024")
_CHOSEN = Label("choose from the list", "vælg på listen")
_YES = (Label("yes", "ja"), Label("no", "nej"))
_FIRST_DAY = TemplateColumn(
    "first_day", Label("First day of absence", "Første fraværsdag"), read_day, _DATE, needed=True
)
_WEEKLY = TemplateColumn(
    "weekly_hours", Label("Weekly hours", "Ugentlig arbejdstid"), read_hours, _HOURS, needed=True
)
_HOURLY_PAY = TemplateColumn(
    "hourly_pay", Label("Pay an hour", "Timeløn"), read_kroner, _RATE, needed=True
)


def _received(label: Label) -> TemplateColumn:
    """The column of what the payer has paid for the month, by which the run is reconciled."""
    hint = Label(
        "kroner for the month, when they have come; empty: not yet",
        "kroner for måneden, når de er kommet; tom: endnu ikke",
    )
    return TemplateColumn("received", label, read_received, hint)


_REFUND_PAID = _received(Label("Refund paid", "Udbetalt refusion"))

_FLEXJOBS = (
    _EMPLOYEE,
    _MONTH,
    TemplateColumn("started_on", Label("Employed from", "Ansat fra"), read_day, _DATE, needed=True),
    TemplateColumn("ended_on", Label("Employed through", "Ansat til og med"), read_day, _DATE),
    TemplateColumn(
        "share",
        Label("Share granted", "Bevilget andel"),
        read_share,
        Label("1/2 or 2/3", "1/2 eller 2/3"),
        needed=True,
        choices=(Label("1/2", "1/2"), Label("2/3", "2/3")),
    ),
    TemplateColumn(
        "monthly_pay",
        Label(
            "Lowest agreed pay, full-time month", "Mindste overenskomstmæssige løn, fuldtidsmåned"
        ),
        read_kroner,
        _AMOUNT,
    ),
    TemplateColumn(
        "hourly_pay",
        Label("Lowest agreed pay an hour", "Mindste overenskomstmæssige timeløn"),
        read_kroner,
        _RATE,
    ),
    _WEEKLY,
    TemplateColumn(
        "atp_class",
        Label("ATP class", "ATP-sats"),
        read_text,
        Label("A, B or C; empty: no ATP", "A, B eller C; tom: ingen ATP"),
        choices=tuple(Label(one, one) for one in "ABC"),
    ),
    TemplateColumn(
        "other_contributions",
        Label("Other contributions", "Øvrige arbejdsgiverbidrag"),
        read_kroner,
        _AMOUNT,
        needed=True,
    ),
    TemplateColumn(
        "pay",
        Label("Pay actually paid", "Faktisk udbetalt løn"),
        read_kroner,
        Label("only where it is lower than agreed", "kun hvis den er lavere end aftalt"),
    ),
    TemplateColumn(
        "hours",
        Label("Hours with pay", "Timer med løn"),
        read_hours,
        Label("for pay by the hour, or a part of a month", "ved timeløn eller en del af en måned"),
    ),
    _REFUND_PAID,
)
_SUBSIDIES = (
    _EMPLOYEE,
    _MONTH,
    TemplateColumn(
        "target_group",
        Label("Target group", "Målgruppe"),
        read_text,
        _CHOSEN,
        needed=True,
        choices=_choices(TargetGroup),
    ),
    _HOURLY_PAY,
    TemplateColumn(
        "granted_rate", Label("Rate granted", "Bevilget sats pr. time"), read_kroner, _RATE
    ),
    TemplateColumn("hours", Label("Hours with pay", "Timer med løn"), read_hours, _HOURS),
    _received(Label("Subsidy paid", "Udbetalt løntilskud")),
)
_ABSENCES = (
    _EMPLOYEE,
    _FIRST_DAY,
    _WEEKLY,
    _HOURLY_PAY,
    TemplateColumn(
        "paid",
        Label("Pay during the absence", "Løn under fraværet"),
        read_flag,
        Label("yes or no", "ja eller nej"),
        needed=True,
        choices=_YES,
    ),
    TemplateColumn(
        "basis",
        Label("Basis of the refund", "Grundlag for refusion"),
        read_text,
        _CHOSEN,
        needed=True,
        choices=_choices(RefundBasis),
    ),
    TemplateColumn(
        "other_jobs",
        Label("Absent from other jobs", "Fravær i andre job"),
        read_flag,
        Label("yes or no; empty: not known", "ja eller nej; tom: vides ikke"),
        choices=_YES,
    ),
    TemplateColumn("claimed_to", Label("Claimed through", "Anmodet til og med"), read_day, _DATE),
    attrs.evolve(
        _REFUND_PAID,
        hint=Label(
            "kroner for the month of the run, with the supplement; empty: not yet",
            "kroner for den måned, der køres, med tillæg; tom: endnu ikke",
        ),
    ),
)
_DAYS = (
    _EMPLOYEE,
    attrs.evolve(
        _FIRST_DAY,
        needed=False,
        hint=Label("where there are several absences", "hvis der er flere fravær"),
    ),
    TemplateColumn(
        "day",
        Label("Week or date", "Uge eller dato"),
        read_week_or_date,
        Label("2024-W19, or 06-05-2024", "2024-W19 eller 06-05-2024"),
        needed=True,
    ),
    TemplateColumn(
        "last_day",
        Label("Through", "Til og med"),
        read_day,
        Label("for several days", "ved flere dage"),
    ),
    TemplateColumn("hours", Label("Hours of absence", "Fraværstimer"), read_hours, _HOURS),
    TemplateColumn(
        "planned",
        Label("Planned hours", "Planlagte timer"),
        read_hours,
        Label("by date, from a rota", "pr. dato, fra en tjenesteplan"),
    ),
    TemplateColumn(
        "state",
        Label("State of the day", "Dagens status"),
        read_text,
        _CHOSEN,
        choices=_choices(DayState),
    ),
    TemplateColumn(
        "other_hours",
        Label("Hours of absence in other jobs", "Fraværstimer i andre job"),
        read_hours,
        Label(
            "where there are several employers, for each week; 0: none",
            "ved flere arbejdsgivere, for hver uge; 0: ingen",
        ),
    ),
)
_ASSISTANCE = (
    _EMPLOYEE,
    _MONTH,
    TemplateColumn(
        "hours",
        Label("Hours of assistance", "Timer med personlig assistance"),
        read_hours,
        _HOURS,
        needed=True,
    ),
    TemplateColumn(
        "hourly_rate",
        Label("Rate an hour", "Timesats"),
        read_kroner,
        Label("empty: the rate that is known", "tom: den kendte sats"),
    ),
    _REFUND_PAID,
)


@attrs.frozen
class TemplateSheet:
    """A sheet of the template: its name, what it is for, and its columns."""

    name: Label
    about: Label
    fields: tuple[TemplateColumn, ...]


SHEETS = {
    "flexjob": TemplateSheet(
        Label("Flexjobs", "Fleksjob"),
        Label(
            "Flexjobs begun before 2013, a row for each",
            "Fleksjob (ansat før 1. januar 2013): en række pr. job",
        ),
        _FLEXJOBS,
    ),
    "subsidy": TemplateSheet(
        Label("Wage subsidies", "Løntilskud"),
        Label("Jobs with wage subsidy, a row for each", "Job med løntilskud: en række pr. job"),
        _SUBSIDIES,
    ),
    "absence": TemplateSheet(
        Label("Absences", "Fravær"),
        Label("Sickness absences, a row for each", "Sygefravær: en række pr. fravær"),
        _ABSENCES,
    ),
    "days": TemplateSheet(
        Label("Days of absence", "Fraværsdage"),
        Label(
            "The weeks or days of the absences, a row for each; 0 hours: back at work",
            "Fraværenes uger eller dage: en række pr. uge eller dag; 0 timer: tilbage på arbejde",
        ),
        _DAYS,
    ),
    "assistance": TemplateSheet(
        Label("Assistance", "Assistance"),
        Label(
            "Personal assistance, a row for each", "Personlig assistance: en række pr. medarbejder"
        ),
        _ASSISTANCE,
    ),
}
_ROWS = 500
"""How many rows of the template are prepared."""


def claims_template(language: str = "da") -> bytes:
    """A workbook for a payroll clerk to fill in (skabelon), to be read by `read_claims_template`.

    It has a sheet each for flexjobs, wage subsidies, absences, their days, and assistance, with
    lists to choose from and a note on each column, and one that explains how to fill it in. Needs
    the extra ``excel``.

    Args:
        language: ``"da"`` or ``"en"``.

    Raises:
        UnknownName: for another language.
        MissingExtra: where XlsxWriter is not installed.

    >>> from pathlib import Path
    >>> Path("skabelon.xlsx").write_bytes(claims_template()) > 5_000  # doctest: +SKIP
    True
    """
    book = Book(msg("Template for the monthly run"), language)
    most = max(len(field.choices) for part in SHEETS.values() for field in part.fields)
    widths = {0: 18, 1: 44, 2: 48, **dict.fromkeys(range(3, 3 + most), 26)}
    name = book.say(msg("Guide"))
    guide = book.sheet(name, msg("How to fill in the template"), widths, HEADS)
    heads = (msg("Sheet"), msg("Column"), msg("What to write"), msg("Choices"))
    for place in widths:
        head = book.say(heads[place]) if place < len(heads) else ""
        book.head(guide, HEADS - 1, place, head)
    said = msg(
        "A column with * must be filled in. A share such as 1/2 is a text; hours take a comma."
    )
    book.text(guide, 1, 0, said, italic=True)
    row, lists = HEADS, {}
    for part in SHEETS.values():
        book.text(guide, row, 0, part.name, bold=True)
        book.text(guide, row, 1, part.about, bold=True)
        for field in part.fields:
            row += 1
            book.text(guide, row, 1, _head(field, book))
            book.text(guide, row, 2, field.hint)
            for place, choice in enumerate(field.choices, start=3):
                book.text(guide, row, place, choice)
            if field.choices:
                among = f"{cell(row, 3)}:{cell(row, 2 + len(field.choices))}"
                lists[part.name, field.name] = f"='{name}'!{among}"
        row += 2
    for part in SHEETS.values():
        _add_part(book, part, lists)
    return book.finish()


_NEEDED = "\N{NO-BREAK SPACE}*"


def _head(field: TemplateColumn, book: Book) -> str:
    return f"{book.say(field.label)}{_NEEDED if field.needed else ''}"


def _add_part(book: Book, part: TemplateSheet, lists: Mapping[tuple[Label, str], str]) -> None:
    """Add a sheet to fill in; its choices are listed in the guide."""
    widths = {place: max(13.0, *_lengths(field, book)) for place, field in enumerate(part.fields)}
    sheet = book.sheet(book.say(part.name), part.about, widths, HEADS)
    last = HEADS - 1 + _ROWS
    for place, field in enumerate(part.fields):
        book.head(sheet, HEADS - 1, place, _head(field, book))
        style = book.style(num_format=_shown(field, book))
        sheet.set_column(place, place, widths[place], style)
        asked: dict[str, object] = {
            "validate": "any",
            "input_title": book.say(field.label)[:32],
            "input_message": book.say(field.hint)[:255],
        }
        if field.choices:
            source, title = lists[part.name, field.name], book.say(msg("Choose from the list"))
            asked |= {"validate": "list", "source": source, "error_title": title}
        sheet.data_validation(HEADS, place, last, place, asked)


def _shown(field: TemplateColumn, book: Book) -> str:
    """How a column's content is shown; mostly as text, which Excel leaves alone."""
    if field.read is read_day:
        return book.date_format
    return "#,##0.00" if field.read in {read_kroner, read_hours, read_received} else "@"


def _lengths(field: TemplateColumn, book: Book) -> Iterator[float]:
    """The lengths of a heading on its two lines, and of its choices."""
    words = _head(field, book).split(" ")
    two_lines = ((words[:place], words[place:]) for place in range(1, len(words) + 1))
    yield min(max(len(" ".join(line)) for line in lines) for lines in two_lines) + 3
    yield from (len(book.say(choice)) + 2 for choice in field.choices)
