"""What is due in a case: every rule is listed, told in its order, and speaks both languages."""

from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest
from case_examples import event
from cases.due import LATER, case, leave, runs
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import PARAMETERS, RefundBasis, WrongType, cases, translate, wire
from socialkapitel.cases import DEADLINE_RULES, DeadlineRule, events


@pytest.mark.parametrize("on", [20240101, None, 5.0])
def test_a_day_is_a_date(on):
    with pytest.raises(WrongType) as caught:
        case().deadlines(on)
    assert "on" == caught.value.field


def test_figures_are_a_set_of_figures():
    with pytest.raises(WrongType) as caught:
        case().deadlines(date(2024, 1, 1), parameters={})
    assert "parameters" == caught.value.field


@given(st.dates(date(2012, 4, 2), date(2030, 1, 1)), st.integers(0, 400), st.integers(0, 400))
def test_what_is_told_lies_ahead_or_is_overdue(first, length, later):
    recorded = case(
        *leave(first, back=first + timedelta(days=length + 1)),
        event(events.AgreementSigned, first + timedelta(days=length + 1)),
    )
    on = first + timedelta(days=later)
    found = recorded.deadlines(on)
    assert all((one.due < on) is one.overdue for one in found if one.due)
    days = [one.due for one in found if one.due]
    assert sorted(days) == days
    assert [one.due for one in found][: len(days)] == days


def test_every_rule_of_the_package_is_listed_once():
    modules = [
        import_module(f"{cases.__name__}.{each.name}") for each in iter_modules(cases.__path__)
    ]
    found = {
        value.id: value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, DeadlineRule)
    }

    assert found == {rule.id: rule for rule in DEADLINE_RULES}
    assert len(found) == len(DEADLINE_RULES)


SHOWN = (
    case(
        event(events.DecisionReceived, "2006-03-01", valid_to=LATER),
        event(events.SchemeStarted, "2006-03-01"),
        event(events.AgreementSigned, "2011-11-01"),
        *leave("2012-04-03", RefundBasis.SECTION_56),
        event(events.WorkTrialHeld, "2012-04-05", valid_to=LATER),
        event(events.NoticeGiven, "2012-04-05", last_day=LATER),
    ).deadlines(date(2012, 4, 10)),
    case(*leave("2022-01-03")).deadlines(date(2022, 1, 4)),
    case(*leave("2022-01-03")).deadlines(date(2022, 2, 8)),
    case(*leave("2022-01-03", paid=False)).deadlines(date(2022, 1, 4)),
    case(*leave("2022-01-03", RefundBasis.FLEXJOB)).deadlines(date(2022, 1, 4)),
    *(
        runs(scheme, "2022-01-03").deadlines(date(2022, 1, 4), state_scheme=True)
        for scheme in (
            "flexjob-since-2013",
            "wage-subsidy-unemployed",
            "disability-pension-job",
            "newly-qualified",
            "personal-assistance",
            "work-placement",
        )
    ),
)


def test_what_is_told_is_told_by_a_rule_that_is_listed():
    assert {(one.id, one.label) for told in SHOWN for one in told} == {
        (rule.id, rule.label) for rule in DEADLINE_RULES
    }


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_reason_is_told_in_both_languages(language):
    other = {"en": "da", "da": "en"}[language]
    for one in (one for told in SHOWN for one in told):
        assert translate(one.because, language) not in {"", translate(one.because, other)}


@pytest.mark.parametrize("rule", DEADLINE_RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_both_languages_and_names_figures_that_are_known(rule):
    assert rule.label.en != rule.label.da
    assert [name for name in rule.figures if name not in PARAMETERS.names] == []
    if rule.introduced is not None:
        assert {PARAMETERS[name].first_day for name in rule.figures} == {rule.introduced}


def test_a_rule_that_is_told_after_its_figures_end_says_so():
    job = runs("flexjob", "2012-09-03")
    [review] = [one for one in job.deadlines(date(2013, 2, 1)) if one.id == "flexjob.review"]
    assert "is known only through 2012-12-31" in str(review.because)
    assert "er kun kendt til og med 31. december 2012" in translate(review.because, "da")


@pytest.mark.parametrize("state_scheme", [1, None, "yes"])
def test_the_states_scheme_is_yes_or_no(state_scheme):
    with pytest.raises(WrongType) as caught:
        case().deadlines(date(2024, 1, 1), state_scheme=state_scheme)
    assert "state_scheme" == caught.value.field


def test_a_deadline_is_read_back_from_its_document_with_the_days_that_it_concerns():
    told = case(*leave("2022-01-03")).deadlines(date(2022, 2, 8))
    assert any(one.period for one in told)
    assert list(told) == [wire.from_json(wire.to_json(one), type(one)) for one in told]
