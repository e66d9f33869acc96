"""Laws of sickness refunds, and the oracle on fractions."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from calculators.oracle_sickness import oracle
from calculators.sickness_cases import absence, refund, weeks
from hypothesis import given, settings
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

HALF_HUNDREDTH = Fraction(1, 200)
BASES = ["ordinary", "section_56", "flexjob", "flexjob_since_2013"]
MOST_WEEKS = 9

hundredths = st.integers(1, 3700).map(lambda whole: Decimal(whole) / 100)
pay = st.one_of(st.integers(1, 1_000_000), st.integers(10_000, 16_000), st.just(13_117)).map(
    lambda oere: Decimal(oere) / 100
)


@st.composite
def cases(draw, earliest=date(2013, 1, 7), latest=date(2022, 10, 3)):
    """Weeks from a weekday on: full, partial, light and empty ones, with gaps between them."""
    span = (latest - earliest).days // 7
    monday = earliest + timedelta(days=7 * draw(st.integers(0, span)))
    first_day = monday + timedelta(days=draw(st.integers(0, 4)))
    contract = draw(st.sampled_from(["37", "30", "10", "3.5"]).map(Decimal) | hundredths)
    most = int(contract * 100)
    some = st.one_of(st.integers(1, most), st.sampled_from([most, min(most, 400), min(most, 399)]))
    rows = [(monday, draw(some))]
    for _ in range(draw(st.integers(0, MOST_WEEKS))):
        monday += timedelta(days=7 * draw(st.sampled_from([1, 1, 1, 1, 1, 1, 1, 2])))
        rows.append((monday, draw(st.one_of(st.just(most), st.just(most), some, st.just(0)))))
    return {
        "first_day": first_day,
        "contract": contract,
        "pay": draw(pay),
        "basis": draw(st.sampled_from(BASES)),
        "weeks": [(monday, Decimal(hours) / 100) for monday, hours in rows],
    }


def computed(case, **changes):
    return sk.sickness_refund(
        sk.SicknessAbsence(
            **{
                "first_day": case["first_day"],
                "contract_hours": case["contract"],
                "hours": {sk.Week.of(monday): hours for monday, hours in case["weeks"]},
                "hourly_pay": case["pay"],
                "paid_during_sickness": True,
                "basis": sk.RefundBasis(case["basis"]),
                **changes,
            }
        )
    )


@given(cases())
def test_weeks_are_what_fractions_give(case):
    result = computed(case)
    expected = oracle(case)
    assert [counts for counts, _, _, _ in expected] == [
        week.outcome is sk.Outcome.FULFILLED for week in result.weeks
    ]
    assert [amount for _, _, amount, _ in expected] == [
        Fraction(week.amount) for week in result.weeks
    ]
    assert [supplement for _, _, _, supplement in expected] == [
        Fraction(week.supplement) for week in result.weeks
    ]
    for (_, due, _, _), week in zip(expected, result.weeks, strict=True):
        assert due == sum((hours for _, hours in week.refundable_days), Fraction(0))
        assert abs(Fraction(week.refundable_hours) - due) <= HALF_HUNDREDTH


@given(cases(earliest=date(2011, 6, 6), latest=date(2012, 3, 5)))
def test_spells_around_the_latest_change_of_the_employer_period(case):
    case = {**case, "basis": "ordinary"}
    assert [amount for _, _, amount, _ in oracle(case)] == [
        Fraction(week.amount) for week in computed(case).weeks
    ]


@given(cases())
def test_totals_are_the_sums_of_the_weeks(case):
    result = computed(case)
    for name in ("amount", "supplement", "benefit"):
        assert sum(getattr(week, name) for week in result.weeks) == getattr(result, name)
    exact = sum((hours for week in result.weeks for _, hours in week.refundable_days), Fraction(0))
    assert abs(Fraction(result.refundable_hours) - exact) <= HALF_HUNDREDTH


@given(cases())
def test_never_above_any_cap(case):
    for week in computed(case).weeks:
        figures = {
            name: Fraction(sk.PARAMETERS[f"sickness_benefit.{name}"].on(week.week.monday).value)
            for name in ("max_weekly", "max_hourly")
        }
        exact = sum((hours for _, hours in week.refundable_days), Fraction(0))
        amount = Fraction(week.amount)
        assert amount <= figures["max_weekly"]
        assert amount <= exact * figures["max_hourly"] + HALF_HUNDREDTH
        assert amount <= exact * Fraction(case["pay"]) * Fraction(92, 100) + HALF_HUNDREDTH
        assert week.amount == week.benefit


@given(cases())
def test_hours_are_divided_and_none_is_lost(case):
    for week in computed(case).weeks:
        parts = week.employer_period_hours + week.refundable_hours
        counts = week.outcome is sk.Outcome.FULFILLED
        assert (week.absence_hours if counts else 0) == parts
        assert week.employer_period_hours >= 0


@given(cases(), st.integers(0, 100_000))
def test_more_pay_never_gives_less(case, more):
    higher = {**case, "pay": min(case["pay"] + Decimal(more) / 100, Decimal(10_000))}
    assert computed(case).amount <= computed(higher).amount


@given(st.integers(4_00, 37_00), st.integers(0, 33_00), pay)
def test_more_hours_never_give_less(hours, more, hourly_pay):
    def amount(whole):
        return sk.sickness_refund(
            absence(
                hours={sk.Week(2022, 1): Decimal(min(whole, 3700)) / 100},
                hourly_pay=hourly_pay,
                basis=sk.RefundBasis.SECTION_56,
            )
        ).amount

    assert amount(hours) <= amount(hours + more)


@given(st.integers(1, 9), st.integers(1, 40_000).map(lambda quarters: Decimal(quarters) / 4))
def test_amount_scales_with_hours_below_the_weekly_cap(times, hourly_pay):
    # 92 per cent of a quarter of a krone is a whole number of øre
    def amount(hours):
        return sk.sickness_refund(
            absence(
                hours={sk.Week(2022, 1): hours},
                hourly_pay=hourly_pay,
                basis=sk.RefundBasis.SECTION_56,
            )
        ).amount

    assert times * amount(4) == amount(4 * times)


@given(cases())
def test_no_employer_period_never_gives_less(case):
    ordinary = computed({**case, "basis": "ordinary"})
    assert ordinary.amount <= computed({**case, "basis": "section_56"}).amount
    assert computed({**case, "basis": "section_56"}).amount == (
        computed({**case, "basis": "flexjob"}).amount
    )


@given(cases())
def test_who_is_paid_changes_nothing_but_who_is_paid(case):
    employer, employee = computed(case), computed(case, paid_during_sickness=False)
    assert employer.benefit == employee.benefit
    assert employer.spells == employee.spells
    assert Decimal("0.00") == employee.amount == employee.supplement


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
        "sickness_benefit.max_hourly",
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
