from datetime import date

import pytest

from socialkapitel import PARAMETERS
from socialkapitel.schemes import Facts, MeasureState
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not, settled

DAY = date(2008, 9, 1)
A, B = Fact("employed_here"), Fact("ability_reduced")


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_kleene_s_tables(a, b, both, either):
    for facts in (
        Facts(employed_here=a, ability_reduced=b),
        Facts(employed_here=b, ability_reduced=a),
    ):
        assert AllOf(A, B).judge(facts, DAY, PARAMETERS) is both
        assert AnyOf(A, B).judge(facts, DAY, PARAMETERS) is either


@pytest.mark.parametrize(("a", "expected"), [(True, False), (False, True), (None, None)])
def test_the_opposite(a, expected):
    assert Not(A).judge(Facts(employed_here=a), DAY, PARAMETERS) is expected


def test_a_part_that_is_decided_asks_for_nothing_more():
    tree = AllOf(AnyOf(A, B), Fact("ability_unclear"))
    facts = Facts(employed_here=True)
    assert tree.unknown(facts, DAY, PARAMETERS) == ("ability_unclear",)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ({"aids": MeasureState.TRIED, "mentor": MeasureState.RULED_OUT}, True),
        ({"aids": MeasureState.TRIED, "mentor": MeasureState.OPEN}, False),
        ({"aids": MeasureState.OPEN}, False),
        ({"aids": MeasureState.TRIED}, None),
    ],
)
def test_measures_are_settled_when_all_are_tried_or_ruled_out(states, expected):
    assert settled("aids", "mentor").judge(Facts(measures=states), DAY, PARAMETERS) is expected


def test_questions_that_ask_the_same_are_equal():
    assert AllOf(A, Not(B)) == AllOf(A, Not(B))
    assert AllOf(A, B) != AnyOf(A, B)
    assert hash(AllOf(A, B)) == hash(AllOf(A, B))
