"""What an employee's month is claimed from."""

import json
from datetime import date
from decimal import Decimal

import pytest
from case_examples import opened
from payroll.paid_out import PENSIONER, job

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.cases.case import Case

CASE = Case.replay([opened("2005-01-03")])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"job": "flexjob"}, "job"),
        ({"job": PENSIONER, "hours": "-1"}, "hours"),
        ({"job": PENSIONER, "hours": {date(2024, 3, 1): "25"}}, "hours"),
        ({"job": PENSIONER, "hours": {"2024": "5"}}, "hours"),
        ({"job": PENSIONER, "hours": ((date(2024, 3, 1), "5"), ("2024-03-01", "5"))}, "hours"),
        ({"job": PENSIONER, "hours": ("5",)}, "hours"),
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


@pytest.mark.parametrize(
    "paid",
    [
        sk.Paid(job=job(), hours="30", pay="3000"),
        sk.Paid(job=PENSIONER, hours={date(2024, 3, 1): "7.4"}),
        sk.Paid(job=PENSIONER),
    ],
    ids=["a number", "by date", "no hours"],
)
def test_what_was_paid_is_written_and_read(paid):
    assert paid == wire.from_json(wire.to_json(paid), sk.Paid)


def test_hours_are_a_number_or_by_date():
    document = json.loads(wire.to_json(sk.Paid(job=PENSIONER, hours={date(2024, 3, 1): "7.4"})))
    document["data"]["hours"] = "7.40"
    with pytest.raises(wire.InvalidDocument, match="where the hours are given by date"):
        wire.from_json(json.dumps(document), sk.Paid)
