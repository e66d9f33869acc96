"""Who talks with whom: conversations, meetings, consultants, authorities, colleagues."""

from __future__ import annotations

from typing import ClassVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.cases.events.base import (
    Event,
    actors,
    an_actor,
    known_name,
    may_be,
    scheme_or_none,
    several,
)
from socialkapitel.cases.health import HealthNote
from socialkapitel.cases.rights import ARRANGEMENT, COURSE, HEALTH
from socialkapitel.errors import InvalidInput
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg

REPRESENTATIVES = (
    "union-representative",
    "safety-representative",
    "working-environment-representative",
    "union",
)
"""Who can be involved for the employee."""

SERVICES_IN_CASES: dict[str, Label] = {
    "round-table-meeting": Label(
        en="taking part in round-table meetings", da="deltagelse i rundbordssamtaler"
    ),
    "coordination": Label(
        en="coordination with the municipality and other partners",
        da="koordinering med kommunen og andre samarbejdsparter",
    ),
    "clarifying-talk": Label(
        en="clarifying talks with the employee on sick leave",
        da="afklarende samtaler med den sygemeldte",
    ),
    "examine-trial-and-relocation": Label(
        en="examining work trials and relocation",
        da="undersøgelse af muligheder for arbejdsprøvning og omplacering",
    ),
    "smooth-cooperation": Label(
        en="smoother cooperation with the municipality",
        da="smidigere samarbejde med kommunen",
    ),
    "social-law": Label(
        en="knowledge of social legislation and of how municipalities handle cases",
        da="kendskab til de sociale love og kommunens sagsbehandlingsgange",
    ),
    "notice-period": Label(
        en="clarifying talks and follow-up during a notice period",
        da="afklarende samtaler og opfølgning i en opsigelsesperiode",
    ),
}
"""What a consultant can do in a case; each chapter says which services it offers."""


@checked
@attrs.frozen(kw_only=True)
class ConversationHeld(Event):
    """Somebody talked with the employee alone (individuel samtale).

    Attributes:
        health: what was said about the illness, sealed. Nobody may ask about it.
    """

    kind = "conversation-held"
    label: ClassVar[Label] = Label(en="a conversation was held", da="en samtale blev holdt")

    health: HealthNote | None = attrs.field(
        default=None, validator=may_be(HealthNote), metadata=HEALTH
    )


@brief
@checked
@attrs.frozen(kw_only=True)
class RoundTableHeld(Event):
    """Everyone concerned met around one table (rundbordssamtale).

    Attributes:
        participants: at least two ids of actors.
    """

    kind = "round-table-held"
    label: ClassVar[Label] = Label(
        en="a round-table meeting was held", da="en rundbordssamtale blev holdt"
    )

    participants: tuple[str, ...] = attrs.field(validator=actors(2), metadata=COURSE)


@brief
@checked
@attrs.frozen(kw_only=True)
class ConsultantEngaged(Event):
    """A consultant began to help in the case (konsulent inddraget).

    Attributes:
        consultant: the id of the actor who helps.
        services: what the consultant does here, ids of `SERVICES_IN_CASES`.
    """

    kind = "consultant-engaged"
    label: ClassVar[Label] = Label(en="a consultant was engaged", da="en konsulent blev inddraget")

    consultant: str = attrs.field(
        default="social-chapter-consultant", validator=an_actor, metadata=COURSE
    )
    services: tuple[str, ...] = attrs.field(
        default=(), validator=several(known_name(SERVICES_IN_CASES), 0), metadata=COURSE
    )


@checked
@attrs.frozen(kw_only=True)
class MunicipalityCoordinated(Event):
    """The employer and an authority coordinated what each does (koordinering med kommunen).

    Attributes:
        authority: the id of the authority.
    """

    kind = "municipality-coordinated"
    label: ClassVar[Label] = Label(
        en="coordinated with the municipality", da="der blev koordineret med kommunen"
    )

    authority: str = attrs.field(
        default="municipality-of-residence", validator=an_actor, metadata=COURSE
    )


@checked
@attrs.frozen(kw_only=True)
class RepresentativeInvolved(Event):
    """A representative or the union took part (repræsentant inddraget).

    Attributes:
        representative: one of `REPRESENTATIVES`.
    """

    kind = "representative-involved"
    label: ClassVar[Label] = Label(
        en="a representative was involved", da="en repræsentant blev inddraget"
    )

    representative: str = attrs.field(validator=an_actor, metadata=COURSE)

    def check(self) -> None:
        """Refuse an actor who represents nobody."""
        if self.representative not in REPRESENTATIVES:
            names = ", ".join(REPRESENTATIVES)
            raise InvalidInput(
                "representative", self.representative, msg("one of {names}", names=names)
            )


@checked
@attrs.frozen(kw_only=True)
class FollowUpHeld(Event):
    """An arrangement was followed up (opfølgning).

    Attributes:
        scheme: the id of the scheme that was followed up; None where it was the case as a whole.
    """

    kind = "follow-up-held"
    label: ClassVar[Label] = Label(en="a follow-up was held", da="en opfølgning blev holdt")

    scheme: str | None = attrs.field(default=None, validator=scheme_or_none, metadata=ARRANGEMENT)


@brief
@checked
@attrs.frozen(kw_only=True)
class ColleaguesInformed(Event):
    """Colleagues were informed of the arrangement, never of an illness (kolleger informeret).

    Attributes:
        informed_by: ids of the actors who informed them; jointly means manager and employee
            together.
    """

    kind = "colleagues-informed"
    label: ClassVar[Label] = Label(en="colleagues were informed", da="kollegerne blev informeret")

    informed_by: tuple[str, ...] = attrs.field(
        default=("nearest-manager", "employee"), validator=actors(1), metadata=COURSE
    )

    @property
    def jointly(self) -> bool:
        """Whether manager and employee informed them together."""
        return {"nearest-manager", "employee"} <= set(self.informed_by)
