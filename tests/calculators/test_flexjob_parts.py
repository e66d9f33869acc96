"""A month of an old flexjob whose terms change within it, and sickness straight from an absence."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from calculators import oracle_flexjob as oracle
from hypothesis import given
from hypothesis import strategies as st
from redoing import redo

import socialkapitel as sk

MAY = sk.Month(2024, 5)  # 23 days from Monday to Friday; 11 of them through 15 May


def job(**given):
    return sk.Flexjob(
        **{
            "started_on": date(2008, 3, 1),
            "share": "2/3",
            "starting_pay": sk.Pay.monthly("25000"),
            "weekly_hours": "37",
            "atp_class": "A",
            "other_contributions": "1000",
            **given,
        }
    )


def refund(held, month=MAY, **given):
    result = sk.flexjob_refund(held, month, **given)
    redo(result.explanation.document())
    assert sum(line.amount for line in result.lines) == result.amount == result.to_employer
    return result


def codes(result):
    return {caveat.code for caveat in result.caveats} - {"derived-figure"}


def shown(*values):
    return tuple(map(str, values))


def test_fewer_hours_from_the_middle_of_a_month():
    """Through 15 May 37 hours, then 30: 11/23 and 12/23 of the pay of each.

    25000 × (11/23 + 30/37 × 12/23) = 22532.31; ATP for 33.35 hours on average, 198; 2/3 of that
    with 1000 is 15820.21.
    """
    result = refund(job().change(date(2024, 5, 16), weekly_hours="30"))
    assert shown("22532.31", "198.00", "15820.21") == shown(result.pay, result.atp, result.amount)
    assert "terms-change-within-month" in codes(result)
    first, second = result.lines
    assert (date(2024, 5, 1), date(2024, 5, 15)) == (first.first_day, first.last_day)
    assert (date(2024, 5, 16), date(2024, 5, 31)) == (second.first_day, second.last_day)


def test_another_share_from_the_middle_of_a_month():
    """26198 × (1/2 × 11/23 + 2/3 × 12/23) = 15376.98… to the øre."""
    result = refund(job(share="1/2").change(date(2024, 5, 16), share="2/3"))
    exact = Fraction(26198) * (Fraction(11, 46) + Fraction(24, 69))
    assert oracle.to_oere(exact) == Fraction(result.amount)


def test_the_paid_hours_of_each_part():
    """80 hours at 200 kroner with 1/2, 60 at 210 with 2/3; contributions by hours."""
    hourly = job(starting_pay=sk.Pay.hourly("200"), share="1/2", other_contributions="700").change(
        "2024-05-16", share="2/3", starting_pay=sk.Pay.hourly("210")
    )
    hours = {date(2024, 5, 2): "24"} | dict.fromkeys(
        (date(2024, 5, 3) + timedelta(number) for number in range(4)), 14
    )
    late = dict.fromkeys((date(2024, 5, 16) + timedelta(number) for number in range(5)), 12)
    result = refund(hourly, paid_hours=hours | late)
    contributions = Fraction(198 + 700)
    exact = (16000 + contributions * 80 / 140) / 2 + (12600 + contributions * 60 / 140) * 2 / 3
    assert oracle.to_oere(exact) == Fraction(result.amount)
    assert ["80.00", "60.00"] == [str(line.hours) for line in result.lines]


def test_hours_told_as_one_number_are_spread_as_the_weekly_hours_have_them():
    """11 days of 37 hours and 12 of 18.5: 407 to 222 of 629, so 100 hours are 64.71 and 35.29."""
    fewer = job(starting_pay=sk.Pay.hourly("200")).change(date(2024, 5, 16), weekly_hours="18.5")
    result = refund(fewer, paid_hours="100")
    assert ["64.71", "35.29"] == [str(line.hours) for line in result.lines]


def test_no_more_than_a_whole_month_of_monthly_pay():
    """170 hours are more than 160.33: the pay is that of the whole month."""
    twice = job(started_on=date(2006, 3, 1)).change(date(2024, 5, 16), other_contributions="1000")
    whole = refund(job(started_on=date(2006, 3, 1)), paid_hours="170")
    assert whole.pay == refund(twice, paid_hours="170").pay == Decimal("25000.00")


def test_less_pay_than_agreed_lowers_each_part_alike():
    changed = job().change(date(2024, 5, 16), weekly_hours="30")
    assert "20000.00" == str(refund(changed, actual_pay="20000").pay)
    assert "22532.31" == str(refund(changed, actual_pay="30000").pay)


def test_nothing_paid_in_a_month_with_other_terms():
    changed = job().change(date(2024, 5, 16), weekly_hours="30")
    assert "0.00" == str(sk.flexjob_refund(changed, MAY, actual_pay=0).amount)


def test_a_ceiling_on_each_part():
    rich = job(starting_pay=sk.Pay.monthly("60000"))
    changed = rich.change(date(2024, 5, 16), weekly_hours="30")
    result = refund(changed)
    exact = Fraction(588189, 12) * (Fraction(11, 23) + Fraction(12, 23) * 30 / 37)
    assert oracle.to_oere(exact) == Fraction(result.ceiling)
    assert oracle.to_oere(exact * 2 / 3) == Fraction(result.amount)
    assert "ceiling-pay-alone" in codes(result)
    by_hours = refund(changed, paid_hours="100")
    assert Fraction("305.69") * 100 == Fraction(by_hours.ceiling)


def test_a_part_of_a_month_with_other_terms_has_the_hours_of_its_days():
    """Ended on 24 May: 11 days of 7.4 hours and 7 of 6."""
    ended = job(ended_on=date(2024, 5, 24)).change(date(2024, 5, 16), weekly_hours="30")
    result = refund(ended)
    assert ["81.40", "42.00"] == [str(line.hours) for line in result.lines]
    assert {"part-of-month", "terms-change-within-month"} <= codes(result)


def test_hours_at_a_weekend_alone():
    """1 and 2 June 2024 were a weekend."""
    weekend = job(ended_on=date(2024, 6, 2)).change(date(2024, 6, 2), weekly_hours="30")
    hours = {date(2024, 6, 1): "5", date(2024, 6, 2): "4"}
    assert refund(weekend, sk.Month(2024, 6), paid_hours=hours).amount > 0
    by_number = refund(weekend, sk.Month(2024, 6), paid_hours="9")
    assert ["9.00", "0.00"] == [str(line.hours) for line in by_number.lines]


def test_hourly_pay_in_a_whole_month_with_other_terms():
    hourly = job(starting_pay=sk.Pay.hourly("200"), atp_class=None)
    result = refund(hourly.change(date(2024, 5, 16), weekly_hours="30"))
    exact = 200 * Fraction("160.33") * (Fraction(11, 23) + Fraction(12, 23) * 30 / 37)
    assert oracle.to_oere(exact) == Fraction(result.pay)
    assert "paid-hours-not-known" in codes(result)


weekly = st.integers(1, 3700).map(lambda whole: Decimal(whole).scaleb(-2))
pays = st.integers(1_000_000, 6_000_000).map(lambda whole: Decimal(whole).scaleb(-2))


@given(
    weekly,
    pays,
    st.dates(date(2024, 5, 2), date(2024, 5, 31)),
    st.sampled_from([date(2003, 1, 1), date(2008, 1, 1)]),
    st.none() | st.integers(1, 20_000).map(lambda whole: Decimal(whole).scaleb(-2)),
)
def test_two_parts_with_the_same_terms_are_the_whole_month(hours, pay, day, started_on, paid):
    held = job(started_on=started_on, starting_pay=sk.Pay.monthly(pay), weekly_hours=hours)
    parted = held.change(day, weekly_hours=hours)
    whole = sk.flexjob_refund(held, MAY, paid_hours=paid)
    both = sk.flexjob_refund(parted, MAY, paid_hours=paid)
    if paid is None:
        assert whole.amount == both.amount
    # Hours are spread to hundredths, and each part may reach the ceiling by another hundredth.
    assert abs(whole.amount - both.amount) <= Decimal("4.00")
    assert whole.atp == both.atp


@given(st.dates(date(2018, 6, 1), date(2018, 6, 29)), st.integers(1, 100), st.integers(1, 60))
def test_two_jobs_that_follow_each_other_are_one_by_the_hour(last, early, late):
    """Without ATP, which follows the hours of each."""
    terms = {
        "starting_pay": sk.Pay.hourly("180"),
        "atp_class": None,
        "other_contributions": "0",
    }
    june = sk.Month(2018, 6)
    one = sk.flexjob_refund(job(**terms), june, paid_hours=early + late).amount
    first = sk.flexjob_refund(job(ended_on=last, **terms), june, paid_hours=early).amount
    begun = {**terms, "started_on": date(2008, 3, 1)}
    second = sk.flexjob_refund(job(**begun), june, paid_hours=late).amount
    assert abs(one - first - second) <= Decimal("0.01")


# --- changes ----------------------------------------------------------------


def test_changes_are_kept_in_order_and_hold_from_their_day():
    changed = job().change(date(2020, 1, 1), share="1/2").change("2016-01-01", weekly_hours="20")
    assert [date(2016, 1, 1), date(2020, 1, 1)] == [each.from_day for each in changed.changes]
    assert ("2/3", "37.00") == shown(
        changed.on(date(2015, 12, 31)).share, changed.on(date(2015, 12, 31)).weekly_hours
    )
    later = changed.on(date(2021, 1, 1))
    assert ("1/2", "20.00", ()) == (*shown(later.share, later.weekly_hours), later.changes)
    assert job() == job().on(date(2020, 1, 1))
    before = sk.flexjob_refund(changed, sk.Month(2019, 12))
    assert before == sk.flexjob_refund(job(weekly_hours="20"), sk.Month(2019, 12))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"from_day": "2008-03-01", "share": "1/2"}, "a day after the job's first, 2008-03-01"),
        ({"from_day": "2024-05-16"}, "a share, pay, weekly hours or contributions"),
        (
            {"from_day": "2024-05-16", "starting_pay": sk.Pay.hourly("200")},
            "pay by the month or by the hour, as in the rest of the job",
        ),
        ({"from_day": "2024-05-16", "share": "3/4"}, '"1/2" or "2/3"'),
    ],
)
def test_changes_that_do_not_fit_are_refused(change, message):
    with pytest.raises(sk.InvalidInput, match=message):
        job().change(**change)


def test_one_change_a_day():
    changed = job().change(date(2020, 1, 1), share="1/2")
    with pytest.raises(sk.InvalidInput, match="2020-01-01 only once"):
        changed.change(date(2020, 1, 1), weekly_hours="30")
    with pytest.raises(sk.WrongType, match="a tuple of changes to the flexjob"):
        job(changes={})
    with pytest.raises(sk.WrongType):
        job(changes=(1,))


@pytest.mark.parametrize("day", [date(2024, 4, 30), date(2024, 6, 1)])
def test_hours_of_other_days_are_refused(day):
    with pytest.raises(sk.InvalidInput, match="days of the job in the month"):
        sk.flexjob_refund(job(), MAY, paid_hours={day: "7"})
    with pytest.raises(sk.InvalidInput, match=r"paid_hours\[2024-05-02\]"):
        sk.flexjob_refund(job(), MAY, paid_hours={date(2024, 5, 2): "24.01"})
    ended = job(ended_on=date(2024, 5, 8))
    with pytest.raises(sk.InvalidInput, match="2024-05-01 to 2024-05-08"):
        sk.flexjob_refund(ended, MAY, paid_hours={date(2024, 5, 9): "7"})


# --- sickness ---------------------------------------------------------------


def absence(**given):
    return sk.SicknessAbsence(
        **{
            "first_day": date(2024, 4, 29),
            "contract_hours": "37",
            "hours": {sk.Week(2024, 18): "37", sk.Week(2024, 19): "37"},
            "hourly_pay": "185",
            "paid_during_sickness": True,
            "basis": sk.RefundBasis.FLEXJOB,
            "hours_in_other_jobs": {},
            **given,
        }
    )


def test_an_absence_is_set_off_as_its_days_are():
    """Ascension Day, 9 May, has no refund: seven days of 939 kroner are in May."""
    found = refund(job(), sickness=absence())
    days = sk.sickness_refund(absence()).month(MAY).by_day
    assert 7 == len(days)
    by_day = refund(job(), sickness=dict(days))
    assert found.set_off == by_day.set_off > 0
    assert [date(2024, 5, 1), *(date(2024, 5, day) for day in (2, 3, 6, 7, 8, 10))] == [
        day for day, _ in days
    ]
    steps = {step.id for step in found.explanation.steps}
    assert {"flexjob.day_of_sickness[2024-05-02]", "sickness.refund[2024-W18]"} <= steps


def test_days_outside_the_job_take_nothing_off():
    ended = job(ended_on=date(2024, 5, 3))
    found = refund(ended, sickness=absence(), paid_hours="22.2")
    steps = {step.id for step in found.explanation.steps}
    assert "flexjob.day_of_sickness[2024-05-06]" not in steps
    unpaid = refund(job(), sickness=absence(paid_during_sickness=False))
    assert "0.00" == str(unpaid.set_off)


def test_an_absence_with_another_basis_is_refused():
    with pytest.raises(sk.InvalidInput, match="the basis FLEXJOB"):
        sk.flexjob_refund(job(), MAY, sickness=absence(basis=sk.RefundBasis.ORDINARY))


def test_the_former_name_of_sickness_is_still_taken():
    by_day = {date(2024, 5, 2): "939"}
    with pytest.warns(DeprecationWarning, match=r"write flexjob_refund\(sickness=\.\.\.\)"):
        former = sk.flexjob_refund(job(), MAY, sickness_benefit=by_day)
    assert sk.flexjob_refund(job(), MAY, sickness=by_day) == former
    assert "0.00" == str(former.to_employee)


def test_contributions_of_the_month_itself():
    changed = job().change(date(2024, 5, 16), weekly_hours="30", other_contributions="500")
    own = refund(changed, other_contributions="900")
    assert "900.00" == str(own.other_contributions)
    by_days = Fraction(1000 * 11 + 500 * 12, 23)
    assert oracle.to_oere(by_days) == Fraction(refund(changed).other_contributions)


def test_another_amount_paid_for_a_month_with_other_terms():
    """No single term can be changed for the whole month; what was taken off can."""
    changed = job().change(date(2024, 5, 16), weekly_hours="30")
    result = refund(changed, sickness={date(2024, 5, 2): "500"})
    found = sk.reconcile(result, paid=str(result.gross))
    assert "flexjob.no_reduction" in str(found.candidates[0])
