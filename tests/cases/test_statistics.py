"""Figures of cases: annex 2 exactly, who counts, what is refused, what is hidden."""

from datetime import date

import pytest
from case_examples import event, opened
from cases import annex_2
from cases.solving import Puzzle
from hypothesis import given, settings
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

from socialkapitel import InvalidInput, Label, Period, UnknownName, WrongType
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
    assert (77, None, None, None, 0, 0, 96) == found.table("sex").row("woman")
    assert (11, None, None, None, 0, 0, 15) == found.table("sex").row("man")
    assert [40, 51, 20, 0] == list(found.table("cause").row_totals)
    assert None in found.table("occupation").row("doctors")
    puzzle = Puzzle.of_tables(found.tables)
    assert len(puzzle.unknown) >= 50
    for name in puzzle.unknown:
        low, high = puzzle.bounds(name)
        assert low < high, name


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


@pytest.mark.parametrize("min_cell", [0, -1, 1001])
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


@given(st.lists(PROFILES, max_size=40), st.integers(2, 6))
@settings(max_examples=10)
def test_law_an_outsider_can_work_out_no_hidden_number(profiles, min_cell):
    cases = [case("2007-03-01", number, **profile) for number, profile in enumerate(profiles, 1)]
    found = case_statistics(cases, YEAR, min_cell=min_cell, areas=TWO_COUNTIES)
    if found.tables[0].total is not None:
        puzzle = Puzzle.of_tables(found.tables)
        for name in puzzle.unknown:
            low, high = puzzle.bounds(name)
            assert low < high, name


@given(st.lists(PROFILES, max_size=30), st.integers(1, 6))
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
