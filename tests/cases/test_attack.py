"""A diagnosis and a number of the civil register, put wherever text goes in: neither comes out.

Whatever the library gives out is searched for both: what it shows, refuses, computes, writes down,
pickles or discloses.
"""

import copy
import io
import json
import logging
import pickle
import pprint
import sys
import traceback
from datetime import UTC, date, datetime

import attrs
import pytest
from case_examples import FIELDS, FLEXJOB, event, opened

import socialkapitel as sk
from socialkapitel import Month, SocialkapitelError, Week
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.disclosure import disclose
from socialkapitel.cases.events import EVENTS
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText, Sealed
from socialkapitel.cases.ical import to_ical
from socialkapitel.cases.rights import RIGHTS
from socialkapitel.identity import Cpr
from socialkapitel.wire import to_json

DIAGNOSIS = "kvalmfeber"
CPR = "070761-4285"
MARKERS = (DIAGNOSIS, CPR, CPR.replace("-", ""))
BOTH = f"{DIAGNOSIS}, {CPR}"

SEALED = {
    "by": Identity(Cpr(CPR).reveal()),
    "person": Identity(CPR),
    "note": PrivateText(BOTH),
    "reason": PrivateText(BOTH),
    "terms": PrivateText(BOTH),
    "health": HealthNote(BOTH),
    "illness": AgreedIllness(BOTH),
}


def private(kind):
    """Every field of an event that holds a text, filled with both markers."""
    return {
        field.name: SEALED[field.name]
        for field in attrs.fields(kind)
        if field.name in SEALED and kind not in (events.SchemeStarted, events.SchemeAdjusted)
    } | {name: SEALED[name] for name in ("by", "note")}


ORDER = [
    ("2005-01-03", events.CaseOpened, {}),
    ("2005-01-04", events.ConcernRaised, {}),
    ("2005-01-05", events.AbilityChanged, {}),
    ("2006-03-01", events.MeasureConsidered, {}),
    ("2006-03-01", events.ApplicationSent, {}),
    ("2006-03-01", events.DecisionReceived, {}),
    ("2006-03-01", events.SchemeStarted, {"terms": FLEXJOB}),
    ("2006-09-01", events.FollowUpHeld, {}),
    ("2007-11-05", events.SickLeaveStarted, {"basis": sk.RefundBasis.FLEXJOB}),
    ("2007-11-06", events.ConversationHeld, {}),
    ("2007-11-06", events.RoundTableHeld, {}),
    ("2007-11-06", events.ConsultantEngaged, {}),
    ("2007-11-06", events.MunicipalityCoordinated, {}),
    ("2007-11-06", events.RepresentativeInvolved, {}),
    ("2007-11-07", events.PartialReturn, {}),
    ("2007-11-12", events.FullReturn, {}),
    ("2007-11-12", events.AbsenceRegistered, {"hours": {Week(2007, 45): "37"}}),
    ("2007-11-13", events.WorkTrialHeld, {"valid_to": date(2008, 11, 13)}),
    ("2007-11-13", events.RelocationExplored, {}),
    ("2007-11-14", events.AgreementSigned, {}),
    ("2007-11-15", events.ColleaguesInformed, {}),
    ("2007-11-15", events.ColleaguesConsulted, {}),
    ("2007-11-15", events.IllnessDisclosed, {}),
    ("2007-11-15", events.WorkplaceAssessed, {}),
    ("2007-11-15", events.DevelopmentTalkHeld, {}),
    ("2007-11-15", events.TasksReviewed, {}),
    ("2007-11-15", events.CostWeighed, {}),
    ("2007-11-15", events.AdmissionDiscussed, {}),
    ("2007-11-15", events.TeachingHeld, {}),
    ("2007-11-16", events.SchemeAdjusted, {}),
    ("2007-11-16", events.EmploymentBegun, {"first_day": date(2001, 1, 1)}),
    ("2007-11-16", events.ScheduleAgreed, {}),
    ("2007-11-16", events.PayChanged, {}),
    ("2007-11-16", events.DaysRegistered, {}),
    ("2007-12-01", events.NoticeGiven, {"last_day": date(2008, 12, 1)}),
    ("2007-12-02", events.SchemeEnded, {}),
    ("2007-12-02", events.EmploymentEnded, {"last_day": date(2008, 12, 1)}),
    ("2007-12-03", events.CaseClosed, {}),
]
HAPPENED = tuple(event(kind, day, **{**private(kind), **fields}) for day, kind, fields in ORDER)
EVERYTHING = (
    *HAPPENED,
    event(
        events.EventCorrected,
        "2007-12-03",
        **private(events.EventCorrected),
        corrects=HAPPENED[1].id,
        replacement=attrs.evolve(HAPPENED[1], role="hr"),
    ),
)
CASE = Case.replay(EVERYTHING)


def clean(*outputs):
    """Assert that no output holds a marker."""
    for output in outputs:
        text = output.decode("utf-8", "replace") if isinstance(output, bytes) else str(output)
        assert text
        found = [marker for marker in MARKERS if marker in text or marker.encode().hex() in text]
        assert [] == found, text


def everything_of(thing):
    """All that Python's own tools say of an object."""
    yield from (repr(thing), str(thing), format(thing), ascii(thing), pprint.pformat(thing))
    yield json.dumps(thing, default=str)
    yield json.dumps([thing], default=repr)
    yield f"{thing!r:>200} %s %r" % (thing, thing)
    yield repr(copy.copy(thing)) + repr(copy.deepcopy([thing]))
    yield " ".join(map(repr, dir(thing)))
    if attrs.has(type(thing)):
        yield repr(attrs.asdict(thing))
        yield repr(attrs.astuple(thing))
        yield json.dumps(attrs.asdict(thing), default=str)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            yield pickle.dumps(thing, protocol)
        except SocialkapitelError as error:
            yield str(error)


def test_every_kind_of_event_takes_part_in_the_attack():
    assert set(EVENTS) == {type(one) for one in EVERYTHING}
    sealed = {
        (type(one).__name__, field.name)
        for one in EVERYTHING
        for field in attrs.fields(type(one))
        if isinstance(getattr(one, field.name), Sealed)
    }
    assert len(sealed) == 2 * len(EVENTS) + 7
    assert CASE.events[2].health.reveal(to="doctor") == BOTH


@pytest.mark.parametrize("one", EVERYTHING, ids=lambda one: one.kind)
def test_an_event_shows_nothing(one):
    clean(*everything_of(one))
    for field in attrs.fields(type(one)):
        clean(*everything_of(getattr(one, field.name)))


def test_a_case_shows_nothing():
    clean(*everything_of(CASE), *everything_of(CASE.events), *everything_of(CASE.status))


def test_a_log_shows_nothing():
    stream = io.StringIO()
    logger = logging.getLogger("attack")
    logger.addHandler(logging.StreamHandler(stream))
    logger.propagate = False
    logger.warning("%s %r %s", CASE, CASE.events, {"events": CASE.events})
    try:
        CASE.record(EVERYTHING[1])
        CASE.record(attrs.evolve(EVERYTHING[1], role="hr"))
    except SocialkapitelError:
        logger.exception("refused %r", EVERYTHING[1])
    clean(stream.getvalue())
    assert "Traceback" in stream.getvalue()


def refused(call):
    """The error that a call of the library ends in, and all that can be told of it."""
    with pytest.raises(SocialkapitelError) as caught:
        call()
    error = caught.value
    yield from (str(error), repr(error), repr(error.args), repr(vars(error)))
    yield "".join(traceback.format_exception(error))
    yield pickle.dumps(error)
    while error.__context__ is not None:
        error = error.__context__
        yield repr(error) + repr(error.args)


def locals_of(call):
    """What error reporters send: the local variables of the library's frames."""
    try:
        call()
    except SocialkapitelError:
        shown = traceback.TracebackException(*sys.exc_info(), capture_locals=True)
        return [frame.locals for frame in shown.stack if "/socialkapitel/" in frame.filename]
    raise AssertionError("nothing was refused")


WRONG_ORDER = Case.open(opened("2022-01-03", **private(events.CaseOpened)))


@pytest.mark.parametrize("one", EVERYTHING, ids=lambda one: one.kind)
def test_a_refused_event_shows_nothing(one):
    def record():
        WRONG_ORDER.record(one)

    def other_content():
        CASE.record(attrs.evolve(one, note=PrivateText(f"{BOTH} again")))

    for call in (record, other_content):
        clean(*refused(call), locals_of(call))


TEXTS = [
    (kind, field.name, text)
    for kind in EVENTS
    for field in attrs.fields(kind)
    for text in (DIAGNOSIS, CPR)
]


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    TEXTS,
    ids=[f"{kind.kind}-{field}-{text == CPR}" for kind, field, text in TEXTS],
)
def test_a_plain_text_is_refused_wherever_it_is_put_and_not_shown(kind, field, text):
    """A text in the wrong place: as it is, as a number, in a tuple, as a key."""
    fields = {**FIELDS.get(kind, {}), **private(kind)}
    digits = int(text.replace("-", "")) if text == CPR else text
    for value in (text, digits, (text, text), [text], {text: text}, {text: 1}, ((text, 1),)):
        if field == "hours" or not isinstance(value, dict):
            clean(*refused(lambda: event(kind, "2022-01-03", 7, **{**fields, field: value})))  # noqa: B023


@pytest.mark.parametrize("text", [DIAGNOSIS, CPR])
def test_a_text_for_an_argument_is_refused_and_not_shown(text):
    calls = [
        lambda: Case.open(text),
        lambda: Case.replay(text),
        lambda: Case.replay([EVERYTHING[0], text]),
        lambda: CASE.record(text),
        lambda: CASE.record(EVERYTHING[0], expected_version=text),
        lambda: CASE.event(text),
        lambda: disclose(text, to="hr"),
        lambda: disclose(CASE, to=text),
        lambda: SEALED["health"].reveal(to=text),
        lambda: HealthNote([text]),
        lambda: Identity(Cpr(CPR)),
    ]
    for call in calls:
        clean(*refused(call))


@pytest.mark.parametrize("role", [rights.role for rights in RIGHTS])
def test_no_view_shows_anything_unasked(role):
    view = disclose(CASE, to=role)
    clean(*everything_of(view), *everything_of(view.events))
    for one in view.events:
        clean(*everything_of(one))


def opened_texts(view, role):
    """Every text that a role can open in its view."""
    for one in view.events:
        for _, value in one.details:
            if isinstance(value, Sealed):
                yield type(value), value.reveal(to=role)


def test_colleagues_and_committees_get_no_text_at_all():
    for role in ("colleagues", "local-med", "main-med", "regional-med", "top-med"):
        assert [] == list(opened_texts(disclose(CASE, to=role), role))
    assert disclose(CASE, to="colleagues").open


def test_the_nature_of_the_illness_reaches_those_entitled_alone():
    for rights in RIGHTS:
        kinds = {kind for kind, _ in opened_texts(disclose(CASE, to=rights.role), rights.role)}
        entitled = rights.role in {"employee", "municipality-of-residence"}
        assert (HealthNote in kinds) is entitled, rights.role
        parties = entitled or rights.role in {"nearest-manager", "hr"}
        assert (AgreedIllness in kinds) is parties, rights.role


def test_refunds_and_deadlines_show_nothing():
    for month in (Month(2007, 10), Month(2007, 11), Month(2007, 12)):
        refunds = CASE.refunds(month)
        clean(repr(refunds), str(refunds), pickle.dumps(refunds), repr(attrs.asdict(refunds)))
        for refund in refunds.refunds:
            clean(repr(refund.result.explanation), str(refund.result.explanation.givens))
    deadlines = CASE.deadlines(date(2007, 12, 1))
    assert deadlines
    clean(repr(deadlines), pickle.dumps(deadlines), repr([attrs.asdict(one) for one in deadlines]))


CALCULATING = ("/calculators/", "/formulas/", "/payroll/", "/explanation/")


def within(value):
    """A value, and what it holds where it is a collection of Python's own."""
    yield value
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from within(each)


def test_nothing_of_a_case_s_texts_passes_through_the_calculators():
    """Their frames keep what they were given, so reporters show it: pay and hours, but no text."""
    entered, held = set(), []

    def watch(frame, what, _):
        name = frame.f_code.co_filename
        if what != "call" or not any(folder in name for folder in CALCULATING):
            return
        entered.add(name)
        for each in within(list(frame.f_locals.values())):
            if isinstance(each, (Sealed, Cpr, Case, events.Event, events.Profile)):
                held.append((name, type(each).__name__))
            elif isinstance(each, str):
                held.extend((name, each) for marker in MARKERS if marker in each)

    sys.setprofile(watch)
    try:
        refunds = [CASE.refunds(Month(2006, 3)), CASE.refunds(Month(2007, 11))]
        deadlines = CASE.deadlines(date(2007, 12, 1))
    finally:
        sys.setprofile(None)
    assert all(month.refunds for month in refunds)
    assert deadlines
    for name in ("calculators/flexjob.py", "calculators/sickness.py", "formulas/flexjob.py"):
        assert any(path.endswith(name) for path in entered), entered
    assert [] == held


def test_calendars_and_explanations_show_nothing():
    deadlines = CASE.deadlines(date(2007, 12, 1))
    for language in ("en", "da"):
        clean(to_ical(deadlines, stamped_at=datetime(2007, 12, 1, tzinfo=UTC), language=language))
        for refund in CASE.refunds(Month(2007, 11)).refunds:
            explanation = refund.result.explanation
            clean(explanation.render(language), explanation.html(language))
            clean(json.dumps(explanation.document()))


def test_default_json_shows_nothing():
    clean(to_json(CASE), *(to_json(one) for one in CASE.events))
