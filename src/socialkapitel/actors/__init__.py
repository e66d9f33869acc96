"""Who takes part: employees, managers, representatives, committees and authorities."""

from __future__ import annotations

from socialkapitel.actors.authorities import AUTHORITIES
from socialkapitel.actors.bodies import BODIES
from socialkapitel.actors.kinds import Actor, ActorKind
from socialkapitel.actors.people import PEOPLE
from socialkapitel.errors import UnknownName
from socialkapitel.messages import msg

__all__ = ["ACTORS", "Actor", "ActorKind", "actor"]

ACTORS: tuple[Actor, ...] = PEOPLE + BODIES + AUTHORITIES
"""Everybody that both documents name."""

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
