"""Each role sees what the table says and nothing else; colleagues never what an illness is."""

import tomllib
from pathlib import Path

import attrs
import pytest
from case_examples import PARTICIPANTS, event, opened

from socialkapitel import UnknownName, WrongType
from socialkapitel.actors import actor
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.disclosure import disclose
from socialkapitel.cases.errors import NotEntitled
from socialkapitel.cases.events import EVENTS, Cause, Profile, Sex, ToldCause
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText, Sealed
from socialkapitel.cases.rights import RIGHTS, Gate, Information, information, rights
from socialkapitel.cases.transitions import Absence, Stage
from socialkapitel.errors import SealedContent
from socialkapitel.schemes import NEUTRAL
from socialkapitel.wire import to_json

WHO = Identity("4711")
WHY, WHAT = PrivateText("why"), HealthNote("what")
NAMED = AgreedIllness("named")
ROLES = [one.role for one in RIGHTS]
EVERYBODY = event(events.RoundTableHeld, "2022-01-04", participants=PARTICIPANTS)
TOLD = event(events.ColleaguesInformed, "2022-02-01")
COURSE = [
    opened("2022-01-03", person=WHO, note=WHY, by=Identity("ab")),
    EVERYBODY,
    event(events.AbilityChanged, "2022-01-05", lasting=True, health=WHAT),
    event(events.SickLeaveStarted, "2022-01-06", health=WHAT),
    event(events.PartialReturn, "2022-01-12", weekly_hours="20"),
    event(events.MeasureConsidered, "2022-01-13", scheme="relocation", reason=WHY),
    event(events.DecisionReceived, "2022-01-14", scheme="aids", terms=WHY),
    event(events.SchemeStarted, "2022-01-15", scheme="aids", terms=None),
    event(events.SchemeStarted, "2022-01-15", scheme="mentor", terms=None),
    event(events.AgreementSigned, "2022-01-16", scheme="section-56", illness=NAMED),
    TOLD,
]
CASE = Case.replay(COURSE)

TABLE = tomllib.loads((Path(__file__).parent / "who_sees_what.toml").read_text("utf-8"))
WHO_SEES = {role: who for who in TABLE["who"] for role in who["roles"]}
SEEN = {
    role: {Information(kind) for one in who["seen"] for kind in one["kinds"]}
    for role, who in WHO_SEES.items()
}


def both(label):
    """A label in both languages, as the table has them."""
    return [label.en, label.da]


def test_the_table():
    assert SEEN == {one.role: set(one.seen) for one in RIGHTS}
    assert len(set(ROLES)) == len(ROLES)
    for one in RIGHTS:
        assert one.role == actor(one.role).id
        assert one is rights(one.role)
        assert (one.gate is Gate.NEVER) is (not one.seen)
        for kind in Information:
            assert (kind in one.seen) is one.allows(kind)


def test_each_role_is_told_why_it_sees_what_it_sees():
    for one in RIGHTS:
        who = WHO_SEES[one.role]
        why = {kind: each["why"] for each in who["seen"] for kind in each["kinds"]}
        assert who["gate"] == one.gate.value
        assert who["withheld"] == both(one.withheld)
        assert why == {kind.value: both(reason) for kind, reason in one.seen.items()}


def test_gates_and_kinds_have_names():
    for name, kinds in (("gate", Gate), ("kind", Information)):
        assert TABLE[name] == {kind.value: both(kind.label) for kind in kinds}
        for language in ("en", "da"):
            names = {getattr(kind.label, language) for kind in kinds}
            assert len(kinds) == len(names)


def test_names_and_reasons_are_parts_of_sentences():
    labels = [*(gate.label for gate in Gate), *(kind.label for kind in Information)]
    for one in RIGHTS:
        labels += [one.withheld, *one.seen.values()]
    for text in {*(label.en for label in labels), *(label.da for label in labels)}:
        assert text == text.lower()
        assert not text.endswith(".")


def test_who_may_see_a_text_may_open_it():
    by_kind = {kind: {one.role for one in RIGHTS if one.allows(kind)} for kind in Information}
    assert by_kind[Information.HEALTH] == set(HealthNote.readers) - {"doctor"}
    assert by_kind[Information.AGREED_ILLNESS] == set(AgreedIllness.readers)
    assert by_kind[Information.GROUNDS] == set(PrivateText.readers)
    assert by_kind[Information.NOTES] < set(PrivateText.readers)
    assert by_kind[Information.IDENTITY] == set(Identity.readers)


def shown(view):
    """Every kind of information that a view shows in its events."""
    kinds = {kind.kind: kind for kind in EVENTS}
    found = set()
    for one in view.events:
        fields = attrs.fields_dict(kinds[one.kind])
        found |= {kinds[one.kind].tells, *(information(fields[name]) for name, _ in one.details)}
    return found


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sees_what_the_table_says(role):
    view = disclose(CASE, to=role)
    seen = SEEN[role]
    assert role == view.role
    assert seen == {kind for kind, _ in view.seen}
    assert rights(role).withheld == view.withheld
    assert (Stage.ARRANGED if Information.COURSE in seen else None) is view.stage
    assert (Absence.PARTIAL if Information.ABSENCE in seen else None) is view.absence
    names = ("aids" if Information.SCHEME_NAMES in seen else NEUTRAL, "mentor")
    assert (names if Information.ARRANGEMENT in seen else None) == view.running
    shown_kinds = seen - {Information.SCHEME_NAMES}
    assert (shown_kinds if Information.COURSE in seen else set()) == shown(view)


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_sees_it_can_open(role):
    for one in disclose(CASE, to=role).events:
        for _, value in one.details:
            if isinstance(value, Sealed):
                assert value.reveal(to=role) in {"4711", "ab", "why", "what", "named"}


@pytest.mark.parametrize("role", ROLES)
def test_the_illness_that_an_agreement_names_is_for_its_parties_and_the_municipality(role):
    view = disclose(CASE, to=role)
    named = [dict(one.details).get("illness") for one in view.events]
    parties = {"employee", "nearest-manager", "hr", "municipality-of-residence"}
    assert (NAMED in named) is (role in parties)
    assert (Information.AGREED_ILLNESS in dict(view.seen)) is (role in parties)
    if role not in parties:
        with pytest.raises(NotEntitled):
            NAMED.reveal(to=role)


@pytest.mark.parametrize("role", [role for role in ROLES if Information.HEALTH not in SEEN[role]])
def test_the_nature_of_an_illness_is_not_for_everybody(role):
    view = disclose(CASE, to=role)
    assert [] == [name for one in view.events for name, _ in one.details if name == "health"]
    with pytest.raises(NotEntitled):
        WHAT.reveal(to=role)


@pytest.mark.parametrize("role", ROLES)
def test_the_cause_is_seen_by_those_it_was_told_alone(role):
    profile = Profile(area="viborg", sex=Sex.WOMAN, cause=Cause.MENTAL)
    view = disclose(Case.replay([opened("2022-01-03", profile=profile), EVERYBODY]), to=role)
    seen = view.events[0].detail("profile") if Information.IDENTITY in SEEN[role] else None
    told = role in ToldCause.readers
    expected = profile if told else attrs.evolve(profile, cause=None)
    assert (None if seen is None else expected) == seen
    document = to_json(view, include=("health", "identity", "texts"))
    assert told is ("mental" in document)


def test_events_are_seen_in_order_with_their_days_and_roles():
    view = disclose(CASE, to="nearest-manager")
    assert [(one.id, one.on, one.role, one.kind, one.label) for one in CASE.events] == [
        (one.id, one.on, one.role, one.kind, one.label) for one in view.events
    ]
    started = view.events[3]
    assert ["extent", "contract_hours", "hourly_pay", "paid_during_sickness", "basis"] == [
        name for name, _ in started.details
    ]
    assert COURSE[3].hourly_pay == started.detail("hourly_pay")
    with pytest.raises(UnknownName) as caught:
        started.detail("health")
    assert "basis" in caught.value.nearest
    assert str(caught.value).startswith("unknown detail: (not shown)")


def test_absence_is_left_out_of_the_course_for_those_who_do_not_see_it():
    view = disclose(CASE, to="union-representative")
    assert {"sick-leave-started", "partial-return"}.isdisjoint({one.kind for one in view.events})
    assert len(CASE.events) - 2 == len(view.events)


@pytest.mark.parametrize("role", [one.role for one in RIGHTS if one.gate is Gate.INVOLVED])
def test_who_does_not_take_part_sees_nothing(role):
    alone = Case.open(COURSE[0])
    view = disclose(alone, to=role)
    assert (False, (), None, None, None, ()) == (
        view.open,
        view.seen,
        view.stage,
        view.absence,
        view.running,
        view.events,
    )
    assert disclose(alone.record(EVERYBODY), to=role).open


@pytest.mark.parametrize(
    ("role", "joining"),
    [
        ("union-representative", event(events.RepresentativeInvolved, "2022-01-04")),
        (
            "union-representative",
            event(events.ConcernRaised, "2022-01-04", role="union-representative"),
        ),
        (
            "union-representative",
            event(
                events.AgreementSigned, "2022-01-04", parties=("employer", "union-representative")
            ),
        ),
        ("social-chapter-consultant", event(events.ConsultantEngaged, "2022-01-04")),
        ("municipality-of-residence", event(events.ApplicationSent, "2022-01-04")),
        ("municipality-of-residence", event(events.MunicipalityCoordinated, "2022-01-04")),
    ],
)
def test_taking_part_opens_the_case(role, joining):
    assert disclose(Case.replay([COURSE[0], joining]), to=role).open


@pytest.mark.parametrize("role", ["local-med", "main-med", "regional-med", "top-med"])
def test_committees_see_no_single_case(role):
    assert not disclose(CASE, to=role).open


@pytest.mark.parametrize(
    ("more", "running"),
    [
        ([], (NEUTRAL, "mentor")),
        ([event(events.SchemeEnded, "2022-03-01", scheme="aids")], ("mentor",)),
        (
            [event(events.SchemeStarted, "2022-03-01", scheme="section-56", terms=None)],
            (NEUTRAL, "mentor"),
        ),
        (
            [
                event(events.SchemeStarted, "2022-03-01", scheme="section-56", terms=None),
                event(events.ColleaguesInformed, "2022-03-02", informed_by=("nearest-manager",)),
            ],
            (NEUTRAL, "mentor"),
        ),
        (
            [
                event(events.SchemeStarted, "2022-03-01", scheme="section-56", terms=None),
                event(events.ColleaguesInformed, "2022-03-02"),
            ],
            (NEUTRAL, "mentor"),
        ),
        (
            [
                event(events.SchemeEnded, "2022-03-01", scheme="aids"),
                event(events.SchemeStarted, "2022-03-02", scheme="aids", terms=None),
            ],
            ("mentor",),
        ),
    ],
)
def test_colleagues_see_what_they_were_told_together(more, running):
    view = disclose(Case.replay([*COURSE, *more]), to="colleagues")
    assert (True, running, None, None, ()) == (
        view.open,
        view.running,
        view.stage,
        view.absence,
        view.events,
    )


def test_what_ended_before_colleagues_were_told_is_not_told():
    ended = event(events.SchemeEnded, COURSE[-2].on, scheme="aids")
    view = disclose(Case.replay([*COURSE[:-1], ended, COURSE[-1]]), to="colleagues")
    assert (True, ("mentor",)) == (view.open, view.running)


@pytest.mark.parametrize("informed_by", [None, ("nearest-manager",), ("employee",)])
def test_colleagues_see_nothing_before_that(informed_by):
    alone = [] if informed_by is None else [attrs.evolve(TOLD, informed_by=informed_by)]
    view = disclose(Case.replay([*COURSE[:-1], *alone]), to="colleagues")
    assert (False, None, ()) == (view.open, view.running, view.events)


@pytest.mark.parametrize("role", ["outsider", "doctor", "manager", None, ["hr"], "kvalmfeber"])
def test_other_roles_see_nothing_at_all(role):
    with pytest.raises(UnknownName) as caught:
        disclose(CASE, to=role)
    assert set(caught.value.nearest) <= set(ROLES)
    assert "kvalmfeber" not in str(caught.value)


def test_a_role_that_the_table_does_not_name_is_told_by_the_nearest():
    with pytest.raises(UnknownName) as caught:
        rights("collegues")
    expected = "unknown role that cases are shown to: 'collegues'; did you mean colleagues?"
    assert expected == str(caught.value)


@pytest.mark.parametrize("case", ["kvalmfeber", None, COURSE])
def test_only_a_case_is_shown(case):
    with pytest.raises(WrongType) as caught:
        disclose(case, to="hr")
    assert "case: (not shown) is not accepted; give a Case" == str(caught.value)


def test_a_view_is_not_pickled():
    view = disclose(CASE, to="employee")
    for one in (view, view.events[0]):
        with pytest.raises(SealedContent):
            one.__reduce_ex__(4)


def test_only_colleagues_wait_for_what_they_are_told_of_schemes():
    case = Case.replay(
        [
            opened("2022-01-03"),
            event(events.SchemeStarted, "2022-02-01", scheme="mentor", terms=None),
        ]
    )
    assert ("mentor",) == disclose(case, to="nearest-manager").running
    assert None is disclose(case, to="colleagues").running
