"""Choosing by conditions, some of which are known for a whole column before a row is looked at.

A condition is a column of True and False without nulls, or a plain bool where it is the same for
every row. Plain ones cost nothing: what they rule out is left out of the work.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw

Condition: TypeAlias = nw.Expr | bool
"""Whether something holds, by row or for all rows alike."""

Whole: TypeAlias = nw.Expr | int
"""Whole numbers, by row or the same for all rows."""


def both(*conditions: Condition) -> Condition:
    """Whether all of them hold."""
    if any(condition is False for condition in conditions):
        return False
    open_ones = [condition for condition in conditions if not isinstance(condition, bool)]
    return reduce(and_, open_ones) if open_ones else True


def either(*conditions: Condition) -> Condition:
    """Whether at least one of them holds."""
    if any(condition is True for condition in conditions):
        return True
    open_ones = [condition for condition in conditions if not isinstance(condition, bool)]
    return reduce(or_, open_ones) if open_ones else False


def negated(condition: Condition) -> Condition:
    """Whether it does not hold.

    >>> negated(True)
    False
    """
    return not condition if isinstance(condition, bool) else ~condition


def column(value: Any) -> nw.Expr:
    """A whole number or a text as a column; a column as it is.

    The type is always named: some engines would take a narrower one.
    """
    if isinstance(value, nw.Expr):
        return value
    return nw.lit(value, nw.String if isinstance(value, str) else nw.Int64)


def pick(condition: Any, then: Any, otherwise: Any) -> Any:
    """The choice for columns, as the formulas ask for it.

    >>> pick(True, 1, 2)
    1
    """
    if isinstance(condition, bool):
        return then if condition else otherwise
    return nw.when(condition).then(column(then)).otherwise(column(otherwise))
