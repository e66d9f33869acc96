"""Sickness benefit of a week, and what of it is refunded.

Hours are hundredths, money is øre, days are day numbers. The hours that a benefit is due for are
carried as ``hours * days / spread``: the week's absence, times the weekdays on which it gives
benefit, over the weekdays that it is spread on. An hourly rate is carried as a numerator over
`RATE_SCALE`. Nothing is rounded before the week's amount.
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

WEEKDAYS = 5
HUNDREDTHS = 100
RATE_SCALE = 10_000
"""Hundredths of a per cent in the whole: the denominator of hourly rates."""


def weekdays_from(day: Whole, monday: Whole, pick: Pick = pick) -> Whole:
    """How many of the weekdays of a week lie on or after a day."""
    return less_at_least_zero(monday + WEEKDAYS, pick(day <= monday, monday, day), pick)


def whole_absence(hours: Whole, contract_hours: Whole, weekdays: Whole) -> Whole:
    """Whether an absence takes all the hours agreed for so many of a week's five weekdays."""
    return hours * WEEKDAYS >= contract_hours * weekdays


def refundable_hours(hours: Whole, days: Whole, spread: Whole) -> Whole:
    """The hours that benefit is due for, rounded to hundredths to be shown."""
    return half_up(hours * days, spread)


def hourly_rate(pay: Whole, contribution: Whole, maximum: Whole, pick: Pick = pick) -> Whole:
    """The hourly pay less the contribution (in hundredths of a per cent), at most the maximum."""
    return smaller(pay * (RATE_SCALE - contribution), maximum * RATE_SCALE, pick)


def shown_rate(rate: Whole) -> Whole:
    """An hourly rate rounded to the øre to be shown."""
    return half_up(rate, RATE_SCALE)


def benefit(
    hours: Whole, days: Whole, spread: Whole, rate: Whole, max_weekly: Whole, pick: Pick = pick
) -> Whole:
    """The week's sickness benefit: hours times rate, at most the weekly maximum, rounded once."""
    over = HUNDREDTHS * RATE_SCALE * spread
    return half_up(smaller(hours * days * rate, max_weekly * over, pick), over)


def refund(
    hours: Whole,
    days: Whole,
    spread: Whole,
    rate: Whole,
    max_weekly: Whole,
    pay: Whole,
    pick: Pick = pick,
) -> Whole:
    """The employer's refund for the week: the benefit, at most the pay for the same hours."""
    over = HUNDREDTHS * RATE_SCALE * spread
    due = smaller(hours * days * rate, max_weekly * over, pick)
    return half_up(smaller(due, hours * days * pay * RATE_SCALE, pick), over)


def supplement(refund: Whole, percentage: Whole) -> Whole:
    """The state's supplement (in hundredths of a per cent) to a week's refund, in whole kroner."""
    return HUNDREDTHS * half_up(refund * percentage, HUNDREDTHS * RATE_SCALE)
