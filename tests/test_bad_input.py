"""Whatever is given to the ground floors, only errors of the library come out of them."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

import socialkapitel as sk
from socialkapitel.money import PayPer, amount, decimal, hourly_rate, hundredths, oere
from socialkapitel.periods import add_months, read_date, term_end
from socialkapitel.sources import FormerCitation, Publication

pytestmark = pytest.mark.no_cover

NEW_YEAR = date(2018, 1, 1)
MONTH_END = date(2018, 1, 31)
PERIOD = sk.Period(NEW_YEAR, MONTH_END)
SOURCE = sk.Source("a law")
RULE = sk.Rule("a.rule", sk.Message("Refund"), SOURCE, NEW_YEAR)
CEILING = sk.PARAMETERS["flexjob.ceiling_yearly"]
FIGURE = CEILING.figures[0]


def pay(value, per):
    return sk.Pay(value, per)


def amend(name="flexjob.ceiling_yearly", **given):
    return sk.PARAMETERS.amend(
        name, **{"value": "1", "valid_from": NEW_YEAR, "source": "what-if", **given}
    )


def figure(value, unit, valid_from, valid_to, source):
    return sk.Figure("a", value, unit, valid_from, valid_to, source, sk.Evidence.ASSUMED)


ONE = {
    "Share": (sk.Share, sk.Share),
    "Pay.monthly": (sk.Pay.monthly, sk.Pay),
    "Pay.hourly": (sk.Pay.hourly, sk.Pay),
    "Month.of": (sk.Month.of, sk.Month),
    "Week.of": (sk.Week.of, sk.Week),
    "Quarter.of": (sk.Quarter.of, sk.Quarter),
    "day in month": (sk.Month(2018, 1).__contains__, bool),
    "day in week": (sk.Week(2018, 1).__contains__, bool),
    "day in quarter": (sk.Quarter(2018, 1).__contains__, bool),
    "day in period": (PERIOD.__contains__, bool),
    "overlaps": (PERIOD.overlaps, bool),
    "read_date": (lambda value: read_date(value, "day"), date),
    "Source": (sk.Source, sk.Source),
    "Source.cite": (SOURCE.cite, str),
    "Source.on": (SOURCE.on, sk.Source),
    "Rule.check": (RULE.check, type(None)),
    "ParameterSet": (sk.ParameterSet, sk.ParameterSet),
    "PARAMETERS[]": (sk.PARAMETERS.__getitem__, sk.Parameter),
    "in PARAMETERS": (sk.PARAMETERS.__contains__, bool),
    "Parameter.on": (CEILING.on, sk.Figure),
    "Parameter.covers": (CEILING.covers, bool),
    "amend name": (amend, sk.ParameterSet),
    "amend value": (lambda value: amend(value=value), sk.ParameterSet),
    "amend valid_from": (lambda value: amend(valid_from=value), sk.ParameterSet),
    "amend valid_to": (lambda value: amend(valid_to=value), sk.ParameterSet),
    "amend source": (lambda value: amend(source=value), sk.ParameterSet),
    "amend evidence": (lambda value: amend(evidence=value), sk.ParameterSet),
    "amend note": (lambda value: amend(note=value), sk.ParameterSet),
    "translate": (lambda value: sk.translate(value, "da"), str),
    "translate to": (lambda value: sk.translate("text", value), str),
    "format_kroner": (lambda value: sk.format_kroner(value, "da"), str),
    "format_kroner to": (lambda value: sk.format_kroner(1, value), str),
    "format_number": (lambda value: sk.format_number(value, "en"), str),
    "amount": (lambda value: amount(value, "pay"), object),
    "hourly_rate": (lambda value: hourly_rate(value, "pay"), object),
}

MORE = {
    "Month": (sk.Month, 2, sk.Month),
    "Week": (sk.Week, 2, sk.Week),
    "Quarter": (sk.Quarter, 2, sk.Quarter),
    "Period": (sk.Period, 2, sk.Period),
    "Period.of_days": (sk.Period.of_days, 2, sk.Period),
    "Pay": (pay, 2, sk.Pay),
    "FormerCitation": (FormerCitation, 2, FormerCitation),
    "Publication": (Publication, 3, Publication),
    "Source": (sk.Source, 3, sk.Source),
    "Figure": (figure, 5, sk.Figure),
    "Parameter": (sk.Parameter, 5, sk.Parameter),
    "term_end": (term_end, 2, date),
    "add_months": (
        lambda day, months, missing: add_months(day, months, missing=missing),
        3,
        date,
    ),
}

# So that some of the arguments fit, and the others are looked at too.
fitting = st.sampled_from(
    [
        *(NEW_YEAR, MONTH_END, 2018, 1, "1", PayPer.MONTH, sk.Unit.DKK, SOURCE, (FIGURE,)),
        *(sk.MissingDay.LAST_OF_MONTH, sk.Label(en="a", da="b"), FIGURE.value, ()),
    ]
)


@given(junk | fitting)
def test_one_argument_fits_or_is_refused(value):
    assert [] == [
        name
        for name, (call, kind) in ONE.items()
        if not fits_or_is_refused(partial(call, value), kind)
    ]


@given(st.tuples(*[fitting | fitting | junk] * 5))
def test_several_arguments_fit_or_are_refused(values):
    assert [] == [
        name
        for name, (call, count, kind) in MORE.items()
        if not fits_or_is_refused(partial(call, *values[:count]), kind)
    ]


@given(junk)
def test_a_number_that_is_let_in_keeps_its_bounds(value):
    try:
        whole = hundredths(value, "pay", most=37)
    except sk.SocialkapitelError:
        return
    assert 0 <= whole <= 3700
    assert whole == oere(decimal(whole))
