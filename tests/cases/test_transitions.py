"""The table of states: whole, without doubt, and what the case does."""

import pytest

from socialkapitel.cases import events
from socialkapitel.cases.events import EVENTS
from socialkapitel.cases.transitions import (
    ABSENCES,
    STAGES,
    Absence,
    Stage,
    When,
    absence_transitions,
    legal_kinds,
    stage_transitions,
)

CHANGES = ("scheme-adjusted", "scheme-ended")
PAIRS = ({When.OTHERS_RUN, When.NONE_RUNS}, {When.FULL_LEAVE, When.PARTIAL_LEAVE})


@pytest.mark.parametrize("table", [STAGES, ABSENCES], ids=["stages", "absences"])
def test_transitions_that_begin_alike_are_told_apart(table):
    for source, kind in {(one.source, one.event) for one in table}:
        whens = [one.when for one in table if (one.source, one.event) == (source, kind)]
        assert whens == [When.ALWAYS] or set(whens) in PAIRS
        assert len(set(whens)) == len(whens)


@pytest.mark.parametrize(
    ("table", "states"), [(STAGES, Stage), (ABSENCES, Absence)], ids=["stages", "absences"]
)
def test_every_state_can_be_reached(table, states):
    reached = {None}
    for _ in states:
        reached |= {one.target for one in table if one.source in reached}
    assert {None, *states} == reached


def test_a_case_can_be_closed_from_every_other_stage():
    for stage in Stage:
        [*closing] = stage_transitions(stage, events.CaseClosed)
        assert ([] if stage is Stage.CLOSED else [Stage.CLOSED]) == [one.target for one in closing]


def test_nothing_leads_out_of_a_closed_case():
    assert ("event-corrected",) == legal_kinds(Stage.CLOSED, Absence.NONE)
    possible = [kind for kind in EVENTS if stage_transitions(Stage.CLOSED, kind)]
    assert [events.EventCorrected] == possible
    [staying] = stage_transitions(Stage.CLOSED, events.EventCorrected)
    assert Stage.CLOSED is staying.target


def test_a_case_is_opened_once():
    opening = [one for one in (*STAGES, *ABSENCES) if one.event is events.CaseOpened]
    assert [(None, Stage.CLARIFYING), (None, Absence.NONE)] == [
        (one.source, one.target) for one in opening
    ]
    assert all("case-opened" not in legal_kinds(s, a) for s in Stage for a in Absence)


@pytest.mark.parametrize(
    ("stage", "absence", "illegal"),
    [
        (Stage.CLARIFYING, Absence.NONE, ("partial-return", "full-return", *CHANGES)),
        (Stage.CLARIFYING, Absence.FULL, ("sick-leave-started", *CHANGES)),
        (Stage.CLARIFYING, Absence.PARTIAL, ("sick-leave-started", *CHANGES)),
        (Stage.ARRANGED, Absence.NONE, ("partial-return", "full-return")),
        (Stage.ARRANGED, Absence.FULL, ("sick-leave-started",)),
        (Stage.NOTICE, Absence.NONE, ("partial-return", "full-return", "notice-given")),
        (Stage.NOTICE, Absence.PARTIAL, ("sick-leave-started", "notice-given")),
    ],
)
def test_what_is_illegal_where(stage, absence, illegal):
    expected = {kind.kind for kind in EVENTS} - {"case-opened", *illegal}
    assert expected == set(legal_kinds(stage, absence))


def test_other_events_leave_the_absence_as_it_is():
    for absence in Absence:
        [found] = absence_transitions(absence, events.RoundTableHeld)
        assert (absence, absence, When.ALWAYS) == (found.source, found.target, found.when)


@pytest.mark.parametrize("states", [Stage, Absence, When])
def test_every_state_has_a_name(states):
    assert len({state.label.en for state in states}) == len(states)
    assert len({state.label.da for state in states}) == len(states)
