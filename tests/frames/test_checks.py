"""A frame that can't be worked on is refused at once, with everything that is wrong with it."""

from datetime import date

import duckdb
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import socialkapitel as sk
from socialkapitel import frames
from socialkapitel.frames.explain import CALCULATORS

GOOD = {
    "granted_on": [date(2006, 3, 1)],
    "share": ["2/3"],
    "starting_pay_oere": [1829700],
    "weekly_hours_hundredths": [3700],
    "month": [date(2007, 11, 1)],
    "atp_class": ["A"],
    "other_contributions_oere": [0],
}


def problems(frame, calculator=frames.flexjob_refunds, **given):
    with pytest.raises(frames.InvalidFrame) as caught:
        calculator(frame, **given)
    assert isinstance(caught.value, ValueError)
    assert "invalid-frame" == caught.value.code
    told = [str(problem) for problem in caught.value.problems]
    assert f"the frame is not accepted: {'; '.join(told)}" == str(caught.value)
    return told


def test_everything_that_is_wrong_is_told_at_once():
    frame = pl.DataFrame(GOOD).drop("month", "atp_class").with_columns(status=pl.lit("mine"))
    frame = frame.with_columns(pl.col("starting_pay_oere").cast(pl.Float64), share=1)
    told = problems(frame)
    assert [told.split(" ", 1)[0] for told in told] == [
        *("share", "starting_pay_oere", "month", "atp_class", "status"),
    ]
    assert "is of type Float64; give whole øre, hundredths of hours or people" in told[1]
    assert "is missing; give dates without time zone, as Date" in told[2]
    assert "is there already and would be overwritten; rename or drop it" in told[4]


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_column_is_asked_for_but_those_that_a_frame_may_lack(name):
    told = problems(pl.DataFrame({"other": [1]}), getattr(frames, name))
    needed = [column.name for column in CALCULATORS[name].columns if not column.extra]
    assert needed == [problem.split(" ", 1)[0] for problem in told]


def test_a_column_that_a_frame_may_lack_is_checked_where_it_has_it():
    frame = pl.DataFrame(GOOD).with_columns(started_on=pl.lit("2006-03-01"))
    [told] = problems(frame)
    assert told.startswith("started_on is of type String; give dates")


@pytest.mark.parametrize("lazy", [True, False])
def test_columns_are_checked_before_a_lazy_frame_is_run(lazy):
    frame = pl.DataFrame(GOOD).with_columns(pl.col("month").cast(pl.String))
    assert 1 == len(problems(frame.lazy() if lazy else frame))


def test_pandas_columns_of_objects_or_gaps_are_no_days_or_whole_numbers():
    frame = pd.DataFrame({**GOOD, "starting_pay_oere": [None]}, dtype=object)
    frame["other_contributions_oere"] = [float("nan")]
    told = problems(frame)
    assert ["granted_on", "starting_pay_oere"] == [told[0].split()[0], told[1].split()[0]]
    assert told[-1].startswith("other_contributions_oere is of type Float64")


def test_a_frame_without_rows():
    assert ["the frame has no rows; give at least one"] == problems(pl.DataFrame(GOOD).clear())
    told = problems(pl.DataFrame())
    assert 8 == len(told)


def test_a_column_of_shares_written_another_way():
    frame = pl.DataFrame({**GOOD, "share": ["50 %"], "atp_class": ["a"]})
    assert problems(frame) == [
        "share has no text that is known; write one of 1/2, 2/3",
        "atp_class has no text that is known; write one of A, B, C, D, E, F",
    ]


def test_unknown_texts_are_told_beside_what_else_is_wrong():
    frame = pl.DataFrame({**GOOD, "share": ["50 %"], "starting_pay_oere": [18297.0]})
    told = problems(frame.drop("month"))
    assert [told.split(" ", 1)[0] for told in told] == ["starting_pay_oere", "month", "share"]
    assert "share has no text that is known; write one of 1/2, 2/3" == told[-1]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame([[75, 80, 1]], columns=["on", "on", "places"]),
        pa.table([[75], [80], [1]], names=["on", "on", "places"]),
        duckdb.sql("SELECT 75 AS on, 80 AS on, 1 AS places"),
    ],
    ids=["pandas", "pyarrow", "duckdb"],
)
def test_columns_that_share_a_name(frame):
    told = problems(frame, frames.subsidised_places)
    assert ["on is the name of 2 columns; rename or drop all but one"] == told


def test_one_unknown_share_among_known_ones_is_a_fault_of_its_row():
    frame = pl.concat([pl.DataFrame(GOOD), pl.DataFrame({**GOOD, "share": ["50 %"]})])
    assert ["ok", "invalid-input:share"] == frames.flexjob_refunds(frame)["status"].to_list()


@pytest.mark.parametrize("thing", [None, 3, GOOD, [GOOD], pl.Series([1]), pd.Series([1])])
def test_what_is_no_frame(thing):
    [told] = problems(thing)
    assert "is no frame that is supported; give one of polars, pandas, pyarrow, duckdb" in told


def test_an_engine_that_is_not_supported(monkeypatch):
    supported = {nw.Implementation.PANDAS: "pandas"}
    monkeypatch.setattr("socialkapitel.frames.checks._ENGINES", supported)
    told = problems(pl.DataFrame(GOOD).drop("month"))
    assert told[0].startswith("'DataFrame' is no frame that is supported")
    assert told[1].startswith("month is missing")


def test_parameters_that_are_none():
    with pytest.raises(sk.WrongType, match="parameters"):
        frames.flexjob_refunds(pl.DataFrame(GOOD), parameters={})


def test_figures_that_can_not_be_worked_with():
    name = "flexjob.full_time_hours"
    figures = sk.PARAMETERS.amend(name, value=0, valid_from=date(2018, 1, 1), source="what-if")
    with pytest.raises(sk.InvalidInput, match=name):
        frames.flexjob_refunds(pl.DataFrame(GOOD), parameters=figures)
