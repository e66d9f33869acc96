"""Texts exist in English by themselves; how they are shown in Danish is tested with i18n."""

from datetime import date

import attrs
import pytest

from socialkapitel import Label, Message
from socialkapitel.messages import any_of, listed, msg, quoted, within


def test_a_message_is_english_with_its_values():
    message = msg("{name} from {first}", name="a ceiling", first=date(2013, 1, 1))
    assert "a ceiling from 2013-01-01" == str(message)


def test_a_message_within_a_message_is_english_too():
    assert "outer inner 3" == str(msg("outer {text}", text=msg("inner {number}", number=3)))


def test_values_are_not_read_as_placeholders():
    assert "{day}" == str(msg("{text}", text="{day}"))


def test_messages_are_equal_by_text_and_values():
    assert msg("{number}", number=1) == msg("{number}", number=1)
    assert msg("{number}", number=1) != msg("{number}", number=2)
    assert 1 == len({msg("{number}", number=1), Message("{number}", (("number", 1),))})


def test_a_label_is_english():
    assert "Share" == str(Label(en="Share", da="Andel"))


def test_texts_never_change():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Label(en="Share", da="Andel").en = "Part"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        msg("a text").template = "another"


def test_labels_within_a_sentence_keep_their_abbreviations():
    assert Label(en="employee", da="medarbejder") == within(Label(en="Employee", da="Medarbejder"))
    assert Label(en="HR department", da="HR") == within(Label(en="HR department", da="HR"))


def test_several_texts_in_one_sentence():
    texts = [msg("Steps"), msg("Notes"), msg("Step")]
    assert "Steps, Notes, Step" == str(listed(texts))
    assert '"Steps", "Notes", "Step"' == str(quoted(texts))
    assert "Steps, Notes or Step" == str(any_of(texts))
    assert "Steps" == str(listed(texts[:1])) == str(any_of(texts[:1]))
