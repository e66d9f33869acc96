"""The printed figures of annex 2: as the document has them, and as invented cases give them."""

import pytest
from cases import annex_2

import socialkapitel as sk
from socialkapitel.cases.printed_statistics import PRINTED_SOURCE

PRINTED = sk.PRINTED_STATISTICS


@pytest.mark.parametrize("name", annex_2.PRINTED)
def test_each_row_has_the_printed_numbers_in_their_order(name):
    table = PRINTED.table(name)
    assert list(annex_2.PRINTED[name]) == [row.id for row in table.rows]
    for row, printed in annex_2.PRINTED[name].items():
        *cells, total = table.row(row)
        assert printed == (tuple(number for number in cells if number) or (total,))
        assert sum(printed) == total


@pytest.mark.parametrize("name", [name for name in annex_2.PRINTED if name != "cause"])
def test_each_column_adds_up_to_the_cases_of_its_county(name):
    table = PRINTED.table(name)
    assert list(annex_2.COUNTIES) == [column.id for column in table.columns]
    assert (88, 5, 5, 13) == table.column_totals
    assert 111 == table.total


def test_cases_with_these_numbers_give_the_printed_tables():
    reading = {
        table.id: {row.id: table.row(row.id)[:4] for row in table.rows} for table in PRINTED.tables
    }
    assert {name: reading[name] for name in annex_2.READINGS[0]} == annex_2.READINGS[0]
    counted = sk.case_statistics(annex_2.cases(reading), PRINTED.period, min_cell=1)
    for table in PRINTED.tables:
        assert table == counted.table(table.id).compact


def test_the_source_and_the_open_question_are_told():
    english, danish = PRINTED.render(), PRINTED.render("da")
    assert str(PRINTED_SOURCE) in english
    assert str(PRINTED_SOURCE) in danish
    assert "Social- og sundhedsassistenter" in danish
    assert "the other way round" in english
    assert not PRINTED.hides
