"""How a case ends: notice, and what came of it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import ClassVar

import attrs

from socialkapitel.cases.events.base import Event, check_end
from socialkapitel.cases.events.fields import a, read_day
from socialkapitel.cases.rights import COURSE
from socialkapitel.fields import checked
from socialkapitel.messages import Label


class CaseOutcome(Enum):
    """What came of a case (afslutning)."""

    KEPT_ORDINARY = "kept-ordinary"
    KEPT_SPECIAL = "kept-special"
    RELOCATED = "relocated"
    TAKEN_IN = "taken-in"
    LEFT = "left"
    PENSION = "pension"

    @property
    def label(self) -> Label:
        """The outcome in words."""
        return _OUTCOMES[self]


_OUTCOMES = {
    CaseOutcome.KEPT_ORDINARY: Label(
        en="kept on ordinary terms", da="fastholdt på ordinære vilkår"
    ),
    CaseOutcome.KEPT_SPECIAL: Label(en="kept on special terms", da="fastholdt på særlige vilkår"),
    CaseOutcome.RELOCATED: Label(en="relocated", da="omplaceret"),
    CaseOutcome.TAKEN_IN: Label(en="recruited from outside", da="indsluset"),
    CaseOutcome.LEFT: Label(en="left the workplace", da="fratrådt"),
    CaseOutcome.PENSION: Label(en="retired on pension", da="overgået til pension"),
}


@checked
@attrs.frozen(kw_only=True)
class NoticeGiven(Event):
    """The employee was given notice, or gave it (opsigelse).

    Attributes:
        last_day: the last day of the employment.
    """

    kind = "notice-given"
    label: ClassVar[Label] = Label(
        en="the employee was given notice or resigned",
        da="medarbejderen blev opsagt eller opsagde sin stilling",
    )

    last_day: date = attrs.field(converter=read_day, metadata=COURSE)

    def check(self) -> None:
        """Refuse an end before the notice."""
        check_end(self, "last_day", self.last_day)


@checked
@attrs.frozen(kw_only=True)
class CaseClosed(Event):
    """The case is closed (sag afsluttet).

    Attributes:
        outcome: what came of it.
    """

    kind = "case-closed"
    label: ClassVar[Label] = Label(en="the case was closed", da="sagen blev afsluttet")

    outcome: CaseOutcome = attrs.field(validator=a(CaseOutcome), metadata=COURSE)
