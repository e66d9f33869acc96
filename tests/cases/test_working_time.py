"""What the events tell of hours, pay, days and employment, and what of it contradicts itself."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from case_examples import event, opened

import socialkapitel as sk
from socialkapitel import DayState, InvalidInput, Month, Period, Schedule, Week, WrongType
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.sickness import sick_leaves
from socialkapitel.cases.working_time import planned_hours

LEAVE = event(events.SickLeaveStarted, "2024-02-05")
OPEN_HOURS = attrs.evolve(LEAVE, contract_hours=None)
FEBRUARY, MARCH = Month(2024, 2), Month(2024, 3)
HOURS = {Week(2024, number): "37" for number in range(6, 10)}
REGISTERED = event(events.AbsenceRegistered, "2024-03-04", hours=HOURS)
BACK = event(events.FullReturn, "2024-03-04")
FULL, FEWER = Schedule.weekly("37"), Schedule.weekly("30")


def agreed(schedule, day="2024-01-02", **fields):
    return event(events.ScheduleAgreed, day, schedule=schedule, **fields)


def only(*recorded):
    [leave] = sick_leaves([opened("2024-01-02"), *recorded])
    return leave


def reason(*recorded, month=FEBRUARY):
    [one] = Case.replay([opened("2024-01-02"), *recorded]).refunds(month).open
    assert sk.translate(one.because, "da") not in {"", str(one.because)}
    return str(one.because)


@pytest.mark.parametrize(
    ("recorded", "plan"),
    [
        ([LEAVE], None),
        ([agreed(FULL), LEAVE], FULL),
        ([agreed(FEWER, from_day=date(2020, 1, 1)), OPEN_HOURS], FEWER),
        ([LEAVE, agreed(FEWER, "2024-02-12")], FULL.changed({date(2024, 2, 12): FEWER})),
        ([OPEN_HOURS, agreed(FEWER, "2024-02-12")], None),
        (
            [agreed(FULL.changed({date(2024, 2, 12): FEWER})), OPEN_HOURS],
            FULL.changed({date(2024, 2, 12): FEWER}),
        ),
        (
            [
                agreed(FULL.changed({date(2024, 2, 12): FEWER})),
                OPEN_HOURS,
                agreed(FULL, "2024-02-07"),
            ],
            FULL.changed({date(2024, 2, 7): FULL}),
        ),
        ([agreed(FEWER), agreed(FULL), OPEN_HOURS], FULL),
        (
            [
                agreed(FEWER.changed({date(2024, 1, 9): FULL}), from_day=date(2024, 1, 15)),
                OPEN_HOURS,
            ],
            FULL,
        ),
    ],
)
def test_the_plan_that_was_agreed(recorded, plan):
    assert plan == only(*recorded).plan


def test_pay_that_was_changed():
    raised = event(events.PayChanged, "2024-02-12")
    later = event(events.PayChanged, "2024-03-01", hourly_pay="200", from_day=date(2024, 2, 10))
    before = event(events.PayChanged, "2024-02-05", hourly_pay="180")
    assert () == only(LEAVE, before).pay_changes
    assert ((date(2024, 2, 12), Decimal("190.00")),) == only(LEAVE, before, raised).pay_changes
    assert ((date(2024, 2, 10), Decimal("200.00")),) == only(LEAVE, raised, later).pay_changes


def test_days_that_were_told_later_count():
    def days(day, given):
        return event(events.DaysRegistered, day, days=given)

    week = Period(date(2024, 2, 12), date(2024, 2, 16))
    first = days("2024-02-20", {week: DayState.HOLIDAY})
    second = days("2024-02-21", {date(2024, 2, 14): DayState.OFF_DUTY})
    outside = days("2024-02-22", {Period(date(2024, 1, 29), date(2024, 2, 2)): DayState.HOLIDAY})
    after = days("2024-03-05", {Period(date(2024, 3, 1), date(2024, 3, 8)): DayState.HOLIDAY})
    found = only(LEAVE, first, second, outside, BACK, after)
    assert (
        (Period(date(2024, 2, 12), date(2024, 2, 13)), DayState.HOLIDAY),
        (Period(date(2024, 2, 14), date(2024, 2, 14)), DayState.OFF_DUTY),
        (Period(date(2024, 2, 15), date(2024, 2, 16)), DayState.HOLIDAY),
        (Period(date(2024, 3, 1), date(2024, 3, 3)), DayState.HOLIDAY),
    ) == attrs.evolve(found, hours=((Week(2024, 6), Decimal(37)),)).absence().days


def test_a_week_of_holiday_needs_no_hours():
    week = Period(date(2024, 2, 12), date(2024, 2, 18))
    holiday = event(events.DaysRegistered, "2024-02-20", days={week: DayState.HOLIDAY})
    hours = {key: value for key, value in HOURS.items() if key != Week(2024, 7)}
    registered = attrs.evolve(REGISTERED, hours=hours)
    case = Case.replay([opened("2024-01-02"), LEAVE, holiday, BACK, registered])
    by_hand = sk.SicknessAbsence(
        first_day=LEAVE.on,
        contract_hours="37",
        hours=hours,
        days={week: DayState.HOLIDAY},
        hourly_pay="185.00",
        paid_during_sickness=True,
        basis=sk.RefundBasis.ORDINARY,
    )
    [found] = case.refunds(MARCH).refunds
    assert sk.sickness_refund(by_hand).month(MARCH) == found.result
    assert "no hours are registered for 2024-W07" == reason(LEAVE, BACK, registered)


def test_a_week_of_45_hours_is_registered():
    week = [date(2024, 2, day) for day in (5, 6, 7, 8, 9)]
    rota = Schedule.rota(dict.fromkeys(week, "9"), norm_hours="37")
    hours = event(events.AbsenceRegistered, "2024-02-12", hours={Week(2024, 6): "45"})
    back = event(events.FullReturn, "2024-02-12")
    basis = attrs.evolve(OPEN_HOURS, basis=sk.RefundBasis.SECTION_56)
    signed = event(events.AgreementSigned, "2024-01-02")
    case = Case.replay([opened("2024-01-02"), signed, agreed(rota), basis, hours, back])
    [found] = case.refunds(FEBRUARY).refunds
    assert Decimal("45.00") == found.result.refundable_hours
    assert reason(agreed(rota), OPEN_HOURS, BACK).startswith("no hours are registered for 2024-W06")


@pytest.mark.parametrize(
    ("recorded", "because"),
    [
        ([OPEN_HOURS, BACK], "the agreed hours are not recorded"),
        (
            [agreed(FEWER), LEAVE, BACK],
            "the sick leave has 37.00 agreed hours a week, and the schedule has 30.00",
        ),
        (
            [event(events.NoticeGiven, "2024-01-03", last_day=date(2024, 2, 4)), LEAVE],
            "the employment ended on 2024-02-04, before the absence",
        ),
    ],
)
def test_what_contradicts_itself_is_open(recorded, because):
    registered = attrs.evolve(REGISTERED, hours=HOURS)
    assert because == reason(*recorded, registered)


def test_a_week_whose_figures_are_not_known_is_open():
    far = event(events.SickLeaveStarted, "2026-11-02")
    hours = {Week(2026, number): "37" for number in range(45, 54)}
    hours |= {Week(2027, number): "37" for number in range(1, 5)}
    told = event(events.AbsenceRegistered, "2027-02-01", hours=hours)
    case = Case.replay([opened("2026-01-05"), far, told])
    assert case.refunds(Month(2026, 12)).refunds
    [one] = case.refunds(Month(2027, 1)).open
    assert "not known" in str(one.because)


def test_employment_is_told_by_its_days():
    begun = event(events.EmploymentBegun, "2024-01-02", first_day=date(2023, 12, 1))
    again = event(events.EmploymentBegun, "2024-01-03", first_day=date(2024, 3, 1))
    assert only(LEAVE).employment is None
    assert date(2023, 12, 1) == only(begun, again, LEAVE).employment.since
    ended = event(events.EmploymentEnded, "2024-02-20", last_day=date(2024, 2, 16))
    leave = only(LEAVE, ended)
    assert (date(2024, 2, 16), date(2024, 2, 16)) == (leave.employment.until, leave.last_day)
    assert leave.covers(date(2024, 2, 16))
    assert not leave.covers(date(2024, 2, 17))
    assert not leave.overlaps(MARCH)
    assert only(LEAVE, ended, again).last_day is None
    soon = event(events.FullReturn, "2024-02-10")
    assert only(LEAVE, soon, ended).employment is None
    worked = only(attrs.evolve(LEAVE, hours_in_8_weeks="200", at_work_last=True)).employment
    assert (Decimal("200.00"), True) == (worked.hours_in_8_weeks, worked.at_work_last)


def test_a_new_employee_is_told_by_hours_or_by_the_employment():
    new = attrs.evolve(LEAVE, basis=sk.RefundBasis.NEW_EMPLOYEE)
    old = opened("2020-01-06")

    def told(*recorded):
        refunds = Case.replay([old, *recorded, BACK, REGISTERED]).refunds(FEBRUARY)
        return [str(one.because) for one in refunds.open]

    assert "shows work here since 2020-01-06" in told(new)[0]
    assert [] == told(attrs.evolve(new, hours_in_8_weeks="40"))
    begun = event(events.EmploymentBegun, "2024-01-15", first_day=date(2024, 1, 15))
    assert [] == told(begun, new)
    longer = event(events.EmploymentBegun, "2024-01-15", first_day=date(2023, 12, 1))
    assert "shows work here since 2023-12-01" in told(longer, new)[0]


@pytest.mark.parametrize(
    ("kind", "fields", "error", "field"),
    [
        (events.DaysRegistered, {"days": {}}, InvalidInput, "days"),
        (events.DaysRegistered, {"days": "kvalmfeber"}, WrongType, "days"),
        (events.DaysRegistered, {"days": {date(2024, 1, 2): "kvalmfeber"}}, InvalidInput, "days"),
        (events.ScheduleAgreed, {"schedule": "37"}, WrongType, "schedule"),
        (events.ScheduleAgreed, {"from_day": "2024-13-02"}, InvalidInput, "from_day"),
        (events.PayChanged, {"hourly_pay": 0}, InvalidInput, "hourly_pay"),
        (events.SickLeaveStarted, {"full_time_hours": 38}, InvalidInput, "full_time_hours"),
        (events.SickLeaveStarted, {"hours_in_8_weeks": -1}, InvalidInput, "hours_in_8_weeks"),
        (events.SickLeaveStarted, {"at_work_last": "yes"}, InvalidInput, "at_work_last"),
        (events.AbsenceRegistered, {"hours": {Week(2024, 6): 169}}, InvalidInput, "hours"),
    ],
)
def test_bad_values_are_refused_and_not_shown(kind, fields, error, field):
    with pytest.raises(error) as caught:
        event(kind, "2024-01-02", 1, **fields)
    assert caught.value.field.startswith(field)
    assert "kvalmfeber" not in str(caught.value)


def test_hours_without_a_whole_number_of_hundredths_are_added_up():
    thirds = Schedule.weekly("30.33")
    job = [
        event(events.DecisionReceived, "2008-03-03", share="2/3"),
        event(events.SchemeStarted, "2008-03-03"),
        agreed(thirds, "2009-01-05", from_day=date(2008, 1, 1)),
        event(events.SchemeEnded, "2009-05-08"),
    ]
    [found] = Case.replay([opened("2008-01-07"), *job]).refunds(Month(2009, 5)).refunds
    [line] = found.result.lines
    assert Decimal("36.40") == line.hours  # six days of 6.066 hours


def test_hours_that_no_clock_shows_are_given_for_the_month():
    """5.664 hours a day are no whole number of hundredths: the sum alone is rounded."""
    days, weekly = Period(date(2024, 2, 1), date(2024, 2, 14)), Decimal("28.32")
    found = planned_hours([agreed(Schedule.weekly("28.32"))], days, weekly, whole=False)
    assert Decimal("56.64") == found
    even = planned_hours([agreed(FEWER)], days, Decimal(30), whole=False)
    assert {date(2024, 2, day): Decimal(6) for day in (1, 2, *range(5, 10), *range(12, 15))} == even
