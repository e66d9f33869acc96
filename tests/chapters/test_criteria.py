"""The catalogue of criteria."""

import pytest

from socialkapitel import UnknownName
from socialkapitel.chapters import CRITERIA, criterion


def test_ids_are_unique_and_found():
    assert len(CRITERIA) == len({one.id for one in CRITERIA})
    assert list(CRITERIA) == [criterion(one.id) for one in CRITERIA]


@pytest.mark.parametrize("name", ["follow-up", None, ["followed-up"]])
def test_unknown_ids_are_refused_with_the_nearest(name):
    with pytest.raises(UnknownName) as caught:
        criterion(name)
    assert caught.value.nearest


@pytest.mark.parametrize("one", CRITERIA, ids=lambda one: one.id)
def test_a_criterion_says_in_both_languages_what_it_asks_and_what_leaves_it_open(one):
    assert one.label.en != one.label.da
    assert one.unresolved.en != one.unresolved.da
    assert one.holds is not None or one.proven_by
