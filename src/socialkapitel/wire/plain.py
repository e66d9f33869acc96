"""Reads what JSON consists of: true and false, whole numbers, lists, objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from socialkapitel.errors import SocialkapitelError
from socialkapitel.messages import msg
from socialkapitel.wire.faults import MOST_FAULTS, Fault, InvalidDocument, below, faults_of, unfit

Read: TypeAlias = Callable[[object], Any]
"""Takes a JSON value, gives what it stands for, or raises `InvalidDocument`."""


def read_flag(value: object) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise unfit(msg("true or false"))


def read_whole(value: object) -> int:
    """A whole number; true is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise unfit(msg("a whole number"))


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
    value: object, reads: list[Read], keys: Sequence[str] | None = None
) -> tuple[Any, ...]:
    """The items of a list, each read; their faults together."""
    found: list[Any] = []
    faults: list[Fault] = []
    for number, (read, each) in enumerate(zip(reads, read_list(value), strict=True)):
        try:
            found.append(read(each))
        except (SocialkapitelError, RecursionError) as error:
            faults += below(keys[number] if keys else number, faults_of(error))
            if len(faults) >= MOST_FAULTS:
                break
    if faults:
        raise InvalidDocument(faults)
    return tuple(found)


def literal(word: str) -> Read:
    """The function that reads one word."""
    accepted = msg("one of {known}", known=word)

    def read(value: object) -> str:
        if value != word:
            raise unfit(accepted)
        return word

    return read
