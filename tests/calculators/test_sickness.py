"""The whole refund, its weeks and what they cost."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from calculators.sickness_cases import SECTION_56, absence, findings, refund, weeks
from redoing import redo

import socialkapitel as sk

NONE = Decimal("0.00")

# The highest benefit a week by the Monday it begins on: elov.dk, bm.dk, retsinformation.dk, kk.dk,
# pav.medst.dk and others; 2003-2005 and 2008-2010 derived. Beside it the hour as it is printed.
RATES = {
    date(2003, 1, 6): ("3113", "84.14"), date(2004, 1, 5): ("3203", "86.57"),
    date(2005, 1, 3): ("3267", "88.30"),
    date(2006, 1, 2): ("3332", "90.05"), date(2007, 1, 1): ("3415", "92.30"),
    date(2008, 1, 7): ("3515", "95.00"), date(2009, 1, 5): ("3625", "97.97"),
    date(2010, 1, 4): ("3760", "101.62"), date(2011, 1, 3): ("3830", "103.51"),
    date(2012, 1, 2): ("3940", "106.49"), date(2013, 1, 7): ("4005", "108.24"),
    date(2014, 1, 6): ("4075", "110.14"), date(2015, 1, 5): ("4135", "111.76"),
    date(2016, 1, 4): ("4180", "112.97"), date(2017, 1, 2): ("4245", "114.73"),
    date(2018, 1, 1): ("4300", "116.22"), date(2019, 1, 7): ("4355", "117.70"),
    date(2020, 1, 6): ("4405", "119.05"), date(2021, 1, 4): ("4460", "120.54"),
    date(2022, 1, 3): ("4465", "120.68"), date(2023, 1, 2): ("4550", "122.97"),
    date(2024, 1, 1): ("4695", "126.89"), date(2025, 1, 6): ("4865", "131.49"),
    date(2026, 1, 5): ("5085", "137.43"),
}  # fmt: skip
STARTS = list(RATES)
NEW_YEAR = {date(2018, 1, 1), date(2024, 1, 1)}  # no benefit on the Monday
# whole kroner of 0.3 per cent more each year of a full week's refund
SUPPLEMENTS = {2020: "13", 2021: "27", 2022: "40", 2023: "55", 2024: "56", 2025: "88", 2026: "107"}


def full_week(monday, **changes):
    facts = {"first_day": monday, "hours": {sk.Week.of(monday): "37"}, "basis": SECTION_56}
    if monday < date(2005, 5, 1):
        facts |= {"basis": sk.RefundBasis.FLEXJOB}
    return refund(**{**facts, **changes})


def to_the_oere(exact):
    return Decimal(int(exact * 100 + Fraction(1, 2))) / 100


@pytest.mark.parametrize("place", range(len(STARTS)))
def test_rates_of_every_year(place):
    start = STARTS[place]
    weekly, hourly = RATES[start]
    result = full_week(start)
    worked = Fraction(4, 5) if start in NEW_YEAR else 1
    assert to_the_oere(Fraction(weekly) * worked) == result.amount
    assert Decimal(hourly) == result.weeks[0].hourly_rate
    # full absence needs no minimum, which is only known from May 2005
    agreed = "12.5" if start in NEW_YEAR else "10"
    ten = full_week(start, contract_hours=agreed, hours={sk.Week.of(start): "10"})
    assert to_the_oere(Fraction(weekly) * 10 / 37) == ten.amount


@pytest.mark.parametrize("place", range(1, len(STARTS)))
def test_rates_of_the_week_before(place):
    before = sk.Week.of(date.fromordinal(STARTS[place].toordinal() - 7))
    agreed = "10" if before.year < 2012 else "37"
    result = full_week(before.monday, contract_hours=agreed, hours={before: "10"})
    assert to_the_oere(Fraction(RATES[STARTS[place - 1]][0]) * 10 / 37) == result.amount


def test_a_full_week_at_the_maximum_is_the_maximum():
    # 37 times the printed hour would be 4549.89
    result = full_week(date(2023, 1, 2))
    assert Decimal("4550.00") == result.amount
    assert Decimal("122.97") == result.weeks[0].hourly_rate


def test_full_time_of_fewer_hours():
    # 34 hours on a third shift: an hour is the weekly maximum over 34
    monday = date(2024, 2, 5)
    facts = {"first_day": monday, "basis": SECTION_56, "full_time_hours": "34"}
    full = refund(**facts, contract_hours="34", hours={sk.Week.of(monday): "34"})
    assert Decimal("4695.00") == full.amount
    assert Decimal("138.09") == full.weeks[0].hourly_rate  # 4695 / 34 = 138.088…
    half = refund(**facts, contract_hours="17", hours={sk.Week.of(monday): "17"})
    assert Decimal("2347.50") == half.amount
    at_37 = refund(first_day=monday, basis=SECTION_56, contract_hours="34",
                   hours={sk.Week.of(monday): "34"})  # fmt: skip
    assert Decimal("4314.32") == at_37.amount  # 34 × 4695 / 37


def test_a_week_across_new_year_has_the_rate_of_its_monday():
    result = refund(first_day=date(2020, 1, 2), hours={sk.Week(2020, 1): "10"}, basis=SECTION_56)
    assert Decimal("1177.03") == result.amount  # 10 × 4355 / 37


@pytest.mark.parametrize("monday", [date(2002, 12, 30), date(2027, 1, 4)])
def test_outside_the_known_rates(monday):
    with pytest.raises(sk.NotInForce) as caught:
        full_week(monday)
    assert "sickness_benefit.max_weekly" == caught.value.name
    assert monday == caught.value.asked
    assert date(2003, 1, 6) == caught.value.first


def test_rates_are_only_needed_for_weeks_that_give_benefit():
    result = refund(first_day=date(2002, 12, 16), hours=weeks(2002, 51, 52, "37"))
    assert NONE == result.amount
    assert None is result.weeks[1].hourly_rate
    assert not [step for step in result.explanation.steps if "max_weekly" in step.id]


@pytest.mark.parametrize("year", range(2020, 2027))
def test_supplement_of_every_year(year):
    monday = next(start for start in STARTS if start.year == year)
    result = full_week(monday)
    assert Decimal(SUPPLEMENTS[year]) == result.supplement


def test_no_supplement_before_2020():
    result = full_week(date(2019, 12, 30))
    assert NONE == result.supplement
    assert Decimal("3484.00") == result.amount  # four days of five: 1 January gives nothing
    assert [] == findings(result, "sickness.supplement")
    assert [] == findings(result, "sickness.supplement_total")
    assert Decimal("13.00") == full_week(date(2020, 1, 6)).supplement


def test_supplement_is_rounded_in_each_week():
    # 0.9 per cent of 12 × 120.68 is 13.03 and of 10 × 120.68 is 10.86
    hours = {sk.Week(2022, 1): "12", sk.Week(2022, 2): "10"}
    result = refund(basis=SECTION_56, hours=hours)
    assert ["13.00", "11.00"] == [str(week.supplement) for week in result.weeks]
    assert Decimal("24.00") == result.supplement


def test_thirty_hours_above_the_maximum_in_2022():
    # detfagligehus.dk multiplies the printed hour: 30 × 120.68 = 3620.40, and so is 13 øre above
    result = refund(basis=SECTION_56, contract_hours="30", hours={sk.Week(2022, 20): "30"},
                    first_day=date(2022, 5, 16))  # fmt: skip
    assert Decimal("3620.27") == result.amount == result.benefit  # 30 × 4465 / 37
    assert Decimal("3620.40") - result.amount == Decimal("0.13")


@pytest.mark.parametrize("place", range(len(STARTS)))
def test_the_printed_hour_differs_by_few_oere_a_week(place):
    weekly, hourly = RATES[STARTS[place]]
    assert abs(37 * Decimal(hourly) - Decimal(weekly)) <= Decimal("0.18")


def test_the_pay_that_gives_the_maximum_in_2024():
    # detfagligehus.dk: about 137 kroner; 4695 / 37 / 0.92 = 137.926…
    monday = date(2024, 1, 8)
    ten = {"first_day": monday, "hours": {sk.Week(2024, 2): "10"}, "basis": SECTION_56}
    assert Decimal("1268.77") == refund(**ten, hourly_pay="137.91").amount
    assert Decimal("1268.86") == refund(**ten, hourly_pay="137.92").amount
    assert Decimal("1268.92") == refund(**ten, hourly_pay="137.93").amount  # 46950 / 37
    assert Decimal("1268.92") == refund(**ten, hourly_pay="500").amount


def test_hours_after_the_employer_period():
    # the period ends on Tuesday 1 February: Wednesday to Friday give benefit
    result = refund(hours={**weeks(2022, 1, 4, "37"), sk.Week(2022, 5): "12"})
    week = result.weeks[4]
    assert (
        sk.SicknessWeek(
            week=sk.Week(2022, 5),
            absence_hours=Decimal("12.00"),
            outcome=sk.Outcome.FULFILLED,
            employer_period_hours=Decimal("4.80"),
            refundable_hours=Decimal("7.20"),
            hourly_rate=Decimal("120.68"),
            amount=Decimal("868.86"),  # 7.2 × 4465 / 37 = 868.864…
            supplement=Decimal("8.00"),
            benefit=Decimal("868.86"),
            employer_period_days=(
                (date(2022, 1, 31), Fraction("2.4")),
                (date(2022, 2, 1), Fraction("2.4")),
            ),
            refundable_days=tuple((date(2022, 2, day), Fraction("2.4")) for day in (2, 3, 4)),
        )
        == week
    )
    assert ("7.20", "868.86", "8.00") == tuple(
        str(value) for value in (result.refundable_hours, result.amount, result.supplement)
    )


def test_the_first_week_is_spread_from_the_first_day():
    # 21 days from Wednesday 6 January 2010 end on Tuesday 26 January
    first = date(2010, 1, 6)
    amended = sk.PARAMETERS.amend(
        "sickness_benefit.employer_period",
        value="1",
        valid_from=date(2010, 1, 1),
        source="a proposal",
    )
    made = absence(first_day=first, hours={sk.Week(2010, 1): "10"})
    (week,) = sk.sickness_refund(made, parameters=amended).weeks
    assert (Decimal("3.33"), Decimal("6.67")) == (
        week.employer_period_hours,
        week.refundable_hours,
    )
    assert (
        (date(2010, 1, 7), Fraction(10, 3)),
        (date(2010, 1, 8), Fraction(10, 3)),
    ) == week.refundable_days
    assert Decimal("677.48") == week.amount  # 20/3 × 3760 / 37 = 677.477…


def test_hours_by_date():
    days = {date(2022, 1, 31): "7.4", date(2022, 2, 1): "7.4", date(2022, 2, 2): "3",
            date(2022, 2, 3): "0", date(2022, 2, 5): "2.5"}  # fmt: skip
    result = refund(hours={**weeks(2022, 1, 4, "37"), **days})
    week = result.weeks[4]
    assert (Decimal("20.30"), Decimal("14.80"), Decimal("5.50")) == (
        week.absence_hours,
        week.employer_period_hours,
        week.refundable_hours,
    )
    assert Decimal("663.72") == week.amount  # 5.5 × 4465 / 37 = 663.716…
    assert (
        (date(2022, 2, 2), Fraction(3)),
        (date(2022, 2, 5), Fraction("2.5")),
    ) == week.refundable_days
    (step,) = findings(result, "sickness.hours")
    assert "day_3 + day_6" == step.expression


def test_a_single_date_is_taken_as_it_stands():
    result = refund(basis=SECTION_56, hours={date(2022, 1, 3): "7.4"})
    assert Decimal("893.00") == result.amount  # a fifth of 4465
    assert [] == findings(result, "sickness.hours")


def test_dates_within_the_employer_period_give_nothing():
    (week,) = refund(hours={date(2022, 1, 3): "7.4"}).weeks
    assert (Decimal("7.40"), NONE, ()) == (
        week.employer_period_hours,
        week.refundable_hours,
        week.refundable_days,
    )


def test_every_week_by_date_or_by_week_is_alike():
    by_date = {day: "7.4" for week in weeks(2022, 1, 6, "37") for day in week.weekdays}
    first, second = refund(), refund(hours=by_date)
    assert first.weeks == second.weeks
    assert (first.amount, first.supplement) == (second.amount, second.supplement)


def test_hours_are_added_up_before_they_are_rounded():
    amended = sk.PARAMETERS.amend(
        "sickness_benefit.employer_period",
        value="1",
        valid_from=date(2022, 1, 1),
        source="a proposal",
    )

    def hours(more):
        record = {sk.Week(2022, 1): "10", sk.Week(2022, 2): "0", **more}
        made = absence(first_day=date(2022, 1, 5), hours=record)
        return sk.sickness_refund(made, parameters=amended).refundable_hours

    assert Decimal("6.67") == hours({})  # two days of three
    assert Decimal("6.68") == hours({date(2022, 1, 19): "5", date(2022, 1, 20): "0.01"})


def test_without_pay_the_municipality_pays_the_employee():
    result = refund(paid_during_sickness=False)
    assert sk.PaidTo.EMPLOYEE is result.paid_to
    assert (NONE, NONE) == (result.amount, result.supplement)
    assert refund().benefit == result.benefit == Decimal("7144.00")  # 22.2 × 4465 / 37 + 4465
    assert refund().refundable_hours == result.refundable_hours
    assert [NONE] * 6 == [week.amount for week in result.weeks]
    assert [NONE] * 6 == [week.supplement for week in result.weeks]
    (finding,) = findings(result, "sickness.paid_to")
    assert sk.Outcome.NOT_FULFILLED is finding.outcome
    assert "the municipality pays" in str(finding.because)
    assert [] == findings(result, "sickness_benefit.refund_supplement")


def test_with_pay_the_employer_gets_it():
    result = refund()
    assert sk.PaidTo.EMPLOYER is result.paid_to
    assert Decimal("7144.00") == result.amount == result.benefit
    assert Decimal("64.00") == result.supplement  # 24 + 40
    assert Decimal("59.20") == result.refundable_hours
    (finding,) = findings(result, "sickness.paid_to")
    assert sk.Outcome.FULFILLED is finding.outcome


def test_pay_below_the_maximum():
    result = full_week(date(2022, 1, 3), hourly_pay="100.00")
    assert Decimal("3404.00") == result.amount
    assert Decimal("92.00") == result.weeks[0].hourly_rate


def test_a_contribution_of_nothing_and_of_all():
    def with_contribution(value):
        amended = sk.PARAMETERS.amend(
            "labour_market_contribution",
            value=value,
            valid_from=date(2022, 1, 1),
            source="a proposal",
        )
        made = absence(basis=SECTION_56, hourly_pay="100", hours={sk.Week(2022, 1): "10"})
        return sk.sickness_refund(made, parameters=amended)

    assert Decimal("1000.00") == with_contribution("0").amount
    assert Decimal("917.50") == with_contribution("8.25").amount
    assert NONE == with_contribution("100").amount
    with pytest.raises(sk.InvalidInput, match=r"labour_market_contribution.*100\.01"):
        with_contribution("100.01")


def test_the_designs_own_example_computes():
    result = sk.sickness_refund(
        sk.SicknessAbsence(
            first_day=date(2022, 1, 3),
            contract_hours="37",
            hours={sk.Week(2022, 1): "37", sk.Week(2022, 5): "12"},
            hourly_pay="185.00",
            paid_during_sickness=True,
            basis=sk.RefundBasis.ORDINARY,
        )
    )
    assert sk.Period(date(2022, 1, 3), date(2022, 2, 1)) == result.employer_period
    assert [Decimal("37.00"), Decimal("12.00")] == [week.absence_hours for week in result.weeks]


def test_results_are_frozen():
    result = refund()
    for part in (result, result.weeks[0], result.spells[0]):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            part.first_day = date(2022, 1, 1)


@pytest.mark.parametrize("value", [None, "absence", {}, 1])
def test_only_an_absence_is_taken(value):
    with pytest.raises(sk.WrongType, match=r"absence: .* .*SicknessAbsence"):
        sk.sickness_refund(value)


@pytest.mark.parametrize("value", [{}, "packaged", 0])
def test_only_a_parameter_set_is_taken(value):
    with pytest.raises(sk.WrongType, match=r"parameters: .* .*ParameterSet"):
        sk.sickness_refund(absence(), parameters=value)


def test_a_set_without_the_figures_is_refused():
    with pytest.raises(sk.UnknownName):
        sk.sickness_refund(absence(), parameters=sk.ParameterSet([]))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"paid_during_sickness": False},
        {"basis": SECTION_56, "first_day": date(2022, 1, 5)},
        {"hours": {sk.Week(2022, 1): "3"}},
        {"hours": {**weeks(2022, 1, 4, "37"), date(2022, 2, 1): "7", date(2022, 2, 3): "7"}},
        {"hours": {**weeks(2022, 1, 4, "37"), date(2022, 2, 3): "7", date(2022, 2, 4): "7"}},
    ],
)
def test_the_explanation_can_be_redone_and_read(changes):
    result = refund(**changes)
    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    values = {step["rule"]: step.get("value") for step in document["steps"]}
    assert str(result.benefit) == values["sickness.benefit_total"]
    assert str(result.refundable_hours) == values["sickness.hours_total"]
    assert str(result.amount) == values.get("sickness.refund_total", "0.00")
    assert "Refund of sickness benefit" in result.explanation.render("en")
    assert "sygedagpenge" in result.explanation.render("da")


def test_the_steps_of_a_week():
    result = refund(basis=SECTION_56, hours={sk.Week(2022, 1): "12"})
    steps = {step.rule: step for step in result.explanation.steps}
    highest, rate = steps["sickness.highest_hourly_rate"], steps["sickness.hourly_rate"]
    assert ("maximum / full_time", Fraction(4465, 37)) == (highest.expression, highest.value)
    assert "sickness.highest_hourly_rate[2022-01-03]" == highest.id
    assert "min(pay * (100 - contribution) / 100, maximum)" == rate.expression
    assert Fraction(4465, 37) == rate.value
    text = result.explanation.render("en")
    assert "; 4,465.00) = DKK 1,448.11 (rounded to the øre)" in text  # 12 × 4465 / 37
    assert "lowest of (1,448.11; 12 × 185.00) = DKK 1,448.11 (rounded to the øre)" in text
    assert "1,448.11 × 0.9 / 100 = DKK 13 (rounded to whole kroner)" in text


def test_each_weeks_steps_are_labelled_with_the_week():
    (step,) = findings(refund(), "sickness.benefit")[-1:]
    assert "Sickness benefit, 2022-W06" == str(step.label)


def test_the_totals_are_labelled_as_such():
    labels = [str(step.label) for step in refund().explanation.steps[-4:]]
    assert [
        "Refundable hours, in all",
        "Sickness benefit, in all",
        "Refund to the employer, in all",
        "Supplement to the refund, in all",
    ] == labels


def test_what_was_given_is_labelled_with_its_week_or_date():
    hours = {sk.Week(2022, 1): "37", date(2022, 1, 10): "7.4"}
    givens = refund(hours=hours).explanation.givens
    assert ["Absence hours in 2022-W01", "Absence hours on 2022-01-10"] == [
        str(given.label) for given in givens[-2:]
    ]
