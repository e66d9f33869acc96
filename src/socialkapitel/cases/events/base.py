"""What every event has: an id, a day, and who brought it about."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

import attrs

from socialkapitel.actors import took_part
from socialkapitel.cases.events.fields import an_actor, may_be, read_day
from socialkapitel.cases.health import Identity, PrivateText
from socialkapitel.cases.rights import COURSE, IDENTITY, NOTES, Information
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg
from socialkapitel.sealing import Unpicklable


def read_id(value: UUID | str, field: str = "id") -> UUID:
    """The id of an event; what is refused is never shown."""
    accepted = msg("a uuid.UUID, or its text")
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str):
        raise WrongType(field, HIDDEN, accepted)
    found = None
    try:
        found = UUID(value)
    except ValueError:
        del value
    if found is None:
        raise InvalidInput(field, HIDDEN, accepted)
    return found


@checked
@attrs.frozen(kw_only=True)
class Event(Unpicklable):
    """Something that happened in a case (hændelse). It never changes.

    Attributes:
        id: the event's UUID, as a `uuid.UUID` or its text. The same id is the same event.
        on: the day on which it happened.
        role: the role of whoever brought it about: the id of an actor of that day, such as
            ``"nearest-manager"``.
        by: who that was, sealed; None where nobody noted it.
        note: a remark, sealed.

    ``kind`` is the stable name of the class, ``label`` what people call it, and ``tells`` the kind
    of information that the event itself reveals, whatever its fields say.

    Raises:
        InvalidInput: naming the field, for a value not accepted; so do `WrongType` and
            `UnknownName`. The value is never shown.
    """

    kind: ClassVar[str]
    label: ClassVar[Label]
    tells: ClassVar[Information] = Information.COURSE

    id: UUID = attrs.field(converter=read_id, metadata=COURSE)
    on: date = attrs.field(converter=read_day, metadata=COURSE)
    role: str = attrs.field(validator=an_actor, metadata=COURSE)
    by: Identity | None = attrs.field(default=None, validator=may_be(Identity), metadata=IDENTITY)
    note: PrivateText | None = attrs.field(
        default=None, validator=may_be(PrivateText), metadata=NOTES
    )

    def __attrs_post_init__(self) -> None:
        if not took_part(self.role, self.on):
            raise InvalidInput(
                "role", self.role, msg("an actor who took part on {day}", day=self.on)
            )
        self.check()

    def check(self) -> None:
        """Refuse fields that don't fit together; most events have none."""


def check_end(event: Event, field: str, last_day: date | None) -> None:
    """Refuse an end before the event's day."""
    if last_day is not None and last_day < event.on:
        raise InvalidInput(field, last_day, msg("a day on or after {day}", day=event.on))
