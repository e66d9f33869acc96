"""The Danish is the profession's: no second word for a thing, no English in Danish words.

What a thing is not called stands with its term in the glossary, the rest in ``words``. *How a text
is written*, a page of the manual for those who change the library, says why.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from texts import every_text, prose

from socialkapitel.glossary import terms
from socialkapitel.i18n import LANGUAGES

WORDS = Path(__file__).parent / "words"


def listed(name):
    return tomllib.loads((WORDS / f"{name}.toml").read_text("utf-8"))


AVOIDED = listed("avoided")["avoided"]
QUOTED = listed("quoted")
FORMS = listed("forms")
OF_THE_OTHER = {
    language: [
        word
        for word in (WORDS / f"{name}.txt").read_text("utf-8").splitlines()
        if not word.startswith("#")
    ]
    for language, name in {"da": "english", "en": "danish"}.items()
}
IN_QUOTES = re.compile(r'"[^"]*"|\'[^\']*\'|\([^)]*\)|\*[^*]+\*')


def one_of(words):
    return re.compile(
        rf"(?<![\w.-])({'|'.join(map(re.escape, words)) or '(?!)'})(?![\w-])", re.IGNORECASE
    )


def faults(word, allowed, language):
    """Where a word stands all the same, outside what it is allowed in."""
    said = [getattr(text, language) for text in every_text()]
    left = without(tuple(allowed), language)
    where = [text.where for text in every_text()]
    return [found[:2] for found in zip(where, said, left, strict=True) if word.search(found[2])]


@cache
def without(allowed, language):
    """The prose of every text, without what is allowed."""
    right = re.compile("|".join(map(re.escape, allowed)) or "\0", re.IGNORECASE)
    return [right.sub("_", prose(getattr(text, language))) for text in every_text()]


@pytest.mark.parametrize("avoided", AVOIDED, ids=lambda each: ascii(each["instead"]))
def test_no_text_says_it_so(avoided):
    word = re.compile(avoided["word"], re.IGNORECASE)
    language = avoided.get("language", "da")

    assert [] == faults(word, avoided.get("except", []), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", terms(), ids=ascii)
def test_no_text_uses_another_word_for_a_term(name, language):
    term = terms()[name]
    avoided = term.avoided if language == "da" else term.avoided_en

    assert [] == faults(one_of(avoided), QUOTED[language], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_two_forms_of_a_term(language):
    forms = [[one_of([form]) for form in several] for several in FORMS[language]]

    assert [] == [
        (text.where, sentence)
        for text in every_text()
        for sentence in re.split(r"[.;:] ", prose(getattr(text, language)))
        for several in forms
        if sum(form.search(sentence) is not None for form in several) > 1
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_words_of_the_other_language(language):
    word = one_of(OF_THE_OTHER[language])
    right = one_of(QUOTED[language])

    assert [] == [
        (text.where, found[0], getattr(text, language))
        for text in every_text()
        if text.en != text.da
        for found in [word.search(right.sub("_", spoken(getattr(text, language))))]
        if found
    ]


def spoken(text):
    """A text without code and without what it quotes."""
    return IN_QUOTES.sub("_", prose(text))


def test_the_words_are_found():
    assert one_of(["løber"]).search("en ordning løber videre")
    assert not one_of(["løber"]).search("aftalen udløber")
    assert one_of(OF_THE_OTHER["da"]).search("aktør of the month")
    assert one_of(OF_THE_OTHER["en"]).search("the aftale")
    assert "gives _" == spoken('gives "the refund"')
    assert "as _ says" == prose("as {py:func}`~socialkapitel.review` says")
    assert faults(one_of(["tiltag"]), [], "da")
    assert not faults(one_of(["tiltag"]), QUOTED["da"], "da")


def test_the_texts_are_found():
    for start in ("calculators/", "chapters/data/", "docs/calculators/", "glossary.py", "schemes/"):
        assert [text for text in every_text() if text.where.startswith(start)], start
    assert len(every_text()) > 4_000
