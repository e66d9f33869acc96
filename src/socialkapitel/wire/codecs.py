"""What a codec is, and the codecs of what JSON itself consists of.

A codec is all that there is to know about one kind of value, in one place: how it is read, how it
is written, and how a JSON Schema describes it. `socialkapitel.wire.vocabulary` says which codec a
kind has.

Kinds with parts have two codecs. The quick one stops at the first fault, and need not say which.
The careful one reads what the quick one refused, and reports every fault with its place.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import repeat
from json.encoder import encode_basestring
from typing import Any, TypeAlias

import attrs

from socialkapitel.echo import a_kind
from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.fields import MOST_ENTRIES
from socialkapitel.messages import Message, Text, joined, msg
from socialkapitel.wire.faults import (
    ANY,
    MOST_FAULTS,
    Fault,
    InvalidDocument,
    below,
    faults_of,
    unfit,
)

quoted: Callable[[str], str] = encode_basestring
"""A text as a JSON string."""

MAX_DIGITS = 100
"""The longest whole number."""

_MOST = 10 ** (MAX_DIGITS - 1)

Schema: TypeAlias = dict[str, Any]


class Sheet:
    """What is gathered while one document is written.

    ``include`` names the private texts that are written. ``messages`` are those behind the texts,
    each with the text's JSON Pointer, and ``texts`` the texts written so far by their ids, so that
    each is translated once. ``depth`` is how deep kinds that can contain themselves are nested, and
    ``deepest`` its maximum so far.
    """

    __slots__ = ("deepest", "depth", "include", "messages", "texts")

    def __init__(self, include: frozenset[str]) -> None:
        self.include: frozenset[str] = include
        self.messages: list[tuple[str, Message]] = []
        self.depth: int = 0
        self.deepest: int = 0
        self.texts: dict[int, tuple[Text, str]] = {}

    def within(self) -> None:
        """Go one level deeper."""
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)

    def without(self) -> None:
        """Go one level up."""
        self.depth -= 1


class Definitions:
    """Collects the definitions that a schema refers to, each once."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}

    def refer(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is made if it does not exist yet."""
        if name not in self.named:
            self.named[name] = {}  # registered first, for kinds that contain themselves
            self.named[name] = make()
        return {"$ref": f"#/$defs/{name}"}


class Codec(ABC):
    """How values of one kind are read, written and described.

    ``accepted`` describes accepted values, where the form of a JSON value alone shows its kind;
    ``has_texts`` says whether it may contain texts in both languages. ``source`` is how a part is
    read in the source of a class's reader; it may spare the call of `read`.
    """

    accepted: Any = None  # a text, or None
    has_texts: bool = False
    source: str = "{read}({part}, known)"

    def fits(self, value: object) -> bool:  # noqa: ARG002
        """Whether a JSON value looks like one of this kind; never without `accepted`."""
        return False

    @abstractmethod
    def read(self, value: object, known: Any = None, /) -> Any:
        """The value that a JSON value represents.

        ``known`` is a dict of what a quick codec has read of the document so far and may meet in
        it again, by its kind and its JSON value; equal parts are read once. A careful codec shares
        nothing: in its place it gets a type, from cattrs.

        Raises:
            InvalidDocument: for a value of any other kind, which is not shown, as it may be
                private.
        """

    @abstractmethod
    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """The JSON text of a value; ``at`` is its JSON Pointer if it has texts.

        Raises:
            WrongType: for a value of another kind.
            InvalidInput: for one that could not be read again.
        """

    @abstractmethod
    def schema(self, definitions: Definitions) -> Schema:
        """The JSON Schema of the JSON values."""


def escaped(name: str) -> str:
    """A name as a step of a JSON Pointer."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name


def read_object(value: object) -> dict[str, Any]:
    """An object."""
    if isinstance(value, dict):
        return value
    raise unfit(msg("an object"))


def read_list(value: object) -> list[Any]:
    """A list."""
    if isinstance(value, list):
        return value
    raise unfit(msg("a list"))


def read_all(
    reads: Iterable[tuple[Callable[[object], Any], object]], keys: Sequence[str] | None = None
) -> tuple[Any, ...]:
    """Several values, each read by its function; all faults are collected."""
    found: list[Any] = []
    faults: list[Fault] = []
    refused = False  # a quick codec refuses without reporting a fault
    for number, (read, value) in enumerate(reads):
        try:
            found.append(read(value))
        except (SocialkapitelError, RecursionError) as error:
            refused = True
            faults += below(keys[number] if keys else number, faults_of(error))
            if len(faults) >= MOST_FAULTS:
                break
    if refused:
        raise InvalidDocument(faults)
    return tuple(found)


class Flag(Codec):
    """True and false."""

    accepted: Any = msg("true or false")

    def fits(self, value: object) -> bool:
        """Whether it is one."""
        return value is True or value is False

    def read(self, value: object, _: object = None, /) -> bool:
        """The value itself."""
        if isinstance(value, bool):
            return value
        raise unfit(self.accepted)

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The word that JSON has for it."""
        if type(value) is not bool:
            raise WrongType("value", value, a_kind(bool))
        return "true" if value else "false"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """True or false."""
        return {"type": "boolean"}


class WholeNumber(Codec):
    """Whole numbers of at most a hundred digits; true is not one."""

    accepted: Any = msg("a whole number")

    def fits(self, value: object) -> bool:
        """Whether it is one."""
        return type(value) is int

    def read(self, value: object, _: object = None, /) -> int:
        """The number itself."""
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise unfit(self.accepted)

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The number."""
        if type(value) is not int:
            raise WrongType("value", value, a_kind(int))
        if not -_MOST < value < _MOST:
            raise InvalidInput("value", value, self.accepted)
        return str(value)

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A whole number."""
        return {"type": "integer"}


FLAG = Flag()
WHOLE = WholeNumber()


@attrs.frozen(eq=False)
class Word(Codec):
    """A text that is always the same."""

    word: str

    def read(self, value: object, _: object = None, /) -> str:
        """The word."""
        if value == self.word:
            return self.word
        raise unfit(msg("one of {known}", known=self.word))

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The word, whatever the value."""
        return quoted(self.word)

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """The word."""
        return {"type": "string", "const": self.word}


@attrs.frozen(eq=False)
class Unknown(Codec):
    """What may be unknown: null is None."""

    known: Codec
    source = "None if {part} is None else {read}({part}, known)"

    @property
    def has_texts(self) -> bool:  # type: ignore[override]
        """Whether the known kind has."""
        return self.known.has_texts

    def read(self, value: object, known: Any = None, /) -> Any:
        """The value, or None."""
        return None if value is None else self.known.read(value, known)

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """The value, or null."""
        return "null" if value is None else self.known.write(value, sheet, at)

    def schema(self, definitions: Definitions) -> Schema:
        """The value, or null."""
        return {"anyOf": [self.known.schema(definitions), {"type": "null"}]}


@attrs.frozen(eq=False)
class Items(Codec):
    """Any number of values of one kind."""

    item: Codec
    careful: bool = False

    @property
    def has_texts(self) -> bool:  # type: ignore[override]
        """Whether the items have."""
        return self.item.has_texts

    def read(self, value: object, known: Any = None, /) -> tuple[Any, ...]:
        """A tuple of the items."""
        items = read_list(value)
        if len(items) > MOST_ENTRIES and isinstance(self.item, Places):
            raise unfit(msg("a list of at most {most} entries", most=str(MOST_ENTRIES)))
        if self.careful:
            return read_all(zip(repeat(self.item.read), items))
        read = self.item.read
        return tuple([read(item, known) for item in items])

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """A list."""
        if type(value) is not tuple:
            raise WrongType("value", value, a_kind(tuple))
        write = self.item.write
        if not self.item.has_texts:
            return f"[{','.join([write(item, sheet, '') for item in value])}]"
        items = [write(item, sheet, f"{at}/{place}") for place, item in enumerate(value)]
        return f"[{','.join(items)}]"

    def schema(self, definitions: Definitions) -> Schema:
        """A list."""
        most = {"maxItems": MOST_ENTRIES} if isinstance(self.item, Places) else {}
        return {"type": "array", "items": self.item.schema(definitions), **most}


@attrs.frozen(eq=False)
class Places(Codec):
    """A fixed number of values, each with a kind of its own."""

    places: tuple[Codec, ...]
    careful: bool = False

    @property
    def has_texts(self) -> bool:  # type: ignore[override]
        """Whether any of them has."""
        return any(place.has_texts for place in self.places)

    def read(self, value: object, known: Any = None, /) -> tuple[Any, ...]:
        """A tuple of the parts."""
        parts = read_list(value)
        if len(parts) != len(self.places):
            raise unfit(msg("a list of {number}", number=str(len(self.places))))
        if self.careful:
            return read_all(zip([place.read for place in self.places], parts, strict=True))
        places = zip(self.places, parts, strict=True)
        return tuple([place.read(part, known) for place, part in places])

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """A list."""
        if type(value) is not tuple:
            raise WrongType("value", value, a_kind(tuple))
        if len(value) != len(self.places):
            raise InvalidInput("value", value, msg("{number} parts", number=len(self.places)))
        parts = [
            place.write(part, sheet, f"{at}/{number}")
            for number, (place, part) in enumerate(zip(self.places, value, strict=True))
        ]
        return f"[{','.join(parts)}]"

    def schema(self, definitions: Definitions) -> Schema:
        """A list of that length."""
        return places_schema([place.schema(definitions) for place in self.places])


def told_of(schema: Schema, description: str) -> Schema:
    """A schema with the description of one property.

    A reference gets none: with a description beside it, client generators make a separate type for
    each property.
    """
    whole = {"allOf": [schema]} if "$ref" in schema else schema
    return {**whole, "description": description}


def places_schema(parts: list[Schema]) -> Schema:
    """A list with a schema for each place, with keywords for readers of older drafts as well.

    To them it is a list of that length whose items each match one of the places.
    """
    kinds = [part for number, part in enumerate(parts) if part not in parts[:number]]
    return {
        "type": "array",
        "prefixItems": parts,
        "items": kinds[0] if len(kinds) == 1 else {"anyOf": kinds},
        "minItems": len(parts),
        "maxItems": len(parts),
    }


@attrs.frozen(eq=False)
class Named(Codec):
    """Values of one kind by name; faults show those of the ``shown`` names alone."""

    item: Codec
    careful: bool = False
    shown: Container[str] = ()

    @property
    def has_texts(self) -> bool:  # type: ignore[override]
        """Whether the values have."""
        return self.item.has_texts

    def read(self, value: object, known: Any = None, /) -> dict[str, Any]:
        """A dict."""
        given = read_object(value)
        if self.careful:
            keys = [name if name in self.shown else ANY for name in given]
            values = read_all(zip(repeat(self.item.read), given.values()), keys)
            return dict(zip(given, values, strict=True))
        read = self.item.read
        return {name: read(item, known) for name, item in given.items()}

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """An object."""
        write = self.item.write
        items = [
            f"{quoted(name)}:{write(item, sheet, f'{at}/{escaped(name)}')}"
            for name, item in value.items()
        ]
        return f"{{{','.join(items)}}}"

    def schema(self, definitions: Definitions) -> Schema:
        """An object of any keys."""
        return {"type": "object", "additionalProperties": self.item.schema(definitions)}


@attrs.frozen(eq=False)
class UnionCodec(Codec):
    """One of several kinds that need no tag, because the form of a JSON value shows which it is."""

    codecs: Mapping[type, Codec]
    """The codecs by the types that they write; a value is read by the first that it fits."""

    @property
    def has_texts(self) -> bool:  # type: ignore[override]
        """Whether any of them has."""
        return any(codec.has_texts for codec in self.codecs.values())

    def read(self, value: object, known: Any = None, /) -> Any:
        """The value, read by the first codec that it fits."""
        for codec in self.codecs.values():
            if codec.fits(value):
                return codec.read(value, known)
        told = dict.fromkeys(codec.accepted for codec in self.codecs.values() if codec.accepted)
        raise unfit(joined(told))

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """The value, written by the codec of its own type."""
        return self.codecs[known_type(type(value), self.codecs)].write(value, sheet, at)

    def schema(self, definitions: Definitions) -> Schema:
        """Any of them."""
        codecs = dict.fromkeys(self.codecs.values())
        return {"anyOf": [codec.schema(definitions) for codec in codecs]}


def known_type(kind: type, known: Mapping[type, object]) -> type:
    """Return a known type.

    Raises:
        WrongType: for any other.
    """
    if kind in known:
        return kind
    names = ", ".join(each.__name__ for each in known)
    raise WrongType("value", kind, msg("one of {known}", known=names))
