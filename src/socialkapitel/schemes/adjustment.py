"""Adjustment of working conditions (tilpasning af arbejdsvilkår)."""

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

_SOURCE = midtjylland("Bilag 3, Tilpasning af arbejdsvilkår")

SCHEME = Scheme(
    id="adjustment",
    purpose=Label(
        en="Retain an employee in the job by arranging the work with special consideration.",
        da="Fastholde en medarbejder i jobbet ved at tilrettelægge arbejdet med særlige hensyn.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.ORDINARY_ADJUSTMENT,
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
            id="need",
            label=Label(
                en="needs consideration, temporarily or permanently",
                da="har brug for hensyn, midlertidigt eller varigt",
            ),
            predicate=Fact("needs_consideration"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The workplace can itself adapt tasks, functions and working time; there is no"
                " refund.",
                da="Arbejdspladsen kan selv tilpasse opgaver, funktioner og arbejdstid; der gives"
                " ikke refusion.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Ordinary pay and terms continue.",
                da="Ordinær løn og ordinære vilkår fortsætter.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, midtjylland("6.3")),
    authorities=(Authority(actor="workplace", source=_SOURCE),),
    involve=(
        Involvement(
            actor="colleagues",
            label=Label(
                en="informed by manager and employee together",
                da="informeres af leder og medarbejder i fællesskab",
            ),
            source=midtjylland("6.4"),
        ),
    ),
)
