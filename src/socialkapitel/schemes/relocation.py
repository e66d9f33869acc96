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
from socialkapitel.schemes.names import Naming

_SOURCE = midtjylland("7.2")

SCHEME = Scheme(
    id="relocation",
    purpose=Label(
        en="Retain an employee on ordinary terms in other work, first at the employee's own"
        " workplace.",
        da="Fastholde en medarbejder på ordinære vilkår i andet arbejde, først på egen"
        " arbejdsplads.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.OTHER_TASKS,
    naming=Naming.COVERS,
    naming_because=Label(
        en="the name reveals nothing about health; it is not mentioned, so that the neutral term"
        " is not used for illness alone",
        da="navnet siger intet om helbred; det nævnes ikke, så den neutrale betegnelse ikke kun"
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
                en="Management should take the initiative and first examine the possibilities at"
                " the employee's own workplace.",
                da="Ledelsen bør tage initiativet og først undersøge mulighederne på"
                " medarbejderens egen arbejdsplads.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Gets other tasks or another place of work, on ordinary terms.",
                da="Får andre opgaver eller et andet arbejdssted på ordinære vilkår.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, midtjylland("6.3"), midtjylland("9")),
    authorities=(Authority(actor="workplace", source=_SOURCE),),
    involve=(
        Involvement(
            actor="union-representative",
            label=Label(en="may be involved in the search", da="kan inddrages i undersøgelsen"),
            source=_SOURCE,
        ),
        Involvement(
            actor="social-chapter-consultant",
            label=Label(en="can examine the possibilities", da="kan undersøge mulighederne"),
            source=midtjylland("3.2"),
        ),
    ),
)
