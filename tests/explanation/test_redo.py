"""Works the steps of an explanation out again."""

from fractions import Fraction

import attrs
import pytest
from explanation.examples import EXAMPLES

import socialkapitel as sk
from socialkapitel.explanation import Rounding
from socialkapitel.explanation.redo import OtherStep, redone
from socialkapitel.messages import msg

TITLE = msg("Refund")
MONTH = sk.Month(2024, 3)

RESULTS = {
    **{name: (lambda make=make: make()) for name, make in EXAMPLES.items()},
    "rounded up": lambda: (
        sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED,
            sk.Month(2014, 12).last_day,
            monthly_benefit="15500.00",
            hourly_pay="118.90",
        ).explanation
    ),
    "cut": lambda: (
        sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED, MONTH.last_day, monthly_benefit="15500.00"
        ).explanation
    ),
    "rounded down": lambda: sk.subsidised_places(63, MONTH.last_day).explanation,
    "supplement": lambda: (
        sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
            MONTH,
            pay="15600",
        ).explanation
    ),
}


@pytest.mark.parametrize("name", RESULTS)
def test_redone_as_it_stands_it_is_the_same(name):
    explanation = RESULTS[name]()
    assert explanation == redone(explanation, explanation.title, ())


def supplement():
    return RESULTS["supplement"]()


def value(explanation, rule):
    [found] = [step.value for step in explanation.steps if step.rule == rule]
    return found


def test_what_rests_on_a_step_follows_it():
    other = OtherStep("flex_wage_supplement.reduction", "below / 100 * pay")
    found = redone(supplement(), TITLE, [other])
    assert TITLE == found.title
    assert 4680 == value(found, "flex_wage_supplement.reduction")
    assert 19952 - 4680 == value(found, "flex_wage_supplement.supplement")


def test_a_step_may_be_rounded_otherwise():
    other = OtherStep("flex_wage_supplement.supplement", rounding=Rounding.KRONE)
    explanation = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        MONTH,
        pay="15600.55",
    ).explanation
    assert Fraction(value(explanation, other.rule)).denominator > 1
    assert 1 == Fraction(value(redone(explanation, TITLE, [other]), other.rule)).denominator


def test_numbers_of_the_steps_behind_can_be_named():
    other = OtherStep("flex_wage_supplement.total", "most - below")
    assert 19922 == value(redone(supplement(), TITLE, [other]), other.rule)


def test_a_number_that_no_step_has_is_refused():
    other = OtherStep("flex_wage_supplement.total", "pay + holiday")
    with pytest.raises(KeyError, match="holiday"):
        redone(supplement(), TITLE, [other])


def test_an_exact_value_may_get_an_end():
    explanation = supplement()
    steps = tuple(
        attrs.evolve(step, value=Fraction(step.value))
        if step.rule == "flex_wage_supplement.total"
        else step
        for step in explanation.steps
    )
    found = redone(attrs.evolve(explanation, steps=steps), TITLE, ())
    assert isinstance(value(found, "flex_wage_supplement.total"), Fraction)
