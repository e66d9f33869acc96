"""What a social chapter says: its owner, dates, items by topic, duties and consultants."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from importlib.resources.abc import Traversable
from os import PathLike

import attrs

from socialkapitel.brief import brief
from socialkapitel.chapters.criteria import Criterion, Trigger
from socialkapitel.errors import InvalidInput, NotInForce, UnknownName
from socialkapitel.fields import checked
from socialkapitel.messages import Label, Labelled, msg
from socialkapitel.periods import read_date
from socialkapitel.sources import Source


class DutyKind(Labelled):
    """How strictly a duty binds (skal, bør, kan)."""

    MUST = "must", Label("must", "skal")
    SHOULD = "should", Label("should", "bør")
    MAY = "may", Label("may", "kan")


@brief
@attrs.frozen(kw_only=True)
class Duty:
    """Something that somebody must, should or may do (pligt, ansvar).

    Attributes:
        id: its name in code, preferably beginning with the chapter's name: ``"herlev.send-form"``.
        actors: ids of `socialkapitel.actors`; a shared duty has several.
        kind: how strictly it binds. A duty "as far as possible" says so in its text.
        text: what is to be done.
        trigger: the occasion.
        source: the section.
        criterion: how a case shows that it was complied with; None where no case can show it.
        beforehand: whether it must be done before the occasion, or on its day; otherwise it comes
            after.
    """

    id: str
    actors: tuple[str, ...]
    kind: DutyKind
    text: Label
    trigger: Trigger
    source: Source
    criterion: Criterion | None = None
    beforehand: bool = False


class Setting(Enum):
    """Where a service is given: in a single case, in general, or as teaching."""

    CASE = "case"
    GENERAL = "general"
    TEACHING = "teaching"


@attrs.frozen
class Service:
    """Something that a chapter's consultants offer (konsulentydelse)."""

    id: str
    label: Label
    setting: Setting
    source: Source


@brief
@attrs.frozen
class ConsultantArea:
    """The municipalities whose workplaces one consultant covers (konsulentområde)."""

    id: str
    municipalities: tuple[str, ...]
    source: Source


class Topic(Enum):
    """What an item of a chapter is about; the value is the name of its list in TOML.

    * ``PREPARATION``: how the chapter came about (tilblivelse).
    * ``FOUNDATIONS``: what it builds on (grundlag).
    * ``PURPOSES`` (formål), ``ASPECTS`` (aspekter), ``TARGET_GROUP`` (målgruppe), ``VALUES``
      (værdier), ``PRINCIPLES`` (principper), ``POLICY`` (politikformulering), ``EFFORTS`` (lines of
      effort, indsatser).
    * ``DUTIES``: which responsibilities it lays on whom (roller og ansvar).
    * ``INVOLVEMENT``: who discusses and agrees what (medarbejderinddragelse).
    * ``APPROACH``: how to choose between ways to act (handlemuligheder); ``SCHEMES``: those ways.
    * ``SUB_POLICIES`` (delpolitikker), ``SUPPORT`` (støttefunktioner), ``FUNDS`` (puljer),
      ``RECOMMENDATIONS`` (anbefalinger), ``FOLLOW_UP`` (opfølgning), ``PUBLICATIONS``.
    * ``CONFLICTS``: where it contradicts another source.
    """

    PREPARATION = "preparation"
    FOUNDATIONS = "foundations"
    PURPOSES = "purposes"
    ASPECTS = "aspects"
    TARGET_GROUP = "target_group"
    VALUES = "values"
    PRINCIPLES = "principles"
    POLICY = "policy"
    EFFORTS = "efforts"
    DUTIES = "duties"
    INVOLVEMENT = "involvement"
    APPROACH = "approach"
    SCHEMES = "schemes"
    SUB_POLICIES = "sub_policies"
    SUPPORT = "support"
    FUNDS = "funds"
    RECOMMENDATIONS = "recommendations"
    FOLLOW_UP = "follow_up"
    PUBLICATIONS = "publications"
    CONFLICTS = "conflicts"


PRINCIPLES = frozenset({Topic.PRINCIPLES, Topic.POLICY, Topic.EFFORTS})
"""The topics whose items are principles: they can be compared with what was done."""


@checked
@attrs.frozen
class KnownDay:
    """A day that is known exactly, or only to be between two days (both included).

    Raises:
        InvalidInput: where ``latest`` is before ``earliest``.

    >>> KnownDay.exactly(date(2005, 5, 18)).is_exact
    True
    >>> KnownDay(date(1999, 1, 1), date(1999, 12, 31)).is_exact
    False
    """

    earliest: date = attrs.field(converter=read_date)
    latest: date = attrs.field(converter=read_date)

    def __attrs_post_init__(self) -> None:
        if self.latest < self.earliest:
            accepted = msg("a day on or after the earliest day (earliest)")
            raise InvalidInput("latest", self.latest, accepted)

    @classmethod
    def exactly(cls, day: date | str) -> KnownDay:
        """A day that is known."""
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """Whether the exact day is known."""
        return self.earliest == self.latest


@brief
@attrs.frozen(kw_only=True)
class Item:
    """One thing that a chapter says.

    ``id`` is unique within its topic; the same id in two chapters means the same thing, perhaps in
    other words. ``chapter`` is the id of the chapter that says it, ``source`` its section.
    ``actors``, ``duties`` and ``schemes`` are ids of the catalogues; ``amount`` is kroner,
    ``number`` a number of people or events, ``day`` when it happened or was to happen.
    """

    id: str
    topic: Topic
    label: Label
    chapter: str
    source: Source
    note: Label | None = None
    actors: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    amount: Decimal | None = None
    number: int | None = None
    day: KnownDay | None = None
    until: KnownDay | None = None

    @property
    def path(self) -> str:
        """The item's address within its chapter, such as ``"purposes/retention"``."""
        return f"{self.topic.value}/{self.id}"


@brief
@attrs.frozen(kw_only=True)
class Principle(Item):
    """A principle, a sentence of the policy or a line of effort, with how it is checked (princip).

    ``criteria`` say what proves that it was complied with, and what leaves that open.
    """

    criteria: tuple[Criterion, ...]


class Form(Enum):
    """Whether a chapter is independent, supplements a policy, or is an agreement of the parties.

    ``OWN`` (selvstændigt kapitel), ``SUPPLEMENT`` (supplement til personalepolitikken),
    ``AGREEMENT`` (rammeaftale).
    """

    OWN = "own"
    SUPPLEMENT = "supplement"
    AGREEMENT = "agreement"


@attrs.frozen(kw_only=True)
class Chapter:
    """A social chapter in one edition (Det Sociale Kapitel).

    ``own_items`` is what it says itself; ``items`` also holds what it inherits from the chapter
    that it builds on (``parent``), unless it says the same thing in its own way. The same goes for
    duties, criteria and the consultants' services and areas. ``valid_from`` and
    ``valid_to`` may be known only roughly; ``valid_to`` is None where no end is known.
    """

    id: str
    label: Label
    organisation: str
    form: Form
    source: Source
    valid_from: KnownDay
    valid_to: KnownDay | None
    own_items: tuple[Item, ...] = attrs.field(repr=False)
    own_duties: tuple[Duty, ...] = attrs.field(default=(), repr=False)
    own_criteria: tuple[Criterion, ...] = attrs.field(default=(), repr=False)
    own_services: tuple[Service, ...] = attrs.field(default=(), repr=False)
    own_areas: tuple[ConsultantArea, ...] = attrs.field(default=(), repr=False)
    parent: Chapter | None = attrs.field(default=None, repr=False)
    note: Label | None = attrs.field(default=None, repr=False)

    @classmethod
    def load(cls, path: str | PathLike[str] | Traversable) -> Chapter:
        """Read a chapter from a TOML file.

        Raises:
            InvalidData: naming the file, the line and the key of the first fault.
            WrongType: where ``path`` is not a path.
        """
        from socialkapitel.chapters.catalogue import load_chapter

        return load_chapter(path)

    @property
    def inherits(self) -> str | None:
        """The id of the chapter that this one builds on."""
        return None if self.parent is None else self.parent.id

    @property
    def items(self) -> tuple[Item, ...]:
        """All items that apply under this chapter: its own, then inherited ones.

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
        """The items that a case can be reviewed by: principles, policy and lines of effort."""
        return tuple(item for item in self.items if isinstance(item, Principle))

    @property
    def duties(self) -> tuple[str, ...]:
        """The ids of the responsibilities that the chapter lays on somebody; see `duty`."""
        return tuple(dict.fromkeys(duty for item in self.items for duty in item.duties))

    def duty(self, duty_id: str) -> Duty:
        """A responsibility that the chapter or one it builds on describes, or else the library's.

        Raises:
            UnknownName: with the nearest ids.

        >>> from socialkapitel.chapters import chapter
        >>> str(chapter("herlev-2006").duty("herlev.send-form").kind.label)
        'must'
        """
        from socialkapitel.chapters.catalogue import known_duty

        return known_duty(self.line, duty_id)

    def criterion(self, criterion_id: str) -> Criterion:
        """A criterion that the chapter or one it builds on describes, or else the library's.

        Raises:
            UnknownName: with the nearest ids.
        """
        from socialkapitel.chapters.catalogue import known_criterion

        return known_criterion(self.line, criterion_id)

    @property
    def line(self) -> tuple[Chapter, ...]:
        """The chapter, the one that it builds on, and so on."""
        return (self,) if self.parent is None else (self, *self.parent.line)

    @property
    def services(self) -> tuple[Service, ...]:
        """What the consultants offer (konsulentydelser), inherited ones included."""
        found = {one.id: one for each in reversed(self.line) for one in each.own_services}
        return tuple(found.values())

    @property
    def consultant_areas(self) -> tuple[ConsultantArea, ...]:
        """The consultants' areas: its own, or else those of the chapter that it builds on."""
        return next((one.own_areas for one in self.line if one.own_areas), ())

    @property
    def schemes(self) -> tuple[str, ...]:
        """The ids of the schemes that the chapter offers (handlemuligheder)."""
        return tuple(item.id for item in self.about(Topic.SCHEMES))

    def in_force(self, day: date | str) -> bool | None:
        """Whether the chapter is in force on a day; None where its dates are too uncertain.

        >>> from socialkapitel.chapters import chapter
        >>> vejle = chapter("vejle-1999")
        >>> [vejle.in_force(date(year, 6, 1)) for year in (1998, 1999, 2000, 2007)]
        [False, None, True, False]
        """
        day = read_date(day, "day")
        end = self.valid_to
        if day < self.valid_from.earliest or (end is not None and day > end.latest):
            return False
        if day < self.valid_from.latest or (end is not None and day > end.earliest):
            return None
        return True

    def check(self, day: date | str) -> None:
        """Refuse a day on which the chapter is not known to be in force.

        Raises:
            NotInForce: with the first and last day on which it is certainly in force.
        """
        day = read_date(day, "day")
        if not self.in_force(day):
            last = None if self.valid_to is None else self.valid_to.earliest
            raise NotInForce(self.id, day, self.valid_from.latest, last, label=self.label)
