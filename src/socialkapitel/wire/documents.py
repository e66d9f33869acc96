"""Whole documents: the limits within which they are parsed, their heading, and their data.

Documents that are too large, too deep, or inexact, or that repeat a key, are refused. Size and
number of values are bounded before anything is parsed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias

import attrs
from cattrs.errors import ForbiddenExtraKeysError

from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.messages import msg
from socialkapitel.wire.codecs import MAX_DIGITS, Definitions, Schema, Sheet, told_of
from socialkapitel.wire.descriptions import summary
from socialkapitel.wire.faults import (
    ANY,
    Fault,
    InvalidDocument,
    below,
    faults_of,
    path_step,
    unfit,
    unknown_keys,
)
from socialkapitel.wire.texts import hang_messages, message_schema, write_messages
from socialkapitel.wire.upgrades import after, with_heading
from socialkapitel.wire.values import WORDS
from socialkapitel.wire.vocabulary import Codecs, Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ID = "urn:socialkapitel:schema:"
"""What the `$id` of a schema begins with, so that it can be embedded in another."""

MAX_CHARACTERS = 10_000_000
"""The longest document that is read, in characters."""

MAX_VALUES = 500_000
"""How many commas and brackets a document may have; it has no more values than that."""

MAX_DEPTH = 200
"""How deep lists and objects may be nested."""

_SURELY_FLAT = 15
"""Where recursive kinds are nested no deeper than this, no document is as deep as `MAX_DEPTH`."""

_MARKS = ",[{"
_SPACED_COLONS = (" :", "\n:", "\r:", "\t:")
_HALF = re.compile("[\ud800-\udfff]")
_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_REQUIRED = ("schema", "data")
_KNOWN = (*_REQUIRED, "messages")
_REFUSALS = (SocialkapitelError, KeyError, ForbiddenExtraKeysError, RecursionError)
"""What a quick codec may raise."""


# --- parsing


@attrs.frozen
class Inexact:
    """A number that no part of a document accepts: with a decimal point, or too many digits."""

    text: str


class _Repeated(dict[str, object]):
    """An object in which a key occurs twice."""


Link: TypeAlias = "tuple[Link, str | int] | None"
"""The place of a part: the link of its container, and its key there."""

_WHOLES = frozenset({dict, list, _Repeated})
"""What has parts."""


def parse(text: str | bytes, names: Container[str]) -> object:
    """Read JSON.

    ``names`` are the keys that may be shown in faults; any other may be private.

    Raises:
        InvalidDocument: for what is not JSON, not UTF-8, too long, of too many values or too deep,
            for keys that occur twice in an object, and for texts with an unpaired surrogate.
    """
    if len(text) > MAX_CHARACTERS:
        raise InvalidDocument(
            [Fault("", msg("is longer than {most} characters", most=MAX_CHARACTERS))]
        )
    if _has_too_many_values(text):
        raise InvalidDocument(
            [Fault("", msg("has more than {most} commas and brackets", most=MAX_VALUES))]
        )
    faults = []
    tree: object = None
    keys: int | None = None
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        tree = _DECODER.decode(text)
        keys = _keys_in(tree)
        if not _has_no_more(text, keys):
            tree = _CLOSE_DECODER.decode(text)
            keys = _keys_in(tree)
    except json.JSONDecodeError as error:
        found = msg(
            "is not valid JSON (line {line}, column {column})",
            line=error.lineno,
            column=error.colno,
        )
        faults.append(Fault("", found))
    except UnicodeDecodeError:
        faults.append(Fault("", msg("is not UTF-8")))
    except RecursionError:
        faults.append(_too_deep(""))
    if not faults and (keys is None or not _is_paired(str(text))):
        faults = list(_faults_in(tree, names))
    if faults:
        del text, tree
        raise InvalidDocument(faults)
    return tree


def _has_too_many_values(text: str | bytes) -> bool:
    """Whether a document has more values than `MAX_VALUES` allows."""
    if len(text) <= MAX_VALUES:
        return False
    if isinstance(text, bytes):
        return sum(map(text.count, _MARKS.encode())) > MAX_VALUES
    return sum(map(text.count, _MARKS)) > MAX_VALUES


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Repeated(found)


def _whole(text: str) -> int | Inexact:
    return int(text) if len(text) <= MAX_DIGITS else Inexact(text)


_DECODER, _CLOSE_DECODER = (
    json.JSONDecoder(
        object_pairs_hook=hook, parse_int=_whole, parse_float=Inexact, parse_constant=Inexact
    )
    for hook in (None, _object)
)
"""One is quick, the other sees keys that occur twice."""


def _has_no_more(text: str, keys: int | None) -> bool:
    """Whether a document has certainly so many keys and no more: each has a colon right after it.

    Where something else looks like a key, such as a text that begins with a colon, it isn't sure.
    """
    for spaced in _SPACED_COLONS:
        if spaced[0] in text and spaced in text:
            return False
    return keys == text.count('":')


def _is_paired(text: str) -> bool:
    """Whether certainly no surrogate is unpaired."""
    halved = "\\" in text and _ESCAPED_HALF.search(text)
    return not halved and _is_utf_8(text)


def _keys_in(tree: object) -> int | None:
    """How many keys all objects have; None where one occurs twice, or all is nested too deep."""
    keys = 0
    level: list[Any] = [tree]
    for _ in range(MAX_DEPTH):
        parts: list[Any] = []
        for whole in level:
            kind = type(whole)
            if kind is dict:
                keys += len(whole)
                parts += whole.values()
            elif kind is list:
                parts += whole
            elif kind is _Repeated:
                return None
        if not parts:
            return keys
        level = parts
    return None if any(type(part) in _WHOLES for part in level) else keys


def _faults_in(tree: object, names: Container[str]) -> Iterator[Fault]:
    for part, link, depth in _parts(tree):
        if isinstance(part, _Repeated):
            yield Fault(_path(link, names), msg("has a key that occurs twice"))
        if depth > MAX_DEPTH:
            yield _too_deep(_path(link, names))
            return
        for key, value in _items(part):
            if isinstance(key, str) and _HALF.search(key):
                yield Fault(_path(link, names), _HALVED)
            if isinstance(value, str) and _HALF.search(value):
                yield Fault(_path((link, key), names), _HALVED)


_HALVED = msg("contains an unpaired surrogate, so it is not valid text")


def _items(part: Any) -> Iterable[tuple[str | int, object]]:
    return part.items() if isinstance(part, dict) else enumerate(part)


def _parts(tree: object) -> Iterator[tuple[object, Link, int]]:
    """Every list and object of a document, with its place and its depth."""
    waiting: list[tuple[Any, Link, int]] = [(tree, None, 1)]
    while waiting:
        part, link, depth = waiting.pop()
        yield part, link, depth
        waiting += [
            (value, (link, key), depth + 1) for key, value in _items(part) if type(value) in _WHOLES
        ]


def _path(link: Link, names: Container[str]) -> str:
    """The JSON path of a part, from the root; with stars for keys that may be private."""
    steps: list[str] = []
    while link is not None:
        link, key = link
        steps.append(path_step(key if isinstance(key, int) or key in names else ANY))
    return "".join(reversed(steps))


def _too_deep(path: str) -> Fault:
    return Fault(path, msg("is nested more than {most} deep", most=MAX_DEPTH))


# --- documents


class Documents:
    """Writes, reads and describes the documents of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._quick, self._careful = Codecs(vocabulary), Codecs(vocabulary, careful=True)
        self._names = vocabulary.names | {*_KNOWN, "type"}

    def write(self, value: object, include: frozenset[str]) -> str:
        """The document of an object, with the private texts that are asked for.

        Raises:
            UnknownName: for an object that can't be written as JSON.
            InvalidInput: for one with parts that could not be read again.
        """
        kind = type(value)
        heading = self.vocabulary.heading(self.vocabulary.tag(kind))
        sheet = Sheet(include)
        try:
            data = self._quick.whole(kind).write(value, sheet, "")
            messages = f',"messages":{write_messages(sheet)}' if sheet.messages else ""
        except RecursionError:
            raise _unwritable(kind) from None
        text = f'{{"schema":"{heading}","data":{data}{messages}}}'
        if not _is_readable(text) or (
            sheet.deepest > _SURELY_FLAT and _keys_in(json.loads(text)) is None
        ):
            raise _unwritable(kind)
        return text

    def read(self, text: str | bytes, kind: Any) -> tuple[object, tuple[Fault, ...]]:
        """The object in a document; or None and what is wrong with the document.

        Raises:
            WrongType: for a text or a type that is not one.
            UnknownName: for a type that can't be written as JSON.
        """
        if not isinstance(text, (str, bytes)):
            raise WrongType("text", type(text), msg("a text, or bytes of UTF-8"))
        fitting = self.vocabulary.fitting(kind)
        try:
            return self._read(parse(text, self._names), fitting), ()
        except (SocialkapitelError, RecursionError) as error:
            return None, tuple(Fault(f"${fault.path}", fault.reason) for fault in faults_of(error))

    def _read(self, document: object, fitting: dict[str, type]) -> object:
        given = _checked(with_heading(document))
        tag, version = self.vocabulary.read_heading(given["schema"], fitting)
        known: dict[Any, Any] = {}
        if "messages" in given:
            try:
                hang_messages(given["messages"], given, known, self._names)
            except InvalidDocument as error:
                raise InvalidDocument(below("messages", error.faults)) from None
        steps = self.vocabulary.upgrades.get(tag, ())[version - 1 :]
        data = after(given["data"], steps)
        kind = fitting[tag]
        try:
            return self._quick.whole(kind).read(data, known)
        except _REFUSALS:
            pass  # the careful codec reports why
        try:
            return self._careful.whole(kind).read(data)
        except (SocialkapitelError, RecursionError) as error:
            raise InvalidDocument(below("data", faults_of(error))) from None

    def schema(self, kind: Any) -> dict[str, Any]:
        """The JSON Schema of a type's documents, or of those of several types."""
        fitting = self.vocabulary.fitting(kind)
        definitions = Definitions()
        documents = [self._described(tag, each, definitions) for tag, each in fitting.items()]
        if len(documents) == 1:
            [tag] = fitting
            head = {"$schema": DRAFT, "$id": f"{_ID}{tag}:{self.vocabulary.version(tag)}"}
            whole = documents[0]
        else:
            head = {"$schema": DRAFT, "$id": f"{_ID}one-of:{self._called(kind)}"}
            whole = {
                "type": "object",
                "oneOf": documents,
                "discriminator": {"propertyName": "schema"},
            }
        return {**head, **whole, "$defs": dict(sorted(definitions.named.items()))}

    def _called(self, kind: Any) -> str:
        """The name of a base class or a union: its own, or the tags of its members."""
        if isinstance(kind, type):
            return WORDS.sub("-", kind.__name__).lower()
        return "+".join(self.vocabulary.fitting(kind))

    def data_schema(self, kind: type) -> dict[str, Any]:
        """The JSON Schema of the data alone, without heading and messages."""
        definitions = Definitions()
        refer = self._quick.whole(kind).schema(definitions)["$ref"]
        described = definitions.named.pop(refer.rpartition("/")[2])
        return {"$schema": DRAFT, **described, "$defs": dict(sorted(definitions.named.items()))}

    def _described(self, tag: str, kind: type, definitions: Definitions) -> Schema:
        return {
            "title": f"{kind.__name__}Document",
            "description": summary(kind),
            "type": "object",
            "properties": {
                "schema": {
                    "type": "string",
                    "const": self.vocabulary.heading(tag),
                    "description": "What the document is, and in which version.",
                },
                "data": told_of(self._quick.whole(kind).schema(definitions), summary(kind)),
                "messages": {
                    "type": "object",
                    "description": "The messages behind the texts, by JSON Pointer into the data.",
                    "additionalProperties": message_schema(definitions),
                },
            },
            "required": list(_REQUIRED),
            "additionalProperties": False,
        }


def _checked(document: object) -> dict[str, Any]:
    """Check that a document has all its keys and no others."""
    if not isinstance(document, dict):
        raise unfit(msg("an object"))
    faults = [Fault(path_step(key), msg("is missing")) for key in _REQUIRED if key not in document]
    if unknown := document.keys() - _KNOWN:
        faults.append(unknown_keys(len(unknown), _KNOWN))
    if faults:
        raise InvalidDocument(faults)
    return document


def _unwritable(kind: type) -> InvalidInput:
    return InvalidInput(
        "value",
        kind,
        msg(
            "an object whose document is at most {deep} deep and {long} characters long, with at"
            " most {values} commas and brackets, and without unpaired surrogates",
            deep=MAX_DEPTH,
            long=MAX_CHARACTERS,
            values=MAX_VALUES,
        ),
    )


def _is_readable(text: str) -> bool:
    return len(text) <= MAX_CHARACTERS and not _has_too_many_values(text) and _is_utf_8(text)


def _is_utf_8(text: str) -> bool:
    try:
        text.encode("utf-16-le")  # refuses the same texts, and is faster
    except UnicodeEncodeError:
        return False
    return True


@cache
def packaged() -> Documents:
    """The documents of the library's types."""
    from socialkapitel.wire.tags import VOCABULARY

    return Documents(VOCABULARY)
