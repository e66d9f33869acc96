"""Faults and their places."""

import json
import pickle
from copy import copy
from pathlib import Path

import pytest

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.messages import msg
from socialkapitel.wire import Fault, InvalidDocument
from socialkapitel.wire.faults import faults_of
from socialkapitel.wire.tags import VOCABULARY

EXAMPLES = sorted(Path(__file__).with_name("examples").glob("*.json"))
SMALL = [path for path in EXAMPLES if path.stat().st_size < 12_000]
DIAGNOSIS = "skizofreni-010190-1234"


def test_an_error_that_is_not_the_library_s_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        faults_of(ZeroDivisionError())


def test_faults_that_are_told_one_by_one_are_kept():
    told = (Fault(".a", msg("is missing")), Fault(".b", msg("is missing")))
    error = InvalidDocument(fault for fault in told)
    for same in (error, pickle.loads(pickle.dumps(error)), copy(error)):
        assert told == same.faults


def test_an_error_that_names_a_field_is_put_there():
    error = sk.InvalidInput("hours[2022-W01]", 1, msg("a number"))
    assert [".hours"] == [fault.path for fault in faults_of(error, ["hours"])]
    assert [""] == [fault.path for fault in faults_of(error, ["weeks"])]
    assert [""] == [fault.path for fault in faults_of(error)]


def test_an_unknown_name_is_told_by_those_that_are_nearest():
    [fault] = faults_of(sk.UnknownName(msg("scheme"), "flexjobb", ["flexjob", "mentor"]))
    assert "no known scheme; try flexjob" == str(fault.reason)


def test_the_end_of_the_stack_is_told():
    [fault] = faults_of(RecursionError())
    assert ("", "is nested too deeply") == (fault.path, str(fault.reason))


def test_other_errors_say_all_that_they_know():
    error = sk.StaleVersion(3, 4)
    assert [Fault("", error.message)] == list(faults_of(error, ["version"]))


def test_the_error_is_pickled_with_its_faults():
    error = InvalidDocument([Fault("$.data", msg("is missing"))])
    assert error.faults == pickle.loads(pickle.dumps(error)).faults


def test_the_error_is_told_as_plain_data_with_each_fault():
    told = InvalidDocument([Fault("$.data", msg("is missing"))]).as_dict()
    [fault] = told["faults"]
    assert "$.data" == fault["path"]
    assert {"da", "en"} == fault["reason"].keys()


def places(part, *keys):
    """Where in a document something stands: no more than three of each list."""
    if isinstance(part, dict):
        members = list(part.items())
    else:
        members = list(enumerate(part[:3])) if isinstance(part, list) else []
    for key, value in members:
        yield (*keys, key)
        yield from places(value, *keys, key)


def spoilt(document):
    """The document with a diagnosis for a value, for a key, and for a key that stands twice."""
    text = json.dumps(document)
    for *way, last in places(document):
        for as_key in (False, True):
            copy = json.loads(text)
            part = copy
            for key in way:
                part = part[key]
            if not as_key:
                part[last] = DIAGNOSIS
            elif isinstance(last, str):
                part[DIAGNOSIS] = part.pop(last)
            yield json.dumps(copy)
    yield f'{{"{DIAGNOSIS}": {{"{DIAGNOSIS}": 1, "{DIAGNOSIS}": 2}}, {text[1:]}'


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_what_is_wrong_is_told_without_what_was_sent(path):
    document = json.loads(path.read_text("utf-8"))
    kind = VOCABULARY.types[document["schema"].split("/")[1]]
    refused = 0
    for text in spoilt(document):
        try:
            wire.from_json(text, kind)
        except sk.SocialkapitelError as error:
            refused += 1
            told = [str(error), repr(error), sk.translate(error.message, "da")]
            assert not [one for one in told if DIAGNOSIS in one]
    assert refused


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (DIAGNOSIS, "no known parameter"),
        ("flexjob.ceiling_yearly", "no known parameter; try flexjob.ceiling_yearly"),
    ],
)
def test_a_figure_is_named_only_where_it_is_the_library_s(name, told):
    [fault] = faults_of(sk.UnknownName(msg("parameter"), f"{name}s", [name]))
    assert told == str(fault.reason)
