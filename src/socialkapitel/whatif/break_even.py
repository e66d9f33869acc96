"""Where two alternatives cost the same: the values of a field at which one overtakes the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Literal, TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput, SocialkapitelError, UnknownName, WrongType
from socialkapitel.explanation import Explained
from socialkapitel.messages import Text, msg
from socialkapitel.tables import Column, Table
from socialkapitel.whatif.fields import (
    Arguments,
    Calculator,
    Path,
    check_arguments,
    check_calculator,
    check_complete,
    find,
    run,
)
from socialkapitel.whatif.figures import (
    field_label,
    figure_names,
    figure_of,
    figure_unit,
    main_name,
)
from socialkapitel.whatif.limits import Line
from socialkapitel.whatif.ranges import Between
from socialkapitel.whatif.sweep import axis_label, axis_unit

Side: TypeAlias = Literal["a", "b"]


@attrs.frozen
class Crossing:
    """A value at which two alternatives are equal, or one overtakes the other (skæring).

    Attributes:
        value: the first value, to the smallest step, at which they are equal or have swapped
            places.
        a: the result of the first at the value.
        b: the result of the second.
        difference: the figure of ``a`` less that of ``b`` there; 0 where they are equal.
        higher: which is higher from there on; None where they stay equal.
    """

    value: Decimal
    a: Explained
    b: Explained
    difference: Decimal
    higher: Side | None


@brief
@attrs.frozen(kw_only=True)
class BreakEven(Table):
    """A row for each crossing: the value, both figures, and which is higher from there on.

    Attributes:
        crossings: the crossings, in order of value.
        higher_at_first: which is higher at the lower end of the range; None where they are equal.
    """

    crossings: tuple[Crossing, ...]
    higher_at_first: Side | None


def break_even(
    calculator: Calculator,
    a: Mapping[str, object],
    b: Mapping[str, object],
    /,
    *,
    y: str | None = None,
    **axis: Between,
) -> BreakEven:
    """The values of a field at which two alternatives are equal (balancepunkt).

    Compares them at the ends of the range, at sixteen even steps, and on both sides of each value
    at which another limit begins to bind in one of them; where their order changes between two of
    these, the value is found by halving. Two amounts that are linear between their kinks, apart
    from rounding to the øre, cross nowhere else. Other curves may cross twice between two compared
    values; that is not detected.

    Args:
        calculator: any calculator of the library that answers with a number.
        a: its arguments by name for the first alternative.
        b: its arguments by name for the second.
        y: the figure that is compared; by default the amount, hours or places.
        axis: the field and its range, named as in `sweep`. Where both have it, it is changed in
            both; ``**{"a.pay": Between(...)}`` changes it in the first alone.

    Raises:
        UnknownName: for a field or a figure that isn't there.
        InvalidInput: for no axis or several, or a missing argument.
        WrongType: for anything but a `Between`.
        SocialkapitelError: what the calculator raises; the error's notes name the alternative.

    >>> import socialkapitel as sk
    >>> job = sk.FlexjobSince2013(started_on="2023-05-01", full_time_pay="32066.67")
    >>> flexjob = sk.FlexjobSince2013Work(job=job, pay="15600", contributions="66")
    >>> leave = sk.OrdinaryWork(pay="11000", contributions="190")
    >>> found = break_even(
    ...     sk.employer_cost,
    ...     {"arrangement": flexjob, "month": sk.Month(2024, 3)},
    ...     {"arrangement": leave, "month": sk.Month(2024, 3)},
    ...     **{"a.pay": Between("5000", "30000")},
    ... )
    >>> [(crossing.value, crossing.higher) for crossing in found.crossings]
    [(Decimal('11124.00'), 'a')]
    """
    check_calculator(calculator)
    if len(axis) != 1:
        raise InvalidInput("axis", len(axis) or None, msg("one field with its range"))
    [(name, known)] = axis.items()
    if not isinstance(known, Between):
        raise WrongType(name, known, msg("a Between"))
    courses: dict[Side, Arguments] = {
        "a": check_arguments(calculator, a, "a"),
        "b": check_arguments(calculator, b, "b"),
    }
    paths = _paths(calculator, courses, name)
    sides = [_course(calculator, courses[side], side, paths.get(side), known) for side in courses]
    lines = [side.line for side in sides if side.line is not None]
    pair = _Compared(sides[0].at, sides[1].at, y)
    places = sorted({place for line in lines for place in known.places(line)})
    crossings = tuple(_crossings(pair, places, lines[0]))
    low = pair.results(places[0])
    figure_name = main_name(low[0]) if y is None else y
    [side, path] = next(iter(paths.items()))
    varied = low[side == "b"]
    unit = None if figure_name not in figure_names(low[0]) else figure_unit(low[0], figure_name)
    return BreakEven(
        title=msg("Where both are equal: {figure}", figure=field_label(figure_name, type(low[0]))),
        columns=(
            Column(
                "value",
                axis_label(varied, path),
                axis_unit(varied, path, [each.value for each in crossings]),
            ),
            Column("a", msg("Result 1"), unit),
            Column("b", msg("Result 2"), unit),
            Column("higher", msg("Higher from there on")),
        ),
        rows=tuple(
            (each.value, pair.figure(each.a), pair.figure(each.b), _WHICH[each.higher])
            for each in crossings
        ),
        notes=() if crossings else (msg("They are never equal in the range"),),
        crossings=crossings,
        higher_at_first=_higher(pair.difference(places[0])),
    )


_WHICH: dict[Side | None, Text] = {
    "a": msg("the first"),
    "b": msg("the second"),
    None: msg("neither"),
}


def _paths(
    calculator: Calculator, courses: Mapping[Side, Arguments], name: str
) -> dict[Side, Path]:
    """The path to the field in each alternative that has it, or in the one that is named."""
    side, _, rest = name.partition(".")
    alone: dict[Side, str] = {each: rest for each in courses if each == side and rest}
    both: dict[Side, str] = dict.fromkeys(courses, name)
    found: dict[Side, Path] = {}
    unknown: UnknownName | None = None
    for each, field in (alone or both).items():
        try:
            found[each] = find(calculator, courses[each], field)
        except UnknownName as error:
            unknown = error
    if unknown is not None and not found:
        raise unknown
    return found


@attrs.frozen
class _AlongRange:
    """An alternative at each place of the range; without a line where it lacks the field."""

    line: Line | None
    at: Callable[[int], Explained]


def _course(
    calculator: Calculator, arguments: Arguments, side: Side, path: Path | None, known: Between
) -> _AlongRange:
    try:
        if path is not None:
            line = known.line(calculator, arguments, path)
            return _AlongRange(line, line.result)
        check_complete(calculator, arguments)
        result = run(calculator, arguments)
    except SocialkapitelError as error:
        error.add_note(side)
        raise
    return _AlongRange(None, lambda _: result)


@attrs.frozen
class _Compared:
    """Two alternatives, and the figure that is compared."""

    a: Callable[[int], Explained]
    b: Callable[[int], Explained]
    y: str | None

    def results(self, place: int) -> tuple[Explained, Explained]:
        """Both results at a place."""
        return self.a(place), self.b(place)

    def figure(self, result: Explained) -> Decimal:
        """The figure of a result."""
        return figure_of(result, self.y)

    def difference(self, place: int) -> Decimal:
        """The first's figure less the second's."""
        first, second = self.results(place)
        return self.figure(first) - self.figure(second)


def _crossings(pair: _Compared, places: list[int], line: Line) -> Iterator[Crossing]:
    signs = [_sign(pair.difference(place)) for place in places]
    if not signs[0]:
        yield _crossing(pair, places[0], line, signs)
    for number, ((low, high), (before, after)) in enumerate(
        zip(pairwise(places), pairwise(signs), strict=True), start=1
    ):
        if before and after != before:
            place = _first_other(pair, low, high, before)
            yield _crossing(pair, place, line, signs[number:])


def _first_other(pair: _Compared, low: int, high: int, sign: int) -> int:
    """The first place after ``low`` at which the difference has another sign."""
    while high - low > 1:
        middle = (low + high) // 2
        if _sign(pair.difference(middle)) == sign:
            low = middle
        else:
            high = middle
    return high


def _crossing(pair: _Compared, place: int, line: Line, later: list[int]) -> Crossing:
    first, second = pair.results(place)
    difference = pair.difference(place)
    after = next((sign for sign in later if sign), 0)
    return Crossing(line.value(place), first, second, difference, _higher(Decimal(after)))


def _sign(difference: Decimal) -> int:
    return (difference > 0) - (difference < 0)


def _higher(difference: Decimal) -> Side | None:
    if not difference:
        return None
    return "a" if difference > 0 else "b"
