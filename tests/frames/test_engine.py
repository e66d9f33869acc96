"""What goes in comes out with columns added, as lazy as it was, or is refused at once."""

import pickle
import re
from datetime import date, datetime

import duckdb
import narwhals
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frames.rows import random_rows

import socialkapitel as sk
from socialkapitel import frames
from socialkapitel.frames.columns import Kind
from socialkapitel.frames.engine import Batches
from socialkapitel.frames.explaining import CALCULATORS

ROW = {"ordinary_employees": 75, "on": date(2021, 3, 1)}
GIVEN = pl.DataFrame([ROW, {**ROW, "on": date(2012, 12, 31)}, {**ROW, "on": None}])
STATUS = ["ok", "not-in-force:quota.places", "missing:on"]


def test_the_columns_are_added_after_those_there_and_these_stay_as_they_are():
    given = GIVEN.with_columns(name=pl.Series(["a", "b", "c"]), place=pl.lit(1.5))
    found = frames.subsidised_places(given)
    assert found.drop("places", "status").equals(given)
    assert [*given.columns, "places", "status"] == found.columns
    assert [12, 0, 0] == found["places"].to_list()
    assert STATUS == found["status"].to_list()


def test_nothing_is_run_of_a_lazy_frame():
    def refuse(frame):
        raise AssertionError(frame)

    lazy = GIVEN.lazy().map_batches(refuse, schema=dict(GIVEN.schema))
    found = frames.subsidised_places(lazy)
    assert isinstance(found, pl.LazyFrame)
    assert ["ordinary_employees", "on", "places", "status"] == found.collect_schema().names()
    with pytest.raises(AssertionError):
        found.collect()


@pytest.mark.parametrize("wrap", [nw.from_native, narwhals.from_native], ids=["v2", "main"])
@pytest.mark.parametrize("frame", [GIVEN, GIVEN.lazy()], ids=["eager", "lazy"])
def test_a_frame_that_narwhals_wrapped_comes_back_wrapped(wrap, frame):
    given = wrap(frame)
    found = frames.subsidised_places(given)
    assert type(given) is type(found)
    assert STATUS == found.lazy().collect()["status"].to_list()


def test_the_index_of_pandas_stays():
    given = pd.DataFrame(
        {"ordinary_employees": [9, 75], "on": [datetime(2021, 3, 1, 12)] * 2}, index=[7, 3]
    )
    found = frames.subsidised_places(given)
    assert {7: 1, 3: 12} == found["places"].to_dict()
    assert given["on"].dtype == found["on"].dtype


@pytest.mark.filterwarnings("ignore:Dask support is moving out:FutureWarning")
def test_parts_without_rows():
    from dask import dataframe

    given = pd.DataFrame({"ordinary_employees": [9, 75], "on": [pd.Timestamp(2021, 3, 1)] * 2})
    parts = dataframe.from_pandas(given, npartitions=2)
    found = frames.subsidised_places(parts[parts["ordinary_employees"] > 9]).compute()
    assert [12] == found["places"].to_list()


def test_another_set_of_figures():
    day = date(2020, 1, 1)
    reform = sk.PARAMETERS.amend("quota.per_ten", value="5", valid_from=day, source="a proposal")
    found = frames.subsidised_places(GIVEN, parameters=reform)
    assert 15 == sk.subsidised_places(75, ROW["on"], parameters=reform).places
    assert [15, 0, 0] == found["places"].to_list()


@pytest.mark.parametrize("lazy", [True, False])
def test_a_frame_may_lack_columns_that_are_extra(lazy):
    """A row is what it is with empty ones; some of them may be there."""
    needed = {
        "granted_on": [date(2008, 3, 1), None, date(2008, 3, 1)],
        "share": ["2/3", "1/2", "1/2"],
        "starting_pay_oere": [5_200_000, 2_500_000, 2_500_000],
        "weekly_hours_hundredths": [3700, 3700, 3700],
        "month": [date(2024, 3, 1)] * 3,
        "atp_class": ["A", None, "A"],
        "other_contributions_oere": [600_000, 0, 0],
    }
    started = {"started_on": [None, date(2006, 7, 4), date(2013, 2, 1)]}
    rest = {
        "ended_on": pl.Series([None] * 3, dtype=pl.Date),
        "pay_per": pl.Series([None] * 3, dtype=pl.String),
        "paid_hours_hundredths": pl.Series([None] * 3, dtype=pl.Int64),
        "actual_pay_oere": pl.Series([None] * 3, dtype=pl.Int64),
    }

    def found(**columns):
        frame = pl.DataFrame({**needed, **columns})
        worked = frames.flexjob_refunds(frame.lazy() if lazy else frame).lazy().collect()
        return worked.select("basis_oere", "refund_oere", "status").rows()

    both = [
        (4_901_575, 3_267_717, "ok"),
        (2_500_000, 1_250_000, "ok"),
        (0, 0, "not-in-force:flexjob.start"),
    ]
    assert both == found(**started) == found(**started, **rest)
    alone = found()
    assert both[0] == alone[0]
    assert "missing:granted_on" == alone[1][-1]
    assert "ok" == alone[2][-1]


JOBS = {
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
    frame = pl.DataFrame(JOBS).drop("month", "atp_class").with_columns(status=pl.lit("mine"))
    frame = frame.with_columns(pl.col("starting_pay_oere").cast(pl.Float64), share=1)
    told = problems(frame)
    assert [told.split(" ", 1)[0] for told in told] == [
        *("share", "starting_pay_oere", "month", "atp_class", "status"),
    ]
    assert "is of type Float64; give whole øre, hundredths of hours or people" in told[1]
    assert "is missing; give dates without time zone, as Date" in told[2]
    assert "already exists and would be overwritten; rename or drop it" in told[4]


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_column_is_asked_for_but_those_that_a_frame_may_lack(name):
    told = problems(pl.DataFrame({"other": [1]}), getattr(frames, name))
    needed = [column.name for column in CALCULATORS[name].columns if not column.extra]
    assert needed == [problem.split(" ", 1)[0] for problem in told]


def test_a_column_that_a_frame_may_lack_is_checked_where_it_has_it():
    frame = pl.DataFrame(JOBS).with_columns(started_on=pl.lit("2006-03-01"))
    [told] = problems(frame)
    assert told.startswith("started_on is of type String; give dates")


@pytest.mark.parametrize("lazy", [True, False])
def test_columns_are_checked_before_a_lazy_frame_is_run(lazy):
    frame = pl.DataFrame(JOBS).with_columns(pl.col("month").cast(pl.String))
    assert 1 == len(problems(frame.lazy() if lazy else frame))


def test_pandas_columns_of_objects_or_gaps_are_no_days_or_whole_numbers():
    frame = pd.DataFrame({**JOBS, "starting_pay_oere": [None]}, dtype=object)
    frame["other_contributions_oere"] = [float("nan")]
    told = problems(frame)
    assert ["granted_on", "starting_pay_oere"] == [told[0].split()[0], told[1].split()[0]]
    assert told[-1].startswith("other_contributions_oere is of type Float64")


def test_a_frame_without_rows():
    assert ["the frame has no rows; give at least one"] == problems(pl.DataFrame(JOBS).clear())
    told = problems(pl.DataFrame())
    assert 8 == len(told)


def test_a_column_of_shares_written_another_way():
    frame = pl.DataFrame({**JOBS, "share": ["50 %"], "atp_class": ["a"]})
    assert problems(frame) == [
        "share has no known text; write one of 1/2, 2/3",
        "atp_class has no known text; write one of A, B, C, D, E, F",
    ]


def test_unknown_texts_are_told_beside_what_else_is_wrong():
    frame = pl.DataFrame({**JOBS, "share": ["50 %"], "starting_pay_oere": [18297.0]})
    told = problems(frame.drop("month"))
    assert [told.split(" ", 1)[0] for told in told] == ["starting_pay_oere", "month", "share"]
    assert "share has no known text; write one of 1/2, 2/3" == told[-1]


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
    frame = pl.concat([pl.DataFrame(JOBS), pl.DataFrame({**JOBS, "share": ["50 %"]})])
    assert ["ok", "invalid-input:share"] == frames.flexjob_refunds(frame)["status"].to_list()


@pytest.mark.parametrize("thing", [None, 3, JOBS, [JOBS], pl.Series([1]), pd.Series([1])])
def test_what_is_no_frame(thing):
    [told] = problems(thing)
    assert "is not a supported frame; give one of polars, pandas, pyarrow, duckdb" in told


def test_an_engine_that_is_not_supported(monkeypatch):
    supported = {nw.Implementation.PANDAS: "pandas"}
    monkeypatch.setattr("socialkapitel.frames.engine._ENGINES", supported)
    told = problems(pl.DataFrame(JOBS).drop("month"))
    assert told[0].startswith("'polars.dataframe.frame.DataFrame' is not a supported frame")
    assert told[1].startswith("month is missing")


def test_parameters_that_are_none():
    with pytest.raises(sk.WrongType, match="parameters"):
        frames.flexjob_refunds(pl.DataFrame(JOBS), parameters={})


def test_figures_that_can_not_be_worked_with():
    name = "flexjob.full_time_hours"
    figures = sk.PARAMETERS.amend(name, value=0, valid_from=date(2018, 1, 1), source="what-if")
    with pytest.raises(sk.InvalidInput, match=name):
        frames.flexjob_refunds(pl.DataFrame(JOBS), parameters=figures)


FLEXJOBS = CALCULATORS["flexjob_refunds"]
TYPES = {Kind.DAY: pl.Date, Kind.WHOLE: pl.Int64, Kind.TEXT: pl.String}
SCHEMA = {column.name: TYPES[column.kind] for column in FLEXJOBS.columns}
ROWS = pl.DataFrame(random_rows("flexjob_refunds", 3000), schema=SCHEMA)
JOB = pl.concat(
    [
        ROWS.clear(),
        pl.DataFrame(
            {
                "granted_on": [date(2006, 3, 1)],
                "share": ["2/3"],
                "starting_pay_oere": [1829700],
                "weekly_hours_hundredths": [3700],
                "month": [date(2007, 11, 1)],
                "atp_class": ["A"],
                "other_contributions_oere": [0],
            }
        ),
    ],
    how="diagonal",
)


def batches(frame=ROWS):
    types = nw.from_native(frame).schema
    return Batches(FLEXJOBS, sk.PARAMETERS, types, None)


def test_batches_of_any_size_give_the_rows_of_one():
    whole = frames.flexjob_refunds(ROWS)
    lazy = frames.flexjob_refunds(ROWS.lazy())
    assert whole.equals(lazy.collect(engine="in-memory"))
    for size, rows in ((1, 20), (64, 1000), (5000, len(ROWS))):
        with pl.Config(streaming_chunk_size=size):
            assert whole.head(rows).equals(lazy.head(rows).collect(engine="streaming"))


def test_rows_that_come_all_at_once_give_those_of_a_stream(monkeypatch):
    streamed = frames.flexjob_refunds(ROWS)
    monkeypatch.setattr("socialkapitel.frames.engine._STREAMED", len(ROWS) - 1)
    lazy = frames.flexjob_refunds(ROWS.lazy())
    assert streamed.equals(lazy.collect(engine="in-memory"))


def test_batches_of_which_the_same_was_seen_share_a_plan():
    worker, given = batches(), JOB.to_struct("rows")
    found = [worker.work_out(given) for _ in range(3)]
    assert [1230640] * 3 == [one.struct.field("refund_oere").item() for one in found]
    assert 1 == len(worker._plans)


def test_plans_are_not_kept_without_end():
    worker = batches()
    for year in range(2007, 2050):
        worker.work_out(JOB.with_columns(month=pl.lit(date(year, 1, 1))).to_struct("rows"))
        assert len(worker._plans) <= 16


ALONE = [name for name, calculator in CALCULATORS.items() if calculator.by is None]


@pytest.mark.parametrize(("engine", "count"), [(pl.DataFrame, 20), (pl.DataFrame.to_arrow, 4)])
@pytest.mark.parametrize("name", ALONE)
def test_a_row_alone_of_which_every_day_is_known_gives_the_same(name, engine, count):
    schema = {column.name: TYPES[column.kind] for column in CALCULATORS[name].columns}
    # A text that is not accepted refuses a frame of no other.
    known = [
        pl.col(column.name).is_in(column.texts) | pl.col(column.name).is_null()
        for column in CALCULATORS[name].columns
        if column.kind is Kind.TEXT
    ]
    rows = pl.DataFrame(random_rows(name, 700), schema=schema).filter(True, *known)
    rows = rows.gather_every(len(rows) // count).head(count)  # of all years
    together = pl.DataFrame(getattr(frames, name)(engine(rows)))
    for place in range(len(rows)):
        alone = getattr(frames, name)(engine(rows[place]))
        assert together[place].equals(pl.DataFrame(alone))


def test_a_batch_without_rows():
    found = batches().work_out(JOB.clear().to_struct("rows"))
    assert found.is_empty()
    assert ["basis_oere", "ceiling_oere", "atp_oere", "refund_oere", "status"] == (
        found.struct.fields
    )


def test_only_the_columns_that_are_needed_are_read(tmp_path):
    more = ROWS.with_columns(name=pl.lit("a"), other=pl.lit(1), unasked=pl.lit(2))
    more.write_parquet(tmp_path / "rows")
    lazy = frames.flexjob_refunds(pl.scan_parquet(tmp_path / "rows"))
    asked = lazy.filter(pl.col("name") == "a").select("refund_oere", "other")
    told = asked.explain(engine="streaming")
    assert "PROJECT 14/15 COLUMNS" in told, told
    assert re.search(r'SELECTION: .*"name"', told), told
    assert frames.flexjob_refunds(ROWS)["refund_oere"].equals(asked.collect()["refund_oere"])


@pytest.mark.parametrize("name", ["_socialkapitel", "_socialkapitel_"])
def test_columns_of_any_name_stay(name):
    given = JOB.with_columns(pl.lit(7).alias(name), pl.lit(8).alias(f"{name}_"))
    found = frames.flexjob_refunds(given)
    assert found.select(given.columns).equals(given)


def test_what_works_out_batches_can_be_sent_elsewhere():
    sent = pickle.loads(pickle.dumps(batches()))
    assert 1230640 == sent.work_out(JOB.to_struct("rows")).struct.field("refund_oere").item()


@pytest.mark.parametrize("value", ["0", "168.01"])
def test_figures_are_refused_before_any_row_is_run(value):
    name = "flexjob.full_time_hours"
    day = date(2018, 1, 1)
    figures = sk.PARAMETERS.amend(name, value=value, valid_from=day, source="what-if")
    with pytest.raises(sk.InvalidInput, match=name):
        frames.flexjob_refunds(ROWS.lazy(), parameters=figures)
