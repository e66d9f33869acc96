"""What every event has, and how the values of events are checked.

A refused value is never shown: it may be in the wrong field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, TypeAlias
from uuid import UUID

import attrs

from socialkapitel.actors import actor, took_part
from socialkapitel.calculators import inputs
from socialkapitel.cases.health import Identity, PrivateText, masked
from socialkapitel.cases.rights import COURSE, IDENTITY, NOTES, Information
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg
from socialkapitel.money import Number
from socialkapitel.periods import read_date
from socialkapitel.schemes import scheme
from socialkapitel.sealing import Unpicklable

Validator: TypeAlias = "Callable[[object, attrs.Attribute[Any], Any], None]"


def a(kind: type) -> Validator:
    """An object of one kind."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        def read(given: object) -> object:
            return check_kind(given, kind, field.name)

        masked(read, value)

    return check


def may_be(kind: type) -> Validator:
    """An object of one kind, or None."""
    return attrs.validators.optional(a(kind))


def read_day(value: date | str) -> date:
    """A date without time of day, also as an ISO text."""
    return masked(read_date, value)


def read_day_or_none(value: date | str | None) -> date | None:
    """A date without time of day, or None."""
    return None if value is None else read_day(value)


def read_hourly_pay(value: Number) -> Decimal:
    """Hourly pay in kroner, above 0."""
    return masked(inputs.read_hourly_pay, value)


def a_scheme(_: object, _field: attrs.Attribute[Any], value: str) -> None:
    """The id of a scheme."""
    masked(scheme, value)


def scheme_or_none(_: object, _field: attrs.Attribute[Any], value: str | None) -> None:
    """The id of a scheme, or None."""
    if value is not None:
        masked(scheme, value)


def an_actor(_: object, _field: attrs.Attribute[Any], value: str) -> None:
    """The id of an actor."""
    masked(actor, value)


def several(read: Callable[[str], object], least: int) -> Validator:
    """A tuple of names, each once, and at least so many; ``read`` refuses other names."""
    accepted = msg("a tuple of at least {least} different ids", least=str(least))

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple):
            raise WrongType(field.name, HIDDEN, accepted)
        for one in value:
            masked(read, one)
        if not least <= len(value) == len(set(value)):
            raise InvalidInput(field.name, HIDDEN, accepted)

    return check


def actors(least: int) -> Validator:
    """A tuple of ids of actors, each once, and at least so many."""
    return several(actor, least)


def known_name(known: Mapping[str, object]) -> Callable[[str], str]:
    """Return a known name of a service."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise UnknownName(msg("service"), value, known)
        return value

    return read


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
