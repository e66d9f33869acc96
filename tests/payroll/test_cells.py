"""What a clerk types, what Excel makes of it, and what is read or refused."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

import socialkapitel as sk
from socialkapitel.payroll.cells import (
    Cell,
    read_day,
    read_flag,
    read_hours,
    read_kroner,
    read_month,
    read_reference,
    read_share,
    read_text,
    read_week_or_date,
)

FEBRUARY = datetime(2026, 2, 1)  # noqa: DTZ001
MARCH = datetime(2026, 3, 2)  # noqa: DTZ001


def cell(value, shown="General"):
    return Cell(value, shown)


def shown(value):
    return getattr(value, "__name__", repr(value))


READ = [
    (read_kroner, 18297, Decimal(18297)),
    (read_kroner, 18297.1, Decimal("18297.1")),
    (read_kroner, 0.1 + 0.2, Decimal("0.3")),
    (read_kroner, "18.297,00", Decimal("18297.00")),
    (read_kroner, "18.297", Decimal(18297)),
    (read_kroner, " 18.297,00 kr.", Decimal("18297.00")),
    (read_kroner, "1\N{NO-BREAK SPACE}kr.", Decimal(1)),
    (read_kroner, "18297.00", "18297.00"),
    (read_kroner, "18,297.00", "18,297.00"),
    (read_hours, "29,6", Decimal("29.6")),
    (read_share, "1/2", "1/2"),
    (read_share, " 2 / 3 ", "2/3"),
    (read_share, "half", "half"),
    (read_share, 0.5, "1/2"),
    (read_share, 2 / 3, "2/3"),
    (read_day, FEBRUARY, date(2026, 2, 1)),
    (read_day, date(2026, 2, 1), date(2026, 2, 1)),
    (read_day, "01-05-2024", date(2024, 5, 1)),
    (read_day, "1/5-2024", date(2024, 5, 1)),
    (read_day, "1. 5. 2024", date(2024, 5, 1)),
    (read_day, "2024-05-01", date(2024, 5, 1)),
    (read_month, FEBRUARY, sk.Month(2026, 2)),
    (read_month, "2024-05", sk.Month(2024, 5)),
    (read_month, "5/2024", sk.Month(2024, 5)),
    (read_month, "Maj 2024", sk.Month(2024, 5)),
    (read_month, "october 2024", sk.Month(2024, 10)),
    (read_week_or_date, "2024-W19", sk.Week(2024, 19)),
    (read_week_or_date, "2024W9", sk.Week(2024, 9)),
    (read_week_or_date, "Uge 19, 2024", sk.Week(2024, 19)),
    (read_week_or_date, "06-05-2024", date(2024, 5, 6)),
    (read_reference, "E01 ", "E01"),
    (read_reference, 104, "104"),
    (read_reference, 104.0, "104"),
    (read_text, " A ", "A"),
    (read_flag, True, True),
    (read_flag, "Ja", True),
    (read_flag, "no", False),
]


@pytest.mark.parametrize(("read", "value", "expected"), READ, ids=shown)
def test_what_can_be_read_in_one_way_is_read(read, value, expected):
    found = read(cell(value))
    assert expected == found
    assert type(expected) is type(found)


REFUSED = [
    (read_kroner, FEBRUARY, "General", "har ændret det indtastede til en dato"),
    (read_kroner, 0.5, "0%", "et tal som 18.297,00, ikke procent"),
    (read_kroner, True, "General", "et tal som 18.297,00"),
    (read_hours, time(12, 30), "h:mm", "timer med komma som 29,6, ikke et klokkeslæt"),
    (read_hours, timedelta(hours=37), "[h]:mm", "timer med komma som 29,6, ikke et klokkeslæt"),
    (read_share, FEBRUARY, "d-mmm", "andelen 1/2: Excel har ændret andelen til en dato"),
    (read_share, MARCH, "d-mmm", "andelen 2/3: Excel har ændret andelen til en dato"),
    (read_share, datetime(2026, 1, 2), "d-mmm", "andelen 1/2: Excel har ændret"),  # noqa: DTZ001
    (read_share, 0.5, "0 %", "en andel som 1/2 eller 2/3, ikke procent"),
    (read_share, 0.667, "General", "en andel som 1/2 eller 2/3"),
    (read_share, time(1, 2), "h:mm", "en andel som 1/2 eller 2/3"),
    (read_day, 45413, "General", "måske den 1. maj 2024, for Excel gemmer datoer som tal"),
    (read_day, 7, "General", "en dato som 01-05-2024"),
    (read_day, "31-02-2024", "General", "en dato som 01-05-2024"),
    (read_day, "1. maj", "General", "en dato som 01-05-2024"),
    (read_day, True, "General", "en dato som 01-05-2024"),
    (read_month, "13-2024", "General", "en måned som 2024-05"),
    (read_month, "snemåned 2024", "General", "en måned som 2024-05"),
    (read_month, 5, "General", "en måned som 2024-05"),
    (read_month, "5", "General", "en måned som 2024-05"),
    (read_week_or_date, 19, "General", "en uge som 2024-W19 eller en dato som 06-05-2024"),
    (read_week_or_date, "2024-W60", "General", "en uge som 2024-W19 eller en dato"),
    (read_reference, FEBRUARY, "d-mmm", "medarbejderen som tekst: Excel har ændret teksten"),
    (read_flag, "måske", "General", "ja eller nej"),
]


@pytest.mark.parametrize(("read", "value", "shown", "told"), REFUSED, ids=shown)
def test_what_excel_made_something_else_of_is_told_as_such(read, value, shown, told):
    with pytest.raises(sk.InvalidInput) as caught:
        read(cell(value, shown))
    assert told in sk.translate(caught.value.accepted, "da")
    assert not isinstance(caught.value.value, float)
