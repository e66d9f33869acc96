"""Which limit binds in a result, and where along a sweep another begins to bind."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from operator import add, mul, sub, truediv
from typing import TYPE_CHECKING, cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Explained, Step
from socialkapitel.messages import Text, msg
from socialkapitel.money import Pay, decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.whatif.compare import Operands
from socialkapitel.whatif.fields import (
    Arguments,
    Calculator,
    Path,
    changed,
    given_of,
    reached,
    run,
)

if TYPE_CHECKING:
    from socialkapitel.whatif.sweep import Point, Sweep

_SIGNS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}
_CHOOSING = {"min": min, "max": max}


@attrs.frozen
class Choice:
    """A lowest-of or highest-of in a step, and the part that it chose."""

    step: str
    place: int
    winner: int
    label: Text = attrs.field(eq=False)
    is_operand: bool = attrs.field(eq=False)


@brief
@attrs.frozen
class Kink:
    """A kink in a curve: from this value on, another limit binds (knæk).

    Attributes:
        value: the first value, to the hundredth, at which it does.
        limit: what binds from there on.
        curve: the values of the sweep's other axes.
        result: the result at the value.
    """

    value: Decimal
    limit: Text
    curve: tuple[object, ...]
    result: Explained


def find_kinks(sweep: Sweep) -> tuple[Kink, ...]:
    """All kinks between the least and the greatest value of the first axis, curve by curve.

    Raises:
        InvalidInput: where the first axis holds anything but numbers.
    """
    name = sweep.axes[0]
    if not all(isinstance(value, (Decimal, int)) for value in sweep[name]):
        raise InvalidInput("axes", name, msg("a first axis of numbers")).showing(name)
    curves: dict[tuple[object, ...], list[Point]] = {}
    for point in sweep.points:
        curves.setdefault(point.shown[1:], []).append(point)
    return tuple(
        kink
        for points in curves.values()
        for before, after in pairwise(sorted(points, key=_value))
        for kink in _between(sweep, before, after)
    )


def _value(point: Point) -> Decimal:
    return Decimal(cast("Decimal | int", point.shown[0]))


def _between(sweep: Sweep, before: Point, after: Point) -> Iterator[Kink]:
    line = Line.along(sweep.calculator, before.arguments, sweep.path(sweep.axes[0]), before.result)
    ends = (line.place(_value(before)), before.result), (line.place(_value(after)), after.result)
    for place, limit, result in line.breaks(*ends):
        yield Kink(line.value(place), limit, before.shown[1:], result)


def bends(sweep: Sweep, name: str) -> list[Kink]:
    """The kinks at which the curve of a figure bends or jumps; at the others it is straight.

    On both sides of a kink, amounts are assumed to be linear, apart from intermediate rounding to
    the øre.
    """
    found: list[Kink] = []
    kinks = sweep.kinks
    for kink in kinks:
        points = [point for point in sweep.points if point.shown[1:] == kink.curve]
        others = [other.value for other in kinks if other.curve == kink.curve]
        values = [_value(point) for point in points]
        line = Line.along(
            sweep.calculator, points[0].arguments, sweep.path(sweep.axes[0]), points[0].result
        )
        place = line.place(kink.value)
        start = max(line.place(each) for each in (min(values), *others) if each < kink.value)
        later = [line.place(each) for each in (max(values), *others) if each > kink.value]
        if not later:
            continue  # the curve ends there
        stop = max(place + 1, min(later) - 1)
        ends = [getattr(line.result(each), name) for each in (start, stop)]
        if not is_straight((start, place, stop), (ends[0], getattr(kink.result, name), ends[1])):
            found.append(kink)
    return found


_ROUNDED = Fraction(2, 100)
"""How far from a straight line intermediate rounding may move an amount, in kroner."""


def is_straight(places: tuple[int, int, int], values: tuple[object, object, object]) -> bool:
    """Whether the middle one of three points is on the straight line between the others."""
    if not all(isinstance(value, (Decimal, int)) for value in values):
        return values[0] == values[1] == values[2]
    low, middle, high = places
    first, here, last = (Fraction(cast("Decimal | int", value)) for value in values)
    on_line = first + (last - first) * (middle - low) / (high - low)
    return abs(here - on_line) <= _ROUNDED


@attrs.frozen
class Line:
    """A calculator along one numeric argument, with the others fixed.

    A place is a whole number of the smallest steps; ``grain`` is how many hundredths one is: people
    are counted by heads.
    """

    calculator: Calculator
    arguments: Arguments
    path: Path
    grain: int

    @classmethod
    def along(
        cls, calculator: Calculator, arguments: Arguments, path: Path, result: Explained
    ) -> Line:
        """The line through a result, whose arguments hold a number at the end of the path."""
        given = given_of(result, path)
        return cls(calculator, arguments, path, 100 if given and given.unit is Unit.PEOPLE else 1)

    def place(self, value: Decimal) -> int:
        """The place of a value."""
        return oere(value) // self.grain

    def value(self, place: int) -> Decimal:
        """The value at a place."""
        return decimal(place) if self.grain == 1 else Decimal(place)

    def argued(self, place: int) -> Arguments:
        """The arguments at a place."""
        like = reached(self.arguments, self.path)
        number = decimal(place * self.grain)
        value = attrs.evolve(like, amount=number) if isinstance(like, Pay) else number
        return changed(self.arguments, self.path, value)

    def result(self, place: int) -> Explained:
        """The result at a place."""
        return run(self.calculator, self.argued(place))

    def breaks(
        self, before: tuple[int, Explained], after: tuple[int, Explained]
    ) -> list[tuple[int, Text, Explained]]:
        """The places between two others where another limit begins to bind: limit and result."""
        (low, first), (high, final) = before, after
        bound, last = choices(first), choices(final)
        found_at: list[tuple[int, list[Choice], Explained]] = []
        while bound != last:
            reach, result, found = high, final, last
            while reach - low > 1:
                middle = (low + reach) // 2
                tried = self.result(middle)
                if (now := choices(tried)) == bound:
                    low = middle
                else:
                    reach, result, found = middle, tried, now
            new = [choice for choice in found if choice not in bound]
            if found_at and found_at[-1][0] + 1 == reach:  # a tie between them: one kink, not two
                found_at[-1][1].extend(new)
            else:
                found_at.append((reach, new, result))
            low, bound = reach, found
        return [
            (place, max(new, key=lambda choice: choice.is_operand).label, result)
            for place, new, result in found_at
            if new
        ]


def choices(result: Explained) -> tuple[Choice, ...]:
    """Every lowest-of and highest-of in a result's steps."""
    return tuple(
        choice
        for step in result.explanation.steps
        if isinstance(step, Step) and "(" in step.expression
        for choice in _in_step(step)
    )


def _in_step(step: Step) -> Iterator[Choice]:
    operands = dict(step.operands)
    for place, call in enumerate(_calls(step.expression)):
        values = [_worth(part, operands) for part in call.args]
        winner = values.index(_chosen(call, values))
        part = call.args[winner]
        label = _worded(part, operands, step)
        yield Choice(step.id, place, winner, label, isinstance(part, ast.Name))


@lru_cache(maxsize=256)
def _calls(expression: str) -> tuple[ast.Call, ...]:
    nodes = ast.walk(ast.parse(expression, mode="eval"))
    return tuple(node for node in nodes if isinstance(node, ast.Call))


def _chosen(call: ast.Call, values: list[Fraction]) -> Fraction:
    return _CHOOSING[cast("ast.Name", call.func).id](values)


def _worth(node: ast.expr, operands: Operands) -> Fraction:
    match node:
        case ast.Name(id=name):
            return Fraction(operands[name].value)
        case ast.BinOp(left=left, op=sign, right=right):
            return _SIGNS[type(sign)](_worth(left, operands), _worth(right, operands))
        case ast.Call(args=args):
            return _chosen(node, [_worth(part, operands) for part in args])
        case _:
            return Fraction(ast.unparse(node))


def _worded(node: ast.expr, operands: Operands, step: Step) -> Text:
    match node:
        case ast.Name(id=name):
            return operands[name].label
        case ast.BinOp(left=ast.Name(id=left), op=ast.Sub(), right=ast.Name(id=right)):
            return msg("{left} − {right}", left=operands[left].label, right=operands[right].label)
        case ast.Constant(value=int(number)):
            return msg("{label}: {number}", label=step.label, number=number)
        case _:
            return step.label
