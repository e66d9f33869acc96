"""When people reach the state pension age, as the act's table has it, and what follows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.schemes import Facts
from socialkapitel.schemes.pension_age import pension_day, with_pension_age


@pytest.mark.parametrize(
    ("born_on", "reached_on"),
    [  # the first and the last who reach it at an age
        (date(1939, 7, 1), date(2006, 7, 1)),
        (date(1939, 7, 2), date(2004, 7, 2)),
        (date(1953, 12, 31), date(2018, 12, 31)),
        (date(1954, 1, 1), date(2019, 7, 1)),
        (date(1954, 6, 30), date(2019, 12, 30)),
        (date(1954, 7, 1), date(2020, 7, 1)),
        (date(1954, 12, 31), date(2020, 12, 31)),
        (date(1955, 1, 1), date(2021, 7, 1)),
        (date(1955, 6, 30), date(2021, 12, 30)),
        (date(1955, 7, 1), date(2022, 7, 1)),
        (date(1962, 12, 31), date(2029, 12, 31)),
        (date(1963, 1, 1), date(2031, 1, 1)),
        (date(1966, 12, 31), date(2034, 12, 31)),
        (date(1967, 1, 1), date(2036, 1, 1)),
        (date(1956, 2, 29), date(2023, 3, 1)),
    ],
)
def test_the_acts_table(born_on, reached_on):
    assert reached_on == pension_day(born_on)


@pytest.mark.parametrize(
    ("day", "reached", "left"),
    [
        (date(2023, 5, 1), False, 6),
        (date(2023, 4, 30), False, 7),
        (date(2029, 4, 30), False, 1),
        (date(2029, 5, 1), True, 0),
        (date(2040, 1, 1), True, 0),
    ],
)
def test_what_follows_from_a_day_of_birth(day, reached, left):
    found = with_pension_age(Facts(born_on=date(1962, 5, 1)), day)
    assert (reached, left) == (found.reached_pension_age, found.years_to_pension_age)


def test_what_is_told_stays():
    told = Facts(born_on=date(1990, 1, 1), reached_pension_age=True, years_to_pension_age=3)
    assert told == with_pension_age(told, date(2024, 1, 1))
    assert Facts() == with_pension_age(Facts(), date(2024, 1, 1))


@given(st.dates(date(1930, 1, 1), date(2010, 1, 1)), st.dates(date(2005, 1, 1), date(2040, 1, 1)))
def test_nothing_is_left_when_it_is_reached_and_something_before(born_on, day):
    found = with_pension_age(Facts(born_on=born_on), day)
    assert found.reached_pension_age == (found.years_to_pension_age == 0)
    later = with_pension_age(Facts(born_on=born_on), day + timedelta(days=1))
    assert 0 <= found.years_to_pension_age - later.years_to_pension_age <= 1
