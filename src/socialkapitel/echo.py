"""What errors show of a refused value: enough to find it, but no free text.

A text in the wrong field may be about somebody's health. So a text is shown only where it looks
like a number, a date or another short value, or is an accepted value with a typing error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import SequenceMatcher
from enum import Enum

from socialkapitel.glossary import choice_label, kind_of
from socialkapitel.messages import NOTHING, Coded, Label, Text, any_of, msg

_SHOWN = 60
_LARGE = 10**15
_MOST_MEMBERS = 8
ALIKE = 0.6
"""The similarity from which a name is assumed to be meant as another."""
_SLIP = 0.8
"""The similarity from which a text says no more than the word that was meant."""
_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W\d_]{3}|([^\W\d_][\W_]?){5}")
_HARMLESS = re.compile(
    r"\b(s?nan|inf(inity)?|none|null|true|false|yes|nej|kroner|timer?|hours?|uger?|weeks?|dkk"
    r"|jan(uary?|uar)?|feb(ruary?|ruar)?|mar(ch|ts)?|apr(il)?|ma[jy]|june?|juni|july?|juli"
    r"|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|aug(ust)?|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|de[cz](ember)?)\b",
    re.IGNORECASE,
)


class Hidden:
    """Replaces a value in an error that must not be shown, or can't be kept."""

    __slots__ = ("_shown",)

    def __init__(self, shown: str = "(not shown)") -> None:
        self._shown = shown

    def __repr__(self) -> str:
        return self._shown

    def __reduce__(self) -> str | tuple[object, ...]:
        return "HIDDEN" if self is HIDDEN else (Hidden, (self._shown,))


HIDDEN = Hidden()


def safe(value: object) -> object:
    """A value, or its replacement where it is, or contains, free text.

    >>> safe("2/3"), safe("29.600,00 kr."), safe("2024-W13"), safe("depression"), safe(["a text"])
    ('2/3', '29.600,00 kr.', '2024-W13', (not shown), (not shown))
    """
    return value if all(map(_is_harmless, _texts_in(value))) else HIDDEN


def _is_harmless(text: str) -> bool:
    return not _WORD.search(_HARMLESS.sub("", text))


def _texts_in(value: object) -> Iterator[str]:
    """The texts that a built-in value is or contains."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, (bytes, bytearray)):
        yield value.decode("latin-1")
    elif isinstance(value, Mapping):
        yield from _texts_in([*value.keys(), *value.values()])
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _texts_in(each)


def likeness(asked: str) -> Callable[[Iterable[str]], float]:
    """A measure, from 0 to 1, of how much the most similar of some words resembles a text.

    >>> alike = likeness("ordinry")
    >>> round(alike(["ordinary", "ill"]), 2), alike(["section_56"])
    (0.93, 0.0)
    """
    matcher = SequenceMatcher(None, "", asked.casefold())

    def alike(words: Iterable[str]) -> float:
        parts = {part.casefold() for word in words for part in (word, *_SIGNS.split(word)) if part}
        return max((_ratio(matcher, part) for part in parts), default=0.0)

    return alike


def is_slip(asked: str, words: Iterable[str]) -> bool:
    """Whether a text is one of some words with a typing error, and so has no content of its own.

    A part of a word must have no error, and there may be nothing beside it, which could be about an
    illness.

    >>> is_slip("ordinry", ["ordinary"]), is_slip("ordinary, stress", ["ordinary"])
    (True, False)
    """
    asked = asked.casefold()
    matcher = SequenceMatcher(None, "", asked)
    return any(
        asked in _SIGNS.split(word)
        or (_ratio(matcher, word) >= _SLIP and _own_letters(matcher, asked) <= 1)
        for word in map(str.casefold, words)
    )


def _own_letters(matcher: SequenceMatcher[str], asked: str) -> int:
    """How many letters of a text do not match the word that it is beside."""
    return len(asked) - sum(block.size for block in matcher.get_matching_blocks())


def _ratio(matcher: SequenceMatcher[str], word: str) -> float:
    """How much a word resembles the matcher's text; 0 where it is less than alike."""
    matcher.set_seq1(word)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def shown(value: object) -> str:
    """A value as errors show it: its ``repr``, cut where it is long.

    >>> shown("x" * 100)[-6:]
    'xxx...'
    """
    try:
        text = repr(value)
    except ValueError:  # Python refuses to write a whole number of thousands of digits
        text = f"a very large {type(value).__name__}"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def written(value: object) -> str:
    """A value of an accepted type as errors show it: ours as people write them.

    >>> from socialkapitel import Month
    >>> written(Month(2024, 3)), written("2024-3")
    ('2024-03', "'2024-3'")
    """
    return str(value) if _is_ours(value) and len(str(value)) <= _SHOWN else shown(value)


def told(value: object) -> object:
    """A value as messages show it to people, in the message's language.

    >>> str(msg("{value}", value=told("38"))), str(msg("{value}", value=told(date(2026, 3, 15))))
    ("'38'", '2026-03-15')
    """
    if value is HIDDEN:
        return msg("(not shown)")
    if isinstance(value, bool):
        return Coded("yes", "ja", "True") if value else Coded("no", "nej", "False")
    if value is None:
        return NOTHING
    if isinstance(value, (str, Hidden, float)):
        return shown(value)
    if isinstance(value, Enum):
        return a_choice(value)
    if isinstance(value, int):
        return value if abs(value) < _LARGE else shown(value)
    if isinstance(value, Decimal):
        text = str(value)
        return value if value.is_finite() and "E" not in text and len(text) <= _SHOWN else text
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if _is_ours(value) and len(text := str(value)) <= _SHOWN:
        return value if text != repr(value) else a_kind(type(value))
    return a_kind(type(value))


def _is_ours(value: object) -> bool:
    return type(value).__module__.startswith("socialkapitel.")


def a_kind(kind: type) -> Text:
    """An object of one kind, as named in errors.

    >>> str(a_kind(str)), str(a_kind(int))
    ('a text', 'a whole number')
    """
    if issubclass(kind, Enum) and 0 < len(kind) <= _MOST_MEMBERS:
        return msg("one of {members}", members=any_of(map(a_choice, kind)))
    code = f"an object of the type {kind.__name__}"
    return kind_of(kind.__name__) or Coded("something else", "noget andet", code)


def a_choice(choice: Enum) -> Text:
    """A member of an enumeration, as errors show it: its label to people, its name to programs.

    >>> from socialkapitel import PaidTo
    >>> str(a_choice(PaidTo.EMPLOYER)), a_choice(PaidTo.EMPLOYER).da
    ('EMPLOYER', 'arbejdsgiveren')
    """
    label = choice_label(choice)
    if isinstance(label, Label):
        return Coded(label.en, label.da, choice.name)
    words = choice.name.lower().replace("_", " ")
    return label or Coded(words, words, choice.name)
