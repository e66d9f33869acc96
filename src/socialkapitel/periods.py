"""Calendar types: months, ISO weeks, quarters and periods, and the arithmetic of terms.

A period includes both its ends. Adding months never clamps silently: where the day does not exist
in the target month, the caller must say which day counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar

import attrs

from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import as_int
from socialkapitel.messages import msg

T = TypeVar("T")
V = TypeVar("V")

FIRST_YEAR = 1900
LAST_YEAR = 2199
_A_DATE = msg("a date such as {example}", example="2026-03-15")
_A_WEEK_OR_DAY = msg(
    "a week such as {week}, or a date such as {day}", week="2026-W12", day="2026-03-15"
)
_DAY_TEXT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_DAY = date(FIRST_YEAR, 1, 1)
_LAST_DAY = date(LAST_YEAR, 12, 31)


def read_date(value: date | str, field: str = "") -> date:
    """A date, also as an ISO text, or as the midnight at which it begins.

    Raises:
        WrongType: for anything else, a time of day included.
        InvalidInput: for another text, or a year before 1900 or after 2199.

    >>> read_date("2006-03-01")
    datetime.date(2006, 3, 1)
    """
    if type(value) is date and _FIRST_DAY <= value <= _LAST_DAY:
        return value
    if isinstance(value, str):
        if _DAY_TEXT.fullmatch(value):
            with suppress(ValueError):  # no such day, or none of our years
                return read_date(date.fromisoformat(value), field)
        raise InvalidInput(field, value, _A_DATE)
    # Compared whole, as a Timestamp has nanoseconds, and pandas' NaT is equal to nothing.
    if isinstance(value, datetime) and value == datetime.combine(value, time.min):
        value = value.date()  # pandas keeps days as the midnight that they begin with
    day = _plain_date(value, field)
    _check_year(day.year, field)
    return day


def read_date_or_none(value: date | str | None, field: str = "") -> date | None:
    """A date, or None."""
    return None if value is None else read_date(value, field)


def _plain_date(value: object, field: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise WrongType(field, value, msg("a date without time of day"))
    return value


def _asked(day: date | str) -> date:
    """A day that is looked for, of any year."""
    return read_date(day, "day") if isinstance(day, str) else _plain_date(day, "day")


def _check_whole(value: object, field: str, least: int, most: int) -> None:
    error: type[InvalidInput] = WrongType
    if isinstance(value, int) and not isinstance(value, bool):
        if least <= value <= most:
            return
        error = InvalidInput
    accepted = msg("a whole number from {least} to {most}", least=str(least), most=str(most))
    raise error(field, value, accepted)


def _keep_ints(of: object, *names: str) -> None:
    """Convert numpy's whole numbers to Python's."""
    for name in names:
        if type(value := getattr(of, name)) is not int and (number := as_int(value)) is not None:
            object.__setattr__(of, name, number)


def _check_year(value: object, field: str = "year") -> None:
    _check_whole(value, field, FIRST_YEAR, LAST_YEAR)


@attrs.frozen(order=True)
class Month:
    """A calendar month (måned).

    >>> Month(2007, 11).last_day
    datetime.date(2007, 11, 30)
    >>> Month(2007, 11).next()
    Month(year=2007, month=12)
    """

    year: int
    month: int

    def __attrs_post_init__(self) -> None:
        _keep_ints(self, "year", "month")
        _check_year(self.year)
        _check_whole(self.month, "month", 1, 12)

    @classmethod
    def fromisoformat(cls, text: str) -> Month:
        """The month named by a text such as ``"2026-03"``.

        Raises:
            InvalidInput: for any other text.
            WrongType: for anything but a text.
        """
        return _of_text(check_kind(text, str, "text"), "text", cls)

    @classmethod
    def of(cls, day: date | str) -> Month:
        """The month of a day."""
        day = read_date(day, "day")
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year + self.month // 12, self.month % 12 + 1, 1) - timedelta(days=1)

    @property
    def weekdays(self) -> tuple[date, ...]:
        """The month's days from Monday to Friday, holidays included."""
        return tuple(day for day in Period(self.first_day, self.last_day) if day.weekday() < 5)

    def next(self) -> Month:
        """The following month."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def __contains__(self, day: date | str) -> bool:
        return self.first_day <= _asked(day) <= self.last_day

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@attrs.frozen(order=True)
class Week:
    """An ISO week (uge): Monday to Sunday, numbered within its ISO year.

    >>> Week(2022, 5).monday
    datetime.date(2022, 1, 31)
    >>> Week.of(date(2022, 1, 1))
    Week(year=2021, week=52)
    """

    year: int
    week: int

    def __attrs_post_init__(self) -> None:
        _keep_ints(self, "year", "week")
        _check_year(self.year)
        _check_whole(self.week, "week", 1, date(self.year, 12, 28).isocalendar().week)

    @classmethod
    def fromisoformat(cls, text: str) -> Week:
        """The week named by a text such as ``"2026-W12"``.

        Raises:
            InvalidInput: for any other text.
            WrongType: for anything but a text.
        """
        return _of_text(check_kind(text, str, "text"), "text", cls)

    @classmethod
    def of(cls, day: date | str) -> Week:
        """The ISO week of a day."""
        year, week, _ = read_date(day, "day").isocalendar()
        return cls(year, week)

    @cached_property
    def monday(self) -> date:
        """The first day of the week."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple([self.monday + timedelta(days=number) for number in range(7)])

    @property
    def weekdays(self) -> tuple[date, ...]:
        """Monday to Friday."""
        return self.days[:5]

    def next(self) -> Week:
        """The following week."""
        return Week.of(self.monday + timedelta(days=7))

    def __contains__(self, day: date | str) -> bool:
        return self.monday <= _asked(day) <= self.sunday

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.week:02}"


@attrs.frozen(order=True)
class Quarter:
    """A calendar quarter (kvartal).

    >>> Quarter(2022, 4).first_day
    datetime.date(2022, 10, 1)
    """

    year: int
    quarter: int

    def __attrs_post_init__(self) -> None:
        _keep_ints(self, "year", "quarter")
        _check_year(self.year)
        _check_whole(self.quarter, "quarter", 1, 4)

    @classmethod
    def fromisoformat(cls, text: str) -> Quarter:
        """The quarter named by a text such as ``"2026-Q1"``.

        Raises:
            InvalidInput: for any other text.
            WrongType: for anything but a text.
        """
        return _of_text(check_kind(text, str, "text"), "text", cls)

    @classmethod
    def of(cls, day: date | str) -> Quarter:
        """The quarter of a day."""
        day = read_date(day, "day")
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first_day(self) -> date:
        """The first day of the quarter."""
        return date(self.year, 3 * self.quarter - 2, 1)

    @property
    def last_day(self) -> date:
        """The last day of the quarter."""
        return Month(self.year, 3 * self.quarter).last_day

    def next(self) -> Quarter:
        """The following quarter."""
        return Quarter(self.year + self.quarter // 4, self.quarter % 4 + 1)

    def __contains__(self, day: date | str) -> bool:
        return self.first_day <= _asked(day) <= self.last_day

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.quarter}"


@attrs.frozen(order=True)
class Period:
    """Days from start to end, both included (periode).

    >>> Period(date(2022, 1, 3), date(2022, 2, 1)).days
    30
    >>> date(2022, 2, 1) in Period(date(2022, 1, 3), date(2022, 2, 1))
    True
    """

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        for name in ("start", "end"):
            object.__setattr__(self, name, read_date(getattr(self, name), name))
        if self.end < self.start:
            raise InvalidInput("end", self.end, msg("a day on or after {start}", start=self.start))

    @classmethod
    def of_days(cls, start: date | str, days: int) -> Period:
        """The period of a number of calendar days from its first day.

        >>> Period.of_days(date(2022, 1, 3), 30).end
        datetime.date(2022, 2, 1)
        """
        _check_whole(days, "days", 1, 36_525)
        first = read_date(start, "start")
        return cls(first, first + timedelta(days=days - 1))

    @property
    def days(self) -> int:
        """The number of calendar days."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date | str) -> bool:
        return self.start <= _asked(day) <= self.end

    def __iter__(self) -> Iterator[date]:
        return (self.start + timedelta(days=number) for number in range(self.days))

    def overlaps(self, other: Period | str) -> bool:
        """Whether the two periods share a day."""
        other = read_period(other, "other")
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


_FORMS: dict[Callable[[int, int], object], tuple[re.Pattern[str], str]] = {
    Month: (re.compile("([0-9]{4})-([0-9]{2})"), "2026-03"),
    Week: (re.compile("([0-9]{4})-W([0-9]{2})"), "2026-W12"),
    Quarter: (re.compile("([0-9]{4})-Q([1-4])"), "2026-Q1"),
}


def _of_kind(value: T | str, field: str, kind: type[T]) -> T:
    if not isinstance(value, str):
        return check_kind(value, kind, field)
    return _of_text(value, field, kind)


def _of_text(text: str, field: str, kind: Callable[[int, int], T]) -> T:
    """The month, week or quarter that a text names."""
    form, example = _FORMS[kind]
    if found := form.fullmatch(text):
        with suppress(ValueError):  # no such month or week, or outside our years
            return kind(*map(int, found.groups()))
    raise InvalidInput(field, text, msg("a text such as {example}", example=example))


def read_month(value: Month | str, field: str = "") -> Month:
    """A month, also as a text such as ``"2026-03"``."""
    return value if type(value) is Month else _of_kind(value, field, Month)


def read_quarter(value: Quarter | str, field: str = "") -> Quarter:
    """A quarter, also as a text such as ``"2026-Q1"``."""
    return _of_kind(value, field, Quarter)


def read_week_or_day(value: Week | date | str, field: str = "") -> Week | date:
    """A week or a day, also as a text such as ``"2026-W12"`` or ``"2026-03-15"``."""
    if isinstance(value, Week):
        return value
    if isinstance(value, str) and not _DAY_TEXT.fullmatch(value):
        if _FORMS[Week][0].fullmatch(value):
            return _of_text(value, field, Week)
        raise InvalidInput(field, value, _A_WEEK_OR_DAY)
    return read_date(value, field)


def read_period(value: Period | str, field: str = "") -> Period:
    """A period, also as a text of its first and last day, such as ``"2026-03-01/2026-03-15"``."""
    if not isinstance(value, str):
        return check_kind(value, Period, field)
    start, slash, end = value.partition("/")
    if not slash:
        example = "2026-03-01/2026-03-15"
        raise InvalidInput(field, value, msg("a text such as {example}", example=example))
    return Period(read_date(start, field), read_date(end, field))


def read_each(
    entries: Mapping[Any, V], reader: Callable[[Any, str], T], field: str
) -> list[tuple[T, V]]:
    """The entries of a mapping, each with the day or month that its key names.

    Raises:
        InvalidInput: for two keys that name the same one, such as a date and its text.
    """
    read = [(reader(key, field), value) for key, value in entries.items()]
    check_once([key for key, _ in read], field)
    return read


def check_once(keys: Iterable[object], field: str) -> None:
    """Check that no day, week or month is given twice, such as a date and its text.

    Raises:
        InvalidInput: for the first that is.
    """
    seen = set[object]()
    for key in keys:
        if key in seen:
            raise InvalidInput(field, key, msg("{key} only once", key=key))
        seen.add(key)


class MissingDay(Enum):
    """Which day counts where a day such as the 31st does not exist in the target month."""

    LAST_OF_MONTH = "the last day of that month"
    FIRST_OF_NEXT = "the first day of the month after"


def add_months(day: date, months: int, *, missing: MissingDay | None = None) -> date:
    """The same day of the month, a number of months later.

    Raises:
        InvalidInput: where that day does not exist and ``missing`` does not say which day counts,
            or for months below 0 or above 1200.
        WrongType: for anything but a date, a whole number and a `MissingDay`.

    >>> add_months(date(2006, 3, 15), 6)
    datetime.date(2006, 9, 15)
    >>> add_months(date(2006, 8, 31), 6, missing=MissingDay.LAST_OF_MONTH)
    datetime.date(2007, 2, 28)
    """
    from dateutil.relativedelta import relativedelta

    day = read_date(day, "day")
    _check_whole(months, "months", 0, 1200)
    if missing is not None:
        check_kind(missing, MissingDay, "missing")
    reached = day + relativedelta(months=months)
    if reached.day == day.day:
        return reached
    if missing is None:
        raise InvalidInput(
            "missing",
            missing,
            msg(
                "which day counts instead (MissingDay): {day} plus {months} months is a"
                " day that does not exist",
                day=day,
                months=months,
            ),
        )
    return reached if missing is MissingDay.LAST_OF_MONTH else reached + timedelta(days=1)


def term_end(first_day: date, years: int) -> date:
    """The last day of a term of whole years that begins on ``first_day``.

    A term of two years from 1 March 2024 ends on 28 February 2026. One that begins on 29 February
    also ends on the last day of February: the day after is the first outside it.

    >>> term_end(date(2024, 3, 1), 2), term_end(date(2024, 2, 29), 2)
    (datetime.date(2026, 2, 28), datetime.date(2026, 2, 28))
    """
    _check_whole(years, "years", 1, 100)
    after = add_months(first_day, 12 * years, missing=MissingDay.FIRST_OF_NEXT)
    return after - timedelta(days=1)


def easter_sunday(year: int) -> date:
    """Easter Day of a year.

    Raises:
        InvalidInput: for a year before 1900 or after 2199.
        WrongType: for anything but a whole number.

    >>> easter_sunday(2024)
    datetime.date(2024, 3, 31)
    """
    from dateutil.easter import easter

    _check_year(year)
    return easter(year)


@attrs.frozen(kw_only=True)
class Dated:
    """Something that applies from one day through another; without dates, always."""

    valid_from: date | None = None
    valid_to: date | None = None

    def in_force(self, day: date | str) -> bool:
        """Whether it applies on a day.

        >>> Dated(valid_to=date(2006, 12, 31)).in_force(date(2007, 1, 1))
        False
        """
        day = read_date(day, "day")
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)
