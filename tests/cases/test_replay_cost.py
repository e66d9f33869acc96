"""A long case costs as much for each event as a short one: told by what is called, not by time."""

import gc
import sys
from datetime import date, timedelta

from case_examples import event, opened

from socialkapitel.cases import events
from socialkapitel.cases.case import Case

FIRST = date(2000, 1, 3)
ROUND = 10


def course(number):
    """A case that goes the same way again and again, ten events to a round."""
    recorded = [opened(FIRST, number=0)]
    for start in range(1, number, ROUND):
        begins = FIRST + timedelta(days=start)
        steps = (
            (events.SickLeaveStarted, {}),
            (events.AbsenceRegistered, {"hours": {begins: "7"}}),
            (events.MeasureConsidered, {}),
            (events.PartialReturn, {"weekly_hours": "20"}),
            (events.AbsenceRegistered, {"hours": {begins + timedelta(days=1): "3"}}),
            (events.SchemeStarted, {"scheme": "aids", "terms": None}),
            (events.FullReturn, {}),
            (events.SchemeAdjusted, {"scheme": "aids"}),
            (events.SchemeEnded, {"scheme": "aids"}),
            (events.FollowUpHeld, {}),
        )
        recorded += [
            event(kind, begins + timedelta(days=place), start + place, **fields)
            for place, (kind, fields) in enumerate(steps)
        ]
    return recorded


def calls(recorded):
    """How many functions of Python and of C are called to replay events.

    What the garbage collector calls back now and then is none of theirs.
    """
    number = 0

    def count(frame, what, function):
        nonlocal number
        number += what in {"call", "c_call"}

    gc.disable()
    sys.setprofile(count)
    try:
        Case.replay(recorded)
    finally:
        sys.setprofile(None)
        gc.enable()
    return number


def test_replay_costs_the_same_for_each_event():
    short, longer, long = (course(1 + number) for number in (1_000, 2_000, 5_000))
    assert 5_001 == Case.replay(long).version
    each_thousand = calls(longer) - calls(short)
    assert each_thousand > 1_000
    assert 4 * each_thousand == calls(long) - calls(short)


def test_a_replayed_case_keeps_one_list_of_its_events():
    case = Case.replay(course(101))
    assert case.events == tuple(case._log.events)
    assert 101 == len(case._log.events)
