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
from socialkapitel.schemes.naming import Naming
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
        da="Hjælpe en person til at få eller beholde et job med en vejleder ud over det vante.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER, SchemeGroup.UNEMPLOYED),
    degree=Degree.SUPPORT,
    naming=Naming.OPEN,
    naming_because=Label(
        en="it is for anybody who needs more guidance in a job, whatever the reason",
        da="den er for enhver, der har brug for mere vejledning i et job, uanset grunden",
    ),
    conditions=(
        Condition(
            id="decisive",
            label=Label(
                en="a mentor is decisive for getting or keeping the job",
                da="en mentor er afgørende for at få eller beholde jobbet",
            ),
            predicate=Fact("mentor_decisive"),
            source=_SOURCE,
        ),
        Condition(
            id="beyond-usual",
            label=Label(
                en="more than an employer usually gives",
                da="mere end en arbejdsgiver plejer at give",
            ),
            predicate=Not(Fact("mentoring_usual_here")),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The pay of a colleague who is freed to be mentor is covered.",
                da="Lønnen til en kollega, der frikøbes som mentor, dækkes.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Introduction, guidance and training by one person.",
                da="Introduktion, vejledning og oplæring hos én person.",
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
                en="The conditions are those read today; Herlev's chapter names mentors in 2005"
                " without saying when and by whom they are granted.",
                da="Betingelserne er dem, der læses i dag; Herlevs kapitel nævner mentorer i 2005,"
                " men ikke hvornår og af hvem de bevilges.",
            ),
            source=_HERLEV,
        ),
    ),
)
