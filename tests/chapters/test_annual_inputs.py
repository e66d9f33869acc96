"""What callers tell of workplaces and consultants."""

from datetime import date

import pytest
from hypothesis import given
from junk import fits_or_is_refused, junk

import socialkapitel as sk
from socialkapitel.chapters.annual_review import ConsultantActivity, Workplace

DAY = date(2008, 2, 1)


@pytest.mark.parametrize("value", ["-1", "1.5", 1_000_001, True, 2.0])
@pytest.mark.parametrize("field", ["ordinary_employees", "subsidised"])
def test_numbers_of_people_are_whole(field, value):
    with pytest.raises(sk.InvalidInput) as caught:
        Workplace(**{"ordinary_employees": 1, "subsidised": 1, field: value})
    assert field == caught.value.field


def test_who_has_a_place_may_be_unknown_but_not_how_many_are_employed():
    assert None is Workplace(ordinary_employees=1, subsidised=None).subsidised
    with pytest.raises(sk.WrongType):
        Workplace(ordinary_employees=None, subsidised=1)


@pytest.mark.parametrize(
    ("service", "error"),
    [(3, sk.WrongType), (None, sk.WrongType), ("Courses", sk.InvalidInput), ("", sk.InvalidInput)],
)
def test_a_service_has_an_id(service, error):
    with pytest.raises(error) as caught:
        ConsultantActivity(service=service, on=DAY)
    assert "service" == caught.value.field
    assert "courses" == ConsultantActivity(service="courses", on=DAY).service


@given(junk)
def test_law_anything_fits_or_is_refused(value):
    for call in (
        lambda: ConsultantActivity(service=value, on=DAY),
        lambda: ConsultantActivity(service="talks", on=value),
        lambda: Workplace(ordinary_employees=value, subsidised=value),
    ):
        assert fits_or_is_refused(call, ConsultantActivity | Workplace)
