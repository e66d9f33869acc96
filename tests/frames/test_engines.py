"""Each row of each calculator on each engine is what the scalar calculator says, to the øre.

How many rows, and on which engines, the environment says: ``nox -s frames`` and ``nox -s spark``
compare 200,000 rows of each calculator, and 5,000 with ``CI`` set.
"""

import os

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from frames.engines import ENGINES, WITH_FEWER_ROWS, collected, each_of
from frames.kept import kept
from frames.report import Report
from frames.rows import BESIDE, random_rows
from frames.scalars import expected_of_all

from socialkapitel import frames
from socialkapitel.frames.columns import Kind
from socialkapitel.frames.explaining import CALCULATORS

COUNT = int(os.environ.get("FRAME_ROWS", "800"))
TYPES = {Kind.DAY: pl.Date, Kind.WHOLE: pl.Int64, Kind.TEXT: pl.String}

MAKERS = {**ENGINES, **WITH_FEWER_ROWS}

pytestmark = [
    pytest.mark.filterwarnings("ignore:Dask support is moving out:FutureWarning"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]


@pytest.fixture(scope="module")
def report():
    found = Report.wanted()
    yield found
    if found:
        found.write()


def worked_out(name, count):
    """Random rows of a calculator, and what the scalar calculator says of each."""
    calculator, rows = CALCULATORS[name], random_rows(name, count)
    schema = {column.name: TYPES[column.kind] for column in calculator.columns}
    given = pl.DataFrame(rows, schema=schema).with_row_index("row").cast({"row": pl.Int64})
    results = {**dict.fromkeys(calculator.added, pl.Int64), "status": pl.String}
    found = pl.DataFrame(expected_of_all(name, rows), schema=results, orient="row")
    return given.hstack(found)


@pytest.fixture(scope="module", params=list(CALCULATORS))
def case(request):
    """A calculator's name, its random rows, and what is expected of them."""
    name = request.param
    expected = kept(worked_out, name, COUNT)
    return name, expected.drop(*CALCULATORS[name].added, "status"), expected


def fitting(engine, name, given, expected):
    """What an engine has room for: numpy has no missing whole numbers."""
    if engine != "pandas numpy":
        return given, expected
    needed = [
        column.name
        for column in CALCULATORS[name].columns
        if column.kind is Kind.WHOLE and not column.optional
    ]
    return given.drop_nulls(needed), expected.drop_nulls(needed)


@pytest.mark.parametrize("engine", each_of())
def test_every_row_is_that_of_the_scalar_calculator(engine, case, report):
    name, given, expected = case
    given, expected = fitting(engine, name, given, expected)
    native = MAKERS[engine](given)

    result = getattr(frames, name)(native)

    assert type(native) is type(result)
    added = [*CALCULATORS[name].added, "status"]
    assert [*given.columns, *added] == list(nw.from_native(result).collect_schema().names())
    found = collected(nw.from_native(result).select("row", *added).to_native(), engine).sort("row")
    wanted = expected.select("row", *added)
    assert dict(wanted.schema) == dict(found.schema)
    differing = wanted.join(found, on=["row", *added], how="anti").height
    assert 0 == differing, expected.join(found, on=["row", *added], how="anti").head(5).to_dicts()
    assert wanted.height == found.height
    if report and engine in ENGINES:
        report.note(engine, type(nw.from_native(native)).__name__, name, wanted.height)


def test_the_rows_touch_everything(case):
    name, given, expected = case
    statuses = set(expected["status"])
    columns = CALCULATORS[name].columns
    assert {"ok"} | {f"invalid-input:{column.name}" for column in columns} <= statuses
    assert {f"missing:{column.name}" for column in columns if not column.optional} <= statuses
    assert any(status.startswith("not-in-force:") for status in statuses)
    days = {day for days in given.select(pl.col(pl.Date)) for day in days}
    assert set(BESIDE) <= days or name == "assistance_refunds"  # which mostly has rates


@pytest.mark.parametrize("engine", each_of())
def test_a_column_that_may_lack_has_the_calculators_own_value(engine):
    """As polars finds it with that value: what an engine finds with the column is tested above."""
    name, lacking = "sickness_single_weeks", "full_time_hours_hundredths"
    rows = [row for row in random_rows(name, 700) if None not in row.values()]
    types = {column.name: TYPES[column.kind] for column in CALCULATORS[name].columns}
    given = pl.DataFrame(rows, schema=types).with_row_index("row").cast({"row": pl.Int64})
    added = [*CALCULATORS[name].added, "status"]

    def found(frame, engine):
        done = nw.from_native(getattr(frames, name)(MAKERS[engine](frame)))
        return collected(done.select("row", *added).to_native(), engine).sort("row").rows()

    full = given.with_columns(pl.lit(3700, pl.Int64).alias(lacking))
    assert found(full, "polars") == found(given.drop(lacking), engine)
