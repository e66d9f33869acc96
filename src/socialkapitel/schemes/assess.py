"""Whether a scheme is open: its conditions compared with what is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import attrs

from socialkapitel.actors import Actor, actor
from socialkapitel.brief import brief
from socialkapitel.errors import check_kind
from socialkapitel.explanation import (
    Caveat,
    Explained,
    Explanation,
    Finding,
    Outcome,
    Severity,
    law_ahead,
)
from socialkapitel.messages import msg
from socialkapitel.parameters import ParameterSet, packaged_parameters
from socialkapitel.periods import Dated, read_date
from socialkapitel.schemes.catalogue import scheme as known_scheme
from socialkapitel.schemes.description import Authority, Condition, Consequence, Note, Scheme
from socialkapitel.schemes.facts import Facts
from socialkapitel.schemes.pension_age import with_pension_age

_OUTCOMES = {
    True: Outcome.FULFILLED,
    False: Outcome.NOT_FULFILLED,
    None: Outcome.UNRESOLVED,
}

D = TypeVar("D", bound=Dated)


@brief
@attrs.frozen
class OpenConsequence:
    """A consequence that depends on unknown facts, and which facts these are."""

    consequence: Consequence
    missing: tuple[str, ...]


@brief
@attrs.frozen(kw_only=True)
class Assessment(Explained):
    """Whether a scheme is open to somebody on a day (vurdering).

    ``missing`` lists exactly the facts that could change the outcome if known. Consequences that
    depend on unknown facts are in ``open_consequences``. ``authority`` grants or approves; it is
    None where nobody needs to, where the sources name nobody for the day, or where
    ``authority_missing`` must be known first.
    """

    scheme: Scheme
    on: date
    outcome: Outcome
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    consequences_for_employer: tuple[Consequence, ...]
    consequences_for_employee: tuple[Consequence, ...]
    open_consequences: tuple[OpenConsequence, ...]
    authority: Actor | None
    authority_missing: tuple[str, ...]
    documents: tuple[Note, ...]
    follow_up: tuple[Note, ...]
    reminders: tuple[Note, ...]


@attrs.frozen
class _Assessing:
    """The context in which the conditions of one assessment are judged."""

    facts: Facts
    day: date
    parameters: ParameterSet

    def in_force(self, items: Iterable[D]) -> tuple[D, ...]:
        return tuple(item for item in items if item.in_force(self.day))

    def judge(
        self, item: Condition | Consequence | Authority
    ) -> tuple[bool | None, tuple[str, ...]]:
        predicate = item.predicate if isinstance(item, Condition) else item.when
        if predicate is None:
            return True, ()
        asked = (self.facts, self.day, self.parameters)
        return predicate.judge(*asked), predicate.unknown(*asked)


def assess(
    scheme: str, facts: Facts, *, on: date | str, parameters: ParameterSet | None = None
) -> Assessment:
    """Whether a scheme is open to somebody on a day, and what remains to be found out.

    One condition that fails decides; then nothing is missing. What isn't known never counts as
    "no".

    Args:
        scheme: the scheme's id, such as ``"flexjob"``.
        facts: what is known.
        on: the day whose law applies.
        parameters: the figures; the packaged ones by default.

    Raises:
        UnknownName: for an unknown scheme, with the nearest.
        NotInForce: for a day on which the scheme can't be granted, naming its successor.
        WrongType: for facts that are not `Facts`, a day that is not a date, or parameters that are
            not a `ParameterSet`.

    >>> known = Facts(employed_here=True, needs_consideration=True)
    >>> assess("adjustment", known, on=date(2008, 9, 1)).outcome
    <Outcome.FULFILLED: 'fulfilled'>
    >>> assess("relocation", known, on=date(2008, 9, 1)).missing
    ('ability_reduced', 'other_suitable_work')
    """
    found = known_scheme(scheme)
    check_kind(facts, Facts, "facts")
    on = read_date(on, "on")
    found.check(on)
    figures = packaged_parameters() if parameters is None else parameters
    known = with_pension_age(facts, on)
    context = _Assessing(known, on, check_kind(figures, ParameterSet, "parameters"))
    findings = tuple(_finding(found, one, context) for one in context.in_force(found.conditions))
    outcome = _whole([finding.outcome for finding in findings])
    missing: tuple[str, ...] = ()
    if outcome is Outcome.UNRESOLVED:
        missing = tuple(dict.fromkeys(name for each in findings for name in each.missing))
    employer, employer_open = _consequences(found.for_employer, context)
    employee, employee_open = _consequences(found.for_employee, context)
    authority, authority_missing = _authority(found, context)
    return Assessment(
        explanation=_explanation(found, outcome, findings, context),
        scheme=found,
        on=on,
        outcome=outcome,
        findings=findings,
        missing=missing,
        consequences_for_employer=employer,
        consequences_for_employee=employee,
        open_consequences=employer_open + employee_open,
        authority=authority,
        authority_missing=authority_missing,
        documents=context.in_force(found.documents),
        follow_up=context.in_force(found.follow_up),
        reminders=context.in_force(found.reminders),
    )


def _whole(outcomes: list[Outcome]) -> Outcome:
    for decisive in (Outcome.NOT_FULFILLED, Outcome.UNRESOLVED):
        if decisive in outcomes:
            return decisive
    return Outcome.FULFILLED


def _finding(scheme: Scheme, condition: Condition, context: _Assessing) -> Finding:
    answer, missing = context.judge(condition)
    name = f"{scheme.id}.{condition.id}"
    return Finding(
        id=name,
        rule=name,
        label=condition.label,
        outcome=_OUTCOMES[answer],
        because=condition.predicate.because(context.facts, context.day, context.parameters),
        source=condition.source.on(context.day),
        on=context.day,
        missing=missing,
    )


def _consequences(
    items: tuple[Consequence, ...], context: _Assessing
) -> tuple[tuple[Consequence, ...], tuple[OpenConsequence, ...]]:
    judged = [(item, *context.judge(item)) for item in context.in_force(items)]
    holding = tuple(item for item, answer, _ in judged if answer)
    still_open = tuple(
        OpenConsequence(item, missing) for item, answer, missing in judged if answer is None
    )
    return holding, still_open


def _authority(scheme: Scheme, context: _Assessing) -> tuple[Actor | None, tuple[str, ...]]:
    judged = [(item, *context.judge(item)) for item in context.in_force(scheme.authorities)]
    for item, answer, _ in judged:
        if answer:
            return actor(item.actor), ()
    missing = dict.fromkeys(name for _, _, unknown in judged for name in unknown)
    return None, tuple(missing)


def _explanation(
    scheme: Scheme, outcome: Outcome, findings: tuple[Finding, ...], context: _Assessing
) -> Explanation:
    return Explanation(
        title=msg(
            "{scheme}, {day}: {outcome}",
            scheme=scheme.label,
            day=context.day,
            outcome=outcome.label,
        ),
        givens=(),
        steps=findings,
        caveats=(
            *(
                Caveat("scheme-limit", msg("{limit}", limit=limit.label), Severity.NOTE)
                for limit in context.in_force(scheme.limits)
            ),
            *law_ahead([context.day]),
        ),
    )
