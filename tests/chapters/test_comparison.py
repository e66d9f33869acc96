"""Two chapters side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import UnknownName, WrongType
from socialkapitel.chapters import CHAPTERS, chapter, compare

ids = st.sampled_from(list(CHAPTERS))


def paths(items):
    return [item.path for item in items]


def test_what_the_revision_of_herlevs_chapter_changed():
    found = compare("herlev-2005", "herlev-2006")
    assert () == found.only_a
    assert ["preparation/editorial-changes"] == paths(found.only_b)
    assert ["foundations/sickness-benefit-act", "schemes/section-56"] == [
        pair.a.path for pair in found.changed
    ]


def test_what_two_counties_had():
    found = compare("vejle-1999", "aarhus-1998")
    assert ["efforts/inclusion", "support/workplaces-carry-it-out"] == paths(found.only_a)
    assert [
        "purposes/keep-employees",
        "efforts/teaching",
        "funds/retention",
        "follow_up/evaluation",
    ] == paths(found.only_b)
    assert ["support/consultants"] == [pair.a.path for pair in found.changed]
    assert "efforts/prevention" in [pair.b.path for pair in found.both]


def test_the_conflicts_between_both_documents_stand_side_by_side():
    found = compare("herlev-2006", "region-midtjylland-2008")
    assert {
        "conflicts/base-of-flexjob-refund",
        "conflicts/limit-of-capacity",
        "conflicts/rehabilitation-cap",
        "conflicts/authority-for-assistance",
        "conflicts/authority-for-aids",
    } <= {pair.a.path for pair in found.changed}
    assert {"schemes/mentor", "schemes/adult-education"} <= set(paths(found.only_a))
    assert {"schemes/special-terms"} <= {pair.a.path for pair in found.both}


@given(ids, ids)
def test_law_a_comparison_holds_everything_once(a, b):
    found = compare(a, b)
    assert sorted(paths(found.a.items)) == sorted(
        paths(found.only_a) + [pair.a.path for pair in found.both]
    )
    assert sorted(paths(found.b.items)) == sorted(
        paths(found.only_b) + [pair.b.path for pair in found.both]
    )


@given(ids, ids)
def test_law_turned_round_it_says_the_same(a, b):
    one, other = compare(a, b), compare(chapter(b), chapter(a))
    assert (one.only_a, one.only_b) == (other.only_b, other.only_a)
    assert {pair.a.path for pair in one.changed} == {pair.a.path for pair in other.changed}


@given(ids)
def test_law_a_chapter_differs_in_nothing_from_itself(a):
    found = compare(a, a)
    assert ((), (), ()) == (found.only_a, found.only_b, found.changed)


def test_what_is_no_chapter_is_refused():
    with pytest.raises(UnknownName):
        compare("herlev-2005", "herlev-2007")
    with pytest.raises(WrongType) as caught:
        compare("herlev-2005", 2006)
    assert "b" == caught.value.field
