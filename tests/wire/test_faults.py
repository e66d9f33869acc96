"""Faults and their places."""

import pickle

import pytest

import socialkapitel as sk
from socialkapitel.messages import msg
from socialkapitel.wire import Fault, InvalidDocument
from socialkapitel.wire.faults import faults_of


def test_an_error_that_is_not_the_library_s_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        faults_of(ZeroDivisionError())


def test_an_error_that_names_a_field_is_put_there():
    error = sk.InvalidInput("hours[2022-W01]", 1, msg("a number"))
    assert [".hours"] == [fault.path for fault in faults_of(error, ["hours"])]
    assert [""] == [fault.path for fault in faults_of(error, ["weeks"])]
    assert [""] == [fault.path for fault in faults_of(error)]


def test_the_error_is_pickled_with_its_faults():
    error = InvalidDocument([Fault("$.data", msg("is missing"))])
    assert error.faults == pickle.loads(pickle.dumps(error)).faults
