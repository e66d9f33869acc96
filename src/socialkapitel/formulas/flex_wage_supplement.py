"""The flex wage supplement of a flexjob that began in 2013 or later.

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
MONTH_DAYS = 216_667
"""The days of a month where another benefit is deducted: 21.6667, in ten-thousandths."""


def reduction_part(
    pay: Whole, threshold: Whole, below: Whole, above: Whole, pick: Pick = pick
) -> Whole:
    """What the supplement is reduced by because of pay, at a higher rate above the threshold."""
    low = smaller(pay, threshold, pick)
    return below * low + above * (pay - low)


def supplement_part(
    most: Whole, reduction_part: Whole, pay: Whole, full_time_pay: Whole, pick: Pick = pick
) -> Whole:
    """The supplement over `OVER`: not below 0, and with the pay at most full-time pay."""
    part = less_at_least_zero(most * OVER, reduction_part, pick)
    room = less_at_least_zero(full_time_pay, pay, pick)
    return pick(pay >= 1, smaller(part, room * OVER, pick), 0)


def supplement(
    most: Whole, reduction_part: Whole, pay: Whole, full_time_pay: Whole, pick: Pick = pick
) -> Whole:
    """The supplement: not below 0, with the pay at most full-time pay, and none without pay.

    Rounded once to the øre.
    """
    return half_up(supplement_part(most, reduction_part, pay, full_time_pay, pick), OVER)


def left_of_month(part: Whole, benefit_days: Whole, pick: Pick = pick) -> Whole:
    """A supplement over `OVER` less that of days with another benefit, in hundredths of days.

    Rounded once to the øre.
    """
    days = less_at_least_zero(MONTH_DAYS, benefit_days * 100, pick)
    return half_up(part * days, OVER * MONTH_DAYS)


def atp(supplement: Whole, rate: Whole, most: Whole, pick: Pick = pick) -> Whole:
    """The ATP contribution of a supplement: a rate in hundredths of a per cent, up to a limit."""
    return half_up(smaller(supplement * rate, most * OVER, pick), OVER)
