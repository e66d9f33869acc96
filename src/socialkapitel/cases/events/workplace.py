"""What is done at the workplace around a case, and what must never be done there."""

from __future__ import annotations

from typing import ClassVar

import attrs

from socialkapitel.cases.events.base import Event
from socialkapitel.cases.rights import Information
from socialkapitel.fields import checked
from socialkapitel.messages import Label


@checked
@attrs.frozen(kw_only=True)
class WorkplaceAssessed(Event):
    """The working environment was assessed, as in a workplace assessment (APV)."""

    kind = "workplace-assessed"
    label: ClassVar[Label] = Label(
        en="the working environment was assessed", da="arbejdsmiljøet blev vurderet"
    )


@checked
@attrs.frozen(kw_only=True)
class DevelopmentTalkHeld(Event):
    """Manager and employee talked about the employee's development (udviklingssamtale)."""

    kind = "development-talk-held"
    label: ClassVar[Label] = Label(
        en="a development talk was held", da="en udviklingssamtale blev holdt"
    )


@checked
@attrs.frozen(kw_only=True)
class TasksReviewed(Event):
    """It was assessed whether tasks and skills match (opgaver og kompetencer)."""

    kind = "tasks-reviewed"
    label: ClassVar[Label] = Label(
        en="it was assessed whether tasks and skills match",
        da="det blev vurderet, om opgaver og kompetencer passer sammen",
    )


@checked
@attrs.frozen(kw_only=True)
class ColleaguesConsulted(Event):
    """Colleagues were consulted on what an arrangement means for them (kolleger hørt)."""

    kind = "colleagues-consulted"
    label: ClassVar[Label] = Label(
        en="colleagues were consulted on the arrangement", da="kollegerne blev hørt om ordningen"
    )


@checked
@attrs.frozen(kw_only=True)
class CostWeighed(Event):
    """The costs for employee and workplace were assessed (økonomien vurderet)."""

    kind = "cost-weighed"
    label: ClassVar[Label] = Label(
        en="the costs for employee and workplace were assessed",
        da="økonomien for medarbejder og arbejdsplads blev vurderet",
    )


@checked
@attrs.frozen(kw_only=True)
class AdmissionDiscussed(Event):
    """Management and employees discussed bringing in people from outside (indslusning drøftet)."""

    kind = "admission-discussed"
    label: ClassVar[Label] = Label(
        en="management and employees discussed bringing in people from outside",
        da="ledelse og medarbejdere drøftede indslusning",
    )


@checked
@attrs.frozen(kw_only=True)
class TeachingHeld(Event):
    """The workplace was trained in handling absence and changed ability (undervisning)."""

    kind = "teaching-held"
    label: ClassVar[Label] = Label(
        en="the workplace was trained in handling absence and changed ability to work",
        da="arbejdspladsen blev undervist i at håndtere sygefravær og ændret arbejdsevne",
    )


@checked
@attrs.frozen(kw_only=True)
class IllnessDisclosed(Event):
    """Somebody disclosed the nature of the illness, which nobody may (sygdommens art videregivet).

    The event says that it happened, and nothing about the illness. It reveals that there is one, so
    it is shown to those who may see the absence.
    """

    kind = "illness-disclosed"
    label: ClassVar[Label] = Label(
        en="the nature of the illness was disclosed", da="sygdommens art blev videregivet"
    )
    tells = Information.ABSENCE
