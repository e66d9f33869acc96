"""Works out the steps of an explanation again, some of them by another expression.

What a clerk would do on paper: the inputs and the judgements stay; a step is worked out
differently, and everything that depends on it follows.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import add, mul, sub, truediv

import attrs

from socialkapitel.explanation.steps import (
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Rounding,
    Step,
    Value,
)
from socialkapitel.messages import Message
from socialkapitel.money import decimal, round_half_away

_SIGNS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}
_CHOOSING = {"min": min, "max": max}
_HUNDREDTHS = {Rounding.OERE: 1, Rounding.HUNDREDTHS: 1, Rounding.KRONE: 100}
"""The hundredths in the unit of each rounding to the nearest."""


@attrs.frozen
class OtherStep:
    """How the steps of a rule are worked out instead; None leaves that part as it is.

    ``expression`` is written over the step's own operands and those of the steps behind them.
    """

    rule: str
    expression: str | None = None
    rounding: Rounding | None = None


def redone(explanation: Explanation, title: Message, others: Iterable[OtherStep]) -> Explanation:
    """The explanation with the steps of some rules worked out differently.

    Raises:
        KeyError: where an expression names a number that the steps do not have.
    """
    by_rule = {other.rule: other for other in others}
    steps: list[Step | Finding] = []
    known: dict[str, Step] = {}
    for step in explanation.steps:
        if isinstance(step, Finding) or not step.expression:
            steps.append(step)
        else:
            known[step.id] = _again(step, by_rule.get(step.rule), known)
            steps.append(known[step.id])
    return attrs.evolve(explanation, title=title, steps=tuple(steps))


def _again(step: Step, other: OtherStep | None, known: Mapping[str, Step]) -> Step:
    """A step with the numbers of the steps before it as they are now."""
    expression, rounding = step.expression, step.rounding
    names = tuple(name for name, _ in step.operands)
    if other is not None:
        rounding = rounding if other.rounding is None else other.rounding
        if other.expression is not None:
            expression, names = other.expression, _names(other.expression)
    operands = {name: _now(_operand(step, name, known), known) for name in names}
    exact = _worth(_parsed(expression), {name: Fraction(o.value) for name, o in operands.items()})
    return attrs.evolve(
        step,
        expression=expression,
        rounding=rounding,
        operands=tuple(operands.items()),
        value=_rounded(exact, rounding, exactly=not isinstance(step.value, Decimal)),
    )


def _operand(step: Step, name: str, known: Mapping[str, Step]) -> Operand:
    """The number of that name, of the step itself or of one behind it."""
    own = dict(step.operands)
    if name in own:
        return own[name]
    for operand in own.values():
        if operand.kind is OriginKind.STEP:
            behind = known[operand.origin]
            try:
                return _operand(behind, name, known)
            except KeyError:
                continue
    raise KeyError(name)


def _now(operand: Operand, known: Mapping[str, Step]) -> Operand:
    if operand.kind is not OriginKind.STEP:
        return operand
    return attrs.evolve(operand, value=known[operand.origin].value)


@lru_cache(maxsize=1024)
def _parsed(expression: str) -> ast.expr:
    return ast.parse(expression, mode="eval").body


@lru_cache(maxsize=1024)
def _names(expression: str) -> tuple[str, ...]:
    """The names of an expression's numbers, in the order in which they occur."""
    nodes = [node for node in ast.walk(_parsed(expression)) if isinstance(node, ast.Name)]
    ordered = sorted(nodes, key=lambda node: node.col_offset)
    return tuple(dict.fromkeys(node.id for node in ordered if node.id not in _CHOOSING))


def _worth(node: ast.expr, values: Mapping[str, Fraction]) -> Fraction:
    """The exact value of an expression: whole numbers, names, ``+ - * /``, min and max."""
    match node:
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=sign, right=right):
            return _SIGNS[type(sign)](_worth(left, values), _worth(right, values))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _CHOOSING[name](_worth(arg, values) for arg in args)
        case _:
            return Fraction(ast.unparse(node))


def _rounded(exact: Fraction, rounding: Rounding, *, exactly: bool) -> Value:
    hundredths = exact * 100
    if rounding in _HUNDREDTHS:
        grain = _HUNDREDTHS[rounding]
        return decimal(round_half_away(hundredths / grain) * grain)
    if rounding is Rounding.CUT:
        return decimal(int(hundredths))
    if rounding in {Rounding.UP, Rounding.DOWN}:
        down = exact.numerator // exact.denominator
        return down if rounding is Rounding.DOWN else -(-exact.numerator // exact.denominator)
    if exactly or hundredths.denominator != 1:
        return exact
    return decimal(int(hundredths))
