"""Laws of the flexjob refund, and the same refund worked out a second time."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial

import attrs
import pytest
from calculators import oracle_flexjob as oracle
from calculators.compared import other_amount
from hypothesis import assume, given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

HALF_OERE = Fraction(1, 200)
FIELDS = [field.name for field in attrs.fields(sk.Flexjob) if field.init]
QUESTIONS = [
    "actual_pay",
    "paid_hours",
    "other_contributions",
    "sickness",
    "parameters",
]

cents = partial(st.builds, lambda whole: Decimal(whole).scaleb(-2))
pays = cents(st.integers(1, 100_000_000))
likely_pays = cents(st.integers(1_000_000, 6_000_000))
hourly_pays = cents(st.integers(1, 1_000_000)) | cents(st.integers(15_000, 45_000))
hours = cents(st.integers(1, 3700))
paid_hours = cents(st.integers(0, 67_200)) | cents(st.integers(3_000, 17_000))
contributions = cents(st.integers(0, 900_000))
starts = st.dates(date(1998, 1, 1), date(2012, 12, 31))
shares = st.sampled_from(["1/2", "2/3"])


# Made once: hypothesis checks a strategy anew each time that it is made.
likely_starts = starts | st.sampled_from([date(2006, 7, 4), date(2006, 7, 5)])
any_pay = st.builds(sk.Pay.monthly, pays | likely_pays) | st.builds(sk.Pay.hourly, hourly_pays)
likely_hours = hours | st.sampled_from([Decimal(h) for h in (9, 18, 27, 37)])
benefit = cents(st.integers(0, 500_000))


@st.composite
def jobs(draw):
    """A job and a month for which everything is known, where hours are not asked for."""
    started_on = draw(likely_starts)
    day = draw(st.dates(started_on, date(2026, 12, 31)))
    classes = [name for name, rates in oracle.ATP.items() if min(rates) <= day.year]
    pay = draw(any_pay)
    job = sk.Flexjob(
        granted_on=None if draw(st.booleans()) else started_on,
        started_on=started_on,
        ended_on=None if draw(st.booleans()) else day,
        share=draw(shares),
        starting_pay=pay,
        weekly_hours=draw(likely_hours),
        atp_class=draw(st.none() | st.sampled_from(classes)),
        other_contributions=draw(contributions),
    )
    return job, sk.Month.of(day)


@st.composite
def benefits(draw, job, month):
    """Refund of sickness benefit on some days of the job in a month, in any order."""
    held = [day for day in days_of(month) if job.first_day <= day <= (job.ended_on or day)]
    days = draw(st.lists(st.sampled_from(held), unique=True))
    return {day: draw(benefit) for day in days}


def days_of(month):
    return list(sk.Period(month.first_day, month.last_day))


def weekdays(job, month):
    """The days from Monday to Friday on which the job is held; all days where there are none."""
    held = [day for day in days_of(month) if job.first_day <= day <= (job.ended_on or day)]
    return sum(day.weekday() < 5 for day in held) or len(held)


def terms(job, month, actual=None, paid=None):
    """What the oracle is told of a job and a month."""
    pay, kind = Fraction(job.starting_pay.amount), job.starting_pay.per.value
    return {
        "monthly": pay if kind == "month" else None,
        "hourly": pay if kind == "hour" else None,
        "weekly_hours": Fraction(job.weekly_hours),
        "atp_class": job.atp_class,
        "other": Fraction(job.other_contributions),
        "year": month.year,
        "actual": None if actual is None else Fraction(actual),
        "paid": None if paid is None else Fraction(paid),
    }


def evenly(job, month):
    """The hours of the days on which a job is held, where they are fewer than the month's."""
    held = [day for day in month.weekdays if job.first_day <= day <= (job.ended_on or day)]
    if len(held) == len(month.weekdays):
        return None
    return oracle.to_oere(Fraction(job.weekly_hours) * len(held) / 5)


def expected(job, month, actual=None, paid=None, *, pay_alone=False):
    paid = evenly(job, month) if paid is None else paid
    return oracle.gross(
        began_on=job.started_on,
        share=job.share.fraction,
        pay_alone=pay_alone,
        **terms(job, month, actual, paid),
    )


def simple(**given):
    return sk.Flexjob(
        **{
            "started_on": date(2008, 1, 1),
            "share": "2/3",
            "starting_pay": sk.Pay.monthly("25000"),
            "weekly_hours": "37",
            "atp_class": "A",
            "other_contributions": "0",
            **given,
        }
    )


answered = jobs().filter(lambda case: evenly(*case) != 0)
"""A job and a month in which it is held on some day from Monday to Friday."""

nothing_or_paid = st.none() | st.just(Decimal(0)) | paid_hours


@given(jobs(), st.none() | st.just(Decimal(0)) | pays | likely_pays, nothing_or_paid)
def test_the_refund_is_what_the_oracle_says(case, actual, paid):
    job, month = case
    ask = partial(sk.flexjob_refund, job, month, actual_pay=actual, paid_hours=paid)
    result = ask()
    assert expected(job, month, actual, paid) == Fraction(result.gross)
    assert (result.gross, Decimal("0.00")) == (result.amount, result.set_off)


@given(answered, st.data())
def test_the_reduction_is_what_the_oracle_says(case, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    result = sk.flexjob_refund(job, month, sickness=taken)
    left = oracle.reduced(
        Fraction(result.gross), weekdays(job, month), [Fraction(value) for value in taken.values()]
    )
    assert left == Fraction(result.amount)
    assert result.gross - result.amount == result.set_off


@given(jobs(), st.none() | likely_pays, nothing_or_paid, st.data())
def test_the_explanation_can_be_redone(case, actual, paid, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    result = sk.flexjob_refund(job, month, actual_pay=actual, paid_hours=paid, sickness=taken)
    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.amount) == document["steps"][-1]["value"]


@given(jobs(), nothing_or_paid)
def test_the_other_reading_of_the_ceiling_is_told_wherever_it_differs(case, paid):
    """With pay alone below the ceiling the refund is never less; where it is more, that is said."""
    job, month = case
    result = sk.flexjob_refund(job, month, paid_hours=paid)
    alone = expected(job, month, paid=paid, pay_alone=True)
    assert Fraction(result.amount) <= alone
    named = other_amount(result, "ceiling-pay-alone")
    assert alone == Fraction(result.amount if named is None else named)


@given(answered, st.data())
def test_days_in_full_are_told_wherever_they_differ(case, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    result = sk.flexjob_refund(job, month, sickness=taken)
    in_full = max(result.gross - sum(taken.values()), Decimal(0))
    assert in_full in {other_amount(result, "set-off-in-full"), result.amount}
    assert in_full <= result.amount


@given(answered)
def test_the_refund_is_rounded_once_by_half_an_oere_at_most(case):
    job, month = case
    result = sk.flexjob_refund(job, month)
    steps = {step.id: step for step in result.explanation.steps}
    basis = dict(steps["flexjob.refund"].operands)["basis"]
    exact = job.share.fraction * Fraction(basis.value)
    assert abs(Fraction(result.gross) - exact) <= HALF_OERE
    assert abs(Fraction(result.basis) - Fraction(basis.value)) <= HALF_OERE
    assert result.basis <= result.pay + result.atp + result.other_contributions + Decimal("0.01")


@given(paid_hours, paid_hours, hourly_pays, st.sampled_from([date(2006, 7, 4), date(2006, 7, 5)]))
def test_more_paid_hours_never_give_less(one, other, pay, started_on):
    job = simple(starting_pay=sk.Pay.hourly(pay), started_on=started_on, other_contributions="900")
    low, high = (
        sk.flexjob_refund(job, sk.Month(2018, 3), paid_hours=paid).amount
        for paid in sorted((one, other))
    )
    assert low <= high


@given(hours, likely_pays)
def test_the_hours_of_an_average_month_give_a_whole_month(weekly_hours, pay):
    job = simple(
        starting_pay=sk.Pay.monthly(pay),
        weekly_hours=weekly_hours,
        started_on=date(2003, 1, 1),
        atp_class=None,
    )
    whole = sk.flexjob_refund(job, sk.Month(2018, 3)).amount
    enough = sk.flexjob_refund(job, sk.Month(2018, 3), paid_hours="160.33").amount
    assert whole == enough


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


@given(answered)
def test_the_refund_is_never_above_the_share_of_the_ceiling(case):
    job, month = case
    result = sk.flexjob_refund(job, month)
    assert (result.ceiling is None) == (job.started_on < date(2006, 7, 5))
    if result.ceiling is not None:
        assert result.basis <= result.ceiling
        most = job.share.fraction * Fraction(result.ceiling)
        assert Fraction(result.gross) <= most + 2 * HALF_OERE


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


@given(answered)
def test_two_thirds_are_four_thirds_of_a_half(case):
    job, month = case
    half, two_thirds = (
        Fraction(sk.flexjob_refund(attrs.evolve(job, share=share), month).amount)
        for share in ("1/2", "2/3")
    )
    assert abs(half * Fraction(4, 3) - two_thirds) <= Fraction(7, 3) * HALF_OERE


@given(answered, st.data())
def test_set_off_takes_from_nothing_to_all(case, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    result = sk.flexjob_refund(job, month, sickness=taken)
    assert 0 <= result.amount <= result.gross
    assert result.set_off <= sum(taken.values()) + Decimal("0.01")


@given(answered, st.data())
def test_more_benefit_never_leaves_more(case, data):
    job, month = case
    taken = data.draw(benefits(job, month).filter(bool))
    day = data.draw(st.sampled_from(sorted(taken)))
    more = {**taken, day: taken[day] + data.draw(cents(st.integers(0, 100_000)))}
    assert (
        sk.flexjob_refund(job, month, sickness=more).amount
        <= sk.flexjob_refund(job, month, sickness=taken).amount
    )


@given(answered, st.data())
def test_the_order_of_the_days_plays_no_part(case, data):
    job, month = case
    taken = data.draw(benefits(job, month))
    backwards = dict(reversed(taken.items()))
    assert sk.flexjob_refund(job, month, sickness=taken) == (
        sk.flexjob_refund(job, month, sickness=backwards)
    )


@given(answered)
def test_benefit_on_every_weekday_as_high_as_the_refund_leaves_nothing(case):
    job, month = case
    assume(job.first_day <= month.first_day and job.ended_on is None)
    gross = sk.flexjob_refund(job, month).gross
    taken = {day: min(gross, Decimal(1_000_000)) for day in month.weekdays}
    assert Decimal("0.00") == sk.flexjob_refund(job, month, sickness=taken).amount


@given(starts, st.none() | starts)
def test_the_act_answers_only_for_jobs_that_began_while_it_held(started_on, granted_on):
    shift = timedelta(days=15 * 366)
    for outside in (started_on - shift, started_on + shift):
        grant = None if granted_on is None else min(granted_on, outside)
        with pytest.raises(sk.NotInForce):
            sk.flexjob_refund(simple(started_on=outside, granted_on=grant), sk.Month(2030, 1))


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, junk)))
def test_junk_in_a_job_is_refused(given):
    assert fits_or_is_refused(partial(simple, **given), sk.Flexjob)


@given(
    junk | st.just(simple()),
    junk | st.just(sk.Month(2018, 3)),
    st.fixed_dictionaries({}, optional=dict.fromkeys(QUESTIONS, junk)),
)
def test_junk_in_a_question_is_refused(job, month, given):
    assert fits_or_is_refused(partial(sk.flexjob_refund, job, month, **given), sk.FlexjobRefund)
