"""What stands in the workbook of an explanation. The nox session `excel` works it out again."""

import sys
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from calculators.test_what_is_told import RESULTS as TOLD
from explanation.examples import EXAMPLES, long, short
from openpyxl import load_workbook
from payroll.paid_out import RESULTS

import socialkapitel as sk
from socialkapitel.explanation import Explanation
from socialkapitel.explanation.workbook import Book

ROWS = slice(5, None)


def opened(explanation, language="en", **how):
    return load_workbook(BytesIO(explanation.to_xlsx(language)), **how)


def column(sheet, letter):
    return [cell.value for cell in sheet[letter]]


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_each_given_and_each_step_has_a_row_with_its_value_and_source(name, language):
    explanation = EXAMPLES[name]()
    sheet = opened(explanation, language, data_only=True).active
    rows = [row for row in sheet.iter_rows(min_row=6, values_only=True) if isinstance(row[0], int)]
    told = [*explanation.givens, *explanation.steps]

    assert list(range(1, len(told) + 1)) == [row[0] for row in rows]
    assert [sk.translate(one.label, language) for one in told] == [row[1] for row in rows]
    for one, row in zip(told, rows, strict=True):
        if isinstance(one, sk.Finding):
            assert sk.translate(one.answer or one.outcome.label, language) == row[2]
            assert sk.translate(one.because, language) == row[5]
        else:
            assert [pytest.approx(float(one.value), rel=1e-14)] * 2 == [row[2], row[4]]
        if not isinstance(one, sk.Operand):
            assert sk.translate(one.source.text, language) == row[6]
            assert datetime(one.on.year, one.on.month, one.on.day) == row[7]  # noqa: DTZ001


def test_steps_are_formulas_over_the_rows_before_them():
    sheet = opened(short()).active
    formulas = {
        label: value
        for label, value in zip(column(sheet, "B"), column(sheet, "C"), strict=True)
        if label
    }
    assert '=IF(check="not valid",NA(),ROUND(ROUND($C$7 * $C$21,8),2))' == formulas["Refund"]
    told = "".join(map(str, column(sheet, "F")))
    assert "Share granted [1] × Pay, ATP and other contributions" in told


def test_the_result_and_the_check_are_named():
    book = opened(short(), "da")
    names = {name: one.attr_text for name, one in book.defined_names.items()}
    assert {"kontrol": "Beregning!$C$3", "resultat": "Beregning!$C$22"} == {
        name: at.replace("'", "") for name, at in names.items() if not name.startswith("_")
    }
    assert "=$C$22" == book.active["C2"].value
    assert "Resultat: Refusion" == book.active["A2"].value


@pytest.mark.no_cover
@pytest.mark.parametrize("name", TOLD)
def test_each_result_is_named_and_the_first_stands_above_all(name):
    explanation = TOLD[name]().explanation
    book = opened(explanation, data_only=True)
    at = {known: one.attr_text.rpartition("!")[2] for known, one in book.defined_names.items()}
    others = range(2, len(explanation.results) + 1)
    places = [at["result"], *(at[f"result_{number}"] for number in others)]
    shown = [book.active[place.replace("$", "")].value for place in places]
    assert shown == [
        str(step.answer or step.outcome.label)
        if isinstance(step, sk.Finding)
        else pytest.approx(float(step.value), rel=1e-14)
        for step in explanation.results
    ]
    assert shown[0] == book.active["C2"].value


def test_only_numbers_that_may_be_changed_are_open():
    sheet = opened(long()).active
    assert sheet.protection.sheet
    free = [cell.coordinate for cell in sheet["C"] if not cell.protection.locked]
    told = {cell.coordinate: sheet[f"F{cell.row}"].value for cell in sheet["C"][ROWS]}
    assert free
    assert all(told[place].startswith("may be") for place in free)
    asked = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert set(free) == set(asked)
    assert "locked: calculate again with another value" in told.values()


def test_a_document_that_was_read_is_locked():
    read = sk.wire.from_json(sk.wire.to_json(short()), Explanation)
    sheet = opened(read).active
    assert "locked" == sheet["C3"].value
    assert "No number can be changed in this sheet." == sheet["D3"].value
    assert all(cell.protection.locked for cell in sheet["C"])
    assert not [value for value in column(sheet, "F") if str(value).startswith("=")]


def test_texts_of_conditions_and_caveats_say_for_which_numbers_they_hold():
    explanation = RESULTS["flexjob above the ceiling"]().explanation
    sheet = opened(explanation, "da").active
    worded = [text for text in column(sheet, "B") if str(text).startswith("=IF(kontrol=")]
    assert len(explanation.caveats) == len(worded)
    assert all('"uændret","","Med tallene ved beregningen: ")' in text for text in worded)


def test_a_calculation_without_numbers_has_no_part_of_givens():
    sheet = opened(TOLD["net expansion not required"]().explanation, "da").active
    assert "Givet" not in column(sheet, "A")


@pytest.mark.parametrize(("length", "is_formula"), [(600, True), (9000, False)])
def test_long_texts_are_cut_up_within_formulas_or_stand_alone(length, is_formula):
    base = RESULTS["flexjob above the ceiling"]().explanation
    base.title  # noqa: B018  # so that it is written
    text = sk.Label(*['"x"' * (length // 3)] * 2)
    vars(base)["caveats"] = (sk.Caveat("long", text),)
    told = column(opened(base).active, "B")[-1]
    assert is_formula == told.startswith("=")
    assert length < len(told)


def test_texts_are_never_formulas():
    caveat = sk.Caveat("x", sk.Label("@SUM(A1)", "@SUM(A1)"))
    sheet = opened(Explanation(sk.Label("=1+1", "=1+1"), (), (), (caveat,))).active
    assert ("=1+1", "s") == (sheet["A1"].value, sheet["A1"].data_type)
    assert sheet["A1"].quotePrefix
    assert "@SUM(A1)" == column(sheet, "B")[-1]


def test_the_same_explanation_gives_the_same_file_that_says_nothing_of_its_making():
    once = short().to_xlsx("da")
    assert once == short().to_xlsx("da")
    core = ZipFile(BytesIO(once)).read("docProps/core.xml").decode()
    assert "1980-01-01" in core
    assert "<dc:creator></dc:creator>" in core


def test_a_text_longer_than_a_cell_is_refused():
    book = Book(sk.Label("x", "x"), "en")
    with pytest.raises(sk.InvalidInput, match="at most 32,767 characters"):
        book.text(None, 0, 0, "x" * 32_768)


def test_another_language_is_refused():
    with pytest.raises(sk.UnknownName):
        short().to_xlsx("de")


def test_without_xlsxwriter_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(
        sk.MissingExtra, match=r"XlsxWriter is missing; install socialkapitel\[excel\]"
    ):
        short().to_xlsx()
