"""Deadlines as iCalendar: an entry each, read back by the writer and by two other parsers."""

import sys
from datetime import UTC, date, datetime, timedelta

import attrs
import icalendar
import ics
import pytest
import vobject
from case_examples import event, opened

from socialkapitel import InvalidInput, UnknownName, WrongType, translate
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.health import Identity
from socialkapitel.cases.ical import to_ical, uid
from socialkapitel.errors import MissingExtra

NOW = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
EVENTS = [
    opened("2012-01-03", person=Identity("070761-4285")),
    event(events.SchemeStarted, "2012-06-30"),
    event(events.AgreementSigned, "2012-07-01"),
]
CASE = Case.replay(EVENTS)
FOUND = CASE.deadlines(date(2012, 12, 31))


def entries(written):
    return list(icalendar.Calendar.from_ical(written).subcomponents)


def test_every_deadline_is_an_entry():
    written = entries(to_ical(FOUND, stamped_at=NOW))
    assert [one.due for one in FOUND] == [
        entry["DTSTART"].dt if "DTSTART" in entry else None for entry in written
    ]
    assert ["VEVENT", "VEVENT", "VEVENT", "VTODO"] == [entry.name for entry in written]
    assert {NOW} == {entry["DTSTAMP"].dt for entry in written}
    assert {NOW} == {entry["LAST-MODIFIED"].dt for entry in written}
    assert len({str(entry["UID"]) for entry in written}) == len(FOUND)
    assert [uid(one) for one in FOUND] == [str(entry["UID"]) for entry in written]


def test_an_entry_tells_no_more_than_that_there_is_a_deadline():
    for language, title in (("en", "A deadline in a case"), ("da", "En frist i en sag")):
        text = to_ical(FOUND, stamped_at=NOW, language=language)
        for entry in entries(text):
            assert {"CONFIDENTIAL"} == {str(entry["CLASS"])}
            assert title == str(entry["SUMMARY"])
            assert {"DESCRIPTION", "CATEGORIES"}.isdisjoint(entry)
        for word in (
            b"section",
            b"flexjob",
            b"sickness",
            b"None",
            *(str(e.id).encode() for e in EVENTS),
        ):
            assert word not in text


def test_details_are_told_where_they_are_asked_for():
    written = entries(to_ical(FOUND, stamped_at=NOW, details=True))
    assert [str(one.label) for one in FOUND] == [str(entry["SUMMARY"]) for entry in written]
    assert [f"{translate(one.because, 'en')} ({one.source})" for one in FOUND] == [
        str(entry["DESCRIPTION"]) for entry in written
    ]
    assert [[one.id] for one in FOUND] == [entry["CATEGORIES"].cats for entry in written]
    assert {"CONFIDENTIAL"} == {str(entry["CLASS"]) for entry in written}


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("file 17", ["A deadline in a case (file 17)"] * 4),
        (
            lambda deadline: f"file {deadline.event.int % 7}",
            [f"A deadline in a case (file {one.event.int % 7})" for one in FOUND],
        ),
    ],
)
def test_a_reference_of_the_callers_own_stands_in_the_title(reference, expected):
    written = entries(to_ical(FOUND, stamped_at=NOW, reference=reference))
    assert expected == [str(entry["SUMMARY"]) for entry in written]


def test_alarms_remind_before_the_day():
    week = timedelta(days=7)
    written = entries(to_ical(FOUND, stamped_at=NOW, alarms=[week, timedelta(0)]))
    for entry in written:
        alarms = [(one["TRIGGER"].dt, str(one["DESCRIPTION"])) for one in entry.subcomponents]
        title = "A deadline in a case"
        expected = [(-week, title), (timedelta(0), title)] if "DTSTART" in entry else []
        assert expected == alarms
    assert [] == [
        one for entry in entries(to_ical(FOUND, stamped_at=NOW)) for one in entry.subcomponents
    ]


@pytest.mark.parametrize(("name", "expected"), [(None, "Frister"), ("Sager i HR", "Sager i HR")])
def test_the_calendar_has_a_name(name, expected):
    calendar = icalendar.Calendar.from_ical(
        to_ical(FOUND, stamped_at=NOW, language="da", name=name)
    )
    assert [expected, expected] == [str(calendar["NAME"]), str(calendar["X-WR-CALNAME"])]


LEAVE = event(events.SickLeaveStarted, "2024-01-08")
OPEN = opened("2024-01-01")
LATER = NOW + timedelta(days=1)


def started_on(day):
    """A leave whose first day was recorded wrongly, and put right."""
    fix = event(
        events.EventCorrected,
        "2024-02-20",
        corrects=LEAVE.id,
        replacement=attrs.evolve(LEAVE, on=date.fromisoformat(day)),
    )
    return Case.replay([OPEN, LEAVE, fix]).deadlines(date(2024, 2, 20))


def test_a_day_that_moves_moves_its_entry():
    before = Case.replay([OPEN, LEAVE]).deadlines(date(2024, 2, 20))
    after = started_on("2024-01-10")
    [one, two] = [
        {str(entry["UID"]): entry for entry in entries(to_ical(found, stamped_at=stamp))}
        for found, stamp in ((before, NOW), (after, LATER))
    ]
    assert one.keys() == two.keys()
    moved = [key for key in one if one[key]["DTSTART"].dt != two[key]["DTSTART"].dt]
    assert len(moved) > 3
    assert all(one[key]["SEQUENCE"] < two[key]["SEQUENCE"] for key in one)
    assert all(one[key]["LAST-MODIFIED"].dt < two[key]["LAST-MODIFIED"].dt for key in one)


def test_what_is_due_no_longer_is_taken_back():
    before = Case.replay([OPEN, LEAVE]).deadlines(date(2024, 2, 20))
    kept = {uid(one) for one in before[:2]}
    gone = [one for one in before if uid(one) not in kept]
    text = to_ical(
        before[:2], stamped_at=LATER, cancelled=gone, alarms=[timedelta(days=1)], details=True
    )
    written = {str(entry["UID"]): entry for entry in entries(text)}
    assert {uid(one) for one in before} == written.keys()
    for key, entry in written.items():
        assert ("STATUS" in entry) is (key not in kept)
        if key not in kept:
            assert "CANCELLED" == str(entry["STATUS"])
            assert [] == entry.subcomponents
            assert "DESCRIPTION" not in entry


def test_months_and_quarters_of_one_event_have_entries_of_their_own():
    flexjob = Case.replay([opened("2008-01-01"), event(events.SchemeStarted, "2008-01-07")])
    found = flexjob.deadlines(date(2014, 2, 1), state_scheme=True)
    assert len(found) == len({uid(one) for one in found}) > 5
    claims = Case.replay([OPEN, LEAVE]).deadlines(date(2024, 6, 1))
    assert len(claims) == len({uid(one) for one in claims}) == 7


def by_ics(text):
    calendar = ics.Calendar(text.decode())
    found = {one.uid: (one.begin.date(), one.name) for one in calendar.events}
    return found | {one.uid: (None, one.name) for one in calendar.todos}


def by_vobject(text):
    calendar = vobject.readOne(text.decode())
    return {
        one.uid.value: (one.dtstart.value if hasattr(one, "dtstart") else None, one.summary.value)
        for one in calendar.getChildren()
        if one.name in {"VEVENT", "VTODO"}
    }


@pytest.mark.parametrize("read", [by_ics, by_vobject])
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"details": True, "language": "da"},
        {"alarms": [timedelta(days=3)], "reference": "sag 17; æ, ø", "name": "Frister, HR"},
        {"cancelled": started_on("2024-01-10")},
    ],
)
def test_other_parsers_read_the_same(read, given):
    text = to_ical(FOUND, stamped_at=NOW, **given)
    expected = {
        str(entry["UID"]): (
            entry["DTSTART"].dt if "DTSTART" in entry else None,
            str(entry["SUMMARY"]),
        )
        for entry in entries(text)
    }
    assert expected == read(text)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"reference": 5}, WrongType),
        ({"reference": lambda _: 5}, WrongType),
        ({"name": 5}, WrongType),
        ({"details": 1}, WrongType),
        ({"alarms": timedelta(days=1)}, WrongType),
        ({"alarms": 5}, WrongType),
        ({"alarms": [5]}, WrongType),
        ({"alarms": [timedelta(days=-1)]}, InvalidInput),
        ({"alarms": [timedelta(days=367)]}, InvalidInput),
        ({"cancelled": [5]}, WrongType),
        ({"cancelled": FOUND[0]}, WrongType),
    ],
)
def test_bad_arguments_are_refused(given, error):
    with pytest.raises(error) as caught:
        to_ical(FOUND, stamped_at=NOW, **given)
    assert [*given] == [caught.value.field]


def test_the_same_deadlines_give_the_same_file():
    assert to_ical(FOUND, stamped_at=NOW) == to_ical(iter(FOUND), stamped_at=NOW)


def test_nobody_is_named():
    assert b"0707" not in to_ical(FOUND, stamped_at=NOW)


def test_no_deadlines_give_an_empty_calendar():
    written = to_ical((), stamped_at=NOW)
    assert [] == entries(written)
    assert b"BEGIN:VCALENDAR" in written


@pytest.mark.parametrize("deadlines", [5, [5], FOUND[0], None])
def test_only_deadlines_are_taken(deadlines):
    with pytest.raises(WrongType) as caught:
        to_ical(deadlines, stamped_at=NOW)
    assert "deadlines" == caught.value.field


@pytest.mark.parametrize(
    ("stamped_at", "error"),
    [
        (date(2012, 1, 1), WrongType),
        ("2012-01-01", WrongType),
        (NOW.replace(tzinfo=None), InvalidInput),
        (datetime(1999, 12, 31, tzinfo=UTC), InvalidInput),
    ],
)
def test_the_time_has_a_zone(stamped_at, error):
    with pytest.raises(error) as caught:
        to_ical(FOUND, stamped_at=stamped_at)
    assert "stamped_at" == caught.value.field


def test_a_language_is_one_of_ours():
    with pytest.raises(UnknownName):
        to_ical(FOUND, stamped_at=NOW, language="sv")


def test_without_icalendar_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtra) as caught:
        to_ical(FOUND, stamped_at=NOW)
    assert "icalendar is missing; install socialkapitel[ical]" == str(caught.value)
