"""Each row of an employee on each engine is what the scalar calculator says of the absence."""

import os
from random import Random

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from frames.engines import ENGINES, WITH_FEWER_ROWS, collected, each_of
from frames.kept import kept
from frames.persons import ALSO, CALCULATOR, LATER, expected_of_persons, random_persons
from frames.test_engines import TYPES, report

from socialkapitel.frames.sickness_persons import sickness_absences

COUNT = int(os.environ.get("FRAME_ROWS", "800"))
RESULTS = [name for name in CALCULATOR.added if name not in {"spell_first_day", "caveats"}]
WANTED = {
    **dict.fromkeys(RESULTS, pl.Int64),
    "spell_first_day": pl.Date,
    "told": pl.String,
    "wanted": pl.String,
    "absence": pl.Int64,
}

__all__ = ["report"]  # a fixture

pytestmark = pytest.mark.filterwarnings("ignore:Dask support is moving out:FutureWarning")


def worked_out(_, count):
    """The rows of random employees, in no order, and what is expected of each."""
    persons = random_persons(count // 8)
    schema = {column.name: TYPES.get(column.kind, pl.String) for column in CALCULATOR.columns}
    given = pl.DataFrame([row for person in persons for row in person], schema=schema)
    found = pl.DataFrame(expected_of_persons(persons), schema=WANTED, orient="row")
    rows = given.hstack(found).with_row_index("row").cast({"row": pl.Int64})
    order = list(range(rows.height))
    Random(1).shuffle(order)
    return rows[order]


@pytest.fixture(scope="module")
def rows():
    return kept(worked_out, "sickness_absences", COUNT)


@pytest.mark.parametrize("engine", each_of())
def test_every_row_is_that_of_the_scalar_calculator(engine, rows, report):
    given = rows.select("row", *(column.name for column in CALCULATOR.columns))
    whole = [name for name, dtype in given.schema.items() if dtype == pl.Int64]
    needed = {column.name for column in CALCULATOR.columns if not column.optional}
    if engine == "pandas numpy":
        short = given.filter(pl.any_horizontal(pl.col(*needed & set(whole)).is_null()))
        given = given.join(short, on="employee", how="anti")
        rows = rows.join(short, on="employee", how="anti")

    native = {**ENGINES, **WITH_FEWER_ROWS}[engine](given)
    result = sickness_absences(native, also=ALSO)

    assert type(native) is type(result)
    found = collected(result, engine)
    assert [*given.columns, *CALCULATOR.added, "status"] == found.columns
    check(found, rows)
    if report and engine in ENGINES:
        report.note(engine, type(nw.from_native(native)).__name__, CALCULATOR.name, rows.height)


def check(found, rows):
    found = found.select("row", *CALCULATOR.added, "status").with_columns(
        pl.col("spell_first_day").cast(pl.Date)
    )
    both = rows.join(found, on="row", suffix="_found")
    assert rows.height == both.height
    named = pl.col("wanted").str.contains(":") | (pl.col("wanted") == "ok")
    same = (
        pl.when(named)
        .then(pl.col("status") == pl.col("wanted"))
        .when(pl.col("wanted") == "not-in-force")
        .then(pl.col("status").str.starts_with("not-in-force:"))
        .otherwise(~pl.col("status").str.starts_with("not-in-force:") & (pl.col("status") != "ok"))
    )
    for name in [*RESULTS, "spell_first_day"]:
        same &= pl.col(name).eq_missing(pl.col(f"{name}_found"))
    wrong = both.filter(~same)
    assert wrong.is_empty(), (wrong.height, wrong["employee"][0], wrong.head(3).to_dicts())
    check_caveats(both)


def check_caveats(both):
    """The caveats of an absence's weeks together are those of the scalar calculator."""
    codes = pl.col("caveats").str.split(" ").explode().unique().sort()
    told = both.filter(pl.col("told").is_not_null()).group_by("employee", "absence")
    for employee, absence, wanted, found in told.agg(pl.col("told").max(), codes).iter_rows():
        here = {code for code in found if code and code not in LATER}
        assert set(wanted.split()) == here, (employee, absence)
