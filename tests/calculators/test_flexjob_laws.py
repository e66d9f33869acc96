"""Laws of the flexjob refund, and the same refund worked out a second time."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from calculators import oracle_flexjob as oracle
from hypothesis import assume, given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

HALF_OERE = Fraction(1, 200)

cents = partial(st.builds, lambda whole: Decimal(whole).scaleb(-2))
pays = cents(st.integers(1, 100_000_000))
likely_pays = cents(st.integers(1_000_000, 5_000_000))
hourly_pays = cents(st.integers(1, 1_000_000))
hours = cents(st.integers(1, 3700))
contributions = cents(st.integers(0, 300_000))
grants = st.dates(date(1998, 1, 1), date(2012, 12, 31))
shares = st.sampled_from(["1/2", "2/3"])


@st.composite
def jobs(draw):
    """A job and a month for which everything is known."""
    granted_on = draw(grants | st.sampled_from([date(2006, 7, 4), date(2006, 7, 5)]))
    day = draw(st.dates(granted_on, date(2026, 12, 31)))
    classes = [name for name, rates in oracle.ATP.items() if min(rates) <= day.year]
    pay = draw(
        st.builds(sk.Pay.monthly, pays | likely_pays) | st.builds(sk.Pay.hourly, hourly_pays)
    )
    job = sk.Flexjob(
        granted_on=granted_on,
        share=draw(shares),
        starting_pay=pay,
        weekly_hours=draw(hours | st.sampled_from([Decimal(h) for h in (9, 18, 27, 37)])),
        atp_class=draw(st.none() | st.sampled_from(classes)),
        other_contributions=draw(contributions),
    )
    return job, sk.Month.of(day)


@st.composite
def benefits(draw, job, month):
    """Sickness benefit on some weekdays of a month from the grant on, in any order."""
    weekdays = [day for day in month.weekdays if day >= job.granted_on]
    assume(weekdays)
    days = draw(st.lists(st.sampled_from(weekdays), unique=True))
    return {day: draw(cents(st.integers(0, 500_000))) for day in days}


def expected(job, month, actual=None):
    kind = job.starting_pay.per.value
    pay = Fraction(job.starting_pay.amount)
    return oracle.gross(
        granted_on=job.granted_on,
        share=job.share.fraction,
        monthly=pay if kind == "month" else None,
        hourly=pay if kind == "hour" else None,
        weekly_hours=Fraction(job.weekly_hours),
        atp_class=job.atp_class,
        other=Fraction(job.other_contributions),
        year=month.year,
        actual=None if actual is None else Fraction(actual),
    )


def simple(**given):
    return sk.Flexjob(
        **{
            "granted_on": date(2008, 1, 1),
            "share": "2/3",
            "starting_pay": sk.Pay.monthly("25000"),
            "weekly_hours": "37",
            "atp_class": "A",
            "other_contributions": "0",
            **given,
        }
    )


@given(jobs(), st.none() | pays | likely_pays)
def test_the_refund_is_what_the_oracle_says(case, actual):
    job, month = case
    result = sk.flexjob_refund(job, month, actual_pay=actual)
    assert expected(job, month, actual) == Fraction(result.gross)
    assert (result.gross, Decimal("0.00")) == (result.amount, result.set_off)


@given(jobs(), st.data())
def test_the_set_off_is_what_the_oracle_says(case, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    result = sk.flexjob_refund(job, month, sickness_benefit=taken)
    left = oracle.after_set_off(
        Fraction(result.gross), len(month.weekdays), [Fraction(value) for value in taken.values()]
    )
    assert left == Fraction(result.amount)
    assert result.gross - result.amount == result.set_off


@given(jobs(), st.none() | likely_pays, st.data())
def test_the_explanation_can_be_redone(case, actual, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    result = sk.flexjob_refund(job, month, actual_pay=actual, sickness_benefit=taken)
    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.amount) == document["steps"][-1]["value"]


@given(jobs())
def test_the_refund_is_rounded_once_by_half_an_oere_at_most(case):
    job, month = case
    result = sk.flexjob_refund(job, month)
    steps = {step.id: step for step in result.explanation.steps}
    basis = dict(steps["flexjob.refund"].operands)["basis"]
    exact = job.share.fraction * (
        Fraction(basis.value) + Fraction(result.atp) + Fraction(job.other_contributions)
    )
    assert abs(Fraction(result.gross) - exact) <= HALF_OERE
    assert abs(Fraction(result.basis) - Fraction(basis.value)) <= HALF_OERE


@given(likely_pays, likely_pays, hours)
def test_more_pay_never_gives_less(one, other, weekly_hours):
    low, high = (
        sk.flexjob_refund(
            simple(starting_pay=sk.Pay.monthly(pay), weekly_hours=weekly_hours), sk.Month(2018, 3)
        ).amount
        for pay in sorted((one, other))
    )
    assert low <= high


@given(hours, hours, likely_pays)
def test_more_hours_never_give_less(one, other, pay):
    low, high = (
        sk.flexjob_refund(
            simple(starting_pay=sk.Pay.monthly(pay), weekly_hours=weekly), sk.Month(2018, 3)
        ).amount
        for weekly in sorted((one, other))
    )
    assert low <= high


@given(jobs())
def test_the_refund_is_never_above_the_share_of_the_ceiling(case):
    job, month = case
    result = sk.flexjob_refund(job, month)
    assert (result.ceiling is None) == (job.granted_on < date(2006, 7, 5))
    if result.ceiling is not None:
        most = result.ceiling + result.atp + job.other_contributions
        assert result.basis <= result.ceiling
        assert Fraction(result.gross) <= job.share.fraction * Fraction(most) + 2 * HALF_OERE


@given(st.integers(1, 18), likely_pays)
def test_twice_the_hours_give_twice_the_refund(weekly_hours, pay):
    """To the øre that each is rounded to."""
    once, twice = (
        sk.flexjob_refund(
            simple(starting_pay=sk.Pay.monthly(pay), weekly_hours=weekly, atp_class=None),
            sk.Month(2018, 3),
        ).amount
        for weekly in (weekly_hours, 2 * weekly_hours)
    )
    assert abs(2 * once - twice) <= Decimal("0.01")


@given(jobs())
def test_two_thirds_are_four_thirds_of_a_half(case):
    job, month = case
    half, two_thirds = (
        Fraction(sk.flexjob_refund(sk_evolve(job, share), month).amount) for share in ("1/2", "2/3")
    )
    assert abs(half * Fraction(4, 3) - two_thirds) <= Fraction(7, 3) * HALF_OERE


def sk_evolve(job, share):
    return sk.Flexjob(
        granted_on=job.granted_on,
        share=share,
        starting_pay=job.starting_pay,
        weekly_hours=job.weekly_hours,
        atp_class=job.atp_class,
        other_contributions=job.other_contributions,
    )


@given(jobs(), st.data())
def test_set_off_takes_from_nothing_to_all(case, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    result = sk.flexjob_refund(job, month, sickness_benefit=taken)
    assert 0 <= result.amount <= result.gross
    assert result.set_off <= sum(taken.values()) + Decimal("0.01")


@given(jobs(), st.data())
def test_more_benefit_never_leaves_more(case, data):
    job, month = case
    taken = data.draw(benefits(job, month).filter(bool))
    day = data.draw(st.sampled_from(sorted(taken)))
    more = {**taken, day: taken[day] + data.draw(cents(st.integers(0, 100_000)))}
    assert (
        sk.flexjob_refund(job, month, sickness_benefit=more).amount
        <= sk.flexjob_refund(job, month, sickness_benefit=taken).amount
    )


@given(jobs(), st.data())
def test_the_order_of_the_days_plays_no_part(case, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    backwards = dict(reversed(taken.items()))
    assert sk.flexjob_refund(job, month, sickness_benefit=taken) == (
        sk.flexjob_refund(job, month, sickness_benefit=backwards)
    )


@given(jobs())
def test_benefit_on_every_weekday_as_high_as_the_refund_leaves_nothing(case):
    job, month = case
    assume(job.granted_on <= month.weekdays[0])
    gross = sk.flexjob_refund(job, month).gross
    taken = {day: min(gross, Decimal(1_000_000)) for day in month.weekdays}
    assert Decimal("0.00") == sk.flexjob_refund(job, month, sickness_benefit=taken).amount


@given(grants)
def test_a_grant_a_day_outside_the_scheme_is_refused(granted_on):
    shift = timedelta(days=15 * 366)
    for outside in (granted_on - shift, granted_on + shift):
        with pytest.raises(sk.NotInForce):
            sk.flexjob_refund(simple(granted_on=outside), sk.Month(2030, 1))


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(sk.Flexjob.__annotations__, junk)))
def test_junk_in_a_job_is_refused(given):
    assert fits_or_is_refused(partial(simple, **given), sk.Flexjob)


@given(
    junk | st.just(simple()),
    junk | st.just(sk.Month(2018, 3)),
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("actual_pay", "sickness_benefit", "parameters"), junk)
    ),
)
def test_junk_in_a_question_is_refused(job, month, given):
    assert fits_or_is_refused(partial(sk.flexjob_refund, job, month, **given), sk.FlexjobRefund)
