"""A week alone gives what it gives as a part of the whole absence."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from redoing import redo

import socialkapitel as sk
from socialkapitel.frames.sickness_week import week_of_one

FIRST = date(2022, 1, 5)
VALUES = {
    "first_day": FIRST,
    "week_start": date(2022, 1, 31),
    "absence_hours_hundredths": 3700,
    "contract_hours_hundredths": 3700,
    "hourly_pay_oere": 18500,
    "basis": "ordinary",
}


def alone(**change):
    return week_of_one({**VALUES, **change}, sk.PARAMETERS)


@settings(max_examples=40)
@given(
    st.lists(st.integers(400, 3700), min_size=1, max_size=6),
    st.integers(0, 4),
    st.sampled_from(sk.RefundBasis),
    st.integers(0, 150).map(lambda number: date(2022, 1, 3) + number * timedelta(days=7)),
)
def test_each_week_is_that_of_the_whole_absence(hours, weekday, basis, monday):
    first_day = monday + timedelta(days=weekday)
    weeks = [sk.Week.of(monday + timedelta(days=7 * number)) for number in range(len(hours))]
    whole = sk.sickness_refund(
        sk.SicknessAbsence(
            first_day=first_day,
            contract_hours="37",
            hours={week: Decimal(some).scaleb(-2) for week, some in zip(weeks, hours, strict=True)},
            hourly_pay="185.00",
            paid_during_sickness=True,
            basis=basis,
        )
    )
    found = [
        alone(
            first_day=first_day,
            week_start=week.monday,
            absence_hours_hundredths=some,
            basis=basis.value,
        ).week
        for week, some in zip(weeks, hours, strict=True)
    ]
    assert list(whole.weeks) == found


def test_the_explanation_is_of_the_week_alone_and_can_be_redone():
    found = alone()
    redo(found.explanation.document())
    told = str(found.explanation)
    assert "2022-W05" in told or "week 5" in told
    assert "week 1" not in told
    [refund] = [step for step in found.explanation.steps if step.rule == "sickness.refund"]
    assert (refund.value, Decimal("893.00")) == (found.week.amount, found.week.amount)


def test_a_week_below_the_minimum_gives_nothing():
    found = alone(absence_hours_hundredths=399)
    assert (sk.Outcome.NOT_FULFILLED, Decimal("0.00")) == (found.week.outcome, found.week.amount)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"week_start": date(2022, 2, 1)}, "week_start"),
        ({"week_start": date(2021, 12, 27)}, "hours"),
        ({"first_day": date(2022, 2, 5)}, "hours"),
        ({"contract_hours_hundredths": 3699}, "hours"),
        ({"absence_hours_hundredths": 0, "first_day": date(2022, 1, 31)}, "hours"),
    ],
)
def test_what_does_not_go_together_is_refused(change, field):
    with pytest.raises(sk.InvalidInput) as caught:
        alone(**change)
    assert field == caught.value.field


@pytest.mark.parametrize(
    "change",
    [
        {"basis": "flexjob_since_2013", "first_day": date(2012, 12, 31)},
        {"week_start": date(2027, 1, 4)},
        {"first_day": date(1999, 12, 1), "week_start": date(1999, 12, 6)},
    ],
)
def test_outside_the_known_dates(change):
    with pytest.raises(sk.NotInForce):
        alone(**change)


PLANNED = {f"planned_{day.value}_hundredths": 0 for day in sk.Weekday}
ROTA = {"plan": "rota", **PLANNED, "planned_tuesday_hundredths": 1200}


def test_a_week_by_its_plan():
    found = alone(**ROTA, week_start=date(2022, 2, 7), absence_hours_hundredths=1200)
    assert Decimal("12.00") == found.week.refundable_hours
    assert Decimal("1448.11") == found.week.amount  # 12 hours at 4,465 / 37
    redo(found.explanation.document())
    first = alone(
        **ROTA,
        first_day=date(2022, 2, 8),
        week_start=date(2022, 2, 7),
        basis="flexjob",
        absence_hours_hundredths=1200,
    )
    assert found.week.amount == first.week.amount


def test_a_week_by_fixed_days():
    days = {**ROTA, "plan": "days", "contract_hours_hundredths": 1200}
    found = alone(**days, week_start=date(2022, 2, 7), absence_hours_hundredths=600)
    assert Decimal("6.00") == found.week.refundable_hours


def test_a_plan_without_a_days_hours_is_refused():
    with pytest.raises(sk.InvalidInput, match="planned_sunday_hundredths"):
        alone(**{**ROTA, "planned_sunday_hundredths": None})
