"""Deadlines for a calendar program, as iCalendar (RFC 5545).

Needs the extra ``ical``: ``pip install socialkapitel[ical]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import ModuleType
from typing import Any, TypeAlias
from uuid import uuid5

import attrs

from socialkapitel.cases.deadline_rules import CLAIM, STATE_ADJUSTMENT, STATE_CLAIM, Deadline
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, MissingExtra, WrongType, check_kind
from socialkapitel.i18n import check_language, translate
from socialkapitel.messages import Label, msg
from socialkapitel.periods import Month, Quarter

Reference: TypeAlias = str | Callable[[Deadline], str]

SEVERAL: dict[str, type[Month | Quarter]] = {
    CLAIM.id: Month,
    STATE_CLAIM.id: Quarter,
    STATE_ADJUSTMENT.id: Quarter,
}
"""Rules by which one event can cause several deadlines, each for a period of its own."""

_PRODUCT = "-//socialkapitel//deadlines//EN"
_NAME = Label(en="Deadlines", da="Frister")
_NEUTRAL = Label(en="A deadline in a case", da="En frist i en sag")
_SEQUENCES_FROM = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST_ALARM = timedelta(days=366)


def to_ical(
    deadlines: Iterable[Deadline],
    *,
    stamped_at: datetime,
    language: str = "en",
    name: str | None = None,
    details: bool = False,
    reference: Reference | None = None,
    alarms: Iterable[timedelta] = (),
    cancelled: Iterable[Deadline] = (),
) -> bytes:
    """Deadlines as a calendar file, an entry for each.

    A deadline with a day is an event of that whole day, which leaves the calendar's owner free; one
    without a day is a task without a date. Calendars are often shared: each entry is marked as
    confidential, names no person and no case, and says only that there is a deadline, unless
    details are asked for.

    An entry is recognised by its ``UID``, which stays when its day moves; a later file has a higher
    ``SEQUENCE``, so that calendar programs update the entry. What was in an earlier file and is no
    longer due is withdrawn with ``cancelled``.

    Args:
        deadlines: what `Case.deadlines` gave.
        stamped_at: when the file is made, with a time zone, in 2000 or later.
        language: ``"en"`` or ``"da"``.
        name: what the calendar is called; None for "Deadlines".
        details: whether entries say what is due, why, and by which rule.
        reference: the caller's own words for the case, such as a number of its file, or a function
            that returns them for a deadline; they are shown in the entry's title.
        alarms: how long before the day to remind, such as ``timedelta(days=7)``.
        cancelled: deadlines of an earlier file that are no longer due.

    Raises:
        MissingExtra: where icalendar is not installed.
        WrongType: for anything but deadlines, texts, and a `datetime.datetime`.
        InvalidInput: for a time without a time zone or before 2000, and an alarm after the day or
            more than a year before it.

    >>> from datetime import UTC, date
    >>> from uuid import UUID
    >>> from socialkapitel.cases import events
    >>> from socialkapitel.cases.case import Case
    >>> who = {"role": "nearest-manager"}
    >>> purpose = events.Purpose.RETENTION
    >>> case = Case.replay(
    ...     [
    ...         events.CaseOpened(id=UUID(int=1), on=date(2024, 3, 1), purpose=purpose, **who),
    ...         events.AgreementSigned(
    ...             id=UUID(int=2),
    ...             on=date(2024, 3, 1),
    ...             scheme="mentor",
    ...             valid_to=date(2024, 8, 31),
    ...             **who,
    ...         ),
    ...     ]
    ... )
    >>> found = case.deadlines(date(2024, 3, 1))
    >>> calendar = to_ical(found, stamped_at=datetime(2024, 3, 1, 8, tzinfo=UTC))
    >>> b"DTSTART;VALUE=DATE:20240831" in calendar, b"SUMMARY:A deadline in a case" in calendar
    (True, True)
    """
    check_language(language)
    writer = _CalendarWriter(
        icalendar=_icalendar(),
        stamped_at=_read_stamp(stamped_at),
        language=language,
        details=check_kind(details, bool, "details"),
        reference=_read_reference(reference),
        alarms=_read_alarms(alarms),
    )
    calendar = writer.icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    called = translate(_NAME, language) if name is None else check_kind(name, str, "name")
    calendar.add("name", called)
    calendar.add("x-wr-calname", called)
    for field, given in (("deadlines", deadlines), ("cancelled", cancelled)):
        if isinstance(given, Deadline) or not isinstance(given, Iterable):
            raise WrongType(field, given, msg("several deadlines"))
        for deadline in given:
            check_kind(deadline, Deadline, field)
            calendar.add_component(writer.entry(deadline, cancelled=field == "cancelled"))
    written: bytes = calendar.to_ical()
    return written


def _read_stamp(value: datetime) -> datetime:
    check_kind(value, datetime, "stamped_at")
    if value.tzinfo is None:
        raise InvalidInput("stamped_at", value, msg("a time with a time zone"))
    if value < _SEQUENCES_FROM:
        raise InvalidInput("stamped_at", value, msg("a time in 2000 or later"))
    return value.astimezone(UTC)


def _read_reference(value: Reference | None) -> Reference | None:
    if value is not None and not isinstance(value, str) and not callable(value):
        raise WrongType("reference", HIDDEN, msg("a text, or a function that gives one"))
    return value


def _read_alarms(value: Iterable[timedelta]) -> tuple[timedelta, ...]:
    accepted = msg("times from 0 to 366 days before the day, such as timedelta(days=7)")
    if isinstance(value, timedelta) or not isinstance(value, Iterable):
        raise WrongType("alarms", value, accepted)
    alarms = tuple(value)
    for alarm in alarms:
        if not isinstance(alarm, timedelta):
            raise WrongType("alarms", alarm, accepted)
        if not timedelta(0) <= alarm <= _LONGEST_ALARM:
            raise InvalidInput("alarms", str(alarm), accepted)
    return alarms


def _icalendar() -> ModuleType:
    try:
        return import_module("icalendar")
    except ModuleNotFoundError:
        raise MissingExtra("ical", "icalendar") from None


@attrs.frozen(kw_only=True)
class _CalendarWriter:
    """Writes entries with the caller's options."""

    icalendar: Any
    stamped_at: datetime
    language: str
    details: bool
    reference: Reference | None
    alarms: tuple[timedelta, ...]

    def entry(self, deadline: Deadline, *, cancelled: bool) -> Any:
        """A deadline as an event, or as a task where it has no day."""
        if deadline.due is None:
            entry = self.icalendar.Todo()
        else:
            entry = self.icalendar.Event()
            entry.add("dtstart", deadline.due)
            entry.add("transp", "TRANSPARENT")
        entry.add("uid", uid(deadline))
        entry.add("dtstamp", self.stamped_at)
        entry.add("last-modified", self.stamped_at)
        entry.add("sequence", int((self.stamped_at - _SEQUENCES_FROM).total_seconds()))
        entry.add("class", "CONFIDENTIAL")
        title = self._title(deadline)
        entry.add("summary", title)
        if cancelled:
            entry.add("status", "CANCELLED")
            return entry
        if self.details:
            because = translate(deadline.because, self.language)
            source = translate(deadline.source.text, self.language)
            entry.add("description", f"{because} ({source})")
            entry.add("categories", [deadline.id])
        for before in self.alarms if deadline.due is not None else ():
            alarm = self.icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", -before)
            entry.add_component(alarm)
        return entry

    def _title(self, deadline: Deadline) -> str:
        title = translate(deadline.label if self.details else _NEUTRAL, self.language)
        if self.reference is None:
            return title
        given = self.reference if isinstance(self.reference, str) else self.reference(deadline)
        return f"{title} ({check_kind(given, str, 'reference')})"


def uid(deadline: Deadline) -> str:
    """What identifies an entry: its rule, its event, and which of several it is.

    It reveals neither: it is a name-based UUID (version 5) in the namespace of the event's. Where
    an event causes a deadline for each month or quarter, their months distinguish them.
    """
    which = deadline.id
    if deadline.period is not None and deadline.id in SEVERAL:
        which += f".{SEVERAL[deadline.id].of(deadline.period.start)}"
    return f"{uuid5(deadline.event, which)}@socialkapitel"
