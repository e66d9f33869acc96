"""Every field and choice that can stand in a table has a name for people."""

import pytest
from public_calculators import RESULTS, fields_in_tables

import socialkapitel as sk
from socialkapitel.glossary import choice_label
from socialkapitel.messages import Label
from socialkapitel.whatif.figures import UNITS, field_label

FIELDS = {(result, name) for result in RESULTS.values() for name in fields_in_tables(result)}


@pytest.mark.parametrize(("result", "name"), sorted(FIELDS, key=str), ids=str)
def test_every_figure_of_a_result_has_a_name(result, name):
    assert isinstance(field_label(name, result), sk.Message | Label)


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
    assert all(choice_label(choice) for choice in choices)
