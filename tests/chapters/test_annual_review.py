"""The yearly discussion's figures: what counts, what is not known, what is hidden."""

import json
from datetime import date
from pathlib import Path

import pytest
from case_examples import event, opened
from cases import annex_2
from hypothesis import given
from junk import fits_or_is_refused, junk

import socialkapitel as sk
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseOutcome, Profile, Sex
from socialkapitel.chapters import Chapter, Setting, services
from socialkapitel.chapters.annual_review import (
    FLEXJOBS,
    NOT_KNOWN,
    WAGE_SUBSIDIES,
    AnnualReview,
    ConsultantActivity,
    Workplace,
    annual_review,
)

OWN = Path(__file__).parents[2] / "examples/own_chapter/src/own_chapter/chapter.toml"
YEAR = sk.Period(date(2008, 1, 1), date(2008, 12, 31))
LATER = sk.Period(date(2020, 1, 1), date(2020, 12, 31))


def case(number, *later, day="2008-01-02", **profile):
    return Case.replay([opened(day, number=number, profile=Profile(**profile)), *later])


def started(scheme, day="2008-03-01"):
    return event(events.SchemeStarted, day, scheme=scheme, terms=None)


def ended(scheme, day):
    return event(events.SchemeEnded, day, scheme=scheme)


def engaged(day="2008-02-01", **fields):
    return event(events.ConsultantEngaged, day, **fields)


def value(review, name):
    return review.entry(name).value


def test_flexjobs_and_wage_subsidies_of_the_last_day():
    cases = [
        case(1, started("flexjob"), area="viborg", sector="hospitals"),
        case(2, started("flexjob"), ended("flexjob", "2008-12-31"), area="viborg"),
        case(3, started("flexjob"), ended("flexjob", "2008-12-30"), area="viborg"),
        case(4, started("flexjob", "2009-01-01")),
        case(5, started("rehabilitation"), started("special-terms", "2008-04-01")),
        case(6, started("wage-subsidy-unemployed"), ended("wage-subsidy-unemployed", "2009-01-01")),
        case(7, started("adjustment")),
        case(
            8,
            started("flexjob"),
            event(events.CaseClosed, "2008-05-01", outcome=CaseOutcome.KEPT_SPECIAL),
        ),
        case(
            9,
            started("disability-pension-job"),
            event(events.CaseClosed, "2008-05-01", outcome=CaseOutcome.LEFT),
        ),
        Case.open(opened("2008-01-02", number=10)),
    ]
    found = annual_review(cases, YEAR, min_cell=1)
    assert (3, 2) == (found.flexjobs, found.wage_subsidies)
    assert (3, 2) == (value(found, "flexjobs"), value(found, "wage-subsidies"))
    areas, sectors = found.table("schemes-by-area"), found.table("schemes-by-sector")
    assert (0, 0, 0, 2, 0, 1, 3) == areas.row("flexjob")
    assert (1, 0, 0, 0, 2, 3) == sectors.row("flexjob")
    assert 6 == areas.total == sectors.total
    assert areas.row_totals == sectors.row_totals
    assert 1 == areas.row("special-terms")[-1]
    first = list(FLEXJOBS + WAGE_SUBSIDIES)
    assert first == [row.id for row in areas.rows][: len(first)]
    assert "1 January – 31 December 2008" in str(found)


def test_small_numbers_are_hidden_and_so_are_their_sums():
    cases = [case(n, started("flexjob"), area="aarhus", sector="hospitals") for n in range(1, 21)]
    cases += [case(n, started("rehabilitation"), area="vejle") for n in range(21, 24)]
    found = annual_review(cases, YEAR)
    assert found.wage_subsidies is None is value(found, "wage-subsidies")
    assert None is found.table("schemes-by-area").row("rehabilitation")[-1]
    assert None is found.table("schemes-by-sector").row("rehabilitation")[-1]
    assert 23 == found.table("schemes-by-area").total
    assert "Jobs with wage subsidy: *" in str(found)


# --- beside earlier reviews -----------------------------------------------------------------------

NEXT = sk.Period(date(2009, 1, 1), date(2009, 12, 31))


def people(amount, first=1, *later, day="2008-01-02"):
    """Cases with a flexjob that a consultant was engaged in."""
    talk = engaged(day, services=("coordination",))
    return [
        case(n, started("flexjob", day), talk, *later, day=day, area="vejle", sector="hospitals")
        for n in range(first, first + amount)
    ]


def numbers_shown(review):
    tables = [*review.tables, *(table for part in review.parts for table in part.tables)]
    return {table.id for table in tables if table.total is not None}


EVERY_TABLE = {
    "schemes-by-area",
    "schemes-by-sector",
    "services",
    *("opened", "age", "sex", "sector", "occupation", "cause", "outcome"),
}


def test_one_new_flexjob_is_hidden_beside_the_review_of_the_year_before():
    cases = people(40)
    first = annual_review(cases, YEAR)
    assert 40 == first.flexjobs
    cases += people(1, 100, day="2009-02-01")
    assert 41 == annual_review(cases, NEXT).flexjobs
    beside = annual_review(cases, NEXT, published=first)
    assert None is beside.flexjobs
    assert None is beside.parts[0].table("sex").total
    assert set() == numbers_shown(beside)  # of the services, 40 have left and 1 has come
    assert "31 December 2008" in sk.translate(beside.notes[-1], "en")
    assert beside == annual_review(cases, NEXT, published=[first])


def test_many_new_flexjobs_are_shown_beside_the_review_of_the_year_before():
    cases = people(40)
    first = annual_review(cases, YEAR)
    cases += people(6, 100, day="2009-02-01")
    beside = annual_review(cases, NEXT, published=first)
    assert 46 == beside.flexjobs
    assert (6,) == beside.table("services").row("coordination")
    assert EVERY_TABLE == numbers_shown(first) == numbers_shown(beside)
    assert 46 == beside.parts[0].table("sex").total


@pytest.mark.parametrize("table", ["schemes-by-area", "schemes-by-sector"])
def test_few_of_an_area_or_a_sector_who_came_are_hidden(table):
    elsewhere = {"area": "aarhus", "sector": "administration"}
    cases = people(40) + [case(n, started("flexjob"), **elsewhere) for n in range(200, 220)]
    first = annual_review(cases, YEAR)
    day = "2009-02-01"
    cases += people(4, 100, day=day)
    cases += [case(n, started("flexjob", day), day=day, **elsewhere) for n in range(300, 304)]
    alone, beside = (annual_review(cases, NEXT, **more) for more in ({}, {"published": first}))
    assert 68 == alone.flexjobs == beside.flexjobs
    assert {0, 24, 44, 68} == set(alone.table(table).row("flexjob"))
    assert {None, 68} == set(beside.table(table).row("flexjob"))
    unchanged = annual_review(cases, NEXT, published=alone)
    assert alone.table(table) == unchanged.table(table)


def test_a_stored_review_is_read_back_and_remembered():
    cases = people(40)
    first = annual_review(cases, YEAR)
    stored = sk.wire.from_json(sk.wire.to_json(first), AnnualReview)
    assert first == stored
    cases += people(1, 100, day="2009-02-01")
    beside = annual_review(cases, NEXT, published=stored)
    assert None is beside.flexjobs is beside.parts[0].table("sex").total


def test_a_review_in_which_everything_was_hidden_is_nothing_to_compare_with():
    first = annual_review(people(2), YEAR, net_expansions=[expansion()] * 2)
    assert set() == numbers_shown(first)
    after = {"net_expansions": [expansion()] * 6}
    beside = annual_review(people(40), NEXT, published=first, **after)
    assert annual_review(people(40), NEXT, **after).tables == beside.tables


@pytest.mark.parametrize(("posts", "shown"), [(20, 20), (21, None), (16, None), (25, 25), (15, 15)])
def test_few_posts_more_or_fewer_are_hidden(posts, shown):
    first = annual_review([], YEAR, net_expansions=[expansion()] * 20)
    beside = annual_review([], NEXT, published=first, net_expansions=[expansion()] * posts)
    assert (shown,) == beside.table("net-expansion").row("fulfilled")


def test_a_quarter_is_a_period():
    quarter = sk.Quarter(2008, 1)
    found = annual_review(people(9), quarter)
    assert sk.Period(date(2008, 1, 1), date(2008, 3, 31)) == found.period
    assert 9 == found.flexjobs == found.parts[0].table("sex").total


def test_consultants_cases_are_counted_as_in_annex_2():
    cases = annex_2.cases(annex_2.READINGS[0])
    late = date(2007, 10, 31)
    cases = [
        one.record(event(events.ConsultantEngaged, late, number=1000 + n))
        for n, one in enumerate(cases)
    ]
    others = [case(5000, day="2007-02-01"), case(5001, engaged("2007-11-01"), day="2007-02-01")]
    others.append(case(5002, engaged("2007-02-01", consultant="hr"), day="2007-02-01"))
    found = annual_review([*cases, *others], annex_2.PERIOD, min_cell=1)
    [part] = found.parts
    assert (88, 5, 5, 13, 0, 0) == part.table("sex").column_totals
    assert (77, 4, 4, 11, 0, 0, 96) == part.table("sex").row("woman")
    assert "Konsulentsager, 1. januar – 31. oktober 2007" in found.render("da")
    assert "Consultants&#x27; cases" in found.html()
    assert ["sex"] == [
        table["id"] for table in found.document()["parts"][0]["tables"] if table["id"] == "sex"
    ]


def test_what_consultants_were_engaged_for_counts_once_a_case():
    talk = {"services": ("clarifying-talk", "coordination")}
    cases = [
        case(1, engaged(**talk), engaged("2008-03-01", services=("coordination",))),
        case(2, engaged("2008-12-31", services=("coordination",))),
        case(3, engaged("2009-01-01", **talk)),
        case(4, engaged("2007-12-31", **talk), day="2007-01-01"),
        case(5, engaged(consultant="personnel-consultant", **talk)),
    ]
    table = annual_review(cases, YEAR, min_cell=1).table("services")
    assert (2,) == table.row("coordination")
    assert (1,) == table.row("clarifying-talk")
    assert list(events.SERVICES_IN_CASES) == [row.id for row in table.rows]


def test_the_quota_of_each_workplace():
    workplaces = [
        Workplace(ordinary_employees=75, subsidised=12),
        Workplace(ordinary_employees="9", subsidised=2),
        Workplace(ordinary_employees=0, subsidised=None),
        Workplace(ordinary_employees=50, subsidised=0),
    ]
    found = annual_review([], LATER, workplaces=iter(workplaces))
    assert {
        "quota-places": 12 + 1 + 1 + 10,
        "quota-kept": 2,
        "quota-exceeded": 1,
        "quota-unknown": 1,
    } == {entry.id: entry.value for entry in found.entries if entry.id.startswith("quota")}
    two = sk.PARAMETERS.amend(
        "quota.least_places", value="2", valid_from=date(2020, 1, 1), source="what-if"
    )
    amended = annual_review([], LATER, workplaces=workplaces, parameters=two)
    assert 0 == value(amended, "quota-exceeded")


def test_the_quota_is_not_known_before_its_rule():
    with pytest.raises(sk.NotInForce):
        annual_review([], YEAR, workplaces=[Workplace(ordinary_employees=9, subsidised=1)])


def expansion(months=20, after=21, group=sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT):
    return sk.net_expansion(
        group,
        date(2008, 3, 1),
        ordinary_employees=[months] * 12,
        employees_after=after,
        new_post=True,
    )


def test_net_expansion_of_posts():
    posts = [expansion()] * 9 + [expansion(after=20)] * 6 + [expansion(months=None)] * 5
    posts += [expansion(group=sk.TargetGroup.REHABILITATION)] * 8
    table = annual_review([], YEAR, net_expansions=posts).table("net-expansion")
    assert [("fulfilled", 9), ("not_fulfilled", 6), ("unresolved", 5), ("not_required", 8)] == [
        (row.id, table.row(row.id)[-1]) for row in table.rows
    ]
    few = annual_review([], YEAR, net_expansions=posts[:11]).table("net-expansion")
    assert [None, None] == [few.row(row)[0] for row in ("fulfilled", "not_fulfilled")]


def test_what_consultants_did_outside_cases():
    done = [
        ConsultantActivity(service=service, on=date(2008, month, 1))
        for month, service in enumerate(["courses", "courses", "talks"], 1)
    ]
    done.append(ConsultantActivity(service="courses", on=date(2009, 1, 1)))
    found = annual_review([], YEAR, activities=done)
    assert (2, 1, 0) == tuple(value(found, name) for name in ("courses", "talks", "theme-meetings"))


def test_what_is_not_given_is_not_known_and_never_zero():
    found = annual_review([], YEAR)
    unknown = {entry.id for entry in found.entries if entry.value is NOT_KNOWN}
    activities = {one.id for one in services() if one.setting is not Setting.CASE}
    quota = {"quota-places", "quota-kept", "quota-exceeded", "quota-unknown"}
    assert activities | quota == unknown
    with pytest.raises(sk.UnknownName):
        found.table("net-expansion")


def test_what_a_chapter_puts_on_the_agenda():
    found = annual_review([], YEAR, chapter="region-midtjylland-2008")
    agenda = [entry.id for entry in found.entries if str(entry.label) == "To discuss"]
    assert "framework.yearly-discussion" in agenda
    assert "midtjylland.yearly-statistics" in agenda
    assert found == annual_review([], YEAR, chapter=sk.chapter("region-midtjylland-2008"))
    assert "Til drøftelse: " in found.render("da")


@pytest.mark.parametrize("one", services(), ids=lambda one: one.id)
def test_what_is_done_in_cases_is_no_activity(one):
    done = [ConsultantActivity(service=one.id, on=date(2008, 3, 1))]
    if one.setting is Setting.CASE:
        with pytest.raises(sk.UnknownName) as caught:
            annual_review([], YEAR, activities=done)
        assert caught.value.nearest
    else:
        assert 1 == value(annual_review([], YEAR, activities=done), one.id)


def test_the_services_are_those_of_the_chapter(tmp_path):
    own = Chapter.load(OWN)
    known = {one.id for one in own.services}
    later = sk.Period(date(2026, 1, 1), date(2026, 12, 31))
    done = [ConsultantActivity(service="open-hours", on=date(2026, 3, 1))]
    found = annual_review([], later, chapter=own, activities=done)
    assert 1 == value(found, "open-hours")
    assert "courses" not in [entry.id for entry in found.entries]
    assert "Meeting at Solhavn's round table" in [
        str(row.label) for row in found.table("services").rows
    ]
    assert "open-hours" in known
    with pytest.raises(sk.UnknownName) as caught:
        annual_review([], YEAR, activities=done)
    assert "open-hours" == caught.value.name
    other = [ConsultantActivity(service="courses", on=date(2026, 3, 1))]
    with pytest.raises(sk.UnknownName):
        annual_review([], later, chapter=own, activities=other)


def test_a_chapter_without_consultants_is_counted_by_what_the_library_knows():
    found = annual_review([], YEAR, chapter="herlev-2006")
    assert "courses" in [entry.id for entry in found.entries]


def test_a_chapter_that_is_not_known_to_hold_is_refused():
    with pytest.raises(sk.NotInForce):
        annual_review([], annex_2.PERIOD, chapter="region-midtjylland-2008")
    with pytest.raises(sk.UnknownName):
        annual_review([], YEAR, chapter="midtjylland")


def test_it_goes_through_json():
    document = annual_review([case(1, sex=Sex.MAN)], YEAR, chapter="herlev-2006").document()
    assert document == json.loads(json.dumps(document))
    assert "socialkapitel/annual-review/1" == document["schema"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"cases": 1}, "cases"),
        ({"period": 2008}, "period"),
        ({"published": 2007}, "published"),
        ({"published": [sk.PRINTED_STATISTICS]}, "published"),
        ({"chapter": 2008}, "chapter"),
        ({"workplaces": 7}, "workplaces"),
        ({"workplaces": [7]}, "workplaces"),
        ({"net_expansions": ["yes"]}, "net_expansions"),
        ({"activities": ["courses"]}, "activities"),
        ({"min_cell": None}, "min_cell"),
        ({"areas": 5}, "areas"),
        ({"sectors": 5}, "sectors"),
        ({"occupations": 5}, "occupations"),
    ],
)
def test_what_has_another_type_is_refused(change, field):
    given = {"cases": [], "period": YEAR} | change
    with pytest.raises(sk.WrongType) as caught:
        annual_review(given.pop("cases"), given.pop("period"), **given)
    assert field == caught.value.field


@given(junk)
def test_law_anything_fits_or_is_refused(thing):
    for name in (
        "published",
        "chapter",
        "workplaces",
        "net_expansions",
        "activities",
        "min_cell",
        "areas",
    ):

        def call(name=name):
            return annual_review([], YEAR, **{name: thing})

        assert fits_or_is_refused(call, AnnualReview)


# --- what callers tell of workplaces and consultants ----------------------------------------------


@pytest.mark.parametrize("value", ["-1", "1.5", 1_000_001, True, 2.0])
@pytest.mark.parametrize("field", ["ordinary_employees", "subsidised"])
def test_numbers_of_people_are_whole(field, value):
    with pytest.raises(sk.InvalidInput) as caught:
        Workplace(**{"ordinary_employees": 1, "subsidised": 1, field: value})
    assert field == caught.value.field


def test_who_has_a_place_may_be_unknown_but_not_how_many_are_employed():
    assert None is Workplace(ordinary_employees=1, subsidised=None).subsidised
    with pytest.raises(sk.WrongType):
        Workplace(ordinary_employees=None, subsidised=1)


@pytest.mark.parametrize(
    ("service", "error"),
    [(3, sk.WrongType), (None, sk.WrongType), ("Courses", sk.InvalidInput), ("", sk.InvalidInput)],
)
def test_a_service_has_an_id(service, error):
    with pytest.raises(error) as caught:
        ConsultantActivity(service=service, on=YEAR.start)
    assert "service" == caught.value.field
    assert "courses" == ConsultantActivity(service="courses", on=YEAR.start).service


@given(junk)
def test_law_any_input_fits_or_is_refused(value):
    for call in (
        lambda: ConsultantActivity(service=value, on=YEAR.start),
        lambda: ConsultantActivity(service="talks", on=value),
        lambda: Workplace(ordinary_employees=value, subsidised=value),
    ):
        assert fits_or_is_refused(call, ConsultantActivity | Workplace)
