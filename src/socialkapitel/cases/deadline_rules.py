"""What a deadline is, and how its day is worked out from legal figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import attrs

from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.cases.events import Event
from socialkapitel.errors import NotInForce
from socialkapitel.messages import Label, Text
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import MissingDay, add_months
from socialkapitel.sources import Source


@attrs.frozen
class DeadlineRule:
    """A rule by which something becomes due (fristregel).

    Attributes:
        id: its stable name, such as ``"sickness.notice"``.
        label: what is due.
        figures: the names of the legal figures that fix the day; none where the parties or an
            authority set it.
    """

    id: str
    label: Label
    figures: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Deadline:
    """Something that is due on a day, and why (frist).

    Attributes:
        id: the stable name of the rule, such as ``"sickness.notice"``.
        label: what is due.
        due: the last day for it; None where the rule isn't known for the time, as ``because``
            says.
        because: how the day comes about.
        source: the rule, as it was cited on the day.
        event: the id of the event that brings it about.
        overdue: whether the day has passed and the case shows that nothing was done.
    """

    id: str
    label: Text
    due: date | None
    because: Text
    source: Source
    event: UUID
    overdue: bool = False


@attrs.frozen
class Context:
    """What every deadline is worked out with: the day that is asked about, and the figures."""

    on: date
    parameters: ParameterSet

    def deadline(
        self,
        rule: DeadlineRule,
        event: Event,
        day: date,
        work_out: Callable[..., tuple[date, Text]],
    ) -> Deadline:
        """A deadline from the rule's figures as they hold on a day, whole numbers all of them.

        Where a figure isn't known, the deadline has no day and says why.
        """
        source = self.parameters[rule.figures[0]].source.on(day)
        due: date | None = None
        try:
            figures = [self.parameters[name].on(day) for name in rule.figures]
        except NotInForce as error:
            because: Text = error.message
        else:
            due, because = work_out(*map(whole_figure, figures))
        return Deadline(
            id=rule.id, label=rule.label, due=due, because=because, source=source, event=event.id
        )


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where that day doesn't exist."""
    return add_months(day, months, missing=MissingDay.LAST_OF_MONTH)
