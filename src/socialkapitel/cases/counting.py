"""What every count of cases shares: which cases, in which rows and columns, from which number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from socialkapitel.cases.case import Case
from socialkapitel.cases.health import HIDDEN
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.messages import msg

MIN_CELL = 5
"""The least number above 0 that is shown unless the caller says otherwise."""

_MOST_MIN_CELL = 1000


def check_min_cell(value: object) -> None:
    """Let a least number through.

    Raises:
        WrongType: for anything but a whole number.
        InvalidInput: for one that is not from 1 to 1,000.
    """
    accepted = msg("a whole number from 1 to {most}", most=_MOST_MIN_CELL)
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("min_cell", value, accepted)
    if not 1 <= value <= _MOST_MIN_CELL:
        raise InvalidInput("min_cell", value, accepted)


def read_cases(value: object) -> tuple[Case, ...]:
    """Let cases through, each once.

    Raises:
        WrongType: for anything but cases.
        InvalidInput: for a case that comes twice, perhaps in two versions.
    """
    accepted = msg("cases, each once")
    if not isinstance(value, Iterable):
        raise WrongType("cases", HIDDEN, accepted)
    cases = tuple(value)
    if not all(isinstance(case, Case) for case in cases):
        raise WrongType("cases", HIDDEN, accepted)
    if len({case.opening.id for case in cases}) < len(cases):
        raise InvalidInput("cases", HIDDEN, accepted)
    return cases


def count(
    places: Iterable[tuple[str, str]], rows: Iterable[str], columns: Iterable[str]
) -> tuple[tuple[int, ...], ...]:
    """How many are in each row and column, of which each place has one.

    >>> count([("b", "x"), ("b", "y"), ("b", "y")], "ab", "xy")
    ((0, 0), (1, 2))
    """
    found = Counter(places)
    names = tuple(columns)
    return tuple(tuple(found[row, column] for column in names) for row in rows)
