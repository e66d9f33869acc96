"""A progress bar for what takes over two seconds, where tqdm is installed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

_DELAY = 2


def tracked(items: Sequence[T]) -> Iterable[T]:
    """The same items; a bar shows how far they are when they take over two seconds."""
    try:
        from tqdm import tqdm
    except ImportError:
        return items
    bar: Iterable[T] = tqdm(items, delay=_DELAY, leave=False)
    return bar
