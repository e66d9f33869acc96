"""What is looked up for a day is what Python's own calendar says, and what comparing would give."""

from calendar import monthrange
from datetime import date, datetime, timedelta

import polars as pl
import pytest

from socialkapitel.frames.day_column import DayColumn
from socialkapitel.frames.day_table import DayTable
from socialkapitel.frames.logic import column

DAY = timedelta(days=1)
FIRST, LAST = date(2003, 12, 30), date(2012, 3, 1)
ALL = [FIRST + number * DAY for number in range((LAST - FIRST).days + 1)]
YEARLY = [(date(year, 1, 1), year) for year in range(2001, 2016)]
SPAN = {"first": FIRST, "last": LAST, "words": pl}


def table(*, moments=False, missing=False):
    return DayTable("day", moments, missing, **SPAN)


def values(days, value, dtype=pl.Date):
    frame = pl.DataFrame({"day": days}, schema={"day": dtype})
    found = frame.with_columns(found=column(value, pl))["found"]
    assert pl.Int64 == found.dtype
    return found.to_list()


def test_the_number_the_month_and_its_days():
    assert [day.toordinal() for day in ALL] == values(ALL, table().number)
    assert [12 * day.year + day.month for day in ALL] == values(ALL, table().month_number)
    expected = [monthrange(day.year, day.month)[1] for day in ALL]
    assert expected == values(ALL, table().days_in_month)


@pytest.mark.parametrize(
    "steps",
    [
        YEARLY,
        YEARLY[:5],
        YEARLY[4:],
        YEARLY[:1],
        YEARLY[-1:],
        YEARLY[-6:],
        [(date(2006, 1, 1), 1), *[(date(2007, 7, 1), number) for number in range(9)]],
        [(FIRST, 1), (FIRST + DAY, 2), *YEARLY[5:9], (LAST - DAY, 3), (LAST, 4), (LAST + DAY, 5)],
    ],
)
def test_the_value_is_the_one_that_comparing_gives(steps):
    by_comparing = values(ALL, DayColumn("day", words=pl).valued(steps))
    assert by_comparing == values(ALL, table().valued(steps))
    expected = [
        next((value for day, value in reversed(steps[1:]) if day <= one), steps[0][1])
        for one in ALL
    ]
    assert expected == by_comparing


def test_many_steps_are_looked_up_and_few_are_compared_with():
    assert "gather" in str(table().valued(YEARLY))
    assert "gather" not in str(table().valued(YEARLY[:5]))


def test_a_missing_day_has_some_value():
    days = [None, FIRST, LAST]
    assert [FIRST.toordinal(), LAST.toordinal()] == values(days, table(missing=True).number)[1:]
    assert None not in values(days, table(missing=True).valued(YEARLY))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(1, 1, 1), date(9999, 12, 31)),
        (date(2007, 1, 1), date(9999, 12, 31)),
        (date(1, 1, 1), date(2007, 12, 31)),
        (date(2200, 1, 1), date(9999, 12, 31)),
        (date(1, 1, 1), date(1899, 12, 31)),
    ],
)
def test_a_table_goes_no_further_than_the_days_that_are_accepted(first, last):
    wide = DayTable("day", first=first, last=last, missing=True, words=pl)
    days = [day for day in (first, *ALL, last) if first <= day <= last]
    found = values([*days, None], wide.month_number)
    assert None not in found
    expected = [12 * day.year + day.month for day in days if 1900 <= day.year <= 2199]
    accepted = zip(days, found, strict=False)
    assert expected == [number for day, number in accepted if 1900 <= day.year <= 2199]
    assert values(days, wide.valued(YEARLY)) == (
        values(days, DayColumn("day", words=pl).valued(YEARLY))
    )


def test_moments_are_of_their_day():
    moments = [datetime(2007, 12, 31, 23, 59), datetime(2008, 1, 1), None]
    kind = pl.Datetime("us")
    found = values(moments, table(moments=True, missing=True).valued(YEARLY), kind)
    assert [2007, 2008] == found[:2]
    assert None not in found
