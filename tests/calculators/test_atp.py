"""The employer's ATP: class, band and date."""

from datetime import date
from decimal import Decimal

import pytest
from calculators.oracle_flexjob import ATP
from redoing import redo

from socialkapitel import PARAMETERS, InvalidInput, NotInForce, Outcome, Unit
from socialkapitel.calculators.atp import paid_atp, tell_atp, weekly_atp
from socialkapitel.calculators.atp_classes import (
    ATP_CLASSES,
    check_atp_class,
)
from socialkapitel.calculators.inputs import note_weekly_hours
from socialkapitel.explanation import Worksheet
from socialkapitel.messages import msg
from socialkapitel.money import oere


def contribution(atp_class, weekly_hours, day, paid_hours=None):
    sheet = Worksheet(msg("Refund"), PARAMETERS)
    weekly = note_weekly_hours(sheet, Decimal(weekly_hours))
    paid = None
    if paid_hours is not None:
        paid = sheet.given("paid_hours", Decimal(paid_hours), Unit.HOURS)
        found = paid_atp(PARAMETERS, atp_class, oere(Decimal(paid_hours)), day)
    else:
        found = weekly_atp(PARAMETERS, atp_class, oere(Decimal(weekly_hours)), day)
    written = tell_atp(sheet, atp_class, weekly, paid, day)
    explanation = sheet.explanation()
    redo(explanation.document())
    assert found == oere(written.value)
    return written, explanation


@pytest.mark.parametrize("atp_class", ATP)
@pytest.mark.parametrize(
    ("weekly_hours", "band"),
    [("37.00", 0), ("27.00", 0), ("26.99", 1), ("18.00", 1), ("17.99", 2), ("9.00", 2)],
)
def test_every_class_and_band_from_its_first_day_through_its_last(atp_class, weekly_hours, band):
    years = sorted(ATP[atp_class])
    for year, after in zip(years, [*years[1:], 2027], strict=True):
        first = max(date(year, 1, 1), date(1996, 1, 1))
        for day in (first, date(after - 1, 12, 31)):
            found, _ = contribution(atp_class, weekly_hours, day)
            assert ATP[atp_class][year][band] == str(found.value)


@pytest.mark.parametrize("weekly_hours", ["0.01", "8.99"])
def test_below_39_hours_a_month_there_is_nothing(weekly_hours):
    found, explanation = contribution("A", weekly_hours, date(2018, 1, 1))
    assert Decimal("0.00") == found.value
    *_, band, none = explanation.steps
    assert ("atp.band", Outcome.NOT_FULFILLED) == (band.id, band.outcome)
    assert ("atp.none", "0") == (none.id, none.expression)


def test_atp_a_in_2024():
    """Class A, at least 117 hours: the employer's 198.00 (2plus-revision.dk)."""
    found, explanation = contribution("A", "27.00", date(2024, 1, 1))
    assert "198.00" == str(found.value)
    band = next(step for step in explanation.steps if step.id == "atp.band")
    assert "117 hours a month give the full contribution" == str(band.because)


@pytest.mark.parametrize(
    ("weekly_hours", "because"),
    [
        ("26.99", "two thirds of the contribution"),
        ("17.99", "one third of the contribution"),
        ("8.99", "no contribution"),
    ],
)
def test_the_band_is_named(weekly_hours, because):
    _, explanation = contribution("A", weekly_hours, date(2024, 1, 1))
    band = next(step for step in explanation.steps if step.id == "atp.band")
    assert str(band.because).endswith(because)


@pytest.mark.parametrize(
    ("paid_hours", "amount"),
    [
        ("38.99", "0.00"),
        ("39", "66.00"),
        ("44", "66.00"),
        ("77.99", "66.00"),
        ("78", "132.00"),
        ("116.99", "132.00"),
        ("117", "198.00"),
        ("200", "198.00"),
    ],
)
def test_the_band_of_hours_that_were_paid(paid_hours, amount):
    """The hours of the month are those that were paid, whatever is agreed for a week."""
    found, explanation = contribution("A", "37.00", date(2024, 5, 1), paid_hours)
    assert amount == str(found.value)
    assert "atp.monthly_hours" not in [step.id for step in explanation.steps]


@pytest.mark.parametrize("atp_class", ["D", "E", "F"])
def test_a_class_is_not_known_before_its_first_year(atp_class):
    day = date(min(ATP[atp_class]) - 1, 12, 31)
    with pytest.raises(NotInForce) as caught:
        contribution(atp_class, "37.00", day)
    assert f"atp.{atp_class.lower()}.employer_monthly.full" == caught.value.name


def test_classes_are_checked():
    assert ("A", "B", "C", "D", "E", "F") == ATP_CLASSES
    assert list(ATP_CLASSES) == [check_atp_class(letter) for letter in ATP_CLASSES]
    assert check_atp_class(None) is None
    for value in ("G", "", "a", 1, []):
        with pytest.raises(InvalidInput, match="give one of A, B, C, D, E, F, or None for no ATP"):
            check_atp_class(value)
