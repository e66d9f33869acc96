"""Whole documents: what they call themselves, their data, and the messages behind their texts."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from cattrs import Converter

from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.messages import msg
from socialkapitel.wire.converter import strict_converter
from socialkapitel.wire.faults import (
    Fault,
    InvalidDocument,
    below,
    faults_of,
    place,
    unfit,
    unknown_keys,
)
from socialkapitel.wire.parsing import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_VALUES,
    has_too_many_values,
    parse,
    parts,
)
from socialkapitel.wire.schemas import DRAFT, Schemas
from socialkapitel.wire.texts import hang_messages, messages_in
from socialkapitel.wire.upgrades import after
from socialkapitel.wire.vocabulary import Vocabulary

_REQUIRED = ("schema", "data")
_KNOWN = (*_REQUIRED, "messages")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class Documents:
    """Writes, reads and describes the documents of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._names = vocabulary.names | {*_KNOWN, "type"}
        self._converters: dict[frozenset[str], Converter] = {}

    def _converter(self, include: frozenset[str] = frozenset()) -> Converter:
        if include not in self._converters:
            self._converters[include] = strict_converter(self.vocabulary, include)
        return self._converters[include]

    def write(self, value: object, include: frozenset[str]) -> str:
        """The document of an object, with the private texts that are asked for.

        Raises:
            UnknownName: for an object that is not on the wire.
            InvalidInput: for one with parts that can't be written so that they can be read again.
        """
        kind = type(value)
        tag = self.vocabulary.tag(kind)
        try:
            data = self._converter(include).unstructure(value, unstructure_as=kind)
        except RecursionError:
            raise _unwritable(kind) from None
        document = {"schema": self.vocabulary.heading(tag), "data": data}
        if messages := messages_in(data):
            document["messages"] = messages
        if any(depth > MAX_DEPTH for _, _, depth in parts(document)):
            raise _unwritable(kind)
        text = _ENCODER.encode(document)
        if len(text) > MAX_CHARACTERS or not _is_utf_8(text) or has_too_many_values(text):
            raise _unwritable(kind)
        return text

    def read(self, text: str | bytes, kind: Any) -> tuple[object, tuple[Fault, ...]]:
        """The object that a document stands for; or None and what is wrong with the document.

        Raises:
            WrongType: for a text or a type that is none.
            UnknownName: for a type that is not on the wire.
        """
        if not isinstance(text, (str, bytes)):
            raise WrongType("text", type(text), msg("a text, or bytes of UTF-8"))
        fitting = self.vocabulary.fitting(kind)
        try:
            return self._read(parse(text, self._names), fitting), ()
        except (SocialkapitelError, RecursionError) as error:
            return None, tuple(Fault(f"${fault.path}", fault.reason) for fault in faults_of(error))

    def _read(self, document: object, fitting: dict[str, type]) -> object:
        given = _checked(document)
        tag, version = self.vocabulary.read_heading(given["schema"], fitting)
        try:
            hang_messages(given.get("messages", {}), given["data"])
        except InvalidDocument as error:
            raise InvalidDocument(below("messages", error.faults)) from None
        found = fitting[tag]
        steps = self.vocabulary.upgrades.get(tag, ())[version - 1 :]
        data = after(given["data"], steps)
        try:
            value: object = self._converter().structure(data, found)
        except (SocialkapitelError, RecursionError) as error:
            raise InvalidDocument(below("data", faults_of(error))) from None
        if type(value) is not found:  # of the same family
            raise InvalidDocument(below("data", below("type", unfit(msg("{tag}", tag=tag)).faults)))
        return value

    def schema(self, kind: Any) -> dict[str, Any]:
        """The JSON Schema of a type's documents, or of those of several types."""
        fitting = self.vocabulary.fitting(kind)
        schemas = Schemas(self.vocabulary)
        documents = [schemas.document(tag, each) for tag, each in fitting.items()]
        whole = documents[0] if len(documents) == 1 else {"oneOf": documents}
        return {"$schema": DRAFT, **whole, "$defs": dict(sorted(schemas.definitions.items()))}


def _checked(document: object) -> dict[str, Any]:
    """A document that has all its keys and no others."""
    if not isinstance(document, dict):
        raise unfit(msg("an object"))
    faults = [Fault(place(key), msg("is missing")) for key in _REQUIRED if key not in document]
    unknown = document.keys() - set(_KNOWN)
    if unknown:
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
            " most {values} commas and brackets, and without half pairs of signs",
            deep=MAX_DEPTH,
            long=MAX_CHARACTERS,
            values=MAX_VALUES,
        ),
    )


def _is_utf_8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def packaged() -> Documents:
    """The documents of the library's types."""
    from socialkapitel.wire.tags import VOCABULARY

    return Documents(VOCABULARY)
