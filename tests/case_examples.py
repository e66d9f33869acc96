"""Events to build cases from, with the shortest words for them."""

import zlib
from datetime import date
from uuid import UUID

import socialkapitel as sk
from socialkapitel.cases import events
from socialkapitel.cases.events import Consideration, Extent, FlexjobTerms, Purpose, SubsidisedTerms

FLEXJOB = FlexjobTerms(
    starting_pay=sk.Pay.monthly("18297.00"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)

FIELDS = {
    events.CaseOpened: {"purpose": Purpose.RETENTION},
    events.SickLeaveStarted: {
        "extent": Extent.FULL,
        "contract_hours": "37",
        "hourly_pay": "185.00",
        "paid_during_sickness": True,
        "basis": sk.RefundBasis.ORDINARY,
    },
    events.AbsenceRegistered: {"hours": {sk.Week(2022, 1): "37"}},
    events.RoundTableHeld: {"participants": ("employee", "nearest-manager")},
    events.MeasureConsidered: {"scheme": "adjustment", "state": Consideration.TRIED},
    events.RepresentativeInvolved: {"representative": "union-representative"},
    events.ApplicationSent: {"scheme": "flexjob"},
    events.DecisionReceived: {"scheme": "flexjob", "granted": True, "share": "2/3"},
    events.AgreementSigned: {"scheme": "section-56"},
    events.SchemeStarted: {"scheme": "flexjob", "terms": FLEXJOB},
    events.SchemeAdjusted: {"scheme": "flexjob"},
    events.SchemeEnded: {"scheme": "flexjob"},
    events.EmploymentBegun: {"first_day": date(2020, 1, 1)},
    events.EmploymentEnded: {"last_day": date(2199, 12, 31)},
    events.ScheduleAgreed: {"schedule": sk.Schedule.weekly("37")},
    events.PayChanged: {"hourly_pay": "190.00"},
    events.DaysRegistered: {"days": {sk.Period(date(2022, 1, 3), date(2022, 1, 4)): "holiday"}},
    events.NoticeGiven: {"last_day": date(2199, 12, 31)},
    events.CaseClosed: {"outcome": events.CaseOutcome.KEPT_SPECIAL},
}
"""What each kind of event needs beside its id, day and role, and fits a case from 2022."""

FIELDS[events.EventCorrected] = {
    "corrects": UUID(int=2),
    "replacement": events.ConcernRaised(
        id=UUID(int=2), on=date(2005, 1, 4), role="nearest-manager"
    ),
}

SUBSIDISED = SubsidisedTerms(hourly_pay="115.00")


def event(kind, day, number=None, **fields):
    """An event on a day; days are texts. Without a number the id follows from the content."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    given = {"on": day, "role": "nearest-manager", **FIELDS.get(kind, {}), **fields}
    if number is None:
        name = f"{kind.kind} {sorted((key, str(value)) for key, value in given.items())}"
        number = zlib.crc32(name.encode())
    return kind(**{"id": UUID(int=number), **given})


def opened(day, **fields):
    """The opening of a case."""
    return event(events.CaseOpened, day, **fields)
