"""Laws of net expansion, and an oracle that fills in what is unknown and looks what changes."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

DAY = date(2021, 5, 15)
LONG_AGO, JUST_NOW = date(2020, 1, 1), date(2021, 5, 1)
numbers = st.integers(0, 3_000).map(lambda whole: Decimal(whole) / 100)
months = st.lists(numbers, min_size=12, max_size=12)
after = st.integers(1, 4_000).map(lambda whole: Decimal(whole) / 100)
posts = st.sampled_from(
    [(True, None), (False, None), (False, LONG_AGO), (False, JUST_NOW), (None, None),
     (None, LONG_AGO), (None, JUST_NOW)]
)  # fmt: skip
holes = st.sets(st.integers(0, 11), max_size=3)


def judge(numbers, employees_after, post, on=DAY):
    new_post, vacated_on = post
    return sk.net_expansion(
        sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT,
        on,
        ordinary_employees=numbers,
        employees_after=employees_after,
        new_post=new_post,
        vacated_on=vacated_on,
    )


def holed(numbers, unknown):
    return [None if place in unknown else number for place, number in enumerate(numbers)]


def is_met(numbers, employees_after, post):
    """The two conditions on complete facts."""
    new_post, vacated_on = post
    open_post = new_post or vacated_on == LONG_AGO
    return Fraction(employees_after) * 12 > sum(map(Fraction, numbers)) and open_post


def fillings(numbers, post):
    """Complete facts that agree with what is known, at both ends of what is accepted."""
    spaces = [
        [Decimal(0), Decimal(1_000_000)] if number is None else [number] for number in numbers
    ]
    new_post, vacated_on = post
    whole = [(True, None), (False, LONG_AGO), (False, JUST_NOW)]
    if vacated_on is not None:
        whole = [(False, vacated_on)]
    elif new_post is not None:
        whole = [choice for choice in whole if choice[0] == new_post]
    return [(list(filled), choice) for filled in product(*spaces) for choice in whole]


@given(months, after, posts, holes)
def test_outcome_is_what_every_filling_in_agrees_on(numbers, employees_after, post, unknown):
    known = holed(numbers, unknown)
    possible = {is_met(filled, employees_after, choice) for filled, choice in fillings(known, post)}
    expected = (
        sk.Outcome.UNRESOLVED
        if len(possible) == 2
        else sk.Outcome.FULFILLED
        if possible == {True}
        else sk.Outcome.NOT_FULFILLED
    )

    assert expected == judge(known, employees_after, post).outcome


@given(months, after, posts, holes)
def test_missing_is_what_could_change_the_outcome(numbers, employees_after, post, unknown):
    known = holed(numbers, unknown)
    cases = fillings(known, post)
    deciding = []
    for place in sorted(unknown):
        # there are facts beside it under which this month alone decides
        rest = {}
        for filled, choice in cases:
            others = (tuple(filled[:place] + filled[place + 1 :]), choice)
            rest.setdefault(others, set()).add(is_met(filled, employees_after, choice))
        if any(len(met) == 2 for met in rest.values()):
            deciding.append(f"ordinary_employees[{place}]")
    by_numbers = {}
    for filled, choice in cases:
        by_numbers.setdefault(tuple(filled), set()).add(is_met(filled, employees_after, choice))
    if any(len(met) == 2 for met in by_numbers.values()):
        deciding += ["vacated_on"] if post[0] is False else ["new_post", "vacated_on"]

    assert tuple(deciding) == judge(known, employees_after, post).missing


@given(months, after, after, posts)
def test_more_employees_after_never_break_what_was_met(numbers, one, other, post):
    low, high = (judge(numbers, count, post).outcome for count in sorted([one, other]))

    assert low != sk.Outcome.FULFILLED or high == sk.Outcome.FULFILLED


@given(months, after, posts, st.randoms(use_true_random=False))
def test_the_order_of_the_months_does_not_matter(numbers, employees_after, post, random):
    shuffled = random.sample(numbers, 12)

    one, other = (judge(some, employees_after, post) for some in (numbers, shuffled))

    assert (one.outcome, one.average) == (other.outcome, other.average)


@given(months, after)
def test_average_is_shown_within_half_a_hundredth(numbers, employees_after):
    shown = judge(numbers, employees_after, (True, None)).average

    assert abs(Fraction(shown) - sum(map(Fraction, numbers)) / 12) <= Fraction(1, 200)


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.integers(0, 200))
def test_a_post_once_open_stays_open_and_opens_within_93_days(vacated, later):
    on = vacated + timedelta(days=later)

    outcome, next_day = (
        judge([20] * 12, 21, (False, vacated), day).outcome for day in (on, on + timedelta(days=1))
    )

    assert outcome != sk.Outcome.FULFILLED or next_day == sk.Outcome.FULFILLED
    assert (outcome == sk.Outcome.FULFILLED) >= (later >= 93)
    assert (outcome == sk.Outcome.FULFILLED) <= (later >= 89)


@given(months, after, posts, holes)
def test_the_explanation_can_be_redone(numbers, employees_after, post, unknown):
    result = judge(holed(numbers, unknown), employees_after, post)

    redo(json.loads(json.dumps(result.explanation.document())))


@given(junk, junk, junk)
def test_junk_is_refused_with_an_error_of_the_library(one, two, three):
    fit = {
        "on": DAY,
        "target_group": sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT,
        "ordinary_employees": [20] * 12,
        "employees_after": 21,
        "new_post": None,
    }
    for unfit in [
        {"on": one},
        {"target_group": one},
        {"ordinary_employees": one},
        {"ordinary_employees": [one, two, three] * 4},
        {"employees_after": one},
        {"new_post": one},
        {"vacated_on": one},
        {"new_post": one, "vacated_on": two},
        {"parameters": one},
    ]:
        asked = {**fit, **unfit}
        call = partial(sk.net_expansion, **asked)
        assert fits_or_is_refused(call, sk.NetExpansion)
