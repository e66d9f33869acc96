"""The types that can be written as JSON, with their tags, versions and codecs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.errors import UnknownName, WrongType
from socialkapitel.explanation import Value
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.wire.classes import Class, Family, Seen
from socialkapitel.wire.codecs import (
    FLAG,
    WHOLE,
    Codec,
    Items,
    Named,
    Places,
    UnionCodec,
    Unknown,
    Word,
)
from socialkapitel.wire.faults import InvalidDocument, below, refused, unfit
from socialkapitel.wire.sealed import SEALS
from socialkapitel.wire.shapes import FORMS, PARTS
from socialkapitel.wire.texts import TEXTS
from socialkapitel.wire.upgrades import Upgrade
from socialkapitel.wire.values import ANSWERS, BY_KIND, NUMBER, STRING, member_codec

_SHOWN = 5
_SCHEMA = re.compile("socialkapitel/([a-z0-9-]{1,60})/(0|[1-9][0-9]{0,5})")

_KNOWN: dict[Any, Codec] = {
    str: STRING,
    bool: FLAG,
    int: WHOLE,
    Value: NUMBER,
    Enum: ANSWERS,
    **TEXTS,
    **BY_KIND,
    **SEALS,
}
"""The codecs of kinds without parts."""

_TEXTS = {Message, Label}


def members(kind: Any) -> tuple[Any, ...]:
    """The kinds that a union consists of, None left out; empty for anything else.

    >>> members(int | str | None), members(int)
    ((<class 'int'>, <class 'str'>), ())
    """
    if get_origin(kind) not in {Union, UnionType}:
        return ()
    return tuple(part for part in get_args(kind) if part is not NoneType)


def known_part(kind: Any) -> Any:
    """The other part of a type that may be None; None for a type that may not.

    >>> known_part(int | None), known_part(int)
    (<class 'int'>, None)
    """
    found = members(kind)
    if len(found) == len(get_args(kind)) or not found:
        return None
    return reduce(or_, found)


@attrs.frozen
class Vocabulary:
    """The types by their tags, which are never reused.

    ``families`` are base classes of which a field may hold any member; their documents have the tag
    as ``"type"``. ``names`` are the keys that fields have in documents.
    """

    types: Mapping[str, type]
    families: tuple[type, ...] = ()
    upgrades: Mapping[str, tuple[Upgrade, ...]] = attrs.field(factory=dict)
    names: frozenset[str] = attrs.field(init=False, repr=False)
    _tags: Mapping[type, str] = attrs.field(init=False, repr=False)
    _families: dict[Any, dict[str, type]] = attrs.field(init=False, factory=dict, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_tags", {kind: tag for tag, kind in self.types.items()})
        classes = [kind for kind in self.types.values() if attrs.has(kind)]
        fields = [field for kind in classes for field in attrs.fields(kind)]
        object.__setattr__(self, "names", frozenset(field.name for field in fields))

    def tag(self, kind: Any) -> str:
        """The tag of a type.

        Raises:
            UnknownName: for a type that can't be written as JSON.
        """
        try:
            return self._tags[kind]
        except (KeyError, TypeError):
            name = kind.__name__ if isinstance(kind, type) else str(kind)
            known = [known.__name__ for known in self._tags]
            raise UnknownName(msg("type that can be written as JSON"), name, known) from None

    def version(self, tag: str) -> int:
        """The version in which a type is written now."""
        return len(self.upgrades.get(tag, ())) + 1

    def heading(self, tag: str) -> str:
        """The heading of a document."""
        return f"socialkapitel/{tag}/{self.version(tag)}"

    def family(self, base: Any) -> dict[str, type]:
        """The members of a family, or of a union of types in families, by their tags."""
        if base not in self._families:
            bases = members(base) or (base,)
            self._families[base] = {
                tag: kind for tag, kind in self.types.items() if issubclass(kind, bases)
            }
        return self._families[base]

    def is_in_family(self, kind: type) -> bool:
        """Whether a type's documents have their tag."""
        return issubclass(kind, self.families)

    def fitting(self, kind: Any) -> dict[str, type]:
        """The types that a caller asks for: one, the members of a union, or those of a base class.

        Raises:
            WrongType: for anything but a type or a union of types.
            UnknownName: where none of them can be written as JSON.
        """
        if not isinstance(kind, type):
            asked = members(kind)
            if not asked or not all(isinstance(part, type) for part in asked):
                raise WrongType("type", kind, msg("a type of the library, or a union of some"))
        found = self.family(kind)
        if not found:
            self.tag((members(kind) or (kind,))[0])
        return found

    def read_heading(self, heading: object, fitting: Mapping[str, type]) -> tuple[str, int]:
        """The tag and version in a document's heading, where its type is one of these.

        Raises:
            InvalidDocument: for another type, an unknown one, or a version not known yet.
        """
        form = _SCHEMA.fullmatch(heading) if isinstance(heading, str) else None
        if form is None or form[1] not in self.types:
            known = self._headings(fitting)
            accepted = msg("the document's type and version, such as {known}", known=known)
            raise InvalidDocument(below("schema", unfit(accepted).faults))
        tag, version, last = form[1], int(form[2]), self.version(form[1])
        if tag not in fitting:
            reason = msg(
                "is that of a document of type {tag}; expected one of {known}",
                tag=tag,
                known=self._headings(fitting),
            )
        elif version < 1:
            reason = msg("has version {version}; the first version is 1", version=str(version))
        elif version > last:
            reason = msg(
                "has version {version}; this library reads {tag} up to version {known}",
                version=str(version),
                tag=tag,
                known=str(last),
            )
        else:
            return tag, version
        raise InvalidDocument(below("schema", refused(reason).faults))

    def _headings(self, tags: Iterable[str]) -> str:
        """The headings of the first few types, for an error."""
        return ", ".join(self.heading(tag) for tag in list(tags)[:_SHOWN])


class Codecs:
    """The codecs of a vocabulary's types, quick or careful, each made when first needed."""

    def __init__(self, vocabulary: Vocabulary, *, careful: bool = False) -> None:
        self.vocabulary = vocabulary
        self.careful = careful
        self._codecs: dict[Any, Codec] = {}
        self._classes: dict[type, Codec] = {}

    def codec(self, kind: Any) -> Codec:
        """The codec of a kind of value: of a type, or of the type of a field."""
        if kind not in self._codecs:
            self._codecs[kind] = self._make(kind)
        return self._codecs[kind]

    def _make(self, kind: Any) -> Codec:
        if kind in _KNOWN:
            return _KNOWN[kind]
        if members(kind):
            return self._union(kind)
        origin, args = get_origin(kind), get_args(kind)
        if origin is tuple:
            if args[1:] == (...,):
                return Items(self.codec(args[0]), self.careful)
            return Places(tuple(self.codec(part) for part in args), self.careful)
        if origin is Literal:
            return Word(args[0])
        if origin is Mapping:
            return Named(self.codec(args[1]), self.careful, self.vocabulary.names)
        if issubclass(kind, Enum):
            return member_codec(kind)
        if kind in self.vocabulary.families:
            return Family(self.vocabulary.family(kind), self.of_class)
        return self.of_class(kind)

    def _union(self, kind: Any) -> Codec:
        """The codec of an optional kind, of kinds told apart by their form, or of a family."""
        known = known_part(kind)
        if known is not None:
            return Unknown(self.codec(known))
        parts = sorted(members(kind), key=lambda part: part in _TEXTS)
        if all(part in FORMS or (part in _KNOWN and _KNOWN[part].accepted) for part in parts):
            codecs = {part: self.codec(part) for part in parts}
            if codecs.keys() >= _TEXTS:
                codecs |= dict.fromkeys(_TEXTS, self.codec(Text))
            return UnionCodec(codecs)
        return Family(self.vocabulary.family(kind), self.of_class)

    def whole(self, kind: type) -> Codec:
        """The codec of a type that is a document's whole data."""
        return _KNOWN.get(kind) or self.of_class(kind)

    def of_class(self, kind: type) -> Codec:
        """The codec of one class, not of classes derived from it."""
        if kind not in self._classes:
            if kind is SeenEvent:
                self._classes[kind] = Seen(self.vocabulary.tag(kind), self.codec)
            else:
                name = PARTS.get(kind) or self.vocabulary.tag(kind)
                in_family = self.vocabulary.is_in_family(kind)
                self._classes[kind] = Class(kind, name, in_family, self.codec, self.careful)
        return self._classes[kind]
