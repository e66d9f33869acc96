"""Deadlines for a calendar program, as iCalendar (RFC 5545).

Needs the extra ``ical``: ``pip install socialkapitel[ical]``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import Any

from socialkapitel.cases.deadline_rules import Deadline
from socialkapitel.errors import InvalidInput, MissingExtra, WrongType, check_kind
from socialkapitel.i18n import check_language, translate
from socialkapitel.messages import msg

_PRODUCT = "-//socialkapitel//deadlines//EN"


def to_ical(deadlines: Iterable[Deadline], *, stamped_at: datetime, language: str = "en") -> bytes:
    """Deadlines as a calendar file, an entry for each.

    A deadline with a day is an event of that whole day, which leaves the calendar's owner free;
    one without a day is a task without a date. No entry names a person or a case.

    Args:
        deadlines: what `Case.deadlines` gave.
        stamped_at: when the file is made, with a time zone; calendar programs want to know.
        language: ``"en"`` or ``"da"``.

    Raises:
        MissingExtra: where icalendar is not installed.
        WrongType: for anything but deadlines and a `datetime.datetime`.
        InvalidInput: for a time without a time zone.

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
    >>> b"DTSTART;VALUE=DATE:20240831" in calendar
    True
    """
    check_language(language)
    check_kind(stamped_at, datetime, "stamped_at")
    if stamped_at.tzinfo is None:
        raise InvalidInput("stamped_at", stamped_at, msg("a time with a time zone"))
    icalendar = _icalendar()
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    if isinstance(deadlines, Deadline) or not isinstance(deadlines, Iterable):
        raise WrongType("deadlines", deadlines, msg("several deadlines"))
    for deadline in deadlines:
        check_kind(deadline, Deadline, "deadlines")
        calendar.add_component(_entry(icalendar, deadline, stamped_at, language))
    written: bytes = calendar.to_ical()
    return written


def _icalendar() -> ModuleType:
    try:
        return import_module("icalendar")
    except ModuleNotFoundError:
        raise MissingExtra("ical", "icalendar") from None


def _entry(icalendar: Any, deadline: Deadline, stamped_at: datetime, language: str) -> Any:
    if deadline.due is None:
        entry = icalendar.Todo()
    else:
        entry = icalendar.Event()
        entry.add("dtstart", deadline.due)
        entry.add("transp", "TRANSPARENT")
    entry.add("uid", f"{deadline.id}.{deadline.due}.{deadline.event}@socialkapitel")
    entry.add("dtstamp", stamped_at)
    entry.add("summary", translate(deadline.label, language))
    because = translate(deadline.because, language)
    source = translate(deadline.source.text, language)
    entry.add("description", f"{because} ({source})")
    entry.add("categories", [deadline.id])
    return entry
