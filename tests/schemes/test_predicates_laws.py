from datetime import date
from itertools import product

import attrs
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import PARAMETERS
from socialkapitel.schemes import Facts
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not

DAY = date(2008, 9, 1)
NAMES = [field.name for field in attrs.fields(Facts) if field.type == "bool | None"][:7]


@st.composite
def trees(draw, names=tuple(NAMES)):
    """A question in which each fact stands once."""
    if len(names) == 1:
        leaf = Fact(names[0])
        return Not(leaf) if draw(st.booleans()) else leaf
    cut = draw(st.integers(1, len(names) - 1))
    parts = draw(trees(names[:cut])), draw(trees(names[cut:]))
    whole = draw(st.sampled_from([AllOf, AnyOf]))(*parts)
    return Not(whole) if draw(st.booleans()) else whole


states = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in NAMES})


def answer(tree, known):
    """Two-valued logic on facts that are all known, written without the library's."""
    if isinstance(tree, Fact):
        return known[tree.fact]
    if isinstance(tree, Not):
        return not answer(tree.part, known)
    answers = [answer(part, known) for part in tree.parts]
    return all(answers) if isinstance(tree, AllOf) else any(answers)


def completions(known):
    unknown = [name for name, value in known.items() if value is None]
    for values in product([True, False], repeat=len(unknown)):
        yield {**known, **dict(zip(unknown, values, strict=True))}


@given(trees(), states)
def test_the_answer_is_open_just_where_what_is_unknown_could_decide_it(tree, known):
    possible = {answer(tree, full) for full in completions(known)}
    judged = tree.judge(Facts(**known), DAY, PARAMETERS)
    assert judged == (possible.pop() if len(possible) == 1 else None)


@given(trees(), states)
def test_unknown_names_just_the_facts_that_could_change_the_answer(tree, known):
    decisive = {
        name
        for name, value in known.items()
        if value is None
        and any(
            answer(tree, {**full, name: True}) != answer(tree, {**full, name: False})
            for full in completions(known)
        )
    }
    unknown = tree.unknown(Facts(**known), DAY, PARAMETERS)
    assert set(unknown) == decisive
    assert len(unknown) == len(decisive)


@given(trees())
def test_a_question_reads_the_facts_of_its_leaves(tree):
    assert tree.names == tuple(NAMES)
    assert [leaf.fact for leaf in tree.leaves] == NAMES


@given(trees(), states)
def test_twice_the_opposite_is_the_same(tree, known):
    facts = Facts(**known)
    twice = Not(Not(tree)).judge(facts, DAY, PARAMETERS)
    assert twice == tree.judge(facts, DAY, PARAMETERS)


@given(trees(), trees(), states)
def test_de_morgan(one, other, known):
    facts = Facts(**known)
    left = Not(AllOf(one, other)).judge(facts, DAY, PARAMETERS)
    right = AnyOf(Not(one), Not(other)).judge(facts, DAY, PARAMETERS)
    assert left == right
