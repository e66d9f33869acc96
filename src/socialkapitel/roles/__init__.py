"""Who owes what, how strictly and when; and the consultants who help."""

from __future__ import annotations

from socialkapitel.actors import actor as known_actor
from socialkapitel.roles import framework, herlev, midtjylland, principles, recommendations
from socialkapitel.roles.consultants import (
    CONSULTANT_AREAS,
    SERVICES,
    ConsultantArea,
    Service,
    Setting,
    consultant_area,
)
from socialkapitel.roles.model import Duty, DutyKind, Trigger

__all__ = [
    "CONSULTANT_AREAS",
    "DUTIES",
    "SERVICES",
    "ConsultantArea",
    "Duty",
    "DutyKind",
    "Service",
    "Setting",
    "Trigger",
    "consultant_area",
    "duties",
]

DUTIES: tuple[Duty, ...] = (
    framework.DUTIES
    + herlev.DUTIES
    + principles.DUTIES
    + midtjylland.DUTIES
    + recommendations.DUTIES
)
"""Every duty of both documents and of the framework agreement."""


def duties(
    actor: str | None = None, kind: DutyKind | None = None, trigger: Trigger | None = None
) -> tuple[Duty, ...]:
    """The duties of an actor, of a kind, on an occasion: whatever is asked for.

    Raises:
        UnknownName: for an actor that is not in `socialkapitel.actors`.

    >>> [duty.id for duty in duties("local-med", DutyKind.MUST)]
    ['midtjylland.good-environment', 'midtjylland.turn-principles-into-practice']
    """
    if actor is not None:
        known_actor(actor)
    return tuple(
        duty
        for duty in DUTIES
        if (actor is None or actor in duty.actors)
        and (kind is None or duty.kind is kind)
        and (trigger is None or duty.trigger is trigger)
    )
