"""What can we do? All schemes in force on a day, the least intervention first (muligheder)."""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.brief import brief
from socialkapitel.chapters.catalogue import chapter as known_chapter
from socialkapitel.chapters.content import Chapter
from socialkapitel.errors import check_kind
from socialkapitel.explanation import Caveat, Outcome
from socialkapitel.messages import Message, joined, listed, msg, quoted, within
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import read_date
from socialkapitel.schemes import (
    SCHEMES,
    Assessment,
    Condition,
    Facts,
    MeasureState,
    Scheme,
    assess,
    fact_label,
    scheme,
)

_MEASURE = "measures."


@brief
@attrs.frozen(kw_only=True)
class Option:
    """A scheme in its place among the options (handlemulighed).

    ``place`` counts from 1. ``reason`` says why it has that place, and whether it is open.
    ``first`` are the ids of measures that must be tried or ruled out first, and have not been.
    """

    place: int
    assessment: Assessment
    reason: Message
    first: tuple[str, ...] = ()

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """Its caveats, such as that new acts are expected (for a day from 2027)."""
        return self.assessment.caveats

    @property
    def scheme(self) -> Scheme:
        """The scheme that is offered."""
        return self.assessment.scheme


def options(
    facts: Facts,
    *,
    on: date | str,
    chapter: Chapter | str | None = None,
    parameters: ParameterSet | None = None,
) -> tuple[Option, ...]:
    """All schemes that can be granted on a day, each assessed, the least intervention first.

    The order is by degree of intervention and then by id; facts change whether a scheme is open,
    never its place. So a flexjob never comes first while something less far-reaching is open or
    untried. Schemes that can no longer be granted, such as rehabilitation since 1 February 2026,
    are left out. For a day from 2027 each option has the caveat ``law-unchecked``: new acts are
    expected.

    Args:
        facts: what is known about person, job and situation.
        on: the day whose law applies.
        chapter: a chapter or its id: only what it offers, with schemes that replaced that, and the
            measures that must be tried first.
        parameters: other legal figures than the packaged ones.

    Raises:
        UnknownName: for an unknown chapter.
        NotInForce: for a day on which the chapter is not known to be in force.
        WrongType: for facts, a day, a chapter or parameters of another type.

    >>> known = Facts(employed_here=True, needs_consideration=True)
    >>> found = options(known, on=date(2009, 3, 2), chapter="region-midtjylland-2008")
    >>> found[0].scheme.id, found[-1].scheme.id
    ('adjustment', 'flexjob')
    >>> print(found[0].reason)
    No option here is less far-reaching (same job, other arrangement of the work); its conditions
    are met
    """
    check_kind(facts, Facts, "facts")
    on = read_date(on, "on")
    offered = [one for one in SCHEMES if one.in_force(on)]
    if chapter is not None:
        offer = _offer(chapter, on)
        offered = [one for one in offered if one.id in offer]
    found: list[Option] = []
    for one in offered:
        assessment = assess(one.id, facts, on=on, parameters=parameters)
        first = _unsettled(assessment, facts)
        where = _where(one, found[-1].scheme if found else None)
        found.append(
            Option(
                place=len(found) + 1,
                assessment=assessment,
                reason=msg("{where}; {how}", where=where, how=_how(assessment, facts, first)),
                first=first,
            )
        )
    return tuple(found)


def _offer(chapter: Chapter | str, on: date) -> frozenset[str]:
    if isinstance(chapter, str):
        chapter = known_chapter(chapter)
    check_kind(chapter, Chapter, "chapter").check(on)
    return offered(chapter, on)


def offered(chapter: Chapter, on: date) -> frozenset[str]:
    """What a chapter offers, what replaced that, and what must be tried first."""
    named = set(chapter.schemes)
    named |= {scheme(name).replaced_by for name in named} - {""}
    before = {
        measure
        for name in named
        for condition in scheme(name).conditions
        if condition.in_force(on)
        for measure in _asked_first(condition)
    }
    return frozenset(named | before)


def _asked_first(condition: Condition) -> tuple[str, ...]:
    """The measures that a condition requires to be tried or ruled out."""
    names = condition.predicate.names
    return tuple(name.removeprefix(_MEASURE) for name in names if name.startswith(_MEASURE))


def _unsettled(assessment: Assessment, facts: Facts) -> tuple[str, ...]:
    """The untried measures because of which a condition is not met, or not known to be."""
    done = (MeasureState.TRIED, MeasureState.RULED_OUT)
    conditions = (one for one in assessment.scheme.conditions if one.in_force(assessment.on))
    found = (
        measure
        for condition, finding in zip(conditions, assessment.findings, strict=True)
        if finding.outcome is not Outcome.FULFILLED
        for measure in _asked_first(condition)
        if facts.value(f"{_MEASURE}{measure}") not in done
    )
    return tuple(dict.fromkeys(found))


def _where(one: Scheme, before: Scheme | None) -> Message:
    degree = one.degree.label
    if before is None:
        return msg("No option here is less far-reaching ({degree})", degree=degree)
    if before.degree is one.degree:
        return msg(
            "As far-reaching as {before} ({degree}); the order follows the name alone",
            before=within(before.label),
            degree=degree,
        )
    return msg("Goes further than {before} ({degree})", before=within(before.label), degree=degree)


def _how(assessment: Assessment, facts: Facts, first: tuple[str, ...]) -> Message:
    state = facts.value(f"{_MEASURE}{assessment.scheme.id}")
    if state is MeasureState.TRIED:
        return msg("the scheme has been tried already")
    if state is MeasureState.RULED_OUT:
        return msg("the scheme has been ruled out already")
    if assessment.outcome is Outcome.NOT_FULFILLED:
        failed = [f.label for f in assessment.findings if f.outcome is Outcome.NOT_FULFILLED]
        return msg("not possible, because this is not met: {conditions}", conditions=joined(failed))
    if assessment.outcome is Outcome.FULFILLED:
        return msg("its conditions are met")
    if first:
        return msg(
            "to be tried or ruled out before it: {measures}",
            measures=listed(within(scheme(name).label) for name in first),
        )
    facts_asked = quoted(map(fact_label, assessment.missing))
    return msg("possible, but information is missing on: {facts}", facts=facts_asked)
