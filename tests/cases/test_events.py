"""Every kind of event: what it takes, what it refuses, and that it shows nothing private."""

import copy
import json
import pickle
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import attrs
import pytest
from case_examples import FIELDS, FLEXJOB, SUBSIDISED, event
from hypothesis import given
from hypothesis import strategies as st
from junk import junk

import socialkapitel as sk
from socialkapitel import InvalidInput, SocialkapitelError, UnknownName, Week, WrongType
from socialkapitel.cases import events
from socialkapitel.cases.events import EVENTS, Profile
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText
from socialkapitel.cases.rights import Information, information
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import SealedContent

DAY = date(2022, 1, 3)
KINDS = pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)

OPTIONAL = {
    events.ScheduleAgreed: {"from_day": date(2020, 1, 1)},
    events.PayChanged: {"from_day": date(2020, 1, 1)},
    events.CaseOpened: {"person": Identity("4711"), "profile": Profile(area="viborg")},
    events.AbilityChanged: {"lasting": True, "health": HealthNote("x")},
    events.SickLeaveStarted: {
        "full_time_hours": "37",
        "hours_in_8_weeks": "296",
        "at_work_last": True,
        "health": HealthNote("x"),
    },
    events.PartialReturn: {"weekly_hours": "20"},
    events.ConversationHeld: {"health": HealthNote("x")},
    events.ConsultantEngaged: {
        "consultant": "personnel-consultant",
        "services": ("coordination", "clarifying-talk"),
    },
    events.MunicipalityCoordinated: {"authority": "jobcentre"},
    events.WorkTrialHeld: {"valid_to": date(2022, 2, 1)},
    events.RelocationExplored: {"found": False},
    events.MeasureConsidered: {"reason": PrivateText("x")},
    events.ApplicationSent: {"authority": "jobcentre"},
    events.DecisionReceived: {
        "authority": "jobcentre",
        "share": "1/2",
        "granted_rate": "80.00",
        "valid_to": DAY,
        "terms": PrivateText("x"),
    },
    events.AgreementSigned: {
        "parties": ("employee", "employer", "municipality-of-residence"),
        "valid_to": DAY,
        "illness": AgreedIllness("x"),
    },
    events.SchemeAdjusted: {"terms": FLEXJOB},
    events.FollowUpHeld: {"scheme": "flexjob"},
    events.ColleaguesInformed: {"informed_by": ("nearest-manager",)},
}


def test_there_is_a_kind_for_everything_that_happens():
    assert [
        "case-opened",
        "employment-begun",
        "schedule-agreed",
        "concern-raised",
        "ability-changed",
        "sick-leave-started",
        "partial-return",
        "full-return",
        "absence-registered",
        "days-registered",
        "pay-changed",
        "conversation-held",
        "round-table-held",
        "consultant-engaged",
        "municipality-coordinated",
        "work-trial-held",
        "relocation-explored",
        "measure-considered",
        "representative-involved",
        "application-sent",
        "decision-received",
        "agreement-signed",
        "scheme-started",
        "scheme-adjusted",
        "scheme-ended",
        "follow-up-held",
        "colleagues-informed",
        "colleagues-consulted",
        "illness-disclosed",
        "workplace-assessed",
        "development-talk-held",
        "tasks-reviewed",
        "cost-weighed",
        "admission-discussed",
        "teaching-held",
        "notice-given",
        "employment-ended",
        "case-closed",
        "event-corrected",
    ] == [kind.kind for kind in EVENTS]


def test_each_kind_has_a_name_of_its_own():
    assert len({kind.label.en for kind in EVENTS}) == len(EVENTS)
    assert len({kind.label.da for kind in EVENTS}) == len(EVENTS)
    assert len({kind.__name__ for kind in EVENTS}) == len(EVENTS)


@KINDS
def test_each_field_tells_information_of_one_kind(kind):
    assert all(isinstance(information(field), Information) for field in attrs.fields(kind))


@KINDS
def test_what_is_sealed_is_told_to_be(kind):
    sealed = {"person": Information.IDENTITY, "by": Information.IDENTITY}
    sealed |= {"note": Information.NOTES, "health": Information.HEALTH}
    for field in attrs.fields(kind):
        assert sealed.get(field.name, information(field)) is information(field)
        if information(field) is Information.HEALTH:
            assert field.name == "health"


@KINDS
def test_with_the_least_and_with_everything(kind):
    least = event(kind, DAY)
    full = event(kind, DAY, by=Identity("ab"), note=PrivateText("x"), **OPTIONAL.get(kind, {}))
    assert (DAY, "nearest-manager") == (least.on, least.role)
    given = {"by", "note", *OPTIONAL.get(kind, {}), *FIELDS.get(kind, {})}
    assert given | {"id", "on", "role"} == {field.name for field in attrs.fields(kind)}
    assert None not in [getattr(full, name) for name in given]
    assert least != full
    assert full == copy.copy(full) == copy.deepcopy(full)
    assert hash(full) == hash(attrs.evolve(full))


@KINDS
def test_it_never_changes(kind):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        event(kind, DAY).on = DAY


@KINDS
def test_it_is_not_pickled(kind):
    with pytest.raises(SealedContent) as caught:
        pickle.dumps(event(kind, DAY))
    assert f"{kind.__name__} is not pickled" in str(caught.value)


def test_labels_of_choices():
    for choice in (events.Purpose, events.CaseOutcome, Information):
        assert len({member.label.en for member in choice}) == len(choice)
        assert len({member.label.da for member in choice}) == len(choice)


def test_an_id_can_be_a_text():
    text = "12345678-1234-5678-1234-567812345678"
    assert UUID(text) == event(events.ConcernRaised, DAY, id=text).id


def test_numbers_are_kept_exactly():
    leave = event(events.SickLeaveStarted, DAY, contract_hours=30, hourly_pay=Decimal("1.5"))
    assert ("30.00", "1.50") == (str(leave.contract_hours), str(leave.hourly_pay))
    assert Decimal("0.00") == event(events.PartialReturn, DAY, weekly_hours=0).weekly_hours
    decision = event(events.DecisionReceived, DAY, share=Fraction(1, 2), granted_rate="80")
    assert (sk.Share("1/2"), Decimal("80.00")) == (decision.share, decision.granted_rate)


def test_absence_is_put_in_order():
    registered = event(
        events.AbsenceRegistered,
        DAY,
        hours={date(2022, 1, 12): "7.4", Week(2022, 3): 0, Week(2022, 1): 37, date(2022, 1, 10): 3},
    )
    assert (
        (Week(2022, 1), Decimal("37.00")),
        (date(2022, 1, 10), Decimal("3.00")),
        (date(2022, 1, 12), Decimal("7.40")),
        (Week(2022, 3), Decimal("0.00")),
    ) == registered.hours
    assert registered == event(
        events.AbsenceRegistered, DAY, hours=registered.hours, id=registered.id
    )


@pytest.mark.parametrize(
    ("informed_by", "jointly"),
    [
        (("nearest-manager", "employee"), True),
        (("employee", "nearest-manager", "hr"), True),
        (("nearest-manager",), False),
        (("employee", "hr"), False),
    ],
)
def test_colleagues_are_informed_jointly_by_manager_and_employee(informed_by, jointly):
    assert jointly is event(events.ColleaguesInformed, DAY, informed_by=informed_by).jointly


WRONG = [
    (events.ConcernRaised, "id", 5, WrongType, "a uuid.UUID"),
    (events.ConcernRaised, "id", "kvalmfeber", InvalidInput, "a uuid.UUID"),
    (events.ConcernRaised, "on", datetime(2022, 1, 3, tzinfo=UTC), WrongType, "a date without"),
    (events.ConcernRaised, "on", date(1899, 1, 3), InvalidInput, "1900 to 2199"),
    (events.ConcernRaised, "role", "manager", UnknownName, "nearest-manager"),
    (events.ConcernRaised, "role", ["hr"], UnknownName, "did you mean"),
    (events.ConcernRaised, "role", "af", InvalidInput, "an actor who took part on 2022-01-03"),
    (events.ConcernRaised, "by", "kvalmfeber", WrongType, "(Identity)"),
    (events.ConcernRaised, "note", "kvalmfeber", WrongType, "(PrivateText)"),
    (events.CaseOpened, "purpose", "entry", WrongType, "RETENTION or ENTRY"),
    (events.CaseOpened, "person", "070761-4285", WrongType, "(Identity)"),
    (events.AbilityChanged, "lasting", 1, WrongType, "True for yes"),
    (events.AbilityChanged, "health", "kvalmfeber", WrongType, "(HealthNote)"),
    (events.AbilityChanged, "health", PrivateText("x"), WrongType, "(HealthNote)"),
    (events.AgreementSigned, "illness", HealthNote("x"), WrongType, "(AgreedIllness)"),
    (events.SickLeaveStarted, "extent", "full", WrongType, "FULL or PARTIAL"),
    (events.SickLeaveStarted, "contract_hours", 38, InvalidInput, "at most 37"),
    (events.SickLeaveStarted, "contract_hours", 0, InvalidInput, "above 0"),
    (events.SickLeaveStarted, "hourly_pay", 1.5, WrongType, "a Decimal, an int or a text"),
    (events.SickLeaveStarted, "hourly_pay", "kvalmfeber", InvalidInput, "a number such"),
    (events.SickLeaveStarted, "paid_during_sickness", None, WrongType, "True for yes"),
    (events.SickLeaveStarted, "basis", "ordinary", WrongType, "one of ORDINARY"),
    (events.PartialReturn, "weekly_hours", 38, InvalidInput, "from 0 to 37"),
    (events.AbsenceRegistered, "hours", {}, WrongType, "a mapping of Week or date"),
    (events.AbsenceRegistered, "hours", None, WrongType, "a mapping of Week or date"),
    (events.AbsenceRegistered, "hours", (1,), WrongType, "a mapping of Week or date"),
    (events.AbsenceRegistered, "hours", ((DAY, 1, 2),), WrongType, "a mapping of Week or date"),
    (events.AbsenceRegistered, "hours", {"kvalmfeber": 1}, InvalidInput, "a date such as"),
    (events.AbsenceRegistered, "hours", ((DAY, 1), (DAY, 2)), InvalidInput, "each week"),
    (events.AbsenceRegistered, "hours", ((Week(2022, 1), 1),) * 2, InvalidInput, "each week"),
    (events.AbsenceRegistered, "hours", {DAY: 1, Week(2022, 1): 2}, InvalidInput, "each week"),
    (events.RoundTableHeld, "participants", ("hr",), InvalidInput, "at least 2 different ids"),
    (events.RoundTableHeld, "participants", ("hr", "hr"), InvalidInput, "at least 2 different"),
    (events.RoundTableHeld, "participants", ["hr", "union"], WrongType, "a tuple of at least 2"),
    (events.RoundTableHeld, "participants", ("hr", "kvalmfeber"), UnknownName, "actor"),
    (events.ConsultantEngaged, "consultant", "kvalmfeber", UnknownName, "actor"),
    (events.ConsultantEngaged, "services", ("kvalmfeber",), UnknownName, "service"),
    (events.ConsultantEngaged, "services", (1,), UnknownName, "service"),
    (events.MunicipalityCoordinated, "authority", None, UnknownName, "actor"),
    (events.RepresentativeInvolved, "representative", "hr", InvalidInput, "union-representative"),
    (events.RepresentativeInvolved, "representative", "kvalmfeber", UnknownName, "actor"),
    (events.FollowUpHeld, "scheme", "kvalmfeber", UnknownName, "scheme"),
    (events.ColleaguesInformed, "informed_by", (), InvalidInput, "at least 1 different ids"),
    (events.WorkTrialHeld, "valid_to", date(2022, 1, 2), InvalidInput, "on or after 2022-01-03"),
    (events.WorkTrialHeld, "valid_to", "kvalmfeber", InvalidInput, "a date such as"),
    (events.RelocationExplored, "found", 0, WrongType, "True for yes"),
    (events.MeasureConsidered, "scheme", "flexjobs", UnknownName, "flexjob"),
    (events.MeasureConsidered, "state", "tried", WrongType, "one of "),
    (events.MeasureConsidered, "reason", "kvalmfeber", WrongType, "(PrivateText)"),
    (events.ApplicationSent, "scheme", None, UnknownName, "scheme"),
    (events.DecisionReceived, "granted", "yes", WrongType, "True for yes"),
    (events.DecisionReceived, "share", "3/2", InvalidInput, "at most 1"),
    (events.DecisionReceived, "granted_rate", 0, InvalidInput, "above 0"),
    (events.DecisionReceived, "valid_to", date(2022, 1, 2), InvalidInput, "on or after"),
    (events.DecisionReceived, "terms", "kvalmfeber", WrongType, "(PrivateText)"),
    (events.AgreementSigned, "parties", ("employee",), InvalidInput, "at least 2"),
    (events.AgreementSigned, "valid_to", date(2022, 1, 2), InvalidInput, "on or after"),
    (events.SchemeStarted, "terms", "kvalmfeber", WrongType, "(FlexjobTerms), those of"),
    (events.SchemeStarted, "terms", SUBSIDISED, InvalidInput, "(FlexjobTerms) for one begun"),
    (events.SchemeAdjusted, "terms", SUBSIDISED, InvalidInput, "(FlexjobTerms) for one begun"),
    (events.NoticeGiven, "last_day", date(2022, 1, 2), InvalidInput, "on or after 2022-01-03"),
    (events.NoticeGiven, "last_day", None, WrongType, "a date without"),
    (events.CaseClosed, "outcome", "left", WrongType, "one of "),
]


@pytest.mark.parametrize(
    ("kind", "field", "value", "error", "told"),
    WRONG,
    ids=[f"{number}-{kind.__name__}-{field}" for number, (kind, field, *_) in enumerate(WRONG)],
)
def test_what_is_wrong_is_refused_and_not_shown(kind, field, value, error, told):
    with pytest.raises(error) as caught:
        event(kind, DAY, 7, **{field: value})
    assert error is type(caught.value)
    assert told in str(caught.value)
    assert "kvalmfeber" not in str(caught.value) + repr(caught.value.args)
    assert caught.value.__context__ is None or "kvalmfeber" not in repr(caught.value.__context__)
    if isinstance(caught.value, InvalidInput):
        assert caught.value.field.startswith(field)


@pytest.mark.parametrize(
    ("scheme", "terms", "fits"),
    [
        ("flexjob", FLEXJOB, True),
        ("flexjob", SUBSIDISED, False),
        ("rehabilitation", SUBSIDISED, True),
        ("disability-pension-job", SUBSIDISED, True),
        ("wage-subsidy-unemployed", SUBSIDISED, True),
        ("rehabilitation", FLEXJOB, False),
        ("aids", FLEXJOB, False),
        ("aids", SUBSIDISED, False),
        ("flexjob-since-2013", FLEXJOB, False),
        ("aids", None, True),
        ("flexjob", None, True),
    ],
)
@pytest.mark.parametrize("kind", [events.SchemeStarted, events.SchemeAdjusted])
def test_terms_are_of_the_schemes_kind(kind, scheme, terms, fits):
    if fits:
        assert terms == event(kind, DAY, scheme=scheme, terms=terms).terms
        return
    with pytest.raises(InvalidInput) as caught:
        event(kind, DAY, scheme=scheme, terms=terms)
    assert ("terms", HIDDEN) == (caught.value.field, caught.value.value)


@pytest.mark.parametrize("field", ["share", "granted_rate", "valid_to"])
def test_a_refusal_grants_nothing(field):
    nothing = {"share": None, "granted_rate": None, "valid_to": None}
    given = {"share": "1/2", "granted_rate": "80", "valid_to": DAY}
    assert not event(events.DecisionReceived, DAY, granted=False, **nothing).granted
    with pytest.raises(InvalidInput) as caught:
        event(events.DecisionReceived, DAY, granted=False, **{**nothing, field: given[field]})
    assert field == caught.value.field
    assert "None where the application was refused" in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (events.FlexjobTerms, "starting_pay"),
        (events.FlexjobTerms, "weekly_hours"),
        (events.FlexjobTerms, "atp_class"),
        (events.FlexjobTerms, "other_contributions"),
        (events.SubsidisedTerms, "hourly_pay"),
    ],
)
def test_wrong_terms_are_refused_and_not_shown(kind, field):
    good = FLEXJOB if kind is events.FlexjobTerms else SUBSIDISED
    with pytest.raises(InvalidInput) as caught:
        attrs.evolve(good, **{field: "kvalmfeber"})
    assert field == caught.value.field
    assert "kvalmfeber" not in str(caught.value)


@KINDS
def test_a_role_has_its_time(kind):
    assert "af" == event(kind, "2006-12-31", role="af", **_fields_of_2006(kind)).role
    with pytest.raises(InvalidInput):
        event(kind, "2007-01-01", role="af", **_fields_of_2006(kind))


def _fields_of_2006(kind):
    return {"hours": {Week(2006, 1): 1}} if kind is events.AbsenceRegistered else {}


FIELD = st.sampled_from([(kind, field.name) for kind in EVENTS for field in attrs.fields(kind)])


@given(FIELD, junk)
def test_only_our_errors_escape(field, value):
    kind, name = field
    with suppress(SocialkapitelError):
        made = event(kind, DAY, 7, **{name: value})
        assert made == attrs.evolve(made)
        assert json.dumps(str(made))


def test_only_a_section_56_agreement_names_an_illness():
    named = AgreedIllness("kvalmfeber")
    signed = event(events.AgreementSigned, "2022-01-03", scheme="section-56", illness=named)
    assert named is signed.illness
    assert "kvalmfeber" not in repr(signed)
    with pytest.raises(InvalidInput) as caught:
        event(events.AgreementSigned, "2022-01-03", scheme="flexjob", illness=named)
    assert "illness" == caught.value.field
    assert "kvalmfeber" not in str(caught.value)


@pytest.mark.parametrize("kind", events.EVENTS, ids=lambda kind: kind.kind)
def test_a_day_is_read_from_its_text_too(kind):
    of_days = {"date", "date | None", date, date | None}  # as written, or as resolved by then
    days = [field for field in attrs.fields(kind) if field.type in of_days]
    assert "on" in [field.name for field in days]
    for field in days:
        assert DAY == field.converter(DAY.isoformat())
        with pytest.raises(InvalidInput) as caught:
            field.converter("kvalmfeber")
        assert "kvalmfeber" not in str(caught.value) + repr(caught.value.args)
