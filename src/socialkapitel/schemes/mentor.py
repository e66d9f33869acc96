"""Mentor (mentorordning)."""

from __future__ import annotations

from socialkapitel.citations import HERLEV_FROM, LAB, herlev
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.predicates import Not
from socialkapitel.schemes.subsidised_job import JOBCENTRE, MUNICIPALITY_SINCE_2026
from socialkapitel.sources import Source

_SOURCE = Source(LAB, "star.dk; hjerteforeningen.dk; cabiweb.dk")
_HERLEV = herlev("Revalidering med løntilskud")

SCHEME = Scheme(
    id="mentor",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Help somebody to get or keep a job with a guide beyond the usual introduction.",
        da="Hjælpe en person til at opnå eller fastholde et job med en vejleder ud over den"
        " sædvanlige introduktion.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER, SchemeGroup.UNEMPLOYED),
    degree=Degree.SUPPORT,
    naming=Naming.OPEN,
    naming_because=Label(
        en="the scheme is for anybody who needs more guidance in a job, whatever the reason",
        da="ordningen er for alle, der har brug for ekstra vejledning i et job, uanset årsagen",
    ),
    conditions=(
        Condition(
            id="decisive",
            label=Label(
                en="a mentor is decisive for getting or keeping the job",
                da="en mentor er afgørende for at opnå eller fastholde jobbet",
            ),
            predicate=Fact("mentor_decisive"),
            source=_SOURCE,
        ),
        Condition(
            id="beyond-usual",
            label=Label(
                en="more than the support that the employer usually gives",
                da="mere end den støtte, arbejdsgiveren sædvanligvis giver",
            ),
            predicate=Not(Fact("mentoring_usual_here")),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The cost of pay for a colleague who is released to be mentor can be covered.",
                da="Lønudgiften til en kollega, der frikøbes som mentor, kan dækkes.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Receives introduction, guidance and training by one person.",
                da="Får introduktion, vejledning og oplæring ved én person.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, _HERLEV),
    authorities=(JOBCENTRE, MUNICIPALITY_SINCE_2026),
    documents=(
        Note(
            label=Label(
                en="written agreement for at most six months at a time",
                da="skriftlig aftale for højst seks måneder ad gangen",
            ),
            source=_SOURCE,
        ),
    ),
    combines_with=(
        "disability-pension-job",
        "flexjob-since-2013",
        "newly-qualified",
        "rehabilitation",
        "wage-subsidy-unemployed",
    ),
    limits=(
        Note(
            label=Label(
                en="The conditions are those in force today; Herlev's chapter of 2005 names"
                " mentors without saying when and by whom they are granted.",
                da="Betingelserne er de nugældende; Herlevs kapitel fra 2005 nævner"
                " mentorordningen, men ikke hvornår den bevilges og af hvem.",
            ),
            source=_HERLEV,
        ),
    ),
)
