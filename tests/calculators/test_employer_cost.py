from datetime import date, timedelta
from decimal import Decimal

import attrs
import pytest
from redoing import redo

import socialkapitel as sk

D = Decimal
NOVEMBER = sk.Month(2007, 11)
FLEXJOB = sk.Flexjob(
    granted_on=date(2006, 3, 1),
    share="2/3",
    starting_pay=sk.Pay.monthly("18297.00"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)
SUBSIDISED = sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="115.00")


def new_absence(basis, *, paid=True):
    return sk.SicknessAbsence(
        first_day=date(2022, 2, 7),
        contract_hours="37",
        hours={sk.Week(2022, 6): "12"},
        hourly_pay="185.00",
        paid_during_sickness=paid,
        basis=basis,
    )


def figures(cost):
    return {
        name: str(getattr(cost, name))
        for name in (
            "pay",
            "contributions",
            "employer_benefit",
            "refund",
            "supplement",
            "amount",
            "employee_income",
            "paid_by_municipality",
        )
    }


def expect(**given):
    nothing = dict.fromkeys(
        ("employer_benefit", "refund", "supplement", "paid_by_municipality"), "0.00"
    )
    return {**nothing, **given}


def test_ordinary_work_costs_pay_and_contributions():
    work = sk.OrdinaryWork(pay="28000", contributions="3000.50")

    cost = sk.employer_cost(work, sk.Month(2024, 3))

    assert figures(cost) == expect(
        pay="28000.00",
        contributions="3000.50",
        amount="31000.50",
        employee_income="28000.00",
    )
    assert () == cost.caveats


@pytest.mark.parametrize("month", [sk.Month(1950, 1), sk.Month(2199, 12)])
def test_ordinary_work_needs_no_legal_figure(month):
    work = sk.OrdinaryWork(pay="1", contributions="0")

    assert D("1.00") == sk.employer_cost(work, month).amount


def test_partial_sick_leave_is_refunded_with_a_supplement():
    # 12 hours at 4465/37: 1448.11; 0.9 per cent of it is 13 kroner
    leave = sk.SickLeave(
        pay="28000", contributions="3000", absence=new_absence(sk.RefundBasis.SECTION_56)
    )

    cost = sk.employer_cost(leave, sk.Month(2022, 2))

    assert figures(cost) == expect(
        pay="28000.00",
        contributions="3000.00",
        refund="1448.11",
        supplement="13.00",
        amount="29538.89",
        employee_income="28000.00",
    )


def test_without_right_to_pay_the_municipality_pays_the_employee():
    leave = sk.SickLeave(
        pay="18900",
        contributions="2000",
        absence=new_absence(sk.RefundBasis.SECTION_56, paid=False),
    )

    cost = sk.employer_cost(leave, sk.Month(2022, 2))

    assert figures(cost) == expect(
        pay="18900.00",
        contributions="2000.00",
        amount="20900.00",
        employee_income="20348.11",
        paid_by_municipality="1448.11",
    )


def test_a_new_flexjobs_sick_leave_says_that_the_supplement_is_left_out():
    leave = sk.SickLeave(
        pay="15000", contributions="0", absence=new_absence(sk.RefundBasis.FLEXJOB_SINCE_2013)
    )

    cost = sk.employer_cost(leave, sk.Month(2022, 2))

    assert "flex-wage-supplement-left-out" in [caveat.code for caveat in cost.caveats]
    assert D("1448.11") == cost.refund


def test_an_old_flexjob_is_refunded():
    work = sk.FlexjobWork(job=FLEXJOB, pay="18297.00", contributions="162.60")

    cost = sk.employer_cost(work, NOVEMBER)

    assert figures(cost) == expect(
        pay="18297.00",
        contributions="162.60",
        refund="12306.40",
        amount="6153.20",
        employee_income="18297.00",
    )


def test_an_old_flexjob_is_refunded_of_no_more_than_was_paid():
    work = sk.FlexjobWork(job=FLEXJOB, pay="9000", contributions="162.60")

    assert D("6108.40") == sk.employer_cost(work, NOVEMBER).refund  # 2/3 × (9000 + 162.60)


def test_per_sick_day_the_employer_of_an_old_flexjob_gets_the_larger_of_the_two():
    # A weekday of November 2007 carries 12306.40 / 22 = 559.3818… of the refund.
    work = sk.FlexjobWork(
        job=FLEXJOB,
        pay="18297.00",
        contributions="162.60",
        sickness_benefit={date(2007, 11, 5): "600", date(2007, 11, 6): "500"},
    )

    cost = sk.employer_cost(work, NOVEMBER)

    # 12306.40 + (600 − 559.3818…) = 12347.0181…
    assert D("12347.02") == cost.refund
    assert D("6112.58") == cost.amount
    assert "set-off-practice" in [caveat.code for caveat in cost.caveats]


def test_a_new_flexjob_gives_the_employee_a_supplement():
    # star.dk: pay 15600 of 32066.67 in 2024 gives 15272
    work = sk.FlexjobSince2013Work(
        job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        pay="15600",
        contributions="66",
    )

    cost = sk.employer_cost(work, sk.Month(2024, 3))

    assert figures(cost) == expect(
        pay="15600.00",
        contributions="66.00",
        amount="15666.00",
        employee_income="30872.00",
        paid_by_municipality="15272.00",
    )


def test_work_with_wage_subsidy():
    # Region Midtjylland's chapter: 21.92 an hour in 2007
    work = sk.SubsidisedWork(job=SUBSIDISED, hours="64.5", pay="7417.50", contributions="0")

    cost = sk.employer_cost(work, NOVEMBER)

    assert figures(cost) == expect(
        pay="7417.50",
        contributions="0.00",
        refund="1413.84",
        amount="6003.66",
        employee_income="7417.50",
    )


def test_more_refunded_than_paid_is_shown_and_marked():
    work = sk.SubsidisedWork(job=SUBSIDISED, hours="64.5", pay="1000", contributions="0")

    cost = sk.employer_cost(work, NOVEMBER)

    assert D("-413.84") == cost.amount
    assert "refund-above-cost" in [caveat.code for caveat in cost.caveats]
    redo(cost.explanation.document())


def test_as_much_refunded_as_paid_is_not_marked():
    work = sk.SubsidisedWork(job=SUBSIDISED, hours="64.5", pay="1413.84", contributions="0")

    cost = sk.employer_cost(work, NOVEMBER)

    assert D("0.00") == cost.amount
    assert "refund-above-cost" not in [caveat.code for caveat in cost.caveats]


@pytest.mark.parametrize(
    ("work", "month", "hint"),
    [
        (
            sk.FlexjobSince2013Work(
                job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="2"),
                pay="1",
                contributions="0",
            ),
            sk.Month(2012, 12),
            "flexjob_refund",
        ),
        (
            sk.FlexjobWork(job=FLEXJOB, pay="18297", contributions="0"),
            sk.Month(2199, 1),
            "not known",
        ),
        (
            sk.SubsidisedWork(job=SUBSIDISED, hours="1", pay="115", contributions="0"),
            sk.Month(1999, 1),
            "not known",
        ),
    ],
)
def test_what_a_calculator_does_not_know_is_not_guessed(work, month, hint):
    with pytest.raises(sk.NotInForce, match=hint):
        sk.employer_cost(work, month)


def test_a_month_without_pay_gives_no_refund():
    work = sk.FlexjobWork(job=FLEXJOB, pay="0", contributions="0")
    cost = sk.employer_cost(work, NOVEMBER)
    assert (Decimal(0), Decimal(0)) == (cost.refund, cost.amount)


def test_what_a_calculator_refuses_is_refused():
    with pytest.raises(sk.InvalidInput, match="month"):
        sk.employer_cost(
            sk.FlexjobWork(job=FLEXJOB, pay="18297", contributions="0"), sk.Month(2006, 2)
        )
    with pytest.raises(sk.InvalidInput, match="sickness"):
        sk.employer_cost(
            sk.FlexjobWork(
                job=FLEXJOB,
                pay="18297",
                contributions="0",
                sickness_benefit={date(2007, 10, 5): "600"},
            ),
            NOVEMBER,
        )


@pytest.mark.parametrize("bad", [None, FLEXJOB, sk.OrdinaryWork, "ordinary"])
def test_what_is_no_arrangement_is_refused(bad):
    with pytest.raises(sk.WrongType, match=r"OrdinaryWork.*SickLeave") as caught:
        sk.employer_cost(bad, NOVEMBER)
    assert "arrangement" == caught.value.field


@pytest.mark.parametrize("bad", [None, date(2007, 11, 1), 11])
def test_a_month_is_needed(bad):
    with pytest.raises(sk.WrongType, match="month"):
        sk.employer_cost(sk.OrdinaryWork(pay="1", contributions="0"), bad)


def test_a_reform_reaches_the_calculators_below():
    reform = sk.PARAMETERS.amend(
        "flex_wage_supplement.max_monthly",
        value="20000",
        valid_from=date(2024, 1, 1),
        source="a proposal",
    )
    work = sk.FlexjobSince2013Work(
        job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        pay="15600",
        contributions="66",
    )

    cost = sk.employer_cost(work, sk.Month(2024, 3), parameters=reform)

    assert D("15320.00") == cost.paid_by_municipality
    assert "assumed-figure" in [caveat.code for caveat in cost.caveats]


@pytest.mark.parametrize(
    ("name", "work", "month", "refund"),
    [
        (
            "sickness_benefit.max_weekly",
            sk.SickLeave(
                pay="1", contributions="0", absence=new_absence(sk.RefundBasis.SECTION_56)
            ),
            sk.Month(2022, 2),
            "32.43",  # 12 of 37 hours
        ),
        (
            "atp.a.employer_monthly.full",
            sk.FlexjobWork(job=FLEXJOB, pay="18297", contributions="0"),
            NOVEMBER,
            "12264.67",  # 2/3 × (18297 + 100)
        ),
        (
            "wage_subsidy.disability_pension",
            sk.SubsidisedWork(job=SUBSIDISED, hours="10", pay="1", contributions="0"),
            NOVEMBER,
            "1000.00",
        ),
    ],
)
def test_a_reform_reaches_the_refund(name, work, month, refund):
    reform = sk.PARAMETERS.amend(name, value="100", valid_from=month.first_day, source="a proposal")
    assert D(refund) == sk.employer_cost(work, month, parameters=reform).refund
    assert D(refund) != sk.employer_cost(work, month).refund


EVERY = [
    (sk.OrdinaryWork(pay="28000", contributions="1"), NOVEMBER),
    (
        sk.SickLeave(pay="1", contributions="1", absence=new_absence(sk.RefundBasis.ORDINARY)),
        sk.Month(2022, 2),
    ),
    (sk.FlexjobWork(job=FLEXJOB, pay="18297", contributions="1"), NOVEMBER),
    (
        sk.FlexjobWork(
            job=FLEXJOB,
            pay="18297",
            contributions="1",
            sickness_benefit={date(2007, 11, 5): "600"},
        ),
        NOVEMBER,
    ),
    (
        sk.FlexjobSince2013Work(
            job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="2"),
            pay="1",
            contributions="1",
        ),
        sk.Month(2024, 1),
    ),
    (sk.SubsidisedWork(job=SUBSIDISED, hours="1", pay="1", contributions="1"), NOVEMBER),
]


@pytest.mark.parametrize(("work", "month"), EVERY)
def test_every_cost_can_be_redone_from_its_document(work, month):
    cost = sk.employer_cost(work, month)

    document = cost.explanation.document()

    redo(document)
    assert [str(cost.amount), str(cost.employee_income)] == [
        step["value"] for step in document["steps"][-2:]
    ]


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(("work", "month"), EVERY)
def test_every_cost_is_shown_in_both_languages(work, month, language):
    cost = sk.employer_cost(work, month)

    assert sk.format_number(cost.amount, language, decimals=2) in cost.explanation.render(language)


def test_pay_and_contributions_stand_first_and_the_sums_last():
    work = sk.FlexjobSince2013Work(
        job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        pay="15600",
        contributions="66",
    )

    explanation = sk.employer_cost(work, sk.Month(2024, 3)).explanation

    text = [line.strip() for line in str(explanation).splitlines() if line.strip()]
    assert [
        "Net cost to the employer, March 2024",
        "Given",
        "Pay for the month: DKK 15,600.00",
        "The employer's contributions: DKK 66.00",
        "Pay for March 2024, with pension: DKK 15,600.00",
    ] == text[:5]
    assert [
        "13. The employer's net cost: DKK 15,666.00",
        "15,600.00 + 66.00 = DKK 15,666.00",
        "added up",
        "14. The employee's income: DKK 30,872.00",
        "15,600.00 + 15,272.00 = DKK 30,872.00",
        "added up",
    ] == text[-11:-5]
    assert [
        "Result",
        "The employer's net cost: DKK 15,666.00",
        "The employee's income: DKK 30,872.00",
    ] == text[-3:]


def test_the_refund_of_sick_days_in_an_old_flexjob_is_added_up():
    work = sk.FlexjobWork(
        job=FLEXJOB,
        pay="18297.00",
        contributions="162.60",
        sickness_benefit={date(2007, 11, 5): "600", date(2007, 11, 6): "500"},
    )

    text = str(sk.employer_cost(work, NOVEMBER).explanation)

    assert "Refund and sickness benefit: DKK 12,347.02" in text
    assert "11,247.02 + 600.00 + 500.00 = DKK 12,347.02" in text


def test_each_sum_names_its_rule_and_its_month():
    leave = sk.SickLeave(pay="1", contributions="1", absence=new_absence(sk.RefundBasis.SECTION_56))

    steps = sk.employer_cost(leave, sk.Month(2022, 2)).explanation.steps

    assert [
        ("sickness.refund_of_month", "Refund that belongs to the month"),
        ("sickness.supplement_of_month", "Supplement to the refund that belongs to the month"),
        ("employer_cost.work_done", "Value of the work done"),
        ("employer_cost.cost", "The employer's net cost"),
        ("employer_cost.income", "The employee's income"),
    ] == [(step.rule, str(step.label)) for step in steps[-5:]]
    assert {date(2022, 2, 1)} == {step.on for step in steps[-5:]}


def test_benefit_from_the_municipality_names_its_rule():
    absence = new_absence(sk.RefundBasis.SECTION_56, paid=False)
    leave = sk.SickLeave(pay="1", contributions="1", absence=absence)

    step = sk.employer_cost(leave, sk.Month(2022, 2)).explanation.steps[-4]

    assert ("sickness.benefit_of_month", "Sickness benefit that belongs to the month") == (
        step.rule,
        str(step.label),
    )


UNPAID = sk.SicknessAbsence(
    first_day=date(2024, 1, 2),
    contract_hours="37",
    hours={
        sk.Week(2024, 1): "29.6",
        **{sk.Week(2024, number): "37" for number in range(2, 8)},
    },
    hourly_pay="185.00",
    paid_during_sickness=False,
    basis=sk.RefundBasis.ORDINARY,
)


def test_without_right_to_pay_the_employer_owes_benefit_in_the_employer_period():
    # 22 working days at a fifth of 4695 kroner
    cost = sk.employer_cost(
        sk.SickLeave(pay="0", contributions="0", absence=UNPAID), sk.Month(2024, 1)
    )

    assert figures(cost) == expect(
        pay="0.00",
        contributions="0.00",
        employer_benefit="20658.00",
        amount="20658.00",
        employee_income="20658.00",
    )
    assert "employment-not-known" in [caveat.code for caveat in cost.caveats]
    redo(cost.explanation.document())
    assert "0.00 + 0.00 + 20,658.00 = DKK 20,658.00" in str(cost.explanation)
    step = next(s for s in cost.explanation.steps if s.rule == "sickness.employer_benefit_of_month")
    assert "Sickness benefit that the employer owes for the month" == str(step.label)


def test_a_month_in_which_both_pay_benefit():
    # week 5 lies in both months: the employer's three days, and two of the municipality's
    work = sk.SickLeave(pay="5000", contributions="100", absence=UNPAID)

    january, february = (sk.employer_cost(work, sk.Month(2024, number)) for number in (1, 2))

    assert D("25758.00") == january.amount
    assert (D("5100.00"), D("11268.00")) == (february.amount, february.paid_by_municipality)
    assert D("16268.00") == february.employee_income


# --- the work that is done --------------------------------------------------


def leave(hours, **given):
    return sk.SicknessAbsence(
        **{
            "first_day": date(2024, 1, 1),
            "contract_hours": "37",
            "hours": {sk.Week(2024, number): hours for number in range(1, 23)},
            "hourly_pay": "185",
            "paid_during_sickness": True,
            "basis": sk.RefundBasis.ORDINARY,
            "hours_in_other_jobs": {},
            **given,
        }
    )


def test_a_partial_return_costs_more_and_gives_work():
    """April 2024 has 21 days that are no holiday: 155.4 hours, half of them at work."""
    april = sk.Month(2024, 4)
    full, half = (
        sk.employer_cost(
            sk.SickLeave(pay="30000", contributions="1080", absence=leave(hours)), april
        )
        for hours in ("37", "18.5")
    )
    assert full.amount < half.amount
    assert Decimal("0.00") == full.work_done
    assert "14800.00" == str(half.work_done)  # 31080 × (155.4 - 81.4) / 155.4
    assert half.cost_less_work < full.cost_less_work == full.amount
    redo(half.explanation.document())


AUGUST = sk.Month(2024, 8)
TUESDAY = date(2024, 5, 28)
"""In the last week of the record."""


@pytest.mark.parametrize(
    ("month", "hours", "days", "told"),
    [
        (sk.Month(2024, 4), {}, {}, False),
        (AUGUST, {}, {}, True),
        (AUGUST, {sk.Week(2024, 23): "0"}, {}, False),
        (AUGUST, {TUESDAY - timedelta(days=1): "7.4"}, {TUESDAY: sk.DayState.FIT}, False),
    ],
)
def test_the_end_of_a_record_is_told_of_later_months(month, hours, days, told):
    """The employee is counted as back at work; it is told unless the record itself says so."""
    recorded = {week: "37" for week, _ in leave("37").hours if week.days[1] != TUESDAY or not days}
    absence = attrs.evolve(leave("37"), hours=recorded | hours, days=days)
    cost = sk.employer_cost(sk.SickLeave(pay="30000", contributions="1", absence=absence), month)
    found = [str(one.text) for one in cost.caveats if one.code == "absence-recorded-through"]
    assert told is bool(found)
    assert all("2024-06-02" in text for text in found)


def test_ordinary_work_is_worth_what_it_costs():
    found = sk.employer_cost(sk.OrdinaryWork(pay="30000", contributions="10"), sk.Month(2024, 4))
    assert (found.amount, Decimal("0.00")) == (found.work_done, found.cost_less_work)
    assert (found.refund, found.paid_by_municipality) == (found.to_employer, found.to_employee)


def test_an_old_flexjob_with_an_absence_is_refunded_for_both():
    away = sk.SicknessAbsence(
        first_day=date(2007, 11, 5),
        contract_hours="37",
        hours={sk.Week(2007, 45): "37"},
        hourly_pay="185",
        paid_during_sickness=True,
        basis=sk.RefundBasis.FLEXJOB,
        hours_in_other_jobs={},
    )
    work = sk.FlexjobWork(job=FLEXJOB, pay="18297", contributions="162.60", absence=away)
    found = sk.employer_cost(work, sk.Month(2007, 11))
    redo(found.explanation.document())
    sick = sk.sickness_refund(away)
    own = sk.flexjob_refund(FLEXJOB, sk.Month(2007, 11), actual_pay="18297", sickness=away)
    assert own.amount + sick.amount == found.refund == found.to_employer
    assert found.amount == Decimal("18459.60") - found.refund - found.supplement
    assert found.work_done < Decimal("18459.60")
    later = sk.employer_cost(work, sk.Month(2007, 12))
    assert (Decimal("12306.40"), Decimal("18459.60")) == (later.refund, later.work_done)
    by_day = sk.FlexjobWork(
        job=FLEXJOB, pay="18297", contributions="0", sickness_benefit={date(2007, 11, 5): "600"}
    )
    unknown = sk.employer_cost(by_day, sk.Month(2007, 11))
    assert (None, None) == (unknown.work_done, unknown.cost_less_work)
    with pytest.raises(sk.InvalidInput, match="nothing where the absence"):
        attrs.evolve(by_day, absence=away)
    with pytest.raises(sk.InvalidInput, match="an absence with the basis FLEXJOB"):
        attrs.evolve(work, absence=leave("37"))


SINCE_2013 = sk.FlexjobSince2013(started_on=date(2023, 5, 1), full_time_pay="32066.67")


@pytest.mark.parametrize("paid", [True, False])
def test_a_sick_employee_in_a_new_flexjob(paid):
    """Refund, supplement, cost and income in one result."""
    away = leave(
        "18",
        contract_hours="18",
        basis=sk.RefundBasis.FLEXJOB_SINCE_2013,
        paid_during_sickness=paid,
        employment=None
        if paid
        else sk.Employment(
            since=date(2023, 5, 1), until=None, hours_in_8_weeks="144", at_work_last=True
        ),
    )
    pay = "15600" if paid else "0"
    work = sk.FlexjobSince2013Work(
        job=SINCE_2013, pay=pay, contributions="66", deciding_pay=pay, absence=away
    )
    march = sk.Month(2024, 3)
    found = sk.employer_cost(work, march)
    redo(found.explanation.document())
    part = sk.sickness_refund(away).month(march)
    supplement = sk.flex_wage_supplement(SINCE_2013, march, pay=pay, deciding_pay=pay)
    assert found.refund == part.to_employer
    assert found.to_employee == supplement.to_employee + part.to_employee
    assert found.employee_income == Decimal(pay) + found.to_employee + part.employer_benefit
    assert (Decimal("0.00") if paid else Decimal("66.00")) == found.work_done
    with pytest.raises(sk.InvalidInput, match="basis FLEXJOB_SINCE_2013"):
        attrs.evolve(work, absence=leave("37"))


def test_former_names_are_still_there():
    with pytest.warns(DeprecationWarning, match=r"write socialkapitel\.FlexjobWork"):
        assert sk.OldFlexjob is sk.FlexjobWork
    with pytest.warns(DeprecationWarning, match=r"write socialkapitel\.FlexjobSince2013Work"):
        former = sk.NewFlexjob(pay="15600", contributions="66", full_time_pay="32066.67")
    result = sk.employer_cost(former, sk.Month(2024, 3))
    assert "15666.00" == str(result.amount)
    assert "start-not-known-since-2013" in {caveat.code for caveat in result.caveats}


def test_paid_hours_of_an_old_flexjob():
    work = sk.FlexjobWork(job=FLEXJOB, pay="9000", contributions="0", paid_hours="80")
    found = sk.employer_cost(work, NOVEMBER)
    own = sk.flexjob_refund(FLEXJOB, NOVEMBER, actual_pay="9000", paid_hours="80")
    assert own.amount == found.refund
