"""What a scheme is: something that can be done, on which conditions, with what consequences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import IntEnum

import attrs

from socialkapitel.errors import NotInForce
from socialkapitel.messages import Label, Labelled, Text, msg
from socialkapitel.periods import Dated, read_date
from socialkapitel.schemes.leaves import Predicate
from socialkapitel.schemes.names import SCHEME_NAMES, Naming
from socialkapitel.sources import Source


class Degree(IntEnum):
    """How far a scheme departs from an ordinary job; the least first (grad af indgreb)."""

    ORDINARY_ADJUSTMENT = 1
    AGREED_ABSENCE = 2
    SUPPORT = 3
    OTHER_TASKS = 4
    TRAINING_OR_TRIAL = 5
    SPECIAL_TERMS = 6
    LASTING_SUBSIDY = 7

    @property
    def label(self) -> Label:
        """The degree in words."""
        return _DEGREE_LABELS[self]


_DEGREE_LABELS = {
    Degree.ORDINARY_ADJUSTMENT: Label(
        en="same job, other arrangement of the work",
        da="samme job, anden tilrettelæggelse af arbejdet",
    ),
    Degree.AGREED_ABSENCE: Label(
        en="same job, agreed absence or reduced hours for a period",
        da="samme job, aftalt fravær eller nedsat arbejdstid i en periode",
    ),
    Degree.SUPPORT: Label(en="same job, with support", da="samme job, med støtte"),
    Degree.OTHER_TASKS: Label(
        en="ordinary terms, other tasks or skills",
        da="ordinære vilkår, andre opgaver eller nye kompetencer",
    ),
    Degree.TRAINING_OR_TRIAL: Label(
        en="training, trial or wage subsidy for a period",
        da="oplæring, afprøvning eller løntilskud i en periode",
    ),
    Degree.SPECIAL_TERMS: Label(
        en="special terms by agreement, without subsidy",
        da="særlige vilkår efter aftale, uden tilskud",
    ),
    Degree.LASTING_SUBSIDY: Label(
        en="special terms with lasting subsidy", da="særlige vilkår med varigt tilskud"
    ),
}


class SchemeGroup(Labelled):
    """Whom a scheme is for (målgruppe)."""

    EMPLOYEE = (
        "employee",
        Label(
            "employees with reduced or changed ability",
            "ansatte med nedsat eller ændret arbejdsevne",
        ),
    )
    OUTSIDER = (
        "outsider",
        Label("people from outside with reduced ability", "udefrakommende med nedsat arbejdsevne"),
    )
    UNEMPLOYED = "unemployed", Label("unemployed people", "ledige")


@attrs.frozen(kw_only=True)
class Condition(Dated):
    """Something that must be true for a scheme to be open (betingelse)."""

    id: str
    label: Label
    predicate: Predicate
    source: Source


@attrs.frozen(kw_only=True)
class Consequence(Dated):
    """What a scheme means for employer or employee, always or where ``when`` is true (virkning)."""

    label: Label
    source: Source
    when: Predicate | None = None


@attrs.frozen(kw_only=True)
class Authority(Dated):
    """Who grants or approves, in a period and, if it depends on facts, ``when`` they are true."""

    actor: str
    source: Source
    when: Predicate | None = None


@attrs.frozen(kw_only=True)
class Note(Dated):
    """A document, a follow-up, a reminder or a limit of a scheme, with its source."""

    label: Label
    source: Source


@attrs.frozen(kw_only=True)
class Involvement(Dated):
    """Whom to involve, and how; ``actor`` is an id of `socialkapitel.actors` (inddragelse)."""

    actor: str
    label: Label
    source: Source


@attrs.frozen(kw_only=True, repr=False)
class Scheme(Dated):
    """Something that can be done for somebody's work (ordning, handlemulighed).

    ``combines_with`` are ids of schemes. ``net_expansion`` is whether the post must add to the
    staff; None where the question doesn't arise, or where sources disagree, as ``limits`` then say.
    ``limits`` say what the library doesn't know about the scheme. ``calculators`` are public names.
    ``replaced_by`` is the scheme that followed. ``naming`` says whether the name alone reveals
    something about health, ``naming_because`` why.
    """

    id: str
    purpose: Label
    target_groups: tuple[SchemeGroup, ...]
    degree: Degree
    naming: Naming
    naming_because: Label
    conditions: tuple[Condition, ...]
    for_employer: tuple[Consequence, ...]
    for_employee: tuple[Consequence, ...]
    sources: tuple[Source, ...]
    authorities: tuple[Authority, ...] = ()
    documents: tuple[Note, ...] = ()
    involve: tuple[Involvement, ...] = ()
    follow_up: tuple[Note, ...] = ()
    combines_with: tuple[str, ...] = ()
    reminders: tuple[Note, ...] = ()
    limits: tuple[Note, ...] = ()
    net_expansion: bool | None = None
    calculators: tuple[str, ...] = ()
    replaced_by: str = ""

    def __repr__(self) -> str:
        return f"<Scheme {self.id!r}>"

    def __rich_repr__(self) -> Iterator[object]:
        """What rich shows: the id alone."""
        yield self.id

    @property
    def label(self) -> Label:
        """The scheme's name."""
        return SCHEME_NAMES[self.id]

    @property
    def named(self) -> bool:
        """Whether everybody who may know of the scheme may know its name."""
        return self.naming is Naming.OPEN

    def check(self, day: date | str) -> None:
        """Refuse a day on which the scheme can't be granted.

        Raises:
            NotInForce: naming the scheme that replaced it, where there is one.
        """
        day = read_date(day, "day")
        if self.in_force(day) or self.valid_from is None:
            return
        hint: Text | None = None
        if self.replaced_by and self.valid_from <= day:
            hint = msg(
                'it was replaced by "{scheme}" ({id})',
                scheme=SCHEME_NAMES[self.replaced_by],
                id=self.replaced_by,
            )
        elif self.valid_from <= day:
            hint = msg(
                "the scheme can no longer be granted; what was granted by then may be completed"
            )
        raise NotInForce(self.id, day, self.valid_from, self.valid_to, hint, label=self.label)
