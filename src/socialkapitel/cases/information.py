"""The kinds of information that a case holds: each field of an event is of one kind."""

from __future__ import annotations

from enum import Enum

import attrs

from socialkapitel.messages import Label


class Information(Enum):
    """What a piece of a case tells (oplysning)."""

    COURSE = "course"
    IDENTITY = "identity"
    ABSENCE = "absence"
    ARRANGEMENT = "arrangement"
    PAY = "pay"
    GROUNDS = "grounds"
    NOTES = "notes"
    HEALTH = "health"

    @property
    def label(self) -> Label:
        """The kind in words."""
        return _LABELS[self]


_LABELS = {
    Information.COURSE: Label(
        en="what was done, when and in which role", da="hvad der skete, hvornår og i hvilken rolle"
    ),
    Information.IDENTITY: Label(en="who the persons are", da="hvem personerne er"),
    Information.ABSENCE: Label(en="absence and its hours", da="fravær og fraværstimer"),
    Information.ARRANGEMENT: Label(
        en="schemes, decisions and agreed periods", da="ordninger, afgørelser og aftalte perioder"
    ),
    Information.PAY: Label(
        en="pay, agreed hours and refunds", da="løn, aftalt arbejdstid og refusion"
    ),
    Information.GROUNDS: Label(
        en="why measures were tried or ruled out, and terms of decisions",
        da="hvorfor tiltag er afprøvet eller udelukket, og afgørelsers vilkår",
    ),
    Information.NOTES: Label(en="remarks in free text", da="bemærkninger i fritekst"),
    Information.HEALTH: Label(en="the nature of an illness", da="en sygdoms art"),
}

_KEY = "information"

COURSE = {_KEY: Information.COURSE}
IDENTITY = {_KEY: Information.IDENTITY}
ABSENCE = {_KEY: Information.ABSENCE}
ARRANGEMENT = {_KEY: Information.ARRANGEMENT}
PAY = {_KEY: Information.PAY}
GROUNDS = {_KEY: Information.GROUNDS}
NOTES = {_KEY: Information.NOTES}
HEALTH = {_KEY: Information.HEALTH}


def information(field: attrs.Attribute[object]) -> Information:
    """The kind of information that a field holds."""
    kind: Information = field.metadata[_KEY]
    return kind
