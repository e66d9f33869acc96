"""Which events of a case prove that a responsibility was lived up to.

A duty that is not named here can't be proven by what is recorded of a case.
"""

from __future__ import annotations

from socialkapitel.chapters.patterns import EventPattern
from socialkapitel.chapters.signs import (
    ALL_PARTIES,
    FLEXJOBS,
    INFORMED_TOGETHER,
    ORDINARY_TERMS,
    PARTIAL_WORK,
    REHABILITATION,
    SPECIAL_TERMS,
    TALK,
    UNION_TOOK_PART,
    WEIGHED,
    WORK_ARRANGED,
    about,
    pattern,
    started,
)


def _decided(*schemes: str) -> tuple[EventPattern, ...]:
    return (pattern("decision-received", scheme=schemes),)


DUTY_PROOFS: dict[str, tuple[EventPattern, ...]] = {
    "midtjylland.early-action": TALK,
    "midtjylland.intervene": TALK,
    "midtjylland.initiative": TALK,
    "midtjylland.least-intervention": WEIGHED,
    "midtjylland.consider-alternatives": WEIGHED,
    "midtjylland.cooperate": ALL_PARTIES,
    "midtjylland.special-terms-together": UNION_TOOK_PART,
    "midtjylland.follow-up": (pattern("follow-up-held"),),
    "midtjylland.inform-colleagues": INFORMED_TOGETHER,
    "midtjylland.flexibility": WORK_ARRANGED,
    "midtjylland.examine-ordinary-terms": (
        pattern("measure-considered", scheme=ORDINARY_TERMS),
        pattern("relocation-explored"),
    ),
    "midtjylland.examine-special-terms": about(*SPECIAL_TERMS),
    "midtjylland.initiate-relocation": (pattern("relocation-explored"),),
    "midtjylland.examine-own-workplace": (pattern("relocation-explored"),),
    "midtjylland.involve-representative": (pattern("representative-involved"),),
    "midtjylland.point-out-early": (pattern("concern-raised", role=("employee", "colleagues")),),
    "midtjylland.raise-own-problems": (pattern("concern-raised", role=("employee",)),),
    "midtjylland.turn-to-representative": (pattern("representative-involved", role=("employee",)),),
    "midtjylland.open-for-special-terms": (
        started(*SPECIAL_TERMS),
        pattern("case-closed", outcome=("taken-in",)),
    ),
    "midtjylland.inform-union-of-rehabilitation": UNION_TOOK_PART,
    "herlev.report-partial-work": (
        pattern("municipality-coordinated"),
        pattern("application-sent", scheme=PARTIAL_WORK),
    ),
    "herlev.agree-hours-and-tasks": (
        pattern("agreement-signed", scheme=PARTIAL_WORK),
        pattern("partial-return", "weekly_hours"),
    ),
    "herlev.approve-partial-work": (
        pattern("decision-received", scheme=PARTIAL_WORK, granted=("yes",)),
    ),
    "herlev.follow-up-sick-leave": (
        pattern("follow-up-held", role=("municipality-of-residence",)),
        pattern("municipality-coordinated"),
    ),
    "herlev.plan-inform-support": (pattern("colleagues-informed"),),
    "herlev.send-form": (pattern("application-sent", scheme=("section-56",)),),
    "herlev.approve-absence-agreement": _decided("section-56"),
    "herlev.inform-safety-group": (
        pattern("representative-involved", representative=("safety-representative",)),
        pattern("round-table-held", participants=[("safety-representative", "safety-group")]),
    ),
    "herlev.clarify-need-of-assistance": (
        pattern("measure-considered", scheme=("personal-assistance",)),
        pattern("application-sent", scheme=("personal-assistance",)),
    ),
    "herlev.run-assistance": _decided("personal-assistance"),
    "herlev.job-plan": (pattern("agreement-signed", scheme=REHABILITATION),),
    "herlev.discuss-with-representatives": UNION_TOOK_PART,
    "herlev.consideration": (
        pattern("agreement-signed", scheme=FLEXJOBS),
        pattern("follow-up-held", scheme=FLEXJOBS),
    ),
    "herlev.grant-flexjob": (pattern("decision-received", scheme=FLEXJOBS, granted=("yes",)),),
    "herlev.follow-up-flexjob": (pattern("follow-up-held", scheme=FLEXJOBS),),
    "herlev.inform-colleagues-of-flexjob": (pattern("colleagues-informed"),),
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
