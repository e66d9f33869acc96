"""What an actor is: somebody who takes part in putting a social chapter into practice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

import attrs

from socialkapitel.messages import Label
from socialkapitel.periods import Dated
from socialkapitel.sources import Source

RENAMED_FROM = date(2010, 10, 1)
"""The first day on which safety offices are named after the working environment."""

RENAMED = Source("arbejdsmiljøloven", "kff.dk, Sikkerhedsrepræsentanten skifter navn")


class ActorKind(Enum):
    """Whether an actor is one person, a body at the workplace, or an authority."""

    PERSON = "person"
    BODY = "body"
    AUTHORITY = "authority"


@attrs.frozen(kw_only=True, repr=False)
class Actor(Dated):
    """Somebody who takes part: a person in a role, a body or an authority (aktør).

    ``sources`` say where the actor is named. An actor with dates took part in that time only.

    >>> from datetime import date
    >>> from socialkapitel.actors import actor
    >>> actor("af").in_force(date(2005, 6, 1)), actor("af").in_force(date(2007, 1, 1))
    (True, False)
    """

    id: str
    label: Label
    kind: ActorKind
    description: Label
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        return f"<Actor {self.id!r}>"

    def __rich_repr__(self) -> Iterator[object]:
        """What rich shows: the id alone."""
        yield self.id


def declared(
    kind: ActorKind,
    id_: str,
    label: Label,
    description: Label,
    *sources: Source,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Actor:
    """An actor of a kind, with where it is named and when it took part."""
    return Actor(
        id=id_,
        label=label,
        kind=kind,
        description=description,
        sources=sources,
        valid_from=valid_from,
        valid_to=valid_to,
    )
