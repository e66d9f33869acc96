"""Which events of a case prove that a responsibility was lived up to.

A duty that is not named here can't be proven by what is recorded of a case.
"""

from __future__ import annotations

from socialkapitel.cases import events as e
from socialkapitel.cases.events import CaseOutcome
from socialkapitel.chapters.events import EventKind
from socialkapitel.chapters.signs import (
    EVIDENCE,
    FLEXJOBS,
    ORDINARY_TERMS,
    PARTIAL_WORK,
    REHABILITATION,
    SPECIAL_TERMS,
    TALK,
    UNION_TOOK_PART,
    WEIGHED,
    Signs,
    about,
    known,
    one_of,
    sign,
    with_any,
)

_INFORMED_TOGETHER = EVIDENCE[EventKind.COLLEAGUES_INFORMED]


def _decided(*schemes: str) -> Signs:
    return (sign(e.DecisionReceived, scheme=one_of(*schemes)),)


DUTY_PROOFS: dict[str, Signs] = {
    "midtjylland.early-action": TALK,
    "midtjylland.intervene": TALK,
    "midtjylland.initiative": TALK,
    "midtjylland.least-intervention": WEIGHED,
    "midtjylland.consider-alternatives": WEIGHED,
    "midtjylland.cooperate": EVIDENCE[EventKind.ROUND_TABLE_HELD],
    "midtjylland.special-terms-together": UNION_TOOK_PART,
    "midtjylland.follow-up": (sign(e.FollowUpHeld),),
    "midtjylland.inform-colleagues": _INFORMED_TOGETHER,
    "midtjylland.flexibility": EVIDENCE[EventKind.WORK_ARRANGED],
    "midtjylland.examine-ordinary-terms": (
        sign(e.MeasureConsidered, scheme=one_of(*ORDINARY_TERMS)),
        sign(e.RelocationExplored),
    ),
    "midtjylland.examine-special-terms": (about(*SPECIAL_TERMS),),
    "midtjylland.initiate-relocation": (sign(e.RelocationExplored),),
    "midtjylland.examine-own-workplace": (sign(e.RelocationExplored),),
    "midtjylland.involve-representative": (sign(e.RepresentativeInvolved),),
    "midtjylland.point-out-early": (sign(e.ConcernRaised, role=one_of("employee", "colleagues")),),
    "midtjylland.raise-own-problems": (sign(e.ConcernRaised, role=one_of("employee")),),
    "midtjylland.turn-to-representative": (
        sign(e.RepresentativeInvolved, role=one_of("employee")),
    ),
    "midtjylland.open-for-special-terms": (
        sign(e.SchemeStarted, scheme=one_of(*SPECIAL_TERMS)),
        sign(e.CaseClosed, outcome=one_of(CaseOutcome.TAKEN_IN)),
    ),
    "midtjylland.inform-union-of-rehabilitation": UNION_TOOK_PART,
    "herlev.report-partial-work": (
        sign(e.MunicipalityCoordinated),
        sign(e.ApplicationSent, scheme=one_of(*PARTIAL_WORK)),
    ),
    "herlev.agree-hours-and-tasks": (
        sign(e.AgreementSigned, scheme=one_of(*PARTIAL_WORK)),
        sign(e.PartialReturn, weekly_hours=known),
    ),
    "herlev.approve-partial-work": (
        sign(e.DecisionReceived, scheme=one_of(*PARTIAL_WORK), granted=bool),
    ),
    "herlev.follow-up-sick-leave": (
        sign(e.FollowUpHeld, role=one_of("municipality-of-residence")),
        sign(e.MunicipalityCoordinated),
    ),
    "herlev.plan-inform-support": (sign(e.ColleaguesInformed),),
    "herlev.send-form": (sign(e.ApplicationSent, scheme=one_of("section-56")),),
    "herlev.approve-absence-agreement": _decided("section-56"),
    "herlev.inform-safety-group": (
        sign(e.RepresentativeInvolved, representative=one_of("safety-representative")),
        sign(e.RoundTableHeld, participants=with_any("safety-representative", "safety-group")),
    ),
    "herlev.clarify-need-of-assistance": (
        sign(e.MeasureConsidered, e.ApplicationSent, scheme=one_of("personal-assistance")),
    ),
    "herlev.run-assistance": _decided("personal-assistance"),
    "herlev.job-plan": (sign(e.AgreementSigned, scheme=one_of(*REHABILITATION)),),
    "herlev.discuss-with-representatives": UNION_TOOK_PART,
    "herlev.consideration": (sign(e.AgreementSigned, e.FollowUpHeld, scheme=one_of(*FLEXJOBS)),),
    "herlev.grant-flexjob": (sign(e.DecisionReceived, scheme=one_of(*FLEXJOBS), granted=bool),),
    "herlev.follow-up-flexjob": (sign(e.FollowUpHeld, scheme=one_of(*FLEXJOBS)),),
    "herlev.inform-colleagues-of-flexjob": (sign(e.ColleaguesInformed),),
    "herlev.union-sets-pay": UNION_TOOK_PART,
}
"""For each duty that a case can prove, the signs of it."""

BEFOREHAND = frozenset(
    {
        "herlev.discuss-with-representatives",
        "herlev.grant-flexjob",
        "herlev.union-sets-pay",
        "midtjylland.special-terms-together",
    }
)
"""Duties that are proven by what comes before their occasion; the others, by what comes after."""
