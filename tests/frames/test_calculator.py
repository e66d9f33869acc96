"""A frame's columns as calculators read them, and the plan that adds others in stages."""

from datetime import date

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from frames.rows import random_rows

import socialkapitel as sk
from socialkapitel import frames
from socialkapitel.frames.calculator import Inputs, QueryPlan, query_plan
from socialkapitel.frames.columns import Kind, day, statistics_of, text, whole
from socialkapitel.frames.explaining import CALCULATORS
from socialkapitel.frames.logic import column, pick
from socialkapitel.frames.status import first_fault

COLUMNS = (
    day("on"),
    whole("pay", 1, 9),
    text("share", ("1/2", "2/3")),
    whole("rate", 1, 9, optional=True),
)
GOOD = {"on": date(2007, 1, 1), "pay": 5, "share": "1/2", "rate": None}
TYPES = {"on": pl.Date, "pay": pl.Int64, "share": pl.String, "rate": pl.Int64}


def read(rows, *, looked=True, **types):
    frame = nw.from_native(pl.DataFrame(rows, schema={**TYPES, **types}))
    statistics = statistics_of(frame, COLUMNS) if looked else None
    return frame, Inputs(COLUMNS, frame.schema, statistics)


def worked_out(frame, inputs, value):
    for stage in inputs.stages:
        frame = frame.with_columns(**stage)
    return frame.with_columns(found=column(value))["found"]


def values(frame, inputs, value):
    return worked_out(frame, inputs, value).to_list()


@pytest.mark.parametrize("looked", [True, False])
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "ok"),
        ({"rate": 9}, "ok"),
        ({"on": None}, "missing:on"),
        ({"on": date(1899, 12, 31)}, "invalid-input:on"),
        ({"on": date(2200, 1, 1)}, "invalid-input:on"),
        ({"pay": None}, "missing:pay"),
        ({"pay": 0}, "invalid-input:pay"),
        ({"pay": 10, "share": "x"}, "invalid-input:pay"),
        ({"share": None}, "missing:share"),
        ({"share": "2/4"}, "invalid-input:share"),
        ({"rate": 0}, "invalid-input:rate"),
    ],
)
def test_faults_of_columns(change, code, looked):
    frame, inputs = read([GOOD, {**GOOD, **change}], looked=looked)
    assert ["ok", code] == values(frame, inputs, first_fault(inputs.faults()))


def test_nothing_is_guarded_against_that_was_seen_not_to_be():
    _, inputs = read([{**GOOD, "rate": 3}])
    assert "ok" == first_fault(inputs.faults())
    assert inputs.given("rate") is True
    assert inputs.is_text("share", "1/2") is True
    assert inputs.is_text("share", "2/3") is False
    assert str(nw.col("pay")) == str(inputs.whole("pay"))


@pytest.mark.parametrize("looked", [True, False])
def test_whole_numbers_stay_within_their_bounds(looked):
    rows = [{**GOOD, "pay": pay} for pay in (1, 9, 10, -(2**62), None)]
    frame, inputs = read(rows, looked=looked)
    assert [1, 9, 1, 1, 1] == values(frame, inputs, inputs.whole("pay"))


def test_narrower_numbers_are_widened():
    frame, inputs = read([GOOD], pay=pl.Int8)
    assert nw.Int64 == worked_out(frame, inputs, inputs.whole("pay") * 1000).dtype


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical, pl.Enum(["1/2", "2/3"])])
@pytest.mark.parametrize("looked", [True, False])
def test_texts_of_every_type(dtype, looked):
    rows = [GOOD, {**GOOD, "share": "2/3"}, {**GOOD, "share": None}]
    frame, inputs = read(rows, looked=looked, share=dtype)
    assert [0, 1, 0] == values(frame, inputs, pick(inputs.is_text("share", "2/3"), 1, 0))
    assert ["ok", "ok", "missing:share"] == values(frame, inputs, first_fault(inputs.faults()))


def test_what_is_kept_has_names_that_the_frame_has_not():
    frame = nw.from_native(
        pl.DataFrame({"_socialkapitel_0_0": [1], **{k: [GOOD[k]] for k in GOOD}})
    )
    inputs = Inputs(COLUMNS, frame.schema, None)
    kept = inputs.keep(nw.col("pay") + 1, 7, nw.col("pay") + 2)
    inputs.keep(7)
    [stage] = inputs.stages
    assert 7 == kept[1]
    assert 2 == len(stage)
    assert not set(stage) & set(frame.columns)
    assert [6] == values(frame, inputs, kept[0])


def test_what_has_been_kept_is_not_kept_again():
    frame, inputs = read([GOOD])
    (kept,) = inputs.keep(nw.col("pay") + 1)
    again, more = inputs.keep(kept, kept + 1)
    assert again is kept
    assert [1, 1] == [len(stage) for stage in inputs.stages]
    assert [7] == values(frame, inputs, more)


def test_a_plan_for_some_results_has_no_other_columns_and_few_stages():
    a, b, c = (pl.col(name) for name in "abc")
    stages = [{"b": a + 1, "x": a}, {"c": a * 2}, {"y": b}, {"d": b + c, "e": c, "f": pl.lit(7)}]
    plan = QueryPlan(stages).only_for(["d", "f"])
    made, passed = zip(*plan.stages, strict=True)
    assert [["b", "c", "f"], ["d"]] == list(map(list, made))
    assert ([], ["f"]) == passed
    for in_turn in (True, False):
        found = plan.results_of(pl.LazyFrame({"a": [1, 10]}), in_turn=in_turn)
        assert [(4, 7), (31, 7)] == found.collect().rows()


PLACES = CALCULATORS["subsidised_places"]
FINE = pl.DataFrame({"ordinary_employees": [75, 9], "on": [date(2021, 3, 1)] * 2})
EARLY = FINE.with_columns(on=pl.lit(date(2012, 12, 31)))
BAD = pl.DataFrame({"ordinary_employees": [75, -1], "on": [date(2021, 3, 1), None]})


def plan_for(frame, api):
    wrapped = nw.from_native(frame)
    statistics = statistics_of(wrapped, PLACES.columns)
    return query_plan(PLACES, sk.PARAMETERS, wrapped.schema, statistics, api)


@pytest.mark.parametrize(
    ("frame", "places", "status"),
    [
        (FINE, [12, 1], ["ok"] * 2),
        (EARLY, [0, 0], ["not-in-force:quota.places"] * 2),
        (BAD, [12, 0], ["ok", "invalid-input:ordinary_employees"]),
    ],
)
def test_narwhals_words_and_those_of_polars_say_the_same(frame, places, status):
    said = [
        plan_for(frame, nw).add_to(nw.from_native(frame)).to_native(),
        plan_for(frame, pl).add_to(frame),
    ]
    for found in said:
        assert places == found["places"].to_list()
        assert status == found["status"].to_list()


def test_the_status_is_plain_where_nothing_can_be_wrong():
    stages = plan_for(FINE, pl).stages
    assert ["places", "status"] == sorted(stages[-1])
    assert "ok" == pl.select(stages[-1]["status"]).item()
    assert ["status"] == list(plan_for(BAD, pl).stages[-2])


def test_shallow_expressions_give_the_same():
    """Spark Connect takes no expressions that nest deep."""
    calculator, rows = CALCULATORS["flexjob_refunds"], random_rows("flexjob_refunds", 600)
    types = {Kind.DAY: pl.Date, Kind.WHOLE: pl.Int64, Kind.TEXT: pl.String}
    schema = {each.name: types[each.kind] for each in calculator.columns}
    frame = nw.from_native(pl.DataFrame(rows, schema=schema))
    found = [
        query_plan(calculator, sk.PARAMETERS, frame.schema, None, shallow=shallow)
        .add_to(frame)
        .select(*calculator.added, "status")
        .to_native()
        for shallow in (False, True)
    ]
    assert found[0].equals(found[1])


def test_a_job_that_begins_in_a_month_changes_no_other_row():
    """Where every job has begun before, the days of the month are left out of the work."""
    known = {
        "granted_on": date(2011, 10, 3),
        "share": "2/3",
        "starting_pay_oere": 2_960_000,
        "weekly_hours_hundredths": 3700,
        "atp_class": "A",
        "other_contributions_oere": 0,
    }
    months = [known | {"month": date(year, month, 1)} for year in (2012, 2024) for month in (1, 12)]
    held = pl.DataFrame(months)
    among = pl.DataFrame(
        [*months, known | {"granted_on": date(2012, 1, 16), "month": date(2012, 1, 1)}]
    )
    alone, all_of_them = frames.flexjob_refunds(held), frames.flexjob_refunds(among)

    assert alone.rows() == all_of_them.rows()[:-1]
    job = sk.Flexjob(
        granted_on=known["granted_on"],
        share="2/3",
        starting_pay=sk.Pay.monthly("29600.00"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    assert [
        int(sk.flexjob_refund(job, sk.Month.of(one["month"])).amount * 100) for one in months
    ] == (alone["refund_oere"].to_list())
    assert 0 < all_of_them["refund_oere"][-1] < alone["refund_oere"][0]

    assert stages_for(held) < stages_for(among)


def stages_for(frame):
    calculator = CALCULATORS["flexjob_refunds"].reading(frame.columns)
    wrapped = nw.from_native(frame)
    statistics = statistics_of(wrapped, calculator.columns)
    return len(query_plan(calculator, sk.PARAMETERS, wrapped.schema, statistics).stages)
