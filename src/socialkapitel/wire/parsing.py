"""Parses JSON within bounds: nothing too large, too deep, said twice, or inexact gets through."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from typing import TypeAlias

import attrs

from socialkapitel.messages import Message, msg
from socialkapitel.wire.faults import Fault, InvalidDocument, place

MAX_CHARACTERS = 10_000_000
"""The longest document that is read, in characters."""

MAX_VALUES = 500_000
"""How many commas and brackets a document may have, which is no fewer than its values."""

MAX_DEPTH = 200
"""How deep lists and objects may stand within each other."""

_MAX_DIGITS = 100
_MARKS = ",[{"

Link: TypeAlias = "tuple[Link, str | int] | None"
"""Where a part stands: the link of the whole, and its key there."""


@attrs.frozen
class Inexact:
    """A number that no part of a document takes: with a point, or of too many digits."""

    text: str


class Wording(dict[str, object]):
    """An object that reads as a text in both languages, with the message behind it if known."""

    message: Message | None = None


class _Repeated(dict[str, object]):
    """An object in which a key stands twice."""


def parse(text: str | bytes, names: Container[str]) -> object:
    """Read JSON.

    ``names`` are the keys that may be told in faults; any other may be private.

    Raises:
        InvalidDocument: for what is no JSON, no UTF-8, too long, of too many values or too deep,
            and for keys that stand twice in an object.
    """
    if len(text) > MAX_CHARACTERS:
        raise InvalidDocument(
            [Fault("", msg("is longer than {most} characters", most=MAX_CHARACTERS))]
        )
    if has_too_many_values(text):
        raise InvalidDocument(
            [Fault("", msg("has more than {most} commas and brackets", most=MAX_VALUES))]
        )
    faults = []
    tree: object = None
    try:
        tree = _DECODER.decode(text.decode("utf-8") if isinstance(text, bytes) else text)
    except json.JSONDecodeError as error:
        found = msg(
            "is no JSON from line {line}, column {column} on", line=error.lineno, column=error.colno
        )
        faults.append(Fault("", found))
    except UnicodeDecodeError:
        faults.append(Fault("", msg("is no UTF-8")))
    except RecursionError:
        faults.append(_too_deep(""))
    faults = faults or list(_faults_in(tree, names))
    if faults:
        del text, tree
        raise InvalidDocument(faults)
    return tree


def has_too_many_values(text: str | bytes) -> bool:
    """Whether a document has so many values that it would keep a reader busy."""
    if len(text) <= MAX_VALUES:
        return False
    if isinstance(text, bytes):
        return sum(map(text.count, _MARKS.encode())) > MAX_VALUES
    return sum(map(text.count, _MARKS)) > MAX_VALUES


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return Wording(found) if found.keys() == {"da", "en"} else found
    return _Repeated(found)


def _whole(text: str) -> int | Inexact:
    return int(text) if len(text) <= _MAX_DIGITS else Inexact(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole, parse_float=Inexact, parse_constant=Inexact
)


def _faults_in(tree: object, names: Container[str]) -> Iterator[Fault]:
    for part, link, depth in parts(tree):
        if isinstance(part, _Repeated):
            yield Fault(_path(link, names), msg("has a key that stands twice"))
        if depth > MAX_DEPTH:
            yield _too_deep(_path(link, names))
            return


def _path(link: Link, names: Container[str]) -> str:
    """The JSON path of a part, from the whole on; with stars for keys that may be private."""
    keys = keys_of(link)
    return "".join(place(key) if isinstance(key, int) or key in names else "[*]" for key in keys)


def _too_deep(path: str) -> Fault:
    return Fault(path, msg("is nested more than {most} deep", most=MAX_DEPTH))


def parts(tree: object) -> Iterator[tuple[object, Link, int]]:
    """Every list and object of a document, with its place and its depth."""
    waiting: list[tuple[object, Link, int]] = [(tree, None, 1)]
    while waiting:
        part, link, depth = waiting.pop()
        if isinstance(part, dict):
            yield part, link, depth
            waiting += [
                (value, (link, key), depth + 1)
                for key, value in part.items()
                if isinstance(value, (dict, list, tuple))
            ]
        elif isinstance(part, (list, tuple)):
            yield part, link, depth
            waiting += [
                (value, (link, number), depth + 1)
                for number, value in enumerate(part)
                if isinstance(value, (dict, list, tuple))
            ]


def keys_of(link: Link) -> list[str | int]:
    """The keys that lead to a part."""
    keys: list[str | int] = []
    while link is not None:
        link, key = link
        keys.append(key)
    return keys[::-1]
