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
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.rehabilitation import JOB_PLAN, LAST_GRANT, SHARED_CONDITIONS, SOURCE
from socialkapitel.schemes.subsidised_job import HERLEV, REMINDERS, REPRESENTATIVES
from socialkapitel.sources import Source

SCHEME = Scheme(
    id="apprentice-rehabilitation",
    valid_from=HERLEV_FROM,
    valid_to=LAST_GRANT,
    purpose=Label(
        en="Train a person of usual training age for work that the ability to work allows.",
        da="Uddanne en person i normal uddannelsesalder til arbejde, som arbejdsevnen tillader.",
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
            id="apprentice",
            label=Label(en="of usual training age", da="i normal uddannelsesalder"),
            predicate=Fact("usual_training_age"),
            source=HERLEV,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The municipality pays rehabilitation benefit; the employer pays no wage, so"
                " there is no wage subsidy.",
                da="Kommunen udbetaler revalideringsydelse; arbejdsgiveren udbetaler ikke løn, og"
                " der gives derfor ikke løntilskud.",
            ),
            source=HERLEV,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Receives rehabilitation benefit from the municipality of residence.",
                da="Får revalideringsydelse fra bopælskommunen.",
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
