"""A calendar of work: the hours that an employee is to work, by date (arbejdstidsplan)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter
from typing import Any, TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import FULL_TIME, NumbersByDay
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import called, checked, entries_of, member, named
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hundredths, oere, round_half_away
from socialkapitel.periods import Period, Week, check_once, read_date, read_period

_DAY_HOURS = 24
_DAY, _HOUR, _TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
_WEEKDAYS = 5

FIFTHS = 500
"""Fifths of hundredths in an hour: an even week's hours are whole in them on each day."""


class Weekday(Enum):
    """A day of the week (ugedag)."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


DateHours: TypeAlias = tuple[tuple[date, Decimal], ...]
"""Hours by date, in order of time."""

Changes: TypeAlias = "tuple[tuple[date, Schedule], ...]"
"""Later plans, each from its date on."""

Shift: TypeAlias = tuple[datetime, datetime]
"""When a shift begins and ends (vagt)."""


def _read_norm(value: Number, field: str = "") -> Decimal:
    return decimal(hundredths(value, field, most=FULL_TIME, above_zero=True))


def _read_weekdays(value: Iterable[Number]) -> tuple[Decimal, ...]:
    hours = tuple(check_kind(value, tuple, ""))
    if len(hours) not in {0, len(Weekday)}:
        raise InvalidInput("", len(hours), msg("hours for each of the seven days of the week"))
    return tuple(
        decimal(hundredths(each, f"[{day.value}]", most=_DAY_HOURS))
        for day, each in zip(Weekday, hours, strict=False)
    )


def _pairs(value: object) -> list[tuple[date, Any]]:
    """The entries of a mapping from dates, or of a tuple of pairs, in order of time."""
    entries = entries_of(value, "", msg("a mapping of dates"))
    found: list[tuple[date, object]] = []
    for entry in entries:
        if not isinstance(entry, tuple) or len(entry) != 2:
            raise WrongType("", entry, msg("pairs of a date and what is planned from it"))
        found.append((read_date(entry[0], ""), entry[1]))
    check_once([day for day, _ in found], "")
    return sorted(found, key=itemgetter(0))


def _read_dates(value: NumbersByDay | DateHours) -> DateHours:
    return tuple(
        (day, decimal(hundredths(hours, f"[{day}]", most=_DAY_HOURS)))
        for day, hours in _pairs(value)
    )


def _read_changes(value: object) -> Changes:
    found = tuple(_pairs(value))
    for day, schedule in found:
        if check_kind(schedule, Schedule, f"[{day}]").changes:
            raise InvalidInput(
                f"[{day}]",
                "changes",
                msg("a schedule without changes of its own; give each change with its date here"),
            ).showing("changes")
    return found


@brief
@checked
@attrs.frozen(kw_only=True)
class Schedule:
    """The hours that an employee is to work on each day (tjenesteplan, arbejdstidsplan).

    Absence is measured by it. There are three kinds, and a plan may change at a date:

    * `Schedule.weekly`: so many hours a week, evenly from Monday to Friday; the hours of single
      days are not fixed.
    * `Schedule.days`: fixed hours on each day of the week.
    * `Schedule.rota`: a rota, from the hours of its dates or from its shifts. Weeks of 45 hours and
      weeks off are ordinary. It covers the weeks from its first day through its last, and says
      nothing about other weeks; give a day with 0 hours for a week off at either end.
    * `Schedule.changed`: another plan from a date on.

    A public holiday is planned like any other day. Whether benefit is due for it is not for the
    plan to say; see `DayState.ON_DUTY`.

    Attributes:
        norm_hours: agreed weekly hours, above 0, at most 37; for a rota, the average.
        weekdays: fixed hours from Monday to Sunday; empty where the days are not fixed.
        dates: hours by date, of a rota.
        changes: later plans, each from its date on, in order of time.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted: among
            them more than 24 hours on a day, shifts that overlap, and two plans for a day.

    >>> even = Schedule.weekly("37")
    >>> even.planned(date(2024, 5, 3)), even.planned(date(2024, 5, 4))
    (Fraction(37, 5), Fraction(0, 1))
    >>> Schedule.days({"monday": "12", "tuesday": "12", "saturday": "6"}).norm_hours
    Decimal('30.00')
    """

    norm_hours: Decimal = attrs.field(converter=_read_norm, metadata=called("contract_hours"))
    weekdays: tuple[Decimal, ...] = attrs.field(
        default=(),
        converter=_read_weekdays,
        metadata=named("Planned hours by weekday", "Planlagte timer pr. ugedag"),
    )
    dates: DateHours = attrs.field(
        default=(),
        converter=_read_dates,
        metadata=named("Planned hours by date", "Planlagte timer pr. dato"),
    )
    changes: Changes = attrs.field(
        default=(),
        converter=_read_changes,
        metadata=named("Changes of the plan", "Ændringer af arbejdstidsplanen"),
    )

    def __attrs_post_init__(self) -> None:
        if self.weekdays and self.dates:
            raise InvalidInput("dates", len(self.dates), msg("either fixed weekdays or a rota"))
        total = sum(map(oere, self.weekdays))
        if self.weekdays and total != oere(self.norm_hours):
            raise InvalidInput(
                "norm_hours",
                self.norm_hours,
                msg("{hours}, the sum of the hours of the weekdays", hours=decimal(total)),
            )

    @classmethod
    def weekly(cls, hours: Number) -> Schedule:
        """So many hours a week, evenly from Monday to Friday."""
        return cls(norm_hours=hours)

    @classmethod
    def days(cls, hours: Mapping[Weekday | str, Number]) -> Schedule:
        """Fixed hours on each day of the week, alike in all weeks; days left out are days off.

        Args:
            hours: hours by `Weekday`, or by its English or Danish name.

        >>> three_days = Schedule.days({"mandag": "12", "tirsdag": "12", "onsdag": "6"})
        >>> three_days.planned(date(2024, 5, 6)), three_days.planned(date(2024, 5, 9))
        (Fraction(12, 1), Fraction(0, 1))
        """
        if not isinstance(hours, Mapping):
            raise WrongType("weekdays", hours, msg("a mapping of weekdays to hours"))
        whole: dict[Weekday, int] = {}
        for key, value in hours.items():
            day = member(key, Weekday, "weekdays")
            if day in whole:
                raise InvalidInput("weekdays", day.value, msg("each weekday once"))
            whole[day] = hundredths(value, f"weekdays[{day.value}]", most=_DAY_HOURS)
        return cls(
            norm_hours=decimal(sum(whole.values())),
            weekdays=tuple(decimal(whole.get(day, 0)) for day in Weekday),
        )

    @classmethod
    def rota(
        cls, plan: NumbersByDay | DateHours | Iterable[Shift], *, norm_hours: Number
    ) -> Schedule:
        """A rota (tjenesteplan, turnus).

        Args:
            plan: hours by date, or the shifts, each as a pair of the `datetime.datetime` at which
                it begins and ends. A shift's hours belong to the day on which it begins, even past
                midnight. The shifts of a day are counted in hundredths of an hour.
            norm_hours: agreed weekly hours on average.

        >>> night = (datetime(2024, 5, 3, 23, 0), datetime(2024, 5, 4, 7, 15))
        >>> rota = Schedule.rota([night], norm_hours="28")
        >>> rota.dates
        ((datetime.date(2024, 5, 3), Decimal('8.25')),)
        """
        return cls(norm_hours=norm_hours, dates=_read_plan(plan))

    def changed(self, changes: Mapping[date, Schedule] | Mapping[str, Schedule]) -> Schedule:
        """The same plan, and other ones from their dates on.

        >>> plan = Schedule.weekly("37").changed({date(2024, 5, 1): Schedule.weekly("30")})
        >>> plan.planned(date(2024, 4, 30)), plan.planned(date(2024, 5, 1))
        (Fraction(37, 5), Fraction(6, 1))
        """
        return attrs.evolve(self, changes=(*self.changes, *_pairs(changes)))

    def on(self, day: date | str) -> Schedule:
        """The plan in force on a day, without its changes."""
        found = self.in_force(day)
        return attrs.evolve(found, changes=()) if found.changes else found

    def in_force(self, day: date | str) -> Schedule:
        """The plan in force on a day; the first one keeps its changes."""
        day = read_date(day, "day")
        found = self
        for first_day, schedule in self.changes:
            if day < first_day:
                break
            found = schedule
        return found

    @property
    def is_even(self) -> bool:
        """Whether the hours of single days are not fixed."""
        return not (self.weekdays or self.dates)

    @property
    def covers(self) -> Period | None:
        """The days that a rota covers: its whole weeks; None for other plans."""
        if not self.dates:
            return None
        return Period(Week.of(self.dates[0][0]).monday, Week.of(self.dates[-1][0]).sunday)

    def planned(self, day: date | str) -> Fraction:
        """The hours that are planned on a day.

        Raises:
            InvalidInput: for a day that the rota does not cover.
        """
        day = read_date(day, "day")
        found = self.fifths(day)
        if found is None:
            raise InvalidInput(
                "day", day, msg("a day that the rota covers, {days}", days=self.on(day).covers)
            )
        return Fraction(found, FIFTHS)

    def hours(self, period: Period | str) -> Fraction:
        """The hours that are planned in a period.

        Raises:
            InvalidInput: for a day that the rota does not cover.

        >>> Schedule.weekly("37").hours(Period(date(2024, 5, 1), date(2024, 5, 31)))
        Fraction(851, 5)
        """
        return sum(map(self.planned, read_period(period, "period")), Fraction(0))

    def fifths(self, day: date | str) -> int | None:
        """The planned hours of a day, in `FIFTHS` of an hour; None where a rota lacks the day."""
        day = read_date(day, "day")
        plan = self.in_force(day)
        if plan.weekdays:
            return _WEEKDAYS * oere(plan.weekdays[day.weekday()])
        if not plan.dates:
            return oere(plan.norm_hours) if day.weekday() < _WEEKDAYS else 0
        place = bisect_left(plan.dates, day, key=lambda entry: entry[0])
        if place < len(plan.dates) and plan.dates[place][0] == day:
            return _WEEKDAYS * oere(plan.dates[place][1])
        weeks = plan.covers
        return 0 if weeks and day in weeks else None

    def off_norm(self) -> Iterator[tuple[Schedule, Fraction]]:
        """The rotas whose norm isn't the average of their hours a week, with that average."""
        for plan in (self, *(schedule for _, schedule in self.changes)):
            if (weeks := plan.covers) is not None:
                total = sum(oere(hours) for _, hours in plan.dates)
                average = Fraction(total * 7, 100 * weeks.days)
                if average != Fraction(plan.norm_hours):
                    yield plan, average


def _read_plan(plan: object) -> Any:
    """Hours by date, as they are given or as shifts make them."""
    if not isinstance(plan, Iterable) or isinstance(plan, (str, bytes)):
        raise WrongType("dates", plan, msg("hours by date, or shifts with start and end"))
    entries: Any = plan if isinstance(plan, Mapping) else tuple(plan)
    if not entries:
        raise InvalidInput("dates", entries, msg("at least one day"))
    if isinstance(entries, Mapping) or all(map(_of_date, entries)):
        return entries
    return _by_day(entries)


def _of_date(entry: object) -> bool:
    """Whether an entry is hours of a date, not a shift."""
    return isinstance(entry, tuple) and len(entry) == 2 and not isinstance(entry[0], datetime)


def _by_day(shifts: tuple[object, ...]) -> dict[date, Decimal]:
    """The hours of shifts, by the day on which they begin."""
    given = [_check_shift(shift) for shift in shifts]
    zoned = [moment for shift in given for moment in shift if moment.tzinfo is not None]
    if 0 < len(zoned) < 2 * len(given):
        raise InvalidInput(
            "dates", _at(zoned[0]), msg("all times with their time zone, or all without")
        )
    read = sorted(map(_read_shift, given), key=lambda shift: shift[1])
    for (_, _, end), (_, begin, _) in pairwise(read):
        if begin < end:
            raise InvalidInput(
                "dates",
                f"{begin:%Y-%m-%d %H:%M}",
                msg("shifts that do not overlap; the shift before ends at {end}", end=_at(end)),
            )
    long: dict[date, timedelta] = {}
    for day, begin, end in read:
        long[day] = long.get(day, timedelta()) + (end - begin)
    return {
        day: decimal(round_half_away(Fraction(100 * (each // _TICK), _HOUR // _TICK)))
        for day, each in long.items()
    }


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _check_shift(shift: object) -> Shift:
    """When a shift begins and ends."""
    if (
        not isinstance(shift, tuple)
        or len(shift) != 2
        or not all(isinstance(moment, datetime) for moment in shift)
    ):
        accepted = msg("pairs of the datetimes at which a shift begins and ends")
        raise WrongType("dates", shift, accepted)
    return shift


def _read_shift(shift: Shift) -> tuple[date, datetime, datetime]:
    """The day to which a shift's hours belong, and when it begins and ends."""
    begin, end = shift
    day = read_date(begin.date(), "dates")
    if begin.tzinfo is not None:
        begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    if not begin < end <= begin + _DAY:
        raise InvalidInput(
            "dates",
            f"{_at(begin)}/{_at(end)}",
            msg("shifts that end within 24 hours of their start"),
        )
    return day, begin, end
