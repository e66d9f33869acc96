"""A case held against a chapter: what the record proves, what it breaks, what it leaves open."""

import json
from datetime import date
from pathlib import Path

import pytest
from case_examples import event, opened
from chapters.courses import cases, fitting
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk
from redoing import redo

import socialkapitel as sk
from socialkapitel import Outcome, wire
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseOutcome, Consideration, Extent, Purpose
from socialkapitel.chapters import CHAPTERS, DutyKind, EventKind, catalogue, criteria, duties
from socialkapitel.chapters.loading import read_chapter
from socialkapitel.chapters.review import Review, review
from socialkapitel.messages import within
from socialkapitel.nodes import Document
from socialkapitel.schemes import SCHEMES, SchemeGroup

CRITERIA = criteria()
REGION = "region-midtjylland-2008"
HERLEV = "herlev-2006"
ON = date(2008, 12, 31)
TOGETHER = ("employee", "nearest-manager", "union-representative")


def case(*later, day="2008-10-01", **fields):
    return Case.replay([opened(day, number=1, **fields), *later])


def considered(scheme, day="2008-10-10", state=Consideration.RULED_OUT):
    return event(events.MeasureConsidered, day, scheme=scheme, state=state)


def started(scheme, day="2008-11-01"):
    return event(events.SchemeStarted, day, scheme=scheme, terms=None)


def found(name, *later, chapter=REGION, on=ON, day="2008-10-01", purpose=None, **given):
    fields = {} if purpose is None else {"purpose": purpose}
    return review(case(*later, day=day, **fields), chapter, on=on, **given).finding(name)


def ids(*recorded):
    return {one.id for one in recorded}


# --- principles ----------------------------------------------------------------------------------


def test_each_principle_and_responsibility_has_a_finding():
    for chapter, on in [(REGION, ON), (HERLEV, date(2007, 6, 1)), ("viborg-2003", ON)]:
        known = sk.chapter(chapter)
        if not known.in_force(on):
            continue
        names = [one.id for one in review(case(day="2007-01-01"), chapter, on=on).findings]
        expected = [principle.path for principle in known.principles] + list(known.duties)
        assert expected == [name for name in names if name != "early-action/days"]
        assert len(names) == len(set(names))


def test_a_principle_is_fulfilled_by_the_events_that_prove_it():
    talk = event(events.RoundTableHeld, "2008-10-20", participants=TOGETHER)
    told = event(
        events.ColleaguesInformed, "2008-11-02", informed_by=("employee", "nearest-manager")
    )
    follow_up = event(events.FollowUpHeld, "2008-12-01")
    one = found("principles/open-dialogue", talk, told, follow_up)
    assert Outcome.FULFILLED is one.outcome
    assert ids(talk, told, follow_up) == set(one.proven_by)
    assert () == one.missing == one.would_fulfil
    assert "The arrangement is followed up" in str(one.because)


def test_what_is_not_recorded_leaves_it_open_and_is_named():
    talk = event(events.RoundTableHeld, "2008-10-20", participants=TOGETHER)
    one = found("principles/open-dialogue", talk)
    assert Outcome.UNRESOLVED is one.outcome
    assert ("events.colleagues-informed", "events.follow-up-held") == one.missing
    assert [
        "colleagues were informed (who informed the colleagues: employee, and nearest manager)",
        "a follow-up was held",
    ] == [str(text) for text in one.would_fulfil]
    assert (talk.id,) == one.proven_by
    assert "it is not recorded that a follow-up was held" in str(one.because)


@pytest.mark.parametrize(
    ("kind", "fields", "proves"),
    [
        (events.RoundTableHeld, {"participants": ("employee", "union")}, False),
        (events.RoundTableHeld, {"participants": ("nearest-manager", "union")}, False),
        (events.RoundTableHeld, {"participants": ("employee", "nearest-manager")}, False),
        (events.RoundTableHeld, {"participants": TOGETHER}, True),
        (events.RoundTableHeld, {"participants": ("employee", "nearest-manager", "union")}, True),
    ],
)
def test_who_must_be_at_the_round_table(kind, fields, proves):
    one = found("principles/open-dialogue", event(kind, "2008-10-20", **fields))
    lacking = [name for name in one.missing if "round-table" in name]
    assert proves == (lacking == [])
    assert "events.round-table-held" not in lacking


UNIONS = ("union-representative", "union")


@pytest.mark.parametrize(
    ("participants", "lacking", "words"),
    [
        (("employee", "nearest-manager", "hr"), UNIONS, "uden tillidsrepræsentant eller"),
        (("employee", "union"), ("nearest-manager",), "uden nærmeste leder"),
        (("hr", "nearest-manager"), ("employee", *UNIONS), "uden medarbejder og"),
    ],
)
def test_a_finding_says_which_party_was_missing(participants, lacking, words):
    one = found(
        "policy/retention",
        event(events.ConcernRaised, "2008-10-02", role="employee"),
        event(events.RoundTableHeld, "2008-10-20", participants=participants),
    )
    assert [f"events.round-table-held.participants.{who}" for who in lacking] == [
        name for name in one.missing if name.startswith("events.round-table-held")
    ]
    told = sk.translate(one.because, "da")
    assert f"en rundbordssamtale blev holdt den 20. oktober 2008, men {words}" in told
    assert "ikke registreret, at en rundbordssamtale" not in told


def test_of_several_meetings_the_closest_is_told():
    meetings = [
        event(events.RoundTableHeld, "2008-10-20", participants=("hr", "doctor")),
        event(events.RoundTableHeld, "2008-10-21", participants=("employee", "union")),
        event(events.RoundTableHeld, "2008-10-22", participants=("employee", "hr")),
    ]
    one = found("policy/retention", *meetings)
    assert "events.round-table-held.participants.nearest-manager" in one.missing
    assert "2008-10-21" in str(one.because)


@pytest.mark.parametrize(
    ("who", "proves"),
    [
        (("nearest-manager",), False),
        (("employee",), False),
        (("employee", "nearest-manager"), True),
        (("employee", "hr", "nearest-manager"), True),
    ],
)
def test_colleagues_are_told_by_manager_and_employee_together(who, proves):
    told = event(events.ColleaguesInformed, "2008-11-02", informed_by=who)
    one = found("principles/open-dialogue", told)
    lacking = [name for name in one.missing if "colleagues" in name]
    alone = {"employee", "nearest-manager"} - set(who)
    assert [f"events.colleagues-informed.informed_by.{name}" for name in alone] == lacking
    duty = found("midtjylland.inform-colleagues", started("adjustment"), told)
    assert proves == (duty.outcome is Outcome.FULFILLED)


PROOFS = [(one, pattern) for one in CRITERIA for pattern in one.proven_by]


@pytest.mark.parametrize(
    ("criterion", "pattern"),
    PROOFS,
    ids=lambda value: getattr(value, "id", None) or value.kind,
)
def test_each_pattern_of_a_criterion_proves_it(criterion, pattern):
    purpose = Purpose.ENTRY if pattern.kind == "case-closed" else Purpose.RETENTION
    principles = [
        (chapter, principle)
        for chapter in CHAPTERS.values()
        for principle in chapter.principles
        if criterion in principle.criteria
    ]
    assert principles
    for chapter, principle in principles:
        on = chapter.valid_from.latest
        first = []
        if pattern.kind == "scheme-adjusted":
            first.append(event(events.SchemeStarted, on, scheme="adjustment", terms=None))
        elif pattern.kind == "partial-return":
            first.append(event(events.SickLeaveStarted, on))
        proof = fitting(pattern, on if not first else date.fromordinal(on.toordinal() + 1))
        whole = case(*first, proof, day=on, purpose=purpose)
        before = review(case(*first, day=on, purpose=purpose), chapter, on=proof.on)
        after = review(whole, chapter, on=proof.on).finding(principle.path)
        name = f"events.{pattern.kind}"
        if not (first and pattern.kind == "scheme-adjusted"):
            assert name in before.finding(principle.path).missing
        verdict = criterion.judge(sk.Facts(), whole.events, on=proof.on)
        assert [] == [each for each in verdict.missing if each.startswith("events.")]
        assert proof.id in after.proven_by


@pytest.mark.parametrize(("hours", "proves"), [("20", True), (None, False)])
def test_agreed_hours_of_a_partial_return_are_a_pace(hours, proves):
    leave = event(events.SickLeaveStarted, "2008-10-02")
    back = event(events.PartialReturn, "2008-10-20", weekly_hours=hours)
    one = found("principles/early-action", leave, back)
    assert proves == ("events.partial-return.weekly_hours" not in one.missing)
    assert proves == ("but without weekly hours" not in str(one.because))


def test_what_is_recorded_elsewhere_counts_too():
    assert "events.cost-weighed" in found("principles/economy").missing
    weighed = event(events.CostWeighed, "2008-10-20")
    one = found("principles/economy", recorded=[weighed])
    assert (Outcome.FULFILLED, (weighed.id,)) == (one.outcome, one.proven_by)
    assert one == found("principles/economy", weighed)
    assert one == found("principles/economy", weighed, recorded=[weighed])
    later = event(events.CostWeighed, "2009-01-01")
    assert "events.cost-weighed" in found("principles/economy", recorded=[later]).missing


@pytest.mark.parametrize("kind", EventKind, ids=lambda kind: kind.value)
def test_the_kinds_that_chapters_had_are_still_taken(kind):
    with pytest.warns(DeprecationWarning, match=r"write an event, socialkapitel\.events\.[A-Z]"):
        review(case(), REGION, on=ON, recorded=[kind])
    with pytest.warns(DeprecationWarning, match="is deprecated"):
        one = kind.as_event(ON)
    [asks] = [
        criterion
        for criterion in CRITERIA
        if any(each.fits(one) for each in (*criterion.proven_by, *criterion.broken_by))
        and (kind.value in criterion.id or NAMED.get(kind.value) == criterion.id)
    ]
    with pytest.warns(DeprecationWarning, match="is deprecated"):
        verdict = asks.judge(sk.Facts(), [kind], on=ON)
    broken = kind is EventKind.ILLNESS_DISCLOSED
    assert (Outcome.NOT_FULFILLED if broken else Outcome.FULFILLED) is verdict.outcome


NAMED = {
    "workplace-assessed": "working-environment-assessed",
    "development-talk-held": "skills-developed",
    "tasks-reviewed": "tasks-matched",
    "conversation-held": "talked-with-early",
    "clarification-made": "problem-clarified",
    "round-table-held": "parties-together",
    "illness-disclosed": "colleagues-informed",
    "follow-up-held": "followed-up",
    "work-arranged": "work-arranged-individually",
    "outsider-hired": "outsiders-brought-in",
    "unemployed-hired": "unemployed-brought-in",
    "teaching-held": "workplace-taught",
}


def test_disclosing_the_nature_of_an_illness_breaks_what_is_said_of_colleagues():
    disclosed = event(events.IllnessDisclosed, "2008-10-20")
    for one in (
        found("principles/open-dialogue", disclosed),
        found("principles/open-dialogue", recorded=[disclosed]),
    ):
        assert (Outcome.NOT_FULFILLED, (disclosed.id,)) == (one.outcome, one.proven_by)
    on = date(2007, 6, 1)
    name = "herlev.silence-about-illness"
    later = {"chapter": HERLEV, "on": on, "day": "2007-02-01"}
    one = found(name, started("aids", "2007-03-01"), _disclosed(), **later)
    assert Outcome.NOT_FULFILLED is one.outcome
    assert "the nature of the illness was disclosed" == str(one.because)
    assert Outcome.UNRESOLVED is found(name, started("aids", "2007-03-01"), **later).outcome


def _disclosed():
    return event(events.IllnessDisclosed, "2007-04-01")


def test_events_after_the_day_do_not_count():
    follow_up = event(events.FollowUpHeld, "2009-01-01")
    assert "events.follow-up-held" in found("principles/open-dialogue", follow_up).missing
    later = found("principles/open-dialogue", follow_up, on=date(2009, 1, 1))
    assert "events.follow-up-held" not in later.missing


# --- least intervention --------------------------------------------------------------------------

LESSER_THAN_AIDS = ["adjustment", "partial-return", "partial-sick-leave", "section-56"]


def test_a_scheme_started_while_a_lesser_one_was_passed_over_is_a_finding():
    start = started("aids")
    done = review(case(considered("adjustment"), start), REGION, on=ON)
    [one] = [each for each in done.findings if each.rule == "lesser-measures-first"]
    assert ("starts/1/aids", Outcome.NOT_FULFILLED) == (one.id, one.outcome)
    assert (start.id,) == one.proven_by
    assert (
        "these were neither tried nor ruled out before: partial return to work, partial sick leave,"
        " section 56 agreement" == str(one.because)
    )
    assert 3 == len(one.would_fulfil)
    for name in ("principles/least-intervention", "midtjylland.least-intervention"):
        assert Outcome.NOT_FULFILLED is done.finding(name).outcome
        assert start.id in done.finding(name).proven_by
    assert Outcome.NOT_FULFILLED is done.finding("policy/retention").outcome


def test_what_was_tried_or_ruled_out_before_is_not_passed_over():
    first = [considered(name) for name in LESSER_THAN_AIDS]
    one = found("starts/1/aids", *first, started("aids"))
    assert (Outcome.FULFILLED, ()) == (one.outcome, one.would_fulfil)
    for left_out in first:
        rest = [each for each in first if each is not left_out]
        one = found("starts/1/aids", *rest, started("aids"))
        assert Outcome.NOT_FULFILLED is one.outcome
        late = found("starts/1/aids", *rest, started("aids"), _later(left_out))
        assert Outcome.NOT_FULFILLED is late.outcome


def _later(one):
    return considered(one.scheme, "2008-11-01")


def test_choosing_is_not_trying_but_starting_is():
    first = [considered(name) for name in LESSER_THAN_AIDS[1:]]
    chosen = considered("adjustment", state=Consideration.CHOSEN)
    assert Outcome.NOT_FULFILLED is found("starts/1/aids", *first, chosen, started("aids")).outcome
    begun = started("adjustment", "2008-10-11")
    assert Outcome.FULFILLED is found("starts/2/aids", *first, begun, started("aids")).outcome


def test_a_work_trial_and_a_vain_search_for_other_work_settle_their_schemes():
    lesser = [
        one.id
        for one in SCHEMES
        if one.degree < sk.scheme("special-terms").degree
        and SchemeGroup.EMPLOYEE in one.target_groups
    ]
    others = [considered(name) for name in lesser if name not in {"work-trial", "relocation"}]
    search = event(events.RelocationExplored, "2008-10-12", found=False)
    trial = event(events.WorkTrialHeld, "2008-10-13")
    start = started("special-terms")
    assert (
        Outcome.FULFILLED is found("starts/1/special-terms", *others, search, trial, start).outcome
    )
    for missing in (trial, search):
        kept = [one for one in (search, trial) if one is not missing]
        one = found("starts/1/special-terms", *others, *kept, start)
        assert Outcome.NOT_FULFILLED is one.outcome
    still = event(events.RelocationExplored, "2008-10-12", found=None)
    one = found("starts/1/special-terms", *others, still, trial, start)
    assert "relocation to other work" in str(one.because)


def test_what_is_known_to_be_shut_out_need_not_come_first():
    first = [considered(name) for name in ("partial-sick-leave", "section-56")]
    settled = {"measures": {"adjustment": sk.MeasureState.TRIED}}
    start = started("aids")
    one = found("starts/1/aids", *first, start, facts=sk.Facts(**settled))
    assert "these were neither tried nor ruled out before: partial return to work" == str(
        one.because
    )
    known = sk.Facts(fully_on_sick_leave=False, terms=sk.Terms.FLEXJOB, **settled)
    assert Outcome.FULFILLED is found("starts/1/aids", *first, start, facts=known).outcome
    undecided = sk.Facts(measures={"adjustment": sk.MeasureState.OPEN})
    one = found("starts/1/aids", *first, start, facts=undecided)
    assert "adjustment" in str(one.because)


def test_starts_before_the_chapter_held_are_not_judged_by_it():
    early = started("flexjob", "2008-07-01")
    done = review(case(early, day="2008-06-01"), REGION, on=ON)
    assert [] == [one for one in done.findings if one.rule == "lesser-measures-first"]


def test_someone_from_outside_is_measured_by_what_is_offered_to_outsiders():
    one = found("starts/1/flexjob", started("flexjob"), purpose=Purpose.ENTRY)
    assert "Adjustment" not in str(one.because)
    assert "rehabilitation" in str(one.because)
    employee = found("starts/1/flexjob", started("flexjob"))
    assert "adjustment" in str(employee.because)


EMPLOYEE_SCHEMES = [one.id for one in SCHEMES if SchemeGroup.EMPLOYEE in one.target_groups]


@pytest.mark.no_cover
@given(
    st.lists(st.sampled_from(EMPLOYEE_SCHEMES), unique=True),
    st.sampled_from(["aids", "relocation", "special-terms", "flexjob", "rehabilitation"]),
)
def test_law_what_is_passed_over_changes_less_and_was_not_settled(settled, scheme):
    done = review(case(*map(considered, settled), started(scheme)), REGION, on=ON)
    one = done.finding(f"starts/1/{scheme}")
    degree = sk.scheme(scheme).degree
    offer = {
        each.scheme.id
        for each in sk.options(sk.Facts(), on=date(2008, 11, 1), chapter=REGION)
        if SchemeGroup.EMPLOYEE in each.scheme.target_groups and each.scheme.degree < degree
    }
    passed_over = offer - set(settled)
    assert bool(passed_over) == (one.outcome is Outcome.NOT_FULFILLED)
    assert {str(text) for text in one.would_fulfil} == {
        f"{within(sk.scheme(name).label)} has been tried or ruled out first" for name in passed_over
    }


def test_facts_tell_of_lesser_measures_where_nothing_was_started():
    name = "principles/least-intervention"
    closed = event(events.CaseClosed, "2008-11-01", outcome=CaseOutcome.KEPT_ORDINARY)
    weighed = considered("relocation")
    one = found(name, weighed, closed)
    assert Outcome.FULFILLED is one.outcome
    assert ids(weighed, closed) == set(one.proven_by)
    one = found(name)
    assert ("terms", "measures.adjustment", "measures.relocation", "measures.retraining") == (
        one.missing[:4]
    )
    assert 'known: "Terms of the job"' in [str(text) for text in one.would_fulfil]
    still = sk.Facts(terms=sk.Terms.SPECIAL, measures={"adjustment": sk.MeasureState.OPEN})
    one = found(name, facts=still)
    assert Outcome.NOT_FULFILLED is one.outcome
    assert str(one.because).startswith(
        "the criterion is not met: the employee is kept on ordinary terms"
    )


@pytest.mark.parametrize("scheme", ["flexjob", "special-terms", "rehabilitation"])
def test_terms_are_those_of_the_scheme_that_runs(scheme):
    name = "principles/least-intervention"
    begun = started(scheme, "2008-07-01")
    ended = event(events.SchemeEnded, "2008-12-30", scheme=scheme)
    assert "terms" not in found(name, begun, day="2008-06-01").missing
    assert begun.id in found(name, begun, day="2008-06-01").proven_by
    assert "terms" in found(name, begun, ended, day="2008-06-01").missing
    assert "terms" not in found(name, begun, ended, day="2008-06-01", on=date(2008, 12, 30)).missing


# --- early action --------------------------------------------------------------------------------

SIGN = event(events.AbilityChanged, "2008-10-05")
TALK = event(events.ConversationHeld, "2008-10-15")
DAYS = "early-action/days"


def test_the_days_are_counted_and_nothing_is_judged_without_a_limit():
    done = review(case(SIGN, TALK), REGION, on=ON)
    assert (10, date(2008, 10, 5), date(2008, 10, 15), None, False) == (
        done.early_action.days,
        done.early_action.first_sign,
        done.early_action.first_talk,
        done.early_action.limit,
        done.early_action.late,
    )
    one = done.finding(DAYS)
    assert (Outcome.CALCULATED, (SIGN.id, TALK.id)) == (one.outcome, one.proven_by)
    assert "the first talk was held 10 days after the first sign" == str(one.because)


@pytest.mark.parametrize(
    ("limit", "outcome"),
    [
        (0, Outcome.NOT_FULFILLED),
        (9, Outcome.NOT_FULFILLED),
        (10, Outcome.FULFILLED),
        (36_525, Outcome.FULFILLED),
    ],
)
def test_the_limit_is_the_callers(limit, outcome):
    done = review(case(SIGN, TALK), REGION, on=ON, early_action_days=limit)
    assert outcome is done.finding(DAYS).outcome
    assert f"the limit is {limit} days" in str(done.finding(DAYS).because)
    late = outcome is Outcome.NOT_FULFILLED
    for name in ("principles/early-action", "midtjylland.early-action", "policy/retention"):
        one = done.finding(name)
        assert late == (one.outcome is Outcome.NOT_FULFILLED)
        assert set(one.proven_by) >= {TALK.id}


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(date(2008, 10, 15), Outcome.UNRESOLVED), (date(2008, 10, 16), Outcome.NOT_FULFILLED)],
)
def test_without_a_talk_it_is_late_once_the_days_have_gone_by(on, outcome):
    one = found(DAYS, SIGN, on=on, early_action_days=10)
    assert outcome is one.outcome
    assert (outcome is Outcome.UNRESOLVED) == bool(one.missing)
    assert "no talk with the employee is recorded since the first sign, 1" in str(one.because)
    assert Outcome.UNRESOLVED is found(DAYS, SIGN, on=on).outcome


def test_a_talk_before_the_first_sign_was_about_something_else():
    before = event(events.ConversationHeld, "2008-10-04")
    one = found("principles/early-action", before, SIGN)
    assert "events.conversation-held.on" in one.missing
    assert "events.conversation-held" not in one.missing
    assert "a conversation was held on 2008-10-04, but before 2008-10-05" in str(one.because)
    assert before.id not in one.proven_by
    assert ("events.conversation-held.on", "events.round-table-held") == (
        found(DAYS, before, SIGN).missing
    )
    assert "events.conversation-held" not in found("principles/early-action", before).missing
    same_day = event(events.ConversationHeld, "2008-10-05")
    assert (
        "events.conversation-held" not in found("principles/early-action", SIGN, same_day).missing
    )


def test_without_a_sign_the_days_are_not_known():
    one = found(DAYS, TALK, early_action_days=3)
    assert Outcome.UNRESOLVED is one.outcome
    assert ("events.concern-raised", "events.ability-changed", "events.sick-leave-started") == (
        one.missing
    )
    assert None is review(case(TALK), REGION, on=ON).early_action.days
    assert "no first sign" in str(one.because)


def test_a_chapter_without_the_principle_says_nothing_of_days():
    chapter = sk.chapter("rammeaftale-2003")
    on = date(2004, 6, 1)
    asks = {criterion.id for each in chapter.principles for criterion in each.criteria}
    done = review(case(day="2004-05-01"), chapter, on=on)
    assert ("talked-with-early" in asks) == (DAYS in [one.id for one in done.findings])


# --- responsibilities ----------------------------------------------------------------------------


def test_a_responsibility_is_proven_after_its_occasion():
    name = "midtjylland.intervene"
    one = found(name, SIGN, TALK)
    assert (Outcome.FULFILLED, (TALK.id,), ()) == (one.outcome, one.proven_by, one.would_fulfil)
    assert (
        Outcome.UNRESOLVED
        is found(name, event(events.ConversationHeld, "2008-10-04"), SIGN).outcome
    )


def test_some_responsibilities_are_proven_beforehand():
    name = "herlev.discuss-with-representatives"
    later = {"chapter": HERLEV, "on": date(2007, 12, 31), "day": "2007-02-01"}
    start = started("rehabilitation", "2007-06-01")

    def involved(day):
        return event(events.RepresentativeInvolved, day)

    assert Outcome.FULFILLED is found(name, involved("2007-05-01"), start, **later).outcome
    assert Outcome.UNRESOLVED is found(name, start, involved("2007-06-02"), **later).outcome


def test_without_its_occasion_a_responsibility_is_open():
    one = found("midtjylland.special-terms-together")
    assert Outcome.UNRESOLVED is one.outcome
    assert "the occasion of the duty is not recorded: employment on special terms" == str(
        one.because
    )
    assert ("events.scheme-started",) == one.missing
    assert () == one.would_fulfil


def test_what_is_owed_always_is_not_shown_by_a_case():
    one = found("midtjylland.common-policies")
    assert (Outcome.UNRESOLVED, ("midtjylland.common-policies",)) == (one.outcome, one.missing)
    assert "applies whether or not there is a case" in str(one.because)


OWN = Path(__file__).parents[2] / "examples/own_chapter/src/own_chapter/chapter.toml"
CONCERN = event(events.ConcernRaised, "2026-03-02", role="employee")


@pytest.mark.parametrize(
    ("talk", "on", "outcome", "missing"),
    [
        ("2026-03-09", "2026-03-31", Outcome.FULFILLED, ()),
        ("2026-03-10", "2026-03-31", Outcome.NOT_FULFILLED, ()),
        (None, "2026-03-09", Outcome.UNRESOLVED, ("conversation-held", "round-table-held")),
        (None, "2026-03-10", Outcome.NOT_FULFILLED, ()),
        (
            "2026-03-01",
            "2026-03-09",
            Outcome.UNRESOLVED,
            ("conversation-held.on", "round-table-held"),
        ),
    ],
)
def test_a_duty_of_ones_own_has_a_deadline_of_its_own(talk, on, outcome, missing):
    course = [CONCERN]
    if talk is not None:
        course.append(event(events.ConversationHeld, talk))
    course.sort(key=lambda one: one.on)
    chapter = sk.Chapter.load(OWN)
    one = review(case(*course, day="2026-03-01"), chapter, on=date.fromisoformat(on))
    answer = one.finding("solhavn.answer-within-a-week")
    assert outcome is answer.outcome
    assert tuple(f"events.{name}" for name in missing) == answer.missing
    assert bool(answer.would_fulfil) == (outcome is not Outcome.FULFILLED)
    if outcome is Outcome.NOT_FULFILLED:
        expected = "8 days after 2026-03-02; the limit is 7 days" if talk else "the limit of 7 days"
        assert expected in str(answer.because)
        assert answer.proven_by


@pytest.mark.parametrize(
    ("who", "missing"),
    [(TOGETHER, False), (("employee", "nearest-manager"), True)],
)
def test_a_criterion_of_ones_own_is_reviewed(who, missing):
    chapter = sk.Chapter.load(OWN)
    meeting = event(events.RoundTableHeld, "2026-03-04", participants=who)
    done = review(case(CONCERN, meeting, day="2026-03-01"), chapter, on=date(2026, 3, 31))
    one = done.finding("principles/talk-first")
    assert (Outcome.UNRESOLVED if missing else Outcome.FULFILLED) is one.outcome
    assert missing == ("events.round-table-held.participants.union" in one.missing)
    if not missing:
        assert "at one table" in str(one.because)
    assert 2 == done.early_action.days


def limited(**fields):
    """Solhavn's chapter with a limit for early action, and the like."""
    text = OWN.read_text("utf-8").replace(
        'after = "ability-changed"', 'after = "ability-changed"\nwithin_days = 3'
    )
    text = text.replace(
        'criteria = ["talked-with-early", "agreed-at-one-table"]',
        'criteria = ["agreed-at-one-table", "talked-with-early"]',
    )
    for old, new in fields.items():
        text = text.replace(f'{old} = "must"', new)
    return load(text)


def load(text):
    return read_chapter(Document("own.toml", text), catalogue._LOOKUPS)


def test_a_chapters_own_limit_for_early_action_holds():
    chapter = limited()
    on = date(2026, 3, 31)
    meeting = event(events.RoundTableHeld, "2026-03-05", participants=TOGETHER)
    late = event(events.RoundTableHeld, "2026-03-06", participants=TOGETHER)
    for talk, outcome in ((meeting, Outcome.FULFILLED), (late, Outcome.NOT_FULFILLED)):
        for days in (None, 30):
            done = review(
                case(CONCERN, talk, day="2026-03-01"), chapter, on=on, early_action_days=days
            )
            assert outcome is done.finding(DAYS).outcome
            assert "agreed-at-one-table" == done.finding(DAYS).rule
            assert 3 == done.early_action.limit
            assert outcome is done.finding("principles/talk-first").outcome
    before = review(case(meeting, day="2026-03-01"), chapter, on=on)
    one = before.finding("principles/talk-first")
    assert Outcome.UNRESOLVED is one.outcome
    assert "events.concern-raised" in one.missing


@pytest.mark.parametrize(
    ("terms", "outcome", "because"),
    [
        (sk.Terms.ORDINARY, Outcome.FULFILLED, "Talk with the employee within a week"),
        (
            sk.Terms.SPECIAL,
            Outcome.NOT_FULFILLED,
            "the criterion is not met: talk with the employee within a week",
        ),
        (None, Outcome.UNRESOLVED, 'information is missing on: "Terms of the job"'),
    ],
)
def test_a_duty_can_ask_a_fact(terms, outcome, because):
    text = OWN.read_text("utf-8")
    start, end = text.index('proven_by = [\n    { event = "conversation'), text.index("[[schemes]]")
    chapter = load(text[:start] + 'holds = { terms = ["ordinary"] }\n' + text[end:])
    facts = sk.Facts(terms=terms)
    done = review(case(CONCERN, day="2026-03-01"), chapter, on=date(2026, 3, 31), facts=facts)
    one = done.finding("solhavn.answer-within-a-week")
    assert (outcome, because) == (one.outcome, str(one.because))


def test_a_may_is_open_where_its_limit_has_passed():
    chapter = limited(kind='kind = "may"')
    done = review(case(CONCERN, day="2026-03-01"), chapter, on=date(2026, 3, 31))
    one = done.finding("solhavn.answer-within-a-week")
    assert (Outcome.UNRESOLVED, ("solhavn.answer-within-a-week",)) == (one.outcome, one.missing)
    assert str(one.because).endswith("an option, not a duty")


def test_what_no_event_shows_is_said_to_be_so():
    one = found("midtjylland.respect-colleagues", started("adjustment"))
    assert "what is recorded in a case cannot show whether this is met" == str(one.because)


def test_what_may_be_done_need_not():
    one = found("midtjylland.turn-to-representative", event(events.ConcernRaised, "2008-10-02"))
    assert (
        "it is not recorded that a representative was involved (role: employee); under the chapter"
        " this is an option, not a duty" == str(one.because)
    )
    must = found("midtjylland.raise-own-problems", event(events.ConcernRaised, "2008-10-02"))
    assert "a concern was raised on 2008-10-02, but role is not employee" == str(must.because)


HERLEV_CASES = {
    "herlev.report-partial-work": event(events.MunicipalityCoordinated, "2007-03-02"),
    "herlev.agree-hours-and-tasks": event(
        events.AgreementSigned, "2007-03-02", scheme="partial-sick-leave"
    ),
    "herlev.approve-partial-work": event(
        events.DecisionReceived, "2007-03-02", scheme="partial-sick-leave", granted=True, share=None
    ),
    "herlev.follow-up-sick-leave": event(
        events.FollowUpHeld, "2007-03-02", role="municipality-of-residence"
    ),
}


@pytest.mark.parametrize("name", HERLEV_CASES)
def test_partial_sick_leave_in_herlev(name):
    leave = event(events.SickLeaveStarted, "2007-03-01", extent=Extent.PARTIAL)
    later = {"chapter": HERLEV, "on": date(2007, 12, 31), "day": "2007-02-01"}
    proof = HERLEV_CASES[name]
    one = found(name, leave, proof, **later)
    assert (Outcome.FULFILLED, (proof.id,)) == (one.outcome, one.proven_by)
    assert Outcome.UNRESOLVED is found(name, leave, **later).outcome


def test_a_refusal_is_no_approval():
    leave = event(events.SickLeaveStarted, "2007-03-01", extent=Extent.PARTIAL)
    refused = event(
        events.DecisionReceived,
        "2007-03-02",
        scheme="partial-sick-leave",
        granted=False,
        share=None,
    )
    later = {"chapter": HERLEV, "on": date(2007, 12, 31), "day": "2007-02-01"}
    assert (
        Outcome.UNRESOLVED is found("herlev.approve-partial-work", leave, refused, **later).outcome
    )


# --- the whole -----------------------------------------------------------------------------------

TALKS = st.sampled_from(
    [
        (events.ConcernRaised, {}),
        (events.AbilityChanged, {}),
        (events.ConversationHeld, {}),
        (events.RoundTableHeld, {"participants": TOGETHER}),
        (events.FollowUpHeld, {}),
        (events.RelocationExplored, {"found": False}),
        (events.WorkTrialHeld, {}),
        (events.MeasureConsidered, {"scheme": "adjustment"}),
        (events.ColleaguesInformed, {"informed_by": ("employee", "nearest-manager")}),
        (events.SchemeAdjusted, {"scheme": "aids"}),
    ]
)
COURSES = st.lists(st.tuples(TALKS, st.integers(0, 5)), max_size=12)


def course(drawn):
    day = date(2008, 10, 1)
    recorded = [started("aids", "2008-10-01")]
    for number, ((kind, fields), days) in enumerate(drawn, 2):
        day = date.fromordinal(day.toordinal() + days)
        recorded.append(event(kind, day, number=number, **fields))
    return case(*recorded)


@pytest.mark.no_cover
@given(COURSES, st.none() | st.integers(0, 20))
def test_law_what_is_open_says_what_is_missing_and_what_is_proven_names_events(drawn, limit):
    one = course(drawn)
    known = {each.id for each in one.events}
    for each in review(one, REGION, on=ON, early_action_days=limit).findings:
        assert (each.outcome is Outcome.UNRESOLVED) == bool(each.missing)
        assert set(each.proven_by) <= known
        if each.outcome in {Outcome.FULFILLED, Outcome.CALCULATED}:
            assert each.would_fulfil == ()
            assert each.proven_by


@pytest.mark.no_cover
@given(COURSES, st.data())
def test_law_what_was_done_wrong_stays_wrong(drawn, data):
    whole = course(drawn)
    before = Case.replay(whole.events[: data.draw(st.integers(1, whole.version))])
    done = review(whole, REGION, on=ON, early_action_days=2)
    for one in review(before, REGION, on=before.events[-1].on, early_action_days=2).findings:
        if one.outcome is Outcome.NOT_FULFILLED:
            assert Outcome.NOT_FULFILLED is done.finding(one.id).outcome


def contradicts(name, recorded):
    """Whether something is called missing that is recorded."""
    _, kind, *rest = name.split(".")
    alike = [one for one in recorded if one.kind == kind]
    if not rest:
        return bool(alike)
    if len(rest) == 1:
        return not alike
    field, word = rest
    return all(word in getattr(one, field) for one in alike)


@pytest.mark.no_cover
@given(cases(), st.sampled_from([REGION, HERLEV]), st.none() | st.integers(0, 20))
def test_law_no_finding_calls_missing_what_the_case_records(one, chapter, limit):
    on = one.events[-1].on
    labels = {event.label for event in one.events}
    for each in review(one, chapter, on=on, early_action_days=limit).findings:
        named = [name for name in each.missing if name.startswith("events.")]
        assert [] == [name for name in named if contradicts(name, one.events)]
        for language in ("en", "da"):
            said = sk.translate(each.because, language)
            for label in labels:
                clause = sk.translate(label, language)
                assert f"that {clause}" not in said
                assert f"at {clause}" not in said


def test_it_explains_itself_in_both_languages():
    done = review(case(SIGN, TALK, started("aids")), REGION, on=ON, early_action_days=3)
    assert ["only-what-is-recorded"] == [caveat.code for caveat in done.caveats]
    assert "section 56 agreement" in done.explanation.render("en")
    assert "§ 56-aftale" in done.explanation.render("da")


@pytest.mark.parametrize("limit", [None, 3])
@pytest.mark.parametrize("later", [(), (SIGN,), (SIGN, TALK)], ids=len)
def test_its_explanation_has_the_format_that_is_published(later, limit):
    done = review(case(*later, started("aids")), REGION, on=ON, early_action_days=limit)
    document = json.loads(json.dumps(done.explanation.document()))
    redo(document)
    assert document == json.loads(wire.to_json(done))["data"]["explanation"]
    told = [step["id"] for step in document["steps"]]
    told += [given["origin"]["name"] for given in document["givens"]]
    assert {one.id for one in done.findings} == set(told)
    assert len(done.findings) == len(told)


def test_days_that_nobody_judges_are_given():
    done = review(case(SIGN, TALK), REGION, on=ON)
    [given] = done.explanation.givens
    assert (done.early_action.days, sk.Unit.CALENDAR_DAYS) == (given.value, given.unit)
    assert Outcome.CALCULATED is done.finding(given.origin).outcome


def test_a_finding_is_found_by_id_only():
    with pytest.raises(sk.UnknownName) as caught:
        found("principles/early")
    assert "principles/early-action" in caught.value.nearest


@pytest.mark.parametrize("on", [date(2008, 9, 29), date(2008, 9, 30)])
def test_the_day_lies_within_chapter_and_case(on):
    expected = sk.NotInForce if on < date(2008, 9, 30) else sk.InvalidInput
    with pytest.raises(expected):
        review(case(), REGION, on=on)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"case": "case"}, "case"),
        ({"chapter": 2008}, "chapter"),
        ({"on": 20081231}, "on"),
        ({"early_action_days": 5.0}, "early_action_days"),
        ({"early_action_days": True}, "early_action_days"),
        ({"recorded": "cost-weighed"}, "recorded"),
        ({"recorded": ["cost-weighed"]}, "recorded"),
        ({"facts": {}}, "facts"),
        ({"parameters": {}}, "parameters"),
    ],
)
def test_what_has_another_type_is_refused(change, field):
    given = {"case": case(), "chapter": REGION, "on": ON} | change
    with pytest.raises(sk.WrongType) as caught:
        review(given.pop("case"), given.pop("chapter"), **given)
    assert field == caught.value.field


@pytest.mark.parametrize("days", [-1, 36_526])
def test_a_limit_out_of_reach_is_refused(days):
    with pytest.raises(sk.InvalidInput) as caught:
        found(DAYS, early_action_days=days)
    assert ("early_action_days", days) == (caught.value.field, caught.value.value)


@pytest.mark.no_cover
@given(junk)
def test_law_anything_fits_or_is_refused(thing):
    one = case()
    for call in (
        lambda: review(thing, REGION, on=ON),
        lambda: review(one, thing, on=ON),
        lambda: review(one, REGION, on=thing),
        lambda: review(one, REGION, on=ON, early_action_days=thing),
        lambda: review(one, REGION, on=ON, recorded=thing),
        lambda: review(one, REGION, on=ON, facts=thing),
        lambda: review(one, REGION, on=ON, parameters=thing),
    ):
        assert fits_or_is_refused(call, Review)


def test_a_may_is_never_not_fulfilled():
    may = {duty.id for duty in duties() if duty.kind is DutyKind.MAY}
    for each in review(case(SIGN, started("aids")), REGION, on=ON, early_action_days=0).findings:
        if each.id in may:
            assert each.outcome is not Outcome.NOT_FULFILLED
