"""Events to build cases from, with the shortest words for them."""

from socialkapitel.cases import events
from socialkapitel.cases.events import SubsidisedTerms
from socialkapitel.testing import EVENT_FIELDS as FIELDS
from socialkapitel.testing import event

__all__ = ["FIELDS", "FLEXJOB", "SUBSIDISED", "event"]

FLEXJOB = FIELDS[events.SchemeStarted]["terms"]
SUBSIDISED = SubsidisedTerms(hourly_pay="115.00")

PARTICIPANTS = (
    "employee",
    "nearest-manager",
    "union-representative",
    "social-chapter-consultant",
    "personnel-consultant",
    "municipality-of-residence",
)
"""All that a round-table meeting can be held with, so that each of them is involved in the case."""


def opened(day, **fields):
    """The opening of a case."""
    return event(events.CaseOpened, day, **fields)
