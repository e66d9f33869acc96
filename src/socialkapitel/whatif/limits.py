"""Which limit binds in a result, and where along a sweep another begins to."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
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
from socialkapitel.whatif.fields import Path, changed, given_of, reached, run

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
    """A lowest-of or highest-of in a step, and which of its parts won."""

    step: str
    place: int
    winner: int
    label: Text = attrs.field(eq=False)
    is_operand: bool = attrs.field(eq=False)


@brief
@attrs.frozen
class Kink:
    """A bend of a curve: from this value on another limit binds (knæk).

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
    """All bends between the least and the greatest value of the first axis, curve by curve.

    Raises:
        InvalidInput: where the first axis holds anything but numbers.
    """
    name = sweep.axes[0]
    if not all(isinstance(value, (Decimal, int)) for value in sweep[name]):
        raise InvalidInput("axes", name, msg("a first axis of numbers"))
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
    grain = _grain(before.result, path := sweep.path(sweep.axes[0]))
    low, high = oere(_value(before)) // grain, oere(_value(after)) // grain
    bound, last = choices(before.result), choices(after.result)
    like = reached(before.arguments, path)

    def result_at(place: int) -> Explained:
        number = decimal(place * grain)
        value = attrs.evolve(like, amount=number) if isinstance(like, Pay) else number
        return run(sweep.calculator, changed(before.arguments, path, value))

    found_at: list[tuple[int, list[Choice], Explained]] = []
    while bound != last:
        reach, result, found = high, after.result, last
        while reach - low > 1:
            middle = (low + reach) // 2
            tried = result_at(middle)
            if (now := choices(tried)) == bound:
                low = middle
            else:
                reach, result, found = middle, tried, now
        new = [choice for choice in found if choice not in bound]
        if found_at and found_at[-1][0] + 1 == reach:  # a tie between: one bend, not two
            found_at[-1][1].extend(new)
        else:
            found_at.append((reach, new, result))
        low, bound = reach, found
    for place, new, result in found_at:
        if new:
            limit = max(new, key=lambda choice: choice.is_operand).label
            value = decimal(place) if grain == 1 else Decimal(place)
            yield Kink(value, limit, before.shown[1:], result)


def _grain(result: Explained, path: Path) -> int:
    """How many hundredths the smallest step is: people are counted by heads."""
    given = given_of(result, path)
    return 100 if given and given.unit is Unit.PEOPLE else 1


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
    calls = [
        node
        for node in ast.walk(ast.parse(step.expression, mode="eval"))
        if isinstance(node, ast.Call)
    ]
    for place, call in enumerate(calls):
        values = [_worth(part, operands) for part in call.args]
        winner = values.index(_chosen(call, values))
        part = call.args[winner]
        label = _worded(part, operands, step)
        yield Choice(step.id, place, winner, label, isinstance(part, ast.Name))


def _chosen(call: ast.Call, values: list[Fraction]) -> Fraction:
    return _CHOOSING[ast.unparse(call.func)](values)


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
