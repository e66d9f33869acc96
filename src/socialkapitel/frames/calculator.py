"""A calculator over frames: the columns it reads, and how they become those it adds.

`Inputs` hands it a frame's columns as bounded expressions without gaps, and `query_plan` turns what
it makes of them into the stages in which columns are added to the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.formulas.arithmetic import Whole
from socialkapitel.frames.columns import ColumnStatistics, FrameStatistics, InputColumn, Kind
from socialkapitel.frames.days import (
    FIRST_DAY,
    LAST_DAY,
    DayColumn,
    DayLookup,
    FigureByRow,
    in_period,
)
from socialkapitel.frames.logic import (
    Api,
    Mask,
    both,
    column,
    either,
    is_plain,
    negated,
    pick,
)
from socialkapitel.frames.status import OK, STATUS, RowFault, first_fault, invalid, missing
from socialkapitel.parameters import ParameterSet

if TYPE_CHECKING:
    from socialkapitel.explanation import Explained

_KEPT = "_socialkapitel_"
_FEW = 6  # faults of which the first is found in one expression


Values: TypeAlias = Mapping[str, Any]
"""A row's values by column, as the scalar calculators take them; None for those missing."""


@attrs.frozen
class Work:
    """What a calculator makes of the columns: its results, and what may be wrong with a row.

    ``faults`` come after those of the single columns. ``results`` apply to rows without a fault; in
    other rows a result is 0, or its value in ``refused``, None for no value.
    """

    faults: Sequence[RowFault]
    results: Mapping[str, Whole]
    refused: Mapping[str, str | None] = attrs.field(factory=dict)


@attrs.frozen
class FrameCalculator:
    """A calculator over frames.

    Attributes:
        name: its public name.
        columns: what it reads, in the order in which faults are reported.
        added: what it adds, in order; ``status`` comes last.
        work: makes column expressions from the columns and the legal figures.
        scalar: works out one row with the scalar calculator.
        by: the column shared by rows that depend on each other; None where none do.
    """

    name: str
    columns: tuple[InputColumn, ...]
    added: tuple[str, ...]
    work: Callable[[Inputs, ParameterSet], Work]
    scalar: Callable[[Values, ParameterSet], Explained]
    by: str | None = None

    def reading(self, names: Container[str]) -> FrameCalculator:
        """The calculator for a frame or row with these columns, without the extra ones it lacks."""
        columns = tuple(one for one in self.columns if one.name in names or not one.extra)
        return attrs.evolve(self, columns=columns)


class Inputs:
    """The columns of one frame, and the temporary columns worked out from them.

    ``statistics`` are those of the columns, where there are any, and expressions are built with
    ``api``. Rows that are ``sorted_by`` a column of numbers are in its order. Expressions are kept
    ``shallow`` for an engine that accepts no deep nesting.
    """

    def __init__(
        self,
        columns: Sequence[InputColumn],
        types: Mapping[str, nw.dtypes.DType],
        statistics: FrameStatistics | None,
        api: Api = nw,
        *,
        sorted_by: str | None = None,
        shallow: bool = False,
    ) -> None:
        self.sorted_by = sorted_by
        self._shallow = shallow
        self._columns = {column.name: column for column in columns}
        self._types = types
        self._statistics = statistics or {}
        self._api = api
        self._prefix = _KEPT
        while any(name.startswith(self._prefix) for name in types):
            self._prefix += "_"
        self._read: dict[str, Any] = {}
        self._made: list[dict[str, Any]] = []
        self._kept: dict[int, Any] = {}

    @property
    def stages(self) -> list[dict[str, Any]]:
        """The temporary columns, in the order in which they can be worked out."""
        return [stage for stage in (self._read, *self._made) if stage]

    def keep(self, *values: Whole | Mask) -> tuple[Any, ...]:
        """Values that several others use: worked out once, in temporary columns."""
        prefix, stage = f"{self._prefix}{len(self._made)}_", dict[str, Any]()
        kept = tuple(self._column(stage, f"{prefix}{len(stage)}", value) for value in values)
        self._made.append(stage)
        return kept

    def name(self, *values: Whole | Mask) -> list[str]:
        """The names of temporary columns for values, including plain ones."""
        prefix, stage = f"{self._prefix}{len(self._made)}_", dict[str, Any]()
        for value in values:
            number = pick(value, 1, 0) if isinstance(value, bool) else value
            stage[f"{prefix}{len(stage)}"] = column(number, self._api)
        self._made.append(stage)
        return list(stage)

    def keep_figures(self, *figures: FigureByRow) -> list[FigureByRow]:
        """Figures that several others use, with their values and days in temporary columns."""
        kept = self.keep(*(part for figure in figures for part in (figure.value, figure.known)))
        pairs = zip(figures, kept[::2], kept[1::2], strict=True)
        return [attrs.evolve(figure, value=value, known=known) for figure, value, known in pairs]

    def _column(self, stage: dict[str, Any], name: str, value: Any) -> Any:
        if is_plain(value) or id(value) in self._kept:
            return value
        stage[name] = value
        kept = self._api.col(name)
        self._kept[id(kept)] = kept
        return kept

    def has(self, name: str) -> bool:
        """Whether the frame has the column; it may lack an extra one."""
        return name in self._columns

    def type_of(self, name: str) -> nw.dtypes.DType:
        """The type of a column."""
        return self._types[name]

    def day(self, name: str) -> DayColumn:
        """A column of days, unchanged: a missing day is neither before nor after any date."""
        statistics = self._statistics.get(name) or ColumnStatistics(missing=True)
        moments = not isinstance(self._types[name], nw.Date)
        first, last, api = statistics.first, statistics.last, self._api
        if api is not nw and first and last:
            return DayLookup(name, moments, statistics.missing, api=api, first=first, last=last)
        return DayColumn(name, moments, statistics.missing, first, last, api)

    def whole(self, name: str) -> Whole:
        """A column of whole numbers within their bounds; any such number where one is refused."""
        if not self.has(name):
            return 0
        value, column = self._api.col(name), self._columns[name]
        wide = isinstance(self._types[name], nw.Int64)
        fine = both(self.given(name), self._accepted(column))
        if fine is True and wide:
            return value
        value = pick(fine, value if wide else value.cast(self._api.Int64), column.least)
        return self._column(self._read, f"{self._prefix}{name}", value)

    def is_text(self, name: str, value: str) -> Mask:
        """Whether the row's text is that one."""
        if not self.has(name):
            return False
        statistics = self._statistics.get(name)
        if statistics and value not in statistics.texts:
            return False
        if (
            statistics
            and statistics.texts == frozenset({value})
            and not (statistics.missing or statistics.others)
        ):
            return True
        same = self._filled(name, self._text(name) == value)
        place = self._columns[name].texts.index(value)
        return self._column(self._read, f"{self._prefix}{name}_{place}", same)

    def filled(self, name: str) -> Any:
        """A column of keys without gaps: a missing one is replaced by some key of its kind."""
        value = self._api.col(name)
        if isinstance(self._types[name], nw.dtypes.DType) and self._types[name].is_numeric():
            return pick(self.given(name), value.cast(self._api.Int64), 0)
        return pick(self.given(name), self._text(name), "")

    def given(self, name: str) -> Mask:
        """Whether the row has a value."""
        if not self.has(name):
            return False
        statistics = self._statistics.get(name)
        return True if statistics and not statistics.missing else ~self._api.col(name).is_null()

    def status(self, faults: Sequence[RowFault]) -> Any:
        """The code of each row's first fault; found a few at a time where nesting is costly."""
        few = _FEW if self._shallow else max(1, len(faults))
        status: Any = OK
        for last in range(len(faults), 0, -few):
            status = first_fault(faults[max(0, last - few) : last], status)
            if self._shallow:
                (status,) = self.keep(status)
        return status

    def faults(self) -> list[RowFault]:
        """What is wrong with the columns one by one, in their order."""
        return [fault for column in self._columns.values() for fault in self._faults_of(column)]

    def _faults_of(self, column: InputColumn) -> list[RowFault]:
        given = self.given(column.name)
        refused = invalid(column.name, both(given, negated(self._accepted(column))))
        return [refused] if column.optional else [missing(column.name, negated(given)), refused]

    def _accepted(self, column: InputColumn) -> Mask:
        """Whether the row's value, if it has one, is accepted by itself."""
        name, statistics = column.name, self._statistics.get(column.name)
        if column.kind is Kind.DAY:
            return in_period(self.day(name), FIRST_DAY, LAST_DAY)
        if column.kind is Kind.KEY:
            return True
        if column.kind is Kind.TEXT:
            if statistics and not statistics.others:
                return True
            return either(*(self.is_text(name, text) for text in column.texts))
        if statistics and statistics.accepted:
            return True
        return self._filled(name, self._api.col(name).is_between(column.least, column.most))

    def _text(self, name: str) -> Any:
        value = self._api.col(name)
        return value if isinstance(self._types[name], nw.String) else value.cast(self._api.String)

    def _filled(self, name: str, condition: Any) -> Any:
        """A condition on a column's values; False where one is missing."""
        statistics = self._statistics.get(name)
        return (
            condition if statistics and not statistics.missing else condition.fill_null(value=False)
        )


@attrs.frozen
class QueryPlan:
    """The columns that are added to a frame, stage by stage.

    Each stage may read what the ones before it have added; the last one adds the results.
    Temporary columns are dropped by whoever selects them.
    """

    stages: Sequence[Mapping[str, Any]]

    def add_to(self, frame: Any) -> Any:
        """The frame, of narwhals or of polars as the expressions are, with the columns added."""
        for stage in self.stages:
            frame = frame.with_columns(**stage)
        return frame

    def only_for(self, results: Sequence[str]) -> BatchPlan:
        """The plan for just these results in as few stages as possible, of polars' expressions.

        polars finds out by itself which columns nothing needs, but again in every batch.
        """
        values = {name: value for stage in self.stages for name, value in stage.items()}
        roots = {name: set(value.meta.root_names()) for name, value in values.items()}
        needed = set(results)
        for name in reversed(values):  # a column's roots come before it
            needed |= roots[name] if name in needed else set()
        places: dict[str, int] = {}
        for name in values:
            places[name] = 1 + max(
                (places[root] for root in roots[name] & values.keys()), default=-1
            )
        made = [dict[str, Any]() for _ in {places[name] for name in values if name in needed}]
        for name, value in values.items():
            if name in needed:
                made[places[name]][name] = value
        passed: list[list[str]] = []
        after = set(results)
        for stage in reversed(made):
            passed.append(sorted(after - stage.keys()))
            after = after - stage.keys() | {root for name in stage for root in roots[name]}
        return BatchPlan(list(zip(made, reversed(passed), strict=True)), results)


@attrs.frozen
class BatchPlan:
    """The columns that are made of a lazy polars frame, stage by stage.

    With those of each stage come the names of the others that are needed after it: the memory of
    the rest is free for the next stage.
    """

    stages: Sequence[tuple[Mapping[str, Any], Sequence[str]]]
    results: Sequence[str]

    def results_of(self, batch: Any, *, in_turn: bool) -> Any:
        """The results; on a single core ``in_turn``, one column after the other."""
        (made, _), *later = self.stages
        # Not selected: literals alone would be a single row.
        batch = batch.with_columns_seq(**made) if in_turn else batch.with_columns(**made)
        for made, passed in later:
            select = batch.select_seq if in_turn else batch.select
            batch = select(*passed, **made)
        return batch.select(self.results)


def query_plan(
    calculator: FrameCalculator,
    figures: ParameterSet,
    types: Mapping[str, nw.dtypes.DType],
    statistics: FrameStatistics | None,
    api: Api = nw,
    *,
    sorted_by: str | None = None,
    shallow: bool = False,
) -> QueryPlan:
    """The plan for a frame's columns and their statistics.

    Raises:
        InvalidInput: for a caller's figure that can't be used.
    """
    inputs = Inputs(
        calculator.columns, types, statistics, api, sorted_by=sorted_by, shallow=shallow
    )
    work = calculator.work(inputs, figures)
    status = inputs.status([*inputs.faults(), *work.faults])
    fine = status == OK if is_plain(status) else api.col(STATUS) == OK
    results = {
        name: _where(fine, work.results[name], work.refused.get(name, 0), api)
        for name in calculator.added
    }
    told = {STATUS: column(status, api)}
    last = [{**told, **results}] if is_plain(status) else [told, results]
    return QueryPlan([*inputs.stages, *last])


def _where(fine: Mask, value: Any, otherwise: int | str | None, api: Api) -> Any:
    """A result where the row is fine, and its replacement elsewhere."""
    if otherwise is None:
        return value if fine is True else api.when(fine).then(value)
    return column(pick(fine, value, otherwise), api)
