"""What is not known exactly: a range of numbers, the days of a period, or a choice of values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import checked, named
from socialkapitel.i18n import format_number
from socialkapitel.messages import msg
from socialkapitel.money import Number, Pay, decimal, hundredths
from socialkapitel.periods import Period
from socialkapitel.whatif.fields import (
    Arguments,
    Calculator,
    Path,
    changed,
    check_complete,
    run,
)
from socialkapitel.whatif.limits import Line

_MOST = 10**9
_MOST_VALUES = 400
_STEPS = 16
"""The parts in which a range is searched, besides the places where a limit begins to bind."""


def _read_end(value: Number | Pay, field: str = "") -> Decimal | Pay:
    if isinstance(value, Pay):
        return value
    return decimal(hundredths(value, field, most=_MOST))


@checked
@attrs.frozen
class Between:
    """A number that is only known to be between two others, both included (interval).

    Attributes:
        low: the least, as a number or a `Pay`.
        high: the greatest, of the same kind.

    Raises:
        SocialkapitelError: an `InvalidInput` for ends that are not numbers, of two kinds, or out of
            order.

    >>> Between("18", "37")
    Between(low=Decimal('18.00'), high=Decimal('37.00'))
    """

    low: Decimal | Pay = attrs.field(converter=_read_end, metadata=named("Least", "Mindst"))
    high: Decimal | Pay = attrs.field(converter=_read_end, metadata=named("Greatest", "Størst"))

    def __attrs_post_init__(self) -> None:
        kinds = {each.per if isinstance(each, Pay) else None for each in (self.low, self.high)}
        if len(kinds) > 1:
            raise InvalidInput("high", self.high, msg("two numbers, or pay of one kind twice"))
        if self.least >= self.greatest:
            least = format_number(self.least, "en")
            raise InvalidInput("high", self.high, msg("more than {least}", least=least))

    @property
    def least(self) -> Decimal:
        """The lower end as a number."""
        return self.low.amount if isinstance(self.low, Pay) else self.low

    @property
    def greatest(self) -> Decimal:
        """The upper end as a number."""
        return self.high.amount if isinstance(self.high, Pay) else self.high

    def line(self, calculator: Calculator, arguments: Arguments, path: Path) -> Line:
        """The calculator along the range, with the other arguments fixed."""
        argued = changed(arguments, path, self.low)
        check_complete(calculator, argued)
        return Line.along(calculator, argued, path, run(calculator, argued))

    def at(self, line: Line, place: int) -> Decimal | Pay:
        """The value at a place of the line."""
        value = line.value(place)
        return attrs.evolve(self.low, amount=value) if isinstance(self.low, Pay) else value

    def corners(self, line: Line) -> list[int]:
        """The places at which a curve along the line can turn: its ends, and both sides of kinks.

        It can turn where another limit begins to bind; between such places the curve of an amount
        is straight, or bends one way only.
        """
        low, high = line.place(self.least), line.place(self.greatest)
        bent = {
            place for place, _, _ in line.breaks((low, line.result(low)), (high, line.result(high)))
        }
        return sorted({low, high} | bent | {place - 1 for place in bent})

    def places(self, line: Line) -> list[int]:
        """The corners, and even steps between the ends."""
        low, high = line.place(self.least), line.place(self.greatest)
        even = {low + (high - low) * step // _STEPS for step in range(_STEPS + 1)}
        return sorted(even | set(self.corners(line)))


Unknown: TypeAlias = Between | Period | Mapping[str, object] | Iterable[object]
"""What is known about an unknown: a range, a period of which it is a day, or a choice of values."""


def choices_of(name: str, unknown: object) -> list[tuple[str | None, object]] | None:
    """The values of an unknown, with their names where they have some; None for a range.

    Raises:
        WrongType: for anything but a range, a period or a collection.
        InvalidInput: for fewer than two values, or more than 400.
    """
    if isinstance(unknown, Between):
        return None
    found: list[tuple[str | None, object]]
    if isinstance(unknown, str) or not isinstance(unknown, Iterable):
        accepted = msg("a Between, a Period, or a collection of values")
        raise WrongType(name, unknown, accepted)
    if isinstance(unknown, Mapping):
        found = [(check_kind(key, str, name), value) for key, value in unknown.items()]
    else:
        found = [(None, value) for value in unknown]
    if not 2 <= len(found) <= _MOST_VALUES:
        accepted = msg("from 2 to {most} values", most=_MOST_VALUES)
        raise InvalidInput(name, len(found), accepted)
    return found
