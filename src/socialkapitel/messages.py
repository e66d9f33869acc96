"""Texts for people: written once in English, shown in the reader's language.

Two kinds, because texts have two homes:

* `Message`: a sentence in the code, marked with `msg`; its translations live in
  the catalogues under ``locale/``.
* `Label`: a text that comes with data (a figure's name, a note), in both languages.

`socialkapitel.i18n` shows them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import Enum
from typing import Self, TypeAlias

import attrs

from socialkapitel.brief import brief


@brief
@attrs.frozen
class Message:
    """A translatable sentence with named values.

    ``str(message)`` is the English text with plain values, fit for errors and logs.

    >>> from socialkapitel.messages import msg
    >>> str(msg("known from {first}", first="2013-01-01"))
    'known from 2013-01-01'
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**{name: str(value) for name, value in self.values})


@brief
@attrs.frozen
class Label:
    """A text that comes with data, in both languages.

    >>> str(Label(en="Share", da="Andel"))
    'Share'
    """

    en: str
    da: str

    def __str__(self) -> str:
        return self.en


class Labelled(Enum):
    """An enumeration whose members have a ``label``, which people read, beside their ``value``.

    >>> class Answer(Labelled):
    ...     YES = "yes", Label("Yes", "Ja")
    ...     NO = "no", Label("No", "Nej")
    >>> Answer("no").label.da, Answer.YES.value
    ('Nej', 'yes')
    """

    _value_: str
    label: Label

    def __new__(cls, value: str, label: Label) -> Self:
        """A member with its value and its label."""
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member


@attrs.frozen
class Coded(Label):
    """The label of something that has another name in code.

    ``str`` gives the name, for logs and for whoever writes the call; people are shown the label.

    >>> named = Coded(en="a flexjob", da="et fleksjob", code="a Flexjob")
    >>> str(named), named.da
    ('a Flexjob', 'et fleksjob')
    """

    code: str

    def __str__(self) -> str:
        return self.code


NOTHING = Coded(en="no value", da="ingen værdi", code="None")
"""What to give where there is no value."""

Text: TypeAlias = Message | Label
"""Anything that can be shown in the reader's language."""


_UNSEEN = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and symbols that are invisible: fillers, and a Braille cell without dots."""


def says_something(text: str) -> bool:
    r"""Whether a text has a visible character: spaces, controls and marks alone say nothing.

    >>> says_something("a"), says_something(" \u200b\u00ad\u3164"), says_something("")
    (True, False, False)
    """
    return any(unicodedata.category(sign)[0] not in "ZCM" and sign not in _UNSEEN for sign in text)


def msg(template: str, /, **values: object) -> Message:
    """Mark an English sentence for translation and give it its values."""
    return Message(template, tuple(values.items()))


def joined(texts: Iterable[Text]) -> Text:
    """Several texts as one, with semicolons between.

    >>> str(joined([Label(en="day", da="dag"), Label(en="week", da="uge")]))
    'day; week'
    """
    first, *others = texts
    for text in others:
        first = msg("{first}; {rest}", first=first, rest=text)
    return first


def within(label: Label) -> Label:
    """A label for use within a sentence: without its initial capital.

    >>> print(within(Label(en="Nearest manager", da="Nærmeste leder")))
    nearest manager
    >>> print(within(Label(en="HR department", da="HR")))
    HR department
    """
    return Label(en=_lower(label.en), da=_lower(label.da))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def quoted(texts: Iterable[Text]) -> Text | str:
    """Names of things within a sentence, each in quotation marks.

    >>> print(quoted([Label(en="Weekly hours", da="Ugentlig arbejdstid")]))
    "Weekly hours"
    """
    return listed(msg('"{text}"', text=text) for text in texts)


def listed(texts: Iterable[Text | str]) -> Text | str:
    """Several texts as one, with commas between.

    >>> print(listed([Label(en="day", da="dag"), Label(en="week", da="uge")]))
    day, week
    """
    first, *others = texts
    for text in others:
        first = msg("{first}, {next}", first=first, next=text)
    return first


def in_lines(texts: Iterable[Text]) -> Text:
    """Several texts as a list, one to a line.

    >>> print(in_lines([Label(en="day", da="dag"), Label(en="week", da="uge")]))
    - day
    - week
    """
    first, *others = [msg("- {text}", text=text) for text in texts]
    for text in others:
        first = msg("{first}\n{rest}", first=first, rest=text)
    return first


def any_of(texts: Iterable[Text | str]) -> Text | str:
    """Several texts to choose from.

    >>> str(any_of(["a", "b", "c"]))
    'a, b or c'
    """
    first, last = _and_last(texts)
    return msg("{first} or {last}", first=first, last=last) if first is not None else last


def all_of(texts: Iterable[Text | str]) -> Text | str:
    """Several texts of which all are meant.

    >>> str(all_of(["a", "b", "c"]))
    'a, b and c'
    """
    first, last = _and_last(texts)
    return msg("{first} and {last}", first=first, last=last) if first is not None else last


def _and_last(texts: Iterable[Text | str]) -> tuple[Text | str | None, Text | str]:
    """All texts but the last, with commas between; and the last."""
    *others, last = texts
    return (listed(others) if others else None), last
