"""Reads what callers give: the converters and checks that several calculators share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

from socialkapitel.errors import WrongType
from socialkapitel.messages import msg
from socialkapitel.money import MAX_AMOUNT, Number, Pay, amount, decimal, hourly_rate, hundredths
from socialkapitel.parameters import ParameterSet, packaged_parameters
from socialkapitel.periods import Month, check_date

FULL_TIME = 37
"""Hours of a full-time week: the most that any calculator accepts."""

T = TypeVar("T")


def read_weekly_hours(value: Number) -> Decimal:
    """Weekly hours above 0, at most 37."""
    return decimal(hundredths(value, "weekly_hours", most=FULL_TIME, above_zero=True))


def read_contract_hours(value: Number) -> Decimal:
    """Agreed weekly hours above 0, at most 37."""
    return decimal(hundredths(value, "contract_hours", most=FULL_TIME, above_zero=True))


def read_hourly_pay(value: Number) -> Decimal:
    """Hourly pay in kroner, above 0."""
    return hourly_rate(value, "hourly_pay")


def read_other_contributions(value: Number) -> Decimal:
    """Other employer contributions in kroner a month, 0 where there are none."""
    return amount(value, "other_contributions")


def read_monthly_pay(value: Number, field: str) -> Decimal:
    """A month's pay in kroner, above 0."""
    return decimal(hundredths(value, field, most=MAX_AMOUNT, above_zero=True))


def read_granted_on(value: date) -> date:
    """The day on which something was granted."""
    return check_date(value, "granted_on")


def read_flag(value: object, field: str) -> bool:
    """True or False, and nothing that merely counts as one of them."""
    return check_kind(value, bool, field)


def check_kind(value: object, kind: type[T], field: str) -> T:
    """Let an object of one of the library's types through.

    Raises:
        WrongType: for anything else.
    """
    if not isinstance(value, kind):
        raise WrongType(field, value, msg("a {kind}", kind=kind.__name__))
    return value


def check_month(value: object) -> Month:
    """Let a `Month` through."""
    return check_kind(value, Month, "month")


def check_pay(value: object, field: str) -> Pay:
    """Let a `Pay` through."""
    return check_kind(value, Pay, field)


def figures_or_packaged(parameters: ParameterSet | None) -> ParameterSet:
    """The caller's legal figures, or those that come with the library."""
    if parameters is None:
        return packaged_parameters()
    return check_kind(parameters, ParameterSet, "parameters")
