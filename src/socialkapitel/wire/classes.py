"""Classes: field by field, each field by the codec of its kind.

A quick codec builds an object from what its fields' codecs return, and stops at the first fault. A
careful one lets `cattrs` build it, which continues and reports every fault with its field. A class
that is one of a family writes its tag as ``"type"``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any, get_type_hints
from uuid import UUID

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.cases.events import EVENTS
from socialkapitel.echo import a_kind
from socialkapitel.errors import SocialkapitelError, UnknownName, WrongType, check_kind
from socialkapitel.messages import Label, Text, msg
from socialkapitel.wire.codecs import (
    Codec,
    Definitions,
    Schema,
    Sheet,
    known_type,
    quoted,
    read_all,
    read_object,
    told_of,
)
from socialkapitel.wire.descriptions import described, summary
from socialkapitel.wire.faults import (
    Fault,
    InvalidDocument,
    below,
    faults_of,
    path_step,
    unfit,
    unknown_keys,
)
from socialkapitel.wire.sealed import asked_for_by
from socialkapitel.wire.shapes import FORMS, MAY_LACK, SHARED, STAND_INS

CodecOf = Callable[[Any], Codec]
"""Returns the codec of a kind."""

Write = Callable[[Any, Sheet, str], str]
"""Takes a value, the sheet of its document, and its JSON Pointer."""

_CATTRS = Converter(forbid_extra_keys=True, detailed_validation=True)


@attrs.frozen
class Field:
    """A field: its name, its type, whether it is required, and the ``include`` name that writes it.

    Only a field that may be unknown, so has the default None, may be left out; a missing field is
    never read as zero. An ``emptied`` field is left out where it has its default.
    """

    name: str
    kind: Any
    required: bool
    emptied: bool
    default: object
    private: str
    told: Callable[[Any], object] | None = attrs.field(eq=False)
    """Returns the value, where it isn't the attribute of that name."""


@cache
def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a type as they are written: by its own class, or by its stand-in shape.

    >>> from socialkapitel.money import Pay
    >>> [field.name for field in fields_of(Pay)]
    ['amount', 'per']
    """
    stand_in = STAND_INS.get(kind)
    shape = stand_in.shape if stand_in else kind
    told = stand_in.told if stand_in else {}
    kinds = get_type_hints(shape)
    may_lack = MAY_LACK.get(kind, set())
    return tuple(
        Field(
            name=field.name,
            kind=kinds[field.name],
            required=field.default is not None and field.name not in may_lack,
            emptied=field.name in may_lack,
            default=field.default,
            private=asked_for_by(kinds[field.name], field.metadata),
            told=told.get(field.name),
        )
        for field in attrs.fields(shape)
        if field.init
    )


def fields_in(shape: attrs.AttrsInstance) -> dict[str, Any]:
    """The fields of a stand-in object."""
    return attrs.asdict(shape, recurse=False)


@attrs.frozen(eq=False, slots=False)
class Class(Codec):
    """One attrs class, and none derived from it; private fields are written only when asked for."""

    kind: type[attrs.AttrsInstance]
    name: str
    in_family: bool
    of: CodecOf = attrs.field(repr=False)
    careful: bool = False

    @cached_property
    def parts(self) -> dict[str, tuple[Field, Codec]]:
        """The fields with their codecs; found when first needed, as a class can contain itself."""
        return {field.name: (field, self.of(field.kind)) for field in fields_of(self.kind)}

    @property
    def accepted(self) -> Text | None:
        """What it is called, where its keys distinguish it from others."""
        return FORMS[self.kind][0] if self.kind in FORMS else None

    def fits(self, value: object) -> bool:
        """Whether an object has the keys that identify the class."""
        return self.kind in FORMS and isinstance(value, dict) and FORMS[self.kind][1](value)

    @cached_property
    def has_texts(self) -> bool:  # type: ignore[override]
        """Whether any field has; a class that contains itself counts as having texts."""
        vars(self)["has_texts"] = True
        return any(codec.has_texts for _, codec in self.parts.values())

    # --- reading

    @cached_property
    def _shape(self) -> type[attrs.AttrsInstance]:
        return STAND_INS[self.kind].shape if self.kind in STAND_INS else self.kind

    @cached_property
    def _made(self) -> Callable[..., Any]:
        return STAND_INS[self.kind].made if self.kind in STAND_INS else self.kind

    @cached_property
    def _required(self) -> frozenset[str]:
        return frozenset(name for name, (field, _) in self.parts.items() if field.required)

    def read(self, value: object, known: Any = None, /) -> Any:
        """An object of the class."""
        if self.careful:
            return self._read_carefully(value)
        if known is None or self.kind not in SHARED or not isinstance(value, dict):
            return self._read_quickly(value, known)
        told_by, flag = SHARED[self.kind]
        form = self.kind, str(value.get(told_by))
        same, read = known.get(form, (None, None))
        if same != value or same.get(flag) is not value.get(flag):
            read = self._read_quickly(value, known)
            known[form] = value, read
        return read

    @cached_property
    def _read_quickly(self) -> Callable[[object, Any], Any]:
        """Reads the fields and stops at the first fault; made as source, like `_compiled`."""
        names: dict[str, Any] = {"made": self._made, "refusal": InvalidDocument}
        size = f"{len(self._required) + self.in_family}"
        given = []
        for name, (field, codec) in self.parts.items():
            names[f"{name}_read"] = codec.read
            part = codec.source.format(part=f'value["{name}"]', read=f"{name}_read")
            if not field.required:
                names[f"{name}_default"] = field.default
                part = f'({part}) if "{name}" in value else {name}_default'
                size += f' + ("{name}" in value)'
            given.append(f"{name}={part}")
        family = f' or value.get("type") != "{self.name}"' if self.in_family else ""
        source = f"""
def read(value, known):
    if not isinstance(value, dict) or len(value) != {size}{family}:
        raise refusal(())
    return made({", ".join(given)})"""
        exec(source, names)  # noqa: S102
        read: Callable[[object, Any], Any] = names["read"]
        return read

    @cached_property
    def _build(self) -> Callable[[Mapping[str, object], Any], Any]:
        hooks: Any = {
            name: override(struct_hook=codec.read) for name, (_, codec) in self.parts.items()
        }
        return make_dict_structure_fn(
            self._shape,
            _CATTRS,
            **hooks,
        )

    def _read_carefully(self, value: object) -> Any:
        given = read_object(value)
        faults: list[Fault] = []
        if self.in_family:
            given = dict(given)
            if given.pop("type", None) != self.name:
                faults += below("type", unfit(msg("one of {known}", known=self.name)).faults)
        missing = self._required - given.keys()
        faults += [
            Fault(path_step(name), msg("is missing")) for name in self.parts if name in missing
        ]
        try:
            built = self._build(given, self._shape)
            if not faults:
                return built if self._made is self.kind else self._made(**fields_in(built))
        except ClassValidationError as error:
            faults += self._told(error, given)
        except SocialkapitelError as error:  # of what is made of a shape
            faults += faults_of(error, self.parts)
        raise InvalidDocument(faults)

    def _told(self, error: ClassValidationError, given: dict[str, Any]) -> list[Fault]:
        """What is wrong with the fields of a class, alone and in combination."""
        faults: list[Fault] = []
        noted, others = error.group_exceptions()
        for each, note in noted:
            if note.name in given:
                faults += below(note.name, faults_of(each))
        for each in others:
            if isinstance(each, ForbiddenExtraKeysError):
                faults.append(unknown_keys(len(each.extra_fields), self.parts))
            else:
                faults += faults_of(each, self.parts)
        return faults

    # --- writing

    @cached_property
    def _writers(self) -> dict[frozenset[str], Write]:
        return {}

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """Write an object with the fields."""
        if type(value) is not self.kind:
            raise WrongType("value", value, a_kind(self.kind))
        write = self._writers.get(sheet.include)
        if write is None:
            write = self._writers[sheet.include] = self._compiled(sheet.include)
        return write(value, sheet, at)

    def _compiled(self, include: frozenset[str]) -> Write:
        """A function that writes the fields, with these private texts included.

        It is made as source, as attrs and cattrs make theirs: a loop over the fields takes 1.2 to
        1.5 times as long (`nox -s bench`).
        """
        pieces = [f'"type":"{self.name}"'] if self.in_family else []
        names: dict[str, Any] = {}
        for field, codec in self.parts.values():
            name = field.name
            if field.private and field.private not in include:
                continue
            names |= {f"{name}_told": field.told, f"{name}_write": codec.write}
            part = f"{name}_told(value)" if field.told else f"value.{name}"
            place = f"at + '/{name}'" if codec.has_texts else "''"
            if field.emptied:
                names[f"{name}_write"] = _left_out(field, codec.write)
                pieces[-1] += f"{{{name}_write({part}, sheet, {place})}}"
            else:
                pieces.append(f'"{name}":{{{name}_write({part}, sheet, {place})}}')
        source = f'def write(value, sheet, at):\n    return f"""{{{{{",".join(pieces)}}}}}"""'
        exec(source, names)  # noqa: S102
        written: Write = names["write"]
        return written

    # --- describing

    def schema(self, definitions: Definitions) -> Schema:
        """An object with the fields and no others."""
        return definitions.refer(self.name, lambda: self._described(definitions))

    def _described(self, definitions: Definitions) -> Schema:
        properties = {
            name: told_of(codec.schema(definitions), described(self.kind, name))
            for name, (_, codec) in self.parts.items()
        }
        required = [name for name, (f, _) in self.parts.items() if f.required and not f.private]
        if self.in_family:
            kind = {"type": "string", "const": self.name, "description": "The tag of the type."}
            properties = {"type": kind, **properties}
            required = ["type", *required]
        return {
            "title": self.kind.__name__,
            "description": summary(self.kind),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


def _left_out(field: Field, write: Write) -> Write:
    """A function that writes a field, or leaves it out where it has its default."""

    def write_or_leave_out(part: Any, sheet: Sheet, at: str) -> str:
        return "" if part == field.default else f',"{field.name}":{write(part, sheet, at)}'

    return write_or_leave_out


@attrs.frozen(eq=False)
class Family(Codec):
    """One of several classes, each of which writes its tag."""

    members: Mapping[str, type]
    of: CodecOf = attrs.field(repr=False)
    """Returns the codec of one class, not of classes derived from it."""
    has_texts: bool = True

    def read(self, value: object, known: Any = None, /) -> Any:
        """An object of the class with the tag."""
        tag = read_object(value).get("type")
        if not isinstance(tag, str) or tag not in self.members:
            accepted = msg("one of {known}", known=", ".join(self.members))
            raise InvalidDocument(below("type", unfit(accepted).faults))
        return self.of(self.members[tag]).read(value, known)

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """As its class is written."""
        sheet.within()
        text = self.of(known_type(type(value), self._kinds)).write(value, sheet, at)
        sheet.without()
        return text

    @property
    def _kinds(self) -> dict[type, None]:
        return dict.fromkeys(self.members.values())

    def schema(self, definitions: Definitions) -> Schema:
        """One of the classes."""
        return {
            "type": "object",
            "oneOf": [self.of(kind).schema(definitions) for kind in self.members.values()],
            "discriminator": {"propertyName": "type"},
        }


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
"""The events' other fields, by kind of event."""


@attrs.frozen(eq=False, slots=False)
class Seen(Codec):
    """What a role sees of an event: some of its fields, each written as in the event itself."""

    name: str
    of: CodecOf = attrs.field(repr=False)
    has_texts: bool = True

    @cached_property
    def _head(self) -> Class:
        return Class(SeenShape, self.name, in_family=False, of=self.of, careful=True)

    def read(self, value: object, _: object = None, /) -> SeenEvent:
        """The event as it is seen."""
        given = dict(read_object(value))
        if "details" not in given:
            raise InvalidDocument([Fault(path_step("details"), msg("is missing"))])
        details = given.pop("details")
        head: SeenShape = self._head.read(given)
        known = _DETAILS.get(head.kind)
        if known is None:
            accepted = msg("one of {known}", known=", ".join(_DETAILS))
            raise InvalidDocument(below("kind", unfit(accepted).faults))
        try:
            pairs = self._read_details(details, known)
        except InvalidDocument as error:
            raise InvalidDocument(below("details", error.faults)) from None
        return SeenEvent(
            id=head.id,
            on=head.on,
            role=head.role,
            kind=head.kind,
            label=head.label,
            details=pairs,
        )

    def _read_details(
        self, value: object, known: dict[str, Field]
    ) -> tuple[tuple[str, object], ...]:
        details = read_object(value)
        unknown = details.keys() - known.keys()
        if unknown:
            raise InvalidDocument([unknown_keys(len(unknown), known)])
        reads = [self.of(known[name].kind).read for name in details]
        values = read_all(zip(reads, details.values(), strict=True), list(details))
        return tuple(zip(details, values, strict=True))

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """What is always seen, and the details; the private ones where they were asked for."""
        seen = check_kind(value, SeenEvent, "value")
        head = SeenShape(id=seen.id, on=seen.on, role=seen.role, kind=seen.kind, label=seen.label)
        known = _DETAILS.get(seen.kind, {})
        details = []
        for name, detail in seen.details:
            if name not in known:
                raise UnknownName(msg("detail"), name, known)
            field = known[name]
            if not field.private or field.private in sheet.include:
                told = self.of(field.kind).write(detail, sheet, f"{at}/details/{name}")
                details.append(f"{quoted(name)}:{told}")
        written = self._head.write(head, sheet, at)
        return f'{written[:-1]},"details":{{{",".join(details)}}}}}'

    def schema(self, definitions: Definitions) -> Schema:
        """What is always seen, and any details of any event."""
        return definitions.refer(self.name, lambda: self._described(definitions))

    def _described(self, definitions: Definitions) -> Schema:
        kinds: dict[str, list[Schema]] = {}
        for fields in _DETAILS.values():
            for field in fields.values():
                schema = self.of(field.kind).schema(definitions)
                if schema not in kinds.setdefault(field.name, []):
                    kinds[field.name].append(schema)
        details = {
            "type": "object",
            "properties": {
                name: {"anyOf": schemas, "description": f"The event's {name.replace('_', ' ')}."}
                for name, schemas in sorted(kinds.items())
            },
            "additionalProperties": False,
        }
        head = {
            part: told_of(codec.schema(definitions), described(SeenEvent, part))
            for part, (_, codec) in self._head.parts.items()
        }
        return {
            "title": SeenEvent.__name__,
            "description": summary(SeenEvent),
            "type": "object",
            "properties": {
                **head,
                "kind": {**head["kind"], "enum": list(_DETAILS)},
                "details": {**details, "description": described(SeenEvent, "details")},
            },
            "required": [*head, "details"],
            "additionalProperties": False,
        }
