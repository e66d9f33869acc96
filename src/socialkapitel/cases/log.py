"""Events in order, kept so that adding one costs the same however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from uuid import UUID

from socialkapitel.cases.events import Event


class EventLog:
    """Events in order, shared by the versions of a case: each version sees its first so many.

    Appending to the newest version adds to the log. Any other version gets a log of its own.
    """

    __slots__ = ("_lock", "_places", "events")

    def __init__(self, events: Iterable[Event]) -> None:
        self.events: list[Event] = list(events)
        self._places = {event.id: place for place, event in enumerate(self.events)}
        self._lock = Lock()

    def find(self, event_id: UUID, version: int) -> Event | None:
        """The event of that id among the first so many."""
        place = self._places.get(event_id)
        return self.events[place] if place is not None and place < version else None

    def extended(self, event: Event, version: int) -> EventLog:
        """A log whose first so many events are the same, and then comes this one."""
        with self._lock:
            if len(self.events) == version:
                self._places[event.id] = version
                self.events.append(event)
                return self
        return EventLog([*self.events[:version], event])
