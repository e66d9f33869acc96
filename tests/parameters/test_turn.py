"""The turn of the year: what is missing, and what stands in until the figures are out."""

import shutil
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest

import socialkapitel as sk
from socialkapitel import PARAMETERS, Evidence, InvalidInput, NotInForce
from socialkapitel.errors import NotKnown
from socialkapitel.parameters import packaged_parameters, sets

NEW_YEAR = date(2027, 1, 4)
YEARLY = "flexjob.ceiling_yearly"
JOB = sk.Flexjob(
    started_on=date(2008, 1, 7),
    share="2/3",
    starting_pay=sk.Pay.monthly("60000"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)


def test_what_is_missing_on_a_day():
    missing = PARAMETERS.missing(NEW_YEAR)
    assert list(missing.names) == [p.name for p in PARAMETERS if not p.covers(NEW_YEAR)]
    assert len(missing) == len(list(missing)) == 41
    [ceiling] = [each for each in missing if each.parameter == YEARLY]
    assert (
        PARAMETERS[YEARLY].label,
        sk.Unit.DKK_PER_YEAR,
        Decimal(636785),
        date(2026, 12, 31),
        "LAB § 133, stk. 3",
    ) == (ceiling.label, ceiling.unit, ceiling.last_value, ceiling.last_day, ceiling.law.citation)
    assert "flexjob_refund" in ceiling.needed_by
    assert missing.names == PARAMETERS.missing("2027-01-04").names


def test_before_a_series_its_first_value_is_told():
    missing = {each.parameter: each for each in PARAMETERS.missing(date(1990, 1, 1))}
    assert Decimal(395000) == missing[YEARLY].last_value
    gap = {each.parameter: each for each in PARAMETERS.missing(date(2010, 1, 1))}
    assert Decimal("205.30") == gap["flexjob.ceiling_hourly"].last_value


def test_what_ends_with_a_year():
    assert ("personal_assistance.hourly_rate",) == PARAMETERS.ending(2025).names
    assert ("unemployment_benefit.max_daily",) == PARAMETERS.ending(2017).names
    ending = PARAMETERS.ending(2026).names
    assert 37 == len(ending)
    assert {"sickness_benefit.max_weekly", YEARLY} < set(ending)
    assert () == PARAMETERS.ending(2027).names
    with pytest.raises(InvalidInput, match="year"):
        PARAMETERS.ending(1)


def test_what_is_missing_can_be_filled_in(tmp_path):
    ending = PARAMETERS.ending(2026)
    empty = ending.template(2027)
    with pytest.raises(sk.InvalidData, match="is not a text, or is empty"):
        PARAMETERS.extend(write(tmp_path, empty))
    with pytest.raises(sk.InvalidFields) as caught:
        PARAMETERS.extend(write(tmp_path, empty.replace('""', '"a page"', 1)))
    assert len(ending) == len(caught.value.faults)
    figures = PARAMETERS.extend(write(tmp_path, filled_in(2027)))
    assert () == figures.ending(2026).names
    assert set(ending.names) == set(figures.ending(2027).names)
    assert 'id = "unemployment' not in PARAMETERS.ending(2017).template(2018)


def write(folder, text):
    path = folder / "satser.toml"
    path.write_text(text, "utf-8")
    return path


def filled_in(year):
    """An invented file of a year's figures: those of the year before, 3.2 per cent higher."""
    invented = PARAMETERS.carried_forward(year, rate_adjustment="3.2")
    text = PARAMETERS.ending(year - 1).template(year).replace('""', '"an invented page"', 1)
    head, *series = text.split("[[series]]\nid = ")
    for part in series:
        value = invented[part.split('"')[1]].figures[-1].value
        head += "[[series]]\nid = " + part.replace('value = ""', f'value = "{value}"')
    return head


def test_what_is_missing_shows_itself():
    missing = PARAMETERS.missing(NEW_YEAR)
    table = missing.table()
    assert missing.names == table["name"]
    danish = table.render("da")
    assert "Årligt loft over beregningsgrundlaget for fleksjobrefusion" in danish
    assert "636.785,00 kr. pr. år" in danish
    assert str(table) == str(missing)
    assert table.html() == missing._repr_html_()
    assert "<MissingFigures: 41 series>" == repr(missing)


@pytest.mark.parametrize(
    ("name", "unchanged", "adjusted"),
    [
        (YEARLY, 636785, "657162"),  # 636,785 × 1.032 = 657,162.12
        ("flexjob.ceiling_hourly", "330.94", "341.53"),  # 341.530
        ("sickness_benefit.max_weekly", 5085, "5225"),  # 5,085 × 1.0275 = 5,224.8, in fives
        ("sickness_benefit.max_hourly", "137.43", "141.22"),  # 5,225 / 37 = 141.216
        ("unemployment_benefit.max_monthly", 22041, "22647"),  # × 1.0275 = 22,647.1
        ("flex_wage_supplement.max_monthly", 21600, "22194"),  # 98 per cent of 22,647
        ("flex_wage_supplement.threshold_monthly", 17672, "18238"),  # 18,237.5
        ("wage_subsidy.public_hourly_pay", "149.43", "153.54"),  # 22,647 / 160.33 / 0.92
        ("atp.a.total_monthly", "297.00", "297.00"),
        ("atp.a.employer_monthly.full", "198.00", "198.00"),
    ],
)
def test_last_years_figures_stand_in_by_each_ones_own_rule(name, unchanged, adjusted):
    for figures, expected in (
        (PARAMETERS.carried_forward(2027), unchanged),
        (PARAMETERS.carried_forward(2027, rate_adjustment="3.2"), adjusted),
    ):
        figure = figures[name].on(NEW_YEAR)
        assert (Decimal(expected), Evidence.ASSUMED) == (figure.value, figure.evidence)
        assert figures[name].last_day in (date(2027, 12, 31), date(2028, 1, 2))


def test_every_yearly_figure_is_carried():
    missing = PARAMETERS.carried_forward(2027, rate_adjustment="3.2").missing(NEW_YEAR).names
    assert (
        "flexjob.review_first",
        "flexjob.review_interval",
        "personal_assistance.hourly_rate",
        "unemployment_benefit.max_daily",
    ) == missing
    # Without an expected adjustment there is none.
    assert not PARAMETERS.carried_forward(2027)["rate_adjustment"].covers(NEW_YEAR)


def test_what_is_known_of_a_year_stays():
    some = PARAMETERS.extend({YEARLY: {"2027-01-01": "650000"}}, source="a page")
    carried = some.carried_forward(2027, rate_adjustment="3.2")
    figure = carried[YEARLY].on(NEW_YEAR)
    assert (Decimal(650000), Evidence.PUBLISHED) == (figure.value, figure.evidence)


def test_two_years_in_a_row():
    budget = PARAMETERS.carried_forward(2027, rate_adjustment="3").carried_forward(
        2028, rate_adjustment="2"
    )
    week = budget["sickness_benefit.max_weekly"].on(date(2028, 6, 1))
    # 5,085 × 1.0255 = 5,214.7 → 5,215; × 1.02 = 5,319.3 → 5,320
    assert (Decimal(5320), "adjusted by 2 per cent") == (week.value, week.note.en[-22:])


def test_an_adjustment_of_nothing_but_the_deduction_changes_nothing():
    figures = PARAMETERS.carried_forward(2027, rate_adjustment="0.45")
    assert Decimal(5085) == figures["sickness_benefit.max_weekly"].on(NEW_YEAR).value


@pytest.mark.parametrize("year", [2026, 2028, 1990, 2027.0, "2027"])
def test_another_year_is_refused(year):
    with pytest.raises(InvalidInput, match="year"):
        PARAMETERS.carried_forward(year)


@pytest.mark.parametrize("rate", [3.2, "-1", "101", "3.215"])
def test_another_adjustment_is_refused(rate):
    with pytest.raises(InvalidInput, match="rate_adjustment"):
        PARAMETERS.carried_forward(2027, rate_adjustment=rate)


def test_a_set_without_the_series_is_carried_as_far_as_it_goes():
    alone = sk.ParameterSet([PARAMETERS["sickness_benefit.max_hourly"]])
    hour = alone.carried_forward(2027, rate_adjustment="3.2")["sickness_benefit.max_hourly"]
    assert Decimal("141.21") == hour.on(NEW_YEAR).value


def test_each_result_says_which_figures_were_carried():
    month = sk.Month(2027, 1)
    figures = PARAMETERS.carried_forward(2027, rate_adjustment="3.2")
    refund = sk.flexjob_refund(JOB, month, parameters=figures)
    told = [sk.translate(c.text, "da") for c in refund.caveats if c.code == "assumed-figure"]
    assert 2 == len(told)
    assert told[1].startswith("Årligt loft over beregningsgrundlaget for fleksjobrefusion")
    assert told[1].endswith("det foregående års værdi, reguleret med 3,2 procent")
    spell = sk.SicknessAbsence(
        first_day=date(2027, 1, 4),
        contract_hours="37",
        hours={sk.Week(2027, 1): "37"},
        hourly_pay="200",
        paid_during_sickness=True,
        basis=sk.RefundBasis.SECTION_56,
    )
    told = [str(c.text) for c in sk.sickness_refund(spell, parameters=figures).caveats]
    assert any(
        "adjusted by 2.75 per cent, after a deduction of 0.45 points (lov 630/2024; inferred)" in c
        for c in told
    )


def test_a_calculation_tells_all_the_figures_that_it_lacks():
    with pytest.raises(NotInForce) as caught:
        sk.flexjob_refund(JOB, sk.Month(2027, 1))
    names = ["atp.a.employer_monthly.full", YEARLY]
    assert names == [each.name for each in caught.value.missing]
    assert names[0] == caught.value.name
    danish = sk.translate(caught.value.message, "da")
    for name in names:
        assert PARAMETERS[name].label.da in danish
    assert "indlæs satserne for 2027, eller regn videre" in danish
    assert names == [each["name"] for each in caught.value.as_dict()["missing"]]
    assert "2026-12-31" == caught.value.as_dict()["missing"][1]["last"]


def test_several_figures_are_listed_with_the_days_that_are_known():
    missing = [
        NotKnown("a", sk.Label("A", "Æ"), NEW_YEAR, date(2028, 1, 1), None),
        NotKnown("b", sk.Label("B", "Å"), NEW_YEAR, date(2020, 1, 1), date(2021, 12, 31)),
    ]
    error = NotInForce("a", NEW_YEAR, date(2028, 1, 1), None, missing=missing)
    lines = str(error).splitlines()
    assert [
        "2 figures are not known:",
        "- a for 2027-01-04; known from 2028-01-01",
        "- b for 2027-01-04; known from 2020-01-01 through 2021-12-31",
    ] == lines[:3]
    assert lines[3].startswith("enter the figures of 2027. From 2027")
    assert [None, "2021-12-31"] == [each["last"] for each in error.as_dict()["missing"]]


def test_a_file_of_a_year_belongs_to_the_package(monkeypatch, tmp_path):
    """In a process of its own see ``tests/test_new_year.py``."""
    folder = files("socialkapitel.parameters") / "data"
    years = tmp_path / "data" / "years"
    shutil.copytree(folder, tmp_path / "data")
    years.mkdir(exist_ok=True)
    year = PARAMETERS.last_year + 1
    (years / f"{year}.toml").write_text(filled_in(year), "utf-8")
    monkeypatch.setattr(sets, "files", lambda package: tmp_path)
    assert year == packaged_parameters.__wrapped__().last_year


def test_the_parts_of_a_result_lack_theirs():
    job = sk.FlexjobWork(job=JOB, pay="60000", contributions="0")
    with pytest.raises(NotInForce) as caught:
        sk.employer_cost(job, sk.Month(2027, 1))
    assert {YEARLY, "atp.a.employer_monthly.full"} == {e.name for e in caught.value.missing}
