from datetime import date
from decimal import Decimal

import pytest
from calculators.sickness_cases import codes, findings, refund, weeks

import socialkapitel as sk

NONE = Decimal("0.00")


def outcome(**changes):
    result = refund(**changes)
    (finding,) = [
        finding
        for rule in ("sickness.minimum", "sickness.no_minimum")
        for finding in findings(result, rule)
    ]
    assert finding.outcome is result.weeks[0].outcome
    return finding.outcome is sk.Outcome.FULFILLED, str(finding.because)


def test_three_hours_of_37_count_for_nothing():
    # forsvaret.dk: an employee of 37 hours works 34
    result = refund(basis=sk.RefundBasis.SECTION_56, hours={sk.Week(2022, 1): "3"})
    (week,) = result.weeks
    assert sk.Outcome.NOT_FULFILLED is week.outcome
    assert (NONE, NONE, NONE) == (result.refundable_hours, result.amount, result.benefit)
    assert (NONE, NONE, None) == (
        week.employer_period_hours,
        week.refundable_hours,
        week.hourly_rate,
    )
    assert "3.00 hours, fewer than 4: counts as a week at work, which ends the spell" == str(
        findings(result, "sickness.minimum")[0].because
    )


@pytest.mark.parametrize(
    ("hours", "counts"), [("0.01", False), ("3.99", False), ("4", True), ("4.01", True)]
)
def test_four_hours_are_the_minimum(hours, counts):
    found, because = outcome(hours={sk.Week(2022, 1): hours})
    assert counts is found
    assert counts is because.endswith("hours, at least 4")


def test_within_a_spell_a_week_is_agreed_from_its_monday_on():
    # the three hours of a Friday are a fifth of the week, not all that is agreed
    hours = {sk.Week(2022, 1): "15", date(2022, 1, 14): "3"}
    _, week = refund(contract_hours="15", hours=hours).weeks
    assert sk.Outcome.NOT_FULFILLED is week.outcome


@pytest.mark.parametrize(
    ("first_day", "contract", "hours", "counts"),
    [
        # all the agreed hours
        (date(2022, 1, 3), "3.5", "3.5", True),
        (date(2022, 1, 3), "3.5", "3.49", False),
        # all that are agreed from the first day on: two of ten hours from a Friday
        (date(2022, 1, 7), "10", "2", True),
        (date(2022, 1, 7), "10", "1.99", False),
        (date(2022, 1, 6), "9", "3.6", True),
        (date(2022, 1, 6), "9", "3.59", False),
        (date(2022, 1, 3), "10", "2", False),
    ],
)
def test_full_absence_has_no_minimum(first_day, contract, hours, counts):
    found, because = outcome(
        first_day=first_day, contract_hours=contract, hours={sk.Week(2022, 1): hours}
    )
    assert counts is found
    assert counts is (f"all that are agreed from {first_day} on" in because)


def test_a_weekend_day_stands_for_one_day_of_five():
    saturday = date(2022, 1, 8)
    facts = {"first_day": saturday, "contract_hours": "10"}
    assert outcome(**facts, hours={saturday: "2"})[0]
    assert not outcome(**facts, hours={saturday: "1.99"})[0]


def test_whole_days_below_the_minimum_are_warned_of():
    below = {"contract_hours": "10", "hours": {sk.Week(2022, 1): "2"}}
    assert "full-days-below-minimum" in codes(refund(**below))
    assert "full-days-below-minimum" not in codes(
        refund(**{**below, "hours": {sk.Week(2022, 1): "1.99"}})
    )
    assert "full-days-below-minimum" not in codes(refund(hours={sk.Week(2022, 1): "3.99"}))
    assert "full-days-below-minimum" not in codes(refund(hours={sk.Week(2022, 1): "4"}))


def test_flexjobs_since_2013_have_no_minimum():
    basis = sk.RefundBasis.FLEXJOB_SINCE_2013
    result = refund(basis=basis, hours={sk.Week(2022, 1): "0.5", sk.Week(2022, 2): "0"})
    assert [sk.Outcome.FULFILLED, sk.Outcome.NOT_FULFILLED] == [w.outcome for w in result.weeks]
    assert Decimal("60.34") == result.amount  # half of 120.68
    assert "0.50 hours; no minimum applies" == str(
        findings(result, "sickness.no_minimum")[0].because
    )


@pytest.mark.parametrize("basis", [sk.RefundBasis.FLEXJOB, sk.RefundBasis.SECTION_56])
def test_the_others_have_it(basis):
    assert not outcome(basis=basis, hours={sk.Week(2022, 1): "3.99"})[0]


def test_a_week_without_hours_needs_no_minimum():
    result = refund(first_day=date(2003, 1, 6), hours={sk.Week(2003, 2): "37", sk.Week(2003, 3): 0})
    assert [True, False] == [week.outcome is sk.Outcome.FULFILLED for week in result.weeks]
    assert "no absence hours" in str(findings(result, "sickness.minimum")[1].because)


@pytest.mark.parametrize(("week", "known"), [(17, False), (18, True)])
def test_the_minimum_is_known_from_may_2005(week, known):
    # the figure is known from Sunday 1 May; week 18 begins on Monday 2 May
    monday = sk.Week(2005, week).monday
    if known:
        assert outcome(first_day=monday, hours={sk.Week(2005, week): "10"})[0]
    else:
        with pytest.raises(sk.NotInForce, match="min_weekly_absence"):
            refund(first_day=monday, hours={sk.Week(2005, week): "10"})
        assert outcome(first_day=monday, hours={sk.Week(2005, week): "37"})[0]


def test_each_week_is_judged_by_its_own_minimum():
    amended = sk.PARAMETERS.amend(
        "sickness_benefit.partial.min_weekly_absence",
        value="5",
        valid_from=date(2022, 1, 10),
        source="a proposal",
    )
    absence = sk.SicknessAbsence(
        first_day=date(2022, 1, 3),
        contract_hours="37",
        hours=weeks(2022, 1, 2, "4.5"),
        hourly_pay="185",
        paid_during_sickness=True,
        basis=sk.RefundBasis.SECTION_56,
    )
    result = sk.sickness_refund(absence, parameters=amended)
    assert [True, False] == [week.outcome is sk.Outcome.FULFILLED for week in result.weeks]
    assert "assumed-figure" in codes(result)
