"""Exact numbers: kroner and øre, hours in hundredths, shares, and the one rounding rule.

Outside, an amount is a `Decimal` of kroner with two decimals; inside it is a whole number of øre.
Hours are treated the same way: hundredths inside. Floats are refused, because 0.1 is not a tenth.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

import attrs

from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import as_int, checked, named
from socialkapitel.messages import msg

Number: TypeAlias = Decimal | int | str
"""What callers may give for an amount, an hourly rate or a number of hours."""

MAX_AMOUNT = 1_000_000
"""Largest amount of kroner accepted, as for a month: keeps every formula within 53 bits."""

MAX_HOURLY = 10_000
"""Largest hourly rate in kroner accepted."""

_MAX_TEXT = 40
_SHARE_TEXT = re.compile("([0-9]{1,9})(?:/(0*[1-9][0-9]{0,8}))?")
# Each unambiguous way to write a number, with its thousands separator and decimal point.
# In Danish "18.000" is eighteen thousand, in English eighteen: the decimals of a plain number are
# counted afterwards.
_NUMBER_TEXTS = (
    (re.compile(r"-?[0-9]+(\.[0-9]+)?"), " ", "."),
    (re.compile(r"-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]{1,2}"), ".", ","),
    (re.compile(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}"), ".", ","),
    (re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]{1,2}"), ",", "."),
    (re.compile(r"-?[0-9]{1,3}(,[0-9]{3}){2,}"), ",", "."),
)
_DANISH = re.compile(
    r"\s*(?P<number>-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?)\s*(kr\.?|kroner)?\s*"
)
_EXACT = Context(prec=100)
_HUNDREDTH = Decimal("0.01")
_multiply = _EXACT.multiply


def hundredths(value: Number, field: str, *, most: int, above_zero: bool = False) -> int:
    """Read an amount or a number of hours as a whole number of hundredths.

    Args:
        value: a `Decimal`, an int or a text such as ``"18297.00"``, ``"18.297,00"`` or
            ``"18,297.00"``.
        field: the argument's name, for the error.
        most: the largest accepted value, in whole units.
        above_zero: whether 0 is refused.

    Raises:
        WrongType: for a float, a bool or any other type.
        InvalidInput: for NaN, infinity, a negative or too large value, more than two decimals
            (even zeros: in Danish "18.000" is eighteen thousand), or a text that is not a number.

    >>> hundredths("18297.00", "pay", most=MAX_AMOUNT)
    1829700
    >>> hundredths("18.297,00", "pay", most=MAX_AMOUNT)
    1829700
    """
    exact: Decimal | int | None
    if isinstance(value, str):
        exact = _read(value, field)
    else:
        exact = value if isinstance(value, Decimal) else as_int(value)
    if exact is None:
        raise WrongType(
            field,
            value,
            msg('a Decimal, an int or a text such as "123.45"; floats and others are not exact'),
        )
    number = Decimal(exact)
    if (
        number.is_finite()
        and 0 <= number <= most
        and not (above_zero and number == 0)
        and number.as_tuple().exponent >= -2  # type: ignore[operator]
    ):
        return int(_EXACT.scaleb(number, 2))
    if above_zero:
        accepted = msg("a number above 0, at most {most}, with at most two decimals", most=most)
    else:
        accepted = msg("a number from 0 to {most} with at most two decimals", most=most)
    raise InvalidInput(field, value, accepted)


def _read(text: str, field: str) -> Decimal:
    if len(text) <= _MAX_TEXT:
        for form, separator, point in _NUMBER_TEXTS:
            if form.fullmatch(text):
                return Decimal(text.replace(separator, "").replace(point, "."))
    accepted = msg(
        "a number such as {english} or {danish}", english='"18297.00"', danish='"18.297,00"'
    )
    raise InvalidInput(field, text, accepted)


def danish(text: str) -> Decimal:
    """A number as it is written in Danish: a point between thousands, a comma before decimals.

    It may have "kr." or "kroner", and a sign. Calculators read such texts themselves where they are
    unambiguous; here, ``"18.000"`` is accepted too, as eighteen thousand.

    Raises:
        InvalidInput: for any other text, such as ``"18,297.00"``.
        WrongType: for anything but a text.

    >>> danish("18.297,00"), danish("18.000"), danish("-1.250,5 kr.")
    (Decimal('18297.00'), Decimal('18000'), Decimal('-1250.5'))
    """
    plain = check_kind(text, str, "text").replace("\N{MINUS SIGN}", "-")
    if len(plain) <= _MAX_TEXT and (found := _DANISH.fullmatch(plain)):
        return Decimal(found["number"].replace(".", "").replace(",", "."))
    accepted = msg("a number such as {example}", example='"18.297,00"')
    raise InvalidInput("text", text, accepted)


def amount(value: Number, field: str) -> Decimal:
    """Read an amount of kroner.

    >>> amount("18297", "pay")
    Decimal('18297.00')
    """
    return decimal(hundredths(value, field, most=MAX_AMOUNT))


def hourly_rate(value: Number, field: str) -> Decimal:
    """Read an hourly rate in kroner, above 0."""
    return decimal(hundredths(value, field, most=MAX_HOURLY, above_zero=True))


def read_kroner(value: Number, field: str = "") -> Decimal:
    """An amount of kroner as for a month, from 0."""
    return amount(value, field)


def read_hourly_rate(value: Number, field: str = "") -> Decimal:
    """An hourly rate in kroner, above 0."""
    return hourly_rate(value, field)


def read_kroner_or_none(value: Number | None, field: str = "") -> Decimal | None:
    """An amount of kroner, or None."""
    return None if value is None else amount(value, field)


def read_hourly_rate_or_none(value: Number | None, field: str = "") -> Decimal | None:
    """An hourly rate in kroner, above 0, or None."""
    return None if value is None else hourly_rate(value, field)


def decimal(whole: int) -> Decimal:
    """A whole number of hundredths (øre) as a `Decimal` with two decimals (kroner).

    >>> decimal(1230640)
    Decimal('12306.40')
    """
    return _multiply(whole, _HUNDREDTH)


def oere(value: Decimal) -> int:
    """The whole hundredths of a value that has no more than two decimals.

    Raises:
        InvalidInput: for more decimals, which would be lost.

    >>> oere(Decimal("12306.40"))
    1230640
    """
    whole = whole_hundredths(value)
    if whole is None:
        raise InvalidInput("value", value, msg("at most two decimals"))
    return whole


def whole_hundredths(value: Decimal) -> int | None:
    """The whole hundredths of a value; None where it has more than two decimals.

    >>> whole_hundredths(Decimal("8.5")), whole_hundredths(Decimal("8.125"))
    (850, None)
    """
    numerator, denominator = value.as_integer_ratio()
    whole, rest = divmod(100 * numerator, denominator)
    return None if rest else whole


def round_half_away(exact: Fraction) -> int:
    """Round to a whole number, halves away from zero: the one rounding rule of the library.

    >>> round_half_away(Fraction(5, 2)), round_half_away(Fraction(-5, 2))
    (3, -3)
    """
    above, below = exact.as_integer_ratio()
    size = (2 * abs(above) + below) // (2 * below)
    return size if above >= 0 else -size


def kroner(exact: Fraction) -> Decimal:
    """An exact number of kroner, rounded to the øre.

    >>> kroner(Fraction("127.285"))
    Decimal('127.29')
    """
    return decimal(round_half_away(exact * 100))


def _read_fraction(value: str | Fraction | Share, field: str = "share") -> Fraction:
    if isinstance(value, Share):
        return value.fraction
    accepted = msg('a share above 0, at most 1, such as "1/2" or "2/3"')
    if isinstance(value, str):
        found = _SHARE_TEXT.fullmatch(value)
        exact = Fraction(int(found[1]), int(found[2] or 1)) if found else Fraction(0)
    elif isinstance(value, Fraction):
        exact = value
    else:
        raise WrongType(field, value, accepted)
    if not 0 < exact <= 1:
        raise InvalidInput(field, value, accepted)
    return exact


def read_share(value: str | Fraction | Share, field: str = "") -> Share:
    """An exact share, also as a text such as ``"2/3"`` or a `Fraction`."""
    return value if isinstance(value, Share) else Share(_read_fraction(value, field))


@checked
@attrs.frozen(order=True, repr=False)
class Share:
    """An exact share above 0, at most 1, such as a half or two thirds (brøkdel).

    >>> Share("2/3")
    Share('2/3')
    >>> Share("2/3").fraction * 3
    Fraction(2, 1)
    """

    fraction: Fraction = attrs.field(
        converter=_read_fraction, metadata=named("Share", "Andel", field="share")
    )

    def __str__(self) -> str:
        return str(self.fraction)

    def __repr__(self) -> str:
        return f"Share({str(self)!r})"


@attrs.frozen
class Kroner:
    """An amount within a message: readers see it with its currency and both decimals.

    >>> str(msg("it would be {amount}", amount=Kroner(Decimal("1891.50"))))
    'it would be DKK 1891.50'
    """

    amount: Decimal

    def __str__(self) -> str:
        return f"DKK {self.amount}"


class PayPer(Enum):
    """Whether a rate of pay is by the month or the hour."""

    MONTH = "month"
    HOUR = "hour"


def _read_per(value: PayPer, field: str = "") -> PayPer:
    return check_kind(value, PayPer, field)


@checked
@attrs.frozen
class Pay:
    """A rate of pay (løn): for a full-time month, or for an hour.

    Make one with `Pay.monthly` or `Pay.hourly`.
    """

    amount: Decimal
    per: PayPer = attrs.field(converter=_read_per)

    def __attrs_post_init__(self) -> None:
        most = MAX_HOURLY if self.per is PayPer.HOUR else MAX_AMOUNT
        whole = hundredths(self.amount, "pay", most=most, above_zero=True)
        object.__setattr__(self, "amount", decimal(whole))

    @classmethod
    def monthly(cls, value: Number) -> Pay:
        """Pay for a full-time month, in kroner.

        >>> Pay.monthly("18297.00").amount
        Decimal('18297.00')
        """
        whole = hundredths(value, "pay", most=MAX_AMOUNT, above_zero=True)
        return cls(decimal(whole), PayPer.MONTH)

    @classmethod
    def hourly(cls, value: Number) -> Pay:
        """Pay for an hour, in kroner.

        >>> Pay.hourly("114.12").per
        <PayPer.HOUR: 'hour'>
        """
        return cls(hourly_rate(value, "pay"), PayPer.HOUR)


def read_pay(value: Pay, field: str = "") -> Pay:
    """A rate of pay."""
    return check_kind(value, Pay, field)
