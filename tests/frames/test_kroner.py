from decimal import Decimal

import polars as pl
import pytest
from frames.engines import ENGINES, collected, each_of

import socialkapitel as sk
from socialkapitel import frames
from socialkapitel.money import hundredths

TEXTS = [
    *(
        "18297",
        "18297.00",
        "18297.5",
        "18.297,00",
        "18,297.00",
        "18297,5",
        "1.234.567",
        "1,234,567",
    ),
    *(
        "18.297",
        "18,297",
        "0",
        "0,05",
        " 37 ",
        "12.345",
        "1.23,4",
        "-5",
        "kr. 5",
        "",
        "1e3",
        "5.001",
    ),
]

pytestmark = pytest.mark.filterwarnings("ignore:Dask support is moving out:FutureWarning")


def scalar(text):
    try:
        return hundredths(text.strip(), "pay", most=10**9)
    except sk.InvalidInput:
        return -1


@pytest.mark.parametrize("engine", each_of())
def test_texts_are_read_as_the_calculators_read_them(engine):
    given = pl.DataFrame({"row": [*range(len(TEXTS) + 1)], "starting_pay": [*TEXTS, None]})
    found = collected(frames.from_kroner(ENGINES[engine](given)), engine).sort("row")
    assert ["row", "starting_pay_oere"] == found.columns
    assert [*map(scalar, TEXTS), None] == found["starting_pay_oere"].to_list()


@pytest.mark.parametrize("engine", each_of())
def test_decimals(engine):
    values = [Decimal("18297.00"), Decimal("0.5"), None, Decimal(-1), Decimal("3.005")]
    table = pl.DataFrame(
        {"weekly_hours": values, "row": [*range(5)]},
        schema_overrides={"weekly_hours": pl.Decimal(18, 3)},
    )
    found = collected(frames.from_kroner(ENGINES[engine](table)), engine).sort("row")
    assert [1829700, 50, None, -1, -1] == found["weekly_hours_hundredths"].to_list()


@pytest.mark.parametrize("engine", each_of())
def test_there_and_back(engine):
    values = [0, 5, 50, 1829700, -1, None]
    table = pl.DataFrame({"row": [*range(6)], "pay_oere": values})
    found = frames.to_kroner(ENGINES[engine](table))
    texts = collected(found, engine).sort("row")["pay"].to_list()
    assert ["0.00", "0.05", "0.50", "18297.00", "-0.01", None] == texts
    back = collected(frames.from_kroner(found), engine).sort("row")["pay_oere"].to_list()
    assert values == back


def test_kroner_that_are_there_already_are_not_overwritten():
    with pytest.raises(frames.InvalidFrame, match="already exists"):
        frames.to_kroner(pl.DataFrame({"refund": ["1"], "refund_oere": [1]}))


def test_whole_kroner():
    table = pl.DataFrame({"starting_pay": [18297, -1, None]})
    assert [1829700, -1, None] == frames.from_kroner(table)["starting_pay_oere"].to_list()


def test_a_table_of_ours_comes_back_from_pandas():
    rows = ((Decimal("18297.00"),),)
    table = sk_table(rows).to_frame("pandas", exact=True)
    assert [1829700] == frames.from_kroner(table)["starting_pay_oere"].tolist()


def sk_table(rows):
    from socialkapitel.tables import Column, Table

    return Table(title="pay", columns=(Column("starting_pay", "pay"),), rows=rows)


def test_a_refused_text_refuses_its_row():
    jobs = pl.DataFrame({"weekly_hours": ["37", "18.297"], "on": ["2024-01-01"] * 2}).with_columns(
        pl.col("on").str.to_date()
    )
    found = frames.assistance_allowances(frames.from_kroner(jobs))
    assert ["ok", "invalid-input:weekly_hours_hundredths"] == found["status"].to_list()


def test_other_columns_stay_as_they_are():
    table = pl.DataFrame({"name": ["a"], "starting_pay_oere": [5]})
    assert table.equals(frames.from_kroner(table))


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"starting_pay": [1.5]}, "texts"),
        ({"starting_pay": ["1"], "starting_pay_oere": [1]}, "already exists"),
    ],
)
def test_what_is_refused(columns, told):
    with pytest.raises(frames.InvalidFrame, match=told):
        frames.from_kroner(pl.DataFrame(columns))


def test_what_is_no_frame_is_refused():
    with pytest.raises(frames.InvalidFrame, match=r"builtins\.int"):
        frames.from_kroner(5)
