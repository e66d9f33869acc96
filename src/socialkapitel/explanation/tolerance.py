"""How far inputs may be changed before the steps of a calculation change.

A workbook works the steps out again when a number in it is changed, but it cannot judge: whether a
rule applies was decided for the original inputs. So each number gets the limits between which every
judgement, figure, expression and caveat stays as it is. They are found by asking the calculator
again: each number alone, up to where the steps change, and then the limits of all numbers together,
any three of them in every combination.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any, TypeAlias

import attrs

from socialkapitel.errors import SocialkapitelError
from socialkapitel.explanation.steps import (
    Explained,
    Explanation,
    Operand,
    OriginKind,
    Step,
    Value,
)
from socialkapitel.explanation.worksheet import Question, question_of
from socialkapitel.money import MAX_AMOUNT, MAX_HOURLY, Pay, Share, decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.sealing import Private

Path: TypeAlias = tuple[object, ...]
"""From a question to a number in it: the names of arguments and fields, keys, and places."""

_NAME = re.compile(r"(?:.*\.)?(\w+)(?:\[(.+)\])?")
_OF_A_MONTH = re.compile(r"\d{4}-\d{2}\.")
"""A number of one month of a year, which may matter in the month after, too."""

_LAWFUL_SHARES = (Fraction(1, 2), Fraction(2, 3))
_HUNDREDTHS = {
    Unit.DKK: MAX_AMOUNT,
    Unit.DKK_PER_MONTH: MAX_AMOUNT,
    Unit.DKK_PER_WEEK: MAX_AMOUNT,
    Unit.DKK_PER_DAY: MAX_AMOUNT,
    Unit.DKK_PER_HOUR: MAX_HOURLY,
    Unit.HOURS: 31 * 24,
    Unit.HOURS_PER_WEEK: 37,
    Unit.HOURS_PER_MONTH: 31 * 24,
}
"""The largest values tried for units counted in hundredths: as much as calculators accept."""

_PARTS = tuple(Fraction(part, 16) for part in (16, 12, 8, 6, 4, 3, 2, 1))
"""Parts of the distance that each number may move alone, tried for all numbers together."""

_WHOLE = {Unit.PEOPLE: 100_000, Unit.PLACES: 100_000}
"""The largest values tried for units counted in whole numbers."""


@attrs.frozen
class Tolerance:
    """The values that a number may be changed to.

    Attributes:
        least: the lowest.
        most: the highest.
        only: whether only these two are allowed, and nothing between them.
    """

    least: Value
    most: Value
    only: bool = False

    def nearer(self, here: Any, part: Fraction) -> Tolerance:
        """Narrower limits around a value, in whole kroner, hours or people."""
        if self.only or part == 1:
            return self
        down, up = (floor(Fraction(one) * part) for one in (here - self.least, self.most - here))
        return Tolerance(here - down, here + up)


def tolerances(explanation: Explanation) -> dict[str, Tolerance]:
    """How far each given number may be changed, by its origin; those that may not are left out.

    Nothing may be changed where it is not known what was asked, as in an explanation that was read
    from a document.
    """
    question = vars(explanation).get("_write")
    return _Prober(question).found() if isinstance(question, Question) else {}


class _Prober:
    """Asks a question again with other numbers."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._known = question()
        self._shape = _shape(self._known)
        self._places: dict[str, tuple[Path, ...]] = {}

    def found(self) -> dict[str, Tolerance]:
        """How far each number may be changed while the others are changed as well."""
        used = {
            operand.origin
            for step in self._known.steps
            if isinstance(step, Step)
            for _, operand in step.operands
            if operand.kind is OriginKind.GIVEN
        }
        alone = {
            given.origin: tolerance
            for given in self._known.givens
            if given.origin in used
            and not _OF_A_MONTH.match(given.origin)
            and (tolerance := self._alone(given))
        }
        here = {
            given.origin: given.value if given.unit in _WHOLE else decimal(given.hundredths)
            for given in self._known.givens
        }
        for part in _PARTS:
            nearer = {
                origin: tolerance.nearer(here[origin], part) for origin, tolerance in alone.items()
            }
            if self._together(nearer):
                return {origin: one for origin, one in nearer.items() if one.least != one.most}
        kept: dict[str, Tolerance] = {}
        for origin, tolerance in alone.items():
            if self._together({**kept, origin: tolerance}):
                kept[origin] = tolerance
        return kept

    def _alone(self, given: Operand) -> Tolerance | None:
        for places in _places(self._question, given):
            self._places[given.origin] = places
            if (found := self._around(given)) is not None:
                return found
        return None

    def _around(self, given: Operand) -> Tolerance | None:
        """How far the number at the path that is tried may be changed."""
        origin, old = given.origin, Fraction(given.value)
        if given.unit is Unit.SHARE:
            lawful = [one for one in _LAWFUL_SHARES if self._holds({origin: one})]
            if len(lawful) == len(_LAWFUL_SHARES) and old in lawful:
                return Tolerance(lawful[0], lawful[1], only=True)
            return None
        whole = given.unit in _WHOLE
        largest = _WHOLE.get(given.unit) or 100 * _HUNDREDTHS.get(given.unit, 0)
        here = old if whole else 100 * old
        if not largest or here.denominator != 1:
            return None
        make = int if whole else decimal

        def holds(number: int) -> bool:
            return self._holds({origin: make(number)})

        # A field says whether it may be left empty.
        nothing = here == 0 or any(map(_is_checked, self._holders(self._places[origin][0])))
        lowest = 0 if nothing else 1
        low, high = (_end(int(here), bound, holds) for bound in (lowest, largest))
        between = (low + (high - low) * part // 4 for part in (1, 2, 3))
        if low == high or not all(map(holds, between)):
            return None
        return Tolerance(make(low), make(high))

    def _holders(self, path: Path) -> Iterator[object]:
        """The objects that a path goes through."""
        holder: object = self._question
        for step in path:
            yield holder
            holder = dict(_parts(holder))[step]

    def _together(self, tolerances: Mapping[str, Tolerance]) -> bool:
        """Whether the steps stay as they are at the ends of all the numbers together."""
        return all(
            self._holds(
                {
                    origin: one.most if high else one.least
                    for (origin, one), high in zip(tolerances.items(), ends, strict=True)
                }
            )
            for ends in _ends(len(tolerances))
        )

    def _holds(self, changes: Mapping[str, Value]) -> bool:
        """Whether the steps stay as they are with only some numbers changed."""
        question = self._question
        try:
            for origin, value in changes.items():
                for path in self._places[origin]:
                    question = _replaced(question, path, value)
            found = question()
        except (SocialkapitelError, ArithmeticError):
            return False
        return _shape(found) == self._shape and all(
            now.value == changes.get(before.origin, before.value)
            for before, now in zip(self._known.givens, found.givens, strict=True)
        )


def _end(here: int, bound: int, holds: Any) -> int:
    """The value farthest from here, up to a bound, at which the steps stay as they are."""
    if here == bound or holds(bound):
        return bound
    near, far = here, bound
    first = here + (1 if bound > here else -1)
    if not holds(first):
        return here
    while abs(far - near) > 1:
        middle = (near + far) // 2
        if holds(middle):
            near = middle
        else:
            far = middle
    return near


def _ends(count: int) -> Iterator[list[bool]]:
    """Low or high for each of some numbers, so that any three meet in every combination.

    >>> sorted(_ends(2))
    [[False, False], [False, True], [True, False], [True, True]]
    >>> len(list(_ends(16)))
    32
    """
    columns = 1
    while columns < count:
        columns *= 2
    for run in range(2 * columns if count else 0):
        yield [((columns | number) & run).bit_count() % 2 == 1 for number in range(count)]


def _shape(explanation: Explanation) -> tuple[object, ...]:
    """All of an explanation but its inputs and the values worked out from them."""
    return (
        explanation.title,
        tuple(
            (caveat.code, caveat.text.template, caveat.severity, caveat.concerns)
            for caveat in explanation.caveats
        ),
        tuple((given.origin, given.unit, given.label) for given in explanation.givens),
        tuple(
            (
                step.id,
                step.label,
                step.expression or step.value,
                step.unit,
                step.source,
                step.on,
                step.evidence,
                step.rounding,
                tuple((name, operand.origin) for name, operand in step.operands),
            )
            if isinstance(step, Step)
            else (
                step.id,
                step.label,
                step.answer,
                step.outcome,
                step.source,
                step.on,
                step.missing,
            )
            for step in explanation.steps
        ),
    )


# --- where a number was given -------------------------------------------------------------------


def _places(question: Question, given: Operand) -> Iterator[tuple[Path, ...]]:
    """Where a question may hold a number, the likeliest first; it may be in several places."""
    matched = _NAME.fullmatch(given.origin)
    wanted = set(matched.groups()) - {None} if matched else set[str | None]()
    same = [path for path, leaf in _leaves(question) if _worth(leaf, given.unit) == given.value]
    named = [path for path in same if wanted <= set(map(str, path))]
    if len(named) > 1:
        yield tuple(named)
    for path in (*named, *(path for path in same if path not in named)):
        yield (path,)


def _leaves(holder: object) -> Iterator[tuple[Path, object]]:
    parts = _parts(holder)
    if not parts:
        yield (), holder
    for step, part in parts:
        for path, leaf in _leaves(part):
            yield (step, *path), leaf


def _parts(holder: Any) -> Sequence[tuple[object, object]]:
    """The parts of an object; none for a number, or anything that calculators don't take."""
    match holder:
        case Pay() | Share() | str() | Private():
            return ()
        case Explained():
            return _parts(question_of(holder))
        case Question():
            return tuple(holder.given.items())
        case Mapping():
            return tuple(holder.items())
        case tuple() if names := getattr(holder, "_fields", ()):
            return tuple(zip(names, holder, strict=True))
        case tuple() if _is_mapping(holder):
            return holder
        case tuple() | list():
            return tuple(enumerate(holder))
        case _ if attrs.has(type(holder)):
            fields = attrs.fields(type(holder))
            return tuple((one.name, getattr(holder, one.name)) for one in fields if one.init)
        case _:
            return ()


def _is_checked(holder: object) -> bool:
    """Whether an object checks its numbers when it is made."""
    return attrs.has(type(holder)) and not isinstance(holder, (Question, Explained))


def _is_mapping(holder: tuple[Any, ...]) -> bool:
    """Whether a tuple holds a mapping: pairs of a key that is not a number, and a value."""
    return all(
        type(one) is tuple and len(one) == 2 and not isinstance(one[0], (int, Decimal))
        for one in holder
    )


def _replaced(holder: Any, path: Path, value: Value) -> Any:
    """The same with another number at the end of a path."""
    if not path:
        return _like(holder, value)
    step, rest = path[0], path[1:]
    if isinstance(holder, Explained):
        question = question_of(holder)
        return _replaced(question, path, value).answer()
    part = _replaced(dict(_parts(holder))[step], rest, value)
    match holder:
        case Question():
            return holder.asking(**{str(step): part})
        case Mapping():
            return {**holder, step: part}
        case tuple() if hasattr(holder, "_fields"):
            kind: Any = type(holder)
            return kind(*(part if name == step else one for name, one in _parts(holder)))
        case tuple() if _is_mapping(holder):
            return tuple({**dict(holder), step: part}.items())
        case tuple() | list():
            return type(holder)(part if place == step else one for place, one in enumerate(holder))
        case _:
            [field] = [one for one in attrs.fields(type(holder)) if one.name == step]
            return attrs.evolve(holder, **{field.alias or field.name: part})


def _worth(leaf: object, unit: Unit) -> Value | None:
    """The number that a leaf holds, as explanations show it; None where it holds none."""
    match leaf:
        case Pay():
            return leaf.amount
        case Share():
            return leaf.fraction
        case bool():
            return None
        case int() if unit in _HUNDREDTHS:
            return Fraction(leaf, 100)
        case Decimal() | int():
            return leaf
        case _:
            return None


def _like(leaf: object, value: Any) -> object:
    """A number in the form of the leaf."""
    match leaf:
        case Pay():
            return Pay(value, leaf.per)
        case Share():
            return Share(value)
        case int() if isinstance(value, Decimal):
            return oere(value)
        case _:
            return value
