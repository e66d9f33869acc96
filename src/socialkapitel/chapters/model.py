"""What a social chapter is: who holds it, when, in which form, and what it says."""

from __future__ import annotations

from datetime import date
from enum import Enum
from importlib.resources.abc import Traversable
from os import PathLike

import attrs

from socialkapitel.chapters.items import Item, KnownDay, Topic
from socialkapitel.chapters.principles import Principle
from socialkapitel.errors import NotInForce, UnknownName
from socialkapitel.messages import Label, msg
from socialkapitel.periods import check_date
from socialkapitel.sources import Source


class Form(Enum):
    """Whether a chapter stands by itself, adds to a policy, or is an agreement of the parties.

    ``OWN`` (selvstændigt kapitel), ``SUPPLEMENT`` (supplement til personalepolitikken),
    ``AGREEMENT`` (rammeaftale).
    """

    OWN = "own"
    SUPPLEMENT = "supplement"
    AGREEMENT = "agreement"


@attrs.frozen(kw_only=True)
class Chapter:
    """A social chapter in one edition (Det Sociale Kapitel).

    ``own_items`` is what it says itself; ``items`` also holds what it takes over from the chapter
    that it builds on (``parent``), as far as it does not say the same thing in its own way.
    ``valid_from`` and ``valid_to`` may be known only roughly; ``valid_to`` is None where no end is
    known.
    """

    id: str
    label: Label
    organisation: str
    form: Form
    source: Source
    valid_from: KnownDay
    valid_to: KnownDay | None
    own_items: tuple[Item, ...] = attrs.field(repr=False)
    parent: Chapter | None = attrs.field(default=None, repr=False)
    note: Label | None = attrs.field(default=None, repr=False)

    @classmethod
    def load(cls, path: str | PathLike[str] | Traversable) -> Chapter:
        """Read a chapter from a TOML file.

        Raises:
            InvalidData: naming the file, the line and the key of the first fault.
            WrongType: where ``path`` is no path.
        """
        from socialkapitel.chapters.catalogue import load_chapter

        return load_chapter(path)

    @property
    def inherits(self) -> str | None:
        """The id of the chapter that this one builds on."""
        return None if self.parent is None else self.parent.id

    @property
    def items(self) -> tuple[Item, ...]:
        """All that holds under this chapter: its own items, then those it takes over.

        >>> from socialkapitel.chapters import chapter
        >>> {item.chapter for item in chapter("herlev-2006").items} == {
        ...     "herlev-2006",
        ...     "herlev-2005",
        ...     "rammeaftale-2003",
        ...     "rammeaftale-1999",
        ... }
        True
        """
        if self.parent is None:
            return self.own_items
        own = {item.path for item in self.own_items}
        return self.own_items + tuple(i for i in self.parent.items if i.path not in own)

    def about(self, topic: Topic) -> tuple[Item, ...]:
        """The items under a topic.

        >>> from socialkapitel.chapters import chapter
        >>> [item.id for item in chapter("region-midtjylland-2008").about(Topic.ASPECTS)]
        ['personnel-policy', 'labour-market-and-economy', 'social-policy']
        """
        return tuple(item for item in self.items if item.topic is topic)

    def item(self, path: str) -> Item:
        """The item at an address such as ``"purposes/prevention"``.

        Raises:
            UnknownName: with the nearest addresses.
        """
        known = {item.path: item for item in self.items}
        try:
            return known[path]
        except (KeyError, TypeError):
            raise UnknownName(msg("item of the chapter"), path, known) from None

    @property
    def principles(self) -> tuple[Principle, ...]:
        """All that the chapter can be held to: principles, policy and lines of effort."""
        return tuple(item for item in self.items if isinstance(item, Principle))

    @property
    def duties(self) -> tuple[str, ...]:
        """The ids of the responsibilities that the chapter lays on somebody (ansvar)."""
        return tuple(dict.fromkeys(duty for item in self.items for duty in item.duties))

    @property
    def schemes(self) -> tuple[str, ...]:
        """The ids of the schemes that the chapter offers (handlemuligheder)."""
        return tuple(item.id for item in self.about(Topic.SCHEMES))

    def in_force(self, day: date) -> bool | None:
        """Whether the chapter holds on a day; None where its dates are not known closely enough.

        >>> from socialkapitel.chapters import chapter
        >>> vejle = chapter("vejle-1999")
        >>> [vejle.in_force(date(year, 6, 1)) for year in (1998, 1999, 2000, 2007)]
        [False, None, True, False]
        """
        check_date(day, "day")
        end = self.valid_to
        if day < self.valid_from.earliest or (end is not None and day > end.latest):
            return False
        if day < self.valid_from.latest or (end is not None and day > end.earliest):
            return None
        return True

    def check(self, day: date) -> None:
        """Refuse a day on which the chapter is not known to hold.

        Raises:
            NotInForce: with the first and last day on which it surely holds.
        """
        if not self.in_force(day):
            last = None if self.valid_to is None else self.valid_to.earliest
            raise NotInForce(self.id, day, self.valid_from.latest, last)
