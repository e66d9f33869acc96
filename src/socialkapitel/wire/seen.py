"""What a role sees of an event: some of the event's fields, each written as in the event itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import attrs

from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.cases.events import EVENTS
from socialkapitel.errors import UnknownName, check_kind
from socialkapitel.messages import Label, msg
from socialkapitel.wire.faults import Fault, InvalidDocument, below, place, unfit, unknown_keys
from socialkapitel.wire.fields import Field, fields_of
from socialkapitel.wire.plain import Read, read_all, read_object


@attrs.frozen(kw_only=True)
class SeenShape:
    """What is always seen of an event."""

    id: UUID
    on: date
    role: str
    kind: str
    label: Label


_ALWAYS = {field.name for field in attrs.fields(SeenShape)}
_EVENTS: tuple[Any, ...] = EVENTS
_DETAILS: dict[str, dict[str, Field]] = {
    event.kind: {field.name: field for field in fields_of(event) if field.name not in _ALWAYS}
    for event in _EVENTS
}
"""What else the events tell, by their kinds."""


def write_seen(
    write: Callable[[Any], Callable[[Any], object]], include: frozenset[str]
) -> Callable[[Any], object]:
    """The function that writes what is seen, with the private details that are included."""
    head = write(SeenShape)

    def write_event(value: object) -> object:
        seen = check_kind(value, SeenEvent, "value")
        shape = SeenShape(id=seen.id, on=seen.on, role=seen.role, kind=seen.kind, label=seen.label)
        known = _DETAILS.get(seen.kind, {})
        details: dict[str, object] = {}
        for name, detail in seen.details:
            if name not in known:
                raise UnknownName(msg("detail"), name, known)
            if not known[name].private or known[name].private in include:
                details[name] = write(known[name].kind)(detail)
        return {**check_kind(head(shape), dict, "value"), "details": details}

    return write_event


def read_seen(part: Callable[[Any], Read]) -> Read:
    """The function that reads what is seen."""
    head = part(SeenShape)

    def read_event(value: object) -> SeenEvent:
        given = dict(read_object(value))
        if "details" not in given:
            raise InvalidDocument([Fault(place("details"), msg("is missing"))])
        details = given.pop("details")
        shape: SeenShape = head(given)
        known = _DETAILS.get(shape.kind)
        if known is None:
            accepted = msg("one of {known}", known=", ".join(_DETAILS))
            raise InvalidDocument(below("kind", unfit(accepted).faults))
        try:
            pairs = _read_details(details, known, part)
        except InvalidDocument as error:
            raise InvalidDocument(below("details", error.faults)) from None
        return SeenEvent(
            id=shape.id,
            on=shape.on,
            role=shape.role,
            kind=shape.kind,
            label=shape.label,
            details=pairs,
        )

    return read_event


def _read_details(
    value: object, known: dict[str, Field], part: Callable[[Any], Read]
) -> tuple[tuple[str, object], ...]:
    details = read_object(value)
    unknown = details.keys() - known.keys()
    if unknown:
        raise InvalidDocument([unknown_keys(len(unknown), known)])
    reads = [part(known[name].kind) for name in details]
    values = read_all(list(details.values()), reads, list(details))
    return tuple(zip(details, values, strict=True))


def seen_schema(head: dict[str, Any], of: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """The schema of what is seen: that of what is always seen, and any details of any event."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for fields in _DETAILS.values():
        for field in fields.values():
            schema = of(field.kind)
            if schema not in kinds.setdefault(field.name, []):
                kinds[field.name].append(schema)
    details = {
        "type": "object",
        "properties": {name: {"anyOf": schemas} for name, schemas in sorted(kinds.items())},
        "additionalProperties": False,
    }
    return {
        **head,
        "properties": {
            **head["properties"],
            "kind": {"enum": list(_DETAILS)},
            "details": details,
        },
        "required": [*head["required"], "details"],
    }
