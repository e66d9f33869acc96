"""The refund of an old flexjob, worked out a second time, on fractions and from its own tables.

It knows the rules in words only: a share of pay (at most what was paid, at most the ceiling), ATP
and other contributions; the whole rounded once. It shares no code with the library.
"""

from datetime import date
from fractions import Fraction

CEILINGS = {
    2006: 395000,
    2007: 404480,
    2008: 416210,
    2009: 429112,
    2010: 444990,
    2011: 453444,
    2012: 466594,
    2013: 474060,
    2014: 482593,
    2015: 489832,
    2016: 496690,
    2017: 506624,
    2018: 516756,
    2019: 527091,
    2020: 537633,
    2021: 548386,
    2022: 554967,
    2023: 569951,
    2024: 588189,
    2025: 609364,
    2026: 636785,
}

ATP = {
    "A": {
        1996: ("149.10", "99.40", "49.70"),
        2006: ("162.60", "108.40", "54.20"),
        2009: ("180.00", "120.00", "60.00"),
        2016: ("189.35", "126.25", "63.10"),
        2024: ("198.00", "132.00", "66.00"),
    },
    "B": {1988: ("64.80", "43.20", "21.60")},
    "C": {
        1996: ("84.30", "56.20", "28.10"),
        2006: ("97.80", "65.20", "32.60"),
        2009: ("115.20", "76.80", "38.40"),
        2016: ("124.55", "83.05", "41.50"),
        2024: ("133.20", "88.80", "44.40"),
    },
    "D": {
        2006: ("78.30", "52.20", "26.10"),
        2009: ("96.00", "64.00", "32.00"),
        2016: ("105.35", "70.25", "35.10"),
        2024: ("114.00", "76.00", "38.00"),
    },
    "E": {
        2010: ("136.80", "91.20", "45.60"),
        2016: ("146.15", "97.45", "48.70"),
        2024: ("154.80", "103.20", "51.60"),
    },
    "F": {
        2012: ("158.40", "105.60", "52.80"),
        2016: ("167.75", "111.85", "55.90"),
        2024: ("176.40", "117.60", "58.80"),
    },
}


def to_oere(exact: Fraction) -> Fraction:
    """To the nearest øre; nothing here is negative, and halves go up."""
    return Fraction((exact * 100 + Fraction(1, 2)).__floor__(), 100)


def atp(atp_class: str | None, year: int, weekly_hours: Fraction) -> Fraction:
    """The employer's monthly contribution."""
    if atp_class is None:
        return Fraction(0)
    full, two_thirds, one_third = ATP[atp_class][max(y for y in ATP[atp_class] if y <= year)]
    monthly_hours = weekly_hours * 52 / 12
    for hours, contribution in ((117, full), (78, two_thirds), (39, one_third)):
        if monthly_hours >= hours:
            return Fraction(contribution)
    return Fraction(0)


def gross(
    *,
    granted_on: date,
    share: Fraction,
    monthly: Fraction | None = None,
    hourly: Fraction | None = None,
    weekly_hours: Fraction,
    atp_class: str | None,
    other: Fraction,
    year: int,
    actual: Fraction | None = None,
) -> Fraction:
    """The refund before set-off."""
    part_time = weekly_hours / 37
    full_time = monthly if monthly is not None else hourly * Fraction("160.33")
    limits = [full_time * part_time]
    if actual is not None:
        limits.append(actual)
    if granted_on >= date(2006, 7, 5):
        limits.append(Fraction(CEILINGS[year], 12) * part_time)
    return to_oere(share * (min(limits) + atp(atp_class, year, weekly_hours) + other))


def after_set_off(gross: Fraction, weekdays: int, benefits: list[Fraction]) -> Fraction:
    """What is left when each sick day's benefit has taken its day's part, or less."""
    well_days = weekdays - len(benefits)
    day = gross / weekdays
    return to_oere(well_days * day + sum(max(day - benefit, Fraction(0)) for benefit in benefits))
