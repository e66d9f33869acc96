"""Forms are made of the calculators' classes, and work out what the library works out."""

from datetime import date
from pathlib import Path

import attrs
import forms
import pytest

import socialkapitel as sk

CALCULATORS = sorted(forms.EXAMPLES)
PAGES = Path(__file__).parents[2] / "docs" / "compute"


def filled(field, text):
    """A form with the same text in each field, with one row of each list."""
    return {one.name: text for one in forms.each(field) if one.name}


def test_each_calculator_has_a_form_and_a_page():
    from public_calculators import RESULTS

    pages = "".join(path.read_text("utf-8") for path in PAGES.glob("*.md"))
    assert sorted([*RESULTS, "AssistanceBank"]) == CALCULATORS
    assert [] == [name for name in CALCULATORS if f"```{{compute}} {name}\n" not in pages]


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_each_field_is_called_something_in_both_languages_and_each_number_has_a_unit(calculator):
    for field in forms.each(forms.form(calculator)):
        if field.name:
            assert sk.translate(field.label, "da")
            assert sk.translate(field.label, "en")
        if field.kind == "number":
            assert field.unit is not None, field.name
        for label in field.choices.values():
            assert sk.translate(label, "da")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_the_code_that_is_shown_gives_the_result_that_is_shown(calculator, language):
    answer = forms.answer(calculator, forms.EXAMPLES[calculator], language)
    run = {"print": lambda *_: None}
    exec(answer["code"], run)
    assert answer["html"] == run["result"].explanation.html(language)


@pytest.mark.parametrize("calculator", CALCULATORS)
def test_an_empty_form_says_what_must_be_filled_in(calculator):
    faults = forms.answer(calculator, {}, "da")["faults"]
    names = {field.name for field in forms.each(forms.form(calculator))}
    assert "Skal udfyldes." in faults.values()
    assert set() == set(faults) - names


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("calculator", CALCULATORS)
def test_what_is_refused_is_told_at_a_field_of_the_form(calculator, language):
    form = forms.form(calculator)
    names = {field.name for field in forms.each(form)} - {""}
    for text in ("?", "-1", "0", "99999999", "none", "yes", "2024-02-30", "']; import os #"):
        answer = forms.answer(calculator, filled(form, text), language)
        for name in answer.get("faults", {}):
            assert not name or any(name == one or one.startswith(f"{name}.") for one in names), name


def test_every_fault_is_told_at_once_in_the_language():
    given = {
        **forms.EXAMPLES["flexjob_refund"],
        "job.weekly_hours": "38",
        "job.starting_pay.amount": "x",
    }
    given.pop("month")
    assert {
        "job.starting_pay.amount": 'Angiv et tal som "18297.00" eller "18.297,00".',
        "month": "Skal udfyldes.",
    } == forms.answer("flexjob_refund", given, "da")["faults"]
    given["job.starting_pay.amount"] = "29600"
    assert {"job.weekly_hours", "month"} == set(
        forms.answer("flexjob_refund", given, "da")["faults"]
    )


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("da", "29.600", "22.233,33 kr."),
        ("da", "29.600,00 kr.", "22.233,33 kr."),
        ("en", "29,600.00", "DKK 22,233.33"),
        ("en", "29600", "DKK 22,233.33"),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(language, text, amount):
    given = {**forms.EXAMPLES["flexjob_refund"], "job.starting_pay.amount": text}
    assert amount == forms.answer("flexjob_refund", given, language)["amount"]


def test_a_number_that_could_be_two_is_refused_in_english():
    given = {**forms.EXAMPLES["flexjob_refund"], "job.starting_pay.amount": "29.600"}
    assert ["job.starting_pay.amount"] == list(
        forms.answer("flexjob_refund", given, "en")["faults"]
    )


def test_a_payment_is_explained():
    case = {
        f"flexjob_refund.{name}": text for name, text in forms.EXAMPLES["flexjob_refund"].items()
    }
    given = {"which": "flexjob_refund", "paid": "22.101,33", **case}
    answer = forms.answer(forms.MISTAKE, given, "da")
    assert "ATP-bidraget er udeladt" in answer["html"]
    assert 'sk.reconcile(result, paid="22101.33")' in answer["code"]
    del given["paid"], given["flexjob_refund.month"]
    faults = {"flexjob_refund.month", "paid"}
    assert faults == set(forms.answer(forms.MISTAKE, given, "da")["faults"])


def test_the_text_of_a_link_never_runs():
    code = '"); import os; os.abort() #\n'
    given = {**forms.EXAMPLES["subsidised_places"], "ordinary_employees": code}
    shown = forms.answer("subsidised_places", given, "en")["code"]
    assert 'ordinary_employees="\\"); import os; os.abort() #"' in shown


def test_a_rota_and_days_of_another_kind_can_be_told():
    given = {
        "absence.first_day": "2024-06-03",
        "absence.schedule.norm_hours": "37",
        "absence.schedule.dates.0.date": "2024-06-03",
        "absence.schedule.dates.0.dates": "12",
        "absence.schedule.dates.1.date": "2024-06-14",
        "absence.schedule.dates.1.dates": "12",
        "absence.hours.0.week": "2024-W23",
        "absence.hours.0.hours": "12",
        "absence.days.0.start": "2024-06-10",
        "absence.days.0.end": "2024-06-11",
        "absence.days.0.state": "HOLIDAY",
        "absence.hourly_pay": "200",
        "absence.paid_during_sickness": "yes",
        "absence.basis": "SECTION_56",
        "month_of_absence": "2024-06",
    }
    call = forms.call("sickness_refund", given, "da")
    assert isinstance(forms.made(call), sk.SicknessMonth)
    assert 'sk.Period(date(2024, 6, 10), date(2024, 6, 11)): "HOLIDAY"' in forms.code(call)


ABSENCE = {
    name.replace("absence.", "sickness.SicknessAbsence."): text
    for name, text in {**forms.ABSENCE, "absence.basis": "FLEXJOB"}.items()
}
SICK = {
    **forms.EXAMPLES["flexjob_refund"],
    "month": "2022-02",
    "sickness": "SicknessAbsence",
    **ABSENCE,
}


def test_sickness_is_told_by_day_or_as_a_whole_absence():
    whole = forms.made(forms.call("flexjob_refund", SICK, "da"))
    absence = forms.made(forms.call("sickness_refund", forms.ABSENCE, "da").given["absence"])
    job = forms.made(forms.call("flexjob_refund", SICK, "da").given["job"])
    by_day = {
        **forms.JOB,
        "month": "2022-02",
        "sickness": "by_day",
        "sickness.by_day.0.date": "2022-02-01",
        "sickness.by_day.0.by_day": "894,40",
    }
    assert whole == sk.flexjob_refund(
        job, "2022-02", sickness=attrs.evolve(absence, basis="FLEXJOB")
    )
    asked = forms.call("flexjob_refund", by_day, "da")
    days = {date(2022, 2, 1): "894.40"}
    assert forms.made(asked) == sk.flexjob_refund(job, "2022-02", sickness=days)
    assert 'sickness={date(2022, 2, 1): "894.40"}' in forms.code(asked)


def test_a_year_takes_a_whole_absence_too():
    given = {name.replace(".SicknessAbsence", ""): text for name, text in ABSENCE.items()}
    year = {**forms.JOB, "year": "2022"}
    without = forms.made(forms.call("flexjob_year", year, "da"))
    assert forms.made(forms.call("flexjob_year", {**year, **given}, "da")).amount < without.amount


@pytest.mark.parametrize(
    ("calculator", "example", "field", "text"),
    [
        ("flexjob_refund", SICK, "sickness.SicknessAbsence.hourly_pay", "-1"),
        ("flexjob_refund", SICK, "sickness.SicknessAbsence.first_day", "2022-30-01"),
        (
            "employer_cost",
            forms.EXAMPLES["employer_cost"],
            "arrangement.FlexjobSince2013Work.pay",
            "-1",
        ),
        (
            "employer_cost",
            forms.EXAMPLES["employer_cost"],
            "arrangement.FlexjobSince2013Work.job.full_time_pay",
            "-1",
        ),
        ("AssistanceBank", forms.EXAMPLES["AssistanceBank"], "uses.1.hours", "-1"),
    ],
)
def test_what_is_wrong_within_a_choice_or_a_row_is_told_there(calculator, example, field, text):
    assert [field] == list(forms.answer(calculator, {**example, field: text}, "da")["faults"])


def test_more_hours_than_are_saved_are_told_at_the_rows():
    given = {**forms.EXAMPLES["AssistanceBank"], "uses.1.hours": "400"}
    assert {"uses": "Angiv højst 320, de timer, der er til rådighed i 2. kvartal 2024."} == (
        forms.answer("AssistanceBank", given, "da")["faults"]
    )


def test_a_bank_is_what_was_saved_and_used():
    bank = sk.AssistanceBank.open("37", "2024-Q1").use("2024-Q1", "200").use("2024-Q2", "300")
    asked = forms.call("AssistanceBank", forms.EXAMPLES["AssistanceBank"], "da")
    assert bank == forms.made(asked)
    one = {
        name: text for name, text in forms.EXAMPLES["AssistanceBank"].items() if ".1." not in name
    }
    asked = forms.call("AssistanceBank", one, "da")
    run = {"sk": sk}
    assert sk.AssistanceBank.open("37", "2024-Q1").use("2024-Q1", "200") == eval(
        forms.code(asked), run
    )


def test_forms_are_made_of_the_classes():
    [job, *_] = forms.form("flexjob_refund").parts
    assert {field.alias for field in attrs.fields(sk.Flexjob) if field.init} == {
        part.own for part in job.parts
    }


@pytest.mark.parametrize("calculator", [*CALCULATORS, forms.MISTAKE])
def test_what_a_page_shows_when_it_opens_is_worked_out(calculator):
    shown = forms.answer(calculator, forms.example(calculator), "da")
    assert {"html", "amount", "code"} == set(shown)
