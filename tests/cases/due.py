"""Short words for cases and what is due in them, for the tests of deadlines."""

from datetime import date, timedelta

from case_examples import event, opened

from socialkapitel import RefundBasis
from socialkapitel.cases import events
from socialkapitel.cases.case import Case

DAY = timedelta(days=1)
LATER = date(2199, 1, 1)


def case(*recorded):
    return Case.replay([opened("1999-01-04"), *recorded])


def found(recorded, on, *names, **given):
    """The deadlines with these names, or all."""
    told = recorded.deadlines(date.fromisoformat(on) if isinstance(on, str) else on, **given)
    return [one for one in told if not names or one.id in names]


def due(recorded, on, *names, **given):
    """The days of the deadlines with these names, or of all; overdue ones are marked."""
    return [
        (one.id, str(one.due) + ("!" if one.overdue else ""))
        for one in found(recorded, on, *names, **given)
    ]


def leave(day, basis=RefundBasis.ORDINARY, *, paid=True, back=None):
    started = event(events.SickLeaveStarted, day, basis=basis, paid_during_sickness=paid)
    return [started, *([event(events.FullReturn, back)] if back else [])]


def runs(scheme, day, *more):
    """A case in which a scheme has begun."""
    terms = {} if scheme == "flexjob" else {"terms": None}
    return case(event(events.SchemeStarted, day, scheme=scheme, **terms), *more)


def follow_up(day, scheme):
    return event(events.FollowUpHeld, day, scheme=scheme)
