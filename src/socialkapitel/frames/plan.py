"""How a frame gets a calculator's columns: expressions, in the order of the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.frames.calculator import FrameCalculator
from socialkapitel.frames.inputs import Inputs
from socialkapitel.frames.logic import Words, column, is_plain, pick
from socialkapitel.frames.seen import SeenColumns
from socialkapitel.frames.status import OK, STATUS, first_fault
from socialkapitel.parameters import ParameterSet


@attrs.frozen
class Plan:
    """The columns that are added to a frame, stage by stage.

    Each stage may read what the ones before it have added; the last one adds the results. What
    was only kept on the way stays behind.
    """

    stages: Sequence[Mapping[str, Any]]

    def add_to(self, frame: Any) -> Any:
        """The frame, of narwhals or of polars as the expressions are, with the columns added."""
        for stage in self.stages:
            frame = frame.with_columns(**stage)
        return frame


def plan(
    calculator: FrameCalculator,
    figures: ParameterSet,
    types: Mapping[str, nw.dtypes.DType],
    seen: SeenColumns | None,
    words: Words = nw,
) -> Plan:
    """The plan for a frame's columns and what is known of them.

    Raises:
        InvalidInput: for a figure of the caller's that can't be worked with.
    """
    inputs = Inputs(calculator.columns, types, seen, words)
    work = calculator.work(inputs, figures)
    status = first_fault([*inputs.faults(), *work.faults])
    fine = status == OK if is_plain(status) else words.col(STATUS) == OK
    results = {name: column(pick(fine, work.results[name], 0), words) for name in calculator.added}
    told = {STATUS: column(status, words)}
    last = [{**told, **results}] if is_plain(status) else [told, results]
    return Plan([*inputs.stages, *last])
