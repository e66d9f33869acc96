"""Texts are shown in the reader's language; a missing translation is an error, never English."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from socialkapitel import (
    InvalidData,
    Label,
    Message,
    Month,
    Period,
    Quarter,
    UnknownName,
    Week,
    WrongType,
    translate,
)
from socialkapitel.i18n import LANGUAGES, check_language
from socialkapitel.messages import msg


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        (msg("Refund"), "Refusion", "Refund"),
        (Label(en="Share", da="Andel"), "Andel", "Share"),
        ("LAB § 133", "LAB § 133", "LAB § 133"),
        ("", "", ""),
        (
            msg("{text}; {hint}", text=msg("Refund"), hint=Label(en="Share", da="Andel")),
            "Refusion; Andel",
            "Refund; Share",
        ),
        (
            msg("{text}; {hint}", text="{hint}", hint="{text}"),
            "{hint}; {text}",
            "{hint}; {text}",
        ),
    ],
    ids=["message", "label", "text", "nothing", "nested", "braces"],
)
def test_texts_in_both_languages(text, danish, english):
    assert (danish, english) == (translate(text, "da"), translate(text, "en"))


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (Decimal("1234.50"), "1.234,5", "1,234.5"),
        (Fraction(1, 3), "0,33", "0.33"),
        (1_000_000, "1.000.000", "1,000,000"),
        (True, "True", "True"),
        (None, "None", "None"),
        (date(2013, 1, 1), "1. januar 2013", "1 January 2013"),
        (Month(2007, 11), "november 2007", "November 2007"),
        (Week(2022, 5), "uge 5 i 2022", "week 5, 2022"),
        (Quarter(2022, 4), "4. kvartal 2022", "2022-Q4"),
        (
            Period(date(2022, 1, 3), date(2022, 2, 1)),
            "3. januar – 1. februar 2022",
            "3 January – 1 February 2022",
        ),
        (Period(date(2022, 1, 3), date(2022, 1, 3)), "3. januar 2022", "3 January 2022"),
        ("as it is", "as it is", "as it is"),
        (("a", 1), "('a', 1)", "('a', 1)"),
    ],
    ids=repr,
)
def test_values_are_written_as_the_language_writes_them(value, danish, english):
    message = msg("{number}", number=value)
    assert (danish, english) == (translate(message, "da"), translate(message, "en"))


def test_a_message_without_a_translation_is_an_error():
    for language in LANGUAGES:
        with pytest.raises(InvalidData) as caught:
            translate(Message("No such sentence"), language)
        assert f"locale/{language}: 'No such sentence': has no translation" == str(caught.value)


@pytest.mark.parametrize("value", [None, 1, b"text", ["text"], date(2018, 1, 1)], ids=repr)
def test_only_texts_are_translated(value):
    with pytest.raises(WrongType, match="text: "):
        translate(value, "da")


@pytest.mark.parametrize(
    "language",
    ["de", "DA", "", None, [], 10**5000],
    ids=["de", "DA", "nothing", "None", "list", "int"],
)
def test_other_languages_are_refused(language):
    for ask in (check_language, lambda language: translate("text", language)):
        with pytest.raises(UnknownName, match=r"unknown language: .*; "):
            ask(language)


def test_there_are_two_languages():
    assert ("da", "en") == LANGUAGES
    assert list(LANGUAGES) == [check_language(language) for language in LANGUAGES]
