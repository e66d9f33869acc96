"""What a duty is: who owes what, how strictly, and when."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

import attrs

from socialkapitel.messages import Label
from socialkapitel.sources import Source


class DutyKind(Enum):
    """How strictly a duty binds (skal, bør, kan)."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"

    @property
    def label(self) -> Label:
        """The word for people."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    DutyKind.MUST: Label(en="must", da="skal"),
    DutyKind.SHOULD: Label(en="should", da="bør"),
    DutyKind.MAY: Label(en="may", da="kan"),
}


class Trigger(Enum):
    """What brings a duty to life (anledning)."""

    ALWAYS = "always"
    YEARLY = "yearly"
    CONCERN = "concern"
    ABILITY_CHANGED = "ability-changed"
    JOB_AT_RISK = "job-at-risk"
    ORDINARY_TERMS_IMPOSSIBLE = "ordinary-terms-impossible"
    RELOCATION_BEST = "relocation-best"
    COLLEAGUES_AFFECTED = "colleagues-affected"
    SICK_LEAVE = "sick-leave"
    PARTIAL_WORK = "partial-work"
    ABSENCE_AGREEMENT = "absence-agreement"
    AIDS = "aids"
    ASSISTANCE = "assistance"
    REHABILITATION = "rehabilitation"
    SPECIAL_TERMS = "special-terms"
    SUBSIDISED_JOB = "subsidised-job"
    FLEXJOB = "flexjob"
    ENTRY = "entry"
    HIRING = "hiring"

    @property
    def label(self) -> Label:
        """The occasion in words."""
        return _TRIGGER_LABELS[self]


_TRIGGER_LABELS = {
    Trigger.ALWAYS: Label(en="always", da="altid"),
    Trigger.YEARLY: Label(en="once a year", da="én gang om året"),
    Trigger.CONCERN: Label(en="somebody sees a problem", da="nogen ser et problem"),
    Trigger.ABILITY_CHANGED: Label(
        en="an employee's ability to work changes", da="en medarbejders arbejdsevne ændrer sig"
    ),
    Trigger.JOB_AT_RISK: Label(
        en="an employee may lose the job", da="en medarbejder kan miste sit job"
    ),
    Trigger.ORDINARY_TERMS_IMPOSSIBLE: Label(
        en="ordinary terms cannot keep the employee",
        da="ordinære vilkår kan ikke holde medarbejderen i job",
    ),
    Trigger.RELOCATION_BEST: Label(
        en="relocation is judged the best solution",
        da="omplacering vurderes som den bedste løsning",
    ),
    Trigger.COLLEAGUES_AFFECTED: Label(
        en="an arrangement touches colleagues", da="en ordning berører kolleger"
    ),
    Trigger.SICK_LEAVE: Label(en="an employee is on sick leave", da="en medarbejder er sygemeldt"),
    Trigger.PARTIAL_WORK: Label(
        en="partial sick leave or partial return", da="delvis syge- eller raskmelding"
    ),
    Trigger.ABSENCE_AGREEMENT: Label(en="a section 56 agreement", da="en § 56-aftale"),
    Trigger.AIDS: Label(
        en="aids or an adapted workplace", da="hjælpemidler eller indretning af arbejdspladsen"
    ),
    Trigger.ASSISTANCE: Label(en="personal assistance", da="personlig assistance"),
    Trigger.REHABILITATION: Label(
        en="rehabilitation with wage subsidy", da="revalidering med løntilskud"
    ),
    Trigger.SPECIAL_TERMS: Label(en="a job on special terms", da="et job på særlige vilkår"),
    Trigger.SUBSIDISED_JOB: Label(en="a job with wage subsidy", da="et job med løntilskud"),
    Trigger.FLEXJOB: Label(en="a flexjob", da="et fleksjob"),
    Trigger.ENTRY: Label(
        en="somebody from outside seeks a way in", da="en udefrakommende søger en vej ind"
    ),
    Trigger.HIRING: Label(en="somebody is about to be hired", da="nogen står over for ansættelse"),
}


@attrs.frozen(kw_only=True)
class Duty:
    """Something that somebody owes or may do (pligt, ansvar).

    ``actors`` are ids of `socialkapitel.actors`; a shared duty has several. What is owed only "as
    far as possible" says so in its text.
    """

    id: str
    actors: tuple[str, ...]
    kind: DutyKind
    text: Label
    trigger: Trigger
    source: Source


WriteDuty: TypeAlias = Callable[[str, str, tuple[str, ...], DutyKind, Trigger, str, str], Duty]
"""Takes a section, a name, actors, kind, trigger, and the text in English and in Danish."""


def duty_of(document: str, cite: Callable[[str], Source]) -> WriteDuty:
    """How the duties of one document are written down: its name leads their ids."""

    def duty(
        section: str,
        name: str,
        actors: tuple[str, ...],
        kind: DutyKind,
        trigger: Trigger,
        en: str,
        da: str,
    ) -> Duty:
        return Duty(
            id=f"{document}.{name}",
            actors=actors,
            kind=kind,
            text=Label(en=en, da=da),
            trigger=trigger,
            source=cite(section),
        )

    return duty
