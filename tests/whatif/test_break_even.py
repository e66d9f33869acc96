"""Where two alternatives are equal, compared with looking at every step."""

from datetime import date
from decimal import Decimal
from math import ceil

import pytest
from whatif.what_if_cases import BASE, JOB, MARCH, NEW_FLEXJOB, WORK, job, paid

import socialkapitel as sk
from socialkapitel import whatif
from socialkapitel.whatif import Between, break_even

FLEXJOB = {"arrangement": NEW_FLEXJOB, "month": MARCH}
ORDINARY = {"arrangement": WORK, "month": MARCH}
OLD = {"arrangement": sk.FlexjobWork(job=JOB, pay="32066.67", contributions="0"), "month": MARCH}


def test_the_pay_at_which_a_flexjob_costs_as_much_as_ordinary_work():
    found = break_even(sk.employer_cost, FLEXJOB, ORDINARY, **{"a.pay": Between("0", "40000")})
    [crossing] = found.crossings

    assert Decimal("29784.00") == crossing.value
    assert (Decimal(0), "a") == (crossing.difference, crossing.higher)
    assert crossing.a.amount == crossing.b.amount == 29850
    assert "b" == found.higher_at_first
    assert ("Pay for the month", "Result 1", "Result 2", "Higher from there on") == tuple(
        sk.translate(column.label, "en") for column in found.columns
    )
    assert [(crossing.value, 29850, 29850, "the first")] == [
        (*row[:3], str(row[3])) for row in found.rows
    ]


def test_the_other_course_can_be_the_one_that_is_changed():
    found = break_even(sk.employer_cost, ORDINARY, FLEXJOB, **{"b.pay": Between("0", "40000")})

    assert [("29784.00", "b")] == [(str(each.value), each.higher) for each in found.crossings]


def test_a_field_that_one_course_lacks_is_changed_in_the_other():
    pays = Between(paid("1000"), paid("40000"))
    [crossing] = break_even(sk.employer_cost, OLD, ORDINARY, starting_pay=pays).crossings

    def cost(pay):
        changed = job(starting_pay=paid(pay))
        work = sk.FlexjobWork(job=changed, pay="32066.67", contributions="0")
        return sk.employer_cost(work, MARCH).amount

    assert cost(crossing.value - Decimal("0.01")) > 29850 >= cost(crossing.value)
    assert "b" == crossing.higher


def test_a_figure_other_than_the_amount():
    found = break_even(
        sk.employer_cost, FLEXJOB, ORDINARY, y="employee_income", **{"a.pay": Between("0", "32000")}
    )
    [crossing] = found.crossings

    assert crossing.a.employee_income >= crossing.b.employee_income == 29660
    assert "income" in str(found.title)


def test_courses_that_never_meet():
    found = break_even(sk.employer_cost, FLEXJOB, ORDINARY, **{"a.pay": Between("0", "20000")})

    assert ((), "b") == (found.crossings, found.higher_at_first)
    assert "! They are never equal in the range" in str(found)


def test_courses_that_are_the_same():
    found = break_even(sk.employer_cost, FLEXJOB, FLEXJOB, pay=Between("0", "20000"))

    assert [(Decimal(0), None)] == [(each.value, each.higher) for each in found.crossings]
    assert found.higher_at_first is None
    assert "neither" == sk.translate(found.rows[0][3], "en")


def test_each_crossing_is_found():
    """A curve that goes up at 10,000 and down at 20,000, against one that is level."""

    def hill(pay: str, month: sk.Month) -> sk.EmployerCost:
        kroner = Decimal(pay)
        cost = min(kroner, 30_000 - kroner)
        return sk.employer_cost(sk.OrdinaryWork(pay=cost, contributions="0"), month)

    found = break_even(
        hill, {"month": MARCH}, {"month": MARCH, "pay": "10000"}, **{"a.pay": Between("0", "30000")}
    )

    assert [("10000.00", "a"), ("20000.00", "b")] == [
        (str(each.value), each.higher) for each in found.crossings
    ]


def test_halves_agree_with_every_step():
    """Looked at every fifth krone between two ceilings, and at every krone where they meet."""
    b = {"job": job(share="1/2"), "month": MARCH, "actual_pay": "40000"}
    a = {"job": job(share="2/3"), "month": MARCH}
    found = break_even(sk.flexjob_refund, a, b, **{"a.actual_pay": Between("20000", "35000")})
    [crossing] = found.crossings
    met = ceil(crossing.value)
    level = sk.flexjob_refund(**b).amount
    pays = sorted({*range(20000, 35001, 5), *range(met - 100, met + 100)})
    first = next(
        pay for pay in pays if sk.flexjob_refund(**{**a, "actual_pay": str(pay)}).amount >= level
    )
    assert first == met


class TestBadInput:
    def test_no_axis_or_two(self):
        for axes in ({}, {"pay": Between(1, 2), "contributions": Between(1, 2)}):
            with pytest.raises(sk.InvalidInput, match=r"axis: .* one field with its range"):
                break_even(sk.employer_cost, FLEXJOB, ORDINARY, **axes)

    def test_a_range_that_is_none(self):
        with pytest.raises(sk.WrongType, match=r"pay: .* a Between"):
            break_even(sk.employer_cost, FLEXJOB, ORDINARY, pay=("1", "2"))

    @pytest.mark.parametrize("name", ["wages", "a.wages", "c.wages"])
    def test_a_field_that_is_not_there(self, name):
        with pytest.raises(sk.UnknownName, match="unknown field"):
            break_even(sk.employer_cost, FLEXJOB, ORDINARY, **{name: Between(1, 2)})

    def test_a_figure_that_is_not_there(self):
        for name in ("explanation", "caveats", "incomes"):
            with pytest.raises(sk.UnknownName, match="unknown figure of the result"):
                break_even(sk.employer_cost, FLEXJOB, ORDINARY, y=name, pay=Between(1, 2))

    def test_what_is_refused_says_in_which_course(self):
        old = {"arrangement": NEW_FLEXJOB, "month": sk.Month(2012, 1)}
        with pytest.raises(sk.NotInForce) as caught:
            break_even(sk.employer_cost, FLEXJOB, old, pay=Between("1", "2"))
        assert ["b"] == caught.value.__notes__

    def test_a_missing_argument(self):
        with pytest.raises(sk.InvalidInput, match="month: None"):
            break_even(sk.employer_cost, FLEXJOB, {"arrangement": WORK}, **{"a.pay": Between(1, 2)})


def test_a_day_is_no_range():
    with pytest.raises(sk.WrongType):
        break_even(sk.flexjob_refund, BASE, BASE, started_on=date(2010, 1, 1))
    assert whatif.break_even is break_even
