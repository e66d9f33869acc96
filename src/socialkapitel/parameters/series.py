"""What a legal figure is: a parameter, and the figures it has had over the years."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import pairwise

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput, NotInForce, NotKnown, check_kind
from socialkapitel.fields import checked, read_text
from socialkapitel.messages import Label, Message, msg
from socialkapitel.money import oere, whole_hundredths
from socialkapitel.periods import read_date, read_date_or_none
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
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    PEOPLE = "people"
    PLACES = "places"
    EMPLOYEES_PER_PLACE = "employees/place"


def _read_value(value: Decimal, field: str = "") -> Decimal:
    if not check_kind(value, Decimal, field).is_finite() or value < 0:
        raise InvalidInput(field, value, msg("a number that is not negative"))
    return value


def _read_label(value: Label, field: str = "") -> Label:
    return check_kind(value, Label, field)


def _read_note(value: Label | None, field: str = "") -> Label | None:
    return None if value is None else _read_label(value, field)


def _read_unit(value: Unit, field: str = "") -> Unit:
    return check_kind(value, Unit, field)


def _read_source(value: Source, field: str = "") -> Source:
    return check_kind(value, Source, field)


def _read_evidence(value: Evidence, field: str = "") -> Evidence:
    return check_kind(value, Evidence, field)


@checked
@attrs.frozen
class Figure:
    """A parameter's value from one day through another, with its source and evidence (sats).

    ``valid_to`` is None where the figure holds until a new one is known. ``note`` says how a
    derived figure was reached, or what to bear in mind. ``key`` names the figure in explanations,
    as
    ``"flexjob.ceiling_yearly@2018-01-01"``.

    Raises:
        InvalidInput: for a value that is negative or not a number, or an end before the start.
        WrongType: for a part of another type.
    """

    parameter: str = attrs.field(converter=read_text)
    value: Decimal = attrs.field(converter=_read_value)
    unit: Unit = attrs.field(converter=_read_unit)
    valid_from: date = attrs.field(converter=read_date)
    valid_to: date | None = attrs.field(converter=read_date_or_none)
    source: Source = attrs.field(converter=_read_source)
    evidence: Evidence = attrs.field(converter=_read_evidence)
    note: Label | None = attrs.field(default=None, converter=_read_note)
    key: str = attrs.field(init=False, repr=False, eq=False)
    _hundredths: int | None = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise InvalidInput("valid_to", self.valid_to, msg("a day on or after the first day"))
        object.__setattr__(self, "key", f"{self.parameter}@{self.valid_from}")
        object.__setattr__(self, "_hundredths", whole_hundredths(self.value))

    @property
    def hundredths(self) -> int:
        """The value in whole hundredths: øre, where it is counted in kroner.

        Raises:
            InvalidInput: for a value of more than two decimals.
        """
        return oere(self.value) if self._hundredths is None else self._hundredths

    def __contains__(self, day: date | str) -> bool:
        day = read_date(day, "day")
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def refused_figure(figure: Figure, accepted: Message) -> InvalidInput:
    """The error for a caller's figure that can't be used, naming it by its label."""
    from socialkapitel.parameters.sets import packaged_parameters

    known = packaged_parameters()
    label = known[figure.parameter].label if figure.parameter in known else None
    return InvalidInput(figure.parameter, figure.value, accepted).called(label)


def divisor(figure: Figure) -> int:
    """A figure used as a divisor, in hundredths.

    Raises:
        InvalidInput: where the figure, the caller's own, is 0.
    """
    whole = figure.hundredths
    if not whole:
        raise refused_figure(figure, msg("a figure above 0"))
    return whole


def whole_figure(figure: Figure) -> int:
    """A legal figure that must be a whole number, such as a number of days or years.

    Raises:
        InvalidInput: where an amended figure isn't whole.
    """
    if figure.value != int(figure.value):
        raise refused_figure(figure, msg("a whole number"))
    return int(figure.value)


def _read_figures(value: tuple[Figure, ...], field: str = "") -> tuple[Figure, ...]:
    for figure in check_kind(value, tuple, field):
        check_kind(figure, Figure, field)
    ordered = all(
        earlier.valid_to is not None and earlier.valid_to < later.valid_from
        for earlier, later in pairwise(value)
    )
    if not value or not ordered:
        raise InvalidInput(field, value, msg("at least one figure, in order and apart"))
    return value


@brief
@checked
@attrs.frozen(cache_hash=True)  # amended sets share most of their parameters
class Parameter:
    """A legal figure under its name, with all its values over time (satsrække).

    The figures are in order of date and don't overlap; there may be gaps, which are unknown.

    Raises:
        InvalidInput: for figures out of order, or none.
        WrongType: for a part of another type.
    """

    name: str = attrs.field(converter=read_text)
    label: Label = attrs.field(converter=_read_label)
    unit: Unit = attrs.field(converter=_read_unit)
    source: Source = attrs.field(converter=_read_source)
    figures: tuple[Figure, ...] = attrs.field(converter=_read_figures)
    note: Label | None = attrs.field(default=None, converter=_read_note)
    _starts: tuple[date, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(f.valid_from for f in self.figures))

    @property
    def first_day(self) -> date:
        """The first day for which a figure is known."""
        return self.figures[0].valid_from

    @property
    def last_day(self) -> date | None:
        """The last day for which a figure is known; None where the newest holds until changed."""
        return self.figures[-1].valid_to

    @property
    def known(self) -> Message:
        """For which days the series is known, as a sentence.

        >>> from socialkapitel import PARAMETERS
        >>> str(PARAMETERS["flexjob.review_first"].known)
        'Known from 2001-07-01 through 2012-12-31; later days are not answered.'
        """
        if self.last_day is None:
            return msg("Known from {first} until it is changed.", first=self.first_day)
        return msg(
            "Known from {first} through {last}; later days are not answered.",
            first=self.first_day,
            last=self.last_day,
        )

    def on(self, day: date | str) -> Figure:
        """The figure in force on a day.

        Raises:
            NotInForce: where no figure is known for that day, a gap between two figures included.

        >>> from socialkapitel import PARAMETERS
        >>> PARAMETERS["flexjob.ceiling_yearly"].on(date(2018, 6, 1)).value
        Decimal('516756')
        """
        day = read_date(day, "day")
        place = self._place(day)
        if place:
            figure = self.figures[place - 1]
            if figure.valid_to is None or day <= figure.valid_to:
                return figure
        hint = None
        if 0 < place < len(self.figures):
            hint = msg(
                "with a gap after {last_before}, before {first_after}",
                last_before=self.figures[place - 1].valid_to,
                first_after=self.figures[place].valid_from,
            )
        missing = NotKnown(self.name, self.label, day, self.first_day, self.last_day)
        raise NotInForce.of(missing, hint)

    def covers(self, day: date | str) -> bool:
        """Whether a figure is known for a day."""
        day = read_date(day, "day")
        place = self._place(day)
        return place > 0 and day in self.figures[place - 1]

    def _place(self, day: date) -> int:
        return bisect_right(self._starts, day)
