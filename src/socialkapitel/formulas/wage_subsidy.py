"""The wage subsidy for hours with pay."""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, half_up, pick, smaller


def subsidy_rate(hourly_pay: Whole, *limits: Whole, pick: Pick = pick) -> Whole:
    """The lowest of hourly pay, granted or fixed rate and cap, in øre an hour."""
    rate = hourly_pay
    for limit in limits:
        rate = smaller(rate, limit, pick)
    return rate


def subsidy(hours: Whole, rate: Whole) -> Whole:
    """Hundredths of hours times øre an hour, rounded once to the øre."""
    return half_up(hours * rate, 100)
