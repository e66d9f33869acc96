"""Values that are written as one text: numbers, days, months, periods, shares, ids.

Numbers are exact texts: ``"12306.40"``, or ``"494019/37"`` where a value has no end as a decimal.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from socialkapitel.explanation import Value
from socialkapitel.messages import msg
from socialkapitel.money import Kroner, Share
from socialkapitel.periods import Month, Period, Quarter, Week
from socialkapitel.wire.forms import MAX_LENGTH, Scalar

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DECIMAL = r"-?[0-9]+(\.[0-9]+)?"
_UNDER = "/0*[1-9][0-9]*"


def _plain(value: Decimal) -> str:
    """A number without exponent; one that would be too long stays as it is, and is refused."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and abs(exponent) < MAX_LENGTH:
        return format(value, "f")
    return str(value)


def _read_number(text: str) -> Value:
    return Fraction(text) if "/" in text else Decimal(text)


def _write_number(value: Value) -> str:
    return _plain(value) if isinstance(value, Decimal) else _ratio(Fraction(value))


def _ratio(value: Fraction) -> str:
    """A fraction as a text; one that would be too long is refused by its form."""
    largest = max(abs(value.numerator), value.denominator)
    return str(value) if largest.bit_length() < 4 * MAX_LENGTH else ""


def _numbers(text: str) -> list[int]:
    return [int(part) for part in re.split("-[WQ]?", text)]


def _read_period(text: str) -> Period:
    start, _, end = text.partition("/")
    return Period(date.fromisoformat(start), date.fromisoformat(end))


NUMBER = Scalar(
    "number",
    (Decimal, Fraction, int),
    rf"-?[0-9]+(\.[0-9]+|{_UNDER})?",
    _read_number,
    _write_number,
    msg('an exact number as a text, such as "123.45" or "2/3"'),
)
"""Values of steps and operands. One without a stroke is read as a `Decimal`: they are equal."""

DECIMAL = Scalar(
    "decimal",
    (Decimal,),
    _DECIMAL,
    Decimal,
    _plain,
    msg('an exact number as a text, such as "123.45"'),
)

SCALARS = (
    DECIMAL,
    Scalar(
        "fraction",
        (Fraction,),
        f"-?[0-9]+({_UNDER})?",
        Fraction,
        _ratio,
        msg('a fraction as a text, such as "2/3"'),
    ),
    Scalar(
        "share",
        (Share,),
        f"[0-9]+({_UNDER})?",
        lambda text: Share(Fraction(text)),
        lambda share: _ratio(share.fraction),
        msg('a share above 0, at most 1, such as "1/2" or "2/3"'),
    ),
    Scalar(
        "kroner",
        (Kroner,),
        _DECIMAL,
        lambda text: Kroner(Decimal(text)),
        lambda kroner: _plain(kroner.amount),
        msg('an amount of kroner as a text, such as "123.45"'),
    ),
    Scalar(
        "date",
        (date,),
        _DAY,
        date.fromisoformat,
        date.isoformat,
        msg('a day such as "2022-01-31"'),
    ),
    Scalar(
        "month",
        (Month,),
        "[0-9]{4}-[0-9]{2}",
        lambda text: Month(*_numbers(text)),
        str,
        msg('a month such as "2007-11"'),
    ),
    Scalar(
        "week",
        (Week,),
        "[0-9]{4}-W[0-9]{2}",
        lambda text: Week(*_numbers(text)),
        str,
        msg('a week such as "2022-W05"'),
    ),
    Scalar(
        "quarter",
        (Quarter,),
        "[0-9]{4}-Q[1-4]",
        lambda text: Quarter(*_numbers(text)),
        str,
        msg('a quarter such as "2022-Q4"'),
    ),
    Scalar(
        "uuid",
        (UUID,),
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        UUID,
        str,
        msg('a UUID such as "6ba7b810-9dad-41d1-80b4-00c04fd430c8"'),
    ),
    Scalar(
        "period",
        (Period,),
        f"{_DAY}/{_DAY}",
        _read_period,
        str,
        msg('a period such as "2022-01-03/2022-02-01", both days included'),
    ),
)
"""One for each kind of value."""

BY_KIND = {kind: scalar for scalar in SCALARS for kind in scalar.kinds}
BY_NAME = {scalar.name: scalar for scalar in SCALARS}
