"""What the tests of what-ifs ask about."""

from datetime import date

import attrs

import socialkapitel as sk

MARCH = sk.Month(2024, 3)
JOB = sk.Flexjob(
    started_on=date(2010, 5, 1),
    share="2/3",
    starting_pay=sk.Pay.monthly("32066.67"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)
BASE = {"job": JOB, "month": MARCH}
NEW_JOB = sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67")
SUPPLEMENT = {"job": NEW_JOB, "month": MARCH}


def paid(amount):
    return sk.Pay.monthly(amount)


def job(**changes):
    return attrs.evolve(JOB, **changes)


def absence(**changes):
    """Twenty-five weeks of full absence from 8 January 2024, and back at work on 1 July."""
    given = {
        "first_day": date(2024, 1, 8),
        "contract_hours": "37",
        "hours": {sk.Week(2024, number): "37" for number in range(2, 27)},
        "hourly_pay": "185.00",
        "paid_during_sickness": True,
        "basis": sk.RefundBasis.ORDINARY,
        "days": {date(2024, 7, 1): sk.DayState.FIT},
    }
    return sk.SicknessAbsence(**{**given, **changes})


def leave(**changes):
    return sk.SickLeave(pay="29660", contributions="190", absence=absence(**changes))


WORK = sk.OrdinaryWork(pay="29660", contributions="190")
NEW_FLEXJOB = sk.FlexjobSince2013Work(
    job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
    pay="15600",
    contributions="66",
)
