"""Annex 2 of Region Midtjylland's chapter: its printed numbers, and invented cases with them.

The printed page (as text) leaves empty cells empty, so in some rows the numbers alone don't say
which county they are of. Every column must add up to the county's cases, and every printed row
keeps its order; that settles all rows but two. In those, the twos of the care assistants and of
the administrative staff belong one to Ringkjøbing and one to Viborg, and either way adds up: there
are two readings, and both are tried.
"""

from datetime import date

from case_examples import opened

import socialkapitel as sk
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import Cause, Profile, Sex

PERIOD = sk.Period(date(2007, 1, 1), date(2007, 10, 31))
COUNTIES = ("aarhus", "ringkoebing", "vejle", "viborg")

PRINTED = {
    "opened": {"before": (24,), "within": (64, 5, 5, 13)},
    "age": {
        "through-30": (13, 1),
        "31-40": (9, 2, 1, 2),
        "41-50": (31, 2, 3, 5),
        "51-60": (34, 1, 5),
        "from-61": (1, 1),
    },
    "sex": {"woman": (77, 4, 4, 11), "man": (11, 1, 1, 2)},
    "sector": {
        "hospitals": (49, 1),
        "social-and-psychiatry": (36, 3, 5, 10),
        "administration": (3, 2, 2),
    },
    "occupation": {
        "nurses": (25,),
        "health-care-assistants": (18, 2),
        "service-staff": (5,),
        "doctors": (2,),
        "other-health-staff": (12, 1, 1),
        "administrative-staff": (6, 2),
        "pedagogues": (10, 2, 3, 6),
        "other": (10, 1, 1, 4),
    },
    "cause": {"back-and-joints": (40,), "mental": (51,), "other": (20,)},
}
"""The printed numbers of each row in their order; an empty cell leaves no number."""

_FULL = {
    "opened": {"before": (24, 0, 0, 0), "within": (64, 5, 5, 13)},
    "age": {
        "through-30": (13, 0, 1, 0),
        "31-40": (9, 2, 1, 2),
        "41-50": (31, 2, 3, 5),
        "51-60": (34, 1, 0, 5),
        "from-61": (1, 0, 0, 1),
    },
    "sex": {"woman": (77, 4, 4, 11), "man": (11, 1, 1, 2)},
    "sector": {
        "hospitals": (49, 0, 0, 1),
        "social-and-psychiatry": (36, 3, 5, 10),
        "administration": (3, 2, 0, 2),
    },
    "occupation": {
        "nurses": (25, 0, 0, 0),
        "service-staff": (5, 0, 0, 0),
        "doctors": (2, 0, 0, 0),
        "other-health-staff": (12, 0, 1, 1),
        "pedagogues": (10, 2, 3, 6),
        "other": (10, 1, 1, 4),
    },
}

READINGS = tuple(
    {
        **_FULL,
        "occupation": {
            **_FULL["occupation"],
            "health-care-assistants": (18, *twos),
            "administrative-staff": (6, *reversed(twos)),
        },
    }
    for twos in ((2, 0, 0), (0, 0, 2))
)
"""Both ways of giving each printed number its county."""

_BORN = {"through-30": 1980, "31-40": 1972, "41-50": 1961, "51-60": 1951, "from-61": 1943}
_OPENED = {"before": "2006-11-01", "within": "2007-03-01"}


def _spread(rows, county):
    """The row of each case of a county."""
    place = COUNTIES.index(county)
    return [row for row, numbers in rows.items() for _ in range(numbers[place])]


def cases(reading):
    """Invented cases that have the numbers of a reading, and no more in common with real ones."""
    causes = [cause for cause in Cause for _ in range(PRINTED["cause"][cause.value][0])]
    found = []
    for county in COUNTIES:
        ways = [_spread(reading[way], county) for way in ("opened", "age", "sex")]
        ways += [_spread(reading[way], county) for way in ("sector", "occupation")]
        for start, age, sex, sector, occupation in zip(*ways, strict=True):
            profile = Profile(
                area=county,
                birth_year=_BORN[age],
                sex=Sex(sex),
                sector=sector,
                occupation="cooks" if occupation == "other" else occupation,
                cause=causes[len(found)],
            )
            number = len(found) + 1
            found.append(Case.open(opened(_OPENED[start], number=number, profile=profile)))
    return found
