"""Frames of polars are worked out in batches, each by the plan that fits it, and stay lazy."""

import pickle
import re
from datetime import date

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from frames.rows import random_rows

import socialkapitel as sk
from socialkapitel import frames
from socialkapitel.frames.batches import Batches
from socialkapitel.frames.columns import Kind
from socialkapitel.frames.explain import CALCULATORS

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
    for size, rows in ((1, 50), (64, 1000), (5000, len(ROWS))):
        with pl.Config(streaming_chunk_size=size):
            assert whole.head(rows).equals(lazy.head(rows).collect(engine="streaming"))


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
