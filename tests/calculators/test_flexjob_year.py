"""A year of an old flexjob: its months, and one ceiling for all of them."""

from datetime import date
from fractions import Fraction

import attrs
import pytest
from calculators.compared import other_amount
from calculators.oracle_flexjob import to_oere
from redoing import redo

import socialkapitel as sk


def job(**given):
    return sk.Flexjob(
        **{
            "started_on": date(2008, 3, 1),
            "share": "2/3",
            "starting_pay": sk.Pay.hourly("250"),
            "weekly_hours": "37",
            "atp_class": "A",
            "other_contributions": "0",
            **given,
        }
    )


def told(result):
    return other_amount(result, "ceiling-of-whole-year")


def test_a_year_is_the_sum_of_its_months():
    year = sk.flexjob_year(job(), 2018)
    redo(year.explanation.document())
    months = [sk.flexjob_refund(job(), sk.Month(2018, number)) for number in range(1, 13)]
    assert tuple(months) == year.months
    assert sum(month.amount for month in months) == year.amount == year.to_employer
    assert 12 == len(year.lines)
    assert "0.00" == str(year.to_employee)
    assert told(year) is None


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_year_is_no_number_with_thousands(language):
    title = sk.translate(sk.flexjob_year(job(), 2018).explanation.title, language)
    assert title.endswith(", 2018")


def test_only_the_months_of_the_job():
    ended = job(ended_on=date(2018, 3, 8))
    year = sk.flexjob_year(ended, 2018, paid_hours={sk.Month(2018, 3): "44"})
    assert 3 == len(year.months)
    first = sk.flexjob_year(job(), 2008)
    assert 10 == len(first.months)
    for outside in (2007, 2019):
        with pytest.raises(sk.InvalidInput, match="a year in which the job is held"):
            sk.flexjob_year(ended, outside)


def test_uneven_months_tell_what_one_ceiling_would_give():
    """262 kroner an hour and 3,000 a month: 200 hours have room, 20 hours have none."""
    rich = job(starting_pay=sk.Pay.hourly("262"), atp_class=None, other_contributions="1200")
    few, many = sk.Month(2018, 1), sk.Month(2018, 2)
    hours = {sk.Month(2018, number): 0 for number in range(3, 13)} | {few: "20", many: "200"}
    year = sk.flexjob_year(rich, 2018, paid_hours=hours)
    redo(year.explanation.document())
    cost = Fraction(262) * 220 + 2400
    whole = to_oere(min(cost, Fraction("268.56") * 220) * 2 / 3)
    assert whole == Fraction(told(year)) > Fraction(year.amount)


def test_no_ceiling_no_caveat():
    old = job(started_on=date(2003, 1, 1), other_contributions="90000")
    assert told(sk.flexjob_year(old, 2018)) is None


def test_changing_terms_and_an_absence():
    changed = job(starting_pay=sk.Pay.monthly("25000")).change(date(2024, 5, 16), weekly_hours="30")
    away = sk.SicknessAbsence(
        first_day=date(2024, 4, 29),
        contract_hours="37",
        hours={sk.Week(2024, 18): "37", sk.Week(2024, 19): "37"},
        hourly_pay="185",
        paid_during_sickness=True,
        basis=sk.RefundBasis.FLEXJOB,
        hours_in_other_jobs={},
    )
    year = sk.flexjob_year(changed, 2024, sickness=away, actual_pay={sk.Month(2024, 1): "0"})
    redo(year.explanation.document())
    assert "0.00" == str(year.months[0].amount)
    may = sk.flexjob_refund(changed, sk.Month(2024, 5), sickness=away)
    assert may.amount == year.months[4].amount < may.gross
    with pytest.raises(sk.InvalidInput, match="the basis FLEXJOB"):
        sk.flexjob_year(changed, 2024, sickness=attrs.evolve(away, basis=sk.RefundBasis.ORDINARY))


@pytest.mark.parametrize("field", ["actual_pay", "paid_hours"])
def test_months_that_do_not_fit(field):
    with pytest.raises(sk.InvalidInput, match="2018-01 to 2018-12"):
        sk.flexjob_year(job(), 2018, **{field: {sk.Month(2019, 1): "1"}})
    with pytest.raises(sk.WrongType, match="a mapping of months to numbers"):
        sk.flexjob_year(job(), 2018, **{field: [1]})
    with pytest.raises(sk.WrongType, match=field):
        sk.flexjob_year(job(), 2018, **{field: {date(2018, 1, 1): "1"}})
