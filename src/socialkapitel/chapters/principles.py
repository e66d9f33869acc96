"""Principles, and how to tell whether they were lived up to: criteria over facts and events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from socialkapitel.cases.events import Event
from socialkapitel.chapters.former import EventKind
from socialkapitel.chapters.items import Item
from socialkapitel.chapters.patterns import (
    ANY_DAY,
    EventPattern,
    Shortfall,
    Window,
    fitting,
    shortfall,
)
from socialkapitel.chapters.signs import OCCASIONS
from socialkapitel.errors import HIDDEN, WrongType, check_kind
from socialkapitel.explanation import Outcome
from socialkapitel.messages import Label, msg
from socialkapitel.parameters import ParameterSet, packaged_parameters
from socialkapitel.periods import check_date
from socialkapitel.roles import Trigger
from socialkapitel.schemes import Facts
from socialkapitel.schemes.leaves import Predicate


@attrs.frozen
class Verdict:
    """How a criterion came out (bedømmelse).

    ``missing`` names the unknown facts, and what is lacking in the record: as
    ``"events.follow-up-held"`` where no event of a kind is recorded, as
    ``"events.round-table-held.participants.union"`` where one is but somebody did not take part. It
    is empty unless the outcome is `Outcome.UNRESOLVED`.
    """

    criterion: str
    outcome: Outcome
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Criterion:
    """Something that must be so for a principle to be lived up to (kriterium).

    Attributes:
        id: its name in code.
        label: what must be so.
        unresolved: what may be so all the same where nothing proves it: an event that is not
            recorded proves nothing.
        proven_by: an event that fits one of these proves it.
        broken_by: an event that fits one of these proves the opposite.
        holds: a question to the facts, whose answer must be yes.
        after: an occasion: what proves it must come on the first day of that, or later.
    """

    id: str
    label: Label
    unresolved: Label
    proven_by: tuple[EventPattern, ...] = ()
    broken_by: tuple[EventPattern, ...] = ()
    holds: Predicate | None = None
    after: Trigger | None = None

    def judge(
        self,
        facts: Facts,
        events: Iterable[Event] = (),
        *,
        on: date,
        parameters: ParameterSet | None = None,
    ) -> Verdict:
        """Hold the criterion against what is known.

        Args:
            facts: what is known of person, job and situation.
            events: what is recorded of a case or of a workplace; what comes after the day doesn't
                count.
            on: the day that is judged.
            parameters: other legal figures than the packaged ones.

        Raises:
            WrongType: for facts, events, a day or parameters that are none.

        >>> from uuid import UUID
        >>> from socialkapitel.cases.events import ColleaguesInformed, IllnessDisclosed
        >>> from socialkapitel.chapters import criterion
        >>> def recorded(kind, **fields):
        ...     return kind(id=UUID(int=1), on=date(2008, 1, 1), role="nearest-manager", **fields)
        >>> told = criterion("colleagues-informed")
        >>> told.judge(Facts(), [recorded(ColleaguesInformed)], on=date(2008, 1, 1)).outcome
        <Outcome.FULFILLED: 'fulfilled'>
        >>> told.judge(Facts(), [recorded(IllnessDisclosed)], on=date(2008, 1, 1)).outcome
        <Outcome.NOT_FULFILLED: 'not_fulfilled'>
        >>> told.judge(Facts(), on=date(2008, 1, 1)).missing
        ('events.colleagues-informed',)
        >>> alone = recorded(ColleaguesInformed, informed_by=("nearest-manager",))
        >>> told.judge(Facts(), [alone], on=date(2008, 1, 1)).missing
        ('events.colleagues-informed.informed_by.employee',)
        """
        check_kind(facts, Facts, "facts")
        recorded = read_events(events, check_date(on, "on"), "events")
        weighed = self.weigh(facts, recorded, on=on, parameters=parameters)
        return Verdict(self.id, weighed.outcome, weighed.missing)

    def weigh(
        self,
        facts: Facts,
        events: Sequence[Event],
        *,
        on: date,
        parameters: ParameterSet | None = None,
    ) -> Weighed:
        """How the criterion comes out, with what that rests on; for events through the day."""
        figures = packaged_parameters() if parameters is None else parameters
        legal = check_kind(figures, ParameterSet, "parameters")
        answer = True if self.holds is None else self.holds.judge(facts, on, legal)
        broken = fitting(self.broken_by, events)
        proofs = fitting(self.proven_by, events, self._window(events))
        if answer is False or broken:
            return Weighed(outcome=Outcome.NOT_FULFILLED, events=(*proofs, *broken))
        unknown = () if self.holds is None else self.holds.unknown(facts, on, legal)
        lacking = None
        if self.proven_by and not proofs:
            lacking = shortfall(self.proven_by, events, self._window(events))
        outcome = Outcome.UNRESOLVED if unknown or lacking else Outcome.FULFILLED
        return Weighed(outcome=outcome, events=tuple(proofs), unknown=unknown, lacking=lacking)

    def _window(self, events: Sequence[Event]) -> Window:
        """The days on which an event can prove it."""
        first = fitting(OCCASIONS[self.after], events)[:1] if self.after else []
        return Window(first=first[0].on) if first else ANY_DAY


@attrs.frozen(kw_only=True)
class Weighed:
    """How a criterion comes out: by which events, and what is not known or not recorded."""

    outcome: Outcome
    events: tuple[Event, ...]
    unknown: tuple[str, ...] = ()
    lacking: Shortfall | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of unknown facts and of what is lacking in the record."""
        return self.unknown + (self.lacking.names if self.lacking else ())


def read_events(events: object, on: date, field: str) -> tuple[Event, ...]:
    """Events through a day, in order of time.

    Raises:
        WrongType: for anything but events.
    """
    accepted = msg("a list of events")
    if isinstance(events, str) or not isinstance(events, Iterable):
        raise WrongType(field, HIDDEN, accepted)
    found: list[Event] = []
    for each in events:
        event = each.as_event(on) if isinstance(each, EventKind) else each
        if not isinstance(event, Event):
            raise WrongType(field, HIDDEN, accepted)
        if event.on <= on:
            found.append(event)
    return tuple(sorted(found, key=lambda event: event.on))


@attrs.frozen(kw_only=True)
class Principle(Item):
    """A principle, a sentence of the policy or a line of effort, with how it is checked (princip).

    ``criteria`` say what proves that it was lived up to, and what leaves that open.
    """

    criteria: tuple[Criterion, ...]
