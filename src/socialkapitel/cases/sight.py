"""What a role may see of events: whether the case is open to it, and how schemes are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.cases.errors import NotEntitled
from socialkapitel.cases.events import ColleaguesInformed, Event, EventCorrected, SickLeaveStarted
from socialkapitel.cases.health import masked
from socialkapitel.cases.rights import RIGHTS, Gate, Information, Rights, rights
from socialkapitel.schemes.catalogue import scheme
from socialkapitel.schemes.names import NEUTRAL

if TYPE_CHECKING:
    from socialkapitel.cases.case import Case

_NAMES_ACTORS = (
    "role",
    "participants",
    "consultant",
    "authority",
    "representative",
    "parties",
    "informed_by",
)


def recorded(case: Case) -> tuple[Event, ...]:
    """The events of a case as corrected, and the corrections themselves."""
    corrections = [event for event in case.events if isinstance(event, EventCorrected)]
    return (*case.effective_events, *corrections)


def is_open(right: Rights, events: Iterable[Event]) -> bool:
    """Whether a case with these events is open to a role."""
    match right.gate:
        case Gate.ALWAYS:
            return True
        case Gate.INVOLVED:
            return any(right.role in _actors(event) for event in events)
        case Gate.INFORMED:
            return any(isinstance(event, ColleaguesInformed) and event.jointly for event in events)
        case _:
            return False


def _actors(event: Event) -> set[str]:
    """The actors that an event names."""
    found: set[str] = set()
    for name in _NAMES_ACTORS:
        value = getattr(event, name, ())
        found.update((value,) if isinstance(value, str) else value)
    return found


def id_as_seen(right: Rights, scheme_id: str) -> str:
    """A scheme as a role may know it: by its id, or as an agreement on the work."""
    if right.allows(Information.SCHEME_NAMES) or scheme(scheme_id).named:
        return scheme_id
    return NEUTRAL


def named_once(right: Rights, scheme_ids: Iterable[str]) -> tuple[str, ...]:
    """Schemes as a role may know them; the number behind the neutral name is not shown."""
    return tuple(dict.fromkeys(id_as_seen(right, one) for one in scheme_ids))


def visible(right: Rights, events: Sequence[Event]) -> Iterator[Event]:
    """The events that a role may know of, without what it may not: nothing else can be inferred.

    What they would reveal about pay is as in an ordinary sick leave; events about a scheme that the
    role may not know are left out.
    """
    for event in events:
        about = getattr(event, "scheme", None)
        if not right.allows(event.tells) or (about and id_as_seen(right, about) == NEUTRAL):
            continue
        if isinstance(event, SickLeaveStarted) and not right.allows(Information.PAY):
            yield attrs.evolve(
                event,
                basis=RefundBasis.ORDINARY,
                paid_during_sickness=True,
                contract_hours="37",
                hourly_pay="1",
            )
        else:
            yield event


def check_sight(role: str, case: Case, what: str, *kinds: Information) -> None:
    """Refuse a role to which the case is not open, or which may not see all of these kinds.

    Raises:
        NotEntitled: for such a role, whatever the case holds.
        UnknownName: for a role that the table does not name.
    """
    right = masked(rights, role)
    if not is_open(right, recorded(case)) or not all(map(right.allows, kinds)):
        entitled = tuple(one.role for one in RIGHTS if all(map(one.allows, kinds)))
        raise NotEntitled(right.role, what, entitled)
