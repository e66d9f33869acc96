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
from socialkapitel.schemes.names import Naming

_SOURCE = midtjylland("6.3")

SCHEME = Scheme(
    id="retraining",
    purpose=Label(
        en="Give an employee new skills where the previous work is no longer possible.",
        da="Give en medarbejder nye kompetencer, når det hidtidige arbejde ikke længere er muligt.",
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
            id="would-qualify",
            label=Label(
                en="retraining would qualify for other work here",
                da="omskoling vil kunne kvalificere til andet arbejde her",
            ),
            predicate=Fact("retraining_would_qualify"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Must always be considered; the workplace pays the cost.",
                da="Skal altid overvejes; arbejdspladsen afholder udgiften.",
            ),
            source=midtjylland("6.6"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Gets new skills and other tasks, on ordinary terms.",
                da="Får nye kompetencer og andre opgaver på ordinære vilkår.",
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
