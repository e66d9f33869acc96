"""Wage subsidy for an unemployed person with benefit (løntilskud til ledige med dagpenge)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import FRAMEWORK_FROM, LAB, framework, midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Benefit
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
from socialkapitel.schemes.predicates import Not
from socialkapitel.schemes.subsidised_job import (
    COMBINES_WITH,
    REMINDERS,
    REPRESENTATIVES,
)
from socialkapitel.sources import FormerCitation, Source

_SECTION = "Bilag 3, Ledige med ret til dagpenge"
_SOURCE = midtjylland(_SECTION, LAB)
_QUOTA = Source(
    "BEK 2636/2021 § 65", "elov.dk", (FormerCitation(date(2019, 12, 31), "BEK 1297/2017 § 92"),)
)

SCHEME = Scheme(
    id="wage-subsidy-unemployed",
    valid_from=FRAMEWORK_FROM,
    purpose=Label(
        en="Give an unemployed person useful work that prepares for an ordinary job.",
        da="Give en ledig nyttigt arbejde, der forbereder til et ordinært job.",
    ),
    target_groups=(SchemeGroup.UNEMPLOYED,),
    degree=Degree.TRAINING_OR_TRIAL,
    conditions=(
        Condition(
            id="benefit",
            label=Label(en="entitled to unemployment benefit", da="har ret til dagpenge"),
            predicate=OneOf("benefit", Benefit.UNEMPLOYMENT),
            source=_SOURCE,
        ),
        Condition(
            id="from-outside",
            label=Label(en="not already employed here", da="ikke allerede ansat her"),
            predicate=Not(Fact("employed_here")),
            source=_SOURCE,
        ),
        Condition(
            id="net-expansion",
            label=Label(
                en="the post adds to the ordinary staff", da="stillingen udvider bemandingen"
            ),
            predicate=Fact("net_expansion"),
            source=_SOURCE,
        ),
        Condition(
            id="quota",
            label=Label(
                en="a subsidised place is free within the quota",
                da="der er en ledig støttet plads i kvoten",
            ),
            predicate=Fact("subsidised_place_free"),
            source=_QUOTA,
            valid_from=date(2013, 1, 1),
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays by the collective agreement, at most the person's own rate of benefit,"
                " and sets the hours accordingly; an hourly maximum applies.",
                da="Betaler efter overenskomsten, højst personens egen dagpengesats, og sætter"
                " timerne derefter; der gælder en højeste timeløn.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Pay that answers to the own benefit, for fewer hours than full time where"
                " needed.",
                da="Løn, der svarer til egne dagpenge, for færre timer end fuld tid, hvor det er"
                " nødvendigt.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, framework("2.1")),
    authorities=(
        Authority(actor="af", source=Source(LAB), valid_to=date(2006, 12, 31)),
        Authority(actor="jobcentre", source=Source(LAB), valid_from=date(2007, 1, 1)),
    ),
    documents=(
        Note(
            label=Label(
                en="letter of employment with pay, terms and the time for which subsidy is"
                " expected",
                da="ansættelsesbrev med løn, vilkår og den tid, der ventes tilskud i",
            ),
            source=midtjylland(_SECTION),
        ),
        Note(
            label=Label(
                en="written statement from employer and union representative before the start",
                da="skriftlig erklæring fra arbejdsgiver og tillidsrepræsentant før start",
            ),
            source=Source("BEK 2636/2021 § 65, stk. 6", "elov.dk"),
        ),
    ),
    involve=(
        REPRESENTATIVES,
        Involvement(
            actor="top-med",
            label=Label(
                en="discusses number, spread, course and net expansion once a year",
                da="drøfter antal, fordeling, forløb og merbeskæftigelse én gang om året",
            ),
            source=framework("2.1"),
        ),
    ),
    combines_with=COMBINES_WITH,
    reminders=REMINDERS,
    limits=(
        Note(
            label=Label(
                en="How long somebody must have been unemployed is not judged here.",
                da="Hvor længe en person skal have været ledig, vurderes ikke her.",
            ),
            source=Source(LAB),
        ),
        Note(
            label=Label(
                en="The conditions are read in the chapter of 2008; the quota is known from 2013.",
                da="Betingelserne er læst i kapitlet fra 2008; kvoten er kendt fra 2013.",
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
