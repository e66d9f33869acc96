import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from redoing import redo

import socialkapitel as sk

DAY = date(2018, 3, 1)
CENT = Decimal("0.01")
# The highest benefit a month: from (here: the first day with hours by it) → kroner
MONTHLY = {
    date(2015, 1, 1): 17658, date(2015, 1, 5): 17918, date(2016, 1, 4): 18113,
    date(2017, 1, 2): 18395, date(2017, 7, 1): 18403, date(2018, 1, 1): 18633,
    date(2019, 1, 1): 18866, date(2020, 1, 1): 19083, date(2021, 1, 1): 19322,
    date(2022, 1, 1): 19351, date(2023, 1, 1): 19728, date(2024, 1, 1): 20359,
    date(2025, 1, 1): 21092, date(2026, 1, 1): 22041,
}  # fmt: skip
# The same a week: five times the day's benefit
WEEKLY = {
    date(2015, 1, 1): 5 * 815, date(2015, 1, 5): 5 * 827, date(2016, 1, 4): 5 * 836,
    date(2017, 1, 2): 5 * 849,
}  # fmt: skip


def spans(table, last):
    """Each figure with its first and last day."""
    ends = [start - timedelta(days=1) for start in list(table)[1:]] + [last]
    return [(day, Decimal(most)) for (start, most), end in zip(table.items(), ends, strict=True)
            for day in (start, end)]  # fmt: skip


def codes(result):
    return [caveat.code for caveat in result.caveats]


def test_half_the_highest_benefit():
    # bupl.dk
    result = sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, DAY, monthly_benefit="9316.50")

    assert Decimal(19) == result.hours
    assert Decimal(18633) == result.maximum
    assert () == result.caveats


def test_the_highest_benefit_of_2018():
    # albertslund.dk
    assert (
        Decimal(37)
        == sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, DAY, monthly_benefit="18633").hours
    )


def test_going_back_from_the_published_pay_would_give_38():
    pay = Fraction("126.32")  # bm.dk, Satser for 2018

    naive = Fraction(18633) / (Fraction("160.33") * Fraction("0.92") * pay) * 37

    assert 37 < naive < Fraction("37.01")
    assert (
        Decimal(37)
        == sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, DAY, monthly_benefit="18633").hours
    )


@pytest.mark.parametrize(("day", "most"), spans(MONTHLY, date(2026, 12, 31)))
def test_monthly_benefit_against_the_highest_of_the_day(day, most):
    result = sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, monthly_benefit=most)

    assert Decimal("37.00") == result.hours
    assert most == result.maximum
    with pytest.raises(sk.InvalidInput, match=rf"^monthly_benefit: .*{most}.01.* highest benefit"):
        sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, monthly_benefit=most + CENT)


@pytest.mark.parametrize(("day", "most"), spans(WEEKLY, date(2017, 6, 30)))
def test_weekly_benefit_against_five_days_of_the_day(day, most):
    result = sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, weekly_benefit=most)

    assert Decimal("37.00") == result.hours
    assert most == result.maximum
    with pytest.raises(sk.InvalidInput, match=rf"^weekly_benefit: .*{most}.01.* {most}.00$"):
        sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, weekly_benefit=most + CENT)


@pytest.mark.parametrize(
    ("benefit", "hours"),
    [
        ("0.01", 1),
        ("503.59", 1),  # 18633 / 37 = 503.594…
        ("503.60", 2),
        ("18129.40", 36),
        ("18129.41", 37),
    ],
)
def test_part_hours_are_rounded_up(benefit, hours):
    assert (
        Decimal(hours)
        == sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, DAY, monthly_benefit=benefit).hours
    )


def test_a_weekly_benefit_is_refused_once_the_benefit_is_set_by_the_month():
    with pytest.raises(
        sk.NotInForce, match=r"2017-07-01.*2017-06-30; .* give the benefit by the month"
    ):
        sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED, date(2017, 7, 1), weekly_benefit="4000"
        )


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2199, 12, 31)])
def test_not_known_after_the_last_known_year(day):
    with pytest.raises(sk.NotInForce, match=r"unemployment_benefit.max_monthly .*2026-12-31"):
        sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, monthly_benefit="4000")


@pytest.mark.parametrize(
    ("benefit", "pay", "hours"),
    [
        ({"weekly_benefit": "3415"}, "115.00", "29.69"),  # 29.6956…
        ({"weekly_benefit": "3415"}, "100.00", "34.15"),
        ({"weekly_benefit": "3700"}, "100.00", "37.00"),
        ({"weekly_benefit": "3699.99"}, "100.00", "36.99"),
        ({"weekly_benefit": "3800"}, "100.00", "37.00"),
        ({"monthly_benefit": "13000"}, "100.00", "30.00"),
        ({"monthly_benefit": "14798.33"}, "115.00", "29.69"),
        ({"monthly_benefit": "1000000"}, "100.00", "37.00"),
    ],
)
@pytest.mark.parametrize("day", [date(2007, 1, 1), date(2014, 12, 31)])
def test_hours_before_2015_keep_the_pay_within_the_benefit(day, benefit, pay, hours):
    result = sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, **benefit, hourly_pay=pay)

    assert Decimal(hours) == result.hours
    assert result.maximum is None
    assert ["hours-before-2015", "hourly-pay-limit-before-2015"] == codes(result)


def test_the_highest_hourly_pay_before_2015_is_named_without_its_amount():
    result = sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED,
        date(2010, 3, 1),
        weekly_benefit="3760",
        hourly_pay="118.50",
    )
    told = str(result.caveats[-1].text)

    assert "annex 3 B" in told
    assert told.endswith("the first that is known is DKK 121.47, from 2015-01-05")


def test_the_first_known_day():
    with pytest.raises(sk.NotInForce, match=r"subsidised_hours.by_pay .*2006-12-31.*2007-01-01"):
        sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED,
            date(2006, 12, 31),
            weekly_benefit="3335",
            hourly_pay="115",
        )


def test_hourly_pay_is_needed_before_2015():
    with pytest.raises(sk.InvalidInput, match=r"^hourly_pay: None .* the agreed hourly pay"):
        sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED, date(2014, 12, 31), weekly_benefit="3335"
        )


def test_hourly_pay_is_refused_since_2015():
    with pytest.raises(sk.InvalidInput, match=r"^hourly_pay: .*115.* the law fixes"):
        sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED,
            date(2015, 1, 1),
            weekly_benefit="3335",
            hourly_pay="115",
        )


def test_a_reform_changes_the_hours_and_is_marked():
    reform = sk.PARAMETERS.amend(
        "unemployment_benefit.max_monthly", value="37000", valid_from=DAY, source="a proposal"
    )

    result = sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, DAY, monthly_benefit="18000.01", parameters=reform
    )

    assert Decimal(19) == result.hours
    assert ["assumed-figure"] == codes(result)


def test_a_weekly_maximum_that_the_caller_extends_is_used():
    reform = sk.PARAMETERS.amend(
        "unemployment_benefit.max_daily", value="740", valid_from=DAY, source="a proposal"
    )

    result = sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, DAY, weekly_benefit="3700", parameters=reform
    )

    assert (Decimal(37), Decimal(3700)) == (result.hours, result.maximum)


@pytest.mark.parametrize(
    ("name", "day", "benefit"),
    [
        ("unemployment_benefit.max_monthly", DAY, {"monthly_benefit": 1}),
        ("unemployment_benefit.max_daily", date(2016, 5, 1), {"weekly_benefit": 1}),
    ],
)
def test_a_highest_benefit_of_zero_is_refused(name, day, benefit):
    reform = sk.PARAMETERS.amend(name, value=0, valid_from=day, source="a proposal")

    with pytest.raises(sk.InvalidInput, match=f"^{name}: .*0.* a figure above 0"):
        sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, **benefit, parameters=reform)


@pytest.mark.parametrize(
    ("field", "given", "error"),
    [
        ("on", {"on": datetime(2018, 3, 1, 8)}, sk.WrongType),  # noqa: DTZ001
        ("on", {"on": "1.3.2018"}, sk.InvalidInput),
        ("on", {"on": date(1899, 12, 31)}, sk.InvalidInput),
        ("weekly_benefit", {"monthly_benefit": None}, sk.InvalidInput),
        ("weekly_benefit", {"weekly_benefit": 1}, sk.InvalidInput),
        ("weekly_benefit", {"weekly_benefit": 1.0}, sk.WrongType),
        ("monthly_benefit", {"monthly_benefit": 1.0}, sk.WrongType),
        ("monthly_benefit", {"monthly_benefit": 0}, sk.InvalidInput),
        ("monthly_benefit", {"monthly_benefit": "-1"}, sk.InvalidInput),
        ("monthly_benefit", {"monthly_benefit": "1.001"}, sk.InvalidInput),
        ("monthly_benefit", {"monthly_benefit": ""}, sk.InvalidInput),
        ("monthly_benefit", {"monthly_benefit": Decimal("NaN")}, sk.InvalidInput),
        ("monthly_benefit", {"monthly_benefit": "1000000.01"}, sk.InvalidInput),
        ("hourly_pay", {"hourly_pay": 115.0}, sk.WrongType),
        ("hourly_pay", {"hourly_pay": "0"}, sk.InvalidInput),
        ("parameters", {"parameters": {}}, sk.WrongType),
    ],
)
def test_a_calculation_refuses(field, given, error):
    asked = {"on": DAY, "monthly_benefit": 1000, **given}
    with pytest.raises(error, match=f"^{field}: .* is not accepted; give ") as caught:
        sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, asked.pop("on"), **asked)
    assert error is type(caught.value)
    assert field == caught.value.field


@pytest.mark.parametrize(
    ("day", "citation"),
    [
        (date(2014, 12, 31), "lov om en aktiv beskæftigelsesindsats"),
        (date(2015, 1, 1), "LAB § 55"),
        (date(2019, 12, 31), "LAB § 55"),
        (date(2020, 1, 1), "LAB § 72; BEK om en aktiv beskæftigelsesindsats §§ 70-71"),
    ],
)
def test_steps_cite_the_law_of_the_day(day, citation):
    pay = {"hourly_pay": "115"} if day.year < 2015 else {}

    step = sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, day, monthly_benefit=1000, **pay
    ).explanation.steps[-1]

    assert citation == step.source.citation


@pytest.mark.parametrize(
    ("day", "given"),
    [
        (DAY, {"monthly_benefit": "10000.01"}),
        (date(2016, 5, 1), {"weekly_benefit": "4000.01"}),
        (date(2010, 5, 1), {"weekly_benefit": "3333.33", "hourly_pay": "115.55"}),
        (date(2010, 5, 1), {"monthly_benefit": "16293", "hourly_pay": "115.55"}),
    ],
)
def test_explanation_can_be_redone_and_read_in_both_languages(day, given):
    result = sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, **given)

    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.hours) == document["steps"][-1]["value"]
    assert "Weekly hours" in result.explanation.render("en")
    assert "løntilskud" in result.explanation.render("da")


# --- part-time insurance and cash benefit -----------------------------------

PART_TIME = sk.BenefitKind.PART_TIME_INSURED
CASH = sk.BenefitKind.CASH_BENEFIT


def test_a_person_insured_for_part_time():
    """13,573 of 20,359 kroner in 2024 are 24.67 of 37 hours; 13,574 is above two thirds."""
    result = sk.subsidised_hours(PART_TIME, date(2024, 3, 1), monthly_benefit="13573")
    assert ("25.00", "20359.00") == (str(result.hours), str(result.maximum))
    with pytest.raises(sk.InvalidInput, match="at most the highest benefit, 13573"):
        sk.subsidised_hours(PART_TIME, date(2024, 3, 1), monthly_benefit="13574")


@pytest.mark.parametrize(
    ("help_given", "support", "hours"),
    [("12000", 0, 22), ("12000", "600", 24), ("20359", 0, 37), ("20359", "6000", 37), ("1", 0, 1)],
)
def test_a_person_on_cash_benefit(help_given, support, hours):
    """Special support is free of tax: 600 kroner count as 1,000. No more than full time."""
    result = sk.subsidised_hours(
        CASH, date(2024, 3, 1), monthly_benefit=help_given, special_support=support
    )
    assert hours == result.hours
    redo(result.explanation.document())


def test_cash_benefit_is_known_from_2015_and_by_the_month():
    with pytest.raises(sk.NotInForce):
        sk.subsidised_hours(CASH, date(2014, 12, 31), monthly_benefit="9000", hourly_pay="120")
    with pytest.raises(sk.InvalidInput, match="help is paid by the month"):
        sk.subsidised_hours(CASH, date(2016, 3, 1), weekly_benefit="2000")
    with pytest.raises(sk.InvalidInput, match="special_support"):
        sk.subsidised_hours(
            PART_TIME, date(2024, 3, 1), monthly_benefit="9000", special_support="1"
        )
