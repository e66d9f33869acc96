"""Legal figures as they are looked up for an explanation."""

from datetime import date

import pytest

from socialkapitel import PARAMETERS
from socialkapitel.errors import NotInForce, UnknownName
from socialkapitel.explanation import OriginKind
from socialkapitel.explanation.worksheet import look_up

CEILING = "flexjob.ceiling_yearly"
DAY = date(2018, 6, 1)


def test_a_figure_is_a_step_and_a_number_in_an_expression():
    found, figure = look_up(PARAMETERS, CEILING, DAY), PARAMETERS[CEILING].on(DAY)
    assert (figure, figure.hundredths) == (found.figure, found.hundredths)
    step, operand, caveat = found.told
    assert (figure.key, CEILING, figure.value, DAY) == (step.id, step.rule, step.value, step.on)
    assert (OriginKind.FIGURE, figure.key) == (operand.kind, operand.origin)
    assert PARAMETERS[CEILING].label == step.label == operand.label
    assert caveat is None


def test_a_reform_has_figures_of_its_own():
    reform = PARAMETERS.amend(CEILING, value="650000", valid_from=DAY, source="what if")
    before = look_up(PARAMETERS, CEILING, DAY)
    assert 650000 == look_up(reform, CEILING, DAY).figure.value
    assert before == look_up(PARAMETERS, CEILING, DAY)
    assert before.figure.value == PARAMETERS[CEILING].on(DAY).value != 650000


@pytest.mark.parametrize("again", range(2))
def test_what_is_not_known_is_refused_each_time(again):
    with pytest.raises(NotInForce):
        look_up(PARAMETERS, CEILING, date(1997, 1, 1))
    with pytest.raises(UnknownName):
        look_up(PARAMETERS, "flexjob.celing", DAY)
