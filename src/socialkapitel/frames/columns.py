"""What the frames' calculators ask of a frame: columns of days, whole numbers and texts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.messages import Message, msg
from socialkapitel.money import MAX_AMOUNT, MAX_HOURLY

MOST_AMOUNT = MAX_AMOUNT * 100
"""Largest amount accepted, in øre."""

MOST_HOURLY = MAX_HOURLY * 100
"""Largest hourly rate accepted, in øre."""

_WHOLE = (
    *(nw.Int8, nw.Int16, nw.Int32, nw.Int64),
    *(nw.UInt8, nw.UInt16, nw.UInt32),
)
_TEXT = (nw.String, nw.Categorical, nw.Enum)


class Kind(Enum):
    """What a column holds."""

    DAY = "Date"
    WHOLE = "Int64"
    TEXT = "String"


@attrs.frozen
class Column:
    """A column that a calculator reads.

    Attributes:
        name: the column's name in the frame.
        kind: what it holds.
        least: the smallest whole number accepted.
        most: the largest.
        texts: the texts accepted.
        optional: whether a row may lack it.
        extra: whether a frame may lack the column; then all its rows do.
    """

    name: str
    kind: Kind
    least: int = 0
    most: int = 0
    texts: tuple[str, ...] = ()
    optional: bool = False
    extra: bool = False

    def takes(self, dtype: nw.dtypes.DType) -> bool:
        """Whether values of that type are accepted: those that lose nothing on the way."""
        if self.kind is Kind.WHOLE:
            return isinstance(dtype, _WHOLE)
        if self.kind is Kind.TEXT:
            return isinstance(dtype, _TEXT)
        return isinstance(dtype, nw.Date) or (
            isinstance(dtype, nw.Datetime) and dtype.time_zone is None
        )

    def is_in(self, types: Mapping[str, nw.dtypes.DType]) -> bool:
        """Whether a frame with columns of these types has it, with values that are accepted."""
        return self.name in types and self.takes(types[self.name])

    @property
    def accepted(self) -> Message:
        """What the column should hold, as a text."""
        if self.kind is Kind.TEXT:
            return msg("one of {texts}", texts=", ".join(self.texts))
        if self.kind is Kind.DAY:
            return msg("a date")
        return msg(
            "a whole number from {least} to {most}", least=str(self.least), most=str(self.most)
        )


def day(name: str, *, optional: bool = False) -> Column:
    """A column of days."""
    return Column(name, Kind.DAY, optional=optional)


def whole(name: str, least: int, most: int, *, optional: bool = False) -> Column:
    """A column of whole numbers: øre, hundredths of hours, or people."""
    return Column(name, Kind.WHOLE, least, most, optional=optional)


def text(name: str, texts: tuple[str, ...], *, optional: bool = False) -> Column:
    """A column of texts, each one of a few."""
    return Column(name, Kind.TEXT, texts=texts, optional=optional)


def extra(column: Column) -> Column:
    """A column that a frame may lack, and its rows too.

    >>> extra(day("started_on")).optional
    True
    """
    return attrs.evolve(column, optional=True, extra=True)
