"""What a row needs from the employee's other rows: the one before, all so far, or all of them.

Rows are ordered by a column of whole numbers. Most engines have windows for this; pyarrow has no
ordered ones, and joins large tables in any order, so its rows are sorted first, and columns are
scanned from top to bottom and back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.logic import either, pick

_MOST = 1 << 22
"""More than any value that is compared over all rows so far; day numbers are below it."""
_EPOCH = date(1970, 1, 1).toordinal()  # from which pyarrow counts days


@attrs.frozen
class Windows:
    """An engine's own windows: ``by`` names the columns that an employee's rows share."""

    by: Sequence[str]
    order: str

    def before(self, name: str) -> Any:
        """The value of the row before; 0 in the first one."""
        return nw.col(name).shift(1).over(*self.by, order_by=self.order).fill_null(0).cast(nw.Int64)

    def highest_so_far(self, name: str) -> Any:
        """The highest value through this row."""
        return nw.col(name).cum_max().over(*self.by, order_by=self.order).cast(nw.Int64)

    def sum_so_far(self, name: str) -> Any:
        """The sum through this row."""
        return nw.col(name).cum_sum().over(*self.by, order_by=self.order).cast(nw.Int64)

    def least(self, name: str, *within: str) -> Any:
        """The least value of the employee's rows that also share other columns."""
        return nw.col(name).min().over(*self.by, *within)

    def most(self, name: str, *within: str) -> Any:
        """The highest value of the employee's rows that also share other columns."""
        return nw.col(name).max().over(*self.by, *within)

    def first_day(self, days: str, number: Any, within: str) -> Any:
        """The first of days, some of which are missing; ``number`` has their numbers."""
        del number
        return nw.col(days).min().over(*self.by, within)


@attrs.frozen
class SortedRows(Windows):
    """The same of rows that are sorted: ``by`` is a number that grows with each employee.

    Rows that also share other columns are adjacent. Values are whole numbers below 2 ** 22.
    """

    def before(self, name: str) -> Any:
        """The value of the row before; 0 in the first one."""
        return pick(self._is_new(), 0, nw.col(name).shift(1).fill_null(0))

    def highest_so_far(self, name: str) -> Any:
        """The highest value through this row."""
        return self._highest_so_far(nw.col(name))

    def sum_so_far(self, name: str) -> Any:
        """The sum through this row."""
        value = nw.col(name)
        of_others = pick(self._is_new(), value.cum_sum() - value, 0).cum_max()
        return value.cum_sum() - of_others

    def least(self, name: str, *within: str) -> Any:
        """The least value of the employee's rows that also share other columns."""
        return _MOST - self._most(_MOST - nw.col(name), *within)

    def most(self, name: str, *within: str) -> Any:
        """The highest value of the employee's rows that also share other columns."""
        return self._most(nw.col(name), *within)

    def first_day(self, days: str, number: Any, within: str) -> Any:
        """The first of days, some of which are missing; ``number`` has their numbers."""
        del days, within
        return (number - _EPOCH).cast(nw.Int32).cast(nw.Date)

    def _is_new(self, *within: str) -> Any:
        """Whether the row is the first of those that share the columns."""
        (by,) = self.by
        new = (nw.col(name) != nw.col(name).shift(1) for name in (by, *within))
        return either(*new).fill_null(value=True)

    def _highest_so_far(self, value: Any, *within: str) -> Any:
        group = pick(self._is_new(*within), 1, 0).cum_sum() * _MOST
        return (group + value).cum_max() - group

    def _most(self, value: Any, *within: str) -> Any:
        group = pick(self._is_new(*within), 1, 0).cum_sum() * _MOST
        return (self._highest_so_far(value, *within) - group).cum_max(reverse=True) + group
