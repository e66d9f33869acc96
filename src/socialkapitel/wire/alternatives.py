"""Unions whose members need no tag, because the form of a JSON value tells which one it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from socialkapitel.explanation import Finding, Step
from socialkapitel.messages import Label, Message, Text, joined, msg
from socialkapitel.wire.faults import unfit
from socialkapitel.wire.plain import Read
from socialkapitel.wire.scalars import BY_KIND
from socialkapitel.wire.vocabulary import members


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, dict) and value.keys() == {"da", "en"}


def _is_finding(value: object) -> bool:
    return isinstance(value, dict) and "because" in value


def _is_step(value: object) -> bool:
    return isinstance(value, dict) and "because" not in value


_FORMS: dict[Any, tuple[Callable[[object], bool], Text]] = {
    int: (_is_whole, msg("a whole number")),
    Text: (_is_text, msg("a text in both languages")),
    Finding: (_is_finding, msg("a finding")),
    Step: (_is_step, msg("a step")),
    **{kind: (scalar.fits, scalar.accepted) for kind, scalar in BY_KIND.items()},
}
"""How a value of each kind looks, and what it is called; the more particular ones first."""


def alternatives(kind: Any) -> tuple[Any, ...]:
    """The members of a union that are told apart by their form; none for any other union.

    >>> from datetime import date
    >>> from socialkapitel.periods import Week
    >>> alternatives(Week | date)
    (<class 'socialkapitel.periods.Week'>, <class 'datetime.date'>)
    >>> alternatives(Week | str)
    ()
    """
    parts = members(kind)
    if {Message, Label} <= set(parts):
        parts = (*(part for part in parts if part not in {Message, Label}), Text)
    return parts if all(part in _FORMS for part in parts) else ()


def read_one_of(readers: dict[Any, Read]) -> Read:
    """The function that reads whichever of some kinds a value looks like."""
    accepted = joined(dict.fromkeys(_FORMS[kind][1] for kind in readers))

    def read(value: object) -> Any:
        for kind, reader in readers.items():
            if _FORMS[kind][0](value):
                return reader(value)
        raise unfit(accepted)

    return read
