"""How single criteria and duties come out in a case, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import attrs

from socialkapitel.chapters.duty_proofs import BEFOREHAND, DUTY_PROOFS
from socialkapitel.chapters.events import EventKind
from socialkapitel.chapters.principles import Criterion
from socialkapitel.chapters.review_desk import Desk
from socialkapitel.chapters.signs import OCCASIONS, Signs, missing_events, shown
from socialkapitel.explanation import Outcome
from socialkapitel.messages import Label, Text, joined, msg
from socialkapitel.roles import Duty, DutyKind
from socialkapitel.schemes import SCHEME_NAMES, fact_label

LEAST_INTERVENTION = frozenset({"lesser-measures-first", "midtjylland.least-intervention"})
"""The criteria and duties that are broken where something that changes less was passed over."""

EARLY_ACTION = frozenset({"talked-with-early", "midtjylland.early-action"})
"""The criteria and duties that are broken where the first talk came later than allowed."""

SILENCE = frozenset({"herlev.silence-about-illness"})
"""The duties that are broken where the nature of an illness was passed on."""

_EVENTS = "events."
_NO_CASE = Label(
    en="owed whether there is a case or not; a case doesn't show it",
    da="skyldes, om der er en sag eller ej; en sag viser det ikke",
)
_NOT_SHOWN = Label(
    en="what is recorded of a case doesn't show it", da="det, en sag registrerer, viser det ikke"
)
_MAY = Label(
    en="not recorded; it may be done and need not", da="ikke registreret; kan, men skal ikke"
)
_NOT_RECORDED = Label(en="not recorded", da="ikke registreret")
_RECORDED = Label(en="recorded", da="registreret")
_DISCLOSED = Label(en="the nature of an illness was passed on", da="en sygdoms art er givet videre")


@attrs.frozen(kw_only=True)
class Judged:
    """How one criterion or duty came out: why, by which events, and what would fulfil it."""

    outcome: Outcome
    because: Text
    missing: tuple[str, ...] = ()
    proven_by: tuple[UUID, ...] = ()
    would_fulfil: tuple[Text, ...] = ()


def judge_criterion(criterion: Criterion, desk: Desk) -> Judged:
    """Hold a criterion against the record."""
    breach = _breach(criterion.id, criterion.label, desk)
    if breach is not None:
        return breach
    verdict = criterion.judge(desk.known.facts, desk.proofs, on=desk.on, parameters=desk.parameters)
    outcome = verdict.outcome
    if outcome is Outcome.FULFILLED:
        because: Text = criterion.label
        lacking: tuple[Text, ...] = ()
    elif outcome is Outcome.NOT_FULFILLED:
        because = msg("it is not so: {criterion}", criterion=criterion.label)
        lacking = (criterion.label,)
    else:
        because = criterion.unresolved
        lacking = tuple(_lacking(name) for name in verdict.missing)
    return Judged(
        outcome=outcome,
        because=because,
        missing=verdict.missing,
        proven_by=_told_by(criterion, desk),
        would_fulfil=lacking,
    )


def judge_duty(duty: Duty, desk: Desk) -> Judged:
    """Hold a responsibility against the record. What is not recorded proves nothing."""
    occasions = OCCASIONS.get(duty.trigger)
    if occasions is None:
        return _open(_NO_CASE, (duty.id,), (duty.text,))
    breach = _breach(duty.id, duty.text, desk)
    if breach is not None:
        return breach
    called_for = list(shown(desk.events, occasions))
    if not called_for:
        not_yet = msg("its occasion is not recorded: {occasion}", occasion=duty.trigger.label)
        return _open(not_yet, missing_events(occasions), ())
    proofs = DUTY_PROOFS.get(duty.id)
    if proofs is None:
        return _open(_NOT_SHOWN, (duty.id,), (duty.text,))
    first, last = called_for[0].on, called_for[-1].on
    found = [
        event.id
        for event in shown(desk.events, proofs)
        if (event.on <= last if duty.id in BEFOREHAND else event.on >= first)
    ]
    if found:
        return Judged(outcome=Outcome.FULFILLED, because=_RECORDED, proven_by=tuple(found))
    because = _MAY if duty.kind is DutyKind.MAY else _NOT_RECORDED
    return _open(because, missing_events(proofs), _labels(proofs))


def passed_over(schemes: Iterable[str]) -> Text:
    """Which schemes should have come first, in words."""
    names = joined(SCHEME_NAMES[name] for name in schemes)
    return msg("neither tried nor ruled out before: {schemes}", schemes=names)


def tried_first(schemes: Iterable[str]) -> tuple[Text, ...]:
    """What to do with schemes that should have come first."""
    return tuple(
        msg("{scheme}: tried or ruled out first", scheme=SCHEME_NAMES[name]) for name in schemes
    )


def _breach(name: str, label: Text, desk: Desk) -> Judged | None:
    """What the record shows to have been done wrong."""
    if name in LEAST_INTERVENTION and desk.passed_over:
        return Judged(
            outcome=Outcome.NOT_FULFILLED,
            because=passed_over(desk.passed_over),
            proven_by=tuple(start.event.id for start in desk.starts if start.passed_over),
            would_fulfil=tried_first(desk.passed_over),
        )
    if name in EARLY_ACTION and desk.early.late:
        return Judged(
            outcome=Outcome.NOT_FULFILLED,
            because=desk.early.because,
            proven_by=desk.early.events,
            would_fulfil=(label,),
        )
    if name in SILENCE and EventKind.ILLNESS_DISCLOSED in desk.proofs:
        return Judged(outcome=Outcome.NOT_FULFILLED, because=_DISCLOSED, would_fulfil=(label,))
    return None


def _told_by(criterion: Criterion, desk: Desk) -> tuple[UUID, ...]:
    """The events that a criterion's outcome rests on."""
    kinds = (*criterion.proven_by, *criterion.broken_by)
    ids = [event_id for kind in kinds for event_id in desk.proofs.get(kind, ())]
    names = () if criterion.holds is None else criterion.holds.names
    ids += [desk.known.told_by[name] for name in names if name in desk.known.told_by]
    return tuple(dict.fromkeys(ids))


def _lacking(name: str) -> Text:
    if name.startswith(_EVENTS):
        return EventKind(name.removeprefix(_EVENTS)).label
    return msg("it is known: {fact}", fact=fact_label(name))


def _labels(signs: Signs) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(kind.label for one in signs for kind in one.kinds))


def _open(because: Text, missing: tuple[str, ...], would_fulfil: tuple[Text, ...]) -> Judged:
    return Judged(
        outcome=Outcome.UNRESOLVED, because=because, missing=missing, would_fulfil=would_fulfil
    )
