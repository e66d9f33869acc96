"""Texts that are never shown: kept in a closure that no printer, encoder or pickle opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from socialkapitel.errors import SealedContent


class Private:
    """An object whose values no error shows, as a private text may be in the wrong field."""

    __slots__ = ()


class Unpicklable(Private):
    """An object that may hold sealed texts: never pickled, and copied as itself."""

    __slots__ = ()

    def __copy__(self) -> Unpicklable:
        return self

    def __deepcopy__(self, memo: object) -> Unpicklable:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise SealedContent(type(self).__name__)

    def __getstate__(self) -> NoReturn:
        raise SealedContent(type(self).__name__)


class Enclosed(Unpicklable):
    """A text that only its own methods can reach. Two with the same words are equal.

    It is only compared with its own kind: nothing else equals it, and nothing is revealed.
    """

    __slots__ = ("_open",)
    _open: Callable[[], str]

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_open", _enclosed(text))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Enclosed) or type(other) is not type(self):
            return NotImplemented
        return self._open() == other._open()

    def __hash__(self) -> int:
        return hash((type(self), self._open()))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a sealed text never changes")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a sealed text never changes")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(sealed)"


def _enclosed(text: str) -> Callable[[], str]:
    return lambda: text
