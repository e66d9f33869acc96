"""The JSON of an explanation: exact, in both languages, valid, and enough to redo the sum."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from explanation.examples import EXAMPLES
from jsonschema import Draft202012Validator, ValidationError
from redoing import evaluate, redo, rounded

import socialkapitel as sk
from socialkapitel import Source, explanation_schema, wire
from socialkapitel.sources import Publication


def document(name="long"):
    return json.loads(json.dumps(EXAMPLES[name]().document()))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_sum_can_be_redone_from_the_json_alone(name):
    redo(document(name))


def test_the_schema_is_a_schema_of_that_version():
    schema = explanation_schema()
    Draft202012Validator.check_schema(schema)
    assert "socialkapitel.explanation/2" == schema["properties"]["schema"]["const"]
    assert document()["schema"] == schema["properties"]["schema"]["const"]


def test_the_schema_is_handed_out_afresh():
    explanation_schema().clear()
    assert explanation_schema()


def test_it_is_what_the_wire_writes():
    for name, explain in EXAMPLES.items():
        assert json.loads(wire.to_json(explain()))["data"] == document(name)


def test_numbers_are_exact_texts():
    steps = {step["id"]: step for step in document()["steps"]}
    assert "19477.01" == steps["flexjob.refund"]["value"]
    assert Fraction("214.12") * Fraction("160.33") * 30 / 37 == Fraction(
        steps["flexjob.pay_basis"]["value"]
    )
    assert "/" in steps["flexjob.pay_basis"]["value"]


def test_texts_are_in_both_languages():
    found = document("short")
    assert {"da": "Fleksjobrefusion, november 2007", "en": "Flexjob refund, November 2007"} == (
        found["title"]
    )
    assert {"da": "Refusion", "en": "Refund"} == found["steps"][-1]["label"]
    assert {
        "code": "derived-figure",
        "severity": "note",
        "concerns": ["flexjob.full_time_hours"],
    }.items() <= found["caveats"][0].items()
    assert {"da", "en"} == found["caveats"][0]["text"].keys()


def test_the_last_step_in_full():
    step = document("short")["steps"][-1]
    operands = step.pop("operands")
    assert {
        "id": "flexjob.refund",
        "rule": "flexjob.refund",
        "label": {"da": "Refusion", "en": "Refund"},
        "outcome": "calculated",
        "value": "12306.40",
        "unit": "DKK",
        "expression": "share * basis",
        "rounding": "oere",
        "source": {"citation": "LAB § 71", "read_in": ""},
        "evidence": "derived",
        "on": "2007-11-01",
    } == step
    assert {
        "label": {"da": "Bevilget andel", "en": "Share granted"},
        "value": "2/3",
        "unit": "share",
        "origin": {"kind": "given", "name": "share"},
    } == operands["share"]
    assert ["share", "basis"] == list(operands)


def test_a_figure_says_for_which_days_its_sources_speak():
    [ceiling] = [
        step for step in document("long")["steps"] if step["rule"] == "flexjob.ceiling_yearly"
    ]
    assert {
        "name": "bm.dk, Satser for 2015, Løntilskud",
        "valid_from": "2015-01-01",
        "valid_to": "2016-01-03",
    } == ceiling["source"]["publications"][-1]
    [hours] = [
        step for step in document("short")["steps"] if step["rule"] == "flexjob.full_time_hours"
    ]
    assert [("2024-01-01", None)] == [
        (one["valid_from"], one["valid_to"]) for one in hours["source"]["publications"]
    ]


def test_a_source_without_a_day_says_none():
    source = Source("a law", publications=(Publication("a letter"),))
    explanation = attrs.evolve(
        EXAMPLES["short"](), steps=(attrs.evolve(EXAMPLES["short"]().steps[-1], source=source),)
    )
    [step] = explanation.document()["steps"]
    assert [{"name": "a letter", "valid_from": None, "valid_to": None}] == step["source"][
        "publications"
    ]
    Draft202012Validator(explanation_schema()).validate(explanation.document())


def test_a_finding_in_full():
    assert {
        "id": "flexjob.start",
        "rule": "flexjob.start",
        "label": {"da": "Ansat i fleksjob før 1. januar 2013", "en": "The job began before 2013"},
        "outcome": "fulfilled",
        "because": {
            "da": "ansættelsen begyndte den 1. marts 2006, og arbejdsgiveren har derfor ret til"
            " refusion",
            "en": "the job began on 1 March 2006, so the employer has a right to refund",
        },
        "missing": [],
        "source": {"citation": "LAB § 71", "read_in": ""},
        "on": "2006-03-01",
        "answer": {"da": "ja", "en": "yes"},
    } == document("short")["steps"][0]


def spoil_value(found):
    found["steps"][-1]["value"] = "18291.70"


def spoil_rounding(found):
    found["steps"][-1]["rounding"] = "none"


def spoil_expression(found):
    found["steps"][-1]["expression"] = "refund"


def spoil_given(found):
    found["givens"][1]["value"] = "31.00"


def spoil_unit(found):
    found["steps"][-1]["operands"]["refund"]["unit"] = "DKK/day"


def spoil_order(found):
    found["steps"].reverse()


def spoil_names(found):
    found["steps"].append(found["steps"][-1])


def spoil_source(found):
    del found["steps"][-1]["source"]


def spoil_language(found):
    del found["title"]["da"]


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_value,
        spoil_rounding,
        spoil_expression,
        spoil_given,
        spoil_unit,
        spoil_order,
        spoil_names,
        spoil_source,
        spoil_language,
    ],
)
def test_a_spoilt_document_is_noticed(spoil):
    found = document()
    redo(found)
    spoil(found)
    with pytest.raises((AssertionError, ValidationError)):
        redo(found)


@pytest.mark.parametrize(
    ("how", "exact", "expected"),
    [
        ("none", "1/3", "1/3"),
        ("oere", "1/200", "1/100"),
        ("oere", "-1/200", "-1/100"),
        ("oere", "0.0149", "0.01"),
        ("hundredths", "1/3", "0.33"),
        ("krone", "2.5", "3"),
        ("krone", "2.49", "2"),
        ("up", "18.01", "19"),
        ("up", "18", "18"),
        ("down", "18.99", "18"),
        ("cut", "1.999", "1.99"),
    ],
)
def test_the_redoing_rounds_as_it_is_told(how, exact, expected):
    assert Fraction(expected) == rounded(Fraction(exact), how)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1 + 2 * 3 - 4 / 8", "6.5"), ("min(a, 3) + max(a, 3)", "3.5"), ("(1 + a) * 2", "3")],
)
def test_the_redoing_evaluates_expressions(text, expected):
    assert Fraction(expected) == evaluate(text, {"a": Fraction("0.5")})


@pytest.mark.parametrize(
    "text", ["2 ** 3", "1.5", "abs(1)", "a.real", "True", "-1", "'a'", "min(1, key=a)"]
)
def test_the_redoing_takes_nothing_else(text):
    with pytest.raises(AssertionError, match="not to be redone"):
        evaluate(text, {"a": Fraction(1)})


def test_a_number_is_written_without_an_exponent():
    reform = sk.PARAMETERS.amend(
        "flexjob.ceiling_yearly",
        value=Decimal("5E+5"),
        valid_from=date(2010, 1, 1),
        source="a test",
    )
    job = sk.Flexjob(
        started_on=date(2009, 1, 1),
        share="1/2",
        starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    refund = sk.flexjob_refund(job, sk.Month(2010, 6), parameters=reform)
    written = json.loads(json.dumps(refund.explanation.document()))
    redo(written)
    values = {step["rule"]: step.get("value") for step in written["steps"]}
    assert "500000" == values["flexjob.ceiling_yearly"]
