"""Work trial (arbejdsprøvning)."""

from __future__ import annotations

from socialkapitel.citations import midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Condition,
    Consequence,
    Degree,
    Involvement,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.naming import Naming

_SOURCE = midtjylland("3.2")

SCHEME = Scheme(
    id="work-trial",
    purpose=Label(
        en="Find out by trying what work a person can do.",
        da="Finde ud af ved at prøve, hvilket arbejde en person kan klare.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.TRAINING_OR_TRIAL,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="it is for somebody of whom it is unclear what work the ability allows",
        da="den er for en person, hvis arbejdsevne er uafklaret",
    ),
    conditions=(
        Condition(
            id="unclear",
            label=Label(
                en="what the person can do must be clarified",
                da="det skal afklares, hvad personen kan",
            ),
            predicate=Fact("ability_unclear"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Gives a place for a time in which the work can be tried.",
                da="Stiller en plads til rådighed i en tid, hvor arbejdet kan prøves.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Shows what is possible before anything lasting is decided.",
                da="Viser, hvad der er muligt, før noget varigt bliver besluttet.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE,),
    involve=(
        Involvement(
            actor="social-chapter-consultant",
            label=Label(en="can look for a place", da="kan lede efter en plads"),
            source=_SOURCE,
        ),
    ),
    limits=(
        Note(
            label=Label(
                en="The chapter names work trials without their conditions, length or pay; the"
                " municipality knows those of the day.",
                da="Kapitlet nævner arbejdsprøvning uden betingelser, varighed og betaling; spørg"
                " kommunen om det, der gælder.",
            ),
            source=_SOURCE,
        ),
    ),
)
