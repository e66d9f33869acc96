"""The figures that come with the library: complete on every day on which any of them changes."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from socialkapitel import PARAMETERS, Evidence, Label, NotInForce, Unit
from socialkapitel.money import kroner

DAY = timedelta(days=1)
CHANGES = sorted(
    {
        day
        for parameter in PARAMETERS
        for figure in parameter.figures
        for day in (figure.valid_from, figure.valid_to and figure.valid_to + DAY)
        if day
    }
)
FIGURES = [figure for parameter in PARAMETERS for figure in parameter.figures]


def on(name, day):
    return PARAMETERS[name].on(date.fromisoformat(day))


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_each_parameter_answers_where_it_says_it_does(change):
    for parameter in PARAMETERS:
        for day in (change - DAY, change, change + DAY):
            holding = [figure for figure in parameter.figures if day in figure]
            assert bool(holding) == parameter.covers(day)
            if holding:
                assert holding == [parameter.on(day)]
            else:
                with pytest.raises(NotInForce):
                    parameter.on(day)


def test_there_is_something_to_answer():
    assert len(PARAMETERS) > 50
    assert len(FIGURES) > 300
    assert len(CHANGES) > 50


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_each_parameter_is_told_of(parameter):
    assert parameter.label.en.strip()
    assert parameter.label.da.strip()
    assert parameter.label.en != parameter.label.da
    assert isinstance(parameter.unit, Unit)
    assert parameter.source.citation
    assert parameter.note is None or isinstance(parameter.note, Label)
    starts = [figure.valid_from for figure in parameter.figures]
    assert sorted(set(starts)) == starts
    assert all(
        earlier.valid_to < later.valid_from for earlier, later in pairwise(parameter.figures)
    )
    for figure in parameter.figures:
        assert (parameter.name, parameter.unit) == (figure.parameter, figure.unit)
        assert figure.source.citation
        assert figure.source.publications
        assert figure.evidence is not Evidence.ASSUMED
        assert figure.evidence is not Evidence.DERIVED or figure.note or parameter.note


# Figures copied by hand: the first, the last and those at the turns.
SPOTS = {
    "flexjob.ceiling_yearly": {
        "2006-07-05": "395000",
        "2007-01-01": "404480",
        "2012-12-31": "466594",
        "2013-01-01": "474060",
        "2015-06-01": "489832",
        "2018-06-01": "516756",
        "2024-01-01": "588189",
        "2026-12-31": "636785",
    },
    "flexjob.ceiling_hourly": {
        "2006-07-05": "205.30",
        "2013-12-31": "246.38",
        "2015-01-01": "254.57",
        "2018-01-01": "268.56",
        "2019-12-31": "273.93",
        "2026-12-31": "330.94",
    },
    "flexjob.full_time_hours": {"1998-01-01": "37"},
    "flexjob.monthly_norm_hours": {"1998-01-01": "160.33"},
    "flexjob.review_first": {"2001-07-01": "6", "2012-12-31": "6"},
    "flexjob.review_interval": {"2001-07-01": "12"},
    "flex_wage_supplement.max_monthly": {
        "2013-01-01": "17008",
        "2019-12-31": "18489",
        "2024-05-01": "19952",
        "2026-01-01": "21600",
    },
    "flex_wage_supplement.threshold_monthly": {
        "2013-01-01": "13208",
        "2020-01-01": "14965",
        "2024-05-01": "16323",
        "2026-01-01": "17672",
    },
    "flex_wage_supplement.reduction_below": {"2013-01-01": "30"},
    "flex_wage_supplement.reduction_above": {"2013-01-01": "55"},
    "sickness_benefit.max_weekly": {
        "2003-01-06": "3113",
        "2006-01-02": "3332",
        "2007-01-01": "3415",
        "2013-01-06": "3940",
        "2013-01-07": "4005",
        "2022-01-03": "4465",
        "2023-01-01": "4465",
        "2023-01-02": "4550",
        "2026-01-05": "5085",
    },
    "sickness_benefit.max_hourly": {
        "2006-01-02": "90.05",
        "2019-01-07": "117.70",
        "2022-01-03": "120.68",
        "2023-01-02": "122.97",
        "2024-01-01": "126.89",
        "2026-01-05": "137.43",
    },
    "sickness_benefit.employer_period": {
        "2007-04-01": "14",
        "2007-04-02": "15",
        "2008-06-01": "15",
        "2008-06-02": "21",
        "2012-01-01": "21",
        "2012-01-02": "30",
    },
    "sickness_benefit.partial.min_weekly_absence": {"2005-05-01": "4"},
    "sickness_benefit.refund_supplement": {
        "2020-01-06": "0.3",
        "2024-01-01": "1.5",
        "2026-01-05": "2.1",
        "2030-01-07": "3.3",
    },
    "labour_market_contribution": {"2000-01-01": "8"},
    "section_56.min_absence_days": {"2005-05-01": "10"},
    "section_56.term": {"2005-05-01": "2"},
    "unemployment_benefit.max_daily": {
        "2006-01-02": "667",
        "2014-01-06": "815",
        "2017-06-30": "849",
    },
    "unemployment_benefit.max_monthly": {
        "2011-01-03": "16597",
        "2017-06-30": "18395",
        "2017-07-01": "18403",
        "2018-01-01": "18633",
        "2026-01-01": "22041",
    },
    "wage_subsidy.disability_pension": {
        "2007-01-01": "21.92",
        "2015-01-01": "26.54",
        "2025-01-01": "33.02",
        "2026-12-31": "34.51",
    },
    "wage_subsidy.rehabilitation_max": {
        "2006-12-31": "100.00",
        "2007-01-01": "103.59",
        "2015-01-01": "143.14",
        "2021-12-31": "160.24",
        "2026-12-31": "186.07",
    },
    "wage_subsidy.disability_pension_special": {
        "2015-01-01": "46.48",
        "2018-01-01": "49.03",
        "2021-06-01": "52.03",
        "2026-12-31": "60.41",
    },
    "wage_subsidy.unemployed_public": {
        "2015-12-31": "107.55",
        "2016-01-01": "109.06",
        "2026-12-31": "139.80",
    },
    "wage_subsidy.public_hourly_pay": {
        "2015-01-05": "121.47",
        "2017-06-30": "124.71",
        "2017-07-01": "124.76",
        "2018-01-01": "126.32",
        "2026-01-01": "149.43",
    },
    "personal_assistance.max_weekly": {"2005-05-01": "20"},
    "personal_assistance.hourly_rate": {
        "2022-04-01": "127.86",
        "2022-10-01": "128.23",
        "2023-03-31": "128.23",
        "2023-04-01": "130.25",
        "2025-08-31": "139.02",
    },
    "quota.per_five": {"2013-01-01": "5"},
    "quota.per_ten": {"2013-01-01": "10"},
    "rate_adjustment": {"2003-01-01": "3.2", "2016-01-01": "1.4", "2026-01-01": "4.5"},
    "atp.a.total_monthly": {"1996-01-01": "223.65", "2015-12-31": "270.00"},
    "atp.b.total_monthly": {"1988-01-01": "97.20"},
    "atp.a.employer_monthly.full": {
        "2005-12-31": "149.10",
        "2006-01-01": "162.60",
        "2009-01-01": "180.00",
        "2016-01-01": "189.35",
        "2024-01-01": "198.00",
    },
    "atp.a.employer_monthly.two_thirds": {"2006-01-01": "108.40", "2016-01-01": "126.25"},
    "atp.a.employer_monthly.one_third": {"2006-01-01": "54.20", "2016-01-01": "63.10"},
    "atp.c.employer_monthly.full": {"2006-01-01": "97.80", "2024-01-01": "133.20"},
    "atp.d.employer_monthly.full": {"2006-01-01": "78.30", "2016-01-01": "105.35"},
    "atp.d.employer_monthly.two_thirds": {"2015-12-31": "64.00", "2016-01-01": "70.25"},
    "atp.e.employer_monthly.full": {"2010-01-01": "136.80", "2024-01-01": "154.80"},
    "atp.f.employer_monthly.full": {"2012-01-01": "158.40", "2024-01-01": "176.40"},
}


@pytest.mark.parametrize("name", SPOTS)
def test_figures_are_as_copied_by_hand(name):
    assert SPOTS[name] == {day: str(on(name, day).value) for day in SPOTS[name]}


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("flexjob.ceiling_yearly", ["2006-07-04", "2027-01-01"]),
        ("flexjob.ceiling_hourly", ["2007-01-01", "2012-12-31", "2027-01-01"]),
        ("flexjob.review_first", ["2001-06-30", "2013-01-01"]),
        ("flex_wage_supplement.max_monthly", ["2012-12-31"]),
        ("sickness_benefit.max_weekly", ["2003-01-05", "2027-01-04"]),
        ("sickness_benefit.refund_supplement", ["2020-01-05"]),
        ("unemployment_benefit.max_daily", ["2017-07-01"]),
        (
            "wage_subsidy.rehabilitation_max",
            ["2005-04-30", "2008-01-01", "2014-12-31", "2027-01-01"],
        ),
        ("wage_subsidy.unemployed_public", ["2014-12-31", "2027-01-01"]),
        ("personal_assistance.hourly_rate", ["2022-03-31", "2025-09-01"]),
        ("atp.e.total_monthly", ["2009-12-31"]),
        ("atp.f.total_monthly", ["2011-12-31"]),
    ],
)
def test_what_is_not_known_is_not_answered(name, days):
    assert [] == [day for day in days if PARAMETERS[name].covers(date.fromisoformat(day))]


@pytest.mark.parametrize(
    "figure", PARAMETERS["sickness_benefit.max_hourly"].figures, ids=lambda f: str(f.valid_from)
)
def test_the_hourly_maximum_is_the_weekly_one_over_37(figure):
    weekly = PARAMETERS["sickness_benefit.max_weekly"].on(figure.valid_from)
    assert (weekly.valid_from, weekly.valid_to) == (figure.valid_from, figure.valid_to)
    assert kroner(Fraction(weekly.value) / 37) == figure.value


@pytest.mark.parametrize("name", ["sickness_benefit.max_weekly", "sickness_benefit.max_hourly"])
def test_sickness_benefit_changes_on_mondays(name):
    assert {0} == {figure.valid_from.weekday() for figure in PARAMETERS[name].figures}


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_a_published_figure_was_printed_for_its_days(figure):
    """A page speaks for its year, an order for its time in force: for the first and last day."""
    if figure.evidence is Evidence.PUBLISHED:
        for day in (figure.valid_from, figure.valid_to):
            assert any(read.covers(day) for read in figure.source.publications), day


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_a_figure_of_a_chapter_is_no_older_than_its_sources_unless_it_says_so(figure):
    if figure.evidence is Evidence.CHAPTER:
        covered = any(read.covers(figure.valid_from) for read in figure.source.publications)
        assert covered or figure.note is not None


FOLLOWS_THE_BENEFIT = {"wage_subsidy.public_hourly_pay"}
"""Worked out from the unemployment benefit of the year, so it begins with that."""


def test_what_one_page_prints_for_a_year_begins_on_one_day():
    begins = {}
    for figure in FIGURES:
        if figure.evidence is Evidence.PUBLISHED and figure.parameter not in FOLLOWS_THE_BENEFIT:
            for read in figure.source.publications:
                if read.valid_to is not None:
                    begins.setdefault((read.name, figure.valid_from.year), set()).add(
                        figure.valid_from
                    )
    assert {
        # It prints the ceilings of the year, and the benefit that begins on its first Monday.
        ("di.dk, Nye satser for sygedagpenge, G-dage m.m. 2013", 2013)
    } == {page for page, days in begins.items() if len(days) > 1}
    assert {date(2015, 1, 1)} == begins["bm.dk, Satser for 2015, Løntilskud", 2015]


@pytest.mark.parametrize("name", sorted(FOLLOWS_THE_BENEFIT))
def test_what_follows_the_benefit_begins_with_it(name):
    for figure in PARAMETERS[name].figures:
        assert any(
            figure.valid_from == benefit.valid_from
            for benefit in PARAMETERS["unemployment_benefit.max_monthly"].figures
        )


def test_atp_of_class_a_in_2024():
    """Class A, at least 117 hours: 99.00 + 198.00 = 297.00 (2plus-revision.dk)."""
    total = on("atp.a.total_monthly", "2024-06-01").value
    employer = on("atp.a.employer_monthly.full", "2024-06-01").value
    assert (Decimal("297.00"), Decimal("198.00"), Decimal("99.00")) == (
        total,
        employer,
        total - employer,
    )


def test_half_and_two_thirds_of_the_ceilings_of_2015():
    """Printed beside the ceilings of 2015 (bm.dk, Satser for 2015, Løntilskud)."""
    yearly = Fraction(on("flexjob.ceiling_yearly", "2015-01-01").value)
    hourly = Fraction(on("flexjob.ceiling_hourly", "2015-01-01").value)
    assert (244916, 326555) == (yearly / 2, round(yearly * 2 / 3))
    assert ("127.29", "169.71") == (str(kroner(hourly / 2)), str(kroner(hourly * 2 / 3)))


def test_the_hourly_benefit_of_2023():
    """4550 / 37 = 122.97 (ec.europa.eu)."""
    assert Decimal("122.97") == on("sickness_benefit.max_hourly", "2023-06-01").value


def test_the_caps_that_a_chapter_prints():
    """Region Midtjylland's chapter, annex 3: 103.59 and 21.92 an hour on 2007-01-01."""
    rehabilitation = on("wage_subsidy.rehabilitation_max", "2007-01-01")
    pension = on("wage_subsidy.disability_pension", "2007-01-01")
    assert ("103.59", "21.92") == (str(rehabilitation.value), str(pension.value))
    assert {Evidence.CHAPTER} == {rehabilitation.evidence, pension.evidence}
