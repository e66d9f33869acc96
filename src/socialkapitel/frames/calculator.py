"""What a calculator over frames is made of."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from socialkapitel.explanation import Explained
from socialkapitel.frames.columns import Column
from socialkapitel.frames.inputs import Inputs
from socialkapitel.frames.logic import Whole
from socialkapitel.frames.status import Fault
from socialkapitel.parameters import ParameterSet

Values: TypeAlias = Mapping[str, Any]
"""A row's values by column, as the scalar calculators take them; None for those missing."""


@attrs.frozen
class Work:
    """What a calculator makes of the columns: its results, and what may be wrong with a row.

    ``faults`` come after those of the single columns. ``results`` count where there is none.
    """

    faults: Sequence[Fault]
    results: Mapping[str, Whole]


@attrs.frozen
class FrameCalculator:
    """A calculator over frames.

    Attributes:
        name: its public name.
        columns: what it reads, in the order in which faults are told.
        added: what it adds, in order; ``status`` comes after them.
        work: makes column expressions of the columns and the legal figures.
        scalar: works out one row with the scalar calculator.
    """

    name: str
    columns: tuple[Column, ...]
    added: tuple[str, ...]
    work: Callable[[Inputs, ParameterSet], Work]
    scalar: Callable[[Values, ParameterSet], Explained]

    def reading(self, names: Container[str]) -> FrameCalculator:
        """The calculator that reads a frame or a row with these columns: without those it lacks."""
        columns = tuple(one for one in self.columns if one.name in names or not one.extra)
        return attrs.evolve(self, columns=columns)
