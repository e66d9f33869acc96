"""Rehabilitation as an apprentice: benefit from the municipality in place of pay."""

from __future__ import annotations

from socialkapitel.citations import HERLEV_FROM
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.naming import Naming
from socialkapitel.schemes.rehabilitation import JOB_PLAN, LAST_GRANT, SHARED_CONDITIONS, SOURCE
from socialkapitel.schemes.subsidised_job import HERLEV, REMINDERS, REPRESENTATIVES
from socialkapitel.sources import Source

SCHEME = Scheme(
    id="apprentice-rehabilitation",
    valid_from=HERLEV_FROM,
    valid_to=LAST_GRANT,
    purpose=Label(
        en="Train a young person for work that the ability allows.",
        da="Uddanne et ungt menneske til arbejde, som arbejdsevnen tillader.",
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
            id="apprentice",
            label=Label(
                en="at the age at which people are usually in training",
                da="i den alder, hvor man normalt er under uddannelse",
            ),
            predicate=Fact("usual_training_age"),
            source=HERLEV,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The municipality pays rehabilitation benefit; the employer pays no wage that a"
                " subsidy would be given for.",
                da="Kommunen betaler revalideringsydelse; arbejdsgiveren betaler ingen løn, der"
                " kunne gives tilskud til.",
            ),
            source=HERLEV,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Rehabilitation benefit from the municipality of residence.",
                da="Revalideringsydelse fra bopælskommunen.",
            ),
            source=HERLEV,
        ),
    ),
    sources=(SOURCE, Source("lov 1750/2025")),
    authorities=(Authority(actor="municipality-of-residence", source=HERLEV),),
    documents=(JOB_PLAN,),
    involve=(REPRESENTATIVES,),
    reminders=REMINDERS,
    net_expansion=False,
)
