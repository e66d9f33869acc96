"""Cases: what happened, what is due, what is refunded, and who may see what."""

from __future__ import annotations

from socialkapitel.calculators.sickness_month import SicknessMonth
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.deadline_rules import DEADLINE_RULES, Deadline, DeadlineRule
from socialkapitel.cases.disclosure import CaseView, SeenEvent, disclose
from socialkapitel.cases.errors import IllegalEvent, NotEntitled, StaleVersion
from socialkapitel.cases.events import EVENTS, Event
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText
from socialkapitel.cases.ical import to_ical
from socialkapitel.cases.refunds import CaseRefund, CaseRefunds, OpenRefund
from socialkapitel.cases.rights import RIGHTS, Gate, Information, Rights, rights
from socialkapitel.cases.transitions import (
    ABSENCES,
    STAGES,
    Absence,
    CaseStatus,
    Stage,
    Transition,
    When,
)
from socialkapitel.errors import SealedContent

__all__ = [
    "ABSENCES",
    "DEADLINE_RULES",
    "EVENTS",
    "RIGHTS",
    "STAGES",
    "Absence",
    "AgreedIllness",
    "Case",
    "CaseRefund",
    "CaseRefunds",
    "CaseStatus",
    "CaseView",
    "Deadline",
    "DeadlineRule",
    "Event",
    "Gate",
    "HealthNote",
    "Identity",
    "IllegalEvent",
    "Information",
    "NotEntitled",
    "OpenRefund",
    "PrivateText",
    "Rights",
    "SealedContent",
    "SeenEvent",
    "SicknessMonth",
    "Stage",
    "StaleVersion",
    "Transition",
    "When",
    "disclose",
    "events",
    "rights",
    "to_ical",
]
