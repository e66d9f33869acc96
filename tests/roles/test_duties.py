import pytest

from socialkapitel import UnknownName
from socialkapitel.actors import actor
from socialkapitel.roles import DUTIES, DutyKind, Trigger, duties
from socialkapitel.roles.midtjylland import DUTIES as SECTION_7


def test_ids_are_unique():
    ids = [duty.id for duty in DUTIES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.id)
def test_each_duty_binds_known_actors_and_says_what_and_where(duty):
    assert duty.actors
    assert len(set(duty.actors)) == len(duty.actors)
    assert [actor(one).id for one in duty.actors] == list(duty.actors)
    assert duty.text.en.endswith(".")
    assert duty.text.da.endswith(".")
    assert duty.source.citation


def test_every_kind_and_every_trigger_but_no_other_is_used():
    assert {duty.kind for duty in DUTIES} == set(DutyKind)
    assert {duty.trigger for duty in DUTIES} == set(Trigger)


def test_kinds_and_triggers_have_words_in_both_languages():
    labels = [one.label for one in (*DutyKind, *Trigger)]
    assert all(label.en and label.da for label in labels)
    assert len({label.da for label in labels}) == len(labels)


def test_section_7_is_there_with_all_its_parts():
    sections = {duty.source.citation.rsplit(", ", 1)[1] for duty in SECTION_7}
    assert sections == {"7.1", "7.2", "7.3", "7.4"}


@pytest.mark.parametrize(
    ("actor_id", "kind", "trigger", "expected"),
    [
        ("nearest-manager", None, Trigger.JOB_AT_RISK, ["midtjylland.examine-ordinary-terms"]),
        (
            "nearest-manager",
            DutyKind.MUST,
            Trigger.ORDINARY_TERMS_IMPOSSIBLE,
            ["midtjylland.examine-special-terms"],
        ),
        (
            "nearest-manager",
            DutyKind.SHOULD,
            Trigger.RELOCATION_BEST,
            ["midtjylland.initiate-relocation", "midtjylland.examine-own-workplace"],
        ),
        (
            "nearest-manager",
            DutyKind.MAY,
            Trigger.RELOCATION_BEST,
            ["midtjylland.involve-representative"],
        ),
        ("employee", DutyKind.MUST, Trigger.CONCERN, None),
        ("applicant", None, None, ["herlev.tell-before-hiring"]),
        ("hr", None, Trigger.YEARLY, ["midtjylland.yearly-statistics"]),
        ("safety-group", None, None, []),
    ],
)
def test_duties_are_found_by_actor_kind_and_trigger(actor_id, kind, trigger, expected):
    found = duties(actor_id, kind, trigger)
    if expected is None:
        expected = ["midtjylland.point-out-early", "midtjylland.raise-own-problems"]
    assert [duty.id for duty in found] == expected


def test_without_a_question_all_duties_are_given():
    assert duties() == DUTIES


@pytest.mark.parametrize("kind", DutyKind)
def test_asking_by_kind_splits_the_duties(kind):
    assert set(duties(kind=kind)) == {duty for duty in DUTIES if duty.kind is kind}


def test_an_unknown_actor_is_refused_with_the_nearest():
    with pytest.raises(UnknownName) as caught:
        duties("nearest-leader")
    assert "nearest-manager" in caught.value.nearest
