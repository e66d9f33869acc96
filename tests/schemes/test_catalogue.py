from datetime import date, timedelta

import pytest
from scheme_cases import days

import socialkapitel
from socialkapitel import NotInForce, UnknownName
from socialkapitel.actors import actor
from socialkapitel.schemes import (
    FACT_LABELS,
    SCHEME_NAMES,
    SCHEMES,
    Degree,
    SchemeGroup,
    combinable,
    scheme,
)
from socialkapitel.schemes.common import SILENCE

IDS = {
    "adjustment",
    "relocation",
    "retraining",
    "work-trial",
    "section-56",
    "partial-sick-leave",
    "partial-return",
    "aids",
    "personal-assistance",
    "special-terms",
    "flexjob",
    "flexjob-since-2013",
    "wage-subsidy-unemployed",
    "rehabilitation",
    "apprentice-rehabilitation",
    "disability-pension-job",
    "newly-qualified",
    "work-placement",
    "mentor",
    "adult-education",
}
each = pytest.mark.parametrize("one", SCHEMES, ids=lambda one: one.id)


def texts(one):
    yield one.label
    yield one.purpose
    for items in (
        one.conditions,
        one.for_employer,
        one.for_employee,
        one.documents,
        one.involve,
        one.follow_up,
        one.reminders,
        one.limits,
    ):
        yield from (item.label for item in items)


def test_every_scheme_of_the_documents_is_there_under_its_name():
    assert {one.id for one in SCHEMES} == IDS == set(SCHEME_NAMES)
    assert [scheme(one.id) for one in SCHEMES] == list(SCHEMES)


def test_the_least_intervention_comes_first():
    assert [(one.degree, one.id) for one in SCHEMES] == sorted(
        (one.degree, one.id) for one in SCHEMES
    )
    assert SCHEMES[0].id == "adjustment"
    assert SCHEMES[-1].id == "flexjob-since-2013"
    assert {one.degree for one in SCHEMES} == set(Degree)


@pytest.mark.parametrize("words", [*Degree, *SchemeGroup])
def test_degrees_and_groups_have_words(words):
    assert words.label.en
    assert words.label.da


@each
def test_each_scheme_says_all_that_a_reader_asks(one):
    assert one.conditions
    assert one.for_employer
    assert one.for_employee
    assert one.sources
    assert set(one.target_groups) <= set(SchemeGroup)
    assert all(label.en.strip() and label.da.strip() for label in texts(one))


@each
def test_each_part_has_its_source(one):
    parts = (
        *one.conditions,
        *one.for_employer,
        *one.for_employee,
        *one.authorities,
        *one.documents,
        *one.involve,
        *one.follow_up,
        *one.reminders,
        *one.limits,
    )
    assert all(part.source.citation for part in parts)


@each
def test_condition_ids_are_unique(one):
    ids = [condition.id for condition in one.conditions]
    assert len(ids) == len(set(ids))


@each
def test_actors_schemes_and_calculators_that_are_named_exist(one):
    named = [item.actor for item in (*one.authorities, *one.involve)]
    assert [actor(name).id for name in named] == named
    assert set(one.combines_with) <= IDS - {one.id}
    assert list(one.combines_with) == sorted(one.combines_with)
    assert not one.replaced_by or one.replaced_by in IDS
    assert set(one.calculators) <= set(socialkapitel.__all__)


@each
def test_authorities_grant_only_while_they_exist(one):
    for day in days(one):
        granting = [item for item in one.authorities if item.in_force(day)]
        assert all(actor(item.actor).in_force(day) for item in granting)


def test_every_fact_is_asked_for_by_some_scheme():
    asked = {
        name
        for one in SCHEMES
        for item in (*one.conditions, *one.for_employer, *one.for_employee, *one.authorities)
        for predicate in [item.predicate if item in one.conditions else item.when]
        if predicate is not None
        for name in predicate.names
        if not name.startswith("measures.")
    }
    assert asked == set(FACT_LABELS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("flexjob", "aids", True),
        ("flexjob", "adult-education", True),
        ("flexjob", "personal-assistance", True),
        ("rehabilitation", "aids", True),
        ("rehabilitation", "personal-assistance", True),
        ("mentor", "rehabilitation", True),
        ("wage-subsidy-unemployed", "mentor", True),
        ("disability-pension-job", "aids", True),
        ("flexjob", "rehabilitation", False),
        ("section-56", "mentor", False),
    ],
)
def test_schemes_combine_as_the_documents_say_in_either_order(one, other, expected):
    assert combinable(one, other) == combinable(other, one) == expected


def test_an_unknown_scheme_does_not_combine():
    with pytest.raises(UnknownName):
        combinable("flexjob", "flex-job")


@pytest.mark.parametrize(
    ("scheme_id", "expected"),
    [
        ("wage-subsidy-unemployed", True),
        ("rehabilitation", False),
        ("disability-pension-job", None),  # the sources disagree
        ("newly-qualified", True),
        ("aids", None),
    ],
)
def test_net_expansion_is_asked_for_where_the_chapter_asks(scheme_id, expected):
    assert scheme(scheme_id).net_expansion is expected


@pytest.mark.parametrize(
    "scheme_id",
    [
        "partial-sick-leave",
        "partial-return",
        "section-56",
        "aids",
        "personal-assistance",
        "rehabilitation",
        "flexjob",
    ],
)
def test_nobody_is_told_of_what_kind_the_illness_is(scheme_id):
    assert SILENCE in [note.label for note in scheme(scheme_id).reminders]


def test_an_unknown_scheme_brings_the_nearest():
    with pytest.raises(UnknownName) as caught:
        scheme("fleksjob")
    assert "flexjob" in caught.value.nearest


@pytest.mark.parametrize("name", [None, [], 7])
def test_a_name_that_is_no_text_is_unknown(name):
    with pytest.raises(UnknownName):
        scheme(name)


@each
def test_a_scheme_is_refused_outside_its_dates_and_only_there(one):
    for day in days(one):
        one.check(day)
    if one.valid_from is None:
        assert one.valid_to is None
        one.check(date(1900, 1, 1))
        return
    with pytest.raises(NotInForce) as caught:
        one.check(one.valid_from - timedelta(days=1))
    assert (caught.value.name, caught.value.first) == (one.id, one.valid_from)
    assert caught.value.hint is None


@pytest.mark.parametrize("name", ["rehabilitation", "apprentice-rehabilitation"])
def test_rehabilitation_can_no_longer_be_granted(name):
    scheme(name).check(date(2026, 1, 31))
    with pytest.raises(NotInForce) as caught:
        scheme(name).check(date(2026, 2, 1))
    assert date(2026, 1, 31) == caught.value.last
    assert "what was granted by then may be completed" in str(caught.value)


def test_the_old_flexjob_points_to_the_new_one():
    with pytest.raises(NotInForce) as caught:
        scheme("flexjob").check(date(2013, 1, 1))
    assert caught.value.last == date(2012, 12, 31)
    assert "flexjob-since-2013" in str(caught.value)
