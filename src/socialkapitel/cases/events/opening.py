"""How a case begins: it is opened, somebody sees a problem, ability changes."""

from __future__ import annotations

from typing import ClassVar

import attrs

from socialkapitel.cases.events.base import Event
from socialkapitel.cases.events.fields import a, may_be
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
