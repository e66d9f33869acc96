"""Laws of a flexjob's year."""

from datetime import date
from decimal import Decimal
from functools import partial

from calculators.test_flexjob_year import job, told
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

import socialkapitel as sk


@given(st.lists(st.integers(0, 200), min_size=12, max_size=12))
def test_one_ceiling_never_gives_less(hours):
    rich = job(starting_pay=sk.Pay.hourly("262"), other_contributions="900")
    given = {sk.Month(2018, number): paid for number, paid in enumerate(hours, start=1)}
    year = sk.flexjob_year(rich, 2018, paid_hours=given)
    assert Decimal(told(year) or year.amount) >= year.amount


@given(junk, junk)
def test_junk_is_refused(one, two):
    for call in (
        partial(sk.flexjob_year, one, 2018),
        partial(sk.flexjob_year, job(), one),
        partial(sk.flexjob_year, job(), 2018, actual_pay=one),
        partial(sk.flexjob_year, job(), 2018, paid_hours={sk.Month(2018, 1): two}),
        partial(sk.flexjob_year, job(ended_on=date(2018, 1, 5)), 2018, sickness=one),
        partial(sk.flexjob_year, job(), 2018, parameters=two),
    ):
        assert fits_or_is_refused(call, sk.FlexjobYear)
