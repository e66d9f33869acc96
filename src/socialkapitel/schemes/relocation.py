"""Relocation to other work (omplacering)."""

from __future__ import annotations

from socialkapitel.citations import midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Involvement,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.naming import Naming

_SOURCE = midtjylland("7.2")

SCHEME = Scheme(
    id="relocation",
    purpose=Label(
        en="Keep an employee on ordinary terms in other work, first at the own workplace.",
        da="Beholde en medarbejder på ordinære vilkår i andet arbejde, først på egen arbejdsplads.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.OTHER_TASKS,
    naming=Naming.COVERS,
    naming_because=Label(
        en="it tells nothing of health; it is left unsaid so that the neutral words are not kept"
        " for illness",
        da="den fortæller intet om helbred; den siges ikke, for at de neutrale ord ikke kun"
        " bruges ved sygdom",
    ),
    conditions=(
        Condition(
            id="employed",
            label=Label(en="employed here", da="ansat her"),
            predicate=Fact("employed_here"),
            source=midtjylland("5"),
        ),
        Condition(
            id="ability",
            label=Label(en="ability to work has changed", da="arbejdsevnen har ændret sig"),
            predicate=Fact("ability_reduced"),
            source=_SOURCE,
        ),
        Condition(
            id="other-work",
            label=Label(en="other suitable work exists", da="der findes andet egnet arbejde"),
            predicate=Fact("other_suitable_work"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Management should take the initiative and look at its own workplace first.",
                da="Ledelsen bør tage initiativet og først se på sin egen arbejdsplads.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Other tasks or another place, on ordinary terms.",
                da="Andre opgaver eller et andet sted, på ordinære vilkår.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, midtjylland("6.3"), midtjylland("9")),
    authorities=(Authority(actor="workplace", source=_SOURCE),),
    involve=(
        Involvement(
            actor="union-representative",
            label=Label(en="may take part in the search", da="kan tage del i at finde en plads"),
            source=_SOURCE,
        ),
        Involvement(
            actor="social-chapter-consultant",
            label=Label(en="can examine the possibilities", da="kan undersøge mulighederne"),
            source=midtjylland("3.2"),
        ),
    ),
)
