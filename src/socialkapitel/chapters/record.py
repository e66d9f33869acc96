"""What a case records that chapters ask about: facts, early action, and the order of schemes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from uuid import UUID

import attrs

from socialkapitel.brief import brief
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import (
    CaseClosed,
    CaseOpened,
    CaseOutcome,
    Consideration,
    Event,
    MeasureConsidered,
    Purpose,
    RelocationExplored,
    SchemeStarted,
    WorkTrialHeld,
)
from socialkapitel.cases.jobs import runs
from socialkapitel.chapters.content import Chapter
from socialkapitel.chapters.criteria import OCCASIONS, Criterion, Trigger
from socialkapitel.chapters.options import offered
from socialkapitel.chapters.patterns import EventPattern, Window, fitting, in_days, shortfall
from socialkapitel.explanation import Outcome
from socialkapitel.messages import Label, Text, msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.schemes import (
    SCHEMES,
    Facts,
    MeasureState,
    Scheme,
    SchemeGroup,
    Terms,
    assess,
    scheme,
)

_SETTLED = (MeasureState.TRIED, MeasureState.RULED_OUT)
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
    "newly-qualified": Terms.WAGE_SUBSIDY,
}
_GROUPS = {
    Purpose.RETENTION: {SchemeGroup.EMPLOYEE},
    Purpose.ENTRY: {SchemeGroup.OUTSIDER, SchemeGroup.UNEMPLOYED},
}


@brief
@attrs.frozen(kw_only=True)
class EarlyAction:
    """The days from the first sign of a change to the first talk about it (tidlig indsats).

    Attributes:
        first_sign: when a concern, a changed ability or a sick leave was first recorded.
        first_talk: when somebody first talked with the employee, on that day or later.
        on: the day of the review.
        limit: the days that the caller or the chapter allows; None where none are set.
        events: the ids of the two events, where recorded.
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
        """Whether more days than the limit passed, until the talk or so far without one."""
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
            return _NO_SIGN
        if self.days is None:
            return msg(
                "no talk with the employee is recorded since the first sign, {days} ago",
                days=in_days((self.on - self.first_sign).days),
            )
        days = in_days(self.days)
        if self.limit is None:
            return msg("the first talk was held {days} after the first sign", days=days)
        return msg(
            "the first talk was held {days} after the first sign; the limit is {limit}",
            days=days,
            limit=in_days(self.limit),
        )


_NO_SIGN = Label(
    en="no first sign of a change is recorded",
    da="det første tegn på en ændring er ikke registreret",
)


@attrs.frozen
class Start:
    """A scheme that was started, and the schemes that should have come first but did not."""

    event: SchemeStarted
    passed_over: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Record:
    """What is recorded through a day, in a case and elsewhere, for comparison with a chapter.

    Attributes:
        on: the day.
        events: the events of the case and those that are known from elsewhere, in order of time.
        facts: what is known, including from the case.
        told_by: the event of the case that shows a fact, by the fact's name.
        early: how long the first talk took.
        early_missing: what leaves that open.
        starts: every start of a scheme while the chapter was certainly in force.
        parameters: other legal figures than the packaged ones.
    """

    on: date
    events: tuple[Event, ...]
    facts: Facts
    told_by: Mapping[str, UUID]
    early: EarlyAction
    early_missing: tuple[str, ...]
    starts: tuple[Start, ...]
    parameters: ParameterSet | None

    @classmethod
    def of(
        cls,
        case: Case,
        chapter: Chapter,
        on: date,
        *,
        early: Criterion,
        limit: int | None,
        elsewhere: Iterable[Event],
        facts: Facts,
        parameters: ParameterSet | None,
    ) -> Record:
        """The record of a case, with the events that are known from elsewhere."""
        own = case.known_on(on)
        known = {event.id for event in own}
        others = [event for event in elsewhere if event.id not in known]
        events = tuple(sorted((*own, *others), key=lambda event: event.on)) if others else own
        told, told_by = _facts(own, on, facts)
        action, missing = _early_action(events, on, early, limit)
        return cls(
            on=on,
            events=events,
            facts=told,
            told_by=told_by,
            early=action,
            early_missing=missing,
            starts=_starts(case.opening, own, chapter, facts, parameters),
            parameters=parameters,
        )

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The schemes that should have come before one that was started."""
        return tuple(dict.fromkeys(name for start in self.starts for name in start.passed_over))


# --- early action --------------------------------------------------------------------------------


def _early_action(
    events: Sequence[Event], on: date, criterion: Criterion, limit: int | None
) -> tuple[EarlyAction, tuple[str, ...]]:
    """The first sign and the first talk on that day or later, and what leaves that open."""
    signs = OCCASIONS[Trigger.ABILITY_CHANGED]
    sign = _first(signs, events, Window())
    since = Window() if sign is None else Window(first=sign.on)
    talk = None if sign is None else _first(criterion.proven_by, events, since)
    found = EarlyAction(
        first_sign=None if sign is None else sign.on,
        first_talk=None if talk is None else talk.on,
        on=on,
        limit=limit if criterion.within_days is None else criterion.within_days,
        events=tuple(event.id for event in (sign, talk) if event is not None),
    )
    if found.outcome is not Outcome.UNRESOLVED:
        return found, ()
    lacking = signs if sign is None else criterion.proven_by
    return found, shortfall(lacking, events, since).names


def _first(
    patterns: Iterable[EventPattern], events: Sequence[Event], window: Window
) -> Event | None:
    return next(iter(fitting(patterns, events, window)), None)


# --- facts ---------------------------------------------------------------------------------------


def _facts(events: Sequence[Event], on: date, given: Facts) -> tuple[Facts, Mapping[str, UUID]]:
    """What the caller knows and what events add, with the event that shows each fact.

    Terms that the caller gives are kept.
    """
    measures = _settled(events)
    told = {f"measures.{name}": event_id for name, (_, event_id) in measures.items()}
    terms = given.terms
    if terms is None and (found := _terms(events, on)) is not None:
        terms, told["terms"] = found
    states = {name: state for name, (state, _) in measures.items()}
    facts = attrs.evolve(given, terms=terms, measures=dict(given.measures) | states)
    return facts, MappingProxyType(told)


def _settled(events: Iterable[Event]) -> dict[str, tuple[MeasureState, UUID]]:
    """The measures that events settle, with the last event that settles them.

    A scheme that began has been tried; so has a work trial that was held; where no other work was
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


def _terms(events: Sequence[Event], on: date) -> tuple[Terms, UUID] | None:
    """The terms of the job on a day, where a scheme or the closing shows them."""
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


# --- least intervention --------------------------------------------------------------------------


def _starts(
    opening: CaseOpened,
    events: Sequence[Event],
    chapter: Chapter,
    known: Facts,
    parameters: ParameterSet | None,
) -> tuple[Start, ...]:
    """Every start of a scheme while the chapter was certainly in force, with what was passed over.

    Passed over are schemes that the chapter offers on that day for the purpose of the case, that
    change less, were neither tried nor ruled out before, and are not excluded by what is known
    about the person.
    """
    found: list[Start] = []
    for place, event in enumerate(events):
        if isinstance(event, SchemeStarted) and chapter.in_force(event.on):
            done = {name for name, state in known.measures if state in _SETTLED}
            done |= _settled(events[:place]).keys()
            offer = offered(chapter, event.on)
            passed_over = tuple(
                one.id
                for one in SCHEMES
                if one.degree < scheme(event.scheme).degree
                and one.id in offer
                and one.id not in done
                and one.in_force(event.on)
                and not _GROUPS[opening.purpose].isdisjoint(one.target_groups)
                and _open(one, event.on, known, parameters)
            )
            found.append(Start(event, passed_over))
    return tuple(found)


def _open(one: Scheme, day: date, known: Facts, parameters: ParameterSet | None) -> bool:
    """Whether a scheme is open as far as known; the terms of the job may have changed since."""
    facts = attrs.evolve(known, terms=None)
    return assess(one.id, facts, on=day, parameters=parameters).outcome is not Outcome.NOT_FULFILLED
