from datetime import date, timedelta

import pytest
from law_pages import LawTimeline, guide, guides, yearly
from source_facts import rules

import socialkapitel as sk
from socialkapitel.cases import DEADLINE_RULES
from socialkapitel.parameters.sets import packaged_rules

DAY = timedelta(days=1)


def timeline(language="en"):
    made = object.__new__(LawTimeline)
    made.language, made.page = language, "law"
    return made


def told(language="en"):
    return [
        (each.day, each.kind, " ".join(node.astext() for node in each.nodes))
        for each in timeline(language).changes()
    ]


CHANGES = told()


def on(day, kind):
    return " ".join(text for found, one, text in CHANGES if (found, one) == (day, kind))


def test_every_module_with_rules_has_a_guide():
    assert set(rules()) == set(guides())


def test_every_name_that_needs_a_figure_leads_to_a_page():
    needed = {name for names in packaged_rules().needs.values() for name in names}
    assert all(guide(name) for name in needed)


@pytest.mark.parametrize("parameter", list(sk.PARAMETERS), ids=lambda one: one.name)
def test_each_first_day_of_a_figure_is_told(parameter):
    kind = "rates" if yearly(parameter) else "known"
    assert str(parameter.label) in on(parameter.first_day, kind)


def test_a_change_of_a_figure_has_both_values():
    changed = on(date(2012, 1, 2), "figure")
    assert "Length of the employer period: 21 → 30 calendar days" in changed


@pytest.mark.parametrize("scheme", list(sk.SCHEMES), ids=lambda one: one.id)
def test_a_scheme_s_days_are_told(scheme):
    if scheme.valid_from:
        assert f"{scheme.label}: covered from this day" in on(scheme.valid_from, "scheme")
    if scheme.valid_to:
        assert f"{scheme.label}: can no longer" in on(scheme.valid_to + DAY, "scheme")


@pytest.mark.parametrize("rule", [one for one in DEADLINE_RULES if one.introduced])
def test_a_deadline_is_told_on_the_day_it_was_introduced(rule):
    assert str(rule.label) in on(rule.introduced, "deadline")


@pytest.mark.parametrize("rule", [one for found in rules().values() for one in found])
def test_a_rule_is_told_where_it_begins_and_ends(rule):
    if rule.valid_from.year > 1900:
        assert str(rule.label) in on(rule.valid_from, "rule")
    if rule.valid_to:
        assert str(rule.label) in on(rule.valid_to + DAY, "rule")


def test_another_citation_of_the_same_rule_is_told_once():
    moved = [text for day, kind, text in CHANGES if (day, kind) == (date(2020, 1, 1), "citation")]
    assert [text for text in moved if text.startswith("LAB § 71 → LAB § 133 · ")]
    assert len(moved) == len(set(moved))


def test_it_is_danish_in_danish():
    texts = " ".join(text for _, _, text in told("da"))
    assert "kan ikke længere bevilges" in texts
    assert "no longer" not in texts
