"""Items, their topics and days."""

from datetime import date

import pytest

from socialkapitel import InvalidInput, Label, Source, WrongType
from socialkapitel.chapters import Item, KnownDay, Topic


def test_an_item_has_an_address():
    item = Item(
        id="prevention",
        topic=Topic.PURPOSES,
        label=Label(en="Prevention", da="Forebyggelse"),
        chapter="one",
        source=Source("One, 1"),
    )
    assert "purposes/prevention" == item.path


def test_a_day_is_exact_or_between_two():
    assert KnownDay(date(2005, 5, 18), date(2005, 5, 18)) == KnownDay.exactly(date(2005, 5, 18))
    assert KnownDay.exactly(date(2005, 5, 18)).is_exact
    assert not KnownDay(date(1999, 1, 1), date(1999, 12, 31)).is_exact


@pytest.mark.parametrize(
    ("earliest", "latest", "error", "field"),
    [
        (date(2005, 5, 18), date(2005, 5, 17), InvalidInput, "latest"),
        ("1999", date(2005, 5, 17), WrongType, "earliest"),
        (date(1999, 1, 1), None, WrongType, "latest"),
    ],
)
def test_days_out_of_order_are_refused(earliest, latest, error, field):
    with pytest.raises(error) as caught:
        KnownDay(earliest, latest)
    assert field == caught.value.field
