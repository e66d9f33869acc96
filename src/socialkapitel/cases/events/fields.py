"""Checks the values of events. A refused value is never shown: it may be in the wrong field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from socialkapitel.actors import actor
from socialkapitel.calculators import inputs
from socialkapitel.cases.health import masked
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.messages import msg
from socialkapitel.money import Number
from socialkapitel.periods import read_date
from socialkapitel.schemes import scheme

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


def one_of(known: Mapping[str, object]) -> Callable[[str], str]:
    """Return a known name of a service."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise UnknownName(msg("service"), value, known)
        return value

    return read
