"""The forms of an explanation: each says its result, in words and numbers for people."""

import re
from datetime import date
from fractions import Fraction
from functools import cache
from xml.etree import ElementTree as ET

import attrs
import pytest
from calculators.section_56_cases import agreement
from calculators.sickness_cases import refund, weeks
from calculators.test_what_is_told import RESULTS
from explanation.examples import EXAMPLES

import socialkapitel as sk
from socialkapitel.explanation.forms import deciding, for_people
from socialkapitel.explanation.rendering import (
    counted,
    shown_as,
    whole_kroner,
    word_exact,
    word_head,
    word_value,
)
from socialkapitel.i18n import LANGUAGES
from socialkapitel.messages import Label, msg

FORMS = ("full", "short", "letter")
CODE = re.compile(r"\b[a-z]+_[a-z_0-9]+\b|\b[A-Z]\w+\.[A-Z_]+\b")
MOST_STEPS = 6
DKK, HOURS = sk.Unit.DKK, sk.Unit.HOURS


@cache
def explanation(case):
    return RESULTS[case]().explanation


def result_lines(found, language):
    whole = whole_kroner(found.steps)
    return [
        "{}: {}".format(*word_head(step, language, whole=step.id in whole))
        for step in found.results
    ]


# --- the result --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", RESULTS)
def test_every_explanation_ends_with_its_result(case, language):
    found = explanation(case)
    told = result_lines(found, language)
    assert told
    for form in ("full", "letter"):
        lines = [line.strip() for line in found.render(language, form).splitlines()]
        assert told == lines[-len(told) :]
    short = [line.strip() for line in found.render(language, "short").splitlines()]
    assert told == short[3 : 3 + len(told)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", RESULTS)
def test_the_html_of_every_form_is_well_formed_and_has_the_result(case, form, language):
    found = explanation(case)
    root = ET.fromstring(found.html(language, form))
    strong = ["".join(element.itertext()) for element in root.iter("strong")]
    assert result_lines(found, language) == strong[1:]


@pytest.mark.parametrize("form", FORMS)
def test_no_line_ends_between_a_number_and_its_unit(form):
    root = ET.fromstring(EXAMPLES["short"]().html("da", form))
    amounts = [cell for cell in root.iter("td") if (cell.text or "").endswith(" kr.")]

    assert amounts
    assert all("white-space: nowrap" in cell.get("style") for cell in amounts)


def test_a_result_without_a_step_of_its_own_is_in_the_title():
    facts = sk.Facts(employed_here=True)
    found = sk.assess("relocation", facts, on=date(2010, 1, 1)).explanation
    assert ((), ()) == (found.result, found.results)
    assert "unresolved" in str(found.title)
    for form in FORMS:
        assert "Result" not in found.render("en", form).splitlines()


def test_an_explanation_of_an_older_version_names_no_result():
    older = attrs.evolve(EXAMPLES["short"](), result=())
    assert "Result" not in older.render().splitlines()
    assert older.caveats
    assert older.render().splitlines()[-1].strip().startswith("- ")


# --- the short form and the letter ---------------------------------------------------------------


@pytest.mark.parametrize("case", RESULTS)
def test_the_short_form_has_few_steps_in_their_order(case):
    found = explanation(case)
    steps = deciding(found)
    results = [step for step in found.results if isinstance(step, sk.Step)]
    assert len(steps) <= max(MOST_STEPS, len(results))
    assert list(steps) == [step for step in found.steps if step in steps]
    assert set(results) <= set(steps)


def test_the_steps_behind_the_result_decide_it():
    assert [
        "flexjob.basis",
        "flexjob.refund",
        "flexjob.day",
        "flexjob.day_set_off",
        "flexjob.day_set_off",
        "flexjob.after_set_off",
    ] == [step.rule for step in deciding(EXAMPLES["long"]())]


def test_where_many_weeks_are_added_up_the_judgements_decide():
    found = refund(hours=weeks(2022, 1, 20, "37")).explanation
    assert ["sickness.paid_to", "sickness.employer_period"] == [
        step.rule for step in deciding(found) if isinstance(step, sk.Finding)
    ]


def test_what_was_judged_against_the_result_comes_first():
    refused = sk.section_56_agreement(agreement(employer_agrees=False), date(2024, 3, 1))
    steps = deciding(refused.explanation)
    assert "The employer has entered into the agreement" in [str(step.label) for step in steps]
    unpaid = RESULTS["flexjob without pay"]().explanation
    assert "flexjob.paid" in [step.rule for step in deciding(unpaid)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["short", "letter"])
@pytest.mark.parametrize("case", RESULTS)
def test_people_are_shown_no_codes(case, form, language):
    assert [] == CODE.findall(explanation(case).render(language, form))


def test_names_in_brackets_are_left_out_for_people():
    text = "Angiv lønnen (deciding_pay, or pay_before) eller dagen (DayState.FIT) (2012)"
    assert "Angiv lønnen eller dagen (2012)" == for_people(text)


def test_notes_are_only_counted_in_the_short_form():
    text = EXAMPLES["long"]().render("da", "short")
    assert text.endswith("  - Den fulde forklaring har også bemærkninger (2)")


def test_a_letter_has_what_it_rests_on_the_rates_with_their_law_and_the_law():
    lines = EXAMPLES["long"]().render("da", "letter").splitlines()
    assert ["Sådan er beløbet beregnet", "", "Fleksjobrefusion, november 2012"] == lines[:3]
    ceiling = "Årligt loft over beregningsgrundlaget for fleksjobrefusion: 466.594,00 kr."
    assert f"  {ceiling} (LAB § 71, stk. 3)" in lines
    law = lines.index("Retsgrundlag")
    assert ["  LAB § 71", "  ATP-loven; BEK 1385/2015 §§ 2-3"] == lines[law + 1 : law + 3]
    assert "brøken" not in "\n".join(lines)


def test_a_letter_of_what_was_judged_is_called_so():
    found = sk.section_56_agreement(agreement(), date(2024, 3, 1)).explanation
    assert "Sådan er resultatet fundet" == found.render("da", "letter").splitlines()[0]


def test_no_law_says_how_to_add():
    month = refund().month(sk.Month(2022, 2)).explanation
    assert "sammenlægning" in month.render("da")
    assert "sum" not in month.render("da", "letter").split()


@pytest.mark.parametrize("form", ["long", "", None, 1], ids=str)
def test_other_forms_are_refused(form):
    for show in (EXAMPLES["short"]().render, EXAMPLES["short"]().html):
        with pytest.raises(sk.UnknownName) as caught:
            show("da", form)
        assert set(FORMS) >= set(caught.value.nearest)


# --- reasons and answers ------------------------------------------------------------------------

VERBS = {
    "da": r"\b(er|har|havde|var|gælder|giver|gives|kræver|kræves|betaler|begyndte|begynder|udløb"
    r"|blev|får|fortsætter|tæller|afhænger|beregnes|ligger|ønsker|foreligger|antages|følger"
    r"|regnes|skulle|mangler|vides|ja|nej|ikke kendt)\b",
    "en": r"\b(is|are|has|have|had|was|were|gives?|give|pays|begins|began|expired|lies|does|depends"
    r"|counts|goes|went|will|can|yes|no|not known)\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", RESULTS)
def test_every_reason_is_a_sentence(case, language):
    for step in explanation(case).steps:
        if isinstance(step, sk.Finding):
            reason = sk.translate(step.because, language)
            assert re.search(VERBS[language], reason), reason
            assert len(reason.split()) > 2, reason


@pytest.mark.parametrize("case", RESULTS)
def test_a_statement_is_answered(case):
    for step in explanation(case).steps:
        if isinstance(step, sk.Finding):
            assert sk.translate(step.label, "da")[0].isupper() or str(step.label)[0] == "§"
            assert step.answer is not None


# --- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", RESULTS)
def test_no_number_has_an_end_that_is_cut_off(case, form):
    for language in LANGUAGES:
        assert "…" not in explanation(case).render(language, form)


def test_kroner_are_shown_to_the_oere_and_the_fraction_that_is_carried_on_is_told():
    value = Fraction(1350000, 37)
    assert "36.486,49 kr." == word_value(value, DKK, "da")
    told = word_exact(value, DKK, "da")
    assert "afrundet til visning; der regnes videre med brøken 1.350.000/37" == told
    assert "afrundet til visning" == word_exact(value, DKK, "da", brief=True)
    assert "" == word_exact(Fraction(5, 2), HOURS, "da")
    assert "2.5" == word_value(Fraction(5, 2), HOURS, "en", label="Hours of assistance")


@pytest.mark.parametrize(
    ("unit", "label", "told"),
    [
        (sk.Unit.DKK_PER_HOUR, "Timeløn", "1.185,00 kr."),
        (sk.Unit.DKK_PER_HOUR, "Løn", "1.185,00 kr. pr. time"),
        (sk.Unit.DKK_PER_WEEK, "Højeste sygedagpenge pr. uge", "1.185,00 kr."),
        (sk.Unit.HOURS_PER_WEEK, "Ugentlig arbejdstid", "1.185 timer"),
        (sk.Unit.HOURS_PER_WEEK, "Arbejdstid", "1.185 timer pr. uge"),
        (sk.Unit.HOURS_PER_MONTH, "Timer om måneden på fuld tid", "1.185"),
        (sk.Unit.DAYS, "Dage fra mandag til fredag i måneden", "1.185"),
        (sk.Unit.CALENDAR_DAYS, "Arbejdsgiverperiodens længde", "1.185 kalenderdage"),
        (sk.Unit.PEOPLE, "Ordinært ansatte", "1.185"),
    ],
)
def test_a_unit_is_said_once(unit, label, told):
    assert told == word_value(1185, unit, "da", label=label)


def test_what_a_rule_rounds_to_kroner_is_shown_in_kroner_and_so_is_its_sum():
    text = refund().explanation.render("da")
    assert "2.679,00 × 0,9 / 100 = 24 kr. (afrundet til hele kroner)" in text
    assert "24 + 40 = 64 kr." in text


def test_a_number_counts_one_thing_as_one():
    assert ["1 dag", "0 dage", "12 dage"] == [
        sk.translate(counted(number, sk.Unit.DAYS), "da") for number in (1, 0, 12)
    ]
    assert "DKK 120.50 an hour" == sk.translate(
        counted(Fraction(241, 2), sk.Unit.DKK_PER_HOUR), "en"
    )
    assert Fraction(1, 3) == shown_as(Fraction(1, 3), sk.Unit.SHARE)


def test_a_sum_of_one_number_says_nothing():
    step = sk.Step(
        "sum",
        "sum",
        msg("Refund"),
        Fraction(2),
        DKK,
        sk.Source("sum"),
        date(2024, 1, 1),
        operands=(("a", sk.Operand(Label("A", "A"), Fraction(2), DKK, "step", "a")),),
        expression="a",
    )
    found = sk.Explanation(msg("Refund"), (), (step,), (), ("sum",))
    assert ["  1. Refund: DKK 2.00", "     added up"] == found.render().splitlines()[3:5]


def test_a_sum_of_no_numbers_says_nothing_either():
    nothing = refund(hours=weeks(2022, 1, 1, "1")).explanation.render("da", "short")
    assert "Refusion til arbejdsgiveren i alt: 0,00 kr.\n\nVær" in nothing
