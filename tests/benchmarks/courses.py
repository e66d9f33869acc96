"""Long cases: the same course of a sick leave again and again, a day between the events."""

from datetime import date, timedelta
from itertools import count, cycle, islice

from case_examples import event

from socialkapitel.cases import events
from socialkapitel.cases.health import Identity, PrivateText

COURSE = (
    events.SickLeaveStarted,
    events.ConversationHeld,
    events.AbilityChanged,
    events.RoundTableHeld,
    events.ConsultantEngaged,
    events.MunicipalityCoordinated,
    events.WorkTrialHeld,
    events.PartialReturn,
    events.RelocationExplored,
    events.MeasureConsidered,
    events.RepresentativeInvolved,
    events.ApplicationSent,
    events.AgreementSigned,
    events.FullReturn,
    events.FollowUpHeld,
    events.ColleaguesInformed,
)
"""Every kind that can come again and again, and that msgspec can read too."""


def long_course(number):
    """So many events, the opening first."""
    kinds = islice(cycle(COURSE), number - 1)
    days = (date(2000, 1, 3) + timedelta(days=place) for place in count())
    return [
        event(kind, day, place, by=Identity("manager 12"), note=PrivateText("a remark"))
        for place, (kind, day) in enumerate(
            zip([events.CaseOpened, *kinds], days, strict=False), start=1
        )
    ]
