"""How low and how high a result can be where facts are only known within limits."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import product
from math import prod
from typing import TypeAlias, cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.explanation import Explained
from socialkapitel.messages import msg
from socialkapitel.money import Pay
from socialkapitel.tables import Amount, Column, Table
from socialkapitel.whatif.fields import (
    Arguments,
    Calculator,
    Path,
    changed,
    check_arguments,
    check_calculator,
    check_complete,
    find,
    run,
    tracked,
)
from socialkapitel.whatif.figures import (
    field_label,
    figure_of,
    figure_unit,
    main_name,
    worded,
)
from socialkapitel.whatif.ranges import Between, Unknown, choices_of
from socialkapitel.whatif.sweep import Point, axis_label, axis_unit, shown_value

MOST_COMBINATIONS = 20_000
"""The maximum number of combinations."""


@brief
@attrs.frozen(kw_only=True)
class Bounds(Table):
    """A row for each unknown: its value at the lowest and the highest, and how much it matters.

    Attributes:
        lowest: the lowest figure that was found.
        highest: the highest.
        at_lowest: the point with the lowest figure, with its ``result``.
        at_highest: the point with the highest.
        effects: for each unknown, how much it changes the figure at most by itself.
        matters_most: the name of the unknown that changes the figure most.
        tried: how many calculations were made.
    """

    lowest: Decimal
    highest: Decimal
    at_lowest: Point = attrs.field(repr=False)
    at_highest: Point = attrs.field(repr=False)
    effects: Mapping[str, Decimal]
    matters_most: str
    tried: int


def bounds(
    calculator: Calculator,
    base: Mapping[str, object],
    /,
    *,
    unknown: Mapping[str, Unknown],
    y: str | None = None,
) -> Bounds:
    """How low and how high a figure can be, and which unknown matters most (spænd).

    Tries all combinations of the given values, the ends of ranges, and the values along a range at
    which another limit begins to bind (`Kink`), found while the other unknowns are at their ends.
    From the lowest and the highest of them each range is then searched again, in even steps too,
    until nothing lower or higher is found. An amount that is linear between its kinks, as refunds
    and subsidies are apart from rounding to the øre, has no other extremes. For other curves, the
    result is the extreme of what was tried, and is not proven to be the bound.

    Args:
        calculator: any calculator of the library that answers with a number.
        base: its arguments by name; an unknown field may have any valid value there, and an unknown
            argument may be missing.
        unknown: for each field what is known about it: a `Between`, a `Period` of which it is a
            day, or a collection of values; a mapping gives each value a name. Fields are named as
            in `sweep`.
        y: the figure; by default the amount, hours or places.

    Raises:
        UnknownName: for a field or a figure that doesn't exist.
        InvalidInput: for no unknown, fewer than two values of one, or more than 20,000
            combinations.
        WrongType: for an unknown that is none of these.
        SocialkapitelError: what the calculator raises for a combination; the error's notes name it.

    >>> import socialkapitel as sk
    >>> job = sk.FlexjobSince2013(started_on="2023-05-01", full_time_pay="32066.67")
    >>> found = bounds(
    ...     sk.flex_wage_supplement,
    ...     {"job": job, "month": sk.Month(2024, 3)},
    ...     unknown={"pay": Between("9000", "12000"), "full_time_pay": ["30000", "32066.67"]},
    ... )
    >>> found.lowest, found.highest, found.matters_most
    (Decimal('16352.00'), Decimal('17252.00'), 'pay')
    """
    check_calculator(calculator)
    arguments = check_arguments(calculator, base, "base")
    if not isinstance(unknown, Mapping):
        raise WrongType("unknown", unknown, msg("a mapping of fields to what is known about them"))
    if not unknown:
        raise InvalidInput("unknown", None, msg("at least one field"))
    search = _Search(calculator, arguments, y)
    axes = [
        _Axis(name, find(calculator, arguments, name), what, choices_of(name, what))
        for name, what in unknown.items()
    ]
    values = search.candidates(axes)
    _check_few(values)
    tried = {
        places: search.point(axes, [column[at] for column, at in zip(values, places, strict=True)])
        for places in tracked([*product(*(range(len(column)) for column in values))])
    }
    points = list(tried.values())
    lowest = search.improved(axes, min(points, key=search.figure), -1)
    highest = search.improved(axes, max(points, key=search.figure), 1)
    effects = {axis.name: _effect(tried, place, search) for place, axis in enumerate(axes)}
    first = points[0].result
    name = main_name(first) if y is None else y
    ends = search.figure(lowest), search.figure(highest)
    return Bounds(
        title=msg(
            "{figure}: from {low} to {high}",
            figure=field_label(name, type(first)),
            low=worded(first, name, ends[0]),
            high=worded(first, name, ends[1]),
        ),
        columns=(
            Column("unknown", msg("Not known")),
            Column("at_lowest", msg("At the lowest")),
            Column("at_highest", msg("At the highest")),
            Column("effect", msg("Changes the result by at most"), figure_unit(first, name)),
        ),
        rows=tuple(
            (axis_label(first, axis.path), *_cells(first, axis.path, shown), effects[axis.name])
            for axis, *shown in zip(axes, lowest.shown, highest.shown, strict=True)
        ),
        notes=(
            msg(
                "{tried} calculations: the ends, the choices, and where another limit begins to"
                " bind",
                tried=search.tried,
            ),
        ),
        lowest=ends[0],
        highest=ends[1],
        at_lowest=lowest,
        at_highest=highest,
        effects=effects,
        matters_most=max(effects, key=lambda each: effects[each]),
        tried=search.tried,
    )


def _cells(result: Explained, path: Path, shown: list[object]) -> list[object]:
    """The values of an unknown with their unit, as each unknown is counted in its own."""
    numbers = [value.amount if isinstance(value, Pay) else value for value in shown]
    unit = axis_unit(result, path, numbers)
    return shown if unit is None else [Amount(cast(Decimal, value), unit) for value in numbers]


_Value: TypeAlias = tuple[str | None, object]
"""A value and its name, where it has one."""


@attrs.frozen
class _Axis:
    """An unknown: where it is, what is known about it, and its values where they are counted."""

    name: str
    path: Path
    known: object
    choices: list[_Value] | None

    @property
    def ends(self) -> list[_Value]:
        """The values of a choice, or the ends of a range."""
        if isinstance(self.known, Between):
            return [(None, self.known.low), (None, self.known.high)]
        return self.choices or []

    def shown(
        self, name: str | None, value: object, arguments: Arguments, result: Explained
    ) -> object:
        """A value as shown in a cell: by its name, or as the library reads it."""
        if name is not None or isinstance(self.known, Between):
            return value if name is None else name
        return shown_value(arguments, self.path, result)


@attrs.define
class _Search:
    """The calculations of a search, counted."""

    calculator: Calculator
    base: Arguments
    y: str | None
    tried: int = 0

    def figure(self, point: Point) -> Decimal:
        """The figure at a point."""
        return figure_of(point.result, self.y)

    def point(self, axes: list[_Axis], chosen: list[_Value]) -> Point:
        """The result of a combination."""
        try:
            arguments = self.argued(axes, chosen)
            check_complete(self.calculator, arguments)
            result = run(self.calculator, arguments)
            figure_of(result, self.y)
        except SocialkapitelError as error:
            for axis, (name, value) in zip(axes, chosen, strict=True):
                error.add_note(f"{axis.name} = {value if name is None else name}")
            raise
        self.tried += 1
        shown = tuple(
            axis.shown(name, value, arguments, result)
            for axis, (name, value) in zip(axes, chosen, strict=True)
        )
        return Point(shown, arguments, result)

    def argued(self, axes: list[_Axis], chosen: list[_Value]) -> Arguments:
        """The arguments of a combination."""
        arguments = self.base
        for axis, (_, value) in zip(axes, chosen, strict=True):
            arguments = changed(arguments, axis.path, value)
        return arguments

    def candidates(self, axes: list[_Axis]) -> list[list[_Value]]:
        """The values of each unknown that are combined with those of the others."""
        _check_few([axis.ends for axis in axes])
        found: list[list[_Value]] = []
        for axis in axes:
            if not isinstance(axis.known, Between):
                found.append(axis.ends)
                continue
            values: dict[object, None] = dict.fromkeys(value for _, value in axis.ends)
            others = [[each.ends[0]] if each is axis else each.ends for each in axes]
            for chosen in product(*others):
                line = axis.known.line(self.calculator, self.argued(axes, [*chosen]), axis.path)
                corners = axis.known.corners(line)
                values |= dict.fromkeys(axis.known.at(line, corner) for corner in corners)
            found.append([(None, value) for value in values])
        return found

    def improved(self, axes: list[_Axis], best: Point, sign: int) -> Point:
        """The best point found from another by searching along each range repeatedly."""
        before: Point | None = None
        while best is not before:  # this ends, as each round finds a better one
            before = best
            for place, axis in enumerate(axes):
                if isinstance(axis.known, Between):
                    best = self._along(axes, place, axis.known, best, sign)
        return best

    def _along(
        self, axes: list[_Axis], place: int, known: Between, best: Point, sign: int
    ) -> Point:
        axis = axes[place]
        line = known.line(self.calculator, best.arguments, axis.path)
        for at in known.places(line):
            result = line.result(at)
            self.tried += 1
            if sign * (figure_of(result, self.y) - self.figure(best)) > 0:
                shown = (*best.shown[:place], known.at(line, at), *best.shown[place + 1 :])
                best = Point(shown, line.argued(at), result)
        return best


def _check_few(values: list[list[_Value]]) -> None:
    number = prod(map(len, values))
    if number > MOST_COMBINATIONS:
        raise InvalidInput(
            "unknown", number, msg("at most {most} combinations", most=MOST_COMBINATIONS)
        )


def _effect(tried: Mapping[tuple[int, ...], Point], place: int, search: _Search) -> Decimal:
    """The most that an unknown changes the figure by while the others stay as they are."""
    groups: dict[tuple[int, ...], list[Decimal]] = {}
    for places, point in tried.items():
        others = (*places[:place], *places[place + 1 :])
        groups.setdefault(others, []).append(search.figure(point))
    return max(max(group) - min(group) for group in groups.values())
