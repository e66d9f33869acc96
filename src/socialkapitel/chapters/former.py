"""The chapters' own kinds of events, from before they used the events of cases."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from socialkapitel.cases import events as e
from socialkapitel.cases.events import CaseOutcome, Event
from socialkapitel.chapters.patterns import EventPattern, pattern
from socialkapitel.deprecation import deprecated


class EventKind(Enum):
    """A kind of event. Deprecated: give events, such as `socialkapitel.events.CostWeighed`."""

    WORKPLACE_ASSESSED = "workplace-assessed"
    DEVELOPMENT_TALK_HELD = "development-talk-held"
    TASKS_REVIEWED = "tasks-reviewed"
    CONVERSATION_HELD = "conversation-held"
    CLARIFICATION_MADE = "clarification-made"
    PACE_AGREED = "pace-agreed"
    ALTERNATIVES_WEIGHED = "alternatives-weighed"
    ROUND_TABLE_HELD = "round-table-held"
    UNION_INVOLVED = "union-involved"
    COLLEAGUES_INFORMED = "colleagues-informed"
    COLLEAGUES_CONSULTED = "colleagues-consulted"
    ILLNESS_DISCLOSED = "illness-disclosed"
    FOLLOW_UP_HELD = "follow-up-held"
    WORK_ARRANGED = "work-arranged"
    COST_WEIGHED = "cost-weighed"
    OUTSIDER_HIRED = "outsider-hired"
    UNEMPLOYED_HIRED = "unemployed-hired"
    ADMISSION_DISCUSSED = "admission-discussed"
    TEACHING_HELD = "teaching-held"

    def as_event(self, on: date | str) -> Event:
        """The event that shows the same, on a day; its id follows from the kind.

        >>> import warnings
        >>> with warnings.catch_warnings():
        ...     warnings.simplefilter("ignore")
        ...     EventKind.COST_WEIGHED.as_event(date(2008, 10, 1)).kind
        'cost-weighed'
        """
        kind, fields = _EVENTS[self]
        instead = f"an event, socialkapitel.events.{kind.__name__}(...)"
        deprecated(f"EventKind.{self.name}", instead, stacklevel=3)
        name = f"https://pypi.org/project/socialkapitel/{self.value}"
        return kind(id=uuid5(NAMESPACE_URL, name), on=on, role="nearest-manager", **fields)


_PARTIES = ("employee", "nearest-manager", "union-representative")
_EVENTS: dict[EventKind, tuple[type[Event], dict[str, Any]]] = {
    EventKind.WORKPLACE_ASSESSED: (e.WorkplaceAssessed, {}),
    EventKind.DEVELOPMENT_TALK_HELD: (e.DevelopmentTalkHeld, {}),
    EventKind.TASKS_REVIEWED: (e.TasksReviewed, {}),
    EventKind.CONVERSATION_HELD: (e.ConversationHeld, {}),
    EventKind.CLARIFICATION_MADE: (e.WorkTrialHeld, {}),
    EventKind.PACE_AGREED: (e.AgreementSigned, {"scheme": "partial-return"}),
    EventKind.ALTERNATIVES_WEIGHED: (e.RelocationExplored, {}),
    EventKind.ROUND_TABLE_HELD: (e.RoundTableHeld, {"participants": _PARTIES}),
    EventKind.UNION_INVOLVED: (e.RepresentativeInvolved, {"representative": "union"}),
    EventKind.COLLEAGUES_INFORMED: (e.ColleaguesInformed, {}),
    EventKind.COLLEAGUES_CONSULTED: (e.ColleaguesConsulted, {}),
    EventKind.ILLNESS_DISCLOSED: (e.IllnessDisclosed, {}),
    EventKind.FOLLOW_UP_HELD: (e.FollowUpHeld, {}),
    EventKind.WORK_ARRANGED: (e.SchemeStarted, {"scheme": "adjustment"}),
    EventKind.COST_WEIGHED: (e.CostWeighed, {}),
    EventKind.OUTSIDER_HIRED: (e.CaseClosed, {"outcome": CaseOutcome.TAKEN_IN}),
    EventKind.UNEMPLOYED_HIRED: (e.SchemeStarted, {"scheme": "wage-subsidy-unemployed"}),
    EventKind.ADMISSION_DISCUSSED: (e.AdmissionDiscussed, {}),
    EventKind.TEACHING_HELD: (e.TeachingHeld, {}),
}


def _document(one: EventPattern) -> dict[str, object]:
    """A pattern as written in documents."""
    fields = [
        {"field": each.field, "groups": [list(group) for group in each.groups]}
        for each in one.fields
    ]
    return {"kind": one.kind, "fields": fields}


_UNION = ("union-representative", "union")
_ARRANGED = (
    "adjustment",
    "aids",
    "mentor",
    "partial-return",
    "partial-sick-leave",
    "personal-assistance",
    "relocation",
    "special-terms",
    "flexjob",
    "flexjob-since-2013",
    "disability-pension-job",
)
_PROOFS: dict[EventKind, tuple[EventPattern, ...]] = {
    EventKind.CONVERSATION_HELD: (
        pattern("conversation-held"),
        pattern("round-table-held", participants=["employee", "nearest-manager"]),
    ),
    EventKind.ROUND_TABLE_HELD: (
        pattern("round-table-held", participants=["employee", "nearest-manager", _UNION]),
    ),
    EventKind.UNION_INVOLVED: (
        pattern("representative-involved", representative=_UNION),
        pattern("round-table-held", participants=[_UNION]),
        pattern("agreement-signed", parties=[_UNION]),
    ),
    EventKind.COLLEAGUES_INFORMED: (
        pattern("colleagues-informed", informed_by=["employee", "nearest-manager"]),
    ),
    EventKind.CLARIFICATION_MADE: (
        pattern("work-trial-held"),
        pattern("consultant-engaged", services=["clarifying-talk"]),
    ),
    EventKind.PACE_AGREED: (
        pattern("partial-return", "weekly_hours"),
        pattern("agreement-signed", scheme=("partial-sick-leave", "partial-return")),
    ),
    EventKind.ALTERNATIVES_WEIGHED: (
        pattern("measure-considered", state=("tried", "ruled-out")),
        pattern("relocation-explored"),
    ),
    EventKind.WORK_ARRANGED: (
        pattern("scheme-started", scheme=_ARRANGED),
        pattern("scheme-adjusted", scheme=_ARRANGED),
    ),
    EventKind.OUTSIDER_HIRED: (pattern("case-closed", outcome=("taken-in",)),),
    EventKind.UNEMPLOYED_HIRED: (pattern("scheme-started", scheme=("wage-subsidy-unemployed",)),),
}
FORMER_PROOFS: dict[str, list[dict[str, object]]] = {
    kind.value: [_document(one) for one in _PROOFS.get(kind) or (pattern(kind.value),)]
    for kind in EventKind
}
"""The meaning of each kind, as documents have it now: an event that fits one of these patterns."""
