"""JSON Schemas (draft 2020-12), made of the same types as the documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from inspect import getdoc
from typing import Any, Literal, TypeAlias, get_args, get_origin

from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.explanation import Value
from socialkapitel.messages import Label, Message, Text
from socialkapitel.wire.alternatives import alternatives
from socialkapitel.wire.choices import words
from socialkapitel.wire.fields import fields_of
from socialkapitel.wire.scalars import BY_KIND, BY_NAME, NUMBER
from socialkapitel.wire.sealed import SEALS
from socialkapitel.wire.seen import SeenShape, seen_schema
from socialkapitel.wire.shapes import PARTS
from socialkapitel.wire.vocabulary import Vocabulary, known_part, members

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_TEXT: Schema = {
    "type": "object",
    "description": "A text in both languages.",
    "properties": {"da": {"type": "string"}, "en": {"type": "string"}},
    "required": ["da", "en"],
    "additionalProperties": False,
}
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    **{kind: {"type": "string", "minLength": 1} for kind in SEALS},
}
_NAMED: dict[Any, tuple[str, Schema]] = {
    **dict.fromkeys((Text, Message, Label), ("text", _TEXT)),
    Value: (NUMBER.name, NUMBER.schema),
    **{kind: (scalar.name, scalar.schema) for kind, scalar in BY_KIND.items()},
}
_WORDS = re.compile("(?<=[a-z0-9])(?=[A-Z])")


class Schemas:
    """Collects the definitions that a schema refers to, each once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.definitions: dict[str, Schema] = {}

    def document(self, tag: str, kind: type) -> Schema:
        """The schema of a type's whole document."""
        heading = self._vocabulary.heading(tag)
        return {
            "title": kind.__name__,
            "description": _summary(kind),
            "type": "object",
            "properties": {
                "schema": {"const": heading},
                "data": self.of(kind),
                "messages": {
                    "type": "object",
                    "description": "The messages behind the texts, by JSON Pointer into the data.",
                    "additionalProperties": self._message(),
                },
            },
            "required": ["schema", "data"],
            "additionalProperties": False,
        }

    def of(self, kind: Any) -> Schema:
        """The schema of a part."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if kind in _NAMED:
            return self._named(*_NAMED[kind])
        if members(kind):
            return self._union(kind)
        origin = get_origin(kind)
        if origin is tuple:
            return self._tuple(get_args(kind))
        if origin is Literal:
            return {"const": get_args(kind)[0]}
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self.of(get_args(kind)[1])}
        if issubclass(kind, Enum):
            name = "answer" if kind is Enum else _WORDS.sub("-", kind.__name__).lower()
            return self._named(name, {"enum": list(words(kind))})
        if kind in self._vocabulary.families:
            return self._family(kind)
        return self._class(kind)

    def _named(self, name: str, schema: Schema) -> Schema:
        self.definitions[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _union(self, kind: Any) -> Schema:
        rest = known_part(kind)
        if rest is not None:
            return {"anyOf": [self.of(rest), {"type": "null"}]}
        parts = alternatives(kind)
        return {"anyOf": [self.of(part) for part in parts]} if parts else self._family(kind)

    def _tuple(self, kinds: tuple[Any, ...]) -> Schema:
        if kinds[1:] == (...,):
            return {"type": "array", "items": self.of(kinds[0])}
        parts = [self.of(kind) for kind in kinds]
        return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}

    def _family(self, kind: Any) -> Schema:
        family = self._vocabulary.family(kind)
        return {"oneOf": [self._class(member) for member in family.values()]}

    def _class(self, kind: type) -> Schema:
        name = PARTS.get(kind) or self._vocabulary.tag(kind)
        if name not in self.definitions:
            self.definitions[name] = {}  # known by name, for types that hold themselves
            self.definitions[name] = self._fields(name, kind)
        return {"$ref": f"#/$defs/{name}"}

    def _fields(self, name: str, kind: type) -> Schema:
        if kind is SeenEvent:
            head = self._fields(name, SeenShape)
            told = {"title": kind.__name__, "description": _summary(kind)}
            return {**seen_schema(head, self.of), **told}
        fields = fields_of(kind)
        properties = {field.name: self.of(field.kind) for field in fields}
        required = [f.name for f in fields if f.required and not f.private]
        if self._vocabulary.is_in_family(kind):
            properties = {"type": {"const": name}, **properties}
            required = ["type", *required]
        return {
            "title": kind.__name__,
            "description": _summary(kind),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def _message(self) -> Schema:
        value = {
            "anyOf": [
                {"type": ["string", "integer", "boolean", "null"]},
                self._named("text", _TEXT),
                {"$ref": "#/$defs/message"},
                *(
                    {
                        "type": "object",
                        "properties": {name: self._named(name, scalar.schema)},
                        "required": [name],
                        "additionalProperties": False,
                    }
                    for name, scalar in BY_NAME.items()
                ),
            ]
        }
        pair = {"type": "array", "prefixItems": [{"type": "string"}, value], "items": False}
        return self._named(
            "message",
            {
                "type": "object",
                "description": "An English sentence with named values.",
                "properties": {
                    "template": {"type": "string"},
                    "values": {"type": "array", "items": {**pair, "minItems": 2}},
                },
                "required": ["template", "values"],
                "additionalProperties": False,
            },
        )


def _summary(kind: type) -> str:
    """The first sentence of a docstring, without the marks of its markup."""
    paragraph = (getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")
    return paragraph.replace("`", "")
