"""Whether the name of a scheme tells of somebody's health, and what is said in its place."""

from __future__ import annotations

from enum import Enum

from socialkapitel.messages import Label

NEUTRAL = "agreement-on-work"
"""What stands in place of a scheme's id for those who may not know which scheme it is."""

NEUTRAL_NAME = Label(en="an agreement on the work", da="en aftale om arbejdet")


class Naming(Enum):
    """What the name of a scheme tells of the person who has it (helbredsoplysning).

    * ``TELLS_HEALTH``: only somebody who is ill, disabled or of reduced ability has it, so the name
      alone is health information. Who may not know it is told of an agreement on the work.
    * ``COVERS``: the name tells nothing of health. It is left unsaid all the same, for if the
      neutral words stood for telling names alone, they would tell as much.
    * ``OPEN``: the name tells nothing of health and is said.
    """

    TELLS_HEALTH = "tells-health"
    COVERS = "covers"
    OPEN = "open"

    @property
    def label(self) -> Label:
        """The kind in words."""
        return _NAMINGS[self]


_NAMINGS = {
    Naming.TELLS_HEALTH: Label(en="tells of health", da="fortæller om helbred"),
    Naming.COVERS: Label(
        en="tells nothing of health, but is not mentioned either",
        da="fortæller intet om helbred, men nævnes heller ikke",
    ),
    Naming.OPEN: Label(en="tells nothing of health", da="fortæller intet om helbred"),
}
