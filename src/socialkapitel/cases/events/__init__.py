"""What can happen in a case: typed events that never change (hændelser)."""

from __future__ import annotations

from socialkapitel.cases.events.absence import (
    AbsenceRegistered,
    Extent,
    FullReturn,
    PartialReturn,
    SickLeaveStarted,
)
from socialkapitel.cases.events.base import Event
from socialkapitel.cases.events.closing import CaseClosed, CaseOutcome, NoticeGiven
from socialkapitel.cases.events.decisions import (
    AgreementSigned,
    ApplicationSent,
    DecisionReceived,
    SchemeAdjusted,
    SchemeEnded,
    SchemeStarted,
)
from socialkapitel.cases.events.dialogue import (
    REPRESENTATIVES,
    ColleaguesInformed,
    ConsultantEngaged,
    ConversationHeld,
    FollowUpHeld,
    MunicipalityCoordinated,
    RepresentativeInvolved,
    RoundTableHeld,
)
from socialkapitel.cases.events.measures import (
    Consideration,
    MeasureConsidered,
    RelocationExplored,
    WorkTrialHeld,
)
from socialkapitel.cases.events.opening import AbilityChanged, CaseOpened, ConcernRaised, Purpose
from socialkapitel.cases.events.profile import Cause, Profile, Sex, ToldCause
from socialkapitel.cases.events.terms import FlexjobTerms, SubsidisedTerms

__all__ = [
    "EVENTS",
    "REPRESENTATIVES",
    "AbilityChanged",
    "AbsenceRegistered",
    "AgreementSigned",
    "ApplicationSent",
    "CaseClosed",
    "CaseOpened",
    "CaseOutcome",
    "Cause",
    "ColleaguesInformed",
    "ConcernRaised",
    "Consideration",
    "ConsultantEngaged",
    "ConversationHeld",
    "DecisionReceived",
    "Event",
    "Extent",
    "FlexjobTerms",
    "FollowUpHeld",
    "FullReturn",
    "MeasureConsidered",
    "MunicipalityCoordinated",
    "NoticeGiven",
    "PartialReturn",
    "Profile",
    "Purpose",
    "RelocationExplored",
    "RepresentativeInvolved",
    "RoundTableHeld",
    "SchemeAdjusted",
    "SchemeEnded",
    "SchemeStarted",
    "Sex",
    "SickLeaveStarted",
    "SubsidisedTerms",
    "ToldCause",
    "WorkTrialHeld",
]

EVENTS: tuple[type[Event], ...] = (
    CaseOpened,
    ConcernRaised,
    AbilityChanged,
    SickLeaveStarted,
    PartialReturn,
    FullReturn,
    AbsenceRegistered,
    ConversationHeld,
    RoundTableHeld,
    ConsultantEngaged,
    MunicipalityCoordinated,
    WorkTrialHeld,
    RelocationExplored,
    MeasureConsidered,
    RepresentativeInvolved,
    ApplicationSent,
    DecisionReceived,
    AgreementSigned,
    SchemeStarted,
    SchemeAdjusted,
    SchemeEnded,
    FollowUpHeld,
    ColleaguesInformed,
    NoticeGiven,
    CaseClosed,
)
"""Every kind of event, in the order of a case's course."""
