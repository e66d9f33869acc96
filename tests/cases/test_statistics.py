"""Figures of cases: annex 2 exactly, who counts, what is refused, what is hidden."""

from datetime import date

import attrs
import pytest
from case_examples import event, opened
from cases import annex_2
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

import socialkapitel as sk
from socialkapitel import InvalidInput, Label, Period, UnknownName, WrongType, wire
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseOutcome, Cause, Profile, Sex
from socialkapitel.cases.statistics import FORMER_COUNTIES, CaseStatistics, case_statistics

YEAR = Period(date(2007, 1, 1), date(2007, 12, 31))
READINGS = pytest.mark.parametrize("reading", annex_2.READINGS, ids=("first", "second"))


def case(day, number, *later, **profile):
    return Case.replay([opened(day, number=number, profile=Profile(**profile)), *later])


def closed(day, outcome=CaseOutcome.LEFT):
    return event(events.CaseClosed, day, outcome=outcome)


def many(amount, first=1, **profile):
    return [case("2007-03-01", first + number, **profile) for number in range(amount)]


def numbers_in(document):
    """Every number of plain data, and None."""
    if isinstance(document, dict):
        document = list(document.values())
    if isinstance(document, list):
        return [number for part in document for number in numbers_in(part)]
    return [] if isinstance(document, str) else [document]


@READINGS
def test_annex_2_comes_out_exactly(reading):
    found = case_statistics(annex_2.cases(reading), annex_2.PERIOD, min_cell=1)
    for name, rows in annex_2.PRINTED.items():
        table = found.table(name).compact
        assert list(rows) == [row.id for row in table.rows], name
        for row, printed in rows.items():
            *cells, total = table.row(row)
            if name == "cause":
                assert (printed, ()) == ((total,), tuple(cells))
            else:
                assert printed == tuple(number for number in cells if number), (name, row)
                assert sum(printed) == total
                assert reading[name][row] == tuple(cells)


@READINGS
def test_annex_2_has_the_counties_as_columns_and_the_same_totals_in_each_table(reading):
    found = case_statistics(annex_2.cases(reading), annex_2.PERIOD, min_cell=1)
    assert ["opened", "age", "sex", "sector", "occupation", "cause", "outcome"] == [
        table.id for table in found.tables
    ]
    for table in found.tables:
        assert 111 == table.total
        assert not table.hides
        if table.id != "cause":
            assert list(annex_2.COUNTIES) == [column.id for column in table.compact.columns]
            assert (88, 5, 5, 13) == table.compact.column_totals
    assert (88, 5, 5, 13, 0, 0, 111) == found.table("outcome").row("ongoing")


@READINGS
def test_annex_2_as_it_may_be_shown(reading):
    found = case_statistics(annex_2.cases(reading), annex_2.PERIOD)
    assert 5 == found.min_cell
    for table in found.tables:
        numbers = [number for cells in table.cells for number in cells]
        numbers += [*table.row_totals, *table.column_totals, table.total]
        assert [] == [number for number in numbers if number is not None and 0 < number < 5]
    # nobody is few here: all is shown
    assert not found.table("opened").hides
    assert [40, 51, 20, 0] == list(found.table("cause").row_totals)
    # outside Århus there are 4 men, so how the sexes are spread over the areas is hidden
    assert (None, None, None, None, 0, 0, 96) == found.table("sex").row("woman")
    assert (None, None, None, None, 0, 0, 15) == found.table("sex").row("man")
    # 2 of 61 or older, and the smallest of the other ages with them
    assert [None, None, 41, 40, None, None] == list(found.table("age").row_totals)
    assert 31 == found.table("age").row("41-50")[0]
    assert None is found.table("occupation").row("doctors")[-1]
    shown = [
        number
        for table in found.tables
        for cells in (*table.compact.cells, table.compact.row_totals)
        for number in cells
    ]
    assert (34, 148) == (len(shown) - shown.count(None), len(shown))


def test_cases_count_that_were_open_on_a_day_of_the_period():
    cases = [
        case("2006-12-31", 1, closed("2007-01-01", CaseOutcome.PENSION)),
        case("2006-12-31", 2, closed("2006-12-31")),
        case("2007-12-31", 3),
        case("2008-01-01", 4),
        case("2007-01-01", 5, closed("2007-12-31", CaseOutcome.RELOCATED)),
        case("2007-01-01", 6, closed("2008-01-01")),
        Case.open(opened("2007-05-05", number=7)),
    ]
    found = case_statistics(cases, YEAR, min_cell=1)
    assert 5 == found.table("opened").total
    assert (1, 4) == found.table("opened").row_totals
    outcome = {
        row.id: found.table("outcome").row(row.id)[-1] for row in found.table("outcome").rows
    }
    assert {"pension": 1, "relocated": 1, "ongoing": 3} == {k: v for k, v in outcome.items() if v}


@pytest.mark.parametrize(
    ("birth_year", "row"),
    [
        (1977, "through-30"),
        (1976, "31-40"),
        (1967, "31-40"),
        (1966, "41-50"),
        (1957, "41-50"),
        (1956, "51-60"),
        (1947, "51-60"),
        (1946, "from-61"),
        (None, "not-stated"),
    ],
)
def test_age_is_what_is_reached_in_the_last_year(birth_year, row):
    found = case_statistics([case("2007-02-01", 1, birth_year=birth_year)], YEAR, min_cell=1)
    assert 1 == found.table("age").row(row)[-1]


def test_what_is_no_row_counts_among_the_others_and_what_is_unknown_as_not_stated():
    cases = [case("2007-02-01", 1, area="fyn", sector="roads", occupation="cooks")]
    cases.append(Case.open(opened("2007-02-01", number=2)))
    found = case_statistics(cases, YEAR, min_cell=1)
    for name in ("sector", "occupation"):
        assert (0, 0, 0, 0, 1, 0, 1) == found.table(name).row("other")
        assert (0, 0, 0, 0, 0, 1, 1) == found.table(name).row("not-stated")
    for name in ("sex", "cause", "age"):
        assert found.table(name).row("not-stated")[-1]
    assert (0, 0, 0, 0, 1, 1) == found.table("opened").column_totals


def test_other_areas_sectors_and_occupations():
    names = {"herlev": Label(en="Herlev", da="Herlev"), "gladsaxe": Label(en="G", da="G")}
    cases = many(6, area="herlev", sector="herlev", occupation="gladsaxe", sex=Sex.MAN)
    found = case_statistics(cases, YEAR, areas=names, sectors=names, occupations=names)
    assert (6, 0, 0, 0, 6) == found.table("sector").row("herlev")
    assert (6, 0, 0, 0, 6) == found.table("occupation").row("gladsaxe")
    assert ["herlev", "gladsaxe", "other", "not-stated"] == [
        column.id for column in found.table("sex").columns
    ]


def test_one_cause_or_outcome_of_all_is_hidden_but_not_one_sex():
    cases = many(9, area="viborg", sex=Sex.WOMAN, cause=Cause.MENTAL)
    found = case_statistics(cases, YEAR)
    assert (0, 0, 0, 9, 0, 0, 9) == found.table("sex").row("woman")
    assert (None,) == found.table("cause").row("mental")
    assert None in found.table("outcome").row("ongoing")


def test_with_fewer_cases_than_may_be_shown_everything_is_hidden():
    found = case_statistics(many(4, sex=Sex.MAN), YEAR)
    for table in found.tables:
        numbers = {number for cells in table.cells for number in cells}
        assert {None} == numbers | set(table.row_totals) | {table.total} | {None}
    empty = case_statistics([], YEAR)
    assert {0} == {table.total for table in empty.tables}
    assert [] == [table.id for table in empty.tables if table.hides]


def test_hidden_numbers_are_not_in_the_figures():
    found = case_statistics(many(40, area="aarhus") + many(3, 100, area="vejle"), YEAR)
    assert {0, 43, None} == set(numbers_in(found.document()["tables"]))
    assert "=3" not in str(found.tables)
    assert "3," not in str([table.cells for table in found.tables])


@pytest.mark.parametrize("min_cell", [0, -1, 2, 1001])
def test_a_least_number_out_of_reach_is_refused(min_cell):
    with pytest.raises(InvalidInput) as caught:
        case_statistics([], YEAR, min_cell=min_cell)
    assert ("min_cell", min_cell) == (caught.value.field, caught.value.value)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"cases": None}, "cases"),
        ({"cases": ["Hansen"]}, "cases"),
        ({"period": 2007}, "period"),
        ({"period": sk.Month(2007, 1)}, "period"),
        ({"published": 2006}, "published"),
        ({"published": [2006]}, "published"),
        ({"published": sk.PRINTED_STATISTICS}, "published"),
        ({"min_cell": 5.0}, "min_cell"),
        ({"min_cell": True}, "min_cell"),
        ({"areas": ["viborg"]}, "areas"),
        ({"areas": {1: Label(en="x", da="x")}}, "areas"),
        ({"sectors": {"x": "X"}}, "sectors"),
        ({"occupations": None}, "occupations"),
    ],
)
def test_what_has_another_type_is_refused(change, field):
    given = {"cases": [], "period": YEAR} | change
    with pytest.raises(WrongType) as caught:
        case_statistics(given.pop("cases"), given.pop("period"), **given)
    assert field == caught.value.field
    assert "Hansen" not in str(caught.value)


@pytest.mark.parametrize("name", ["areas", "sectors", "occupations"])
@pytest.mark.parametrize("ids", [(), ("other",), ("viborg", "not-stated")])
def test_names_that_are_added_or_none_at_all_are_refused(name, ids):
    with pytest.raises(InvalidInput) as caught:
        case_statistics([], YEAR, **{name: {id_: Label(en="x", da="x") for id_ in ids}})
    assert name == caught.value.field
    assert not isinstance(caught.value, WrongType)


def test_a_case_that_comes_twice_is_refused():
    one = case("2007-01-01", 1)
    with pytest.raises(InvalidInput) as caught:
        case_statistics([one, one.record(closed("2007-02-02"))], YEAR)
    assert "cases: (not shown) is not accepted; give cases, each once" == str(caught.value)


@pytest.mark.parametrize("ask", ["table", "entry"])
def test_an_unknown_table_is_refused(ask):
    with pytest.raises(UnknownName):
        getattr(case_statistics([], YEAR), ask)("ages")


def test_an_unknown_row_is_refused_with_the_nearest():
    with pytest.raises(UnknownName) as caught:
        case_statistics([], YEAR).table("sex").row("women")
    assert ["woman"] == caught.value.nearest[:1]


@given(junk, junk, junk)
def test_law_anything_fits_or_is_refused(cases, period, names):
    for call in (
        lambda: case_statistics(cases, YEAR),
        lambda: case_statistics([], period),
        lambda: case_statistics([], YEAR, min_cell=names),
        lambda: case_statistics([], YEAR, published=names),
        lambda: case_statistics([], YEAR, areas=names),
    ):
        assert fits_or_is_refused(call, CaseStatistics)


TWO_COUNTIES = {name: FORMER_COUNTIES[name] for name in ("aarhus", "vejle")}
PROFILES = st.fixed_dictionaries(
    {},
    optional={
        "area": st.sampled_from(["aarhus", "vejle", "fyn"]),
        "sex": st.sampled_from(Sex),
        "cause": st.sampled_from(Cause),
        "birth_year": st.integers(1940, 1990),
    },
)


@given(st.lists(PROFILES, max_size=30), st.sampled_from([1, 3, 4, 6]))
def test_law_what_is_shown_is_true(profiles, min_cell):
    cases = [case("2007-03-01", number, **profile) for number, profile in enumerate(profiles, 1)]
    shown = case_statistics(cases, YEAR, min_cell=min_cell)
    true = case_statistics(cases, YEAR, min_cell=1)
    for table, whole in zip(shown.tables, true.tables, strict=True):
        for row in table.rows:
            pairs = zip(table.row(row.id), whole.row(row.id), strict=True)
            assert all(number in {None, truth} for number, truth in pairs)
        pairs = zip(table.column_totals, whole.column_totals, strict=True)
        assert all(number in {None, truth} for number, truth in pairs)
        assert table.total in {None, len(cases)}


# --- reports side by side -------------------------------------------------------------------------

NEXT = Period(date(2008, 1, 1), date(2008, 12, 31))
NEWCOMER = {"area": "vejle", "sex": Sex.WOMAN, "birth_year": 1970, "cause": Cause.MENTAL}


def running(amount, first=1, day="2007-03-01"):
    """Cases that run on, several of each kind."""
    areas, causes = ("aarhus", "vejle"), tuple(Cause)
    return [
        case(
            day,
            number,
            area=areas[number % 2],
            sex=tuple(Sex)[number // 2 % 2],
            birth_year=1960 + number % 2 * 12,
            cause=causes[number % len(causes)],
        )
        for number in range(first, first + amount)
    ]


def numbers_shown(report):
    """Every number that a report shows, by its place."""
    return {
        (table.id, row.id, column): number
        for table in report.tables
        for row in table.rows
        for column, number in enumerate(table.row(row.id))
        if number is not None
    }


def test_one_new_case_is_told_by_two_reports_unless_the_second_knows_the_first():
    cases = running(80)
    first = case_statistics(cases, YEAR)
    cases.append(case("2008-02-01", 1000, **NEWCOMER))
    alone = numbers_shown(case_statistics(cases, NEXT))
    before = numbers_shown(first)
    told = {place for place in before.keys() & alone if alone[place] - before[place] == 1}
    assert {("sex", "woman", 6), ("cause", "mental", 0), ("age", "31-40", 6)} <= told
    beside = case_statistics(cases, NEXT, published=first)
    assert {} == numbers_shown(beside)
    assert first.tables[0].total == 80
    assert "1 January – 31 December 2007" in sk.translate(beside.notes[-1], "en")
    assert "31. december 2007" in sk.translate(beside.notes[-1], "da")
    assert 3 == len(first.notes) == len(beside.notes) - 1


def test_many_new_cases_are_told_but_not_how_few_of_them_are_alike():
    cases = running(80)
    first = case_statistics(cases, YEAR)
    cases += [*running(16, 200, "2008-02-01"), case("2008-02-01", 1000, area="viborg")]
    both = case_statistics(cases, NEXT, published=iter([first]))
    assert 97 == both.table("sex").total
    # the one whose sex is not stated is hidden, and all others with that one
    assert {None} == set(both.table("sex").row_totals)
    assert (80, 17) == both.table("opened").row_totals
    alone = case_statistics(cases, NEXT)
    assert numbers_shown(both).items() <= numbers_shown(alone).items()


def test_nothing_new_is_shown_as_before():
    cases = running(80)
    first = case_statistics(cases, YEAR)
    again = case_statistics(cases, YEAR, published=[first, first])
    assert first.tables == again.tables


def test_a_report_in_which_everything_was_hidden_is_nothing_to_compare_with():
    cases = running(80)
    silent = case_statistics(cases[:3], YEAR)
    assert {} == numbers_shown(silent)
    beside = case_statistics(cases, NEXT, published=silent)
    assert case_statistics(cases, NEXT).tables == beside.tables


def test_few_who_left_are_hidden_too_and_so_are_those_whose_cases_are_no_longer_kept():
    cases = running(80)
    first = case_statistics(cases, YEAR)
    gone = [one.record(closed("2007-12-31")) for one in cases[:2]]
    assert {} == numbers_shown(case_statistics([*gone, *cases[2:]], NEXT, published=first))
    assert {} == numbers_shown(case_statistics(cases[2:], NEXT, published=first))
    assert 72 == case_statistics(cases[8:], NEXT, published=first).table("sex").total


def test_a_part_of_the_cases_beside_all_of_them():
    cases = running(80)
    every = case_statistics(cases, YEAR)
    assert {} == numbers_shown(case_statistics(cases[3:], YEAR, published=every))
    part = case_statistics(cases[3:], YEAR)
    assert {} == numbers_shown(case_statistics(cases, YEAR, published=part))


def test_quarters_and_their_year():
    quarters = [sk.Quarter(2007, number) for number in range(1, 5)]
    cases = running(40, day="2007-01-02")
    for number, months in ((100, 5), (200, 8)):
        cases += running(12, number, f"2007-{months:02}-01")
    cases += running(1, 300, "2007-11-01")
    published = []
    for quarter in quarters:
        published.append(case_statistics(cases, quarter, published=published))
    assert [40, 52, 64, None] == [one.table("sex").total for one in published]
    assert Period(date(2007, 4, 1), date(2007, 6, 30)) == published[1].period
    assert {} == numbers_shown(case_statistics(cases, YEAR, published=published))
    assert 65 == case_statistics(cases, YEAR).table("sex").total
    # beside the first quarter alone, 25 have come
    assert 65 == case_statistics(cases, YEAR, published=published[0]).table("sex").total
    assert {} == numbers_shown(case_statistics(cases, YEAR, published=published[2]))


def test_periods_that_overlap_by_a_month():
    cases = [*running(40), case("2008-01-05", 1000, **NEWCOMER)]
    first = case_statistics(cases, YEAR)
    longer = Period(YEAR.start, date(2008, 1, 31))
    assert {} == numbers_shown(case_statistics(cases, longer, published=first))


def test_other_areas_and_sectors_before():
    cases = running(40)
    herlev = {"aarhus": Label(en="A", da="A"), "herlev": Label(en="H", da="H")}
    first = case_statistics(cases, YEAR, areas=herlev, sectors=herlev, occupations=herlev)
    assert (20, 0, 20, 0) == first.table("sex").column_totals
    now = case_statistics([*cases, *running(10, 100, "2008-03-01")], NEXT, published=first)
    assert 50 == now.table("sex").total


@pytest.mark.parametrize(
    "change",
    [
        {"rows": ()},
        {"columns": ()},
        {"cells": ()},
        {"cells": ((1,), (1,), (1,))},
        {"row_totals": ()},
        {"column_totals": ()},
    ],
)
def test_a_report_with_a_table_that_lacks_numbers_is_refused(change):
    first = case_statistics(running(40), YEAR)
    opened_, age, sex, *others = first.tables
    damaged = attrs.evolve(first, tables=(opened_, age, attrs.evolve(sex, **change), *others))
    with pytest.raises(InvalidInput) as caught:
        case_statistics(running(40), NEXT, published=damaged)
    assert ("published", "sex") == (caught.value.field, caught.value.value)


def test_a_report_without_a_table_is_refused():
    first = case_statistics(running(40), YEAR)
    with pytest.raises(UnknownName):
        case_statistics(running(40), NEXT, published=attrs.evolve(first, tables=first.tables[3:]))


def test_a_stored_report_is_read_back_and_remembered():
    cases = running(80)
    first = case_statistics(cases, YEAR)
    stored = wire.from_json(wire.to_json(first), sk.CaseStatistics)
    assert first == stored
    cases.append(case("2008-02-01", 1000, **NEWCOMER))
    beside = case_statistics(cases, NEXT, published=stored)
    assert {} == numbers_shown(beside)
    assert beside == wire.from_json(wire.to_json(beside), sk.CaseStatistics)
