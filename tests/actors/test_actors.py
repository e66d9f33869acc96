from datetime import date

import pytest

from socialkapitel import UnknownName
from socialkapitel.actors import ACTORS, SUCCESSORS, ActorKind, actor, took_part

NAMED = {
    "employee",
    "outsider",
    "nearest-manager",
    "top-management",
    "colleagues",
    "union-representative",
    "safety-representative",
    "union",
    "hr",
    "social-chapter-consultant",
    "personnel-consultant",
    "personnel-psychologist",
    "work-environment-unit",
    "organisation-unit",
    "local-med",
    "main-med",
    "regional-med",
    "follow-up-group",
    "workplace",
    "employer",
    "municipality-of-residence",
    "af",
    "jobcentre",
    "jobcentre-state",
    "jobcentre-municipal",
    "doctor",
    "unemployment-fund",
}


def test_everybody_whom_the_documents_name_is_there():
    ids = [one.id for one in ACTORS]
    assert set(ids) >= NAMED
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("one", ACTORS, ids=lambda one: one.id)
def test_each_actor_is_found_and_says_who_it_is_and_where_that_is_read(one):
    assert actor(one.id) is one
    texts = (one.label.en, one.label.da, one.description.en, one.description.da)
    assert all(text.strip() for text in texts)
    assert one.sources


def test_each_kind_is_used():
    assert {one.kind for one in ACTORS} == set(ActorKind)


def test_an_unknown_actor_brings_the_nearest():
    with pytest.raises(UnknownName) as caught:
        actor("local-meds")
    assert caught.value.nearest[0] == "local-med"


def test_an_actor_that_is_no_text_is_unknown():
    with pytest.raises(UnknownName):
        actor(["hr"])


@pytest.mark.parametrize(
    ("actor_id", "day", "expected"),
    [
        ("employee", date(1950, 1, 1), True),
        ("af", date(2006, 12, 31), True),
        ("af", date(2007, 1, 1), False),
        ("jobcentre", date(2006, 12, 31), False),
        ("jobcentre", date(2007, 1, 1), True),
        ("jobcentre-state", date(2006, 12, 31), False),
        ("jobcentre-state", date(2007, 1, 1), True),
        ("jobcentre-state", date(2009, 7, 31), True),
        ("jobcentre-state", date(2009, 8, 1), False),
        ("jobcentre-municipal", date(2009, 8, 1), True),
        ("safety-representative", date(2010, 9, 30), True),
        ("safety-representative", date(2010, 10, 1), False),
        ("safety-group", date(2010, 10, 1), False),
        ("working-environment-representative", date(2010, 9, 30), False),
        ("working-environment-representative", date(2010, 10, 1), True),
        ("working-environment-group", date(2010, 10, 1), True),
        ("regional-med", date(2006, 12, 31), False),
        ("regional-med", date(2007, 1, 1), True),
    ],
)
def test_actors_take_part_in_their_time(actor_id, day, expected):
    assert actor(actor_id).in_force(day) == expected


@pytest.mark.parametrize(("earlier", "later"), SUCCESSORS.items())
def test_an_office_goes_on_under_another_name_the_day_after(earlier, later):
    assert 1 == (actor(later).valid_from - actor(earlier).valid_to).days
    assert took_part(earlier, actor(earlier).valid_to)
    assert took_part(earlier, actor(later).valid_from)


def test_nobody_takes_part_before_or_after_the_own_time():
    assert not took_part("working-environment-group", date(2010, 9, 30))
    assert not took_part("af", date(2007, 1, 1))
