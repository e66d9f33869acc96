"""Which hours count, and the spells that they make."""

from datetime import date
from decimal import Decimal

import pytest
from calculators.sickness_cases import caveat, codes, days, findings, refund, weeks

import socialkapitel as sk

NONE = Decimal("0.00")
D = Decimal


# --- spells ---


def test_weeks_on_end_are_one_spell():
    result = refund(first_day=date(2022, 1, 5))
    assert 1 == len(result.spells)
    assert (date(2022, 1, 5), date(2022, 2, 11)) == (
        result.spells[0].first_day,
        result.spells[0].last_day,
    )
    assert [] == findings(result, "sickness.not_recorded")
    assert "weeks-not-recorded" not in codes(result)


def test_weeks_that_are_not_recorded_do_not_end_the_spell():
    result = refund(hours={sk.Week(2022, 1): "37", sk.Week(2022, 5): "12"})
    assert [date(2022, 1, 3)] == [spell.first_day for spell in result.spells]
    assert date(2022, 2, 1) == result.employer_period.end
    (gap,) = findings(result, "sickness.not_recorded")
    assert sk.Outcome.UNRESOLVED is gap.outcome
    assert ("hours",) == gap.missing
    assert "2022-01-10/2022-01-30" in str(gap.because)
    assert "weeks-not-recorded" in codes(result)
    # Wednesday to Friday of week 5: 12 x 3/5 hours at 4465 / 37
    assert Decimal("7.20") == result.refundable_hours
    assert Decimal("868.86") == result.amount


def test_each_unrecorded_stretch_is_told():
    hours = {sk.Week(2022, 1): "37", sk.Week(2022, 3): "37", sk.Week(2022, 5): "37"}
    result = refund(hours=hours)
    assert 1 == len(result.spells)
    assert ["2022-01-10/2022-01-16", "2022-01-24/2022-01-30"] == [
        str(dict(gap.because.values)["gap"]) for gap in findings(result, "sickness.not_recorded")
    ]


@pytest.mark.parametrize("light", ["0", "3.99"])
def test_a_light_week_ends_the_spell(light):
    hours = {**weeks(2022, 1, 6, "37"), sk.Week(2022, 3): light}
    result = refund(hours=hours)
    assert [
        (date(2022, 1, 3), date(2022, 1, 14)),
        (date(2022, 1, 24), date(2022, 2, 11)),
    ] == [(spell.first_day, spell.last_day) for spell in result.spells]
    assert date(2022, 2, 22) == result.spells[1].employer_period.end
    assert [sk.Outcome.NOT_FULFILLED] == [
        week.outcome for week in result.weeks if week.week == sk.Week(2022, 3)
    ]
    assert Decimal("0.00") == result.amount
    assert "weeks-not-recorded" not in codes(result)


def test_no_gap_is_reported_where_the_spell_had_ended():
    hours = {sk.Week(2022, 1): "37", sk.Week(2022, 2): "0", sk.Week(2022, 5): "37"}
    result = refund(hours=hours)
    assert 2 == len(result.spells)
    assert [] == findings(result, "sickness.not_recorded")


def test_a_light_first_week_opens_no_spell():
    result = refund(hours={sk.Week(2022, 1): "3", **weeks(2022, 2, 7, "37")})
    assert [date(2022, 1, 10)] == [spell.first_day for spell in result.spells]
    assert result.spells[0].employer_period == result.employer_period


def test_without_a_week_that_counts_there_is_no_spell():
    result = refund(hours={sk.Week(2022, 1): "3"})
    assert () == result.spells
    assert result.employer_period is None


def test_a_later_spell_by_date_begins_on_its_first_date_with_hours():
    hours = {
        sk.Week(2022, 1): "37",
        sk.Week(2022, 2): "0",
        date(2022, 1, 18): "0",
        date(2022, 1, 19): "7.4",
        date(2022, 1, 20): "7.4",
        date(2022, 1, 21): "0",
    }
    spell = refund(hours=hours).spells[1]
    assert (date(2022, 1, 19), date(2022, 1, 20)) == (spell.first_day, spell.last_day)
    assert date(2022, 2, 17) == spell.employer_period.end


def test_a_spell_goes_on_after_a_week_that_ends_on_a_sunday():
    hours = {date(2022, 1, 9): "8", sk.Week(2022, 2): "37"}
    (spell,) = refund(first_day=date(2022, 1, 9), hours=hours).spells
    assert (date(2022, 1, 9), date(2022, 1, 14)) == (spell.first_day, spell.last_day)


# --- the minimum ---


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
    assert "the absence is 3.00 hours; the requirement is at least 4" == str(
        findings(result, "sickness.minimum")[0].because
    )


@pytest.mark.parametrize(
    ("hours", "counts"), [("0.01", False), ("3.99", False), ("4", True), ("4.01", True)]
)
def test_four_hours_are_the_minimum(hours, counts):
    found, because = outcome(hours={sk.Week(2022, 1): hours})
    assert counts is found
    assert because.endswith("hours; the requirement is at least 4")


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
    assert Decimal("60.34") == result.amount  # half an hour at 4465 / 37
    assert "the absence is 0.50 hours; no minimum applies" == str(
        findings(result, "sickness.no_minimum")[0].because
    )


@pytest.mark.parametrize("basis", [sk.RefundBasis.FLEXJOB, sk.RefundBasis.SECTION_56])
def test_the_others_have_it(basis):
    assert not outcome(basis=basis, hours={sk.Week(2022, 1): "3.99"})[0]


def test_a_week_without_hours_needs_no_minimum():
    result = refund(first_day=date(2003, 1, 6), hours={sk.Week(2003, 2): "37", sk.Week(2003, 3): 0})
    assert [True, False] == [week.outcome is sk.Outcome.FULFILLED for week in result.weeks]
    assert "no absence is recorded" in str(findings(result, "sickness.minimum")[1].because)


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


UNKNOWN, COUNTS, DOES_NOT = (
    sk.Outcome.UNRESOLVED,
    sk.Outcome.FULFILLED,
    sk.Outcome.NOT_FULFILLED,
)


@pytest.mark.parametrize("light", ["0.01", "5", "20"])
def test_after_a_week_that_is_not_known_the_spell_is_not_known(light):
    # Whether 5 hours count was another rule before 2005, and whether the spell continues with it.
    hours = dict.fromkeys([sk.Week(2003, number) for number in range(2, 8)], "37")
    hours |= {sk.Week(2003, 3): light, sk.Week(2003, 5): "0"}
    result = refund(first_day=date(2003, 1, 6), hours=hours)
    assert [COUNTS, UNKNOWN, UNKNOWN, DOES_NOT, COUNTS, COUNTS] == [
        row.outcome for row in result.weeks
    ]
    assert [date(2003, 1, 6), date(2003, 2, 3)] == [spell.first_day for spell in result.spells]
    assert [sk.Week(2003, 3), sk.Week(2003, 4)] == [week for week, _ in result.open_weeks]
    assert "weeks-not-known" in codes(result)


def test_a_day_fit_for_work_tells_that_the_next_spell_is_new():
    hours = {sk.Week(2003, 2): "37", date(2003, 1, 13): "3", sk.Week(2003, 4): "37"}
    fit = {date(2003, 1, 15): sk.DayState.FIT}
    result = refund(first_day=date(2003, 1, 6), hours=hours, days=fit)
    assert [COUNTS, UNKNOWN, COUNTS] == [row.outcome for row in result.weeks]
    assert [date(2003, 1, 6), date(2003, 1, 20)] == [spell.first_day for spell in result.spells]


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


def test_a_week_below_the_minimum_ends_the_spell_by_practice():
    result = refund(hours={**weeks(2022, 1, 2, "37"), sk.Week(2022, 3): "3"})
    (finding,) = findings(result, "sickness.below_minimum")
    assert sk.Outcome.FULFILLED is finding.outcome
    assert finding.source.practice
    assert "odense.dk; kk.dk; hjoerring.dk" == finding.source.citation
    assert "The week ends the spell, 2022-W03" == str(finding.label)


def test_a_week_at_work_is_no_matter_of_practice():
    result = refund(hours={**weeks(2022, 1, 2, "37"), sk.Week(2022, 3): "0"})
    assert [] == findings(result, "sickness.below_minimum")
    assert [] == findings(refund(hours=weeks(2022, 1, 2, "4")), "sickness.below_minimum")


# --- public holidays ---


def test_easter_2024():
    # the employer period of 30 days ends on 5 March
    result = refund(first_day=date(2024, 2, 5), hours=weeks(2024, 6, 14, "37"))
    rows = {week.week.week: week for week in result.weeks}
    assert D("4695.00") == rows[12].amount
    assert D("2817.00") == rows[13].amount  # 3/5: Maundy Thursday and Good Friday
    assert D("3756.00") == rows[14].amount  # 4/5: Easter Monday
    assert (D("22.20"), D("29.60")) == (rows[13].refundable_hours, rows[14].refundable_hours)
    assert [date(2024, 3, day) for day in (25, 26, 27)] == [
        day for day, _ in rows[13].refundable_days
    ]
    assert D("18780.00") == result.amount
    first, second = findings(result, "sickness.public_holidays")
    assert "sygedagpengeloven § 53 a" == str(first.source)
    assert (
        "the week has public holidays: Maundy Thursday, 2024-03-28; Good Friday, 2024-03-29"
        == str(first.because)
    )
    assert "the week has public holidays: Easter Monday, 2024-04-01" == str(second.because)


@pytest.mark.parametrize(
    ("week", "amount"),
    [
        (sk.Week(2012, 22), "3940.00"),  # Whit Monday, 28 May 2012: before the rule
        (sk.Week(2012, 27), "3940.00"),  # begins on 2 July 2012, the rule's first day
        (sk.Week(2012, 52), "1576.00"),  # 24-28 December: 25 and 26 give nothing: 3/5
        (sk.Week(2023, 18), "3640.00"),  # Great Prayer Day, 5 May 2023: 4/5 of 4550
        (sk.Week(2024, 17), "4695.00"),  # 26 April 2024: a working day since then
        (sk.Week(2024, 19), "3756.00"),  # Ascension Day
        (sk.Week(2024, 18), "4695.00"),  # 1 May is none
        (sk.Week(2024, 23), "4695.00"),  # nor is 5 June
    ],
)
def test_weeks_with_and_without_holidays(week, amount):
    result = refund(first_day=week.monday, hours={week: "37"}, basis=sk.RefundBasis.SECTION_56)
    expected = D("2364.00") if week == sk.Week(2012, 52) else D(amount)  # 3/5 of 3940
    assert expected == result.amount


@pytest.mark.parametrize("basis", list(sk.RefundBasis))
def test_no_basis_pays_for_holidays(basis):
    week = sk.Week(2024, 13)
    result = refund(first_day=date(2024, 2, 5), hours=weeks(2024, 6, 13, "37"), basis=basis)
    [row] = [row for row in result.weeks if row.week == week]
    assert D("2817.00") == row.amount


def test_holidays_do_not_prolong_the_employer_period():
    result = refund(first_day=date(2024, 3, 11), hours=weeks(2024, 11, 16, "37"))
    assert sk.Period(date(2024, 3, 11), date(2024, 4, 9)) == result.employer_period
    row = next(row for row in result.weeks if row.week == sk.Week(2024, 15))
    assert D("22.20") == row.refundable_hours


def test_fewer_hours_than_planned_are_spread_over_the_working_days():
    week = sk.Week(2024, 13)
    result = refund(first_day=week.monday, hours={week: "12"}, basis=sk.RefundBasis.SECTION_56)
    assert [D("4")] * 3 == [D(hours.numerator) for _, hours in result.weeks[0].refundable_days]
    assert D("12.00") == result.refundable_hours
    assert "hours-above-plan" not in codes(result)


def test_more_hours_than_were_to_be_worked():
    week = sk.Week(2024, 13)
    result = refund(first_day=week.monday, hours={week: "30"}, basis=sk.RefundBasis.SECTION_56)
    assert "more hours" not in caveat(result, "hours-above-plan")
    assert "(week 13, 2024)" in caveat(result, "hours-above-plan")
    [step] = findings(result, "sickness.planned_hours")
    assert "min(hours, contract * weekdays / 5)" == step.expression
    assert D("22.2") == D(str(float(step.value)))
    assert D("30.00") == result.weeks[0].absence_hours


def test_a_whole_week_with_public_holidays_is_recorded_as_it_was_agreed():
    week = sk.Week(2024, 13)
    result = refund(first_day=week.monday, hours={week: "37"}, basis=sk.RefundBasis.SECTION_56)
    assert "hours-above-plan" not in codes(result)
    assert D("22.20") == result.refundable_hours


def test_the_first_week_has_the_hours_of_its_days():
    # from a Thursday on, two days of 7.4 hours were to be worked
    result = refund(
        first_day=date(2022, 1, 6), hours={sk.Week(2022, 1): "37"},
        basis=sk.RefundBasis.SECTION_56,
    )  # fmt: skip
    assert D("14.80") == result.refundable_hours
    assert "hours-above-plan" in codes(result)


def test_hours_by_date_on_a_holiday_give_nothing():
    easter = days((date(2024, 3, 25), date(2024, 4, 5)))
    result = refund(first_day=date(2024, 3, 25), hours=easter, basis=sk.RefundBasis.SECTION_56)
    assert [D("2817.00"), D("3756.00")] == [week.amount for week in result.weeks]
    assert D("37.00") == result.weeks[0].absence_hours
    text = caveat(result, "hours-on-public-holiday")
    assert "28 March 2024, 29 March 2024 and 1 April 2024" in text
    # seven days of ten, and all ten if the employee was to work on the three
    assert "DKK 9,390.00 instead of DKK 6,573.00" in text
    danish = caveat(result, "hours-on-public-holiday", "da")
    assert "9.390,00 kr. i stedet for 6.573,00 kr." in danish


def test_what_a_holiday_would_give_leaves_the_days_beside_it_as_they_are():
    partly = {
        sk.Period(date(2024, 3, 25), date(2024, 3, 27)): sk.DayState.PARTLY_FIT,
        sk.Period(date(2024, 3, 28), date(2024, 4, 1)): sk.DayState.PARTLY_FIT,
        sk.Period(date(2024, 4, 2), date(2024, 4, 5)): sk.DayState.PARTLY_FIT,
    }
    hours = days((date(2024, 3, 25), date(2024, 4, 5)))
    facts = {"first_day": date(2024, 3, 25), "basis": sk.RefundBasis.SECTION_56}
    text = caveat(refund(**facts, hours=hours, days=partly), "hours-on-public-holiday")
    assert text == caveat(refund(**facts, hours=hours), "hours-on-public-holiday")


def test_whoever_was_to_work_on_a_holiday_says_so():
    easter = days((date(2024, 3, 25), date(2024, 4, 5)))
    on_duty = {sk.Period(date(2024, 3, 28), date(2024, 4, 1)): sk.DayState.ON_DUTY}
    facts = {"first_day": date(2024, 3, 25), "basis": sk.RefundBasis.SECTION_56, "days": on_duty}
    by_date = refund(**facts, hours=easter)
    by_week = refund(**facts, hours=weeks(2024, 13, 14, "37"))
    assert D("9390.00") == by_date.amount == by_week.amount
    for result in (by_date, by_week):
        assert "hours-on-public-holiday" not in codes(result)
        text = caveat(result, "on-duty-on-public-holiday")
        assert "DKK 6,573.00 instead of DKK 9,390.00" in text


def test_other_days_on_duty_change_nothing():
    on_duty = {date(2022, 1, 4): sk.DayState.ON_DUTY}
    result = refund(days=on_duty)
    assert refund().amount == result.amount
    assert "on-duty-on-public-holiday" not in codes(result)


def test_absence_on_a_holiday_goes_on_with_the_spell():
    # week 19 of 2024: Ascension Day only; the employee is still ill
    hours = {**weeks(2024, 14, 18, "37"), date(2024, 5, 9): "7.4", **weeks(2024, 20, 20, "37")}
    result = refund(first_day=date(2024, 4, 2), hours=hours)
    assert 1 == len(result.spells)
    row = next(row for row in result.weeks if row.week == sk.Week(2024, 19))
    assert (sk.Outcome.FULFILLED, NONE) == (row.outcome, row.amount)
    because = [str(one.because) for one in findings(result, "sickness.minimum")]
    assert (
        "the absence is on public holidays only: the spell continues, and nothing is paid"
        in because
    )


def test_absence_that_begins_on_a_holiday():
    # Good Friday 2024: no working day is left of the week, and the period is counted from it
    hours = {sk.Week(2024, 13): "7.4", **weeks(2024, 14, 18, "37")}
    result = refund(first_day=date(2024, 3, 29), hours=hours)
    assert sk.Period(date(2024, 3, 29), date(2024, 4, 27)) == result.employer_period
    assert sk.Outcome.FULFILLED is result.weeks[0].outcome
    assert (NONE, ()) == (result.weeks[0].employer_period_hours, result.weeks[0].refundable_days)
    assert "29 March 2024" in caveat(result, "first-day-on-public-holiday")
    assert "first-day-on-public-holiday" not in codes(refund())


def test_a_later_spell_by_week_begins_on_its_first_working_day():
    hours = {sk.Week(2024, 12): "37", sk.Week(2024, 13): "0", sk.Week(2024, 14): "37"}
    result = refund(first_day=date(2024, 3, 18), hours=hours)
    assert date(2024, 4, 2) == result.spells[1].first_day


def test_partial_absence_below_the_minimum_in_a_week_with_holidays():
    hours = {sk.Week(2024, 12): "5", **days((date(2024, 3, 25), date(2024, 3, 27)), hours="1")}
    result = refund(first_day=date(2024, 3, 18), hours=hours)
    assert sk.Outcome.NOT_FULFILLED is result.weeks[1].outcome
    assert "minimum-in-week-with-holiday" in codes(result)
    without = refund(first_day=date(2024, 3, 11), hours={sk.Week(2024, 11): "3"})
    assert "minimum-in-week-with-holiday" not in codes(without)


# --- the first day of absence ---


def went_home(**changes):
    """Home after four hours on Wednesday 3 January 2024, and whole days from the Thursday on."""
    hours = {
        date(2024, 1, 3): "3.4",
        **days((date(2024, 1, 4), date(2024, 1, 5))),
        **weeks(2024, 2, 7, "37"),
    }
    return refund(**{"first_day": date(2024, 1, 3), "hours": hours, **changes})


def test_the_first_day_is_the_first_whole_day():
    result = went_home()
    assert sk.Period(date(2024, 1, 4), date(2024, 2, 2)) == result.employer_period
    assert D("9390.00") == result.amount
    assert (D("18.20"), D("14.80")) == (
        result.weeks[0].absence_hours,
        result.weeks[0].employer_period_hours,
    )
    (finding,) = findings(result, "sickness.first_whole_day")
    assert finding.source.practice
    assert "hjoerring.dk; Dansk Erhverv" == finding.source.citation
    assert "2024-01-03 is not a whole day" in str(finding.because)
    text = caveat(result, "went-home-during-the-day")
    # from 3 January the period ends on 1 February, and one day more is refunded
    assert "the day itself (3 January 2024): the refund for the absence would then be" in text
    assert text.endswith("DKK 10,329.00 instead of DKK 9,390.00")
    assert "praksis" in caveat(result, "went-home-during-the-day", "da")


def test_the_hours_after_going_home_are_not_refundable_either():
    result = went_home(basis=sk.RefundBasis.SECTION_56)
    assert D("236.80") == result.refundable_hours  # 2 × 7.4 + 6 × 37
    assert date(2024, 1, 4) == result.spells[0].first_day


def test_whole_days_may_begin_after_the_weekend():
    hours = {date(2024, 1, 5): "2", **weeks(2024, 2, 7, "37")}
    result = refund(first_day=date(2024, 1, 5), hours=hours)
    assert date(2024, 1, 8) == result.spells[0].first_day
    assert sk.Outcome.NOT_FULFILLED is result.weeks[0].outcome
    assert "the employee went home on 2024-01-05" in str(
        findings(result, "sickness.minimum")[0].because
    )


def test_whole_days_may_begin_after_a_public_holiday():
    hours = {date(2024, 3, 27): "2", **days((date(2024, 4, 2), date(2024, 4, 5)))}
    result = refund(first_day=date(2024, 3, 27), hours=hours)
    assert date(2024, 4, 2) == result.spells[0].first_day


@pytest.mark.parametrize("following", ["3.7", "0"])
def test_partial_leave_from_the_start_begins_on_its_first_day(following):
    hours = {
        date(2024, 1, 3): "3.7",
        date(2024, 1, 4): following,
        date(2024, 1, 5): "7.4",
        **weeks(2024, 2, 7, "18.5"),
    }
    result = refund(first_day=date(2024, 1, 3), hours=hours)
    assert date(2024, 1, 3) == result.spells[0].first_day
    assert "went-home-during-the-day" not in codes(result)


def test_partial_leave_before_a_partial_week():
    hours = {date(2024, 1, 5): "4", **weeks(2024, 2, 7, "18.5")}
    result = refund(first_day=date(2024, 1, 5), hours=hours)
    assert date(2024, 1, 5) == result.spells[0].first_day


def test_a_first_day_before_a_week_that_is_not_recorded():
    hours = {date(2024, 1, 5): "4", **weeks(2024, 3, 7, "37")}
    result = refund(first_day=date(2024, 1, 5), hours=hours)
    assert date(2024, 1, 5) == result.spells[0].first_day


def test_a_whole_day_is_whole_to_the_hundredth():
    # a fifth of 37.00 and of 36.98 hours are both written as 7.40
    hours = {date(2024, 1, 3): "7.4", **days((date(2024, 1, 4), date(2024, 1, 5)))}
    for contract in ("37", "36.98"):
        record = {day: D("7.39") if contract != "37" else each for day, each in hours.items()}
        result = refund(first_day=date(2024, 1, 3), hours=record, contract_hours=contract)
        assert date(2024, 1, 3) == result.spells[0].first_day


def test_a_first_day_at_the_weekend_is_as_recorded():
    hours = {date(2024, 1, 6): "5", **weeks(2024, 2, 7, "37")}
    assert date(2024, 1, 6) == refund(first_day=date(2024, 1, 6), hours=hours).spells[0].first_day


# --- relapse ---

WORKED = (date(2024, 1, 18), date(2024, 1, 19))


def relapse(states=None, **changes):
    """Absent from 9 January 2024, at work on the 18th and 19th, absent again from the 22nd."""
    hours = {
        **days((date(2024, 1, 9), date(2024, 1, 17))),
        **dict.fromkeys(WORKED, "0"),
        **weeks(2024, 4, 11, "37"),
    }
    return refund(**{"first_day": date(2024, 1, 9), "hours": hours, "days": states, **changes})


def test_days_at_work_between_whole_days_where_nobody_said_why():
    result = relapse()
    assert [date(2024, 1, 9)] == [spell.first_day for spell in result.spells]
    assert D("25353.00") == result.amount
    text = caveat(result, "days-at-work-within-absence")
    assert "18 January 2024 and 19 January 2024" in text
    # the second period of 30 days ends on 20 February
    assert "would then be DKK 16,902.00 instead of DKK 25,353.00; say which it was" in text
    danish = caveat(result, "days-at-work-within-absence", "da")
    assert "ville da være 16.902,00 kr. i stedet for 25.353,00 kr.; angiv, om" in danish


def test_days_that_are_not_recorded_are_told_too():
    hours = {**days((date(2024, 1, 9), date(2024, 1, 17))), **weeks(2024, 4, 11, "37")}
    assert "days-at-work-within-absence" in codes(refund(first_day=date(2024, 1, 9), hours=hours))


def test_a_full_return_ends_the_spell():
    result = relapse({date(2024, 1, 18): sk.DayState.FIT})
    assert [
        sk.Period(date(2024, 1, 9), date(2024, 2, 7)),
        sk.Period(date(2024, 1, 22), date(2024, 2, 20)),
    ] == [spell.employer_period for spell in result.spells]
    assert D("16902.00") == result.amount
    assert "days-at-work-within-absence" not in codes(result)


def test_partial_leave_goes_on_over_days_at_work():
    result = relapse({sk.Period(*WORKED): sk.DayState.PARTLY_FIT})
    assert D("25353.00") == result.amount
    assert "days-at-work-within-absence" not in codes(result)


def test_only_the_days_of_which_nobody_said_why_are_asked_about():
    result = relapse({WORKED[0]: sk.DayState.PARTLY_FIT})
    text = caveat(result, "days-at-work-within-absence")
    assert "on 19 January 2024, between" in text


@pytest.mark.parametrize("hours", ["3.7", "0.01"])
def test_part_of_a_day_shows_that_it_is_partial_leave(hours):
    record = {
        **days((date(2024, 1, 9), date(2024, 1, 16))),
        date(2024, 1, 17): hours,
        **weeks(2024, 4, 11, "37"),
    }
    result = refund(first_day=date(2024, 1, 9), hours=record)
    assert "days-at-work-within-absence" not in codes(result)


def test_holidays_and_weekends_are_no_days_at_work():
    hours = days((date(2024, 3, 25), date(2024, 3, 27)), (date(2024, 4, 2), date(2024, 4, 5)))
    result = refund(first_day=date(2024, 3, 25), hours=hours)
    assert "days-at-work-within-absence" not in codes(result)


def test_a_return_within_a_week():
    # one week, two spells
    hours = {
        **days((date(2024, 1, 8), date(2024, 1, 9)), (date(2024, 1, 12), date(2024, 1, 12))),
        **weeks(2024, 3, 9, "37"),
    }
    states = {sk.Period(date(2024, 1, 10), date(2024, 1, 11)): sk.DayState.FIT}
    result = refund(first_day=date(2024, 1, 8), hours=hours, days=states)
    assert [date(2024, 1, 8), date(2024, 1, 12)] == [one.first_day for one in result.spells]
    assert [date(2024, 1, 9), date(2024, 3, 1)] == [one.last_day for one in result.spells]


@pytest.mark.parametrize("day", [date(2022, 1, 8), date(2022, 1, 12), date(2022, 1, 30)])
def test_a_return_between_weeks_leaves_nothing_open(day):
    hours = {sk.Week(2022, 1): "37", sk.Week(2022, 5): "37"}
    result = refund(hours=hours, days={day: sk.DayState.FIT})
    assert 2 == len(result.spells)
    assert [] == findings(result, "sickness.not_recorded")
    assert "weeks-not-recorded" not in codes(result)


def test_a_return_after_the_last_day_changes_nothing():
    result = refund(days={date(2022, 2, 14): sk.DayState.FIT})
    assert refund().spells == result.spells


# --- other jobs ---


def test_the_minimum_looks_at_all_jobs():
    facts = {"basis": sk.RefundBasis.SECTION_56, "hours": {sk.Week(2022, 1): "3"}}
    week = sk.Week(2022, 1)
    enough = refund(**facts, hours_in_other_jobs={week: "1"})
    assert D("362.03") == enough.amount  # 3 × 4465 / 37
    assert (
        "the absence is 3.00 hours, and 1.00 hour in other jobs; the requirement is at least 4"
        " in all" == str(findings(enough, "sickness.minimum")[0].because)
    )
    assert NONE == refund(**facts, hours_in_other_jobs={week: "0.99"}).amount
    assert NONE == refund(**facts, hours_in_other_jobs={}).amount


def test_absence_from_another_job_alone_goes_on_with_the_spell():
    hours = {sk.Week(2022, 1): "10", sk.Week(2022, 2): "0", sk.Week(2022, 3): "10"}
    others = {sk.Week(2022, 1): "0", sk.Week(2022, 2): "4", sk.Week(2022, 3): "0"}
    result = refund(hours=hours, hours_in_other_jobs=others)
    assert 1 == len(result.spells)
    row = result.weeks[1]
    assert (sk.Outcome.FULFILLED, NONE, NONE) == (
        row.outcome,
        row.refundable_hours,
        row.employer_period_hours,
    )
    fewer = refund(hours=hours, hours_in_other_jobs={**others, sk.Week(2022, 2): "3.99"})
    assert 2 == len(fewer.spells)


def test_absence_from_another_job_opens_no_spell_here():
    hours = {sk.Week(2022, 1): "10", sk.Week(2022, 2): "0", sk.Week(2022, 3): "0"}
    others = {sk.Week(2022, 1): "0", sk.Week(2022, 2): "0", sk.Week(2022, 3): "20"}
    result = refund(hours=hours, hours_in_other_jobs=others)
    assert [True, False, False] == [week.outcome is sk.Outcome.FULFILLED for week in result.weeks]


def test_hours_in_other_jobs_on_a_holiday_count_for_nothing():
    # 28 March 2024 is Maundy Thursday
    week, facts = sk.Week(2024, 13), {"basis": sk.RefundBasis.SECTION_56}
    others = {date(2024, 3, 25): "0.5", date(2024, 3, 28): "5"}
    result = refund(first_day=week.monday, hours={week: "3"}, hours_in_other_jobs=others, **facts)
    assert NONE == result.amount


def test_silence_about_other_jobs_is_told():
    silent = refund(hours_in_other_jobs=None)
    assert "hours_in_other_jobs" in caveat(silent, "other-jobs-not-known")
    assert "other-jobs-not-known" not in codes(refund())
    few = refund(hours={sk.Week(2022, 1): "3"}, hours_in_other_jobs=None)
    assert "other-jobs-not-known" in codes(few)
    nothing = refund(hours=weeks(2022, 1, 2, "37"), hours_in_other_jobs=None)
    assert "other-jobs-not-known" not in codes(nothing)


def test_days_of_a_week_that_is_not_known_are_not_days_at_work():
    # The minimum is not known before May 2005.
    first_day = date(2004, 6, 7)
    hours = {sk.Week(2004, 24): "37", sk.Week(2004, 25): "10", sk.Week(2004, 26): "37"}
    result = refund(first_day=first_day, hours=hours)
    assert [sk.Week(2004, 25), sk.Week(2004, 26)] == [week for week, _ in result.open_weeks]
    assert 1 == len(result.spells)
    assert "days-at-work-within-absence" not in codes(result)
