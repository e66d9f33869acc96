"""Every fault of an object is told at once, with its field; and nothing leaks on the way."""

import copy
import importlib
import inspect
import pickle
import pkgutil
import re
import traceback
from datetime import date
from enum import Enum

import attrs
import pytest

import socialkapitel as sk
from socialkapitel.chapters.patterns import EventPattern, FieldPattern
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import (
    InvalidFields,
    InvalidInput,
    MissingExtra,
    SocialkapitelError,
    UnknownName,
    WrongType,
    singly,
)
from socialkapitel.fields import (
    Private,
    as_int,
    checked,
    member,
    named,
    raise_all,
    read_flag,
    read_flag_or_none,
    whole,
)
from socialkapitel.glossary import label_of
from socialkapitel.messages import Label, msg
from socialkapitel.periods import read_date, read_date_or_none
from socialkapitel.sources import Publication

SECRET = "kvalmfeber"
DAY = date(2026, 3, 2)
LATER = date(2026, 3, 3)


class Extent(Enum):
    FULL = "full"
    PARTIAL = "part"

    @property
    def label(self):
        return Label(en=f"{self.value} leave", da=f"Delvis {self.value}")


def read_name(value, field=""):
    if value == "missing":
        raise MissingExtra("identity", "python-stdnum")
    if value not in ("a", "b"):
        raise UnknownName(msg("scheme"), value, ["a", "b"])
    return value


def read_hours(value, field=""):
    return {week: whole(hours, f"{field}[{week}]", 0, 37) for week, hours in dict(value).items()}


@checked
@attrs.frozen(kw_only=True)
class Leave:
    first_day: date = attrs.field(converter=read_date)
    last_day: date | None = attrs.field(
        default=None, converter=read_date_or_none, metadata=named("Until", "Indtil")
    )
    paid: bool = attrs.field(default=True, converter=read_flag)
    _name: str = attrs.field(default="a", converter=read_name)
    hours: dict = attrs.field(default=(), converter=read_hours)
    days: int = attrs.field(init=False, default=0)

    def __attrs_post_init__(self):
        if self.last_day is not None and self.last_day < self.first_day:
            raise InvalidInput("last_day", self.last_day, msg("a day on or after first_day"))
        object.__setattr__(self, "days", self.hours)


@checked
@attrs.frozen
class Note(Private):
    on: date = attrs.field(converter=read_date)
    name: str = attrs.field(converter=read_name)
    lasting: bool | None = attrs.field(default=None, converter=read_flag_or_none)

    def __attrs_post_init__(self):
        if self.name == "b":
            raise InvalidInput("name", self.name, msg("a"))


def read_leave(value, field=""):
    return Leave(**value)


@checked
@attrs.frozen
class Plan:
    leave: Leave = attrs.field(converter=read_leave, metadata=named("Leave", "Orlov"))
    paid: bool = attrs.field(converter=read_flag)


def refused(call):
    with pytest.raises(SocialkapitelError) as caught:
        call()
    return caught.value


def told(error):
    return [(type(fault).__name__, fault.field, fault.value) for fault in error.faults]


def test_what_fits_is_kept_as_it_was_read():
    leave = Leave(first_day="2026-03-02", last_day=LATER)
    assert (DAY, LATER, True, "a") == (leave.first_day, leave.last_day, leave.paid, leave._name)


def test_whole_numbers_of_other_types_become_ints():
    class Seven:
        def __index__(self):
            return 7

    assert 7 == as_int(Seven())
    assert type(as_int(Seven())) is int


def test_a_single_fault_is_a_plain_error():
    error = refused(lambda: Leave(first_day=DAY, paid="ja"))
    assert type(error) is WrongType
    assert ("paid", "ja", (error,)) == (error.field, error.value, error.faults)
    assert (error,) == singly(error)


def test_all_faults_are_told_at_once_in_the_order_of_the_fields():
    error = refused(lambda: Leave(name="c", paid=1, first_day=5, hours={"w1": 38, "w2": 1}))
    assert type(error) is InvalidFields
    assert told(error) == [
        ("WrongType", "first_day", 5),
        ("WrongType", "paid", 1),
        ("UnknownName", "name", "c"),
        ("InvalidInput", "hours[w1]", 38),
    ]
    assert ("first_day", 5) == (error.field, error.value)
    assert error.accepted == error.faults[0].accepted


def test_an_unknown_name_can_be_the_first_fault():
    error = refused(lambda: Leave(first_day=DAY, name="c", hours={"w1": 38}))
    assert ("name", "c") == (error.field, error.value)


def test_what_does_not_go_together_is_told_beside_a_fault_elsewhere():
    error = refused(lambda: Leave(first_day=LATER, last_day=DAY, paid=0))
    assert told(error) == [("WrongType", "paid", 0), ("InvalidInput", "last_day", DAY)]


def test_fields_that_are_wrong_are_not_compared():
    error = refused(lambda: Leave(first_day="soon", last_day=DAY))
    assert told(error) == [("InvalidInput", "first_day", HIDDEN)]


def test_what_does_not_go_together_alone_is_a_plain_error():
    error = refused(lambda: Leave(first_day=LATER, last_day=DAY))
    assert type(error) is InvalidInput
    assert error.label == Label(en="Until", da="Indtil")


def test_faults_of_an_object_within_have_their_way():
    error = refused(lambda: Plan({"first_day": 5, "last_day": 6}, paid=7))
    assert [fault.field for fault in error.faults] == ["leave.first_day", "leave.last_day", "paid"]
    labels = [fault.label and fault.label.en for fault in error.faults]
    assert labels == ["First day of absence", "Until", None]


def test_other_errors_of_the_library_come_out_as_they_are():
    error = refused(lambda: Leave(first_day=5, name="missing"))
    assert isinstance(error, InvalidFields)
    assert [fault.code for fault in error.faults] == ["wrong-type", "missing-extra"]
    assert type(refused(lambda: Leave(first_day=DAY, name="missing"))) is MissingExtra


def test_a_mistake_of_ours_is_not_taken_for_a_refusal():
    @checked
    @attrs.frozen
    class Wrong:
        paid: bool = attrs.field(converter=read_flag)

        def __attrs_post_init__(self):
            "text".missing  # noqa: B018

    with pytest.raises(AttributeError, match="missing"):
        Wrong(paid=True)
    with pytest.raises(AttributeError, match="missing"):
        Wrong(paid=5)


def test_validators_are_asked_as_well():
    def check(_, field, value):
        raise InvalidInput(field.name, value, msg("nothing"))

    @checked
    @attrs.frozen
    class Old:
        paid: bool = attrs.field(validator=check)
        agreed: bool = attrs.field(validator=check)

    assert [fault.field for fault in refused(lambda: Old(1, 2)).faults] == ["paid", "agreed"]


def test_an_object_in_its_own_field_is_not_shown():
    error = refused(lambda: Note(SECRET, SECRET, SECRET))
    assert told(error) == [
        ("InvalidInput", "on", HIDDEN),
        ("UnknownName", "name", HIDDEN),
        ("WrongType", "lasting", HIDDEN),
    ]
    assert SECRET not in f"{error}{error!r}{error.args}{vars(error)}"
    together = refused(lambda: Note(DAY, "b"))
    assert told(together) == [("InvalidInput", "name", HIDDEN)]


@pytest.mark.parametrize(
    "call",
    [
        lambda text: Note(text, "a"),
        lambda text: Note(DAY, text),
        lambda text: Note(text, text, text),
    ],
    ids=["one field", "another", "all fields"],
)
def test_no_frame_of_ours_keeps_what_was_given(call):
    error = refused(lambda: call(SECRET))
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    ours = [frame for frame in frames if frame.f_globals["__name__"] == "socialkapitel.fields"]
    assert 1 == len(ours)
    assert [] == [name for name, value in ours[0].f_locals.items() if SECRET in repr(value)]
    assert (None, None) == (error.__context__, error.__cause__)
    inner = [fault for fault in singly(error) if fault is not error]
    assert [None] * len(inner) == [fault.__traceback__ for fault in inner]
    assert "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


def test_an_error_with_faults_survives_pickle_and_copy():
    error = refused(lambda: Leave(first_day=5, paid=1))
    for other in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert (str(other), told(other), vars(other).keys()) == (
            str(error),
            told(error),
            vars(error).keys(),
        )


def test_the_signature_stays():
    assert list(inspect.signature(Leave).parameters) == [
        "first_day",
        "last_day",
        "paid",
        "name",
        "hours",
    ]


@pytest.mark.parametrize(
    "text", ["FULL", "full", "full leave", "delvis full", Extent.FULL], ids=str
)
def test_a_member_is_known_by_its_names(text):
    assert Extent.FULL is member(text, Extent, "extent")


@pytest.mark.parametrize(("value", "kind"), [("half", InvalidInput), (1, WrongType)])
def test_other_values_are_no_members(value, kind):
    error = refused(lambda: member(value, Extent, "extent"))
    assert (kind, "extent") == (type(error), error.field)


@pytest.mark.parametrize("value", [True, "1", 1.0, None])
def test_whole_numbers_are_ints(value):
    assert type(refused(lambda: whole(value, "days", 0, 5))) is WrongType


@pytest.mark.parametrize("value", [-1, 6])
def test_whole_numbers_have_bounds(value):
    assert type(refused(lambda: whole(value, "days", 0, 5))) is InvalidInput
    assert [0, 5] == [whole(each, "days", 0, 5) for each in (0, 5)]


def classes_that_read():
    """Every attrs class of the library that refuses some of what it is given."""
    for module in pkgutil.walk_packages(sk.__path__, "socialkapitel."):
        for kind in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(kind) and attrs.has(kind) and kind.__module__ == module.name:
                reads = any(field.converter or field.validator for field in attrs.fields(kind))
                if reads or hasattr(kind, "__attrs_post_init__"):
                    yield kind


# Months and the like are made by the thousand. They read nothing: what they are given is compared
# when it is in place, so that nothing is half-built when they refuse it.
PLAIN = {"Month", "Week", "Quarter", "Period"}
WITHIN = {"TemplateFault", "Vocabulary", "Probe", "_Probed"}  # made by the library alone


def test_every_class_that_reads_tells_all_its_faults():
    unchecked = {
        kind.__name__ for kind in classes_that_read() if not hasattr(kind.__init__, "__wrapped__")
    }
    assert PLAIN | WITHIN == unchecked


def test_three_wrong_fields_of_a_job_are_told_at_once():
    error = refused(
        lambda: sk.Flexjob(
            granted_on=date(2006, 3, 1),
            share="3/4",
            starting_pay=sk.Pay.monthly("18297.00"),
            weekly_hours="38",
            atp_class="G",
            other_contributions="0",
        )
    )
    assert ["share", "weekly_hours", "atp_class"] == [fault.field for fault in error.faults]
    assert ["Andel", "Ugentlig arbejdstid", "ATP-sats"] == [
        fault.label.da for fault in error.faults
    ]


JOB = {
    "granted_on": "2008-03-01",
    "started_on": "2008-01-01",
    "ended_on": "2007-12-31",
    "share": "2/3",
    "starting_pay": sk.Pay.monthly("18297.00"),
    "weekly_hours": "37",
    "atp_class": "A",
    "other_contributions": "0",
}
SUBSIDISED = {
    "target_group": "disability_pension",
    "hourly_pay": "115",
    "granted_on": "2024-01-01",
    "started_on": "2024-02-01",
}


@pytest.mark.parametrize(
    ("make", "fields"),
    [
        (lambda: sk.Flexjob(**JOB), ["started_on", "ended_on"]),
        (lambda: sk.Flexjob(**JOB | {"share": "3/4"}), ["share", "started_on", "ended_on"]),
        (lambda: sk.Flexjob(**JOB | {"ended_on": 5}), ["ended_on", "started_on"]),
        (lambda: sk.Flexjob(**JOB | {"started_on": 5, "share": 1}), ["started_on", "share"]),
        (lambda: sk.SubsidisedJob(**SUBSIDISED), ["granted_on", "started_on"]),
        (
            lambda: sk.SubsidisedJob(**SUBSIDISED | {"hourly_pay": 0}),
            ["hourly_pay", "granted_on", "started_on"],
        ),
        (
            lambda: sk.Paid(
                job=sk.SubsidisedJob(target_group="disability_pension", hourly_pay="115"),
                hours="-1",
                pay="5",
                other_contributions="0",
            ),
            ["hours", "pay", "other_contributions"],
        ),
        (lambda: Publication(" ", "2024-02-01", "2024-01-31"), ["name", "valid_to"]),
        (lambda: FieldPattern("roles", (("nobody",),)), ["field"]),
        (lambda: EventPattern("met", 5), ["kind"]),
    ],
)
def test_an_object_wrong_in_a_field_and_across_fields_tells_what_it_can(make, fields):
    error = refused(make)
    assert fields == [fault.field for fault in singly(error)]


def test_a_field_that_is_checked_alone_has_a_reader():
    """Checks across fields are not asked while a field that they compare is wrong."""
    alone = re.compile(r"check_kind\(self\.|says_something\(self\.|\bread_\w+\(self\.")
    found = [
        kind.__name__
        for kind in classes_that_read()
        if kind.__name__ not in PLAIN | WITHIN and "__attrs_post_init__" in vars(kind)
        if alone.search(inspect.getsource(vars(kind)["__attrs_post_init__"]))
    ]
    assert [] == found


def test_a_mistake_of_ours_among_checks_across_fields_is_not_hidden():
    def faults(thing):
        yield InvalidInput("a", 1, msg("2"))
        thing.missing  # noqa: B018

    with pytest.raises(AttributeError):
        raise_all(faults("text"))
    with pytest.raises(AttributeError):
        raise_all(each.missing for each in [DAY])
    assert "a" == refused(lambda: raise_all(faults(Leave(first_day=DAY)))).field
    raise_all([])


def test_every_field_that_a_caller_fills_in_has_a_label():
    """On the field itself, or in the glossary: errors and tables call it by that."""
    nameless = {
        f"{kind.__name__}.{field.alias}"
        for kind in classes_that_read()
        if kind.__name__ not in WITHIN
        for field in attrs.fields(kind)
        if field.init and "label" not in field.metadata and label_of(field.alias) is None
    }
    assert [] == sorted(nameless)


def test_a_member_without_a_label_has_its_names():
    class Bare(Enum):
        ONE = 1

    assert Bare.ONE is member("1", Bare, "number")
    assert type(refused(lambda: member("two", Bare, "number"))) is InvalidInput
