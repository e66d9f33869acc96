"""Two cases that differ only in what a role may not know look the same to it, in every output."""

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from case_examples import PARTICIPANTS, event, opened
from hypothesis import given, settings
from hypothesis import strategies as st

import socialkapitel as sk
from socialkapitel import Month, RefundBasis, Week, wire
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.disclosure import disclose
from socialkapitel.cases.errors import IllegalEvent, NotEntitled
from socialkapitel.cases.events import Consideration, Extent
from socialkapitel.cases.ical import to_ical
from socialkapitel.cases.rights import RIGHTS, Information
from socialkapitel.schemes import SCHEMES

ROLES = [one.role for one in RIGHTS]
UNNAMED = sorted(one.id for one in SCHEMES if not one.named)
FIRST = date(2008, 10, 1)
NOW = datetime(2026, 11, 29, tzinfo=UTC)
NIGHTLY = settings.default.max_examples >= 5_000
HISTORIES = 20 if NIGHTLY else 3
"""Cases in an example: with the 5,000 examples of the nightly profile they are 100,000."""
few = settings(max_examples=5_000 if NIGHTLY else 15)

EVERYTHING = ("health", "texts", "identity")
EVERYBODY = event(events.RoundTableHeld, FIRST, participants=PARTICIPANTS)


def outputs(case, role, on):
    """Everything that the library tells a role of a case, as text."""
    document = wire.to_json(disclose(case, to=role), include=EVERYTHING)
    deadlines = case.deadlines(on, to=role)
    told = [document, repr(deadlines), *(wire.to_json(one) for one in deadlines)]
    told.append(to_ical(deadlines, stamped_at=NOW))
    month = Month.of(on)
    asks = [lambda: repr(case.refunds(month, to=role))]
    if case.opening.on == FIRST:
        asks.append(lambda: repr(sk.review(case, "region-midtjylland-2008", on=FIRST, to=role)))
    for ask in asks:
        try:
            told.append(ask())
        except NotEntitled as error:
            told.append(str(error))
    return told


SCHEME_EVENTS = (
    events.SchemeStarted,
    events.SchemeAdjusted,
    events.SchemeEnded,
    events.AgreementSigned,
    events.ApplicationSent,
    events.DecisionReceived,
    events.MeasureConsidered,
    events.FollowUpHeld,
)
OTHERS = (
    events.ColleaguesInformed,
    events.ConversationHeld,
    events.FullReturn,
    events.PartialReturn,
    events.NoticeGiven,
    events.EventCorrected,
)


def fields_of(kind, scheme, day, ends):
    """What an event needs beside day and id."""
    given = {"scheme": scheme} if kind in SCHEME_EVENTS else {}
    if kind in {events.SchemeStarted, events.SchemeAdjusted}:
        given["terms"] = None
    if kind is events.DecisionReceived:
        given |= {"share": None, "granted": ends > 0}
    if kind in {events.AgreementSigned, events.DecisionReceived} and ends > 1:
        given["valid_to"] = day + timedelta(days=ends)
    if kind is events.NoticeGiven:
        given["last_day"] = day + timedelta(days=ends)
    if kind is events.MeasureConsidered:
        given["state"] = Consideration.TRIED
    return given


@st.composite
def histories(draw):
    """The steps of a case: kinds of events, days, and which of three schemes they are about."""
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from([*SCHEME_EVENTS, *OTHERS, events.SickLeaveStarted]),
                st.integers(0, 40),  # days since the step before
                st.integers(0, 2),  # the scheme
                st.sampled_from([0, 1, 30, 400]),
                st.sampled_from(RefundBasis),
            ),
            max_size=7,
        )
    )
    schemes = draw(st.permutations(UNNAMED))
    asked = draw(st.integers(0, 900))
    return steps, schemes, asked


def played(steps, schemes, *, pay=True, absence=True):
    """The case that these steps make; what isn't legal where it stands is left out."""
    case = Case.replay([opened(FIRST, number=1), attrs.evolve(EVERYBODY, id=events_id(2))])
    day = FIRST
    last = None
    for number, (kind, days, scheme, ends, basis) in enumerate(steps, start=3):
        day += timedelta(days=days)
        given = fields_of(kind, schemes[scheme], day, ends)
        if kind is events.SickLeaveStarted:
            given = {
                "extent": Extent.FULL,
                "basis": basis if pay else RefundBasis.ORDINARY,
                "paid_during_sickness": ends > 0 if pay else True,
            }
        if kind is events.EventCorrected:
            if last is None:
                continue
            given = {"corrects": last.id, "replacement": attrs.evolve(last, role="hr")}
        one = event(kind, day, number, **given)
        if not absence and one.tells is Information.ABSENCE:
            continue
        try:
            case = case.record(one)
        except IllegalEvent:
            continue
        last = last if kind is events.EventCorrected else one
    return case, day


def events_id(number):
    return event(events.ConcernRaised, FIRST, number).id


@given(st.lists(histories(), min_size=HISTORIES, max_size=HISTORIES))
def test_cases_that_differ_in_unnamed_schemes_look_the_same(drawn):
    for steps, schemes, asked in drawn:
        one, day = played(steps, schemes[:3])
        other, _ = played(steps, schemes[3:6])
        assert one.version == other.version
        on = FIRST + timedelta(days=asked)
        for right in RIGHTS:
            if not right.allows(Information.SCHEME_NAMES):
                assert outputs(one, right.role, on) == outputs(other, right.role, on)
            else:
                assert disclose(one, to=right.role).open
        assert day >= FIRST


@few
@given(histories())
def test_cases_that_differ_in_what_sick_leaves_tell_of_pay_look_the_same(drawn):
    steps, schemes, asked = drawn
    one, _ = played(steps, schemes[:3])
    other, _ = played(steps, schemes[:3], pay=False)
    on = FIRST + timedelta(days=asked)
    for right in RIGHTS:
        if not right.allows(Information.PAY):
            assert outputs(one, right.role, on) == outputs(other, right.role, on)


@few
@given(histories())
def test_deadlines_tell_nothing_of_absence_to_those_who_do_not_see_it(drawn):
    steps, schemes, asked = drawn
    kept = [step for step in steps if step[0] is not events.EventCorrected]
    one, _ = played(kept, schemes[:3])
    other, _ = played(kept, schemes[:3], absence=False)
    on = FIRST + timedelta(days=asked)
    for right in RIGHTS:
        if not right.allows(Information.ABSENCE):
            assert one.deadlines(on, to=right.role) == other.deadlines(on, to=right.role)


def agreed(scheme, basis):
    """A case with an agreement, in which somebody falls ill, and the colleagues are told."""
    return Case.replay(
        [
            opened("2026-09-01"),
            attrs.evolve(EVERYBODY, on=date(2026, 9, 1)),
            event(events.AgreementSigned, "2026-09-07", 5, scheme=scheme),
            event(events.SchemeStarted, "2026-09-07", 6, scheme=scheme, terms=None),
            event(events.ColleaguesInformed, "2026-09-08", 7),
            event(events.SickLeaveStarted, "2026-10-05", 8, basis=basis),
            event(
                events.AbsenceRegistered,
                "2026-11-02",
                9,
                hours={Week(2026, number): "37" for number in range(41, 45)},
            ),
            event(events.FullReturn, "2026-11-02", 10),
        ]
    )


SECTION_56 = agreed("section-56", RefundBasis.SECTION_56)
OTHER = agreed("adjustment", RefundBasis.ORDINARY)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("on", [date(2026, 9, 20), date(2026, 10, 20), date(2026, 11, 20)])
def test_a_section_56_agreement_shows_to_those_alone_who_may_know_it(role, on):
    right = next(one for one in RIGHTS if one.role == role)
    same = outputs(SECTION_56, role, on) == outputs(OTHER, role, on)
    assert same is not right.allows(Information.SCHEME_NAMES)


def test_what_the_neutral_words_are():
    assert ("agreement-on-work",) == disclose(SECTION_56, to="colleagues").running
    view = disclose(SECTION_56, to="social-chapter-consultant")
    names = {dict(one.details).get("scheme") for one in view.events} - {None}
    assert {"agreement-on-work"} == names
    assert ("agreement-on-work",) == view.running
    assert ("section-56",) == disclose(SECTION_56, to="hr").running


def test_deadlines_for_a_role():
    on = date(2026, 10, 20)
    told = {role: {one.id for one in SECTION_56.deadlines(on, to=role)} for role in ROLES}
    everything = {one.id for one in SECTION_56.deadlines(on)}
    assert everything == told["hr"] == told["nearest-manager"] == told["employee"]
    assert everything == told["municipality-of-residence"]
    consultant = {"sickness.talk", "sickness.fast_track", "sickness.follow_up"}
    assert consultant == told["social-chapter-consultant"] == told["personnel-consultant"]
    assert {"section_56.expiry"} == told["union-representative"]
    assert set() == told["colleagues"] == told["local-med"]


def test_deadlines_are_not_for_those_to_whom_the_case_is_not_open():
    alone = Case.replay([one for one in SECTION_56.events if one.kind != "round-table-held"])
    assert () == alone.deadlines(date(2026, 10, 20), to="union-representative")
    with pytest.raises(sk.UnknownName):
        alone.deadlines(date(2026, 10, 20), to="kvalmfeber")


@pytest.mark.parametrize("role", ROLES)
def test_refunds_and_reviews_are_for_those_who_may_see_all_that_they_tell(role):
    right = next(one for one in RIGHTS if one.role == role)
    needed = {Information.ABSENCE, Information.ARRANGEMENT, Information.SCHEME_NAMES}
    month = Month(2026, 10)
    if all(map(right.allows, {*needed, Information.PAY})):
        assert SECTION_56.refunds(month) == SECTION_56.refunds(month, to=role)
    else:
        with pytest.raises(NotEntitled) as caught:
            SECTION_56.refunds(month, to=role)
        assert ("employee", "nearest-manager", "hr", "municipality-of-residence") == (
            caught.value.entitled
        )
    case = Case.replay([opened("2008-10-01"), attrs.evolve(EVERYBODY, on=date(2008, 10, 1))])

    def ask():
        return sk.review(case, "region-midtjylland-2008", on=date(2008, 12, 1), to=role)

    if all(map(right.allows, {*needed, Information.COURSE})):
        assert ask() == sk.review(case, "region-midtjylland-2008", on=date(2008, 12, 1))
    else:
        with pytest.raises(NotEntitled):
            ask()
