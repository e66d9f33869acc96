"""Retraining for other work (omskoling)."""

from __future__ import annotations

from socialkapitel.citations import midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.naming import Naming

_SOURCE = midtjylland("6.3")

SCHEME = Scheme(
    id="retraining",
    purpose=Label(
        en="Give an employee new skills where the old work no longer fits.",
        da="Give en medarbejder ny kunnen, når det gamle arbejde ikke passer mere.",
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
            id="would-qualify",
            label=Label(
                en="retraining would qualify for other work here",
                da="omskoling ville kvalificere til andet arbejde her",
            ),
            predicate=Fact("retraining_would_qualify"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Must always be weighed; what it costs lies with the workplace.",
                da="Skal altid overvejes; udgiften er arbejdspladsens.",
            ),
            source=midtjylland("6.6"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="New skills and other tasks, on ordinary terms.",
                da="Ny kunnen og andre opgaver, på ordinære vilkår.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE,),
    authorities=(Authority(actor="workplace", source=_SOURCE),),
    combines_with=("adult-education",),
    limits=(
        Note(
            label=Label(
                en="The chapter names retraining without conditions of its own.",
                da="Kapitlet nævner omskoling uden selvstændige betingelser.",
            ),
            source=_SOURCE,
        ),
    ),
)
