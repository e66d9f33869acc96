"""A calendar of work: what is planned, and plans that are refused."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

import socialkapitel as sk

MONDAY = date(2024, 5, 6)
EVEN = sk.Schedule.weekly("37")
WEEK = [MONDAY + timedelta(days=number) for number in range(7)]


def at(day, hour, minute=0, zone=None):
    return datetime(2024, 5, day, hour, minute, tzinfo=zone)


def planned(schedule, days=WEEK):
    return [schedule.planned(day) for day in days]


def test_an_even_week():
    assert [Fraction(37, 5)] * 5 + [0, 0] == planned(EVEN)
    assert EVEN.is_even
    assert EVEN.covers is None


def test_fixed_days():
    plan = sk.Schedule.days({"monday": "12", sk.Weekday.TUESDAY: "12", "lørdag": "7.5"})
    assert [12, 12, 0, 0, 0, Fraction(15, 2), 0] == planned(plan)
    assert Decimal("31.50") == plan.norm_hours
    assert not plan.is_even


def test_a_rota_of_dates():
    plan = sk.Schedule.rota({MONDAY: "12", date(2024, 5, 12): "8.5"}, norm_hours="20.5")
    assert [12, 0, 0, 0, 0, 0, Fraction(17, 2)] == planned(plan)
    assert sk.Period(MONDAY, date(2024, 5, 12)) == plan.covers
    assert [] == list(plan.off_norm())
    assert plan == sk.Schedule.rota(plan.dates, norm_hours="20.5")


def test_a_week_off_at_the_edge_is_told_by_a_day_without_hours():
    plan = sk.Schedule.rota({MONDAY: "24", date(2024, 5, 13): 0}, norm_hours="37")
    assert 0 == plan.planned(date(2024, 5, 19))
    [(found, average)] = plan.off_norm()
    assert (plan, 12) == (found, average)
    assert [] == list(EVEN.off_norm())


def test_a_rota_says_nothing_of_other_weeks():
    plan = sk.Schedule.rota({MONDAY: "12"}, norm_hours="12")
    with pytest.raises(sk.InvalidInput, match="2024-05-06/2024-05-12"):
        plan.planned(date(2024, 5, 13))


def test_a_shift_belongs_to_the_day_on_which_it_begins():
    plan = sk.Schedule.rota([(at(6, 23), at(7, 7)), (at(7, 23), at(8, 7, 20))], norm_hours="37")
    assert ((MONDAY, Decimal("8.00")), (date(2024, 5, 7), Decimal("8.33"))) == plan.dates


def test_the_shifts_of_a_day_are_added_and_rounded_once():
    shifts = [(at(6, 7), at(6, 10, 20)), (at(6, 16), at(6, 18, 20)), (at(6, 20), at(6, 22, 20))]
    assert Decimal("8.00") == sk.Schedule.rota(shifts, norm_hours="8").dates[0][1]


def test_the_clock_that_is_put_back_makes_a_night_longer():
    zone = ZoneInfo("Europe/Copenhagen")
    night = datetime(2024, 10, 26, 23, tzinfo=zone), datetime(2024, 10, 27, 7, tzinfo=zone)
    plan = sk.Schedule.rota(iter([night]), norm_hours="9")
    assert ((date(2024, 10, 26), Decimal("9.00")),) == plan.dates


def test_changes_at_a_date():
    plan = EVEN.changed({date(2024, 5, 8): sk.Schedule.weekly("30")})
    plan = plan.changed({date(2024, 5, 10): sk.Schedule.days({"friday": "4"})})
    assert [Fraction(37, 5)] * 2 + [6, 6, 4, 0, 0] == planned(plan)
    assert EVEN == plan.on(MONDAY)
    assert Fraction(74 + 60 + 20, 5) == plan.hours(sk.Period(WEEK[0], WEEK[-1]))
    assert not plan.on(WEEK[-1]).is_even


def test_rotas_within_changes_are_held_against_their_norm():
    plan = EVEN.changed({MONDAY: sk.Schedule.rota({MONDAY: "12"}, norm_hours="37")})
    assert [12] == [average for _, average in plan.off_norm()]


def even(**fields):
    return sk.Schedule(norm_hours="37", **fields)


REFUSED = [
    (lambda: sk.Schedule.weekly("37.01"), "norm_hours"),
    (lambda: sk.Schedule.weekly(0), "norm_hours"),
    (lambda: sk.Schedule.days("37"), "weekdays"),
    (lambda: sk.Schedule.days({"tors": "5"}), "weekdays"),
    (lambda: sk.Schedule.days({"monday": "5", "mandag": "5"}), "weekdays"),
    (lambda: sk.Schedule.days({"monday": "25"}), "weekdays[monday]"),
    (lambda: sk.Schedule.days({}), "norm_hours"),
    (lambda: even(weekdays=("7.4",)), "weekdays"),
    (lambda: even(weekdays=("7.4",) * 7), "norm_hours"),
    (lambda: even(weekdays=("25", *("2",) * 6)), "weekdays[monday]"),
    (
        lambda: even(weekdays=("7.4",) * 5 + (0, 0), dates={MONDAY: "1"}),
        "dates",
    ),
    (lambda: sk.Schedule.rota({MONDAY: "25"}, norm_hours="37"), "dates[2024-05-06]"),
    (lambda: sk.Schedule.rota({}, norm_hours="37"), "dates"),
    (lambda: sk.Schedule.rota("tomorrow", norm_hours="37"), "dates"),
    (lambda: sk.Schedule.rota(7, norm_hours="37"), "dates"),
    (lambda: sk.Schedule.rota([(MONDAY, "8", "8")], norm_hours="37"), "dates"),
    (lambda: sk.Schedule.rota([(MONDAY, 8), (MONDAY, 7)], norm_hours="37"), "dates"),
    (lambda: sk.Schedule.rota({MONDAY: "12"}, norm_hours="38"), "norm_hours"),
    (lambda: even(dates=7), "dates"),
    (lambda: even(dates=(MONDAY,)), "dates"),
    (lambda: EVEN.changed({MONDAY: "37"}), "changes[2024-05-06]"),
    (lambda: EVEN.changed({MONDAY: EVEN.changed({MONDAY: EVEN})}), "changes[2024-05-06]"),
    (lambda: EVEN.changed({MONDAY: EVEN}).changed({MONDAY: EVEN}), "changes"),
]


@pytest.mark.parametrize(("make", "field"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused(make, field):
    with pytest.raises(sk.InvalidInput) as caught:
        make()
    assert field == caught.value.field


@pytest.mark.parametrize(
    ("shifts", "told"),
    [
        ([(at(6, 7), at(6, 15)), (at(6, 14), at(6, 22))], "the shift before ends at 2024-05-06 15"),
        ([(at(6, 7), at(6, 7))], "within 24 hours"),
        ([(at(6, 7), at(7, 8))], "within 24 hours"),
        ([(at(6, 7, zone=UTC), at(6, 8))], "time zone"),
        ([(at(6, 7), at(6, 8)), (at(6, 9, zone=UTC), at(6, 10, zone=UTC))], "time zone"),
        ([(at(6, 7), "8")], "pairs of the datetimes"),
        ([(at(6, 0), at(6, 23)), (at(6, 23), at(7, 1))], "24"),
    ],
)
def test_shifts_that_are_refused(shifts, told):
    with pytest.raises(sk.InvalidInput, match=told):
        sk.Schedule.rota(shifts, norm_hours="37")


@given(junk, junk)
def test_junk_is_refused(value, other):
    for make in (
        lambda: sk.Schedule.weekly(value),
        lambda: sk.Schedule.days(value),
        lambda: sk.Schedule.rota(value, norm_hours=other),
        lambda: EVEN.changed(value),
    ):
        assert fits_or_is_refused(make, sk.Schedule)


@given(st.integers(1, 3700), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_week_has_its_norm(hours, day):
    week = sk.Week.of(day)
    plan = sk.Schedule.weekly(Decimal(hours) / 100)
    assert Fraction(hours, 100) == plan.hours(sk.Period(week.monday, week.sunday))
