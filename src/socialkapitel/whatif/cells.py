"""What can stand in a cell: how it is worded, and how it is handed to a frame library."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

import attrs

from socialkapitel.explanation import Outcome, Value
from socialkapitel.explanation.wording import EVIDENCE, word_value
from socialkapitel.i18n import format_number, translate
from socialkapitel.i18n.formatting import format_value
from socialkapitel.messages import Label, Message, msg
from socialkapitel.money import Pay, PayPer, Share
from socialkapitel.parameters import Unit
from socialkapitel.periods import Month
from socialkapitel.sources import Evidence
from socialkapitel.whatif.words import CHOICES

Plain: TypeAlias = Decimal | int | str | bool | date | None
"""What a frame library is given."""

_MOST_DECIMALS = 6
_PAY_UNITS = {PayPer.MONTH: Unit.DKK_PER_MONTH, PayPer.HOUR: Unit.DKK_PER_HOUR}


@attrs.frozen
class Amount:
    """An exact number with its unit, for columns whose rows are counted in different units."""

    value: Value
    unit: Unit


def is_number(value: object) -> bool:
    """Whether a cell holds a number."""
    return isinstance(value, (Decimal, int, Fraction, Amount)) and not isinstance(value, bool)


def word_cell(value: object, language: str) -> str:
    """A cell as it is read; empty for None."""
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
    if isinstance(value, Outcome):
        return translate(value.label, language)
    if isinstance(value, Evidence):
        return translate(EVIDENCE[value], language)
    return translate(CHOICES[value], language) if value in CHOICES else str(value.value)


def plain(value: object, language: str) -> Plain:
    """A cell as a frame library holds it."""
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
