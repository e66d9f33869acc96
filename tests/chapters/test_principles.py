"""Criteria: what proves them, what breaks them, what leaves them open."""

from datetime import date
from itertools import product

import attrs
import pytest
from case_examples import event
from chapters.courses import fitting
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import PARAMETERS, Label, Outcome, SocialkapitelError, WrongType
from socialkapitel.cases import events as happened
from socialkapitel.chapters import CHAPTERS, Criterion, chapter, criteria
from socialkapitel.schemes import Facts, MeasureState, Terms

DAY = date(2008, 10, 1)
CRITERIA = criteria()
criterion = chapter("region-midtjylland-2008").criterion
some_criteria = st.sampled_from(CRITERIA)
PROOFS = [
    fitting(pattern, DAY, number=number)
    for number, pattern in enumerate(
        (pattern for one in CRITERIA for pattern in (*one.proven_by, *one.broken_by)), 1
    )
]
events = st.lists(st.sampled_from(PROOFS), unique=True)
states = st.none() | st.sampled_from(MeasureState)
facts = st.builds(
    lambda terms, **measures: Facts(
        terms=terms, measures={name: state for name, state in measures.items() if state}
    ),
    terms=st.none() | st.sampled_from(Terms),
    adjustment=states,
    relocation=states,
    retraining=states,
)


@pytest.mark.parametrize("one", CRITERIA, ids=lambda one: one.id)
def test_every_criterion_can_be_proven_and_left_open(one):
    proof = Facts(terms=Terms.ORDINARY)
    for pattern in one.proven_by:
        assert Outcome.FULFILLED is one.judge(proof, [fitting(pattern, DAY)], on=DAY).outcome
    still_open = one.judge(Facts(), on=DAY)
    assert Outcome.UNRESOLVED is still_open.outcome
    assert still_open.missing


@given(some_criteria, facts, events)
def test_law_only_an_open_criterion_misses_something(one, known, recorded):
    verdict = one.judge(known, recorded, on=DAY)
    assert (verdict.outcome is Outcome.UNRESOLVED) == bool(verdict.missing)
    assert one.id == verdict.criterion


@given(some_criteria, facts, events)
def test_law_recording_what_fits_proves_what_events_prove(one, known, recorded):
    for pattern in one.proven_by:
        after = one.judge(known, [*recorded, fitting(pattern, DAY, number=999)], on=DAY)
        assert not [name for name in after.missing if name.startswith("events.")]


@given(some_criteria, facts, events, st.sampled_from(PROOFS))
def test_law_another_event_never_reopens_what_was_decided(one, known, recorded, another):
    before = one.judge(known, recorded, on=DAY).outcome
    after = one.judge(known, [*recorded, another], on=DAY).outcome
    if before is not Outcome.UNRESOLVED:
        assert after is not Outcome.UNRESOLVED
    if not any(pattern.fits(another) for pattern in one.broken_by):
        assert before is Outcome.UNRESOLVED or before is after


def test_lesser_measures_first_over_every_state_of_the_measures():
    one = criterion("lesser-measures-first")
    names = ("adjustment", "relocation", "retraining")
    done = {MeasureState.TRIED, MeasureState.RULED_OUT}
    for terms in (None, Terms.ORDINARY, Terms.FLEXJOB):
        for chosen in product((None, *MeasureState), repeat=3):
            measures = {n: s for n, s in zip(names, chosen, strict=True) if s}
            outcome = one.judge(Facts(terms=terms, measures=measures), on=DAY).outcome
            if terms is Terms.ORDINARY or set(chosen) <= done:
                expected = Outcome.FULFILLED
            elif terms is None or (None in chosen and MeasureState.OPEN not in chosen):
                expected = Outcome.UNRESOLVED
            else:
                expected = Outcome.NOT_FULFILLED
            assert expected is outcome


def test_facts_and_events_are_judged_together():
    one = Criterion(
        id="both",
        label=Label(en="Both", da="Begge"),
        unresolved=Label(en="Open", da="Åbent"),
        holds=criterion("lesser-measures-first").holds,
        proven_by=criterion("followed-up").proven_by,
    )
    assert (
        "terms",
        "measures.adjustment",
        "measures.relocation",
        "measures.retraining",
        "events.follow-up-held",
    ) == one.judge(Facts(), on=DAY).missing
    ordinary = Facts(terms=Terms.ORDINARY)
    assert ("events.follow-up-held",) == one.judge(ordinary, on=DAY).missing
    assert (
        Outcome.FULFILLED
        is one.judge(
            ordinary, iter([event(happened.FollowUpHeld, DAY)]), on=DAY, parameters=PARAMETERS
        ).outcome
    )


def test_what_comes_after_the_day_does_not_count():
    later = event(happened.FollowUpHeld, "2008-10-02")
    one = criterion("followed-up")
    assert ("events.follow-up-held",) == one.judge(Facts(), [later], on=DAY).missing
    assert Outcome.FULFILLED is one.judge(Facts(), [later], on=later.on).outcome


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"facts": None}, "facts"),
        ({"facts": {}}, "facts"),
        ({"events": "follow-up-held"}, "events"),
        ({"events": ["follow-up-held"]}, "events"),
        ({"events": None}, "events"),
        ({"on": 20081001}, "on"),
        ({"parameters": {}}, "parameters"),
    ],
)
def test_bad_input_is_refused(change, field):
    given = {"facts": Facts(), "events": (), "on": DAY} | change
    with pytest.raises(WrongType) as caught:
        criterion("followed-up").judge(given.pop("facts"), given.pop("events"), **given)
    assert field == caught.value.field
    assert isinstance(caught.value, SocialkapitelError)


def test_the_six_principles_the_policy_and_the_four_lines_of_effort():
    region = chapter("region-midtjylland-2008").principles
    assert [
        "principles/early-prevention",
        "principles/early-action",
        "principles/least-intervention",
        "principles/open-dialogue",
        "principles/flexibility",
        "principles/economy",
        "policy/prevention-and-health",
        "policy/retention",
        "policy/openness-to-outsiders",
        "policy/flexible-and-open",
        "policy/overall-assessment",
    ] == [principle.path for principle in region]
    assert [
        "efforts/prevention",
        "efforts/employees-with-reduced-ability",
        "efforts/outsiders-with-reduced-ability",
        "efforts/unemployed",
    ] == [principle.path for principle in chapter("herlev-2006").principles]


def test_every_principle_has_criteria_and_every_criterion_a_principle():
    principles = [p for one in CHAPTERS.values() for p in one.principles]
    assert all(principle.criteria for principle in principles)
    assert set(CRITERIA) <= {each for principle in principles for each in principle.criteria}


def test_a_criterion_never_changes():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        criterion("followed-up").id = "x"
