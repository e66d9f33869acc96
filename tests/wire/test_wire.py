"""To JSON and back: what a document looks like, what is refused and where, what stays unwritten."""

import json
import sys
import traceback
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from case_examples import event
from explanation.examples import EXAMPLES
from wire.samples import EVERYTHING, FLEX, PROFILE, samples
from wire.write_examples import FOLDER

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.cases import events
from socialkapitel.cases.health import HealthNote, Identity, PrivateText
from socialkapitel.messages import msg
from socialkapitel.schemes import leaves, predicates
from socialkapitel.wire.documents import MAX_DEPTH, MAX_VALUES
from socialkapitel.wire.tags import VOCABULARY

DATA = json.loads(wire.to_json(FLEX))["data"]


def document(data, tag="flexjob", version=None, **more):
    if version is None:
        version = VOCABULARY.version(tag)
    return json.dumps({"schema": f"socialkapitel/{tag}/{version}", "data": data, **more})


def faults(text, kind=sk.Flexjob):
    """The faults of a document, as texts."""
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(text, kind)
    return [str(fault) for fault in caught.value.faults]


def changed(**changes):
    return document({**DATA, **changes})


def test_a_document_as_it_looks():
    assert {
        "schema": "socialkapitel/flexjob/2",
        "data": {
            "granted_on": "2006-07-05",
            "started_on": "2006-07-05",
            "ended_on": "2024-05-08",
            "share": "2/3",
            "starting_pay": {"amount": "214.12", "per": "hour"},
            "weekly_hours": "30.00",
            "atp_class": "A",
            "other_contributions": "1200.50",
            "changes": [
                {
                    "from_day": "2020-03-16",
                    "share": "1/2",
                    "starting_pay": {"amount": "250.00", "per": "hour"},
                    "weekly_hours": "25.00",
                    "other_contributions": None,
                }
            ],
        },
    } == json.loads(wire.to_json(FLEX))


def test_the_messages_behind_the_texts_stand_beside_the_data():
    rule = sk.Rule("flexjob.refund", msg("Refund"), sk.Source("LAB § 133"), date(1998, 1, 1))
    written = json.loads(wire.to_json(rule))
    assert {"da": "Refusion", "en": "Refund"} == written["data"]["label"]
    assert {"/label": {"template": "Refund", "values": []}} == written["messages"]


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_an_explanation_has_the_format_that_is_published(example):
    explanation = example()
    expected = json.loads(json.dumps(explanation.document()))
    assert expected == json.loads(wire.to_json(explanation))["data"]


def test_bytes_are_read_too():
    assert FLEX == wire.from_json(wire.to_json(FLEX).encode(), sk.Flexjob)


@pytest.mark.parametrize("kind", [sk.Arrangement, sk.FlexjobSince2013Work | None, object], ids=str)
def test_one_of_several_types(kind):
    found = samples()["new-flexjob"]
    assert found == wire.from_json(wire.to_json(found), kind)


def test_an_event_is_read_as_what_it_is():
    notice = samples()["notice-given"]
    text = wire.to_json(notice, include=EVERYTHING)
    assert notice == wire.from_json(text, events.Event)
    known = "socialkapitel/case-opened/1, socialkapitel/case-closed/1"
    expected = f"$.schema: is that of a document of type notice-given; expected one of {known}"
    assert [expected] == faults(text, events.CaseOpened | events.CaseClosed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "$: is not valid JSON (line 1, column 1)"),
        ('{"schema":\n x}', "$: is not valid JSON (line 2, column 2)"),
        pytest.param(b"\xff", "$: is not UTF-8", id="bytes"),
        ("[]", "$: is not accepted; give an object"),
        ("{}", "$.schema: is missing"),
        (document(DATA, more=1, my=1), "$: unknown keys: 2, not shown as they may be private; kno"),
        (document(DATA, version=0), "$.schema: has version 0; the first version is 1"),
        (document(DATA, tag="month"), "$.schema: is that of a document of type month; expected"),
        (document(DATA, tag="months"), "$.schema: is not accepted; give the document's type and"),
        (
            document(DATA, version=3),
            "$.schema: has version 3; this library reads flexjob up to version 2",
        ),
        ('{"schema": 1, "schema": 2}', "$: has a key that occurs twice"),
        ('{"schema": 1, "data": {"ab": [{"c": 1, "c": 1}]}}', "$.data[*][0]: has a key that"),
        ('{"schema": 1, "data": {"type": {"c": 1, "c": 1}}}', "$.data.type: has a key that"),
        (document(DATA)[:-2] + ',"share":"1/2"}}', "$.data: has a key that occurs twice"),
        (document([]), "$.data: is not accepted; give an object"),
        (changed(pay=1), "$.data: unknown keys: 1, not shown as they may be private"),
        (changed(share=0.5), "$.data.share: is not accepted; give a share above 0, at most 1,"),
        (changed(share="3/4"), '$.data.share: is not accepted; give "1/2" or'),
        (changed(weekly_hours=37), "$.data.weekly_hours: is not accepted; give an exact number"),
        (changed(weekly_hours="1e1"), "$.data.weekly_hours: is not accepted"),
        (changed(weekly_hours="37.00\n"), "$.data.weekly_hours: is not accepted"),
        (changed(weekly_hours="38"), "$.data.weekly_hours: is not accepted; give a number"),
        (changed(granted_on="01-03-2006"), "$.data.granted_on: is not accepted; give a day"),
        (changed(granted_on="2006-02-30"), "$.data.granted_on: is not accepted; give a day"),
        (changed(granted_on=0), "$.data.granted_on: is not accepted"),
        (changed(atp_class="\ud800"), "$.data.atp_class: contains an unpaired surrogate"),
        (document({"\ud800": 1}), "$.data: contains an unpaired surrogate"),
        (changed(atp_class="?").replace("?", r"\uDBff"), "atp_class: contains an unpaired surr"),
        (changed(atp_class=1), "$.data.atp_class: is not accepted; give a text"),
        (
            changed(starting_pay={"amount": "1.00", "per": "week"}),
            "$.data.starting_pay.per: is not accepted; give one of month, hour",
        ),
        (changed(starting_pay={"amount": "0", "per": "hour"}), "$.data.starting_pay: pay: "),
        (document(DATA, messages=[]), "$.messages: is not accepted; give an object of messages"),
        (document(DATA, messages={"/a": 1}), "$.messages: has a message that belongs to"),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_with_its_place(text, expected):
    assert expected in faults(text)[0]


def test_every_fault_is_told():
    data = {**DATA, "share": 0.5, "granted_on": "x", "starting_pay": {"amount": True}, "z": 1}
    del data["atp_class"]
    assert {
        "$.data.atp_class",
        "$.data.granted_on",
        "$.data.share",
        "$.data.starting_pay.per",
        "$.data.starting_pay.amount",
        "$.data",
    } == {fault.partition(": ")[0] for fault in faults(document(data))}


def test_the_message_tells_the_first_faults():
    weeks = [[f"2022-W{number:02}", "1"] for number in range(60, 80)]
    data = json.loads(wire.to_json(samples()["sickness-absence"]))["data"] | {"hours": weeks}
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(document(data, "sickness-absence"), sk.SicknessAbsence)
    assert 20 == len(caught.value.faults)
    assert "$.data.hours[9][0]: is not accepted" in str(caught.value)
    assert "hours[10]" not in str(caught.value)
    assert str(caught.value).endswith("; and 10 more")
    assert "$.data.hours[9][0]: accepteres ikke" in sk.translate(caught.value.message, "da")


def test_the_search_for_faults_ends():
    data = json.loads(wire.to_json(samples()["sickness-absence"]))["data"] | {"hours": [1] * 5_000}
    assert 1_000 == len(faults(document(data, "sickness-absence"), sk.SicknessAbsence))


def test_what_may_be_unknown_may_be_left_out_and_nothing_else():
    assert sk.Facts(employed_here=True) == wire.from_json(
        document({"employed_here": True, "measures": []}, "facts"), sk.Facts
    )
    assert faults(document({}, "facts"), sk.Facts) == ["$.data.measures: is missing"]


def test_a_result_lacks_no_amount():
    data = json.loads(wire.to_json(samples()["sickness-week"]))["data"]
    del data["amount"], data["refundable_days"], data["hourly_rate"]
    assert faults(document(data, "sickness-week"), sk.SicknessWeek) == [
        "$.data.amount: is missing",
        "$.data.refundable_days: is missing",
    ]


@pytest.mark.parametrize(
    ("tag", "data", "expected"),
    [
        ("facts", {"employed_here": 1, "measures": []}, "employed_here: is not accepted; give tr"),
        ("facts", {"expected_absence_days": True, "measures": []}, "a whole number"),
        ("facts", {"measures": {}}, "$.data.measures: is not accepted; give a list"),
        ("facts", {"measures": [["aids"]]}, "measures[0]: is not accepted; give a list of 2"),
        ("fact", {"fact": "a"}, "$.data.type: is not accepted; give one of fact"),
        ("fact", {"type": "at-most", "fact": "a", "most": 1}, "$.data.type: is not accepted; give"),
        ("not", {"type": "not", "part": {"type": "step"}}, "$.data.part.type: is not accepted"),
        ("not", {"type": "not", "part": []}, "$.data.part: is not accepted; give an object"),
        ("one-of", {"type": "one-of", "fact": "a", "members": ["terms.x"]}, "members[0]: is not"),
        ("month", "2022-13", "$.data: is not accepted; give a month"),
        ("label", {"da": "a"}, "$.data: is not accepted; give a text in both languages"),
        ("label", {"da": "a", "en": 1}, "$.data: is not accepted; give a text"),
        ("report-entry", {"id": "a", "label": {"da": "", "en": ""}, "value": []},
            "$.data.value: is not accepted; give a whole number; a text in both languages"),
    ],
)  # fmt: skip
def test_what_is_refused_in_other_types(tag, data, expected):
    assert expected in faults(document(data, tag), object)[0]


def test_a_fault_in_what_has_a_name_is_told_by_the_name():
    data = json.loads(wire.to_json(samples()["step"]))["data"] | {"operands": {"basis": 1}}
    expected = "$.data.operands.basis: is not accepted; give an object"
    assert [expected] == faults(document(data, "step"), sk.Step)


@pytest.mark.parametrize("key", ["070761-4285", "0707614285", "kvalmfeber"])
def test_a_name_that_may_be_private_is_not_told(key):
    data = json.loads(wire.to_json(samples()["step"]))["data"]
    named = document(data | {"operands": {key: 1}}, "step")
    assert ["$.data.operands[*]: is not accepted; give an object"] == faults(named, sk.Step)
    text = {"da": "Refusion", "en": "Refund"}
    pointers = {f"/{key}": "[*]", f"/steps/0/{key}": "[*]"}
    for pointer in ("/label", "/steps/1"):
        pointers[pointer] = f"['{pointer}']"
    for pointer, path in pointers.items():
        within = {**data, key: text, "steps": [{key: text}, text]}
        pointed = json.dumps(
            {
                "schema": "socialkapitel/step/1",
                "data": within | {"label": text},
                "messages": {pointer: 1},
            }
        )
        [found, *_] = faults(pointed, sk.Step)
        assert key not in found
        assert found.startswith(f"$.messages{path}: is not accepted; give a message")


def test_the_heading_says_which_of_a_family_it_is():
    data = json.loads(wire.to_json(samples()["principle"]))["data"]
    text = document(data, "item")
    found = faults(text, type(samples()["item"]))
    assert "$.data.type: is not accepted; give one of item" == found[0]


def test_steps_and_findings_are_told_apart():
    data = json.loads(wire.to_json(samples()["explanation"]))["data"]
    data["steps"] = [1, {"because": 1}, {"value": 1}]
    data["schema"] = "socialkapitel.explanation/1"
    found = faults(document(data, "explanation"), sk.Explanation)
    assert "$.data.schema: is not accepted; give one of socialkapitel.explanation/2" in found
    assert "$.data.steps[0]: is not accepted; give a step; a finding" in found
    places = {fault.partition(": ")[0] for fault in found}
    assert {"$.data.steps[1].because", "$.data.steps[2].expression"} <= places
    assert "$.data.steps[1].expression" not in places


@pytest.mark.parametrize(
    ("text", "kind", "error"),
    [
        ({}, sk.Month, sk.WrongType),
        ("", 1, sk.WrongType),
        ("", list[int], sk.WrongType),
        ("", sk.Month | list[int], sk.WrongType),
        ("", int, sk.UnknownName),
        ("", int | str, sk.UnknownName),
        ("", sk.InvalidInput, sk.UnknownName),
    ],
)
def test_what_the_caller_gets_wrong(text, kind, error):
    with pytest.raises(error):
        wire.from_json(text, kind)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (1, sk.UnknownName),
        (sk.Outcome.FULFILLED, sk.UnknownName),
        (sk.Month, sk.UnknownName),
        (predicates.AllOf, sk.UnknownName),
        (sk.Label(en="\ud800", da=""), sk.InvalidInput),
        (sk.Label(en=1, da=""), sk.WrongType),
        (sk.Message("a sentence that nobody has translated"), sk.InvalidData),
        (msg("{limit}", limit=Ellipsis), sk.WrongType),
        (attrs.evolve(samples()["subsidised-places"], places="3"), sk.WrongType),
        (attrs.evolve(samples()["subsidised-places"], places=True), sk.WrongType),
        (attrs.evolve(samples()["wage-subsidy"], amount=1.5), sk.WrongType),
        (attrs.evolve(samples()["wage-subsidy"], amount=Decimal("NaN")), sk.InvalidInput),
        (attrs.evolve(samples()["wage-subsidy"], amount=Decimal("1E+400")), sk.InvalidInput),
        (attrs.evolve(samples()["wage-subsidy"], amount=Decimal(10) ** 120), sk.InvalidInput),
        (attrs.evolve(samples()["wage-subsidy"], explanation=1), sk.WrongType),
        (attrs.evolve(samples()["operand"], value=Fraction(1, 3**2000)), sk.InvalidInput),
        (attrs.evolve(samples()["operand"], unit="DKK"), sk.WrongType),
        (attrs.evolve(samples()["operand"], label="Share"), sk.WrongType),
        (attrs.evolve(samples()["sickness-week"], refundable_days=((1,),)), sk.InvalidInput),
        (attrs.evolve(samples()["sickness-week"], refundable_days=[]), sk.WrongType),
        (attrs.evolve(samples()["case-refund"], result=samples()["pay"]), sk.WrongType),
        (attrs.evolve(samples()["report-entry"], value=1.5), sk.WrongType),
        (predicates.Not(1), sk.WrongType),
        (leaves.OneOf("terms", sk.Outcome.FULFILLED), sk.WrongType),
    ],
    ids=repr,
)
def test_what_cannot_be_written(value, error):
    with pytest.raises(error):
        wire.to_json(value)


BY_DATE = sk.Paid(
    job=sk.SubsidisedJob(target_group="REHABILITATION", hourly_pay="115", granted_rate="60"),
    hours={date(2024, 3, 4): "7"},
)
HOURS_TWICE = "$.data.hours: is not accepted; give None, where the hours are given by date"
PAID_TWICE = wire.to_json(BY_DATE).replace('"hours":null', '"hours":"10.00"')
FIRST_TYPES = "give the document's type and version, such as " + ", ".join(
    map(VOCABULARY.heading, [*VOCABULARY.types][:5])
)
REFUSALS = {
    "no text": (
        lambda: wire.from_json(5, sk.Month),
        "text: <class 'int'> is not accepted; give a text, or bytes of UTF-8",
    ),
    "no type": (
        lambda: wire.from_json("", list[int]),
        "type: list[int] is not accepted; give a type of the library, or a union of some",
    ),
    "another type": (
        lambda: wire.from_json("", bytearray),
        "unknown type that can be written as JSON: 'bytearray'; known are, for example, ",
    ),
    "an object of another type": (
        lambda: wire.to_json(b""),
        "unknown type that can be written as JSON: 'bytes'; ",
    ),
    "too long": (
        lambda: wire.from_json(" " * 10_000_001, sk.Month),
        "the document is not accepted: $: is longer than 10000000 characters",
    ),
    "too deep for a parser": (
        lambda: wire.from_json("[" * 100_000, sk.Month),
        "the document is not accepted: $: is nested more than 200 deep",
    ),
    "another heading": (
        lambda: wire.from_json('{"schema": 1, "data": 1}', object),
        f"the document is not accepted: $.schema: is not accepted; {FIRST_TYPES}",
    ),
    "too deep": (
        lambda: wire.from_json('{"data":' * 201 + "0" + "}" * 201, sk.Month),
        f"the document is not accepted: ${'.data' * 200}: is nested more than 200 deep",
    ),
    "not asked for": (
        lambda: wire.to_json(Identity("E1"), include=("texts",)),
        'include: (not shown) is not accepted; give "identity" among them',
    ),
    "hours twice": (
        lambda: wire.from_json(PAID_TWICE, sk.Paid),
        f"the document is not accepted: {HOURS_TWICE}",
    ),
    "a part of another type": (
        lambda: wire.to_json(attrs.evolve(samples()["wage-subsidy"], explanation=1)),
        "value: 1 is not accepted; give ",
    ),
    "a result of another type": (
        lambda: wire.to_json(attrs.evolve(samples()["case-refund"], result=samples()["pay"])),
        "value: <class 'socialkapitel.money.Pay'> is not accepted; give one of FlexjobRefund, ",
    ),
    "no list of parts": (
        lambda: wire.to_json(attrs.evolve(samples()["sickness-week"], refundable_days=((1,),))),
        "value: (1,) is not accepted; give 2 parts",
    ),
    "no text in both languages": (
        lambda: wire.to_json(attrs.evolve(samples()["operand"], label="Share")),
        "text: (not shown) is not accepted; give a Label or a Message",
    ),
    "no text in English": (
        lambda: wire.to_json(sk.Label(en=1, da="")),
        "en: 1 is not accepted; give a text",
    ),
    "no text in Danish": (
        lambda: wire.to_json(sk.Label(en="", da=1)),
        "da: 1 is not accepted; give a text",
    ),
    "no value of a message": (
        lambda: wire.to_json(msg("{limit}", limit=Ellipsis)),
        "message: Ellipsis is not accepted; give values that can be written, such as numbers",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_says_what_would_do(name):
    call, said = REFUSALS[name]
    with pytest.raises(sk.SocialkapitelError) as caught:
        call()
    assert str(caught.value).startswith(said), str(caught.value)
    assert said.endswith((" ", "; ")) or len(str(caught.value)) == len(said)


def nested(depth):
    predicate = leaves.Fact("employed_here")
    for _ in range(depth):
        predicate = predicates.Not(predicate)
    return predicate


@pytest.mark.parametrize("depth", [MAX_DEPTH, 5_000])
def test_what_is_too_deep_is_not_written(depth):
    with pytest.raises(sk.InvalidInput, match="at most 200 deep"):
        wire.to_json(nested(depth))


def test_what_is_just_deep_enough_is_written_and_read():
    deep = nested(MAX_DEPTH - 3)
    assert deep == wire.from_json(wire.to_json(deep), predicates.Not)


def test_what_is_too_long_is_not_written():
    with pytest.raises(sk.InvalidInput, match="10000000 characters long"):
        wire.to_json(sk.Label(en="x" * 10_000_000, da=""))


def test_what_has_too_many_values_is_not_written():
    with pytest.raises(sk.InvalidInput, match="at most 500000 commas and brackets"):
        wire.to_json(sk.Label(en="," * MAX_VALUES, da=""))
    most = sk.Label(en="," * (MAX_VALUES - 10), da="")
    assert most == wire.from_json(wire.to_json(most), sk.Label)


def test_the_end_of_the_stack_is_a_fault_like_any_other():
    text = wire.to_json(nested(MAX_DEPTH - 3))

    def at_the_end(left):
        return faults(text, predicates.Not) if left == 0 else at_the_end(left - 1)

    used = len(traceback.extract_stack())
    found = at_the_end(sys.getrecursionlimit() - used - 250)
    assert [True] == ["is nested" in fault for fault in found]


def test_numbers_without_end_stay_exact():
    operand = attrs.evolve(samples()["operand"], value=Fraction(494019, 37))
    assert '"value":"494019/37"' in wire.to_json(operand)
    assert operand == wire.from_json(wire.to_json(operand), sk.Operand)


@pytest.mark.parametrize("value", [Decimal("1E+3"), Decimal("1E-7"), Decimal("-0.00"), 5])
def test_numbers_are_written_without_exponent(value):
    operand = attrs.evolve(samples()["operand"], value=value)
    assert "E" not in json.loads(wire.to_json(operand))["data"]["value"]
    assert operand == wire.from_json(wire.to_json(operand), sk.Operand)


# --- private texts ---------------------------------------------------------------------------

MARK = "a marked diagnosis"
SICK = event(
    events.SickLeaveStarted,
    "2022-01-03",
    health=HealthNote(MARK),
    note=PrivateText("a marked remark"),
    by=Identity("a marked name"),
)


def test_private_texts_are_left_out():
    text = wire.to_json(SICK)
    assert "marked" not in text
    assert {"health", "note", "by"}.isdisjoint(json.loads(text)["data"])
    assert attrs.evolve(SICK, health=None, note=None, by=None) == wire.from_json(
        text, events.SickLeaveStarted
    )


@pytest.mark.parametrize(
    ("include", "written"),
    [
        ("health", {"health"}),
        ("texts", {"note"}),
        ("identity", {"by"}),
    ],
)
def test_private_texts_are_written_by_name_alone(include, written):
    data = json.loads(wire.to_json(SICK, include=[include]))["data"]
    assert written == {"health", "note", "by"} & data.keys()


def test_everything_that_was_included_is_read():
    assert SICK == wire.from_json(wire.to_json(SICK, include=EVERYTHING), events.Event)


def test_who_a_case_is_about_is_left_out():
    opened = event(events.CaseOpened, "2022-01-03", profile=PROFILE)
    assert "viborg" not in wire.to_json(opened)
    assert "viborg" in wire.to_json(opened, include=["identity"])
    assert '"cause"' not in wire.to_json(opened, include=["identity"])
    assert '"cause":"other"' in wire.to_json(opened, include=["identity", "health"])
    assert "{}" == json.dumps(json.loads(wire.to_json(PROFILE))["data"])


@pytest.mark.parametrize("tag", ["health-note", "private-text", "identity", "cpr", "told-cause"])
def test_a_private_text_by_itself_must_be_asked_for(tag):
    with pytest.raises(sk.InvalidInput, match="among them"):
        wire.to_json(samples()[tag])


@pytest.mark.parametrize(
    ("include", "error"),
    [
        ("health", sk.WrongType),
        (1, sk.WrongType),
        (["diagnosis"], sk.InvalidInput),
        ([1], sk.InvalidInput),
    ],
)
def test_what_is_asked_for_must_be_known(include, error):
    with pytest.raises(error, match=r"^include: .*; give some of health, texts, identity, in a"):
        wire.to_json(SICK, include=include)


@pytest.mark.parametrize(
    "place",
    ["id", "on", "role", "extent", "contract_hours", "hourly_pay", "basis", "paid_during_sickness"],
)
@pytest.mark.parametrize("value", [MARK, [MARK], {"text": MARK}, {MARK: 1}])
def test_a_private_text_in_the_wrong_place_is_not_shown(place, value):
    document = json.loads(wire.to_json(SICK, include=EVERYTHING))
    document["data"][place] = value
    text = json.dumps(document)
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(text, events.Event)
    error = caught.value
    [fault] = error.faults
    assert fault.path in {f"$.data.{place}", "$.data"}
    assert MARK not in f"{error}{error!r}{error.args}{error.__cause__}{error.__context__}"
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)][1:]
    assert [] == [frame for frame in frames if MARK in repr(frame.f_locals)]


@pytest.mark.parametrize("value", ["", " ", 1, [MARK], "\ud800"], ids=repr)
@pytest.mark.parametrize("place", ["health", "note", "by"])
def test_a_private_text_that_is_none_is_refused_unseen(place, value):
    document = json.loads(wire.to_json(SICK, include=EVERYTHING))
    document["data"][place] = value
    [fault] = faults(json.dumps(document), events.Event)
    assert fault.startswith(f"$.data.{place}: ")
    assert "marked" not in fault


def test_a_refund_of_version_1_keeps_its_meaning():
    """There the share was taken of the basis and, beside it, of ATP and other contributions."""
    text = (FOLDER / "flexjob-refund-1.json").read_text("utf-8")
    stored, found = json.loads(text)["data"], wire.from_json(text, sk.FlexjobRefund)
    assert Decimal(stored["basis"]) == found.pay
    assert found.pay + found.atp + found.other_contributions == found.basis
    assert abs(found.gross - Decimal(2) / 3 * found.basis) < Decimal("0.01")


@pytest.mark.parametrize("tag", ["flexjob-refund", "wage-subsidy", "sickness-month"])
def test_a_refund_of_version_1_in_a_case_is_read_as_by_itself(tag):
    by_itself = json.loads((FOLDER / f"{tag}-1.json").read_text("utf-8"))
    by_itself.pop("messages")
    in_a_case = json.loads((FOLDER / "case-refund-1.json").read_text("utf-8"))["data"]
    in_a_case["result"] = {"type": tag, **by_itself["data"]}
    found = wire.from_json(document(in_a_case, "case-refund", 1), object)
    assert found.result == wire.from_json(json.dumps(by_itself), object)


def test_a_refund_of_version_1_with_a_number_that_is_none_is_refused():
    text = (FOLDER / "flexjob-refund-1.json").read_text("utf-8")
    document = json.loads(text)
    for wrong in ("9E+999999999999999999", None, [], "sNaN", 100.5):
        document["data"]["basis"] = wrong
        assert "$.data.basis: is not accepted; give an exact number as a text" in str(
            faults(json.dumps(document), sk.FlexjobRefund)
        )


def sickness():
    """A refund whose explanation repeats its sources, its figures and its numbers every week."""
    weeks = sk.Week(2024, 10), sk.Week(2024, 11), sk.Week(2024, 12)
    absence = sk.SicknessAbsence(
        first_day=weeks[0].monday,
        contract_hours="37",
        hours=dict.fromkeys(weeks, "37"),
        hourly_pay="185.00",
        paid_during_sickness=True,
        basis=sk.RefundBasis.FLEXJOB,
    )
    return sk.sickness_refund(absence)


def test_equal_parts_of_a_document_are_read_once():
    refund = sickness()
    text = wire.to_json(refund)
    read = wire.from_json(text, sk.SicknessRefund)
    assert refund == read
    steps = [step for step in read.explanation.steps if isinstance(step, sk.Step)]
    operands = [operand for step in steps for _, operand in step.operands]
    hours = [each for week in read.weeks for _, each in week.refundable_days]
    for parts in ([step.source for step in steps], operands, hours):
        assert len({id(part) for part in parts}) == len(set(parts)) < len(parts)
    again = wire.from_json(text, sk.SicknessRefund)
    assert again == read
    assert not {id(step.source) for step in steps} & {
        id(step.source) for step in again.explanation.steps
    }


def test_a_part_that_equals_one_before_is_refused_where_its_flag_is_a_number():
    rule = sk.Rule("a", msg("Refund"), sk.Source("a law", practice=True), date(2022, 1, 1))
    step = sk.Step("a", "a", msg("Refund"), Decimal(1), sk.Unit.DKK, rule.source, rule.valid_from)
    explanation = sk.Explanation(msg("Refund"), (), (step, attrs.evolve(step, id="b")), ())
    tree = json.loads(wire.to_json(explanation))
    tree["data"]["steps"][1]["source"]["practice"] = 1
    assert ["$.data.steps[1].source.practice: is not accepted; give true or false"] == faults(
        json.dumps(tree), sk.Explanation
    )


@pytest.mark.parametrize(
    "part", [{}, {"origin": None}, {"origin": []}, {"practice": True}, 1, None]
)
def test_a_shared_part_that_is_none_is_refused(part):
    document = json.loads(wire.to_json(samples()["step"]))
    operands = document["data"]["operands"]
    assert len(operands) > 1
    document["data"] |= {"source": part, "operands": dict.fromkeys(operands, part)}
    document.pop("messages")
    found = faults(json.dumps(document), sk.Step)
    assert [fault for fault in found if fault.startswith("$.data.source")]
    assert len(operands) <= len([fault for fault in found if fault.startswith("$.data.operands")])


def test_a_part_that_is_repeated_is_refused_wherever_it_stands():
    tree = json.loads(wire.to_json(sickness()))
    steps = tree["data"]["explanation"]["steps"]
    places = [place for place, step in enumerate(steps) if step["rule"] == "sickness.refund"]
    assert len(places) == 3
    for place in places:
        steps[place]["source"]["citation"] = " "
        steps[place]["value"] = "much"
    assert [
        f"$.data.explanation.steps[{place}].{part}"
        for place in places
        for part in ("value", "source.citation")
    ] == [fault.partition(": ")[0] for fault in faults(json.dumps(tree), sk.SicknessRefund)]
