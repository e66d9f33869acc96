"""Reads the cells that a payroll clerk has filled in, or says what to write instead.

Excel changes what is typed: a share becomes a date, hours a time of day, a number a text. A cell
that can be read in only one way is read; any other is refused, saying what happened and what to
write.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from socialkapitel.errors import InvalidInput
from socialkapitel.i18n import month_names
from socialkapitel.messages import Label, Text, msg
from socialkapitel.money import danish
from socialkapitel.payroll.given import read_paid
from socialkapitel.periods import Month, Week


@attrs.frozen
class Cell:
    """A cell that is not empty.

    Attributes:
        value: the value that openpyxl reads.
        shown: its number format in Excel.
    """

    value: Any
    shown: str

    @property
    def is_percent(self) -> bool:
        """Whether Excel shows it as per cent."""
        return "%" in self.shown

    @property
    def day(self) -> date | None:
        """The date in it, if any."""
        if isinstance(self.value, datetime):
            return self.value.date()
        return self.value if isinstance(self.value, date) else None

    @property
    def told(self) -> object:
        """Its content, as errors show it."""
        if self.day is not None:
            return self.day
        if isinstance(self.value, float):
            return _exact(self.value)
        return str(self.value) if isinstance(self.value, (time, timedelta)) else self.value

    def refused(self, accepted: Text) -> InvalidInput:
        """The error of a cell that can't be read."""
        return InvalidInput("", self.told, accepted)


def _exact(value: float) -> Decimal:
    """A number as Excel shows it, which keeps 15 digits.

    >>> _exact(0.1 + 0.2), _exact(7.0)
    (Decimal('0.3'), Decimal('7'))
    """
    return Decimal(format(value, ".15g"))


def _plain(cell: Cell, example: str) -> Decimal | str:
    """A number, whether Excel holds it as one or as a text."""
    day = cell.day
    if day is not None:
        said = msg(
            "the number, such as {example}: Excel has turned what was typed into a date; give the"
            " cell"
            " the format of a number, and write it again",
            example=example,
        )
        raise cell.refused(said)
    if isinstance(cell.value, (time, timedelta)):
        said = msg("hours with a comma, such as {example}, and not a time of day", example=example)
        raise cell.refused(said)
    if cell.is_percent:
        raise cell.refused(msg("a number such as {example}, not a percentage", example=example))
    if isinstance(cell.value, bool):
        raise cell.refused(msg("a number such as {example}", example=example))
    if isinstance(cell.value, str):
        text = cell.value.strip().replace("\N{NO-BREAK SPACE}", " ")
        with suppress(InvalidInput):
            return danish(text)
        return text
    return _exact(cell.value) if isinstance(cell.value, float) else Decimal(cell.value)


def read_kroner(cell: Cell) -> Decimal | str:
    """An amount of kroner."""
    return _plain(cell, "18.297,00")


def read_received(cell: Cell) -> Decimal:
    """What a payer has paid, in kroner."""
    try:
        return read_paid(_plain(cell, "18.297,00"))
    except InvalidInput as error:
        raise cell.refused(error.accepted) from None


def read_hours(cell: Cell) -> Decimal | str:
    """A number of hours."""
    return _plain(cell, "29,6")


_FRACTION = re.compile(r"\s*(\d+)\s*/\s*(\d+)\s*")
_MOST_PARTS = 12


def read_share(cell: Cell) -> str:
    """A share: a text, or a number that equals a share exactly."""
    day = cell.day
    if day is not None:
        share = "/".join(map(str, sorted((day.day, day.month))))
        raise cell.refused(
            msg(
                "the share {share}: Excel has turned it into a date; give the cell the format"
                " Text, and"
                " write {share} again",
                share=share,
            )
        )
    if cell.is_percent:
        raise cell.refused(msg("a share such as 1/2 or 2/3, not a percentage"))
    if isinstance(cell.value, str):
        found = _FRACTION.fullmatch(cell.value)
        return f"{found[1]}/{found[2]}" if found else cell.value
    if isinstance(cell.value, (int, float)):
        near = Fraction(cell.value).limit_denominator(_MOST_PARTS)
        if float(near) == cell.value:
            return str(near)
    raise cell.refused(msg("a share such as 1/2 or 2/3"))


_DANISH_DAY = re.compile(r"(\d{1,2})[-./ ]\s*(\d{1,2})[-./ ]\s*(\d{4})")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEAST_SERIAL, _MOST_SERIAL = 20_000, 110_000  # 1954 to 2201
_EPOCH = date(1899, 12, 30)
_A_DATE = msg("a date such as {example}", example="01-05-2024")


def read_day(cell: Cell) -> date:
    """A date: a real one, or a text in the order day, month, year, or year-month-day."""
    if cell.day is not None:
        return cell.day
    if isinstance(cell.value, str):
        text = cell.value.strip()
        with suppress(ValueError):
            if found := _DANISH_DAY.fullmatch(text):
                return date(int(found[3]), int(found[2]), int(found[1]))
            if _ISO_DAY.fullmatch(text):
                return date.fromisoformat(text)
    if isinstance(cell.value, (int, float)) and _LEAST_SERIAL <= cell.value <= _MOST_SERIAL:
        day = _EPOCH + timedelta(days=int(cell.value))
        raise cell.refused(
            msg("a date: Excel stores dates as numbers, and this one may mean {day}", day=day)
        )
    raise cell.refused(_A_DATE)


_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DANISH_MONTH = re.compile(r"(\d{1,2})[-./](\d{4})")
_NAMED_MONTH = re.compile(r"([a-zæøå]+)\.? (\d{4})")


def read_month(cell: Cell) -> Month:
    """A month: a date in it, or a text such as "2024-05" or "maj 2024"."""
    if cell.day is not None:
        return Month.of(cell.day)
    if isinstance(cell.value, str):
        text = cell.value.strip().casefold()
        with suppress(ValueError):
            if found := _ISO_MONTH.fullmatch(text):
                return Month(int(found[1]), int(found[2]))
            if found := _DANISH_MONTH.fullmatch(text):
                return Month(int(found[2]), int(found[1]))
            if found := _NAMED_MONTH.fullmatch(text):
                names = (*month_names("da"), *month_names("en"))
                return Month(
                    int(found[2]), [one.casefold() for one in names].index(found[1]) % 12 + 1
                )
    raise cell.refused(msg("a month such as {example}", example="2024-05"))


_WEEK = re.compile(r"(?:(\d{4})-?W(\d{1,2}))|(?:(?:uge|week) (\d{1,2}),? (\d{4}))", re.IGNORECASE)


def read_week_or_date(cell: Cell) -> Week | date:
    """A week such as "2024-W19" or "uge 19 2024", or a date."""
    if isinstance(cell.value, str) and (found := _WEEK.fullmatch(cell.value.strip())):
        year, week = found[1] or found[4], found[2] or found[3]
        with suppress(ValueError):
            return Week(int(year), int(week))
    with suppress(InvalidInput):
        return read_day(cell)
    raise cell.refused(
        msg("a week such as {week}, or a date such as {day}", week="2024-W19", day="06-05-2024")
    )


def read_reference(cell: Cell) -> str:
    """What the employee is called: a text, or a whole number."""
    if cell.day is not None:
        raise cell.refused(msg("the employee as a text: Excel has turned it into a date"))
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        return str(_exact(cell.value))
    return str(cell.value).strip()


def read_text(cell: Cell) -> str:
    """A text, such as a choice from a list."""
    return str(cell.value).strip()


_FLAGS = {"ja": True, "yes": True, "nej": False, "no": False}


def read_flag(cell: Cell) -> bool:
    """Yes or no."""
    if isinstance(cell.value, bool):
        return cell.value
    found = _FLAGS.get(str(cell.value).strip().casefold())
    if found is None:
        raise cell.refused(Label(en="yes or no", da="ja eller nej"))
    return found
