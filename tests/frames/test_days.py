"""Days by row against Python's own calendar, and what holds on them."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from decimal import Decimal

import narwhals.stable.v2 as nw
import polars as pl
import pytest

import socialkapitel as sk
from socialkapitel.frames.days import (
    DayColumn,
    DayLookup,
    DayOr,
    FirstOfMonth,
    FirstOfMonthOr,
    figure_on,
    in_force,
    in_period,
    known_on,
    one_of,
)
from socialkapitel.frames.logic import column, pick

SOME = [date(2006, 7, 4), date(2006, 7, 5), date(2006, 7, 31), date(2006, 8, 1), None]
CHANGE = date(2006, 7, 5)
DAY = timedelta(days=1)
FIRST, LAST = date(1895, 1, 1), date(2205, 12, 31)
ALL = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
START, END = date(2003, 12, 30), date(2012, 3, 1)
SPANNED = [START + number * DAY for number in range((END - START).days + 1)]
YEARLY = [(date(year, 1, 1), year) for year in range(2001, 2016)]
SPAN = {"first": START, "last": END, "api": pl}
DAYS = DayColumn("day")


def values(days, value):
    frame = nw.from_native(pl.DataFrame({"day": days}, schema={"day": pl.Date}))
    return frame.select(found=column(value))["found"].to_list()


def holds(days, condition):
    return [bool(number) for number in values(days, pick(condition, 1, 0))]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (date(2006, 7, 1), [True, True, True, True, False]),
        (date(2006, 7, 2), [False, False, False, True, False]),
        (date(2006, 8, 1), [False, False, False, True, False]),
        (date(2006, 12, 31), [False] * 5),
    ],
)
def test_the_month_begins_since_a_day(change, expected):
    assert expected == holds(SOME, FirstOfMonth(DayColumn("day")).since(change))


def test_the_value_that_holds_when_the_month_begins():
    steps = [(date(2000, 1, 1), 1), (CHANGE, 2), (date(2006, 8, 1), 3), (date(2006, 8, 2), 4)]
    assert [1, 1, 1, 3] == values(SOME[:4], FirstOfMonth(DayColumn("day")).valued(steps))


@pytest.mark.parametrize(("change", "expected"), [(CHANGE, 2), (date(2006, 7, 1), 2), (SOME[3], 1)])
def test_the_value_that_holds_on_a_grant_within_the_month(change, expected):
    frame = nw.from_native(pl.DataFrame({"month": [SOME[0]], "granted": [SOME[2]]}))
    days = FirstOfMonthOr(FirstOfMonth(DayColumn("month")), DayColumn("granted"))
    value = column(days.valued([(date(2000, 1, 1), 1), (change, 2)]))
    assert [expected] == frame.select(found=value)["found"].to_list()


def test_a_grant_within_the_month_counts_from_its_day():
    def since(month, granted, day=CHANGE):
        frame = nw.from_native(pl.DataFrame({"month": [month], "granted": [granted]}))
        days = FirstOfMonthOr(FirstOfMonth(DayColumn("month")), DayColumn("granted"))
        found = frame.select(found=column(pick(days.since(day), 1, 0)))["found"]
        return bool(found[0])

    july, august = date(2006, 7, 20), date(2006, 8, 20)
    assert since(july, date(2006, 7, 5))
    assert not since(july, date(2006, 7, 4))
    assert not since(july, date(2006, 3, 1))
    assert since(august, date(2006, 3, 1))
    assert since(august, date(2006, 3, 1), SOME[3])
    assert not since(july, date(2006, 3, 1), SOME[3])


def test_a_day_where_the_row_has_it_and_else_another():
    begun, granted = [SOME[1], None], [SOME[0], SOME[3]]
    frame = nw.from_native(pl.DataFrame({"begun": begun, "granted": granted}))
    days = DayOr(DayColumn("begun"), ~nw.col("begun").is_null(), DayColumn("granted"))
    found = frame.select(
        since=column(pick(days.since(SOME[2]), 1, 0)),
        valued=column(days.valued([(date(2000, 1, 1), 1), (CHANGE, 2), (SOME[3], 3)])),
        number=column(days.number),
        month=column(days.month_number),
    )
    first, second = SOME[1].toordinal(), SOME[3].toordinal()
    assert [(0, 2, first, 2006 * 12 + 7), (1, 3, second, 2006 * 12 + 8)] == found.rows()


@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2006, 7, 31), [False, True, True, False, False]), (None, [False, *[True] * 3, False])],
)
def test_within_a_period(last, expected):
    assert expected == holds(SOME, in_period(DayColumn("day"), CHANGE, last))


def test_a_rule_in_force():
    rule = sk.Rule("a.rule", sk.Message("Refund"), sk.Source("a law"), CHANGE, date(2006, 7, 31))
    expected = [day is not None and rule.valid_from <= day <= rule.valid_to for day in SOME]
    assert expected == holds(SOME, in_force(rule, DayColumn("day")))


def test_the_number_of_every_day():
    assert [day.toordinal() for day in ALL] == values(ALL, DayColumn("day").number)


def test_the_days_of_every_month():
    expected = [monthrange(day.year, day.month)[1] for day in ALL]
    assert expected == values(ALL, DayColumn("day").days_in_month)


def test_a_missing_day_has_some_number():
    assert None not in values([None], DayColumn("day").number)


def test_since_a_day():
    assert [False, True, True, True, False] == holds(SOME, DayColumn("day").since(CHANGE))


def test_moments_are_compared_from_midnight_on():
    moments = [datetime(2006, 7, 4, 23, 59), datetime(2006, 7, 5), datetime(2006, 7, 5, 12)]
    frame = nw.from_native(pl.DataFrame({"day": moments}))
    condition = DayColumn("day", moments=True).since(CHANGE)
    assert [0, 1, 1] == frame.select(found=pick(condition, 1, 0))["found"].to_list()


@pytest.mark.parametrize(
    ("change", "expected"),
    [(date(2006, 7, 5), True), (date(2006, 7, 4), True), (date(2006, 8, 2), False)],
)
def test_what_is_known_of_the_column_needs_no_look_at_the_rows(change, expected):
    seen = DayColumn("day", missing=False, first=date(2006, 7, 5), last=date(2006, 8, 1))
    assert expected is seen.since(change)


def test_nothing_is_filled_where_nothing_is_missing():
    seen = DayColumn("day", missing=False)
    assert [False, True, True, True] == holds(SOME[:4], seen.since(CHANGE))
    assert [2006 * 12 + 7] * 3 == values(SOME[:3], seen.month_number)


def test_an_earlier_month():
    rows = [(date(2006, 7, 31), date(2006, 8, 1)), (date(2006, 7, 1), date(2006, 7, 31))]
    rows += [(date(2007, 1, 1), date(2006, 12, 31)), (date(2005, 12, 31), date(2006, 1, 1))]
    frame = nw.from_native(pl.DataFrame(rows, schema=["one", "other"], orient="row"))
    condition = DayColumn("one").in_earlier_month(DayColumn("other"))
    found = frame.select(found=column(pick(condition, 1, 0)))["found"].to_list()
    assert [1, 0, 0, 1] == found


def test_columns_that_do_not_overlap_need_no_comparison():
    one, other = DayColumn("one", first=CHANGE), DayColumn("other", last=CHANGE.replace(day=1))
    assert one.in_earlier_month(other) is False


def test_what_has_begun_by_the_start_of_every_month_is_known_beforehand():
    month = DayColumn("month", first=date(2013, 1, 1))
    before, late = DayColumn("a", last=date(2012, 12, 31)), DayColumn("b", last=date(2013, 12, 31))
    given = ~nw.col("a").is_null()
    assert before.is_by_start_of(month)
    assert not late.is_by_start_of(month)
    assert not before.is_by_start_of(DayColumn("month"))
    assert before.is_by_start_of(DayColumn("month", first=date(2012, 12, 31))) is False
    assert DayColumn("c", last=date(2013, 1, 1)).is_by_start_of(month)
    assert DayColumn("c", last=date(2013, 1, 2)).is_by_start_of(month) is False
    assert DayColumn("c", last=date(2013, 1, 1)).is_by_start_of(
        DayColumn("month", first=date(2013, 1, 31))
    )
    assert not DayColumn("a").is_by_start_of(month)
    assert DayOr(before, given, before).is_by_start_of(month)
    assert not DayOr(before, given, late).is_by_start_of(month)
    assert not DayOr(late, given, before).is_by_start_of(month)


def lookup(*, moments=False, missing=False):
    return DayLookup("day", moments, missing, **SPAN)


def looked_up(days, value, dtype=pl.Date):
    frame = pl.DataFrame({"day": days}, schema={"day": dtype})
    found = frame.with_columns(found=column(value, pl))["found"]
    assert pl.Int64 == found.dtype
    return found.to_list()


def test_the_number_the_month_and_its_days():
    assert [day.toordinal() for day in SPANNED] == looked_up(SPANNED, lookup().number)
    assert [12 * day.year + day.month for day in SPANNED] == looked_up(
        SPANNED, lookup().month_number
    )
    expected = [monthrange(day.year, day.month)[1] for day in SPANNED]
    assert expected == looked_up(SPANNED, lookup().days_in_month)


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
        [(START, 1), (START + DAY, 2), *YEARLY[5:9], (END - DAY, 3), (END, 4), (END + DAY, 5)],
    ],
)
def test_the_value_is_the_one_that_comparing_gives(steps):
    by_comparing = looked_up(SPANNED, DayColumn("day", api=pl).valued(steps))
    assert by_comparing == looked_up(SPANNED, lookup().valued(steps))
    expected = [
        next((value for day, value in reversed(steps[1:]) if day <= one), steps[0][1])
        for one in SPANNED
    ]
    assert expected == by_comparing


SERIES = [
    [(date(2000, 1, 1), 0)],
    [(date(2001, 1, 1), 10), (date(2005, 7, 1), 11)],
    [(date(2004, 1, 1), 20), (date(2006, 1, 1), 21), (date(2011, 1, 1), 22)],
]


def in_series(place, day):
    return max((step for step in SERIES[place] if step[0] <= day), default=SERIES[place][0])[1]


@pytest.mark.parametrize(("api", "column"), [(nw, DAYS), (pl, DayLookup("day", **SPAN))])
@pytest.mark.parametrize("series", [SERIES, [*SERIES, YEARLY]])
def test_the_value_in_the_series_of_each_row(api, column, series):
    places = [number % len(SERIES) for number in range(len(SPANNED))]
    rows = pl.DataFrame({"day": SPANNED, "place": places})
    frame = nw.from_native(rows) if api is nw else rows
    found = frame.select(found=one_of(series, api.col("place"), column))["found"].to_list()
    assert [in_series(place, day) for place, day in zip(places, SPANNED, strict=True)] == found


def test_a_series_that_is_the_same_in_every_row():
    assert values(SOME, DAYS.valued(SERIES[1])) == values(SOME, one_of(SERIES, 1, DAYS))
    assert 0 == one_of(SERIES, 0, DAYS)


def test_many_steps_are_looked_up_and_few_are_compared_with():
    assert "gather" in str(lookup().valued(YEARLY))
    assert "gather" not in str(lookup().valued(YEARLY[:5]))


def test_a_missing_day_has_some_value():
    days = [None, START, END]
    assert [START.toordinal(), END.toordinal()] == looked_up(days, lookup(missing=True).number)[1:]
    assert None not in looked_up(days, lookup(missing=True).valued(YEARLY))


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
    wide = DayLookup("day", first=first, last=last, missing=True, api=pl)
    days = [day for day in (first, *SPANNED, last) if first <= day <= last]
    found = looked_up([*days, None], wide.month_number)
    assert None not in found
    expected = [12 * day.year + day.month for day in days if 1900 <= day.year <= 2199]
    accepted = zip(days, found, strict=False)
    assert expected == [number for day, number in accepted if 1900 <= day.year <= 2199]
    assert looked_up(days, wide.valued(YEARLY)) == (
        looked_up(days, DayColumn("day", api=pl).valued(YEARLY))
    )


def test_moments_are_of_their_day():
    moments = [datetime(2007, 12, 31, 23, 59), datetime(2008, 1, 1), None]
    kind = pl.Datetime("us")
    found = looked_up(moments, lookup(moments=True, missing=True).valued(YEARLY), kind)
    assert [2007, 2008] == found[:2]
    assert None not in found


def beside(parameter):
    ends = [f.valid_to + DAY for f in parameter.figures if f.valid_to]
    changes = {*(f.valid_from for f in parameter.figures), *ends}
    return sorted({change + number * DAY for change in changes for number in (-1, 0, 1)})


def figures_on(parameter, days):
    dated = figure_on(parameter, DAYS)
    frame = nw.from_native(pl.DataFrame({"day": days}))
    found = frame.select(value=column(dated.value), known=column(pick(dated.known, 1, 0)))
    return found.rows()


@pytest.mark.parametrize("parameter", sk.PARAMETERS, ids=lambda parameter: parameter.name)
def test_every_change_of_every_parameter(parameter):
    days = beside(parameter)
    found = dict(zip(days, figures_on(parameter, days), strict=True))
    known = {day: parameter.covers(day) for day in days}
    assert known == {day: bool(is_known) for day, (_, is_known) in found.items()}
    assert {day: parameter.on(day).value for day in days if known[day]} == {
        day: Decimal(value).scaleb(-2) for day, (value, _) in found.items() if known[day]
    }


def test_one_value_is_plain_and_figures_that_adjoin_are_one_period():
    parameter = sk.PARAMETERS["atp.band.full_hours"]
    assert 2 == len(parameter.figures)
    since = DayColumn("day", first=date(2008, 12, 31), last=date(2009, 1, 1))
    assert 11700 == figure_on(parameter, DAYS).value
    assert known_on(parameter, since) is True


@pytest.mark.parametrize(
    ("name", "value"),
    [("flexjob.full_time_hours", "168.01"), ("flex_wage_supplement.reduction_above", "100.01")],
)
def test_a_figure_that_columns_have_no_room_for(name, value):
    day = date(2018, 1, 1)
    figures = sk.PARAMETERS.amend(name, value=value, valid_from=day, source="what-if")
    with pytest.raises(sk.InvalidInput, match=f"^{name}: .*give a figure of at most 1") as caught:
        figure_on(figures[name], DAYS)
    assert Decimal(value) == caught.value.value


def test_days_that_rows_may_lie_on():
    days = [date(2024, 3, 25), date(2024, 4, 1), date(2025, 4, 14)]
    assert days == DayColumn("day").met(days)
    year = DayColumn("day", first=date(2024, 1, 1), last=date(2024, 12, 31))
    assert days[:2] == year.met(days)
    assert days[1:] == DayColumn("day", first=date(2024, 4, 1)).met(days)
    assert days[:2] == DayColumn("day", last=date(2024, 4, 1)).met(days)
