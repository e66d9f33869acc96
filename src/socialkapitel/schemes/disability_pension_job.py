"""Wage subsidy for a person on disability pension (løntilskud til førtidspensionist)."""

from __future__ import annotations

from socialkapitel.citations import LAB, MIDTJYLLAND_FROM, midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import SocialPension
from socialkapitel.schemes.leaves import Fact, OneOf
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
from socialkapitel.schemes.subsidised_job import COMBINES_WITH, REMINDERS, REPRESENTATIVES
from socialkapitel.sources import Source

_SECTION = "Bilag 3, Løntilskud til førtidspensionister"
_SOURCE = midtjylland(_SECTION, LAB)

SCHEME = Scheme(
    id="disability-pension-job",
    valid_from=MIDTJYLLAND_FROM,
    purpose=Label(
        en="Let somebody on disability pension use the ability that remains.",
        da="Lade en førtidspensionist bruge den arbejdsevne, der er tilbage.",
    ),
    target_groups=(SchemeGroup.OUTSIDER,),
    degree=Degree.LASTING_SUBSIDY,
    conditions=(
        Condition(
            id="pension",
            label=Label(en="has been awarded disability pension", da="har fået førtidspension"),
            predicate=OneOf("social_pension", SocialPension.DISABILITY),
            source=_SOURCE,
        ),
        Condition(
            id="wish",
            label=Label(
                en="wishes to use the ability that remains",
                da="ønsker at bruge den arbejdsevne, der er tilbage",
            ),
            predicate=Fact("wishes_to_work"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="A fixed subsidy for each hour with pay, adjusted yearly; 21.92 kroner on"
                " 1 January 2007.",
                da="Et fast tilskud for hver time med løn, reguleret årligt; 21,92 kr. den 1."
                " januar 2007.",
            ),
            source=_SOURCE,
        ),
        Consequence(
            label=Label(
                en="A private employer gets at most 75 per cent of the wage cost.",
                da="En privat arbejdsgiver får højst 75 procent af lønudgiften.",
            ),
            source=Source(LAB, "sonderborgkommune.dk"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Pay and terms that employer, employee and union settle.",
                da="Løn og vilkår, som arbejdsgiver, medarbejder og faglig organisation aftaler.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE,),
    authorities=(
        Authority(actor="municipality-of-residence", source=Source(LAB, "sonderborgkommune.dk")),
    ),
    documents=(
        Note(
            label=Label(
                en="written agreement made with the union taking part",
                da="skriftlig aftale, hvor den faglige organisation er med",
            ),
            source=_SOURCE,
        ),
    ),
    involve=(
        REPRESENTATIVES,
        Involvement(
            actor="union",
            label=Label(en="takes part in the agreement", da="er med i aftalen"),
            source=_SOURCE,
        ),
    ),
    combines_with=COMBINES_WITH,
    reminders=REMINDERS,
    net_expansion=False,
    calculators=("wage_subsidy", "employer_cost"),
)
