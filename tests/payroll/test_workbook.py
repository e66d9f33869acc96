"""The claims as a workbook, and the template that a clerk fills in."""

import sys
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from payroll.paid_out import absence, job

import socialkapitel as sk

MAY = sk.Month(2024, 5)
EMPLOYEES = {
    "=E02": job(),
    "E05": absence(
        first_day=date(2024, 4, 2),
        hours={sk.Week(2024, week): "37" for week in range(14, 20)},
    ),
    "E10": sk.Assistance(hours="43.5"),
    "E11": sk.InvalidInput("x", 1, sk.Label("2", "2")),
}


def opened(content, **how):
    return load_workbook(BytesIO(content), **how)


def test_the_sums_of_the_claims_are_over_their_lines():
    run = sk.claims(EMPLOYEES, MAY)
    book = opened(run.to_xlsx("da"))
    assert ["Anmodninger", "Linjer", "I alt", "Forbehold"] == book.sheetnames
    ledger = book["Anmodninger"]
    heads = [cell.value for cell in ledger[3]]
    place = heads.index("Kan anmodes om (kr.)")
    assert ["Nr.", "Medarbejder"] == heads[:2]
    assert "=SUBTOTAL(109,$E$4:$E$7)" == ledger.cell(2, place + 1).value
    amounts = {ledger.cell(row, 2).value: ledger.cell(row, place + 1).value for row in range(4, 8)}
    assert amounts["E11"] is None
    assert "=SUMIFS('Linjer'!$I$4:$I$8,'Linjer'!$A$4:$A$8,$A6)" == amounts["E10"]
    assert "s" == ledger["B4"].data_type
    assert {"=E02", "E05", "E10", "E11"} == set(amounts)

    kept = opened(run.to_xlsx("da"), data_only=True)
    assert float(run.amount) == kept["Anmodninger"].cell(2, place + 1).value
    assert float(run.amount) == kept["Linjer"]["I2"].value == kept["I alt"]["E2"].value


def test_a_run_without_amounts_has_neither_totals_nor_caveats():
    book = opened(sk.claims({}, MAY).to_xlsx())
    assert ["Claims", "Lines"] == book.sheetnames


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_template_has_a_sheet_for_each_kind_and_a_guide(language):
    book = opened(sk.claims_template(language))
    guide, *parts = book.worksheets
    told = {row[1] for row in guide.iter_rows(min_row=4, values_only=True)}
    for sheet in parts:
        heads = [cell.value for cell in sheet[3]]
        assert set(heads) <= told
        assert {"da": "Medarbejder\N{NO-BREAK SPACE}*", "en": "Employee\N{NO-BREAK SPACE}*"}[
            language
        ] == heads[0]
        assert "A4" == sheet.freeze_panes
    # what openpyxl tells of a column's style is what an empty cell in it has in Excel
    columns = parts[0].column_dimensions
    assert ["@", "#,##0.00"] == [columns[letter].number_format for letter in "EF"]


def choices(book):
    """What may be chosen in each column that has a list, by sheet and column."""
    for sheet in book.worksheets[1:]:
        for one in sheet.data_validations.dataValidation:
            if one.type == "list":
                among = book.worksheets[0][one.formula1.rpartition("!")[2].replace("$", "")]
                head = sheet.cell(3, next(iter(one.sqref.ranges)).min_col).value.rstrip(
                    "\N{NO-BREAK SPACE}*"
                )
                yield sheet.title, head, [cell.value for row in among for cell in row]


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_may_be_chosen_is_what_the_library_reads(language):
    found = {head: said for _, head, said in choices(opened(sk.claims_template(language)))}
    da = language == "da"
    assert ["1/2", "2/3"] == found["Bevilget andel" if da else "Share granted"]
    assert ["A", "B", "C"] == found["ATP-sats" if da else "ATP class"]
    for said in found["Grundlag for refusion" if da else "Basis of the refund"]:
        absence(basis=said)
    for said in found["Målgruppe" if da else "Target group"]:
        rate = "30" if said.startswith(("reh", "rev")) else None
        sk.SubsidisedJob(target_group=said, hourly_pay="100", granted_rate=rate)
    for said in found["Dagens status" if da else "State of the day"]:
        absence(days={date(2024, 4, 30): said})
    paid = found["Løn under fraværet" if da else "Pay during the absence"]
    assert paid == (["ja", "nej"] if da else ["yes", "no"])


def test_without_xlsxwriter_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(sk.MissingExtra):
        sk.claims_template()
