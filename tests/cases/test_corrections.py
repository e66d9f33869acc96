"""A wrong event is put right: everything follows, and the wrong one stays in the record."""

from datetime import date
from uuid import UUID

import attrs
import pytest
from case_examples import event, opened

import socialkapitel as sk
from socialkapitel import InvalidInput, Month, Week, wire
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.disclosure import disclose
from socialkapitel.cases.errors import IllegalEvent
from socialkapitel.cases.health import PrivateText
from socialkapitel.cases.transitions import Absence, Stage

TODAY = date(2026, 11, 29)
OPENING = opened("2026-09-01")
LEAVE = event(events.SickLeaveStarted, "2026-10-05")
TYPED = attrs.evolve(LEAVE, on=date(2042, 10, 5))
EVERYTHING = ("health", "texts", "identity")


def corrected(right, day="2026-11-20", *, wrong=None, number=900, **fields):
    return event(
        events.EventCorrected,
        day,
        number,
        corrects=right.id if wrong is None else wrong.id,
        replacement=right if wrong is None else None,
        **fields,
    )


def taken_back(wrong, day="2026-11-20", number=901):
    return corrected(None, day, wrong=wrong, number=number)


def case(*recorded):
    return Case.replay([OPENING, *recorded])


def answers(one):
    """All that a case answers, its record aside."""
    views = [
        wire.to_json(
            attrs.evolve(view, events=tuple(e for e in view.events if e.kind != "event-corrected")),
            include=EVERYTHING,
        )
        for view in (disclose(one, to=right.role) for right in sk.cases.RIGHTS)
    ]
    months = [repr(one.refunds(Month(2026, number))) for number in (9, 10, 11)]
    return (
        one.status,
        one.legal,
        one.opening,
        one.effective_events,
        views,
        months,
        one.deadlines(TODAY),
        sk.review(one, "region-midtjylland-2008", on=date(2008, 12, 31))
        if one.opening.on.year == 2008
        else None,
    )


def test_a_date_typed_wrongly_does_not_freeze_a_case():
    frozen = case(TYPED)
    with pytest.raises(IllegalEvent):
        frozen.record(event(events.ConversationHeld, "2026-10-06"))
    right = frozen.record(corrected(LEAVE))
    assert answers(case(LEAVE)) == answers(right)
    talk = event(events.ConversationHeld, "2026-10-06")
    assert answers(case(LEAVE, talk)) == answers(right.record(talk))


def test_the_wrong_event_stays_in_the_record():
    fix = corrected(LEAVE)
    right = case(TYPED, fix)
    assert (OPENING, TYPED, fix) == right.events
    assert (OPENING, LEAVE) == right.effective_events
    assert 3 == right.version
    assert LEAVE == right.event(TYPED.id)
    assert fix == right.event(fix.id)
    assert right == Case.replay(right.events)
    text = wire.to_json(right, include=EVERYTHING)
    assert right == wire.from_json(text, Case)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (LEAVE, attrs.evolve(LEAVE, on=date(2026, 9, 14))),
        (LEAVE, attrs.evolve(LEAVE, hourly_pay="150.00")),
        (LEAVE, attrs.evolve(LEAVE, extent=events.Extent.PARTIAL)),
        (LEAVE, event(events.ConversationHeld, "2026-10-05", id=LEAVE.id)),
        (
            event(events.CaseClosed, "2026-10-05"),
            event(events.NoticeGiven, "2026-10-05", id=event(events.CaseClosed, "2026-10-05").id),
        ),
        (OPENING, attrs.evolve(OPENING, on=date(2026, 8, 3))),
        (OPENING, attrs.evolve(OPENING, purpose=events.Purpose.ENTRY)),
    ],
)
def test_a_corrected_case_is_the_case_that_it_should_have_been(wrong, right):
    recorded = [OPENING, *([] if wrong is OPENING else [wrong])]
    expected = [right if one is wrong else one for one in recorded]
    assert answers(Case.replay(expected)) == answers(Case.replay([*recorded, corrected(right)]))


def test_hours_follow_a_correction():
    hours = event(events.AbsenceRegistered, "2026-11-02", hours={Week(2026, 45): "37"})
    weeks = {Week(2026, number): "37" for number in range(41, 45)}
    right = attrs.evolve(hours, hours=weeks)
    assert answers(case(LEAVE, right)) == answers(case(LEAVE, hours, corrected(right)))


def test_an_event_that_never_happened_is_taken_back():
    closed = event(events.CaseClosed, "2026-10-06", outcome=events.CaseOutcome.LEFT)
    open_again = case(LEAVE, closed, taken_back(closed))
    assert answers(case(LEAVE)) == answers(open_again)
    assert (Stage.CLARIFYING, Absence.FULL) == (
        open_again.status.stage,
        open_again.status.absence,
    )
    assert closed == open_again.event(closed.id)


def test_the_latest_correction_counts():
    first = corrected(attrs.evolve(LEAVE, on=date(2026, 9, 14)), number=900)
    second = corrected(LEAVE, number=901)
    assert answers(case(LEAVE)) == answers(case(TYPED, first, second))
    assert answers(case()) == answers(case(TYPED, first, taken_back(TYPED, number=902)))
    third = corrected(LEAVE, number=903)
    assert answers(case(LEAVE)) == answers(case(TYPED, taken_back(TYPED), third))


def test_a_correction_typed_wrongly_freezes_nothing_either():
    far = corrected(attrs.evolve(LEAVE, on=date(2042, 10, 6)), "2042-11-20")
    again = corrected(LEAVE, number=902)
    assert answers(case(LEAVE)) == answers(case(TYPED, far, again))


def test_events_after_a_correction_are_in_order_with_the_events_that_stand():
    right = case(TYPED, corrected(LEAVE))
    with pytest.raises(IllegalEvent) as caught:
        right.record(event(events.ConversationHeld, "2026-10-04"))
    assert "the latest is of 2026-10-05" in str(caught.value)


def test_deadlines_of_a_day_know_the_corrections_made_by_then():
    moved = corrected(attrs.evolve(LEAVE, on=date(2026, 10, 12)), "2026-11-20")
    recorded = case(LEAVE, moved)
    before = case(LEAVE).deadlines(date(2026, 11, 19))
    assert before == recorded.deadlines(date(2026, 11, 19))
    after = case(moved.replacement).deadlines(date(2026, 11, 20))
    assert after == recorded.deadlines(date(2026, 11, 20))
    assert (OPENING, LEAVE) == recorded.known_on(date(2026, 11, 19))
    assert (OPENING,) == recorded.known_on(date(2026, 10, 4))


NOTHING = UUID(int=4711)
BACK = event(events.FullReturn, "2026-10-19")


@pytest.mark.parametrize(
    ("recorded", "fix", "reason"),
    [
        (
            [LEAVE],
            event(events.EventCorrected, "2026-11-20", corrects=NOTHING, replacement=None),
            "no event with the id of the wrong one (corrects) is recorded",
        ),
        (
            [LEAVE, corrected(LEAVE)],
            event(
                events.EventCorrected, "2026-11-20", 905, corrects=UUID(int=900), replacement=None
            ),
            "a correction is not corrected; correct the event itself once more",
        ),
        ([LEAVE], taken_back(OPENING), "a case must be opened before anything else"),
        (
            [LEAVE],
            corrected(attrs.evolve(OPENING, on=date(2026, 10, 6))),
            "a case must be opened before anything else",
        ),
        (
            [LEAVE],
            corrected(event(events.ConcernRaised, "2026-09-01", id=OPENING.id)),
            "a case must be opened before anything else",
        ),
        (
            [LEAVE, BACK],
            taken_back(LEAVE),
            (
                "with this correction, another event of 2026-10-19 would not be possible: not"
                " possible in a case with this status: being clarified, not on sick leave"
            ),
        ),
        (
            [LEAVE],
            corrected(opened("2026-10-05", id=LEAVE.id)),
            (
                "with this correction, another event of 2026-10-05 would not be possible: not"
                " possible in a case with this status: being clarified, not on sick leave"
            ),
        ),
    ],
)
def test_a_correction_that_cannot_be_is_refused(recorded, fix, reason):
    with pytest.raises(IllegalEvent) as caught:
        case(*recorded).record(fix)
    assert reason == str(caught.value.reason)
    assert sk.translate(caught.value.reason, "da") != reason


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({"corrects": NOTHING}, "an event with the id of the wrong one"),
        ({"on": date(2026, 10, 4)}, "an event of 2026-10-04 or an earlier day"),
        (
            {"replacement": corrected(LEAVE), "corrects": UUID(int=900)},
            "an event that is not itself a correction",
        ),
        ({"replacement": "kvalmfeber"}, "an event"),
        ({"corrects": "kvalmfeber"}, "a uuid.UUID, or its text"),
        ({"corrects": 5}, "a uuid.UUID, or its text"),
    ],
)
def test_a_correction_is_checked(fields, accepted):
    with pytest.raises(InvalidInput) as caught:
        attrs.evolve(corrected(LEAVE), **fields)
    assert accepted.lower() in str(caught.value).lower()
    assert "kvalmfeber" not in str(caught.value)


def test_the_same_correction_twice_counts_once():
    fix = corrected(LEAVE)
    once = case(TYPED, fix)
    assert once is once.record(fix)


# --- what is shown of it


def kinds(view):
    return [one.kind for one in view.events]


def test_a_view_shows_what_is_right_and_that_it_was_corrected():
    view = disclose(case(TYPED, corrected(LEAVE)), to="hr")
    assert ["case-opened", "sick-leave-started", "event-corrected"] == kinds(view)
    assert LEAVE.on == view.events[1].on
    assert (("corrects", LEAVE.id),) == view.events[2].details


@pytest.mark.parametrize("told", ["wrong", "right"])
def test_a_correction_of_what_a_role_may_not_know_of_is_not_shown_to_it(told):
    """A representative does not see absence, nor that something about it was corrected."""
    talk = event(events.ConversationHeld, "2026-10-05", id=LEAVE.id)
    wrong, right = (LEAVE, talk) if told == "wrong" else (talk, LEAVE)
    involved = event(events.RepresentativeInvolved, "2026-09-02")
    view = disclose(case(involved, wrong, corrected(right)), to="union-representative")
    expected = ["case-opened", "representative-involved"]
    assert [*expected, *(["conversation-held"] if told == "wrong" else [])] == kinds(view)


def test_an_involvement_that_was_recorded_wrongly_opens_nothing():
    wrong = event(events.ConcernRaised, "2026-09-02", role="union-representative")
    recorded = case(wrong)
    assert disclose(recorded, to="union-representative").open
    right = recorded.record(corrected(attrs.evolve(wrong, role="employee")))
    assert not disclose(right, to="union-representative").open


def test_a_text_in_the_wrong_event_stays_sealed():
    wrong = event(events.ConcernRaised, "2026-09-02", note=PrivateText("kvalmfeber"))
    right = case(wrong, corrected(attrs.evolve(wrong, note=None)))
    for view in (disclose(right, to=one.role) for one in sk.cases.RIGHTS):
        assert "kvalmfeber" not in wire.to_json(view, include=EVERYTHING)
    assert "kvalmfeber" not in wire.to_json(right)
    assert "kvalmfeber" not in repr(right.events)


# --- days in the future


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (TYPED, "the event is in the future; today is 2026-11-29"),
        (
            event(events.AbsenceRegistered, TODAY, hours={Week(2026, 49): "37"}),
            "hours of absence in the future, 2026-W49; today is 2026-11-29",
        ),
        (
            event(events.AbsenceRegistered, TODAY, hours={date(2026, 11, 30): "7"}),
            "hours of absence in the future, 2026-11-30; today is 2026-11-29",
        ),
        (corrected(LEAVE, "2026-11-30"), "the event is in the future; today is 2026-11-29"),
        (
            corrected(
                event(events.AbsenceRegistered, TODAY, id=LEAVE.id, hours={Week(2042, 1): "37"}),
                TODAY,
            ),
            "hours of absence in the future, 2042-W01; today is 2026-11-29",
        ),
    ],
)
def test_days_in_the_future_are_refused_where_it_is_known_which_day_it_is(new, reason):
    recorded = case(*([] if new is TYPED else [LEAVE]))
    with pytest.raises(IllegalEvent) as caught:
        recorded.record(new, today=TODAY)
    assert reason == str(caught.value.reason)
    assert sk.translate(caught.value.reason, "da") != reason


def test_days_that_have_come_are_recorded():
    recorded = Case.open(OPENING, today=OPENING.on).record(LEAVE, today=LEAVE.on)
    week = event(events.AbsenceRegistered, "2026-10-05", hours={Week(2026, 41): "37"})
    assert 3 == recorded.record(week, today=LEAVE.on).version
    assert 2 == case(TYPED).version
    notice = event(events.NoticeGiven, TODAY, last_day=date(2027, 1, 31))
    assert 3 == recorded.record(notice, today=TODAY).version


def test_a_case_is_not_opened_in_the_future():
    with pytest.raises(IllegalEvent) as caught:
        Case.open(OPENING, today=date(2026, 8, 31))
    assert "the event is in the future; today is 2026-08-31" == str(caught.value.reason)


@pytest.mark.parametrize("today", ["in November", 5])
def test_today_is_a_date(today):
    for call in (
        lambda: Case.open(OPENING, today=today),
        lambda: case().record(LEAVE, today=today),
    ):
        with pytest.raises(InvalidInput) as caught:
            call()
        assert "today" == caught.value.field
