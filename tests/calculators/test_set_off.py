"""Sickness benefit by day: which days count, and what a day takes off."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import pytest
from redoing import redo

import socialkapitel as sk

MONTH = sk.Month(2007, 11)  # 22 weekdays


def refund(benefits, hours=None, **given):
    job = sk.Flexjob(
        **{
            "started_on": date(2006, 3, 1),
            "share": "1/2",
            "starting_pay": sk.Pay.monthly("22000"),
            "weekly_hours": "37",
            "atp_class": None,
            "other_contributions": "0",
            **given,
        }
    )
    result = sk.flexjob_refund(job, MONTH, sickness=benefits, paid_hours=hours)
    redo(result.explanation.document())
    return result


def codes(result):
    """The codes of all caveats but those for figures that were derived."""
    return [caveat.code for caveat in result.caveats if caveat.code != "derived-figure"]


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


def test_weekends_reduce_the_refund_too():
    """Saturday and Sunday like any day for which a refund is received."""
    weekend = dict.fromkeys((date(2007, 11, 3), date(2007, 11, 4)), "499.99")
    assert "999.98" == str(refund(weekend).set_off)


def test_the_refund_is_reduced_to_nothing_at_most():
    """30 days take at most 500 each, and no more than the 11000 there are."""
    every = {date(2007, 11, day): "1000" for day in range(1, 31)}
    assert ("0.00", "11000.00") == (str(refund(every).amount), str(refund(every).set_off))


def test_what_days_in_full_would_leave_is_told_where_it_differs():
    result = refund({date(2007, 11, 5): "683", date(2007, 11, 6): "100"})
    assert "10400.00" == str(result.amount)
    assert ["set-off-practice", "set-off-in-full"] == codes(result)
    assert "would then be DKK 10217.00 instead of DKK 10400.00" in str(result.caveats[-1].text)
    whole = refund({date(2007, 11, day): "1000" for day in range(1, 31)})
    assert ["set-off-practice"] == codes(whole)


def test_a_job_that_is_held_for_a_part_of_the_month_has_its_own_days():
    """12 days from Monday to Friday from 15 November on; a weekend's job has its two."""
    late = refund({date(2007, 11, 15): "2000"}, started_on=date(2007, 11, 15))
    assert "507.70" == str(late.set_off)  # 88.8 hours: 1/2 × 22000 × 88.8/160.33 / 12
    weekend = refund(
        {date(2007, 11, 3): "9000"},
        hours="160.33",
        started_on=date(2007, 11, 3),
        ended_on=date(2007, 11, 4),
    )
    assert "5500.00" == str(weekend.set_off)


def test_a_month_without_pay_has_nothing_to_reduce():
    job = sk.Flexjob(
        started_on=date(2006, 3, 1),
        share="1/2",
        starting_pay=sk.Pay.monthly("22000"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="100",
    )
    result = sk.flexjob_refund(job, MONTH, actual_pay=0, sickness={date(2007, 11, 5): "500"})
    redo(result.explanation.document())
    assert ("0.00", "0.00") == (str(result.amount), str(result.set_off))


def test_a_set_off_is_explained_and_warned_of():
    result = refund({date(2007, 11, 6): "500", date(2007, 11, 5): "100"})
    assert ["set-off-practice"] == codes(result)
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


@pytest.mark.parametrize("day", [date(2007, 10, 31), date(2007, 12, 1)], ids=["before", "after"])
def test_days_of_other_months_are_refused(day):
    with pytest.raises(sk.InvalidInput) as caught:
        refund({date(2007, 11, 5): "100", day: "100"})
    assert (
        f"sickness: {day!r} is not accepted;"
        " give days of the job in the month, 2007-11-01 to 2007-11-30"
    ) == str(caught.value)


@pytest.mark.parametrize("day", [date(2007, 11, 6), date(2007, 11, 24)])
def test_days_outside_the_job_are_refused(day):
    ask = partial(refund, started_on=date(2007, 11, 7), ended_on=date(2007, 11, 23))
    assert ask({date(2007, 11, 7): "1", date(2007, 11, 23): "1"}).amount
    with pytest.raises(sk.InvalidInput, match="2007-11-07 to 2007-11-23"):
        ask({day: "100"})


@pytest.mark.parametrize(
    "key", [b"2007-11-05", 5, None, datetime(2007, 11, 5, tzinfo=UTC), sk.Month(2007, 11)], ids=repr
)
def test_only_dates_are_days(key):
    with pytest.raises(sk.WrongType) as caught:
        refund({key: "100"})
    assert "sickness" == caught.value.field


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
    assert ("sickness[2007-11-05]", error) == (caught.value.field, type(caught.value))


@pytest.mark.parametrize("value", [[], "2007", 5, [(date(2007, 11, 5), 1)]], ids=repr)
def test_benefits_are_a_mapping(value):
    with pytest.raises(
        sk.WrongType, match=r"give an absence .SicknessAbsence., or a mapping of days to kroner"
    ):
        refund(value)


def test_benefits_are_taken_in_order_of_day():
    days = [date(2007, 11, 7), date(2007, 11, 5)]
    steps = refund(dict.fromkeys(days, 100)).explanation.steps
    assert ["2007-11-05", "2007-11-07"] == [
        step.id[20:-1] for step in steps if step.rule == "flexjob.day_set_off"
    ]
