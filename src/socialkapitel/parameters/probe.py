"""Finds every figure that a calculation lacks, by going on with the nearest known one.

A calculation stops at the first figure that is not known. Run once more on a `Probe` of the same
set, it goes on to the end, and the probe lists the figures it had to do without. The result of a
calculation on a probe is thrown away.
"""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.errors import NotInForce, NotKnown
from socialkapitel.parameters.series import Figure, Parameter
from socialkapitel.parameters.sets import ParameterSet
from socialkapitel.periods import read_date


@attrs.frozen(eq=False, repr=False)
class Probe(ParameterSet):
    """A set in which every day has a figure; ``met`` collects those that are not known."""

    met: dict[str, NotKnown] = attrs.field(factory=dict)

    def __getitem__(self, name: str) -> Parameter:
        found = ParameterSet.__getitem__(self, name)
        return _Probed(
            found.name,
            found.label,
            found.unit,
            found.source,
            found.figures,
            found.note,
            met=self.met,
        )


@attrs.frozen(eq=False)
class _Probed(Parameter):
    met: dict[str, NotKnown] = attrs.field(kw_only=True)

    def on(self, day: date | str) -> Figure:
        """The figure in force on a day, or the nearest one before, or the first."""
        day = read_date(day, "day")
        try:
            return Parameter.on(self, day)
        except NotInForce as error:
            self.met.setdefault(self.name, error.missing[0])
            return self.figures[max(self._place(day) - 1, 0)]
