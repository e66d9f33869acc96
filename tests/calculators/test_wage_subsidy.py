import json
from datetime import date
from decimal import Decimal

import pytest
from calculators.compared import other_amount
from redoing import redo

import socialkapitel as sk

GROUPS = sk.TargetGroup
# Disability pension: Region Midtjylland's chapter (2007), bm.dk (2015, 2018),
# sonderborgkommune.dk (2019), aeldresagen.dk (2020), kk.dk (2021), rk.dk (2023, 2024).
# Unemployed: bm.dk (2015, 2018), arkitekternes.nu (2017), aarhus.dk (2019), kk.dk (2021),
# helsingor.dk (2023). The other years follow from these by the rate adjustment.
RATES = {
    GROUPS.DISABILITY_PENSION: {
        2007: "21.92", 2008: "22.56", 2009: "23.26", 2010: "24.12", 2011: "24.58",
        2012: "25.29", 2013: "25.69", 2014: "26.15", 2015: "26.54", 2016: "26.91",
        2017: "27.45", 2018: "28.00", 2019: "28.56", 2020: "29.13", 2021: "29.71",
        2022: "30.07", 2023: "30.88", 2024: "31.87", 2025: "33.02", 2026: "34.51",
    },
    GROUPS.UNEMPLOYED_WITH_BENEFIT: {
        2015: "107.55", 2016: "109.06", 2017: "111.24", 2018: "113.46", 2019: "115.73",
        2020: "118.04", 2021: "120.40", 2022: "121.84", 2023: "125.13", 2024: "129.13",
        2025: "133.78", 2026: "139.80",
    },
}  # fmt: skip
PUBLISHED = {
    GROUPS.DISABILITY_PENSION: {2015, 2018, 2019, 2020, 2021, 2023, 2024},
    GROUPS.UNEMPLOYED_WITH_BENEFIT: {2015, 2017, 2018, 2019, 2021, 2023},
}
# Herlev's chapter (2005), Region Midtjylland's (2007), bm.dk (2015, 2018), kk.dk (2021), and from
# 2015 the rate adjustment for the years between and after
CAPS = {
    "100.00": [(2005, 5), (2006, 12)],
    "103.59": [(2007, 1), (2007, 12)],
    "143.14": [(2015, 1), (2015, 12)],
    "145.14": [(2016, 1), (2016, 12)],
    "148.04": [(2017, 1), (2017, 12)],
    "151.00": [(2018, 1), (2018, 12)],
    "154.02": [(2019, 1), (2019, 12)],
    "157.10": [(2020, 1), (2020, 12)],
    "160.24": [(2021, 1), (2021, 12)],
    "162.16": [(2022, 1), (2022, 12)],
    "186.07": [(2026, 1), (2026, 12)],
}
UNCAPPED = [(2008, 1), (2014, 12)]
# In special cases: viborg.dk (2015), bm.dk (2018), kk.dk (2021), rk.dk (2023); the other years
# follow by the rate adjustment.
SPECIAL = {
    2015: "46.48", 2016: "47.13", 2017: "48.07", 2018: "49.03", 2019: "50.01", 2020: "51.01",
    2021: "52.03", 2022: "52.65", 2023: "54.07", 2024: "55.80", 2025: "57.81", 2026: "60.41",
}  # fmt: skip
PRINTED_SPECIAL = {2015, 2018, 2021, 2023}


def job(group, hourly_pay="200.00", **granted):
    return sk.SubsidisedJob(target_group=group, hourly_pay=hourly_pay, **granted)


def rehabilitation(granted_rate, hourly_pay="200.00", **granted):
    return job(GROUPS.REHABILITATION, hourly_pay, granted_rate=granted_rate, **granted)


def codes(result):
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize("month", [1, 12])
@pytest.mark.parametrize(
    ("group", "year", "rate"),
    [(group, year, rate) for group, years in RATES.items() for year, rate in years.items()],
)
def test_fixed_rates_of_every_year(group, year, month, rate):
    result = sk.wage_subsidy(job(group), sk.Month(year, month), hours="100")

    assert Decimal(rate) == result.rate
    assert Decimal(rate) * 100 == result.amount
    assert (year in PUBLISHED[group]) == (codes(result) == [])


@pytest.mark.parametrize(
    ("group", "year", "month"),
    [
        (GROUPS.DISABILITY_PENSION, 2006, 12),
        (GROUPS.DISABILITY_PENSION, 2027, 1),
        (GROUPS.UNEMPLOYED_WITH_BENEFIT, 2014, 12),
        (GROUPS.UNEMPLOYED_WITH_BENEFIT, 2027, 1),
    ],
)
def test_no_rate_where_none_is_known(group, year, month):
    with pytest.raises(sk.NotInForce, match=f"wage_subsidy.* {year}-{month:02}-01"):
        sk.wage_subsidy(job(group), sk.Month(year, month), hours="100")


@pytest.mark.parametrize(
    ("year", "month", "cap"),
    [(*month, cap) for cap, months in CAPS.items() for month in months],
)
def test_caps_in_rehabilitation(year, month, cap):
    # Annex 3 of Region Midtjylland's chapter: at most 103.59 from 2007; Herlev: 100.00 in 2005
    below, above = (
        sk.wage_subsidy(rehabilitation(granted), sk.Month(year, month), hours="10")
        for granted in (Decimal(cap) - Decimal("0.01"), Decimal(cap) + Decimal("0.01"))
    )

    assert Decimal(cap) == above.rate
    assert Decimal(cap) * 10 == above.amount
    assert Decimal(cap) - Decimal("0.01") == below.rate
    assert "cap-unknown" not in codes(above)


@pytest.mark.parametrize(("year", "month"), UNCAPPED)
def test_the_granted_rate_stands_where_no_cap_is_known(year, month):
    result = sk.wage_subsidy(rehabilitation("199.99"), sk.Month(year, month), hours="1")

    assert Decimal("199.99") == result.amount
    assert ["cap-unknown"] == codes(result)
    assert f"{year}-{month:02}-01" in str(result.caveats[0].text)


def test_rehabilitation_is_answered_for_from_may_2005():
    with pytest.raises(sk.NotInForce, match=r"2005-04-01.*2005-05-01"):
        sk.wage_subsidy(rehabilitation("90"), sk.Month(2005, 4), hours="1")


def test_chapter_caps_2007():
    # Region Midtjylland's chapter, annex 3
    month = sk.Month(2007, 1)

    assert Decimal("103.59") == sk.wage_subsidy(rehabilitation("150"), month, hours=1).rate
    assert Decimal("21.92") == sk.wage_subsidy(job(GROUPS.DISABILITY_PENSION), month, hours=1).rate


def test_figures_of_2015():
    # bm.dk, Satser for 2015, Løntilskud
    month = sk.Month(2015, 6)

    rates = [
        sk.wage_subsidy(one, month, hours=1).rate
        for one in (
            rehabilitation("200"),
            job(GROUPS.DISABILITY_PENSION),
            job(GROUPS.UNEMPLOYED_WITH_BENEFIT),
        )
    ]

    assert [Decimal("143.14"), Decimal("26.54"), Decimal("107.55")] == rates


@pytest.mark.parametrize(
    "one",
    [
        rehabilitation("90.00", hourly_pay="20.00"),
        job(GROUPS.DISABILITY_PENSION, hourly_pay="20.00"),
    ],
)
def test_never_more_than_the_hourly_pay(one):
    result = sk.wage_subsidy(one, sk.Month(2007, 6), hours="10.50")

    assert Decimal("20.00") == result.rate
    assert Decimal("210.00") == result.amount


def test_the_amount_is_rounded_once_half_an_oere_up():
    # 0.50 hours × 21.97 = 10.985
    result = sk.wage_subsidy(rehabilitation("21.97"), sk.Month(2007, 6), hours="0.50")

    assert Decimal("10.99") == result.amount
    assert (Decimal("21.97"), Decimal("0.50")) == (result.rate, result.hours)


def test_a_reform_changes_the_rate_and_is_marked():
    reform = sk.PARAMETERS.amend(
        "wage_subsidy.disability_pension",
        value="40",
        valid_from=date(2026, 1, 1),
        source="a proposal",
    )
    month = sk.Month(2026, 1)

    result = sk.wage_subsidy(job(GROUPS.DISABILITY_PENSION), month, hours=2, parameters=reform)

    assert Decimal("80.00") == result.amount
    assert ["assumed-figure"] == codes(result)


@pytest.mark.parametrize(
    ("year", "month", "most"), [(2007, 2, 672), (2024, 2, 696), (2007, 11, 720), (2007, 12, 744)]
)
def test_hours_are_at_most_those_of_the_month(year, month, most):
    one = rehabilitation("90")

    result = sk.wage_subsidy(one, sk.Month(year, month), hours=most)
    assert Decimal(90 * most) == result.amount
    with pytest.raises(sk.InvalidInput, match=rf"hours: '{most}.01' .* from 0 to {most}"):
        sk.wage_subsidy(one, sk.Month(year, month), hours=f"{most}.01")


def test_no_hours_no_subsidy():
    result = sk.wage_subsidy(rehabilitation("90"), sk.Month(2007, 6), hours=0)

    assert Decimal("0.00") == result.amount


@pytest.mark.parametrize(
    ("field", "given", "says"),
    [
        ("granted_rate", {}, r"None .* the rate that was granted"),
        ("granted_rate", {"granted_rate": "0"}, r"'0' .* above 0"),
        ("granted_rate", {"granted_rate": "10000.01"}, r"'10000.01' .* at most 10000"),
        ("granted_rate", {"granted_rate": "1.001"}, r"'1.001' .* two decimals"),
        ("granted_rate", {"granted_rate": 90.0}, r"90.0 .* Decimal"),
        ("hourly_pay", {"hourly_pay": "0"}, r"'0' .* above 0"),
        ("hourly_pay", {"hourly_pay": "-1"}, r"'-1' .* above 0"),
        ("hourly_pay", {"hourly_pay": ""}, r"'' .* a number such"),
        ("hourly_pay", {"hourly_pay": Decimal("NaN")}, r".*NaN.* above 0"),
        ("hourly_pay", {"hourly_pay": Decimal("Infinity")}, r".*Infinity.* above 0"),
        ("hourly_pay", {"hourly_pay": 150.0}, r"150.0 .* Decimal"),
        ("hourly_pay", {"hourly_pay": None}, r"None .* Decimal"),
        ("target_group", {"target_group": "rehab"}, r"\(not shown\) .* REHABILITATION"),
        ("target_group", {"target_group": None}, r"None .* REHABILITATION"),
    ],
)
def test_a_job_refuses(field, given, says):
    with pytest.raises(sk.InvalidInput, match=f"^{field}: {says}") as caught:
        sk.SubsidisedJob(**{"target_group": GROUPS.REHABILITATION, "hourly_pay": "150", **given})
    assert field == caught.value.field


def test_a_granted_rate_is_refused_where_the_law_fixes_it():
    with pytest.raises(sk.InvalidInput, match=r"^granted_rate: .*90.* the law fixes the rate"):
        job(GROUPS.UNEMPLOYED_WITH_BENEFIT, granted_rate="90")


@pytest.mark.parametrize("group", [one for one in GROUPS if one is not GROUPS.REHABILITATION])
def test_a_day_of_grant_is_for_rehabilitation(group):
    with pytest.raises(sk.InvalidInput, match=r"^granted_on: .* only the day on which rehab"):
        job(group, granted_on=date(2020, 1, 1))
    with pytest.raises(sk.WrongType, match=r"^granted_on: 2020 "):
        rehabilitation("90", granted_on=2020)
    assert date(2020, 1, 1) == rehabilitation("90", granted_on="2020-01-01").granted_on


@pytest.mark.parametrize(
    ("group", "began", "last"),
    [
        (GROUPS.UNEMPLOYED_WITH_BENEFIT, date(2024, 3, 15), date(2024, 7, 14)),
        (GROUPS.UNEMPLOYED_WITH_BENEFIT, date(2023, 10, 31), date(2024, 2, 29)),
        (GROUPS.UNEMPLOYED_WITH_BENEFIT, date(2020, 1, 1), date(2020, 4, 30)),
        (GROUPS.UNEMPLOYED_WITH_BENEFIT, date(2019, 12, 31), None),
        (GROUPS.UNEMPLOYED_WITH_BENEFIT, None, None),
        (GROUPS.NEWLY_QUALIFIED, date(2021, 2, 1), date(2022, 1, 31)),
    ],
)
def test_how_long_a_subsidy_lasts(group, began, last):
    # LAB § 68, nr. 1: 4 months at a public employer; star.dk: 12 for newly qualified people
    assert last == job(group, started_on=began).subsidised_until


@pytest.mark.parametrize(
    "group", [GROUPS.REHABILITATION, GROUPS.DISABILITY_PENSION], ids=lambda group: group.value
)
def test_the_day_a_job_began_is_for_groups_with_a_longest_time(group):
    granted = {"granted_rate": "30"}
    with pytest.raises(sk.InvalidInput, match=r"^started_on: .* no longest time"):
        job(group, started_on=date(2024, 3, 15), **granted)


def test_a_subsidy_ends_with_its_longest_time():
    one = job(GROUPS.UNEMPLOYED_WITH_BENEFIT, started_on=date(2024, 3, 15))
    for month in (sk.Month(2024, 2), sk.Month(2024, 8)):
        with pytest.raises(sk.InvalidInput, match=r"^month: .*2024-03-15 through 2024-07-14"):
            sk.wage_subsidy(one, month, hours="60")
    hours = {date(2024, 7, 12): "7.4", date(2024, 7, 15): "0"}
    last = sk.wage_subsidy(one, sk.Month(2024, 7), hours=hours)
    assert "subsidy-ends" in codes(last)
    assert "subsidy-ends" not in codes(sk.wage_subsidy(one, sk.Month(2024, 6), hours="60"))
    assert last.amount == sk.wage_subsidy(one, sk.Month(2024, 7), hours="7.4").amount
    with pytest.raises(sk.InvalidInput, match=r"^hours: .*through 2024-07-14"):
        sk.wage_subsidy(one, sk.Month(2024, 7), hours={date(2024, 7, 15): "7.4"})


def test_a_job_of_before_2020_has_a_subsidy_from_its_start_on():
    one = job(GROUPS.UNEMPLOYED_WITH_BENEFIT, started_on=date(2018, 3, 15))
    with pytest.raises(sk.InvalidInput, match=r"^month: .*a day from 2018-03-15 on"):
        sk.wage_subsidy(one, sk.Month(2018, 2), hours="60")
    with pytest.raises(sk.InvalidInput, match=r"^hours: .*a day from 2018-03-15 on"):
        sk.wage_subsidy(one, sk.Month(2018, 3), hours={date(2018, 3, 14): "7.4"})
    told = [step.id for step in sk.wage_subsidy(one, "2019-03", hours="60").explanation.steps]
    assert "wage_subsidy.duration" not in told


@pytest.mark.parametrize("year", SPECIAL)
def test_the_rate_of_special_cases(year):
    cap, month = Decimal(SPECIAL[year]), sk.Month(year, 3)
    below, at, above = (
        sk.wage_subsidy(job(GROUPS.DISABILITY_PENSION, granted_rate=granted), month, hours="100")
        for granted in (cap - Decimal("0.01"), cap, cap + Decimal("0.01"))
    )
    assert [cap - Decimal("0.01"), cap, cap] == [below.rate, at.rate, above.rate]
    assert ([] if year in PRINTED_SPECIAL else ["derived-figure"]) == codes(at)


def test_fifty_hours_at_the_rate_of_special_cases_in_2021():
    # kk.dk, Refusion for løntilskud for førtidspensionister: 52.03 in special cases
    one = job(GROUPS.DISABILITY_PENSION, granted_rate="52.03")
    assert Decimal("2601.50") == sk.wage_subsidy(one, sk.Month(2021, 3), hours="50").amount


def test_before_2015_the_special_rate_is_not_held_against_a_highest_one():
    one = job(GROUPS.DISABILITY_PENSION, granted_rate="45.00")
    result = sk.wage_subsidy(one, sk.Month(2014, 12), hours="10")
    assert Decimal("450.00") == result.amount
    assert ["cap-unknown"] == codes(result)
    with pytest.raises(sk.NotInForce, match=r"wage_subsidy\.disability_pension.* 2006-12-01"):
        sk.wage_subsidy(one, sk.Month(2006, 12), hours="10")


def test_a_granted_rate_below_the_usual_one_is_pointed_out():
    low = job(GROUPS.DISABILITY_PENSION, granted_rate="29.70")
    usual = job(GROUPS.DISABILITY_PENSION, granted_rate="29.71")
    month = sk.Month(2021, 3)
    assert ["granted-below-usual"] == codes(sk.wage_subsidy(low, month, hours="1"))
    assert [] == codes(sk.wage_subsidy(usual, month, hours="1"))


@pytest.mark.parametrize(
    ("granted_on", "month", "expected"),
    [
        (None, (2026, 1), []),
        (None, (2026, 2), ["grant-unknown"]),
        (None, (2026, 12), ["grant-unknown"]),
        (date(2026, 1, 31), (2026, 2), []),
        (date(2025, 6, 1), (2026, 12), []),
        (date(2004, 6, 1), (2026, 2), []),
    ],
)
def test_whoever_was_granted_rehabilitation_by_january_2026_may_finish(granted_on, month, expected):
    one = rehabilitation("100", granted_on=granted_on)
    result = sk.wage_subsidy(one, sk.Month(*month), hours="10")
    assert Decimal("1000.00") == result.amount
    assert expected == [code for code in codes(result) if code != "derived-figure"]


@pytest.mark.parametrize("granted_on", [date(2026, 2, 1), date(2026, 6, 15)])
def test_rehabilitation_is_not_granted_from_february_2026(granted_on):
    with pytest.raises(sk.NotInForce, match=r"rehabilitation_grant.*2026-01-31"):
        sk.wage_subsidy(rehabilitation("100", granted_on=granted_on), sk.Month(2026, 8), hours="10")


def test_a_month_before_the_grant_is_refused():
    one = rehabilitation("100", granted_on=date(2021, 5, 31))
    assert sk.wage_subsidy(one, sk.Month(2021, 5), hours="10").amount
    with pytest.raises(sk.InvalidInput, match=r"2021-04 .* from the grant on"):
        sk.wage_subsidy(one, sk.Month(2021, 4), hours="10")


@pytest.mark.parametrize(
    ("month", "rate", "expected"),
    [
        ((2018, 1), "151.00", ["full-rate"]),  # bm.dk, satser for 2018
        ((2021, 5), "160.24", ["full-rate"]),  # kk.dk, nyuddannet med handicap
        ((2019, 5), "154.02", ["derived-figure", "rate-of-rehabilitation", "full-rate"]),
        ((2026, 5), "186.07", ["derived-figure", "rate-of-rehabilitation", "full-rate"]),
    ],
)
def test_newly_qualified_people_have_the_full_rate(month, rate, expected):
    result = sk.wage_subsidy(job(GROUPS.NEWLY_QUALIFIED), sk.Month(*month), hours="10")
    assert Decimal(rate) == result.rate
    assert expected == codes(result)


def test_newly_qualified_people_may_be_granted_less():
    less = job(GROUPS.NEWLY_QUALIFIED, granted_rate="120")
    more = job(GROUPS.NEWLY_QUALIFIED, granted_rate="170")
    month = sk.Month(2021, 5)
    found = [sk.wage_subsidy(one, month, hours="10") for one in (less, more)]
    assert [Decimal("120.00"), Decimal("160.24")] == [result.rate for result in found]
    assert [[], []] == [codes(result) for result in found]


@pytest.mark.parametrize("month", [(2017, 12), (2027, 1)])
def test_newly_qualified_people_are_answered_for_from_2018_through_2026(month):
    with pytest.raises(sk.NotInForce):
        sk.wage_subsidy(job(GROUPS.NEWLY_QUALIFIED), sk.Month(*month), hours="10")


def test_newly_qualified_people_are_cited_by_the_act_of_the_day():
    def law(year):
        result = sk.wage_subsidy(job(GROUPS.NEWLY_QUALIFIED), sk.Month(year, 1), hours=1)
        rules = {step.rule: step.source.citation for step in result.explanation.steps}
        return rules["wage_subsidy.newly_qualified"]

    assert "LAB kap. 12" == law(2019)
    assert "lov om kompensation til handicappede i erhverv m.v. § 15" == law(2020)


PENSION = job(GROUPS.DISABILITY_PENSION)  # 29.71 an hour in 2021
MARCH = sk.Month(2021, 3)  # 23 days from Monday to Friday
FIRST, SECOND = date(2021, 3, 1), date(2021, 3, 2)


def test_a_refund_reduces_the_subsidy_of_its_day_only():
    hours = {FIRST: "7.4", SECOND: "7.4", date(2021, 3, 3): "7.4"}
    result = sk.wage_subsidy(PENSION, MARCH, hours=hours, refunded={FIRST: "900", SECOND: "100"})
    # 3 × 7.4 × 29.71 = 659.562; the first day takes its 219.854, the second 100
    assert Decimal("339.71") == result.amount
    assert Decimal("659.56") - Decimal("339.71") == result.reduction
    assert Decimal("22.20") == result.hours
    assert ["refund-above-subsidy"] == codes(result)
    assert "would then be DKK 0.00 instead of DKK 339.71" in str(result.caveats[0].text)


def test_all_hours_with_pay_count_and_a_refund_below_the_subsidy_takes_itself():
    hours = {FIRST: "7.4", SECOND: "7.4"}
    whole = sk.wage_subsidy(PENSION, MARCH, hours=hours)
    less = sk.wage_subsidy(PENSION, MARCH, hours=hours, refunded={FIRST: "100.25"})
    assert Decimal("100.25") == whole.amount - less.amount
    assert [] == codes(less)
    assert sk.wage_subsidy(PENSION, MARCH, hours="14.8").amount == whole.amount


def test_hours_without_dates_are_spread_over_the_days_from_monday_to_friday():
    result = sk.wage_subsidy(PENSION, MARCH, hours="46", refunded={FIRST: "900"})
    # 46 × 29.71 × 22/23 = 2 × 29.71 × 22
    assert Decimal("1307.24") == result.amount
    assert ["hours-spread", "refund-above-subsidy"] == codes(result)


def test_a_day_at_the_weekend_can_have_a_refund():
    saturday = date(2021, 3, 6)
    result = sk.wage_subsidy(PENSION, MARCH, hours={saturday: 4}, refunded={saturday: "20"})
    assert 4 * Decimal("29.71") - 20 == result.amount
    spread = sk.wage_subsidy(PENSION, MARCH, hours=48, refunded={saturday: "900"})
    # 23 days from Monday to Friday, and the Saturday: 48 / 24 hours each
    assert 46 * Decimal("29.71") == spread.amount


def test_a_refund_for_a_day_without_pay_takes_nothing_and_is_pointed_out():
    result = sk.wage_subsidy(PENSION, MARCH, hours={FIRST: 4}, refunded={SECOND: "20"})
    assert 4 * Decimal("29.71") == result.amount
    assert ["refund-above-subsidy"] == codes(result)
    assert other_amount(result, "refund-above-subsidy") == Decimal("98.84")


@pytest.mark.parametrize(("year", "told"), [(2019, True), (2020, False)])
def test_what_is_not_known_of_the_reduction_before_2020_is_said(year, told):
    day = date(year, 3, 4)
    result = sk.wage_subsidy(PENSION, sk.Month(year, 3), hours={day: "7.4"}, refunded={day: "10"})
    assert told is ("reduction-before-2020" in codes(result))
    law = "LAB kap. 12" if told else "BEK om en aktiv beskæftigelsesindsats § 88, stk. 3"
    cited = {step.source.citation for step in result.explanation.steps if "day" in step.rule}
    assert {law} == cited


@pytest.mark.parametrize(
    ("given", "error", "text"),
    [
        ({"hours": {date(2021, 4, 1): 1}}, sk.InvalidInput, r"hours: .* days of 2021-03"),
        ({"hours": {FIRST: "24.01"}}, sk.InvalidInput, r"hours\[2021-03-01\]: .* from 0 to 24"),
        ({"hours": {20210301: 1}}, sk.WrongType, r"hours: 20210301"),
        (
            {"hours": {FIRST: 1, "2021-03-01": 1}},
            sk.InvalidInput,
            r"hours: .* 2021-03-01 only once",
        ),
        ({"refunded": [FIRST]}, sk.WrongType, "refunded: .* a mapping of days to kroner"),
        ({"refunded": {FIRST: "-1"}}, sk.InvalidInput, r"refunded\[2021-03-01\]: '-1'"),
        ({"refunded": {date(2021, 2, 28): 1}}, sk.InvalidInput, "refunded: .* days of 2021-03"),
        ({"refunded": {FIRST: 1.5}}, sk.WrongType, r"refunded\[2021-03-01\]: 1.5"),
    ],
)
def test_hours_by_date_and_refunds_are_read_strictly(given, error, text):
    with pytest.raises(error, match=text):
        sk.wage_subsidy(PENSION, MARCH, **{"hours": 10, **given})


@pytest.mark.parametrize(
    ("field", "given", "error"),
    [
        ("hours", {"hours": "-1"}, sk.InvalidInput),
        ("hours", {"hours": "1.005"}, sk.InvalidInput),
        ("hours", {"hours": ""}, sk.InvalidInput),
        ("hours", {"hours": 10.0}, sk.WrongType),
        ("hours", {"hours": None}, sk.WrongType),
        ("month", {"month": date(2007, 6, 1)}, sk.WrongType),
        ("job", {"job": GROUPS.REHABILITATION}, sk.WrongType),
        ("parameters", {"parameters": {}}, sk.WrongType),
    ],
)
def test_a_calculation_refuses(field, given, error):
    asked = {"job": rehabilitation("90"), "month": sk.Month(2007, 6), "hours": 1, **given}
    with pytest.raises(error, match=f"^{field}: .* is not accepted; give ") as caught:
        sk.wage_subsidy(asked.pop("job"), asked.pop("month"), **asked)
    assert error is type(caught.value)
    assert field == caught.value.field


def test_steps_cite_the_law_of_the_month():
    def sources(year):
        result = sk.wage_subsidy(job(GROUPS.DISABILITY_PENSION), sk.Month(year, 1), hours=1)
        return {step.rule: step.source.citation for step in result.explanation.steps}

    assert {
        "wage_subsidy.disability_pension": "LAB § 63, stk. 2, nr. 1",
        "wage_subsidy.rate": "LAB § 63",
        "wage_subsidy.amount": "LAB § 63",
    } == sources(2019)
    assert {
        "wage_subsidy.disability_pension": "LAB kap. 12",
        "wage_subsidy.rate": "LAB kap. 12",
        "wage_subsidy.amount": "BEK om en aktiv beskæftigelsesindsats § 88, stk. 1",
    } == sources(2020)


@pytest.mark.parametrize(
    ("one", "month"),
    [
        (rehabilitation("120"), sk.Month(2007, 6)),
        (rehabilitation("120"), sk.Month(2010, 6)),
        (job(GROUPS.DISABILITY_PENSION), sk.Month(2007, 6)),
        (job(GROUPS.UNEMPLOYED_WITH_BENEFIT, "100"), sk.Month(2024, 6)),
        (job(GROUPS.NEWLY_QUALIFIED, "100"), sk.Month(2024, 6)),
        (job(GROUPS.DISABILITY_PENSION, granted_rate="50"), sk.Month(2024, 6)),
    ],
)
def test_explanation_can_be_redone_and_read_in_both_languages(one, month):
    result = sk.wage_subsidy(one, month, hours="64.53")

    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.amount) == document["steps"][-1]["value"]
    assert "Wage subsidy" in result.explanation.render("en")
    assert "øntilskud" in result.explanation.render("da")


@pytest.mark.parametrize("hours", ["64.53", {FIRST: "7.4", SECOND: "3.15"}])
def test_a_reduced_subsidy_can_be_redone(hours):
    result = sk.wage_subsidy(PENSION, MARCH, hours=hours, refunded={FIRST: "900", SECOND: "7.77"})
    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.amount) == document["steps"][-1]["value"]


def test_the_subsidy_is_the_employers():
    job = sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="115")
    found = sk.wage_subsidy(job, sk.Month(2007, 11), hours="64.5")
    assert (found.amount, "0.00") == (found.to_employer, str(found.to_employee))
