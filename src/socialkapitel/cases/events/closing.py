"""How a case ends: notice, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import attrs

from socialkapitel.cases.events.base import Event, check_end
from socialkapitel.cases.events.fields import a, read_day
from socialkapitel.cases.rights import COURSE
from socialkapitel.fields import checked
from socialkapitel.messages import Label, Labelled


class CaseOutcome(Labelled):
    """What came of a case (afslutning)."""

    KEPT_ORDINARY = "kept-ordinary", Label("kept on ordinary terms", "fastholdt på ordinære vilkår")
    KEPT_SPECIAL = "kept-special", Label("kept on special terms", "fastholdt på særlige vilkår")
    RELOCATED = "relocated", Label("relocated", "omplaceret")
    TAKEN_IN = "taken-in", Label("recruited from outside", "indsluset")
    LEFT = "left", Label("left the workplace", "fratrådt")
    PENSION = "pension", Label("retired on pension", "overgået til pension")


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
