"""The flex wage supplement of a flexjob granted since 2013.

Amounts are whole øre and reductions hundredths of a per cent, so parts are carried as numerators
over `OVER` and rounded once.
"""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import (
    Pick,
    Whole,
    half_up,
    less_at_least_zero,
    pick,
    smaller,
)

OVER = 10_000


def reduction_part(
    pay: Whole, threshold: Whole, below: Whole, above: Whole, pick: Pick = pick
) -> Whole:
    """What the pay takes off the supplement: less up to the threshold, more above it."""
    low = smaller(pay, threshold, pick)
    return below * low + above * (pay - low)


def supplement(
    most: Whole, reduction_part: Whole, pay: Whole, full_time_pay: Whole, pick: Pick = pick
) -> Whole:
    """The supplement: not below 0, and with the pay not above full-time pay.

    Rounded once to the øre; the pay is at most the full-time pay.
    """
    part = less_at_least_zero(most * OVER, reduction_part, pick)
    return half_up(smaller(part, (full_time_pay - pay) * OVER, pick), OVER)
