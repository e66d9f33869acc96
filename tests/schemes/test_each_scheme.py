import pytest
from scheme_cases import CASES, case_id, days, without

from socialkapitel import Outcome
from socialkapitel.schemes import SCHEMES, Facts, assess, scheme
from socialkapitel.schemes.leaves import BeginsFrom

EVERY_CONDITION = [
    pytest.param(*case, condition, id=f"{case_id(case)}-{condition}")
    for case in CASES
    for condition in case[3]
]


FOLLOWS = {
    ("adult-education", "below-pension-age"),  # from the day of birth
    ("flexjob-since-2013", "start"),  # from the day that is asked for
}
"""Conditions that are known without their facts."""


def test_every_scheme_has_its_cases():
    assert {case[0] for case in CASES} == {one.id for one in SCHEMES}


@pytest.mark.parametrize("one", SCHEMES, ids=lambda one: one.id)
def test_every_condition_of_every_time_has_its_cases(one):
    tested = {name for case in CASES if case[0] == one.id for name in case[3]}
    assert tested == {condition.id for condition in one.conditions}


@pytest.mark.parametrize(("name", "day", "known", "failing"), CASES, ids=map(case_id, CASES))
def test_the_conditions_of_the_day_are_judged_and_no_others(name, day, known, failing):
    findings = assess(name, Facts(**known), on=day).findings
    assert {finding.id.removeprefix(f"{name}.") for finding in findings} == set(failing)


@pytest.mark.parametrize(("name", "day", "known", "failing"), CASES, ids=map(case_id, CASES))
def test_facts_that_fulfil_all_conditions_open_the_scheme(name, day, known, failing):
    found = assess(name, Facts(**known), on=day)
    assert found.outcome is Outcome.FULFILLED
    assert found.missing == ()
    assert {finding.outcome for finding in found.findings} == {Outcome.FULFILLED}


@pytest.mark.parametrize(("name", "day", "known", "failing", "condition"), EVERY_CONDITION)
def test_one_condition_that_fails_closes_the_scheme(name, day, known, failing, condition):
    found = assess(name, Facts(**{**known, **failing[condition]}), on=day)
    failed = [one.id for one in found.findings if one.outcome is Outcome.NOT_FULFILLED]
    assert found.outcome is Outcome.NOT_FULFILLED
    assert found.missing == ()
    assert failed == [f"{name}.{condition}"]


@pytest.mark.parametrize(("name", "day", "known", "failing", "condition"), EVERY_CONDITION)
def test_one_condition_that_is_not_known_leaves_the_scheme_open(
    name, day, known, failing, condition
):
    asked = next(one for one in scheme(name).conditions if one.id == condition)
    found = assess(name, without(known, asked.predicate.names), on=day)
    if (name, condition) in FOLLOWS:
        assert found.outcome is Outcome.FULFILLED
        return
    left_open = [one for one in found.findings if one.outcome is Outcome.UNRESOLVED]
    assert found.outcome is Outcome.UNRESOLVED
    assert [one.id for one in left_open] == [f"{name}.{condition}"]
    assert found.missing == left_open[0].missing == asked.predicate.names


@pytest.mark.parametrize("one", SCHEMES, ids=lambda one: one.id)
def test_with_nothing_known_everything_is_missing(one):
    for day in days(one):
        found = assess(one.id, Facts(), on=day)
        asked = [
            name
            for condition in one.conditions
            if condition.in_force(day) and not isinstance(condition.predicate, BeginsFrom)
            for name in condition.predicate.names
        ]
        assert found.outcome is Outcome.UNRESOLVED
        assert list(found.missing) == list(dict.fromkeys(asked))


@pytest.mark.parametrize("one", SCHEMES, ids=lambda one: one.id)
def test_each_fact_stands_in_one_condition_at_a_time(one):
    """But for one that is asked in the same way in two: then what is missing is as exact."""
    for day in days(one):
        names = [
            name
            for condition in one.conditions
            if condition.in_force(day)
            for name in condition.predicate.names
        ]
        if one.id == "flexjob-since-2013":
            names.remove("employed_here")
        assert len(names) == len(set(names))
