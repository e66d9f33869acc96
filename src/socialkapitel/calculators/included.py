"""Numbers of a calculation that another one took over, to reckon on with."""

from __future__ import annotations

from fractions import Fraction

import attrs

from socialkapitel.explanation import Explanation, Operand, OriginKind, Step
from socialkapitel.money import round_half_away


def included_steps(explanation: Explanation, prefix: str) -> dict[str, Operand]:
    """What was worked out in an explanation that a sheet includes under a prefix, by step."""
    return {
        step.id: Operand(step.label, step.value, step.unit, OriginKind.STEP, f"{prefix}.{step.id}")
        for step in explanation.steps
        if isinstance(step, Step) and step.expression
    }


def included_givens(explanation: Explanation, prefix: str) -> dict[str, Operand]:
    """What was given in an explanation that a sheet includes under a prefix, by name."""
    return {
        given.origin: attrs.evolve(given, origin=f"{prefix}.{given.origin}")
        for given in explanation.givens
    }


def in_oere(operand: Operand) -> int:
    """The whole øre of an amount that has been rounded to them."""
    return round_half_away(Fraction(operand.value) * 100)
