"""How firm a rule is: what only practice says is called practice, wherever it is shown."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from socialkapitel import PARAMETERS, Explanation, Outcome, Source, explanation_schema, wire
from socialkapitel.explanation import Finding, Step
from socialkapitel.messages import msg
from socialkapitel.schemes import SCHEMES

sys.path.insert(0, str(Path(__file__).parents[1] / "docs" / "_ext"))

from pieces import law_lines
from source_facts import rules

RULES = {rule.id: rule for own in rules().values() for rule in own}

PRACTICE = {
    "sickness.below_minimum",
    "sickness.first_whole_day",
    "sickness.other_hours",
    "flexjob.ceiling",
    "flexjob.average_hours",
    "flexjob.day_of_sickness",
    "flexjob.even_hours",
    "flexjob.hourly_of_year",
    "flexjob.part_ceiling",
    "flexjob.part_of_hours",
    "flexjob.part_pay",
    "flexjob.day",
    "net_expansion.average",
    "net_expansion.above_average_heads",
    "net_expansion.above_average_full_time",
    "net_expansion.post",
}
"""Rules that were found with municipalities, unions or employers' associations, or inferred: in no
act, order or guidance of the state. Who writes such a rule adds it here."""

PRACTICE_FIGURES = {
    "flexjob.monthly_norm_hours",
    "net_expansion.vacant_months",
    "wage_subsidy.pension_review_first",
    "wage_subsidy.pension_review_interval",
}
"""Parameters of practice, marked ``practice = true`` in their file."""

STATED = re.compile(
    r"§|\blov\b|\bLAB\b|loven\b|\bBEK\b|\bL \d+|vejl|cirkulære|PAV|Ankestyrelsen|\bP \d+-\d+"
    r"|Rammeaftale|Det Sociale Kapitel|det sociale ansvar|^sum$"
)
"""What an act, an order, a guidance, an agreement or a social chapter is cited by."""


def sources_of_schemes():
    """Every source that the schemes cite, with the scheme."""
    for scheme in SCHEMES:
        for source in scheme.sources:
            yield scheme.id, source
        for field in ("conditions", "for_employer", "for_employee", "authorities", "documents"):
            yield from ((f"{scheme.id}.{field}", item.source) for item in getattr(scheme, field))
        for field in ("involve", "follow_up", "reminders", "limits"):
            yield from ((f"{scheme.id}.{field}", item.source) for item in getattr(scheme, field))


def explained(rule):
    finding = Finding(
        rule.id,
        rule.id,
        rule.label,
        Outcome.FULFILLED,
        msg("the post is new"),
        rule.source.on(rule.valid_from),
        rule.valid_from,
    )
    return Explanation(msg("Net expansion, {day}", day=rule.valid_from), (), (finding,), ())


def test_the_rules_of_practice_are_these():
    assert {name for name, rule in RULES.items() if rule.source.practice} == PRACTICE


@pytest.mark.parametrize("name", sorted(PRACTICE))
def test_a_rule_of_practice_is_shown_as_practice(name):
    rule = RULES[name]
    explanation, cited = explained(rule), rule.source.cite(rule.valid_from)
    for language, word in (("da", "praksis"), ("en", "practice")):
        assert f"{word}: {cited}" in explanation.render(language)
        assert f">{word}: " in explanation.html(language)
        assert law_lines(rule.source, language)[0].astext() == f"{word}: {rule.source.citation}"
    document = json.loads(json.dumps(explanation.document()))
    assert document["steps"][0]["source"]["practice"] is True
    Draft202012Validator(explanation_schema()).validate(document)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_that_no_text_of_law_states_is_practice(name):
    source = RULES[name].source
    assert source.practice or STATED.search(source.citation), source


def test_the_figures_of_practice_are_these():
    assert {one.name for one in PARAMETERS if one.source.practice} == PRACTICE_FIGURES
    for name in PRACTICE_FIGURES:
        assert all(figure.source.practice for figure in PARAMETERS[name].figures)
        figure = PARAMETERS[name].figures[0]
        step = Step(
            figure.key, name, PARAMETERS[name].label, figure.value, figure.unit, figure.source,
            figure.valid_from, figure.evidence,
        )  # fmt: skip
        shown = Explanation(msg("Net expansion, {day}", day=figure.valid_from), (), (step,), ())
        assert "praksis: " in shown.render("da")
        assert ">practice: " in shown.html("en")


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda one: one.name)
def test_a_figure_that_no_text_of_law_gives_is_practice(parameter):
    source = parameter.source
    assert source.practice or STATED.search(source.citation), source


def test_so_are_what_schemes_say():
    loose = {
        (place, str(source))
        for place, source in sources_of_schemes()
        if not source.practice and not STATED.search(source.citation)
    }
    assert loose == set()


def test_law_is_not_called_practice():
    law = explained(RULES["flexjob.start"])
    assert "practice" not in law.render("en")
    assert "practice" not in law.document()["steps"][0]["source"]
    assert "practice" not in wire.to_json(Source("LAB § 133"))


def test_practice_is_kept_in_stored_documents():
    practice = Source("odense.dk", practice=True)
    assert wire.from_json(wire.to_json(practice), Source) == practice
    stored = wire.to_json(Source("odense.dk"))
    assert wire.from_json(stored, Source) == Source("odense.dk")
    assert practice.on(date(2020, 1, 1)) == practice
