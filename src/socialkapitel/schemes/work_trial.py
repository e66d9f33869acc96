"""Work trial (arbejdsprøvning)."""

from __future__ import annotations

from socialkapitel.citations import midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.common import unclear
from socialkapitel.schemes.description import (
    Consequence,
    Degree,
    Involvement,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.names import Naming

_SOURCE = midtjylland("3.2")

SCHEME = Scheme(
    id="work-trial",
    purpose=Label(
        en="Clarify by trial which work a person can do.",
        da="Afklare gennem afprøvning, hvilket arbejde en person kan varetage.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.TRAINING_OR_TRIAL,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the scheme is for a person whose ability to work is not yet clear",
        da="ordningen er for en person, hvis arbejdsevne er uafklaret",
    ),
    conditions=(unclear(source=_SOURCE),),
    for_employer=(
        Consequence(
            label=Label(
                en="Provides a place in which the work can be tried for a period.",
                da="Stiller en plads til rådighed, hvor arbejdet kan afprøves i en periode.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Has the possibilities clarified before a lasting decision is made.",
                da="Får afklaret mulighederne, før der træffes en varig beslutning.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE,),
    involve=(
        Involvement(
            actor="social-chapter-consultant",
            label=Label(
                en="can examine the possibilities of a place",
                da="kan undersøge mulighederne for en plads",
            ),
            source=_SOURCE,
        ),
    ),
    limits=(
        Note(
            label=Label(
                en="The chapter names work trials, but neither conditions, length nor pay; the"
                " municipality can tell what applies.",
                da="Kapitlet nævner arbejdsprøvning, men hverken betingelser, varighed eller"
                " betaling; kommunen kan oplyse, hvad der gælder.",
            ),
            source=_SOURCE,
        ),
    ),
)
