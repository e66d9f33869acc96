"""Runs a calculator over a frame: any engine's frame in, the same kind out.

A frame that can't be used is refused first, with everything that is wrong with it. A polars frame
is then worked out in batches as polars delivers the rows, so that the statistics of a lazy frame's
columns, too, are taken on the way, without running it beforehand. polars decides the size of a
batch: some 100,000 rows when it streams, all of them otherwise; the result is the same. To polars,
a batch is one expression, row by row, over the columns that the calculator reads; it is free to
optimise what happens to the other columns, before or after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

import attrs
import narwhals
import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from socialkapitel.echo import shown
from socialkapitel.errors import SocialkapitelError, check_kind
from socialkapitel.frames.calculator import BatchPlan, FrameCalculator, query_plan
from socialkapitel.frames.columns import (
    FrameStatistics,
    check_columns,
    check_texts,
    faultless_statistics,
    statistics_of,
)
from socialkapitel.frames.logic import Api
from socialkapitel.frames.status import STATUS
from socialkapitel.messages import Message, joined, msg
from socialkapitel.parameters import ParameterSet, packaged_parameters

_MOST_PLANS = 16
_STREAMED = 300_000  # no batch that polars streams has more rows
_RESULTS = "_socialkapitel"

_ENGINES = {
    nw.Implementation.POLARS: "polars",
    nw.Implementation.PANDAS: "pandas",
    nw.Implementation.PYARROW: "pyarrow",
    nw.Implementation.DUCKDB: "duckdb",
    nw.Implementation.DASK: "dask",
    nw.Implementation.PYSPARK: "PySpark",
    nw.Implementation.PYSPARK_CONNECT: "PySpark Connect",
}
ENGINES = tuple(_ENGINES.values())
"""The libraries whose frames are accepted: those on which every result is tested."""


class InvalidFrame(SocialkapitelError, ValueError):
    """A frame that can't be used; nothing has been worked out.

    ``problems`` lists everything that is wrong with it, each with how to correct it.
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
    """What is wrong with the kind of frame; ``implementation`` is None for what is not a frame."""
    if implementation not in _ENGINES:
        yield msg(
            "{kind} is not a supported frame; give one of {engines}",
            kind=shown(f"{type(frame).__module__}.{type(frame).__qualname__}"),
            engines=", ".join(ENGINES),
        )


def check_names(names: Iterable[object]) -> Iterator[Message]:
    """The names that several columns share; until that is corrected, columns are ambiguous."""
    for name, times in Counter(names).items():
        if times > 1:
            yield msg(
                "{column} is the name of {times} columns; rename or drop all but one",
                column=str(name),
                times=times,
            )


def check_rows(frame: nw.DataFrame[Any]) -> Iterator[Message]:
    """What is wrong with an eager frame as a whole: no rows."""
    if frame.is_empty():
        yield msg("the frame has no rows; give at least one")


Frame = TypeVar("Frame")
"""A frame of any supported engine, or one that narwhals has wrapped."""

_MAY_SHARE_NAMES = {
    nw.Implementation.DASK,
    nw.Implementation.DUCKDB,
    nw.Implementation.PYSPARK,
    nw.Implementation.PYSPARK_CONNECT,
}
"""Lazy engines whose columns may share names, which narwhals doesn't see."""


def compute(calculator: FrameCalculator, frame: Frame, parameters: ParameterSet | None) -> Frame:
    """The frame with the calculator's columns added.

    Raises:
        InvalidFrame: with everything that is wrong with the frame.
        WrongType: for parameters that are not a `ParameterSet`.
        InvalidInput: for a caller's figure that can't be used.
    """
    figures = packaged_parameters() if parameters is None else parameters
    check_kind(figures, ParameterSet, "parameters")
    wrapped = wrap(frame)
    calculator = calculator.reading(wrapped.collect_schema())
    statistics = _check(calculator, frame, wrapped)
    if calculator.by is not None:
        done = _with_others(calculator, calculator.by, wrapped, figures, statistics)
    elif wrapped.implementation is nw.Implementation.POLARS:
        done = in_batches(calculator, figures, wrapped, statistics)
    elif wrapped.implementation is nw.Implementation.DASK:
        done = wrapped.to_native().map_partitions(_part, calculator, figures)
    else:
        done = _at_once(calculator, wrapped, figures, statistics)
    return like(frame, done)


def _part(part: Any, calculator: FrameCalculator, figures: ParameterSet) -> Any:
    """A partition of a lazy frame, eager by now, with the columns added."""
    frame = nw.from_native(part, eager_only=True)
    return _at_once(calculator, frame, figures, statistics_of(frame, calculator.columns))


def _at_once(
    calculator: FrameCalculator,
    frame: Any,
    figures: ParameterSet,
    statistics: FrameStatistics | None,
) -> Any:
    """A frame that has been checked, with the calculator's columns added to all its rows."""
    types = frame.collect_schema()
    shallow = frame.implementation is nw.Implementation.PYSPARK_CONNECT
    done = query_plan(calculator, figures, types, statistics, shallow=shallow).add_to(frame)
    return done.select(*types, *calculator.added, STATUS).to_native()


def _with_others(
    calculator: FrameCalculator,
    by: str,
    frame: Any,
    figures: ParameterSet,
    statistics: FrameStatistics | None,
) -> Any:
    """The same where rows depend on each other."""
    if frame.implementation is nw.Implementation.DASK:
        shuffled = frame.to_native().shuffle(by)
        return shuffled.map_partitions(_part, calculator, figures)
    if frame.implementation is nw.Implementation.PYARROW:
        return _of_sorted(calculator, by, frame, figures, statistics)
    if frame.implementation is nw.Implementation.POLARS and isinstance(frame, nw.DataFrame):
        return _at_once(calculator, frame.lazy(), figures, statistics).collect()
    return _at_once(calculator, frame, figures, statistics)


def _of_sorted(
    calculator: FrameCalculator,
    by: str,
    frame: Any,
    figures: ParameterSet,
    statistics: FrameStatistics | None,
) -> Any:
    """The rows in their own order, worked out in the order of the shared column and of weeks."""
    types = frame.collect_schema()
    place, number = _free("_place", types), _free("_number", types)
    key = nw.col(by)
    ranked = (
        frame.with_row_index(place)
        .sort(by, "week_start")
        .with_columns((key != key.shift(1)).fill_null(value=True).cast(nw.Int64).alias(number))
        .with_columns(nw.col(number).cum_sum())
    )
    plan = query_plan(calculator, figures, types, statistics, sorted_by=number)
    return plan.add_to(ranked).sort(place).select(*types, *calculator.added, STATUS).to_native()


def _free(name: str, types: Mapping[str, Any]) -> str:
    """A name that no column has."""
    name = _RESULTS + name
    while name in types:
        name += "_"
    return name


def wrap(frame: Any) -> Any:
    """The frame, wrapped by narwhals.

    Raises:
        InvalidFrame: for what is not a frame, and where columns share a name, which some engines
            allow.
    """
    try:
        wrapped: Any = nw.from_native(frame)
    except TypeError:
        raise InvalidFrame(list(check_engine(frame, None))) from None
    except DuplicateError:
        names = frame.column_names if hasattr(frame, "column_names") else frame.columns
        raise InvalidFrame(list(check_names(names))) from None
    if wrapped.implementation in _MAY_SHARE_NAMES:
        shared = list(check_names(wrapped.to_native().columns))
        if shared:
            raise InvalidFrame(shared)
    return wrapped


def like(frame: Frame, native: Any) -> Frame:
    """The result as the kind of frame that was given."""
    if isinstance(frame, (nw.DataFrame, nw.LazyFrame)):
        return cast("Frame", nw.from_native(native))
    wrapped = isinstance(frame, (narwhals.DataFrame, narwhals.LazyFrame))
    return cast("Frame", narwhals.from_native(native) if wrapped else native)


def _check(calculator: FrameCalculator, frame: object, wrapped: Any) -> FrameStatistics | None:
    """Refuse a frame that can't be used; return the statistics of an eager one."""
    problems = list(check_engine(frame, wrapped.implementation))
    supported = not problems
    types = wrapped.collect_schema()
    problems += check_columns(types, calculator.columns, [*calculator.added, STATUS])
    statistics = None
    if isinstance(wrapped, nw.DataFrame):
        problems += check_rows(wrapped)
        fitting = [column for column in calculator.columns if column.is_in(types)]
        statistics = statistics_of(wrapped, fitting) if supported else None
        problems += check_texts(statistics or {}, fitting)
    if problems:
        raise InvalidFrame(problems)
    return statistics


def in_batches(
    calculator: FrameCalculator,
    figures: ParameterSet,
    frame: Any,
    statistics: FrameStatistics | None,
) -> Any:
    """A polars frame, wrapped by narwhals, with the calculator's columns added.

    ``statistics`` are those of its columns, where already known; otherwise they are taken from each
    batch.

    Raises:
        InvalidInput: for a caller's figure that can't be used.
    """
    polars, types = nw.get_native_namespace(frame), frame.collect_schema()
    batches = Batches(calculator, figures, types, statistics)
    # Figures are refused at once, not when the first batch comes.
    batches.plan_for(statistics or faultless_statistics(calculator.columns), polars)
    name = _RESULTS
    while name in types:
        name += "_"
    added = {**dict.fromkeys(calculator.added, polars.Int64), STATUS: polars.String}
    found = polars.struct(*(column.name for column in calculator.columns)).map_batches(
        batches.work_out, return_dtype=polars.Struct(added), is_elementwise=True
    )
    done = (
        frame.to_native()
        .lazy()
        .with_columns(found.alias(name))
        .select(*types, *(polars.col(name).struct.field(one) for one in added))
    )
    return done.collect(engine="streaming") if isinstance(frame, nw.DataFrame) else done


@attrs.frozen(eq=False)
class Batches:
    """Works out batches, each by the plan that fits its statistics.

    ``types`` are those of the frame's columns; ``statistics`` are those of all batches, where
    known. Batches with the same statistics share a plan.
    """

    calculator: FrameCalculator
    figures: ParameterSet
    types: Mapping[str, nw.dtypes.DType]
    statistics: FrameStatistics | None
    _plans: dict[Any, BatchPlan] = attrs.field(factory=dict, init=False)

    def work_out(self, rows: Any) -> Any:
        """The results of rows; both are a polars Series of structs."""
        polars, batch = nw.dependencies.get_polars(), rows.struct.unnest()
        statistics = self.statistics or statistics_of(batch, self.calculator.columns, polars)
        fitting = self.plan_for(statistics, polars)
        # Streamed batches have a core each; rows that come all at once have all of them.
        found = fitting.results_of(batch.lazy(), in_turn=len(batch) <= _STREAMED)
        # Lazy, so that polars works out once what occurs several times; it need look for nothing
        # else, again in every batch.
        only_once = polars.QueryOptFlags.none(comm_subexpr_elim=True)
        return found.collect(engine="in-memory", optimizations=only_once).to_struct(rows.name)

    def plan_for(self, statistics: FrameStatistics | None, api: Api) -> BatchPlan:
        """The plan for rows with these statistics."""
        key = statistics and tuple(statistics.values())
        found = self._plans.get(key)
        if found is None:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            whole = query_plan(self.calculator, self.figures, self.types, statistics, api)
            found = whole.only_for((*self.calculator.added, STATUS))
            self._plans[key] = found
        return found
