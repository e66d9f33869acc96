"""Each bound of documents lies where it is said to: one more is refused, and no less."""

import json
from decimal import Decimal

import pytest
from wire.samples import samples

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.schemes import leaves, predicates
from socialkapitel.wire import documents
from socialkapitel.wire.codecs import MAX_DIGITS, Sheet
from socialkapitel.wire.faults import MOST_FAULTS
from socialkapitel.wire.tags import VOCABULARY
from socialkapitel.wire.values import MAX_LENGTH
from socialkapitel.wire.vocabulary import Codecs

PAY = sk.Pay.monthly("29600")
TEXT = wire.to_json(PAY)
MARKS = sum(map(TEXT.count, ",[{"))
NUMBER = Codecs(VOCABULARY).codec(Decimal)


def faults(text, kind):
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(text, kind)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("text", [TEXT, TEXT.encode()], ids=["text", "bytes"])
@pytest.mark.parametrize(
    ("bound", "size", "said"),
    [
        ("MAX_CHARACTERS", len(TEXT), f"$: is longer than {len(TEXT) - 1} characters"),
        ("MAX_VALUES", MARKS, f"$: has more than {MARKS - 1} commas and brackets"),
    ],
)
def test_size(bound, size, said, text, monkeypatch):
    monkeypatch.setattr(documents, bound, size)
    assert PAY == wire.from_json(text, sk.Pay)
    assert TEXT == wire.to_json(PAY)
    monkeypatch.setattr(documents, bound, size - 1)
    assert [said] == faults(text, sk.Pay)
    with pytest.raises(sk.InvalidInput, match="commas and brackets"):
        wire.to_json(PAY)


@pytest.mark.parametrize(("opened", "closed"), ["[]", ('{"data":', "}")])
def test_depth(opened, closed):
    deepest = documents.MAX_DEPTH
    deep = opened * deepest + '"é"' + closed * deepest
    assert json.loads(deep) == documents.parse(deep, ())
    # Beside what must be looked at closely, and alone.
    for inner in ('"\\ud83d\\ude00"', '"é"'):
        deep = opened * (deepest + 1) + inner + closed * (deepest + 1)
        with pytest.raises(wire.InvalidDocument, match="nested more than 200 deep"):
            documents.parse(deep, ())


@pytest.mark.parametrize("empty", ["[]", "{}"])
def test_depth_of_what_is_empty(empty):
    around = documents.MAX_DEPTH - 1
    deep = "[" * around + empty + "]" * around
    assert json.loads(deep) == documents.parse(deep, ())
    with pytest.raises(wire.InvalidDocument, match="nested more than 200 deep"):
        documents.parse(f"[{deep}]", ())


def test_depth_of_what_is_written():
    predicate = leaves.Fact("employed_here")
    written = 0
    while True:
        try:
            text = wire.to_json(predicate)
        except sk.InvalidInput:
            break
        written += 1
        assert predicate == wire.from_json(text, predicates.Predicate)
        predicate = predicates.Not(predicate)
    levels = max(text[:place].count("{") for place in range(len(text)))
    assert documents.MAX_DEPTH == levels
    assert written > 190


@pytest.mark.parametrize("space", ["", " ", "\n", "\r", "\t", " \n "])
def test_a_key_that_occurs_twice_is_found_however_it_is_written(space):
    """Also where as many quotation marks as there are keys have a colon right after them."""
    for text in (f'{{"a"{space}:1,"a":2}}', f'[{{"a":{space}1}},{{"a":1,"\\u0061"{space}:":"}}]'):
        with pytest.raises(wire.InvalidDocument, match="has a key that occurs twice"):
            documents.parse(text, ())


@pytest.mark.parametrize(
    "text",
    ['{"a":":b"}', '{"a":"say \\"b\\": c"}', '{"a" :{"b"\n:1},"c"\t:[],"d"\r:2}', '{"\\":":1}'],
)
def test_what_only_looks_like_a_key_is_read(text):
    assert json.loads(text) == documents.parse(text, ())


def test_digits():
    nines = "9" * MAX_DIGITS
    assert int(nines) == documents.parse(nines, ())
    assert not isinstance(documents.parse(nines + "9", ()), int)


@pytest.mark.parametrize("length", [MAX_LENGTH, MAX_LENGTH + 1])
def test_length_of_a_number(length):
    text = "1." + "1" * (length - 2)
    if length == MAX_LENGTH:
        assert NUMBER.fits(text)
        assert Decimal(text) == NUMBER.read(text)
        assert f'"{text}"' == NUMBER.write(Decimal(text), Sheet(frozenset()), "")
    else:
        assert not NUMBER.fits(text)
        with pytest.raises(wire.InvalidDocument):
            NUMBER.read(text)
        with pytest.raises(sk.InvalidInput):
            NUMBER.write(Decimal(text), Sheet(frozenset()), "")


def test_number_of_faults():
    wrong = ",".join(["1"] * (MOST_FAULTS + 50))
    heading = '{"schema":"socialkapitel/all-of/1","data":{"type":"all-of","parts":'
    found = faults(f"{heading}[{wrong}]}}}}", predicates.AllOf)
    assert MOST_FAULTS == len(found)
    assert found[-1].startswith(f"$.data.parts[{MOST_FAULTS - 1}]: ")


@pytest.mark.parametrize("entries", [sk.fields.MOST_ENTRIES, sk.fields.MOST_ENTRIES + 1])
def test_number_of_entries(entries):
    document = json.loads(wire.to_json(samples()["sickness-absence"]))
    document["data"]["hours"] = [["2022-W01", "1"]] * entries
    found = faults(json.dumps(document), sk.SicknessAbsence)
    refused = [fault for fault in found if "a list of at most 5000 entries" in fault]
    assert (entries > sk.fields.MOST_ENTRIES) is bool(refused)
