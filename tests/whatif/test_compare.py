from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from whatif.what_if_cases import BASE, JOB, MARCH, absence, job

import socialkapitel as sk
from socialkapitel import whatif
from socialkapitel.messages import msg
from socialkapitel.tables import Amount

REFUND = sk.flexjob_refund(JOB, MARCH)


def parting(second, first=REFUND):
    return whatif.compare(first, second).parting


def test_a_result_does_not_part_from_itself():
    found = whatif.compare(REFUND, REFUND)

    assert found.parting is None
    assert {Fraction(0)} == {cell.value for cell in found["difference"] if cell}


def test_every_step_stands_there_with_both_values():
    other = sk.flexjob_refund(job(share="1/2"), MARCH)
    found = whatif.compare(REFUND, other)

    assert [step.label for step in REFUND.explanation.steps] == list(found["step"])
    assert (
        REFUND.explanation.steps[-1].label,
        Amount(Decimal("21509.78"), sk.Unit.DKK),
        Amount(other.amount, sk.Unit.DKK),
        Amount(Fraction(other.amount - REFUND.amount), sk.Unit.DKK),
    ) == found.rows[-1]
    assert msg("yes") == found["first"][0]


def test_an_input_that_differs():
    found = parting(sk.flexjob_refund(job(weekly_hours="30"), MARCH))

    assert "Lowest agreed pay for the job's hours" == str(found.label)
    assert ["Weekly hours: 37.00 hours a week against 30.00 hours a week"] == [
        str(cause) for cause in found.causes
    ]
    assert "flexjob.pay_basis" == found.first.id == found.second.id


def test_a_figure_of_another_day():
    found = parting(
        sk.flexjob_refund(job(atp_class=None), sk.Month(2023, 3)),
        first=sk.flexjob_refund(job(atp_class=None), sk.Month(2022, 3)),
    )

    assert "the figure from 2022-01-01 against the one from 2023-01-01" == str(found.why)
    assert "flexjob.ceiling_yearly" == found.first.rule == found.second.rule


def test_a_figure_of_another_set():
    reform = sk.PARAMETERS.amend(
        "flexjob.ceiling_yearly", value="600000", valid_from=date(2024, 1, 1), source="a bill"
    )
    found = parting(sk.flexjob_refund(JOB, MARCH, parameters=reform))

    assert "another set of figures" in str(found.why)
    assert str(found.why).endswith("against a bill")


def test_an_input_that_only_one_has():
    found = parting(sk.flexjob_refund(JOB, MARCH, actual_pay="30000"))

    assert "Pay that counts" == str(found.label)
    assert "Pay actually paid for the month: only in result 2" == str(found.why)


def test_an_input_that_only_the_first_has():
    found = parting(REFUND, first=sk.flexjob_refund(JOB, MARCH, actual_pay="30000"))

    assert "Pay actually paid for the month: only in result 1" == str(found.why)


def test_a_step_that_only_one_has_is_explained_by_the_judgements_before():
    found = parting(sk.flexjob_refund(job(started_on=date(2006, 3, 1)), MARCH))

    assert found.second is None
    assert "flexjob.ceiling_yearly" == found.first.rule
    assert str(found.why).startswith("the job began on 2010-05-01")
    assert "against the job began on 2006-03-01" in str(found.why)


def test_a_step_that_only_the_second_has():
    found = parting(REFUND, first=sk.flexjob_refund(job(started_on=date(2006, 3, 1)), MARCH))

    assert found.first is None
    assert "flexjob.ceiling_yearly" == found.second.rule


def test_a_judgement_that_comes_out_otherwise():
    hours = {sk.Week(2024, 2): "37", sk.Week(2024, 3): "3"}
    both = [
        sk.sickness_refund(absence(hours={**hours, sk.Week(2024, 3): each})) for each in ("3", "5")
    ]
    found = parting(both[1], first=both[0])

    assert isinstance(found.first, sk.Finding)
    assert sk.Outcome.NOT_FULFILLED is found.first.outcome
    assert sk.Outcome.FULFILLED is found.second.outcome
    assert str(found.first.because) in str(found.why)
    assert str(found.second.because) in str(found.why)


def test_a_judgement_that_only_one_has():
    section_56 = sk.sickness_refund(absence(basis=sk.RefundBasis.SECTION_56))
    ordinary = sk.sickness_refund(absence())

    assert "only in result 2: absence under a section 56 agreement has no employer period" in str(
        parting(section_56, first=ordinary).why
    )
    assert "only in result 1: absence under a section 56 agreement has no employer period" in str(
        parting(ordinary, first=section_56).why
    )


def test_many_inputs_that_differ_are_counted():
    other = sk.flexjob_refund(
        job(share="1/2", weekly_hours="30", starting_pay=sk.Pay.monthly("1"), atp_class=None),
        MARCH,
    )
    [figure] = [step for step in REFUND.explanation.steps if "full_time_hours" in step.id]
    found = whatif.compare(
        attrs.evolve(REFUND.explanation, steps=()),
        attrs.evolve(other.explanation, steps=(figure,)),
    ).parting

    assert [
        "Share granted: 2/3 against 1/2",
        "Weekly hours: 37.00 hours a week against 30.00 hours a week",
        "Lowest agreed pay, full-time month: DKK 32066.67 against DKK 1.00",
        "other inputs that differ: 1",
    ] == [str(cause) for cause in found.causes]


def test_rules_that_differ_without_an_input_that_does():
    explanation = REFUND.explanation
    shorter = sk.Explanation(
        title=explanation.title,
        givens=explanation.givens,
        steps=(explanation.steps[0], *explanation.steps[2:]),
        caveats=(),
    )

    assert "other rules apply" == str(whatif.compare(explanation, shorter).parting.why)


def test_different_calculators_can_be_compared():
    other = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"), MARCH, pay="15600"
    )
    found = whatif.compare(REFUND, other)

    assert len(REFUND.explanation.steps) + len(other.explanation.steps) == len(found)
    assert "only in result 1: the job began on 2010-05-01" in str(found.parting.why)


def test_units_that_differ_have_no_difference():
    step = REFUND.explanation.steps[-1]
    hours = attrs.evolve(
        REFUND.explanation,
        steps=(*REFUND.explanation.steps[:-1], attrs.evolve(step, unit=sk.Unit.HOURS)),
    )

    assert whatif.compare(REFUND, hours)["difference"][-1] is None


@pytest.mark.parametrize("field", ["first", "second"])
def test_only_results_are_compared(field):
    pair = {"first": REFUND, "second": REFUND, field: Decimal(1)}

    with pytest.raises(sk.WrongType, match=f"{field}: .* give a result or its explanation"):
        whatif.compare(*pair.values())


@pytest.mark.parametrize("changes", [{"share": "1/2"}, {"weekly_hours": "20"}, {"atp_class": None}])
def test_the_results_of_two_jobs_agree_up_to_where_they_part(changes):
    other = sk.flexjob_refund(job(**changes), BASE["month"])
    found = whatif.compare(REFUND, other)
    place = next(place for place, (_, first, second, _) in enumerate(found.rows) if first != second)

    assert found["step"][place] == found.parting.label


def test_the_former_name_says_what_to_write():
    with pytest.warns(DeprecationWarning, match=r"write socialkapitel\.whatif\.ResultComparison"):
        assert whatif.ResultComparison is whatif.Comparison
    with pytest.raises(AttributeError, match="has no attribute 'Unknown'"):
        _ = whatif.Unknown
