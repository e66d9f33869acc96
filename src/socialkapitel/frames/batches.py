"""Frames of polars, worked out in batches as polars hands the rows over.

A batch is looked at before it is worked on, so that a lazy frame too has its columns checked once
and not in each row, without being run for it beforehand. polars decides what a batch is: some
100,000 rows when it streams, all of them otherwise; the same rows come out. To polars a batch's
work is one expression, row by row, of the columns that the calculator reads: what is asked of the
other columns, before or after, is left to polars.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.calculator import FrameCalculator
from socialkapitel.frames.logic import Words
from socialkapitel.frames.plan import Plan, plan
from socialkapitel.frames.seen import SeenColumns, flawless, look_at
from socialkapitel.frames.status import STATUS
from socialkapitel.parameters import ParameterSet

_MOST_PLANS = 16
_RESULTS = "_socialkapitel"


def in_batches(
    calculator: FrameCalculator, figures: ParameterSet, frame: Any, seen: SeenColumns | None
) -> Any:
    """A frame of polars, in narwhals' wrapping, with the calculator's columns added.

    ``seen`` is what is known of its columns already; without it each batch is looked at.

    Raises:
        InvalidInput: for a figure of the caller's that can't be worked with.
    """
    polars, types = nw.get_native_namespace(frame), frame.collect_schema()
    batches = Batches(calculator, figures, types, seen)
    batches.plan_for(seen or flawless(calculator.columns), polars)  # refuses figures at once
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
    """Works out batches, each by the plan that fits what was seen of it.

    ``types`` are those of the frame's columns, ``seen`` what holds for all batches, where that is
    known. Batches of which the same was seen share a plan.
    """

    calculator: FrameCalculator
    figures: ParameterSet
    types: Mapping[str, nw.dtypes.DType]
    seen: SeenColumns | None
    _plans: dict[Any, Plan] = attrs.field(factory=dict, init=False)

    def work_out(self, rows: Any) -> Any:
        """The results of rows, both as a polars Series of structs."""
        batch = rows.struct.unnest()
        frame = nw.from_native(batch, eager_only=True)
        seen = self.seen or look_at(frame, self.calculator.columns)
        fitting = self.plan_for(seen, nw.get_native_namespace(frame))
        # Lazy, so that polars works out once what occurs several times.
        found = fitting.add_to(batch.lazy()).select(*self.calculator.added, STATUS)
        return found.collect(engine="in-memory").to_struct(rows.name)

    def plan_for(self, seen: SeenColumns | None, words: Words) -> Plan:
        """The plan for rows of which that was seen."""
        key = seen and tuple(seen.values())
        found = self._plans.get(key)
        if found is None:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            found = plan(self.calculator, self.figures, self.types, seen, words)
            self._plans[key] = found
        return found
