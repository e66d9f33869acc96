"""Whether the name of a scheme tells of health: decided for each, with its reason."""

import pytest

import socialkapitel as sk
from socialkapitel import Naming, UnknownName
from socialkapitel.schemes import NEUTRAL, NEUTRAL_NAME, SCHEMES

DECIDED = {
    "adjustment": Naming.COVERS,
    "adult-education": Naming.OPEN,
    "aids": Naming.TELLS_HEALTH,
    "apprentice-rehabilitation": Naming.TELLS_HEALTH,
    "disability-pension-job": Naming.TELLS_HEALTH,
    "flexjob": Naming.TELLS_HEALTH,
    "flexjob-since-2013": Naming.TELLS_HEALTH,
    "mentor": Naming.OPEN,
    "newly-qualified": Naming.TELLS_HEALTH,
    "partial-return": Naming.TELLS_HEALTH,
    "partial-sick-leave": Naming.TELLS_HEALTH,
    "personal-assistance": Naming.TELLS_HEALTH,
    "rehabilitation": Naming.TELLS_HEALTH,
    "relocation": Naming.COVERS,
    "retraining": Naming.COVERS,
    "section-56": Naming.TELLS_HEALTH,
    "special-terms": Naming.TELLS_HEALTH,
    "wage-subsidy-unemployed": Naming.OPEN,
    "work-placement": Naming.TELLS_HEALTH,
    "work-trial": Naming.TELLS_HEALTH,
}

OF_HEALTH = {
    "ability_reduced",
    "ability_unclear",
    "approved_for_rehabilitation",
    "fully_on_sick_leave",
    "has_disability",
    "lasting_absence_risk",
    "limitation_permanent",
    "partly_fit_for_work",
    "ordinary_terms_possible",
}
"""Facts that only somebody has who is ill, disabled or of reduced ability."""


def test_each_is_decided():
    assert DECIDED == {one.id: one.naming for one in SCHEMES}


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda one: one.id)
def test_each_has_its_reason_in_both_languages(scheme):
    assert scheme.naming_because.en
    assert scheme.naming_because.da
    assert scheme.named is (scheme.naming is Naming.OPEN)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda one: one.id)
def test_no_scheme_that_asks_of_health_is_named_to_everybody(scheme):
    asked = {leaf.fact for condition in scheme.conditions for leaf in condition.predicate.leaves}
    if asked & OF_HEALTH:
        assert not scheme.named


def test_the_neutral_words_stand_for_names_that_tell_nothing_too():
    assert {Naming.TELLS_HEALTH, Naming.COVERS} == {one.naming for one in SCHEMES if not one.named}


def test_names():
    assert NEUTRAL_NAME is sk.scheme_name(NEUTRAL)
    assert ("an agreement on the work", "en aftale om arbejdet") == (
        NEUTRAL_NAME.en,
        NEUTRAL_NAME.da,
    )
    for one in SCHEMES:
        assert one.label is sk.scheme_name(one.id)
    with pytest.raises(UnknownName):
        sk.scheme_name("agreement")


def test_kinds_have_words():
    assert 3 == len({kind.label.en for kind in Naming}) == len({kind.label.da for kind in Naming})
