"""Jobs as the calculators take them, put together from what was decided and agreed."""

from __future__ import annotations

from typing import TypeVar

import attrs

from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.wage_subsidy import SubsidisedJob, TargetGroup
from socialkapitel.cases.events import DecisionReceived, FlexjobTerms, SubsidisedTerms
from socialkapitel.cases.events.terms import SUBSIDISED
from socialkapitel.cases.runs import Run, holding
from socialkapitel.messages import Message, Text, msg
from socialkapitel.periods import Month

T = TypeVar("T")


class Missing(Exception):
    """Something that a refund is computed from isn't known; ``message`` says what."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@attrs.frozen
class Job:
    """A time in which a scheme runs, with the decisions that granted it, seen from a month."""

    run: Run
    decisions: tuple[DecisionReceived, ...]
    month: Month

    def flexjob(self) -> Flexjob:
        """The flexjob that refunds are computed for.

        Raises:
            Missing: where share or terms are not known, or changed within the month.
        """
        if not self.decisions:
            raise Missing(msg("no decision that grants it is recorded"))
        shares = [(event.on, event.share) for event in self.decisions]
        share = _only(holding(shares, self.month), msg("the share granted"))
        terms = self._terms(FlexjobTerms)
        return Flexjob(
            granted_on=self.decisions[0].on,
            share=share,
            starting_pay=terms.starting_pay,
            weekly_hours=terms.weekly_hours,
            atp_class=terms.atp_class,
            other_contributions=terms.other_contributions,
        )

    def subsidised(self) -> SubsidisedJob:
        """The job with wage subsidy.

        Raises:
            Missing: where pay or, in rehabilitation, the granted rate are not known, or changed
                within the month.
        """
        group = SUBSIDISED[self.run.scheme]
        rate = None
        if group is TargetGroup.REHABILITATION:
            rates = [(event.on, event.granted_rate) for event in self.decisions]
            rate = _only(holding(rates, self.month), msg("the rate granted"))
        terms = self._terms(SubsidisedTerms)
        return SubsidisedJob(target_group=group, hourly_pay=terms.hourly_pay, granted_rate=rate)

    def _terms(self, kind: type[T]) -> T:
        held = [one if isinstance(one, kind) else None for one in self.run.terms(self.month)]
        return _only(tuple(held), msg("the terms of the job"))


def _only(values: tuple[T | None, ...], what: Text) -> T:
    """The one value that is known to hold in the whole month."""
    value, *others = values or (None,)
    if value is None or None in others:
        raise Missing(msg("not recorded: {what}", what=what))
    if others:
        raise Missing(msg("changed within the month: {what}", what=what))
    return value
