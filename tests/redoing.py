"""Redoes an explanation with nothing but its JSON: what a clerk would do with pen and paper.

Shares no code with the library: the numbers are read, the expressions evaluated and the results
rounded here, on fractions.
"""

import ast
import operator
from fractions import Fraction
from functools import lru_cache

from jsonschema import Draft202012Validator
from jsonschema.validators import extend

from socialkapitel import explanation_schema

_MOST = 50_000
_met = set()


def _once(keyword):
    """Check a keyword, but not again for what it has let through.

    The same texts, units and paragraphs, and whole figures, stand in thousands of documents.
    """
    check = Draft202012Validator.VALIDATORS[keyword]

    def checked(validator, value, instance, schema):
        told = keyword, repr(value), repr(instance)
        if told in _met:
            return
        faults = list(check(validator, value, instance, schema))
        yield from faults
        if not faults:
            if len(_met) >= _MOST:
                _met.clear()
            _met.add(told)

    return checked


_KEYWORDS = {keyword: _once(keyword) for keyword in ("$ref", "anyOf")}
_SCHEMA = extend(Draft202012Validator, _KEYWORDS)(
    explanation_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER
)

_SIGNS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}

_FUNCTIONS = {"min": min, "max": max}


def redo(document: dict) -> None:
    """Assert that a document keeps its schema and that each of its steps comes out as it says."""
    _SCHEMA.validate(document)
    givens = {given["origin"]["name"]: given for given in document["givens"]}
    assert len(givens) == len(document["givens"]), "two givens of one name"
    assert {"given"} >= {given["origin"]["kind"] for given in document["givens"]}
    seen = {}
    for step in document["steps"]:
        assert step["id"] not in seen, f"{step['id']}: a second step of that name"
        if "expression" in step:
            _redo_step(step, givens, seen)
        seen[step["id"]] = step


def _redo_step(step, givens, seen):
    name, text = step["id"], step["expression"]
    for operand in step["operands"].values():
        _check_origin(name, operand, givens, seen)
    if not text:
        assert {} == step["operands"], f"{name}: numbers without an expression"
        assert step["evidence"] is not None, f"{name}: a figure without evidence"
        assert "none" == step["rounding"], f"{name}: a figure is not rounded"
        return
    values = {key: Fraction(operand["value"]) for key, operand in step["operands"].items()}
    used = {node.id for node in ast.walk(_parse(text)) if isinstance(node, ast.Name)}
    assert set(values) == used - set(_FUNCTIONS), f"{name}: numbers and expression differ"
    exact = evaluate(text, values)
    redone = rounded(exact, step["rounding"])
    assert Fraction(step["value"]) == redone, f"{name}: {text} gives {redone} ({exact} exactly)"


def _check_origin(name, operand, givens, seen):
    kind, origin = operand["origin"]["kind"], operand["origin"]["name"]
    known = givens if kind == "given" else seen
    assert origin in known, f"{name}: {kind} {origin} was not named before"
    told = known[origin]
    assert (told["value"], told["unit"]) == (operand["value"], operand["unit"]), (
        f"{name}: {origin} is {told['value']} {told['unit']},"
        f" not {operand['value']} {operand['unit']}"
    )
    if kind != "given":
        assert (kind == "step") == bool(told["expression"]), f"{name}: {origin} is no {kind}"


def rounded(exact: Fraction, how: str) -> Fraction:
    """Round as a step says it does."""
    if how == "none":
        return exact
    if how == "up":
        return Fraction(-(-exact.numerator // exact.denominator))
    if how == "down":
        return Fraction(exact.numerator // exact.denominator)
    if how == "cut":
        return Fraction(int(exact * 100), 100)
    places = {"oere": 100, "hundredths": 100, "krone": 1}[how]
    whole = int(abs(exact) * places + Fraction(1, 2))
    return Fraction(whole if exact >= 0 else -whole, places)


def evaluate(text: str, values: dict[str, Fraction]) -> Fraction:
    """The exact value of an expression of whole numbers, names, ``+ - * /``, min and max."""
    return _evaluate(_parse(text), values)


@lru_cache(maxsize=4096)
def _parse(text):
    return ast.parse(text, mode="eval").body


def _evaluate(node, values):
    match node:
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            return Fraction(value)
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _SIGNS:
            return _SIGNS[type(sign)](_evaluate(left, values), _evaluate(right, values))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _FUNCTIONS:
            return _FUNCTIONS[name](*(_evaluate(arg, values) for arg in args))
        case _:
            raise AssertionError(f"not to be redone on paper: {ast.unparse(node)}")
