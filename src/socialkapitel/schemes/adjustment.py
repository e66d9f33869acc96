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
from socialkapitel.schemes.naming import Naming

_SOURCE = midtjylland("Bilag 3, Tilpasning af arbejdsvilkår")

SCHEME = Scheme(
    id="adjustment",
    purpose=Label(
        en="Keep an employee in the job by arranging the work with consideration.",
        da="Holde en medarbejder i jobbet ved at lægge arbejdet hensynsfuldt til rette.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.ORDINARY_ADJUSTMENT,
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
            id="need",
            label=Label(
                en="needs consideration, for a time or for good",
                da="har brug for hensyn, for en tid eller varigt",
            ),
            predicate=Fact("needs_consideration"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The workplace may change tasks, functions and working time by itself; nobody"
                " refunds anything.",
                da="Arbejdspladsen kan selv ændre opgaver, funktioner og arbejdstid; der gives"
                " ingen refusion.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Ordinary pay and terms go on.", da="Ordinær løn og ordinære vilkår fortsætter."
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
