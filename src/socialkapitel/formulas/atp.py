"""Which ATP contribution goes with how many hours.

Hours of a month are carried as twelfths of hundredths, because a month has 52/12 weeks.
"""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, pick

WEEKS = 52
MONTHS = 12


def of_week(weekly_hours: Whole) -> Whole:
    """The hours of a month, by hundredths of hours a week."""
    return weekly_hours * WEEKS


def of_month(paid_hours: Whole) -> Whole:
    """The hours of a month, by hundredths of hours that were paid in it."""
    return paid_hours * MONTHS


def atp_contribution(
    hours: Whole,
    bands: tuple[Whole, Whole, Whole],
    contributions: tuple[Whole, Whole, Whole],
    pick: Pick = pick,
) -> Whole:
    """The month's contribution: full, two thirds, one third, or none below the lowest band.

    Bands begin at so many hundredths of hours a month.
    """
    full, two_thirds, one_third = bands
    in_full, in_two_thirds, in_one_third = contributions
    low = pick(hours >= one_third * MONTHS, in_one_third, 0)
    middle = pick(hours >= two_thirds * MONTHS, in_two_thirds, low)
    return pick(hours >= full * MONTHS, in_full, middle)
