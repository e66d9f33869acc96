"""A plan adds columns in stages, and leaves out what can't happen."""

from datetime import date

import narwhals.stable.v2 as nw
import polars as pl
import pytest

import socialkapitel as sk
from socialkapitel.frames.explain import CALCULATORS
from socialkapitel.frames.plan import plan
from socialkapitel.frames.seen import look_at

PLACES = CALCULATORS["subsidised_places"]
GOOD = pl.DataFrame({"ordinary_employees": [75, 9], "on": [date(2021, 3, 1)] * 2})
EARLY = GOOD.with_columns(on=pl.lit(date(2012, 12, 31)))
BAD = pl.DataFrame({"ordinary_employees": [75, -1], "on": [date(2021, 3, 1), None]})


def plan_for(frame, words):
    wrapped = nw.from_native(frame)
    seen = look_at(wrapped, PLACES.columns)
    return plan(PLACES, sk.PARAMETERS, wrapped.schema, seen, words)


@pytest.mark.parametrize(
    ("frame", "places", "status"),
    [
        (GOOD, [12, 1], ["ok"] * 2),
        (EARLY, [0, 0], ["not-in-force"] * 2),
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
    stages = plan_for(GOOD, pl).stages
    assert ["places", "status"] == sorted(stages[-1])
    assert "ok" == pl.select(stages[-1]["status"]).item()
    assert ["status"] == list(plan_for(BAD, pl).stages[-2])
