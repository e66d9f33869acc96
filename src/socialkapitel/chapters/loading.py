"""Turns a TOML document into a chapter; what it refuses, it refuses with line and key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from socialkapitel.actors import actor
from socialkapitel.chapters.criteria import criterion
from socialkapitel.chapters.items import PRINCIPLES, Item, KnownDay, Topic
from socialkapitel.chapters.model import Chapter, Form
from socialkapitel.chapters.principles import Criterion, Principle
from socialkapitel.errors import InvalidInput, UnknownName
from socialkapitel.messages import msg
from socialkapitel.nodes import Document, Node
from socialkapitel.roles import DUTIES
from socialkapitel.schemes import scheme
from socialkapitel.sources import Source

_REQUIRED = {"id", "label", "organisation", "citation", "form", "valid_from"}
_OPTIONAL = {"valid_to", "inherits", "note"} | {topic.value for topic in Topic}
_OF_ITEMS = {"note", "actors", "duties", "schemes", "amount", "number", "day", "until"}
_DUTY_IDS = frozenset(duty.id for duty in DUTIES)


def read_chapter(document: Document, parent_of: Callable[[str], Chapter]) -> Chapter:
    """Read a chapter.

    Args:
        document: the file's name and text.
        parent_of: finds the chapter that this one inherits from, by its id.

    Raises:
        InvalidData: naming the file, the line and the key of the first fault: bad TOML, an unknown
            or missing key, a value of the wrong type, an id that no catalogue knows or that stands
            there twice, days out of order.
    """
    root = document.root()
    entries = root.table(_REQUIRED, _OPTIONAL)
    source = Source(entries["citation"].string())
    chapter_id = entries["id"].identifier()
    valid_from = _known_day(entries["valid_from"])
    valid_to = _known_day(entries["valid_to"]) if "valid_to" in entries else None
    if valid_to is not None and valid_to.latest < valid_from.earliest:
        raise entries["valid_to"].fault(msg("lies before valid_from"))
    return Chapter(
        id=chapter_id,
        label=entries["label"].label(),
        organisation=entries["organisation"].string(),
        form=entries["form"].member(Form),
        source=source,
        valid_from=valid_from,
        valid_to=valid_to,
        note=entries["note"].label() if "note" in entries else None,
        parent=_known(entries["inherits"], parent_of) if "inherits" in entries else None,
        own_items=tuple(
            item
            for topic in Topic
            if topic.value in entries
            for item in _items(entries[topic.value], topic, chapter_id, source)
        ),
    )


def _items(node: Node, topic: Topic, chapter: str, source: Source) -> list[Item]:
    items: dict[str, Item] = {}
    for entry in node.list():
        item = _item(entry, topic, chapter, source)
        if item.id in items:
            raise entry.below("id").fault(msg("stands there twice"))
        items[item.id] = item
    return list(items.values())


def _item(node: Node, topic: Topic, chapter: str, source: Source) -> Item:
    required = {"id", "section"}
    if topic is not Topic.SCHEMES:
        required.add("label")
    if topic in PRINCIPLES:
        required.add("criteria")
    entries = node.table(required, _OF_ITEMS)
    said = {key: read(entries[key]) for key, read in _READERS.items() if key in entries}
    if topic is Topic.SCHEMES:
        said["label"] = _known(entries["id"], scheme).label
    kind = Principle if topic in PRINCIPLES else Item
    return kind(
        id=entries["id"].identifier(),
        topic=topic,
        chapter=chapter,
        source=Source(f"{source.citation}, {entries['section'].string()}"),
        **said,
    )


def _duty(duty: str) -> str:
    if duty not in _DUTY_IDS:
        raise UnknownName(msg("duty"), duty, _DUTY_IDS)
    return duty


def _known(node: Node, lookup: Callable[[str], Any]) -> Any:
    """What a catalogue knows under the name that stands here."""
    try:
        return lookup(node.identifier())
    except UnknownName as error:
        raise node.fault(error.message) from error


def _known_day(node: Node) -> KnownDay:
    if not isinstance(node.value, dict):
        return KnownDay.exactly(node.day())
    days = node.table({"earliest", "latest"}, set())
    try:
        return KnownDay(days["earliest"].day(), days["latest"].day())
    except InvalidInput as error:
        raise node.fault(error.message) from error


def _ids_of(lookup: Callable[[str], object]) -> Callable[[Node], tuple[str, ...]]:
    """Reads a list of ids, each of them known to a catalogue."""

    def read(node: Node) -> tuple[str, ...]:
        for entry in node.list():
            _known(entry, lookup)
        return node.identifiers()

    return read


def _criteria(node: Node) -> tuple[Criterion, ...]:
    return tuple(criterion(name) for name in _ids_of(criterion)(node))


_READERS: dict[str, Callable[[Node], Any]] = {
    "label": Node.label,
    "note": Node.label,
    "actors": _ids_of(actor),
    "duties": _ids_of(_duty),
    "schemes": _ids_of(scheme),
    "criteria": _criteria,
    "amount": Node.kroner,
    "number": Node.count,
    "day": _known_day,
    "until": _known_day,
}
"""How the keys of an item are read, apart from its id and section."""
