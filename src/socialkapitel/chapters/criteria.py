"""How to tell whether something was complied with: criteria over facts and events.

The kinds of proof: an event that fits a pattern; a fact; a deadline that was kept; no less
far-reaching scheme was passed over. A criterion without any of these is never judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from socialkapitel.brief import brief
from socialkapitel.cases.events import Event
from socialkapitel.chapters.former import EventKind
from socialkapitel.chapters.patterns import (
    ANY_DAY,
    EventPattern,
    Shortfall,
    Window,
    fitting,
    in_days,
    pattern,
    shortfall,
)
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import WrongType, check_kind
from socialkapitel.explanation import Outcome, figures_or_packaged
from socialkapitel.messages import Label, Labelled, Text, msg
from socialkapitel.parameters import ParameterSet, packaged_parameters
from socialkapitel.periods import read_date
from socialkapitel.schemes import SCHEMES, Degree, Facts
from socialkapitel.schemes.leaves import Predicate


class Trigger(Labelled):
    """The occasion of a duty (anledning)."""

    ALWAYS = "always", Label("always", "altid")
    YEARLY = "yearly", Label("once a year", "én gang om året")
    CONCERN = "concern", Label("a problem arises", "et problem viser sig")
    ABILITY_CHANGED = (
        "ability-changed",
        Label("an employee's ability to work changes", "en medarbejders arbejdsevne ændrer sig"),
    )
    JOB_AT_RISK = (
        "job-at-risk",
        Label(
            "an employee is at risk of losing the job",
            "en medarbejder er i fare for at miste sit job",
        ),
    )
    ORDINARY_TERMS_IMPOSSIBLE = (
        "ordinary-terms-impossible",
        Label(
            "retention on ordinary terms is not possible",
            "fastholdelse på ordinære vilkår er ikke mulig",
        ),
    )
    RELOCATION_BEST = (
        "relocation-best",
        Label(
            "relocation is assessed as the best solution",
            "omplacering vurderes som den bedste løsning",
        ),
    )
    COLLEAGUES_AFFECTED = (
        "colleagues-affected",
        Label("an arrangement affects colleagues", "en ordning berører kolleger"),
    )
    SICK_LEAVE = "sick-leave", Label("an employee is on sick leave", "en medarbejder er sygemeldt")
    PARTIAL_WORK = (
        "partial-work",
        Label(
            "partial sick leave or partial return", "delvis sygemelding eller delvis raskmelding"
        ),
    )
    ABSENCE_AGREEMENT = "absence-agreement", Label("a section 56 agreement", "en § 56-aftale")
    AIDS = (
        "aids",
        Label("aids or workplace adaptation", "hjælpemidler eller arbejdspladsindretning"),
    )
    ASSISTANCE = "assistance", Label("personal assistance", "personlig assistance")
    REHABILITATION = (
        "rehabilitation",
        Label("rehabilitation with wage subsidy", "revalidering med løntilskud"),
    )
    SPECIAL_TERMS = (
        "special-terms",
        Label("employment on special terms", "ansættelse på særlige vilkår"),
    )
    SUBSIDISED_JOB = "subsidised-job", Label("a job with wage subsidy", "et job med løntilskud")
    FLEXJOB = "flexjob", Label("a flexjob", "et fleksjob")
    ENTRY = (
        "entry",
        Label("somebody from outside is to be brought in", "en udefrakommende skal indsluses"),
    )
    HIRING = "hiring", Label("somebody is about to be hired", "en ansættelse forestår")


_SPECIAL_TERMS = tuple(one.id for one in SCHEMES if one.degree >= Degree.SPECIAL_TERMS)
_ABOUT_A_SCHEME = (
    "measure-considered",
    "application-sent",
    "decision-received",
    "agreement-signed",
    "scheme-started",
)


def _about(*schemes: str) -> tuple[EventPattern, ...]:
    """Anything that has to do with one of these schemes."""
    return tuple(pattern(kind, scheme=schemes) for kind in _ABOUT_A_SCHEME)


def _started(*schemes: str) -> tuple[EventPattern, ...]:
    return (pattern("scheme-started", scheme=schemes),)


_ENTRY = (pattern("case-opened", purpose=("entry",)),)
OCCASIONS: dict[Trigger, tuple[EventPattern, ...]] = {
    Trigger.CONCERN: (pattern("concern-raised"),),
    Trigger.ABILITY_CHANGED: (
        pattern("concern-raised"),
        pattern("ability-changed"),
        pattern("sick-leave-started"),
    ),
    Trigger.JOB_AT_RISK: (
        pattern("case-opened", purpose=("retention",)),
        pattern("notice-given"),
    ),
    Trigger.ORDINARY_TERMS_IMPOSSIBLE: _about(*_SPECIAL_TERMS),
    Trigger.RELOCATION_BEST: (
        pattern("measure-considered", scheme=("relocation",), state=("chosen",)),
        *_started("relocation"),
    ),
    Trigger.COLLEAGUES_AFFECTED: (pattern("scheme-started"), pattern("partial-return")),
    Trigger.SICK_LEAVE: (pattern("sick-leave-started"),),
    Trigger.PARTIAL_WORK: (
        pattern("sick-leave-started", extent=("partial",)),
        pattern("partial-return"),
    ),
    Trigger.ABSENCE_AGREEMENT: _about("section-56"),
    Trigger.AIDS: _about("aids"),
    Trigger.ASSISTANCE: _about("personal-assistance"),
    Trigger.REHABILITATION: _about("rehabilitation", "apprentice-rehabilitation"),
    Trigger.SPECIAL_TERMS: _started(*_SPECIAL_TERMS),
    Trigger.SUBSIDISED_JOB: _started(
        "rehabilitation",
        "disability-pension-job",
        "wage-subsidy-unemployed",
        "newly-qualified",
    ),
    Trigger.FLEXJOB: _started("flexjob", "flexjob-since-2013"),
    Trigger.ENTRY: _ENTRY,
    Trigger.HIRING: _ENTRY,
}
"""The events that are the occasion of a duty. Permanent and yearly duties apply without a case."""


@brief
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


NOT_SHOWN = Label(
    en="what is recorded in a case cannot show whether this is met",
    da="det, der registreres i en sag, kan ikke vise, om dette er opfyldt",
)
"""Why a criterion without any kind of proof is never judged."""


@attrs.frozen(kw_only=True)
class Weighed:
    """How a criterion came out, and on what grounds.

    Attributes:
        outcome: fulfilled, not fulfilled or unresolved.
        events: the events that show it.
        unknown: the facts that are not known.
        lacking: the names of what the record lacks.
        because: why it is not fulfilled, or what the record lacks, where events decide it.
        would_fulfil: the events that would fulfil it.
    """

    outcome: Outcome
    events: tuple[Event, ...] = ()
    unknown: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    because: Text | None = None
    would_fulfil: tuple[Text, ...] = ()


@brief
@attrs.frozen(kw_only=True)
class Criterion:
    """A condition for having complied with a principle or a duty (kriterium).

    Attributes:
        id: its name in code.
        label: what must be true.
        unresolved: what may be true even if nothing proves it: an event that is not recorded proves
            nothing.
        proven_by: an event that fits one of these proves it.
        broken_by: an event that fits one of these proves the opposite.
        holds: a question about the facts, to which the answer must be yes.
        after: an occasion: the proof must be on its first day or later.
        within_days: the days from the occasion within which it must be proven; None for no limit.
        least_intervention: whether it is broken where a scheme was started while one that changes
            less had been neither tried nor ruled out; `socialkapitel.review` looks for that.
    """

    id: str
    label: Label
    unresolved: Label | None = None
    proven_by: tuple[EventPattern, ...] = ()
    broken_by: tuple[EventPattern, ...] = ()
    holds: Predicate | None = None
    after: Trigger | None = None
    within_days: int | None = None
    least_intervention: bool = False

    def judge(
        self,
        facts: Facts,
        events: Iterable[Event] = (),
        *,
        on: date | str,
        parameters: ParameterSet | None = None,
    ) -> Verdict:
        """Compare the criterion with what is known.

        Args:
            facts: what is known about person, job and situation.
            events: what is recorded of a case or of a workplace; what comes after the day doesn't
                count.
            on: the day that is judged.
            parameters: other legal figures than the packaged ones.

        Raises:
            WrongType: for facts, events, a day or parameters of another type.

        >>> from uuid import UUID
        >>> from socialkapitel.cases.events import ColleaguesInformed, IllnessDisclosed
        >>> from socialkapitel.chapters import chapter
        >>> def recorded(kind, **fields):
        ...     return kind(id=UUID(int=1), on=date(2008, 1, 1), role="nearest-manager", **fields)
        >>> told = chapter("region-midtjylland-2008").criterion("colleagues-informed")
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
        on = read_date(on, "on")
        recorded = read_events(events, on, "events")
        legal = figures_or_packaged(parameters)
        weighed = self.weigh(facts, recorded, on=on, parameters=legal)
        return Verdict(self.id, weighed.outcome, weighed.unknown + weighed.lacking)

    def weigh(
        self,
        facts: Facts,
        events: Sequence[Event],
        *,
        on: date | str,
        parameters: ParameterSet | None = None,
        within_days: int | None = None,
        window: Window = ANY_DAY,
    ) -> Weighed:
        """How the criterion comes out, for events through the day, with what that is based on.

        Args:
            facts: what is known.
            events: the events, in order of time.
            on: the day that is judged.
            parameters: other legal figures than the packaged ones.
            within_days: the caller's limit, used where the criterion has none of its own.
            window: the days on which an event can prove it, apart from those of the occasion.
        """
        on = read_date(on, "on")
        legal = packaged_parameters() if parameters is None else parameters
        answer = True if self.holds is None else self.holds.judge(facts, on, legal)
        unknown = () if self.holds is None else self.holds.unknown(facts, on, legal)
        occasions = OCCASIONS[self.after] if self.after else ()
        first = next(iter(fitting(occasions, events)), None)
        if first is not None:
            window = attrs.evolve(window, first=first.on)
        proofs = fitting(self.proven_by, events, window)
        broken = fitting(self.broken_by, events)
        if answer is False or broken:
            because = broken[0].label if broken else None
            outcome = Outcome.NOT_FULFILLED
            return Weighed(outcome=outcome, events=(*proofs, *broken), because=because)
        limit = within_days if self.within_days is None else self.within_days
        if first is not None and limit is not None:
            found = self._late(events, proofs, first, limit, on)
        elif self.within_days is not None:
            found = _open(shortfall(occasions, events))
        else:
            found = None
        found = found or self._proven(events, proofs, window)
        if unknown:
            return attrs.evolve(found, outcome=Outcome.UNRESOLVED, unknown=unknown)
        return found

    def _proven(self, events: Sequence[Event], proofs: Sequence[Event], window: Window) -> Weighed:
        """Whether an event proves it; where nothing can, it is never judged."""
        if proofs or (self.holds is not None and not self.proven_by):
            return Weighed(outcome=Outcome.FULFILLED, events=tuple(proofs))
        if not self.proven_by:
            return Weighed(outcome=Outcome.UNRESOLVED, lacking=(self.id,), because=NOT_SHOWN)
        return _open(shortfall(self.proven_by, events, window))

    def _late(
        self,
        events: Sequence[Event],
        proofs: Sequence[Event],
        first: Event,
        limit: int,
        on: date,
    ) -> Weighed | None:
        """The outcome where more days passed than the limit; None where they did not."""
        days = ((proofs[0].on if proofs else on) - first.on).days
        if days <= limit:
            return None
        if proofs:
            because = msg(
                "{event} on {day}, {days} after {occasion}; the limit is {limit}",
                event=proofs[0].label,
                day=proofs[0].on,
                days=in_days(days),
                occasion=first.on,
                limit=in_days(limit),
            )
            return Weighed(outcome=Outcome.NOT_FULFILLED, events=(proofs[0],), because=because)
        lack = shortfall(self.proven_by, events, Window(first=first.on))
        return Weighed(
            outcome=Outcome.NOT_FULFILLED,
            events=(first,),
            because=msg(
                "the limit of {limit} after {occasion} has passed; {lack}",
                limit=in_days(limit),
                occasion=first.on,
                lack=lack.because,
            ),
            would_fulfil=lack.would_fulfil,
        )


def _open(lack: Shortfall) -> Weighed:
    """What the record leaves open."""
    return Weighed(
        outcome=Outcome.UNRESOLVED,
        lacking=lack.names,
        because=lack.because,
        would_fulfil=lack.would_fulfil,
    )


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
