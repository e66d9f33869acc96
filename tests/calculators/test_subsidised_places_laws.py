"""Laws of the quota of subsidised places, and an oracle that hands out place after place."""

import json
from datetime import date
from functools import partial

from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk

DAY = date(2021, 3, 1)
employees = st.integers(0, 1_000_000)


def places(number):
    return sk.subsidised_places(number, DAY).places


def oracle(number):
    """Hand out a place at each fifth employee up to the fiftieth, then at each tenth."""
    fifths = [at for at in range(5, 51, 5) if at <= number]
    tenths = range(60, number + 1, 10)
    return max(1, len(fifths)) + len(tenths)


@given(st.integers(0, 200) | employees)
def test_places_are_what_counting_gives(number):
    assert oracle(number) == places(number)


@given(employees, employees)
def test_more_employees_never_give_fewer_places(one, other):
    low, high = sorted([one, other])

    assert places(low) <= places(high)


@given(employees)
def test_there_is_always_one_place_and_never_more_than_one_for_five(number):
    assert 1 <= places(number) <= max(1, number // 5)


@given(st.integers(50, 999_990))
def test_above_fifty_ten_more_employees_give_one_more_place(number):
    assert places(number) + 1 == places(number + 10)


@given(employees)
def test_the_explanation_redone_gives_the_places(number):
    result = sk.subsidised_places(number, DAY)

    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.places) == document["steps"][-1]["value"]


@given(junk, junk, junk)
def test_junk_is_refused_with_an_error_of_the_library(one, two, three):
    for number, day, figures in [
        (one, two, three),
        (one, DAY, None),
        (1, two, None),
        (1, DAY, three),
    ]:
        call = partial(sk.subsidised_places, number, day, parameters=figures)
        assert fits_or_is_refused(call, sk.SubsidisedPlaces)
