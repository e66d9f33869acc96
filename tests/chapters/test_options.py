"""What may be done, the least intervention first, and why it stands where it stands."""

from datetime import date

import attrs
import pytest
from case_examples import opened
from hypothesis import given
from hypothesis import strategies as st
from junk import junk

from socialkapitel import (
    PARAMETERS,
    InvalidInput,
    Label,
    NotInForce,
    Outcome,
    SocialkapitelError,
    UnknownName,
    WrongType,
    review,
    translate,
)
from socialkapitel.cases.case import Case
from socialkapitel.chapters import Chapter, Topic, chapter, options
from socialkapitel.schemes import SCHEMES, Degree, Facts, MeasureState, SocialPension, Terms, scheme

DAY = date(2009, 3, 2)
REGION = "region-midtjylland-2008"
FLEXJOBS = {"flexjob", "flexjob-since-2013"}
SETTLED = {MeasureState.TRIED, MeasureState.RULED_OUT}
LESSER = ("adjustment", "aids", "personal-assistance", "rehabilitation", "relocation", "retraining")

days = st.dates(date(1995, 1, 1), date(2027, 12, 31))
flags = st.none() | st.booleans()
measures = st.dictionaries(
    st.sampled_from([one.id for one in SCHEMES]), st.sampled_from(MeasureState)
)
facts = st.builds(
    Facts,
    employed_here=flags,
    ability_reduced=flags,
    needs_consideration=flags,
    limitation_permanent=flags,
    limitation_substantial=flags,
    ordinary_terms_possible=flags,
    attempts_pointless=flags,
    limitation_per_cent=st.none() | st.integers(0, 100),
    social_pension=st.none() | st.sampled_from(SocialPension),
    terms=st.none() | st.sampled_from(Terms),
    measures=measures,
)


def only(*schemes):
    """A chapter that offers nothing but these."""
    own = chapter(REGION)
    items = [item for item in own.about(Topic.SCHEMES) if item.id in schemes]
    assert len(items) == len(schemes)
    return attrs.evolve(own, own_items=tuple(items), parent=None)


def ids(found):
    return [option.scheme.id for option in found]


@pytest.mark.no_cover
@given(facts, facts, days)
def test_law_the_order_is_total_and_facts_never_change_it(known, others, day):
    found = options(known, on=day)
    assert ids(found) == ids(options(others, on=day))
    keys = [(option.scheme.degree, option.scheme.id) for option in found]
    assert keys == sorted(set(keys))
    assert [*range(1, len(found) + 1)] == [option.place for option in found]


@pytest.mark.no_cover
@given(days)
def test_law_a_scheme_is_offered_exactly_within_its_dates(day):
    assert {one.id for one in SCHEMES if one.in_force(day)} == set(ids(options(Facts(), on=day)))


@pytest.mark.no_cover
@given(facts, st.dates(date(2008, 9, 30), date(2027, 12, 31)))
def test_law_a_chapter_leaves_out_and_never_reorders(known, day):
    all_of_them = ids(options(known, on=day))
    offered = ids(options(known, on=day, chapter=REGION))
    assert offered == [one for one in all_of_them if one in offered]


@pytest.mark.no_cover
@given(facts, days.filter(lambda day: day >= date(2008, 9, 30)))
def test_law_a_flexjob_is_never_first_while_something_lesser_is_open_or_untried(known, day):
    for one in (None, REGION, only("flexjob")):
        first = options(known, on=day, chapter=one)[0]
        state = dict(known.measures).get
        if any(state(name) not in SETTLED for name in LESSER):
            assert first.scheme.id not in FLEXJOBS


@pytest.mark.no_cover
@given(facts, days)
def test_law_an_option_is_the_assessment_of_its_scheme(known, day):
    from socialkapitel.schemes import assess

    for option in options(known, on=day):
        assert assess(option.scheme.id, known, on=day) == option.assessment


def test_a_chapter_that_offers_only_flexjobs_gets_what_must_be_tried_before():
    found = options(Facts(), on=DAY, chapter=only("flexjob"))
    assert [
        "adjustment",
        "aids",
        "personal-assistance",
        "relocation",
        "retraining",
        "rehabilitation",
        "special-terms",
        "flexjob",
    ] == ids(found)


def test_what_took_the_place_of_a_scheme_is_offered_in_its_time():
    assert "flexjob" in ids(options(Facts(), on=date(2012, 12, 31), chapter=REGION))
    later = ids(options(Facts(), on=date(2013, 1, 1), chapter=REGION))
    assert ("flexjob" in later, "flexjob-since-2013" in later) == (False, True)


def option(name, known, day=DAY, one=None):
    [found] = [o for o in options(known, on=day, chapter=one) if o.scheme.id == name]
    return found


@pytest.mark.parametrize(
    ("name", "known", "reason"),
    [
        (
            "adjustment",
            Facts(employed_here=True, needs_consideration=True),
            (
                "No option here is less far-reaching (same job, other arrangement of the work);"
                " its conditions are met"
            ),
        ),
        (
            "aids",
            Facts(measures={"aids": MeasureState.TRIED}),
            (
                "Goes further than section 56 agreement (same job, with support); the scheme has"
                " been tried already"
            ),
        ),
        (
            "mentor",
            Facts(measures={"mentor": MeasureState.RULED_OUT}),
            (
                "As far-reaching as aids and workplace adaptation (same job, with support);"
                " the order follows the name alone; the scheme has been ruled out already"
            ),
        ),
        (
            "relocation",
            Facts(employed_here=False, ability_reduced=False),
            (
                "As far-reaching as state support for adult education (SVU) (ordinary terms, other"
                " tasks or skills); the order follows the name alone; not possible, because this is"
                " not met:"
            ),
        ),
        (
            "relocation",
            Facts(employed_here=True, measures={"relocation": MeasureState.OPEN}),
            (
                "the order follows the name alone; possible, but information is missing on:"
                ' "Ability to work is reduced or changed", "Other suitable work can be found"'
            ),
        ),
        (
            "flexjob",
            Facts(measures=dict.fromkeys(LESSER, MeasureState.TRIED)),
            "to be tried or ruled out before it: agreement-based job on special terms",
        ),
    ],
)
def test_the_reason_says_why_it_stands_there_and_how(name, known, reason):
    assert reason in str(option(name, known).reason)


def test_what_must_come_first_follows_what_is_known():
    assert (
        "rehabilitation",
        "aids",
        "personal-assistance",
        "adjustment",
        "relocation",
        "retraining",
        "special-terms",
    ) == option("flexjob", Facts()).first
    outsider = Facts(employed_here=False, measures={"aids": MeasureState.TRIED})
    assert ("rehabilitation", "personal-assistance") == option("flexjob", outsider).first
    pointless = Facts(attempts_pointless=True)
    assert () == option("flexjob-since-2013", pointless, date(2014, 1, 1)).first
    assert () == option("adjustment", Facts()).first


def test_other_figures_are_used():
    amended = PARAMETERS.amend(
        "section_56.min_absence_days", value="20", valid_from=date(2009, 1, 1), source="what-if"
    )
    known = Facts(
        expected_absence_days=15,
        lasting_absence_risk=True,
        treatment_decided_when_hired=False,
        employer_period_paid_within_year=False,
    )
    outcomes = [
        each.assessment.outcome
        for parameters in (None, amended)
        for each in options(known, on=DAY, parameters=parameters)
        if each.scheme.id == "section-56"
    ]
    assert [Outcome.UNRESOLVED, Outcome.NOT_FULFILLED] == outcomes


def test_a_chapter_is_given_by_id_or_itself():
    assert options(Facts(), on=DAY, chapter=REGION) == options(
        Facts(), on=DAY, chapter=chapter(REGION)
    )


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"facts": None}, WrongType),
        ({"on": 20090302}, WrongType),
        ({"on": date(1066, 10, 14)}, InvalidInput),
        ({"chapter": 7}, WrongType),
        ({"parameters": {}}, WrongType),
        ({"chapter": "region"}, UnknownName),
        ({"chapter": "vejle-1999"}, NotInForce),
    ],
)
def test_bad_input_is_refused(change, error):
    given = {"facts": Facts(), "on": DAY} | change
    with pytest.raises(error):
        options(given.pop("facts"), **given)


@pytest.mark.no_cover
@given(junk, junk, junk)
def test_law_only_our_errors_escape(known, on, one):
    for arguments in ((known, DAY, None), (Facts(), on, None), (Facts(), DAY, one)):
        try:
            options(arguments[0], on=arguments[1], chapter=arguments[2])
        except SocialkapitelError:
            continue


def test_the_chapter_of_the_degrees_is_whole():
    assert Degree.LASTING_SUBSIDY is max(Degree)
    assert {Degree.LASTING_SUBSIDY} == {scheme(name).degree for name in FLEXJOBS}


def test_a_reason_is_shown_in_danish():
    known = Facts(employed_here=True, needs_consideration=True)
    shown = translate(option("adjustment", known).reason, "da")
    assert "samme job" in shown
    assert "same" not in shown


def test_a_chapter_is_data():
    assert isinstance(only("flexjob"), Chapter)
    assert isinstance(chapter(REGION).label, Label)


def test_rehabilitation_is_no_option_from_february_2026():
    rehabilitation = {"rehabilitation", "apprentice-rehabilitation"}
    before, after = (
        {one.scheme.id for one in options(Facts(), on=day)}
        for day in (date(2026, 1, 31), date(2026, 2, 1))
    )
    assert rehabilitation <= before
    assert rehabilitation == before - after
    assert set() == after - before


def test_options_of_2027_say_that_new_acts_are_expected():
    now = options(Facts(employed_here=True), on=date(2026, 12, 31))
    ahead = options(Facts(employed_here=True), on=date(2027, 1, 1))
    assert not [one for one in now if "law-unchecked" in {each.code for each in one.caveats}]
    assert ahead
    for one in ahead:
        [told] = [each for each in one.caveats if each.code == "law-unchecked"]
        assert "2027" in translate(told.text, "da")
        assert one.caveats == one.assessment.caveats


def test_days_are_read_from_their_texts_too():
    day = date(2009, 3, 2)
    known = Facts(employed_here=True)
    region = chapter("region-midtjylland-2008")
    assert options(known, on=day) == options(known, on=day.isoformat())
    assert Facts(born_on=day, job_begins_on=day) == Facts(
        born_on=day.isoformat(), job_begins_on=day.isoformat()
    )
    case = Case.open(opened(day), today=day.isoformat())
    assert case.deadlines(day) == case.deadlines(day.isoformat())
    assert case.known_on(day) == case.known_on(day.isoformat())
    assert review(case, region, on=day) == review(case, region, on=day.isoformat())
    told = region.criterion("colleagues-informed")
    assert told.judge(known, on=day) == told.judge(known, on=day.isoformat())
    assert region.in_force(day) is region.in_force(day.isoformat())
