"""Looking a legal figure up for a day: the figure, and what an explanation tells of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache

import attrs

from socialkapitel.explanation.model import Caveat, Operand, OriginKind, Step
from socialkapitel.messages import Label, Text, msg
from socialkapitel.parameters import Figure, ParameterSet
from socialkapitel.sources import Evidence


# Without slots, so that what an explanation tells of it can be made when it is first asked for.
@attrs.frozen(slots=False)
class LookedUp:
    """A legal figure that holds on a day, and what an explanation tells of it."""

    figure: Figure
    label: Label
    day: date

    @property
    def hundredths(self) -> int:
        """The figure in whole hundredths: øre, where it is counted in kroner."""
        return self.figure.hundredths

    @cached_property
    def told(self) -> tuple[Step, Operand, Caveat | None]:
        """As a step, as a number in an expression, and what to know where it isn't published."""
        figure, label, day = self.figure, self.label, self.day
        key, value, unit, evidence = figure.key, figure.value, figure.unit, figure.evidence
        return (
            Step(key, figure.parameter, label, value, unit, figure.source.on(day), day, evidence),
            Operand(label, value, unit, OriginKind.FIGURE, key),
            None if evidence is Evidence.PUBLISHED else _caveat(label, figure),
        )


# A month's run looks the same few figures up for the same few days, job after job.
@lru_cache(maxsize=4096)
def look_up(parameters: ParameterSet, name: str, day: date) -> LookedUp:
    """Look a legal figure up.

    Raises:
        UnknownName: with the nearest names.
        NotInForce: where no figure is known for that day.
    """
    parameter = parameters[name]
    return LookedUp(parameter.on(day), parameter.label, day)


def _caveat(label: Text, figure: Figure) -> Caveat:
    values = {"label": label, "day": figure.valid_from, "source": figure.source.read_in}
    if figure.evidence is Evidence.DERIVED:
        text = msg("{label}: the figure from {day} is derived, not published ({source})", **values)
    elif figure.evidence is Evidence.CHAPTER:
        text = msg(
            "{label}: the figure from {day} stands in a social chapter, not in an official"
            " table ({source})",
            **values,
        )
    else:
        text = msg(
            "{label}: the figure from {day} was put in by the caller ({source})",
            **{**values, "source": str(figure.source)},
        )
    return Caveat(f"{figure.evidence.value}-figure", text)
