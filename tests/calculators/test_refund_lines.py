"""Lines of a claim."""

from datetime import date
from decimal import Decimal

import pytest

import socialkapitel as sk


def line(**changes):
    facts = {"first_day": date(2024, 5, 1), "last_day": date(2024, 5, 3), "amount": "2817"}
    return sk.RefundLine(**{**facts, **changes})


def test_a_line_without_hours():
    made = line()
    assert (None, None) == (made.hours, made.rate)
    assert Decimal("0.00") == made.supplement
    assert sk.Period(date(2024, 5, 1), date(2024, 5, 3)) == made.period


def test_a_line_with_hours():
    made = line(hours="22.2", rate="126.89", supplement="42")
    assert (Decimal("22.20"), Decimal("126.89")) == (made.hours, made.rate)
    assert Decimal("42.00") == made.supplement


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_day", "5. maj"),
        ("last_day", date(2024, 4, 30)),
        ("hours", "-1"),
        ("rate", 1.5),
        ("amount", None),
        ("supplement", "-1"),
    ],
)
def test_what_is_refused(field, value):
    with pytest.raises(sk.InvalidInput) as caught:
        line(**{field: value})
    assert field == caught.value.field
