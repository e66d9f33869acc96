"""What the events of a case tell of the facts that chapters ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from uuid import UUID

import attrs

from socialkapitel.cases.events import (
    CaseClosed,
    CaseOutcome,
    Consideration,
    Event,
    MeasureConsidered,
    RelocationExplored,
    SchemeStarted,
    WorkTrialHeld,
)
from socialkapitel.cases.jobs import runs
from socialkapitel.schemes import Facts, MeasureState, Terms

SETTLED = (MeasureState.TRIED, MeasureState.RULED_OUT)
"""The states in which a measure need not come first any more."""

_STATES = {
    Consideration.TRIED: MeasureState.TRIED,
    Consideration.RULED_OUT: MeasureState.RULED_OUT,
}
_TERMS = {
    "flexjob": Terms.FLEXJOB,
    "flexjob-since-2013": Terms.FLEXJOB_SINCE_2013,
    "special-terms": Terms.SPECIAL,
    "rehabilitation": Terms.WAGE_SUBSIDY,
    "disability-pension-job": Terms.WAGE_SUBSIDY,
    "wage-subsidy-unemployed": Terms.WAGE_SUBSIDY,
}


@attrs.frozen
class CaseFacts:
    """What is known, and the event that tells each fact that a case adds."""

    facts: Facts
    told_by: Mapping[str, UUID]


def settled(events: Iterable[Event]) -> dict[str, tuple[MeasureState, UUID]]:
    """The measures that events settle, with the last event that does.

    A scheme that began is tried; so is the ability in a work trial; and where no other work was
    found, relocation is ruled out.
    """
    found: dict[str, tuple[MeasureState, UUID]] = {}
    for event in events:
        match event:
            case MeasureConsidered() if event.state in _STATES:
                found[event.scheme] = _STATES[event.state], event.id
            case SchemeStarted():
                found[event.scheme] = MeasureState.TRIED, event.id
            case WorkTrialHeld():
                found["work-trial"] = MeasureState.TRIED, event.id
            case RelocationExplored(found=False):
                found["relocation"] = MeasureState.RULED_OUT, event.id
            case _:
                pass
    return found


def case_facts(events: Sequence[Event], on: date, given: Facts) -> CaseFacts:
    """What the caller knows and what events through a day add. The terms that are given stand."""
    measures = settled(events)
    told = {f"measures.{name}": event_id for name, (_, event_id) in measures.items()}
    terms = given.terms
    if terms is None and (found := _terms(events, on)) is not None:
        terms, told["terms"] = found
    states = {name: state for name, (state, _) in measures.items()}
    facts = attrs.evolve(given, terms=terms, measures=dict(given.measures) | states)
    return CaseFacts(facts, MappingProxyType(told))


def _terms(events: Sequence[Event], on: date) -> tuple[Terms, UUID] | None:
    """The terms of the job on a day, where a scheme or the closing tells them."""
    running = [
        (_TERMS[run.scheme], run.started.id)
        for run in runs(events)
        if run.scheme in _TERMS and (run.last_day is None or run.last_day >= on)
    ]
    if running:
        return running[-1]
    last = events[-1]
    if isinstance(last, CaseClosed) and last.outcome is CaseOutcome.KEPT_ORDINARY:
        return Terms.ORDINARY, last.id
    return None
