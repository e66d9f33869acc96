"""The errors of cases: each is also the builtin that fits, and carries its facts."""

import copy
import pickle
from datetime import date

import pytest

import socialkapitel as sk
from socialkapitel.cases.errors import IllegalEvent, NotEntitled, StaleVersion
from socialkapitel.errors import SealedContent
from socialkapitel.messages import msg

DAY = date(2022, 1, 3)
REASON = msg("the scheme is already in progress: {scheme}", scheme="aids")
EXAMPLES = [
    NotEntitled("hr", "HealthNote", ("employee", "doctor")),
    SealedContent("Case"),
    IllegalEvent("scheme-started", DAY, REASON, ("a", "case-closed")),
    IllegalEvent("scheme-started", DAY, REASON, ()),
    StaleVersion(3, 5),
]


@pytest.mark.parametrize(
    ("kind", "builtin", "code"),
    [
        (NotEntitled, PermissionError, "not-entitled"),
        (SealedContent, TypeError, "sealed-content"),
        (IllegalEvent, ValueError, "illegal-event"),
        (StaleVersion, RuntimeError, "stale-version"),
    ],
)
def test_each_error_is_the_builtin_that_fits(kind, builtin, code):
    assert issubclass(kind, sk.SocialkapitelError)
    assert issubclass(kind, builtin)
    assert code == kind.code
    assert kind is getattr(sk, kind.__name__)


@pytest.mark.parametrize("error", EXAMPLES, ids=str)
def test_an_error_survives_pickle_and_copy(error):
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert (type(error), str(error), vars(error)) == (type(again), str(again), vars(again))


def test_errors_say_what_to_do():
    assert [
        "HealthNote is not for hr; only for employee, doctor",
        "Case is not pickled, as it may hold private texts; store the events as JSON",
        (
            'the event "a scheme began" of 2022-01-03 is not recorded: the scheme is already in'
            " progress: aids."
            " These can be recorded: a; the case was closed"
        ),
        (
            'the event "a scheme began" of 2022-01-03 is not recorded: the scheme is already in'
            " progress: aids."
            " Nothing can be recorded any more"
        ),
        "the case is at version 5, not 3; read it again before recording",
    ] == [str(error) for error in EXAMPLES]


@pytest.mark.parametrize("error", EXAMPLES, ids=str)
def test_errors_speak_danish(error):
    assert sk.translate(error.message, "da") not in {"", str(error)}
