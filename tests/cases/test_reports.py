"""Reports as text, HTML and plain data."""

import json
from datetime import date

import pytest
from cases import annex_2

from socialkapitel import Label, Period, UnknownName
from socialkapitel.cases.reports import CountTable, Entry, Heading, Report
from socialkapitel.cases.statistics import case_statistics

TABLE = CountTable(
    id="trial",
    label=Label(en="A <trial>", da="Et <forsøg>"),
    rows=(
        Heading("a", Label(en="First", da="Første")),
        Heading("b", Label(en="Second", da="Anden")),
        Heading("c", Label(en="Third", da="Tredje")),
    ),
    columns=(Heading("x", Label(en="X & Y", da="X & Å")), Heading("y", Label(en="Z", da="Z"))),
    cells=((1200, 0), (None, 0), (0, 0)),
    row_totals=(1200, None, 0),
    column_totals=(None, 0),
    total=1204,
)
REPORT = Report(
    title=Label(en="Trial", da="Forsøg"),
    period=Period(date(2007, 1, 1), date(2007, 10, 31)),
    min_cell=5,
    tables=(TABLE,),
    entries=(
        Entry(id="one", label=Label(en="One", da="En"), value=1),
        Entry(id="two", label=Label(en="Two", da="To"), value=None),
        Entry(id="three", label=Label(en="3", da="3"), value=Label(en="kept", da="holdt")),
    ),
    notes=(Label(en="Mind <this>.", da="Husk <det>."),),
)


def test_text():
    assert """\
Trial, 1 January – 31 October 2007

One: 1
Two: *
3: kept

A <trial>  X & Y  Total
First      1,200  1,200
Second         *      *
Total          *  1,204

Mind <this>.
* Hidden: a small number, or one from which a small number could be calculated.""" == str(REPORT)


def test_text_in_danish():
    assert """\
Forsøg, 1. januar – 31. oktober 2007

En: 1
To: *
3: holdt

Et <forsøg>  X & Å  I alt
Første       1.200  1.200
Anden            *      *
I alt            *  1.204

Husk <det>.
* Skjult: et lille tal eller et tal, som et lille tal kan beregnes ud fra.""" == REPORT.render("da")


def test_html_escapes_everything():
    html = REPORT.html("da")
    assert html == REPORT.html("da")
    assert "<strong>Forsøg, 1. januar – 31. oktober 2007</strong>" in html
    assert "<li>En: 1</li><li>To: *</li>" in html
    left, right = 'style="text-align: left"', 'style="text-align: right"'
    assert f'<th scope="col" {left}>Et &lt;forsøg&gt;</th><th scope="col" {right}>X &amp;' in html
    assert f'<th scope="row" {left}>Anden</th><td {right}>*</td><td {right}>*</td></tr>' in html
    assert "<p>Husk &lt;det&gt;.</p>" in html
    assert "Tredje" not in html
    assert REPORT.html("en") == REPORT._repr_html_()


def test_document_has_everything_in_both_languages_and_goes_through_json():
    document = REPORT.document()
    assert document == json.loads(json.dumps(document))
    assert "socialkapitel/report/1" == document["schema"]
    assert {"en": "Trial", "da": "Forsøg"} == document["title"]
    assert "2007-01-01/2007-10-31" == document["period"]
    assert 5 == document["min_cell"]
    assert [1, None, {"en": "kept", "da": "holdt"}] == [e["value"] for e in document["entries"]]
    [table] = document["tables"]
    assert [[1200, 0], [None, 0], [0, 0]] == table["cells"]
    assert ([1200, None, 0], [None, 0], 1204) == (
        table["row_totals"],
        table["column_totals"],
        table["total"],
    )
    assert ["a", "b", "c"] == [row["id"] for row in table["rows"]]
    assert [{"en": "Mind <this>.", "da": "Husk <det>."}] == document["notes"]


def test_what_hides_nothing_says_nothing_of_hiding():
    report = case_statistics([], REPORT.period)
    assert not report.hides
    assert "*" not in report.render("en") + report.render("da")
    assert "<ul>" not in report.html()


def test_tables_and_entries_are_found_by_id():
    assert TABLE is REPORT.table("trial")
    assert 1 == REPORT.entry("one").value


@pytest.mark.parametrize("render", [REPORT.render, REPORT.html])
def test_an_unknown_language_is_refused(render):
    with pytest.raises(UnknownName):
        render("de")


def test_annex_2_as_text():
    found = case_statistics(annex_2.cases(annex_2.READINGS[1]), annex_2.PERIOD, min_cell=1)
    text = found.render("da")
    assert (
        """\
Alder             Århus  Ringkjøbing  Vejle  Viborg  I alt
Til og med 30 år     13            0      1       0     14
31–40 år              9            2      1       2     14
41–50 år             31            2      3       5     41
51–60 år             34            1      0       5     40
Fra og med 61 år      1            0      0       1      2
I alt                88            5      5      13    111
"""
        in text
    )
    assert (
        """\
Oplyst årsag          I alt
Ryg og bevægeapparat     40
Psykisk belastning       51
Andet                    20
I alt                   111
"""
        in text
    )
