"""The parts of an explanation are immutable and say what they are."""

import pickle
from datetime import date

import attrs
import pytest
from explanation.examples import EXAMPLES

from socialkapitel import Explained, Finding, Outcome, Rounding, Source, Step, Unit, translate
from socialkapitel.messages import msg

STEP = Step(
    id="a.step",
    rule="a.rule",
    label=msg("Refund"),
    value=1,
    unit=Unit.DKK,
    source=Source("a law"),
    on=date(2018, 1, 1),
)


@pytest.fixture
def explanation():
    return EXAMPLES["long"]()


def test_a_step_is_calculated():
    assert Outcome.CALCULATED is STEP.outcome
    assert ("", (), Rounding.NONE, None) == (
        STEP.expression,
        STEP.operands,
        STEP.rounding,
        STEP.evidence,
    )


def test_outcomes_are_stable_and_named():
    assert ["fulfilled", "not_fulfilled", "unresolved", "calculated"] == [
        outcome.value for outcome in Outcome
    ]
    assert ["opfyldt", "ikke opfyldt", "uafklaret", "beregnet"] == [
        translate(outcome.label, "da") for outcome in Outcome
    ]


def test_nothing_can_be_changed(explanation):
    parts = [explanation, *explanation.steps, *explanation.givens, *explanation.caveats]
    for part in parts:
        field = attrs.fields(type(part))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(part, field, None)


def test_explanations_are_equal_by_what_they_say(explanation):
    assert EXAMPLES["long"]() == explanation
    assert hash(EXAMPLES["long"]()) == hash(explanation)
    assert EXAMPLES["short"]() != explanation


def test_an_explanation_survives_pickle(explanation):
    assert explanation == pickle.loads(pickle.dumps(explanation))


def test_a_result_shows_its_explanation(explanation):
    result = Explained(explanation=explanation)
    assert explanation.caveats == result.caveats
    assert explanation.html("en") == result._repr_html_() == explanation._repr_html_()
    assert "Explained()" == repr(result)


def test_steps_are_calculated_or_found(explanation):
    assert {Step, Finding} == {type(step) for step in explanation.steps}
