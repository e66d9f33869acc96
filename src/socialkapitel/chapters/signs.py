"""Which events of a case are signs of something: what chapters promise, and what calls for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from socialkapitel.cases import events as e
from socialkapitel.cases.events import (
    CaseOutcome,
    Consideration,
    Event,
    Extent,
    Purpose,
)
from socialkapitel.chapters.events import EventKind
from socialkapitel.roles import Trigger
from socialkapitel.schemes import SCHEMES, Degree

Test: TypeAlias = Callable[[Any], bool]

FLEXJOBS = ("flexjob", "flexjob-since-2013")
SUBSIDISED = ("rehabilitation", "disability-pension-job", "wage-subsidy-unemployed")
REHABILITATION = ("rehabilitation", "apprentice-rehabilitation")
PARTIAL_WORK = ("partial-sick-leave", "partial-return")
SPECIAL_TERMS = tuple(one.id for one in SCHEMES if one.degree >= Degree.SPECIAL_TERMS)
ORDINARY_TERMS = tuple(one.id for one in SCHEMES if one.degree <= Degree.OTHER_TASKS)
UNION = ("union", "union-representative")

_ARRANGES_WORK = (
    "adjustment",
    "aids",
    "mentor",
    "partial-return",
    "partial-sick-leave",
    "personal-assistance",
    "relocation",
    *SPECIAL_TERMS,
)
_ABOUT_A_SCHEME = (
    e.MeasureConsidered,
    e.ApplicationSent,
    e.DecisionReceived,
    e.AgreementSigned,
    e.SchemeStarted,
)


@attrs.frozen
class Sign:
    """An event of one of these kinds whose fields pass (tegn)."""

    kinds: tuple[type[Event], ...]
    fields: tuple[tuple[str, Test], ...] = ()

    def shown_by(self, event: Event) -> bool:
        """Whether an event is such a sign."""
        return isinstance(event, self.kinds) and all(
            test(getattr(event, name)) for name, test in self.fields
        )


Signs: TypeAlias = tuple[Sign, ...]


def shown(events: Iterable[Event], signs: Signs) -> Iterator[Event]:
    """The events that are one of these signs."""
    return (event for event in events if any(one.shown_by(event) for one in signs))


def missing_events(signs: Signs) -> tuple[str, ...]:
    """The names of the kinds of events that could be such a sign."""
    return tuple(dict.fromkeys(f"events.{kind.kind}" for one in signs for kind in one.kinds))


def sign(*kinds: type[Event], **fields: Test) -> Sign:
    """A sign: kinds of events, and for fields of theirs what to pass."""
    return Sign(kinds, tuple(fields.items()))


def one_of(*values: object) -> Test:
    """A field that is one of these."""
    return lambda value: value in values


def with_all(*values: str) -> Test:
    """A field that holds all of these."""
    return lambda value: set(values) <= set(value)


def with_any(*values: str) -> Test:
    """A field that holds one of these at least."""
    return lambda value: not set(values).isdisjoint(value)


def with_parties(value: Iterable[str]) -> bool:
    """A field that holds employee, manager and somebody from the union."""
    return with_all("employee", "nearest-manager")(value) and with_any(*UNION)(value)


def known(value: object) -> bool:
    """A field that is known."""
    return value is not None


def about(*schemes: str) -> Sign:
    """Anything that has to do with one of these schemes."""
    return sign(*_ABOUT_A_SCHEME, scheme=one_of(*schemes))


TALK: Signs = (
    sign(e.ConversationHeld),
    sign(e.RoundTableHeld, participants=with_all("employee", "nearest-manager")),
)
"""Somebody talked with the employee about it."""

UNION_TOOK_PART: Signs = (
    sign(e.RepresentativeInvolved, representative=one_of(*UNION)),
    sign(e.RoundTableHeld, participants=with_any(*UNION)),
    sign(e.AgreementSigned, parties=with_any(*UNION)),
)

WEIGHED: Signs = (
    sign(e.MeasureConsidered, state=one_of(Consideration.TRIED, Consideration.RULED_OUT)),
    sign(e.RelocationExplored),
)

EVIDENCE: dict[EventKind, Signs] = {
    EventKind.CONVERSATION_HELD: TALK,
    EventKind.ROUND_TABLE_HELD: (sign(e.RoundTableHeld, participants=with_parties),),
    EventKind.UNION_INVOLVED: UNION_TOOK_PART,
    EventKind.COLLEAGUES_INFORMED: (
        sign(e.ColleaguesInformed, informed_by=with_all("employee", "nearest-manager")),
    ),
    EventKind.FOLLOW_UP_HELD: (sign(e.FollowUpHeld),),
    EventKind.CLARIFICATION_MADE: (
        sign(e.WorkTrialHeld),
        sign(e.ConsultantEngaged, services=with_any("clarifying-talk")),
    ),
    EventKind.PACE_AGREED: (
        sign(e.PartialReturn, weekly_hours=known),
        sign(e.AgreementSigned, scheme=one_of(*PARTIAL_WORK)),
    ),
    EventKind.ALTERNATIVES_WEIGHED: WEIGHED,
    EventKind.WORK_ARRANGED: (
        sign(e.SchemeStarted, e.SchemeAdjusted, scheme=one_of(*_ARRANGES_WORK)),
    ),
    EventKind.OUTSIDER_HIRED: (sign(e.CaseClosed, outcome=one_of(CaseOutcome.TAKEN_IN)),),
    EventKind.UNEMPLOYED_HIRED: (sign(e.SchemeStarted, scheme=one_of("wage-subsidy-unemployed")),),
}
"""The events of a case that prove what chapters ask for. Other kinds happen outside cases."""

FIRST_SIGNS: Signs = (sign(e.ConcernRaised, e.AbilityChanged, e.SickLeaveStarted),)
"""What first shows that somebody's ability to work may change."""

OCCASIONS: dict[Trigger, Signs] = {
    Trigger.CONCERN: (sign(e.ConcernRaised),),
    Trigger.ABILITY_CHANGED: FIRST_SIGNS,
    Trigger.JOB_AT_RISK: (
        sign(e.CaseOpened, purpose=one_of(Purpose.RETENTION)),
        sign(e.NoticeGiven),
    ),
    Trigger.ORDINARY_TERMS_IMPOSSIBLE: (about(*SPECIAL_TERMS),),
    Trigger.RELOCATION_BEST: (
        sign(e.MeasureConsidered, scheme=one_of("relocation"), state=one_of(Consideration.CHOSEN)),
        sign(e.SchemeStarted, scheme=one_of("relocation")),
    ),
    Trigger.COLLEAGUES_AFFECTED: (sign(e.SchemeStarted, e.PartialReturn),),
    Trigger.SICK_LEAVE: (sign(e.SickLeaveStarted),),
    Trigger.PARTIAL_WORK: (
        sign(e.SickLeaveStarted, extent=one_of(Extent.PARTIAL)),
        sign(e.PartialReturn),
    ),
    Trigger.ABSENCE_AGREEMENT: (about("section-56"),),
    Trigger.AIDS: (about("aids"),),
    Trigger.ASSISTANCE: (about("personal-assistance"),),
    Trigger.REHABILITATION: (about(*REHABILITATION),),
    Trigger.SPECIAL_TERMS: (sign(e.SchemeStarted, scheme=one_of(*SPECIAL_TERMS)),),
    Trigger.SUBSIDISED_JOB: (sign(e.SchemeStarted, scheme=one_of(*SUBSIDISED)),),
    Trigger.FLEXJOB: (sign(e.SchemeStarted, scheme=one_of(*FLEXJOBS)),),
    Trigger.ENTRY: (sign(e.CaseOpened, purpose=one_of(Purpose.ENTRY)),),
    Trigger.HIRING: (sign(e.CaseOpened, purpose=one_of(Purpose.ENTRY)),),
}
"""The events that bring a duty to life. What is owed always or yearly is owed without a case."""
