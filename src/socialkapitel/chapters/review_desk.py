"""What every finding of a review is made with: the record, the facts, and what was done wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

import attrs

from socialkapitel.cases.case import Case
from socialkapitel.cases.events import Event
from socialkapitel.chapters.case_facts import CaseFacts, case_facts
from socialkapitel.chapters.early_action import EarlyAction, early_action
from socialkapitel.chapters.events import EventKind
from socialkapitel.chapters.intervention import Start, starts
from socialkapitel.chapters.model import Chapter
from socialkapitel.chapters.signs import EVIDENCE, shown
from socialkapitel.parameters import ParameterSet
from socialkapitel.schemes import Facts


@attrs.frozen(kw_only=True)
class Desk:
    """The record of a case through a day, as a chapter's principles and duties look at it.

    ``proofs`` has the kinds of events that are recorded, each with the ids of the events of the
    case; a kind that the caller knows of has none.
    """

    on: date
    events: tuple[Event, ...]
    known: CaseFacts
    proofs: Mapping[EventKind, tuple[UUID, ...]]
    early: EarlyAction
    starts: tuple[Start, ...]
    parameters: ParameterSet | None

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The schemes that should have come before one that was started."""
        return tuple(dict.fromkeys(name for start in self.starts for name in start.passed_over))


def desk(
    case: Case,
    chapter: Chapter,
    on: date,
    *,
    limit: int | None,
    recorded: Iterable[EventKind],
    facts: Facts,
    parameters: ParameterSet | None,
) -> Desk:
    """Lay a case out for review."""
    events = tuple(event for event in case.events if event.on <= on)
    early = early_action(events, on, limit)
    return Desk(
        on=on,
        events=events,
        known=case_facts(events, on, facts),
        proofs=_proofs(events, recorded, early.first_sign),
        early=early,
        starts=starts(case.opening, events, chapter, facts, parameters),
        parameters=parameters,
    )


def _proofs(
    events: Sequence[Event], recorded: Iterable[EventKind], first_sign: date | None
) -> dict[EventKind, tuple[UUID, ...]]:
    """What is recorded; a talk before the first sign was about something else."""
    found: dict[EventKind, tuple[UUID, ...]] = dict.fromkeys(recorded, ())
    for kind, signs in EVIDENCE.items():
        since = first_sign if kind is EventKind.CONVERSATION_HELD else None
        ids = tuple(
            event.id for event in shown(events, signs) if since is None or event.on >= since
        )
        if ids:
            found[kind] = ids
    return found
