"""Deadlines as iCalendar: an entry each, read back by the library that wrote them."""

import sys
from datetime import UTC, date, datetime

import icalendar
import pytest
from case_examples import event, opened

from socialkapitel import InvalidInput, UnknownName, WrongType, translate
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.health import Identity
from socialkapitel.cases.ical import to_ical
from socialkapitel.errors import MissingExtra

NOW = datetime(2012, 12, 31, 9, 30, tzinfo=UTC)
CASE = Case.replay(
    [
        opened("2012-01-03", person=Identity("070761-4285")),
        event(events.SchemeStarted, "2012-06-30"),
        event(events.AgreementSigned, "2012-07-01"),
    ]
)
FOUND = CASE.deadlines(date(2012, 12, 31))


def entries(written):
    return list(icalendar.Calendar.from_ical(written).subcomponents)


def test_every_deadline_is_an_entry():
    written = entries(to_ical(FOUND, stamped_at=NOW))
    assert [one.due for one in FOUND] == [
        entry["DTSTART"].dt if "DTSTART" in entry else None for entry in written
    ]
    assert ["VEVENT", "VEVENT", "VEVENT", "VTODO"] == [entry.name for entry in written]
    assert [str(one.label) for one in FOUND] == [str(entry["SUMMARY"]) for entry in written]
    assert [f"{translate(one.because, 'en')} ({one.source})" for one in FOUND] == [
        str(entry["DESCRIPTION"]) for entry in written
    ]
    assert {NOW} == {entry["DTSTAMP"].dt for entry in written}
    assert len({str(entry["UID"]) for entry in written}) == len(FOUND)
    assert [f"{one.id}.{one.due}.{one.event}@socialkapitel" for one in FOUND] == [
        str(entry["UID"]) for entry in written
    ]


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


def test_in_danish():
    written = entries(to_ical(FOUND, stamped_at=NOW, language="da"))
    assert [one.label.da for one in FOUND] == [str(entry["SUMMARY"]) for entry in written]
    assert "måneder" in str(written[0]["DESCRIPTION"])
