"""Laws of the wage subsidy, and an oracle on fractions with its own table of caps."""

import json
from decimal import Decimal
from fractions import Fraction
from functools import partial

from calculators.compared import other_amount
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

HALF_OERE = Fraction(1, 200)
MONTH = sk.Month(2018, 3)
CAP = Fraction(151)
rates = st.integers(1, 1_000_000).map(lambda oere: Decimal(oere) / 100)
near_the_cap = st.integers(14_900, 15_300).map(lambda oere: Decimal(oere) / 100)
hours = st.integers(0, 74_400).map(lambda whole: Decimal(whole) / 100)


def subsidy(pay, granted, worked, month=MONTH):
    job = sk.SubsidisedJob(
        target_group=sk.TargetGroup.REHABILITATION, hourly_pay=pay, granted_rate=granted
    )
    return sk.wage_subsidy(job, month, hours=worked)


def oracle(pay, granted, worked):
    exact = min(Fraction(pay), Fraction(granted), CAP) * Fraction(worked) * 100
    whole, rest = divmod(exact, 1)
    return Fraction(whole + (1 if rest >= Fraction(1, 2) else 0), 100)


@given(rates | near_the_cap, rates | near_the_cap, hours)
def test_amount_is_what_fractions_give(pay, granted, worked):
    assert oracle(pay, granted, worked) == Fraction(subsidy(pay, granted, worked).amount)


by_day = st.dictionaries(
    st.dates(MONTH.first_day, MONTH.last_day),
    st.tuples(
        st.integers(0, 2400).map(lambda whole: Decimal(whole) / 100),
        st.none() | st.integers(0, 300_000).map(lambda oere: Decimal(oere) / 100),
    ),
    max_size=8,
)


def reduced(pay, granted, days):
    job = sk.SubsidisedJob(
        target_group=sk.TargetGroup.REHABILITATION, hourly_pay=pay, granted_rate=granted
    )
    return sk.wage_subsidy(
        job,
        MONTH,
        hours={day: worked for day, (worked, _) in days.items()},
        refunded={day: refund for day, (_, refund) in days.items() if refund is not None},
    )


def reduced_oracle(pay, granted, days):
    """Each day's own subsidy less its refund, never below nothing; rounded once (order § 88)."""
    rate = min(Fraction(pay), Fraction(granted), CAP)
    left = sum(
        max(Fraction(0), Fraction(worked) * rate - Fraction(refund or 0))
        for worked, refund in days.values()
    )
    whole, rest = divmod(left * 100, 1)
    return Fraction(whole + (1 if rest >= Fraction(1, 2) else 0), 100)


@given(rates | near_the_cap, rates, by_day)
def test_a_reduced_amount_is_what_fractions_give(pay, granted, days):
    assert reduced_oracle(pay, granted, days) == Fraction(reduced(pay, granted, days).amount)


@given(rates, rates, by_day)
def test_a_refund_never_raises_the_subsidy_and_both_together_are_never_above_it(pay, granted, days):
    without = {day: (worked, None) for day, (worked, _) in days.items()}
    result, whole = reduced(pay, granted, days), reduced(pay, granted, without)
    refunds = sum(refund for _, refund in days.values() if refund is not None)
    assert 0 <= result.amount <= whole.amount
    assert result.amount + result.reduction == whole.amount
    assert result.reduction <= refunds + Decimal("0.01")


@given(rates, rates, by_day)
def test_the_other_reading_of_a_refund_is_never_above_this_one(pay, granted, days):
    result = reduced(pay, granted, days)
    other = other_amount(result, "refund-above-subsidy")
    assert other is None or other < result.amount


@given(rates, rates, hours)
def test_rounding_moves_at_most_half_an_oere(pay, granted, worked):
    result = subsidy(pay, granted, worked)

    exact = Fraction(result.rate) * Fraction(worked)
    assert abs(Fraction(result.amount) - exact) <= HALF_OERE


@given(rates, rates, hours)
def test_subsidy_is_never_above_pay_grant_or_cap(pay, granted, worked):
    rate = subsidy(pay, granted, worked).rate

    assert rate <= pay
    assert rate <= granted
    assert rate <= CAP
    assert rate in {pay, granted, Decimal(151)}


@given(rates, rates, hours, hours)
def test_more_hours_never_give_less(pay, granted, one, other):
    low, high = (subsidy(pay, granted, worked).amount for worked in sorted([one, other]))

    assert low <= high


@given(rates, rates, rates, hours)
def test_a_higher_grant_never_gives_less(pay, one, other, worked):
    low, high = (subsidy(pay, granted, worked).amount for granted in sorted([one, other]))

    assert low <= high


@given(rates, rates, st.integers(0, 744))
def test_whole_hours_scale_exactly(pay, granted, worked):
    assert subsidy(pay, granted, 1).amount * worked == subsidy(pay, granted, worked).amount


@given(rates, rates, hours, st.sampled_from([MONTH, sk.Month(2019, 3)]))
def test_the_explanation_redone_gives_the_amount(pay, granted, worked, month):
    result = subsidy(pay, granted, worked, month)

    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.amount) == document["steps"][-1]["value"]


@given(junk, junk, junk)
def test_junk_for_a_job_is_refused_with_an_error_of_the_library(one, two, three):
    for group in (one, *sk.TargetGroup):
        call = partial(sk.SubsidisedJob, target_group=group, hourly_pay=two, granted_rate=three)
        assert fits_or_is_refused(call, sk.SubsidisedJob)


@given(junk, junk, junk, junk)
def test_junk_for_a_calculation_is_refused_with_an_error_of_the_library(one, two, three, four):
    job = sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="150")
    for asked, month, worked, figures in [
        (one, two, three, four),
        (job, two, 1, None),
        (job, MONTH, three, None),
        (job, MONTH, 1, four),
    ]:
        call = partial(sk.wage_subsidy, asked, month, hours=worked, parameters=figures)
        assert fits_or_is_refused(call, sk.WageSubsidy)
