"""The differences between two chapters (sammenligning)."""

from __future__ import annotations

import attrs

from socialkapitel.brief import brief
from socialkapitel.chapters.catalogue import given_chapter
from socialkapitel.chapters.content import Chapter, Item


@brief
@attrs.frozen
class Pair:
    """The items of two chapters under the same topic and id."""

    a: Item
    b: Item

    @property
    def same(self) -> bool:
        """Whether they say the same: all but chapter and section are equal."""
        return attrs.evolve(self.a, chapter=self.b.chapter, source=self.b.source) == self.b


@brief
@attrs.frozen
class Comparison:
    """Two chapters side by side (sammenligning).

    ``only_a`` and ``only_b`` are what the other lacks; ``both`` is what both have, in the order of
    ``a``.
    """

    a: Chapter
    b: Chapter
    only_a: tuple[Item, ...]
    only_b: tuple[Item, ...]
    both: tuple[Pair, ...]

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The items that both have with different contents."""
        return tuple(pair for pair in self.both if not pair.same)


def compare(a: Chapter | str, b: Chapter | str) -> Comparison:
    """Compare two chapters, including what they inherit from others.

    Args:
        a: a chapter or its id.
        b: another.

    Raises:
        UnknownName: for an unknown id.
        WrongType: for anything but a chapter or an id.

    >>> found = compare("ringkjoebing-1998", "aarhus-1998")
    >>> [item.path for item in found.only_a]
    ['efforts/inclusion', 'support/workplaces-carry-it-out', 'support/personnel-department']
    """
    one, other = given_chapter(a, "a"), given_chapter(b, "b")
    mine = {item.path: item for item in one.items}
    theirs = {item.path: item for item in other.items}
    return Comparison(
        a=one,
        b=other,
        only_a=tuple(item for path, item in mine.items() if path not in theirs),
        only_b=tuple(item for path, item in theirs.items() if path not in mine),
        both=tuple(Pair(mine[path], theirs[path]) for path in mine if path in theirs),
    )
