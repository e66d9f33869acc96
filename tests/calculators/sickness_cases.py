"""Absences for the tests of sickness refunds."""

from datetime import date

import socialkapitel as sk

ORDINARY = sk.RefundBasis.ORDINARY


def absence(**changes):
    """Fully absent for six weeks from 3 January 2022, at more than the maximum."""
    facts = {
        "first_day": date(2022, 1, 3),
        "contract_hours": "37",
        "hours": weeks(2022, 1, 6, "37"),
        "hourly_pay": "185.00",
        "paid_during_sickness": True,
        "basis": ORDINARY,
    }
    return sk.SicknessAbsence(**{**facts, **changes})


def weeks(year, first, last, hours):
    return {sk.Week(year, number): hours for number in range(first, last + 1)}


def refund(**changes):
    return sk.sickness_refund(absence(**changes))


def codes(result):
    return [caveat.code for caveat in result.caveats]


def findings(result, rule):
    return [step for step in result.explanation.steps if step.rule == rule]
