"""Whether what changes less came first (mindst muligt indgreb)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from socialkapitel.cases.events import CaseOpened, Event, Purpose, SchemeStarted
from socialkapitel.chapters.case_facts import SETTLED, settled
from socialkapitel.chapters.model import Chapter
from socialkapitel.chapters.options import offered
from socialkapitel.explanation import Outcome
from socialkapitel.parameters import ParameterSet
from socialkapitel.schemes import SCHEMES, Facts, Scheme, SchemeGroup, assess, scheme

_GROUPS = {
    Purpose.RETENTION: {SchemeGroup.EMPLOYEE},
    Purpose.ENTRY: {SchemeGroup.OUTSIDER, SchemeGroup.UNEMPLOYED},
}


@attrs.frozen
class Start:
    """A scheme that was started, and the schemes that should have come first and had not."""

    event: SchemeStarted
    passed_over: tuple[str, ...]


def starts(
    opening: CaseOpened,
    events: Sequence[Event],
    chapter: Chapter,
    known: Facts,
    parameters: ParameterSet | None,
) -> tuple[Start, ...]:
    """Every start of a scheme while the chapter surely held, with what was passed over.

    Passed over is what the chapter offers on that day for the purpose of the case, changes less,
    was neither tried nor ruled out before, and is not shut out by what is known of the person.
    """
    found: list[Start] = []
    for place, event in enumerate(events):
        if isinstance(event, SchemeStarted) and chapter.in_force(event.on):
            done = {name for name, state in known.measures if state in SETTLED}
            done |= settled(events[:place]).keys()
            offer = offered(chapter, event.on)
            passed_over = tuple(
                one.id
                for one in SCHEMES
                if one.degree < scheme(event.scheme).degree
                and one.id in offer
                and one.id not in done
                and one.in_force(event.on)
                and not _GROUPS[opening.purpose].isdisjoint(one.target_groups)
                and _open(one, event.on, known, parameters)
            )
            found.append(Start(event, passed_over))
    return tuple(found)


def _open(one: Scheme, day: date, known: Facts, parameters: ParameterSet | None) -> bool:
    """Whether a scheme can be had as far as known; the terms of the job may have changed since."""
    facts = attrs.evolve(known, terms=None)
    return assess(one.id, facts, on=day, parameters=parameters).outcome is not Outcome.NOT_FULFILLED
