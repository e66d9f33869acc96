"""What goes in comes out, with columns added: the same kind of frame, as lazy as it was."""

from datetime import date, datetime

import narwhals
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest

import socialkapitel as sk
from socialkapitel import frames

ROW = {"ordinary_employees": 75, "on": date(2021, 3, 1)}
GIVEN = pl.DataFrame([ROW, {**ROW, "on": date(2012, 12, 31)}, {**ROW, "on": None}])
STATUS = ["ok", "not-in-force", "missing:on"]


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

    both = [(4_901_575, 3_267_717, "ok"), (2_500_000, 1_250_000, "ok"), (0, 0, "not-in-force")]
    assert both == found(**started) == found(**started, **rest)
    alone = found()
    assert both[0] == alone[0]
    assert "missing:granted_on" == alone[1][-1]
    assert "ok" == alone[2][-1]
