"""A case: what it adds up to, what it refuses and why, and that it never changes."""

import copy
import pickle
import re
from contextlib import suppress
from datetime import date
from threading import Barrier, Thread
from uuid import UUID

import pytest
from case_examples import event, opened
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import InvalidInput, UnknownName, Week, WrongType, translate
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.errors import IllegalEvent, StaleVersion
from socialkapitel.cases.events import EVENTS, CaseOutcome, Extent, Purpose
from socialkapitel.cases.health import Identity
from socialkapitel.cases.transitions import Absence, CaseStatus, Stage
from socialkapitel.errors import SealedContent

OPENING = opened("2022-01-03")
TALK = event(events.ConversationHeld, "2022-01-05")
FULL = event(events.SickLeaveStarted, "2022-01-10")
BACK = event(events.FullReturn, "2022-02-14")

IS_RECORDED = "another event with this id is recorded"
NO_LEAVE = "not on sick leave"
NOT_NOW = "not possible in a case with this status: {}, {}"


def after(*recorded, opening=OPENING):
    return Case.replay([opening, *recorded])


KINDS = {kind.kind: kind for kind in events.EVENTS}


def started(scheme, day):
    return event(events.SchemeStarted, day, scheme=scheme, terms=None)


def refused(case, new, reason):
    with pytest.raises(IllegalEvent) as caught:
        case.record(new)
    assert (new.kind, new.on, case.legal) == (
        caught.value.kind,
        caught.value.on,
        caught.value.legal,
    )
    assert reason == str(caught.value.reason)
    assert f'the event "{new.label.en}" of {new.on} is not recorded: {reason}. ' in str(
        caught.value
    )
    labels = "; ".join(KINDS[kind].label.en for kind in case.legal)
    assert str(caught.value).endswith(f"These can be recorded: {labels}")
    told = translate(caught.value.message, "da")
    assert new.label.da in told
    assert not {"employee", *KINDS} & set(re.split(r"[^a-z-]+", told))
    danish, english = (translate(caught.value.reason, language) for language in ("da", "en"))
    assert danish not in {"", english}


def test_a_case_is_opened():
    case = Case.open(OPENING)
    assert (1, (OPENING,), OPENING) == (case.version, case.events, case.opening)
    assert CaseStatus(Stage.CLARIFYING, Absence.NONE, ()) == case.status


def test_recording_gives_another_version_and_leaves_this_one():
    case = Case.open(OPENING)
    later = case.record(TALK)
    assert (1, 2) == (case.version, later.version)
    assert ((OPENING,), (OPENING, TALK)) == (case.events, later.events)
    assert case != later
    assert later == Case.replay([OPENING, TALK])
    assert hash(later) == hash(Case.replay([OPENING, TALK]))
    assert case != OPENING


def test_two_versions_can_grow_from_one():
    case = after(TALK)
    one, two = case.record(FULL), case.record(event(events.ConcernRaised, "2022-01-06"))
    assert (FULL, 3) == (one.events[-1], one.version)
    assert ("concern-raised", 3) == (two.events[-1].kind, two.version)
    assert one != two
    assert case.events == (OPENING, TALK)
    assert Absence.FULL is one.status.absence
    assert Absence.NONE is two.status.absence
    with pytest.raises(UnknownName):
        two.event(FULL.id)
    assert FULL == two.record(FULL).event(FULL.id)


def test_an_event_is_found_by_its_id():
    case = after(TALK)
    assert TALK == case.event(TALK.id)
    with pytest.raises(UnknownName) as caught:
        Case.open(OPENING).event(TALK.id)
    assert f"unknown event: '{TALK.id}'; there is none" == str(caught.value)
    with pytest.raises(WrongType):
        case.event(str(TALK.id))


def test_an_older_version_does_not_know_what_came_later():
    case = Case.open(OPENING)
    case.record(TALK)
    with pytest.raises(UnknownName):
        case.event(TALK.id)


def test_the_same_event_twice_is_recorded_once():
    case = after(TALK)
    assert case is case.record(TALK)
    assert case is case.record(TALK, expected_version=1)
    assert case is case.record(OPENING)
    assert case == Case.replay([OPENING, TALK, TALK, OPENING])


def test_another_event_with_the_same_id_is_refused():
    other = event(events.ConversationHeld, "2022-01-06", id=TALK.id)
    refused(after(TALK), other, IS_RECORDED)
    refused(after(TALK), opened("2022-01-03", person=Identity("x"), id=OPENING.id), IS_RECORDED)


def test_a_stale_version_is_refused():
    case = after(TALK)
    with pytest.raises(StaleVersion) as caught:
        case.record(FULL, expected_version=1)
    assert (1, 2) == (caught.value.expected, caught.value.actual)
    assert "the case is at version 2, not 1; read it again before recording" == str(caught.value)
    assert isinstance(caught.value, RuntimeError)
    with pytest.raises(StaleVersion):
        case.record(event(events.ConversationHeld, "2022-01-06", id=TALK.id), expected_version=1)
    assert 3 == case.record(FULL, expected_version=2).version


@pytest.mark.parametrize("version", ["2", 2.0, True])
def test_a_version_is_a_whole_number(version):
    with pytest.raises(WrongType) as caught:
        after(TALK).record(FULL, expected_version=version)
    assert "expected_version" == caught.value.field


def test_a_case_begins_with_its_opening():
    for begin in (Case.open, lambda first: Case.replay([first, OPENING])):
        with pytest.raises(IllegalEvent) as caught:
            begin(TALK)
        assert ("case-opened",) == caught.value.legal
        assert "a case must be opened first. These can be recorded: the case was opened" in str(
            caught.value
        )


def test_a_case_has_events():
    with pytest.raises(InvalidInput) as caught:
        Case.replay([])
    assert "at least the event that opens the case" in str(caught.value)
    with pytest.raises(WrongType):
        Case.replay(5)


@pytest.mark.parametrize("value", ["kvalmfeber", None, 707614285, {"kind": "kvalmfeber"}])
def test_what_is_no_event_is_refused_and_not_shown(value):
    for call in (Case.open, after().record, lambda value: Case.replay([OPENING, value])):
        with pytest.raises(WrongType) as caught:
            call(value)
        assert "event: (not shown) is not accepted; give an event" == str(caught.value)


def test_events_are_recorded_in_order():
    refused(
        after(TALK),
        event(events.ConcernRaised, "2022-01-04"),
        "events are recorded in order; the latest is of 2022-01-05",
    )
    assert 3 == after(TALK).record(event(events.ConcernRaised, "2022-01-05")).version


def test_a_case_is_opened_only_once():
    refused(after(TALK), opened("2022-01-06"), NOT_NOW.format("being clarified", NO_LEAVE))


@pytest.mark.parametrize(
    ("recorded", "absence"),
    [
        ([], Absence.NONE),
        ([FULL], Absence.FULL),
        ([FULL, BACK], Absence.NONE),
        ([FULL, event(events.PartialReturn, "2022-01-20")], Absence.PARTIAL),
        (
            [
                FULL,
                event(events.PartialReturn, "2022-01-20"),
                event(events.PartialReturn, "2022-01-27"),
            ],
            Absence.PARTIAL,
        ),
        ([FULL, event(events.PartialReturn, "2022-01-20"), BACK], Absence.NONE),
        (
            [event(events.SickLeaveStarted, "2022-01-10", extent=Extent.PARTIAL)],
            Absence.PARTIAL,
        ),
        (
            [event(events.SickLeaveStarted, "2022-01-10", extent=Extent.PARTIAL), BACK],
            Absence.NONE,
        ),
        ([FULL, BACK, event(events.SickLeaveStarted, "2022-02-14")], Absence.FULL),
        ([FULL, TALK.__class__(id=UUID(int=1), on=date(2022, 1, 11), role="hr")], Absence.FULL),
    ],
)
def test_the_absence_follows_from_the_events(recorded, absence):
    assert absence is after(*recorded).status.absence


@pytest.mark.parametrize(
    ("recorded", "stage", "running"),
    [
        ([started("aids", "2022-01-04")], Stage.ARRANGED, ("aids",)),
        (
            [started("flexjob", "2022-01-04"), started("aids", "2022-01-05")],
            Stage.ARRANGED,
            ("flexjob", "aids"),
        ),
        (
            [
                started("flexjob", "2022-01-04"),
                started("aids", "2022-01-05"),
                event(events.SchemeEnded, "2022-01-06", scheme="flexjob"),
            ],
            Stage.ARRANGED,
            ("aids",),
        ),
        (
            [
                started("aids", "2022-01-05"),
                event(events.SchemeAdjusted, "2022-01-06", scheme="aids"),
                event(events.SchemeEnded, "2022-01-06", scheme="aids"),
            ],
            Stage.CLARIFYING,
            (),
        ),
        ([event(events.NoticeGiven, "2022-01-04")], Stage.NOTICE, ()),
        (
            [
                event(events.NoticeGiven, "2022-01-04"),
                started("aids", "2022-01-05"),
                event(events.SchemeEnded, "2022-01-06", scheme="aids"),
            ],
            Stage.NOTICE,
            (),
        ),
        (
            [started("aids", "2022-01-04"), event(events.NoticeGiven, "2022-01-05")],
            Stage.NOTICE,
            ("aids",),
        ),
        ([event(events.CaseClosed, "2022-01-04")], Stage.CLOSED, ()),
        (
            [event(events.NoticeGiven, "2022-01-04"), event(events.CaseClosed, "2022-01-05")],
            Stage.CLOSED,
            (),
        ),
    ],
)
def test_the_stage_follows_from_the_events(recorded, stage, running):
    status = after(*recorded).status
    assert (stage, running) == (status.stage, status.running)


@pytest.mark.parametrize(
    ("recorded", "new", "reason"),
    [
        ([], BACK, NOT_NOW.format("being clarified", NO_LEAVE)),
        (
            [FULL],
            event(events.SickLeaveStarted, "2022-01-12"),
            NOT_NOW.format("being clarified", "on full sick leave"),
        ),
        (
            [started("aids", "2022-01-04")],
            event(events.PartialReturn, "2022-01-12"),
            NOT_NOW.format("a scheme is in progress", NO_LEAVE),
        ),
        (
            [FULL],
            event(events.FullReturn, "2022-01-10"),
            "a return is after the first day, 2022-01-10",
        ),
        (
            [FULL],
            event(events.PartialReturn, "2022-01-10"),
            "a return is after the first day, 2022-01-10",
        ),
        (
            [started("aids", "2022-01-04")],
            started("aids", "2022-01-05"),
            "the scheme is already in progress: aids and workplace adaptation",
        ),
        (
            [started("aids", "2022-01-04")],
            event(events.SchemeEnded, "2022-01-05"),
            "the scheme is not in progress: flexjob begun before 2013",
        ),
        (
            [started("aids", "2022-01-04")],
            event(events.SchemeAdjusted, "2022-01-05"),
            "the scheme is not in progress: flexjob begun before 2013",
        ),
        (
            [],
            event(events.SchemeEnded, "2022-01-05"),
            NOT_NOW.format("being clarified", NO_LEAVE),
        ),
        (
            [event(events.NoticeGiven, "2022-01-04")],
            event(events.NoticeGiven, "2022-01-05"),
            NOT_NOW.format("under notice", NO_LEAVE),
        ),
    ],
)
def test_what_is_illegal_is_refused_with_the_reason(recorded, new, reason):
    refused(after(*recorded), new, reason)


def test_nothing_but_a_correction_is_recorded_in_a_closed_case():
    case = after(event(events.CaseClosed, "2022-01-04"))
    with pytest.raises(IllegalEvent) as caught:
        case.record(TALK)
    assert ("event-corrected",) == caught.value.legal
    assert (
        'the event "a conversation was held" of 2022-01-05 is not recorded: not possible in a'
        " case with this status: closed, not on sick leave. These can be recorded: an event was"
        " corrected" == str(caught.value)
    )


@pytest.mark.parametrize("outcome", CaseOutcome)
@pytest.mark.parametrize("purpose", Purpose)
def test_the_outcome_fits_what_the_case_is_about(purpose, outcome):
    case = Case.open(opened("2022-01-03", purpose=purpose))
    closing = event(events.CaseClosed, "2022-01-04", outcome=outcome)
    kept = {CaseOutcome.KEPT_ORDINARY, CaseOutcome.KEPT_SPECIAL, CaseOutcome.RELOCATED}
    if outcome not in (kept if purpose is Purpose.ENTRY else {CaseOutcome.TAKEN_IN}):
        assert Stage.CLOSED is case.record(closing).status.stage
        return
    reason = (
        f"a case opened for this purpose cannot end in this way: {purpose.label}, {outcome.label}"
    )
    refused(case, closing, reason)


LEAVES = [
    event(events.SickLeaveStarted, "2022-01-05"),
    event(events.FullReturn, "2022-01-12"),
    event(events.SickLeaveStarted, "2022-01-14"),
    event(events.FullReturn, "2022-01-29"),
    event(events.SickLeaveStarted, "2022-02-05"),
]


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (date(2022, 1, 4), "no sick leave covers 2022-01-04"),
        (date(2022, 1, 5), None),
        (date(2022, 1, 11), None),
        (date(2022, 1, 12), "no sick leave covers 2022-01-12"),
        (date(2022, 1, 14), None),
        (date(2022, 1, 28), None),
        (date(2022, 1, 29), "no sick leave covers 2022-01-29"),
        (date(2022, 2, 6), None),
        (date(2022, 3, 1), None),
        (Week(2021, 52), "no sick leave covers 2021-W52"),
        (Week(2022, 1), None),
        (Week(2022, 2), "the hours of 2022-W02 must be given by date"),
        (Week(2022, 3), None),
        (Week(2022, 4), None),
        (Week(2022, 5), "the hours of 2022-W05 must be given by date"),
        (Week(2022, 6), None),
        (Week(2022, 9), None),
    ],
    ids=str,
)
def test_absence_is_registered_where_there_is_a_sick_leave(key, reason):
    registered = event(events.AbsenceRegistered, "2022-03-07", hours={key: 7})
    if reason is None:
        assert 7 == after(*LEAVES, registered).version
    else:
        refused(after(*LEAVES), registered, reason)


def test_absence_can_be_registered_after_the_return():
    registered = event(events.AbsenceRegistered, "2022-02-15", hours={Week(2022, 6): "37"})
    assert 4 == after(FULL, BACK, registered).version
    refused(after(), registered, "no sick leave covers 2022-W06")


@pytest.mark.parametrize("kind", EVENTS[1:], ids=lambda kind: kind.__name__)
def test_what_is_said_to_be_legal_is_legal(kind):
    running = started("flexjob", "2022-01-04")
    given = {"scheme": "aids", "terms": None} if kind is events.SchemeStarted else {}
    for before in ([], [FULL], [running], [running, FULL]):
        case = after(*before)
        hours = {Week(2022, 2): "37"}
        if kind is events.AbsenceRegistered:
            given = {"hours": hours}
        if kind is events.EventCorrected:
            given = {"corrects": OPENING.id, "replacement": OPENING}
        new = event(kind, "2022-01-20", **given)
        if kind.kind in case.legal and (kind is not events.AbsenceRegistered or FULL in before):
            assert case.version + 1 == case.record(new).version
        else:
            with pytest.raises(IllegalEvent):
                case.record(new)


def test_a_case_never_changes():
    case = after(TALK)
    for change in (
        lambda: setattr(case, "version", 1),
        lambda: setattr(case, "_log", None),
        lambda: delattr(case, "_log"),
    ):
        with pytest.raises(AttributeError) as caught:
            change()
        assert "record an event to get the next version" in str(caught.value)
    assert case is copy.copy(case) is copy.deepcopy(case)
    with pytest.raises(SealedContent):
        pickle.dumps(case)


def test_a_version_adds_to_the_events_of_the_one_before():
    case = after(TALK)
    assert case.record(FULL)._log is case._log
    assert case.record(event(events.ConcernRaised, "2022-01-06"))._log is not case._log


def test_a_case_shows_how_it_stands():
    assert "<Case of 2 events: clarifying, absence full>" == repr(after(FULL))


DAYS = st.integers(0, 400).map(lambda days: date.fromordinal(date(2022, 1, 3).toordinal() + days))
DRAWN = st.sampled_from(EVENTS[1:])


@st.composite
def histories(draw):
    """A case as events that happened to be legal, of all kinds."""
    case = Case.open(OPENING)
    for number, day in enumerate(sorted(draw(st.lists(DAYS, max_size=25))), start=1):
        kind = draw(DRAWN)
        given = {"last_day": date(2199, 1, 1)} if kind is events.NoticeGiven else {}
        if kind is events.AbsenceRegistered:
            given = {"hours": {draw(DAYS): 7}}
        with suppress(IllegalEvent):
            case = case.record(event(kind, day, number, **given))
    return case


@given(histories())
def test_replay_gives_the_same_case(case):
    again = Case.replay(case.events)
    assert (case, case.status, case.version) == (again, again.status, again.version)
    assert len(case.events) == case.version


@given(histories(), st.data())
def test_every_version_can_be_replayed(case, data):
    version = data.draw(st.integers(1, case.version))
    before = Case.replay(case.events[:version])
    assert version == before.version
    for one in case.events[version:]:
        before = before.record(one, expected_version=before.version)
    assert case == before


@given(histories(), st.data())
def test_recording_what_is_recorded_changes_nothing(case, data):
    assert case is case.record(data.draw(st.sampled_from(case.events)), expected_version=0)


def test_two_writers_get_a_case_each():
    case = after(TALK)
    barrier = Barrier(8)
    results = []

    def write(number):
        barrier.wait()
        grown = case
        for step in range(50):
            new = event(events.ConcernRaised, "2022-01-06", 1000 * number + step)
            grown = grown.record(new)
        results.append((number, grown))

    threads = [Thread(target=write, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(range(1, 9)) == sorted(number for number, _ in results)
    for number, grown in results:
        expected = [OPENING.id, TALK.id, *(UUID(int=1000 * number + step) for step in range(50))]
        assert expected == [one.id for one in grown.events]
