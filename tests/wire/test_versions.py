"""Documents of older versions: read through their steps, each version from a stored example."""

import json
import re
from datetime import date
from pathlib import Path

import attrs
import pytest
from babel.dates import format_date

from socialkapitel.messages import Label, Message, msg
from socialkapitel.wire import InvalidDocument
from socialkapitel.wire.documents import Documents
from socialkapitel.wire.upgrades import (
    _WITH_EXPLANATIONS,
    UPGRADES,
    _as_patterns,
    _basis_with_contributions,
    _caveat,
    _explained,
    _naming,
    _whole_month,
    _with_job,
    added,
    after,
    at_once,
    inside,
    of_type,
    renamed,
)
from socialkapitel.wire.vocabulary import Vocabulary


@attrs.frozen(kw_only=True)
class Visit:
    """A visit, as a workshop writes it in the third version of its format."""

    by: str
    title: Message
    remarks: tuple[Label, ...]


@attrs.frozen(kw_only=True)
class Week:
    """A week of visits; it has changed whenever a visit did, and by itself."""

    visits: tuple[Visit, ...]
    first: Visit
    nights: int


VISIT = (renamed("who", "by"), added("remarks", []))
STEPS = {
    "visit": VISIT,
    "week": (
        inside("visits", *VISIT),
        inside("first", *VISIT),
        renamed("days", "visits"),
        added("nights", 0),
    ),
}
WORKSHOP = Documents(Vocabulary(types={"visit": Visit, "week": Week}, upgrades=STEPS))

TITLE = {"da": "Refusion", "en": "Refund"}
MESSAGES = {"/title": {"template": "Refund", "values": []}}
NOW = {"by": "hr", "title": TITLE, "remarks": []}
EXAMPLES = {
    1: {"who": "hr", "title": TITLE},
    2: {"by": "hr", "title": TITLE},
    3: NOW,
}


def read(tag, version, data, kind, messages=()):
    document = {"schema": f"socialkapitel/{tag}/{version}", "data": data}
    document["messages"] = dict(messages)
    found, faults = WORKSHOP.read(json.dumps(document), kind)
    return found or [str(fault) for fault in faults]


@pytest.mark.parametrize("version", EXAMPLES)
def test_every_version_is_read_as_the_same_object(version):
    expected = Visit(by="hr", title=msg("Refund"), remarks=())
    assert expected == read("visit", version, EXAMPLES[version], Visit, MESSAGES)


def test_what_is_written_is_of_the_present_version():
    visit = Visit(by="hr", title=msg("Refund"), remarks=())
    text = WORKSHOP.write(visit, frozenset())
    expected = {"schema": "socialkapitel/visit/3", "data": NOW, "messages": MESSAGES}
    assert expected == json.loads(text)
    assert "socialkapitel/visit/3" == WORKSHOP.schema(Visit)["properties"]["schema"]["const"]


def test_a_type_changes_with_the_types_within_it():
    old = EXAMPLES[1]
    visit = Visit(by="hr", title=msg("Refund"), remarks=())
    data = {"visits": [old, old], "first": old}
    messages = {
        f"{place}/title": MESSAGES["/title"] for place in ("/visits/0", "/visits/1", "/first")
    }
    expected = Week(visits=(visit, visit), first=visit, nights=0)
    assert expected == read("week", 1, data, Week, messages)


@pytest.mark.parametrize(
    ("version", "data", "fault"),
    [
        (4, NOW, "$.schema: has version 4; this library reads visit up to version 3"),
        (3, EXAMPLES[1], "$.data.by: is missing"),
        (1, [], "$.data: is not accepted; give an object"),
        (1, {**EXAMPLES[1], "by": "hr"}, "$.data: unknown keys: 1, not shown"),
        (1, {**EXAMPLES[1], "remarks": 1}, "$.data.remarks: is not accepted; give a list"),
    ],
)
def test_older_documents_are_held_as_strictly(version, data, fault):
    assert fault in read("visit", version, data, Visit)[0]


def test_only_the_type_that_has_changed_is_changed():
    step = of_type("visit", added("remarks", []))
    assert {"type": "visit", "remarks": []} == step({"type": "visit"})
    for other in ({"type": "week"}, {}, [], None):
        assert other == step(other)
    both = at_once(added("a", 1), added("b", 2))
    assert {"a": 1, "b": 2} == both({})


def test_steps_leave_alone_what_is_not_there():
    for step in (renamed("a", "b"), added("a", 1), inside("a", added("b", 1))):
        assert [] == step([])
    assert {"b": 1} == renamed("a", "b")({"b": 1})
    assert {"b": 1} == inside("a", added("c", 1))({"b": 1})
    assert {"a": 2} == added("a", 1)({"a": 2})


def test_the_error_can_be_caught_as_a_value_error():
    assert issubclass(InvalidDocument, ValueError)
    assert "invalid-document" == InvalidDocument.code


@pytest.mark.parametrize(
    "data", [None, "text", [], {"pay": "1.00", "basis": "2.00"}, {"basis": "no number"}], ids=str
)
def test_what_is_no_refund_of_version_1_is_left_for_the_reader(data):
    assert data is _basis_with_contributions(data)


def test_the_page_on_upgrading_names_every_type_that_has_changed():
    page = (Path(__file__).parents[2] / "docs" / "upgrading.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z0-9-]+)`", page))
    changed = {tag for tag, steps in UPGRADES.items() if steps}
    assert changed - set(_WITH_EXPLANATIONS) <= named
    [last] = [line for line in page.splitlines() if "at version 3" in line]
    third = {tag for tag in changed if len(UPGRADES[tag]) > 1}
    assert third == set(re.findall(r"`([a-z0-9-]+)`", last))


MONTH = {
    "explanation": {"title": {"da": "…", "en": "Refund of sickness benefit, March 2022"}},
    "amount": "893.00",
    "supplement": "8.00",
    "paid_to": "employer",
    "by_day": [["2022-03-01", "893.00"]],
}


def test_a_month_of_version_1_tells_its_month_in_its_title():
    found = _whole_month(MONTH)
    line = {"first_day": "2022-03-01", "last_day": "2022-03-01", "amount": "893.00"}
    rest = {"supplement": "8.00", "hours": None, "rate": None}
    assert ("2022-03", [line | rest]) == (found["month"], found["lines"])
    assert ("893.00", None) == (found["benefit"], found["refundable_hours"])
    assert found == _whole_month(found)


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_of_version_1_may_be_any(number):
    named = format_date(date(2022, number, 1), "MMMM y", "en")
    titled = {"title": {"da": "…", "en": f"Refund of sickness benefit, {named}"}}
    assert f"2022-{number:02}" == _whole_month({**MONTH, "explanation": titled})["month"]


def test_what_an_employee_got_was_not_told():
    found = _whole_month({**MONTH, "paid_to": "employee", "amount": "0.00", "by_day": []})
    assert ([], None) == (found["lines"], found["benefit"])


@pytest.mark.parametrize(
    "data",
    [7, {**MONTH, "explanation": {}}, {**MONTH, "by_day": 7}, {**MONTH, "explanation": []}],
    ids=range(4),
)
def test_what_is_no_month_of_version_1_is_left_for_the_reader(data):
    assert data == _whole_month(data)


def test_caveats_of_version_1_get_what_they_did_not_say():
    note, other = {"code": "scheme-limit"}, {"code": "overtime", "severity": "note"}
    old = {"schema": "socialkapitel.explanation/1", "caveats": [note, other, 7]}
    found = _explained([{"result": old}])
    assert [
        {"code": "scheme-limit", "severity": "note", "concerns": []},
        {"code": "overtime", "severity": "note", "concerns": []},
        7,
    ] == found[0]["result"]["caveats"]
    assert "money" == _caveat({"code": "overtime"})["severity"]
    assert found == _explained(found)


@pytest.mark.parametrize("tag", sorted(UPGRADES))
@pytest.mark.parametrize("data", [None, 7, "text", [], [7]], ids=str)
def test_what_is_no_object_is_left_for_the_reader(tag, data):
    for step in UPGRADES[tag]:
        assert data == step(data)


def test_what_proves_a_criterion_is_changed_where_it_is_a_list_of_words():
    for proof in (7, "case-opened", [7], ["case-opened", 7]):
        assert {"proven_by": proof} == _as_patterns({"proven_by": proof})


def test_a_month_of_work_that_has_a_job_keeps_it():
    data = {"pay": "9000.00", "full_time_pay": "26000.00", "job": None}
    assert data == _with_job(data)
    assert {"pay": "9000.00"} == _with_job({"pay": "9000.00"})


def test_a_scheme_that_the_catalogue_does_not_have_is_left_as_it_is():
    for data in ({"id": "unheard-of"}, {"id": []}, {"id": {}}, ["mentor"]):
        assert data == _naming(data)


@pytest.mark.parametrize("value", [None, True, 1, "", "x", [], {}, [[]], [{}], {"id": []}])
def test_a_step_leaves_what_is_of_another_kind_to_the_faults(value):
    """In any field of any old document: no step trips over what it doesn't expect."""
    for path in (Path(__file__).parent / "examples").glob("*.json"):
        document = json.loads(path.read_text("utf-8"))
        tag, version = document["schema"].split("/")[1:]
        steps = UPGRADES.get(tag, ())[int(version) - 1 :]
        for key in document["data"] if steps and isinstance(document["data"], dict) else ():
            after(document["data"] | {key: value}, steps)
