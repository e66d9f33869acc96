"""Rehabilitation with wage subsidy (revalidering, virksomhedsrevalidering)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import HERLEV as HERLEV_CHAPTER
from socialkapitel.citations import (
    HERLEV_FROM,
    LAB,
    MIDTJYLLAND,
    REFORM_OF_2026_FROM,
    both,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Authority,
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
from socialkapitel.schemes.predicates import Not
from socialkapitel.schemes.subsidised_job import (
    COMBINES_WITH,
    DAY,
    HERLEV,
    HERLEV_SECTION,
    REMINDERS,
    REPRESENTATIVES,
    employment_letter,
)
from socialkapitel.sources import FormerCitation, Source

_ANNEX = "Bilag 3, Revalidender"
LAST_GRANT = REFORM_OF_2026_FROM - DAY
"""Who was granted rehabilitation by this day may begin and finish it (lov 1750/2025)."""

_FORMER = (FormerCitation(date(2019, 12, 31), "lov om aktiv socialpolitik kap. 6"),)
SOURCE = Source(
    "LAB kap. 21",
    f"{HERLEV_CHAPTER}, {HERLEV_SECTION}; {MIDTJYLLAND}, {_ANNEX}; elov.dk",
    _FORMER,
)

SHARED_CONDITIONS = (
    Condition(
        id="ability",
        label=Label(en="ability to work is limited", da="arbejdsevnen er begrænset"),
        predicate=Fact("ability_reduced"),
        source=SOURCE,
    ),
    Condition(
        id="approved",
        label=Label(en="approved for rehabilitation", da="godkendt til revalidering"),
        predicate=Fact("approved_for_rehabilitation"),
        source=Source("LAB kap. 21", f"{MIDTJYLLAND}, {_ANNEX}; elov.dk", _FORMER),
    ),
    Condition(
        id="training",
        label=Label(
            en="needs training or education to manage the work",
            da="har brug for oplæring eller uddannelse til arbejdet",
        ),
        predicate=Fact("needs_training"),
        source=SOURCE,
    ),
)

LIMITS = (
    Note(
        label=Label(
            en="Whether the quota of subsidised places applies to rehabilitation is not known.",
            da="Om rimelighedskravet gælder ved revalidering, er ikke kendt.",
        ),
        source=Source(LAB),
        valid_from=date(2013, 1, 1),
    ),
)

JOB_PLAN = Note(
    label=Label(
        en="job plan made together and approved by the municipality",
        da="jobplan lavet i fællesskab og godkendt af kommunen",
    ),
    source=HERLEV,
)

SCHEME = Scheme(
    id="rehabilitation",
    valid_from=HERLEV_FROM,
    valid_to=LAST_GRANT,
    purpose=Label(
        en="Qualify somebody for other work by training on the job.",
        da="Kvalificere en person til andet arbejde ved oplæring i jobbet.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.TRAINING_OR_TRIAL,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="it is granted because the ability to work is limited",
        da="den bevilges, fordi arbejdsevnen er begrænset",
    ),
    conditions=(
        *SHARED_CONDITIONS,
        Condition(
            id="no-apprentice",
            label=Label(
                en="past the age at which people are usually in training",
                da="ude over den alder, hvor man normalt er under uddannelse",
            ),
            predicate=Not(Fact("usual_training_age")),
            source=HERLEV,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays at least the lowest agreed pay of the field (starting pay).",
                da="Betaler mindst den mindste overenskomstmæssige løn på området"
                " (begyndelsesløn).",
            ),
            source=both(HERLEV_SECTION, _ANNEX),
        ),
        Consequence(
            label=Label(
                en="Receives a subsidy by ability, at most 100.00 kroner an hour (2005).",
                da="Får tilskud efter arbejdsevne, højst 100,00 kr. i timen (2005).",
            ),
            source=HERLEV,
        ),
        Consequence(
            label=Label(
                en="Receives a subsidy of at most 103.59 kroner an hour (1 January 2007).",
                da="Får et tilskud på højst 103,59 kr. i timen (1. januar 2007).",
            ),
            source=midtjylland(_ANNEX),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="At least the lowest agreed pay of the field.",
                da="Mindst den mindste overenskomstmæssige løn på området.",
            ),
            source=HERLEV,
        ),
    ),
    sources=(SOURCE, both(HERLEV_SECTION, _ANNEX, LAB), Source("lov 1750/2025")),
    authorities=(Authority(actor="municipality-of-residence", source=HERLEV),),
    documents=(JOB_PLAN, employment_letter(_ANNEX)),
    involve=(
        REPRESENTATIVES,
        Involvement(
            actor="union",
            label=Label(en="is informed by the employer", da="underrettes af arbejdsgiveren"),
            source=midtjylland(_ANNEX),
        ),
    ),
    combines_with=COMBINES_WITH,
    reminders=REMINDERS,
    limits=LIMITS,
    net_expansion=False,
    calculators=("wage_subsidy", "employer_cost"),
)
