from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from redoing import redo

import socialkapitel as sk

DAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("weekly_hours", "hours", "quarter_hours"),
    [
        ("37", "20.00", "260.00"),
        ("18.5", "10.00", "130.00"),
        ("30", "16.22", "210.81"),  # 600/37 = 16.216…; 7800/37 = 210.810…, not 13 × 16.22
        ("0.01", "0.01", "0.07"),
    ],
)
def test_allowance_is_in_proportion_to_the_hours(weekly_hours, hours, quarter_hours):
    allowance = sk.assistance_allowance(weekly_hours, DAY)

    assert Decimal(hours) == allowance.hours
    assert Decimal(quarter_hours) == allowance.quarter_hours


def test_the_first_day_with_known_hours():
    assert Decimal("20.00") == sk.assistance_allowance("37", date(2005, 5, 1)).hours
    with pytest.raises(sk.NotInForce, match=r"2005-04-30.*2005-05-01"):
        sk.assistance_allowance("37", date(2005, 4, 30))


def test_allowance_warns_that_the_hours_stand_in_a_chapter():
    allowance = sk.assistance_allowance("37", DAY)

    assert ["chapter-figure"] == [caveat.code for caveat in allowance.caveats]


def test_a_reform_changes_the_allowance_and_is_marked():
    reform = sk.PARAMETERS.amend(
        "personal_assistance.max_weekly", value="37", valid_from=DAY, source="a proposal"
    )

    changed = sk.assistance_allowance("18.5", DAY, parameters=reform)

    assert Decimal("18.50") == changed.hours
    assert ["assumed-figure"] == [caveat.code for caveat in changed.caveats]
    assert Decimal("10.00") == sk.assistance_allowance("18.5", DAY).hours


def test_a_reform_changes_the_refund_of_its_days():
    day = date(2023, 3, 1)
    reform = sk.PARAMETERS.amend(
        "personal_assistance.hourly_rate", value="150", valid_from=day, source="a proposal"
    )

    assert Decimal("1500.00") == sk.assistance_refund("10", on=day, parameters=reform).amount
    assert Decimal("1282.30") == sk.assistance_refund("10", on=day).amount


@pytest.mark.parametrize("bad", ["0", "37.01", "38", "-1", "", "1.234", "nan", Decimal("NaN")])
def test_weekly_hours_not_accepted(bad):
    with pytest.raises(sk.InvalidInput, match=r"weekly_hours: .* give ") as caught:
        sk.assistance_allowance(bad, DAY)
    assert "weekly_hours" == caught.value.field
    assert bad is caught.value.value


@pytest.mark.parametrize("bad", [37.0, True, None])
def test_weekly_hours_of_a_wrong_type(bad):
    with pytest.raises(sk.WrongType, match="weekly_hours"):
        sk.assistance_allowance(bad, DAY)


@pytest.mark.parametrize(
    "bad", [None, 20240301, datetime(2024, 3, 1, tzinfo=UTC), sk.Month(2024, 3)]
)
def test_allowance_needs_a_day(bad):
    with pytest.raises(sk.WrongType) as caught:
        sk.assistance_allowance("37", bad)
    assert "on" == caught.value.field


def test_an_allowance_can_be_redone_from_its_document():
    redo(sk.assistance_allowance("29.33", DAY).explanation.document())


def test_refund_by_a_given_rate():
    refund = sk.assistance_refund("43.5", hourly_rate="140")

    assert Decimal("43.50") == refund.hours
    assert Decimal("140.00") == refund.rate
    assert Decimal("6090.00") == refund.amount
    assert () == refund.caveats


def test_refund_by_the_published_rate():
    # odder.dk: 128.23 an hour from 2022-10-01
    refund = sk.assistance_refund("10", on=date(2022, 10, 1))

    assert Decimal("128.23") == refund.rate
    assert Decimal("1282.30") == refund.amount


def test_half_an_oere_is_rounded_up():
    # 0.50 hours × 128.23 = 64.115
    assert Decimal("64.12") == sk.assistance_refund("0.50", hourly_rate="128.23").amount


def test_no_hours_give_no_refund():
    assert Decimal("0.00") == sk.assistance_refund("0", hourly_rate="128.23").amount


@pytest.mark.parametrize("day", [date(2022, 3, 31), date(2025, 9, 1)])
def test_outside_the_known_years_no_rate_is_guessed(day):
    with pytest.raises(sk.NotInForce, match=r"personal_assistance\.hourly_rate") as caught:
        sk.assistance_refund("10", on=day)
    assert (date(2022, 4, 1), date(2025, 8, 31)) == (caught.value.first, caught.value.last)


@pytest.mark.parametrize(
    ("first", "last", "rate"),
    [
        (date(2022, 4, 1), date(2022, 9, 30), "127.86"),
        (date(2022, 10, 1), date(2023, 3, 31), "128.23"),
        (date(2023, 4, 1), date(2023, 9, 30), "130.25"),
        (date(2023, 10, 1), date(2024, 3, 31), "130.69"),
        (date(2024, 4, 1), date(2025, 3, 31), "138.45"),
        (date(2025, 4, 1), date(2025, 8, 31), "139.02"),
    ],
)
def test_the_first_and_the_last_day_of_each_rate(first, last, rate):
    for day in (first, last):
        refund = sk.assistance_refund("1", on=day)
        assert Decimal(rate) == refund.amount
        assert (rate != "128.23") == bool(refund.caveats)


@pytest.mark.parametrize(
    "given", [{}, {"hourly_rate": "128.23", "on": date(2023, 1, 1)}], ids=["neither", "both"]
)
def test_exactly_one_of_rate_and_day(given):
    with pytest.raises(sk.InvalidInput, match="either the hourly rate or the day") as caught:
        sk.assistance_refund("10", **given)
    assert "hourly_rate" == caught.value.field


@pytest.mark.parametrize(
    ("hours", "rate", "field"),
    [
        ("-1", "100", "hours"),
        ("10000.01", "100", "hours"),
        ("1.234", "100", "hours"),
        (1.5, "100", "hours"),
        ("1", "0", "hourly_rate"),
        ("1", "10000.01", "hourly_rate"),
        ("1", 100.0, "hourly_rate"),
    ],
)
def test_refund_input_not_accepted(hours, rate, field):
    with pytest.raises(sk.InvalidInput, match=f"^{field}: ") as caught:
        sk.assistance_refund(hours, hourly_rate=rate)
    assert field == caught.value.field


@pytest.mark.parametrize("given", [{"hourly_rate": "128.23"}, {"on": date(2023, 1, 1)}])
def test_a_refund_can_be_redone_from_its_document(given):
    redo(sk.assistance_refund("0.50", **given).explanation.document())


@pytest.mark.parametrize("language", ["en", "da"])
def test_explanations_are_shown_in_both_languages(language):
    assert "128" in sk.assistance_refund("2", hourly_rate="128.23").explanation.render(language)
    assert "20" in sk.assistance_allowance("37", DAY).explanation.render(language)


LAW = "lov om kompensation til handicappede i erhverv m.v."


def lines(explanation):
    return [line.strip() for line in str(explanation).splitlines() if line.strip()]


def test_the_whole_text_of_an_allowance():
    text = lines(sk.assistance_allowance("30", DAY).explanation)

    assert [
        "Personal assistance",
        "Given",
        "Weekly hours: 30",
        "Steps",
        "1. Highest weekly hours of personal assistance: 20",
    ] == text[:5]
    assert [
        "2. Hours of assistance a week: 16.22",
        "20 × 30 / 37 = 16.22 (rounded to two decimals)",
        f"{LAW}; from a social chapter",
        "3. Hours of assistance a quarter: 210.81",
        "20 × 30 / 37 × 13 = 210.81 (rounded to two decimals)",
        f"{LAW}; from a social chapter",
        "Caveats: the result may be different",
    ] == text[6:13]


def test_the_whole_text_of_a_refund_by_the_published_rate():
    assert [
        "Refund for personal assistance",
        "Given",
        "Hours of assistance: 43.5",
        "Steps",
        "1. Hourly rate for personal assistance: DKK 128.23",
        f"{LAW} (odder.dk); published",
        "2. Refund for personal assistance: DKK 5,578.01",
        "43.5 × 128.23 = DKK 5,578.01 (rounded to the øre)",
        f"{LAW}; published",
        "Result",
        "Refund for personal assistance: DKK 5,578.01",
    ] == lines(sk.assistance_refund("43.5", on=date(2023, 3, 1)).explanation)


def test_the_whole_text_of_a_refund_by_a_given_rate():
    assert [
        "Refund for personal assistance",
        "Given",
        "Hours of assistance: 43.5",
        "Hourly rate given: DKK 140.00",
        "Steps",
        "1. Refund for personal assistance: DKK 6,090.00",
        "43.5 × 140.00 = DKK 6,090.00 (rounded to the øre)",
        LAW,
        "Result",
        "Refund for personal assistance: DKK 6,090.00",
    ] == lines(sk.assistance_refund("43.5", hourly_rate="140").explanation)


def test_the_largest_refund():
    assert Decimal("100000000.00") == sk.assistance_refund("10000", hourly_rate="10000").amount


def test_each_step_names_its_rule_and_day():
    allowance = sk.assistance_allowance("30", DAY).explanation
    refund = sk.assistance_refund("1", on=date(2023, 3, 1)).explanation

    assert [
        ("personal_assistance.max_weekly", DAY),
        ("personal_assistance.weekly", DAY),
        ("personal_assistance.quarter", DAY),
    ] == [(step.rule, step.on) for step in allowance.steps]
    assert [
        ("personal_assistance.hourly_rate", date(2023, 3, 1)),
        ("personal_assistance.refund", date(2023, 3, 1)),
    ] == [(step.rule, step.on) for step in refund.steps]


# --- hours by date ----------------------------------------------------------


def test_a_quarter_in_which_the_rate_changes_is_one_refund():
    """4 × 130.25 + 3.5 × 130.69 = 978.415, rounded once."""
    days = {date(2023, 9, 28): "2", date(2023, 9, 29): "2", date(2023, 10, 2): "3.5"}
    refund = sk.assistance_refund(days)
    redo(refund.explanation.document())
    assert ("7.50", "978.42", None) == (str(refund.hours), str(refund.amount), refund.rate)
    first, second = refund.lines
    assert (date(2023, 9, 28), date(2023, 9, 29), Decimal("130.25")) == (
        first.first_day,
        first.last_day,
        first.rate,
    )
    assert first.amount + second.amount == refund.amount == refund.to_employer
    assert "0.00" == str(refund.to_employee)


def test_hours_by_date_are_those_of_their_quarter():
    quarter = sk.Quarter(2023, 3)
    days = {date(2023, 7, 3): "4", date(2023, 9, 29): "6"}
    refund = sk.assistance_refund(days, quarter)
    assert sk.assistance_refund("10", date(2023, 9, 29)).amount == refund.amount
    assert Decimal("130.25") == refund.rate
    given = sk.assistance_refund(days, quarter, hourly_rate="150")
    assert ("1500.00", "150.00") == (str(given.amount), str(given.rate))
    redo(given.explanation.document())
    with pytest.raises(sk.InvalidInput, match="days of 2023-Q3"):
        sk.assistance_refund({date(2023, 10, 1): "1"}, quarter)
    with pytest.raises(sk.InvalidInput, match="at least one day"):
        sk.assistance_refund({}, quarter)
    with pytest.raises(sk.WrongType, match="on"):
        sk.assistance_refund(days, date(2023, 7, 3))
    with pytest.raises(sk.NotInForce):
        sk.assistance_refund({date(2025, 9, 1): "1"})
