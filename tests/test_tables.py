import sys
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from openpyxl import load_workbook

import socialkapitel as sk
from socialkapitel.tables import LIBRARIES, Amount, plain, word_cell
from socialkapitel.whatif import Column, Table

TABLE = Table(
    title=sk.Label(en="Amounts <1>", da="Beløb <1>"),
    columns=(
        Column("case", sk.Label(en="Case", da="Sag")),
        Column("month", "mm"),
        Column("amount", sk.Label(en="Amount", da="Beløb")),
    ),
    rows=(
        ("a & b", sk.Month(2024, 3), Decimal("12306.40")),
        ("c", sk.Month(2024, 4), None),
    ),
)

TEXT_EN = """\
Amounts <1>

Case   mm             Amount
----------------------------
a & b  March 2024  12,306.40
c      April 2024"""
TEXT_DA = """\
Beløb <1>

Sag    mm              Beløb
----------------------------
a & b  marts 2024  12.306,40
c      april 2024"""


def test_a_table_is_written_in_both_languages():
    assert TEXT_EN == str(TABLE) == TABLE.render("en")
    assert TEXT_DA == TABLE.render("da")


def test_a_table_shows_itself_as_html():
    html = TABLE.html("da")

    assert TABLE._repr_html_() == TABLE.html("en")
    assert '<div class="socialkapitel-table" lang="da">' in html
    assert "<strong>Beløb &lt;1&gt;</strong>" in html
    assert '<td style="text-align: left">a &amp; b</td>' in html
    assert '<td style="text-align: right">12.306,40</td>' in html
    assert '<th scope="col" style="text-align: right">Beløb</th>' in html


def test_a_column_is_had_by_name():
    assert (Decimal("12306.40"), None) == TABLE["amount"]
    assert ("case", "month", "amount") == TABLE.names
    assert 2 == len(TABLE)
    assert list(TABLE.rows) == list(TABLE)


def test_an_unknown_column_is_told_with_the_nearest():
    with pytest.raises(sk.UnknownName, match=r"unknown column: 'amounts'; .* amount"):
        TABLE["amounts"]


def test_a_table_never_changes():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        TABLE.rows = ()


@pytest.mark.parametrize(
    "show", [TABLE.render, TABLE.html, lambda other: TABLE.to_frame("polars", other)]
)
def test_another_language_is_refused(show):
    with pytest.raises(sk.UnknownName, match="unknown language: 'fr'"):
        show("fr")


class TestFrames:
    def test_polars(self):
        frame = TABLE.to_frame("polars")

        assert isinstance(frame, pl.DataFrame)
        assert [date(2024, 3, 1), date(2024, 4, 1)] == frame["month"].to_list()
        assert [Decimal("12306.40"), None] == frame["amount"].to_list()

    def test_pandas(self):
        frame = TABLE.to_frame("pandas")

        assert isinstance(frame, pd.DataFrame)
        assert ["case", "month", "amount"] == list(frame.columns)
        # Of its own types, which pandas can draw; an amount is the nearest double.
        assert ["datetime64[s]", "float64"] == [str(frame[name].dtype) for name in frame][1:]
        assert [12306.4] == frame["amount"].dropna().tolist()
        assert ["amount"] == list(frame.select_dtypes("number"))

    def test_pandas_with_exact_amounts(self):
        frame = TABLE.to_frame("pandas", exact=True)

        assert Decimal("12306.40") == frame["amount"].sum()
        assert pd.api.types.is_numeric_dtype(frame["amount"])
        assert date(2024, 3, 1) == frame["month"][0]

    def test_without_pyarrow_pandas_has_no_exact_amounts(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyarrow", None)

        with pytest.raises(sk.InvalidInput, match="'pyarrow'"):
            TABLE.to_frame("pandas", exact=True)

    @pytest.mark.parametrize(
        ("values", "dtype"),
        [
            ((1, 2), "int64"),
            ((1, None), "Int64"),
            ((1, Decimal("0.5")), "float64"),
            ((True, False), "bool"),
            ((True, None), "boolean"),
            ((date(2024, 3, 1), None), "datetime64[s]"),
            ((None, None), "object"),
        ],
    )
    def test_types_of_pandas(self, values, dtype):
        table = attrs.evolve(TABLE, rows=tuple((value, None, None) for value in values))

        assert dtype == str(table.to_frame("pandas")["case"].dtype)

    def test_pyarrow(self):
        frame = TABLE.to_frame("pyarrow")

        assert isinstance(frame, pa.Table)
        assert [Decimal("12306.40"), None] == frame["amount"].to_pylist()

    @pytest.mark.parametrize("library", LIBRARIES)
    def test_texts_are_in_the_language(self, library):
        table = attrs.evolve(TABLE, rows=((sk.Label(en="yes", da="ja"), None, None),))

        assert "ja" == str(table.to_frame(library, "da")["case"][0])

    def test_another_library_is_refused(self):
        with pytest.raises(sk.UnknownName, match="unknown frame library: 'spark'"):
            TABLE.to_frame("spark")

    def test_a_library_that_is_no_text_is_refused(self):
        with pytest.raises(sk.WrongType, match="library"):
            TABLE.to_frame(pl)

    def test_without_narwhals_the_extra_is_named(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)

        with pytest.raises(sk.MissingExtra, match=r"install socialkapitel\[frames\]"):
            TABLE.to_frame("polars")

    def test_without_the_library_its_name_is_told(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "polars", None)

        with pytest.raises(sk.InvalidInput, match=r"'polars' .* a library that is installed"):
            TABLE.to_frame("polars")


CELLS = [
    (None, "", "", None),
    ("§ 56", "§ 56", "§ 56", "§ 56"),
    (sk.Label(en="Case", da="Sag"), "Case", "Sag", "Sag"),
    (True, "yes", "ja", True),
    (False, "no", "nej", False),
    (1234, "1,234", "1.234", 1234),
    (Decimal("1234.50"), "1,234.50", "1.234,50", Decimal("1234.50")),
    (Decimal(516756), "516,756", "516.756", Decimal(516756)),
    (Decimal("NaN"), None, None, Decimal("NaN")),
    (Fraction(1, 3), "0.33", "0,33", "1/3"),
    (date(2024, 3, 1), "1 March 2024", "1. marts 2024", date(2024, 3, 1)),
    (sk.Month(2024, 3), "March 2024", "marts 2024", date(2024, 3, 1)),
    (sk.Week(2024, 3), "week 3, 2024", "uge 3 i 2024", "uge 3 i 2024"),
    (sk.Share("2/3"), "2/3", "2/3", "2/3"),
    (sk.Pay.hourly("114.12"), "DKK 114.12 an hour", "114,12 kr. pr. time", Decimal("114.12")),
    (Amount(Decimal("37.00"), sk.Unit.HOURS), "37 hours", "37 timer", "37.00"),
    (Amount(Fraction(1, 3), sk.Unit.HOURS), "0.33 hours", "0,33 timer", "1/3"),
    (sk.Outcome.FULFILLED, "fulfilled", "opfyldt", "fulfilled"),
    (sk.Evidence.DERIVED, "derived", "udledt", "derived"),
    (sk.PaidTo.EMPLOYEE, "the employee", "medarbejderen", "employee"),
    (sk.Unit.DKK, "DKK", "DKK", "DKK"),
]


@pytest.mark.parametrize(("value", "english", "danish", "_plain"), CELLS, ids=str)
def test_cells_are_worded(value, english, danish, _plain):
    if english is None:
        with pytest.raises(sk.InvalidInput):
            word_cell(value, "en")
    else:
        assert (english, danish) == (word_cell(value, "en"), word_cell(value, "da"))


@pytest.mark.parametrize(("value", "_english", "_danish", "expected"), CELLS, ids=str)
def test_cells_are_handed_over(value, _english, _danish, expected):
    assert str(expected) == str(plain(value, "da"))
    assert type(expected) is type(plain(value, "da"))


# --- as a workbook ----------------------------------------------------------


def opened(table, language="en"):
    return load_workbook(BytesIO(table.to_xlsx(language))).active


def test_a_workbook_has_heads_rows_and_filters():
    sheet = opened(TABLE, "da")
    assert "Beløb <1>" == sheet["A1"].value
    assert ["Sag", "mm", "Beløb"] == [cell.value for cell in sheet[3]]
    assert ["a & b", datetime(2024, 3, 1), 12306.4] == [cell.value for cell in sheet[4]]  # noqa: DTZ001
    assert ["c", datetime(2024, 4, 1), None] == [cell.value for cell in sheet[5]]  # noqa: DTZ001
    assert "[$-406]mmmm\\ yyyy" == sheet["B4"].number_format.replace("mmmm yyyy", "mmmm\\ yyyy")
    assert "#,##0.00" == sheet["C4"].number_format
    assert "A3:C5" == sheet.auto_filter.ref
    assert "A4" == sheet.freeze_panes
    assert "Tabel" == sheet.title
    assert (9, "landscape") == (int(sheet.page_setup.paperSize), sheet.page_setup.orientation)


CELLS = [
    (None, None, "General"),
    (True, "ja", "General"),
    (7, 7, "#,##0"),
    (10**15, "1.000.000.000.000.000", "General"),
    (Decimal("8.125"), 8.125, "#,##0.000"),
    (Decimal("1234567890123456.78"), "1.234.567.890.123.456,78", "General"),
    (Fraction(1, 3), "0,33", "General"),
    (sk.Share("2/3"), 2 / 3, "?/?"),
    (sk.Pay.hourly("185.00"), 185, '#,##0.00" kr. pr. time"'),
    (Amount(Decimal(37), sk.Unit.HOURS_PER_WEEK), 37, '#,##0.00" timer pr. uge"'),
    (Amount(Fraction(1, 3), sk.Unit.HOURS), "0,33 timer", "General"),
    (Amount(Fraction(5, 4), sk.Unit.HOURS), 1.25, '#,##0.00" timer"'),
    (Amount(Fraction(10**15 + 1, 10), sk.Unit.HOURS), "100.000.000.000.000,1 timer", "General"),
    (date(2024, 3, 1), datetime(2024, 3, 1), "dd\\-mm\\-yyyy"),  # noqa: DTZ001
    (sk.Week(2024, 9), "uge 9 i 2024", "General"),
    (sk.Evidence.PUBLISHED, "offentliggjort", "General"),
    ("=1+1", "=1+1", "General"),
    ("+45", "+45", "General"),
    ("-", "-", "General"),
    ("@x", "@x", "General"),
]


@pytest.mark.parametrize(("value", "kept", "shown"), CELLS, ids=[str(cell[0]) for cell in CELLS])
def test_what_stands_in_a_cell_of_a_workbook(value, kept, shown):
    sheet = opened(Table(title=TABLE.title, columns=(Column("x", "x"),), rows=((value,),)), "da")
    cell = sheet["A4"]
    assert kept == cell.value
    assert shown.replace("\\", "") == cell.number_format
    assert cell.data_type != "f"
    if isinstance(kept, str) and kept[0] in "=+-@":
        assert cell.quotePrefix


def test_notes_stand_below_the_rows_of_a_workbook():
    sheet = opened(
        attrs.evolve(
            TABLE, notes=(sk.Label(en="a note", da="en note"), sk.Label(en="=x", da="=y"))
        ),
        "en",
    )

    assert [None, "a note", "=x"] == [cell.value for cell in sheet["A"][-3:]]
    assert "A3:C5" == sheet.auto_filter.ref


def test_what_is_no_number_among_numbers_is_aligned_as_they_are():
    columns = (Column("x", "x"), Column("y", "y"))
    rows = ((True, Decimal(1)), (Amount(Fraction(1, 3), sk.Unit.HOURS), True))
    sheet = opened(attrs.evolve(TABLE, columns=columns, rows=rows))

    assert ["right"] * 3 == [sheet[at].alignment.horizontal for at in ("A4", "A5", "B5")]
    [text] = opened(attrs.evolve(TABLE, columns=columns[:1], rows=((True,),)))[4]
    assert ("left", 1) == (text.alignment.horizontal, text.alignment.indent)


def test_long_headings_are_wrapped_not_wide():
    head = "The employer's net cost, less the value of the work done"
    sheet = opened(attrs.evolve(TABLE, columns=(Column("x", head),), rows=((Decimal(1),),)))

    assert sheet.column_dimensions["A"].width < len(head) / 2
    assert sheet.row_dimensions[3].height > 3 * 13


def test_an_empty_table_is_a_workbook_too():
    sheet = opened(attrs.evolve(TABLE, rows=()))
    assert ["Case", "mm", "Amount"] == [cell.value for cell in sheet[3]]


def test_sealed_texts_are_in_no_workbook():
    secret = sk.PrivateText("a secret of somebody")
    table = Table(title=TABLE.title, columns=(Column("x", "x"),), rows=((secret,),))
    files = ZipFile(BytesIO(table.to_xlsx()))
    assert not [name for name in files.namelist() if b"secret" in files.read(name)]


def test_more_rows_than_a_sheet_takes_are_refused(monkeypatch):
    monkeypatch.setattr("socialkapitel.tables._MOST_ROWS", 1)
    with pytest.raises(sk.InvalidInput, match="at most 1 rows"):
        TABLE.to_xlsx()
