"""Events that fit a pattern, and whole courses of events, drawn at random."""

from datetime import date, timedelta
from uuid import UUID

from case_examples import event, opened
from hypothesis import strategies as st

from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.errors import IllegalEvent
from socialkapitel.cases.events import EVENTS, CaseOutcome, Consideration, Extent, Purpose

KINDS = {kind.kind: kind for kind in EVENTS}
CHOICES = {
    "state": Consideration,
    "outcome": CaseOutcome,
    "extent": Extent,
    "purpose": Purpose,
}
FLAGS = {"yes": True, "no": False}
SEVERAL = ("participants", "parties", "informed_by", "services")
KNOWN = {"weekly_hours": "20", "valid_to": date(2030, 1, 1)}


def fitting(pattern, day, **fields):
    """An event on a day that fits a pattern."""
    kind = KINDS[pattern.kind]
    for asked in pattern.fields:
        fields.setdefault(asked.field, _value(asked))
    if pattern.kind in {"scheme-started", "scheme-adjusted"}:
        fields.setdefault("terms", None)
    if pattern.kind == "decision-received":
        fields.setdefault("share", None)
    for name, least in (("participants", 2), ("parties", 2)):
        if name in fields:
            fields[name] = tuple(dict.fromkeys((*fields[name], "doctor", "hr")))[
                : max(least, len(fields[name]))
            ]
    return event(kind, day, **fields)


def _value(asked):
    if not asked.groups:
        return KNOWN[asked.field]
    words = tuple(group[0] for group in asked.groups)
    if asked.field in SEVERAL:
        return words
    if asked.field in CHOICES:
        return CHOICES[asked.field](words[0])
    return FLAGS.get(words[0], words[0])


ACTORS = ("employee", "nearest-manager", "union", "union-representative", "hr", "colleagues")
SCHEMES = ("adjustment", "aids", "relocation", "special-terms", "flexjob", "partial-return")


def several(least):
    return st.lists(st.sampled_from(ACTORS), min_size=least, unique=True).map(tuple)


schemes = st.sampled_from(SCHEMES)
FIELDS = {
    events.RoundTableHeld: {"participants": several(2)},
    events.ColleaguesInformed: {"informed_by": several(1)},
    events.RepresentativeInvolved: {"representative": st.sampled_from(events.REPRESENTATIVES)},
    events.MeasureConsidered: {"scheme": schemes, "state": st.sampled_from(Consideration)},
    events.ApplicationSent: {"scheme": schemes},
    events.DecisionReceived: {
        "scheme": schemes,
        "granted": st.booleans(),
        "share": st.none(),
    },
    events.AgreementSigned: {"scheme": schemes, "parties": several(2)},
    events.SchemeStarted: {"scheme": schemes, "terms": st.none()},
    events.SchemeAdjusted: {"scheme": schemes, "terms": st.none()},
    events.SchemeEnded: {"scheme": schemes},
    events.RelocationExplored: {"found": st.none() | st.booleans()},
    events.PartialReturn: {"weekly_hours": st.none() | st.just("20")},
    events.SickLeaveStarted: {"extent": st.sampled_from(Extent)},
    events.ConsultantEngaged: {
        "services": st.lists(st.sampled_from(["clarifying-talk", "coordination"]), unique=True).map(
            tuple
        )
    },
    events.FollowUpHeld: {"scheme": st.none() | schemes},
    events.AbilityChanged: {"lasting": st.none() | st.booleans()},
    events.CaseClosed: {"outcome": st.sampled_from(CaseOutcome)},
}
ROLES = st.sampled_from(["employee", "nearest-manager", "colleagues", "municipality-of-residence"])
DRAWN = [kind for kind in EVENTS if kind not in {events.CaseOpened, events.AbsenceRegistered}]


@st.composite
def cases(draw, first=date(2008, 10, 1), most=12):
    """A case of any legal course; events that are not legal where they are drawn are left out."""
    case = Case.open(opened(first, number=1, purpose=draw(st.sampled_from(Purpose))))
    day = first
    for number in range(2, 2 + draw(st.integers(0, most))):
        kind = draw(st.sampled_from(DRAWN))
        day += timedelta(days=draw(st.integers(0, 9)))
        fields = {name: draw(values) for name, values in FIELDS.get(kind, {}).items()}
        one = event(kind, day, number=number, role=draw(ROLES), **fields)
        try:
            case = case.record(one)
        except IllegalEvent:
            continue
    return case


def numbered(number):
    return UUID(int=number)
