"""Reads a filled template of the monthly run into what `socialkapitel.claims` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.schedule import Schedule
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.subsidised_job import SubsidisedJob
from socialkapitel.echo import safe, told
from socialkapitel.errors import (
    InvalidInput,
    MissingExtra,
    SocialkapitelError,
    WrongType,
    as_one,
    singly,
)
from socialkapitel.messages import Label, Text, msg
from socialkapitel.money import Pay
from socialkapitel.payroll.cells import Cell
from socialkapitel.payroll.given import Assistance, One, Paid
from socialkapitel.payroll.reconciled import PaidAmount
from socialkapitel.payroll.workbook import SHEETS, TemplateColumn, TemplateSheet
from socialkapitel.payroll.working import scheme_of
from socialkapitel.periods import Month, Period, Week, read_month
from socialkapitel.tables import Column, Table, Tabled


@attrs.frozen(kw_only=True)
class TemplateFault:
    """What can't be read in a row of a workbook, and what to write instead (fejl i en række).

    Attributes:
        sheet: the sheet.
        row: the row's number, as Excel has it.
        column: the column's letter, as Excel has it.
        label: what the column is called.
        value: the content of the cell; None where it is empty. Free text is not shown.
        accepted: what to write instead.
    """

    sheet: str
    row: int
    column: str
    label: Label
    value: object = attrs.field(converter=safe)
    accepted: Text

    @property
    def error(self) -> InvalidInput:
        """The fault as an error, its field the cell: ``Fleksjob!E5``."""
        place = f"{self.sheet}!{self.column}{self.row}"
        return InvalidInput(place, self.value, self.accepted).called(self.label)

    @property
    def message(self) -> Text:
        """The fault in a sentence."""
        return self.error.message


@brief
@attrs.frozen(kw_only=True)
class FilledTemplate(Tabled):
    """The content of a filled template, as `socialkapitel.claims` takes it (udfyldt skabelon).

    Attributes:
        month: the month.
        employees: what each employee's month is claimed from; an error for what can't be read, so
            that it is a line of the run.
        claimed: the periods of earlier claims of sickness benefit.
        paid: what was paid for the month, as `socialkapitel.reconcile_claims` takes it.
        faults: everything that can't be read.
    """

    month: Month
    employees: Mapping[str, tuple[One | SocialkapitelError, ...]]
    claimed: Mapping[str, tuple[Period, ...]]
    paid: tuple[PaidAmount, ...] = ()
    faults: tuple[TemplateFault, ...]

    @property
    def table(self) -> Table:
        """A row for each fault."""
        return Table(
            title=msg("What can't be read"),
            columns=(
                Column("sheet", msg("Sheet")),
                Column("row", msg("Row")),
                Column("column", msg("Column")),
                Column("label", msg("Head")),
                Column("value", msg("Written")),
                Column("accepted", msg("Write instead")),
            ),
            rows=tuple(
                (
                    one.sheet,
                    one.row,
                    one.column,
                    one.label,
                    None if one.value is None else told(one.value),
                    one.accepted,
                )
                for one in self.faults
            ),
        )


def read_claims_template(file: str | Path | bytes, month: Month | str) -> FilledTemplate:
    """Read a filled template into what `socialkapitel.claims` takes (læs en udfyldt skabelon).

    Columns are found by their headings, in Danish or English and in any order. Numbers may be
    numbers or Danish texts such as ``"18.297,00"``, dates real dates or texts in the order day,
    month, year. What Excel has turned into something else, such as a share into a date, is reported
    as such. Rows of other months are left out; absences are read whole. Needs the extra ``excel``.

    Args:
        file: the path of the workbook, or its bytes.
        month: the month of the run.

    Raises:
        InvalidInput: for anything that is not such a workbook.
        WrongType: for anything but a path or bytes, and a `Month`.
        MissingExtra: where openpyxl is not installed.

    >>> from socialkapitel.payroll.workbook import claims_template
    >>> filled = read_claims_template(claims_template(), Month(2024, 5))
    >>> dict(filled.employees), filled.faults
    ({}, ())
    """
    month = read_month(month, "month")
    sheets = _opened(file)
    found = {name: list(_rows(sheets, part)) for name, part in SHEETS.items()}
    return _FilledRows(month, found).filled()


def _opened(file: object) -> dict[str, tuple[Any, Any]]:
    """The sheets by their names, each as written and as Excel has calculated it."""
    if not isinstance(file, (str, Path, bytes)):
        raise WrongType("file", file, msg("the path of a workbook, or its bytes"))
    try:
        reader = import_module("openpyxl")
    except ImportError:
        raise MissingExtra("excel", "openpyxl") from None
    held = file if isinstance(file, bytes) else Path(file).read_bytes()
    try:
        with catch_warnings():
            # What Excel adds, such as lists on another sheet, is not read, nor written.
            simplefilter("ignore", UserWarning)
            written, worked = (
                reader.load_workbook(BytesIO(held), data_only=worked) for worked in (False, True)
            )
    except (BadZipFile, KeyError, ValueError, OSError):
        shown = "(bytes)" if isinstance(file, bytes) else str(file)
        raise InvalidInput("file", shown, msg("a workbook of Excel (.xlsx)")) from None
    sheets = {sheet.title.casefold(): (sheet, worked[sheet.title]) for sheet in written.worksheets}
    names = {name.casefold() for part in SHEETS.values() for name in (part.name.en, part.name.da)}
    if not names & set(sheets):
        known = msg("a workbook with the sheets of the template for the monthly run")
        raise InvalidInput("file", ", ".join(written.sheetnames), known)
    return sheets


@attrs.define
class _Row:
    """A row while it is read: its values by name, and those that can't be read."""

    part: TemplateSheet
    sheet: str
    number: int
    letters: Mapping[str, str]
    values: dict[str, Any] = attrs.field(factory=dict)
    faults: list[TemplateFault] = attrs.field(factory=list)

    @property
    def reference(self) -> str:
        """Whose row it is; where nobody is named, the row itself."""
        return self.values.get("reference") or f"{self.sheet} {self.number}"

    def fault(self, name: str, value: object, accepted: Text) -> None:
        """Note what can't be read at its column, or at the first where none has that name."""
        labels = {field.name: field.label for field in self.part.fields}
        known = name if name in labels else next(iter(labels))
        self.faults.append(
            TemplateFault(
                sheet=self.sheet,
                row=self.number,
                column=self.letters.get(known, "A"),
                label=labels[known],
                value=value,
                accepted=accepted,
            )
        )

    def refuse(self, error: SocialkapitelError) -> None:
        """Note an error that a class of the library has raised."""
        name = error.field.partition("[")[0].partition(".")[0]
        accepted = getattr(error, "accepted", error.message)
        self.fault(_COLUMNS.get(name, name), getattr(error, "value", None), accepted)


_COLUMNS = {
    "starting_pay": "monthly_pay",
    "contract_hours": "weekly_hours",
    "norm_hours": "weekly_hours",
    "paid_during_sickness": "paid",
    "days": "state",
    "dates": "planned",
    "hours_in_other_jobs": "other_hours",
}
"""The column of a field, where its name differs."""

_MOST_HEADS = 10
_HEAD = Label("Column heading", "Kolonnens overskrift")
_HOURS_IN_OTHERS = msg("yes, for the sheet for days has hours of absence in other jobs")
_NO_DAYS = msg("the weeks or dates of the absence as well, in the sheet for days of absence")


def _rows(sheets: Mapping[str, tuple[Any, Any]], part: TemplateSheet) -> Iterator[_Row]:
    """The filled rows of a sheet, and rows for headings that are wrong."""
    for name in {part.name.da.casefold(), part.name.en.casefold()} & set(sheets):
        written, worked = sheets[name]
        top, fields, wrong = _heads(written, part)
        letters = {field.name: _letter(place) for place, field in fields.items()}
        if wrong:
            yield _Row(part, written.title, top, letters, faults=wrong)
        for number in range(top + 1, written.max_row + 1):
            row = _Row(part, written.title, number, letters)
            for place, field in fields.items():
                _read_cell(row, field, written.cell(number, place), worked.cell(number, place))
            if row.values or row.faults:
                told_of = {fault.label for fault in row.faults}
                for field in part.fields:
                    if field.needed and field.name not in row.values and field.label not in told_of:
                        row.fault(field.name, None, field.hint)
                yield row


def _heads(
    sheet: Any, part: TemplateSheet
) -> tuple[int, dict[int, TemplateColumn], list[TemplateFault]]:
    """The row of the headings, the columns by their number, and what is wrong with the headings."""
    known = {
        said.casefold(): field for field in part.fields for said in (field.label.da, field.label.en)
    }
    for cells in sheet.iter_rows(max_row=_MOST_HEADS):
        heads = {
            one.column: str(one.value).rstrip(" *").strip()
            for one in cells
            if one.value is not None
        }
        if any(known.get(said.casefold()) is part.fields[0] for said in heads.values()):
            top = cells[0].row
            fields = {
                place: known[said.casefold()]
                for place, said in heads.items()
                if said.casefold() in known
            }
            wrong = [
                TemplateFault(
                    sheet=sheet.title,
                    row=top,
                    column=_letter(place),
                    label=_HEAD,
                    value=said,
                    accepted=msg("a heading of the template; put notes in a sheet of their own"),
                )
                for place, said in heads.items()
                if said.casefold() not in known
            ]
            return top, fields, wrong
    first = part.fields[0].label
    missing = TemplateFault(
        sheet=sheet.title,
        row=1,
        column="A",
        label=first,
        value=None,
        accepted=msg("the headings of the template; none of them was found"),
    )
    return sheet.max_row, {}, [missing]


def _letter(place: int) -> str:
    return chr(ord("A") + place - 1) if place <= 26 else f"A{chr(ord('A') + place - 27)}"


def _read_cell(row: _Row, field: TemplateColumn, written: Any, worked: Any) -> None:
    """Read a cell into its row; one that is empty leaves nothing."""
    value = worked.value
    if isinstance(written.value, str) and not written.value.strip():
        return
    if written.data_type == "f" and value is None:
        accepted = msg("the value itself: Excel has not calculated the formula")
        row.fault(field.name, str(written.value), accepted)
    elif worked.data_type == "e":
        row.fault(field.name, str(value), msg("a value: Excel shows an error in the cell"))
    elif value is not None:
        try:
            row.values[field.name] = field.read(Cell(value, worked.number_format))
        except InvalidInput as error:
            row.fault(field.name, error.value, error.accepted)


class _FilledRows:
    """Turns the rows of a template into what is known about employees."""

    def __init__(self, month: Month, found: Mapping[str, Sequence[_Row]]) -> None:
        self._month, self._found = month, found
        self._employees: dict[str, list[One | SocialkapitelError]] = {}
        self._claimed: dict[str, list[Period]] = {}
        self._paid: list[PaidAmount] = []
        self._faults: list[TemplateFault] = []

    def filled(self) -> FilledTemplate:
        """The content of the rows."""
        for name, build, kind in (
            ("flexjob", _flexjob, "Flexjob"),
            ("subsidy", _subsidy, "SubsidisedJob"),
            ("assistance", _assistance, "Assistance"),
        ):
            seen: dict[frozenset[tuple[str, Any]], _Row] = {}
            for row in self._found[name]:
                if row.values.get("month", self._month) == self._month:
                    self._tell_twice(row, seen)
                    self._add([row], partial(build, row.values), kind)
        days: dict[int, list[_Row]] = {}
        absences = self._found["absence"]
        for row in self._found["days"]:
            days.setdefault(self._absence_of(row, absences), []).append(row)
        for place, row in enumerate(absences):
            self._absence(row, days.get(place, []))
        for row in days.get(-1, []):
            self._add_refused([row], SicknessAbsence.__name__)
        sheets = [row.sheet for rows in self._found.values() for row in rows]
        order = {sheet: place for place, sheet in enumerate(dict.fromkeys(sheets))}

        def in_order(one: TemplateFault) -> tuple[int, int, int, str]:
            return order[one.sheet], one.row, len(one.column), one.column

        return FilledTemplate(
            month=self._month,
            employees={name: tuple(things) for name, things in self._employees.items()},
            claimed={name: tuple(periods) for name, periods in self._claimed.items()},
            paid=tuple(self._paid),
            faults=tuple(sorted(self._faults, key=in_order)),
        )

    def _tell_twice(self, row: _Row, seen: dict[frozenset[tuple[str, Any]], _Row]) -> None:
        """Refuse a row that says what another has said: it would be claimed twice."""
        content = {**row.values, "month": self._month, "received": None}
        first = seen.setdefault(frozenset(content.items()), row)
        if first is not row:
            accepted = msg("each row once: row {row} says the same", row=first.number)
            row.fault("reference", row.values.get("reference"), accepted)

    def _add(self, rows: Sequence[_Row], build: Callable[[], One], kind: str) -> None:
        """Add what rows say of an employee, or why they can't be read."""
        if not any(row.faults for row in rows):
            try:
                built = build()
            except SocialkapitelError as error:
                for one in singly(error):
                    _row_of(one, rows).refuse(one)
            else:
                self._employees.setdefault(rows[0].reference, []).append(built)
                self._note_paid(rows[0], built)
        self._add_refused(rows, kind)

    def _add_refused(self, rows: Sequence[_Row], kind: str) -> None:
        """Add why rows can't be read, where they have faults."""
        faults = [fault for row in rows for fault in row.faults]
        if faults:
            refused = as_one(fault.error for fault in faults)
            refused.refused = kind
            self._employees.setdefault(rows[0].reference, []).append(refused)
            self._faults += faults

    def _note_paid(self, row: _Row, built: One) -> None:
        """Note what was paid for a row, if that is known."""
        amount = row.values.get("received")
        if amount is not None:
            what: Any = built.job if isinstance(built, Paid) else built
            known = PaidAmount(
                reference=row.reference,
                scheme=scheme_of(what),
                amount=amount,
                begun_on=row.values.get("first_day"),
            )
            self._paid.append(known)

    @staticmethod
    def _absence_of(row: _Row, absences: Sequence[_Row]) -> int:
        """Which absence a row's days belong to; -1 where it is not among them."""
        first, whose = row.values.get("first_day"), row.values.get("reference")
        found = [
            place
            for place, absence in enumerate(absences)
            if whose is not None
            and absence.values.get("reference") == whose
            and first in {None, absence.values.get("first_day")}
        ]
        if len(found) == 1:
            return found[0]
        if not row.faults:
            accepted = msg("the first day of one absence that the employee has in its sheet")
            row.fault("first_day", first, accepted)
        return -1

    def _absence(self, row: _Row, days: Sequence[_Row]) -> None:
        told_of = _AbsenceDays()
        for day in days:
            if not day.faults:
                told_of.add(day)
        if not days:
            row.fault("reference", row.values.get("reference"), _NO_DAYS)
        if told_of.others and row.values.get("other_jobs") is False:
            row.fault("other_jobs", False, _HOURS_IN_OTHERS)  # noqa: FBT003 what is written
        first, last = row.values.get("first_day"), row.values.get("claimed_to")
        if first is not None and last is not None and last < first:
            row.fault("claimed_to", last, msg("a day on or after the first day of absence"))
        self._add([row, *days], partial(_sickness, row.values, told_of), SicknessAbsence.__name__)
        if last is not None and not row.faults:
            period = Period(row.values["first_day"], last)
            self._claimed.setdefault(row.reference, []).append(period)


def _row_of(error: SocialkapitelError, rows: Sequence[_Row]) -> _Row:
    """The row that an error is about: that of the week or date it names, or the first.

    Where several rows have the day, it is the one with something in the column.
    """
    field, _, within = error.field.partition("[")
    value = str(getattr(error, "value", ""))
    named = {within.partition("]")[0], value.partition(": ")[0], value.partition("/")[0]}
    found = [row for row in rows[1:] if named & set(_days_named(row))]
    column = _COLUMNS.get(field, field)
    return next((row for row in found if column in row.values), [*found, rows[0]][0])


def _days_named(row: _Row) -> Iterator[str]:
    """The names by which errors may call a row's day: a week also by its Monday."""
    day = row.values.get("day")
    yield str(day)
    if isinstance(day, Week):
        yield str(day.monday)


class _AbsenceDays:
    """The days of an absence."""

    def __init__(self) -> None:
        self.hours: dict[Week | date, Any] = {}
        self.states: list[tuple[Period, Any]] = []
        self.plan: dict[date, Any] = {}
        self.others: dict[Week | date, Any] = {}

    def add(self, row: _Row) -> None:
        """Add a row's day, or note why it can't be added."""
        day, last = row.values["day"], row.values.get("last_day")
        hours, planned = row.values.get("hours"), row.values.get("planned")
        state, by_week = row.values.get("state"), isinstance(row.values["day"], Week)
        others = row.values.get("other_hours")
        if hours is None and planned is None and state is None and others is None:
            row.fault(
                "hours", None, msg("hours of absence, planned hours, or the state of the day")
            )
        if last is not None and (state is None or by_week or last < day):
            row.fault("last_day", last, msg("nothing, or the last of several days with a state"))
        if planned is not None and by_week:
            row.fault("planned", planned, msg("nothing: planned hours are given by date"))
        given = ((hours, self.hours), (planned, self.plan), (others, self.others))
        if any(one is not None and day in known for one, known in given):
            row.fault("day", str(day), msg("each week and each date once"))
        if row.faults:
            return
        for one, known in given:
            if one is not None:
                known[day] = one
        if state is not None:
            first, end = (day.monday, day.sunday) if by_week else (day, last or day)
            self.states.append((Period(first, end), state))


# --- what a row says ----------------------------------------------------------------------------


def _flexjob(row: Mapping[str, Any]) -> Paid:
    job = Flexjob(
        started_on=row["started_on"],
        ended_on=row.get("ended_on"),
        share=row["share"],
        starting_pay=_pay(row),
        weekly_hours=row["weekly_hours"],
        atp_class=row.get("atp_class"),
        other_contributions=row["other_contributions"],
    )
    return Paid(job=job, hours=row.get("hours"), pay=row.get("pay"))


def _pay(row: Mapping[str, Any]) -> Pay:
    """The pay of a flexjob, by the month or by the hour."""
    known = [name for name in ("monthly_pay", "hourly_pay") if row.get(name) is not None]
    if len(known) != 1:
        accepted = msg("either the pay for a full-time month or the pay an hour")
        raise InvalidInput("monthly_pay", row.get("monthly_pay"), accepted)
    [name] = known
    try:
        return (Pay.monthly if name == "monthly_pay" else Pay.hourly)(row[name])
    except InvalidInput as error:
        raise InvalidInput(name, error.value, error.accepted) from None


def _subsidy(row: Mapping[str, Any]) -> Paid:
    job = SubsidisedJob(
        target_group=row["target_group"],
        hourly_pay=row["hourly_pay"],
        granted_rate=row.get("granted_rate"),
    )
    return Paid(job=job, hours=row.get("hours"))


def _assistance(row: Mapping[str, Any]) -> Assistance:
    return Assistance(hours=row["hours"], hourly_rate=row.get("hourly_rate"))


def _sickness(row: Mapping[str, Any], days: _AbsenceDays) -> SicknessAbsence:
    weekly, others = row["weekly_hours"], _in_order(days.others) or None
    return SicknessAbsence(
        first_day=row["first_day"],
        contract_hours=None if days.plan else weekly,
        schedule=Schedule.rota(days.plan, norm_hours=weekly) if days.plan else None,
        hours=_in_order(days.hours),
        days=tuple(days.states),
        hourly_pay=row["hourly_pay"],
        paid_during_sickness=row["paid"],
        basis=row["basis"],
        hours_in_other_jobs={} if row.get("other_jobs") is False else others,
    )


def _in_order(hours: Mapping[Week | date, Any]) -> dict[Week | date, Any]:
    """Hours in order of time, whatever the order of their rows."""

    def begins(day: Week | date) -> date:
        return day.monday if isinstance(day, Week) else day

    return {day: hours[day] for day in sorted(hours, key=begins)}
