"""Choosing and rounding, for ints and for columns alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Whole: TypeAlias = Any
"""A Python int, or a column expression of 64-bit ints."""

Pick: TypeAlias = Callable[[Any, Whole, Whole], Whole]
"""Chooses between two values by a condition; columns bring their own."""


def pick(condition: Any, then: Whole, otherwise: Whole) -> Whole:
    """The choice for single values."""
    return then if condition else otherwise


def smaller(a: Whole, b: Whole, pick: Pick = pick) -> Whole:
    """The smaller of two."""
    return pick(a <= b, a, b)


def less_at_least_zero(a: Whole, b: Whole, pick: Pick = pick) -> Whole:
    """``a - b``, or 0 where b is larger."""
    return pick(a <= b, 0, a - b)


def half_up(numerator: Whole, denominator: Whole) -> Whole:
    """A non-negative quotient rounded to a whole number, halves up."""
    return (numerator + denominator // 2) // denominator


def half_up_share(a: Whole, over: Whole, factor: Whole, divisor: Whole) -> Whole:
    """``a * factor / (over * divisor)`` rounded as `half_up` does, without the large product.

    Some engines divide exactly within 53 bits only.
    """
    whole = a // over
    rest, product = a - whole * over, whole * factor
    quotient = product // divisor
    return quotient + half_up((product - quotient * divisor) * over + rest * factor, divisor * over)


def up(numerator: Whole, denominator: Whole) -> Whole:
    """A non-negative quotient rounded up to a whole number."""
    return (numerator + denominator - 1) // denominator
