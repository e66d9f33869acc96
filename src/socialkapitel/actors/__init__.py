"""Who takes part: employees, managers, representatives, committees and authorities."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from socialkapitel.actors.bodies import AUTHORITIES, BODIES
from socialkapitel.actors.kinds import Actor, ActorKind
from socialkapitel.actors.people import PEOPLE
from socialkapitel.errors import UnknownName
from socialkapitel.messages import msg

__all__ = ["ACTORS", "SUCCESSORS", "Actor", "ActorKind", "actor", "took_part"]

ACTORS: tuple[Actor, ...] = PEOPLE + BODIES + AUTHORITIES
"""Everybody whom the two documents name."""

SUCCESSORS = MappingProxyType(
    {
        "safety-representative": "working-environment-representative",
        "safety-group": "working-environment-group",
    }
)
"""The id of an office's later name, by the id of its earlier one."""

_BY_ID = {one.id: one for one in ACTORS}


def actor(actor_id: str) -> Actor:
    """The actor of that id.

    Raises:
        UnknownName: with the nearest ids.

    >>> actor("local-med").label.da
    'Lokalt MED-udvalg'
    """
    try:
        return _BY_ID[actor_id]
    except (KeyError, TypeError):
        raise UnknownName(msg("actor"), actor_id, _BY_ID) from None


def took_part(actor_id: str, day: date) -> bool:
    """Whether an actor took part on a day, by this name or by the one that followed it.

    Raises:
        UnknownName: with the nearest ids.

    >>> took_part("safety-representative", date(2012, 1, 1)), took_part("af", date(2012, 1, 1))
    (True, False)
    """
    later = SUCCESSORS.get(actor(actor_id).id, actor_id)
    return actor(actor_id).in_force(day) or actor(later).in_force(day)
