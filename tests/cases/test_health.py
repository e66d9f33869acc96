"""Sealed texts come out for those entitled, and in no other way."""

import copy
import json
import pickle
import pprint
import traceback

import attrs
import pytest
from attrs.exceptions import NotAnAttrsClassError

from socialkapitel import UnknownName, WrongType
from socialkapitel.actors import ACTORS
from socialkapitel.cases.errors import NotEntitled
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText, Sealed
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import SealedContent
from socialkapitel.identity import Cpr

SECRET = "kvalmfeber i venstre øre"
KINDS = [AgreedIllness, HealthNote, PrivateText, Identity]

SHOWN = {
    "repr": repr,
    "str": str,
    "format": format,
    "ascii": ascii,
    "pprint": pprint.pformat,
    "aligned": lambda sealed: f"{sealed!s:>40}",
    "json": lambda sealed: json.dumps(sealed, default=str),
    "inside others": lambda sealed: str([sealed, {"a": sealed}]),
    "dir": lambda sealed: " ".join(dir(sealed)),
    "its slot": lambda sealed: repr(sealed._open),
    "copies": lambda sealed: repr(copy.copy(sealed)) + repr(copy.deepcopy([sealed])),
}

ENCODERS = {
    "json": json.dumps,
    "vars": lambda sealed: json.dumps(sealed, default=vars),
    "dict": lambda sealed: json.dumps(sealed, default=lambda one: one.__dict__),
    "state": lambda sealed: json.dumps(sealed, default=lambda one: one.__getstate__()),
    "attrs": attrs.asdict,
    "format": lambda sealed: format(sealed, ">40"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", [actor.id for actor in ACTORS])
def test_only_readers_get_the_text(kind, role):
    sealed = kind(SECRET)
    if role in kind.readers:
        assert SECRET == sealed.reveal(to=role)
        return
    with pytest.raises(NotEntitled) as caught:
        sealed.reveal(to=role)
    assert (role, kind.__name__, kind.readers) == (
        caught.value.role,
        caught.value.content,
        caught.value.entitled,
    )
    assert SECRET not in str(caught.value)


def test_who_is_entitled_to_the_nature_of_an_illness():
    assert ("employee", "doctor", "municipality-of-residence") == HealthNote.readers
    assert {"colleagues", "nearest-manager", "hr"}.isdisjoint(HealthNote.readers)
    assert "colleagues" not in PrivateText.readers + Identity.readers
    parties = {"employee", "nearest-manager", "hr", "municipality-of-residence"}
    assert parties == set(AgreedIllness.readers)


def test_an_unknown_reader_is_no_reader():
    with pytest.raises(UnknownName) as caught:
        HealthNote(SECRET).reveal(to="manager")
    assert "nearest-manager" in caught.value.nearest
    with pytest.raises(UnknownName):
        HealthNote(SECRET).reveal(to=None)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_nothing_shows_the_text(kind, show):
    assert SECRET not in show(kind(SECRET))


@pytest.mark.parametrize("kind", KINDS)
def test_a_sealed_text_tells_what_it_is(kind):
    assert f"{kind.__name__}(sealed)" == repr(kind(SECRET)) == str(kind(SECRET))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_is_not_pickled(kind, protocol):
    with pytest.raises(SealedContent) as caught:
        pickle.dumps(kind(SECRET), protocol)
    assert kind.__name__ == caught.value.kind
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("encode", ENCODERS.values(), ids=ENCODERS)
def test_encoders_get_nothing(encode):
    with pytest.raises((TypeError, AttributeError, NotAnAttrsClassError)) as caught:
        encode(HealthNote(SECRET))
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_equality_needs_no_revealing(kind):
    assert kind(SECRET) == kind(SECRET)
    assert hash(kind(SECRET)) == hash(kind(SECRET))
    assert kind(SECRET) != kind("other")
    assert kind(SECRET) != SECRET
    assert {each(SECRET) for each in KINDS} >= {kind(SECRET)}


def test_kinds_are_not_mixed_up():
    assert HealthNote(SECRET) != PrivateText(SECRET)
    assert PrivateText(SECRET) != Identity(SECRET)


@pytest.mark.parametrize("kind", KINDS)
def test_it_never_changes(kind):
    sealed = kind(SECRET)
    with pytest.raises(AttributeError):
        sealed.readers = ("colleagues",)
    with pytest.raises(AttributeError):
        sealed._open = str
    with pytest.raises(AttributeError):
        del sealed._open
    assert SECRET == sealed.reveal(to="employee")
    assert sealed is copy.copy(sealed) is copy.deepcopy(sealed)


@pytest.mark.parametrize("kind", [*KINDS, Sealed])
@pytest.mark.parametrize("value", ["", " \n", 5, None, b"text", 1.5, ["a"]])
def test_what_is_no_text_is_refused_and_not_shown(kind, value):
    with pytest.raises(WrongType) as caught:
        kind(value)
    assert "text" == caught.value.field
    assert HIDDEN is caught.value.value
    assert "text: (not shown) is not accepted; give a text that is not empty" == str(caught.value)


def test_a_number_given_as_text_shows_in_no_traceback():
    with pytest.raises(WrongType) as caught:
        HealthNote(707614285)
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in shown.stack if frame.filename.endswith("cases/health.py")]
    assert frames
    assert "707614285" not in repr([frame.locals for frame in frames])


def test_a_civil_register_number_can_be_an_identity():
    number = "070761-4285"
    identity = Identity(Cpr(number).reveal())
    assert number == identity.reveal(to="hr")
    assert "0707" not in repr(identity)
