"""Who owes what."""

from pathlib import Path

import pytest

from socialkapitel import UnknownName
from socialkapitel.actors import actor
from socialkapitel.chapters import Chapter, DutyKind, Trigger, chapter, duties
from socialkapitel.chapters.criteria import OCCASIONS

OWN = Path(__file__).parents[2] / "examples/own_chapter/src/own_chapter/chapter.toml"
ALL = duties()


def test_ids_are_unique():
    ids = [duty.id for duty in ALL]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("duty", ALL, ids=lambda duty: duty.id)
def test_each_duty_binds_known_actors_and_says_what_and_where(duty):
    assert duty.actors
    assert len(set(duty.actors)) == len(duty.actors)
    assert [actor(one).id for one in duty.actors] == list(duty.actors)
    for text in (duty.text.en, duty.text.da):
        assert text[0].isupper()
        assert not text.endswith(".")
    assert duty.source.citation


def test_every_kind_and_every_trigger_but_no_other_is_used():
    assert {duty.kind for duty in ALL} == set(DutyKind)
    assert {duty.trigger for duty in ALL} == set(Trigger)


def test_kinds_and_triggers_have_words_in_both_languages():
    labels = [one.label for one in (*DutyKind, *Trigger)]
    assert all(label.en and label.da for label in labels)
    assert len({label.da for label in labels}) == len(labels)


def test_what_is_owed_always_needs_no_occasion_and_no_proof():
    assert set(Trigger) - {Trigger.ALWAYS, Trigger.YEARLY} == set(OCCASIONS)
    assert [] == [d.id for d in ALL if d.criterion and d.trigger not in OCCASIONS]
    assert [] == [d.id for d in ALL if d.beforehand and d.criterion is None]


def test_section_7_is_there_with_all_its_parts():
    section_7 = [duty for duty in ALL if duty.source.citation.rsplit(", ", 1)[-1].startswith("7.")]
    sections = {duty.source.citation.rsplit(", ", 1)[1] for duty in section_7}
    assert sections == {"7.1", "7.2", "7.3", "7.4"}
    assert 25 == len(section_7)


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


@pytest.mark.parametrize("kind", DutyKind)
def test_asking_by_kind_splits_the_duties(kind):
    assert set(duties(kind=kind)) == {duty for duty in ALL if duty.kind is kind}


def test_an_unknown_actor_is_refused_with_the_nearest():
    with pytest.raises(UnknownName) as caught:
        duties("nearest-leader")
    assert "nearest-manager" in caught.value.nearest


def test_the_duties_of_a_chapter_are_those_that_hold_under_it():
    later = duties(chapter="herlev-2006")
    assert [duty.id for duty in later] == list(chapter("herlev-2006").duties)
    assert {"herlev", "framework"} == {duty.id.partition(".")[0] for duty in later}
    with pytest.raises(UnknownName):
        duties(chapter="herlev-2007")


def test_a_chapter_of_ones_own_has_duties_of_its_own():
    own = Chapter.load(OWN)
    [answer] = duties("nearest-manager", trigger=Trigger.CONCERN, chapter=own)
    assert "solhavn.answer-within-a-week" == answer.id
    assert "Solhavn Kommune, Det Sociale Kapitel (2026), 3" == answer.source.citation
    assert (7, Trigger.CONCERN) == (answer.criterion.within_days, answer.criterion.after)
    assert answer is own.duty(answer.id)
    assert "framework.yearly-discussion" in [duty.id for duty in duties(chapter=own)]
    assert answer not in duties()
