"""Shows texts, numbers and dates in Danish or English. Loads babel when first used.

A message without a translation is an error, never shown in English, and formatting never rounds
money.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from socialkapitel.errors import InvalidData, InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.money import Kroner, round_half_away
from socialkapitel.periods import Month, Period, Quarter, Week

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("da", "en")
"""The languages in which every text exists."""


def check_language(language: str) -> str:
    """Return a known language.

    Raises:
        UnknownName: for any other.
    """
    if language not in LANGUAGES:
        raise UnknownName(msg("language"), language, LANGUAGES)
    return language


# --- the language in which things are shown ----------------------------

_SHOWN: ContextVar[str] = ContextVar("socialkapitel.language", default="en")


class language:  # noqa: N801 called like a function
    """Set the language in which results are shown in a notebook (sprog).

    It applies from the call on, or only within a ``with`` block, to everything shown without a
    language of its own: tables, results and explanations in a notebook, charts, and texts
    (`translate`). It applies to nothing else: ``str(...)`` stays English, ``render`` and
    ``html`` take a language, and a result is the same in each. It is a `contextvars.ContextVar`, so
    each thread and each asyncio task has its own; without a call it is English.

    Args:
        name: ``"en"`` or ``"da"``.

    Raises:
        UnknownName: for any other language.

    >>> import socialkapitel as sk
    >>> with sk.language("da"):
    ...     shown_language()
    'da'
    >>> shown_language()
    'en'
    """

    __slots__ = ("_token",)

    def __init__(self, name: str) -> None:
        self._token = _SHOWN.set(check_language(name))

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        _SHOWN.reset(self._token)

    def __repr__(self) -> str:
        return f"<language {_SHOWN.get()!r}>"


AS_SET = "as set by socialkapitel.language"
"""The default, which stands for the language that is set; None is refused."""


def shown_language(language: str = AS_SET) -> str:
    """The language in which things are shown at this point, unless one is given.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
    """
    return _SHOWN.get() if language == AS_SET else check_language(language)


# --- messages ---------------------------------------------------------------


def translate(text: Text | str, language: str = AS_SET) -> str:
    """A text in a language, its numbers and dates written as that language writes them.

    The default is the language that `socialkapitel.language` has set. A plain string, such as
    a citation, is language-neutral and returned unchanged.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
        WrongType: for anything but a text.
        InvalidData: where the catalogue lacks the message.

    >>> from socialkapitel import InvalidInput, Month
    >>> try:
    ...     Month(2007, 13)
    ... except InvalidInput as error:
    ...     print(translate(error.message, "da"))
    Måned (month): 13 accepteres ikke; angiv et helt tal fra 1 til 12
    """
    if language not in LANGUAGES:
        language = shown_language(language)
    if type(text) is Message:
        return _say(text, language)
    if isinstance(text, Label):
        return text.da if language == "da" else text.en
    return check_kind(text, str, "text")


def in_each_language(text: Text) -> dict[str, str]:
    """A text as plain data: its wording in each language.

    >>> from socialkapitel import Label
    >>> in_each_language(Label("Share", "Andel"))
    {'da': 'Andel', 'en': 'Share'}
    """
    return {language: translate(text, language) for language in LANGUAGES}


def _say(message: Message, language: str) -> str:
    if not message.values:
        return _sentence(message.template, language)
    values: dict[str, str] = {}
    for name, value in message.values:
        if type(value) is Message:
            values[name] = _say(value, language)
        elif type(value) is str:
            values[name] = value
        elif isinstance(value, Label):
            values[name] = value.da if language == "da" else value.en
        else:
            values[name] = format_value(value, language)
    return _template(message.template, language).format_map(values)


@cache
def _template(template: str, language: str) -> str:
    return _catalogue(language).gettext(template)


@cache
def _sentence(template: str, language: str) -> str:
    """A sentence without values; cached, as there are only as many as the catalogue has."""
    return _template(template, language).format()


class _NoTranslation(NullTranslations):
    """The fallback of a catalogue, which refuses what it lacks."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        raise InvalidData(f"locale/{self._language}", repr(message), msg("has no translation"))


@cache
def _catalogue(language: str) -> NullTranslations:
    path = files("socialkapitel") / "locale" / language / "LC_MESSAGES" / "socialkapitel.mo"
    with path.open("rb") as file:
        catalogue = GNUTranslations(file)
    catalogue.add_fallback(_NoTranslation(language))
    return catalogue


# --- numbers and dates ------------------------------------------------------

_LOCALES = {"da": "da_DK", "en": "en_GB"}
_DECIMALS = 6
_SCALE = 10**_DECIMALS
_MOST = 10**30
_MOST_PLACES = 1000


@cache
def _locale(language: str) -> Locale:
    """A language's rules; cached, as babel would look them up for every number."""
    from babel import Locale

    return Locale.parse(_LOCALES[language])


@cache
def _signs(language: str) -> tuple[str, str, str]:
    """A language's thousands separator, decimal separator and minus sign."""
    from babel.numbers import get_decimal_symbol, get_group_symbol, get_minus_sign_symbol

    locale = _locale(language)
    return get_group_symbol(locale), get_decimal_symbol(locale), get_minus_sign_symbol(locale)


@cache
def _long_date(language: str) -> str:
    """A language's pattern for a date in words, to be filled in with ``%``."""
    from babel.dates import get_date_format

    return str(get_date_format("long", _locale(language)).format)


@cache
def _months_in_dates(language: str) -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names("wide", "format", _locale(language))
    return tuple(names[number] for number in range(1, 13))


def format_kroner(amount: Decimal | Fraction | int, language: str, *, decimals: int = 2) -> str:
    """An amount of kroner, with the currency and at least ``decimals`` decimals.

    >>> format_kroner(Decimal("12306.40"), "da"), format_kroner(Decimal("12306.40"), "en")
    ('12.306,40 kr.', 'DKK 12,306.40')
    """
    number = format_number(amount, language, decimals=decimals)
    return f"{number} kr." if language == "da" else f"DKK {number}"


def kroner_label(amount: Decimal | Fraction | int) -> Label:
    """An amount of kroner for use in a sentence, as a text in both languages.

    >>> kroner_label(Decimal("4695.00"))
    Label(en='DKK 4,695.00', da='4.695,00 kr.')
    """
    return Label(en=format_kroner(amount, "en"), da=format_kroner(amount, "da"))


def format_number(
    value: Decimal | Fraction | int, language: str, *, decimals: int | None = None
) -> str:
    """A number, exact up to six decimals; a longer one is cut there and marked with "…".

    ``decimals`` is the least number of decimals shown, at most six.

    Raises:
        WrongType: for anything but a `Decimal`, a `Fraction` or an int.
        InvalidInput: for NaN, infinity or a number of more than 30 digits.
        UnknownName: for a language other than ``"da"`` and ``"en"``.

    >>> format_number(Fraction(1, 3), "da"), format_number(Decimal("37.50"), "en")
    ('0,333333…', '37.5')
    """
    check_language(language)
    numerator, denominator = _ratio(value)
    cut, rest = divmod(abs(numerator) * _SCALE, denominator)
    whole, fraction = divmod(cut, _SCALE)
    group, point, minus = _signs(language)
    text = f"{whole:,}".replace(",", group) if whole > 999 else str(whole)
    shown = f"{fraction:0{_DECIMALS}}".rstrip("0") if fraction else ""
    if shown := shown.ljust(decimals or 0, "0"):
        text = f"{text}{point}{shown}"
    return f"{minus if numerator < 0 and cut else ''}{text}{'…' if rest else ''}"


def _ratio(value: object) -> tuple[int, int]:
    """The value as numerator and denominator."""
    if isinstance(value, Decimal):
        can_be_written = value.is_finite() and (not value or abs(value.adjusted()) <= _MOST_PLACES)
    elif isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        can_be_written = True
    else:
        raise WrongType("value", value, msg("a Decimal, a Fraction or an int"))
    if can_be_written:
        numerator, denominator = value.as_integer_ratio()
        if abs(numerator) < _MOST * denominator:
            return numerator, denominator
    raise InvalidInput("value", value, msg("a number of at most 30 digits"))


def format_date(day: date, language: str) -> str:
    """A date in words.

    >>> format_date(date(2013, 1, 1), "da"), format_date(date(2013, 1, 1), "en")
    ('1. januar 2013', '1 January 2013')
    """
    check_language(language)
    month = _months_in_dates(language)[day.month - 1]
    return _long_date(language) % {"d": day.day, "MMMM": month, "y": day.year}


def format_value(value: object, language: str) -> str:
    """Any value that a message can carry."""
    form = _FORMS.get(type(value))
    if form is None:
        form = next((_FORMS[kind] for kind in _FORMS if isinstance(value, kind)), _as_it_is)
    return form(value, language)


def _format_in_a_sentence(value: Fraction, language: str) -> str:
    """A number, exact up to six decimals; a longer one is rounded to hundredths."""
    if _SCALE % value.denominator:
        return format_number(Fraction(round_half_away(value * 100), 100), language)
    return format_number(value, language)


def _as_it_is(value: object, _: str) -> str:
    return str(value)


def _format_amount(kroner: Kroner, language: str) -> str:
    return format_kroner(kroner.amount, language)


def _format_month(month: Month, language: str) -> str:
    return f"{_months_in_dates(language)[month.month - 1]} {month.year}"


def _format_week(week: Week, language: str) -> str:
    if language == "da":
        return f"uge {week.week} i {week.year}"
    return f"week {week.week}, {week.year}"


def _format_quarter(quarter: Quarter, language: str) -> str:
    return f"{quarter.quarter}. kvartal {quarter.year}" if language == "da" else str(quarter)


def _format_period(period: Period, language: str) -> str:
    start, end = period.start, period.end
    if start == end:
        return format_date(end, language)
    if (start.year, start.month) == (end.year, end.month):
        first = f"{start.day}.-" if language == "da" else f"{start.day}–"
        return f"{first}{format_date(end, language)}"
    if start.year == end.year:
        first = format_date(start, language).removesuffix(f" {start.year}")
        return f"{first} – {format_date(end, language)}"
    return f"{format_date(start, language)} – {format_date(end, language)}"


_FORMS: dict[type, Callable[[Any, str], str]] = {
    bool: _as_it_is,
    **dict.fromkeys((Decimal, int), format_number),
    Fraction: _format_in_a_sentence,
    Kroner: _format_amount,
    date: format_date,
    Month: _format_month,
    Week: _format_week,
    Quarter: _format_quarter,
    Period: _format_period,
}
"""How a value of each kind is written; subclasses before their base classes."""


def month_names(language: str, *, short: bool = False) -> tuple[str, ...]:
    """The months' names, January first.

    >>> month_names("da", short=True)[4:6]
    ('maj', 'jun.')
    """
    from babel.dates import get_month_names

    names = get_month_names(_width(short=short), "stand-alone", _locale(check_language(language)))
    return tuple(names[number] for number in range(1, 13))


def day_names(language: str, *, short: bool = False) -> tuple[str, ...]:
    """The weekdays' names, Monday first.

    >>> day_names("da")[0]
    'mandag'
    """
    from babel.dates import get_day_names

    names = get_day_names(_width(short=short), "stand-alone", _locale(check_language(language)))
    return tuple(names[number] for number in range(7))


def _width(*, short: bool) -> Literal["abbreviated", "wide"]:
    return "abbreviated" if short else "wide"
