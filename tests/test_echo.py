"""What errors show of a value that was refused, and that a text in the wrong field stays hidden."""

import pickle
import re
import traceback
from copy import deepcopy
from datetime import date
from enum import Enum
from functools import partial

import pytest

import socialkapitel as sk
from socialkapitel.echo import HIDDEN, Hidden, is_slip, likeness, safe
from socialkapitel.errors import singly
from socialkapitel.schemes.facts import SCHEME_NAMES

SECRET = "kvalmfeber"
SECRETS = (
    SECRET,
    "KOL",
    "æ d e m e",
    "2 x depression",
    [SECRET],
    {"a": (SECRET,)},
    SECRET.encode(),
)
MONTH = sk.Month(2024, 3)


@pytest.mark.parametrize(
    "value",
    [
        *("", "38", "2/3", "29.600,00 kr.", "1.5e10", "2024-W13", "2024-Q1", "2024-03-01T10:00"),
        *(
            "8d1c2abc-0000-4000-8000-00000000abcd",
            "1 March 2023",
            "12. marts 2024",
            "37 timer",
            "NaN",
            "-inf",
            "A",
            "½",
            "٣",
            None,
            7,
            1.5,
        ),
        *(date(2024, 3, 1), ["1", 2], {"a": "b"}, b"12", sk.Month(2024, 3)),
    ],
    ids=repr,
)
def test_a_number_a_date_and_a_letter_are_shown(value):
    assert value is safe(value)


@pytest.mark.parametrize("value", SECRETS, ids=repr)
def test_a_text_that_says_something_is_not_shown(value):
    assert HIDDEN is safe(value)


def test_a_slip_is_in_the_whole_word_and_nothing_stands_beside_it():
    assert is_slip("Last_of_month", ["FIRST", "LAST_OF_MONTH"])
    assert is_slip("last-of_mont", ["LAST_OF_MONTH"])
    assert is_slip("last", ["LAST_OF_MONTH"])
    assert not is_slip("lst", ["LAST_OF_MONTH"])
    assert not is_slip(f"last of month, {SECRET}", ["LAST_OF_MONTH"])
    assert not is_slip(SECRET, [])


def test_a_name_is_alike_by_a_part_of_it():
    assert 1.0 == likeness("last")(["LAST_OF_MONTH"])
    assert 0.0 == likeness("last")([])


def test_what_is_hidden_stays_itself():
    assert HIDDEN is pickle.loads(pickle.dumps(HIDDEN)) is deepcopy(HIDDEN)
    assert "shown" == repr(pickle.loads(pickle.dumps(Hidden("shown"))))


# --- a diagnosis in the wrong field --------------------------------------------------------------

JOB = {
    "started_on": "2008-09-01",
    "share": "2/3",
    "starting_pay": sk.Pay.monthly(29600),
    "weekly_hours": "37",
    "atp_class": "A",
    "other_contributions": "0",
}
ABSENCE = {
    "first_day": "2024-03-04",
    "contract_hours": "37",
    "hours": {sk.Week(2024, 10): "37"},
    "hourly_pay": "185.00",
    "paid_during_sickness": True,
    "basis": "ORDINARY",
    "days": {},
}
SUBSIDISED = {"target_group": "DISABILITY_PENSION", "hourly_pay": "115.00", "granted_rate": "60"}
JOBS = sk.Flexjob(**JOB), sk.SubsidisedJob(**SUBSIDISED)
SINCE_2013 = sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="30000")
CALLS = {
    **{f"Flexjob({name})": partial(sk.Flexjob, **JOB) for name in JOB},
    **{f"SicknessAbsence({name})": partial(sk.SicknessAbsence, **ABSENCE) for name in ABSENCE},
    **{f"SubsidisedJob({name})": partial(sk.SubsidisedJob, **SUBSIDISED) for name in SUBSIDISED},
    "Paid(hours)": partial(sk.Paid, job=JOBS[0]),
    "Paid(pay)": partial(sk.Paid, job=JOBS[0]),
    "Assistance(hours)": partial(sk.Assistance, hours="3"),
    "Facts(born_on)": sk.Facts,
    "Facts(measures)": sk.Facts,
    "Facts(terms)": sk.Facts,
    "flexjob_refund(actual_pay)": partial(sk.flexjob_refund, JOBS[0], MONTH),
    "flexjob_refund(paid_hours)": partial(sk.flexjob_refund, JOBS[0], MONTH),
    "flexjob_refund(sickness)": partial(sk.flexjob_refund, JOBS[0], MONTH),
    "wage_subsidy(hours)": partial(sk.wage_subsidy, JOBS[1], MONTH),
    "wage_subsidy(refunded)": partial(sk.wage_subsidy, JOBS[1], MONTH, hours="3"),
    "flex_wage_supplement(pay)": partial(sk.flex_wage_supplement, SINCE_2013, MONTH),
    "assistance_refund(hourly_rate)": partial(sk.assistance_refund, "3"),
    "reconcile(paid)": partial(sk.reconcile, sk.flexjob_refund(JOBS[0], MONTH)),
    "assess(on)": partial(sk.assess, "flexjob", sk.Facts()),
}


def refused(name, value=SECRET):
    """The error of a call that was given a diagnosis in one place."""
    field = name.partition("(")[2].rstrip(")")
    with pytest.raises(sk.SocialkapitelError) as caught:
        CALLS[name](**{field: value})
    return caught.value


GIVEN = [SECRET, [SECRET], {date(2024, 3, 4): SECRET}, {SECRET: "TRIED"}, {SECRET: 7}]


@pytest.mark.parametrize("value", GIVEN, ids=repr)
@pytest.mark.parametrize("name", CALLS)
def test_a_diagnosis_in_the_wrong_field_is_told_nowhere(name, value):
    error = refused(name, value)
    for each in (error, *singly(error)):
        told = [
            *(sk.translate(each.message, language) for language in ("en", "da")),
            *(str(each), repr(each), repr(each.args), repr(vars(each)), repr(each.as_dict())),
            str(pickle.dumps(each)),
        ]
        assert [] == [text for text in told if SECRET in text]
    bare = [name for name in CALLS if name[0].isupper()]
    if name in bare:
        report = traceback.TracebackException.from_exception(error, capture_locals=True)
        ours = [frame for frame in report.stack if "socialkapitel" in frame.filename]
        assert SECRET not in str([frame.locals for frame in ours if "tests" not in frame.filename])


@pytest.mark.parametrize("given", [SECRET, [SECRET], {"paid": SECRET}], ids=repr)
def test_a_diagnosis_among_what_is_claimed_is_told_nowhere(given):
    wrong = {
        "E1": given,
        "E2": lambda: sk.Flexjob(**{**JOB, "share": given}),
        "E3": lambda: sk.SicknessAbsence(**{**ABSENCE, "basis": given}),
    }
    found = sk.claims(wrong, MONTH)
    assert len(wrong) == len(found)
    assert [] == [
        language for language in ("en", "da") if SECRET in found.render(language) + repr(found)
    ]
    assert SECRET not in sk.wire.to_json(found)


def test_a_name_that_resembles_one_is_shown():
    with pytest.raises(sk.InvalidInput, match="'ordinry' is not accepted"):
        sk.SicknessAbsence(**{**ABSENCE, "basis": "ordinry"})


ILLNESSES = re.findall(
    r"\w+",
    """
    abort abuse alcohol alkohol angst anoreksi arthritis asthma astma autism autisme blodprop cancer
    demens dementia depression diabetes dialyse eksem epilepsi fertilitet gigt grief kræft migræne
    misbrug ocd parkinson rygskade schizophrenia sclerose skizofreni sklerose sorg stress stroke
    """,
)
PUBLIC = [getattr(sk, name) for name in sk.__all__]
CHOICES = [kind for kind in PUBLIC if isinstance(kind, type) and issubclass(kind, Enum)]


@pytest.mark.parametrize("illness", ILLNESSES)
def test_no_illness_is_taken_for_a_slip(illness):
    """Words of a label are no choice: *ansat* looks like *angst*, *part* like *abort*."""
    assert len(CHOICES) > 20
    for word in {str(each.value) for kind in CHOICES for each in kind} | {*SCHEME_NAMES}:
        assert not is_slip(illness, [word])
        assert not is_slip(f"{word} {illness}", [word])
    with pytest.raises(sk.InvalidInput) as choice:
        sk.SicknessAbsence(**{**ABSENCE, "basis": illness})
    assert HIDDEN is choice.value.value
    for text in (illness, f"flexjob, {illness}"):
        with pytest.raises(sk.UnknownName) as caught:
            sk.Facts(measures={text: sk.MeasureState.TRIED})
        assert HIDDEN is caught.value.name
        assert illness not in f"{caught.value} {caught.value!r} {vars(caught.value)}"


def test_a_name_in_a_field_that_resembles_one_is_shown():
    with pytest.raises(sk.UnknownName, match="unknown scheme: 'flexjobs'; did you mean"):
        sk.Facts(measures={"flexjobs": sk.MeasureState.TRIED})
