"""Which events are signs of something: what brings a duty to life, and what schemes show it."""

from __future__ import annotations

from socialkapitel.chapters.patterns import EventPattern, FieldPattern
from socialkapitel.roles import Trigger
from socialkapitel.schemes import SCHEMES, Degree

FLEXJOBS = ("flexjob", "flexjob-since-2013")
SUBSIDISED = ("rehabilitation", "disability-pension-job", "wage-subsidy-unemployed")
REHABILITATION = ("rehabilitation", "apprentice-rehabilitation")
PARTIAL_WORK = ("partial-sick-leave", "partial-return")
SPECIAL_TERMS = tuple(one.id for one in SCHEMES if one.degree >= Degree.SPECIAL_TERMS)
ORDINARY_TERMS = tuple(one.id for one in SCHEMES if one.degree <= Degree.OTHER_TASKS)
UNION = ("union-representative", "union")

_ABOUT_A_SCHEME = (
    "measure-considered",
    "application-sent",
    "decision-received",
    "agreement-signed",
    "scheme-started",
)


def pattern(
    kind: str, *known: str, **asked: tuple[str, ...] | list[str | tuple[str, ...]]
) -> EventPattern:
    """An event of a kind; a tuple of words asks for one of them, a list for each of its items."""
    fields = [FieldPattern(name) for name in known]
    for name, words in asked.items():
        groups = words if isinstance(words, list) else [words]
        fields.append(FieldPattern(name, tuple((g,) if isinstance(g, str) else g for g in groups)))
    return EventPattern(kind, tuple(fields))


def about(*schemes: str) -> tuple[EventPattern, ...]:
    """Anything that has to do with one of these schemes."""
    return tuple(pattern(kind, scheme=schemes) for kind in _ABOUT_A_SCHEME)


def started(*schemes: str) -> EventPattern:
    """One of these schemes began."""
    return pattern("scheme-started", scheme=schemes)


TALK = (
    pattern("conversation-held"),
    pattern("round-table-held", participants=["employee", "nearest-manager"]),
)
"""Somebody talked with the employee about it."""

ALL_PARTIES = (pattern("round-table-held", participants=["employee", "nearest-manager", UNION]),)

UNION_TOOK_PART = (
    pattern("representative-involved", representative=UNION),
    pattern("round-table-held", participants=[UNION]),
    pattern("agreement-signed", parties=[UNION]),
)

WEIGHED = (
    pattern("measure-considered", state=("tried", "ruled-out")),
    pattern("relocation-explored"),
)

INFORMED_TOGETHER = (pattern("colleagues-informed", informed_by=["employee", "nearest-manager"]),)

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

WORK_ARRANGED = (started(*_ARRANGES_WORK), pattern("scheme-adjusted", scheme=_ARRANGES_WORK))

FIRST_SIGNS = tuple(
    pattern(kind) for kind in ("concern-raised", "ability-changed", "sick-leave-started")
)
"""What first shows that somebody's ability to work may change."""

OCCASIONS: dict[Trigger, tuple[EventPattern, ...]] = {
    Trigger.CONCERN: (pattern("concern-raised"),),
    Trigger.ABILITY_CHANGED: FIRST_SIGNS,
    Trigger.JOB_AT_RISK: (
        pattern("case-opened", purpose=("retention",)),
        pattern("notice-given"),
    ),
    Trigger.ORDINARY_TERMS_IMPOSSIBLE: about(*SPECIAL_TERMS),
    Trigger.RELOCATION_BEST: (
        pattern("measure-considered", scheme=("relocation",), state=("chosen",)),
        started("relocation"),
    ),
    Trigger.COLLEAGUES_AFFECTED: (pattern("scheme-started"), pattern("partial-return")),
    Trigger.SICK_LEAVE: (pattern("sick-leave-started"),),
    Trigger.PARTIAL_WORK: (
        pattern("sick-leave-started", extent=("partial",)),
        pattern("partial-return"),
    ),
    Trigger.ABSENCE_AGREEMENT: about("section-56"),
    Trigger.AIDS: about("aids"),
    Trigger.ASSISTANCE: about("personal-assistance"),
    Trigger.REHABILITATION: about(*REHABILITATION),
    Trigger.SPECIAL_TERMS: (started(*SPECIAL_TERMS),),
    Trigger.SUBSIDISED_JOB: (started(*SUBSIDISED),),
    Trigger.FLEXJOB: (started(*FLEXJOBS),),
    Trigger.ENTRY: (pattern("case-opened", purpose=("entry",)),),
    Trigger.HIRING: (pattern("case-opened", purpose=("entry",)),),
}
"""The events that bring a duty to life. What is owed always or yearly is owed without a case."""
