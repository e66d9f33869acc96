"""Sickness benefit by day: which days count, and what a day takes off."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from redoing import redo

import socialkapitel as sk
from socialkapitel.calculators.set_off import read_benefits

MONTH = sk.Month(2007, 11)  # 22 weekdays


def refund(benefits):
    job = sk.Flexjob(
        granted_on=date(2006, 3, 1),
        share="1/2",
        starting_pay=sk.Pay.monthly("22000"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    result = sk.flexjob_refund(job, MONTH, sickness_benefit=benefits)
    redo(result.explanation.document())
    return result


@pytest.mark.parametrize(
    ("benefits", "set_off"),
    [
        ({5: "499.99"}, "499.99"),
        ({5: "500"}, "500.00"),
        ({5: "500.01"}, "500.00"),
        ({5: "683", 6: "100"}, "600.00"),
        ({5: "0"}, "0.00"),
        (dict.fromkeys((1, 2, *range(5, 10), *range(12, 17)), "1000"), "6000.00"),
    ],
    ids=["below", "as much as", "above", "two days", "nothing", "twelve days"],
)
def test_each_weekday_carries_a_part_and_loses_no_more(benefits, set_off):
    """11000 over 22 weekdays is 500 a day."""
    result = refund({date(2007, 11, day): value for day, value in benefits.items()})
    assert set_off == str(result.set_off)
    assert Decimal(11000) - Decimal(set_off) == result.amount
    assert ("11000.00", 11) == (str(result.gross), MONTH.month)


def test_a_set_off_is_explained_and_warned_of():
    result = refund({date(2007, 11, 6): "683", date(2007, 11, 5): "100"})
    assert ["derived-figure", "set-off-practice"] == [caveat.code for caveat in result.caveats]
    assert [
        "flexjob.day",
        "flexjob.day_set_off[2007-11-05]",
        "flexjob.day_set_off[2007-11-06]",
        "flexjob.after_set_off",
    ] == [step.id for step in result.explanation.steps[-4:]]


@pytest.mark.parametrize("nothing", [None, {}], ids=repr)
def test_without_benefit_nothing_is_said_of_it(nothing):
    result = refund(nothing)
    assert "0.00" == str(result.set_off)
    assert ["derived-figure"] == [caveat.code for caveat in result.caveats]
    assert "flexjob.refund" == result.explanation.steps[-1].id


def test_the_law_is_cited_as_it_was():
    assert "LAB § 71" == refund({date(2007, 11, 5): "1"}).explanation.steps[-1].source.citation


@pytest.mark.parametrize(
    "day",
    [date(2007, 11, 3), date(2007, 11, 4), date(2007, 10, 31), date(2007, 12, 3)],
    ids=["saturday", "sunday", "before", "after"],
)
def test_other_days_are_refused(day):
    with pytest.raises(sk.InvalidInput) as caught:
        refund({date(2007, 11, 5): "100", day: "100"})
    assert (
        f"sickness_benefit: {day!r} is not accepted; give days from Monday to Friday in 2007-11"
    ) == str(caught.value)


def test_days_before_the_grant_are_refused():
    days = {date(2007, 11, 7): "100", date(2007, 11, 6): "100"}
    with pytest.raises(sk.InvalidInput) as caught:
        read_benefits(days, MONTH, date(2007, 11, 7))
    assert (
        "sickness_benefit: datetime.date(2007, 11, 6) is not accepted;"
        " give days from the grant on, 2007-11-07"
    ) == str(caught.value)


@pytest.mark.parametrize(
    "key", ["2007-11-05", 5, None, datetime(2007, 11, 5, tzinfo=UTC), sk.Month(2007, 11)], ids=repr
)
def test_only_dates_are_days(key):
    with pytest.raises(sk.WrongType) as caught:
        refund({key: "100"})
    assert "sickness_benefit" == caught.value.field


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (1.5, sk.WrongType),
        (None, sk.WrongType),
        ("-1", sk.InvalidInput),
        ("1.234", sk.InvalidInput),
        ("", sk.InvalidInput),
        (1_000_001, sk.InvalidInput),
    ],
    ids=repr,
)
def test_an_unfit_amount_names_its_day(value, error):
    with pytest.raises(error) as caught:
        refund({date(2007, 11, 5): value})
    assert ("sickness_benefit[2007-11-05]", error) == (caught.value.field, type(caught.value))


@pytest.mark.parametrize("value", [[], "2007", 5, [(date(2007, 11, 5), 1)]], ids=repr)
def test_benefits_are_a_mapping(value):
    with pytest.raises(sk.WrongType, match="give a mapping of days to kroner"):
        refund(value)


def test_benefits_are_read_in_order_of_day():
    days = [date(2007, 11, 7), date(2007, 11, 5)]
    read = read_benefits(dict.fromkeys(days, 100), MONTH, date(2007, 11, 5))
    assert [(day, Decimal("100.00")) for day in sorted(days)] == list(read.items())
