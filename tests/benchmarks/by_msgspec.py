"""Our own attrs classes, read and written by msgspec: the least that the same JSON can cost.

msgspec is written in C and takes attrs classes as they are. It needs to be told only how sealed
texts are opened and closed, and which class a tagged event is of, for it knows no such unions of
attrs classes.
"""

from functools import cache
from typing import Generic, TypeVar

import msgspec

from socialkapitel.cases.events import EVENTS
from socialkapitel.wire.sealed import SEALS

T = TypeVar("T")
KINDS = {kind.kind: kind for kind in EVENTS}


class Document(msgspec.Struct, Generic[T]):
    schema: str
    data: T


class Log(msgspec.Struct):
    events: list[msgspec.Raw]


class Tagged(msgspec.Struct):
    type: str


def sealed(kind, value):
    if kind in SEALS:
        return SEALS[kind].kind(value)
    raise NotImplementedError(kind)


def opened(value):
    return SEALS[type(value)].opened(value)


@cache
def decoder(kind):
    return msgspec.json.Decoder(kind, dec_hook=sealed)


@cache
def documents(kind):
    return decoder(Document[kind])


TAGGED = decoder(Tagged)
ENCODER = msgspec.json.Encoder(enc_hook=opened)


def read(text, kind):
    """The object in a document of a type."""
    return documents(kind).decode(text).data


def read_log(text):
    """The events in a case's document."""
    return [decoder(KINDS[TAGGED.decode(raw).type]).decode(raw) for raw in read(text, Log).events]


def can_read(text, value):
    """Whether msgspec reads the same object as the library."""
    try:
        return value == read(text, type(value))
    except (TypeError, NotImplementedError, msgspec.ValidationError):
        return False


def write(value):
    return ENCODER.encode(value)
