"""Turns a TOML document into a chapter; faults are reported with line and key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import partial
from typing import Any, TypeVar, get_args, get_type_hints

import attrs

from socialkapitel.actors import actor
from socialkapitel.cases.events import SERVICES_IN_CASES
from socialkapitel.chapters.content import (
    PRINCIPLES,
    Chapter,
    ConsultantArea,
    Duty,
    DutyKind,
    Form,
    Item,
    KnownDay,
    Principle,
    Service,
    Setting,
    Topic,
)
from socialkapitel.chapters.criteria import OCCASIONS, Criterion, Trigger
from socialkapitel.chapters.patterns import SEVERAL, EventPattern, FieldPattern
from socialkapitel.errors import InvalidInput, UnknownName
from socialkapitel.messages import Text, msg
from socialkapitel.nodes import Document, Node
from socialkapitel.schemes import FACT_LABELS, Facts, scheme
from socialkapitel.schemes.leaves import Fact, OneOf, Predicate
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not, settled
from socialkapitel.sources import Source

T = TypeVar("T")

_REQUIRED = {"id", "label", "organisation", "citation", "form", "valid_from"}
_OPTIONAL = {"valid_to", "inherits", "note", "criteria", "services", "consultant_areas"}
_OF_ITEMS = {"note", "actors", "duty", "duties", "schemes", "amount", "number", "day", "until"}
_OF_PROOFS = {
    "unresolved",
    "proven_by",
    "broken_by",
    "holds",
    "after",
    "within_days",
    "least_intervention",
}
_OF_DUTIES = {"section", "actors", "criterion", "beforehand"} | (
    _OF_PROOFS - {"unresolved", "after"}
)
_MOST_DAYS = 36_525


@attrs.frozen
class Lookups:
    """What a chapter may refer to without describing it, because others do.

    Each function finds one by its id, and refuses what it does not know with an `UnknownName`.
    """

    chapter: Callable[[str], Chapter]
    duty: Callable[[tuple[Chapter, ...], str], Duty]
    criterion: Callable[[tuple[Chapter, ...], str], Criterion]


def read_chapter(document: Document, lookups: Lookups) -> Chapter:
    """Read a chapter.

    Args:
        document: the file's name and text.
        lookups: finds what the chapter inherits from, and what it does not describe itself.

    Raises:
        InvalidData: naming the file, the line and the key of the first fault: bad TOML, an unknown
            or missing key, a value of the wrong type, an id that is unknown or occurs twice, days
            out of order.
    """
    return _Reader(document, lookups).chapter()


class _Reader:
    """Reads one document; later parts may refer to what has been read."""

    def __init__(self, document: Document, lookups: Lookups) -> None:
        self._lookups = lookups
        self._entries = document.root().table(_REQUIRED, _OPTIONAL | {t.value for t in Topic})
        self._source = Source(self._entries["citation"].string())
        self._id = self._entries["id"].identifier()
        self._line: tuple[Chapter, ...] = ()
        self._criteria: dict[str, Criterion] = {}
        self._duties: dict[str, Duty] = {}

    def chapter(self) -> Chapter:
        entries = self._entries
        parent = None
        if "inherits" in entries:
            parent = known(entries["inherits"], self._lookups.chapter)
            self._line = parent.line
        valid_from = _known_day(entries["valid_from"])
        valid_to = _known_day(entries["valid_to"]) if "valid_to" in entries else None
        if valid_to is not None and valid_to.latest < valid_from.earliest:
            raise entries["valid_to"].fault(msg("is before the first day"))
        self._criteria = self._each("criteria", self._described_criterion)
        items = self._items()
        return Chapter(
            id=self._id,
            label=entries["label"].label(),
            organisation=entries["organisation"].string(),
            form=entries["form"].member(Form),
            source=self._source,
            valid_from=valid_from,
            valid_to=valid_to,
            note=entries["note"].label() if "note" in entries else None,
            parent=parent,
            own_items=items,
            own_duties=tuple(self._duties.values()),
            own_criteria=tuple(self._criteria.values()),
            own_services=tuple(self._each("services", self._service).values()),
            own_areas=tuple(self._each("consultant_areas", self._area).values()),
        )

    def _each(self, key: str, read: Callable[[Node], T]) -> dict[str, T]:
        """The entries of a list, by id."""
        found: dict[str, T] = {}
        for node in self._entries[key].list() if key in self._entries else ():
            _add(found, node, read(node))
        return found

    def _cite(self, section: Node) -> Source:
        return Source(f"{self._source.citation}, {section.string()}")

    # --- items -----------------------------------------------------------------------------------

    def _items(self) -> tuple[Item, ...]:
        found: list[Item] = []
        referring: list[tuple[Item, Node]] = []
        for topic in Topic:
            for item, node in self._each(topic.value, partial(self._item, topic)).values():
                found.append(item)
                referring.append((item, node))
        return tuple(self._with_duties(item, node) for item, node in referring)

    def _item(self, topic: Topic, node: Node) -> tuple[Item, Node]:
        required = {"id", "section"}
        if topic is not Topic.SCHEMES:
            required.add("label")
        if topic in PRINCIPLES:
            required.add("criteria")
        entries = node.table(required, _OF_ITEMS)
        said = {key: read(entries[key]) for key, read in _READERS.items() if key in entries}
        if topic is Topic.SCHEMES:
            said["label"] = known(entries["id"], scheme).label
        if topic in PRINCIPLES:
            said["criteria"] = tuple(
                known(each, self._find_criterion) for each in named_items(entries["criteria"])
            )
        kind = Principle if topic in PRINCIPLES else Item
        item = kind(
            id=entries["id"].identifier(),
            topic=topic,
            chapter=self._id,
            source=self._cite(entries["section"]),
            **said,
        )
        for each in entries["duty"].list() if "duty" in entries else ():
            _add(self._duties, each, self._duty(each, item))
        return item, node

    def _with_duties(self, item: Item, node: Node) -> Item:
        """The item with the duties that it describes, then those that it refers to."""
        entries = node.value
        described = [each["id"] for each in entries.get("duty", ())]
        refers = named_items(node.below("duties")) if "duties" in entries else ()
        others = [known(each, self._find_duty).id for each in refers]
        return attrs.evolve(item, duties=tuple(dict.fromkeys([*described, *others])))

    # --- duties and criteria ---------------------------------------------------------------------

    def _duty(self, node: Node, item: Item) -> Duty:
        entries = node.table({"id", "kind", "trigger", "text"}, _OF_DUTIES)
        duty_id, text = entries["id"].identifier(), entries["text"].label()
        actors = _ids(entries["actors"], actor) if "actors" in entries else item.actors
        if not actors:
            raise node.fault(msg("lacks {keys}", keys="actors"))
        trigger = entries["trigger"].member(Trigger)
        proofs = entries.keys() & _OF_PROOFS
        self._check_proofs(entries, proofs, trigger)
        criterion = None
        if "criterion" in entries:
            criterion = known(entries["criterion"], self._find_criterion)
        elif proofs:
            limited = "within_days" in entries
            criterion = Criterion(
                id=duty_id, label=text, after=trigger if limited else None, **_proofs(entries)
            )
        return Duty(
            id=duty_id,
            actors=actors,
            kind=entries["kind"].member(DutyKind),
            text=text,
            trigger=trigger,
            source=self._cite(entries["section"]) if "section" in entries else item.source,
            criterion=criterion,
            beforehand="beforehand" in entries and entries["beforehand"].flag(),
        )

    def _check_proofs(
        self, entries: Mapping[str, Node], proofs: Collection[str], trigger: Trigger
    ) -> None:
        """Refuse proofs of a duty that contradict its other keys."""
        if proofs and "criterion" in entries:
            raise entries[min(proofs)].fault(msg("does not go with {key}", key="criterion"))
        if "beforehand" in entries and "within_days" in entries:
            raise entries["within_days"].fault(msg("does not go with {key}", key="beforehand"))
        if proofs and trigger not in OCCASIONS:
            raise entries[min(proofs)].fault(_not_shown(trigger))

    def _described_criterion(self, node: Node) -> Criterion:
        entries = node.table({"id", "label"}, _OF_PROOFS)
        said = _proofs(entries)
        if "after" in entries:
            said["after"] = _occasion(entries["after"])
        elif "within_days" in entries:
            raise entries["within_days"].fault(msg("needs {key}", key="after"))
        if "unresolved" in entries:
            said["unresolved"] = entries["unresolved"].label()
        return Criterion(id=entries["id"].identifier(), label=entries["label"].label(), **said)

    def _find_criterion(self, criterion_id: str) -> Criterion:
        if criterion_id in self._criteria:
            return self._criteria[criterion_id]
        return self._lookups.criterion(self._line, criterion_id)

    def _find_duty(self, duty_id: str) -> Duty:
        if duty_id in self._duties:
            return self._duties[duty_id]
        return self._lookups.duty(self._line, duty_id)

    # --- consultants -----------------------------------------------------------------------------

    def _service(self, node: Node) -> Service:
        entries = node.table({"id", "section", "label", "setting"}, set())
        setting = entries["setting"].member(Setting)
        service_id = entries["id"].identifier()
        if setting is Setting.CASE and service_id not in SERVICES_IN_CASES:
            error = UnknownName(msg("service in a case"), service_id, SERVICES_IN_CASES)
            raise entries["id"].fault(error.message)
        source = self._cite(entries["section"])
        return Service(service_id, entries["label"].label(), setting, source)

    def _area(self, node: Node) -> ConsultantArea:
        entries = node.table({"id", "section", "municipalities"}, set())
        names = [each.string() for each in entries["municipalities"].list()]
        for place, name in enumerate(names):
            if name in names[:place]:
                raise entries["municipalities"].below(place).fault(msg("occurs twice"))
        source = self._cite(entries["section"])
        return ConsultantArea(entries["id"].identifier(), tuple(names), source)


# --- proofs --------------------------------------------------------------------------------------


def _proofs(entries: Mapping[str, Node]) -> dict[str, Any]:
    """What proves or breaks a criterion, apart from its occasion."""
    readers: dict[str, Callable[[Node], Any]] = {
        "proven_by": _patterns,
        "broken_by": _patterns,
        "holds": _predicate,
        "within_days": partial(Node.whole, most=_MOST_DAYS),
        "least_intervention": Node.flag,
    }
    return {key: read(entries[key]) for key, read in readers.items() if key in entries}


def _occasion(node: Node) -> Trigger:
    trigger = node.member(Trigger)
    if trigger not in OCCASIONS:
        raise node.fault(_not_shown(trigger))
    return trigger


def _not_shown(trigger: Trigger) -> Text:
    return msg("no case shows what must be done {when}", when=trigger.label)


def _patterns(node: Node) -> tuple[EventPattern, ...]:
    return tuple(one for entry in node.list() for one in _pattern(entry))


def _pattern(node: Node) -> list[EventPattern]:
    """A pattern for each kind of event that is named."""
    if not isinstance(node.value, dict) or "event" not in node.value:
        raise node.fault(msg("lacks {keys}", keys="event"))
    fields = tuple(
        one for key in node.value if key != "event" for one in _asked(node.below(key), key)
    )
    event = node.below("event")
    kinds = event.list() if isinstance(event.value, list) else (event,)
    return [known(kind, partial(_of_kind, fields)) for kind in kinds]


def _of_kind(fields: tuple[FieldPattern, ...], kind: str) -> EventPattern:
    return EventPattern(kind, fields)


def _asked(node: Node, key: str) -> list[FieldPattern]:
    """What is required of fields; ``known`` names those that must be known."""
    if key == "known":
        return [_field(each, each.string()) for each in node.list()]
    if isinstance(node.value, bool):
        groups: list[tuple[str, ...]] = [("yes" if node.value else "no",)]
    elif isinstance(node.value, list) and key in SEVERAL:
        groups = [_words(each) for each in node.list()]
    else:
        groups = [_words(node)]
    return [_field(node, key, *groups)]


def _field(node: Node, name: str, *groups: tuple[str, ...]) -> FieldPattern:
    try:
        return FieldPattern(name, groups)
    except UnknownName as error:
        raise node.fault(error.message) from error


def _words(node: Node) -> tuple[str, ...]:
    return node.identifiers() if isinstance(node.value, list) else (node.identifier(),)


def _predicate(node: Node) -> Predicate:
    """A question about facts: a table of a fact, or of ``all``, ``any``, ``not``, ``settled``."""
    if not isinstance(node.value, dict) or len(node.value) != 1:
        raise node.fault(msg("is not a table of one fact, or of all, any, not or settled"))
    [key] = node.value
    part = node.below(key)
    if key == "all":
        return AllOf(*map(_predicate, part.list()))
    if key == "any":
        return AnyOf(*map(_predicate, part.list()))
    if key == "not":
        return Not(_predicate(part))
    if key == "settled":
        return settled(*_ids(part, scheme))
    return _about_fact(part, key)


def _about_fact(node: Node, fact: str) -> Predicate:
    """A question about one fact: whether it is true, or whether it is one of some answers."""
    if fact not in FACT_LABELS:
        raise node.fault(UnknownName(msg("fact"), fact, FACT_LABELS).message)
    if isinstance(node.value, bool):
        return Fact(fact) if node.value else Not(Fact(fact))
    answers = {str(member.value): member for member in _answers(fact)}
    return OneOf(fact, *(known(each, partial(_answer, answers)) for each in named_items(node)))


def _answers(fact: str) -> tuple[Enum, ...]:
    """The possible answers of a fact; none for numbers and days, which can't be asked about."""
    kinds = get_args(get_type_hints(Facts)[fact])
    return tuple(member for kind in kinds if issubclass(kind, Enum) for member in kind)


def _answer(answers: Mapping[str, Enum], word: str) -> Enum:
    if word not in answers:
        raise UnknownName(msg("answer"), word, answers)
    return answers[word]


# --- single values -------------------------------------------------------------------------------


def _add(found: dict[str, T], node: Node, read: T) -> None:
    """Keep what was read under its id, which must be unique."""
    name = node.value["id"]
    if name in found:
        raise node.below("id").fault(msg("occurs twice"))
    found[name] = read


def known(node: Node, lookup: Callable[[str], T]) -> T:
    """What a catalogue has under the name given here."""
    try:
        return lookup(node.identifier())
    except UnknownName as error:
        raise node.fault(error.message) from error


def named_items(node: Node) -> tuple[Node, ...]:
    """The items of a list of names, none of them twice."""
    node.identifiers()
    return node.list()


def _ids(node: Node, lookup: Callable[[str], object]) -> tuple[str, ...]:
    """A list of ids, each of them known to a catalogue."""
    for each in node.list():
        known(each, lookup)
    return node.identifiers()


def _known_day(node: Node) -> KnownDay:
    if not isinstance(node.value, dict):
        return KnownDay.exactly(node.day())
    days = node.table({"earliest", "latest"}, set())
    try:
        return KnownDay(days["earliest"].day(), days["latest"].day())
    except InvalidInput as error:
        raise node.fault(error.message) from error


_READERS: dict[str, Callable[[Node], Any]] = {
    "label": Node.label,
    "note": Node.label,
    "actors": partial(_ids, lookup=actor),
    "schemes": partial(_ids, lookup=scheme),
    "amount": Node.kroner,
    "number": Node.count,
    "day": _known_day,
    "until": _known_day,
}
"""How the keys of an item are read, apart from its id, section, criteria and duties."""
