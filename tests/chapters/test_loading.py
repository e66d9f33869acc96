"""Chapters are read strictly: line and key of every fault."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import InvalidData, Label, UnknownName
from socialkapitel.chapters import (
    DutyKind,
    EventPattern,
    FieldPattern,
    Form,
    Principle,
    Setting,
    Topic,
    Trigger,
    catalogue,
    chapter,
)
from socialkapitel.chapters.loading import Lookups, read_chapter
from socialkapitel.nodes import Document

OWN = Path(__file__).parents[2] / "examples/own_chapter/src/own_chapter/chapter.toml"
HEAD = """\
id = "own-2026"
label = { en = "Own", da = "Eget" }
organisation = "Solhavn Kommune"
citation = "Solhavn (2026)"
form = "supplement"
valid_from = 2026-01-01
"""
ITEM = """\
[[purposes]]
id = "a"
section = "1"
label = { en = "A", da = "Á" }
"""


criterion = chapter("region-midtjylland-2008").criterion


def read(text, parent_of=chapter):
    lookups = Lookups(parent_of, catalogue.known_duty, catalogue.known_criterion)
    return read_chapter(Document("own.toml", text), lookups)


def test_a_chapter_without_items():
    own = read(HEAD)
    assert "own-2026" == own.id
    assert Label(en="Own", da="Eget") == own.label
    assert Form.SUPPLEMENT is own.form
    assert own.valid_from.is_exact
    assert () == own.items
    assert (None, None, None) == (own.inherits, own.valid_to, own.note)


def test_a_chapter_with_everything():
    own = read(
        HEAD
        + """\
valid_to = { earliest = 2026-11-01, latest = 2026-12-31 }
inherits = "rammeaftale-1999"
note = { en = "N", da = "Ń" }
[[principles]]
id = "p"
section = "2.1"
label = { en = "P", da = "Ṕ" }
note = { en = "N", da = "Ń" }
actors = ["employee"]
duties = ["herlev.silence-about-illness"]
schemes = ["aids"]
criteria = ["followed-up"]
amount = "12.50"
number = 3
day = 2026-02-03
until = { earliest = 2026-03-01, latest = 2026-03-31 }
[[schemes]]
id = "aids"
section = "3"
"""
    )
    [principle, scheme] = own.own_items
    assert isinstance(principle, Principle)
    assert (criterion("followed-up"),) == principle.criteria
    assert ("employee",) == principle.actors
    assert ("herlev.silence-about-illness",) == principle.duties
    assert ("aids",) == principle.schemes
    assert Decimal("12.50") == principle.amount
    assert 3 == principle.number
    assert date(2026, 2, 3) == principle.day.earliest
    assert date(2026, 3, 31) == principle.until.latest
    assert "Solhavn (2026), 2.1" == principle.source.citation
    assert Label(en="N", da="Ń") == principle.note == own.note
    assert Topic.SCHEMES is scheme.topic
    assert "Hjælpemidler og arbejdspladsindretning" == scheme.label.da
    assert chapter("rammeaftale-1999") == own.parent
    assert date(2026, 12, 31) == own.valid_to.latest


def without(line):
    return "".join(kept for kept in HEAD.splitlines(keepends=True) if not kept.startswith(line))


@pytest.mark.parametrize(
    ("text", "line", "key", "reason"),
    [
        (without("form"), 1, "file", "lacks form"),
        (HEAD + "colour = 1", 7, "colour", "is an unknown key"),
        (without("id") + 'id = "Own chapter"', 6, "id", "is not a name"),
        (without("form") + 'form = "free"', 6, "form", "'free' is none of own, supplement"),
        (without("label") + 'label = { en = "Own" }', 6, "label", "lacks da"),
        (without("organisation") + 'organisation = ""', 6, "organisation", "is not a text"),
        (without("valid_from") + 'valid_from = "2026"', 6, "valid_from", "is not a date"),
        (
            without("valid_from") + "valid_from = { earliest = 2026-02-01 }",
            6,
            "valid_from",
            "lacks latest",
        ),
        (
            without("valid_from") + "valid_from = { earliest = 2026-02-01, latest = 2026-01-01 }",
            6,
            "valid_from",
            "a day on or after the earliest day (earliest)",
        ),
        (HEAD + "valid_to = 2025-12-31", 7, "valid_to", "is before the first day"),
        (
            HEAD + 'inherits = "rammeaftale"',
            7,
            "inherits",
            "unknown chapter: 'rammeaftale'; did",
        ),
        (HEAD + "purposes = []", 7, "purposes", "is not a list, or is empty"),
        (HEAD + "purposes = [1]", 7, "purposes[0]", "is not a table"),
        (HEAD + ITEM + ITEM, 12, "purposes[1].id", "occurs twice"),
        (HEAD + ITEM + "colour = 1", 11, "purposes[0].colour", "is an unknown key"),
        (HEAD + ITEM + 'criteria = ["followed-up"]', 11, "purposes[0].criteria", "unknown key"),
        (HEAD + ITEM + 'actors = ["boss"]', 11, "purposes[0].actors[0]", "unknown actor"),
        (HEAD + ITEM + 'duties = ["herlev.x"]', 11, "purposes[0].duties[0]", "unknown duty"),
        (HEAD + ITEM + 'schemes = ["flex"]', 11, "purposes[0].schemes[0]", "unknown scheme"),
        (
            HEAD + ITEM + 'actors = [\n"hr",\n"hr",\n]',
            11,
            "purposes[0].actors[1]",
            "occurs twice",
        ),
        (HEAD + ITEM + "amount = 12.5", 11, "purposes[0].amount", "is not a text"),
        (HEAD + ITEM + "number = -1", 11, "purposes[0].number", "above zero"),
        (HEAD + ITEM + "day = 1", 11, "purposes[0].day", "is not a date"),
        (HEAD + ITEM.replace("purposes", "principles"), 7, "principles[0]", "lacks criteria"),
        (HEAD + ITEM.replace("purposes", "schemes"), 10, "schemes[0].label", "unknown key"),
        (
            HEAD + '[[schemes]]\nid = "flexjobs"\nsection = "1"',
            8,
            "schemes[0].id",
            "unknown scheme: 'flexjobs'; did you mean Flexjob",
        ),
        (
            HEAD + ITEM.replace("purposes", "policy") + 'criteria = ["early"]',
            11,
            "policy[0].criteria[0]",
            "unknown criterion",
        ),
    ],
)
def test_faults_name_line_and_key(text, line, key, reason):
    with pytest.raises(InvalidData) as caught:
        read(text)
    assert (line, key) == (caught.value.line, caught.value.entry)
    assert reason in str(caught.value.reason)
    assert str(caught.value).startswith(f"own.toml:{line}: {key}: ")


PRINCIPLE = """\
[[principles]]
id = "p"
section = "2"
label = { en = "P", da = "Ṕ" }
criteria = ["own"]
"""
CRITERION = """\
[[criteria]]
id = "own"
label = { en = "O", da = "Ó" }
"""
DUTY = """\
[[duties]]
id = "d"
section = "3"
label = { en = "D", da = "Ð" }
actors = ["employee"]
[[duties.duty]]
id = "own.talk"
kind = "must"
trigger = "concern"
text = { en = "Talk", da = "Tale" }
"""


def test_a_criterion_with_every_kind_of_proof():
    own = read(
        HEAD
        + PRINCIPLE
        + CRITERION
        + """\
unresolved = { en = "u", da = "ú" }
after = "concern"
within_days = 7
least_intervention = true
proven_by = [
    { event = "round-table-held", participants = ["employee", ["union", "hr"]], role = "hr" },
    { event = ["scheme-started", "scheme-adjusted"], scheme = ["aids", "mentor"] },
    { event = "decision-received", granted = true, known = ["valid_to"] },
    { event = "relocation-explored", found = false },
]
broken_by = [{ event = "illness-disclosed" }]
holds = { all = [
    { any = [{ terms = ["ordinary", "special"] }, { settled = ["aids"] }] },
    { not = { employed_here = false } },
    { ability_reduced = true },
] }
"""
    )
    [one] = own.own_criteria
    assert (one,) == own.principles[0].criteria
    assert own.criterion("own") is one
    assert (Trigger.CONCERN, 7, True) == (one.after, one.within_days, one.least_intervention)
    table, started, adjusted, decided, explored = one.proven_by
    assert ("participants", (("employee",), ("union", "hr"))) == (
        table.fields[0].field,
        table.fields[0].groups,
    )
    assert FieldPattern("role", (("hr",),)) == table.fields[1]
    assert ("scheme-started", "scheme-adjusted") == (started.kind, adjusted.kind)
    assert started.fields == adjusted.fields == (FieldPattern("scheme", (("aids", "mentor"),)),)
    assert (FieldPattern("granted", (("yes",),)), FieldPattern("valid_to")) == decided.fields
    assert (FieldPattern("found", (("no",),)),) == explored.fields
    assert (EventPattern("illness-disclosed"),) == one.broken_by
    assert ("terms", "measures.aids", "employed_here", "ability_reduced") == one.holds.names


def test_a_duty_stands_with_its_item_and_takes_over_actors_and_section():
    own = read(HEAD + DUTY)
    [duty] = own.own_duties
    assert ("employee",) == duty.actors
    assert "Solhavn (2026), 3" == duty.source.citation
    assert (DutyKind.MUST, Trigger.CONCERN, None, False) == (
        duty.kind,
        duty.trigger,
        duty.criterion,
        duty.beforehand,
    )
    assert ("own.talk",) == own.own_items[0].duties == own.duties


def test_a_duty_can_say_more_for_itself():
    more = """\
actors = ["hr"]
section = "3.1"
criterion = "followed-up"
beforehand = true
"""
    [duty] = read(HEAD + DUTY + more).own_duties
    assert (("hr",), "Solhavn (2026), 3.1", True) == (
        duty.actors,
        duty.source.citation,
        duty.beforehand,
    )
    assert criterion("followed-up") == duty.criterion
    [limited] = read(
        HEAD + DUTY + 'proven_by = [{ event = "follow-up-held" }]\nwithin_days = 3'
    ).own_duties
    assert (Trigger.CONCERN, 3, "own.talk") == (
        limited.criterion.after,
        limited.criterion.within_days,
        limited.criterion.id,
    )


def test_an_item_may_refer_to_duties_of_its_own_chapter_before_they_are_described():
    text = HEAD + ITEM + 'duties = ["own.talk", "herlev.send-form"]\n' + DUTY
    own = read(text)
    assert ("own.talk", "herlev.send-form") == own.item("purposes/a").duties
    assert ["own.talk"] == [duty.id for duty in own.own_duties]


def test_consultants_of_ones_own():
    own = read(
        HEAD
        + """\
[[consultant_areas]]
id = "all"
section = "5"
municipalities = ["Solhavn", "Nordby"]
[[services]]
id = "advice"
section = "5"
setting = "general"
label = { en = "A", da = "Á" }
"""
    )
    assert ("Solhavn", "Nordby") == own.consultant_areas[0].municipalities
    assert (Setting.GENERAL, "Solhavn (2026), 5") == (
        own.services[0].setting,
        own.services[0].source.citation,
    )


@pytest.mark.parametrize(
    ("more", "key", "reason"),
    [
        (CRITERION + "colour = 1", "criteria[0].colour", "unknown key"),
        (CRITERION + CRITERION, "criteria[1].id", "occurs twice"),
        (CRITERION + "within_days = 3", "criteria[0].within_days", "needs after"),
        (CRITERION + 'after = "concern"\nwithin_days = -1', "criteria[0].within_days", "from 0 to"),
        (CRITERION + 'after = "concern"\nwithin_days = 1.5', "criteria[0].within_days", "whole"),
        (
            CRITERION + 'after = "always"',
            "criteria[0].after",
            "no case shows what must be done always",
        ),
        (CRITERION + 'after = "concerns"', "criteria[0].after", "is none of"),
        (CRITERION + "least_intervention = 1", "criteria[0].least_intervention", "neither true"),
        (CRITERION + "proven_by = [1]", "criteria[0].proven_by[0]", "lacks event"),
        (CRITERION + "proven_by = [{}]", "criteria[0].proven_by[0]", "lacks event"),
        (
            CRITERION + 'proven_by = [{ event = "round-table" }]',
            "criteria[0].proven_by[0].event",
            "(round-table-held)",
        ),
        (
            CRITERION + 'proven_by = [{ event = "round-table-held", participant = "hr" }]',
            "criteria[0].proven_by[0].participant",
            "participants",
        ),
        (
            CRITERION + 'proven_by = [{ event = "round-table-held", participants = ["boss"] }]',
            "criteria[0].proven_by[0].participants",
            "unknown actor: (not shown)",
        ),
        (
            CRITERION + 'proven_by = [{ event = "conversation-held", scheme = "aids" }]',
            "criteria[0].proven_by[0].event",
            "unknown field of this event: (not shown)",
        ),
        (
            CRITERION + 'proven_by = [{ event = "partial-return", known = ["weekly_hour"] }]',
            "criteria[0].proven_by[0].known[0]",
            "weekly_hours",
        ),
        (CRITERION + "holds = {}", "criteria[0].holds", "is not a table of one fact"),
        (CRITERION + "holds = { term = true }", "criteria[0].holds.term", "terms"),
        (
            CRITERION + 'holds = { terms = ["usual"] }',
            "criteria[0].holds.terms[0]",
            "unknown answer",
        ),
        (CRITERION + 'holds = { settled = ["flex"] }', "criteria[0].holds.settled[0]", "scheme"),
        (
            CRITERION + 'holds = { years_to_pension_age = ["x"] }',
            "criteria[0].holds.years_to_pension_age[0]",
            "unknown answer",
        ),
        (DUTY + 'criterion = "own"', "duties[0].duty[0].criterion", "unknown criterion"),
        (
            DUTY + 'criterion = "followed-up"\nwithin_days = 3',
            "duties[0].duty[0].within_days",
            "does not go with criterion",
        ),
        (
            DUTY + "beforehand = true\nwithin_days = 3",
            "duties[0].duty[0].within_days",
            "does not go with beforehand",
        ),
        (DUTY + "beforehand = 1", "duties[0].duty[0].beforehand", "neither true nor false"),
        (
            DUTY.replace('"concern"', '"always"') + 'proven_by = [{ event = "follow-up-held" }]',
            "duties[0].duty[0].proven_by",
            "no case shows",
        ),
        (DUTY.replace('actors = ["employee"]\n', ""), "duties[0].duty[0]", "lacks actors"),
        (DUTY + DUTY.replace('"d"', '"e"'), "duties[1].duty[0].id", "occurs twice"),
        (
            (
                '[[services]]\nid = "talk"\nsection = "5"\nsetting = "case"\n'
                'label = { en = "T", da = "Ť" }'
            ),
            "services[0].id",
            "unknown service in a case",
        ),
        (
            '[[consultant_areas]]\nid = "a"\nsection = "5"\nmunicipalities = ["X", "X"]',
            "consultant_areas[0].municipalities[1]",
            "occurs twice",
        ),
    ],
    ids=str,
)
def test_faults_of_what_a_chapter_describes_name_line_and_key(more, key, reason):
    with pytest.raises(InvalidData) as caught:
        read(HEAD + more)
    assert key == caught.value.entry
    assert reason in str(caught.value.reason)
    assert caught.value.line > 6


def test_an_unknown_parent_is_told_from_a_fault_of_the_parent():
    def faulty(_):
        raise InvalidData("parent.toml", "id", "x")

    with pytest.raises(InvalidData, match=r"parent\.toml"):
        read(HEAD + 'inherits = "x"', faulty)
    with pytest.raises(UnknownName):
        chapter("x")


@given(st.data())
def test_law_a_damaged_file_is_refused_with_a_line_or_still_a_chapter(data):
    lines = OWN.read_text("utf-8").splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    damage = data.draw(
        st.sampled_from(["", "x", "x = 1", "[x]", "[[x]]", "id = []", "label = 1", "section = {}"])
        | st.just(lines[place] * 2)
        | st.just(lines[place].replace('"', ""))
        | st.just(re.sub(r"=.*", "= [[1], {a = 1}]", lines[place]))
    )
    lines[place] = damage
    try:
        read("\n".join(lines))
        faults = []
    except InvalidData as error:
        faults = [error]
    for fault in faults:
        assert 1 <= fault.line <= len(lines)
        assert str(fault).startswith(f"own.toml:{fault.line}: ")
