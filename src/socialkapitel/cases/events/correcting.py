"""Correcting what was recorded wrongly: the wrong event stays in the record."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

import attrs

from socialkapitel.cases.events.base import Event, may_be, read_id
from socialkapitel.cases.rights import COURSE
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg


def _read_corrected(value: UUID | str) -> UUID:
    return read_id(value, "corrects")


@checked
@attrs.frozen(kw_only=True)
class EventCorrected(Event):
    """An event that was recorded wrongly is corrected or withdrawn (rettelse).

    The case is worked out again as if the right event had been recorded instead of the wrong one;
    both stay in the record. A later correction of the same event replaces this one. The event's own
    day is that of the correction.

    Attributes:
        corrects: the id of the event that was wrong.
        replacement: what is right, an event of any kind with the same id, of the day of the
            correction or an earlier one; None where no such event happened.

    >>> from datetime import date
    >>> from socialkapitel.cases.events.course import ConcernRaised
    >>> right = ConcernRaised(id=UUID(int=7), on=date(2024, 3, 4), role="employee")
    >>> corrected = EventCorrected(
    ...     id=UUID(int=9), on=date(2024, 5, 6), role="hr", corrects=right.id, replacement=right
    ... )
    >>> corrected.replacement.on
    datetime.date(2024, 3, 4)
    """

    kind = "event-corrected"
    label: ClassVar[Label] = Label(en="an event was corrected", da="en hændelse blev rettet")

    corrects: UUID = attrs.field(converter=_read_corrected, metadata=COURSE)
    replacement: Event | None = attrs.field(default=None, validator=may_be(Event), metadata=COURSE)

    def check(self) -> None:
        """Refuse a replacement that is another event, or is later than the correction."""
        right = self.replacement
        if right is None:
            return
        if isinstance(right, EventCorrected):
            raise InvalidInput(
                "replacement", HIDDEN, msg("an event that is not itself a correction")
            )
        if right.id != self.corrects:
            raise InvalidInput("replacement", HIDDEN, msg("an event with the id of the wrong one"))
        if right.on > self.on:
            raise InvalidInput(
                "replacement", HIDDEN, msg("an event of {day} or an earlier day", day=self.on)
            )
