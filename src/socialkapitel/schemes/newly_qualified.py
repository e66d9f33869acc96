"""Wage subsidy for a newly qualified person with a disability (isbryderordningen)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import COMPENSATION_ACT, compensation_act
from socialkapitel.messages import Label
from socialkapitel.schemes.common import from_outside
from socialkapitel.schemes.description import (
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import AtMost, Fact
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.subsidised_job import (
    COMBINES_WITH,
    JOBCENTRE,
    MUNICIPALITY_SINCE_2026,
    NET_EXPANSION_LABEL,
)
from socialkapitel.sources import Source

FIRST_READ = date(2018, 1, 1)
"""The first year for which the scheme's rate was found in print."""

_SOURCE = compensation_act("§ 15", "vejl. 9615/2020; star.dk; sbst.dk", before="LAB kap. 12")

SCHEME = Scheme(
    id="newly-qualified",
    valid_from=FIRST_READ,
    purpose=Label(
        en="Give a newly qualified person with a disability the first work experience.",
        da="Give en nyuddannet med handicap de første erhvervserfaringer.",
    ),
    target_groups=(SchemeGroup.OUTSIDER, SchemeGroup.UNEMPLOYED),
    degree=Degree.TRAINING_OR_TRIAL,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the scheme is for people with a disability",
        da="ordningen er for personer med handicap",
    ),
    conditions=(
        Condition(
            id="disability",
            label=Label(en="has a disability", da="har et handicap"),
            predicate=Fact("has_disability"),
            source=_SOURCE,
        ),
        Condition(
            id="education",
            label=Label(
                en="an education of at least 18 months that gives the right to join an"
                " unemployment fund",
                da="en uddannelse på mindst 18 måneder, der giver ret til optagelse i en a-kasse",
            ),
            predicate=Fact("qualifying_education_completed"),
            source=_SOURCE,
        ),
        Condition(
            id="within-two-years",
            label=Label(
                en="the job begins within two years of the education",
                da="ansættelsen begynder senest to år efter uddannelsen",
            ),
            predicate=AtMost("years_since_education", 2),
            source=_SOURCE,
        ),
        Condition(
            id="no-experience",
            label=Label(
                en="lacks work experience in the field of the education",
                da="mangler erhvervserfaring inden for uddannelsens område",
            ),
            predicate=Fact("lacks_experience_in_field"),
            source=_SOURCE,
        ),
        from_outside(source=Source(COMPENSATION_ACT, "odense.dk", practice=True)),
        Condition(
            id="net-expansion",
            label=NET_EXPANSION_LABEL,
            predicate=Fact("net_expansion"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Receives a subsidy for at most 12 months, up to the highest rate in"
                " rehabilitation.",
                da="Får løntilskud i højst 12 måneder, højst med den højeste sats ved"
                " revalidering.",
            ),
            source=_SOURCE,
        ),
        Consequence(
            label=Label(
                en="Public employers can receive the wage subsidy at the full rate.",
                da="Offentlige arbejdsgivere kan få løntilskud med den fulde sats.",
            ),
            source=Source(COMPENSATION_ACT, "kk.dk", practice=True),
            valid_from=date(2021, 1, 1),
        ),
        Consequence(
            label=Label(
                en="Pays by the collective agreement.",
                da="Udbetaler løn efter overenskomsten.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Receives pay and terms by the collective agreement, without having been"
                " unemployed first.",
                da="Får løn og vilkår efter overenskomsten uden krav om forudgående ledighed.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE,),
    authorities=(JOBCENTRE, MUNICIPALITY_SINCE_2026),
    combines_with=COMBINES_WITH,
    limits=(
        Note(
            label=Label(
                en="The scheme is older than 2018, but its earlier conditions and rates have not"
                " been read.",
                da="Ordningen er ældre end 2018, men de tidligere betingelser og satser er ikke"
                " læst.",
            ),
            source=_SOURCE,
        ),
        Note(
            label=Label(
                en="Whether the quota of subsidised places applies is not known.",
                da="Det vides ikke, om rimelighedskravet gælder.",
            ),
            source=_SOURCE,
        ),
    ),
    net_expansion=True,
    calculators=("wage_subsidy", "net_expansion", "employer_cost"),
)
