"""What an actor is: somebody who takes part where a social chapter is lived."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from socialkapitel.messages import Label
from socialkapitel.sources import Source


class ActorKind(Enum):
    """Whether an actor is one person, a body at the workplace, or an authority."""

    PERSON = "person"
    BODY = "body"
    AUTHORITY = "authority"


@attrs.frozen(kw_only=True)
class Actor:
    """Somebody who takes part: a person in a role, a body or an authority (aktør).

    ``sources`` say where the actor is named. An actor with dates took part from ``valid_from``
    through ``valid_to`` only.
    """

    id: str
    label: Label
    kind: ActorKind
    description: Label
    sources: tuple[Source, ...]
    valid_from: date | None = None
    valid_to: date | None = None

    def existed(self, day: date) -> bool:
        """Whether the actor took part on a day.

        >>> from socialkapitel.actors import actor
        >>> actor("af").existed(date(2005, 6, 1)), actor("af").existed(date(2007, 1, 1))
        (True, False)
        """
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)
