"""Principles, and how to tell whether they were lived up to: criteria over facts and events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from socialkapitel.chapters.events import EventKind
from socialkapitel.chapters.items import Item
from socialkapitel.errors import WrongType, check_kind
from socialkapitel.explanation import Outcome
from socialkapitel.messages import Label, msg
from socialkapitel.parameters import ParameterSet, packaged_parameters
from socialkapitel.periods import check_date
from socialkapitel.schemes import Facts
from socialkapitel.schemes.leaves import Predicate


@attrs.frozen
class Verdict:
    """How a criterion came out (vurdering).

    ``missing`` names the unknown facts, and as ``"events.follow-up-held"`` the events that are not
    recorded; it is empty unless the outcome is `Outcome.UNRESOLVED`.
    """

    criterion: str
    outcome: Outcome
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Criterion:
    """Something that must be so for a principle to be lived up to (kriterium).

    ``holds`` is a question to the facts; every event of ``proven_by`` must be recorded; one of
    ``broken_by`` proves the opposite. An event that is not recorded proves nothing: ``unresolved``
    says what that leaves open.
    """

    id: str
    label: Label
    unresolved: Label
    proven_by: tuple[EventKind, ...] = ()
    broken_by: tuple[EventKind, ...] = ()
    holds: Predicate | None = None

    def judge(
        self,
        facts: Facts,
        events: Iterable[EventKind] = (),
        *,
        on: date,
        parameters: ParameterSet | None = None,
    ) -> Verdict:
        """Hold the criterion against what is known.

        Args:
            facts: what is known of person, job and situation.
            events: the kinds of events that are recorded.
            on: the day that is judged.
            parameters: other legal figures than the packaged ones.

        Raises:
            WrongType: for facts, events, a day or parameters that are none.

        >>> from socialkapitel.chapters import criterion
        >>> told = criterion("colleagues-informed")
        >>> told.judge(Facts(), [EventKind.COLLEAGUES_INFORMED], on=date(2008, 1, 1)).outcome
        <Outcome.FULFILLED: 'fulfilled'>
        >>> told.judge(Facts(), [EventKind.ILLNESS_DISCLOSED], on=date(2008, 1, 1)).outcome
        <Outcome.NOT_FULFILLED: 'not_fulfilled'>
        >>> told.judge(Facts(), on=date(2008, 1, 1)).missing
        ('events.colleagues-informed',)
        """
        check_kind(facts, Facts, "facts")
        recorded = read_events(events)
        check_date(on, "on")
        figures = packaged_parameters() if parameters is None else parameters
        legal = check_kind(figures, ParameterSet, "parameters")
        answer = True if self.holds is None else self.holds.judge(facts, on, legal)
        if answer is False or not recorded.isdisjoint(self.broken_by):
            return Verdict(self.id, Outcome.NOT_FULFILLED)
        unknown = () if self.holds is None else self.holds.unknown(facts, on, legal)
        unproven = tuple(
            f"events.{event.value}" for event in self.proven_by if event not in recorded
        )
        if unknown or unproven:
            return Verdict(self.id, Outcome.UNRESOLVED, unknown + unproven)
        return Verdict(self.id, Outcome.FULFILLED)


def read_events(events: object) -> frozenset[EventKind]:
    """Kinds of events, each once.

    Raises:
        WrongType: for anything but kinds of events.
    """
    accepted = msg("a list of {kind}", kind=EventKind.__name__)
    if isinstance(events, str) or not isinstance(events, Iterable):
        raise WrongType("events", events, accepted)
    return frozenset(check_kind(event, EventKind, "events") for event in events)


@attrs.frozen(kw_only=True)
class Principle(Item):
    """A principle, a sentence of the policy or a line of effort, with how it is checked (princip).

    ``criteria`` say what proves that it was lived up to, and what leaves that open.
    """

    criteria: tuple[Criterion, ...]
