import json

import frame_tables
import pytest
from docutils import nodes
from frame_tables import CALCULATORS, compared_table, engine_table, read, told
from frames.engines import ENGINES

from socialkapitel.frames.columns import day, extra, text, whole

TOLD = {
    "polars": {"lazy": False, "rows": {"flexjob_refunds": 1234}, "version": "1.2"},
    "duckdb": {"lazy": True, "rows": {"subsidised_places": 5}, "version": "3.4"},
}


def cells(table):
    return [[entry.astext() for entry in row] for row in table.findall(nodes.row)]


def test_every_engine_that_is_tested_has_its_place():
    assert list(ENGINES) == list(told())


def test_an_engine_without_a_place_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "engines.json"
    path.write_text(json.dumps({**told(), "abacus": {}}), "utf-8")
    monkeypatch.setattr(frame_tables, "ENGINES", path)

    with pytest.raises(KeyError, match="abacus"):
        told()


def test_an_engine_that_is_not_told_of_is_missed(tmp_path, monkeypatch):
    path = tmp_path / "engines.json"
    path.write_text(json.dumps(TOLD), "utf-8")
    monkeypatch.setattr(frame_tables, "ENGINES", path)

    with pytest.raises(KeyError, match="polars lazy"):
        told()


@pytest.mark.parametrize(("language", "lazy"), [("en", ["no", "yes"]), ("da", ["nej", "ja"])])
def test_the_engines(language, lazy):
    _, polars, duckdb = cells(engine_table(TOLD, language))

    assert ["polars", "DataFrame", "1.2", lazy[0]] == polars
    assert ["duckdb", "relation", "3.4", lazy[1]] == duckdb


@pytest.mark.parametrize(("language", "number"), [("en", "1,234"), ("da", "1.234")])
def test_what_was_compared(language, number):
    heads, *rows = cells(compared_table(TOLD, language))

    assert ["polars", "duckdb"] == heads[1:]
    assert [*CALCULATORS][:-1] == [row[0] for row in rows]  # of persons nothing is told here
    numbers = {name: found for name, *found in rows}
    assert [number, "–"] == numbers["flexjob_refunds"]
    assert ["–", "5"] == numbers["subsidised_places"]
    assert ["–", "–"] == numbers["sickness_single_weeks"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (day("on"), "on Date"),
        (day("on", optional=True), "on Date; may be missing"),
        (extra(day("on")), "on Date; may be left out"),
        (whole("pay_oere", 1, 1000), "pay_oere Int64; 1 – 1,000"),
        (text("share", ("1/2", "2/3")), "share String; 1/2, 2/3"),
    ],
)
def test_a_column(column, expected):
    assert expected == read(column, "en").astext()


def test_a_column_in_danish():
    column = whole("pay_oere", 0, 1000, optional=True)

    assert "pay_oere Int64; 0 – 1.000; må mangle" == read(column, "da").astext()
