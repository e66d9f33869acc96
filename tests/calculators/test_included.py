from decimal import Decimal

import socialkapitel as sk
from socialkapitel.calculators.included import in_oere, included_givens, included_steps
from socialkapitel.explanation import OriginKind


def explanation():
    return sk.assistance_refund("10", "128.23").explanation


def test_what_was_worked_out_is_named_as_the_sheet_that_includes_it_names_it():
    steps = included_steps(explanation(), "help")

    assert ["personal_assistance.refund"] == list(steps)
    operand = steps["personal_assistance.refund"]
    assert "help.personal_assistance.refund" == operand.origin
    assert OriginKind.STEP == operand.kind
    assert (Decimal("1282.30"), sk.Unit.DKK) == (operand.value, operand.unit)


def test_figures_and_findings_are_not_worked_out():
    steps = included_steps(
        sk.assistance_allowance("37", sk.Month(2024, 1).first_day).explanation, ""
    )

    assert {"personal_assistance.weekly", "personal_assistance.quarter"} == set(steps)


def test_what_was_given_is_named_as_the_sheet_that_includes_it_names_it():
    givens = included_givens(explanation(), "help")

    assert ["hours", "hourly_rate"] == list(givens)
    assert "help.hours" == givens["hours"].origin
    assert Decimal("10.00") == givens["hours"].value


def test_amounts_in_oere():
    assert 128230 == in_oere(included_steps(explanation(), "")["personal_assistance.refund"])
