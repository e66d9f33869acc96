"""How long it took from the first sign to the first talk (tidlig indsats)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import attrs

from socialkapitel.cases.events import Event
from socialkapitel.chapters.signs import FIRST_SIGNS, TALK, missing_events, shown
from socialkapitel.explanation import Outcome
from socialkapitel.messages import Label, Text, msg


@attrs.frozen(kw_only=True)
class EarlyAction:
    """The days from the first sign of a change to the first talk about it (tidlig indsats).

    Attributes:
        first_sign: when a concern, a changed ability or a sick leave was first recorded.
        first_talk: when somebody first talked with the employee, on that day or later.
        on: the day of the review.
        limit: the days that the caller allows; None where none are set. The chapters set none.
        events: the ids of the two events, as far as there are such.
    """

    first_sign: date | None
    first_talk: date | None
    on: date
    limit: int | None
    events: tuple[UUID, ...]

    @property
    def days(self) -> int | None:
        """The days between; None where one of the two is not recorded."""
        if self.first_sign is None or self.first_talk is None:
            return None
        return (self.first_talk - self.first_sign).days

    @property
    def late(self) -> bool:
        """Whether more days than the limit went by, until the talk or so far without one."""
        if self.first_sign is None or self.limit is None:
            return False
        return ((self.first_talk or self.on) - self.first_sign).days > self.limit

    @property
    def outcome(self) -> Outcome:
        """Whether it was in time; without a limit the days are only counted."""
        if self.late:
            return Outcome.NOT_FULFILLED
        if self.days is None:
            return Outcome.UNRESOLVED
        return Outcome.CALCULATED if self.limit is None else Outcome.FULFILLED

    @property
    def because(self) -> Text:
        """The days in words."""
        if self.first_sign is None:
            return Label(
                en="no first sign of a change is recorded",
                da="intet første tegn på en ændring er registreret",
            )
        if self.first_talk is None:
            waited = (self.on - self.first_sign).days
            return msg("no talk is recorded; days since the first sign: {days}", days=waited)
        if self.limit is None:
            return msg("days from the first sign to the first talk: {days}", days=self.days)
        return msg(
            "days from the first sign to the first talk: {days}; allowed: {limit}",
            days=self.days,
            limit=self.limit,
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not recorded, where that leaves it open."""
        if self.outcome is not Outcome.UNRESOLVED:
            return ()
        lacks = FIRST_SIGNS if self.first_sign is None else TALK
        return missing_events(lacks)


def early_action(events: Sequence[Event], on: date, limit: int | None) -> EarlyAction:
    """The first sign and the first talk among events through a day."""
    sign = next(shown(events, FIRST_SIGNS), None)
    after = [] if sign is None else [event for event in events if event.on >= sign.on]
    talk = next(shown(after, TALK), None)
    return EarlyAction(
        first_sign=None if sign is None else sign.on,
        first_talk=None if talk is None else talk.on,
        on=on,
        limit=limit,
        events=tuple(event.id for event in (sign, talk) if event is not None),
    )
