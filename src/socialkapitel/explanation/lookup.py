"""Looking a legal figure up for a day: the figure, and what an explanation tells of it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import attrs

from socialkapitel.explanation.model import Caveat, Operand, OriginKind, Step
from socialkapitel.messages import Text, msg
from socialkapitel.parameters import Figure, ParameterSet
from socialkapitel.sources import Evidence


@attrs.frozen
class LookedUp:
    """A legal figure that holds on a day, as a step and as a number in an expression.

    ``caveat`` is what the reader must know where the figure isn't published.
    """

    figure: Figure
    step: Step
    operand: Operand
    caveat: Caveat | None

    @property
    def hundredths(self) -> int:
        """The figure in whole hundredths: øre, where it is counted in kroner."""
        return self.figure.hundredths


# A month's run looks the same few figures up for the same few days, job after job.
@lru_cache(maxsize=4096)
def look_up(parameters: ParameterSet, name: str, day: date) -> LookedUp:
    """Look a legal figure up.

    Raises:
        UnknownName: with the nearest names.
        NotInForce: where no figure is known for that day.
    """
    parameter = parameters[name]
    figure, label = parameter.on(day), parameter.label
    key, value, unit, evidence = figure.key, figure.value, figure.unit, figure.evidence
    return LookedUp(
        figure,
        Step(key, name, label, value, unit, figure.source.on(day), day, evidence),
        Operand(label, value, unit, OriginKind.FIGURE, key),
        _caveat(label, figure),
    )


def _caveat(label: Text, figure: Figure) -> Caveat | None:
    values = {"label": label, "day": figure.valid_from, "source": figure.source.read_in}
    if figure.evidence is Evidence.PUBLISHED:
        return None
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
