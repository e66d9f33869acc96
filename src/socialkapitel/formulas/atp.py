"""Which ATP contribution goes with how many hours."""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, pick, up

WEEKS = 52
MONTHS = 12


def atp_contribution(
    weekly_hours: Whole,
    bands: tuple[Whole, Whole, Whole],
    contributions: tuple[Whole, Whole, Whole],
    pick: Pick = pick,
) -> Whole:
    """The month's contribution: full, two thirds, one third, or none below the lowest band.

    Hours in hundredths; a month has 52/12 weeks, so a band begins at so many hours a week, rounded
    up to the hundredth.
    """
    full, two_thirds, one_third = (up(band * MONTHS, WEEKS) for band in bands)
    in_full, in_two_thirds, in_one_third = contributions
    low = pick(weekly_hours >= one_third, in_one_third, 0)
    middle = pick(weekly_hours >= two_thirds, in_two_thirds, low)
    return pick(weekly_hours >= full, in_full, middle)
