"""How low and how high a result can be; held against trying everything."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from whatif.what_if_cases import BASE, JOB, MARCH, NEW_JOB, job, paid

import socialkapitel as sk
from socialkapitel import whatif
from socialkapitel.parameters import Unit
from socialkapitel.tables import Amount
from socialkapitel.whatif import Between, bounds

SUPPLEMENT = {"job": NEW_JOB, "month": MARCH}


def kroner(number):
    return Amount(Decimal(number), Unit.DKK)


@pytest.mark.no_cover
def test_it_is_what_trying_everything_finds():
    found = bounds(
        sk.flexjob_refund,
        BASE,
        unknown={
            "starting_pay": Between(paid("25000"), paid("60000")),
            "share": ["1/2", "2/3"],
            "actual_pay": Between("20000", "70000"),
            "atp_class": {"class A": "A", "none": None},
        },
    )
    tried = [
        sk.flexjob_refund(
            job(starting_pay=paid(pay), share=share, atp_class=atp), MARCH, actual_pay=str(actual)
        ).amount
        for pay, share, actual, atp in product(
            range(25000, 60001, 1000), ("1/2", "2/3"), range(20000, 70001, 2000), ("A", None)
        )
    ]

    assert min(tried) == found.lowest == found.at_lowest.result.amount
    assert max(tried) == found.highest == found.at_highest.result.amount
    assert max(found.effects, key=found.effects.get) == found.matters_most
    assert found.tried < len(tried) / 4
    assert "none" in {found.at_lowest.shown[3], found.at_highest.shown[3]}


def test_a_bend_within_the_range_is_found():
    """The income rises with pay until the supplement takes it all, so its top is not at an end.

    Tried are every tenth krone, and every krone where the lowest and the highest were found.
    """
    work = sk.FlexjobSince2013Work(job=NEW_JOB, pay="15600", contributions="0")
    found = bounds(
        sk.employer_cost,
        {"arrangement": work, "month": MARCH},
        unknown={"pay": Between("5000", "31000")},
        y="paid_by_municipality",
    )
    ends = [int(found.at_lowest.shown[0]), int(found.at_highest.shown[0])]
    pays = {*range(5000, 31001, 10), *(pay + near for pay in ends for near in range(-200, 201))}
    tried = [
        sk.flex_wage_supplement(NEW_JOB, MARCH, pay=str(pay)).amount
        for pay in sorted(pays)
        if 5000 <= pay <= 31000
    ]

    assert (min(tried), max(tried)) == (found.lowest, found.highest)
    assert "pay" == found.matters_most


def test_the_top_of_a_curve_that_is_not_straight_is_found_along_the_range():
    def hill(pay: str, month: sk.Month) -> sk.EmployerCost:
        cost = 10_000 - abs(Decimal(pay) - 8_000)
        return sk.employer_cost(sk.OrdinaryWork(pay=cost, contributions="0"), month)

    found = bounds(hill, {"month": MARCH}, unknown={"pay": Between("0", "16000")})

    assert (Decimal("2000.00"), Decimal("10000.00")) == (found.lowest, found.highest)
    assert (Decimal("8000.00"),) == found.at_highest.shown


def test_days_of_a_period_and_what_matters_most():
    found = bounds(
        sk.flexjob_refund,
        {**BASE, "job": job(starting_pay=paid("60000"))},
        unknown={
            "started_on": sk.Period(date(2006, 7, 1), date(2006, 7, 10)),
            "other_contributions": Between("0", "1"),
        },
    )

    assert "started_on" == found.matters_most
    assert date(2006, 7, 4) >= found.at_highest.shown[0]
    assert found.lowest < found.highest


def test_the_table_tells_where_and_how_much():
    found = bounds(sk.flex_wage_supplement, SUPPLEMENT, unknown={"pay": Between("9000", "12000")})

    assert "Fleksløntilskud: fra 16.352,00 kr. til 17.252,00 kr." == sk.translate(found.title, "da")
    least, most = Decimal("9000.00"), Decimal("12000.00")
    assert (kroner(most), kroner(least), Decimal("900.00")) == found.rows[0][1:]
    assert "calculations" in str(found)


def test_each_unknown_is_shown_in_its_own_unit():
    found = bounds(
        sk.flexjob_refund,
        BASE,
        unknown={
            "starting_pay": Between(sk.Pay.monthly(30000), sk.Pay.monthly(40000)),
            "weekly_hours": Between("20", "37"),
            "share": ["1/2", "2/3"],
        },
    )
    pay, hours, share = found["at_highest"]
    *_, heading = found.grid("en")[0]

    assert (Amount(Decimal("40000.00"), Unit.DKK), sk.Share("2/3")) == (pay, share)
    assert Amount(Decimal("37.00"), Unit.HOURS_PER_WEEK) == hours
    assert "Changes the result by at most (DKK)" == heading


def test_people_are_counted_by_heads():
    found = bounds(
        sk.subsidised_places,
        {"on": date(2024, 1, 1)},
        unknown={"ordinary_employees": Between("1", "20")},
    )

    assert (1, 20) == (found.at_lowest.shown[0], found.at_highest.shown[0])
    assert found.lowest < found.highest


class TestBadInput:
    def refused(self, unknown, match, **more):
        with pytest.raises(sk.SocialkapitelError, match=match) as caught:
            bounds(sk.flexjob_refund, BASE, unknown=unknown, **more)
        return caught.value

    def test_no_unknown(self):
        self.refused({}, "unknown: None .* at least one field")
        self.refused([], r"unknown: .* a mapping of fields")

    def test_too_few_or_too_many_values(self):
        self.refused({"share": ["1/2"]}, r"share: 1 .* from 2 to 400 values")
        self.refused({"share": ["1/2"] * 401}, r"share: 401 .* from 2 to 400 values")

    def test_too_many_combinations(self):
        many = [str(number) for number in range(1, 201)]
        self.refused(
            {"actual_pay": many, "other_contributions": many}, r"unknown: 40,?000 .* at most 20"
        )

    @pytest.mark.parametrize("known", ["1/2", 5, None])
    def test_what_is_no_range(self, known):
        self.refused({"share": known}, r"share: .* a Between, a Period, or a collection")

    def test_a_name_that_is_no_text(self):
        self.refused({"share": {1: "1/2", 2: "2/3"}}, "share: 1 .* give a text")

    def test_a_field_or_a_figure_that_is_not_there(self):
        self.refused({"wages": ["1", "2"]}, "unknown field: 'wages'")
        self.refused({"share": ["1/2", "2/3"]}, "unknown figure", y="period")
        self.refused({"share": ["1/2", "2/3"]}, "unknown figure", y="job")

    def test_what_is_refused_says_where(self):
        error = self.refused({"share": {"half": "1/2", "odd": "3/4"}}, "share")
        assert ["share = odd"] == error.__notes__
        error = self.refused({"share": ["1/2", "3/4"]}, "share")
        assert ["share = 3/4"] == error.__notes__


def test_it_is_public():
    assert whatif.bounds is bounds
    assert JOB == BASE["job"]


def test_texts_are_shown_as_the_numbers_that_they_are():
    found = bounds(
        sk.flex_wage_supplement,
        {**SUPPLEMENT, "pay": "9000"},
        unknown={"full_time_pay": ["29660.00", "32066.67"]},
    )

    assert {kroner("29660.00"), kroner("32066.67")} >= set(found.rows[0][1:3])
