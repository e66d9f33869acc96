"""Who owes what by the principles and the policy of Region Midtjylland's chapter: 6 and 8."""

from __future__ import annotations

from socialkapitel.citations import midtjylland
from socialkapitel.roles.model import DutyKind, Trigger, duty_of

_duty = duty_of("midtjylland", midtjylland)
_EVERYBODY = ("nearest-manager", "employee")

DUTIES = (
    _duty(
        "6.1",
        "good-environment",
        ("nearest-manager", "employee", "local-med", "safety-representative"),
        DutyKind.MUST,
        Trigger.ALWAYS,
        "See to a good work environment together, and in time.",
        "Sørge sammen, og i tide, for et godt arbejdsmiljø.",
    ),
    _duty(
        "6.1",
        "competences",
        _EVERYBODY,
        DutyKind.MUST,
        Trigger.ALWAYS,
        "Develop the employees' skills so that they match what the tasks require.",
        "Udvikle medarbejdernes kunnen, så den passer til opgavernes krav.",
    ),
    _duty(
        "6.1",
        "tasks-match-competences",
        ("nearest-manager",),
        DutyKind.MUST,
        Trigger.ALWAYS,
        "See that tasks match what the employees can do.",
        "Sikre, at opgaverne passer til det, medarbejderne kan.",
    ),
    _duty(
        "6.2",
        "early-action",
        ("nearest-manager",),
        DutyKind.MUST,
        Trigger.ABILITY_CHANGED,
        "Act early to relieve and clarify, with respect, and leave time to come to terms with it.",
        "Handle tidligt for at afhjælpe og afklare, med respekt og tid til at erkende.",
    ),
    _duty(
        "6.3",
        "least-intervention",
        ("nearest-manager",),
        DutyKind.SHOULD,
        Trigger.ABILITY_CHANGED,
        "Seek the solution nearest to ordinary pay and terms, with the fewest changes.",
        "Søge den løsning, der ligger nærmest ordinær løn og ordinære vilkår, med færrest"
        " ændringer.",
    ),
    _duty(
        "6.3",
        "consider-alternatives",
        ("nearest-manager",),
        DutyKind.MUST,
        Trigger.ABILITY_CHANGED,
        "Always consider whether other work arrangements, relocation or retraining serve better.",
        "Altid tænke over, om anden tilrettelæggelse, omplacering eller omskoling er bedre.",
    ),
    _duty(
        "6.4",
        "cooperate",
        ("employee", "nearest-manager", "union-representative", "union"),
        DutyKind.MUST,
        Trigger.ABILITY_CHANGED,
        "Find and carry out arrangements together, with respect for the person.",
        "Finde og gennemføre ordninger i fællesskab og med respekt for personen.",
    ),
    _duty(
        "6.4",
        "special-terms-together",
        ("nearest-manager", "employee", "union-representative", "union"),
        DutyKind.MUST,
        Trigger.SPECIAL_TERMS,
        "Agree on every job on special terms together.",
        "Aftale ethvert job på særlige vilkår i fællesskab.",
    ),
    _duty(
        "6.4",
        "follow-up",
        ("nearest-manager",),
        DutyKind.SHOULD,
        Trigger.SPECIAL_TERMS,
        "See that the arrangement is followed up as far as needed.",
        "Sørge for, at ordningen bliver fulgt op i det omfang, der er behov for.",
    ),
    _duty(
        "6.4",
        "inform-colleagues",
        ("nearest-manager", "employee"),
        DutyKind.MUST,
        Trigger.COLLEAGUES_AFFECTED,
        "Inform colleagues together.",
        "Informere kollegerne i fællesskab.",
    ),
    _duty(
        "6.5",
        "flexibility",
        ("nearest-manager", "colleagues", "employee"),
        DutyKind.MUST,
        Trigger.ABILITY_CHANGED,
        "Be flexible, so that the person's resources and the demands of the work balance.",
        "Være fleksible, så personens ressourcer og arbejdets krav er i balance.",
    ),
    _duty(
        "6.6",
        "sound-economy",
        ("nearest-manager",),
        DutyKind.SHOULD,
        Trigger.ABILITY_CHANGED,
        "Seek a solution that employee and workplace can afford within local means.",
        "Søge en løsning, som medarbejder og arbejdsplads har råd til med de lokale midler.",
    ),
    _duty(
        "8",
        "initiative",
        ("nearest-manager", "employee", "union-representative"),
        DutyKind.MAY,
        Trigger.ABILITY_CHANGED,
        "Take the initiative to keep the employee, early and in dialogue.",
        "Tage initiativ til at fastholde medarbejderen, tidligt og i dialog.",
    ),
)
"""Duties that lie in the principles of section 6 and the policy of section 8."""
