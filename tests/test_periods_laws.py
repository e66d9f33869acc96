"""Laws of the calendar, held against the standard library and dateutil."""

import calendar
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import MissingDay, Month, Period, Quarter, Week
from socialkapitel.periods import add_months, term_end

DAY = timedelta(days=1)

days = st.dates(date(1901, 1, 1), date(2198, 12, 31))
spans = st.builds(Period.of_days, st.dates(date(1901, 1, 1), date(2100, 1, 1)), st.integers(1, 400))


@given(days)
def test_a_day_lies_in_its_month(day):
    month = Month.of(day)
    assert (day.year, day.month) == (month.year, month.month)
    assert month.first_day <= day <= month.last_day
    assert day in month
    assert [] == [
        other for other in (month.first_day - DAY, month.last_day + DAY) if other in month
    ]


@given(days)
def test_a_month_has_the_days_of_the_calendar(day):
    month = Month.of(day)
    _, length = calendar.monthrange(day.year, day.month)
    assert (1, length) == (month.first_day.day, month.last_day.day)
    expected = [
        date(day.year, day.month, number)
        for number in range(1, length + 1)
        if calendar.weekday(day.year, day.month, number) < calendar.SATURDAY
    ]
    assert expected == list(month.weekdays)


@given(days)
def test_the_next_month_begins_the_day_after(day):
    month = Month.of(day)
    assert month.last_day + DAY == month.next().first_day
    assert Month.of(month.last_day + DAY) == month.next()


@given(days)
def test_a_day_lies_in_its_week(day):
    week = Week.of(day)
    assert day.isocalendar()[:2] == (week.year, week.week)
    assert week.monday <= day <= week.sunday
    assert (calendar.MONDAY, calendar.SUNDAY) == (week.monday.weekday(), week.sunday.weekday())
    assert [day] == [other for other in (day, day - 7 * DAY, day + 7 * DAY) if other in week]


@given(days)
def test_a_week_has_five_weekdays_and_is_followed_by_the_next(day):
    week = Week.of(day)
    assert [week.monday + number * DAY for number in range(5)] == list(week.weekdays)
    assert week.sunday + DAY == week.next().monday


@given(days)
def test_a_day_lies_in_its_quarter(day):
    quarter = Quarter.of(day)
    months = [month for month in range(1, 13) if (month - 1) // 3 + 1 == quarter.quarter]
    assert day.month in months
    assert Month(day.year, months[0]).first_day == quarter.first_day
    assert Month(day.year, months[2]).last_day == quarter.last_day
    assert quarter.last_day + DAY == quarter.next().first_day
    assert day in quarter
    assert quarter.first_day - DAY not in quarter
    assert quarter.last_day + DAY not in quarter


@given(days, days)
def test_spans_are_ordered_as_their_days(one, other):
    for kind in (Month, Week, Quarter):
        if kind.of(one) < kind.of(other):
            assert one < other


@given(spans)
def test_a_period_holds_its_days_and_no_others(period):
    held = list(period)
    assert (period.start, period.end, period.days) == (held[0], held[-1], len(held))
    assert held == sorted(set(held))
    assert all(day in period for day in held)
    assert period.start - DAY not in period
    assert period.end + DAY not in period
    assert period == Period.of_days(period.start, period.days)


@given(spans, st.integers(-800, 800), st.integers(1, 400))
def test_periods_overlap_where_their_days_meet(period, shift, length):
    other = Period.of_days(period.start + shift * DAY, length)
    assert bool(set(period) & set(other)) == period.overlaps(other)


@given(days, st.integers(0, 1200))
def test_months_are_added_as_dateutil_adds_them(day, months):
    clamped = day + relativedelta(months=months)
    assert clamped == add_months(day, months, missing=MissingDay.LAST_OF_MONTH)
    exists = clamped.day == day.day
    later = add_months(day, months, missing=MissingDay.FIRST_OF_NEXT)
    assert (clamped if exists else clamped + DAY) == later
    if exists:
        assert clamped == add_months(day, months)


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.integers(0, 600), st.integers(0, 600))
def test_months_add_up_where_every_month_has_the_day(day, one, other):
    early = day.replace(day=min(day.day, 28))
    assert add_months(early, one + other) == add_months(add_months(early, one), other)


@given(days, st.integers(1, 100))
def test_the_day_after_a_term_begins_the_next(first_day, years):
    after = term_end(first_day, years) + DAY
    assert first_day.year + years == after.year
    leap_start = (first_day.month, first_day.day) == (2, 29)
    if not leap_start or calendar.isleap(after.year):
        assert (first_day.month, first_day.day) == (after.month, after.day)
    else:
        assert (3, 1) == (after.month, after.day)
