"""The refund of an old flexjob: examples, every date on which it changes, every bad input."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial

import attrs
import pytest
from calculators.oracle_flexjob import CEILINGS, CEILINGS_AN_HOUR, to_oere
from redoing import redo

import socialkapitel as sk


def job(**given):
    return sk.Flexjob(
        **{
            "started_on": date(2006, 3, 1),
            "share": "2/3",
            "starting_pay": sk.Pay.monthly("18297.00"),
            "weekly_hours": "37",
            "atp_class": "A",
            "other_contributions": "0",
            **given,
        }
    )


def refund(month=(2007, 11), more=None, **given):
    result = sk.flexjob_refund(job(**given), sk.Month(*month), **(more or {}))
    redo(result.explanation.document())
    return result


def amounts(result):
    fields = attrs.asdict(result, recurse=False)
    unlike = {"explanation", "paid_hours", "parts", "period"}
    return {name: str(value) for name, value in fields.items() if name not in unlike}


def codes(result):
    """The codes of all caveats but those for figures that were derived."""
    return [caveat.code for caveat in result.caveats if caveat.code != "derived-figure"]


def told(result, code):
    """A caveat's text."""
    [text] = [str(caveat.text) for caveat in result.caveats if caveat.code == code]
    return text


def test_two_thirds_of_pay_and_atp():
    """2/3 × (18297.00 + 162.60) = 12306.40."""
    assert {
        "pay": "18297.00",
        "atp": "162.60",
        "other_contributions": "0.00",
        "ceiling": "None",
        "basis": "18459.60",
        "gross": "12306.40",
        "set_off": "0.00",
        "amount": "12306.40",
    } == amounts(refund())


def test_everything_at_once():
    """Hourly pay, part time, a ceiling, other contributions, what was paid, and a sick day.

    214.12 × 160.33 × 30/37 = 27835.02; ceiling 466594/12 × 30/37 = 31526.62; 27500 was paid.
    2/3 × (27500 + 180.00 + 1200.50) = 19253.67; 22 weekdays; the day's 300 go off. The hourly
    ceiling of 2012 is not known.
    """
    result = refund(
        (2012, 11),
        {"actual_pay": "27500", "sickness": {date(2012, 11, 5): "300"}},
        started_on=date(2006, 7, 5),
        starting_pay=sk.Pay.hourly("214.12"),
        weekly_hours="30",
        other_contributions="1200.50",
    )
    assert {
        "pay": "27500.00",
        "atp": "180.00",
        "other_contributions": "1200.50",
        "ceiling": "31526.62",
        "basis": "28880.50",
        "gross": "19253.67",
        "set_off": "300.00",
        "amount": "18953.67",
    } == amounts(result)
    assert {"hourly-ceiling-unknown", "set-off-practice"} == set(codes(result))


def test_rounding_happens_once():
    """1/2 × (20000.01 × 36.99/37) = 9997.302…; two roundings would differ for other pay."""
    exact = Fraction("20000.01") * Fraction("36.99") / 37 / 2
    result = refund(
        share="1/2", starting_pay=sk.Pay.monthly("20000.01"), weekly_hours="36.99", atp_class=None
    )
    assert to_oere(exact) == Fraction(result.amount)
    # 1/2 × 0.01 is exactly half an øre, which goes up.
    tiny = refund(share="1/2", starting_pay=sk.Pay.monthly("0.01"), atp_class=None)
    assert "0.01" == str(tiny.amount)


def test_without_a_class_there_is_no_atp():
    result = refund(atp_class=None)
    assert ("0.00", "12198.00") == (str(result.atp), str(result.amount))
    assert "ATP in the refund: none: DKK 0.00" in str(result.explanation)


def test_the_lower_of_starting_pay_and_what_was_paid():
    assert "10108.40" == str(refund(more={"actual_pay": "15000"}).amount)
    assert "12306.40" == str(refund(more={"actual_pay": "18297"}).amount)
    assert "12306.40" == str(refund(more={"actual_pay": "25000.00"}).amount)


def test_nothing_paid_is_a_month_without_refund():
    """Not an error, and no contribution is refunded alone."""
    for nothing in ({"actual_pay": "0"}, {"paid_hours": 0}, {"actual_pay": 0, "paid_hours": "10"}):
        result = refund((2015, 3), nothing, started_on=date(2008, 1, 1), other_contributions="6000")
        found = amounts(result)
        assert found.pop("ceiling") == "None"
        assert set(found.values()) == {"0.00"}
        [paid] = [step for step in result.explanation.steps if step.id == "flexjob.paid"]
        assert sk.Outcome.NOT_FULFILLED is paid.outcome


@pytest.mark.parametrize(
    ("started_on", "in_force"),
    [
        (date(1997, 12, 31), False),
        (date(1998, 1, 1), True),
        (date(2012, 12, 31), True),
        (date(2013, 1, 1), False),
    ],
    ids=str,
)
def test_the_scheme_is_for_jobs_that_began_from_1998_through_2012(started_on, in_force):
    ask = partial(refund, (2013, 2), started_on=started_on, atp_class=None)
    if in_force:
        assert ask().amount > 0
        return
    with pytest.raises(sk.NotInForce) as caught:
        ask()
    hint = (
        "; for jobs begun since 2013 calculate the flex wage supplement (flex_wage_supplement)"
        if started_on.year == 2013
        else ""
    )
    assert (
        f"flexjob.start is not known on {started_on}:"
        f" it is known from 1998-01-01 through 2012-12-31{hint}"
    ) == str(caught.value)


def test_the_start_decides_and_not_the_grant():
    """Granted on 10 December 2012: begun by the year's end there is a refund, begun later none."""
    december = refund((2013, 3), granted_on=date(2012, 12, 10), started_on=date(2012, 12, 31))
    assert december.amount > 0
    with pytest.raises(sk.NotInForce, match="calculate the flex wage supplement"):
        refund((2013, 3), granted_on=date(2012, 12, 10), started_on=date(2013, 2, 1))
    june = refund((2007, 1), granted_on=date(2006, 6, 1), started_on=date(2006, 7, 5))
    assert june.ceiling is not None


def test_a_grant_alone_is_taken_for_the_start_and_warned_of():
    result = refund(started_on=None, granted_on=date(2006, 3, 1))
    assert "12306.40" == str(result.amount)
    assert "assumed to be that of the grant, 2006-03-01" in told(result, "start-not-known")
    assert "start-not-known" not in codes(refund(granted_on=date(2005, 3, 1)))
    nothing = refund((2007, 1), {"actual_pay": 0}, started_on=None, granted_on=date(2006, 3, 1))
    assert ["start-not-known"] == codes(nothing)


@pytest.mark.parametrize(
    ("started_on", "ceiling", "code"),
    [
        (date(2006, 6, 30), None, []),
        (date(2006, 7, 1), None, ["ceiling-start"]),
        (date(2006, 7, 4), None, ["ceiling-start"]),
        (date(2006, 7, 5), Decimal("33706.67"), ["ceiling-pay-alone"]),
    ],
    ids=str,
)
def test_the_ceiling_is_for_jobs_that_began_from_5_july_2006(started_on, ceiling, code):
    result = refund(
        (2007, 1),
        started_on=started_on,
        starting_pay=sk.Pay.monthly(50000),
        atp_class=None,
    )
    assert ceiling == result.ceiling
    assert (ceiling or Decimal("50000.00")) == result.basis
    assert code == codes(result)


def test_the_ceiling_limits_pay_and_contributions_together():
    """2/3 of 52,000 + 198 + 6,000 in 2024, at most 588189/12: 32,677.17. Pay alone: 36,809.17."""
    result = refund(
        (2024, 3),
        started_on=date(2008, 3, 1),
        starting_pay=sk.Pay.monthly("52000"),
        other_contributions="6000",
    )
    assert ("49015.75", "49015.75", "32677.17") == (
        str(result.ceiling),
        str(result.basis),
        str(result.amount),
    )
    assert told(result, "ceiling-pay-alone").endswith(
        "the refund would then be DKK 36809.17 instead of DKK 32677.17"
    )


def test_below_the_ceiling_both_readings_are_the_same():
    result = refund((2024, 3), started_on=date(2008, 3, 1), other_contributions="6000")
    assert "ceiling-pay-alone" not in codes(result)
    at_it = refund(
        (2024, 3),
        started_on=date(2008, 3, 1),
        starting_pay=sk.Pay.monthly("48817.75"),  # 49015.75 with ATP
    )
    assert at_it.basis == at_it.ceiling
    assert "ceiling-pay-alone" not in codes(at_it)


def test_the_other_reading_is_told_after_the_reduction():
    """36809.17 less 500 for a day: 21 days from Monday to Friday, more than 500 each."""
    result = refund(
        (2024, 3),
        {"sickness": {date(2024, 3, 4): "500"}},
        started_on=date(2008, 3, 1),
        starting_pay=sk.Pay.monthly("52000"),
        other_contributions="6000",
    )
    assert "32177.17" == str(result.amount)
    assert told(result, "ceiling-pay-alone").endswith("DKK 36309.17 instead of DKK 32177.17")


def test_a_twelfth_of_the_ceiling_is_called_practice():
    result = refund((2018, 6), started_on=date(2008, 3, 1))
    [step] = [step for step in result.explanation.steps if step.id == "flexjob.ceiling"]
    assert step.source.practice
    hours = refund((2018, 6), {"paid_hours": "100"}, started_on=date(2008, 3, 1))
    [step] = [step for step in hours.explanation.steps if step.id == "flexjob.ceiling_of_hours"]
    assert ("LAB § 71", False) == (step.source.citation, step.source.practice)


@pytest.mark.parametrize("year", CEILINGS)
def test_the_ceiling_of_each_year(year):
    month = (year, 8) if year == 2006 else (year, 1)
    ask = partial(
        refund,
        started_on=date(2006, 7, 5),
        starting_pay=sk.Pay.monthly(100_000),
        atp_class=None,
        share="1/2",
    )
    expected = to_oere(Fraction(CEILINGS[year], 24))
    assert [expected, expected] == [Fraction(ask(m).amount) for m in (month, (year, 12))]


@pytest.mark.parametrize("year", CEILINGS_AN_HOUR)
def test_the_hourly_ceiling_of_each_year(year):
    month = (year, 8) if year == 2006 else (year, 1)
    ask = partial(
        refund,
        started_on=date(2006, 7, 5),
        starting_pay=sk.Pay.hourly(400),
        atp_class=None,
        share="1/2",
    )
    expected = to_oere(Fraction(CEILINGS_AN_HOUR[year]) * 70 / 2)
    assert expected == Fraction(ask(month, {"paid_hours": "70"}).amount)
    assert expected == Fraction(ask((year, 12), {"paid_hours": "70"}).amount)
    whole = to_oere(Fraction(CEILINGS_AN_HOUR[year]) * Fraction("160.33") / 2)
    found = ask(month)
    assert whole == Fraction(found.amount)
    assert "paid-hours-not-known" in codes(found)


def test_half_and_two_thirds_of_the_ceiling_of_2015():
    """Half 244916 and two thirds 326555 a year (bm.dk, Satser for 2015, Løntilskud)."""
    ask = partial(
        refund,
        (2015, 5),
        started_on=date(2010, 1, 1),
        starting_pay=sk.Pay.monthly(100_000),
        atp_class=None,
    )
    assert round(Fraction(244916, 12), 2) == Fraction(ask(share="1/2").amount)
    assert round(12 * Fraction(ask(share="2/3").amount)) == 326555


def test_half_and_two_thirds_of_the_hourly_ceiling_of_2015():
    """127.29 and 169.71 an hour (bm.dk, Satser for 2015, Løntilskud)."""
    ask = partial(
        refund,
        (2015, 5),
        {"paid_hours": "1"},
        started_on=date(2010, 1, 1),
        starting_pay=sk.Pay.hourly(400),
        atp_class=None,
    )
    assert ["127.29", "169.71"] == [str(ask(share=share).amount) for share in ("1/2", "2/3")]


def test_hourly_pay_for_the_hours_that_were_paid():
    """70 hours in June 2018 at 320 kroner: 2/3 of 70 × 268.56 = 12,532.80."""
    ask = partial(
        refund,
        (2018, 6),
        {"paid_hours": "70"},
        started_on=date(2008, 1, 1),
        starting_pay=sk.Pay.hourly("320"),
        weekly_hours="18.5",
    )
    result = ask(atp_class=None)
    assert ("22400.00", "18799.20", "12532.80") == (
        str(result.pay),
        str(result.ceiling),
        str(result.amount),
    )
    assert ["ceiling-pay-alone", "ceiling-of-the-year"] == codes(result)
    assert "63.10" == str(ask().atp)  # 70 hours: a third, where 18.5 a week give two thirds


def test_a_month_that_ends_within():
    """Ended on 8 May 2024 after 44 hours and 6,521.74 of pay: ATP 66 and 4,391.83."""
    result = refund(
        (2024, 5),
        {"actual_pay": "6521.74", "paid_hours": "44"},
        started_on=date(2008, 1, 1),
        ended_on=date(2024, 5, 8),
        starting_pay=sk.Pay.monthly("25000"),
    )
    assert ("6521.74", "66.00", "4391.83") == (
        str(result.pay),
        str(result.atp),
        str(result.amount),
    )
    assert "part-of-month" not in codes(result)


def test_monthly_pay_for_the_hours_that_were_paid():
    """25000 × 44/160.33 = 6860.85; with 66.00, of that 2/3."""
    ask = partial(
        refund,
        (2018, 5),
        started_on=date(2006, 7, 4),
        starting_pay=sk.Pay.monthly("25000"),
        atp_class=None,
    )
    result = ask({"paid_hours": "44"})
    assert ("6860.85", "4573.90") == (str(result.pay), str(result.amount))
    assert ["month-by-hours", "ceiling-start"] == sorted(codes(result), reverse=True)
    whole = ask({"paid_hours": "160.33"})
    assert ask().amount == whole.amount == ask({"paid_hours": "170.2"}).amount
    assert "month-by-hours" not in codes(ask({"paid_hours": "44", "actual_pay": "6521.74"}))


def test_contributions_of_a_month_that_is_not_whole():
    ask = partial(refund, (2007, 11), atp_class=None, other_contributions="1000")
    hours = {"paid_hours": "80.17"}
    assert "contributions-of-whole-month" in codes(ask(hours))
    own = ask({**hours, "other_contributions": "500"})
    assert "500.00" == str(own.other_contributions)
    assert "contributions-of-whole-month" not in codes(own)
    assert "333.34" == str(ask(hours).amount - own.amount)


def test_hours_above_full_time_are_warned_of():
    """November 2007 has 22 days from Monday to Friday: 162.8 hours."""
    ask = partial(refund, (2007, 11), starting_pay=sk.Pay.hourly("120"))
    assert "overtime" not in codes(ask({"paid_hours": "162.8"}))
    over = ask({"paid_hours": "162.81"})
    assert "22 days from Monday to Friday" in told(over, "overtime")


def test_an_hourly_ceiling_that_is_not_known():
    ask = partial(refund, (2010, 3), started_on=date(2008, 1, 1), atp_class=None)
    hourly = sk.Pay.hourly("400")
    whole = ask(starting_pay=hourly)
    assert to_oere(Fraction(444990, 12)) == Fraction(whole.ceiling)
    assert "a twelfth of the yearly one" in told(whole, "hourly-ceiling-unknown")
    for_hours = ask(more={"paid_hours": "70"}, starting_pay=hourly)
    assert 70 * Fraction("231.29") == Fraction(for_hours.ceiling)  # 444990/12/160.33
    assert "a twelfth of the yearly one" in told(for_hours, "hourly-ceiling-unknown")
    before = ask(more={"paid_hours": "70"}, started_on=date(2006, 7, 4))
    assert "hourly-ceiling-unknown" not in codes(before)


def test_no_ceiling_is_known_after_2026():
    with pytest.raises(sk.NotInForce) as caught:
        refund((2027, 1), started_on=date(2006, 7, 5), atp_class=None)
    assert "flexjob.ceiling_yearly" == caught.value.name
    assert "12198.00" == str(refund((2026, 12), atp_class=None).amount)


def test_the_ceiling_is_for_the_hours_of_the_job():
    result = refund(
        (2018, 6),
        started_on=date(2008, 1, 1),
        starting_pay=sk.Pay.monthly(100_000),
        weekly_hours="18.50",
        atp_class=None,
        share="1/2",
    )
    assert ("21531.50", "10765.75") == (str(result.ceiling), str(result.amount))


@pytest.mark.parametrize(
    ("weekly_hours", "atp"),
    [
        ("8.99", "0.00"),
        ("9", "54.20"),
        ("17.99", "54.20"),
        ("18", "108.40"),
        ("26.99", "108.40"),
        ("27", "162.60"),
        ("37", "162.60"),
        ("0.01", "0.00"),
    ],
)
def test_atp_by_the_hours_of_the_month(weekly_hours, atp):
    assert atp == str(refund(weekly_hours=weekly_hours).atp)


@pytest.mark.parametrize(
    ("atp_class", "before", "first"),
    [("D", (2005, 12), (2006, 1)), ("E", (2009, 12), (2010, 1)), ("F", (2011, 12), (2012, 1))],
)
def test_a_class_that_does_not_exist_yet(atp_class, before, first):
    started_on = date(2000, 1, 1)
    assert refund(first, started_on=started_on, atp_class=atp_class).atp > 0
    with pytest.raises(sk.NotInForce) as caught:
        refund(before, started_on=started_on, atp_class=atp_class)
    assert f"atp.{atp_class.lower()}.employer_monthly.full" == caught.value.name


@pytest.mark.parametrize(
    ("month", "atp"),
    [
        ((2005, 12), "149.10"),
        ((2006, 1), "162.60"),
        ((2008, 12), "162.60"),
        ((2009, 1), "180.00"),
        ((2015, 12), "180.00"),
        ((2016, 1), "189.35"),
        ((2023, 12), "189.35"),
        ((2024, 1), "198.00"),
    ],
    ids=str,
)
def test_atp_changes_with_the_year(month, atp):
    assert atp == str(refund(month, started_on=date(2000, 1, 1)).atp)


@pytest.mark.parametrize(
    ("month", "citation"),
    [
        ((2003, 6), "lov om aktiv socialpolitik"),
        ((2003, 7), "LAB § 71"),
        ((2019, 12), "LAB § 71"),
        ((2020, 1), "LAB § 133, stk. 2"),
    ],
    ids=str,
)
def test_the_law_is_cited_as_it_was(month, citation):
    result = refund(month, started_on=date(2000, 1, 1))
    assert citation == result.explanation.steps[-1].source.citation


def test_a_month_that_is_not_whole_has_the_hours_of_its_days():
    """From 2 March 2006 there are 22 days: 162.8 hours, which are a whole month of 160.33.

    Through 15 November 2007 there are 11: 81.4 hours, 18297 × 81.4/160.33 = 9289.44, and two
    thirds of ATP.
    """
    began = partial(refund, started_on=date(2006, 3, 2))
    assert "12306.40" == str(began((2006, 3)).amount)
    assert "part-of-month" in codes(began((2006, 3)))
    assert "part-of-month" not in codes(began((2006, 4)))
    assert "part-of-month" not in codes(refund((2006, 3)))
    ended = partial(refund, ended_on=date(2007, 11, 15))
    half = ended((2007, 11))
    assert ("9289.44", "108.40", "6265.23") == (
        str(half.pay),
        str(half.atp),
        str(half.amount),
    )
    assert "81.40 hours in all" in told(half, "part-of-month")
    assert half.amount == ended((2007, 11), {"paid_hours": "81.4"}).amount
    assert "part-of-month" not in codes(ended((2007, 10)))
    assert "part-of-month" not in codes(refund((2007, 11), ended_on=date(2007, 11, 30)))


def test_days_at_the_weekend_make_no_part_of_a_month():
    """1 and 2 March 2008 were a weekend; 1 and 2 November, too."""
    whole = refund((2008, 3), started_on=date(2008, 3, 3), other_contributions="1000")
    assert "part-of-month" not in codes(whole)
    only = refund((2008, 11), started_on=date(2006, 3, 1), ended_on=date(2008, 11, 2))
    assert "0.00" == str(only.amount)
    assert "part-of-month" in codes(only)


def test_a_month_in_which_the_job_is_not_held_is_refused():
    with pytest.raises(sk.InvalidInput) as caught:
        refund((2006, 2))
    assert "month: 2006-02 is not accepted; give a month from 2006-03 on" == str(caught.value)
    with pytest.raises(sk.InvalidInput):
        refund((2005, 12))
    with pytest.raises(sk.InvalidInput) as caught:
        refund((2007, 12), ended_on=date(2007, 11, 30))
    assert "month: 2007-12 is not accepted; give a month through 2007-11" == str(caught.value)


@pytest.mark.parametrize(
    ("given", "field", "text"),
    [
        ({"started_on": None}, "started_on", "the day on which the job began, or else"),
        (
            {"granted_on": date(2006, 3, 2)},
            "started_on",
            "a day on or after the day of the grant, 2006-03-02",
        ),
        ({"ended_on": date(2006, 2, 28)}, "ended_on", "a day on or after the job's first, 2006-03"),
        (
            {"started_on": None, "granted_on": date(2006, 3, 1), "ended_on": date(2006, 2, 28)},
            "ended_on",
            "a day on or after the job's first, 2006-03-01",
        ),
    ],
    ids=["no day", "before the grant", "ended before", "ended before the grant"],
)
def test_days_that_do_not_go_together(given, field, text):
    with pytest.raises(sk.InvalidInput) as caught:
        job(**given)
    assert field == caught.value.field
    assert text in str(caught.value)


def test_days_may_be_the_same():
    one = date(2008, 1, 2)
    assert one == job(granted_on=one, started_on=one, ended_on=one).first_day
    assert one == job(started_on=None, granted_on=one).first_day


NUMBERS = [
    (0.5, sk.WrongType),
    (True, sk.WrongType),
    (None, sk.WrongType),
    (Decimal("NaN"), sk.InvalidInput),
    (Decimal("Infinity"), sk.InvalidInput),
    ("-1", sk.InvalidInput),
    ("1.234", sk.InvalidInput),
    ("", sk.InvalidInput),
    ("ten", sk.InvalidInput),
]


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        *(("weekly_hours", *case) for case in NUMBERS),
        *(("other_contributions", *case) for case in NUMBERS),
        ("weekly_hours", "0", sk.InvalidInput),
        ("weekly_hours", "37.01", sk.InvalidInput),
        ("weekly_hours", 38, sk.InvalidInput),
        ("other_contributions", 1_000_001, sk.InvalidInput),
        ("share", "3/4", sk.InvalidInput),
        ("share", "1/3", sk.InvalidInput),
        ("share", "1", sk.InvalidInput),
        ("share", Fraction(3, 4), sk.InvalidInput),
        ("share", "", sk.InvalidInput),
        ("share", 0.5, sk.WrongType),
        ("share", None, sk.WrongType),
        ("atp_class", "G", sk.InvalidInput),
        ("atp_class", "a", sk.InvalidInput),
        ("atp_class", "", sk.InvalidInput),
        ("atp_class", ["A"], sk.InvalidInput),
        ("starting_pay", "18297.00", sk.WrongType),
        ("starting_pay", None, sk.WrongType),
        ("started_on", "01-03-2006", sk.InvalidInput),
        ("ended_on", 2006, sk.WrongType),
        ("granted_on", datetime(2006, 3, 1, tzinfo=UTC), sk.WrongType),
        ("granted_on", date(1899, 1, 1), sk.InvalidInput),
    ],
    ids=repr,
)
def test_an_unfit_job_is_refused(field, value, error):
    with pytest.raises(error) as caught:
        job(**{field: value})
    assert (field, error) == (caught.value.field, type(caught.value))
    assert str(caught.value).startswith(f"{field}: ")
    assert "give " in str(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("share", "3/4", 'share: \'3/4\' is not accepted; give "1/2" or "2/3"'),
        (
            "atp_class",
            "G",
            "atp_class: 'G' is not accepted; give one of A, B, C, D, E, F, or None for no ATP",
        ),
        (
            "weekly_hours",
            38,
            (
                "weekly_hours: 38 is not accepted;"
                " give a number above 0, at most 37, with at most two decimals"
            ),
        ),
        ("starting_pay", 18297, "starting_pay: 18297 is not accepted; give a rate of pay (Pay)"),
    ],
    ids=["share", "atp_class", "weekly_hours", "starting_pay"],
)
def test_an_error_says_what_is_accepted(field, value, text):
    with pytest.raises(sk.InvalidInput) as caught:
        job(**{field: value})
    assert text == str(caught.value)


@pytest.mark.parametrize(
    ("given", "field", "error"),
    [
        *(({"actual_pay": value}, "actual_pay", error) for value, error in NUMBERS if value),
        *(({"paid_hours": value}, "paid_hours", error) for value, error in NUMBERS if value),
        *(
            ({"other_contributions": value}, "other_contributions", error)
            for value, error in NUMBERS
            if value
        ),
        ({"actual_pay": 1_000_001}, "actual_pay", sk.InvalidInput),
        ({"paid_hours": "720.01"}, "paid_hours", sk.InvalidInput),
        ({"parameters": "packaged"}, "parameters", sk.WrongType),
        ({"parameters": {}}, "parameters", sk.WrongType),
    ],
    ids=repr,
)
def test_unfit_options_are_refused(given, field, error):
    with pytest.raises(error) as caught:
        refund(more=given)
    assert (field, error) == (caught.value.field, type(caught.value))


def test_a_job_and_a_month_are_needed():
    with pytest.raises(sk.WrongType, match=r"job: None is not accepted; give .*Flexjob"):
        sk.flexjob_refund(None, sk.Month(2007, 11))
    with pytest.raises(sk.WrongType, match=r"give .*Month"):
        sk.flexjob_refund(job(), date(2007, 11, 1))


def test_other_figures_give_another_refund():
    reform = sk.PARAMETERS.amend(
        "atp.a.employer_monthly.full", value="100.00", valid_from=date(2007, 11, 1), source="a bill"
    )
    result = refund(more={"parameters": reform})
    assert ("100.00", "12264.67") == (str(result.atp), str(result.amount))
    assert "assumed-figure" in codes(result)
    assert "162.60" == str(refund().atp)


def test_an_empty_set_of_figures_is_not_the_packaged_one():
    with pytest.raises(sk.UnknownName):
        refund(more={"parameters": sk.ParameterSet(())})


def test_a_full_time_week_of_no_hours_is_refused():
    reform = sk.PARAMETERS.amend(
        "flexjob.full_time_hours", value=0, valid_from=date(2007, 1, 1), source="nonsense"
    )
    with pytest.raises(sk.InvalidInput, match=r"flexjob\.full_time_hours: .* a figure above 0"):
        refund(more={"parameters": reform})


def test_results_and_jobs_never_change():
    for thing, field in ((job(), "share"), (refund(), "amount")):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(thing, field, None)


def test_the_facts_of_a_job_are_read():
    assert (Decimal("37.00"), Decimal("0.00"), sk.Share("2/3"), "A") == (
        job().weekly_hours,
        job().other_contributions,
        job().share,
        job().atp_class,
    )
    assert job() == job(weekly_hours=Decimal(37), share=Fraction(2, 3), other_contributions=0)


def test_a_ceiling_from_an_earlier_day_leaves_earlier_grants_without_one():
    reform = sk.PARAMETERS.amend(
        "flexjob.ceiling_yearly", value="100000", valid_from=date(2000, 1, 1), source="a test"
    )
    job = sk.Flexjob(
        started_on=date(2006, 7, 4),
        share="1/2",
        starting_pay=sk.Pay.monthly("30000"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    refund = sk.flexjob_refund(job, sk.Month(2006, 8), parameters=reform)
    assert (None, Decimal("15000.00")) == (refund.ceiling, refund.amount)


def test_a_month_that_is_given_as_a_text_is_named_like_any_other():
    job = sk.Flexjob(
        started_on="2008-09-01",
        share="2/3",
        starting_pay=sk.Pay.monthly("29600"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    of_a_text = sk.flexjob_refund(job, "2024-05").explanation
    assert of_a_text.render("da") == sk.flexjob_refund(job, sk.Month(2024, 5)).explanation.render(
        "da"
    )


def test_a_year_without_figures_between_others_is_refused_also_without_a_ceiling():
    later = sk.PARAMETERS.amend(
        "flexjob.ceiling_yearly", value="700000", valid_from=date(2028, 1, 1), source="a test"
    )
    job = sk.Flexjob(
        started_on=date(2003, 1, 1),
        share="1/2",
        starting_pay=sk.Pay.monthly("30000"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    with pytest.raises(sk.NotInForce, match="2027"):
        sk.flexjob_refund(job, sk.Month(2027, 5), parameters=later)
    assert Decimal("15000.00") == sk.flexjob_refund(job, "2028-05", parameters=later).amount
