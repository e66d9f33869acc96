"""Enumerations: each member is written as a word that stays."""

from __future__ import annotations

from enum import Enum
from functools import cache

from socialkapitel.errors import WrongType, a_kind
from socialkapitel.explanation import Rounding
from socialkapitel.messages import msg
from socialkapitel.periods import MissingDay
from socialkapitel.schemes import Benefit, Degree, MeasureState, SocialPension, Terms
from socialkapitel.wire.faults import unfit

_NAMED: frozenset[type[Enum]] = frozenset({Degree, MissingDay, Rounding})
"""Written by the members' names, because their values are sentences or numbers."""

_ANSWERS: dict[str, type[Enum]] = {
    "measure-state": MeasureState,
    "benefit": Benefit,
    "social-pension": SocialPension,
    "terms": Terms,
}
"""The answers that a question to a fact can ask for; there they are written with their kind."""


@cache
def words(kind: type[Enum]) -> dict[str, Enum]:
    """The members of an enumeration by the words that they are written as.

    >>> list(words(SocialPension))
    ['none', 'disability', 'old-age']
    """
    if kind is Enum:
        return {
            f"{name}.{member.value}": member for name, each in _ANSWERS.items() for member in each
        }
    if kind in _NAMED:
        return {member.name.lower(): member for member in kind}
    return {str(member.value): member for member in kind}


@cache
def _written(kind: type[Enum]) -> dict[Enum, str]:
    return {member: word for word, member in words(kind).items()}


def write_member(member: object, kind: type[Enum]) -> str:
    """The word for a member.

    Raises:
        WrongType: for anything else.
    """
    known = _written(kind)
    if not isinstance(member, kind) or member not in known:
        raise WrongType("member", member, a_kind(kind))
    return known[member]


def read_member(value: object, kind: type[Enum]) -> Enum:
    """The member that a word stands for.

    Raises:
        InvalidDocument: for anything else.
    """
    known = words(kind)
    if isinstance(value, str) and value in known:
        return known[value]
    raise unfit(msg("one of {known}", known=", ".join(known)))
