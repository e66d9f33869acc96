"""Reads JSON values into objects, strictly: what a type takes is said, and nothing else is taken.

`cattrs` makes the functions that build each attrs class; what they are given is checked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.explanation import Value
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.wire.alternatives import alternatives, read_one_of
from socialkapitel.wire.choices import read_member
from socialkapitel.wire.faults import (
    Fault,
    InvalidDocument,
    below,
    faults_of,
    place,
    unfit,
    unknown_keys,
)
from socialkapitel.wire.fields import fields_of, shape_of
from socialkapitel.wire.plain import (
    Read,
    literal,
    read_all,
    read_flag,
    read_list,
    read_object,
    read_whole,
)
from socialkapitel.wire.scalars import BY_KIND, NUMBER
from socialkapitel.wire.sealed import SEALS
from socialkapitel.wire.seen import read_seen
from socialkapitel.wire.shapes import STAND_INS
from socialkapitel.wire.texts import read_label, read_message, read_string, read_text
from socialkapitel.wire.vocabulary import Vocabulary, known_part, members

_PLAIN: dict[Any, Read] = {
    str: read_string,
    bool: read_flag,
    int: read_whole,
    Text: read_text,
    Message: read_message,
    Label: read_label,
    Value: NUMBER.read,
    **{kind: scalar.read for kind, scalar in BY_KIND.items()},
    **{kind: seal.read for kind, seal in SEALS.items()},
}


class Reading:
    """Makes the function that reads a type, out of those that read its parts."""

    def __init__(self, vocabulary: Vocabulary, converter: Converter) -> None:
        self._vocabulary = vocabulary
        self._converter = converter
        self._classes: dict[type, Read] = {}

    def reader(self, kind: Any) -> Read:
        """The function that reads a type."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if members(kind):
            return self._union(kind)
        origin = get_origin(kind)
        if origin is tuple:
            return self._tuple(get_args(kind))
        if origin is Literal:
            return literal(get_args(kind)[0])
        if origin is Mapping:
            return self._mapping(get_args(kind)[1])
        if issubclass(kind, Enum):
            return lambda value: read_member(value, kind)
        if kind in self._vocabulary.families:
            return self._family(kind)
        return self.read_class(kind)

    def _part(self, kind: Any) -> Read:
        """The function that reads a part; of a class, looked up when used: it can hold itself."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        structure = self._converter.structure
        return lambda value: structure(value, kind)

    def _union(self, kind: Any) -> Read:
        rest = known_part(kind)
        if rest is not None:
            read = self._part(rest)
            return lambda value: None if value is None else read(value)
        parts = alternatives(kind)
        if not parts:
            return self._family(kind)
        return read_one_of({part: self._part(part) for part in parts})

    def _tuple(self, kinds: tuple[Any, ...]) -> Read:
        if kinds[1:] == (...,):
            each = self._part(kinds[0])
            return lambda value: read_all(value, [each] * len(read_list(value)))
        parts = [self._part(kind) for kind in kinds]
        accepted = msg("a list of {number}", number=str(len(parts)))

        def read_parts(value: object) -> tuple[Any, ...]:
            if len(read_list(value)) != len(parts):
                raise unfit(accepted)
            return read_all(value, parts)

        return read_parts

    def _mapping(self, kind: Any) -> Read:
        each = self._part(kind)

        def read_mapping(value: object) -> dict[str, Any]:
            given = read_object(value)
            for name in given:
                read_string(name)
            values = read_all(list(given.values()), [each] * len(given), list(given))
            return dict(zip(given, values, strict=True))

        return read_mapping

    def _family(self, kind: Any) -> Read:
        family = self._vocabulary.family(kind)
        accepted = msg("one of {known}", known=", ".join(family))

        def read_one(value: object) -> Any:
            tag = read_object(value).get("type")
            if not isinstance(tag, str) or tag not in family:
                raise InvalidDocument(below("type", unfit(accepted).faults))
            return self.read_class(family[tag])(value)

        return read_one

    def read_class(self, kind: type) -> Read:
        """The function that reads one class and none derived from it."""
        if kind not in self._classes:
            self._classes[kind] = self._make_class(kind)
        return self._classes[kind]

    def _make_class(self, kind: type) -> Read:
        if kind is SeenEvent:
            return read_seen(self._part)
        tag = self._vocabulary.tag(kind) if self._vocabulary.is_in_family(kind) else ""
        shape = shape_of(kind)
        build = make_dict_structure_fn(
            shape,
            self._converter,
            _cattrs_forbid_extra_keys=True,
            _cattrs_detailed_validation=True,
        )
        names = [field.name for field in fields_of(kind)]
        required = [field.name for field in fields_of(kind) if field.required]
        made = STAND_INS[kind].made if kind in STAND_INS else None

        def read(value: object) -> Any:
            given = dict(read_object(value))
            faults: list[Fault] = []
            if tag and given.pop("type", None) != tag:
                faults += below("type", unfit(msg("one of {known}", known=tag)).faults)
            faults += [
                Fault(place(name), msg("is missing")) for name in required if name not in given
            ]
            try:
                built = build(given, shape)
                if not faults:
                    return made(built) if made else built
            except ClassValidationError as error:
                faults += _faults_in(error, given, names)
            raise InvalidDocument(faults)

        return read


def _faults_in(error: ClassValidationError, given: dict[str, Any], names: list[str]) -> list[Fault]:
    """What is wrong with the fields of a class, and with how they go together."""
    faults: list[Fault] = []
    noted, others = error.group_exceptions()
    for each, note in noted:
        if note.name in given:
            faults += below(note.name, faults_of(each))
    for each in others:
        if isinstance(each, ForbiddenExtraKeysError):
            faults.append(unknown_keys(len(each.extra_fields), names))
        else:
            faults += faults_of(each, names)
    return faults
