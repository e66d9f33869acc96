"""Every field and choice that can stand in a table has a name for people."""

from datetime import date

import pytest
from public_calculators import RESULTS, fields_in_tables

import socialkapitel as sk
from socialkapitel.glossary import choice_label
from socialkapitel.messages import Label
from socialkapitel.whatif.figures import field_label, figure_unit

NET_EXPANSION = sk.net_expansion(
    sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT,
    date(2021, 3, 1),
    ordinary_employees=[20] * 12,
    employees_after=21,
    new_post=True,
)
WAGE_SUBSIDY = sk.wage_subsidy(
    sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="115.00"),
    sk.Month(2007, 11),
    hours="64.5",
)
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


@pytest.mark.parametrize(
    ("result", "name", "unit"),
    [
        (sk.subsidised_places(7, date(2024, 1, 1)), "places", sk.Unit.PLACES),
        (NET_EXPANSION, "average", sk.Unit.PEOPLE),
        (NET_EXPANSION, "outcome", None),
        (WAGE_SUBSIDY, "rate", sk.Unit.DKK_PER_HOUR),
        (WAGE_SUBSIDY, "hours", sk.Unit.HOURS),
        (WAGE_SUBSIDY, "amount", sk.Unit.DKK),
    ],
)
def test_a_figure_is_counted_in_its_unit(result, name, unit):
    assert unit is figure_unit(result, name)


@pytest.mark.parametrize("choices", [sk.PaidTo, sk.RefundBasis, sk.TargetGroup])
def test_every_choice_has_a_name(choices):
    assert all(choice_label(choice) for choice in choices)
