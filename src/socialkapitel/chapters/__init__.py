"""What a social chapter says, as data: read it, compare it, extend it, hold yourself to it."""

from socialkapitel.chapters.catalogue import CHAPTERS, Chapters, chapter
from socialkapitel.chapters.comparison import Comparison, Pair, compare
from socialkapitel.chapters.criteria import CRITERIA, criterion
from socialkapitel.chapters.former import EventKind
from socialkapitel.chapters.items import Item, KnownDay, Topic
from socialkapitel.chapters.model import Chapter, Form
from socialkapitel.chapters.options import Option, options
from socialkapitel.chapters.patterns import EventPattern, FieldPattern
from socialkapitel.chapters.principles import Criterion, Principle, Verdict

__all__ = [
    "CHAPTERS",
    "CRITERIA",
    "Chapter",
    "Chapters",
    "Comparison",
    "Criterion",
    "EventKind",
    "EventPattern",
    "FieldPattern",
    "Form",
    "Item",
    "KnownDay",
    "Option",
    "Pair",
    "Principle",
    "Topic",
    "Verdict",
    "chapter",
    "compare",
    "criterion",
    "options",
]
