from datetime import date
from decimal import Decimal

import pytest
from redoing import redo

import socialkapitel as sk

MARCH = sk.Month(2024, 3)


def supplement(pay, full="40000", month=MARCH, **given):
    return sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full), month, pay=pay, **given
    )


def codes(result):
    return [caveat.code for caveat in result.caveats]


def test_the_published_example_of_2024():
    # star.dk: 200 kr./hour with pension, 18 hours a week: 15600 a month; full time 32066.67
    result = supplement("15600", "32066.67")

    assert Decimal("19952.00") == result.maximum
    assert Decimal("4680.00") == result.reduction
    assert Decimal("15272.00") == result.amount
    assert Decimal("30872.00") == result.total
    assert ["deciding-month"] == codes(result)


def test_the_pay_of_the_month_before_decides_at_the_rates_of_the_month():
    """December's pay, January's rates: 19952 − 30 % of 15600; the month's own pay is added."""
    result = supplement("20000", month=sk.Month(2024, 1), deciding_pay="15600")
    assert Decimal("15272.00") == result.amount
    assert Decimal("35272.00") == result.total
    assert () == result.caveats
    [deciding] = [
        step
        for step in result.explanation.steps
        if step.id == "flex_wage_supplement.deciding_month"
    ]
    assert "the supplement is calculated on the pay for 2023-12" == str(deciding.because)
    assert "BEK 227/2024" not in deciding.source.citation
    redo(result.explanation.document())
    later = supplement("20000", month=sk.Month(2024, 4), deciding_pay="15600")
    assert "BEK 227/2024 § 4, stk. 1" == later.explanation.steps[4].source.citation


def test_one_pay_is_taken_for_both_months_and_warned_of():
    assert supplement("15600").amount == supplement("15600", deciding_pay="15600").amount
    [caveat] = supplement("15600").caveats
    assert "the month before, 2024-02" in str(caveat.text)


@pytest.mark.parametrize("given", [{"pay": "0"}, {"pay": "9000", "deciding_pay": "0"}])
def test_without_pay_there_is_no_supplement(given):
    result = supplement(given.pop("pay"), **given)
    assert (Decimal(0), Decimal(0), Decimal(0)) == (result.amount, result.atp, result.paid_out)
    [paid] = [step for step in result.explanation.steps if step.id == "flex_wage_supplement.paid"]
    assert sk.Outcome.NOT_FULFILLED is paid.outcome
    redo(result.explanation.document())


@pytest.mark.parametrize(
    ("pay", "amount", "atp", "paid_out"),
    [  # 5 per cent, at most 500 a month
        ("18694.27", "13750.90", "500.00", "13250.90"),
        ("25544.12", "9983.48", "499.17", "9484.31"),
        ("43695.90", "0.01", "0.00", "0.01"),
        ("43695.70", "0.12", "0.01", "0.11"),
    ],
)
def test_atp_is_withheld_from_the_supplement(pay, amount, atp, paid_out):
    result = supplement(pay, "60000")
    assert [amount, atp, paid_out] == [
        str(value) for value in (result.amount, result.atp, result.paid_out)
    ]


def test_atp_of_a_supplement_above_ten_thousand():
    """14,343.70: 500.00 is withheld, 13,843.70 paid out."""
    result = supplement("17616.45", "60000")
    assert ["14343.70", "500.00", "13843.70"] == [
        str(value) for value in (result.amount, result.atp, result.paid_out)
    ]


def test_atp_is_told_as_far_back_as_it_is_known():
    before = supplement("10000", month=sk.Month(2017, 8))
    assert (None, None) == (before.atp, before.paid_out)
    assert "supplement-atp-unknown" in codes(before)
    first = supplement("10000", month=sk.Month(2017, 9))
    assert Decimal("500.00") == first.atp
    assert ["LAB kap. 21", "LAB § 137"] == [
        next(s for s in result.explanation.steps if s.id == "flex_wage_supplement.atp").source.cite(
            date(2020, 1, 1)
        )
        for result in (supplement("1", month=sk.Month(2019, 12)), supplement("1"))
    ]


@pytest.mark.parametrize(
    ("pay", "amount"),
    [
        ("16323", "15055.10"),  # the threshold: 19952 − 4896.90
        ("16323.01", "15055.09"),  # … − 0.0055 = 15055.0945
        ("16324", "15054.55"),
        ("25226.54", "10158.15"),  # 19952 − 4896.90 − 55 % of 8903.54 (4896.947): 10158.153
        ("0.01", "19952.00"),  # 19951.997
        ("0.05", "19951.99"),  # 19951.985: the half øre goes up
    ],
)
def test_reduction_below_and_above_the_threshold(pay, amount):
    assert Decimal(amount) == supplement(pay, "60000").amount


def test_the_supplement_never_falls_below_nothing():
    # 16323 + 15055.10 / 0.55 = 43695.909…
    assert Decimal("0.01") == supplement("43695.90", "60000").amount
    assert Decimal("0.00") == supplement("43695.91", "60000").amount
    assert Decimal("0.00") == supplement("60000", "60000").amount


def test_pay_and_supplement_are_at_most_the_full_time_pay():
    result = supplement("20000.01", "25000")

    assert Decimal("6919.26") == result.reduction  # 4896.90 + 55 % of 3677.01 = 6919.2555
    assert Decimal("4999.99") == result.amount
    assert Decimal("25000.00") == result.total


def test_pay_at_the_full_time_pay_gives_no_supplement():
    assert Decimal("0.00") == supplement("25000", "25000").amount


@pytest.mark.parametrize(
    ("year", "maximum", "at_threshold"),
    [  # copied from the published tables: highest supplement, threshold
        (2013, "17008", "13208"),
        (2014, "17312", "13446"),
        (2015, "17550", "13648"),
        (2016, "17745", "13839"),
        (2017, "18027", "14116"),
        (2018, "18260", "14398"),
        (2019, "18489", "14686"),
        (2020, "18701", "14965"),
        (2021, "18936", "15264"),
        (2022, "18964", "15401"),
        (2023, "19333", "15817"),
        (2024, "19952", "16323"),
        (2025, "20670", "16911"),
        (2026, "21600", "17672"),
    ],
)
@pytest.mark.parametrize("month", [1, 12])
def test_the_figures_change_each_january(year, month, maximum, at_threshold):
    most, threshold = Decimal(maximum), Decimal(at_threshold)

    result = supplement(threshold + 100, "60000", sk.Month(year, month))

    assert most == result.maximum
    assert most - threshold * 30 / 100 - 55 == result.amount


def test_before_2013_the_other_scheme_is_pointed_to():
    with pytest.raises(sk.NotInForce, match="flexjob_refund") as caught:
        supplement("10000", month=sk.Month(2012, 12))
    assert (date(2012, 12, 1), date(2013, 1, 1)) == (caught.value.asked, caught.value.first)


def test_after_the_last_known_year_nothing_is_guessed():
    with pytest.raises(sk.NotInForce) as caught:
        supplement("10000", month=sk.Month(2027, 1))
    assert date(2026, 12, 31) == caught.value.last
    assert "flexjob_refund" not in str(caught.value)


def test_derived_figures_are_marked():
    result = supplement("10000", month=sk.Month(2026, 1))

    assert {"derived-figure", "deciding-month"} == set(codes(result))


def test_the_law_is_cited_as_of_the_month():
    sections = [
        supplement("10000", month=month).explanation.steps[-1].source.citation
        for month in (sk.Month(2019, 12), sk.Month(2020, 1))
    ]

    assert ["LAB § 70 f", "LAB § 123"] == sections


@pytest.mark.parametrize("given", [{}, {"deciding_pay": "20000"}])
def test_a_payout_may_bring_the_pay_above_full_time_pay(given):
    result = supplement("25000.01", "25000", **given)
    assert "pay-above-full-time" in codes(result)
    assert (Decimal(0) < result.amount) == bool(given)
    assert "pay-above-full-time" not in codes(supplement("25000", "25000"))
    assert "pay-above-full-time" in codes(supplement("1", "25000", deciding_pay="25000.01"))


@pytest.mark.parametrize("bad", ["-1", "1000000.01", "1.234", "", "1,555", 1.0, True, None])
@pytest.mark.parametrize("field", ["pay", "full_time_pay", "deciding_pay"])
def test_amounts_not_accepted(bad, field):
    if (bad, field) == (None, "deciding_pay"):
        return
    given = {"pay": "10000", "full_time_pay": "30000", field: bad}

    full_time_pay = given.pop("full_time_pay")
    with pytest.raises(sk.InvalidInput, match=f"^{field}: .* give ") as caught:
        supplement(full=full_time_pay, **given)
    assert field == caught.value.field


def test_the_full_time_pay_is_above_nothing():
    with pytest.raises(sk.InvalidInput, match="full_time_pay"):
        supplement("0", "0")


@pytest.mark.parametrize("bad", [None, 3, date(2024, 3, 1), sk.Quarter(2024, 1)])
def test_a_month_is_needed(bad):
    with pytest.raises(sk.WrongType, match="month"):
        supplement("10000", month=bad)


def test_a_reform_changes_the_supplement():
    reform = sk.PARAMETERS.amend(
        "flex_wage_supplement.reduction_below",
        value="12.5",
        valid_from=MARCH.first_day,
        source="a proposal",
    )

    result = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32000"),
        MARCH,
        pay="10000.02",
        parameters=reform,
    )

    assert Decimal("18702.00") == result.amount  # 19952 − 1250.0025 = 18701.9975
    redo(result.explanation.document())


@pytest.mark.parametrize("pay", ["0", "16323", "20000.01", "43695.90", "50000"])
def test_a_supplement_can_be_redone_from_its_document(pay):
    redo(supplement(pay, "60000").explanation.document())


@pytest.mark.parametrize(("language", "total"), [("en", "30,872.00"), ("da", "30.872,00")])
def test_explanations_are_shown_in_both_languages(language, total):
    assert total in supplement("15600", "32066.67").explanation.render(language)


def test_the_whole_text_of_a_supplement():
    explanation = supplement("20000.01", "32000", sk.Month(2019, 12)).explanation
    reduction = (
        "30 / 100 × lowest of (20,000.01; 14,686.00)"
        " + 55 / 100 × highest of (20,000.01 − 14,686.00; 0)"
    )
    left = "highest of (lowest of (18,489.00 − 7,328.51; 32,000.00 − 20,000.01); 0)"
    text = [line.strip() for line in str(explanation).splitlines() if line.strip()]
    assert "Pay for December 2019, with pension: DKK 20,000.01" in text
    assert (
        f"{reduction} = DKK 7,328.51 (rounded for display; 7,328.5055 is used from here on)" in text
    )
    assert f"{left} = DKK 11,160.49 (rounded to the øre)" in text
    assert "lowest of (5 / 100 × 11,160.49; 500.00) = DKK 500.00 (rounded to the øre)" in text
    assert "11,160.49 − 500.00 = DKK 10,660.49" in text
    assert "20,000.01 + 11,160.49 = DKK 31,160.50" in text


def test_each_step_names_its_rule():
    rules = [step.rule for step in supplement("15600", deciding_pay="15600").explanation.steps]

    assert [
        "flex_wage_supplement.deciding_month",
        "flex_wage_supplement.reduction",
        "flex_wage_supplement.supplement",
        "flex_wage_supplement.atp_rate",
        "flex_wage_supplement.atp_max",
        "flex_wage_supplement.atp",
        "flex_wage_supplement.paid_out",
        "flex_wage_supplement.total",
    ] == rules[4:]


# --- the job, and what counts beside the pay --------------------------------

JOB = sk.FlexjobSince2013(started_on=date(2023, 5, 1), full_time_pay="32066.67")


def of_job(month=(2024, 3), job=JOB, **given):
    result = sk.flex_wage_supplement(job, sk.Month(*month), **{"pay": "15600", **given})
    redo(result.explanation.document())
    return result


def test_a_job_from_before_2013_is_refused():
    old = sk.FlexjobSince2013(started_on=date(2009, 3, 1), full_time_pay="32066.67")
    with pytest.raises(sk.NotInForce, match="the refund for a flexjob"):
        of_job(job=old)
    last = sk.FlexjobSince2013(started_on=date(2012, 12, 31), full_time_pay="32066.67")
    with pytest.raises(sk.NotInForce):
        of_job(job=last)
    first = sk.FlexjobSince2013(started_on=date(2013, 1, 1), full_time_pay="32066.67")
    assert "15272.00" == str(of_job(job=first).amount)


@pytest.mark.parametrize(
    ("month", "message"), [((2023, 4), "from 2023-05"), ((2024, 7), "2024-06")]
)
def test_a_month_in_which_the_job_is_not_held_is_refused(month, message):
    job = sk.FlexjobSince2013(
        started_on=date(2023, 5, 31), ended_on=date(2024, 6, 1), full_time_pay="32066.67"
    )
    with pytest.raises(sk.InvalidInput, match=message):
        of_job(month, job)
    assert of_job((2023, 5), job).amount == of_job((2023, 6), job).amount
    with pytest.raises(sk.InvalidInput, match="ended_on"):
        sk.FlexjobSince2013(
            started_on=date(2023, 5, 2), ended_on=date(2023, 5, 1), full_time_pay="1"
        )


def test_payouts_count_when_they_are_paid():
    """1,000 kroner paid out in the deciding month count as 16,600 of pay."""
    assert of_job(deciding_pay="16600").amount == of_job(payouts="1000").amount
    assert of_job(deciding_pay="0", payouts="1000").amount > 0
    assert "0.00" == str(of_job(deciding_pay="0").amount)


def test_a_bonus_is_spread_over_its_months():
    """6,000 for twelve months are 500 a month, from August 2023 to July 2024's supplement."""
    bonus = sk.Bonus(amount="6000", first_month="2023-07", last_month="2024-06")
    assert 12 == bonus.months
    within = of_job(bonuses=[bonus])
    assert of_job(deciding_pay="16100").amount == within.amount
    for outside in ((2023, 7), (2024, 8)):
        assert of_job(outside).amount == of_job(outside, bonuses=[bonus]).amount
    for inside in ((2023, 8), (2024, 7)):
        assert of_job(inside).amount > of_job(inside, bonuses=[bonus]).amount
    with pytest.raises(sk.InvalidInput, match="a month from 2024-06 on"):
        sk.Bonus(amount="1", first_month="2024-06", last_month="2024-05")
    with pytest.raises(sk.WrongType, match="a tuple of Bonus"):
        of_job(bonuses={})


def test_a_fixed_bonus_raises_the_pay_of_full_time_too():
    near = sk.FlexjobSince2013(started_on=date(2023, 5, 1), full_time_pay="20000")
    loose, fixed = (
        sk.Bonus(amount="1200", first_month="2024-01", last_month="2024-12", fixed=fixed)
        for fixed in (False, True)
    )
    assert "4300.00" == str(of_job(job=near, bonuses=[loose]).amount)  # 20000 - 15600 - 100
    assert "4400.00" == str(of_job(job=near, bonuses=[fixed]).amount)


def test_days_with_another_benefit_take_their_part():
    """15,272.00 × (21.6667 - 5)/21.6667 = 11,747.70."""
    assert "11747.70" == str(of_job(benefit_days=5).amount)
    assert "0.00" == str(of_job(benefit_days=22).amount)
    with pytest.raises(sk.InvalidInput, match="benefit_days"):
        of_job(benefit_days=32)


def test_the_former_call_is_still_taken():
    with pytest.warns(DeprecationWarning, match=r"write flex_wage_supplement\(FlexjobSince2013"):
        former = sk.flex_wage_supplement(MARCH, pay="15600", full_time_pay="32066.67")
    with pytest.warns(DeprecationWarning, match="is deprecated"):
        named = sk.flex_wage_supplement(month=MARCH, pay="15600", full_time_pay="32066.67")
    assert former == named
    assert "start-not-known-since-2013" in {caveat.code for caveat in former.caveats}
    assert ("0.00", former.amount) == (str(former.to_employer), former.to_employee)
    [line] = former.lines
    assert (MARCH.first_day, MARCH.last_day, former.amount) == (
        line.first_day,
        line.last_day,
        line.amount,
    )
