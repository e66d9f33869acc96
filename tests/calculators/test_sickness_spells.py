from datetime import date, timedelta
from decimal import Decimal

import pytest
from calculators.sickness_cases import absence, codes, findings, refund, weeks

import socialkapitel as sk

BASES_FROM_DAY_ONE = [
    sk.RefundBasis.SECTION_56,
    sk.RefundBasis.FLEXJOB,
    sk.RefundBasis.FLEXJOB_SINCE_2013,
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
    with pytest.raises(sk.NotInForce, match="use FLEXJOB"):
        refund(basis=basis, first_day=date(2012, 12, 31), hours={sk.Week(2013, 1): "3"})


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
    # Wednesday to Friday of week 5: 12 x 3/5 hours at 120.68
    assert Decimal("7.20") == result.refundable_hours
    assert Decimal("868.90") == result.amount


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
    assert "no employer period" == str(findings(none, "sickness.employer_period")[0].because)
    with pytest.raises(sk.InvalidInput, match=rf"{name}: Decimal\('1\.50'\).*a whole number"):
        with_days("1.5")


def test_the_employer_period_tells_its_days():
    (finding,) = findings(refund(), "sickness.employer_period")
    assert "30 calendar days: 2022-01-03/2022-02-01" == str(finding.because)
