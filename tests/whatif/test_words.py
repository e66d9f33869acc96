"""Every field and choice that can stand in a table has a name for people."""

from typing import get_type_hints

import attrs
import pytest

import socialkapitel as sk
from socialkapitel.whatif.words import CHOICES, UNITS, field_label

CALCULATORS = [
    sk.assistance_allowance,
    sk.assistance_refund,
    sk.employer_cost,
    sk.flex_wage_supplement,
    sk.flexjob_refund,
    sk.net_expansion,
    sk.section_56_agreement,
    sk.sickness_refund,
    sk.subsidised_hours,
    sk.subsidised_places,
    sk.wage_subsidy,
]
IN_NO_CELL = {"explanation", "findings", "missing", "spells", "weeks"}
FIELDS = {
    (result, field.name)
    for result in (get_type_hints(calculator)["return"] for calculator in CALCULATORS)
    for field in attrs.fields(result)
    if field.name not in IN_NO_CELL
}


@pytest.mark.parametrize(("result", "name"), sorted(FIELDS, key=str), ids=str)
def test_every_figure_of_a_result_has_a_name(result, name):
    assert isinstance(field_label(name, result), sk.Message)


def test_the_amount_is_called_what_it_is():
    assert "Refund" == str(field_label("amount", sk.FlexjobRefund))
    assert "The employer's net cost" == str(field_label("amount", sk.EmployerCost))
    assert "Amount" == str(field_label("amount"))


def test_another_field_has_its_own_name():
    assert "no_such_field" == field_label("no_such_field")


def test_every_unit_has_a_name():
    assert set(sk.Unit) == set(UNITS)


@pytest.mark.parametrize("choices", [sk.PaidTo, sk.RefundBasis, sk.TargetGroup])
def test_every_choice_has_a_name(choices):
    assert set(choices) <= set(CHOICES)
