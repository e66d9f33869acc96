"""The criteria of the library's chapters."""

import pytest

from socialkapitel import UnknownName
from socialkapitel.chapters import chapter, criteria
from socialkapitel.chapters.catalogue import library

REGION = chapter("region-midtjylland-2008")
ALL = criteria()


def test_ids_are_unique_and_found():
    assert 19 == len(ALL) == len({one.id for one in ALL})
    assert list(ALL) == [REGION.criterion(one.id) for one in ALL]


@pytest.mark.parametrize("name", ["follow-up", None, ["followed-up"]])
def test_unknown_ids_are_refused_with_the_nearest(name):
    with pytest.raises(UnknownName) as caught:
        REGION.criterion(name)
    assert caught.value.nearest


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_criterion_says_in_both_languages_what_it_asks_and_what_may_be_so_all_the_same(one):
    assert one.label.en != one.label.da
    assert one.unresolved.en != one.unresolved.da
    assert one.unresolved.en[0].islower()
    assert one.unresolved.da[0].islower()
    assert one.holds is not None or one.proven_by


def test_the_librarys_chapters_set_no_limits_of_days():
    described = [duty.criterion for one in library() for duty in one.own_duties if duty.criterion]
    assert {None} == {one.within_days for one in (*ALL, *described)}
