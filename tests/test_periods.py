"""Months, weeks, quarters, periods and terms: examples and what is refused."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import pytest

from socialkapitel import InvalidInput, MissingDay, Month, Period, Quarter, Week, WrongType
from socialkapitel.money import decimal, hundredths
from socialkapitel.periods import Dated, add_months, read_date, read_month, term_end

MIDNIGHT = datetime(2022, 1, 31, tzinfo=UTC)
SPANS = [
    Month(2007, 11),
    Week(2022, 5),
    Quarter(2022, 4),
    Period(date(2022, 1, 3), date(2022, 2, 1)),
]


def test_a_plain_date_passes():
    for day in (date(1900, 1, 1), date(2199, 12, 31)):
        assert day == read_date(day, "day")


def test_a_kind_of_date_of_one_s_own_passes():
    class Holiday(date):
        """A date that says what is celebrated."""

    assert date(2022, 12, 24) == read_date(Holiday(2022, 12, 24), "day")


@pytest.mark.parametrize("value", [MIDNIGHT, b"2018-01-01", 20180101, None, 1.5], ids=repr)
def test_anything_else_is_no_date(value):
    with pytest.raises(WrongType) as caught:
        read_date(value, "granted_on")
    assert "granted_on" == caught.value.field
    assert str(caught.value).endswith("give a date without time of day")


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2200, 1, 1), date.max, date.min])
def test_a_year_beyond_reason_is_refused(day):
    with pytest.raises(InvalidInput) as caught:
        read_date(day, "granted_on")
    assert (
        f"granted_on: {day.year} is not accepted; give a whole number from 1900 to 2199"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("make", "field", "accepted"),
    [
        (partial(Month, 1899, 1), "year", "1900 to 2199"),
        (partial(Month, 2200, 1), "year", "1900 to 2199"),
        (partial(Month, 2007, 0), "month", "1 to 12"),
        (partial(Month, 2007, 13), "month", "1 to 12"),
        (partial(Week, 1899, 1), "year", "1900 to 2199"),
        (partial(Week, 2022, 0), "week", "1 to 52"),
        (partial(Week, 2022, 53), "week", "1 to 52"),
        (partial(Week, 2020, 54), "week", "1 to 53"),
        (partial(Quarter, 2200, 1), "year", "1900 to 2199"),
        (partial(Quarter, 2022, 0), "quarter", "1 to 4"),
        (partial(Quarter, 2022, 5), "quarter", "1 to 4"),
        (partial(Period.of_days, date(2022, 1, 1), 0), "days", "1 to 36525"),
        (partial(Period.of_days, date(2022, 1, 1), 36_526), "days", "1 to 36525"),
        (partial(add_months, date(2022, 1, 1), -1), "months", "0 to 1200"),
        (partial(add_months, date(2022, 1, 1), 1201), "months", "0 to 1200"),
        (partial(term_end, date(2022, 1, 1), 0), "years", "1 to 100"),
        (partial(term_end, date(2022, 1, 1), 101), "years", "1 to 100"),
    ],
)
def test_numbers_out_of_bounds_are_refused(make, field, accepted):
    with pytest.raises(InvalidInput) as caught:
        make()
    assert field == caught.value.field
    assert InvalidInput is type(caught.value)
    assert str(caught.value).endswith(f"give a whole number from {accepted}")


@pytest.mark.parametrize("value", [1.0, "1", None, True], ids=repr)
@pytest.mark.parametrize(
    "make",
    [
        lambda value: Month(2022, value),
        lambda value: Week(2022, value),
        lambda value: Quarter(2022, value),
        lambda value: Month(value, 1),
        lambda value: Period.of_days(date(2022, 1, 1), value),
        lambda value: add_months(date(2022, 1, 1), value),
        lambda value: term_end(date(2022, 1, 1), value),
    ],
    ids=["month", "week", "quarter", "year", "days", "months", "years"],
)
def test_numbers_of_another_type_are_refused(make, value):
    with pytest.raises(WrongType, match="give a whole number from"):
        make(value)


def test_years_at_the_bounds():
    assert date(2199, 12, 31) == Month(2199, 12).last_day
    assert date(1900, 1, 1) == Quarter(1900, 1).first_day
    assert 53 == Week(2020, 53).week
    with pytest.raises(InvalidInput, match="year: 2200"):
        Month(2199, 12).next()


@pytest.mark.parametrize(
    ("span", "text", "after"),
    [
        (Month(2007, 11), "2007-11", Month(2007, 12)),
        (Month(2007, 12), "2007-12", Month(2008, 1)),
        (Week(2022, 5), "2022-W05", Week(2022, 6)),
        (Week(2020, 53), "2020-W53", Week(2021, 1)),
        (Quarter(2022, 4), "2022-Q4", Quarter(2023, 1)),
        (Quarter(2022, 1), "2022-Q1", Quarter(2022, 2)),
    ],
    ids=str,
)
def test_how_a_span_is_written_and_what_comes_next(span, text, after):
    assert (text, after) == (str(span), span.next())
    assert span < after


def test_days_of_a_month():
    assert (date(2024, 2, 1), date(2024, 2, 29)) == (
        Month(2024, 2).first_day,
        Month(2024, 2).last_day,
    )
    assert 21 == len(Month(2024, 2).weekdays)
    assert 22 == len(Month(2007, 11).weekdays)


def test_days_of_a_week():
    week = Week(2021, 52)
    assert (date(2021, 12, 27), date(2022, 1, 2)) == (week.monday, week.sunday)
    assert tuple(date(2021, 12, day) for day in range(27, 32)) == week.weekdays


def test_days_of_a_quarter():
    quarter = Quarter(2024, 1)
    assert (date(2024, 1, 1), date(2024, 3, 31)) == (quarter.first_day, quarter.last_day)
    assert quarter == Quarter.of(date(2024, 3, 31))


def test_a_period_includes_both_ends():
    period = Period(date(2022, 1, 3), date(2022, 1, 5))
    assert [date(2022, 1, day) for day in (3, 4, 5)] == list(period)
    assert (3, "2022-01-03/2022-01-05") == (period.days, str(period))
    assert [False, True, True, False] == [date(2022, 1, day) in period for day in (2, 3, 5, 6)]


def test_a_period_may_be_one_day_and_not_less():
    assert 1 == Period(date(2022, 1, 3), date(2022, 1, 3)).days
    with pytest.raises(InvalidInput) as caught:
        Period(date(2022, 1, 3), date(2022, 1, 2))
    assert (
        "end: datetime.date(2022, 1, 2) is not accepted; give a day on or after 2022-01-03"
    ) == str(caught.value)


def test_the_ends_of_a_period_are_dates():
    with pytest.raises(InvalidInput, match="start: '2022'"):
        Period("2022", date(2022, 1, 2))
    with pytest.raises(WrongType, match="end: None"):
        Period(date(2022, 1, 2), None)
    with pytest.raises(WrongType, match="start: None"):
        Period.of_days(None, 3)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(1, 2, False), (1, 3, True), (4, 4, True), (5, 9, True), (6, 9, False), (1, 9, True)],
)
def test_periods_overlap_where_they_share_a_day(start, end, expected):
    period = Period(date(2022, 1, 3), date(2022, 1, 5))
    other = Period(date(2022, 1, start), date(2022, 1, end))
    assert (expected, expected) == (period.overlaps(other), other.overlaps(period))


def test_overlap_is_asked_of_periods():
    with pytest.raises(WrongType, match=r"give .*Period"):
        SPANS[3].overlaps(Month(2022, 1))


@pytest.mark.parametrize("span", SPANS, ids=str)
@pytest.mark.parametrize("value", [None, b"2022-01-31", MIDNIGHT], ids=repr)
def test_only_dates_lie_in_a_span(span, value):
    with pytest.raises(WrongType, match="without time of day"):
        _ = value in span


def test_a_date_may_be_given_as_text_or_as_the_midnight_that_it_begins_with():
    day = date(2022, 1, 31)
    for given in ("2022-01-31", datetime(2022, 1, 31)):  # noqa: DTZ001
        assert day == read_date(given, "day")
        assert (Month.of(day), Week.of(day), Quarter.of(day)) == (
            Month.of(given),
            Week.of(given),
            Quarter.of(given),
        )
        period = Period(given, given)
        assert (Period(day, day), date) == (period, type(period.start))
        assert Period(day, day) == Period.of_days(given, 1)
    with pytest.raises(WrongType):
        read_date(datetime(2022, 1, 31, 8), "day")  # noqa: DTZ001


def test_of_what_pandas_gives_only_a_midnight_is_a_date():
    pd = pytest.importorskip("pandas")
    assert date(2022, 1, 31) == read_date(pd.Timestamp("2022-01-31"), "day")
    for moment in ("2022-01-31 08:00", "2022-01-31 00:00:00.000000001"):
        with pytest.raises(WrongType, match="without time of day"):
            read_date(pd.Timestamp(moment), "day")
    for missing in (pd.NaT, pd.NA, pd.Timestamp("2022-01-31", tz="UTC")):
        with pytest.raises(WrongType, match="without time of day"):
            read_date(missing, "day")


def test_whole_numbers_of_numpy_are_whole_numbers():
    numpy = pytest.importorskip("numpy")
    month = Month(numpy.int64(2022), numpy.int32(1))
    assert (Month(2022, 1), int, int) == (month, type(month.year), type(month.month))
    assert Week(2022, 5) == Week(numpy.int64(2022), numpy.int64(5))
    assert Quarter(2022, 1) == Quarter(2022, numpy.int64(1))
    assert Decimal("37.00") == decimal(hundredths(numpy.int64(37), "hours", most=37))
    for other in (numpy.float64(1), numpy.bool_(1)):
        with pytest.raises(WrongType):
            Month(2022, other)
        with pytest.raises(WrongType):
            hundredths(other, "hours", most=37)


@pytest.mark.parametrize("kind", [Month, Week, Quarter])
@pytest.mark.parametrize("value", [None, "31.01.2022", MIDNIGHT], ids=repr)
def test_only_dates_have_a_month_week_and_quarter(kind, value):
    with pytest.raises(InvalidInput, match="day: "):
        kind.of(value)


@pytest.mark.parametrize(
    ("day", "months", "missing", "expected"),
    [
        (date(2006, 8, 31), 6, MissingDay.LAST_OF_MONTH, date(2007, 2, 28)),
        (date(2006, 8, 31), 6, MissingDay.FIRST_OF_NEXT, date(2007, 3, 1)),
        (date(2006, 8, 31), 1, MissingDay.FIRST_OF_NEXT, date(2006, 10, 1)),
        (date(2006, 8, 31), 2, MissingDay.FIRST_OF_NEXT, date(2006, 10, 31)),
        (date(2024, 2, 29), 12, MissingDay.LAST_OF_MONTH, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, None, date(2028, 2, 29)),
        (date(2024, 2, 29), 0, None, date(2024, 2, 29)),
        (date(2024, 12, 15), 1, None, date(2025, 1, 15)),
    ],
)
def test_months_later(day, months, missing, expected):
    assert expected == add_months(day, months, missing=missing)


def test_a_day_that_does_not_exist_is_not_guessed():
    with pytest.raises(InvalidInput) as caught:
        add_months(date(2006, 8, 31), 6)
    assert (
        "missing: None is not accepted;"
        " give which day counts instead (MissingDay): 2006-08-31 plus 6 months is a day that does"
        " not exist"
    ) == str(caught.value)


@pytest.mark.parametrize("months", [1, 2])
def test_what_to_take_instead_is_a_missing_day(months):
    with pytest.raises(WrongType, match="'last' is not accepted; give one of LAST_OF_MONTH"):
        add_months(date(2006, 8, 31), months, missing="last")


def test_months_are_added_to_a_date():
    with pytest.raises(WrongType, match="day: "):
        add_months(20060831, 1)


@pytest.mark.parametrize(
    ("first_day", "years", "expected"),
    [
        (date(2024, 3, 1), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 28)),
        (date(2022, 3, 1), 2, date(2024, 2, 29)),
        (date(2024, 1, 1), 1, date(2024, 12, 31)),
    ],
)
def test_the_last_day_of_a_term(first_day, years, expected):
    assert expected == term_end(first_day, years)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Month, "2026-03", Month(2026, 3)),
        (Week, "2026-W12", Week(2026, 12)),
        (Quarter, "2026-Q1", Quarter(2026, 1)),
    ],
    ids=["month", "week", "quarter"],
)
def test_a_text_names_a_part_of_the_year(kind, text, expected):
    assert expected == kind.fromisoformat(text)
    for bad in ("", "2026", f"{text} ", "2026-W60", "2026-13", "2026-Q5", "1750-01"):
        with pytest.raises(InvalidInput, match="text"):
            kind.fromisoformat(bad)
    with pytest.raises(WrongType):
        kind.fromisoformat(2026)


def test_a_month_is_read_from_its_text_too():
    assert Month(2026, 3) == read_month("2026-03") == read_month(Month(2026, 3))
    with pytest.raises(WrongType):
        read_month(date(2026, 3, 1))


BEGUN, ENDED = date(2007, 1, 1), date(2009, 7, 31)


@pytest.mark.parametrize(
    ("dated", "day", "expected"),
    [
        (Dated(), date(1900, 1, 1), True),
        (Dated(valid_from=BEGUN), date(2006, 12, 31), False),
        (Dated(valid_from=BEGUN), BEGUN, True),
        (Dated(valid_to=ENDED), ENDED, True),
        (Dated(valid_to=ENDED), date(2009, 8, 1), False),
        (Dated(valid_from=BEGUN, valid_to=ENDED), date(2006, 12, 31), False),
        (Dated(valid_from=BEGUN, valid_to=ENDED), date(2008, 1, 1), True),
        (Dated(valid_from=BEGUN, valid_to=ENDED), date(2009, 8, 1), False),
    ],
)
def test_both_ends_belong_to_the_time(dated, day, expected):
    assert dated.in_force(day) == expected
