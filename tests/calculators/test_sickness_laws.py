"""Laws of sickness refunds, and the oracle on fractions."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from calculators.oracle_sickness import oracle
from calculators.sickness_cases import (
    absence,
    absence_of,
    cases,
    fixed,
    pay,
    planned_cases,
    refund,
    weeks,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk
from socialkapitel.holidays import weekday_holidays_in

HALF_HUNDREDTH = Fraction(1, 200)


def computed(case, **changes):
    return sk.sickness_refund(absence_of(case, **changes))


def assert_weeks_are_those_of_the_oracle(case):
    expected = oracle(case)
    found = [
        (
            week.outcome is sk.Outcome.FULFILLED,
            sum((hours for _, hours in week.employer_period_days), Fraction(0)),
            sum((hours for _, hours in week.refundable_days), Fraction(0)),
            *map(Fraction, (week.employer_benefit, week.benefit, week.amount, week.supplement)),
        )
        for week in computed(case).weeks
    ]
    assert expected == found


@given(cases() | planned_cases())
def test_weeks_are_what_fractions_give(case):
    assert_weeks_are_those_of_the_oracle(case)


@pytest.mark.parametrize(
    "first_day",
    [
        date(2018, 1, 1),  # a Monday, and so on to a Friday
        date(2019, 1, 1),
        date(2020, 1, 1),
        date(2018, 5, 10),
        date(2018, 3, 30),
    ],
    ids=lambda day: f"{day:%A}",
)
def test_an_absence_begins_on_the_first_day_that_is_told_a_public_holiday_too(first_day):
    assert first_day in weekday_holidays_in(sk.Week.of(first_day))
    monday = sk.Week.of(first_day).monday
    case = {
        "first_day": first_day,
        "contract": Decimal(30),
        "full_time": Decimal(37),
        "pay": Decimal("131.17"),
        "paid": True,
        "basis": "ordinary",
        "record": [(("week", monday + timedelta(weeks=n)), Decimal(30)) for n in range(6)],
        "states": {"fit": set(), "partly_fit": set(), "on_duty": set()},
        "others": {},
        "employment": (None, None, None),
    }
    assert first_day == computed(case).employer_period.start
    assert_weeks_are_those_of_the_oracle(case)


@given(cases(earliest=date(2011, 6, 6), latest=date(2012, 9, 3), rich=False))
def test_spells_around_the_changes_of_2012(case):
    case = {**case, "basis": "ordinary"}
    assert [Fraction(week.amount) for week in computed(case).weeks] == [
        row[5] for row in oracle(case)
    ]


@given(cases(earliest=date(2003, 1, 6), latest=date(2008, 1, 7), rich=False))
def test_the_years_of_the_older_act(case):
    assume(case["basis"] != "new_employee")
    try:
        found = computed(case)
    except sk.NotInForce:
        assert case["first_day"] < date(2006, 1, 2)
        return
    assert not found.open_weeks or case["first_day"] < date(2006, 1, 2)
    for week, row in zip(found.weeks, oracle(case), strict=True):
        if week.outcome is not sk.Outcome.UNRESOLVED:
            assert Fraction(week.amount) == row[5]
    redo(json.loads(json.dumps(found.explanation.document())))


@given(cases() | planned_cases())
def test_the_months_of_an_absence_are_the_whole_of_it(case):
    result = computed(case)
    days = [day for row in result.weeks for day in (row.week.monday, row.week.sunday)]
    months = [result.month(month) for month in sorted({sk.Month.of(day) for day in days})]
    for name in ("amount", "supplement", "benefit", "employer_benefit"):
        assert sum(getattr(month, name) for month in months) == getattr(result, name)
    for month in months:
        assert sum(line.amount for line in month.lines) == month.amount == month.to_employer
        assert sum(line.supplement for line in month.lines) == month.supplement
        assert sum(amount for _, amount in month.by_day) == month.amount
        assert all(line.first_day in month.month for line in month.lines)
        assert all(line.last_day in month.month for line in month.lines)


@settings(max_examples=50)
@given(planned_cases(), st.integers(0, 2))
def test_months_can_be_redone(case, number):
    result = computed(case)
    months = sorted({sk.Month.of(row.week.monday) for row in result.weeks})
    redo(json.loads(json.dumps(result.month(months[number % len(months)]).explanation.document())))


@given(cases())
def test_an_even_plan_gives_what_the_agreed_hours_give(case):
    plan = sk.Schedule.weekly(case["contract"])
    assert computed(case) == computed(case, contract_hours=None, schedule=plan)


@given(cases(rich=False))
def test_a_rota_of_even_days_gives_what_an_even_week_gives(case):
    assume(int(case["contract"] * 100) % 5 == 0)
    starts = [start for (_, start), _ in case["record"]]
    weekdays = {
        start + timedelta(days=number): case["contract"] / 5
        for start in _mondays(starts)
        for number in range(5)
    }
    rota = sk.Schedule.rota(weekdays, norm_hours=case["contract"])
    even, planned = computed(case), computed(case, contract_hours=None, schedule=rota)
    for week, other in zip(even.weeks, planned.weeks, strict=True):
        assert (week.amount, week.benefit, week.employer_benefit, week.supplement) == (
            (other.amount, other.benefit, other.employer_benefit, other.supplement)
        )


def _mondays(starts):
    first, last = min(starts), max(starts)
    return [first + timedelta(days=7 * n) for n in range((last - first).days // 7 + 1)]


TWO_DAYS = st.lists(st.integers(0, 6), min_size=2, max_size=4, unique=True)


@given(TWO_DAYS, TWO_DAYS, st.integers(1, 9), pay, st.booleans())
def test_moving_days_off_changes_no_refund(days, others, hours, hourly_pay, paid):
    # weeks 22 to 26 of 2023 have no public holiday
    number = min(len(days), len(others))
    weeks_of = {sk.Week(2023, each): Decimal(hours * number) for each in (23, 24, 25)}

    def amounts(chosen):
        plan = fixed(dict.fromkeys(chosen[:number], Decimal(hours)))
        result = sk.sickness_refund(
            absence(
                first_day=date(2023, 6, 5) + timedelta(days=min(chosen[:number])),
                contract_hours=None,
                schedule=plan,
                hours=weeks_of,
                hourly_pay=hourly_pay,
                paid_during_sickness=paid,
                basis=sk.RefundBasis.SECTION_56,
            )
        )
        return [(week.amount, week.benefit, week.supplement) for week in result.weeks]

    assert amounts(days) == amounts(others)


@given(planned_cases(), st.integers(0, 8), st.integers(1, 400))
def test_more_absence_never_gives_less(case, place, more):
    case = {**case, "basis": "section_56", "raises": []}
    key, hours = case["record"][place % len(case["record"])]
    record = [(key, hours + Decimal(more) / 100) if k == key else (k, h) for k, h in case["record"]]
    some, most = computed(case), computed({**case, "record": record}) if hours else computed(case)
    assert some.benefit <= most.benefit


@given(cases() | planned_cases())
def test_totals_are_the_sums_of_the_weeks(case):
    result = computed(case)
    for name in ("amount", "supplement", "benefit", "employer_benefit"):
        assert sum(getattr(week, name) for week in result.weeks) == getattr(result, name)
    exact = sum((hours for week in result.weeks for _, hours in week.refundable_days), Fraction(0))
    assert abs(Fraction(result.refundable_hours) - exact) <= HALF_HUNDREDTH


@given(cases() | planned_cases())
def test_never_above_any_cap(case):
    case = {**case, "raises": []}
    for week in computed(case).weeks:
        maximum = Fraction(sk.PARAMETERS["sickness_benefit.max_weekly"].on(week.week.monday).value)
        exact = sum((hours for _, hours in week.refundable_days), Fraction(0))
        benefit = Fraction(week.benefit)
        assert benefit <= maximum or case.get("rota")
        assert benefit <= exact * maximum / Fraction(case["full_time"]) + HALF_HUNDREDTH
        assert benefit <= exact * Fraction(case["pay"]) * Fraction(92, 100) + HALF_HUNDREDTH
        assert week.amount == (week.benefit if case["paid"] else 0)


@given(cases())
def test_hours_are_divided_and_never_more_than_recorded(case):
    for week in computed(case).weeks:
        parts = week.employer_period_hours + week.refundable_hours
        assert 0 <= week.employer_period_hours
        assert parts <= week.absence_hours
        if week.outcome is not sk.Outcome.FULFILLED:
            assert not parts


@given(cases())
def test_a_public_holiday_never_raises_what_is_paid(case):
    # Who was to work on each day has no holidays, and is paid as much or more.
    case = {**case, "states": {"fit": set(), "partly_fit": set(), "on_duty": set()}}
    last = max(start for (_, start), _ in case["record"]) + timedelta(days=6)
    every_day = {sk.Period(case["first_day"], last): sk.DayState.ON_DUTY}
    some, none = computed(case), computed(case, days=every_day)
    assume([spell.first_day for spell in some.spells] == [one.first_day for one in none.spells])
    for week, other in zip(some.weeks, none.weeks, strict=True):
        assert week.benefit <= other.benefit
        assert week.employer_benefit <= other.employer_benefit
        if not weekday_holidays_in(week.week):
            assert (week.benefit, week.employer_benefit) == (other.benefit, other.employer_benefit)


@given(cases(), st.integers(0, 100_000))
def test_more_pay_never_gives_less(case, more):
    higher = {**case, "pay": min(case["pay"] + Decimal(more) / 100, Decimal(10_000))}
    assert computed(case).benefit <= computed(higher).benefit


@given(st.integers(4_00, 37_00), st.integers(0, 33_00), pay, st.integers(1, 51))
def test_more_hours_never_give_less(hours, more, hourly_pay, number):
    week = sk.Week(2023, number)

    def amount(whole):
        return refund(
            first_day=week.monday,
            hours={week: Decimal(min(whole, 3700)) / 100},
            hourly_pay=hourly_pay,
            basis=sk.RefundBasis.SECTION_56,
        ).amount

    assert amount(hours) <= amount(hours + more)


@given(st.integers(1, 9), st.integers(1, 40_000).map(lambda quarters: Decimal(quarters) / 4))
def test_amount_scales_with_hours_below_the_weekly_cap(times, hourly_pay):
    # 92 per cent of a quarter of a krone is a whole number of øre
    assume(hourly_pay * 92 <= 100 * Decimal("120.67"))

    def amount(hours):
        return refund(
            hours={sk.Week(2022, 1): hours},
            hourly_pay=hourly_pay,
            basis=sk.RefundBasis.SECTION_56,
        ).amount

    assert times * amount(4) == amount(4 * times)


@given(st.lists(st.integers(1, 37), min_size=1, max_size=6), pay)
def test_the_employers_parts_are_within_the_weekly_maximum(jobs, hourly_pay):
    week, total = sk.Week(2022, 20), sum(jobs)
    parts = [
        refund(
            first_day=week.monday,
            contract_hours=hours,
            hours={week: hours},
            hours_in_other_jobs={week: total - hours},
            hourly_pay=hourly_pay,
            basis=sk.RefundBasis.SECTION_56,
        ).amount
        for hours in jobs
        if hours >= 4 or total >= 4
    ]
    rounding = len(parts) * HALF_HUNDREDTH
    rate = min(Fraction(hourly_pay) * 92 / 100, Fraction(4465, 37))
    due = min(rate * total, Fraction(4465)) if parts else 0
    assert abs(sum(map(Fraction, parts)) - due) <= rounding


@given(cases())
def test_no_employer_period_never_gives_less(case):
    case = {**case, "others": {}, "basis": "ordinary", "paid": True}
    assert computed(case).amount <= computed({**case, "basis": "section_56"}).amount
    assert computed({**case, "basis": "section_56"}).amount == (
        computed({**case, "basis": "flexjob"}).amount
    )


@given(cases())
def test_who_is_paid_changes_nothing_but_who_is_paid(case):
    case = {**case, "employment": (None, None, None)}
    employer = computed(case, paid_during_sickness=True)
    employee = computed(case, paid_during_sickness=False)
    assert employer.benefit == employee.benefit
    assert employer.spells == employee.spells
    assert Decimal("0.00") == employee.amount == employee.supplement == employer.employer_benefit


@given(cases())
def test_what_the_employer_does_not_owe_the_municipality_pays(case):
    # who worked too little is owed nothing by the employer, and loses nothing by it
    known = sk.Employment(hours_in_8_weeks=0)
    case = {**case, "others": {}, "basis": "ordinary"}
    owed = computed(case, paid_during_sickness=False, employment=None)
    not_owed = computed(case, paid_during_sickness=False, employment=known)
    assert Decimal("0.00") == not_owed.employer_benefit
    weeks_in_two = len(owed.weeks)
    if case["first_day"] >= date(2006, 7, 3):
        difference = owed.benefit + owed.employer_benefit - not_owed.benefit
        assert abs(difference) <= weeks_in_two * Decimal("0.01")


@given(st.integers(0, 4), st.integers(1, 740), pay, st.sampled_from(sk.RefundBasis))
def test_hours_by_week_weigh_what_the_same_hours_weigh_by_date(weekday, hours, hourly_pay, basis):
    first_day = date(2022, 1, 3) + timedelta(days=weekday)
    mondays = [date(2022, 1, 3) + timedelta(days=7 * n) for n in range(6)]
    days = [[monday + timedelta(days=n) for n in range(5)] for monday in mondays]
    days[0] = days[0][weekday:]
    by_week = {sk.Week.of(week[0]): Decimal(hours * len(week)) / 100 for week in days}
    by_date = {day: Decimal(hours) / 100 for week in days for day in week}
    facts = {"first_day": first_day, "hourly_pay": hourly_pay, "basis": basis}
    assert [week.amount for week in refund(**facts, hours=by_week).weeks] == [
        week.amount for week in refund(**facts, hours=by_date).weeks
    ]


@settings(max_examples=50)
@given(cases())
def test_explanations_can_be_redone(case):
    redo(json.loads(json.dumps(computed(case).explanation.document())))


@given(cases(), st.sampled_from(["0.5", "1", "2"]))
def test_amended_figures_leave_the_packaged_ones_alone(case, value):
    before = computed(case)
    amended = sk.PARAMETERS.amend(
        "sickness_benefit.max_weekly",
        value=value,
        valid_from=case["first_day"] - timedelta(days=7),
        source="a proposal",
    )
    made = absence(hours=weeks(2022, 1, 2, "37"))
    sk.sickness_refund(made, parameters=amended)
    assert before == computed(case)


@given(junk, junk)
def test_junk_is_refused(value, parameters):
    assert fits_or_is_refused(
        lambda: sk.sickness_refund(value, parameters=parameters), sk.SicknessRefund
    )
    assert fits_or_is_refused(
        lambda: sk.sickness_refund(absence(), parameters=parameters), sk.SicknessRefund
    )


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(sk.RefundBasis))
def test_any_day_gives_a_refund_or_a_reason(first_day, basis):
    def call():
        made = absence(first_day=first_day, basis=basis, hours={first_day: "7.4"})
        return sk.sickness_refund(made)

    assert fits_or_is_refused(call, sk.SicknessRefund)
