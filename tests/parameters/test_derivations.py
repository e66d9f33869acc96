"""Every derived figure is worked out again from its rule, and the rule is held against every print.

The rules are written here from the acts and the pages, in exact fractions; nothing is taken from
the notes of the figures. Where a rule holds for a series, each figure of it is redone, the
published ones too: those are the printed neighbours that show the rule to be right.
"""

from collections import Counter
from datetime import date
from fractions import Fraction
from math import floor

import pytest

from socialkapitel import PARAMETERS, Evidence

OERE, KRONE = Fraction(1, 100), Fraction(1)


def nearest(value, step):
    """To the nearest multiple, halves upwards; nothing here is negative."""
    return floor(value / step + Fraction(1, 2)) * step


def value(name, day):
    return Fraction(PARAMETERS[name].on(day).value)


def before(figure):
    """The value that held the day before, and the one that holds after, where one is known."""
    figures = PARAMETERS[figure.parameter].figures
    place = figures.index(figure)
    return Fraction(figures[place - 1].value) if place else None


def after(figure):
    figures = PARAMETERS[figure.parameter].figures
    return Fraction(figures[figures.index(figure) + 1].value)


def adjustment(year):
    return 1 + value("rate_adjustment", date(year, 1, 1)) / 100


# The rate adjustment itself, read off two prints of the same rate.

PRINTS = {
    # A day's unemployment benefit; that of 2010 is printed by the month.
    2011: [("766", Fraction(16293) * 12 / 260)],
    2012: [("788", "766")],
    # The threshold of the flex wage supplement, over its level of 2012, and the yearly ceiling.
    2013: [("13208", "13000")],
    2014: [("13446", "13208"), ("489832", Fraction(474060) * Fraction("1.015"))],
    2016: [("13839", "13648"), ("516756", Fraction(489832) * Fraction("1.02") ** 2)],
    2018: [("113.46", "111.24"), ("14398", "14116")],
    2019: [("527091", "516756"), ("273.93", "268.56")],
    # A quarter of the ceiling; the wage subsidy of a person on disability pension.
    2020: [("134408", "131773"), ("29.13", "28.56")],
    2021: [("137097", "134408"), ("29.71", "29.13")],
    2022: [("138742", "137097")],
    2023: [("142488", "138742")],
    2024: [("147047", "142488")],
    # A month's unemployment benefit.
    2025: [("21092", "20359")],
    2026: [("22041", "21092")],
}
"""Two prints of the same rate, of the year and of the one before."""


def rate_read_off(figure):
    year = figure.valid_from.year
    if year not in PRINTS:
        return Fraction(figure.value)  # printed: nothing to read it off
    [rate] = {
        nearest((Fraction(new) / Fraction(old) - 1) * 100, Fraction(1, 10))
        for new, old in PRINTS[year]
    }
    return rate


# Rates that follow the rate adjustment.


def regulated(step, since):
    """The year before, adjusted and rounded; the first print begins the line."""

    def redo(figure):
        year = figure.valid_from.year
        return None if year <= since else nearest(before(figure) * adjustment(year), step)

    return redo


def pension(figure):
    """Region Midtjylland's figure of 2007, adjusted every year."""
    year = figure.valid_from.year
    return None if year == 2007 else nearest(before(figure) * adjustment(year), OERE)


def ceiling(figure):
    """395,000 adjusted without rounding in between through 2013, then from print to print."""
    year = figure.valid_from.year
    if year == 2006:
        return None
    if year <= 2013:
        exact = Fraction(395000)
        for each in range(2007, year + 1):
            exact *= adjustment(each)
        return nearest(exact, KRONE)
    if year == 2014:
        assert nearest(Fraction(489832) / Fraction("1.015"), KRONE) == nearest(
            Fraction(474060) * Fraction("1.018"), KRONE
        )
    return nearest(before(figure) * adjustment(year), KRONE)


def threshold(figure):
    """13,000 at the level of 2012; in 2020 and 2022 it rose by less than the rate adjustment."""
    year = figure.valid_from.year
    if year == 2013:
        return nearest(Fraction(13000) * adjustment(2013), KRONE)
    if year == 2020:
        return Fraction("4489.50") / Fraction("0.30")
    if year == 2022:
        assert Fraction(figure.value) < before(figure) * adjustment(year)
        return None
    return nearest(before(figure) * adjustment(year), KRONE)


# Benefits.


def weekly(figure):
    """A fifth a day; before 2006 counted back by the rate adjustment."""
    day = figure.valid_from
    if day.year < 2006:
        return nearest(after(figure) / adjustment(day.year + 1), KRONE)
    if day.year == 2006:
        return None
    if day.year <= 2017:
        return 5 * value("unemployment_benefit.max_daily", day)
    return None


def hourly(figure):
    return nearest(value("sickness_benefit.max_weekly", figure.valid_from) / 37, OERE)


def daily(figure):
    """Back from 725 in 2009; before, a fifth of the week's sickness benefit, up to a krone."""
    year = figure.valid_from.year
    if year <= 2005:
        week = value("sickness_benefit.max_weekly", figure.valid_from)
        assert abs(before_or(figure) * adjustment(year) - Fraction(figure.value)) <= 1
        return -floor(-week / 5)
    if year <= 2008:
        exact = Fraction(725)
        for each in range(year + 1, 2010):
            exact /= adjustment(each)
        return nearest(exact, KRONE)
    if year == 2010:
        return nearest(Fraction(16293) * 12 / 260, KRONE)
    return None


def before_or(figure):
    """The year before, or what the figure itself goes back to where it is the first."""
    found = before(figure)
    return Fraction(figure.value) / adjustment(figure.valid_from.year) if found is None else found


def monthly(figure):
    """260 days a year while the benefit was daily; since then by the month, as printed."""
    day = figure.valid_from
    if PARAMETERS["unemployment_benefit.max_daily"].covers(day):
        return nearest(value("unemployment_benefit.max_daily", day) * 260 / 12, KRONE)
    if day.year == 2026:
        return nearest(before(figure) * adjustment(2026), KRONE)
    return None


def supplement(figure):
    """98 per cent of the week's benefit to 5 kroner, by the month; since 2018 of the month's."""
    day = figure.valid_from
    if day.year <= 2017:
        week = value("sickness_benefit.max_weekly", date(day.year, 2, 1))
        return nearest(nearest(week * Fraction(98, 100), 5) * 52 / 12, KRONE)
    return nearest(value("unemployment_benefit.max_monthly", day) * Fraction(98, 100), KRONE)


def public_pay(figure):
    """The highest benefit over its hours, before the labour-market contribution of 8 per cent."""
    day = figure.valid_from
    if day < date(2017, 7, 1):
        return nearest(value("sickness_benefit.max_weekly", day) / 37 / Fraction("0.92"), OERE)
    month = value("unemployment_benefit.max_monthly", day)
    return nearest(month / Fraction("160.33") / Fraction("0.92"), OERE)


def refund_supplement(figure):
    return Fraction(figure.valid_from.year - 2019) * Fraction("0.3")


# ATP, assistance, hours.


def employers_share(letter, part):
    """Two thirds of the band's contribution; 2016–2023 rounded to 5 øre, the whole first."""

    def redo(figure):
        total = value(f"atp.{letter}.total_monthly", figure.valid_from)
        step = Fraction(5, 100) if 2016 <= figure.valid_from.year < 2024 else OERE
        band = nearest(total * part, step)
        return nearest(band * Fraction(2, 3), step)

    return redo


FACTORS = {  # the state's pay factors, over the level of 31 March 2012
    date(2022, 4, 1): Fraction("1.134104"),
    date(2023, 4, 1): Fraction("1.155339"),
    date(2023, 10, 1): Fraction("1.159197"),
    date(2024, 4, 1): Fraction("1.228067"),
    date(2025, 4, 1): Fraction("1.233095"),
}


def assistance(figure):
    if figure.valid_from not in FACTORS:
        factor = Fraction(figure.value) / Fraction("112.741")
        assert FACTORS[date(2022, 4, 1)] < factor < FACTORS[date(2023, 4, 1)]
        return None
    return nearest(Fraction("112.741") * FACTORS[figure.valid_from], OERE)


def month_hours(_):
    return nearest(Fraction(52 * 37, 12), OERE)


def employer_period(figure):
    """The days of an agreement's third ground followed the employer period until 2012."""
    if figure.evidence is Evidence.DERIVED:
        return value("sickness_benefit.employer_period", figure.valid_from)
    return None


def carried_back(figure):
    """As the next figure, which was read; a derived one only."""
    return after(figure) if figure.evidence is Evidence.DERIVED else None


def carried_on(figure):
    return before(figure) if figure.evidence is Evidence.DERIVED else None


REDO = {
    "rate_adjustment": rate_read_off,
    "wage_subsidy.disability_pension": pension,
    "wage_subsidy.disability_pension_special": regulated(OERE, 2015),
    "wage_subsidy.rehabilitation_max": regulated(OERE, 2015),
    "wage_subsidy.unemployed_public": regulated(OERE, 2015),
    "wage_subsidy.public_hourly_pay": public_pay,
    "flexjob.ceiling_hourly": regulated(OERE, 2013),
    "flexjob.ceiling_yearly": ceiling,
    "flexjob.full_time_hours": carried_back,
    "flexjob.monthly_norm_hours": month_hours,
    "flex_wage_supplement.max_monthly": supplement,
    "flex_wage_supplement.threshold_monthly": threshold,
    "sickness_benefit.max_weekly": weekly,
    "sickness_benefit.max_hourly": hourly,
    "sickness_benefit.norm_hours": carried_back,
    "sickness_benefit.employment.days": carried_back,
    "sickness_benefit.employment.hours": carried_back,
    "sickness_benefit.refund_supplement": refund_supplement,
    "labour_market_contribution": carried_back,
    "section_56.paid_days": employer_period,
    "unemployment_benefit.max_daily": daily,
    "unemployment_benefit.max_monthly": monthly,
    "personal_assistance.hourly_rate": assistance,
    "net_expansion.vacant_months": carried_back,
    "atp.b.total_monthly": carried_on,
    **{
        f"atp.{letter}.employer_monthly.{band}": employers_share(letter, part)
        for letter in "abcdef"
        for band, part in (
            ("full", Fraction(1)),
            ("two_thirds", Fraction(2, 3)),
            ("one_third", Fraction(1, 3)),
        )
    },
    **{f"atp.band.{band}_hours": carried_back for band in ("full", "two_thirds", "one_third")},
    **{
        f"quota.{name}": carried_back
        for name in ("per_five", "per_ten", "first_employees", "least_places")
    },
}

UNDATED = "read on a page without a date, carried back to the start of the rule"
NOT_REDONE = {
    "flexjob_since_2013.review_interval@2013-01-01": UNDATED,
    "flexjob_since_2013.status@2013-01-01": UNDATED,
    "sickness_benefit.claim@2012-04-02": "read in 2026 only, carried back",
    "sickness_benefit.fast_track@2015-01-01": UNDATED,
    "sickness_benefit.first_follow_up@2015-01-01": "read in the act of 2023, carried back",
    "sickness_benefit.follow_up_waived@2026-01-01": "its first day was not found",
    "sickness_benefit.limit_months_pensioner@2014-07-01": UNDATED,
    "sickness_benefit.limit_uncounted_days@2014-07-01": UNDATED,
    "sickness_benefit.limit_weeks_pensioner@2014-07-01": UNDATED,
    "sickness_benefit.notice@2006-07-03": "four weeks, read at the turn of 2011 and 2012 only",
    "sickness_benefit.short_absence@2012-04-02": "read in 2026 only, carried back",
    "sickness_benefit.short_absence_notice@2012-04-02": "read in 2026 only, carried back",
    "wage_subsidy.newly_qualified_months@2018-01-01": "read with the rates of 2021, carried back",
    "wage_subsidy.pension_review_first@2019-01-01": "one municipality's practice",
    "wage_subsidy.pension_review_interval@2019-01-01": "one municipality's practice",
    "work_placement.weeks@2015-01-01": UNDATED,
    "work_placement.weeks_extended@2015-01-01": UNDATED,
    "work_placement.weeks_ready@2015-01-01": UNDATED,
}
"""Derived figures that no rule gives, and why."""

FIGURES = [figure for parameter in PARAMETERS for figure in parameter.figures]
DERIVED = [figure for figure in FIGURES if figure.evidence is Evidence.DERIVED]
RULED = [figure for figure in FIGURES if figure.parameter in REDO]


@pytest.mark.parametrize("figure", RULED, ids=lambda figure: figure.key)
def test_a_figure_is_what_its_rule_gives(figure):
    redone = REDO[figure.parameter](figure)
    if redone is None:
        assert figure.evidence is not Evidence.DERIVED
    else:
        assert redone == Fraction(figure.value)


def test_every_derived_figure_is_redone_or_said_not_to_be():
    left = {figure.key for figure in DERIVED if figure.parameter not in REDO}
    assert NOT_REDONE.keys() == left
    assert all(NOT_REDONE.values())


def test_the_prints_bear_the_rules_out():
    """How many published figures each rule gives: the printed neighbours of the derived ones."""
    given = Counter(
        figure.parameter
        for figure in RULED
        if figure.evidence is Evidence.PUBLISHED and REDO[figure.parameter](figure) is not None
    )
    assert {
        "wage_subsidy.disability_pension": 7,
        "wage_subsidy.disability_pension_special": 3,
        "wage_subsidy.rehabilitation_max": 2,
        "wage_subsidy.unemployed_public": 5,
        "wage_subsidy.public_hourly_pay": 9,
        "flexjob.ceiling_hourly": 3,
        "flexjob.ceiling_yearly": 5,
        "flex_wage_supplement.max_monthly": 10,
        "flex_wage_supplement.threshold_monthly": 9,
        "sickness_benefit.max_weekly": 8,
        "sickness_benefit.max_hourly": 15,
        "unemployment_benefit.max_monthly": 5,
    }.items() <= given.items()
    assert 31 == sum(given[name] for name in given if name.startswith("atp."))


QUARTERS = {
    2018: 129189, 2019: 131773, 2020: 134408, 2021: 137097, 2022: 138742, 2023: 142488,
    2024: 147047,
}  # fmt: skip


@pytest.mark.parametrize("year", QUARTERS)
def test_the_state_prints_a_quarter_of_the_ceiling(year):
    """statens-adm.dk, Fleksrefusion."""
    quarter = value("flexjob.ceiling_yearly", date(year, 6, 1)) / 4
    assert nearest(quarter, KRONE) == QUARTERS[year]


@pytest.mark.parametrize("year", [2013, 2015, 2018, 2019])
def test_the_hourly_ceiling_lies_just_below_the_year_over_its_hours(year):
    day = date(year, 6, 1)
    gap = value("flexjob.ceiling_yearly", day) / 1924 - value("flexjob.ceiling_hourly", day)
    assert Fraction("0.005") < gap <= Fraction("0.035")


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_printed_sickness_benefit_has_only_one_rate_adjustment(year):
    """The rates of 2025 and 2026 rest on one page each; the benefit is printed elsewhere."""
    day = date(year, 2, 1)
    old = value("sickness_benefit.max_weekly", date(year - 1, 6, 1))
    fits = [
        rate
        for rate in range(100)
        if nearest(old * (1000 + rate) / 1000, 5) == value("sickness_benefit.max_weekly", day)
    ]
    assert [value("rate_adjustment", day) * 10] == fits


@pytest.mark.parametrize("year", range(2003, 2007))
def test_the_two_benefits_of_2003_to_2006_agree(year):
    """The day is a fifth of the week, up to a whole krone."""
    day = date(year, 6, 1)
    fifth = value("sickness_benefit.max_weekly", day) / 5
    assert value("unemployment_benefit.max_daily", day) == -floor(-fifth)


def test_the_assistance_of_2022_is_printed_without_a_year():
    """Cabi prints 127.86; it is the rate of April 2022."""
    assert Fraction("127.86") == value("personal_assistance.hourly_rate", date(2022, 4, 1))
