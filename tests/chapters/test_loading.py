"""Chapters are read strictly: line and key of every fault."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import InvalidData, Label, UnknownName
from socialkapitel.chapters import Form, Principle, Topic, chapter, criterion
from socialkapitel.chapters.loading import read_chapter
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


def read(text, parent_of=chapter):
    return read_chapter(Document("own.toml", text), parent_of)


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
    assert "Hjælpemidler og indretning af arbejdspladsen" == scheme.label.da
    assert chapter("rammeaftale-1999") == own.parent
    assert date(2026, 12, 31) == own.valid_to.latest


def without(line):
    return "".join(kept for kept in HEAD.splitlines(keepends=True) if not kept.startswith(line))


@pytest.mark.parametrize(
    ("text", "line", "key", "reason"),
    [
        (without("form"), 1, "file", "lacks form"),
        (HEAD + "colour = 1", 7, "colour", "is an unknown key"),
        (without("id") + 'id = "Own chapter"', 6, "id", "is no name"),
        (without("form") + 'form = "free"', 6, "form", "'free' is none of own, supplement"),
        (without("label") + 'label = { en = "Own" }', 6, "label", "lacks da"),
        (without("organisation") + 'organisation = ""', 6, "organisation", "is no text"),
        (without("valid_from") + 'valid_from = "2026"', 6, "valid_from", "is no date"),
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
            "a day on or after earliest",
        ),
        (HEAD + "valid_to = 2025-12-31", 7, "valid_to", "lies before valid_from"),
        (
            HEAD + 'inherits = "rammeaftale"',
            7,
            "inherits",
            "unknown chapter: 'rammeaftale'; did",
        ),
        (HEAD + "purposes = []", 7, "purposes", "is no list, or empty"),
        (HEAD + "purposes = [1]", 7, "purposes[0]", "is no table"),
        (HEAD + ITEM + ITEM, 12, "purposes[1].id", "stands there twice"),
        (HEAD + ITEM + "colour = 1", 11, "purposes[0].colour", "is an unknown key"),
        (HEAD + ITEM + 'criteria = ["followed-up"]', 11, "purposes[0].criteria", "unknown key"),
        (HEAD + ITEM + 'actors = ["boss"]', 11, "purposes[0].actors[0]", "unknown actor"),
        (HEAD + ITEM + 'duties = ["herlev.x"]', 11, "purposes[0].duties[0]", "unknown duty"),
        (HEAD + ITEM + 'schemes = ["flex"]', 11, "purposes[0].schemes[0]", "unknown scheme"),
        (
            HEAD + ITEM + 'actors = [\n"hr",\n"hr",\n]',
            11,
            "purposes[0].actors[1]",
            "stands there twice",
        ),
        (HEAD + ITEM + "amount = 12.5", 11, "purposes[0].amount", "is no text"),
        (HEAD + ITEM + "number = -1", 11, "purposes[0].number", "above zero"),
        (HEAD + ITEM + "day = 1", 11, "purposes[0].day", "is no date"),
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
