"""One term for one concept: the words of the profession, and that labels use them."""

import re

import attrs
import pytest

import socialkapitel as sk
from socialkapitel.glossary import KINDS, LABELS, choice_label, terms
from socialkapitel.i18n import LANGUAGES
from socialkapitel.messages import Label, Message

CHOICES = [sk.DayState, sk.PaidTo, sk.RefundBasis, sk.TargetGroup]
NAMED = [
    *LABELS.values(),
    *KINDS.values(),
    *(choice_label(member) for choices in CHOICES for member in choices),
]


def says(text, word):
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def avoided_words(language):
    for term in terms().values():
        for word in term.avoided if language == "da" else term.avoided_en:
            yield word, term


@pytest.mark.parametrize("danish", terms())
def test_a_term_has_a_name_in_each_language_and_says_where_it_is_from(danish):
    term = terms()[danish]
    assert danish == term.label.da
    assert all(text.strip() == text != "" for text in (danish, term.label.en, term.source))


def test_no_two_concepts_have_one_name():
    english = [term.label.en for term in terms().values()]
    assert len(set(english)) == len(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_is_another_one_s_avoided_word(language):
    names = [getattr(term.label, language) for term in terms().values()]
    assert [] == [
        (word, name) for word, _ in avoided_words(language) for name in names if says(name, word)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_use_the_terms(language):
    named = [sk.translate(text, language) for text in NAMED if isinstance(text, (Label, Message))]
    assert [] == [
        (word, text) for word, _ in avoided_words(language) for text in named if says(text, word)
    ]


def test_a_term_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        terms()["loft"].source = ""
