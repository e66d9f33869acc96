"""Reads and notes what callers give: what several calculators share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import Message, msg
from socialkapitel.money import (
    MAX_AMOUNT,
    Number,
    Pay,
    amount,
    decimal,
    hourly_rate,
    hundredths,
    oere,
)
from socialkapitel.parameters import Unit, divisor, whole_figure
from socialkapitel.periods import Month, read_each, read_month

if TYPE_CHECKING:
    from socialkapitel.explanation import Operand, Worksheet

__all__ = [
    "FULL_TIME",
    "MAX_EMPLOYEES",
    "NumbersByDay",
    "NumbersByMonth",
    "check_pay",
    "divisor",
    "from_day",
    "months_held",
    "note_weekly_hours",
    "read_by_month",
    "read_contract_hours",
    "read_employees",
    "read_heads",
    "read_hourly_pay",
    "read_monthly_pay",
    "read_other_contributions",
    "read_weekly_hours",
    "whole_figure",
]

FULL_TIME = 37
"""Hours of a full-time week: the most that any calculator accepts."""

MAX_EMPLOYEES = 1_000_000
"""Largest number of employees accepted."""

NumbersByDay: TypeAlias = Mapping[date, Number] | Mapping[str, Number]
"""Numbers by the day, or its text, that each is for."""

NumbersByMonth: TypeAlias = Mapping[Month, Number] | Mapping[str, Number]
"""Numbers by the month, or its text, that each is for."""

T = TypeVar("T")


def read_weekly_hours(value: Number) -> Decimal:
    """Weekly hours above 0, at most 37."""
    return decimal(hundredths(value, "weekly_hours", most=FULL_TIME, above_zero=True))


def note_weekly_hours(sheet: Worksheet, hours: Decimal) -> Operand:
    """Note weekly hours under the name that every part of a calculation uses."""
    return sheet.given("weekly_hours", hours, Unit.HOURS_PER_WEEK)


def from_day(name: str, day: date) -> Message:
    """The label of an input that holds from a day on."""
    return msg("{label} from {day}", label=GIVENS[name], day=day)


def read_contract_hours(value: Number) -> Decimal:
    """Agreed weekly hours above 0, at most 37."""
    return decimal(hundredths(value, "contract_hours", most=FULL_TIME, above_zero=True))


def read_hourly_pay(value: Number) -> Decimal:
    """Hourly pay in kroner, above 0."""
    return hourly_rate(value, "hourly_pay")


def read_other_contributions(value: Number) -> Decimal:
    """Other employer contributions in kroner a month, 0 where there are none."""
    return amount(value, "other_contributions")


def read_monthly_pay(value: Number, field: str = "") -> Decimal:
    """A month's pay in kroner, above 0."""
    return decimal(hundredths(value, field, most=MAX_AMOUNT, above_zero=True))


def read_employees(value: Number, field: str, *, above_zero: bool = False) -> Decimal:
    """A number of employees, whole or as full-time equivalents with up to two decimals."""
    return decimal(hundredths(value, field, most=MAX_EMPLOYEES, above_zero=above_zero))


def read_heads(value: Number, field: str = "", *, above_zero: bool = False) -> int:
    """A headcount of employees."""
    whole, rest = divmod(oere(read_employees(value, field, above_zero=above_zero)), 100)
    if rest:
        raise InvalidInput(field, value, msg("a whole number from 0 to {most}", most=MAX_EMPLOYEES))
    return whole


def check_pay(value: object, field: str) -> Pay:
    """Return a `Pay`, and refuse anything else."""
    return check_kind(value, Pay, field)


def months_held(year: int, first: date | None, last: date | None) -> tuple[Month, ...]:
    """The months of a year in which a job is held; None for a first or last day not known."""
    months = [Month(year, number) for number in range(1, 13)]
    held = tuple(
        month
        for month in months
        if (first is None or first <= month.last_day) and (last is None or month.first_day <= last)
    )
    if not held:
        raise InvalidInput("year", year, msg("a year in which the job is held"))
    return held


def read_by_month(
    value: Mapping[Month, T] | Mapping[str, T] | None, field: str, first: Month, last: Month
) -> dict[Month, T]:
    """What was given for months, from the first to the last of them; nothing where it is None."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise WrongType(field, value, msg("a mapping of months to numbers"))
    given = dict(read_each(value, read_month, field))
    for month in given:
        if not first <= month <= last:
            accepted = msg("months from {first} to {last}", first=first, last=last)
            raise InvalidInput(field, month, accepted)
    return given
