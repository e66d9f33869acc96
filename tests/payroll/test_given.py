"""What an employee's month is claimed from."""

from datetime import date
from decimal import Decimal

import pytest
from case_examples import opened
from payroll.paid_out import PENSIONER, job

import socialkapitel as sk
from socialkapitel.cases.case import Case

CASE = Case.replay([opened("2005-01-03")])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"job": "flexjob"}, "job"),
        ({"job": PENSIONER, "hours": "-1"}, "hours"),
        ({"job": PENSIONER, "hours": {date(2024, 3, 1): "25"}}, "hours"),
        ({"job": PENSIONER, "hours": {"2024": "5"}}, "hours"),
        ({"job": PENSIONER, "pay": "5"}, "pay"),
        ({"job": PENSIONER, "other_contributions": "5"}, "other_contributions"),
        ({"job": job(), "hours": {date(2024, 3, 1): "5"}}, "hours"),
        ({"job": CASE, "other_contributions": "5"}, "other_contributions"),
    ],
)
def test_what_was_paid_fits_the_job(given, field):
    with pytest.raises(sk.InvalidInput) as caught:
        sk.Paid(**given)
    assert field == caught.value.field.partition("[")[0]


def test_hours_by_date_are_kept_as_pairs():
    paid = sk.Paid(job=PENSIONER, hours={date(2024, 3, 1): "5"})
    assert ((date(2024, 3, 1), Decimal("5.00")),) == paid.hours
    assert paid == sk.Paid(job=PENSIONER, hours=paid.hours)
    assert Decimal("5.00") == paid.number_of_hours


@pytest.mark.parametrize("given", [{"hours": "-1"}, {"hours": "1", "hourly_rate": "0"}])
def test_hours_of_assistance_are_checked(given):
    with pytest.raises(sk.InvalidInput):
        sk.Assistance(**given)
