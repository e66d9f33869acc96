"""What a chapter says, piece by piece: items under topics, each with its section."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from socialkapitel.errors import InvalidInput
from socialkapitel.messages import Label, msg
from socialkapitel.periods import check_date
from socialkapitel.sources import Source


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
    * ``CONFLICTS``: where it says something else than another source.
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
"""The topics whose items are principles: they can be held against what was done."""


@attrs.frozen
class KnownDay:
    """A day that is known exactly, or only to lie between two days (both included).

    Raises:
        InvalidInput: where ``latest`` lies before ``earliest``.

    >>> KnownDay.exactly(date(2005, 5, 18)).is_exact
    True
    >>> KnownDay(date(1999, 1, 1), date(1999, 12, 31)).is_exact
    False
    """

    earliest: date
    latest: date

    def __attrs_post_init__(self) -> None:
        check_date(self.earliest, "earliest")
        if check_date(self.latest, "latest") < self.earliest:
            raise InvalidInput("latest", self.latest, msg("a day on or after earliest"))

    @classmethod
    def exactly(cls, day: date) -> KnownDay:
        """A day that is known."""
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """Whether the very day is known."""
        return self.earliest == self.latest


@attrs.frozen(kw_only=True)
class Item:
    """One thing that a chapter says.

    ``id`` is unique within its topic; the same id in two chapters means the same thing, said
    perhaps otherwise. ``chapter`` is the id of the chapter that says it, ``source`` its section.
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
