"""The fields that `Facts` is made of: each optional, named in both languages, and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

import attrs

from socialkapitel.errors import InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.fields import named
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hundredths
from socialkapitel.periods import read_date
from socialkapitel.schemes.choices import MeasureState
from socialkapitel.schemes.names import SCHEME_NAMES

_WEEK = 37

Measures: TypeAlias = tuple[tuple[str, MeasureState], ...]
"""The state of measures, as pairs sorted by scheme."""


def _check_flag(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, bool):
        raise WrongType(field.name, value, msg("True, False or None"))


def flag(en: str, da: str) -> Any:
    """A yes or no."""
    return attrs.field(default=None, validator=_check_flag, metadata=named(en, da))


def whole(en: str, da: str, most: int) -> Any:
    """A whole number from 0."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        accepted = msg("a whole number from {least} to {most}", least=0, most=most)
        if value is None:
            return
        if isinstance(value, bool) or not isinstance(value, int):
            raise WrongType(field.name, value, accepted)
        if not 0 <= value <= most:
            raise InvalidInput(field.name, value, accepted)

    return attrs.field(default=None, validator=check, metadata=named(en, da))


def chosen_from(kind: type[Enum]) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Check that a value is one of a choice's answers, or None."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            check_kind(value, kind, field.name)

    return check


def read_born_on(value: date | str | None) -> date | None:
    """A day of birth, or None."""
    return None if value is None else read_date(value, "born_on")


def read_job_begins_on(value: date | str | None) -> date | None:
    """The first day of a job, or None."""
    return None if value is None else read_date(value, "job_begins_on")


def read_absence_hours(value: Number | None) -> Decimal | None:
    """Weekly hours of absence from 0 to 37, or None."""
    if value is None:
        return None
    return decimal(hundredths(value, "weekly_absence_hours", most=_WEEK))


def read_measures(value: Mapping[str, MeasureState] | Measures) -> Measures:
    """The state of measures by the ids of schemes, as sorted pairs."""
    accepted = msg("a mapping from the ids of schemes to how far each is tried (MeasureState)")
    pairs: Iterable[tuple[str, MeasureState]] = (
        value.items() if isinstance(value, Mapping) else value
    )
    try:
        states = dict(pairs)
    except (TypeError, ValueError):
        raise WrongType("measures", value, accepted) from None
    for scheme, state in states.items():
        if scheme not in SCHEME_NAMES:
            raise UnknownName(msg("scheme"), scheme, SCHEME_NAMES)
        check_kind(state, MeasureState, f"measures[{scheme!r}]")
    return tuple(sorted(states.items()))
