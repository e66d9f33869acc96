"""How a case begins, with a problem or a change of ability, and how it ends."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import attrs

from socialkapitel.cases.events.base import Event, a, check_end, may_be, read_day
from socialkapitel.cases.events.profile import Profile
from socialkapitel.cases.health import HealthNote, Identity
from socialkapitel.cases.rights import COURSE, HEALTH, IDENTITY
from socialkapitel.fields import checked
from socialkapitel.messages import Label, Labelled


class Purpose(Labelled):
    """What a case is about (formål).

    * ``RETENTION``: keeping somebody who works here (fastholdelse).
    * ``ENTRY``: bringing in somebody from outside (indslusning).
    """

    RETENTION = "retention", Label("keeping an employee", "fastholdelse af en medarbejder")
    ENTRY = "entry", Label("bringing in somebody from outside", "indslusning af en udefrakommende")


@checked
@attrs.frozen(kw_only=True)
class CaseOpened(Event):
    """The case is opened, to keep an employee or to bring somebody in (sag oprettet).

    Attributes:
        purpose: what the case is about.
        person: whom it is about, sealed; None where the caller's system knows.
        profile: what the yearly figures classify the person by; None where it isn't stated.

    >>> from datetime import date
    >>> from uuid import UUID
    >>> opened = CaseOpened(
    ...     id=UUID(int=1), on=date(2008, 3, 3), role="nearest-manager", purpose=Purpose.RETENTION
    ... )
    >>> opened.kind, opened.label.da
    ('case-opened', 'sagen blev oprettet')
    """

    kind = "case-opened"
    label: ClassVar[Label] = Label(en="the case was opened", da="sagen blev oprettet")

    purpose: Purpose = attrs.field(validator=a(Purpose), metadata=COURSE)
    person: Identity | None = attrs.field(
        default=None, validator=may_be(Identity), metadata=IDENTITY
    )
    profile: Profile | None = attrs.field(
        default=None, validator=may_be(Profile), metadata=IDENTITY
    )


@checked
@attrs.frozen(kw_only=True)
class ConcernRaised(Event):
    """Somebody noticed that the work is getting hard to manage (bekymring rejst)."""

    kind = "concern-raised"
    label: ClassVar[Label] = Label(en="a concern was raised", da="en bekymring blev rejst")


@checked
@attrs.frozen(kw_only=True)
class AbilityChanged(Event):
    """The person's ability to work changed (arbejdsevne ændret).

    Attributes:
        lasting: whether the change is permanent; None where it isn't known yet.
        health: what is said about the illness, sealed. It need not be said at all.
    """

    kind = "ability-changed"
    label: ClassVar[Label] = Label(en="ability to work changed", da="arbejdsevnen ændrede sig")

    lasting: bool | None = attrs.field(default=None, validator=may_be(bool), metadata=COURSE)
    health: HealthNote | None = attrs.field(
        default=None, validator=may_be(HealthNote), metadata=HEALTH
    )


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
