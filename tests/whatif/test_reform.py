from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whatif.what_if_cases import MARCH, job, paid

import socialkapitel as sk
from socialkapitel import whatif

HIGHER = sk.PARAMETERS.amend(
    "flexjob.ceiling_yearly", value="600000", valid_from=date(2024, 1, 1), source="a bill"
)


def case(pay, **more):
    return {"job": job(starting_pay=paid(pay)), "month": MARCH, **more}


def test_each_case_and_the_total():
    found = whatif.reform(sk.flexjob_refund, [case("32000"), case("60000")], parameters=HIGHER)

    # Above both ceilings the refund rises by 2/3 of 600,000 / 12 − 588,189 / 12.
    assert (
        (1, Decimal("21465.33"), Decimal("21465.33"), Decimal("0.00")),
        (2, Decimal("32677.17"), Decimal("33333.33"), Decimal("656.16")),
    ) == found.rows
    assert Decimal("54142.50") == found.before
    assert Decimal("54798.66") == found.after
    assert Decimal("656.16") == found.difference


def test_cases_may_have_names():
    found = whatif.reform(sk.flexjob_refund, {"high pay": case("60000")}, parameters=HIGHER)

    assert ("high pay",) == found["case"]
    assert "Refund: before and after" == str(found.title)


def test_the_results_stand_behind_the_rows():
    [effect] = whatif.reform(sk.flexjob_refund, [case("60000")], parameters=HIGHER).effects

    assert sk.flexjob_refund(**case("60000")) == effect.before
    assert sk.flexjob_refund(**case("60000"), parameters=HIGHER) == effect.after
    assert "assumed-figure" in [caveat.code for caveat in effect.after.caveats]
    assert "assumed-figure" not in [caveat.code for caveat in effect.before.caveats]


def test_any_set_may_be_the_baseline():
    found = whatif.reform(
        sk.flexjob_refund, [case("60000")], parameters=sk.PARAMETERS, baseline=HIGHER
    )

    assert Decimal("-656.16") == found.difference


def test_hours_and_places_are_figures_too():
    more = sk.PARAMETERS.amend(
        "quota.per_five", value="4", valid_from=date(2024, 1, 1), source="a bill"
    )
    arguments = {"ordinary_employees": 40, "on": date(2024, 1, 1)}
    found = whatif.reform(sk.subsidised_places, [arguments], parameters=more)

    assert (8, 10, 2) == found.rows[0][1:]


@given(st.lists(st.integers(1, 100_000_000), min_size=1, max_size=5))
def test_law_the_total_is_the_sum_of_the_cases(oere):
    cases = [case(Decimal(number).scaleb(-2)) for number in oere]
    found = whatif.reform(sk.flexjob_refund, cases, parameters=HIGHER)

    assert found.difference == sum(found["difference"]) == found.after - found.before
    assert all(0 <= each <= Decimal("656.17") for each in found["difference"])


@given(st.integers(1, 100_000_000))
def test_law_the_same_figures_change_nothing(oere):
    cases = [case(Decimal(oere).scaleb(-2))]

    assert 0 == whatif.reform(sk.flexjob_refund, cases, parameters=sk.PARAMETERS).difference


class TestBadInput:
    def test_no_case(self):
        with pytest.raises(sk.InvalidInput, match=r"cases: .* give at least one case"):
            whatif.reform(sk.flexjob_refund, [], parameters=HIGHER)

    @pytest.mark.parametrize("cases", ["case", 1])
    def test_cases_that_are_no_collection(self, cases):
        with pytest.raises(sk.WrongType, match=r"cases: .* give a collection of cases"):
            whatif.reform(sk.flexjob_refund, cases, parameters=HIGHER)

    def test_a_case_that_is_no_mapping(self):
        with pytest.raises(sk.WrongType, match=r"cases\[1\]: .* give a mapping"):
            whatif.reform(sk.flexjob_refund, [job()], parameters=HIGHER)

    def test_an_unknown_argument(self):
        with pytest.raises(sk.UnknownName, match="unknown argument: 'jobs'"):
            whatif.reform(sk.flexjob_refund, [{"jobs": job()}], parameters=HIGHER)

    def test_a_missing_argument(self):
        with pytest.raises(sk.InvalidInput, match="month: None") as caught:
            whatif.reform(sk.flexjob_refund, {"one": {"job": job()}}, parameters=HIGHER)

        assert ["case one"] == caught.value.__notes__

    def test_a_case_with_figures_of_its_own(self):
        with pytest.raises(sk.InvalidInput, match=r"cases\[1\]: 'parameters' .* baseline"):
            whatif.reform(sk.flexjob_refund, [case("1", parameters=HIGHER)], parameters=HIGHER)

    @pytest.mark.parametrize("name", ["parameters", "baseline"])
    def test_sets_that_are_none(self, name):
        sets = {"parameters": HIGHER, name: {"flexjob.ceiling_yearly": "600000"}}

        with pytest.raises(sk.WrongType, match=f"{name}: .* give .*ParameterSet"):
            whatif.reform(sk.flexjob_refund, [case("1")], **sets)

    def test_a_calculator_that_is_none(self):
        with pytest.raises(sk.WrongType, match="calculator: None"):
            whatif.reform(None, [case("1")], parameters=HIGHER)

    def test_a_judgement_has_no_figure_to_add(self):
        arguments = {
            "on": date(2024, 1, 1),
            "target_group": sk.TargetGroup.DISABILITY_PENSION,
            "ordinary_employees": 12 * [10],
            "employees_after": "11",
            "new_post": True,
        }
        message = r"unknown figure of the result: .*amount / hours / places"

        with pytest.raises(sk.UnknownName, match=message):
            whatif.reform(sk.net_expansion, [arguments], parameters=HIGHER)
