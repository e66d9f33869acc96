"""Checks of a whole frame, before any work: its engine, its columns and their types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from socialkapitel.errors import SocialkapitelError, shown
from socialkapitel.frames.columns import Column, Kind
from socialkapitel.frames.seen import SeenColumns
from socialkapitel.messages import Message, joined, msg

_HOW_TO_MEND = {
    Kind.DAY: msg("dates without time zone, as Date; read texts as dates, day and month named"),
    Kind.WHOLE: msg(
        "whole øre, hundredths of hours or people, as Int64; make them of kroner and hours by"
        " multiplying by 100 and rounding, and keep missing ones missing (Int64 in pandas)"
    ),
    Kind.TEXT: msg("texts, as String"),
}

_ENGINES = {
    nw.Implementation.POLARS: "polars",
    nw.Implementation.PANDAS: "pandas",
    nw.Implementation.PYARROW: "pyarrow",
    nw.Implementation.DUCKDB: "duckdb",
    nw.Implementation.DASK: "dask",
    nw.Implementation.PYSPARK: "PySpark",
}
ENGINES = tuple(_ENGINES.values())
"""The libraries whose frames are taken: those on which every result is tested."""


class InvalidFrame(SocialkapitelError, ValueError):
    """A frame that can't be worked on; nothing has been worked out.

    ``problems`` lists everything that is wrong with it, each with how to mend it.
    """

    code = "invalid-frame"

    def __init__(self, problems: Sequence[Message]) -> None:
        super().__init__(tuple(problems))
        self.problems: tuple[Message, ...] = tuple(problems)

    @property
    def message(self) -> Message:
        """What is wrong with the frame, problem by problem."""
        return msg("the frame is not accepted: {problems}", problems=joined(self.problems))


def check_engine(frame: object, implementation: nw.Implementation | None) -> Iterator[Message]:
    """What is wrong with the kind of frame; None where it is no frame at all."""
    if implementation not in _ENGINES:
        yield msg(
            "{kind} is no frame that is supported; give one of {engines}",
            kind=shown(type(frame).__qualname__),
            engines=", ".join(ENGINES),
        )


def check_names(names: Iterable[object]) -> Iterator[Message]:
    """Which names several columns have; until that is mended, no column is sure."""
    for name, times in Counter(names).items():
        if times > 1:
            yield msg(
                "{column} is the name of {times} columns; rename or drop all but one",
                column=str(name),
                times=times,
            )


def check_columns(
    types: Mapping[str, nw.dtypes.DType], columns: Sequence[Column], added: Sequence[str]
) -> Iterator[Message]:
    """What is wrong with a frame's columns."""
    for column in columns:
        dtype = types.get(column.name)
        if dtype is None:
            yield msg(
                "{column} is missing; give {accepted}",
                column=column.name,
                accepted=_HOW_TO_MEND[column.kind],
            )
        elif not column.takes(dtype):
            yield msg(
                "{column} is of type {type}; give {accepted}",
                column=column.name,
                type=str(dtype),
                accepted=_HOW_TO_MEND[column.kind],
            )
    for name in added:
        if name in types:
            yield msg(
                "{column} is there already and would be overwritten; rename or drop it",
                column=name,
            )


def check_rows(frame: nw.DataFrame[Any]) -> Iterator[Message]:
    """What is wrong with a frame at hand as a whole: no rows."""
    if frame.is_empty():
        yield msg("the frame has no rows; give at least one")


def check_texts(seen: SeenColumns, columns: Sequence[Column]) -> Iterator[Message]:
    """Columns of texts in which not one text is accepted: written another way, it seems.

    A single text that isn't accepted is a fault of its row, and the row's status says so. Only
    columns that have been seen are judged.
    """
    for column in columns:
        found = seen.get(column.name)
        if found and column.kind is Kind.TEXT and found.others and not found.texts:
            yield msg(
                "{column} has no text that is known; write {accepted}",
                column=column.name,
                accepted=column.accepted,
            )
