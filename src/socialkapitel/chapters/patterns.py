"""What an event must be to show something: its kind, and what its fields must hold.

Nothing can be asked of what is sealed. Of pay and hours a pattern can only ask whether they are
known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum

import attrs

from socialkapitel.actors import actor
from socialkapitel.cases.events import (
    EVENTS,
    CaseOutcome,
    Consideration,
    Event,
    Extent,
    Purpose,
)
from socialkapitel.errors import UnknownName
from socialkapitel.messages import Label, Text, joined, msg
from socialkapitel.schemes import scheme

_FEW = 4
_FLAGS = {"yes": Label(en="yes", da="ja"), "no": Label(en="no", da="nej")}
_KINDS = {event.kind: event for event in EVENTS}


def _choice(kind: type[CaseOutcome | Consideration | Extent | Purpose]) -> Callable[[str], Label]:
    labels = {member.value: member.label for member in kind}

    def label_of(word: str) -> Label:
        return _known(word, labels)

    return label_of


def _known(word: str, labels: dict[str, Label]) -> Label:
    if word not in labels:
        raise UnknownName(msg("value"), word, labels)
    return labels[word]


def _actor(word: str) -> Label:
    return actor(word).label


def _scheme(word: str) -> Label:
    return scheme(word).label


def _flag(word: str) -> Label:
    return _known(word, _FLAGS)


def _service(word: str) -> Label:
    return Label(en=word, da=word)


def _nothing(word: str) -> Label:
    return _known(word, {})


@attrs.frozen
class _Askable:
    """A field that patterns can ask: what it is called, and what each of its values is called.

    ``label_of`` refuses a word that no value has. Of numbers and days, which have none, a pattern
    can only ask whether they are known.
    """

    label: Label
    label_of: Callable[[str], Label] = _nothing


_FIELDS = {
    "role": _Askable(Label(en="role", da="rolle"), _actor),
    "purpose": _Askable(Label(en="purpose", da="formål"), _choice(Purpose)),
    "extent": _Askable(Label(en="extent", da="omfang"), _choice(Extent)),
    "weekly_hours": _Askable(Label(en="agreed weekly hours", da="aftalt ugentlig arbejdstid")),
    "participants": _Askable(Label(en="participants", da="deltagere"), _actor),
    "consultant": _Askable(Label(en="consultant", da="konsulent"), _actor),
    "services": _Askable(Label(en="services", da="ydelser"), _service),
    "authority": _Askable(Label(en="authority", da="myndighed"), _actor),
    "representative": _Askable(Label(en="representative", da="repræsentant"), _actor),
    "informed_by": _Askable(Label(en="informed by", da="informeret af"), _actor),
    "scheme": _Askable(Label(en="scheme", da="ordning"), _scheme),
    "state": _Askable(Label(en="outcome", da="udfald"), _choice(Consideration)),
    "found": _Askable(Label(en="other work found", da="andet arbejde fundet"), _flag),
    "granted": _Askable(Label(en="granted", da="bevilget"), _flag),
    "parties": _Askable(Label(en="parties", da="parter"), _actor),
    "lasting": _Askable(Label(en="lasting", da="varig"), _flag),
    "valid_to": _Askable(Label(en="last day", da="sidste dag")),
    "outcome": _Askable(Label(en="result", da="resultat"), _choice(CaseOutcome)),
}
"""The fields that patterns can ask, whatever event has them."""


@attrs.frozen
class FieldPattern:
    """What a field of an event must hold (krav til et felt).

    Attributes:
        field: the name of the field.
        groups: of each group, at least one must be there: ``(("employee",), ("union",
            "union-representative"))`` asks for the employee, and for the union or its
            representative. A field with a single value has one group. Without groups the field
            must be known.

    Raises:
        UnknownName: for a field that can't be asked, or a word that no value of it has.
    """

    field: str
    groups: tuple[tuple[str, ...], ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.field not in _FIELDS:
            raise UnknownName(msg("field of an event"), self.field, _FIELDS)
        for group in self.groups:
            for word in group:
                _FIELDS[self.field].label_of(word)

    def lacking(self, event: Event) -> tuple[tuple[str, ...], ...]:
        """The groups of which an event has nothing; for a field that isn't known, an empty one."""
        words = _words(getattr(event, self.field))
        if not self.groups:
            return () if words else ((),)
        return tuple(group for group in self.groups if words.isdisjoint(group))

    def in_words(self, groups: Iterable[tuple[str, ...]]) -> Text:
        """Groups of values in words, such as "employee, and union or union representative"."""
        label_of = _FIELDS[self.field].label_of
        texts = [_either([within(label_of(word)) for word in group]) for group in groups]
        return _strung(texts, _both)

    @property
    def label(self) -> Label:
        """What the field is called."""
        return _FIELDS[self.field].label


def _words(value: object) -> frozenset[str]:
    """The words that a field's value is asked by; none where it isn't known."""
    if value is None:
        return frozenset()
    if isinstance(value, tuple):
        return frozenset(value)
    if isinstance(value, bool):
        return frozenset({"yes" if value else "no"})
    return frozenset({str(value.value if isinstance(value, Enum) else value)})


@attrs.frozen
class EventPattern:
    """An event of a kind, whose fields hold what is asked (hændelse, der viser noget).

    Raises:
        UnknownName: for a kind that no event has, or a field that events of this kind don't have.

    >>> asked = FieldPattern("participants", (("employee",), ("union", "union-representative")))
    >>> print(EventPattern("round-table-held", (asked,)).in_words)
    a round-table meeting was held (participants: employee, and union with bargaining rights or
    union representative)
    """

    kind: str
    fields: tuple[FieldPattern, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise UnknownName(msg("kind of event"), self.kind, _KINDS)
        has = [field.name for field in attrs.fields(_KINDS[self.kind]) if field.name in _FIELDS]
        for asked in self.fields:
            if asked.field not in has:
                raise UnknownName(msg("field of this event"), asked.field, has)

    def fits(self, event: Event) -> bool:
        """Whether an event is such a one."""
        return event.kind == self.kind and not any(asked.lacking(event) for asked in self.fields)

    @property
    def in_words(self) -> Text:
        """What must have happened, as a clause."""
        label = _KINDS[self.kind].label
        if not self.fields:
            return label
        asked = [
            msg("{field}: {values}", field=each.label, values=each.in_words(each.groups))
            if each.groups
            else msg("{field} known", field=each.label)
            for each in self.fields
        ]
        return msg("{event} ({fields})", event=label, fields=joined(asked))


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
        names: ``"events.follow-up-held"`` for a kind of which nothing is recorded. Where something
            is, what it lacks: ``"events.round-table-held.participants.union"`` for somebody who did
            not take part, ``"events.scheme-started.scheme"`` for another value, and
            ``"events.conversation-held.on"`` for another day.
        because: the same in words.
        would_fulfil: what would fit.
    """

    names: tuple[str, ...]
    because: Text
    would_fulfil: tuple[Text, ...]


def shortfall(
    patterns: Sequence[EventPattern], events: Sequence[Event], window: Window = ANY_DAY
) -> Shortfall:
    """What is lacking for one of the patterns to fit."""
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
                lacking=_strung([text for _, text in lacks], _both),
            )
        )
    if absent:
        recorded.append(msg("it is not recorded that {event}", event=_strung(absent, _or_that)))
    return Shortfall(
        names=tuple(dict.fromkeys(names)),
        because=joined(dict.fromkeys(recorded)),
        would_fulfil=tuple(dict.fromkeys(pattern.in_words for pattern in patterns)),
    )


def _lacks(
    pattern: EventPattern, event: Event, window: Window
) -> list[tuple[tuple[str, ...], Text]]:
    """What an event of the right kind lacks: the names of it, and the words for it."""
    found: list[tuple[tuple[str, ...], Text]] = []
    for asked in pattern.fields:
        groups = asked.lacking(event)
        if groups:
            found.append(
                _lack(asked, groups, several=isinstance(getattr(event, asked.field), tuple))
            )
    if window.first is not None and event.on < window.first:
        found.append((("on",), msg("before {day}", day=window.first)))
    if window.last is not None and event.on > window.last:
        found.append((("on",), msg("after {day}", day=window.last)))
    return found


def _lack(
    asked: FieldPattern, groups: tuple[tuple[str, ...], ...], *, several: bool
) -> tuple[tuple[str, ...], Text]:
    if not asked.groups:
        return (asked.field,), msg("{field} is not recorded", field=asked.label)
    words = [word for group in groups for word in group]
    if several:
        names = tuple(f"{asked.field}.{word}" for word in words)
        return names, msg("without {who}", who=asked.in_words(groups))
    if len(words) > _FEW:
        return (asked.field,), msg("with another {field}", field=asked.label)
    return (asked.field,), msg(
        "{field} is not {values}", field=asked.label, values=asked.in_words(groups)
    )


def within(label: Label) -> Label:
    """A label as it stands within a sentence: without the capital that begins it.

    >>> print(within(Label(en="Nearest manager", da="Nærmeste leder")))
    nearest manager
    >>> print(within(Label(en="HR department", da="HR")))
    HR department
    """
    return Label(en=_lower(label.en), da=_lower(label.da))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def _strung(texts: Sequence[Text], link: Callable[[Text, Text], Text]) -> Text:
    first, *others = texts
    for text in others:
        first = link(first, text)
    return first


def _either(texts: Sequence[Text]) -> Text:
    return _strung(texts, lambda first, rest: msg("{first} or {rest}", first=first, rest=rest))


def _both(first: Text, rest: Text) -> Text:
    return msg("{first}, and {rest}", first=first, rest=rest)


def _or_that(first: Text, rest: Text) -> Text:
    return msg("{first}, or that {rest}", first=first, rest=rest)
