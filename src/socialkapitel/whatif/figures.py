"""The figures of a result: the ones that fill a row, and the one that matters most."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import cast

import attrs

from socialkapitel.errors import UnknownName
from socialkapitel.explanation import Explained
from socialkapitel.messages import Text, msg
from socialkapitel.parameters import Unit
from socialkapitel.periods import Period
from socialkapitel.whatif.words import field_label

_MAIN = ("amount", "hours", "places")
_SHOWN = (Decimal, int, bool, date, Period, Enum, type(None))


def figure_names(result: Explained) -> tuple[str, ...]:
    """The fields of a result that fit into a cell, in order."""
    names = [field.name for field in attrs.fields(type(result))]
    return tuple(name for name in names if isinstance(getattr(result, name), _SHOWN))


def main_name(result: Explained) -> str:
    """The name of the figure that a calculator is asked for.

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
    """The figure that a calculator is asked for: an amount, hours or places."""
    return Decimal(cast("Decimal | int", getattr(result, main_name(result))))


def main_label(result: Explained) -> Text | str:
    """What that figure is called."""
    return field_label(main_name(result), type(result))


def figure_unit(result: Explained, name: str) -> Unit | None:
    """What a figure is counted in; None where it isn't."""
    if "hours" in name:
        return Unit.HOURS
    return Unit.DKK if isinstance(getattr(result, name), Decimal) else None
