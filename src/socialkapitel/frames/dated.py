"""A legal figure on a column of days: which of its values holds on the row's day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import attrs

from socialkapitel.errors import InvalidInput
from socialkapitel.frames.days import DAY, Days, within
from socialkapitel.frames.logic import Condition, Whole, either
from socialkapitel.messages import msg
from socialkapitel.money import MAX_HOURLY, oere
from socialkapitel.parameters import Figure, Parameter, Unit

_MOST = {Unit.PER_CENT: 100, Unit.HOURS_PER_WEEK: 168, Unit.DKK_PER_HOUR: MAX_HOURLY}
_MOST_OTHERS = 10_000_000


@attrs.frozen
class Dated:
    """A figure's values by row, and whether one is known for the row's day.

    Where none is, ``value`` is that of another day, so that the work can go on; the row is refused
    by ``known``.
    """

    value: Whole
    known: Condition


def _hundredths(figure: Figure) -> int:
    return oere(figure.value)


def figure_on(
    parameter: Parameter, days: Days, read: Callable[[Figure], int] = _hundredths
) -> Dated:
    """The figures of a parameter on the rows' days.

    ``read`` makes a whole number of a figure: hundredths, unless another is given.

    Raises:
        InvalidInput: where a figure of the caller's is larger than columns have room for.
    """
    steps: list[tuple[date, int]] = []
    for figure in parameter.figures:
        _check_size(figure)
        value = read(figure)
        if not steps or steps[-1][1] != value:
            steps.append((figure.valid_from, value))
    return Dated(days.valued(steps), known_on(parameter, days))


def known_on(parameter: Parameter, days: Days) -> Condition:
    """Whether a figure is known for the row's day."""
    spans: list[tuple[date, date | None]] = []
    for figure in parameter.figures:
        first = figure.valid_from
        before = spans[-1][1] if spans else None
        if before is not None and before + DAY == first:
            first, _ = spans.pop()
        spans.append((first, figure.valid_to))
    return either(*(within(days, first, last) for first, last in spans))


def _check_size(figure: Figure) -> None:
    most = _MOST.get(figure.unit, _MOST_OTHERS)
    if figure.value > Decimal(most):
        raise InvalidInput(
            figure.parameter, figure.value, msg("a figure of at most {most}", most=most)
        )
