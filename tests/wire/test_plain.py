"""Plain data of explanations and reports: what `document()` gives is read, of every version."""

import json
from pathlib import Path

import pytest
from wire.samples import samples

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.cases.reports import Report

FOLDER = Path(__file__).parent / "examples" / "plain"
STORED = sorted(FOLDER.glob("*.json"))
OTHER = "$.schema: is not accepted; give the document's type and version"
THAT = "$.schema: is that of a document of type"
KINDS = {"explanation": sk.Explanation}


def faults(document, kind):
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(json.dumps(document), kind)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("tag", ["explanation", "report", "case-statistics", "annual-review"])
def test_what_is_given_is_read(tag):
    given = samples()[tag]
    document = given.document()
    found = wire.from_json(json.dumps(document), type(given))
    assert type(given) is type(found)
    assert document == found.document()
    assert given.render("da") == found.render("da")
    written = json.loads(wire.to_json(given))
    assert written["data"].items() <= document.items()


@pytest.mark.parametrize("file", STORED, ids=lambda file: file.stem)
def test_version_1_stays_readable(file):
    """It told a period as two days, and every report as a report."""
    stored = json.loads(file.read_text("utf-8"))
    found = wire.from_json(json.dumps(stored), KINDS.get(file.stem.partition("-")[0], Report))
    again = found.document()
    assert stored["title"] == again["title"]
    if isinstance(found, Report):
        assert "/".join(stored["period"].values()) == again["period"]
        for part, old in zip(found.parts, stored["parts"], strict=True):
            assert "/".join(old["period"].values()) == part.document()["period"]
        assert (stored["tables"], stored["entries"]) == (again["tables"], again["entries"])
    else:
        assert stored["steps"] == again["steps"]


def test_every_plain_format_of_version_1_is_stored():
    assert ["annual-1", "explanation-1", "report-1", "statistics-1"] == [f.stem for f in STORED]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"period": {"start": "2022-01-01"}}, "$.data.period: "),
        ({"parts": 1}, "$.data.parts: is not accepted; give a list"),
        ({"parts": [1]}, "$.data.parts[0]: is not accepted; give an object"),
    ],
    ids=["period", "parts", "part"],
)
def test_faults_of_plain_data_are_told(change, expected):
    stored = json.loads((FOLDER / "report-1.json").read_text("utf-8"))
    assert any(fault.startswith(expected) for fault in faults(stored | change, Report))


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("socialkapitel/flexjob/0", "$.schema: has version 0; the first version is 1"),
        (
            "socialkapitel/flexjob/3",
            "$.schema: has version 3; this library reads flexjob up to version 2",
        ),
        (
            "socialkapitel/pay/1",
            f"{THAT} pay; expected one of socialkapitel/flexjob/2",
        ),
        ("socialkapitel/salary/1", f"{OTHER}, such as socialkapitel/flexjob/2"),
    ],
)
def test_a_heading_that_does_not_fit_gets_one_reason(schema, expected):
    assert [expected] == faults({"schema": schema, "data": {}}, sk.Flexjob)


def test_only_explanations_and_reports_may_stand_without_a_heading():
    assert "$.data: is missing" in faults({"schema": "socialkapitel/flexjob/2"}, sk.Flexjob)
    assert "$.data: is missing" in faults({"schema": 7}, sk.Flexjob)
    late = {"schema": "socialkapitel.report/2"}
    assert ["$.schema: has version 2; this library reads report up to version 1"] == faults(
        late, Report
    )
