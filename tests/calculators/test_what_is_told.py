"""What an auditor reads: each step's name, day, expression or outcome, and law, case by case.

Wordings are left to the catalogues; that none lacks a value is seen here too.
"""

from datetime import date
from pathlib import Path

import pytest
from calculators.section_56_cases import agreement
from calculators.sickness_cases import absence, refund

import socialkapitel as sk
from socialkapitel.explanation import Rounding

FULL_TIME = sk.BenefitKind.FULL_TIME_INSURED
ROUNDED = {rounding: rounding.name.lower() for rounding in Rounding} | {Rounding.NONE: "exact"}


def told(explanation):
    """An explanation's title, inputs, steps and caveats without their wordings.

    What another calculator told is only named.
    """
    givens = ", ".join(given.origin for given in explanation.givens)
    caveats = ", ".join(caveat.code for caveat in explanation.caveats)
    steps = [_step(step) for step in explanation.steps]
    return [
        str(explanation.title),
        f"given: {givens or 'nothing'}",
        *steps,
        f"mind: {caveats or 'nothing'}",
    ]


def _step(step):
    if not step.id.startswith(step.rule):
        return step.id
    if isinstance(step, sk.Finding):
        came_out = ", ".join([step.outcome.value, *step.missing])
    else:
        came_out = "a figure"
        if step.expression:
            came_out = f"{step.expression}, {ROUNDED[step.rounding]}"
    return f"{step.on} {step.id}: {came_out}; {step.source.citation}"


def flexjob(**given):
    return sk.Flexjob(
        **{
            "started_on": date(2006, 7, 5),
            "share": "2/3",
            "starting_pay": sk.Pay.hourly("214.12"),
            "weekly_hours": "30",
            "atp_class": "A",
            "other_contributions": "1200.50",
            **given,
        }
    )


def flexjob_with_everything():
    return sk.flexjob_refund(
        flexjob(),
        sk.Month(2012, 11),
        actual_pay="27500",
        sickness={date(2012, 11, 5): "300"},
    )


def flexjob_from_its_grant_on():
    job = flexjob(
        granted_on=date(2006, 7, 4),
        started_on=None,
        starting_pay=sk.Pay.monthly("18297"),
        atp_class=None,
    )
    return sk.flexjob_refund(job, sk.Month(2006, 7))


def flexjob_below_the_lowest_band():
    job = flexjob(started_on=date(2003, 1, 1), weekly_hours="8")
    return sk.flexjob_refund(job, sk.Month(2003, 6))


def flexjob_by_paid_hours():
    job = flexjob(starting_pay=sk.Pay.hourly("320"), weekly_hours="18.5")
    return sk.flexjob_refund(job, sk.Month(2018, 6), paid_hours="70")


def flexjob_without_pay():
    return sk.flexjob_refund(flexjob(), sk.Month(2018, 6), actual_pay=0)


def new_flexjob():
    return sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        sk.Month(2019, 3),
        pay="15600",
    )


def sick_with_an_employer_period():
    # a week at work, a week that isn't recorded, and a period that ends on Tuesday 22 March
    hours = {
        sk.Week(2022, 1): "37",
        sk.Week(2022, 2): "0",
        sk.Week(2022, 8): "3",
        sk.Week(2022, 9): "37",
        sk.Week(2022, 11): "15",
        sk.Week(2022, 13): "15",
        date(2022, 4, 4): "7.4",
        date(2022, 4, 6): "3",
    }
    return refund(hours=hours)


def sick_without_pay():
    hours = {date(2006, 6, 30): "7.4", date(2006, 7, 3): "7.4", date(2006, 7, 4): "5"}
    section_56 = sk.RefundBasis.SECTION_56
    return refund(
        first_day=date(2006, 6, 30), hours=hours, paid_during_sickness=False, basis=section_56
    )


def sick_in_a_new_flexjob():
    basis = sk.RefundBasis.FLEXJOB_SINCE_2013
    return refund(first_day=date(2014, 3, 3), hours={sk.Week(2014, 10): "3"}, basis=basis)


def sick_over_easter_in_two_jobs():
    # home on Friday 15 March, whole days from Monday on; hours by date on Maundy Thursday
    hours = {
        date(2024, 3, 15): "2",
        sk.Week(2024, 12): "30",
        **{date(2024, 3, day): "6" for day in (25, 26, 28)},
        sk.Week(2024, 14): "30",
    }
    others = {sk.Week(2024, number): "20" for number in range(11, 15)}
    section_56 = sk.RefundBasis.SECTION_56
    return refund(
        first_day=date(2024, 3, 15), contract_hours="30", hours=hours, basis=section_56,
        hours_in_other_jobs=others, full_time_hours="34",
    )  # fmt: skip


def sick_without_pay_in_the_employer_period():
    hours = {sk.Week(2024, number): "37" for number in range(2, 7)}
    return refund(
        first_day=date(2024, 1, 8), hours=hours, paid_during_sickness=False,
        hours_in_other_jobs=None,
    )  # fmt: skip


def sick_in_the_first_weeks_of_a_job():
    hours = {sk.Week(2024, 2): "37", sk.Week(2024, 3): "3"}
    employment = sk.Employment(since=date(2024, 1, 1), hours_in_8_weeks="37")
    basis = sk.RefundBasis.NEW_EMPLOYEE
    return refund(first_day=date(2024, 1, 8), hours=hours, basis=basis, employment=employment)


def subsidised(group, month, **given):
    job = sk.SubsidisedJob(target_group=group, hourly_pay="130.00", **given)
    return sk.wage_subsidy(job, sk.Month(*month), hours="64.5")


def expansion(on, **given):
    facts = {
        "target_group": sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT,
        "ordinary_employees": [20] * 12,
        "employees_after": 21,
        "new_post": False,
        **given,
    }
    return sk.net_expansion(facts.pop("target_group"), on, **facts)


def assistance_account():
    bank = sk.AssistanceBank.open("37", sk.Quarter(2024, 4)).use(sk.Quarter(2024, 4), "200")
    return bank.change_hours("20", sk.Quarter(2025, 1)).use(sk.Quarter(2025, 1), "0")


def cost_of_sick_leave(month, **given):
    section_56 = sk.RefundBasis.SECTION_56
    hours = {sk.Week(2022, 13): "37", sk.Week(2022, 14): "37"}
    record = absence(first_day=date(2022, 3, 28), hours=hours, basis=section_56, **given)
    work = sk.SickLeave(pay="28000", contributions="3000", absence=record)
    return sk.employer_cost(work, sk.Month(2022, month))


def cost_of_sick_leave_in_a_new_flexjob():
    basis = sk.RefundBasis.FLEXJOB_SINCE_2013
    record = absence(hours={sk.Week(2022, 1): "3"}, basis=basis)
    work = sk.SickLeave(pay="28000", contributions="3000", absence=record)
    return sk.employer_cost(work, sk.Month(2022, 1))


def cost_of_an_old_flexjob():
    work = sk.FlexjobWork(
        job=flexjob(),
        pay="27500",
        contributions="2000",
        sickness_benefit={date(2012, 11, 5): "300", date(2012, 11, 6): "300"},
    )
    return sk.employer_cost(work, sk.Month(2012, 11))


def cost_of_a_new_flexjob():
    work = sk.FlexjobSince2013Work(
        job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
        pay="15600",
        contributions="66",
    )
    return sk.employer_cost(work, sk.Month(2024, 3))


def cost_of_subsidised_work():
    pension = sk.TargetGroup.DISABILITY_PENSION
    job = sk.SubsidisedJob(target_group=pension, hourly_pay="115")
    work = sk.SubsidisedWork(job=job, hours="64.5", pay="9000", contributions="0")
    return sk.employer_cost(work, sk.Month(2007, 11))


REHABILITATION = sk.TargetGroup.REHABILITATION
UNEMPLOYED = sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT
MARCH = date(2021, 3, 1)
UNKNOWN = {"employee_agrees": None, "expected_absence_days": None}


def year_of_a_flexjob():
    job = sk.Flexjob(
        started_on=date(2008, 3, 1),
        ended_on=date(2018, 2, 8),
        share="2/3",
        starting_pay=sk.Pay.hourly("320"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    return sk.flexjob_year(job, 2018, paid_hours={sk.Month(2018, 2): "44"})


def year_of_a_new_flexjob():
    job = sk.FlexjobSince2013(
        started_on="2019-11-04", ended_on="2020-02-14", full_time_pay="32066.67"
    )
    pay = {sk.Month(2020, 1): "15600", sk.Month(2020, 2): "7800"}
    return sk.flex_wage_year(job, 2020, pay=pay, pay_before="15000")


RESULTS = {
    "flexjob with everything": flexjob_with_everything,
    "flexjob from its grant on": flexjob_from_its_grant_on,
    "flexjob below the lowest band": flexjob_below_the_lowest_band,
    "flexjob by paid hours": flexjob_by_paid_hours,
    "flexjob without pay": flexjob_without_pay,
    "year of a flexjob": year_of_a_flexjob,
    "new flexjob": new_flexjob,
    "year of a new flexjob": year_of_a_new_flexjob,
    "sick with an employer period": sick_with_an_employer_period,
    "sick without pay": sick_without_pay,
    "sick in a new flexjob": sick_in_a_new_flexjob,
    "sick over Easter in two jobs": sick_over_easter_in_two_jobs,
    "sick without pay in the employer period": sick_without_pay_in_the_employer_period,
    "sick in the first weeks of a job": sick_in_the_first_weeks_of_a_job,
    "rehabilitation with a cap": lambda: subsidised(REHABILITATION, (2006, 5), granted_rate="95"),
    "rehabilitation without a cap": lambda: subsidised(
        REHABILITATION, (2010, 5), granted_rate="95"
    ),
    "unemployed": lambda: subsidised(UNEMPLOYED, (2021, 5)),
    "disability pension, reduced": lambda: sk.wage_subsidy(
        sk.SubsidisedJob(
            target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="150", granted_rate="60"
        ),
        sk.Month(2021, 5), hours="64.5", refunded={date(2021, 5, 3): "900"},
    ),
    "newly qualified": lambda: subsidised(sk.TargetGroup.NEWLY_QUALIFIED, (2022, 5)),
    "hours by the pay": lambda: sk.subsidised_hours(
        FULL_TIME, date(2014, 3, 3), weekly_benefit="3900", hourly_pay="130"
    ),
    "hours by the month's pay": lambda: sk.subsidised_hours(
        FULL_TIME, date(2014, 3, 3), monthly_benefit="16900", hourly_pay="130"
    ),
    "hours by a week's maximum": lambda: sk.subsidised_hours(
        FULL_TIME, date(2016, 3, 1), weekly_benefit="3900"
    ),
    "hours by a month's maximum": lambda: sk.subsidised_hours(
        FULL_TIME, MARCH, monthly_benefit="9316.50"
    ),
    "net expansion": lambda: expansion(MARCH, vacated_on=date(2020, 11, 30)),
    "net expansion of heads, vacancy unknown": lambda: expansion(date(2019, 6, 30)),
    "net expansion unknown": lambda: expansion(
        MARCH, ordinary_employees=[20] * 10 + [None, None], new_post=None
    ),
    "no net expansion": lambda: expansion(
        MARCH, ordinary_employees=[30] * 11 + [None], new_post=True
    ),
    "net expansion not required": lambda: expansion(MARCH, target_group=REHABILITATION),
    "subsidised places": lambda: sk.subsidised_places(75, date(2019, 12, 31)),
    "hours of assistance": lambda: sk.assistance_allowance("30", MARCH),
    "assistance at a given rate": lambda: sk.assistance_refund("10", hourly_rate="140"),
    "assistance at the rate of a day": lambda: sk.assistance_refund("10", on=date(2023, 3, 1)),
    "assistance saved": assistance_account,
    "section 56": lambda: sk.section_56_agreement(agreement(), date(2025, 1, 1)),
    "section 56 unknown": lambda: sk.section_56_agreement(
        agreement(**UNKNOWN, absence_days_last_year=None), date(2025, 1, 1)
    ),
    "section 56 not begun": lambda: sk.section_56_agreement(
        agreement(
            expected_absence_days=9, treatment_decided_before_hiring=True, conditions_changed=True
        ),
        date(2024, 2, 29),
    ),
    "section 56 under the older act": lambda: sk.section_56_agreement(
        agreement(
            starts_on=date(2005, 6, 1), expected_absence_days=9, absence_days_last_year=9,
            treatment_decided_before_hiring=False, conditions_changed=False,
        ),
        date(2008, 1, 1),
    ),
    "cost of ordinary work": lambda: sk.employer_cost(
        sk.OrdinaryWork(pay="28000", contributions="3000.50"), sk.Month(2024, 3)
    ),
    "cost of the first month of sick leave": lambda: cost_of_sick_leave(3),
    "cost of the second month of sick leave": lambda: cost_of_sick_leave(4),
    "cost of sick leave without pay": lambda: cost_of_sick_leave(4, paid_during_sickness=False),
    "cost of sick leave in a new flexjob": cost_of_sick_leave_in_a_new_flexjob,
    "cost of an old flexjob": cost_of_an_old_flexjob,
    "cost of a new flexjob": cost_of_a_new_flexjob,
    "cost of subsidised work": cost_of_subsidised_work,
}  # fmt: skip

EXPECTED = {
    part.partition("\n")[0]: part.rstrip().splitlines()[1:]
    for part in Path(__file__).with_name("what_is_told.txt").read_text("utf-8").split("## ")[1:]
}


def test_every_case_is_expected():
    assert list(EXPECTED) == list(RESULTS)


@pytest.mark.parametrize("case", RESULTS)
def test_steps_name_their_rule_their_day_and_their_law(case):
    assert EXPECTED[case] == told(RESULTS[case]().explanation)


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("case", RESULTS)
def test_no_wording_lacks_a_value(case, language):
    assert "None" not in RESULTS[case]().explanation.render(language)
