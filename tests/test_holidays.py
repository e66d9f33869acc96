"""Public holidays: the days, their names, and what was abolished."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socialkapitel as sk
from socialkapitel.holidays import weekday_holiday, weekday_holidays_in
from socialkapitel.periods import easter_sunday

years = st.integers(1900, 2199)


def gauss(year):
    """Easter by the algorithm that was printed in Nature in 1876, which dateutil does not use."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@given(years)
def test_easter_is_what_another_algorithm_gives(year):
    assert gauss(year) == easter_sunday(year)


def test_the_days_of_2024_by_name():
    assert [
        ("nytårsdag", date(2024, 1, 1)),
        ("skærtorsdag", date(2024, 3, 28)),
        ("langfredag", date(2024, 3, 29)),
        ("påskedag", date(2024, 3, 31)),
        ("2. påskedag", date(2024, 4, 1)),
        ("Kristi himmelfartsdag", date(2024, 5, 9)),
        ("pinsedag", date(2024, 5, 19)),
        ("2. pinsedag", date(2024, 5, 20)),
        ("juledag", date(2024, 12, 25)),
        ("2. juledag", date(2024, 12, 26)),
    ] == [(found.label.da, found.date) for found in sk.public_holidays(2024)]


@pytest.mark.parametrize(("year", "day"), [(2022, date(2022, 5, 13)), (2023, date(2023, 5, 5))])
def test_great_prayer_day_through_2023(year, day):
    [found] = [one for one in sk.public_holidays(year) if one.until]
    assert (day, date(2023, 12, 31), None) == (found.date, found.until, found.since)
    assert "Great Prayer Day" == str(found.label)


def test_no_great_prayer_day_from_2024():
    assert None is weekday_holiday(date(2024, 4, 26))
    assert [] == [one for one in sk.public_holidays(2024) if one.until]


@given(years)
def test_a_year_has_ten_or_eleven_in_order(year):
    found = [one.date for one in sk.public_holidays(year)]
    assert sorted(set(found)) == found
    assert (11 if year <= 2023 else 10) == len(found)
    assert {year} == {day.year for day in found}


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_days_off_by_agreement_and_weekends_are_none(day):
    found = weekday_holiday(day)
    assert not (found and day.weekday() >= 5)
    if (day.month, day.day) in {(6, 5), (12, 24), (12, 31)} and found:
        assert found.en in {"Ascension Day", "Whit Monday"}


@given(st.dates(date(1900, 1, 8), date(2199, 12, 20)).map(sk.Week.of))
def test_a_week_has_those_of_its_days(week):
    expected = [
        one.date
        for year in {week.monday.year, week.sunday.year}
        for one in sk.public_holidays(year)
        if one.date in week and one.on_weekday
    ]
    assert sorted(expected) == list(weekday_holidays_in(week))
    assert 2 >= len(expected)


def test_whitsun_and_ascension_go_by_easter():
    easter = date(2038, 4, 25)
    days = {one.label.en: (one.date - easter).days for one in sk.public_holidays(2038)}
    assert (39, 49, 50) == (days["Ascension Day"], days["Whit Sunday"], days["Whit Monday"])
    assert easter + timedelta(days=1) == date(2038, 4, 26)


@pytest.mark.parametrize("year", [1899, 2200])
def test_a_year_beyond_the_calendar(year):
    with pytest.raises(sk.InvalidInput, match="year"):
        sk.public_holidays(year)


@pytest.mark.parametrize("year", ["2024", 2024.0, None, True])
def test_a_year_is_a_whole_number(year):
    with pytest.raises(sk.WrongType, match="year"):
        sk.public_holidays(year)


def test_a_holiday_is_frozen():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        sk.public_holidays(2024)[0].date = date(2024, 1, 2)
