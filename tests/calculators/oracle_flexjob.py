"""The refund of an old flexjob, worked out a second time, on fractions and from its own tables.

It was written from the act: the subsidy is half or two thirds of the pay with ATP and other
contributions; of no more than the lowest agreed pay; worked out of no more than a yearly or an
hourly amount; reduced per day by the refund of sickness benefit. It shares no code with the
library.
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

CEILINGS_AN_HOUR = {
    2006: "205.30",
    2013: "246.38",
    2014: "250.81",
    2015: "254.57",
    2016: "258.13",
    2017: "263.29",
    2018: "268.56",
    2019: "273.93",
    2020: "279.41",
    2021: "285.00",
    2022: "288.42",
    2023: "296.21",
    2024: "305.69",
    2025: "316.69",
    2026: "330.94",
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


MONTH = Fraction("160.33")
"""Hours of a full-time month."""


def to_oere(exact: Fraction) -> Fraction:
    """To the nearest øre; nothing here is negative, and halves go up."""
    return Fraction((exact * 100 + Fraction(1, 2)).__floor__(), 100)


def atp(atp_class: str | None, year: int, monthly_hours: Fraction) -> Fraction:
    """The employer's contribution for a month with so many hours."""
    if atp_class is None:
        return Fraction(0)
    full, two_thirds, one_third = ATP[atp_class][max(y for y in ATP[atp_class] if y <= year)]
    for hours, contribution in ((117, full), (78, two_thirds), (39, one_third)):
        if monthly_hours >= hours:
            return Fraction(contribution)
    return Fraction(0)


def ceiling(year: int, weekly_hours: Fraction, paid: Fraction | None, *, by_hour: bool) -> Fraction:
    """What pay and contributions of a month are at most worked out of.

    An hourly amount that was not printed is the yearly one over the hours of its months.
    """
    an_hour = CEILINGS_AN_HOUR.get(year)
    if paid is not None:
        of_the_year = to_oere(Fraction(CEILINGS[year], 12) / MONTH) if an_hour is None else an_hour
        return Fraction(of_the_year) * paid
    if by_hour and an_hour is not None:
        return Fraction(an_hour) * Fraction("160.33") * weekly_hours / 37
    return Fraction(CEILINGS[year], 12) * weekly_hours / 37


def cost(
    *,
    monthly: Fraction | None = None,
    hourly: Fraction | None = None,
    weekly_hours: Fraction,
    atp_class: str | None,
    other: Fraction,
    year: int,
    actual: Fraction | None = None,
    paid: Fraction | None = None,
) -> tuple[Fraction, Fraction]:
    """The pay that counts, and the contributions beside it."""
    part_time = weekly_hours / 37
    if hourly is not None:
        agreed = hourly * (Fraction("160.33") * part_time if paid is None else paid)
    else:
        agreed = monthly * part_time
        if paid is not None:
            agreed = min(agreed, monthly * paid / Fraction("160.33"))
    pay = agreed if actual is None else min(agreed, actual)
    hours = weekly_hours * 52 / 12 if paid is None else paid
    return pay, atp(atp_class, year, hours) + other


def gross(
    *,
    began_on: date,
    share: Fraction,
    year: int,
    pay_alone: bool = False,
    **terms: Fraction | str | None,
) -> Fraction:
    """The refund before it is reduced; ``pay_alone`` for the other reading of the ceiling."""
    paid, actual = terms.get("paid"), terms.get("actual")
    if paid == 0 or actual == 0:
        return Fraction(0)
    pay, contributions = cost(year=year, **terms)
    whole = pay + contributions
    if began_on >= date(2006, 7, 5):
        by_hour = terms.get("hourly") is not None
        most = ceiling(year, terms["weekly_hours"], paid, by_hour=by_hour)
        whole = min(pay, most) + contributions if pay_alone else min(whole, most)
    return to_oere(share * whole)


def reduced(gross: Fraction, weekdays: int, benefits: list[Fraction]) -> Fraction:
    """What is left when each day's refund of sickness benefit has taken its day's part, or less."""
    day = gross / weekdays
    return to_oere(max(gross - sum(min(day, benefit) for benefit in benefits), Fraction(0)))
