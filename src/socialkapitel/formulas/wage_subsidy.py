"""The wage subsidy for hours with pay."""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, half_up, pick, smaller


def subsidy_rate(hourly_pay: Whole, *limits: Whole, pick: Pick = pick) -> Whole:
    """The lowest of hourly pay, granted or fixed rate and cap, in øre an hour."""
    rate = hourly_pay
    for limit in limits:
        rate = smaller(rate, limit, pick)
    return rate


def day_reduction(part: Whole, refund: Whole, days: Whole, pick: Pick = pick) -> Whole:
    """What a day's refund reduces the subsidy by: at most the day's own part of it.

    ``part`` is in hundredths of øre times ``days``, the number of equal parts that the hours were
    divided into; the refund is in øre. The result is in the same unit as ``part``.
    """
    return smaller(part, refund * 100 * days, pick)


def reduced(hours: Whole, rate: Whole, taken: Whole, days: Whole) -> Whole:
    """The subsidy less the refunds' reductions, rounded once to the øre."""
    return half_up(hours * rate * days - taken, 100 * days)


def subsidy(hours: Whole, rate: Whole) -> Whole:
    """Hundredths of hours times øre an hour, rounded once to the øre."""
    return half_up(hours * rate, 100)
