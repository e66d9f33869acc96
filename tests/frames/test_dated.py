"""A figure by row is the parameter's own on the row's day, on every day on which one changes."""

from datetime import date, timedelta
from decimal import Decimal

import narwhals.stable.v2 as nw
import polars as pl
import pytest

import socialkapitel as sk
from socialkapitel.frames.dated import figure_on, known_on
from socialkapitel.frames.day_column import DayColumn
from socialkapitel.frames.logic import column, pick

DAY = timedelta(days=1)
DAYS = DayColumn("day")


def beside(parameter):
    ends = [f.valid_to + DAY for f in parameter.figures if f.valid_to]
    changes = {*(f.valid_from for f in parameter.figures), *ends}
    return sorted({change + number * DAY for change in changes for number in (-1, 0, 1)})


def looked_up(parameter, days):
    dated = figure_on(parameter, DAYS)
    frame = nw.from_native(pl.DataFrame({"day": days}))
    found = frame.select(value=column(dated.value), known=column(pick(dated.known, 1, 0)))
    return found.rows()


@pytest.mark.parametrize("parameter", sk.PARAMETERS, ids=lambda parameter: parameter.name)
def test_every_change_of_every_parameter(parameter):
    days = beside(parameter)
    found = dict(zip(days, looked_up(parameter, days), strict=True))
    known = {day: parameter.covers(day) for day in days}
    assert known == {day: bool(is_known) for day, (_, is_known) in found.items()}
    assert {day: parameter.on(day).value for day in days if known[day]} == {
        day: Decimal(value).scaleb(-2) for day, (value, _) in found.items() if known[day]
    }


def test_one_value_is_plain_and_figures_that_adjoin_are_one_period():
    parameter = sk.PARAMETERS["atp.band.full_hours"]
    assert 2 == len(parameter.figures)
    since = DayColumn("day", first=date(2008, 12, 31), last=date(2009, 1, 1))
    assert 11700 == figure_on(parameter, DAYS).value
    assert known_on(parameter, since) is True


@pytest.mark.parametrize(
    ("name", "value"),
    [("flexjob.full_time_hours", "168.01"), ("flex_wage_supplement.reduction_above", "100.01")],
)
def test_a_figure_that_columns_have_no_room_for(name, value):
    day = date(2018, 1, 1)
    figures = sk.PARAMETERS.amend(name, value=value, valid_from=day, source="what-if")
    with pytest.raises(sk.InvalidInput, match=f"^{name}: .*give a figure of at most 1") as caught:
        figure_on(figures[name], DAYS)
    assert Decimal(value) == caught.value.value
