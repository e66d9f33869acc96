"""What a legal figure is: a parameter, and the figures it has had over the years."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from socialkapitel.errors import NotInForce
from socialkapitel.messages import Label, msg
from socialkapitel.periods import check_date
from socialkapitel.sources import Evidence, Source


class Unit(Enum):
    """What a value is counted in."""

    DKK = "DKK"
    DKK_PER_YEAR = "DKK/year"
    DKK_PER_MONTH = "DKK/month"
    DKK_PER_WEEK = "DKK/week"
    DKK_PER_DAY = "DKK/day"
    DKK_PER_HOUR = "DKK/hour"
    PER_CENT = "per cent"
    SHARE = "share"
    HOURS = "hours"
    HOURS_PER_WEEK = "hours/week"
    HOURS_PER_MONTH = "hours/month"
    CALENDAR_DAYS = "calendar days"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    PEOPLE = "people"
    PLACES = "places"
    EMPLOYEES_PER_PLACE = "employees/place"


@attrs.frozen
class Figure:
    """A parameter's value from one day through another, with its source and evidence (sats).

    ``valid_to`` is None where the figure holds until a new one is known. ``note`` says how a
    derived figure was reached, or what to mind.
    """

    parameter: str
    value: Decimal
    unit: Unit
    valid_from: date
    valid_to: date | None
    source: Source
    evidence: Evidence
    note: Label | None = None

    def __contains__(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@attrs.frozen
class Parameter:
    """A legal figure under its name, with all its values over time (satsrække).

    The figures are in order of date and don't overlap; there may be gaps, which are unknown.
    """

    name: str
    label: Label
    unit: Unit
    source: Source
    figures: tuple[Figure, ...]
    note: Label | None = None

    @property
    def first_day(self) -> date:
        """The first day for which a figure is known."""
        return self.figures[0].valid_from

    @property
    def last_day(self) -> date | None:
        """The last day for which a figure is known; None where the newest holds until changed."""
        return self.figures[-1].valid_to

    def on(self, day: date) -> Figure:
        """The figure that holds on a day.

        Raises:
            NotInForce: where no figure is known for that day, a gap between two figures included.

        >>> from socialkapitel import PARAMETERS
        >>> PARAMETERS["flexjob.ceiling_yearly"].on(date(2018, 6, 1)).value
        Decimal('516756')
        """
        place = self._place(day)
        if place and day in self.figures[place - 1]:
            return self.figures[place - 1]
        hint = None
        if 0 < place < len(self.figures):
            hint = msg(
                "with a gap after {last_before}, before {first_after}",
                last_before=self.figures[place - 1].valid_to,
                first_after=self.figures[place].valid_from,
            )
        raise NotInForce(self.name, day, self.first_day, self.last_day, hint)

    def covers(self, day: date) -> bool:
        """Whether a figure is known for a day."""
        place = self._place(day)
        return place > 0 and day in self.figures[place - 1]

    def _place(self, day: date) -> int:
        check_date(day, "day")
        return bisect_right(self.figures, day, key=lambda figure: figure.valid_from)
