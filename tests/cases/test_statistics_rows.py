"""The rows of the statistics: into which one each case falls, in each way of dividing them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import Period
from socialkapitel.cases.events import CaseOutcome, Cause, Profile, Sex
from socialkapitel.cases.health import Identity
from socialkapitel.cases.statistics import (
    FORMER_COUNTIES,
    NOT_STATED,
    OCCUPATIONS,
    OTHER,
    SECTORS,
    Counted,
    breakdowns,
    completed,
    place_of,
)

WAYS = breakdowns(Period(date(2007, 1, 1), date(2007, 12, 31)), SECTORS, OCCUPATIONS)
COUNTED = st.builds(
    Counted,
    st.dates(date(2000, 1, 1), date(2007, 12, 31)),
    st.none() | st.sampled_from(CaseOutcome),
    st.builds(
        Profile,
        birth_year=st.none() | st.integers(1900, 2199),
        sex=st.none() | st.sampled_from(Sex),
        sector=st.none() | st.sampled_from([*SECTORS, "roads"]),
        occupation=st.none() | st.sampled_from([*OCCUPATIONS, "cooks"]),
        cause=st.none() | st.sampled_from(Cause),
    ),
)


@given(COUNTED)
def test_law_every_case_has_a_row_in_every_way(case):
    for way in WAYS:
        assert way.row_of(case) in way.rows


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.id)
def test_rows_have_names_in_both_languages(way):
    assert len(way.rows) == len({label.en for label in way.rows.values()})
    assert len(way.rows) == len({label.da for label in way.rows.values()})
    assert way.label.en != way.label.da


def test_what_colleagues_do_not_see_is_told():
    assert ["cause", "outcome"] == [way.id for way in WAYS if way.telling]
    assert ["cause"] == [way.id for way in WAYS if way.by_total]


@pytest.mark.parametrize("names", [FORMER_COUNTIES, SECTORS, OCCUPATIONS])
def test_names_are_completed(names):
    assert [*names, OTHER, NOT_STATED] == list(completed(names))
    assert [OTHER, NOT_STATED, *names] == [
        place_of(name and Identity(name), names) for name in ("elsewhere", None, *names)
    ]
    with pytest.raises(TypeError):
        names["new"] = None
