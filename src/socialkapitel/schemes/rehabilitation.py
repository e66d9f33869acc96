"""Rehabilitation with wage subsidy (revalidering, virksomhedsrevalidering)."""

from __future__ import annotations

from socialkapitel.citations import HERLEV_FROM, LAB, both, herlev, midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.model import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Involvement,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.predicates import Not
from socialkapitel.schemes.subsidised_job import (
    COMBINES_WITH,
    HERLEV,
    HERLEV_SECTION,
    REMINDERS,
    REPRESENTATIVES,
    employment_letter,
)

_ANNEX = "Bilag 3, Revalidender"
SOURCE = both(HERLEV_SECTION, _ANNEX, LAB)

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
        source=midtjylland(_ANNEX, LAB),
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
    purpose=Label(
        en="Qualify somebody for other work by training on the job.",
        da="Kvalificere en person til andet arbejde ved oplæring i jobbet.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.TRAINING_OR_TRIAL,
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
                en="Pays at least the starting pay, the lowest agreed pay of the field.",
                da="Betaler mindst begyndelseslønnen, områdets mindste overenskomstløn.",
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
                en="At least the starting pay of the field.", da="Mindst områdets begyndelsesløn."
            ),
            source=HERLEV,
        ),
    ),
    sources=(SOURCE, herlev(HERLEV_SECTION, "lov om aktiv socialpolitik")),
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
    net_expansion=False,
    calculators=("wage_subsidy", "employer_cost"),
)
