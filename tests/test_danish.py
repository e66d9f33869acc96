"""The Danish is the profession's: no second word for a thing, no English in Danish words.

What a thing is not called stands with its term in the glossary, the rest in ``words``. *How a text
is written*, a page of the manual for those who change the library, says why.
"""

import re
import tomllib
from pathlib import Path

import pytest
from texts import every_text, prose

from socialkapitel.glossary import terms

WORDS = Path(__file__).parent / "words"
AVOIDED = tomllib.loads((WORDS / "avoided.toml").read_text("utf-8"))["avoided"]
QUOTED = tomllib.loads((WORDS / "quoted.toml").read_text("utf-8"))
TEXTS = every_text()
HELD = ("actors/", "cases/", "chapters/", "docs/", "schemes/")
"""The places that are held to it."""


def faults(word, allowed, language, texts):
    """Where a word stands all the same, outside what it is allowed in."""
    right = re.compile("|".join(map(re.escape, allowed)) or "\0", re.IGNORECASE)
    said = [(text.where, getattr(text, language)) for text in texts]
    return [(where, text) for where, text in said if word.search(right.sub(" ", prose(text)))]


def held():
    return [text for text in TEXTS if text.where.startswith(HELD)]


@pytest.mark.parametrize("avoided", AVOIDED, ids=lambda each: ascii(each["instead"]))
def test_no_danish_text_says_it_so(avoided):
    word = re.compile(avoided["word"], re.IGNORECASE)

    assert [] == faults(word, avoided.get("except", []), "da", held())


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", terms(), ids=ascii)
def test_no_text_uses_another_word_for_a_term(name, language):
    term = terms()[name]
    avoided = term.avoided if language == "da" else term.avoided_en
    word = re.compile(rf"\b({'|'.join(map(re.escape, avoided)) or '(?!)'})\b", re.IGNORECASE)

    assert [] == faults(word, QUOTED[language], language, held())


def test_the_texts_are_found():
    for start in (*HELD, "parameters/data/", "calculators/", "docs/calculators/", "glossary.py"):
        assert [text for text in TEXTS if text.where.startswith(start)], start
    assert len(TEXTS) > 4_000
