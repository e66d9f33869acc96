"""Who pays at first: the employer period, entitlement to benefit from the employer, new staff."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from calculators.sickness_cases import SECTION_56, absence, caveat, codes, findings, refund, weeks

import socialkapitel as sk

D = Decimal
BASES_FROM_DAY_ONE = [
    sk.RefundBasis.SECTION_56,
    sk.RefundBasis.FLEXJOB,
    sk.RefundBasis.FLEXJOB_SINCE_2013,
    sk.RefundBasis.NEW_EMPLOYEE,
]


@pytest.mark.parametrize(
    ("first_day", "days"),
    [
        # the day before and the day of every change
        (date(2000, 1, 1), 14),
        (date(2007, 4, 1), 14),
        (date(2007, 4, 2), 15),
        (date(2008, 6, 1), 15),
        (date(2008, 6, 2), 21),
        (date(2012, 1, 1), 21),
        (date(2012, 1, 2), 30),
        (date(2026, 12, 31), 30),
    ],
)
def test_employer_period_by_first_day_of_absence(first_day, days):
    result = refund(first_day=first_day, hours={first_day: "7.4"})
    assert first_day == result.employer_period.start
    assert days == result.employer_period.days
    assert (result.employer_period,) == tuple(spell.employer_period for spell in result.spells)
    assert Decimal("0.00") == result.amount


def test_employer_period_before_it_is_known():
    with pytest.raises(sk.NotInForce, match=r"sickness_benefit\.employer_period") as caught:
        refund(first_day=date(1999, 12, 31), hours={date(1999, 12, 31): "7.4"})
    assert date(2000, 1, 1) == caught.value.first


def test_the_period_of_the_first_day_holds_for_the_whole_spell():
    hours = {sk.Week(2011, 52): "37", **weeks(2012, 1, 4, "37")}
    result = refund(first_day=date(2011, 12, 26), hours=hours)
    assert date(2012, 1, 15) == result.employer_period.end
    assert ["0.00", "0.00", "0.00", "37.00", "37.00"] == [
        str(week.refundable_hours) for week in result.weeks
    ]


@pytest.mark.parametrize("basis", BASES_FROM_DAY_ONE)
def test_refund_from_the_first_day(basis):
    result = refund(basis=basis, hours=weeks(2022, 1, 1, "37"))
    assert result.employer_period is None
    spell = sk.SicknessSpell(
        first_day=date(2022, 1, 3), last_day=date(2022, 1, 7), employer_period=None
    )
    assert (spell,) == result.spells
    assert Decimal("37.00") == result.refundable_hours
    assert Decimal("4465.00") == result.amount
    assert [] == [code for code in codes(result) if code == "covid-period"]


def test_section_56_is_cited_as_it_was_called():
    old = refund(
        basis=sk.RefundBasis.SECTION_56,
        first_day=date(2006, 6, 26),
        hours={sk.Week(2006, 26): "37"},
    )
    assert ["dagpengeloven § 28"] == [
        str(finding.source) for finding in findings(old, "sickness.section_56")
    ]
    new = refund(
        basis=sk.RefundBasis.SECTION_56, first_day=date(2006, 7, 3), hours={sk.Week(2006, 27): "37"}
    )
    assert ["sygedagpengeloven § 56"] == [
        str(finding.source) for finding in findings(new, "sickness.section_56")
    ]


def test_flexjobs_since_2013_begin_in_2013():
    basis = sk.RefundBasis.FLEXJOB_SINCE_2013
    first = date(2013, 1, 1)
    assert refund(basis=basis, first_day=first, hours={sk.Week(2013, 1): "3"}).amount
    with pytest.raises(sk.NotInForce, match=r"begun before 2013 \(FLEXJOB\)"):
        refund(basis=basis, first_day=date(2012, 12, 31), hours={sk.Week(2013, 1): "3"})


@pytest.mark.parametrize(
    ("first_day", "warned"),
    [
        (date(2020, 2, 26), False),
        (date(2020, 2, 27), True),
        (date(2021, 6, 30), True),
        (date(2021, 7, 1), False),
        (date(2021, 11, 22), False),
        (date(2021, 11, 23), True),
        (date(2022, 2, 28), True),
        (date(2022, 3, 1), False),
    ],
)
def test_covid_windows(first_day, warned):
    result = refund(first_day=first_day, hours={first_day: "7"})
    assert warned is ("covid-period" in codes(result))
    if warned:
        (text,) = [str(c.text) for c in result.caveats if c.code == "covid-period"]
        assert "§ 53 b" in text


def test_no_covid_warning_where_refund_begins_on_the_first_day():
    assert "covid-period" not in codes(refund(basis=sk.RefundBasis.SECTION_56))


def test_an_amended_employer_period():
    packaged = sk.PARAMETERS
    name = "sickness_benefit.employer_period"

    def with_days(value):
        amended = packaged.amend(
            name, value=value, valid_from=date(2022, 1, 1), source="a proposal"
        )
        return sk.sickness_refund(absence(hours=weeks(2022, 1, 1, "37")), parameters=amended)

    assert date(2022, 1, 3) + timedelta(days=4) == with_days("5").employer_period.end
    none = with_days("0")
    assert none.employer_period is None
    assert Decimal("37.00") == none.refundable_hours
    assert "no employer period is in force on 2022-01-03" == str(
        findings(none, "sickness.employer_period")[0].because
    )
    with pytest.raises(sk.InvalidInput, match=rf"{name}: Decimal\('1\.50'\).*a whole number"):
        with_days("1.5")


def test_the_employer_period_tells_its_days():
    (finding,) = findings(refund(), "sickness.employer_period")
    assert "2022-01-03/2022-02-01" == str(finding.answer)
    assert (
        "the employer pays the first 30 calendar days itself; the municipality pays from 2022-02-02"
        == str(finding.because)
    )


# --- without a right to pay ---

ENTITLED = sk.Employment(since=date(2023, 1, 1), hours_in_8_weeks="296")
NEW = sk.Employment(since=date(2023, 12, 1), hours_in_8_weeks="60")


def unpaid(employment=ENTITLED, **changes):
    """Absent from 2 January 2024 for nine weeks, without a right to pay."""
    facts = {
        "first_day": date(2024, 1, 2),
        "hours": {sk.Week(2024, 1): "29.6", **weeks(2024, 2, 9, "37")},
        "paid_during_sickness": False,
        "employment": employment,
    }
    return refund(**{**facts, **changes})


def test_the_employer_owes_benefit_in_the_employer_period():
    result = unpaid()
    assert sk.Period(date(2024, 1, 2), date(2024, 1, 31)) == result.employer_period
    assert date(2024, 2, 1) == result.spells[0].refund_from
    # 22 working days at a fifth of 4695 kroner, and then 22 from the municipality
    assert D("20658.00") == result.employer_benefit
    assert D("20658.00") == result.benefit
    assert (D("0.00"), D("0.00")) == (result.amount, result.supplement)
    assert sk.PaidTo.EMPLOYEE is result.paid_to
    assert "employment-not-known" not in codes(result)
    (finding,) = findings(result, "sickness.employment")
    assert sk.Outcome.FULFILLED is finding.outcome
    assert "sygedagpengeloven § 30, stk. 2-4" == finding.source.citation


def test_a_week_in_both_periods():
    # week 5: Monday to Wednesday are the employer's
    row = unpaid().weeks[4]
    assert (D("22.20"), D("14.80")) == (row.employer_period_hours, row.refundable_hours)
    assert (D("2817.00"), D("1878.00")) == (row.employer_benefit, row.benefit)
    assert D("126.89") == row.hourly_rate
    assert [date(2024, 1, day) for day in (29, 30, 31)] == [
        day for day, _ in row.employer_period_days
    ]


def test_the_employers_benefit_is_explained():
    result = unpaid()
    steps = {step.id: step for step in result.explanation.steps}
    step = steps["sickness.employer_benefit[2024-W05]"]
    assert "hours * rate" == step.expression
    assert "sygedagpengeloven §§ 30 og 50, stk. 4" == step.source.citation
    assert D("20658.00") == steps["sickness.employer_benefit_total"].value
    assert "hours * days / weekdays" == steps["sickness.employer_hours[2024-W05]"].expression


def test_the_employer_owes_nothing_on_public_holidays():
    # § 30, stk. 1: they count in the period, and carry no benefit
    hours = weeks(2024, 13, 14, "37")
    result = unpaid(first_day=date(2024, 3, 25), hours=hours)
    assert D("6573.00") == result.employer_benefit  # seven days of ten


def test_low_pay_gives_low_benefit():
    result = unpaid(hourly_pay="100", hours={sk.Week(2024, 1): "10"})
    assert D("920.00") == result.employer_benefit


def test_who_is_not_entitled_is_paid_by_the_municipality_from_the_first_day():
    result = unpaid(NEW)
    assert None is result.employer_period
    assert date(2024, 1, 2) == result.spells[0].refund_from
    assert (D("0.00"), D("41316.00")) == (result.employer_benefit, result.benefit)
    (finding,) = findings(result, "sickness.employment")
    assert sk.Outcome.NOT_FULFILLED is finding.outcome
    assert (
        "the employee was at work for 60.00 hours in the 56 days before the absence; the"
        " requirement is at least 74" == str(finding.because)
    )
    assert "240 hours" in caveat(result, "municipality-requirement")


def test_entitlement_that_nobody_told_of_is_not_guessed():
    result = unpaid(None)
    (finding,) = findings(result, "sickness.employment")
    assert sk.Outcome.UNRESOLVED is finding.outcome
    assert (
        "employment.since",
        "employment.hours_in_8_weeks",
        "employment.at_work_last",
    ) == finding.missing
    assert D("20658.00") == result.employer_benefit
    text = caveat(result, "employment-not-known")
    assert "from the municipality would then be DKK 41,316.00 instead of DKK 20,658.00" in text
    assert "from the employer would then be DKK 0.00 instead of DKK 20,658.00" in text


@pytest.mark.parametrize(
    ("since", "worked", "at_work", "outcome"),
    [
        # 8 weeks before 2 January 2024 is 7 November 2023
        (date(2023, 11, 7), "74", None, "FULFILLED"),
        (date(2023, 11, 7), "73.99", None, "NOT_FULFILLED"),
        (date(2023, 11, 7), None, None, "UNRESOLVED"),
        (date(2023, 11, 8), "74", True, "FULFILLED"),
        (date(2023, 11, 8), "74", False, "NOT_FULFILLED"),
        (date(2023, 11, 8), "74", None, "UNRESOLVED"),
        (date(2023, 11, 8), None, False, "NOT_FULFILLED"),
        (None, "74", True, "FULFILLED"),
        (None, "74", False, "UNRESOLVED"),
        (None, "0", None, "NOT_FULFILLED"),
        (None, None, True, "UNRESOLVED"),
    ],
)
def test_the_requirement_of_employment(since, worked, at_work, outcome):
    employment = sk.Employment(since=since, hours_in_8_weeks=worked, at_work_last=at_work)
    (finding,) = findings(unpaid(employment), "sickness.employment")
    assert sk.Outcome[outcome] is finding.outcome
    assert bool(finding.missing) is (outcome == "UNRESOLVED")


@pytest.mark.parametrize(
    ("since", "worked", "at_work", "missing"),
    [
        (date(2023, 11, 7), None, None, ("hours_in_8_weeks",)),
        (date(2023, 11, 8), "74", None, ("at_work_last",)),
        (None, "74", False, ("since",)),
        (None, None, True, ("since", "hours_in_8_weeks")),
    ],
)
def test_what_is_missing_is_named(since, worked, at_work, missing):
    employment = sk.Employment(since=since, hours_in_8_weeks=worked, at_work_last=at_work)
    (finding,) = findings(unpaid(employment), "sickness.employment")
    assert tuple(f"employment.{name}" for name in missing) == finding.missing


def test_the_requirement_before_the_act_is_not_known():
    result = refund(
        first_day=date(2006, 6, 26),
        hours=weeks(2006, 26, 30, "37"),
        paid_during_sickness=False,
    )
    (finding,) = findings(result, "sickness.employment")
    assert sk.Outcome.UNRESOLVED is finding.outcome
    assert "the requirement before 2006-07-03 is not known" == str(finding.because)
    assert "dagpengeloven" == finding.source.citation
    assert "employment-not-known" in codes(result)
    of_the_act = refund(
        first_day=date(2006, 7, 3), hours=weeks(2006, 27, 30, "37"), paid_during_sickness=False,
        employment=ENTITLED_IN_2006,
    )  # fmt: skip
    assert sk.Outcome.FULFILLED is findings(of_the_act, "sickness.employment")[0].outcome


ENTITLED_IN_2006 = sk.Employment(since=date(2000, 1, 1), hours_in_8_weeks="300")


def test_with_pay_nobody_asks_for_the_employment():
    result = refund()
    assert [] == findings(result, "sickness.employment")
    assert "employment-not-known" not in codes(result)
    assert D("0.00") == result.employer_benefit


def test_with_pay_too_what_is_known_of_the_employment_decides():
    facts = {"first_day": date(2024, 1, 2), "hours": unpaid().weeks and {
        sk.Week(2024, 1): "29.6", **weeks(2024, 2, 9, "37")}}  # fmt: skip
    assert D("20658.00") == refund(**facts, employment=ENTITLED).amount
    new = refund(**facts, employment=NEW)
    assert (None, D("41316.00")) == (new.employer_period, new.amount)
    assert "municipality-requirement" in codes(new)
    unknown = refund(**facts, employment=sk.Employment())
    assert D("20658.00") == unknown.amount
    assert "would then be DKK 41,316.00 instead of DKK 20,658.00" in caveat(
        unknown, "employment-not-known"
    )


def test_bases_from_the_first_day_ask_for_no_employment():
    result = unpaid(None, basis=SECTION_56)
    assert [] == findings(result, "sickness.employment")
    assert (D("0.00"), D("41316.00")) == (result.employer_benefit, result.benefit)


# --- new staff ---


def newcomer(employment=None, **changes):
    facts = {
        "first_day": date(2024, 1, 8),
        "hours": weeks(2024, 2, 3, "37"),
        "basis": sk.RefundBasis.NEW_EMPLOYEE,
        "employment": employment,
    }
    return refund(**{**facts, **changes})


def test_new_staff_have_refund_from_the_first_day():
    result = newcomer()
    assert (None, D("9390.00")) == (result.employer_period, result.amount)
    (finding,) = findings(result, "sickness.new_employee")
    assert sk.Outcome.FULFILLED is finding.outcome
    assert "the employee is not yet entitled to benefit from the employer" == str(finding.because)
    assert "horesta.dk; statens-adm.dk" == finding.source.read_in
    assert [] == findings(result, "sickness.employment")
    assert "§ 32" in caveat(result, "municipality-requirement")


def test_new_staff_who_are_entitled_all_the_same():
    entitled = newcomer(sk.Employment(since=date(2023, 1, 1), hours_in_8_weeks="200"))
    assert sk.Period(date(2024, 1, 8), date(2024, 2, 6)) == entitled.employer_period
    assert "municipality-requirement" not in codes(entitled)
    open_ = newcomer(sk.Employment(since=date(2023, 1, 1)))
    assert None is open_.employer_period
    assert "employment-not-known" not in codes(open_)


def test_new_staff_begin_with_the_act():
    week = sk.Week(2006, 27)
    facts = {"basis": sk.RefundBasis.NEW_EMPLOYEE, "hours": {week: "37"}}
    assert D("3332.00") == refund(first_day=week.monday, **facts).amount
    with pytest.raises(sk.NotInForce, match="ORDINARY") as caught:
        refund(
            first_day=date(2006, 6, 26), basis=sk.RefundBasis.NEW_EMPLOYEE,
            hours={sk.Week(2006, 26): "37"},
        )  # fmt: skip
    assert date(2006, 7, 3) == caught.value.first


def test_new_staff_are_new_no_longer():
    hours = {**weeks(2024, 2, 3, "37"), sk.Week(2024, 4): "0", **weeks(2024, 11, 15, "37")}
    result = newcomer(hours=hours)
    assert [None, None] == [spell.employer_period for spell in result.spells]
    text = caveat(result, "no-longer-new")
    # the later absence would have an employer period of its own: 30 days from 11 March
    other = newcomer(sk.Employment(since=date(2024, 1, 8), hours_in_8_weeks=74), hours=hours)
    assert date(2024, 3, 11) == other.spells[1].employer_period.start
    assert sk.format_kroner(other.amount, "en") in text
    soon = {**weeks(2024, 2, 3, "37"), sk.Week(2024, 4): "0", **weeks(2024, 5, 6, "37")}
    assert "no-longer-new" not in codes(newcomer(hours=soon))
    assert "no-longer-new" not in codes(newcomer(sk.Employment(), hours=hours))


def test_later_absence_is_judged_by_the_same_hours():
    hours = {sk.Week(2024, 1): "29.6", sk.Week(2024, 2): "0", **weeks(2024, 3, 9, "37")}
    assert "employment-of-the-first-absence" in codes(unpaid(hours=hours))
    assert "employment-of-the-first-absence" not in codes(unpaid())
    assert "employment-of-the-first-absence" not in codes(unpaid(None, hours=hours))
