"""What an event must be to prove something: its kind, and what its fields must hold.

Sealed fields can't be asked about. About pay and hours, a pattern can only ask whether they are
known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import TypeAlias

import attrs

from socialkapitel.actors import SUCCESSORS, actor
from socialkapitel.brief import brief
from socialkapitel.cases.events import (
    EVENTS,
    SERVICES_IN_CASES,
    CaseOutcome,
    Consideration,
    Event,
    Extent,
    Purpose,
)
from socialkapitel.errors import UnknownName
from socialkapitel.fields import checked
from socialkapitel.glossary import LABELS
from socialkapitel.messages import Label, Message, Text, joined, listed, msg, within
from socialkapitel.schemes import scheme
from socialkapitel.schemes.leaves import NO, YES

_FEW = 4
_FLAGS = {"yes": YES, "no": NO}
_KINDS = {event.kind: event for event in EVENTS}

LabelOf: TypeAlias = Callable[[str], Label]
"""Returns the name of a field's value; refuses an unknown word."""


def _one_of(labels: Mapping[str, Label]) -> LabelOf:
    def label_of(word: str) -> Label:
        if word not in labels:
            raise UnknownName(msg("value"), word, labels)
        return labels[word]

    return label_of


def _choice(kind: type[CaseOutcome | Consideration | Extent | Purpose]) -> LabelOf:
    return _one_of({member.value: member.label for member in kind})


def _actor(word: str) -> Label:
    return actor(word).label


def _scheme(word: str) -> Label:
    return scheme(word).label


_ENDED = Label(en="How the case ended", da="Sagens afslutning")
"""The field ``outcome`` of an event: only an assessment has an *udfald*."""

_FLAG = _one_of(_FLAGS)
_SERVICE = _one_of(SERVICES_IN_CASES)
_ONLY_KNOWN = _one_of({})

ASKABLE: Mapping[str, LabelOf] = {
    "role": _actor,
    "purpose": _choice(Purpose),
    "extent": _choice(Extent),
    "weekly_hours": _ONLY_KNOWN,
    "participants": _actor,
    "consultant": _actor,
    "services": _SERVICE,
    "authority": _actor,
    "representative": _actor,
    "informed_by": _actor,
    "scheme": _scheme,
    "state": _choice(Consideration),
    "found": _FLAG,
    "granted": _FLAG,
    "parties": _actor,
    "lasting": _FLAG,
    "valid_to": _ONLY_KNOWN,
    "outcome": _choice(CaseOutcome),
}
"""The fields that patterns can ask about, in any event; of numbers and days, only whether they are
known."""

SEVERAL = frozenset({"participants", "services", "informed_by", "parties"})
"""The fields that hold several values."""


def _read_field(value: str) -> str:
    if value not in ASKABLE:
        raise UnknownName(msg("field of an event"), value, ASKABLE)
    return value


@brief
@checked
@attrs.frozen
class FieldPattern:
    """What a field of an event must hold (krav til et felt).

    Attributes:
        field: the name of the field.
        groups: at least one of each group must be there: ``(("employee",), ("union",
            "union-representative"))`` asks for the employee, and for the union or its
            representative. A field with a single value has one group. Without groups the field
            must be known.

    Raises:
        UnknownName: for a field that can't be asked about, or a word that no value of it has.
    """

    field: str = attrs.field(converter=_read_field)
    groups: tuple[tuple[str, ...], ...] = ()

    def __attrs_post_init__(self) -> None:
        for group in self.groups:
            for word in group:
                ASKABLE[self.field](word)

    def lacking(self, event: Event) -> tuple[tuple[str, ...], ...]:
        """The groups of which an event has no value; an empty one for a field that isn't known."""
        words = _words(getattr(event, self.field))
        if not self.groups:
            return () if words else ((),)
        return tuple(group for group in self.groups if words.isdisjoint(group))

    def in_words(self, groups: tuple[tuple[str, ...], ...]) -> Text:
        """Groups of values in words, such as "employee, and union or union representative"."""
        return _groups_in_words(self.field, groups)

    @property
    def label(self) -> Label:
        """The name of the field, for use in a sentence."""
        return within(_ENDED if self.field == "outcome" else LABELS[self.field])


@cache
def _groups_in_words(field: str, groups: tuple[tuple[str, ...], ...]) -> Text:
    label_of = ASKABLE[field]
    texts = [_either([within(label_of(word)) for word in group]) for group in groups]
    return _all(texts)


_FORMERLY = {later: earlier for earlier, later in SUCCESSORS.items()}
"""The earlier name of an office, by its later one: a chapter may know only the earlier."""


def _words(value: object) -> frozenset[str]:
    """The words for a field's value; none where it isn't known."""
    if value is None:
        return frozenset()
    if isinstance(value, tuple):
        return frozenset(value).union(*(_words(each) for each in value))
    if isinstance(value, bool):
        return frozenset({"yes" if value else "no"})
    word = str(value.value if isinstance(value, Enum) else value)
    return frozenset({word, _FORMERLY.get(word, word)})


def _read_kind(value: str) -> str:
    if value not in _KINDS:
        raise UnknownName(msg("kind of event"), value, _KINDS)
    return value


@brief
@checked
@attrs.frozen
class EventPattern:
    """An event of a kind whose fields hold what is required (hændelse, der viser noget).

    Raises:
        UnknownName: for a kind that no event has, or a field that events of this kind don't have.

    >>> asked = FieldPattern("participants", (("employee",), ("union", "union-representative")))
    >>> print(EventPattern("round-table-held", (asked,)).in_words)
    a round-table meeting was held (participants: employee, and union with bargaining rights or
    union representative)
    """

    kind: str = attrs.field(converter=_read_kind)
    fields: tuple[FieldPattern, ...] = ()

    def __attrs_post_init__(self) -> None:
        has = [field.name for field in attrs.fields(_KINDS[self.kind]) if field.name in ASKABLE]
        for asked in self.fields:
            if asked.field not in has:
                raise UnknownName(msg("field of this event"), asked.field, has)

    def fits(self, event: Event) -> bool:
        """Whether an event fits the pattern."""
        return event.kind == self.kind and not any(asked.lacking(event) for asked in self.fields)

    @property
    def in_words(self) -> Text:
        """What must have happened, as a clause."""
        return _in_words(self)


@cache
def _in_words(one: EventPattern) -> Text:
    label = _KINDS[one.kind].label
    if not one.fields:
        return label
    asked = [
        msg("{field}: {values}", field=each.label, values=each.in_words(each.groups))
        if each.groups
        else msg("{field} known", field=each.label)
        for each in one.fields
    ]
    return msg("{event} ({fields})", event=label, fields=joined(asked))


def pattern(
    kind: str, *known: str, **asked: tuple[str, ...] | list[str | tuple[str, ...]]
) -> EventPattern:
    """An event of a kind, with fields that are known, and fields that hold some words.

    A tuple requires one of its words; a list requires each of its items, whether a word or a tuple.

    >>> pattern("round-table-held", participants=["employee", ("union", "hr")]).fields[0].groups
    (('employee',), ('union', 'hr'))
    """
    fields = [FieldPattern(name) for name in known]
    for name, words in asked.items():
        items = words if isinstance(words, list) else [words]
        groups = tuple((item,) if isinstance(item, str) else item for item in items)
        fields.append(FieldPattern(name, groups))
    return EventPattern(kind, tuple(fields))


@attrs.frozen(kw_only=True)
class Window:
    """The days on which an event counts, both included; None for no such day."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ANY_DAY = Window()


def fitting(
    patterns: Iterable[EventPattern], events: Iterable[Event], window: Window = ANY_DAY
) -> list[Event]:
    """The events within a window that fit one of several patterns, in order of time."""
    asked = tuple(patterns)
    return [
        event
        for event in events
        if event.on in window and any(pattern.fits(event) for pattern in asked)
    ]


@attrs.frozen
class Shortfall:
    """Why no event fits, where none does (hvad der mangler).

    Attributes:
        names: ``"events.follow-up-held"`` for a kind without recorded events. Where there are such
            events, what they lack: ``"events.round-table-held.participants.union"`` for somebody
            who did not take part, ``"events.scheme-started.scheme"`` for another value, and
            ``"events.conversation-held.on"`` for another day.
        because: the same in words.
        would_fulfil: what would fit the pattern.
    """

    names: tuple[str, ...]
    because: Text
    would_fulfil: tuple[Text, ...]


def shortfall(
    patterns: Sequence[EventPattern], events: Sequence[Event], window: Window = ANY_DAY
) -> Shortfall:
    """What is missing for one of the patterns to fit."""
    names: list[str] = []
    recorded: list[Text] = []
    absent: list[Text] = []
    for pattern in patterns:
        alike = [event for event in events if event.kind == pattern.kind]
        if not alike:
            names.append(f"events.{pattern.kind}")
            absent.append(pattern.in_words)
            continue
        closest, lacks = min(
            ((event, _lacks(pattern, event, window)) for event in alike),
            key=lambda one: sum(len(found) for found, _ in one[1]),
        )
        names += [f"events.{pattern.kind}.{name}" for found, _ in lacks for name in found]
        recorded.append(
            msg(
                "{event} on {day}, but {lacking}",
                event=closest.label,
                day=closest.on,
                lacking=_all([text for _, text in lacks]),
            )
        )
    if absent:
        recorded.append(msg("it is not recorded that {event}", event=_strung(absent, _or_that)))
    return Shortfall(
        names=tuple(dict.fromkeys(names)),
        because=joined(recorded),
        would_fulfil=tuple(pattern.in_words for pattern in patterns),
    )


def _lacks(
    pattern: EventPattern, event: Event, window: Window
) -> list[tuple[tuple[str, ...], Text]]:
    """What an event of the right kind lacks, by name and in words."""
    found: list[tuple[tuple[str, ...], Text]] = []
    for asked in pattern.fields:
        groups = asked.lacking(event)
        if groups:
            found.append(_lack(asked, groups))
    if window.first is not None and event.on < window.first:
        found.append((("on",), msg("before {day}", day=window.first)))
    if window.last is not None and event.on > window.last:
        found.append((("on",), msg("after {day}", day=window.last)))
    return found


def _lack(asked: FieldPattern, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], Text]:
    if not asked.groups:
        return (asked.field,), msg("without {who}", who=asked.label)
    words = [word for group in groups for word in group]
    if asked.field in SEVERAL:
        names = tuple(f"{asked.field}.{word}" for word in words)
        return names, msg("without {who}", who=asked.in_words(groups))
    if len(words) > _FEW:
        return (asked.field,), msg("with another {field}", field=asked.label)
    return (asked.field,), msg(
        "{field} is not {values}", field=asked.label, values=asked.in_words(groups)
    )


def in_days(number: int) -> Message:
    """A number of days in words.

    >>> print(in_days(1), in_days(2), sep=", ")
    1 day, 2 days
    """
    if number == 1:
        return msg("{number} day", number=number)
    return msg("{number} days", number=number)


def _strung(texts: Sequence[Text], link: Callable[[Text, Text], Text]) -> Text:
    first, *others = texts
    for text in others:
        first = link(first, text)
    return first


def _either(texts: Sequence[Text]) -> Text:
    shown = texts if len(texts) <= _FEW else texts[: _FEW - 1]
    found = _strung(shown, lambda first, rest: msg("{first} or {rest}", first=first, rest=rest))
    if len(texts) <= _FEW:
        return found
    return msg("{first} or one of {number} others", first=found, number=len(texts) - len(shown))


def _all(texts: Sequence[Text]) -> Text:
    *others, last = texts
    if not others:
        return last
    return msg("{first}, and {rest}", first=listed(others), rest=last)


def _or_that(first: Text, rest: Text) -> Text:
    return msg("{first}, or that {rest}", first=first, rest=rest)
