"""Public holidays (helligdage): days on which most employees do not work."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import attrs

from socialkapitel.messages import Label
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR, Week, easter_sunday, read_date


@attrs.frozen(kw_only=True)
class PublicHoliday:
    """A public holiday of one year (helligdag).

    Attributes:
        date: the day.
        label: its name.
        since: the first day from which the holiday exists; None where it is older than the dates
            that the library knows.
        until: the last day through which it existed; None where it still exists.
    """

    date: dt.date
    label: Label
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def on_weekday(self) -> bool:
        """Whether it falls from Monday to Friday (søgnehelligdag)."""
        return self.date.weekday() < 5


_FIXED = {
    (1, 1): Label(en="New Year's Day", da="nytårsdag"),
    (12, 25): Label(en="Christmas Day", da="juledag"),
    (12, 26): Label(en="Second Day of Christmas", da="2. juledag"),
}
_AFTER_EASTER = {
    -3: Label(en="Maundy Thursday", da="skærtorsdag"),
    -2: Label(en="Good Friday", da="langfredag"),
    0: Label(en="Easter Day", da="påskedag"),
    1: Label(en="Easter Monday", da="2. påskedag"),
    26: Label(en="Great Prayer Day", da="store bededag"),
    39: Label(en="Ascension Day", da="Kristi himmelfartsdag"),
    49: Label(en="Whit Sunday", da="pinsedag"),
    50: Label(en="Whit Monday", da="2. pinsedag"),
}
_UNTIL = {26: dt.date(2023, 12, 31)}
"""Great Prayer Day was abolished from 2024 (act passed on 28 February 2023, bill L 13)."""


def public_holidays(year: int) -> tuple[PublicHoliday, ...]:
    """The public holidays of a calendar year in order of date (helligdage).

    1 May, 5 June, 24 December and 31 December are days off by agreement only, and are not included.

    Args:
        year: from 1900 through 2199.

    Raises:
        InvalidInput: for another year.
        WrongType: for anything but a whole number.

    >>> [str(holiday.date) for holiday in public_holidays(2024) if holiday.on_weekday]
    ['2024-01-01', '2024-03-28', '2024-03-29', '2024-04-01', '2024-05-09', '2024-05-20',
     '2024-12-25', '2024-12-26']
    >>> [holiday.label.da for holiday in public_holidays(2023) if holiday.until]
    ['store bededag']
    """
    easter = easter_sunday(year)
    fixed = [
        PublicHoliday(date=dt.date(year, month, day), label=label)
        for (month, day), label in _FIXED.items()
    ]
    moving = [
        PublicHoliday(date=easter + dt.timedelta(days=days), label=label, until=_UNTIL.get(days))
        for days, label in _AFTER_EASTER.items()
    ]
    found = [one for one in [*fixed, *moving] if one.until is None or one.date <= one.until]
    return tuple(sorted(found, key=lambda one: one.date))


# A spell needs the same year's days again and again.
@lru_cache(maxsize=LAST_YEAR - FIRST_YEAR + 1)
def _labels(year: int) -> dict[dt.date, Label]:
    return {one.date: one.label for one in public_holidays(year) if one.on_weekday}


def weekday_holiday(day: dt.date) -> Label | None:
    """The name of the public holiday that falls on this weekday (søgnehelligdag); None for others.

    >>> from datetime import date
    >>> weekday_holiday(date(2024, 3, 28)).en, weekday_holiday(date(2024, 4, 26))
    ('Maundy Thursday', None)
    """
    return _labels(read_date(day, "day").year).get(day)


def weekday_holidays_in(week: Week) -> tuple[dt.date, ...]:
    """The weekdays of a week that are public holidays.

    >>> weekday_holidays_in(Week(2024, 13))
    (datetime.date(2024, 3, 28), datetime.date(2024, 3, 29))
    """
    days = week.weekdays
    labels = _labels(days[0].year)
    if days[-1].year != days[0].year:
        labels = {**labels, **_labels(days[-1].year)}
    return tuple(day for day in days if day in labels)
