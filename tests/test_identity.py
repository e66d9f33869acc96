import copy
import pickle
import sys
import traceback
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.errors import MissingExtra, SealedContent
from socialkapitel.identity import Cpr, Cvr

# Made-up numbers that only have the form: the first is the register's own test person.
NUMBER = "070761-4285"
DIGITS = "0707614285"


def test_a_cvr_number_is_kept_as_eight_digits():
    assert Cvr("DK 13 58 56 28") == Cvr("13585628")
    assert str(Cvr("13585628")) == "13585628"


@pytest.mark.parametrize("value", ["", "13585627", "1358562", "03585628", "ab"])
def test_a_wrong_cvr_number_is_refused(value):
    with pytest.raises(InvalidInput) as caught:
        Cvr(value)
    assert caught.value.field == "cvr"
    assert repr(value) in str(caught.value)
    assert "eight digits" in str(caught.value)


def test_a_cvr_number_that_is_no_text_is_refused():
    with pytest.raises(WrongType) as caught:
        Cvr(13585628)
    assert caught.value.field == "cvr"


@pytest.mark.parametrize("value", [NUMBER, DIGITS, " 070761 4285 "])
def test_a_cpr_number_is_read_with_and_without_its_dash(value):
    assert Cpr(value).reveal() == NUMBER
    assert Cpr(value) == Cpr(NUMBER)
    assert hash(Cpr(value)) == hash(Cpr(NUMBER))


def test_a_cpr_number_tells_the_day_of_birth_when_asked():
    assert Cpr(NUMBER).born_on == date(1961, 7, 7)


def test_a_day_of_birth_to_come_is_no_matter_of_ours():
    assert Cpr("010157-4000").born_on == date(1957, 1, 1)
    assert Cpr("010136-4000").born_on == date(2036, 1, 1)


@pytest.mark.parametrize("shown", [repr, str, format, lambda cpr: f"{cpr!s:>20}"])
@pytest.mark.parametrize("copied", [Cpr, copy.copy, copy.deepcopy])
def test_a_cpr_number_never_shows_itself(shown, copied):
    cpr = Cpr(NUMBER)
    text = shown(cpr if copied is Cpr else copied(cpr))
    assert "######-####" in text
    assert not any(digit in text for digit in "0123456789")


def test_a_cpr_number_is_not_pickled():
    with pytest.raises(SealedContent):
        pickle.dumps(Cpr(NUMBER))


def test_a_cpr_number_is_equal_to_cpr_numbers_alone():
    assert Cpr(NUMBER) != NUMBER
    assert Cpr(NUMBER) != DIGITS


def test_a_refused_cpr_number_stays_in_no_frame_of_ours():
    with pytest.raises(InvalidInput) as caught:
        Cpr(f"{NUMBER}1")
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in shown.stack if frame.filename.endswith("identity.py")]
    assert ours
    assert NUMBER not in str([frame.locals for frame in ours])


@pytest.mark.parametrize("value", ["", "0707614", "320161-4285", "07O761-4285", "07076142855"])
def test_a_wrong_cpr_number_is_refused_without_being_shown(value):
    with pytest.raises(InvalidInput) as caught:
        Cpr(value)
    assert caught.value.field == "cpr"
    assert "ten digits" in str(caught.value)
    assert caught.value.value == "######-####"
    assert not any(digit in str(caught.value) for digit in "0123456789")
    assert value == "" or value not in repr(caught.value)


def test_a_cpr_number_that_is_no_text_is_refused_without_being_shown():
    with pytest.raises(WrongType) as caught:
        Cpr(707614285)
    assert caught.value.value == "######-####"


@pytest.mark.parametrize("kind", [Cvr, Cpr])
def test_without_stdnum_the_extra_is_named(kind, monkeypatch):
    monkeypatch.setitem(sys.modules, f"stdnum.dk.{kind.__name__.lower()}", None)
    with pytest.raises(MissingExtra) as caught:
        kind("13585628" if kind is Cvr else NUMBER)
    assert isinstance(caught.value, ImportError)
    assert caught.value.extra == "identity"
    assert str(caught.value) == "python-stdnum is missing; install socialkapitel[identity]"


@given(st.text() | st.integers() | st.none() | st.text("0123456789- ", min_size=8, max_size=12))
def test_only_our_errors_escape(value):
    for kind in (Cvr, Cpr):
        with suppress(SocialkapitelError):
            assert kind(value) == kind(value)
