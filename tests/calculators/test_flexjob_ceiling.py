"""A flexjob's ceiling, found and written down once for all jobs of the same hours and day."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from redoing import redo

import socialkapitel as sk
from socialkapitel import PARAMETERS, InvalidInput, NotInForce
from socialkapitel.calculators.flexjob_ceiling import ceiling_for
from socialkapitel.explanation import Page
from socialkapitel.messages import msg

DAY = date(2018, 6, 1)
YEARLY = PARAMETERS["flexjob.ceiling_yearly"].on(DAY).value


@pytest.mark.parametrize("hours", [1, 1850, 2250, 3700])
def test_a_twelfth_of_the_years_ceiling_for_the_hours(hours):
    found = ceiling_for(PARAMETERS, hours, DAY)
    exact = Fraction(YEARLY) * hours / (12 * 3700)
    assert exact == Fraction(found.part, found.over * 100)
    assert abs(exact - Fraction(found.amount)) <= Fraction(1, 200)


def test_it_can_be_redone_from_its_part_of_an_explanation():
    page = Page(msg("Refund"))
    ceiling = ceiling_for(PARAMETERS, 1850, DAY).write(page)
    explanation = page.explanation()
    redo(explanation.document())
    assert YEARLY / 24 == ceiling.value
    assert [Decimal("18.50")] == [given.value for given in explanation.givens]
    assert ["flexjob.full_time_hours", "flexjob.ceiling_yearly", "flexjob.ceiling"] == [
        step.rule for step in explanation.steps
    ]


def test_a_reform_does_not_reach_the_jobs_that_it_is_not_asked_for():
    def ceiling(parameters):
        found = sk.flexjob_refund(job, sk.Month(2018, 6), parameters=parameters)
        [step] = [step for step in found.explanation.steps if step.id == "flexjob.ceiling"]
        return found.ceiling, step.value

    job = sk.Flexjob(
        granted_on=date(2008, 3, 1),
        share="2/3",
        starting_pay=sk.Pay.monthly("60000"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    reform = PARAMETERS.amend(
        "flexjob.ceiling_yearly", value="600000", valid_from=DAY, source="what if"
    )
    before = ceiling(None)
    assert (50000, 50000) == ceiling(reform)
    assert (YEARLY / 12, YEARLY / 12) == ceiling(None) == before


def test_a_ceiling_for_no_hours_at_all_is_refused():
    broken = PARAMETERS.amend(
        "flexjob.full_time_hours", value="0", valid_from=DAY, source="what if"
    )
    with pytest.raises(InvalidInput, match="a figure above 0"):
        ceiling_for(broken, 3700, DAY)


@pytest.mark.parametrize("day", [date(2006, 7, 4), date(2027, 1, 1)])
def test_where_no_ceiling_is_known_none_is_given(day):
    with pytest.raises(NotInForce):
        ceiling_for(PARAMETERS, 3700, day)
