"""Rehabilitation with wage subsidy (revalidering, virksomhedsrevalidering)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import HERLEV as HERLEV_CHAPTER
from socialkapitel.citations import (
    HERLEV_FROM,
    LAB,
    MIDTJYLLAND,
    REFORM_OF_2026_FROM,
    both_chapters,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.common import ability_limited
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
from socialkapitel.schemes.names import Naming
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
"""People granted rehabilitation by this day may begin and finish it (lov 1750/2025)."""

_FORMER = (FormerCitation(date(2019, 12, 31), "lov om aktiv socialpolitik kap. 6"),)
SOURCE = Source(
    "LAB kap. 21",
    f"{HERLEV_CHAPTER}, {HERLEV_SECTION}; {MIDTJYLLAND}, {_ANNEX}; elov.dk",
    _FORMER,
)

SHARED_CONDITIONS = (
    ability_limited(source=SOURCE),
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
            da="Det vides ikke, om rimelighedskravet gælder ved revalidering.",
        ),
        source=Source(LAB),
        valid_from=date(2013, 1, 1),
    ),
)

JOB_PLAN = Note(
    label=Label(
        en="job plan drawn up together and approved by the municipality of residence",
        da="jobplan, udarbejdet i fællesskab og godkendt af bopælskommunen",
    ),
    source=HERLEV,
)

SCHEME = Scheme(
    id="rehabilitation",
    valid_from=HERLEV_FROM,
    valid_to=LAST_GRANT,
    purpose=Label(
        en="Qualify somebody for a new work situation through training or education on the job.",
        da="Kvalificere en person til en ny arbejdssituation gennem optræning eller uddannelse i"
        " jobbet.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.TRAINING_OR_TRIAL,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="rehabilitation is granted because the ability to work is limited",
        da="revalideringen bevilges, fordi arbejdsevnen er begrænset",
    ),
    conditions=(
        *SHARED_CONDITIONS,
        Condition(
            id="no-apprentice",
            label=Label(en="past the usual training age", da="ude over normal uddannelsesalder"),
            predicate=Not(Fact("usual_training_age")),
            source=HERLEV,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays at least the lowest agreed pay (starting pay) of the field.",
                da="Udbetaler som minimum den mindste overenskomstmæssige løn (begyndelsesløn) på"
                " området.",
            ),
            source=both_chapters(HERLEV_SECTION, _ANNEX),
        ),
        Consequence(
            label=Label(
                en="Receives a wage subsidy that depends on the employee's ability to work, at"
                " most 100.00 kroner an hour (2005).",
                da="Får løntilskud afhængigt af medarbejderens arbejdsevne, højst 100,00 kr. pr."
                " time (2005).",
            ),
            source=HERLEV,
        ),
        Consequence(
            label=Label(
                en="Receives a wage subsidy of at most 103.59 kroner an hour (1 January 2007).",
                da="Får løntilskud med højst 103,59 kr. pr. time (1. januar 2007).",
            ),
            source=midtjylland(_ANNEX),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Receives at least the lowest agreed pay of the field.",
                da="Får som minimum den mindste overenskomstmæssige løn på området.",
            ),
            source=HERLEV,
        ),
    ),
    sources=(SOURCE, both_chapters(HERLEV_SECTION, _ANNEX, LAB), Source("lov 1750/2025")),
    authorities=(Authority(actor="municipality-of-residence", source=HERLEV),),
    documents=(JOB_PLAN, employment_letter(_ANNEX)),
    involve=(
        REPRESENTATIVES,
        Involvement(
            actor="union",
            label=Label(en="is informed by the employer", da="orienteres af arbejdsgiveren"),
            source=midtjylland(_ANNEX),
        ),
    ),
    combines_with=COMBINES_WITH,
    reminders=REMINDERS,
    limits=LIMITS,
    net_expansion=False,
    calculators=("wage_subsidy", "employer_cost"),
)
