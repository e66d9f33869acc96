"""Writes objects as JSON values: by their types, so that what was written can be read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Literal, TypeAlias, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.errors import InvalidInput, WrongType, a_kind, check_kind
from socialkapitel.explanation import Value
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.wire.alternatives import alternatives
from socialkapitel.wire.choices import write_member
from socialkapitel.wire.fields import fields_of, shape_of
from socialkapitel.wire.scalars import BY_KIND, NUMBER
from socialkapitel.wire.sealed import SEALS
from socialkapitel.wire.seen import write_seen
from socialkapitel.wire.shapes import STAND_INS
from socialkapitel.wire.texts import write_text
from socialkapitel.wire.vocabulary import Vocabulary, known_part, members

Write: TypeAlias = Callable[[Any], object]


def _exactly(kind: type) -> Write:
    def write(value: object) -> object:
        if type(value) is not kind:
            raise WrongType("value", value, a_kind(kind))
        return value

    return write


_PLAIN: dict[Any, Write] = {
    **{kind: _exactly(kind) for kind in (str, bool, int)},
    **dict.fromkeys((Text, Message, Label), write_text),
    Value: NUMBER.write,
    **{kind: scalar.write for kind, scalar in BY_KIND.items()},
}


class Writing:
    """Makes the function that writes a type; private texts are written where they are included."""

    def __init__(
        self, vocabulary: Vocabulary, converter: Converter, include: frozenset[str]
    ) -> None:
        self._vocabulary = vocabulary
        self._converter = converter
        self._include = include
        self._classes: dict[type, Write] = {}

    def writer(self, kind: Any) -> Write:
        """The function that writes a type."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if kind in SEALS:
            return self._sealed(kind)
        if members(kind):
            return self._union(kind)
        origin = get_origin(kind)
        if origin is tuple:
            return self._tuple(get_args(kind))
        if origin is Literal:
            return _exactly(str)
        if origin is Mapping:
            each = self._part(get_args(kind)[1])
            return lambda value: {name: each(item) for name, item in value.items()}
        if issubclass(kind, Enum):
            return lambda value: write_member(value, kind)
        if kind in self._vocabulary.families:
            return self._family(kind)
        return self.write_class(kind)

    def _part(self, kind: Any) -> Write:
        if kind in _PLAIN:
            return _PLAIN[kind]
        unstructure = self._converter.unstructure
        return lambda value: unstructure(value, unstructure_as=kind)

    def _sealed(self, kind: type) -> Write:
        """Only reached for what is included, or asked for by itself."""
        seal = SEALS[kind]

        def write(value: object) -> str:
            if seal.name not in self._include:
                raise InvalidInput(
                    "include", sorted(self._include), msg('"{name}" among them', name=seal.name)
                )
            return seal.opened(check_kind(value, kind, seal.name))

        return write

    def _union(self, kind: Any) -> Write:
        rest = known_part(kind)
        if rest is not None:
            write = self._part(rest)
            return lambda value: None if value is None else write(value)
        parts = alternatives(kind)
        if not parts:
            return self._family(kind)
        writers = {kind: self._part(part) for part in parts for kind in members(part) or (part,)}
        return lambda value: writers[_one_of(type(value), writers)](value)

    def _tuple(self, kinds: tuple[Any, ...]) -> Write:
        if kinds[1:] == (...,):
            each = self._part(kinds[0])
            return lambda value: [each(item) for item in check_kind(value, tuple, "value")]
        parts = [self._part(kind) for kind in kinds]

        def write_parts(value: object) -> object:
            items = check_kind(value, tuple, "value")
            if len(items) != len(parts):
                raise InvalidInput("value", value, msg("{number} parts", number=len(parts)))
            return [write(item) for write, item in zip(parts, items, strict=True)]

        return write_parts

    def _family(self, kind: Any) -> Write:
        family = dict.fromkeys(self._vocabulary.family(kind).values())
        return lambda value: self.write_class(_one_of(type(value), family))(value)

    def write_class(self, kind: type) -> Write:
        """The function that writes one class and none derived from it."""
        if kind not in self._classes:
            self._classes[kind] = self._make_class(kind)
        return self._classes[kind]

    def _make_class(self, kind: type) -> Write:
        if kind is SeenEvent:
            return write_seen(self._part, self._include)
        in_family = self._vocabulary.is_in_family(kind)
        head = {"type": self._vocabulary.tag(kind)} if in_family else {}
        changes: dict[str, Any] = {}
        for field in fields_of(kind):
            if field.private and field.private not in self._include:
                changes[field.name] = override(omit=True)
            elif field.emptied:
                changes[field.name] = override(omit_if_default=True)
        write = make_dict_unstructure_fn(shape_of(kind), self._converter, **changes)
        of = STAND_INS[kind].of if kind in STAND_INS else _itself

        def write_fields(value: Any) -> object:
            if type(value) is not kind:
                raise WrongType("value", value, a_kind(kind))
            return {**head, **write(of(value))}

        return write_fields


def _itself(value: Any) -> Any:
    return value


def _one_of(kind: type, known: Mapping[type, object]) -> type:
    if kind in known:
        return kind
    names = ", ".join(each.__name__ for each in known)
    raise WrongType("value", kind, msg("one of {known}", known=names))
