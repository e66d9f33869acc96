"""Wage subsidy for an unemployed person with benefit (løntilskud til dagpengemodtagere)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import (
    FRAMEWORK_FROM,
    LAB,
    LAB_OF_2019_FROM,
    MIDTJYLLAND,
    employment_act,
    employment_order,
    framework,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Benefit
from socialkapitel.schemes.common import from_outside
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
    JOBCENTRE,
    MUNICIPALITY_SINCE_2026,
    NET_EXPANSION_LABEL,
    QUOTA,
    REMINDERS,
    REPRESENTATIVES,
)
from socialkapitel.sources import Source

_SECTION = "Bilag 3, Ledige med ret til dagpenge"
_SOURCE = midtjylland(_SECTION, LAB)
_GROUP = employment_act("§ 66", f"{MIDTJYLLAND}, {_SECTION}; elov.dk")
_NET_EXPANSION = Source("LAB kap. 12", f"{MIDTJYLLAND}, {_SECTION}")
_DURATION = Source("LAB § 68, nr. 1", "elov.dk")

SCHEME = Scheme(
    id="wage-subsidy-unemployed",
    valid_from=FRAMEWORK_FROM,
    purpose=Label(
        en="Give an unemployed person meaningful employment that prepares for a job in the"
        " ordinary labour market.",
        da="Give en ledig meningsfuld beskæftigelse, der forbereder til et job på det ordinære"
        " arbejdsmarked.",
    ),
    target_groups=(SchemeGroup.UNEMPLOYED,),
    degree=Degree.TRAINING_OR_TRIAL,
    naming=Naming.OPEN,
    naming_because=Label(en="the scheme is for unemployed people", da="ordningen er for ledige"),
    conditions=(
        Condition(
            id="benefit",
            label=Label(en="entitled to unemployment benefit", da="har ret til dagpenge"),
            predicate=OneOf("benefit", Benefit.UNEMPLOYMENT),
            source=_GROUP,
        ),
        from_outside(source=_SOURCE),
        Condition(
            id="net-expansion",
            label=NET_EXPANSION_LABEL,
            predicate=Fact("net_expansion"),
            source=_NET_EXPANSION,
        ),
        QUOTA,
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays by the collective agreement, at most the person's own rate of benefit;"
                " the hours are set accordingly, and a maximum hourly pay applies.",
                da="Udbetaler løn efter overenskomsten, højst svarende til personens individuelle"
                " dagpengesats; arbejdstiden fastsættes under hensyn hertil, og der gælder en"
                " maksimal timeløn.",
            ),
            source=_SOURCE,
        ),
        Consequence(
            label=Label(
                en="The wage subsidy is given for at most 4 months to a public and at most 6"
                " months to a private employer.",
                da="Løntilskuddet gives i højst 4 måneder til en offentlig og højst 6 måneder til"
                " en privat arbejdsgiver.",
            ),
            source=_DURATION,
            valid_from=LAB_OF_2019_FROM,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Receives pay that matches the person's own benefit, for fewer hours than full"
                " time where needed.",
                da="Får løn svarende til sine individuelle dagpenge, om nødvendigt for færre timer"
                " end fuld tid.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, framework("2.1")),
    authorities=(
        Authority(actor="af", source=Source(LAB), valid_to=date(2006, 12, 31)),
        JOBCENTRE,
        MUNICIPALITY_SINCE_2026,
    ),
    documents=(
        Note(
            label=Label(
                en="letter of employment with pay, working conditions and the expected period of"
                " subsidy",
                da="ansættelsesbrev med løn- og arbejdsvilkår og den forventede tilskudsperiode",
            ),
            source=midtjylland(_SECTION),
        ),
        Note(
            label=Label(
                en="written statement from employer and union representative before the employment",
                da="skriftlig erklæring fra arbejdsgiver og tillidsrepræsentant før ansættelsen",
            ),
            source=employment_order("§ 65, stk. 6", "BEK 2636/2021, elov.dk"),
        ),
    ),
    involve=(
        REPRESENTATIVES,
        Involvement(
            actor="top-med",
            label=Label(
                en="discusses guidelines for number, distribution, course and net expansion once a"
                " year",
                da="drøfter én gang om året retningslinjer for antal, fordeling, forløb og"
                " merbeskæftigelse",
            ),
            source=framework("2.1"),
        ),
    ),
    combines_with=COMBINES_WITH,
    reminders=REMINDERS,
    limits=(
        Note(
            label=Label(
                en="How long the person must have been unemployed is not assessed here.",
                da="Det vurderes ikke her, hvor længe personen skal have været ledig.",
            ),
            source=Source(LAB),
            valid_to=date(2019, 12, 31),
        ),
        Note(
            label=Label(
                en="The person must have had benefit for 6 months, unless without a qualifying"
                " education, over 50 years old or a single parent; that is not assessed here.",
                da="Personen skal have modtaget ydelser i 6 måneder, medmindre personen er uden"
                " kompetencegivende uddannelse, over 50 år eller enlig forsørger; det vurderes"
                " ikke her.",
            ),
            source=Source("LAB § 69", "elov.dk"),
            valid_from=LAB_OF_2019_FROM,
        ),
        Note(
            label=Label(
                en="The conditions are read in the chapter of 2008; the quota is known from 1"
                " January 2013.",
                da="Betingelserne er læst i kapitlet fra 2008; rimelighedskravet er kendt fra den"
                " 1. januar 2013.",
            ),
            source=_SOURCE,
        ),
    ),
    net_expansion=True,
    calculators=(
        "wage_subsidy",
        "subsidised_hours",
        "net_expansion",
        "subsidised_places",
        "employer_cost",
    ),
)
