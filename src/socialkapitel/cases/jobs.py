"""The periods in which schemes are in progress, and their jobs as the calculators take them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.subsidised_job import HIGHEST_RATES, SubsidisedJob, TargetGroup
from socialkapitel.cases.events import (
    CaseClosed,
    CaseOutcome,
    DecisionReceived,
    EmploymentBegun,
    EmploymentEnded,
    Event,
    FlexjobTerms,
    NoticeGiven,
    SchemeAdjusted,
    SchemeEnded,
    SchemeStarted,
    SubsidisedTerms,
)
from socialkapitel.cases.events.decisions import SUBSIDISED
from socialkapitel.messages import Text, msg
from socialkapitel.periods import Month

T = TypeVar("T")
JobTerms: TypeAlias = FlexjobTerms | SubsidisedTerms

_ENDS_JOB = (CaseOutcome.LEFT, CaseOutcome.PENSION)


@attrs.frozen
class Run:
    """One period in which a scheme is in progress (forløb).

    ``last_day`` is None while no end is known: the scheme's own, that of the employment, or the
    day on which the case was closed because the person left.
    """

    started: SchemeStarted
    adjusted: tuple[SchemeAdjusted, ...] = ()
    last_day: date | None = None

    @property
    def scheme(self) -> str:
        """The scheme's id."""
        return self.started.scheme

    def overlaps(self, month: Month) -> bool:
        """Whether the scheme is in progress on a day of the month."""
        begun = self.started.on <= month.last_day
        return begun and (self.last_day is None or month.first_day <= self.last_day)

    def fills(self, month: Month) -> bool:
        """Whether the scheme is in progress on every day of the month."""
        begun = self.started.on <= month.first_day
        return begun and (self.last_day is None or month.last_day <= self.last_day)

    @property
    def agreed(self) -> tuple[tuple[date, JobTerms | None], ...]:
        """The terms by the day from which they apply; None where they aren't known."""
        changes = [(event.on, event.terms) for event in self.adjusted if event.terms is not None]
        return ((self.started.on, self.started.terms), *changes)

    def terms(self, month: Month) -> tuple[JobTerms | None, ...]:
        """The terms that apply in the month, each once, with None where they aren't known."""
        return holding(self.agreed, month)


def holding(changes: Sequence[tuple[date, T]], month: Month) -> tuple[T, ...]:
    """The values in force in a month, each once; each is in force until the next.

    ``changes`` are in order of time. The first value within the month applies from its own day.
    """
    return tuple(dict.fromkeys(held_from(changes, month).values()))


def held_from(changes: Sequence[tuple[date, T]], month: Month) -> dict[date, T]:
    """The values in force in a month, by the day from which each is, until the next.

    ``changes`` are in order of time. The first may be from an earlier month.
    """
    before = [day for day, _ in changes if day <= month.first_day]
    first = before[-1] if before else month.first_day
    return {day: value for day, value in changes if first <= day <= month.last_day}


def _on(held: dict[date, T | None], day: date) -> T:
    """The value in force on a day; the first value before its day."""
    first = next(iter(held.values()))
    return cast("T", [first, *(value for each, value in held.items() if each <= day)][-1])


def _named(terms: FlexjobTerms) -> dict[str, Any]:
    return {field.name: getattr(terms, field.name) for field in attrs.fields(FlexjobTerms)}


_CHANGEABLE = ("share", "starting_pay", "weekly_hours", "other_contributions")


def _with_changes(base: Flexjob, later: Sequence[tuple[date, Flexjob]]) -> Flexjob:
    """A job whose terms are replaced by those of others, each from a day on.

    Raises:
        Missing: where the ATP class changes, which is not counted for part of a month.
    """
    job = before = base
    for day, after in later:
        if after.atp_class != before.atp_class:
            raise Missing(msg("changed within the month: {what}", what=msg("the ATP class")))
        changed = {
            name: getattr(after, name)
            for name in _CHANGEABLE
            if getattr(after, name) != getattr(before, name)
        }
        if changed:
            job = job.change(day, **changed)
        before = after
    return job


def runs(events: Iterable[Event]) -> tuple[Run, ...]:
    """Every period in which a scheme is in progress, in the order in which they began."""
    found: list[Run] = []
    now: dict[str, int] = {}  # the list position of each scheme's current run
    recorded = tuple(events)
    for event in recorded:
        match event:
            case SchemeStarted():
                now[event.scheme] = len(found)
                found.append(Run(event))
            case SchemeAdjusted():
                run = found[now[event.scheme]]
                found[now[event.scheme]] = attrs.evolve(run, adjusted=(*run.adjusted, event))
            case SchemeEnded():
                place = now.pop(event.scheme)
                found[place] = attrs.evolve(found[place], last_day=event.on)
            case _:
                pass
    job_ends = employment_end(recorded)
    for place in now.values():
        found[place] = attrs.evolve(found[place], last_day=job_ends)
    return tuple(found)


def employment_end(events: Iterable[Event]) -> date | None:
    """The last day of the employment; None while no end is known."""
    last_day: date | None = None
    for event in events:
        match event:
            case NoticeGiven() | EmploymentEnded():
                last_day = event.last_day
            case EmploymentBegun() if last_day is not None and event.first_day > last_day:
                last_day = None
            case CaseClosed() if event.outcome in _ENDS_JOB:
                last_day = last_day or event.on
            case CaseClosed():
                last_day = None
            case _:
                pass
    return last_day


def grants(events: Iterable[Event], run: Run, through: date) -> tuple[DecisionReceived, ...]:
    """The grant that a scheme began with, and later ones, through a day."""
    known = [
        event
        for event in events
        if isinstance(event, DecisionReceived)
        and event.granted
        and event.scheme == run.scheme
        and event.on <= through
    ]
    before = [event for event in known if event.on <= run.started.on]
    return (*before[-1:], *known[len(before) :])


class Missing(Exception):
    """Something that a refund is computed from isn't known; ``message`` says what."""

    def __init__(self, message: Text) -> None:
        super().__init__(str(message))
        self.message = message


@attrs.frozen
class Job:
    """A run of a scheme with the decisions that granted it, for one month."""

    run: Run
    decisions: tuple[DecisionReceived, ...]
    month: Month

    def flexjob(self) -> Flexjob:
        """The flexjob that refunds are computed for; it began with the run, or with a later grant.

        Raises:
            Missing: where share or terms are not known, or changed within the month.
        """
        if not self.decisions:
            raise Missing(msg("no decision that grants it is recorded"))
        granted_on = self.decisions[0].on
        first = max(self.run.started.on, granted_on)
        shares = held_from([(event.on, event.share) for event in self.decisions], self.month)
        terms = held_from(
            [(on, one if isinstance(one, FlexjobTerms) else None) for on, one in self.run.agreed],
            self.month,
        )
        for values, what in (
            (shares.values(), msg("the share granted")),
            (terms.values(), msg("the terms of the job")),
        ):
            if None in values:
                raise Missing(msg("not recorded: {what}", what=what))
        day = max(first, self.month.first_day)
        days = (day, *sorted(each for each in {*shares, *terms} if each > day))
        base, *later = [
            Flexjob(
                granted_on=granted_on,
                started_on=first,
                ended_on=self.run.last_day,
                share=_on(shares, each),
                **_named(_on(terms, each)),
            )
            for each in days
        ]
        return _with_changes(base, tuple(zip(days[1:], later, strict=True)))

    def subsidised(self) -> SubsidisedJob:
        """The job with wage subsidy.

        Raises:
            Missing: where pay or, in rehabilitation, the granted rate are not known, or changed
                within the month.
        """
        group = SUBSIDISED[self.run.scheme]
        rehabilitation = group is TargetGroup.REHABILITATION
        rate = self._granted_rate(group)
        terms = self._terms(SubsidisedTerms)
        return SubsidisedJob(
            target_group=group,
            hourly_pay=terms.hourly_pay,
            granted_rate=rate,
            granted_on=self.decisions[0].on if rehabilitation else None,
        )

    def _granted_rate(self, group: TargetGroup) -> Decimal | None:
        """The rate granted; None for the group's fixed one."""
        rates = [(event.on, event.granted_rate) for event in self.decisions]
        held = holding(rates, self.month)
        what = msg("the rate granted")
        if group is TargetGroup.REHABILITATION:
            return _only(held, what)
        if group not in HIGHEST_RATES or not held:
            return None
        rate, *others = held
        if others:
            raise Missing(msg("changed within the month: {what}", what=what))
        return rate

    def _terms(self, kind: type[T]) -> T:
        held = [one if isinstance(one, kind) else None for one in self.run.terms(self.month)]
        return _only(tuple(held), msg("the terms of the job"))


def _only(values: tuple[T | None, ...], what: Text) -> T:
    """The one value that is in force in the whole month."""
    value, *others = values or (None,)
    if value is None or None in others:
        raise Missing(msg("not recorded: {what}", what=what))
    if others:
        raise Missing(msg("changed within the month: {what}", what=what))
    return value
