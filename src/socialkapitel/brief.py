"""How objects are shown in a terminal, a notebook and a debugger: in brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import attrs

C = TypeVar("C")

MOST_SIGNS = 600
"""The maximum length of what an object shows of itself, about, in characters."""

_MOST_OF_ONE = 100
_MORE = "…"


class _AsIs(str):
    """A text that is shown as it is, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def brief(cls: type[C]) -> type[C]:
    """Show objects of an attrs class in brief: in Python, in IPython and in rich.

    A field that has its default is left out, of a long collection the number of items is shown, and
    any other long value is cut. What a field hides (``repr=False``) stays hidden.

    >>> @brief
    ... @attrs.frozen
    ... class Year:
    ...     days: tuple[int, ...]
    ...     note: str = ""
    >>> Year(tuple(range(365))), Year((1, 2), note="short")
    (Year(days=<365 in all>), Year(days=(1, 2), note='short'))
    """
    kind: Any = cls
    kind.__repr__ = _in_one_line
    kind.__rich_repr__ = _for_rich
    return cls


def _in_one_line(self: Any) -> str:
    parts = [str(part) if name is None else f"{name}={part}" for name, part in _parts(self)]
    return f"{type(self).__name__}({', '.join(parts)})"


def _for_rich(self: Any) -> Iterator[object]:
    for name, part in _parts(self):
        yield part if name is None else (name, part)


def _parts(whole: Any) -> Iterator[tuple[str | None, _AsIs]]:
    """The fields to show, until the maximum length is reached."""
    told = 0
    for field in attrs.fields(type(whole)):
        value = getattr(whole, field.name)
        if not field.repr or (field.init and value == field.default):
            continue
        if told > MOST_SIGNS - _MOST_OF_ONE:
            yield None, _AsIs(_MORE)
            return
        text = _AsIs(_in_brief(value))
        told += len(field.name) + len(text)
        yield field.name, text


def _in_brief(value: object) -> str:
    if isinstance(value, (tuple, frozenset, Mapping)) and len(value) > _MOST_OF_ONE:
        return f"<{len(value)} in all>"  # counted without writing them out
    text = repr(value)
    if len(text) <= _MOST_OF_ONE:
        return text
    if isinstance(value, (tuple, frozenset, Mapping)) and len(value) > 1:
        return f"<{len(value)} in all>"
    return f"{text[:_MOST_OF_ONE]}{_MORE}"
