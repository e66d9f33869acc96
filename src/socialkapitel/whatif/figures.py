"""The figures of a result: those that fill a row, the main one, and their labels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import cast

import attrs

from socialkapitel.errors import UnknownName
from socialkapitel.explanation import Explained
from socialkapitel.glossary import label_of
from socialkapitel.i18n import kroner_label
from socialkapitel.messages import Text, msg
from socialkapitel.parameters import Unit
from socialkapitel.periods import Period

_MAIN = ("amount", "hours", "places")
_SHOWN = (Decimal, int, bool, date, Period, Enum, type(None))

_AMOUNTS = {
    "AssistanceRefund": msg("Refund"),
    "EmployerCost": msg("The employer's net cost"),
    "FlexWageSupplement": msg("Flex wage supplement"),
    "FlexWageYear": msg("Flex wage supplement"),
    "FlexjobRefund": msg("Refund"),
    "SicknessRefund": msg("Refund"),
    "WageSubsidy": msg("Wage subsidy"),
}

_UNITS = {
    "average": Unit.PEOPLE,
    "places": Unit.PLACES,
    "rate": Unit.DKK_PER_HOUR,
}
"""What figures are counted in that are neither hours nor amounts."""


def figure_names(result: Explained) -> tuple[str, ...]:
    """The fields of a result that fit into a cell, in order."""
    names = [field.name for field in attrs.fields(type(result))]
    return tuple(name for name in names if isinstance(getattr(result, name), _SHOWN))


def main_name(result: Explained) -> str:
    """The name of a result's main figure.

    Raises:
        UnknownName: for a result that is a judgement and has no such figure.
    """
    if not has_main(result):
        known = [field.name for field in attrs.fields(type(result))]
        raise UnknownName(msg("figure of the result"), " / ".join(_MAIN), known)
    return next(name for name in _MAIN if hasattr(result, name))


def has_main(result: Explained) -> bool:
    """Whether a result has such a figure; a judgement has none."""
    return any(hasattr(result, name) for name in _MAIN)


def main_figure(result: Explained) -> Decimal:
    """A result's main figure: an amount, hours or places."""
    return Decimal(cast("Decimal | int", getattr(result, main_name(result))))


def figure_of(result: Explained, name: str | None) -> Decimal:
    """A figure of a result by its name; without a name, the main one.

    Raises:
        UnknownName: for a name under which the result has no number.
    """
    if name is None:
        return main_figure(result)
    value = getattr(result, name, None) if name in figure_names(result) else None
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
        numbers = [
            known
            for known in figure_names(result)
            if isinstance(getattr(result, known), (Decimal, int))
        ]
        raise UnknownName(msg("figure of the result"), name, numbers)
    return Decimal(value)


def worded(result: Explained, name: str, value: Decimal) -> Text | Decimal:
    """A figure for use in a sentence: kroner with their unit."""
    return kroner_label(value) if figure_unit(result, name) is Unit.DKK else value


def main_label(result: Explained) -> Text | str:
    """The label of the main figure."""
    return field_label(main_name(result), type(result))


def figure_unit(result: Explained, name: str) -> Unit | None:
    """The unit of a figure; None where it has none."""
    if name in _UNITS or "hours" in name:
        return _UNITS.get(name, Unit.HOURS)
    return Unit.DKK if isinstance(getattr(result, name), Decimal) else None


def field_label(name: str, kind: type | None = None) -> Text | str:
    """The label of a field; its name where it has none.

    ``kind`` is the class of the result that the field belongs to.
    """
    if name == "amount":
        return _AMOUNTS.get(kind.__name__ if kind else "", msg("Amount"))
    return label_of(name) or name
