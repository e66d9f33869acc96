"""What is considered and tried before something is decided."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import attrs

from socialkapitel.cases.events.base import Event, a, a_scheme, check_end, may_be, read_day_or_none
from socialkapitel.cases.health import PrivateText
from socialkapitel.cases.rights import ARRANGEMENT, GROUNDS
from socialkapitel.fields import checked
from socialkapitel.messages import Label, Labelled


class Consideration(Labelled):
    """What came of considering a measure (overvejelse).

    * ``TRIED``: it was tried, and is not enough (afprøvet).
    * ``RULED_OUT``: it cannot help here (udelukket).
    * ``CHOSEN``: it is what will be done (valgt).
    """

    TRIED = "tried", Label("tried", "afprøvet")
    RULED_OUT = "ruled-out", Label("ruled out", "udelukket")
    CHOSEN = "chosen", Label("chosen", "valgt")


@checked
@attrs.frozen(kw_only=True)
class WorkTrialHeld(Event):
    """The person's ability is being tried at work (arbejdsprøvning).

    Attributes:
        valid_to: its last day; None where no end is agreed.
    """

    kind = "work-trial-held"
    label: ClassVar[Label] = Label(
        en="a work trial was held", da="en arbejdsprøvning blev gennemført"
    )

    valid_to: date | None = attrs.field(
        default=None, converter=read_day_or_none, metadata=ARRANGEMENT
    )

    def check(self) -> None:
        """Refuse an end before the beginning."""
        check_end(self, "valid_to", self.valid_to)


@checked
@attrs.frozen(kw_only=True)
class RelocationExplored(Event):
    """Other work here was looked for (omplacering undersøgt).

    Attributes:
        found: whether other suitable work was found; None where the search continues.
    """

    kind = "relocation-explored"
    label: ClassVar[Label] = Label(en="relocation was explored", da="omplacering blev undersøgt")

    found: bool | None = attrs.field(default=None, validator=may_be(bool), metadata=ARRANGEMENT)


@checked
@attrs.frozen(kw_only=True)
class MeasureConsidered(Event):
    """A measure was tried, ruled out or chosen (handlemulighed overvejet).

    Attributes:
        scheme: the id of the scheme.
        state: what came of it.
        reason: why, sealed: people write about health here, though they should not.
    """

    kind = "measure-considered"
    label: ClassVar[Label] = Label(
        en="a measure was considered", da="en handlemulighed blev overvejet"
    )

    scheme: str = attrs.field(validator=a_scheme, metadata=ARRANGEMENT)
    state: Consideration = attrs.field(validator=a(Consideration), metadata=ARRANGEMENT)
    reason: PrivateText | None = attrs.field(
        default=None, validator=may_be(PrivateText), metadata=GROUNDS
    )
