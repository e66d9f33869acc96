"""Questions about several facts, in Kleene's three-valued logic.

A part that isn't known leaves the whole open only where it could still decide it. Each fact occurs
once in a condition, and in one condition of a scheme at a time or in several in the same way, so
`Predicate.unknown` names exactly the facts that could change the answer if known.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.parameters import ParameterSet
from socialkapitel.schemes.choices import MeasureState
from socialkapitel.schemes.facts import Facts
from socialkapitel.schemes.leaves import Leaf, OneOf, Predicate


class _Several(Predicate):
    """Several questions combined; one answer can be enough."""

    parts: tuple[Predicate, ...]
    decisive: ClassVar[bool]

    def judge(self, facts: Facts, day: date, parameters: ParameterSet) -> bool | None:
        answers = [part.judge(facts, day, parameters) for part in self.parts]
        if self.decisive in answers:
            return self.decisive
        return None if None in answers else not self.decisive

    def unknown(self, facts: Facts, day: date, parameters: ParameterSet) -> tuple[str, ...]:
        if self.judge(facts, day, parameters) is not None:
            return ()
        return tuple(name for part in self.parts for name in part.unknown(facts, day, parameters))

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return tuple(leaf for part in self.parts for leaf in part.leaves)


@brief
@attrs.frozen(init=False)
class AllOf(_Several):
    """Every part is true: one that is false decides.

    >>> from socialkapitel import PARAMETERS
    >>> from socialkapitel.schemes.leaves import Fact
    >>> both = AllOf(Fact("employed_here"), Fact("ability_reduced"))
    >>> day = date(2008, 1, 1)
    >>> both.unknown(Facts(employed_here=True), day, PARAMETERS)
    ('ability_reduced',)
    >>> both.judge(Facts(employed_here=False), day, PARAMETERS)
    False
    """

    decisive = False
    parts: tuple[Predicate, ...]

    def __init__(self, *parts: Predicate) -> None:
        object.__setattr__(self, "parts", parts)


@brief
@attrs.frozen(init=False)
class AnyOf(_Several):
    """At least one part is true: one that is true decides."""

    decisive = True
    parts: tuple[Predicate, ...]

    def __init__(self, *parts: Predicate) -> None:
        object.__setattr__(self, "parts", parts)


@attrs.frozen
class Not(Predicate):
    """The opposite."""

    part: Predicate

    def judge(self, facts: Facts, day: date, parameters: ParameterSet) -> bool | None:
        answer = self.part.judge(facts, day, parameters)
        return None if answer is None else not answer

    def unknown(self, facts: Facts, day: date, parameters: ParameterSet) -> tuple[str, ...]:
        return self.part.unknown(facts, day, parameters)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return self.part.leaves


def settled(*schemes: str) -> Predicate:
    """Whether measures have all been tried or ruled out.

    >>> settled("aids").names
    ('measures.aids',)
    """
    done = (MeasureState.TRIED, MeasureState.RULED_OUT)
    return AllOf(*(OneOf(f"measures.{scheme}", *done) for scheme in schemes))
