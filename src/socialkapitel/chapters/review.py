"""Whether a case was handled as a chapter asks for (gennemgang af en sag)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from socialkapitel.cases.case import Case
from socialkapitel.chapters.catalogue import chapter as known_chapter
from socialkapitel.chapters.early_action import EarlyAction
from socialkapitel.chapters.events import EventKind
from socialkapitel.chapters.model import Chapter
from socialkapitel.chapters.principles import Principle, read_events
from socialkapitel.chapters.review_desk import Desk, desk
from socialkapitel.chapters.review_findings import (
    ReviewFinding,
    counted,
    duty_finding,
    early_finding,
    judgements,
    principle_finding,
    start_finding,
)
from socialkapitel.chapters.review_judgements import EARLY_ACTION, LEAST_INTERVENTION
from socialkapitel.errors import HIDDEN, InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.explanation import Caveat, Explained, Explanation
from socialkapitel.messages import msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import check_date
from socialkapitel.roles import DUTIES
from socialkapitel.schemes import Facts

_MOST_DAYS = 36_525
_DUTIES = {duty.id: duty for duty in DUTIES}


@attrs.frozen(kw_only=True)
class Review(Explained):
    """A case held against a chapter (gennemgang).

    Attributes:
        chapter: the chapter.
        on: the day of the review.
        findings: how early action went, each principle, each scheme that was started, and each
            responsibility, in this order.
        early_action: the days from the first sign to the first talk.
    """

    chapter: Chapter
    on: date
    findings: tuple[ReviewFinding, ...]
    early_action: EarlyAction

    def finding(self, finding_id: str) -> ReviewFinding:
        """The finding of that id: a principle's path, a duty's id, and so on.

        Raises:
            UnknownName: with the nearest ids.
        """
        for found in self.findings:
            if found.id == finding_id:
                return found
        raise UnknownName(msg("finding"), finding_id, [found.id for found in self.findings])


def review(
    case: Case,
    chapter: Chapter | str,
    *,
    on: date,
    early_action_days: int | None = None,
    recorded: Iterable[EventKind] = (),
    facts: Facts | None = None,
    parameters: ParameterSet | None = None,
) -> Review:
    """Hold what was done in a case against a chapter's principles and responsibilities.

    Each gets a finding with its outcome, the events that prove it, and what would fulfil it. What
    is not recorded proves nothing: it leaves a finding unresolved. Not fulfilled is what the record
    shows to be wrong:

    * Least intervention: a scheme was started while one that the chapter offers and that changes
      less had been neither tried nor ruled out. Judged for starts while the chapter surely held; a
      scheme that ``facts`` shut out need not come first.
    * Early action: more days than ``early_action_days`` went by from the first sign (a concern, a
      changed ability, a sick leave) to the first talk.

    Args:
        case: the case; events after the day don't count.
        chapter: the chapter, or its id.
        on: the day of the review, on which the chapter must hold and the case be open or closed.
        early_action_days: days that may go by, from 0; None for no limit: the chapters set none.
        recorded: kinds of events that are known from elsewhere, such as the workplace's records.
        facts: what else is known of person, job and situation.
        parameters: other legal figures than the packaged ones.

    Raises:
        WrongType: for anything else than these.
        InvalidInput: for a day before the case, or a limit that is not accepted.
        UnknownName: for an unknown chapter.
        NotInForce: for a day on which the chapter isn't known to hold.

    >>> from uuid import UUID
    >>> from socialkapitel.cases import events
    >>> case = Case.open(
    ...     events.CaseOpened(
    ...         id=UUID(int=1),
    ...         on=date(2008, 11, 3),
    ...         role="nearest-manager",
    ...         purpose=events.Purpose.RETENTION,
    ...     )
    ... )
    >>> start = events.SchemeStarted(
    ...     id=UUID(int=2), on=date(2008, 12, 1), role="employer", scheme="aids"
    ... )
    >>> found = review(case.record(start), "region-midtjylland-2008", on=date(2008, 12, 31))
    >>> found.finding("principles/least-intervention").outcome
    <Outcome.NOT_FULFILLED: 'not_fulfilled'>
    >>> print(found.finding("principles/least-intervention").because)
    neither tried nor ruled out before: Adjustment of working conditions; Partial return to work;
    Partial sick leave; Section 56 agreement
    """
    if not isinstance(case, Case):
        raise WrongType("case", HIDDEN, msg("a Case"))
    found = known_chapter(chapter) if isinstance(chapter, str) else chapter
    check_kind(found, Chapter, "chapter").check(check_date(on, "on"))
    if on < case.opening.on:
        raise InvalidInput("on", on, msg("a day on or after {day}", day=case.opening.on))
    laid_out = desk(
        case,
        found,
        on,
        limit=_read_days(early_action_days),
        recorded=read_events(recorded),
        facts=Facts() if facts is None else check_kind(facts, Facts, "facts"),
        parameters=parameters,
    )
    findings = tuple(_findings(found, laid_out))
    return Review(
        chapter=found,
        on=on,
        findings=findings,
        early_action=laid_out.early,
        explanation=Explanation(
            title=msg("Review by {chapter}, {day}", chapter=found.label, day=on),
            givens=counted(laid_out.early),
            steps=judgements(findings),
            caveats=(
                Caveat(
                    "only-what-is-recorded",
                    msg("What is not recorded proves nothing: it may have been done all the same."),
                ),
            ),
        ),
    )


def _findings(chapter: Chapter, desk: Desk) -> Iterator[ReviewFinding]:
    early = _with(chapter, EARLY_ACTION)
    least = _with(chapter, LEAST_INTERVENTION)
    if early is not None:
        yield early_finding(early.source, desk)
    for principle in chapter.principles:
        yield principle_finding(principle, desk)
    if least is not None:
        for number, start in enumerate(desk.starts, start=1):
            yield start_finding(number, start, least.source)
    for duty_id in chapter.duties:
        yield duty_finding(_DUTIES[duty_id], desk)


def _with(chapter: Chapter, criteria: frozenset[str]) -> Principle | None:
    """The chapter's first principle that has one of these criteria."""
    for principle in chapter.principles:
        if any(criterion.id in criteria for criterion in principle.criteria):
            return principle
    return None


def _read_days(value: int | None) -> int | None:
    accepted = msg("a whole number from 0 to {most}, or None", most=_MOST_DAYS)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("early_action_days", value, accepted)
    if not 0 <= value <= _MOST_DAYS:
        raise InvalidInput("early_action_days", value, accepted)
    return value
