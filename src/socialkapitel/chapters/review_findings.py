"""The findings of a review: one for each principle, responsibility and scheme that was started."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

import attrs

from socialkapitel.chapters.early_action import EarlyAction
from socialkapitel.chapters.intervention import Start
from socialkapitel.chapters.principles import Principle
from socialkapitel.chapters.review_desk import Desk
from socialkapitel.chapters.review_judgements import (
    judge_criterion,
    judge_duty,
    passed_over,
    tried_first,
)
from socialkapitel.explanation import Finding, Operand, OriginKind, Outcome
from socialkapitel.messages import Label, Text, joined, msg
from socialkapitel.parameters import Unit
from socialkapitel.roles import Duty
from socialkapitel.schemes import SCHEME_NAMES
from socialkapitel.sources import Source

T = TypeVar("T")

_FIRST = Label(
    en="what changes less was tried or ruled out first, as far as it is offered",
    da="det mindre indgribende blev først prøvet eller udelukket, for så vidt det tilbydes",
)
_EARLY_ID = "early-action/days"
_EARLY = Label(en="From the first sign to the first talk", da="Fra første tegn til første samtale")


@attrs.frozen(slots=False, kw_only=True)
class ReviewFinding(Finding):
    """How one principle or responsibility came out in a case (vurdering).

    ``proven_by`` are the ids of the events of the case that prove the outcome. ``would_fulfil``
    says what is lacking; it is empty where nothing is.
    """

    proven_by: tuple[UUID, ...] = ()
    would_fulfil: tuple[Text, ...] = ()


def principle_finding(principle: Principle, desk: Desk) -> ReviewFinding:
    """How a principle came out: as the worst of its criteria."""
    judged = [judge_criterion(criterion, desk) for criterion in principle.criteria]
    outcomes = [one.outcome for one in judged]
    worst = next(
        (each for each in (Outcome.NOT_FULFILLED, Outcome.UNRESOLVED) if each in outcomes),
        Outcome.FULFILLED,
    )
    telling = [one for one in judged if one.outcome is worst]
    return ReviewFinding(
        id=principle.path,
        rule=principle.path,
        label=principle.label,
        outcome=worst,
        because=joined(one.because for one in telling),
        source=principle.source,
        on=desk.on,
        missing=_each_once(one.missing for one in telling),
        proven_by=_each_once(one.proven_by for one in judged),
        would_fulfil=_each_once(one.would_fulfil for one in judged),
    )


def start_finding(number: int, start: Start, source: Source) -> ReviewFinding:
    """Whether what changes less came before a scheme that was started."""
    scheme = start.event.scheme
    return ReviewFinding(
        id=f"starts/{number}/{scheme}",
        rule="lesser-measures-first",
        label=msg("Less intervention before {scheme}", scheme=SCHEME_NAMES[scheme]),
        outcome=Outcome.NOT_FULFILLED if start.passed_over else Outcome.FULFILLED,
        because=passed_over(start.passed_over) if start.passed_over else _FIRST,
        source=source,
        on=start.event.on,
        proven_by=(start.event.id,),
        would_fulfil=tried_first(start.passed_over),
    )


def duty_finding(duty: Duty, desk: Desk) -> ReviewFinding:
    """How a responsibility came out."""
    judged = judge_duty(duty, desk)
    return ReviewFinding(
        id=duty.id,
        rule=duty.id,
        label=duty.text,
        outcome=judged.outcome,
        because=judged.because,
        source=duty.source,
        on=desk.on,
        missing=judged.missing,
        proven_by=judged.proven_by,
        would_fulfil=judged.would_fulfil,
    )


def early_finding(source: Source, desk: Desk) -> ReviewFinding:
    """How many days went by from the first sign to the first talk."""
    early = desk.early
    return ReviewFinding(
        id=_EARLY_ID,
        rule="talked-with-early",
        label=_EARLY,
        outcome=early.outcome,
        because=early.because,
        source=source,
        on=desk.on,
        missing=early.missing,
        proven_by=early.events,
    )


def judgements(findings: Iterable[ReviewFinding]) -> tuple[Finding, ...]:
    """Findings as an explanation tells them; what was only counted is no judgement."""
    return tuple(
        Finding(
            id=finding.id,
            rule=finding.rule,
            label=finding.label,
            outcome=finding.outcome,
            because=finding.because,
            source=finding.source,
            on=finding.on,
            missing=finding.missing,
        )
        for finding in findings
        if finding.outcome is not Outcome.CALCULATED
    )


def counted(early: EarlyAction) -> tuple[Operand, ...]:
    """The days until the first talk, where no limit judges them."""
    if early.days is None or early.limit is not None:
        return ()
    return (Operand(_EARLY, early.days, Unit.CALENDAR_DAYS, OriginKind.GIVEN, _EARLY_ID),)


def _each_once(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))
