"""What is known about a series besides its figures: how it changes each year, what it must fit.

Both are kept with the figures, in the files of ``parameters/data``. A yearly figure ends with its
year. A relation says how one figure follows from another: our own figures keep to the relations,
and so must those that are entered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import floor

import attrs

from socialkapitel.messages import Message, msg
from socialkapitel.parameters.series import Figure, Parameter, Unit

_DAY = timedelta(days=1)
_LEAST, _MOST = Fraction(100, 100), Fraction(106, 100)
"""How a yearly figure may change in a year without being confirmed.

From 2003 through 2026 the rate adjustment lay between 1.2 and 4.5 per cent.
"""


class Begins(Enum):
    """On which day of the year a yearly figure changes."""

    JANUARY = "1 January"
    FIRST_MONDAY = "first Monday of January"
    APRIL = "1 April"

    def first_day(self, year: int) -> date:
        """The day of a year on which the figure changes.

        >>> Begins.FIRST_MONDAY.first_day(2027)
        datetime.date(2027, 1, 4)
        """
        if self is Begins.APRIL:
            return date(year, 4, 1)
        day = date(year, 1, 1)
        return day + (-day.weekday() % 7) * _DAY if self is Begins.FIRST_MONDAY else day

    def last_day(self, day: date) -> date:
        """The last day of the year of figures to which a day belongs.

        >>> Begins.FIRST_MONDAY.last_day(date(2027, 1, 1))
        datetime.date(2027, 1, 3)
        """
        following = self.first_day(day.year)
        return (following if day < following else self.first_day(day.year + 1)) - _DAY


class Follows(Enum):
    """What a yearly figure follows from one year to the next."""

    RATE_ADJUSTMENT = "rate adjustment"
    PARTIES = "agreement of the parties"
    ITSELF = "itself"


@attrs.frozen(kw_only=True)
class Deduction:
    """Points that an act deducts from the rate adjustment of one year, for some figures."""

    year: int
    points: Decimal
    law: str


@attrs.frozen(kw_only=True)
class Yearly:
    """How a series changes from year to year.

    Attributes:
        begins: the day on which the year's figure begins.
        follows: what the figure follows.
        to: what an adjusted figure is rounded to.
        less: what is deducted from the rate adjustment of single years.
    """

    begins: Begins
    follows: Follows
    to: Decimal = Decimal("0.01")
    less: tuple[Deduction, ...] = ()

    def points(self, year: int, adjustment: Decimal) -> Decimal:
        """By how many per cent the figure rises, where rates rise by ``adjustment``."""
        if self.follows is not Follows.RATE_ADJUSTMENT:
            return Decimal(0)
        return adjustment - sum(each.points for each in self.less if each.year == year)

    def adjusted(self, value: Decimal, points: Decimal) -> Decimal:
        """A figure raised by a percentage and rounded."""
        return nearest(Fraction(value) * (1 + Fraction(points) / 100), self.to)


def nearest(value: Fraction, step: Decimal) -> Decimal:
    """To the nearest multiple of a step, halves upwards."""
    return floor(value / Fraction(step) + Fraction(1, 2)) * step


@attrs.frozen(kw_only=True)
class Relation:
    """How one figure follows from another (sammenhæng).

    ``figure`` is ``of``, times ``share``, divided by each of ``over`` (numbers, or the names of
    other series), rounded to ``to``; it may differ by ``within``. It holds from ``valid_from``
    through ``valid_to``, where they are given.
    """

    figure: str
    of: str
    share: Fraction = Fraction(1)
    over: tuple[str, ...] = ()
    to: Decimal | None = None
    within: Decimal = Decimal(0)
    valid_from: date = date.min
    valid_to: date = date.max

    @property
    def names(self) -> tuple[str, ...]:
        """The series that are compared."""
        return (self.figure, self.of, *(name for name in self.over if name[0].isalpha()))

    def expected(self, value: Callable[[str], Decimal]) -> Fraction:
        """The value that the figure must have, from the values of the others."""
        exact = Fraction(value(self.of)) * self.share
        for name in self.over:
            exact /= Fraction(value(name)) if name[0].isalpha() else Fraction(name)
        return exact if self.to is None else Fraction(nearest(exact, self.to))

    def fault(self, parameters: Mapping[str, Parameter], day: date) -> Message | None:
        """What is wrong on a day; None where the figures fit, or one of them is not known."""
        if not self.valid_from <= day <= self.valid_to:
            return None
        if not all(parameters[name].covers(day) for name in self.names):
            return None
        figure = parameters[self.figure].on(day)
        expected = self.expected(lambda name: parameters[name].on(day).value)
        if abs(expected - Fraction(figure.value)) <= Fraction(self.within):
            return None
        return msg(
            "{label}: {value} does not fit {other} of {other_value}, which gives {expected}",
            label=parameters[self.figure].label,
            value=figure.value,
            other=parameters[self.of].label,
            other_value=parameters[self.of].on(day).value,
            expected=nearest(expected, self.to or Decimal("0.01")),
        )

    def days(self, parameters: Mapping[str, Parameter]) -> tuple[date, ...]:
        """The days on which the figure changes."""
        return tuple(figure.valid_from for figure in parameters[self.figure].figures)


def leap(figure: Figure, before: Figure | None) -> Message | None:
    """Why a yearly figure must be confirmed: it changes by more than the adjustment explains."""
    if figure.unit is Unit.PER_CENT:
        return (
            msg("{value} per cent is not an ordinary rate adjustment", value=figure.value)
            if Fraction(figure.value) > 100 * (_MOST - 1)
            else None
        )
    if before is None or not before.value:
        return None
    years = max(1, round((figure.valid_from - before.valid_from).days / 365))
    ratio = Fraction(figure.value) / Fraction(before.value)
    if _LEAST**years <= ratio <= _MOST**years:
        return None
    return msg(
        "{value} differs from {before} of {day} by {change} per cent, more than a year's"
        " adjustment explains",
        value=figure.value,
        before=before.value,
        day=before.valid_from,
        change=nearest(100 * (ratio - 1), Decimal("0.1")),
    )


@attrs.frozen
class Rules:
    """What is known about the packaged series besides their figures, by the series' names.

    Attributes:
        yearly: how a series changes from year to year; none for one that holds until it is changed.
        relations: what figures must fit together.
        confirmed: the figures that leap and are right nevertheless, by their keys.
        needs: the calculators that look a series up.
    """

    yearly: Mapping[str, Yearly] = attrs.field(factory=dict)
    relations: tuple[Relation, ...] = ()
    confirmed: frozenset[str] = frozenset()
    needs: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)

    def and_also(self, others: Iterable[Rules]) -> Rules:
        """These rules together with those of other files."""
        yearly, relations, confirmed = dict(self.yearly), self.relations, self.confirmed
        for other in others:
            yearly |= other.yearly
            relations += other.relations
            confirmed |= other.confirmed
        return Rules(yearly, relations, confirmed, self.needs)
