"""Runs a calculator over a frame: any engine's frame in, the same kind out."""

from __future__ import annotations

from typing import Any, TypeVar, cast

import narwhals
import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from socialkapitel.calculators.inputs import figures_or_packaged
from socialkapitel.frames.batches import in_batches
from socialkapitel.frames.calculator import FrameCalculator
from socialkapitel.frames.checks import (
    InvalidFrame,
    check_columns,
    check_engine,
    check_names,
    check_rows,
    check_texts,
)
from socialkapitel.frames.plan import plan
from socialkapitel.frames.seen import SeenColumns, look_at
from socialkapitel.frames.status import STATUS
from socialkapitel.parameters import ParameterSet

Frame = TypeVar("Frame")
"""A frame of any supported engine, or one that narwhals has wrapped."""

_MAY_SHARE_NAMES = {
    nw.Implementation.DASK,
    nw.Implementation.DUCKDB,
    nw.Implementation.PYSPARK,
}
"""Lazy engines whose columns may share names, which narwhals doesn't see."""


def compute(calculator: FrameCalculator, frame: Frame, parameters: ParameterSet | None) -> Frame:
    """The frame with the calculator's columns added.

    Raises:
        InvalidFrame: with everything that is wrong with the frame.
        WrongType: for parameters that are no `ParameterSet`.
        InvalidInput: for a figure of the caller's that can't be worked with.
    """
    figures = figures_or_packaged(parameters)
    wrapped = _wrapped(frame)
    if wrapped is not None:
        calculator = calculator.reading(wrapped.collect_schema())
    seen = _check(calculator, frame, wrapped)
    if wrapped.implementation is nw.Implementation.POLARS:
        done = in_batches(calculator, figures, wrapped, seen)
    elif wrapped.implementation is nw.Implementation.DASK:
        done = wrapped.to_native().map_partitions(_part, calculator, figures)
    else:
        done = _at_once(calculator, wrapped, figures, seen)
    return _like(frame, done)


def _part(part: Any, calculator: FrameCalculator, figures: ParameterSet) -> Any:
    """A part of a lazy frame that is at hand when its turn has come, with the columns added."""
    frame = nw.from_native(part, eager_only=True)
    return _at_once(calculator, frame, figures, look_at(frame, calculator.columns))


def _at_once(
    calculator: FrameCalculator, frame: Any, figures: ParameterSet, seen: SeenColumns | None
) -> Any:
    """A frame that has been checked, with the calculator's columns added to all its rows."""
    types = frame.collect_schema()
    done = plan(calculator, figures, types, seen).add_to(frame)
    return done.select(*types, *calculator.added, STATUS).to_native()


def _wrapped(frame: Any) -> Any:
    """The frame as narwhals has it; None for what is no frame.

    Raises:
        InvalidFrame: where columns share a name: some engines have room for that.
    """
    try:
        wrapped: Any = nw.from_native(frame)
    except TypeError:
        return None
    except DuplicateError:
        names = frame.column_names if hasattr(frame, "column_names") else frame.columns
        raise InvalidFrame(list(check_names(names))) from None
    if wrapped.implementation in _MAY_SHARE_NAMES:
        shared = list(check_names(wrapped.to_native().columns))
        if shared:
            raise InvalidFrame(shared)
    return wrapped


def _like(frame: Frame, native: Any) -> Frame:
    """The result as the kind of frame that was given."""
    if isinstance(frame, (nw.DataFrame, nw.LazyFrame)):
        return cast("Frame", nw.from_native(native))
    wrapped = isinstance(frame, (narwhals.DataFrame, narwhals.LazyFrame))
    return cast("Frame", narwhals.from_native(native) if wrapped else native)


def _check(calculator: FrameCalculator, frame: object, wrapped: Any) -> SeenColumns | None:
    """Refuse a frame that can't be worked on; else what is known of its columns beforehand."""
    problems = list(check_engine(frame, None if wrapped is None else wrapped.implementation))
    if wrapped is None:
        raise InvalidFrame(problems)
    supported = not problems
    types = wrapped.collect_schema()
    problems += check_columns(types, calculator.columns, [*calculator.added, STATUS])
    seen = None
    if isinstance(wrapped, nw.DataFrame):
        problems += check_rows(wrapped)
        fitting = [column for column in calculator.columns if column.is_in(types)]
        seen = look_at(wrapped, fitting) if supported else None
        problems += check_texts(seen or {}, fitting)
    if problems:
        raise InvalidFrame(problems)
    return seen
