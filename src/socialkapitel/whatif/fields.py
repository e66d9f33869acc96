"""Finds the fields of a calculator's input by name, changes them, and runs the calculator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from inspect import signature
from typing import TypeAlias, TypeVar, cast

import attrs

from socialkapitel.errors import InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.explanation import Explained, Operand
from socialkapitel.messages import msg
from socialkapitel.parameters import ParameterSet

Calculator: TypeAlias = Callable[..., Explained]
"""A function that returns an explained result."""

Arguments: TypeAlias = Mapping[str, object]
"""A calculator's arguments by name."""

Path: TypeAlias = tuple[str, ...]
"""The path to a field: an argument's name, then the names of fields within it."""


def check_calculator(calculator: object) -> Calculator:
    """Return a callable, and refuse anything else."""
    if not callable(calculator):
        raise WrongType(
            "calculator",
            calculator,
            msg("a calculator, such as the refund for a flexjob (flexjob_refund)"),
        )
    return cast("Calculator", calculator)


def check_arguments(calculator: Calculator, arguments: object, field: str) -> Arguments:
    """Return arguments that the calculator knows; some may still be missing.

    Raises:
        UnknownName: for one that it doesn't know.
        WrongType: for anything but a mapping.
    """
    if not isinstance(arguments, Mapping):
        raise WrongType(field, arguments, msg("a mapping of the calculator's arguments by name"))
    known = signature(calculator).parameters
    for name in arguments:
        if name not in known:
            raise UnknownName(msg("argument"), name, known)
    return dict(arguments)


def check_complete(calculator: Calculator, arguments: Arguments) -> None:
    """Refuse arguments that lack one that the calculator needs."""
    for name, parameter in signature(calculator).parameters.items():
        if parameter.default is parameter.empty and name not in arguments:
            raise InvalidInput(name, None, msg("a value; the calculator needs it"))


def run(calculator: Calculator, arguments: Arguments) -> Explained:
    """The calculator's result.

    Raises:
        WrongType: where it is not an explained result.
    """
    return check_kind(calculator(**arguments), Explained, "calculator")


def find(calculator: Calculator, base: Arguments, name: str) -> Path:
    """The path to the field of that name, or to one whose path ends so, as ``"job.weekly_hours"``.

    Arguments come before fields within them, and fields before more deeply nested ones.

    Raises:
        UnknownName: where there is no such field.
        InvalidInput: where there are several at the same depth.
    """
    wanted = tuple(name.split("."))
    arguments = [(argument,) for argument in signature(calculator).parameters]
    found = [*arguments, *(path for path in all_paths(base) if len(path) > 1)]
    fitting = [path for path in found if path[-len(wanted) :] == wanted]
    if not fitting:
        raise UnknownName(msg("field"), name, {path[-1] for path in found})
    depth = min(map(len, fitting))
    nearest = [path for path in fitting if len(path) == depth]
    if len(nearest) > 1:
        ways = ", ".join(".".join(path) for path in nearest)
        raise InvalidInput("axes", name, msg("one of {ways}", ways=ways)).showing(name)
    return nearest[0]


def all_paths(arguments: Arguments) -> Iterator[Path]:
    """The paths to all values of the arguments, including nested fields."""
    return _paths((), arguments)


def _paths(start: Path, values: Arguments) -> Iterator[Path]:
    for name, value in values.items():
        path = (*start, name)
        yield path
        if attrs.has(type(value)) and not isinstance(value, ParameterSet):
            yield from _paths(path, parts_of(value))


def parts_of(value: object) -> dict[str, object]:
    """The fields that an object was made of."""
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
    return {field.name: getattr(value, field.name) for field in fields if field.init}


def changed(base: Arguments, path: Path, value: object) -> Arguments:
    """The arguments with another value in one place."""
    name, *rest = path
    inner = _evolved(base[name], tuple(rest), value) if rest else value
    return {**base, name: inner}


def _evolved(whole: object, path: Path, value: object) -> object:
    name, *rest = path
    inner = _evolved(getattr(whole, name), tuple(rest), value) if rest else value
    return type(whole)(**{**parts_of(whole), name: inner})


def reached(arguments: Arguments, path: Path) -> object:
    """The value at the end of a path, as the library keeps it."""
    name, *rest = path
    value = arguments[name]
    for step in rest:
        value = getattr(value, step)
    return value


def given_of(result: Explained, path: Path) -> Operand | None:
    """The explanation's input for a field."""
    for given in result.explanation.givens:
        if given.origin.rpartition(".")[2] == path[-1]:
            return given
    return None


T = TypeVar("T")

_DELAY = 2


def tracked(items: Sequence[T]) -> Iterable[T]:
    """The same items; if tqdm is installed, a progress bar is shown after two seconds."""
    try:
        from tqdm import tqdm
    except ImportError:
        return items
    bar: Iterable[T] = tqdm(items, delay=_DELAY, leave=False)
    return bar
