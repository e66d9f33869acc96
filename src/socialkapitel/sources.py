"""Where a rule or a figure comes from, and how sure we are of it."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from enum import Enum

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput, NotInForce, check_kind
from socialkapitel.fields import checked, read_flag, read_text
from socialkapitel.messages import Label, Message, Text, msg, says_something
from socialkapitel.periods import read_date, read_date_or_none


class Evidence(Enum):
    """How a figure is known.

    * ``PUBLISHED``: read in the named source.
    * ``DERIVED``: computed from published figures.
    * ``CHAPTER``: from an employer's social chapter, not from an official table.
    * ``ASSUMED``: supplied by the caller, as in a what-if.

    Results built on anything but published figures carry a caveat.
    """

    PUBLISHED = "published"
    DERIVED = "derived"
    CHAPTER = "chapter"
    ASSUMED = "assumed"


def _read_place(value: str, field: str = "") -> str:
    """A text that says where to look."""
    if not says_something(check_kind(value, str, field)):
        raise InvalidInput(field, value, msg("a text that says where to look"))
    return value


@checked
@attrs.frozen
class Publication:
    """Where a figure was read, and the days for which the publication gives it (offentliggørelse).

    A table of rates covers its year, an act or order its time in force. ``valid_from`` is None
    where the publication has no date; ``valid_to`` None, beside a ``valid_from``, where it was in
    force, or still shown, when it was read in November 2026.

    Raises:
        InvalidInput: for a name that is empty, an end before the start, or an end without one.

    >>> page = Publication("bm.dk, Satser for 2015", date(2015, 1, 1), date(2015, 12, 31))
    >>> page.covers(date(2015, 6, 1)), page.covers(date(1998, 1, 1)), page.covers(None)
    (True, False, False)
    """

    name: str = attrs.field(converter=_read_place)
    valid_from: date | None = attrs.field(default=None, converter=read_date_or_none)
    valid_to: date | None = attrs.field(default=None, converter=read_date_or_none)

    def __attrs_post_init__(self) -> None:
        if self.valid_to is not None and (self.valid_from or date.max) > self.valid_to:
            raise InvalidInput("valid_to", self.valid_to, msg("a day on or after the first day"))

    def covers(self, day: date | str | None) -> bool:
        """Whether it gives the figure of a day or, for None, the one that holds until changed."""
        day = read_date_or_none(day, "day")
        if self.valid_from is None or (day is not None and day < self.valid_from):
            return False
        return self.valid_to is None or (day is not None and day <= self.valid_to)


def _read_publications(value: tuple[Publication, ...]) -> tuple[Publication, ...]:
    for entry in check_kind(value, tuple, "publications"):
        check_kind(entry, Publication, "publications")
    return value


@checked
@attrs.frozen
class FormerCitation:
    """How a rule was cited through a day (inclusive), before it moved."""

    until: date = attrs.field(converter=read_date)
    citation: str = attrs.field(converter=_read_place)


def _read_former(value: tuple[FormerCitation, ...]) -> tuple[FormerCitation, ...]:
    for entry in check_kind(value, tuple, "former"):
        check_kind(entry, FormerCitation, "former")
    days = [entry.until for entry in value]
    if len(days) > 1 and days != sorted(set(days)):
        raise InvalidInput(
            "former", value, msg("earlier citations, oldest first, each with a last day of its own")
        )
    return value


@brief
@checked
@attrs.frozen
class Source:
    """A law and its paragraph, an agreement, or a chapter and its section (kilde).

    ``read_in`` names the publication in which a figure was read; ``publications`` say which days
    each covers, where that is known. ``former`` lists earlier citations, oldest first.
    ``practice`` is True where no act, order or guidance of the state says so: municipalities,
    unions or employers' associations apply it, or it was inferred from what they say. Wherever
    such a source is shown, it is called practice.

    >>> source = Source(
    ...     "sygedagpengeloven § 56",
    ...     former=(FormerCitation(date(2006, 7, 2), "dagpengeloven § 28"),),
    ... )
    >>> source.cite(date(2006, 1, 1)), source.cite(date(2007, 1, 1))
    ('dagpengeloven § 28', 'sygedagpengeloven § 56')
    >>> Source("odense.dk; kk.dk", practice=True).text.da
    'praksis: odense.dk; kk.dk'
    """

    citation: str = attrs.field(converter=_read_place)
    read_in: str = attrs.field(default="", converter=read_text)
    former: tuple[FormerCitation, ...] = attrs.field(default=(), converter=_read_former)
    practice: bool = attrs.field(default=False, converter=read_flag, kw_only=True)
    publications: tuple[Publication, ...] = attrs.field(
        default=(), converter=_read_publications, kw_only=True
    )
    _ends: tuple[date, ...] = attrs.field(init=False, default=(), repr=False, eq=False)
    _eras: tuple[Source, ...] = attrs.field(init=False, default=(), repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.publications:
            read_in = "; ".join([publication.name for publication in self.publications])
            if self.read_in not in ("", read_in):
                raise InvalidInput("read_in", self.read_in, msg("the names of the publications"))
            object.__setattr__(self, "read_in", read_in)
        if self.former:
            names = [entry.citation for entry in self.former] + [self.citation]
            eras = tuple([attrs.evolve(self, citation=name, former=()) for name in names])
            object.__setattr__(self, "_ends", tuple([entry.until for entry in self.former]))
            object.__setattr__(self, "_eras", eras)

    def cite(self, day: date | str) -> str:
        """The citation that was right on a day."""
        return self.on(day).citation

    def on(self, day: date | str) -> Source:
        """The same source as it was cited on a day, without its history."""
        day = read_date(day, "day")
        if not self.former:
            return self
        return self._eras[bisect_left(self._ends, day)]

    @property
    def text(self) -> Label:
        """The source as shown to readers: practice is called practice (praksis)."""
        shown = f"{self.citation} ({self.read_in})" if self.read_in else self.citation
        if self.practice:
            return Label(en=f"practice: {shown}", da=f"praksis: {shown}")
        return Label(en=shown, da=shown)

    def __str__(self) -> str:
        return self.text.en


@attrs.frozen
class Rule:
    """A legal rule that a step of an explanation applies (regel).

    ``id`` is stable and may be stored. The rule is in force from ``valid_from`` through
    ``valid_to`` (None: still in force).
    """

    id: str
    label: Message
    source: Source
    valid_from: date
    valid_to: date | None = None

    def check(self, day: date | str, hint: Text | None = None) -> None:
        """Refuse a day on which the rule is not in force.

        Raises:
            NotInForce: with the rule's id, the day and the rule's first and last day.
        """
        day = read_date(day, "day")
        if day < self.valid_from or (self.valid_to is not None and day > self.valid_to):
            raise NotInForce(self.id, day, self.valid_from, self.valid_to, hint, label=self.label)
