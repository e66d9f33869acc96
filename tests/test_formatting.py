"""Numbers, kroner and dates in both languages; formatting never rounds."""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import babel.dates
import babel.numbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import InvalidInput, Month, UnknownName, WrongType, format_kroner, format_number
from socialkapitel.i18n import format_date, format_value
from socialkapitel.money import Kroner

numbers = st.fractions(max_denominator=10**9).filter(lambda exact: abs(exact) < 10**29)


@pytest.mark.parametrize(
    ("amount", "danish", "english"),
    [
        (Decimal("12306.40"), "12.306,40 kr.", "DKK 12,306.40"),
        (Decimal("0.00"), "0,00 kr.", "DKK 0.00"),
        (0, "0,00 kr.", "DKK 0.00"),
        (Decimal("-162.60"), "-162,60 kr.", "DKK -162.60"),
        (Decimal("-0.00"), "0,00 kr.", "DKK 0.00"),
        (1_000_000, "1.000.000,00 kr.", "DKK 1,000,000.00"),
        (Fraction("127.285"), "127,285 kr.", "DKK 127.285"),
        (Fraction(1, 3), "0,333333… kr.", "DKK 0.333333…"),
        (Fraction(-2, 3), "-0,666666… kr.", "DKK -0.666666…"),
        (Decimal("0.9999999"), "0,999999… kr.", "DKK 0.999999…"),
    ],
    ids=repr,
)
def test_kroner(amount, danish, english):
    assert (danish, english) == (format_kroner(amount, "da"), format_kroner(amount, "en"))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (37, None, "37"),
        (Decimal("37.50"), None, "37,5"),
        (Decimal("37.50"), 0, "37,5"),
        (Decimal("37.50"), 2, "37,50"),
        (Decimal("37.5"), 6, "37,500000"),
        (Decimal("1E+3"), 2, "1.000,00"),
        (Decimal("1E-900"), None, "0…"),
        (10**29, None, "100.000.000.000.000.000.000.000.000.000"),
        (Fraction(10**29 * 3 + 1, 3), None, "100.000.000.000.000.000.000.000.000.000,333333…"),
    ],
    ids=repr,
)
def test_numbers(value, decimals, expected):
    assert expected == format_number(value, "da", decimals=decimals)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (0.1, WrongType),
        (float("nan"), WrongType),
        (True, WrongType),
        ("12", WrongType),
        (None, WrongType),
        (Decimal("NaN"), InvalidInput),
        (Decimal("sNaN"), InvalidInput),
        (Decimal("Infinity"), InvalidInput),
        (Decimal("-Infinity"), InvalidInput),
        (Decimal("1E+999999"), InvalidInput),
        (Decimal("1E-999999999999"), InvalidInput),
        (10**30, InvalidInput),
        (-(10**30), InvalidInput),
        (Fraction(10**31, 3), InvalidInput),
    ],
    ids=repr,
)
def test_what_is_no_exact_number_is_refused(value, error):
    for write in (format_kroner, format_number):
        with pytest.raises(error) as caught:
            write(value, "da")
        assert ("value", error) == (caught.value.field, type(caught.value))


@pytest.mark.parametrize("write", [format_kroner, format_number, format_date])
def test_other_languages_are_refused(write):
    with pytest.raises(UnknownName):
        write(date(2018, 1, 1) if write is format_date else 1, "de")


@given(numbers, st.sampled_from([None, 0, 2, 6]))
def test_a_number_is_written_exactly_or_marked_as_cut(exact, decimals):
    text = format_number(exact, "en", decimals=decimals)
    written = Fraction(text.replace(",", "").removesuffix("…"))
    if text.endswith("…"):
        assert 0 < abs(exact) - abs(written) < Fraction(1, 10**6)
    else:
        assert exact == written


@given(numbers)
def test_danish_and_english_differ_in_their_signs_only(exact):
    swapped = format_number(exact, "da").translate(str.maketrans(".,", ",."))
    assert swapped == format_number(exact, "en")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**9))
def test_the_callers_decimal_context_plays_no_part(amount):
    expected = format_kroner(amount, "da")
    with localcontext(prec=2):
        assert expected == format_kroner(amount, "da")


def test_dates():
    assert ("29. februar 2024", "29 February 2024") == (
        format_date(date(2024, 2, 29), "da"),
        format_date(date(2024, 2, 29), "en"),
    )


def test_any_other_value_is_written_plainly():
    assert "[1]" == format_value([1], "da")


# --- as babel writes it: its patterns are read once and filled in here ------

LOCALES = {"da": "da_DK", "en": "en_GB"}
languages = st.sampled_from(sorted(LOCALES))
PLACES = {None: "#,##0.######", 0: "#,##0.######", 2: "#,##0.00####", 6: "#,##0.000000"}


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15
    ),
    st.sampled_from(list(PLACES)),
    languages,
)
def test_numbers_are_those_of_babel(value, decimals, language):
    expected = babel.numbers.format_decimal(value, PLACES[decimals], LOCALES[language])
    assert expected == format_number(value, language, decimals=decimals)


@given(st.dates(), languages)
def test_dates_are_those_of_babel(day, language):
    assert babel.dates.format_date(day, "long", LOCALES[language]) == format_date(day, language)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), languages)
def test_months_are_those_of_babel(day, language):
    expected = babel.dates.format_date(day, "MMMM y", LOCALES[language])
    assert expected == format_value(Month.of(day), language)


def test_an_amount_in_a_message_is_shown_as_kroner():
    amount = Kroner(Decimal("1891.50"))
    assert ("1.891,50 kr.", "DKK 1,891.50") == (
        format_value(amount, "da"),
        format_value(amount, "en"),
    )
    assert "DKK 1891.50" == str(amount)
