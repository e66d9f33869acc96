"""Any row is explained as the scalar calculator explains it."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import NamedTuple

import pandas as pd
import polars as pl
import pytest
from frames.rows import MAKERS, random_rows
from redoing import redo

import socialkapitel as sk
from socialkapitel import frames
from socialkapitel.frames.columns import Kind
from socialkapitel.frames.explaining import CALCULATORS

TYPES = {Kind.DAY: pl.Date, Kind.WHOLE: pl.Int64, Kind.TEXT: pl.String}
PLACES = {"ordinary_employees": 75, "on": date(2021, 3, 1)}


class Row(NamedTuple):
    ordinary_employees: int
    on: date
    name: str


class SparkRow(tuple):
    """As Spark has it: a tuple that tells its names."""

    __slots__ = ()

    def asDict(self):  # noqa: N802
        return PLACES


OTHERWISE = {("started_on", "granted_on"), ("pay", "starting_pay_oere")}
"""What the scalar calculator calls what is wrong with a column."""


def frame_of(name):
    schema = {column.name: TYPES[column.kind] for column in CALCULATORS[name].columns}
    return getattr(frames, name)(pl.DataFrame(random_rows(name, 1500), schema=schema))


@pytest.mark.parametrize("name", CALCULATORS)
def test_each_row_has_the_explanation_or_the_error_that_its_status_tells_of(name):
    rows = frame_of(name).to_dicts()
    for row in [*Random(0).sample(rows, 60), *rows[-60:]]:
        code, _, column = row["status"].partition(":")
        if code == "ok":
            redo(frames.explain(row, calculator=name).document())
            continue
        with pytest.raises(sk.SocialkapitelError) as caught:
            frames.explain(row, calculator=name)
        assert code in {caught.value.code, "missing"}
        if code == "missing":
            assert None is caught.value.value
        if code != "not-in-force":
            field = caught.value.field
            assert (
                field == column
                or column.startswith(field)
                or name == "sickness_single_weeks"
                or (field, column) in OTHERWISE
            )


def test_the_explanation_is_the_calculators_own():
    row = {
        "granted_on": date(2006, 3, 1),
        "share": "2/3",
        "starting_pay_oere": 1829700,
        "weekly_hours_hundredths": 3700,
        "month": date(2007, 11, 15),
        "atp_class": "A",
        "other_contributions_oere": 0,
    }
    job = sk.Flexjob(
        granted_on=date(2006, 3, 1),
        share="2/3",
        starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    assert sk.flexjob_refund(job, sk.Month(2007, 11)).explanation == frames.explain(row)


@pytest.mark.parametrize(
    "row",
    [
        PLACES,
        {**PLACES, "on": pd.Timestamp(2021, 3, 1)},
        pd.Series(PLACES),
        pd.Series({**PLACES, "name": "a"}),
        Row(75, date(2021, 3, 1), "a"),
        SparkRow(),
        frames.subsidised_places(pl.DataFrame(PLACES)).row(0, named=True),
    ],
    ids=["mapping", "moment", "Series", "more", "tuple", "Spark", "result"],
)
def test_rows_of_every_kind(row):
    assert 12 == frames.explain(row).steps[-1].value


def test_another_set_of_figures():
    day = date(2020, 1, 1)
    reform = sk.PARAMETERS.amend("quota.per_ten", value="5", valid_from=day, source="a proposal")
    assert 15 == frames.explain(PLACES, parameters=reform).steps[-1].value


@pytest.mark.parametrize("row", [None, 3, [PLACES], ("a", 1)])
def test_what_is_no_row(row):
    with pytest.raises(sk.WrongType, match="row"):
        frames.explain(row)


def test_a_row_with_the_columns_of_several_calculators_needs_the_name():
    with pytest.raises(sk.InvalidInput) as caught:
        frames.explain({**PLACES, "weekly_hours_hundredths": 3700})
    assert "calculator" == caught.value.field
    assert str(caught.value.accepted) == (
        "the name of one calculator; the row has the columns of"
        " subsidised_places, assistance_allowances"
    )


@pytest.mark.parametrize("row", [{}, {"on": date(2021, 3, 1)}])
def test_a_row_that_fits_no_calculator_needs_the_name(row):
    with pytest.raises(sk.InvalidInput, match="the row matches none") as caught:
        frames.explain(row)
    assert all(name in str(caught.value) for name in CALCULATORS)


def test_the_calculator_is_chosen_by_name():
    row = {**PLACES, "weekly_hours_hundredths": 3700}
    assert 12 == frames.explain(row, calculator="subsidised_places").steps[-1].value
    assert 260 == frames.explain(row, calculator="assistance_allowances").steps[-1].value


def test_an_unknown_calculator():
    with pytest.raises(sk.UnknownName, match="did you mean subsidised_places"):
        frames.explain(PLACES, calculator="subsidised_place")


@pytest.mark.parametrize("calculator", [frames.subsidised_places, ["subsidised_places"], 3])
def test_a_calculator_is_given_by_its_name(calculator):
    with pytest.raises(sk.WrongType, match="calculator"):
        frames.explain(PLACES, calculator=calculator)


def test_a_row_that_lacks_columns_of_the_calculator_named():
    with pytest.raises(frames.InvalidFrame, match="on is missing; give dates"):
        frames.explain({"ordinary_employees": 1}, calculator="subsidised_places")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"on": None}, sk.InvalidInput),
        ({"on": pd.NaT}, sk.InvalidInput),
        ({"on": "2021-03-01"}, sk.WrongType),
        ({"ordinary_employees": 75.0}, sk.WrongType),
        ({"ordinary_employees": True}, sk.WrongType),
        ({"ordinary_employees": "75"}, sk.WrongType),
        ({"ordinary_employees": -1}, sk.InvalidInput),
    ],
)
def test_values_that_are_refused(change, error):
    with pytest.raises(error) as caught:
        frames.explain({**PLACES, **change})
    assert [caught.value.field] == list(change)


def test_each_calculator_has_rows_to_be_tested_with():
    assert set(MAKERS) == set(CALCULATORS)


def test_a_row_may_lack_what_its_frame_may_lack():
    row = {
        "first_day": date(2024, 3, 4),
        "week_start": date(2024, 3, 25),
        "absence_hours_hundredths": 3700,
        "contract_hours_hundredths": 3700,
        "hourly_pay_oere": 18500,
        "basis": "section_56",
    }
    assert frames.explain(row) == frames.explain({**row, "full_time_hours_hundredths": None})

    def refund(**full_time):
        steps = frames.explain({**row, **full_time}).steps
        return next(step.value for step in steps if step.rule == "sickness.refund")

    assert refund() == refund(full_time_hours_hundredths=3700) == Decimal("2817.00")
    fewer = {"contract_hours_hundredths": 3400, "absence_hours_hundredths": 3400}
    assert refund(**fewer) < refund(**fewer, full_time_hours_hundredths=3400) == refund()
    del row["basis"]
    with pytest.raises(frames.InvalidFrame, match="basis is missing"):
        frames.explain(row, calculator="sickness_single_weeks")
