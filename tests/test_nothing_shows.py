"""What is private stays private in other people's printers, and nothing floods a terminal."""

import inspect
import os
import re
import subprocess
import sys
import traceback
from datetime import date
from functools import cache, partial
from uuid import UUID

import attrs
import pytest
from case_examples import FIELDS
from IPython.lib.pretty import pretty
from rich.pretty import pretty_repr
from rich.traceback import Traceback
from wire.samples import samples

import socialkapitel as sk
from socialkapitel import events, whatif
from socialkapitel.cases.events import EVENTS, Cause, Profile, Sex, ToldCause
from socialkapitel.messages import msg

NUMBER = "070761-4285"
SECRET = "kvalmfeber"
DAY = date(2022, 1, 3)
PROFILE = {"area": "viborg", "birth_year": 1957, "sex": Sex.WOMAN, "cause": Cause.MENTAL}
GIVEN = {"id": UUID(int=1), "on": DAY, "role": "hr"}
PRIVATE = ["1957", "woman", "WOMAN", "viborg", "mental", "MENTAL"]


def test_rich_shows_nothing_private():
    opened = events.CaseOpened(
        **GIVEN, purpose=events.Purpose.RETENTION, profile=Profile(**PROFILE)
    )
    text = pretty_repr([sk.Cpr(NUMBER), Profile(**PROFILE), opened, sk.HealthNote(SECRET)])
    assert [] == [word for word in [*PRIVATE, SECRET, NUMBER, "4285"] if word in text]


COMPARED = """
import socialkapitel as sk
from socialkapitel.cases.events import Cause, Profile, Sex

ONE = Profile(area="viborg", birth_year=1957, sex=Sex.WOMAN, cause=Cause.MENTAL)
OTHER = Profile(area="vejle", birth_year=1958, sex=Sex.MAN, cause=Cause.OTHER)
NUMBERS = sk.Cpr("070761-4285"), sk.Cpr("010157-4000")

def test_profiles():
    assert ONE == OTHER

def test_numbers():
    assert NUMBERS[0] == NUMBERS[1]
"""


def test_pytest_does_not_tell_a_difference(tmp_path):
    path = tmp_path / "test_compared.py"
    path.write_text(COMPARED, "utf-8")
    arguments = ["-vv", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(path)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        capture_output=True,
        check=False,
        text=True,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )
    assert "2 failed" in done.stdout
    told = [*PRIVATE, "1958", "man", "MAN", "vejle", "other", "4285", "4000"]
    assert [] == [word for word in told if re.search(rf"\b{word}\b", done.stdout)]


def test_sealed_things_are_compared_with_their_own_kind_alone():
    cause = ToldCause("mental")
    assert [False] * 3 == [
        cause == guess for guess in ("mental", Cause.MENTAL, sk.HealthNote("mental"))
    ]
    assert sk.Cpr(NUMBER) != NUMBER.replace("-", "")


def test_attrs_does_not_open_a_cpr_number():
    assert not attrs.has(sk.Cpr)

    @attrs.frozen
    class Person:
        cpr: sk.Cpr

    assert "4285" not in repr(attrs.asdict(Person(sk.Cpr(NUMBER))))


EVENT_FIELDS = [
    pytest.param(kind, field.name, id=f"{kind.__name__}.{field.name}")
    for kind in EVENTS
    for field in attrs.fields(kind)
]


@pytest.mark.parametrize(("kind", "field"), EVENT_FIELDS)
def test_a_text_in_the_wrong_field_stays_in_no_report(kind, field):
    with pytest.raises(sk.SocialkapitelError) as caught:
        kind(**{**GIVEN, **FIELDS.get(kind, {}), field: SECRET})
    assert_hidden(caught.value)


@pytest.mark.parametrize(
    "refuse",
    [
        lambda text: events.ConversationHeld(**GIVEN, health=text),
        lambda text: events.ConversationHeld(**{**GIVEN, "on": text}, note=text, by=text),
        lambda text: Profile(area=text.upper(), birth_year=text, sex=text, cause=text),
        sk.Cpr,
        lambda text: events.MeasureConsidered(**GIVEN, scheme=text, state=text, reason=text),
        lambda text: events.FlexjobTerms(
            starting_pay=text, weekly_hours=text, atp_class=text, other_contributions=text
        ),
    ],
    ids=["health", "several", "profile", "cpr", "a scheme", "terms"],
)
def test_a_refused_text_stays_in_no_report(refuse):
    with pytest.raises(sk.SocialkapitelError) as caught:
        refuse(SECRET)
    assert_hidden(caught.value)


def assert_hidden(error):
    """The frames of the library, as reporters with local variables show them, hold no secret."""
    stack = traceback.TracebackException.from_exception(error, capture_locals=True).stack
    ours = [frame for frame in stack if "/socialkapitel/" in frame.filename]
    assert ours
    assert SECRET not in str([frame.locals for frame in ours])
    assert SECRET not in f"{error}{error!r}{error.as_dict()}{vars(error)}"
    last = error.__traceback__
    while last.tb_next is not None:
        last = last.tb_next
    # What rich would print, but for the lines of code, which take it long to colour.
    shown = Traceback.extract(type(error), error, last, show_locals=True)
    assert shown.stacks[0].frames[0].locals
    assert SECRET not in repr(shown)


MOST = 1_500
"""The most signs of anything that a terminal shows: a dozen lines."""

FULL_YEAR = {sk.Week(2024, number): "37" for number in range(1, 53)}
LARGE = {
    "a year of absence": lambda: sk.SicknessAbsence(
        first_day=date(2024, 1, 1),
        contract_hours="37",
        hours=FULL_YEAR,
        hourly_pay="185",
        paid_during_sickness=True,
        basis=sk.RefundBasis.ORDINARY,
    ),
    "a year of refunds": lambda: sk.sickness_refund(made("a year of absence")),
    "an event": lambda: events.AbsenceRegistered(**GIVEN, hours=FULL_YEAR),
    "a sweep": lambda: whatif.sweep(
        sk.flexjob_refund, {"job": job()}, month=[sk.Month(2007, one) for one in range(1, 13)]
    ),
    "a timeline": lambda: whatif.timeline(
        {f"plan {number}": sk.OrdinaryWork(pay="1", contributions="0") for number in range(20)},
        sk.Month(2022, 1),
        sk.Month(2023, 12),
    ),
    "a message": lambda: msg("{limit}", limit="x" * 10_000),
    "a label": lambda: sk.Label(en="x" * 10_000, da="x" * 10_000),
    **{f"chapter {name}": partial(sk.chapter, name) for name in sk.CHAPTERS},
}
PUBLIC = {
    name: partial(getattr, sk, name)
    for name in sk.__all__
    if not callable(getattr(sk, name)) and not inspect.ismodule(getattr(sk, name))
}
SHOWN = {**PUBLIC, **{name: partial(samples().get, name) for name in samples()}, **LARGE}


@cache
def made(name):
    return SHOWN[name]()


@pytest.mark.parametrize("shown", [repr, pretty_repr, pretty])
@pytest.mark.parametrize("name", SHOWN)
def test_a_terminal_is_not_flooded(name, shown):
    assert len(shown(made(name))) < MOST


OURS = sorted(
    {type(samples()[name]) for name in samples()}
    | {getattr(sk, name) for name in sk.__all__ if inspect.isclass(getattr(sk, name))}
    | {getattr(whatif, name) for name in whatif.__all__ if inspect.isclass(getattr(whatif, name))},
    key=str,
)


@pytest.mark.parametrize("kind", [kind for kind in OURS if attrs.has(kind)])
def test_a_class_that_holds_many_shows_itself_in_brief(kind):
    """Whatever is in it: a class with a collection is `brief`, or says itself what it shows."""
    holds = [
        field.name
        for field in attrs.fields(kind)
        if field.repr and re.search(r"tuple\[|Mapping|frozenset", str(field.type))
    ]
    assert not holds or "__rich_repr__" in vars(kind)


def job():
    return sk.Flexjob(
        granted_on=date(2006, 3, 1),
        share="2/3",
        starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
