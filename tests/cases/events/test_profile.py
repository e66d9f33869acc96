"""What figures count people by: read strictly, shown to nobody."""

import copy
import pickle
import traceback

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

from socialkapitel import InvalidInput, WrongType
from socialkapitel.cases.errors import NotEntitled
from socialkapitel.cases.events import Cause, Profile, Sex, ToldCause
from socialkapitel.cases.health import Identity
from socialkapitel.cases.rights import Information, information
from socialkapitel.errors import SealedContent

FULL = {
    "area": "viborg",
    "birth_year": 1957,
    "sex": Sex.WOMAN,
    "sector": "hospitals",
    "occupation": "nurses",
    "cause": Cause.MENTAL,
}
FIELDS = pytest.mark.parametrize("field", FULL)


def test_everything_is_optional():
    assert [None] * len(FULL) == [getattr(Profile(), field) for field in FULL]


SEALED = {
    "area": Identity("viborg"),
    "sector": Identity("hospitals"),
    "occupation": Identity("nurses"),
    "cause": ToldCause("mental"),
}


def test_everything_is_kept_and_texts_are_sealed():
    profile = Profile(**FULL)
    assert FULL | SEALED == {field: getattr(profile, field) for field in FULL}
    assert profile == Profile(**FULL | SEALED)
    assert profile != Profile(**FULL | {"cause": Cause.OTHER})
    assert profile != Profile(**FULL | {"area": "vejle"})
    assert hash(profile) == hash(attrs.evolve(profile))


@pytest.mark.parametrize("field", ["area", "sector", "occupation"])
def test_a_sealed_text_is_read_as_strictly(field):
    with pytest.raises(InvalidInput) as caught:
        Profile(**{field: Identity("Kvalmfeber, 070761-4285")})
    assert f"{field}: (not shown) is not accepted" in str(caught.value)
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    library = [f.locals for f in shown.stack if "/socialkapitel/" in f.filename]
    assert library
    assert "valmfeber" not in str(library)


@FIELDS
@pytest.mark.parametrize("value", ["", " ", "Viborg", "a b", "æ", "a--b", "a" * 61, 1.0, True, [1]])
def test_what_is_not_accepted_is_refused_and_not_shown(field, value):
    with pytest.raises(InvalidInput) as caught:
        Profile(**{field: value})
    assert field == caught.value.field
    assert "(not shown)" in str(caught.value)
    assert "None" not in str(caught.value)


@pytest.mark.parametrize("year", [1899, 2200])
def test_a_year_out_of_reach_is_refused(year):
    with pytest.raises(InvalidInput) as caught:
        Profile(birth_year=year)
    assert "birth_year: (not shown) is not accepted; give a year from 1900 to 2199" == str(
        caught.value
    )
    assert not isinstance(caught.value, WrongType)


@FIELDS
@given(value=st.one_of(junk, st.none()))
def test_law_anything_fits_or_is_refused(field, value):
    assert fits_or_is_refused(lambda: Profile(**{field: value}), Profile)


def test_nothing_of_it_is_shown():
    profile = Profile(**FULL)
    texts = [repr(profile), str(profile), f"{profile}", str([profile]), str(profile.area)]
    texts.append(repr(attrs.asdict(profile, filter=lambda field, _: field.name != "birth_year")))
    texts.append("".join(traceback.format_exception(ValueError(profile))))
    assert [] == [t for t in texts for word in ("viborg", "1957", "mental") if word in t]
    with pytest.raises(SealedContent):
        pickle.dumps(profile)
    assert profile is copy.copy(profile) is copy.deepcopy(profile)


def test_the_cause_is_for_the_employee_and_the_consultant_it_was_told():
    told = ToldCause("back-and-joints")
    assert ["back-and-joints"] * 2 == [told.reveal(to=role) for role in ToldCause.readers]
    with pytest.raises(NotEntitled):
        told.reveal(to="nearest-manager")
    with pytest.raises(NotEntitled):
        told.reveal(to="hr")


@pytest.mark.parametrize("text", ["F32.9", "Mental", "mental "])
def test_a_told_cause_is_one_of_three(text):
    with pytest.raises(InvalidInput) as caught:
        ToldCause(text)
    shown = str(caught.value) + "".join(traceback.format_exception(caught.value))
    assert "one of back-and-joints, mental, other" in shown
    assert text not in [caught.value.value, *caught.value.args]


def test_each_field_tells_what_information_it_is():
    kinds = {field.name: information(field) for field in attrs.fields(Profile)}
    assert Information.HEALTH is kinds.pop("cause")
    assert {Information.IDENTITY} == set(kinds.values())


def test_labels_differ():
    for kind in (Sex, Cause):
        assert len(kind) == len({one.label.en for one in kind})
        assert all(one.label.en != one.label.da for one in kind)
