"""Texts and the messages behind them."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from wire.test_wire import faults

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.messages import Label, msg
from socialkapitel.money import Kroner

REFUND = {"da": "Refusion", "en": "Refund"}
KEPT = msg("{text}", text=Label(en="Refund of old", da="Refusion engang"))


def read(data, message=None):
    document = {"schema": "socialkapitel/message/1", "data": data}
    if message is not None:
        document["messages"] = {"": message}
    return wire.from_json(json.dumps(document), sk.Message)


def message(template, *values):
    return {"template": template, "values": [list(pair) for pair in values]}


@pytest.mark.parametrize(
    "value",
    [
        *("a text", 5, True, None, Decimal("12306.40"), Fraction(1, 3), date(2007, 11, 1)),
        *(sk.Month(2007, 11), sk.Week(2022, 5), sk.Quarter(2022, 4), Label(en="a", da="b")),
        *(sk.Period(date(2022, 1, 3), date(2022, 2, 1)), msg("{limit}", limit=msg("Refund"))),
        Kroner(Decimal("12306.40")),
    ],
    ids=repr,
)
def test_a_message_keeps_its_values(value):
    told = msg("{limit}", limit=value)
    back = wire.from_json(wire.to_json(told), sk.Message)
    assert told == back
    assert type(value) is type(back.values[0][1])


def test_a_message_that_still_says_so_is_that_message():
    assert msg("Refund") == read(REFUND, message("Refund"))


@pytest.mark.parametrize(
    "old",
    [
        None,
        message("Refund"),
        message("Refund of old"),
        message("{limit}", ("limit", "x")),
        message("{limit}", ("other", "Refund of old")),
        message("{limit}", ("limit", 10**40)),
        message("{limit.__class__}", ("limit", "Refund of old")),
        message("{limit:>999999999}", ("limit", "x")),
    ],
    ids=str,
)
def test_a_text_that_is_worded_otherwise_today_stays_as_it_was_written(old):
    kept = read({"da": "Refusion engang", "en": "Refund of old"}, old)
    assert KEPT == kept
    assert ("Refusion engang", "Refund of old") == (sk.translate(kept, "da"), str(kept))
    assert KEPT == wire.from_json(wire.to_json(KEPT), sk.Message)


def test_a_text_that_comes_with_data_stays_one():
    operand = {
        "schema": "socialkapitel/label/1",
        "data": REFUND,
        "messages": {"": message("Refund")},
    }
    assert Label(en="Refund", da="Refusion") == wire.from_json(json.dumps(operand), sk.Label)


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ({"/x": message("Refund")}, "$.messages: has a message that belongs to no text"),
        ({"/da": message("Refund")}, "$.messages: has a message that belongs to no text"),
        ({"/da/x": message("Refund")}, "$.messages: has a message that belongs to no text"),
        ({"x": message("Refund")}, "$.messages: has a message that belongs to no text"),
        ({"/~2": message("Refund")}, "$.messages: has a message that belongs to no text"),
        ({"": 1}, '$.messages[\'\']: is not accepted; give a message, {"template": "...", '),
        ({"": {"template": "Refund"}}, "$.messages['']: is not accepted; give a message"),
        ({"": {"template": 1, "values": []}}, "$.messages['']: is not accepted; give a text"),
        ({"": {"template": "", "values": {}}}, "$.messages[''].values: is not accepted; give a li"),
        ({"": message("", [1, 2])}, "$.messages[''].values[0]: is not accepted; give a text"),
        ({"": message("", "abc")}, "$.messages[''].values[0]: is not accepted; give a name and"),
        ({"": message("", ["a", 1], ["a", 1])}, "$.messages[''].values[1]: occurs twice"),
        ({"": message("", ["a", 1.5])}, "$.messages[''].values[0]: is not accepted; give a value"),
        ({"": message("", ["a", {"day": 1}])}, "values[0]: is not accepted; give a value such as"),
        ({"": message("", ["a", {"date": 1}])}, "values[0]: is not accepted; give a day such as"),
        ({"": message("\ud800")}, ".template: contains an unpaired surrogate"),
        ({"": message("", ["a", "\ud800"])}, "values[0][1]: contains an unpaired surrogate"),
        ({"": message("", ["a", message(1)])}, "values[0]: is not accepted; give a text"),
    ],
)
def test_messages_that_are_none(messages, expected):
    document = {"schema": "socialkapitel/message/1", "data": REFUND, "messages": messages}
    assert expected in faults(json.dumps(document), sk.Message)[0]


@pytest.mark.parametrize("where", ["messages", "values"])
def test_the_search_for_faulty_messages_ends(where):
    wrong = {
        "messages": {f"/{number}": 1 for number in range(3_000)},
        "values": {"": message("Refund", *[[1, 1]] * 3_000)},
    }
    document = {"schema": "socialkapitel/message/1", "data": REFUND, "messages": wrong[where]}
    assert 1_000 == len(faults(json.dumps(document), sk.Message))


@pytest.mark.parametrize("place", ["/0/text", "/00/text", "/1/text", "/-1/text", "/x/text"])
def test_a_place_in_a_list_has_one_pointer(place):
    caveat = {"code": "a", "text": REFUND}
    document = {
        "schema": "socialkapitel/explanation/1",
        "data": {
            "schema": "socialkapitel.explanation/1",
            "title": REFUND,
            "givens": [],
            "steps": [],
            "caveats": [caveat],
        },
        "messages": {f"/caveats{place}": message("Refund")},
    }
    if place == "/0/text":
        assert msg("Refund") == wire.from_json(json.dumps(document), sk.Explanation).caveats[0].text
    else:
        assert "belongs to no text" in faults(json.dumps(document), sk.Explanation)[0]


def test_texts_that_read_the_same_keep_their_own_messages():
    """Also where one is none, or says something else."""
    own = [
        msg("{text}", text="Refund"),
        msg("{text}", text=msg("Refund")),
        msg("{text}", text=msg("Refund")),
        msg("Refund"),
        msg("{text}", text=Label(en="Refund", da="Refusion")),
    ]
    caveats = tuple(sk.Caveat("a", text) for text in own)
    explanation = sk.Explanation(
        title=msg("Refund"), givens=(), steps=(), caveats=caveats, result=()
    )
    text = wire.to_json(explanation)
    assert explanation == wire.from_json(text, sk.Explanation)
    document = json.loads(text)
    document["messages"]["/caveats/1/text"] = message("{text}", ("text", 1.5))
    document["messages"]["/caveats/2/text"] = message("Refund", ("text", [1]))
    assert ["values[0]", "values[0]"] == [
        fault.partition("text'].")[2].partition(":")[0]
        for fault in sorted(faults(json.dumps(document), sk.Explanation))
    ]


def test_places_are_json_pointers():
    step = sk.Step(
        "a",
        "a.rule",
        Label(en="a", da="a"),
        Decimal(1),
        sk.Unit.DKK,
        sk.Source("a law"),
        date(2022, 1, 1),
        operands=tuple(
            (
                name,
                sk.Operand(msg("Refund"), 1, sk.Unit.DKK, sk.explanation.OriginKind.GIVEN, "a"),
            )
            for name in ("a/b~c", "a/b", "a~b")
        ),
    )
    text = wire.to_json(step)
    assert ["a~0b", "a~1b", "a~1b~0c"] == [
        pointer.removeprefix("/operands/").removesuffix("/label")
        for pointer in json.loads(text)["messages"]
    ]
    assert step == wire.from_json(text, sk.Step)


def test_messages_that_are_too_deep_are_not_written_however_often_their_parts_come():
    told = [msg("Refund")]
    while len(told) < 8:
        within = told[-1]
        for _ in range(12):
            within = msg("{limit}", limit=within)
        told.append(within)
    few, many = (
        sk.Explanation(
            title=msg("Refund"),
            givens=(),
            steps=(),
            caveats=tuple(sk.Caveat("a", text) for text in reversed(told[:most])),
        )
        for most in (5, 8)
    )
    assert few == wire.from_json(wire.to_json(few), sk.Explanation)
    with pytest.raises(sk.InvalidInput, match="at most 200 deep"):
        wire.to_json(many)
