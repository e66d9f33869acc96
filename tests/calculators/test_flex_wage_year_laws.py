"""Laws of the year of a flexjob since 2013."""

from datetime import date
from decimal import Decimal
from functools import partial

from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

kroner = st.integers(0, 4_000_000).map(lambda whole: Decimal(whole) / 100)
days = st.integers(0, 2_800).map(lambda whole: Decimal(whole) / 100)
jobs = st.builds(
    sk.FlexjobSince2013,
    started_on=st.none() | st.dates(date(2013, 1, 1), date(2017, 12, 31)),
    ended_on=st.none() | st.dates(date(2018, 1, 1), date(2027, 6, 30)),
    full_time_pay=st.integers(1, 4_000_000).map(lambda whole: Decimal(whole) / 100),
)
years = st.sampled_from([2013, 2017, 2018, 2020, 2024])


def held(job, year):
    months = [sk.Month(year, number) for number in range(1, 13)]
    return [
        month
        for month in months
        if (job.started_on or month.last_day) <= month.last_day
        and month.first_day <= (job.ended_on or month.first_day)
    ]


@given(jobs, years, st.data())
def test_a_year_is_its_months_worked_out_by_hand(job, year, data):
    months = held(job, year)
    if not months:
        assert fits_or_is_refused(partial(sk.flex_wage_year, job, year, pay="1"), sk.FlexWageYear)
        return
    first = months[0]
    december = sk.Month(year - 1, 12) if first.month == 1 else sk.Month(year, first.month - 1)
    before = [december, *months[:-1]]
    pay = {month: data.draw(kroner) for month in months}
    pay_before = data.draw(st.none() | kroner)
    payouts = data.draw(st.dictionaries(st.sampled_from([december, *months]), kroner, max_size=3))
    benefit_days = data.draw(st.dictionaries(st.sampled_from(months), days, max_size=3))
    bonuses = data.draw(
        st.lists(
            st.builds(
                sk.Bonus,
                amount=kroner,
                first_month=st.just(december),
                last_month=st.sampled_from(months),
                fixed=st.booleans(),
            ),
            max_size=2,
        )
    )
    result = sk.flex_wage_year(
        job,
        year,
        pay=pay,
        pay_before=pay_before,
        payouts=payouts,
        bonuses=bonuses,
        benefit_days=benefit_days,
    )
    by_hand = [
        sk.flex_wage_supplement(
            job,
            month,
            pay=pay[month],
            deciding_pay=pay_before if earlier == december else pay[earlier],
            payouts=payouts.get(earlier, 0),
            bonuses=bonuses,
            benefit_days=benefit_days.get(month, 0),
        )
        for earlier, month in zip(before, months, strict=True)
    ]
    assert tuple(by_hand) == result.months
    assert sum(month.amount for month in by_hand) == result.amount == result.to_employee
    assert sum(month.total for month in by_hand) == result.total
    assert sum(line.amount for line in result.lines) == result.amount
    if any(month.atp is None for month in by_hand):
        assert (None, None) == (result.atp, result.paid_out)
    else:
        assert sum(month.atp for month in by_hand) == result.atp
        assert sum(month.paid_out for month in by_hand) == result.paid_out
    redo(result.explanation.document())


@given(junk, junk)
def test_junk_is_refused(one, two):
    job = sk.FlexjobSince2013(started_on="2024-11-01", full_time_pay="30000")
    month = sk.Month(2024, 11)
    for call in (
        partial(sk.flex_wage_year, one, 2024, pay="1"),
        partial(sk.flex_wage_year, job, one, pay="1"),
        partial(sk.flex_wage_year, job, 2024, pay=one),
        partial(sk.flex_wage_year, job, 2024, pay={month: two, sk.Month(2024, 12): one}),
        partial(sk.flex_wage_year, job, 2024, pay="1", pay_before=one),
        partial(sk.flex_wage_year, job, 2024, pay="1", payouts=one),
        partial(sk.flex_wage_year, job, 2024, pay="1", payouts={month: two}),
        partial(sk.flex_wage_year, job, 2024, pay="1", bonuses=one),
        partial(sk.flex_wage_year, job, 2024, pay="1", benefit_days={month: two}),
        partial(sk.flex_wage_year, job, 2024, pay="1", parameters=two),
    ):
        assert fits_or_is_refused(call, sk.FlexWageYear)
