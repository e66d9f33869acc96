"""Whether a case was handled as a chapter requires (gennemgang af en sag)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TypeVar
from uuid import UUID

import attrs

from socialkapitel.brief import brief
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import Event
from socialkapitel.cases.rights import Information
from socialkapitel.cases.sight import check_sight
from socialkapitel.chapters.catalogue import given_chapter
from socialkapitel.chapters.content import Chapter, Duty, DutyKind, Principle
from socialkapitel.chapters.criteria import (
    NOT_SHOWN,
    OCCASIONS,
    Criterion,
    Trigger,
    Weighed,
    read_events,
)
from socialkapitel.chapters.patterns import ANY_DAY, Window, fitting, shortfall
from socialkapitel.chapters.record import EarlyAction, Record, Start
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.explanation import (
    Caveat,
    Explained,
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Outcome,
    Severity,
)
from socialkapitel.fields import whole
from socialkapitel.messages import Label, Text, joined, listed, msg, quoted, within
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import read_date
from socialkapitel.schemes import SCHEME_NAMES, Facts, fact_label
from socialkapitel.sources import Source

T = TypeVar("T")

_MOST_DAYS = 36_525
_EARLY_ID = "early-action/days"
_EARLY = Label(en="From the first sign to the first talk", da="Fra første tegn til første samtale")
_FIRST = Label(
    en="less far-reaching schemes that the chapter offers were tried or ruled out first",
    da="mindre indgribende ordninger, som kapitlet tilbyder, er først afprøvet eller udelukket",
)
_NO_CASE = Label(
    en="the duty applies whether or not there is a case, and no case can show whether it is met",
    da="pligten gælder, uanset om der er en sag, og en sag kan ikke vise, om den er opfyldt",
)
_TALKED_WITH_EARLY = "talked-with-early"
"""The library's criterion of early action, for chapters that have none of their own."""


@brief
@attrs.frozen(slots=False, kw_only=True)
class ReviewFinding(Finding):
    """How one principle or responsibility came out in a case (bedømmelse).

    ``proven_by`` are the ids of the events that prove the outcome. ``would_fulfil`` says what would
    fulfil it; it is empty where nothing is missing.
    """

    proven_by: tuple[UUID, ...] = ()
    would_fulfil: tuple[Text, ...] = ()


@brief
@attrs.frozen(kw_only=True)
class Review(Explained):
    """A case compared with a chapter (gennemgang).

    Attributes:
        chapter: the chapter.
        on: the day of the review.
        findings: early action, each principle, each scheme that was started, and each
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


_TOLD = (
    Information.COURSE,
    Information.ABSENCE,
    Information.ARRANGEMENT,
    Information.SCHEME_NAMES,
)
"""The kinds of information that findings reveal."""


def review(
    case: Case,
    chapter: Chapter | str,
    *,
    on: date | str,
    to: str | None = None,
    early_action_days: int | None = None,
    recorded: Iterable[Event] = (),
    facts: Facts | None = None,
    parameters: ParameterSet | None = None,
) -> Review:
    """Compare what was done in a case with a chapter's principles and responsibilities.

    Each gets a finding with its outcome, the events that prove it, and what would fulfil it. What
    is not recorded proves nothing: it leaves a finding unresolved, and the finding says what is
    missing, even a party that did not take part. Not fulfilled is only what the record shows to be
    wrong:

    * Least intervention: a scheme was started while one that the chapter offers and that changes
      less had been neither tried nor ruled out. Judged for starts while the chapter was certainly
      in force; a scheme that ``facts`` exclude need not come first.
    * Early action: more days than ``early_action_days`` passed from the first sign (a concern, a
      changed ability, a sick leave) to the first talk.
    * Silence: the nature of an illness was disclosed.
    * A deadline set by the chapter itself was not kept.

    Args:
        case: the case; events after the day don't count.
        chapter: the chapter, or its id.
        on: the day of the review, on which the chapter must be in force, and not before the case
            was opened.
        to: the role that it is for, the id of an actor such as ``"hr"``; None for no check.
        early_action_days: days that may pass, from 0; None for no limit. The library's chapters set
            none; where a chapter sets one, that applies.
        recorded: events that are known from elsewhere, such as the workplace's records.
        facts: what else is known about person, job and situation.
        parameters: other legal figures than the packaged ones.

    Raises:
        WrongType: for anything other than these.
        InvalidInput: for a day before the case, or a limit that is not accepted.
        NotEntitled: for a role that may not see the course, absence and schemes in progress: a
            finding can depend on each of them.
        UnknownName: for an unknown chapter, or a role that the table of rights does not name.
        NotInForce: for a day on which the chapter isn't known to be in force.

    >>> from uuid import UUID
    >>> from socialkapitel.cases import events
    >>> def happened(kind, number, day, **fields):
    ...     return kind(id=UUID(int=number), on=day, role="nearest-manager", **fields)
    >>> case = Case.replay(
    ...     [
    ...         happened(events.CaseOpened, 1, date(2008, 11, 3), purpose=events.Purpose.RETENTION),
    ...         happened(
    ...             events.RoundTableHeld,
    ...             2,
    ...             date(2008, 12, 1),
    ...             participants=("employee", "nearest-manager", "hr"),
    ...         ),
    ...         happened(events.SchemeStarted, 3, date(2008, 12, 8), scheme="aids"),
    ...     ]
    ... )
    >>> found = review(case, "region-midtjylland-2008", on=date(2008, 12, 31))
    >>> print(found.finding("principles/least-intervention").because)
    these were neither tried nor ruled out before: adjustment of working conditions, partial return
    to work, partial sick leave, section 56 agreement
    >>> found.finding("principles/open-dialogue").missing[0]
    'events.round-table-held.participants.union-representative'
    """
    if not isinstance(case, Case):
        raise WrongType("case", HIDDEN, msg("a Case"))
    if to is not None:
        check_sight(to, case, "review", *_TOLD)
    found = given_chapter(chapter)
    on = read_date(on, "on")
    found.check(on)
    if on < case.opening.on:
        raise InvalidInput("on", on, msg("a day on or after {day}", day=case.opening.on))
    principles = found.principles
    early = _with(principles, _counts_days)
    record = Record.of(
        case,
        found,
        on,
        early=early[1] if early else found.criterion(_TALKED_WITH_EARLY),
        limit=_read_days(early_action_days),
        elsewhere=read_events(recorded, on, "recorded"),
        facts=Facts() if facts is None else check_kind(facts, Facts, "facts"),
        parameters=None
        if parameters is None
        else check_kind(parameters, ParameterSet, "parameters"),
    )
    findings = tuple(_findings(found, principles, record))
    return Review(
        chapter=found,
        on=on,
        findings=findings,
        early_action=record.early,
        explanation=Explanation.of(partial(_explained, found, on, record.early, findings)),
    )


def _explained(
    chapter: Chapter, on: date, early: EarlyAction, findings: tuple[ReviewFinding, ...]
) -> Explanation:
    return Explanation(
        title=msg("Review by {chapter}, {day}", chapter=chapter.label, day=on),
        givens=_counted(early),
        steps=_judgements(findings),
        caveats=(
            Caveat(
                "only-what-is-recorded",
                msg("What is not recorded proves nothing: it may have been done all the same."),
                Severity.NOTE,
            ),
        ),
    )


def _read_days(value: int | None) -> int | None:
    return None if value is None else whole(value, "early_action_days", 0, _MOST_DAYS)


# --- findings ------------------------------------------------------------------------------------


def _findings(
    chapter: Chapter, principles: Sequence[Principle], record: Record
) -> Iterator[ReviewFinding]:
    early = _with(principles, _counts_days)
    if early is not None:
        principle, criterion = early
        yield ReviewFinding(
            id=_EARLY_ID,
            rule=criterion.id,
            label=_EARLY,
            outcome=record.early.outcome,
            because=record.early.because,
            source=principle.source,
            on=record.on,
            missing=record.early_missing,
            proven_by=record.early.events,
        )
    for principle in principles:
        yield _of_principle(principle, record)
    least = _with(principles, attrgetter("least_intervention"))
    if least is not None:
        principle, criterion = least
        for number, start in enumerate(record.starts, start=1):
            yield _of_start(number, start, criterion.id, principle.source)
    for duty_id in chapter.duties:
        yield _of_duty(chapter.duty(duty_id), record)


def _with(
    principles: Iterable[Principle], wanted: Callable[[Criterion], bool]
) -> tuple[Principle, Criterion] | None:
    """The first criterion of a kind, with its principle."""
    for principle in principles:
        for criterion in principle.criteria:
            if wanted(criterion):
                return principle, criterion
    return None


def _counts_days(criterion: Criterion) -> bool:
    """Whether it asks how soon something followed a change of ability."""
    return criterion.after is Trigger.ABILITY_CHANGED


def _of_principle(principle: Principle, record: Record) -> ReviewFinding:
    """The outcome of a principle: the worst of its criteria."""
    judged = [_judge_criterion(criterion, record) for criterion in principle.criteria]
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
        on=record.on,
        missing=_each_once(one.missing for one in telling),
        proven_by=_each_once(one.proven_by for one in judged),
        would_fulfil=_each_once(one.would_fulfil for one in judged),
    )


def _of_start(number: int, start: Start, rule: str, source: Source) -> ReviewFinding:
    """Whether less far-reaching schemes came before one that was started."""
    scheme = start.event.scheme
    return ReviewFinding(
        id=f"starts/{number}/{scheme}",
        rule=rule,
        label=msg(
            "Less far-reaching schemes came before {scheme}", scheme=within(SCHEME_NAMES[scheme])
        ),
        outcome=Outcome.NOT_FULFILLED if start.passed_over else Outcome.FULFILLED,
        because=_passed_over(start.passed_over) if start.passed_over else _FIRST,
        source=source,
        on=start.event.on,
        proven_by=(start.event.id,),
        would_fulfil=_tried_first(start.passed_over),
    )


def _of_duty(duty: Duty, record: Record) -> ReviewFinding:
    judged = _judge_duty(duty, record)
    return ReviewFinding(
        id=duty.id,
        rule=duty.id,
        label=duty.text,
        outcome=judged.outcome,
        because=judged.because,
        source=duty.source,
        on=record.on,
        missing=judged.missing,
        proven_by=judged.proven_by,
        would_fulfil=judged.would_fulfil,
    )


def _judgements(findings: Iterable[ReviewFinding]) -> tuple[Finding, ...]:
    """Findings as shown in an explanation; what was only counted is not a judgement."""
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


def _counted(early: EarlyAction) -> tuple[Operand, ...]:
    """The days until the first talk, where no limit judges them."""
    if early.days is None or early.limit is not None:
        return ()
    return (Operand(_EARLY, early.days, Unit.CALENDAR_DAYS, OriginKind.GIVEN, _EARLY_ID),)


def _each_once(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


# --- criteria and duties -------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class _Judged:
    """How one criterion or duty came out: why, by which events, and what would fulfil it."""

    outcome: Outcome
    because: Text
    missing: tuple[str, ...] = ()
    proven_by: tuple[UUID, ...] = ()
    would_fulfil: tuple[Text, ...] = ()


def _judge_criterion(criterion: Criterion, record: Record) -> _Judged:
    """Compare a criterion with the record."""
    breach = _breach(criterion, record)
    if breach is not None:
        return breach
    weighed = _weigh(criterion, record)
    because: Text = criterion.label
    lacking: tuple[Text, ...] = ()
    if weighed.outcome is Outcome.NOT_FULFILLED:
        because = joined([_not_met(criterion), *([weighed.because] if weighed.because else [])])
        lacking = (criterion.label,)
    elif weighed.outcome is Outcome.UNRESOLVED:
        because, lacking = _open_because(criterion, weighed)
    return _Judged(
        outcome=weighed.outcome,
        because=because,
        missing=weighed.unknown + weighed.lacking,
        proven_by=_told_by(criterion, record, weighed.events),
        would_fulfil=lacking,
    )


def _weigh(criterion: Criterion, record: Record, window: Window = ANY_DAY) -> Weighed:
    return criterion.weigh(
        record.facts,
        record.events,
        on=record.on,
        parameters=record.parameters,
        within_days=record.early.limit if _counts_days(criterion) else None,
        window=window,
    )


def _open_because(criterion: Criterion, weighed: Weighed) -> tuple[Text, tuple[Text, ...]]:
    """Why a criterion is open, and what would fulfil it."""
    labels = [fact_label(name) for name in weighed.unknown]
    reasons: list[Text] = (
        [msg("information is missing on: {facts}", facts=quoted(labels))] if labels else []
    )
    if weighed.because:
        reasons.append(weighed.because)
    because = joined(reasons or [_not_met(criterion)])
    if criterion.unresolved:
        because = msg("{reason} – {doubt}", reason=because, doubt=criterion.unresolved)
    known = tuple(msg("known: {fact}", fact=quoted([label])) for label in labels)
    return because, known + weighed.would_fulfil


def _not_met(criterion: Criterion) -> Text:
    return msg("the criterion is not met: {criterion}", criterion=within(criterion.label))


def _judge_duty(duty: Duty, record: Record) -> _Judged:
    """Compare a responsibility with the record. What is not recorded proves nothing."""
    occasions = OCCASIONS.get(duty.trigger)
    if occasions is None:
        return _open(_NO_CASE, (duty.id,), (duty.text,))
    criterion, may = duty.criterion, duty.kind is DutyKind.MAY
    if criterion is not None and not may:
        breach = _breach(criterion, record) or _broken(duty, criterion, record)
        if breach is not None:
            return breach
    called_for = fitting(occasions, record.events)
    if not called_for:
        not_yet = msg(
            "the occasion of the duty is not recorded: {occasion}", occasion=duty.trigger.label
        )
        return _open(not_yet, shortfall(occasions, record.events).names, ())
    if criterion is None:
        return _open(NOT_SHOWN, (duty.id,), (duty.text,))
    window = Window(first=called_for[0].on)
    if duty.beforehand:
        window = Window(last=called_for[-1].on)
    weighed = _weigh(criterion, record, window)
    proven_by = _told_by(criterion, record, weighed.events)
    if weighed.outcome is Outcome.FULFILLED:
        return _Judged(
            outcome=weighed.outcome, because=_shown(criterion, weighed), proven_by=proven_by
        )
    because, would_fulfil = _open_because(attrs.evolve(criterion, unresolved=None), weighed)
    if weighed.outcome is Outcome.NOT_FULFILLED and not may:
        return _Judged(
            outcome=weighed.outcome,
            because=because,
            proven_by=proven_by,
            would_fulfil=would_fulfil or (duty.text,),
        )
    because = (
        msg("{reason}; under the chapter this is an option, not a duty", reason=because)
        if may
        else because
    )
    return _open(because, weighed.unknown + weighed.lacking or (duty.id,), would_fulfil)


def _shown(criterion: Criterion, weighed: Weighed) -> Text:
    """What proves a responsibility."""
    if not weighed.events:
        return criterion.label
    first = weighed.events[0]
    return msg("{event} on {day}", event=first.label, day=first.on)


def _passed_over(schemes: Iterable[str]) -> Text:
    """Which schemes should have come first, in words."""
    names = listed(within(SCHEME_NAMES[name]) for name in schemes)
    return msg("these were neither tried nor ruled out before: {schemes}", schemes=names)


def _tried_first(schemes: Iterable[str]) -> tuple[Text, ...]:
    """What to do with schemes that should have come first."""
    return tuple(
        msg("{scheme} has been tried or ruled out first", scheme=within(SCHEME_NAMES[name]))
        for name in schemes
    )


def _breach(criterion: Criterion, record: Record) -> _Judged | None:
    """The schemes that the record shows to have been passed over."""
    if not criterion.least_intervention or not record.passed_over:
        return None
    return _Judged(
        outcome=Outcome.NOT_FULFILLED,
        because=_passed_over(record.passed_over),
        proven_by=tuple(start.event.id for start in record.starts if start.passed_over),
        would_fulfil=_tried_first(record.passed_over),
    )


def _broken(duty: Duty, criterion: Criterion, record: Record) -> _Judged | None:
    """What breaches a responsibility, whether its occasion is recorded or not."""
    broken = fitting(criterion.broken_by, record.events)
    if not broken:
        return None
    return _Judged(
        outcome=Outcome.NOT_FULFILLED,
        because=broken[0].label,
        proven_by=tuple(event.id for event in broken),
        would_fulfil=(duty.text,),
    )


def _told_by(criterion: Criterion, record: Record, events: Iterable[Event]) -> tuple[UUID, ...]:
    """The events that a criterion's outcome is based on."""
    ids = [event.id for event in events]
    names = () if criterion.holds is None else criterion.holds.names
    ids += [record.told_by[name] for name in names if name in record.told_by]
    return tuple(dict.fromkeys(ids))


def _open(because: Text, missing: tuple[str, ...], would_fulfil: tuple[Text, ...]) -> _Judged:
    return _Judged(
        outcome=Outcome.UNRESOLVED, because=because, missing=missing, would_fulfil=would_fulfil
    )
