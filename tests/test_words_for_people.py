"""What people read names no class, no member of an enumeration and nothing of Python's own.

A text may name the argument that a programmer has to fill in, in brackets after what people call
it: "Angiv de betalte timer (paid_hours)".
"""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from calculators.test_refusals import REFUSED, refusal

import socialkapitel as sk
from socialkapitel.wire.tags import VOCABULARY

CATALOGUE = Path(sk.__file__).parent / "locale" / "da" / "LC_MESSAGES" / "socialkapitel.po"
CLASSES = {name for name in sk.__all__ if name[0].isupper() and not name.isupper()}
CLASSES |= {kind.__name__ for kind in VOCABULARY.types.values()}
DANISH = {"Bonus"}
PYTHON = re.compile(
    r"\b(None|True|False|mapping|tuple|dict|datetime|float|attrs|Decimal|Fraction|Enum"
    rf"|{'|'.join(sorted(CLASSES - DANISH))}"
    r"|[a-zæøå0-9]+_[a-zæøå0-9_]+|[A-Z0-9]+_[A-Z0-9_]+)\b"
)
GIVEN = re.compile(r"'[^']*'")
IN_BRACKETS = re.compile(r"\([A-Za-z_.0-9-]+(\[[^\]]*\])?\)")


def python_words(text):
    return PYTHON.findall(IN_BRACKETS.sub("", GIVEN.sub("", text)))


def sentences():
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="da"):
            if message.id and isinstance(message.string, str):
                yield message.id, re.sub(r"\{[^}]*\}", "", message.string)


def test_no_sentence_in_danish_speaks_python():
    assert {} == {
        english: words for english, danish in sentences() if (words := python_words(danish))
    }


CODE = re.compile(r"\b([a-z0-9]+_[a-z0-9_]+|[A-Z0-9]+_[A-Z0-9_]+|[A-Z][a-z]+[A-Z]\w+)\b")
PROPER = {"NemRefusion"}


def code_names(text):
    """Names of fields, classes and members that stand in a text without brackets around them."""
    bare = re.sub(r"\([^()]*\)", "", GIVEN.sub("", re.sub(r"\{[^}]*\}", "", text)))
    return [name for name in CODE.findall(bare) if name not in PROPER]


def test_an_english_sentence_says_a_name_of_the_code_in_brackets_at_most():
    """What it is called comes first; Python's own words may stand, for programmers read it too."""
    assert {} == {english: names for english, _ in sentences() if (names := code_names(english))}


def test_names_of_the_code_are_found():
    for text in ("give paid_hours", "a FlexjobWork with its absence", "one of SECTION_56"):
        assert code_names(text)
    for text in ("give the paid hours (paid_hours)", "notice in NemRefusion", "{paid_hours} hours"):
        assert not code_names(text)


def test_the_words_are_found():
    for text in ("angiv None", "en FlexjobWork", "angiv paid_hours", "en af SECTION_56, ORDINARY"):
        assert python_words(text)
    for text in ("angiv timerne (paid_hours)", "'None' accepteres ikke", "et fleksjob"):
        assert not python_words(text)


@pytest.mark.parametrize("call", REFUSED, ids=range(len(REFUSED)))
def test_a_refusal_speaks_to_people(call):
    error = refusal(call)
    assert [] == python_words(sk.translate(error.message, "da"))
    told = error.as_dict()
    if isinstance(error, sk.InvalidInput):
        assert told["label"]["da"]
        assert told["message"]["da"].startswith(told["label"]["da"])


OTHERS = {
    "role": lambda: sk.actor("leder"),
    "parameter": lambda: sk.PARAMETERS["loft"],
    "scheme": lambda: sk.scheme("fleks"),
    "month": lambda: sk.Month("2026", 13),
    "pay": lambda: sk.Pay.monthly(1.5),
    "share": lambda: sk.Share(None),
    "period": lambda: sk.Period(None, 5),
    "amended": lambda: sk.PARAMETERS.amend(
        "atp.a.total_monthly", value=None, valid_from=5, source=1
    ),
    "extended": lambda: sk.PARAMETERS.extend(None),
    "language": lambda: sk.translate("a", "fr"),
}


@pytest.mark.parametrize("call", OTHERS.values(), ids=OTHERS)
def test_other_refusals_speak_to_people_too(call):
    assert [] == python_words(sk.translate(refusal(call).message, "da"))
