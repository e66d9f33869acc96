"""What a social chapter says, as data: read, compare and extend it, and review cases by it."""

from socialkapitel.chapters.catalogue import (
    CHAPTERS,
    Chapters,
    chapter,
    consultant_area,
    criteria,
    duties,
    services,
)
from socialkapitel.chapters.comparison import Comparison, Pair, compare
from socialkapitel.chapters.content import (
    Chapter,
    ConsultantArea,
    Duty,
    DutyKind,
    Form,
    Item,
    KnownDay,
    Principle,
    Service,
    Setting,
    Topic,
)
from socialkapitel.chapters.criteria import Criterion, Trigger, Verdict
from socialkapitel.chapters.former import EventKind
from socialkapitel.chapters.options import Option, options
from socialkapitel.chapters.patterns import EventPattern, FieldPattern

__all__ = [
    "CHAPTERS",
    "Chapter",
    "Chapters",
    "Comparison",
    "ConsultantArea",
    "Criterion",
    "Duty",
    "DutyKind",
    "EventKind",
    "EventPattern",
    "FieldPattern",
    "Form",
    "Item",
    "KnownDay",
    "Option",
    "Pair",
    "Principle",
    "Service",
    "Setting",
    "Topic",
    "Trigger",
    "Verdict",
    "chapter",
    "compare",
    "consultant_area",
    "criteria",
    "duties",
    "options",
    "services",
]
