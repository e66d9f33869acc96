"""Which ATP contribution goes with how many hours."""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, pick

WEEKS = 52
MONTHS = 12


def atp_contribution(
    weekly_hours: Whole,
    bands: tuple[Whole, Whole, Whole],
    contributions: tuple[Whole, Whole, Whole],
    pick: Pick = pick,
) -> Whole:
    """The month's contribution: full, two thirds, one third, or none below the lowest band.

    Hours in hundredths; a month has 52/12 weeks.
    """
    hours = weekly_hours * WEEKS
    full, two_thirds, one_third = (band * MONTHS for band in bands)
    in_full, in_two_thirds, in_one_third = contributions
    low = pick(hours >= one_third, in_one_third, hours - hours)
    return pick(hours >= full, in_full, pick(hours >= two_thirds, in_two_thirds, low))
