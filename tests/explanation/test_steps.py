"""The parts of an explanation are immutable and say what they are."""

import copy
import pickle
from datetime import date

import attrs
import pytest
from explanation.examples import EXAMPLES

from socialkapitel import (
    Explained,
    Explanation,
    Finding,
    Flexjob,
    Month,
    Outcome,
    Pay,
    Rounding,
    Source,
    Step,
    Unit,
    flexjob_refund,
    translate,
)
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


class Counted:
    """A record that remembers how often its explanation was written."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return attrs.evolve(EXAMPLES["long"]())


def test_an_explanation_is_written_when_it_is_first_read(explanation):
    record = Counted()
    unwritten = Explanation.of(record)
    assert 0 == record.times
    assert (explanation.steps, explanation.caveats, str(explanation)) == (
        unwritten.steps,
        unwritten.caveats,
        str(unwritten),
    )
    assert 1 == record.times


@pytest.mark.parametrize(
    "seen",
    [repr, hash, copy.deepcopy, attrs.asdict, lambda read: read == EXAMPLES["long"]()],
    ids=["repr", "hash", "copied", "as a dict", "compared"],
)
def test_nobody_sees_whether_it_was_written(explanation, seen):
    assert seen(explanation) == seen(Explanation.of(Counted()))


def test_a_result_survives_pickle_before_its_explanation_is_written():
    job = Flexjob(
        started_on=date(2008, 3, 1),
        share="2/3",
        starting_pay=Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    refund = flexjob_refund(job, Month(2015, 11))
    assert refund == pickle.loads(pickle.dumps(refund))


@pytest.mark.parametrize("name", ["stpes", "_steps"])
def test_an_unwritten_explanation_has_no_other_names(name):
    with pytest.raises(AttributeError, match=f"'Explanation' object has no attribute '{name}'"):
        getattr(Explanation.of(Counted()), name)


def test_an_unwritten_explanation_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Explanation.of(Counted()).steps = ()


def test_a_result_shows_its_explanation(explanation):
    result = Explained(explanation=explanation)
    assert explanation.caveats == result.caveats
    assert explanation.html("en") == result._repr_html_() == explanation._repr_html_()
    assert "Explained()" == repr(result)


def test_steps_are_calculated_or_found(explanation):
    assert {Step, Finding} == {type(step) for step in explanation.steps}
