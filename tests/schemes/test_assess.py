import re
from datetime import UTC, date, datetime

import attrs
import pytest
from redoing import redo
from scheme_cases import CASES, FLEXJOB, NEW_FLEXJOB, PARTIAL, case_id

from socialkapitel import PARAMETERS, NotInForce, Outcome, UnknownName, WrongType
from socialkapitel.schemes import Facts, MeasureState, Terms, assess

DAY = date(2008, 9, 1)


def consequences(items):
    return [str(item.label) for item in items]


@pytest.mark.parametrize(
    ("paid", "employer", "employee"),
    [
        (True, "Sickness benefit for the hours", "Continues to receive full pay"),
        (False, "Pays for the hours worked", "Receives pay for the hours worked"),
    ],
)
def test_consequences_follow_the_right_to_pay(paid, employer, employee):
    facts = Facts(**PARTIAL, right_to_pay_during_sickness=paid)
    found = assess("partial-return", facts, on=DAY)
    (for_employer,) = consequences(found.consequences_for_employer)
    (for_employee,) = consequences(found.consequences_for_employee)
    assert for_employer.startswith(employer)
    assert for_employee.startswith(employee)
    assert found.open_consequences == ()


def test_consequences_that_a_missing_fact_decides_stay_open():
    found = assess("partial-return", Facts(**PARTIAL), on=DAY)
    assert found.consequences_for_employer == found.consequences_for_employee == ()
    assert [one.missing for one in found.open_consequences] == [
        ("right_to_pay_during_sickness",)
    ] * 4


def test_both_sources_stand_where_they_disagree():
    cited = {
        one.source.citation.split(",")[0]
        for one in assess("rehabilitation", Facts(), on=DAY).consequences_for_employer
        if "kroner an hour" in str(one.label)
    }
    assert cited == {"Herlev Kommune", "Region Midtjylland"}


def test_consequences_follow_the_day():
    before = assess("work-placement", Facts(), on=date(2014, 12, 31))
    after = assess("work-placement", Facts(), on=date(2015, 1, 1))
    assert len(after.consequences_for_employee) == len(before.consequences_for_employee) + 1


@pytest.mark.parametrize(
    ("scheme_id", "day", "member", "expected", "missing"),
    [
        ("aids", date(2005, 5, 1), True, "af", ()),
        ("aids", date(2006, 12, 31), False, "municipality-of-residence", ()),
        ("aids", date(2006, 12, 31), None, None, ("unemployment_fund_member",)),
        ("aids", date(2007, 1, 1), None, "jobcentre", ()),
        ("personal-assistance", date(2006, 12, 31), None, "af", ()),
        ("personal-assistance", date(2007, 1, 1), None, "jobcentre-state", ()),
        ("personal-assistance", date(2009, 7, 31), None, "jobcentre-state", ()),
        ("personal-assistance", date(2009, 8, 1), None, "jobcentre-municipal", ()),
        ("wage-subsidy-unemployed", date(2006, 12, 31), None, "af", ()),
        ("wage-subsidy-unemployed", date(2007, 1, 1), None, "jobcentre", ()),
        ("section-56", date(2026, 6, 1), None, "municipality-of-residence", ()),
        ("flexjob", date(1998, 1, 1), None, "municipality-of-residence", ()),
        ("adjustment", DAY, None, "workplace", ()),
        ("special-terms", DAY, None, None, ()),
        ("mentor", date(2006, 12, 31), None, None, ()),
        ("mentor", date(2007, 1, 1), None, "jobcentre", ()),
    ],
)
def test_who_grants_follows_the_day_and_the_facts(scheme_id, day, member, expected, missing):
    found = assess(scheme_id, Facts(unemployment_fund_member=member), on=day)
    assert (found.authority.id if found.authority else None) == expected
    assert found.authority_missing == missing


def test_the_source_is_cited_as_on_the_day():
    def cited(day):
        return assess("section-56", Facts(), on=day).findings[0].source.citation

    assert cited(date(2006, 7, 2)) == "dagpengeloven § 28"
    assert cited(date(2006, 7, 3)) == "sygedagpengeloven § 56"


def test_documents_follow_up_and_limits_follow_the_day():
    before = assess("flexjob", Facts(), on=date(2001, 6, 30))
    after = assess("flexjob", Facts(), on=date(2005, 5, 1))
    assert (len(before.follow_up), len(after.follow_up)) == (0, 1)
    assert len(before.caveats) == len(after.caveats) + 1
    assert {caveat.code for caveat in before.caveats} == {"scheme-limit"}
    assert len(assess("partial-sick-leave", Facts(), on=DAY).documents) == 3
    assert assess("partial-sick-leave", Facts(), on=DAY).reminders


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"terms": Terms.FLEXJOB_SINCE_2013, "weekly_absence_hours": "1"}, Outcome.FULFILLED),
        ({"terms": Terms.FLEXJOB_SINCE_2013, "weekly_absence_hours": None}, Outcome.FULFILLED),
        ({"terms": None, "weekly_absence_hours": "1"}, Outcome.UNRESOLVED),
        ({"terms": Terms.ORDINARY, "weekly_absence_hours": "1"}, Outcome.NOT_FULFILLED),
    ],
)
def test_new_flexjobs_need_no_four_hours(changed, expected):
    facts = Facts(**{**PARTIAL, "fully_on_sick_leave": False, **changed})
    assert assess("partial-sick-leave", facts, on=date(2013, 1, 1)).outcome is expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"treatment_decided_when_hired": True}, Outcome.FULFILLED),
        ({"employer_period_paid_within_year": True}, Outcome.FULFILLED),
        ({}, Outcome.UNRESOLVED),
        ({"lasting_absence_risk": True, "expected_absence_days": 10}, Outcome.FULFILLED),
        ({"lasting_absence_risk": False, "expected_absence_days": 10}, Outcome.UNRESOLVED),
    ],
)
def test_a_section_56_agreement_has_three_grounds(changed, expected):
    facts = Facts(
        employed_here=True,
        meets_employment_requirement=True,
        fixed_shorter_hours_wanted=False,
        renews_section_56=False,
        **changed,
    )
    assert assess("section-56", facts, on=DAY).outcome is expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"absence_days_last_year": 10}, Outcome.FULFILLED),
        ({"absence_days_last_year": 9}, Outcome.UNRESOLVED),
        (
            {"absence_days_last_year": 9, "conditions_changed_materially": True},
            Outcome.FULFILLED,
        ),
        (
            {"absence_days_last_year": 9, "conditions_changed_materially": False},
            Outcome.NOT_FULFILLED,
        ),
    ],
)
def test_renewal_needs_absence_or_material_changes(changed, expected):
    facts = Facts(
        employed_here=True,
        meets_employment_requirement=True,
        fixed_shorter_hours_wanted=False,
        treatment_decided_when_hired=True,
        renews_section_56=True,
        **changed,
    )
    assert assess("section-56", facts, on=DAY).outcome is expected


@pytest.mark.parametrize(
    ("born_on", "day", "expected"),
    [
        (date(1988, 6, 2), date(2006, 6, 1), Outcome.NOT_FULFILLED),
        (date(1988, 6, 1), date(2006, 6, 1), Outcome.FULFILLED),
        (date(1941, 6, 2), date(2006, 6, 1), Outcome.FULFILLED),
        (date(1941, 6, 1), date(2006, 6, 1), Outcome.NOT_FULFILLED),
        (date(1939, 7, 2), date(2004, 7, 2), Outcome.NOT_FULFILLED),
        (date(1939, 7, 1), date(2006, 6, 30), Outcome.FULFILLED),
        (date(1939, 7, 1), date(2006, 7, 1), Outcome.NOT_FULFILLED),
    ],
)
def test_a_flexjob_has_age_limits(born_on, day, expected):
    assert assess("flexjob", Facts(**{**FLEXJOB, "born_on": born_on}), on=day).outcome is expected


@pytest.mark.parametrize(
    "measure",
    [
        "rehabilitation",
        "aids",
        "personal-assistance",
        "adjustment",
        "relocation",
        "retraining",
        "special-terms",
    ],
)
def test_no_flexjob_while_a_lesser_measure_is_open_or_untried(measure):
    day = date(2006, 1, 1)
    left_open = {**FLEXJOB["measures"], measure: MeasureState.OPEN}
    untried = {name: state for name, state in FLEXJOB["measures"].items() if name != measure}
    refused = assess("flexjob", Facts(**{**FLEXJOB, "measures": left_open}), on=day)
    unresolved = assess("flexjob", Facts(**{**FLEXJOB, "measures": untried}), on=day)
    assert refused.outcome is Outcome.NOT_FULFILLED
    assert unresolved.outcome is Outcome.UNRESOLVED
    assert unresolved.missing == (f"measures.{measure}",)


def test_a_person_from_outside_need_not_try_what_is_for_ones_own_staff():
    measures = {
        name: FLEXJOB["measures"][name]
        for name in ("rehabilitation", "aids", "personal-assistance")
    }
    facts = Facts(**{**FLEXJOB, "employed_here": False, "measures": measures})
    assert assess("flexjob", facts, on=date(2006, 1, 1)).outcome is Outcome.FULFILLED


@pytest.mark.parametrize(
    ("day", "changed", "expected"),
    [
        (date(2019, 12, 31), {"years_to_pension_age": 6}, Outcome.NOT_FULFILLED),
        (date(2020, 1, 1), {"years_to_pension_age": 6}, Outcome.FULFILLED),
        (date(2020, 1, 1), {"years_to_pension_age": 7}, Outcome.NOT_FULFILLED),
        (date(2020, 1, 1), {}, Outcome.UNRESOLVED),
        (date(2020, 1, 1), {"employed_here": False}, Outcome.FULFILLED),
        (date(2020, 1, 1), {"born_on": date(1960, 1, 1)}, Outcome.NOT_FULFILLED),
        (date(2020, 1, 2), {"born_on": date(1959, 1, 2)}, Outcome.FULFILLED),
        (date(2020, 1, 1), {"exempt_from_special_terms": True}, Outcome.FULFILLED),
        (
            date(2020, 1, 1),
            {"exempt_from_special_terms": None, "years_to_pension_age": 7},
            Outcome.UNRESOLVED,
        ),
        # Pointless offers need not be tried; the year is asked for all the same.
        (date(2019, 1, 1), {"attempts_pointless": True, "measures": {}}, Outcome.NOT_FULFILLED),
        (
            date(2019, 1, 1),
            {"attempts_pointless": True, "measures": {}, "months_on_special_terms": 12},
            Outcome.FULFILLED,
        ),
    ],
)
def test_a_year_on_special_terms_comes_before_a_new_flexjob(day, changed, expected):
    facts = Facts(**{**NEW_FLEXJOB, "months_on_special_terms": 11, **changed})
    assert assess("flexjob-since-2013", facts, on=day).outcome is expected


@pytest.mark.parametrize(
    ("born_on", "day", "expected"),
    [
        (date(1950, 3, 1), date(2024, 6, 1), Outcome.NOT_FULFILLED),
        (date(1953, 12, 31), date(2018, 12, 30), Outcome.FULFILLED),
        (date(1953, 12, 31), date(2018, 12, 31), Outcome.NOT_FULFILLED),
        (date(1990, 1, 1), date(2024, 6, 1), Outcome.FULFILLED),
        (None, date(2024, 6, 1), Outcome.UNRESOLVED),
    ],
)
def test_a_new_flexjob_is_for_people_below_pension_age(born_on, day, expected):
    known = {**NEW_FLEXJOB, "born_on": born_on, "reached_pension_age": None}
    assert assess("flexjob-since-2013", Facts(**known), on=day).outcome is expected


@pytest.mark.parametrize(
    ("begins_on", "old", "new"),
    [
        (None, Outcome.UNRESOLVED, None),
        (date(2012, 12, 31), Outcome.FULFILLED, None),
        (date(2013, 2, 1), Outcome.NOT_FULFILLED, Outcome.FULFILLED),
    ],
)
def test_the_first_day_of_the_job_decides_and_not_the_grant(begins_on, old, new):
    known = Facts(**{**FLEXJOB, "limitation_per_cent": 50, "job_begins_on": begins_on})
    found = assess("flexjob", known, on=date(2012, 12, 10))
    assert found.outcome is old
    assert found.missing == (("job_begins_on",) if begins_on is None else ())
    assert assess("flexjob", attrs.evolve(known, job_begins_on=None), on=DAY).outcome is (
        Outcome.FULFILLED
    )
    if new:
        later = Facts(**{**NEW_FLEXJOB, "job_begins_on": begins_on})
        assert assess("flexjob-since-2013", later, on=date(2013, 2, 1)).outcome is new


def test_a_job_that_began_before_2013_stays_in_its_scheme():
    known = Facts(**{**NEW_FLEXJOB, "job_begins_on": date(2008, 9, 1)})
    found = assess("flexjob-since-2013", known, on=date(2024, 6, 1))
    assert found.outcome is Outcome.NOT_FULFILLED
    told = {one.id: str(one.because) for one in found.findings}
    assert told["flexjob-since-2013.start"] == (
        "First day of the job: 2008-09-01 (on 2013-01-01 or later)"
    )
    open_ = assess("flexjob-since-2013", Facts(), on=date(2024, 6, 1))
    [start] = [one for one in open_.findings if one.id == "flexjob-since-2013.start"]
    assert start.outcome is Outcome.FULFILLED
    assert str(start.because) == "the job begins on 2024-06-01 or later"


@pytest.mark.parametrize(
    ("years", "born_on", "expected"),
    [
        (0, date(1980, 1, 1), "temporary and granted for five years"),
        (4, date(1990, 1, 1), "temporary and granted for five years"),
        (5, date(1980, 1, 1), "can get a permanent flexjob"),
        (5, date(1990, 1, 1), "a new temporary flexjob"),
    ],
)
def test_how_long_a_new_flexjob_is_granted_for(years, born_on, expected):
    known = Facts(years_in_flexjobs=years, born_on=born_on)
    found = assess("flexjob-since-2013", known, on=date(2024, 6, 1))
    [told] = [one for one in found.consequences_for_employee if one.source.citation[:3] == "PAV"]
    assert expected in str(told.label)
    unknown = assess("flexjob-since-2013", Facts(), on=date(2024, 6, 1))
    assert 3 == len(unknown.open_consequences)


@pytest.mark.parametrize(("lost", "expected"), [(50, [True]), (60, []), (None, []), (40, [])])
def test_an_ability_of_a_half_gives_a_half(lost, expected):
    found = assess("flexjob", Facts(limitation_per_cent=lost), on=date(2006, 1, 1))
    told = [one for one in found.consequences_for_employer if "assessed at 1/2" in str(one.label)]
    assert expected == ["Herlev" in str(one.source) for one in told]
    assert (lost is None) == bool(found.open_consequences)


def test_a_new_flexjob_is_not_granted_before_its_day_nor_an_old_one_after():
    with pytest.raises(NotInForce):
        assess("flexjob-since-2013", Facts(), on=date(2012, 12, 31))
    with pytest.raises(NotInForce) as caught:
        assess("flexjob", Facts(), on=date(2013, 1, 1))
    assert "flexjob-since-2013" in str(caught.value)


def test_limits_come_from_the_parameters_that_are_given():
    stricter = PARAMETERS.amend(
        "section_56.min_absence_days", value="12", valid_from=DAY, source="a proposal"
    )
    facts = Facts(
        employed_here=True,
        meets_employment_requirement=True,
        lasting_absence_risk=True,
        expected_absence_days=11,
        treatment_decided_when_hired=False,
        employer_period_paid_within_year=False,
        fixed_shorter_hours_wanted=False,
        renews_section_56=False,
    )
    assert assess("section-56", facts, on=DAY).outcome is Outcome.FULFILLED
    changed = assess("section-56", facts, on=DAY, parameters=stricter)
    assert changed.outcome is Outcome.NOT_FULFILLED


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(), 'information is missing on: "Employed here"'),
        (Facts(employed_here=True), "Employed here: yes"),
        (Facts(employed_here=False), "Employed here: no"),
    ],
)
def test_findings_say_why(facts, expected):
    assert str(assess("adjustment", facts, on=DAY).findings[0].because) == expected


def test_findings_show_limits_choices_and_measures():
    facts = Facts(**{**FLEXJOB, "limitation_per_cent": 40})
    because = {one.id: str(one.because) for one in assess("flexjob", facts, on=DAY).findings}
    assert because["flexjob.half"].endswith("in per cent: 40 (at least 50)")
    assert because["flexjob.no-pension"] == "Social pension: none"
    assert because["flexjob.support"] == (
        "Status of aids and workplace adaptation: ruled out; Status of personal assistance: tried"
    )
    assert because["flexjob.age"] == (
        "Day of birth: 1960-05-01 (from 18 to under 65 years, to under 67 if born by 1939-07-01)"
    )


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        (("adjustment", None, DAY), WrongType, "facts"),
        (("adjustment", {"employed_here": True}, DAY), WrongType, "facts"),
        (("adjustment", Facts(), 20080901), WrongType, "on"),
        (("adjustment", Facts(), datetime(2008, 9, 1, tzinfo=UTC)), WrongType, "on"),
    ],
)
def test_bad_input_is_refused(arguments, error, field):
    scheme_id, facts, day = arguments
    with pytest.raises(error) as caught:
        assess(scheme_id, facts, on=day)
    assert caught.value.field == field


def test_parameters_of_another_kind_are_refused():
    with pytest.raises(WrongType) as caught:
        assess("adjustment", Facts(), on=DAY, parameters={})
    assert caught.value.field == "parameters"


def test_an_unknown_scheme_is_refused():
    with pytest.raises(UnknownName) as caught:
        assess("fleksjob", Facts(), on=DAY)
    assert "flexjob" in caught.value.nearest


@pytest.mark.parametrize(("name", "day", "known", "failing"), CASES, ids=map(case_id, CASES))
def test_an_assessment_explains_itself_in_both_languages(name, day, known, failing):
    found = assess(name, Facts(**known), on=day)
    redo(found.explanation.document())
    english, danish = found.explanation.render("en"), found.explanation.render("da")
    for finding in found.findings:
        assert finding.label.en in english
        assert finding.label.da in danish
    assert re.search(r"\bfulfilled\b", english)
