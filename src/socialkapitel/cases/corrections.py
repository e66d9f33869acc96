"""What the events of a case say once the wrong ones are put right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socialkapitel.cases.events import Event, EventCorrected


def effective(events: Iterable[Event], through: date | None = None) -> tuple[Event, ...]:
    """The events as they stand after the corrections that were made through a day, in order.

    Of several corrections of an event the latest recorded counts. The corrections themselves are
    not among them.
    """
    recorded = tuple(events)
    corrections = {
        event.corrects: event
        for event in recorded
        if isinstance(event, EventCorrected) and (through is None or event.on <= through)
    }
    standing = [event for event in recorded if not isinstance(event, EventCorrected)]
    if corrections:
        right = [
            corrections[event.id].replacement if event.id in corrections else event
            for event in standing
        ]
        standing = sorted((event for event in right if event), key=lambda event: event.on)
    return tuple(standing)
