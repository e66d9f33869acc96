"""Whether the name of a scheme reveals something about health, and what is said in its place."""

from __future__ import annotations

from socialkapitel.messages import Label, Labelled

NEUTRAL = "agreement-on-work"
"""What replaces a scheme's id for those who may not know which scheme it is."""

NEUTRAL_NAME = Label(en="an agreement on the work", da="en aftale om arbejdet")


class Naming(Labelled):
    """What the name of a scheme reveals about the person who has it (helbredsoplysning).

    * ``TELLS_HEALTH``: only somebody who is ill, disabled or of reduced ability has it, so the name
      alone is health information. Those who may not know it are told of an agreement on the work.
    * ``COVERS``: the name reveals nothing about health. It is withheld all the same: if the neutral
      words only replaced revealing names, they would reveal as much.
    * ``OPEN``: the name reveals nothing about health and is shown.
    """

    TELLS_HEALTH = "tells-health", Label("reveals something about health", "fortæller om helbred")
    COVERS = (
        "covers",
        Label(
            "reveals nothing about health, but is not mentioned either",
            "fortæller intet om helbred, men nævnes heller ikke",
        ),
    )
    OPEN = "open", Label("reveals nothing about health", "fortæller intet om helbred")
