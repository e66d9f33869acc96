"""All calculators are called alike: what, when, and the rest by its name."""

import inspect
from datetime import date

import pytest
from public_calculators import RESULTS

import socialkapitel as sk

WHEN = {"month", "on", "year"}
CALCULATORS = {name: getattr(sk, name) for name in RESULTS if name in sk.__all__}
BY_POSITION = inspect.Parameter.POSITIONAL_OR_KEYWORD


def test_all_calculators_are_public_or_parts_of_one():
    assert {"flexjob_refund", "wage_subsidy", "subsidised_hours"} <= set(CALCULATORS)


@pytest.mark.parametrize("name", CALCULATORS)
def test_what_comes_first_then_when_and_the_rest_by_name(name):
    parameters = list(inspect.signature(CALCULATORS[name]).parameters.values())
    first, *others = parameters
    assert first.kind is BY_POSITION
    assert first.name not in WHEN
    by_position = [other.name for other in others if other.kind is BY_POSITION]
    assert len(by_position) <= 1
    assert set(by_position) <= WHEN
    assert "parameters" == parameters[-1].name
    assert all(
        other.kind is inspect.Parameter.KEYWORD_ONLY
        for other in others
        if other.name not in by_position
    )


@pytest.mark.parametrize("name", CALCULATORS)
def test_no_former_argument_is_seen(name):
    """Sweeps and editors see the present signature alone."""
    assert not {"full_time_pay"} & set(inspect.signature(CALCULATORS[name]).parameters)


FORMER = {
    "subsidised_hours": (
        lambda: sk.subsidised_hours(date(2018, 3, 1), monthly_benefit="9316.50"),
        lambda: sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED, date(2018, 3, 1), monthly_benefit="9316.50"
        ),
    ),
    "subsidised_hours by name": (
        lambda: sk.subsidised_hours(on=date(2018, 3, 1), monthly_benefit="9316.50"),
        lambda: sk.subsidised_hours(
            kind="full_time_insured", on=date(2018, 3, 1), monthly_benefit="9316.50"
        ),
    ),
    "net_expansion": (
        lambda: sk.net_expansion(
            date(2021, 3, 1),
            target_group=sk.TargetGroup.REHABILITATION,
            ordinary_employees=[20] * 12,
            employees_after=21,
            new_post=True,
        ),
        lambda: sk.net_expansion(
            sk.TargetGroup.REHABILITATION,
            date(2021, 3, 1),
            ordinary_employees=[20] * 12,
            employees_after=21,
            new_post=True,
        ),
    ),
    "assistance_refund of a day": (
        lambda: sk.assistance_refund("10", None, on=date(2023, 3, 1)),
        lambda: sk.assistance_refund("10", "2023-03-01"),
    ),
    "assistance_refund": (
        lambda: sk.assistance_refund("10", "140"),
        lambda: sk.assistance_refund("10", hourly_rate="140"),
    ),
}


@pytest.mark.parametrize("former", FORMER)
def test_former_calls_are_still_taken(former):
    before, now = FORMER[former]
    with pytest.warns(DeprecationWarning, match=rf"is deprecated; write {former.split()[0]}\("):
        found = before()
    assert now() == found
