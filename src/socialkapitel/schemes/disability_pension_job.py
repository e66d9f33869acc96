"""Wage subsidy for a person on disability pension (løntilskud til førtidspensionist)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import LAB, LAB_OF_2019_FROM, MIDTJYLLAND_FROM, ORDER, midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import SocialPension
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
from socialkapitel.schemes.leaves import Fact, OneOf
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.subsidised_job import (
    COMBINES_WITH,
    NET_EXPANSION_LABEL,
    QUOTA,
    REMINDERS,
    REPRESENTATIVES,
)
from socialkapitel.sources import Source

_SECTION = "Bilag 3, Løntilskud til førtidspensionister"
_SOURCE = midtjylland(_SECTION, LAB)
_SOENDERBORG = Source(LAB, "sonderborgkommune.dk", practice=True)
_MUNICIPALITIES_FROM = date(2019, 1, 1)
"""The year of the first municipal page that was read on the scheme."""

SCHEME = Scheme(
    id="disability-pension-job",
    valid_from=MIDTJYLLAND_FROM,
    purpose=Label(
        en="Make it possible for a person on disability pension to use the remaining ability to"
        " work in a job.",
        da="Give en førtidspensionist mulighed for at bruge sin resterende arbejdsevne i et job.",
    ),
    target_groups=(SchemeGroup.OUTSIDER,),
    degree=Degree.LASTING_SUBSIDY,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the job is for people on disability pension",
        da="jobbet er for førtidspensionister",
    ),
    conditions=(
        Condition(
            id="pension",
            label=Label(en="has been awarded disability pension", da="er tilkendt førtidspension"),
            predicate=OneOf("social_pension", SocialPension.DISABILITY),
            source=_SOURCE,
        ),
        Condition(
            id="wish",
            label=Label(
                en="wishes to use the remaining ability to work",
                da="ønsker at bruge sin resterende arbejdsevne",
            ),
            predicate=Fact("wishes_to_work"),
            source=_SOURCE,
        ),
        Condition(
            id="net-expansion",
            label=NET_EXPANSION_LABEL,
            predicate=Fact("net_expansion"),
            source=_SOENDERBORG,
            valid_from=_MUNICIPALITIES_FROM,
        ),
        QUOTA,
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Receives a fixed wage subsidy for each hour with pay. The rate is adjusted"
                " yearly; on 1 January 2007 it was 21.92 kroner.",
                da="Får et fast løntilskud for hver time med løn. Satsen reguleres årligt; den 1."
                " januar 2007 var den 21,92 kr.",
            ),
            source=_SOURCE,
        ),
        Consequence(
            label=Label(
                en="In special cases the municipality can grant a wage subsidy at a higher hourly"
                " rate.",
                da="I særlige tilfælde kan kommunen bevilge løntilskud med en højere timesats.",
            ),
            source=Source(LAB, "kommune.viborg.dk; kk.dk; rk.dk"),
            valid_from=date(2015, 1, 1),
        ),
        Consequence(
            label=Label(
                en="The wage subsidy is given for as long as the employment lasts, at most until"
                " the state pension age.",
                da="Løntilskuddet gives, så længe ansættelsen varer, dog højst til"
                " folkepensionsalderen.",
            ),
            source=_SOENDERBORG,
            valid_from=_MUNICIPALITIES_FROM,
        ),
        Consequence(
            label=Label(
                en="Refunds of sickness and maternity benefit reduce the subsidy of their day.",
                da="Refusion af sygedagpenge og barselsdagpenge nedsætter dagens løntilskud.",
            ),
            source=Source(f"{ORDER} § 88, stk. 3", "BEK 2006/2020, elov.dk"),
            valid_from=LAB_OF_2019_FROM,
        ),
        Consequence(
            label=Label(
                en="A private employer's wage subsidy can be at most 75 per cent of the wage cost.",
                da="En privat arbejdsgivers løntilskud kan højst udgøre 75 procent af lønudgiften.",
            ),
            source=Source(LAB, "sonderborgkommune.dk; kk.dk; rk.dk", practice=True),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Pay and terms of employment are agreed between employer, employee and union.",
                da="Løn- og ansættelsesvilkår aftales mellem arbejdsgiver, medarbejder og faglig"
                " organisation.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE,),
    authorities=(Authority(actor="municipality-of-residence", source=Source(LAB, "cabiweb.dk")),),
    documents=(
        Note(
            label=Label(
                en="written agreement made in cooperation with the union",
                da="skriftlig aftale, indgået i samarbejde med den faglige organisation",
            ),
            source=_SOURCE,
        ),
    ),
    involve=(
        REPRESENTATIVES,
        Involvement(
            actor="union",
            label=Label(en="takes part in the agreement", da="medvirker ved aftalen"),
            source=_SOURCE,
        ),
    ),
    follow_up=(
        Note(
            label=Label(
                en="the municipality follows up after six months at the latest, then yearly",
                da="kommunen følger op senest efter seks måneder og derefter årligt",
            ),
            source=_SOENDERBORG,
            valid_from=_MUNICIPALITIES_FROM,
        ),
    ),
    combines_with=COMBINES_WITH,
    reminders=REMINDERS,
    limits=(
        Note(
            label=Label(
                en="Sources disagree on net expansion: Region Midtjylland's chapter of 2008 does"
                " not require it, a municipality does (sonderborgkommune.dk, 2019). Here it is"
                " required from 2019.",
                da="Kilderne er uenige om merbeskæftigelse: Region Midtjyllands kapitel fra 2008"
                " kræver den ikke, en kommune kræver den (sonderborgkommune.dk, 2019). Her kræves"
                " den fra 2019.",
            ),
            source=_SOURCE,
        ),
    ),
    net_expansion=None,
    calculators=("wage_subsidy", "net_expansion", "subsidised_places", "employer_cost"),
)
