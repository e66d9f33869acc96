"""The sickness benefit of a week, and how much of it is refunded.

Hours are in hundredths, money in øre, days are day numbers. The hours for which benefit is due are
carried as a fraction: a numerator in hundredths, and the whole number ``over`` that it is divided
by. Nothing is rounded before the week's amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from socialkapitel.formulas.arithmetic import (
    Pick,
    Whole,
    half_up,
    half_up_share,
    less_at_least_zero,
    pick,
    smaller,
)

WEEKDAYS = 5
HUNDREDTHS = 100
PER_CENT = 10_000
"""Hundredths of a per cent in the whole."""


def weekdays_from(day: Whole, monday: Whole, pick: Pick = pick) -> Whole:
    """How many of the weekdays of a week lie on or after a day."""
    return less_at_least_zero(monday + WEEKDAYS, pick(day <= monday, monday, day), pick)


def working_days_from(
    day: Whole, monday: Whole, holidays: Sequence[Whole], pick: Pick = pick
) -> Whole:
    """How many weekdays of a week are on or after a day, public holidays left out.

    ``holidays`` says for each day from Monday to Friday whether it is one.
    """
    days = weekdays_from(day, monday, pick)
    for place, holiday in enumerate(holidays):
        if holiday is not False:
            days -= pick(holiday, pick(day <= monday + place, 1, 0), 0)
    return days


def planned_from(
    day: Whole,
    monday: Whole,
    planned: Sequence[Whole],
    holidays: Sequence[Whole],
    pick: Pick = pick,
) -> Whole:
    """The hours that are planned in a week on or after a day, public holidays left out.

    ``planned`` are the hours from Monday to Sunday; ``holidays`` as in `working_days_from`.
    """
    total: Whole = 0
    for place, hours in enumerate(planned):
        counted = pick(day <= monday + place, hours, 0)
        if place < len(holidays) and holidays[place] is not False:
            counted = pick(holidays[place], 0, counted)
        total += counted
    return total


def planned_on(day: Whole, monday: Whole, planned: Sequence[Whole], pick: Pick = pick) -> Whole:
    """The hours that are planned on a day of a week; 0 for a day outside it."""
    total: Whole = 0
    for place, hours in enumerate(planned):
        total += pick(day == monday + place, hours, 0)
    return total


def whole_absence(hours: Whole, contract_hours: Whole, days: Whole) -> Whole:
    """Whether an absence takes all the hours agreed for so many of a week's five weekdays."""
    return hours * WEEKDAYS >= contract_hours * days


def planned_absence(hours: Whole, contract_hours: Whole, days: Whole, pick: Pick = pick) -> Whole:
    """A week's absence, at most what is agreed for so many of its five weekdays; over `WEEKDAYS`.

    Only hours that were to be worked are hours of absence.
    """
    return smaller(hours * WEEKDAYS, contract_hours * days, pick)


def shown_hours(hours: Whole, over: Whole) -> Whole:
    """Hours carried as a fraction, rounded to hundredths for display."""
    return half_up(hours, over)


def shown_rate(
    pay: Whole, contribution: Whole, max_weekly: Whole, full_time: Whole, pick: Pick = pick
) -> Whole:
    """The benefit an hour, rounded to the øre for display.

    The hourly pay less the contribution (in hundredths of a per cent), at most the weekly maximum
    over the hours of a full-time week.
    """
    return smaller(
        half_up(pay * (PER_CENT - contribution), PER_CENT),
        half_up(max_weekly * HUNDREDTHS, full_time),
        pick,
    )


def weekly_cap(hours: Whole, others: Whole, max_weekly: Whole) -> Whole:
    """An employer's part of the weekly maximum, by its part of the hours for which benefit is due.

    ``others`` are the hours of all other employers, counted alike.
    """
    return half_up(max_weekly * hours, hours + others)


def by_rate(
    hours: Whole,
    over: Whole,
    pay: Whole,
    contribution: Whole,
    max_weekly: Whole,
    full_time: Whole,
    pick: Pick = pick,
    *,
    large: bool = False,
) -> Whole:
    """Hours times rate, rounded once: what a week gives where no weekly maximum applies.

    The hours are paid by the hourly pay less the contribution or, where that is less, by the weekly
    maximum over the hours of a full-time week; the smaller of the two is still the smaller when
    rounded. ``large`` hours, of columns, are worked out in smaller products.
    """
    factor, divisor = pay * (PER_CENT - contribution), HUNDREDTHS * PER_CENT
    if large:
        by_pay = half_up_share(hours, over, factor, divisor)
        by_maximum = half_up_share(hours, over, max_weekly, full_time)
    else:
        by_pay = half_up(hours * factor, divisor * over)
        by_maximum = half_up(hours * max_weekly, full_time * over)
    return smaller(by_pay, by_maximum, pick)


def refund(
    benefit: Whole,
    hours: Whole,
    over: Whole,
    pay: Whole,
    pick: Pick = pick,
    *,
    large: bool = False,
) -> Whole:
    """The employer's refund for the week: the benefit, at most the pay for the same hours.

    ``large`` as in `by_rate`.
    """
    if large:
        return smaller(benefit, half_up_share(hours, over, pay, HUNDREDTHS), pick)
    return smaller(benefit, half_up(hours * pay, HUNDREDTHS * over), pick)


def supplement(refund: Whole, percentage: Whole) -> Whole:
    """The supplement (in hundredths of a per cent) to a week's refund, in whole kroner."""
    return HUNDREDTHS * half_up(refund * percentage, HUNDREDTHS * PER_CENT)


class Rate(NamedTuple):
    """What an hour gives: pay, contribution, weekly maximum and the hours of a full-time week."""

    pay: int
    contribution: int
    max_weekly: int
    full_time: int


Parts: TypeAlias = Sequence[tuple[int, Rate]]
"""Hours of a week, hundredths over one whole number, each with what an hour of them gives.

There is one part unless the pay changes within the week; then the weekly maximum and the
contribution are the same in all of them.
"""


def _due(parts: Parts) -> tuple[int, int]:
    """What the hours of a week give before rounding, and the whole number that it is divided by."""
    full_time = parts[0][1].full_time
    due = sum(
        min(
            hours * rate.pay * (PER_CENT - rate.contribution) * full_time,
            hours * rate.max_weekly * HUNDREDTHS * PER_CENT,
        )
        for hours, rate in parts
    )
    return due, HUNDREDTHS * PER_CENT * full_time


def by_rates(parts: Parts, over: int) -> int:
    """Hours times rates, rounded once; for one part, the same as `by_rate`."""
    if len(parts) == 1:
        hours, rate = parts[0]
        return int(by_rate(hours, over, *rate))
    due, divisor = _due(parts)
    return int(half_up(due, divisor * over))


def refund_at(benefit: int, parts: Parts, over: int) -> int:
    """The employer's refund: the benefit, at most the pay for the same hours, as `refund`."""
    return min(benefit, int(half_up(sum(h * rate.pay for h, rate in parts), HUNDREDTHS * over)))


def shown_rate_at(parts: Parts) -> int:
    """The benefit an hour at one pay or several, rounded for display; the average of several."""
    if len(parts) == 1:
        return int(shown_rate(*parts[0][1]))
    due, divisor = _due(parts)
    return int(half_up(HUNDREDTHS * due, divisor * sum(hours for hours, _ in parts)))
