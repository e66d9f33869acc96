from datetime import date

import pytest

from socialkapitel.dated import Dated

FIRST, LAST = date(2007, 1, 1), date(2009, 7, 31)


@pytest.mark.parametrize(
    ("dated", "day", "expected"),
    [
        (Dated(), date(1900, 1, 1), True),
        (Dated(valid_from=FIRST), date(2006, 12, 31), False),
        (Dated(valid_from=FIRST), FIRST, True),
        (Dated(valid_to=LAST), LAST, True),
        (Dated(valid_to=LAST), date(2009, 8, 1), False),
        (Dated(valid_from=FIRST, valid_to=LAST), date(2006, 12, 31), False),
        (Dated(valid_from=FIRST, valid_to=LAST), date(2008, 1, 1), True),
        (Dated(valid_from=FIRST, valid_to=LAST), date(2009, 8, 1), False),
    ],
)
def test_both_ends_belong_to_the_time(dated, day, expected):
    assert dated.in_force(day) == expected
