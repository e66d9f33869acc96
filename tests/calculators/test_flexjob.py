"""The refund of an old flexjob: examples, every date on which it changes, every bad input."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial

import attrs
import pytest
from calculators.oracle_flexjob import CEILINGS, to_oere
from redoing import redo

import socialkapitel as sk


def job(**given):
    return sk.Flexjob(
        **{
            "granted_on": date(2006, 3, 1),
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
    return {name: str(value) for name, value in fields.items() if name != "explanation"}


def codes(result):
    return [caveat.code for caveat in result.caveats]


def test_two_thirds_of_pay_and_atp():
    """2/3 × (18297.00 + 162.60) = 12306.40."""
    assert {
        "basis": "18297.00",
        "ceiling": "None",
        "atp": "162.60",
        "other_contributions": "0.00",
        "gross": "12306.40",
        "set_off": "0.00",
        "amount": "12306.40",
    } == amounts(refund())


def test_everything_at_once():
    """Hourly pay, part time, a ceiling, other contributions, what was paid, and a sick day.

    214.12 × 160.33 × 30/37 = 27835.02; ceiling 466594/12 × 30/37 = 31526.62; 27500 was paid.
    2/3 × (27500 + 180.00 + 1200.50) = 19253.67; 22 weekdays; the day's 300 go off.
    """
    result = refund(
        (2012, 11),
        {"actual_pay": "27500", "sickness_benefit": {date(2012, 11, 5): "300"}},
        granted_on=date(2006, 7, 5),
        starting_pay=sk.Pay.hourly("214.12"),
        weekly_hours="30",
        other_contributions="1200.50",
    )
    assert {
        "basis": "27500.00",
        "ceiling": "31526.62",
        "atp": "180.00",
        "other_contributions": "1200.50",
        "gross": "19253.67",
        "set_off": "300.00",
        "amount": "18953.67",
    } == amounts(result)
    assert {"derived-figure", "set-off-practice"} == set(codes(result))


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


@pytest.mark.parametrize(
    ("granted_on", "in_force"),
    [
        (date(1997, 12, 31), False),
        (date(1998, 1, 1), True),
        (date(2012, 12, 31), True),
        (date(2013, 1, 1), False),
    ],
    ids=str,
)
def test_the_scheme_is_for_grants_from_1998_through_2012(granted_on, in_force):
    ask = partial(refund, (2013, 2), granted_on=granted_on, atp_class=None)
    if in_force:
        assert ask().amount > 0
        return
    with pytest.raises(sk.NotInForce) as caught:
        ask()
    hint = (
        "; for jobs granted since 2013 use flex_wage_supplement" if granted_on.year == 2013 else ""
    )
    assert (
        f"flexjob.grant is not known on {granted_on}:"
        f" it is known from 1998-01-01 through 2012-12-31{hint}"
    ) == str(caught.value)


@pytest.mark.parametrize(
    ("granted_on", "ceiling", "code"),
    [
        (date(2006, 6, 30), None, []),
        (date(2006, 7, 1), None, ["ceiling-start"]),
        (date(2006, 7, 4), None, ["ceiling-start"]),
        (date(2006, 7, 5), Decimal("33706.67"), []),
    ],
    ids=str,
)
def test_the_ceiling_is_for_grants_from_5_july_2006(granted_on, ceiling, code):
    result = refund(
        (2007, 1),
        granted_on=granted_on,
        starting_pay=sk.Pay.monthly(50000),
        atp_class=None,
    )
    assert ceiling == result.ceiling
    assert (ceiling or Decimal("50000.00")) == result.basis
    derived = ["derived-figure"] * (2 if ceiling else 1)  # the full time, and the ceiling of 2007
    assert derived + code == codes(result)


@pytest.mark.parametrize("year", CEILINGS)
def test_the_ceiling_of_each_year(year):
    month = (year, 8) if year == 2006 else (year, 1)
    ask = partial(
        refund,
        granted_on=date(2006, 7, 5),
        starting_pay=sk.Pay.monthly(100_000),
        atp_class=None,
        share="1/2",
    )
    expected = to_oere(Fraction(CEILINGS[year], 24))
    assert [expected, expected] == [Fraction(ask(m).amount) for m in (month, (year, 12))]


def test_half_and_two_thirds_of_the_ceiling_of_2015():
    """Half 244916 and two thirds 326555 a year (bm.dk, Satser for 2015, Løntilskud)."""
    ask = partial(
        refund,
        (2015, 5),
        granted_on=date(2010, 1, 1),
        starting_pay=sk.Pay.monthly(100_000),
        atp_class=None,
    )
    assert round(Fraction(244916, 12), 2) == Fraction(ask(share="1/2").amount)
    assert round(12 * Fraction(ask(share="2/3").amount)) == 326555


def test_no_ceiling_is_known_after_2026():
    with pytest.raises(sk.NotInForce) as caught:
        refund((2027, 1), granted_on=date(2006, 7, 5), atp_class=None)
    assert "flexjob.ceiling_yearly" == caught.value.name
    assert "12198.00" == str(refund((2027, 1), atp_class=None).amount)


def test_the_ceiling_is_for_the_hours_of_the_job():
    result = refund(
        (2018, 6),
        granted_on=date(2008, 1, 1),
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
    granted_on = date(2000, 1, 1)
    assert refund(first, granted_on=granted_on, atp_class=atp_class).atp > 0
    with pytest.raises(sk.NotInForce) as caught:
        refund(before, granted_on=granted_on, atp_class=atp_class)
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
    assert atp == str(refund(month, granted_on=date(2000, 1, 1)).atp)


@pytest.mark.parametrize(
    ("month", "citation"),
    [
        ((2003, 6), "lov om aktiv socialpolitik"),
        ((2003, 7), "LAB § 71"),
        ((2019, 12), "LAB § 71"),
        ((2020, 1), "LAB § 133"),
    ],
    ids=str,
)
def test_the_law_is_cited_as_it_was(month, citation):
    result = refund(month, granted_on=date(2000, 1, 1))
    assert citation == result.explanation.steps[-1].source.citation


def test_the_month_of_the_grant_counts_in_full_and_is_warned_of():
    result = refund((2006, 3), granted_on=date(2006, 3, 2))
    assert "12306.40" == str(result.amount)
    assert "granted-within-month" in codes(result)
    assert "granted-within-month" not in codes(refund((2006, 4), granted_on=date(2006, 3, 2)))
    assert "granted-within-month" not in codes(refund((2006, 3), granted_on=date(2006, 3, 1)))


def test_a_month_before_the_grant_is_refused():
    with pytest.raises(sk.InvalidInput) as caught:
        refund((2006, 2))
    assert "month: '2006-02' is not accepted; give a month from 2006-03 on" == str(caught.value)
    with pytest.raises(sk.InvalidInput):
        refund((2005, 12))


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
        ("granted_on", "2006-03-01", sk.WrongType),
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
        ({"actual_pay": "0"}, "actual_pay", sk.InvalidInput),
        ({"actual_pay": 1_000_001}, "actual_pay", sk.InvalidInput),
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
        granted_on=date(2006, 7, 4),
        share="1/2",
        starting_pay=sk.Pay.monthly("30000"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    refund = sk.flexjob_refund(job, sk.Month(2006, 8), parameters=reform)
    assert (None, Decimal("15000.00")) == (refund.ceiling, refund.amount)
