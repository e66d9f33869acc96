import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from redoing import redo

import socialkapitel as sk

DAY = date(2021, 3, 1)


@pytest.mark.parametrize(
    ("employees", "places"),
    [
        # sonderborgkommune.dk
        (0, 1), (5, 1), (6, 1), (9, 1), (10, 2), (14, 2), (15, 3), (19, 3),
        # around the fiftieth employee
        (1, 1), (4, 1), (49, 9), (50, 10), (51, 10), (59, 10), (60, 11), (69, 11), (70, 12),
        (1_000_000, 10 + 99_995),
    ],
)  # fmt: skip
@pytest.mark.parametrize("day", [date(2013, 1, 1), date(2019, 12, 31), DAY, date(2199, 12, 31)])
def test_places_by_number_of_employees(day, employees, places):
    assert places == sk.subsidised_places(employees, day).places


def test_not_known_before_2013():
    with pytest.raises(sk.NotInForce, match=r"quota.places .*2012-12-31.*2013-01-01"):
        sk.subsidised_places(10, date(2012, 12, 31))


def test_published_figures_need_no_caveat():
    assert () == sk.subsidised_places(10, DAY).caveats


@pytest.mark.parametrize(
    ("name", "value", "places"),
    [
        ("quota.per_five", "7", 7 + 5),  # 50 / 7 = 7.1…
        ("quota.per_five", "2.5", 20 + 5),
        ("quota.per_ten", "15", 10 + 3),  # 53 / 15 = 3.5…
        ("quota.first_employees", "20", 4 + 8),
        ("quota.least_places", "12", 12 + 5),
        ("quota.least_places", "11.99", 11 + 5),
        ("quota.least_places", "0", 10 + 5),
    ],
)
def test_a_reform_changes_the_places_and_is_marked(name, value, places):
    reform = sk.PARAMETERS.amend(name, value=value, valid_from=DAY, source="a proposal")

    result = sk.subsidised_places(103, DAY, parameters=reform)

    assert places == result.places
    assert ["assumed-figure"] == [caveat.code for caveat in result.caveats]
    redo(json.loads(json.dumps(result.explanation.document())))


@pytest.mark.parametrize("name", ["quota.per_five", "quota.per_ten"])
def test_a_ratio_of_zero_is_refused(name):
    reform = sk.PARAMETERS.amend(name, value=0, valid_from=DAY, source="a proposal")

    with pytest.raises(sk.InvalidInput, match=f"^{name}: .* a figure above 0"):
        sk.subsidised_places(103, DAY, parameters=reform)


@pytest.mark.parametrize("whole", [10, "10.0", "10.00", Decimal(10)])
def test_whole_numbers_however_written(whole):
    assert 2 == sk.subsidised_places(whole, DAY).places


@pytest.mark.parametrize(
    ("field", "given", "error"),
    [
        ("ordinary_employees", -1, sk.InvalidInput),
        ("ordinary_employees", 1_000_001, sk.InvalidInput),
        ("ordinary_employees", "10.5", sk.InvalidInput),
        ("ordinary_employees", "", sk.InvalidInput),
        ("ordinary_employees", Decimal("NaN"), sk.InvalidInput),
        ("ordinary_employees", 10.0, sk.WrongType),
        ("ordinary_employees", True, sk.WrongType),
        ("ordinary_employees", None, sk.WrongType),
        ("on", datetime(2021, 3, 1, 8), sk.WrongType),  # noqa: DTZ001
        ("on", "1 March 2021", sk.InvalidInput),
        ("parameters", {}, sk.WrongType),
    ],
)
def test_a_calculation_refuses(field, given, error):
    asked = {"ordinary_employees": 10, "on": DAY, field: given}
    with pytest.raises(error, match=f"^{field}: .* is not accepted; give ") as caught:
        sk.subsidised_places(**asked)
    assert error is type(caught.value)
    assert field == caught.value.field


def test_part_employees_are_told_what_is_accepted():
    with pytest.raises(sk.InvalidInput, match=r"'10.5' .* a whole number from 0 to 1000000"):
        sk.subsidised_places("10.5", DAY)


@pytest.mark.parametrize(
    ("day", "citation"),
    [
        (date(2017, 11, 8), "BEK om en aktiv beskæftigelsesindsats § 70"),
        (date(2017, 11, 9), "BEK 1297/2017 § 92"),
        (date(2019, 12, 31), "BEK 1297/2017 § 92"),
        (date(2020, 1, 1), "LAB § 77; BEK om en aktiv beskæftigelsesindsats § 65"),
    ],
)
def test_steps_cite_the_law_of_the_day(day, citation):
    steps = sk.subsidised_places(10, day).explanation.steps

    assert {citation} == {step.source.citation for step in steps if step.expression}


@pytest.mark.parametrize("employees", [0, 14, 50, 69])
def test_explanation_can_be_redone_and_read_in_both_languages(employees):
    result = sk.subsidised_places(employees, DAY)

    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    assert str(result.places) == document["steps"][-1]["value"]
    assert "Subsidised places" in result.explanation.render("en")
    assert "pladser" in result.explanation.render("da")
