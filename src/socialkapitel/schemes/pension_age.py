"""When somebody reaches the state pension age (folkepensionsalder), by day of birth.

The ages are those of lov om social pension § 1 a (danskelove.dk); for people born by 1 July 1939,
the age before 2004, which Herlev Kommune's chapter names. They may be raised for those born after
1966.
"""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.periods import MissingDay, add_months
from socialkapitel.schemes.facts import Facts

_AGES = (
    (date(1939, 7, 1), 67 * 12),
    (date(1953, 12, 31), 65 * 12),
    (date(1954, 6, 30), 65 * 12 + 6),
    (date(1954, 12, 31), 66 * 12),
    (date(1955, 6, 30), 66 * 12 + 6),
    (date(1962, 12, 31), 67 * 12),
    (date(1966, 12, 31), 68 * 12),
)
"""The age in months, for people born no later than a day."""

_YOUNGEST = 69 * 12


def pension_day(born_on: date) -> date:
    """The day on which somebody reaches the pension age.

    >>> pension_day(date(1950, 3, 1)), pension_day(date(1954, 8, 31))
    (datetime.date(2015, 3, 1), datetime.date(2020, 8, 31))
    """
    months = next((age for last, age in _AGES if born_on <= last), _YOUNGEST)
    return add_months(born_on, months, missing=MissingDay.FIRST_OF_NEXT)


def with_pension_age(facts: Facts, day: date) -> Facts:
    """The facts on a day, adding what follows from the day of birth where it isn't given.

    >>> found = with_pension_age(Facts(born_on=date(1962, 5, 1)), date(2026, 5, 2))
    >>> found.reached_pension_age, found.years_to_pension_age
    (False, 3)
    """
    if facts.born_on is None:
        return facts
    reached = pension_day(facts.born_on)
    begun = (reached.month, reached.day) > (day.month, day.day)
    years = max(reached.year - day.year + begun, 0)
    told, left = facts.reached_pension_age, facts.years_to_pension_age
    return attrs.evolve(
        facts,
        reached_pension_age=day >= reached if told is None else told,
        years_to_pension_age=years if left is None else left,
    )
