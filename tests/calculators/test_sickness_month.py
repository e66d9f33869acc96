"""What of a refund belongs to a month, in a month's cost and in a case's month."""

from datetime import date
from decimal import Decimal

import pytest
from redoing import redo

import socialkapitel as sk

D = Decimal


def absence(hours, *, first_day, contract="37", pay="185.00", paid=True, basis="SECTION_56"):
    return sk.SicknessAbsence(
        first_day=first_day,
        contract_hours=contract,
        hours=hours,
        hourly_pay=pay,
        paid_during_sickness=paid,
        basis=sk.RefundBasis[basis],
    )


def costs(leave, *months):
    return [
        sk.employer_cost(sk.SickLeave(pay="30000", contributions="0", absence=leave), month)
        for month in months
    ]


JANUARY, FEBRUARY, MARCH = (sk.Month(2022, number) for number in (1, 2, 3))


def test_a_week_in_two_months_is_divided_by_its_hours():
    # Week 5 of 2022 begins on Monday 31 January: one day of five; 4465 a week, 40 of supplement.
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31))

    january, february, march = costs(leave, JANUARY, FEBRUARY, MARCH)

    assert [D("893.00"), D("3572.00"), D("0.00")] == [
        cost.refund for cost in (january, february, march)
    ]
    assert [D("8.00"), D("32.00"), D("0.00")] == [
        cost.supplement for cost in (january, february, march)
    ]


def test_the_first_month_is_rounded_and_the_second_gets_the_rest():
    # 3 of 7 hours at 100 × 0.92 = 92: 644.00 a week; a supplement of 6 kroner (0.9 per cent).
    hours = {date(2022, 1, 31): "3", date(2022, 2, 1): "4"}
    leave = absence(hours, first_day=date(2022, 1, 31), pay="100.00")

    january, february = costs(leave, JANUARY, FEBRUARY)

    assert [D("276.00"), D("368.00")] == [january.refund, february.refund]
    assert [D("2.57"), D("3.43")] == [january.supplement, february.supplement]  # 6 × 3/7 = 2.571…


def test_half_an_oere_goes_to_the_first_month():
    # 5 hours at 92.0092 (100.01 less 8 per cent) are 460.05 a week, and half of it 230.025.
    hours = {date(2022, 1, 31): "2.5", date(2022, 2, 1): "2.5"}
    leave = absence(hours, first_day=date(2022, 1, 31), pay="100.01")

    january, february = costs(leave, JANUARY, FEBRUARY)

    assert [D("230.03"), D("230.02")] == [january.refund, february.refund]


def test_hours_within_the_employer_period_draw_no_part_of_the_week():
    # 30 days from 3 January end on Tuesday 1 February: week 5 gives 22.2 hours, all in February.
    hours = {sk.Week(2022, number): "37" for number in range(1, 6)}
    leave = absence(hours, first_day=date(2022, 1, 3), basis="ORDINARY")

    january, february = costs(leave, JANUARY, FEBRUARY)

    assert [D("0.00"), D("2679.00")] == [january.refund, february.refund]
    assert "week-in-two-months" not in [caveat.code for caveat in february.caveats]


def test_whole_weeks_of_a_month_are_added_up():
    hours = {sk.Week(2022, number): "37" for number in range(1, 11)}
    leave = absence(hours, first_day=date(2022, 1, 3), basis="ORDINARY")

    january, february, march = costs(leave, JANUARY, FEBRUARY, MARCH)

    # 2679 + 3 × 4465 + 893; 3572 + 4465
    assert [D("0.00"), D("16967.00"), D("8037.00")] == [
        cost.refund for cost in (january, february, march)
    ]


def test_absence_at_the_weekend_counts_in_its_own_month():
    # Saturday 30 and Sunday 31 July 2022 lie in the same week and month, Monday 1 August does not.
    hours = {date(2022, 7, 30): "8", date(2022, 7, 31): "8", date(2022, 8, 1): "8"}
    leave = absence(hours, first_day=date(2022, 7, 30), pay="100.00")

    july, august = costs(leave, sk.Month(2022, 7), sk.Month(2022, 8))

    assert [D("1472.00"), D("736.00")] == [july.refund, august.refund]


def test_a_week_over_new_year_keeps_the_rate_of_its_monday():
    # Week 1 of 2025 begins on 30 December 2024.
    leave = absence({sk.Week(2025, 1): "37"}, first_day=date(2024, 12, 30), pay="100.00")

    december, january = costs(leave, sk.Month(2024, 12), sk.Month(2025, 1))

    # four days of five, for 1 January gives nothing: 29.6 hours at 92 kroner
    assert [D("1361.60"), D("1361.60")] == [december.refund, january.refund]


@pytest.mark.parametrize("month", [JANUARY, FEBRUARY])
def test_the_municipality_pays_where_there_is_no_right_to_pay(month):
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31), paid=False)

    (cost,) = costs(leave, month)

    assert (D("0.00"), D("0.00")) == (cost.refund, cost.supplement)
    assert D("30000.00") == cost.amount
    benefit = {JANUARY: D("893.00"), FEBRUARY: D("3572.00")}[month]
    assert benefit == cost.paid_by_municipality
    assert D("30000.00") + benefit == cost.employee_income


def test_a_divided_week_is_marked_in_both_months():
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31))

    for cost in costs(leave, JANUARY, FEBRUARY):
        assert "week-in-two-months" in [caveat.code for caveat in cost.caveats]


def test_a_month_without_absence_is_an_ordinary_one():
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31))

    (cost,) = costs(leave, MARCH)

    assert D("30000.00") == cost.amount
    assert "week-in-two-months" not in [caveat.code for caveat in cost.caveats]


def test_the_explanation_shows_how_the_week_is_divided():
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31))

    for cost in costs(leave, JANUARY, FEBRUARY):
        document = cost.explanation.document()
        redo(document)
        step = next(s for s in document["steps"] if s["rule"] == "sickness.earlier_month")
        assert "amount * before / hours" == step["expression"]
        assert "37/5" == step["operands"]["before"]["value"]


def test_the_parts_of_a_week_name_rule_day_and_law():
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31))
    (february,) = costs(leave, FEBRUARY)

    parts = [
        (step.id, str(step.label), step.on, str(step.source))
        for step in february.explanation.steps
        if step.rule in ("sickness.earlier_month", "sickness.later_month")
    ]

    first, second = "The week's part in its first month", "The week's part in its second month"
    law = "sygedagpengeloven § 54"
    assert [
        ("sickness.earlier_month[sickness.refund, 2022-W05]", first, date(2022, 1, 31), law),
        ("sickness.later_month[sickness.refund, 2022-W05]", second, date(2022, 2, 4), law),
        ("sickness.earlier_month[sickness.supplement, 2022-W05]", first, date(2022, 1, 31), law),
        ("sickness.later_month[sickness.supplement, 2022-W05]", second, date(2022, 2, 4), law),
    ] == parts
    assert [
        ("hours_before[2022-W05]", "Hours of 2022-W05 in 2022-01"),
        ("hours_in_all[2022-W05]", "Hours of 2022-W05 in all"),
    ] == [
        (given.origin, str(given.label))
        for given in february.explanation.givens
        if given.origin.startswith("hours_")
    ]


# Absent from 2 January 2024 without a right to pay: the employer's 30 days end on 31 January.
UNPAID = {
    sk.Week(2024, 1): "29.6",
    **{sk.Week(2024, number): "37" for number in range(2, 8)},
}


def test_the_employers_benefit_belongs_to_the_months_of_its_days():
    leave = absence(UNPAID, first_day=date(2024, 1, 2), paid=False, basis="ORDINARY")

    january, february = costs(leave, sk.Month(2024, 1), sk.Month(2024, 2))

    assert [D("20658.00"), D("0.00")] == [cost.employer_benefit for cost in (january, february)]
    assert [D("0.00"), D("11268.00")] == [cost.paid_by_municipality for cost in (january, february)]


def test_a_week_of_the_employers_is_divided_too():
    # from 5 February the period ends on 5 March; week 9 has Friday 1 March
    hours = {sk.Week(2024, number): "37" for number in range(6, 10)}
    leave = absence(hours, first_day=date(2024, 2, 5), paid=False, basis="ORDINARY")

    february, march = costs(leave, sk.Month(2024, 2), sk.Month(2024, 3))

    assert [D("17841.00"), D("939.00")] == [cost.employer_benefit for cost in (february, march)]
    for cost in (february, march):
        redo(cost.explanation.document())
        assert "week-in-two-months" in [caveat.code for caveat in cost.caveats]
    step = next(s for s in march.explanation.steps if s.rule == "sickness.earlier_month")
    assert "employer_hours_before[2024-W09]" == dict(step.operands)["before"].origin


def test_the_month_of_a_case_is_that_of_the_cost():
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31))

    found = sk.sickness_refund(leave).month(FEBRUARY)

    assert (D("3572.00"), D("32.00")) == (found.amount, found.supplement)
    assert [D("893.00")] * 4 == [amount for _, amount in found.by_day]
    assert sk.PaidTo.EMPLOYER is found.paid_to
    redo(found.explanation.document())
    nothing = sk.sickness_refund(leave).month(MARCH)
    assert (D("0.00"), D("0.00"), ()) == (nothing.amount, nothing.supplement, nothing.by_day)


def test_the_days_of_a_month_without_right_to_pay_have_no_refund():
    leave = absence({sk.Week(2022, 5): "37"}, first_day=date(2022, 1, 31), paid=False)

    found = sk.sickness_refund(leave).month(FEBRUARY)

    assert (D("0.00"), ()) == (found.amount, found.by_day)
    assert sk.PaidTo.EMPLOYEE is found.paid_to


LONG = {sk.Week(2022, number): "37" for number in range(1, 11)}


def test_a_month_has_lines_for_a_claim():
    found = sk.sickness_refund(absence(LONG, first_day=date(2022, 1, 3), basis="ORDINARY"))

    february, march = found.month(FEBRUARY), found.month(MARCH)

    # Monday 28 February is a fifth of week 9; the employer period ends on 1 February.
    assert [
        (date(2022, 2, 2), date(2022, 2, 4), D("22.20"), D("2679.00"), D("24.00")),
        (date(2022, 2, 7), date(2022, 2, 11), D("37.00"), D("4465.00"), D("40.00")),
        (date(2022, 2, 14), date(2022, 2, 18), D("37.00"), D("4465.00"), D("40.00")),
        (date(2022, 2, 21), date(2022, 2, 25), D("37.00"), D("4465.00"), D("40.00")),
        (date(2022, 2, 28), date(2022, 2, 28), D("7.40"), D("893.00"), D("8.00")),
    ] == [
        (line.first_day, line.last_day, line.hours, line.amount, line.supplement)
        for line in february.lines
    ]
    assert {D("120.68")} == {line.rate for line in february.lines}
    assert D("140.60") == february.refundable_hours
    assert (FEBRUARY, D("16967.00")) == (february.month, february.to_employer)
    assert (D("0.00"), D("0.00")) == (february.to_employee, february.employer_benefit)
    assert february.amount == february.benefit
    assert found.amount == february.amount + march.amount
    assert found.supplement == february.supplement + march.supplement


def test_a_month_without_right_to_pay_has_no_lines():
    leave = absence(LONG, first_day=date(2022, 1, 3), basis="ORDINARY", paid=False)
    refund = sk.sickness_refund(leave)

    january, february = refund.month(JANUARY), refund.month(FEBRUARY)

    assert () == january.lines == february.lines
    assert D("0.00") == february.to_employer
    assert D("16967.00") == february.to_employee == february.benefit
    assert refund.employer_benefit == january.employer_benefit + february.employer_benefit
    assert refund.to_employee == sum(refund.month(m).to_employee for m in (FEBRUARY, MARCH))
    assert D("0.00") == refund.to_employer


def test_a_month_is_explained_by_its_own_weeks():
    months = [sk.Month(2022, number) for number in (11, 12)] + [sk.Month(2023, 1)]
    weeks = {sk.Week(2022, number): "37" for number in range(45, 53)}
    weeks |= {sk.Week(2023, number): "37" for number in range(1, 6)}
    refund = sk.sickness_refund(absence(weeks, first_day=date(2022, 11, 7)))

    explained = [refund.month(month).explanation for month in months]

    for explanation in explained:
        redo(explanation.document())
    november, _, january = [{step.id for step in explanation.steps} for explanation in explained]
    assert "sickness.benefit[2022-W45]" in november
    assert "sickness.benefit[2022-W45]" not in january
    assert "sickness_benefit.max_weekly@2022-01-03" not in january
    assert "sickness.minimum[2022-W45]" not in january
    assert "sickness.flexjob[2022-11-07]" not in january
    assert "sickness.section_56[2022-11-07]" in january  # the spell that goes on
    assert "sickness.paid_to" in january


def test_a_figure_that_is_not_published_is_told_where_it_counts():
    proposal = sk.PARAMETERS.amend(
        "sickness_benefit.max_weekly", value="4600", valid_from=date(2022, 3, 7), source="a bill"
    )
    leave = absence(LONG, first_day=date(2022, 1, 3))
    refund = sk.sickness_refund(leave, parameters=proposal)

    def told(month):
        return {caveat.code for caveat in refund.month(month).caveats}

    assert "assumed-figure" not in told(FEBRUARY)
    assert "assumed-figure" in told(MARCH)


def test_a_month_is_a_month():
    refund = sk.sickness_refund(absence(LONG, first_day=date(2022, 1, 3)))
    with pytest.raises(sk.WrongType):
        refund.month(date(2022, 2, 1))
