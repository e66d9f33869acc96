"""The times in which schemes run, and what was decided and agreed for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

import attrs

from socialkapitel.cases.events import (
    CaseClosed,
    CaseOutcome,
    DecisionReceived,
    Event,
    FlexjobTerms,
    NoticeGiven,
    SchemeAdjusted,
    SchemeEnded,
    SchemeStarted,
    SubsidisedTerms,
)
from socialkapitel.periods import Month

T = TypeVar("T")
Terms: TypeAlias = FlexjobTerms | SubsidisedTerms

_ENDS_JOB = (CaseOutcome.LEFT, CaseOutcome.PENSION)


@attrs.frozen
class Run:
    """One time in which a scheme runs (forløb).

    ``last_day`` is None while no end is known: the scheme's own, that of the employment, or the
    day on which the case was closed because the person left.
    """

    started: SchemeStarted
    adjusted: tuple[SchemeAdjusted, ...] = ()
    last_day: date | None = None

    @property
    def scheme(self) -> str:
        """The scheme's id."""
        return self.started.scheme

    def overlaps(self, month: Month) -> bool:
        """Whether the scheme runs on a day of the month."""
        begun = self.started.on <= month.last_day
        return begun and (self.last_day is None or month.first_day <= self.last_day)

    def fills(self, month: Month) -> bool:
        """Whether the scheme runs on every day of the month."""
        begun = self.started.on <= month.first_day
        return begun and (self.last_day is None or month.last_day <= self.last_day)

    def terms(self, month: Month) -> tuple[Terms | None, ...]:
        """The terms that hold in the month, each once; None among them where they aren't known."""
        known: list[tuple[date, Terms | None]] = [(self.started.on, self.started.terms)]
        known += [(event.on, event.terms) for event in self.adjusted if event.terms is not None]
        return holding(known, month)


def holding(changes: Sequence[tuple[date, T]], month: Month) -> tuple[T, ...]:
    """The values that hold in a month, each once, where each holds until the next.

    ``changes`` are in order of time. What comes first within the month holds from where it begins.
    """
    before = [day for day, _ in changes if day <= month.first_day]
    first = before[-1] if before else month.first_day
    held = [value for day, value in changes if first <= day <= month.last_day]
    return tuple(dict.fromkeys(held))


def runs(events: Iterable[Event]) -> tuple[Run, ...]:
    """Every time in which a scheme runs, in the order in which they began."""
    found: list[Run] = []
    now: dict[str, int] = {}  # where the run of each scheme that runs stands in the list
    job_ends: date | None = None
    for event in events:
        match event:
            case SchemeStarted():
                now[event.scheme] = len(found)
                found.append(Run(event))
            case SchemeAdjusted():
                run = found[now[event.scheme]]
                found[now[event.scheme]] = attrs.evolve(run, adjusted=(*run.adjusted, event))
            case SchemeEnded():
                place = now.pop(event.scheme)
                found[place] = attrs.evolve(found[place], last_day=event.on)
            case NoticeGiven():
                job_ends = event.last_day
            case CaseClosed() if event.outcome in _ENDS_JOB:
                job_ends = job_ends or event.on
            case CaseClosed():
                job_ends = None
            case _:
                pass
    for place in now.values():
        found[place] = attrs.evolve(found[place], last_day=job_ends)
    return tuple(found)


def grants(events: Iterable[Event], run: Run, through: date) -> tuple[DecisionReceived, ...]:
    """The grant that a scheme began with, and those that came since, through a day."""
    known = [
        event
        for event in events
        if isinstance(event, DecisionReceived)
        and event.granted
        and event.scheme == run.scheme
        and event.on <= through
    ]
    before = [event for event in known if event.on <= run.started.on]
    return (*before[-1:], *known[len(before) :])
