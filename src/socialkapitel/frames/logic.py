"""Choosing by conditions, some of which are known for a whole column before rows are read.

A condition is a column of True and False without nulls, or a plain bool where it is the same for
every row. Plain ones cost nothing: what they rule out is left out of the expression.

Expressions are narwhals', which every engine understands, or polars' own, which have the same names
and run sooner (see `socialkapitel.frames.engine`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw

Api: TypeAlias = Any
"""The module that expressions are built with: narwhals, or polars."""

Mask: TypeAlias = Any
"""Whether a condition holds, by row or for all rows alike: an expression, or a bool."""


def both(*conditions: Mask) -> Mask:
    """Whether all of them hold."""
    if any(condition is False for condition in conditions):
        return False
    open_ones = [condition for condition in conditions if not isinstance(condition, bool)]
    return _joined(and_, open_ones) if open_ones else True


def either(*conditions: Mask) -> Mask:
    """Whether at least one of them holds."""
    if any(condition is True for condition in conditions):
        return True
    open_ones = [condition for condition in conditions if not isinstance(condition, bool)]
    return _joined(or_, open_ones) if open_ones else False


def _joined(operator: Callable[[Any, Any], Any], conditions: Sequence[Any]) -> Any:
    """Conditions joined by an operator, by halves, as engines limit how deep expressions nest."""
    if len(conditions) <= 2:
        return reduce(operator, conditions)
    middle = len(conditions) // 2
    return operator(_joined(operator, conditions[:middle]), _joined(operator, conditions[middle:]))


def negated(condition: Mask) -> Mask:
    """Whether a condition does not hold.

    >>> negated(True)
    False
    """
    return not condition if isinstance(condition, bool) else ~condition


def is_plain(value: Any) -> bool:
    """Whether a value is the same for every row, and known."""
    return isinstance(value, (bool, int, str))


def column(value: Any, api: Api = nw) -> Any:
    """A whole number or a text as a column; a column as it is.

    The type is always named: some engines would choose a narrower one.
    """
    if not is_plain(value):
        return value
    return api.lit(value, api.String if isinstance(value, str) else api.Int64)


def pick(condition: Any, then: Any, otherwise: Any) -> Any:
    """The choice for columns, as the formulas ask for it.

    >>> pick(True, 1, 2)
    1
    """
    if isinstance(condition, bool):
        return then if condition else otherwise
    api = _api_of(condition)
    return api.when(condition).then(column(then, api)).otherwise(column(otherwise, api))


def looked_up(table: Sequence[int], place: Any) -> Any:
    """The number in a place of a table, for polars' own expressions."""
    api = _api_of(place)
    return api.lit(api.Series(table, dtype=api.Int64)).gather(place)


def _api_of(expression: Any) -> Api:
    return nw if isinstance(expression, nw.Expr) else nw.dependencies.get_polars()
