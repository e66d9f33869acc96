"""What a caller who is refused is told: the field, the value, and what is accepted."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from calculators.section_56_cases import agreement
from calculators.sickness_cases import absence

import socialkapitel as sk
from socialkapitel.money import oere

MARCH = date(2021, 3, 1)
Q1 = sk.Quarter(2024, 1)
W1, W2 = sk.Week(2022, 1), sk.Week(2022, 2)
DAY = date(2007, 11, 5)
NOVEMBER = sk.Month(2007, 11)
REHABILITATION = sk.TargetGroup.REHABILITATION
PENSION = sk.TargetGroup.DISABILITY_PENSION
UNEMPLOYED = sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT


def flexjob(**given):
    return sk.Flexjob(
        **{
            "started_on": date(2006, 3, 1),
            "share": "2/3",
            "starting_pay": sk.Pay.monthly("18297"),
            "weekly_hours": "37",
            "atp_class": "A",
            "other_contributions": "0",
            **given,
        }
    )


def flexjob_refund(month=NOVEMBER, more=None, **given):
    return sk.flexjob_refund(flexjob(**given), month, **(more or {}))


def set_off(benefit):
    return flexjob_refund(more={"sickness": benefit})


def old_flexjob(benefit):
    return sk.FlexjobWork(job=flexjob(), pay="1", contributions="0", sickness_benefit=benefit)


def subsidised_work(hours):
    job = sk.SubsidisedJob(target_group=PENSION, hourly_pay="115")
    return sk.SubsidisedWork(job=job, hours=hours, pay="1", contributions="0")


def new_flexjob(full_time_pay):
    return sk.FlexjobSince2013Work(
        job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=full_time_pay),
        pay="1",
        contributions="0",
    )


def year_of_new_flexjob(pay, **given):
    job = sk.FlexjobSince2013(started_on="2024-11-01", full_time_pay="30000")
    return sk.flex_wage_year(job, 2024, pay=pay, **given)


def sick_leave(basis):
    return sk.SickLeave(pay="1", contributions="0", absence=absence(basis=basis))


def refund(parameters=None, **given):
    return sk.sickness_refund(absence(**given), parameters=parameters)


def hours(*entries, **given):
    return absence(hours=entries, **given)


def amended(name, value):
    return sk.PARAMETERS.amend(name, value=value, valid_from=date(2021, 1, 1), source="a reform")


def expansion(on=MARCH, **given):
    facts = {
        "target_group": UNEMPLOYED,
        "ordinary_employees": [20] * 12,
        "employees_after": 21,
        "new_post": False,
    }
    facts |= given
    return sk.net_expansion(facts.pop("target_group"), on, **facts)


def bank():
    return sk.AssistanceBank.open("37", Q1)


def subsidised_job(group, granted_rate):
    return sk.SubsidisedJob(target_group=group, hourly_pay="130", granted_rate=granted_rate)


def wage_subsidy(given):
    job = sk.SubsidisedJob(target_group=PENSION, hourly_pay="115")
    return sk.wage_subsidy(job, NOVEMBER, hours=given)


# In the order of the lines of refusals.txt.
REFUSED = [
    lambda: oere(Decimal("0.001")),
    lambda: sk.Share(0.5),
    lambda: sk.subsidised_places("1.5", MARCH),
    lambda: sk.subsidised_places(5, MARCH, parameters=amended("quota.per_five", "0")),
    lambda: refund(parameters=amended("sickness_benefit.employer_period", "1.5")),
    lambda: expansion(vacated_on=DAY, parameters=amended("net_expansion.vacant_months", "1.5")),
    lambda: refund(parameters=amended("labour_market_contribution", "100.01")),
    lambda: sick_leave(sk.RefundBasis.FLEXJOB),
    lambda: old_flexjob([(DAY, "1")]),
    lambda: old_flexjob(((DAY, "1", "2"),)),
    lambda: old_flexjob(((DAY, "1"), (DAY, "2"))),
    lambda: old_flexjob({DAY: "-1"}),
    lambda: subsidised_work("744.01"),
    lambda: new_flexjob("0"),
    lambda: sk.employer_cost(flexjob(), NOVEMBER),
    lambda: sk.assistance_refund("10"),
    lambda: sk.assistance_refund("10", hourly_rate="140", on=MARCH),
    lambda: sk.assistance_refund("10", on="1 March 2023"),
    lambda: sk.assistance_refund("10000.01", hourly_rate="140"),
    lambda: sk.assistance_allowance("37", None),
    lambda: sk.AssistanceBank(first_quarter=Q1, weekly_hours="37", uses=[]),
    lambda: sk.AssistanceBank(first_quarter=Q1, weekly_hours="37", uses=(Q1,)),
    lambda: sk.AssistanceBank.open("37", MARCH),
    lambda: bank().use(Q1.next(), "1"),
    lambda: bank().use(Q1, "260.01"),
    lambda: bank().use(MARCH, "1"),
    lambda: bank().change_hours("20", Q1.next()),
    lambda: bank().change_hours("20", MARCH),
    lambda: hours(5),
    lambda: hours((5, "1")),
    lambda: hours((W1, "0")),
    lambda: absence(hours=5),
    lambda: hours((W1, "1"), (date(2022, 1, 5), "1")),
    lambda: hours((W2, "1"), (W1, "1")),
    lambda: hours((W2, "1")),
    lambda: hours((sk.Week(2021, 52), "1")),
    lambda: hours((W1, "1"), first_day=date(2022, 1, 8)),
    lambda: hours((W1, "31"), contract_hours="30"),
    lambda: absence(basis="other"),
    lambda: absence(paid_during_sickness=1),
    lambda: absence(first_day=None),
    lambda: refund(
        basis=sk.RefundBasis.FLEXJOB_SINCE_2013,
        first_day=date(2012, 1, 2),
        hours={sk.Week(2012, 1): "7"},
    ),
    lambda: sk.sickness_refund(5),
    lambda: flexjob(share="1/3"),
    lambda: flexjob(starting_pay=18297),
    lambda: flexjob(atp_class="G"),
    lambda: flexjob(started_on=5),
    lambda: flexjob(started_on=None),
    lambda: flexjob(granted_on=date(2006, 3, 2)),
    lambda: flexjob(ended_on=date(2006, 2, 28)),
    lambda: flexjob(other_contributions="-1"),
    lambda: flexjob_refund(sk.Month(2006, 2)),
    lambda: flexjob_refund(sk.Month(2007, 12), ended_on=date(2007, 11, 30)),
    lambda: flexjob_refund(started_on=date(2013, 1, 1)),
    lambda: flexjob_refund(started_on=date(1997, 12, 31)),
    lambda: flexjob_refund(DAY),
    lambda: flexjob_refund(more={"actual_pay": "-1"}),
    lambda: flexjob_refund(more={"paid_hours": "720.01"}),
    lambda: sk.flexjob_refund(5, NOVEMBER),
    lambda: set_off([DAY]),
    lambda: set_off({date(2007, 12, 4): "1"}),
    lambda: set_off({DAY: "1.001"}),
    lambda: sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="0"), sk.Month(2024, 3), pay="2"
    ),
    lambda: sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="1"), sk.Month(2012, 12), pay="1"
    ),
    lambda: year_of_new_flexjob({sk.Month(2024, 11): "1"}),
    lambda: year_of_new_flexjob({sk.Month(2025, 1): "1"}),
    lambda: year_of_new_flexjob("1", payouts={sk.Month(2024, 9): "1"}),
    lambda: expansion(ordinary_employees=5),
    lambda: expansion(ordinary_employees=[20] * 11),
    lambda: expansion(ordinary_employees=[20] * 11 + ["-1"]),
    lambda: expansion(vacated_on=date(2021, 3, 2)),
    lambda: expansion(vacated_on=DAY, new_post=True),
    lambda: expansion(new_post=1),
    lambda: expansion(employees_after=0),
    lambda: expansion(target_group="unemployed"),
    lambda: expansion(on=date(2006, 12, 31)),
    lambda: subsidised_job(REHABILITATION, None),
    lambda: subsidised_job(sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT, "95"),
    lambda: wage_subsidy("720.01"),
    lambda: sk.wage_subsidy(5, NOVEMBER, hours="1"),
    lambda: sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, MARCH),
    lambda: sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, MARCH, weekly_benefit="1", monthly_benefit="1"
    ),
    lambda: sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, MARCH, monthly_benefit="1", hourly_pay="130"
    ),
    lambda: sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, MARCH, monthly_benefit="50000"),
    lambda: sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, MARCH, weekly_benefit="1"),
    lambda: sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, date(2014, 3, 3), weekly_benefit="1"
    ),
    lambda: sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, date(2006, 12, 31), weekly_benefit="1", hourly_pay="130"
    ),
    lambda: sk.subsidised_places(5, date(2012, 12, 31)),
    lambda: agreement(expected_absence_days=367),
    lambda: agreement(expected_absence_days="9"),
    lambda: agreement(conditions_changed=1),
    lambda: agreement(starts_on=None),
    lambda: sk.section_56_agreement(5, MARCH),
    lambda: sk.section_56_agreement(agreement(), None),
]
TOLD = Path(__file__).with_name("refusals.txt").read_text("utf-8").splitlines()


def refusal(call):
    with pytest.raises(sk.SocialkapitelError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize(
    ("call", "told"), list(zip(REFUSED, TOLD, strict=True)), ids=range(len(TOLD))
)
def test_a_refusal_tells_what_is_accepted(call, told):
    assert told == str(refusal(call))


@pytest.mark.parametrize("call", REFUSED, ids=range(len(REFUSED)))
def test_a_refusal_is_told_in_danish(call):
    error = refusal(call)
    assert str(error) != sk.translate(error.message, "da")
