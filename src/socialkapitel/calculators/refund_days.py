"""What of a week's refund of sickness benefit each of its days has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from socialkapitel.calculators.sickness_weeks import SicknessWeek
from socialkapitel.money import decimal, oere, round_half_away


class DayOfWeek(NamedTuple):
    """A day of a week: the hours and øre before it in the week, and through it."""

    day: date
    hours_before: Fraction
    hours_through: Fraction
    before: int
    through: int


def through_days(week: SicknessWeek) -> Iterator[DayOfWeek]:
    """A week's days with refundable hours: what is given before each of them, and through it.

    The refund is divided by the hours, and what is given through a day is rounded to the øre, so
    that the days together are the week's refund.
    """
    hours_in_all = sum((hours for _, hours in week.refundable_days), Fraction(0))
    before, given = Fraction(0), 0
    for day, hours in week.refundable_days:
        through = round_half_away(oere(week.amount) * (before + hours) / hours_in_all)
        yield DayOfWeek(day, before, before + hours, given, through)
        before, given = before + hours, through


def refund_by_day(weeks: Iterable[SicknessWeek]) -> dict[date, Decimal]:
    """The employer's refund in kroner by day, in order of time; days without any are left out."""
    return {
        part.day: decimal(part.through - part.before)
        for week in weeks
        for part in through_days(week)
        if part.through > part.before
    }
