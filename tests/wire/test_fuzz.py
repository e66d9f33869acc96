"""Whatever is read, it is an object or `InvalidDocument`: nothing else, and without hanging."""

import json
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import settings
from wire.fuzzing import damaged
from wire.samples import EVERYTHING, samples

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.wire import codecs, documents

RUNS = 20
DOCUMENTS = 10 * settings().max_examples
"""So many in each run: 20,000 in all, a million in the nox session `nightly`."""


def outcome(text, kind):
    """The object, or None for a document that is refused as it should be."""
    refusal = None
    try:
        found = wire.from_json(text, kind)
    except wire.InvalidDocument as error:
        refusal = error
    if refusal is None:
        assert isinstance(found, kind)
        return found
    assert refusal.faults
    assert [] == [fault for fault in refusal.faults if not fault.path.startswith("$")]
    assert str(refusal).startswith("the document is not accepted: $")
    return None


@pytest.mark.parametrize("run", range(RUNS))
def test_a_damaged_document_is_read_or_refused(run):
    random = Random(run)
    read = 0
    for _ in range(DOCUMENTS):
        text, kind = damaged(random)
        found = outcome(text, kind)
        if found is not None:
            read += 1
            again = wire.to_json(found, include=EVERYTHING)
            assert found == wire.from_json(again, type(found))
    assert 0 < read < DOCUMENTS


def head(kind="month"):
    return f'{{"schema":"socialkapitel/{kind}/1","data":'


LARGE = {
    "lists too deep for the parser": lambda: "[" * 100_000,
    "lists within lists": lambda: "[" * 1_000_000,
    "objects within objects": lambda: '{"data":' * 1_000_000,
    "predicates too deep": lambda: (
        head("all-of") + '{"type":"all-of","parts":[' * 300 + "]}" * 300 + "}"
    ),
    "predicates nearly too deep": lambda: (
        head("not") + '{"type":"not","part":' * 190 + "null" + "}" * 191
    ),
    "a long number": lambda: head() + "9" * 5_000_000 + "}",
    "a long fraction": lambda: head() + "0." + "9" * 5_000_000 + "}",
    "a long text": lambda: head() + '"' + "9" * 5_000_000 + '"}',
    "a long list": lambda: head("all-of") + '{"type":"all-of","parts":[' + "1," * 500_000 + "1]}}",
    "many keys": lambda: (
        head("facts") + "{" + ",".join(f'"k{number}":1' for number in range(100_000)) + "}}"
    ),
    "many texts": lambda: head("facts") + "[" + '{"da":"","en":""},' * 200_000 + "0]}",
    "many messages": lambda: (
        head("month")
        + '1,"messages":{'
        + ",".join(f'"/{number}":1' for number in range(100_000))
        + "}}"
    ),
    "nothing at all": lambda: " " * 10_000_001,
}


MANY = {
    "texts": '{"da":"","en":""},' * 500_000,
    "objects": "{}," * 3_000_000,
    "numbers": "1.5," * 2_000_000,
    "pairs": '["2022-W01","1"],' * 500_000,
    "keys that stand twice": '{"a":1,"a":1},' * 600_000,
}


@pytest.mark.parametrize("encoded", [False, True])
@pytest.mark.parametrize("many", MANY.values(), ids=MANY)
def test_too_many_values_are_counted_not_parsed(many, encoded, monkeypatch):
    text = head("facts") + "[" + many + "0]}"
    monkeypatch.setattr(documents, "_DECODER", None)
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(text.encode() if encoded else text, object)
    assert ["$: has more than 500000 commas and brackets"] == [*map(str, caught.value.faults)]


@pytest.mark.parametrize("large", LARGE.values(), ids=LARGE)
def test_what_is_deep_or_huge_is_refused(large):
    assert outcome(large(), object) is None


def test_a_whole_set_of_parameters_is_no_huge_document():
    assert sk.PARAMETERS == outcome(wire.to_json(sk.PARAMETERS), sk.ParameterSet)


RECORDS = {
    "weeks": ("absence-registered", "hours", ["2022-W01", "5.00"]),
    "days": ("days-registered", "days", ["2022-01-03", "holiday"]),
    "dates": ("schedule", "dates", ["2022-01-03", "5.00"]),
    "hours by date": ("paid", "hours_by_date", ["2022-01-03", "5.00"]),
}


@pytest.mark.parametrize(("tag", "field", "entry"), RECORDS.values(), ids=RECORDS)
def test_a_record_is_counted_before_its_entries_are_read(tag, field, entry, monkeypatch):
    document = json.loads(wire.to_json(samples()[tag], include=EVERYTHING))
    document["data"] |= {"changes": []} if tag == "schedule" else {}
    document["data"][field] = [entry] * 30_000
    monkeypatch.setattr(codecs.Places, "read", None)
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(json.dumps(document), object)
    [fault] = [str(fault) for fault in caught.value.faults if f".{field}:" in str(fault)]
    assert fault == f"$.data.{field}: is not accepted; give a list of at most 5000 entries"


def test_a_record_is_counted_where_it_is_given_too():
    weeks = [sk.Week.of(date(1950, 1, 2) + timedelta(weeks=number)) for number in range(5_001)]
    for given in ({"hours": dict.fromkeys(weeks, "5")}, {"days": dict.fromkeys(weeks, "holiday")}):
        with pytest.raises(sk.InvalidInput, match="at most 5000 entries"):
            sk.SicknessAbsence(
                **{
                    "first_day": date(1950, 1, 2),
                    "contract_hours": "37",
                    "hours": {weeks[0]: "5"},
                    "hourly_pay": "185.00",
                    "paid_during_sickness": True,
                    "basis": sk.RefundBasis.ORDINARY,
                    **given,
                }
            )
