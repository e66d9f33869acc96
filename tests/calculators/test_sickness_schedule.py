"""Sickness on a calendar of work: rotas, fixed days, days away, pay that is raised, open weeks."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from calculators.sickness_cases import caveat, codes, findings
from redoing import redo

import socialkapitel as sk

D, DAY = Decimal, timedelta(days=1)
MONDAY = date(2024, 6, 3)
EVEN = sk.Schedule.weekly("37")
HOLIDAY, OFF_DUTY = sk.DayState.HOLIDAY, sk.DayState.OFF_DUTY


def week(number, year=2024):
    return sk.Week(year, number)


def on(number):
    return MONDAY + number * DAY


ROTA = sk.Schedule.rota(
    {on(0): "12", on(1): "12", on(3): "12", on(5): "9", on(7): "12", on(9): "9", on(11): "8"},
    norm_hours="37",
)


def absence(schedule=ROTA, hours=None, **changes):
    facts = {
        "first_day": MONDAY,
        "schedule": schedule,
        "hours": hours or {sk.Week.of(MONDAY): "45", sk.Week.of(on(7)): "29"},
        "hourly_pay": "185.00",
        "paid_during_sickness": True,
        "basis": sk.RefundBasis.SECTION_56,
        "hours_in_other_jobs": {},
    }
    return sk.SicknessAbsence(**{**facts, **changes})


def refund(*args, **changes):
    return sk.sickness_refund(absence(*args, **changes))


def test_hours_of_a_week_are_held_against_the_norm_only_where_its_days_are_not_fixed():
    fixed = sk.Schedule.days({"monday": "12", "tuesday": "12", "wednesday": "6"})
    weeks = {sk.Week.of(MONDAY): "37", sk.Week.of(on(7)): "35"}
    by_week = refund(EVEN.changed({on(7): fixed}), weeks)
    assert [D("37.00"), D("30.00")] == [row.refundable_hours for row in by_week.weeks]
    with pytest.raises(sk.InvalidInput, match=r"at most the agreed 30.00 hours a week"):
        absence(EVEN.changed({on(7): sk.Schedule.weekly("30")}), weeks)


def test_a_rota_has_no_weekly_maximum():
    # 45 + 29 hours at 4,695 / 37 an hour
    by_week, by_date = refund(), refund(hours=dict(ROTA.dates))
    assert D("9390.00") == by_week.amount == by_date.amount
    assert [D("45.00"), D("29.00")] == [row.refundable_hours for row in by_week.weeks]
    assert date(2024, 6, 14) == by_week.spells[0].last_day
    assert [] == codes(by_week)
    redo(by_week.explanation.document())
    redo(by_date.explanation.document())


def test_a_full_week_of_fixed_days_has_one():
    plan = sk.Schedule.days({"monday": "12", "tuesday": "12", "saturday": "13"})
    result = refund(plan, {week(23): "37", week(24): "37"}, full_time_hours="37")
    assert D("4695.00") * 2 == result.amount


def test_full_time_may_be_fewer_hours():
    # a third shift of 34 hours: 4,695 / 34 an hour
    rota = sk.Schedule.rota({on(0): "8", on(7): "0"}, norm_hours="34")
    result = refund(rota, {on(0): "8"}, full_time_hours="34")
    assert D("1104.71") == result.amount
    with pytest.raises(sk.InvalidInput, match="at most the full-time hours, 34"):
        absence(sk.Schedule.weekly("35"), {week(23): "20"}, full_time_hours="34")


def test_an_even_plan_is_what_the_agreed_hours_are():
    hours = {week(number): "37" for number in range(23, 29)}
    of_plan = refund(EVEN, hours, basis="ORDINARY")
    of_hours = refund(None, hours, basis="ORDINARY", contract_hours="37")
    assert of_hours == of_plan
    assert of_hours.explanation.document() == of_plan.explanation.document()


def test_hours_of_a_week_lie_where_they_were_planned():
    # the employer period ends on Tuesday 2 July: 8 of 20 hours are left, and half is absence
    plan = sk.Schedule.days({"monday": "8", "tuesday": "4", "thursday": "8"})
    hours = {week(number): "20" for number in range(23, 27)} | {week(27): "10"}
    result = refund(plan, hours, basis="ORDINARY")
    assert date(2024, 7, 2) == result.employer_period.end
    assert D("4.00") == result.weeks[-1].refundable_hours
    [step] = [s for s in findings(result, "sickness.hours") if "2024-W27" in s.id]
    assert "hours * part / planned" == step.expression
    redo(result.explanation.document())


def test_a_night_shift_counts_on_the_day_on_which_it_begins():
    nights = [
        (datetime.combine(on(n), time(23)), datetime.combine(on(n + 1), time(7)))
        for n in (0, 1, 2, 6)
    ]
    plan = sk.Schedule.rota(nights, norm_hours="32")
    result = refund(plan, {week(23): "32"}, basis="FLEXJOB")
    assert date(2024, 6, 9) == result.spells[0].last_day
    assert D("32.00") == result.refundable_hours


def test_a_weekend_start_counts_in_full():
    # sick from Saturday on: all that was planned from then on is absence, under four hours too
    plan = sk.Schedule.days({"wednesday": "12", "saturday": "3"})
    saturday = on(5)
    result = refund(plan, {week(23): "3", week(24): "15"}, first_day=saturday)
    assert saturday == result.spells[0].first_day
    assert D("18.00") == result.refundable_hours
    assert "all that are agreed" in str(findings(result, "sickness.minimum")[0].because)


def spells(result):
    return [(one.first_day, one.last_day, one.employer_period) for one in result.spells]


SICK = {week(number): "37" for number in (5, 6, 7, 8, 9, 12, 13)}
FERIE = {sk.Period(week(10).monday, week(11).sunday): HOLIDAY}
FROM = week(5).monday


@pytest.mark.parametrize("recorded", [{}, {week(10): 0, week(11): 0}, {date(2024, 3, 4): 0}])
def test_holiday_within_an_absence_neither_ends_it_nor_pays(recorded):
    hours = dict(sorted({**SICK, **recorded}.items(), key=lambda entry: str(monday_of(entry[0]))))
    result = refund(EVEN, hours, first_day=FROM, basis="ORDINARY", days=FERIE)
    # week 9 gives three days, week 12 all, week 13 three: Easter begins on 28 March
    assert D("10329.00") == result.amount
    assert 1 == len(result.spells)
    assert [] == codes(result)
    if week(10) in recorded:
        [ferie, _] = findings(result, "sickness.nothing_planned")
        assert "the spell continues" in str(ferie.because)


def monday_of(key):
    return key.monday if isinstance(key, sk.Week) else key


def test_weeks_at_work_end_an_absence_as_before():
    hours = dict(sorted({**SICK, week(10): 0, week(11): 0}.items()))
    result = refund(EVEN, hours, first_day=FROM, basis="ORDINARY")
    assert 2 == len(result.spells)
    partly = {sk.Period(week(10).monday, week(10).monday + 2 * DAY): HOLIDAY}
    assert 2 == len(refund(EVEN, hours, first_day=FROM, basis="ORDINARY", days=partly).spells)


def test_a_week_off_says_nothing():
    rota = sk.Schedule.rota(
        {day + n * DAY: "12" for day in (on(0), on(14)) for n in range(3)} | {on(20): "0"},
        norm_hours="24",
    )
    hours = {week(23): "36", week(24): "0", week(25): "36"}
    for recorded in (hours, {week(23): "36", week(25): "36"}):
        result = refund(rota, recorded, basis="ORDINARY")
        assert 1 == len(result.spells)
        assert [] == codes(result)


def test_days_off_are_no_days_at_work():
    hours = {on(0): "7.4", on(1): "7.4", on(4): "7.4"}
    told = "days-at-work-within-absence"
    assert told in codes(refund(EVEN, hours))
    off = {sk.Period(on(2), on(3)): OFF_DUTY}
    assert told not in codes(refund(EVEN, hours, days=off))
    assert told not in codes(
        refund(sk.Schedule.days({"monday": "7.4", "tuesday": "7.4", "friday": "7.4"}), hours)
    )


def test_a_week_partly_away_counts_its_other_days():
    away = {sk.Period(on(0 + 7), on(2 + 7)): sk.DayState.UNPAID_LEAVE}
    result = refund(EVEN, {week(23): "37", week(24): "14.8"}, days=away)
    assert D("51.80") == result.refundable_hours
    assert [on(10), on(11)] == [day for day, _ in result.weeks[1].refundable_days]


def test_public_holidays_on_a_rota():
    # Ascension Day and Whit Monday 2024; shifts on both
    days = {
        date(2024, 5, 9): "12",
        date(2024, 5, 10): "12",
        date(2024, 5, 20): "12",
        date(2024, 5, 21): "12",
    }
    rota = sk.Schedule.rota(days, norm_hours="16")
    by_week = refund(
        rota, {week(19): "24", week(20): "0", week(21): "24"}, first_day=date(2024, 5, 9)
    )
    by_date = refund(rota, days, first_day=date(2024, 5, 9))
    assert D("24.00") == by_week.refundable_hours == by_date.refundable_hours
    assert "6,090.82" in caveat(by_week, "shift-on-public-holiday")
    assert "6,090.82" in caveat(by_date, "hours-on-public-holiday")
    assert "hours-above-plan" not in codes(by_week)
    duty = dict.fromkeys((date(2024, 5, 9), date(2024, 5, 20)), sk.DayState.ON_DUTY)
    worked = refund(rota, days, first_day=date(2024, 5, 9), days=duty)
    assert D("6090.82") == worked.amount
    assert "on-duty-on-public-holiday" in codes(worked)


def test_a_week_of_a_public_holiday_and_a_day_away():
    # Maundy Thursday 2026, and a Monday on which the employee is away
    plan = sk.Schedule.days({"monday": "6", "thursday": "6"})
    hours = {week(number, 2026): "12" for number in (12, 13)} | {week(14, 2026): "3"}
    away = {date(2026, 3, 30): OFF_DUTY}
    result = refund(plan, hours, first_day=date(2026, 3, 16), days=away)
    assert D("24.00") == result.refundable_hours
    assert 1 == len(result.spells)


def test_a_spell_that_begins_on_the_public_holiday_of_a_week():
    # after a week at work; the Monday is away, and Maundy Thursday 2023 is all that was planned
    plan = sk.Schedule.days({"monday": "6", "thursday": "6"})
    hours = {week(12, 2023): "12", week(13, 2023): "0", week(14, 2023): "6"}
    result = refund(plan, hours, first_day=date(2023, 3, 20), days={date(2023, 4, 3): OFF_DUTY})
    assert [date(2023, 3, 20), date(2023, 4, 6)] == [one.first_day for one in result.spells]
    assert D("12.00") == result.refundable_hours


def test_christmas_day_on_a_day_off_is_no_matter():
    plan = sk.Schedule.days({"monday": "12", "tuesday": "12"})
    result = refund(plan, {week(52): "24"}, first_day=date(2024, 12, 23))
    assert D("24.00") == result.refundable_hours
    assert [] == findings(result, "sickness.public_holidays")


def test_hours_above_the_plan_of_a_day():
    result = refund(hours={on(0): "14", on(1): "12"})
    assert D("24.00") == result.refundable_hours
    assert "3 June 2024" in caveat(result, "hours-above-plan-on-day")
    assert "planned[2024-06-03]" in {given.origin for given in result.explanation.givens}
    redo(result.explanation.document())


def test_hours_above_the_plan_of_a_week():
    result = refund(hours={week(23): "50", week(24): "29"})
    assert D("74.00") == result.refundable_hours
    assert "week 23" in caveat(result, "hours-above-plan")
    redo(result.explanation.document())


def test_a_rota_off_its_norm():
    rota = sk.Schedule.rota({on(0): "12", on(1): "12"}, norm_hours="37")
    told = caveat(refund(rota, {week(23): "24"}), "rota-off-norm")
    assert "24 hours a week on average" in told
    assert "37 hours a week are agreed" in told
    assert "24 timer" in caveat(refund(rota, {week(23): "24"}), "rota-off-norm", "da")


def test_a_plan_that_changes_within_a_week():
    plan = EVEN.changed({on(9): sk.Schedule.weekly("30")})
    result = refund(plan, {week(23): "37", week(24): "32.8", week(25): "30"})
    assert D("99.80") == result.refundable_hours
    assert [D("7.40"), D("6.00")] == [
        D(hours.numerator) / D(hours.denominator)
        for day, hours in result.weeks[1].refundable_days
        if day in {on(8), on(9)}
    ]
    redo(result.explanation.document())
    with pytest.raises(sk.InvalidInput, match="at most the agreed 30"):
        absence(plan, {week(23): "37", week(24): "37", week(25): "37"})


def test_a_shorter_week_with_a_holiday_after_a_change():
    plan = sk.Schedule.weekly("37").changed({date(2024, 5, 13): sk.Schedule.weekly("30")})
    result = refund(plan, {week(20): "20", week(21): "28"}, first_day=date(2024, 5, 13))
    assert D("44.00") == result.refundable_hours
    [step] = findings(result, "sickness.planned_hours")
    assert "contract_hours[2024-05-13]" == dict(step.operands)["contract"].origin


# --- pay that is raised -----------------------------------------------------------------------


def test_pay_that_is_raised_within_the_absence():
    hours = {week(number): "37" for number in range(23, 26)}
    result = refund(EVEN, hours, hourly_pay="100", pay_changes={on(9): "110"})
    # 92 and 101.20 an hour: 3,404.00; 14.8 × 92 + 22.2 × 101.20 = 3,608.24; 3,744.40
    assert [D("3404.00"), D("3608.24"), D("3744.40")] == [row.amount for row in result.weeks]
    assert D("97.52") == result.weeks[1].hourly_rate
    redo(result.explanation.document())
    assert "hourly_pay[2024-06-12]" in {given.origin for given in result.explanation.givens}


def test_pay_that_is_raised_in_the_first_weeks_of_the_employer():
    hours = {week(number): "37" for number in range(23, 25)}
    result = refund(
        EVEN,
        hours,
        basis="ORDINARY",
        paid_during_sickness=False,
        hourly_pay="100",
        pay_changes={on(1): "105", on(9): "110"},
    )
    # 7.4 × 92 + 29.6 × 96.6 = 3,540.16; 14.8 × 96.6 + 22.2 × 101.2 = 3,676.32
    assert [D("3540.16"), D("3676.32")] == [row.employer_benefit for row in result.weeks]
    redo(result.explanation.document())


def test_pay_that_is_raised_in_two_jobs():
    hours = {week(23): "18.5"}
    result = refund(
        sk.Schedule.weekly("18.5"),
        hours,
        hourly_pay="300",
        pay_changes={on(2): "310"},
        hours_in_other_jobs={week(23): "18.5"},
    )
    assert D("2347.50") == result.amount
    redo(result.explanation.document())


# --- employment and figures -------------------------------------------------------------------


def test_the_employment_ends_within_a_week():
    leaving = sk.Employment(until=on(9))
    result = refund(EVEN, {week(23): "37", week(24): "22.2"}, employment=leaving)
    assert D("59.20") == result.refundable_hours
    assert on(9) == result.weeks[1].refundable_days[-1][0]
    for hours in ({week(23): "37", week(25): "37"}, {on(0): "7.4", on(10): "7.4"}):
        with pytest.raises(sk.InvalidInput, match="last day of the employment, 2024-06-12"):
            absence(EVEN, hours, employment=leaving)


YEARS_END = {sk.Week(2026, number): "37" for number in range(45, 54)} | {
    sk.Week(2027, number): "37" for number in range(1, 4)
}


def test_weeks_beyond_the_figures_leave_the_others_answered():
    monday = sk.Week(2026, 45).monday
    result = refund(EVEN, YEARS_END, first_day=monday, basis="ORDINARY")
    assert [sk.Week(2027, number) for number in (1, 2, 3)] == [one for one, _ in result.open_weeks]
    assert "is not known on 2027-01-04" in str(result.open_weeks[0][1])
    assert "weeks 1, 2 and 3 of 2027" in caveat(result, "weeks-not-known")
    assert sk.Outcome.UNRESOLVED is result.weeks[-1].outcome
    january, december = (result.month(sk.Month(*key)) for key in ((2027, 1), (2026, 12)))
    assert () == december.open_weeks
    assert 3 == len(january.open_weeks)
    assert result.amount == january.amount + december.amount


def test_an_absence_beyond_the_figures_is_not_answered():
    hours = {sk.Week(2027, number): "37" for number in (1, 2)}
    with pytest.raises(sk.NotInForce):
        refund(EVEN, hours, first_day=date(2027, 1, 4))


def test_a_month_beyond_the_figures_has_no_cost():
    leave = sk.SickLeave(
        pay="30000",
        contributions="0",
        absence=absence(EVEN, YEARS_END, first_day=sk.Week(2026, 45).monday),
    )
    assert sk.employer_cost(leave, sk.Month(2026, 12)).refund
    with pytest.raises(sk.NotInForce):
        sk.employer_cost(leave, sk.Month(2027, 1))


# --- what is refused --------------------------------------------------------------------------

REFUSED = [
    ({"schedule": None}, "contract_hours", "agreed weekly hours, or a schedule"),
    ({"contract_hours": "37"}, "contract_hours", "agreed weekly hours, or a schedule"),
    ({"schedule": "37"}, "schedule", "Schedule"),
    ({"hours": {on(0): "12", on(2): "7"}}, "hours", "2024-06-05.*not to work"),
    ({"hours": {week(23): "45", week(25): "37"}}, "hours", "2024-W25.*2024-06-03/2024-06-16"),
    ({"hours": {week(23): "45"}, "first_day": on(2)}, "first_day", "the first one is 2024-06-06"),
    ({"hours": {week(23): "45"}, "first_day": on(6)}, "first_day", "hours by date in that week"),
    ({"hours": {on(0): "12"}, "days": {on(0): HOLIDAY}}, "hours", "2024-06-03.*not to work"),
    (
        {"hours": {week(23): "45", week(24): "29"}, "days": {sk.Period(on(7), on(13)): HOLIDAY}},
        "hours",
        "2024-W24.*nothing was to be worked",
    ),
    ({"days": {sk.Period(on(7), on(8)): HOLIDAY, on(8): OFF_DUTY}}, "days", "one state"),
    ({"hours": {on(0): "25"}}, r"hours\[2024-06-03\]", "from 0 to 24"),
    ({"pay_changes": 7}, "pay_changes", "hourly pay from then on"),
    ({"pay_changes": (7,)}, "pay_changes", "pairs of a date"),
    ({"pay_changes": {on(1): "0"}}, r"pay_changes\[2024-06-04\]", "above 0"),
    ({"pay_changes": ((on(2), "1"), (on(2), "2"))}, "pay_changes", "2024-06-05 only once"),
]


@pytest.mark.parametrize(("changes", "field", "told"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused(changes, field, told):
    with pytest.raises(sk.InvalidInput, match=rf"{field}:.*{told}"):
        absence(**changes)
