import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from calculators.compared import compared
from redoing import redo

import socialkapitel as sk

HEADS_DAY, DAY = date(2019, 6, 30), date(2019, 7, 1)
FULFILLED, NOT_FULFILLED, UNRESOLVED = (
    sk.Outcome.FULFILLED, sk.Outcome.NOT_FULFILLED, sk.Outcome.UNRESOLVED,
)  # fmt: skip
UNEMPLOYED = sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT


def asked(**changed):
    return {
        "on": DAY,
        "target_group": UNEMPLOYED,
        "ordinary_employees": [20] * 12,
        "employees_after": 21,
        "new_post": True,
        **changed,
    }


def judge(**changed):
    given = asked(**changed)
    return sk.net_expansion(given.pop("target_group"), given.pop("on"), **given)


def outcomes(result):
    """How the conditions came out; the last finding says how they do together."""
    rules = [finding.rule for finding in result.findings]
    conditions = result.findings
    if rules[-1] == "net_expansion.result":
        *conditions, together = result.findings
        assert together.outcome is result.outcome
    return [finding.outcome for finding in conditions]


def codes(result):
    return [caveat.code for caveat in result.caveats]


def test_one_more_in_a_new_post_is_a_net_expansion():
    result = judge()

    assert FULFILLED == result.outcome
    assert (True, Decimal("20.00"), ()) == (result.required, result.average, result.missing)
    assert [FULFILLED, FULFILLED] == outcomes(result)
    assert "net_expansion.result" == result.findings[-1].rule
    assert () == result.caveats


@pytest.mark.parametrize(
    ("after", "because"),
    [
        (21, "the workplace will have 21.00 employees, more than the average of 20"),
        (20, "the workplace will have 20.00 employees, no more than the average of 20"),
        (19, "the workplace will have 19.00 employees, no more than the average of 20"),
    ],
)
def test_the_average_is_told(after, because):
    assert because == str(judge(employees_after=after).findings[0].because)


@pytest.mark.parametrize("day", [date(2007, 1, 1), HEADS_DAY])
def test_heads_at_the_workplace_through_june_2019(day):
    result = judge(on=day)

    assert FULFILLED == result.outcome
    assert "net_expansion.above_average_heads" == result.findings[0].rule


@pytest.mark.parametrize("day", [DAY, date(2199, 12, 31)])
def test_full_time_equivalents_of_the_cvr_number_since_july_2019(day):
    result = judge(on=day, ordinary_employees=["20.25"] * 12, employees_after="20.26")

    assert FULFILLED == result.outcome
    assert Decimal("20.25") == result.average
    assert "net_expansion.above_average_full_time" == result.findings[0].rule


@pytest.mark.parametrize(
    "changed", [{"ordinary_employees": [20] * 11 + ["20.25"]}, {"employees_after": "20.5"}]
)
def test_heads_are_whole_numbers(changed):
    field = {"ordinary_employees": r"ordinary_employees\[11\]"}.get(*changed, *changed)

    with pytest.raises(sk.InvalidInput, match=f"^{field}: '20.2?5' .* whole number"):
        judge(on=HEADS_DAY, **changed)
    assert isinstance(judge(on=DAY, **changed), sk.NetExpansion)


@pytest.mark.parametrize("group", list(sk.TargetGroup))
def test_not_known_before_2007(group):
    with pytest.raises(sk.NotInForce, match=r"net_expansion.average .*2006-12-31.*2007-01-01"):
        judge(on=date(2006, 12, 31), target_group=group)


@pytest.mark.parametrize("day", [date(2007, 1, 1), DAY])
def test_rehabilitation_does_not_have_the_requirement(day):
    # Region Midtjylland's chapter
    group = sk.TargetGroup.REHABILITATION
    result = judge(on=day, target_group=group, employees_after=1, new_post=None)

    assert FULFILLED == result.outcome
    assert (False, None, ()) == (result.required, result.average, result.missing)
    assert ["net_expansion.not_required"] == [finding.rule for finding in result.findings]
    assert [FULFILLED] == outcomes(result)
    assert [] == codes(result)


PENSION = sk.TargetGroup.DISABILITY_PENSION


@pytest.mark.parametrize(
    ("changed", "judged"),
    [
        ({}, FULFILLED),
        ({"employees_after": 20}, NOT_FULFILLED),
        ({"new_post": None}, UNRESOLVED),
    ],
)
def test_for_disability_pension_the_conflict_of_sources_is_shown(changed, judged):
    # Region Midtjylland's chapter (2008): not required; sonderborgkommune.dk (2019): required
    before = judge(on=date(2018, 12, 31), target_group=PENSION, **changed)
    after = judge(on=date(2019, 1, 1), target_group=PENSION, **changed)

    assert (FULFILLED, False) == (before.outcome, before.required)
    assert (judged, True) == (after.outcome, after.required)
    for result, other in ((before, judged), (after, FULFILLED)):
        assert ["net-expansion-disputed"] == [
            code for code in codes(result) if code != "derived-figure"
        ]
        told = next(one for one in result.caveats if one.code == "net-expansion-disputed")
        differs = [(other.label, result.outcome.label)] if other is not result.outcome else []
        assert differs == compared(told)
        assert (told.severity is sk.Severity.MONEY) is bool(differs)
        assert "sonderborgkommune.dk" in result.explanation.render("da")


def test_a_municipalitys_requirement_is_called_practice():
    result = judge(on=DAY, target_group=PENSION)
    assert "practice: LAB kap. 12 (danskerhverv.dk; kk.dk)" in result.explanation.render("en")
    assert all(one.source.practice for one in result.findings[:2])


def test_newly_qualified_people_have_the_requirement():
    # sbst.dk: the company must meet the requirement
    result = judge(target_group=sk.TargetGroup.NEWLY_QUALIFIED, employees_after=20)
    assert (True, NOT_FULFILLED) == (result.required, result.outcome)
    assert [] == codes(result)


@pytest.mark.parametrize(
    ("months", "after", "outcome", "average"),
    [
        ([20] * 12, "20", NOT_FULFILLED, "20.00"),
        ([20] * 12, "20.01", FULFILLED, "20.00"),
        ([20] * 12, "19.99", NOT_FULFILLED, "20.00"),
        # 240.07 / 12 = 20.00583…, shown as 20.01 and compared exactly
        ([20] * 11 + ["20.07"], "20.01", FULFILLED, "20.01"),
        # 240.05 / 12 = 20.00416…, shown as 20.00
        ([20] * 11 + ["20.05"], "20.00", NOT_FULFILLED, "20.00"),
        # 240.06 / 12 = 20.005, shown half up
        ([20] * 11 + ["20.06"], "20.01", FULFILLED, "20.01"),
        ([0] * 12, "0.01", FULFILLED, "0.00"),
        ([1_000_000] * 12, "1000000", NOT_FULFILLED, "1000000.00"),
    ],
)
def test_more_than_the_exact_average(months, after, outcome, average):
    result = judge(ordinary_employees=months, employees_after=after)

    assert outcome == result.outcome
    assert Decimal(average) == result.average
    assert [outcome, FULFILLED] == outcomes(result)


@pytest.mark.parametrize(
    ("vacated", "on", "outcome"),
    [
        (date(2021, 1, 15), date(2021, 4, 14), NOT_FULFILLED),
        (date(2021, 1, 15), date(2021, 4, 15), FULFILLED),
        (date(2021, 4, 14), date(2021, 4, 14), NOT_FULFILLED),
        # no 30 or 31 February, no 31 June: open on the first of the month after
        (date(2020, 11, 30), date(2021, 2, 28), NOT_FULFILLED),
        (date(2020, 11, 30), date(2021, 3, 1), FULFILLED),
        (date(2023, 11, 30), date(2024, 2, 29), NOT_FULFILLED),
        (date(2023, 11, 29), date(2024, 2, 29), FULFILLED),
        (date(2021, 3, 31), date(2021, 6, 30), NOT_FULFILLED),
        (date(2021, 3, 31), date(2021, 7, 1), FULFILLED),
        (date(1950, 1, 1), date(2021, 7, 1), FULFILLED),
    ],
)
@pytest.mark.parametrize("new_post", [False, None])
def test_a_post_opens_three_months_after_it_was_vacated(vacated, on, outcome, new_post):
    result = judge(on=on, vacated_on=vacated, new_post=new_post)

    assert outcome == result.outcome
    assert [FULFILLED, outcome] == outcomes(result)
    assert () == result.missing


def test_the_three_months_before_july_2019_are_derived():
    early, late = (
        judge(on=day, vacated_on=date(2018, 1, 1), new_post=False) for day in (HEADS_DAY, DAY)
    )

    assert ["derived-figure"] == codes(early)
    assert [] == codes(late)


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"new_post": None}, ("new_post", "vacated_on")),
        ({"new_post": False}, ("vacated_on",)),
        ({"ordinary_employees": [None, *[20] * 11]}, ("ordinary_employees[0]",)),
        (
            {"ordinary_employees": [20, None, *[20] * 9, None], "new_post": False},
            ("ordinary_employees[1]", "ordinary_employees[11]", "vacated_on"),
        ),
        (
            {"ordinary_employees": [None] * 12},
            tuple(f"ordinary_employees[{place}]" for place in range(12)),
        ),
        # the known months alone leave the average below 21
        ({"ordinary_employees": [None, *[22] * 11]}, ("ordinary_employees[0]",)),
    ],
)
def test_missing_facts_leave_it_unresolved(changed, missing):
    result = judge(**changed)

    assert UNRESOLVED == result.outcome
    assert missing == result.missing
    assert (None in asked(**changed)["ordinary_employees"]) == (result.average is None)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        # too few employees: the post doesn't matter
        ({"employees_after": 20, "new_post": None}, [NOT_FULFILLED, UNRESOLVED]),
        # just vacated: the months don't matter
        (
            {"ordinary_employees": [None] * 12, "new_post": None, "vacated_on": DAY},
            [UNRESOLVED, NOT_FULFILLED],
        ),
        # 252 / 12 = 21 even if the unknown month had nobody
        (
            {"ordinary_employees": [None, 32, *[22] * 10], "new_post": False},
            [NOT_FULFILLED, UNRESOLVED],
        ),
    ],
)
def test_nothing_is_missing_where_one_condition_already_fails(changed, expected):
    result = judge(**changed)

    assert NOT_FULFILLED == result.outcome
    assert () == result.missing
    assert expected == outcomes(result)


def test_a_reform_changes_the_months():
    reform = sk.PARAMETERS.amend(
        "net_expansion.vacant_months", value="6", valid_from=DAY, source="a proposal"
    )
    post = {"new_post": False, "vacated_on": date(2021, 1, 15)}

    before, after = (
        judge(on=day, **post, parameters=reform) for day in (date(2021, 7, 14), date(2021, 7, 15))
    )

    assert [NOT_FULFILLED, FULFILLED] == [before.outcome, after.outcome]
    assert ["assumed-figure"] == codes(after)


def test_months_that_are_no_whole_number_are_refused():
    reform = sk.PARAMETERS.amend(
        "net_expansion.vacant_months", value="1.5", valid_from=DAY, source="a proposal"
    )

    with pytest.raises(sk.InvalidInput, match=r"^net_expansion.vacant_months: .*1.5.* whole"):
        judge(new_post=False, vacated_on=DAY, parameters=reform)


@pytest.mark.parametrize(
    ("field", "given", "error"),
    [
        ("on", {"on": datetime(2021, 3, 1, 8)}, sk.WrongType),  # noqa: DTZ001
        ("target_group", {"target_group": "unemployed"}, sk.InvalidInput),
        ("ordinary_employees", {"ordinary_employees": [20] * 11}, sk.InvalidInput),
        ("ordinary_employees", {"ordinary_employees": [20] * 13}, sk.InvalidInput),
        ("ordinary_employees", {"ordinary_employees": "202020202020"}, sk.WrongType),
        ("ordinary_employees", {"ordinary_employees": None}, sk.WrongType),
        ("ordinary_employees[3]", {"ordinary_employees": [20] * 3 + [-1] * 9}, sk.InvalidInput),
        ("ordinary_employees[3]", {"ordinary_employees": [20] * 3 + [1.5] * 9}, sk.WrongType),
        ("ordinary_employees[11]", {"ordinary_employees": [20] * 11 + ["1.505"]}, sk.InvalidInput),
        ("ordinary_employees[11]", {"ordinary_employees": [20] * 11 + [10**7]}, sk.InvalidInput),
        ("employees_after", {"employees_after": 0}, sk.InvalidInput),
        ("employees_after", {"employees_after": "0", "on": HEADS_DAY}, sk.InvalidInput),
        ("employees_after", {"employees_after": 21.0}, sk.WrongType),
        ("employees_after", {"employees_after": None}, sk.WrongType),
        ("employees_after", {"employees_after": True}, sk.WrongType),
        ("new_post", {"new_post": 1}, sk.WrongType),
        ("vacated_on", {"new_post": False, "vacated_on": date(2019, 7, 2)}, sk.InvalidInput),
        ("vacated_on", {"new_post": True, "vacated_on": date(2019, 1, 2)}, sk.InvalidInput),
        ("vacated_on", {"new_post": False, "vacated_on": "2019-1-2"}, sk.InvalidInput),
        ("parameters", {"parameters": {}}, sk.WrongType),
    ],
)
@pytest.mark.parametrize("group", [UNEMPLOYED, sk.TargetGroup.REHABILITATION])
def test_a_calculation_refuses(field, given, error, group):
    with pytest.raises(error, match=r" is not accepted; give ") as caught:
        judge(**{"target_group": group, **given})
    assert error is type(caught.value)
    assert field == caught.value.field


def test_a_tuple_is_as_good_as_a_list():
    assert FULFILLED == judge(ordinary_employees=(20,) * 12).outcome


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"employees_after": 20, "new_post": None},
        {"ordinary_employees": [None, *[20] * 11], "new_post": False},
        {"ordinary_employees": [None, *[40] * 11], "new_post": False, "vacated_on": DAY},
        {"target_group": sk.TargetGroup.DISABILITY_PENSION},
        {"on": HEADS_DAY, "new_post": False, "vacated_on": date(2019, 1, 1)},
    ],
)
def test_explanation_can_be_redone_and_read_in_both_languages(changed):
    result = judge(**changed)

    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    judged = [step["outcome"] for step in document["steps"] if "because" in step]
    assert [one.outcome.value for one in result.findings] == judged
    assert "Net expansion" in result.explanation.render("en")
    assert "erbeskæftigelse" in result.explanation.render("da")


def test_the_explanation_names_what_was_given_as_the_caller_does():
    result = judge(ordinary_employees=[None, *range(1, 12)])

    given = {operand.origin: operand.value for operand in result.explanation.givens}
    expected = {f"ordinary_employees[{place}]": place for place in range(1, 12)}
    assert {**expected, "employees_after": 21} == given
