from datetime import date, timedelta
from functools import cache, reduce
from itertools import product
from operator import or_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scheme_cases import days

from socialkapitel import PARAMETERS, NotInForce, Outcome
from socialkapitel.schemes import SCHEMES, Facts, MeasureState, assess, scheme
from socialkapitel.schemes.leaves import (
    AgeBetween,
    AtLeast,
    AtMost,
    Before,
    BeginsFrom,
    Fact,
    OneOf,
)

LIMITS = {
    ("expected_absence_days", 0): 10,
    ("absence_days_last_year", 0): 10,
    ("weekly_absence_hours", 0): 4,
}
DECIDED = (Outcome.FULFILLED, Outcome.NOT_FULFILLED)
few = settings(max_examples=min(25, settings().max_examples // 4))
"""Of each scheme on each of its days: most of them have the conditions of the day before."""
each = pytest.mark.parametrize(
    ("name", "day"), [(one.id, day) for one in SCHEMES for day in days(one)]
)


def two_values(leaf, day):
    """A value for which a leaf holds, and one for which it doesn't."""
    if isinstance(leaf, Fact):
        return True, False
    if isinstance(leaf, AtLeast):
        least = LIMITS.get((leaf.fact, leaf.least), leaf.least)
        return least, least - 1
    if isinstance(leaf, AtMost):
        return leaf.most, leaf.most + 1
    if isinstance(leaf, Before):
        return leaf.limit_day - timedelta(days=1), leaf.limit_day
    if isinstance(leaf, AgeBetween):
        return date(day.year - leaf.least - 1, 6, 15), date(day.year - leaf.least + 1, 6, 15)
    assert isinstance(leaf, OneOf)
    other = next(one for one in type(leaf.members[0]) if one not in leaf.members)
    return leaf.members[0], other


def choices(name, day):
    """For each fact that a scheme asks for on a day, two values that tell."""
    return {
        leaf.fact: two_values(leaf, day)
        for condition in scheme(name).conditions
        if condition.in_force(day)
        for leaf in condition.predicate.leaves
        # Where the first day isn't told, the day that is asked for decides.
        if not isinstance(leaf, BeginsFrom)
    }


def facts(known):
    plain = {name: value for name, value in known.items() if not name.startswith("measures.")}
    measures = {
        name.removeprefix("measures."): value
        for name, value in known.items()
        if name.startswith("measures.") and value is not None
    }
    return Facts(**plain, measures=measures)


@cache
def answers(name, day):
    """For each condition all answers to its facts, those first that fulfil it."""
    found = []
    for condition in scheme(name).conditions:
        if condition.in_force(day) and not isinstance(condition.predicate, BeginsFrom):
            possible = {leaf.fact: two_values(leaf, day) for leaf in condition.predicate.leaves}
            every = [
                dict(zip(possible, values, strict=True)) for values in product(*possible.values())
            ]
            good = [one for one in every if condition.predicate.judge(facts(one), day, PARAMETERS)]
            assert 0 < len(good) < len(every)
            found.append((good, every))
    return found


@cache
def known_of(name, day, most_unknown=5):
    """Values for the facts of a scheme, most of them fitting, a few of them unknown."""
    parts = [
        st.sampled_from([*good * (9 * len(every) // len(good)), *every])
        for good, every in answers(name, day)
    ]
    asked = sorted({fact for _, every in answers(name, day) for fact in every[0]})
    unknown = st.sets(st.sampled_from(asked), max_size=most_unknown)

    def known(chosen, unknown):
        values = reduce(or_, chosen, {})
        return {fact: None if fact in unknown else value for fact, value in values.items()}

    return st.builds(known, st.tuples(*parts), unknown)


def completions(name, day, known):
    possible = choices(name, day)
    unknown = [fact for fact, value in known.items() if value is None]
    for values in product(*(possible[fact] for fact in unknown)):
        yield {**known, **dict(zip(unknown, values, strict=True))}


@each
def test_missing_is_exactly_what_could_change_the_outcome(name, day):
    possible = choices(name, day)

    @few
    @given(known_of(name, day))
    def law(known):
        found = assess(name, facts(known), on=day)
        ends = {
            tuple(full.items()): assess(name, facts(full), on=day).outcome
            for full in completions(name, day, known)
        }
        outcomes = set(ends.values())
        decisive = {
            fact
            for fact, value in known.items()
            if value is None
            and any(
                len({ends[tuple({**dict(full), fact: end}.items())] for end in possible[fact]}) > 1
                for full in ends
            )
        }
        assert outcomes <= set(DECIDED)
        assert found.outcome is (outcomes.pop() if len(outcomes) == 1 else Outcome.UNRESOLVED)
        assert set(found.missing) == decisive
        assert len(found.missing) == len(decisive)

    law()


@each
def test_adding_a_fact_never_takes_an_outcome_back(name, day):
    possible = choices(name, day)

    @few
    @given(known_of(name, day, most_unknown=20), st.data())
    def law(known, data):
        before = assess(name, facts(known), on=day)
        unknown = sorted(fact for fact, value in known.items() if value is None)
        if not unknown:
            return
        fact = data.draw(st.sampled_from(unknown))
        value = data.draw(st.sampled_from(possible[fact]))
        after = assess(name, facts({**known, fact: value}), on=day)
        if before.outcome in DECIDED:
            assert after.outcome is before.outcome
        if after.outcome is Outcome.UNRESOLVED:
            assert set(after.missing) <= set(before.missing) - {fact}

    law()


@given(
    st.sampled_from(SCHEMES),
    st.dates(date(1990, 1, 1), date(2040, 12, 31)),
    st.builds(
        Facts,
        employed_here=st.none() | st.booleans(),
        measures=st.dictionaries(
            st.sampled_from([one.id for one in SCHEMES]), st.sampled_from(MeasureState)
        ),
    ),
)
def test_a_scheme_is_never_offered_outside_its_dates(one, day, known):
    if one.in_force(day):
        found = assess(one.id, known, on=day)
        assert (found.scheme, found.on) == (one, day)
    else:
        with pytest.raises(NotInForce):
            assess(one.id, known, on=day)
