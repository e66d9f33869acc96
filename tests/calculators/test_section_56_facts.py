from datetime import UTC, date, datetime
from decimal import Decimal

import attrs
import pytest
from calculators.section_56_cases import agreement

import socialkapitel as sk

DAYS = ["expected_absence_days", "absence_days_last_year"]
FLAGS = [
    "employee_agrees",
    "employer_agrees",
    "municipality_approves",
    "treatment_decided_before_hiring",
    "conditions_changed",
]


@pytest.mark.parametrize("field", DAYS)
@pytest.mark.parametrize("value", [-1, 367, 10**30])
def test_days_of_a_year(field, value):
    assert agreement(**{field: 0}) != agreement(**{field: 366})
    with pytest.raises(sk.InvalidInput, match=rf"{field}: {value} .* from 0 to 366"):
        agreement(**{field: value})


@pytest.mark.parametrize("field", DAYS)
@pytest.mark.parametrize("value", [True, 10.0, "10", Decimal(10)])
def test_days_are_whole_numbers(field, value):
    with pytest.raises(sk.WrongType, match=rf"{field}: .* a whole number of days"):
        agreement(**{field: value})


@pytest.mark.parametrize("field", FLAGS)
@pytest.mark.parametrize("value", [0, 1, "yes", ""])
def test_facts_are_true_false_or_unknown(field, value):
    for fit in (True, False, None):
        assert fit is getattr(agreement(**{field: fit}), field)
    with pytest.raises(sk.WrongType, match=rf"{field}: .* a bool"):
        agreement(**{field: value})


@pytest.mark.parametrize("value", [None, "2024-03-01", datetime(2024, 3, 1, tzinfo=UTC)])
def test_it_starts_on_a_day(value):
    with pytest.raises(sk.WrongType, match="starts_on"):
        agreement(starts_on=value)


def test_facts_that_come_later_are_unknown_unless_given():
    made = sk.Section56Agreement(
        starts_on=date(2024, 3, 1),
        expected_absence_days=12,
        employee_agrees=True,
        employer_agrees=True,
        municipality_approves=True,
    )
    assert (None, None, None) == (
        made.treatment_decided_before_hiring,
        made.absence_days_last_year,
        made.conditions_changed,
    )


def test_it_is_a_value():
    assert hash(agreement()) == hash(agreement())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        agreement().employee_agrees = False
