"""Laws of the employer's cost, against the calculators that it is built of."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

amounts = st.integers(0, 6_000_000).map(lambda whole: Decimal(whole) / 100)
pays = st.integers(1, 6_000_000).map(lambda whole: Decimal(whole) / 100)
few_hours = st.integers(0, 740).map(lambda whole: Decimal(whole) / 100)
FIRST_MONDAY = date(2021, 1, 4)


@st.composite
def absences(draw):
    """Some weeks of absence, hours by weekday, within 2021 to 2025."""
    monday = FIRST_MONDAY + timedelta(weeks=draw(st.integers(0, 240)))
    hours = {}
    for number in range(5 * draw(st.integers(1, 7))):
        day = monday + timedelta(days=number // 5 * 7 + number % 5)
        hours[day] = Decimal("1.00") if not number else draw(few_hours)
    return sk.SicknessAbsence(
        first_day=monday,
        contract_hours="37",
        hours=hours,
        hourly_pay=draw(st.integers(5_000, 30_000).map(lambda whole: Decimal(whole) / 100)),
        paid_during_sickness=draw(st.booleans()),
        basis=draw(st.sampled_from([sk.RefundBasis.SECTION_56, sk.RefundBasis.ORDINARY])),
    )


def months_of(absence):
    month = sk.Month.of(absence.hours[0][0])
    last = sk.Month.of(absence.hours[-1][0])
    while month <= last:
        yield month
        month = month.next()


def cost_of(absence, month, pay="30000"):
    return sk.employer_cost(sk.SickLeave(pay=pay, contributions="0", absence=absence), month)


@settings(max_examples=50)
@given(absences())
def test_the_months_add_up_to_the_absence(absence):
    whole = sk.sickness_refund(absence)
    costs = [cost_of(absence, month) for month in months_of(absence)]

    assert whole.amount == sum(cost.refund for cost in costs)
    assert whole.supplement == sum(cost.supplement for cost in costs)
    municipality = Decimal(0) if absence.paid_during_sickness else whole.benefit
    assert municipality == sum(cost.paid_by_municipality for cost in costs)
    assert whole.employer_benefit == sum(cost.employer_benefit for cost in costs)


@settings(max_examples=50)
@given(absences())
def test_a_months_part_is_within_an_oere_a_week_of_its_hours_share(absence):
    whole = sk.sickness_refund(absence)
    for month in months_of(absence):
        exact = Fraction(0)
        divided = 0
        for row in whole.weeks:
            for amount, days in (
                (row.benefit, row.refundable_days),
                (row.employer_benefit, row.employer_period_days),
            ):
                total = sum(hours for _, hours in days)
                inside = sum(hours for day, hours in days if day in month)
                if amount and inside:
                    exact += Fraction(amount) * inside / total
                    divided += inside != total
        cost = cost_of(absence, month)
        got = Fraction(cost.refund + cost.paid_by_municipality + cost.employer_benefit)
        assert divided <= 4
        assert abs(got - exact) <= Fraction(divided, 200)


@settings(max_examples=50)
@given(amounts, amounts, absences())
def test_cost_is_what_is_paid_less_what_is_received(pay, contributions, absence):
    leave = sk.SickLeave(pay=pay, contributions=contributions, absence=absence)
    cost = sk.employer_cost(leave, sk.Month.of(absence.first_day))

    paid = cost.pay + cost.contributions + cost.employer_benefit
    assert paid - cost.refund - cost.supplement == cost.amount
    received = cost.pay + cost.employer_benefit + cost.paid_by_municipality
    assert received == cost.employee_income
    assert (pay, contributions) == (cost.pay, cost.contributions)


@given(st.tuples(amounts, amounts).map(sorted), amounts, amounts)
def test_more_pay_costs_just_so_much_more_in_ordinary_work(two, contributions, more):
    low, high = (
        sk.employer_cost(sk.OrdinaryWork(pay=pay, contributions=contributions), sk.Month(2024, 1))
        for pay in two
    )

    assert two[1] - two[0] == high.amount - low.amount == high.employee_income - low.employee_income


@given(pays, amounts, pays)
def test_a_new_flexjob_costs_the_employer_its_pay_and_the_supplement_goes_to_the_employee(
    pay, contributions, full
):
    pay, full = sorted((pay, full))
    work = sk.FlexjobSince2013Work(
        job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full),
        pay=pay,
        contributions=contributions,
    )

    cost = sk.employer_cost(work, sk.Month(2025, 5))

    total = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), sk.Month(2025, 5), pay=pay
    ).total
    assert pay + contributions == cost.amount
    assert total == cost.employee_income


@settings(max_examples=25)
@given(
    pays,
    st.dictionaries(st.sampled_from(sk.Month(2007, 11).weekdays), amounts, max_size=5),
    st.sampled_from(["1/2", "2/3"]),
)
def test_per_day_an_old_flexjob_gets_the_larger_of_refund_and_benefit(pay, benefits, share):
    job = sk.Flexjob(
        granted_on=date(2006, 3, 1),
        share=share,
        starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    work = sk.FlexjobWork(job=job, pay=pay, contributions="0", sickness_benefit=benefits)
    cost = sk.employer_cost(work, sk.Month(2007, 11))

    gross = Fraction(sk.flexjob_refund(job, sk.Month(2007, 11), actual_pay=pay).amount)
    exact = sum(
        (max(gross / 22, Fraction(benefits.get(day, 0))) for day in sk.Month(2007, 11).weekdays),
        Fraction(0),
    )
    assert abs(Fraction(cost.refund) - exact) <= Fraction(1, 200)
    redo(cost.explanation.document())


@settings(max_examples=10)
@given(absences())
def test_documents_redo(absence):
    for month in months_of(absence):
        redo(cost_of(absence, month).explanation.document())


@given(junk, junk, junk, junk)
def test_junk_is_refused_with_an_error_of_the_library(one, two, three, four):
    month = sk.Month(2024, 3)
    work = sk.OrdinaryWork(pay="1", contributions="0")
    kinds = (
        sk.OrdinaryWork,
        sk.SickLeave,
        sk.FlexjobWork,
        sk.FlexjobSince2013Work,
        sk.SubsidisedWork,
        sk.EmployerCost,
    )
    for call in (
        lambda: sk.OrdinaryWork(pay=one, contributions=two),
        lambda: sk.SickLeave(pay="1", contributions="0", absence=three),
        lambda: sk.FlexjobWork(job=three, pay="1", contributions="0"),
        lambda: sk.FlexjobWork(job=one, pay=two, contributions=three, sickness_benefit=four),
        lambda: sk.FlexjobSince2013Work(
            job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=three),
            pay=one,
            contributions=two,
        ),
        lambda: sk.FlexjobSince2013Work(
            job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=three),
            pay="1",
            contributions="0",
        ),
        lambda: sk.SubsidisedWork(job=one, hours=two, pay=three, contributions=four),
        lambda: sk.employer_cost(one, two, parameters=three),
        lambda: sk.employer_cost(one, month),
        lambda: sk.employer_cost(work, two),
        lambda: sk.employer_cost(work, month, parameters=three),
    ):
        assert fits_or_is_refused(call, kinds)
