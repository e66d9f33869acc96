"""Aids and workplace adaptation (hjælpemidler, arbejdspladsindretning)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import (
    COMPENSATION_ACT,
    HERLEV,
    HERLEV_FROM,
    LAB,
    LAB_OF_2019_FROM,
    MIDTJYLLAND,
    REFORM_OF_2026_FROM,
    herlev,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.common import SILENCE, ability_limited
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
from socialkapitel.schemes.subsidised_job import DAY, MUNICIPALITY_SINCE_2026
from socialkapitel.sources import FormerCitation, Source

_SECTION = "Hjælpemidler"
_ANNEX = "Bilag 3, Arbejdspladsindretning"
_BEFORE_2020 = (FormerCitation(date(2019, 12, 31), LAB),)
_LAW = f"{COMPENSATION_ACT} §§ 15 f-15 j; LAB § 179"
_SOURCE = Source(
    _LAW,
    f"{HERLEV}, {_SECTION}; {MIDTJYLLAND}, {_ANNEX}; vejl. 9615/2020; elov.dk",
    _BEFORE_2020,
)
_TODAY = Source(_LAW, "star.dk; sbst.dk", _BEFORE_2020)
_LAST_OF_AF = date(2006, 12, 31)
_INFORMED = Label(
    en="is informed of the adaptation of the workplace",
    da="orienteres om indretningen af arbejdspladsen",
)
_MEMBER = Fact("unemployment_fund_member")

SCHEME = Scheme(
    id="aids",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Avoid sick leave and make the work situation sustainable with special tools or an"
        " adapted workplace.",
        da="Undgå sygemelding og skabe en holdbar arbejdssituation med særlige arbejdsredskaber"
        " eller indretning af arbejdspladsen.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.SUPPORT,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the aids are granted because of a disability or a reduced ability to work",
        da="hjælpemidlerne bevilges på grund af et handicap eller nedsat arbejdsevne",
    ),
    conditions=(
        ability_limited(source=_SOURCE),
        Condition(
            id="need",
            label=Label(
                en="needs special tools or an adapted workplace",
                da="har brug for særlige arbejdsredskaber eller særlig indretning af"
                " arbejdspladsen",
            ),
            predicate=Fact("needs_special_tools"),
            source=_SOURCE,
        ),
        Condition(
            id="not-usual",
            label=Label(
                en="not generally needed at the workplace, and not an ordinary requirement of the"
                " working environment",
                da="ikke almindeligt nødvendigt på arbejdspladsen og ikke et almindeligt"
                " arbejdsmiljøkrav",
            ),
            predicate=Not(Fact("tools_usual_here")),
            source=_SOURCE,
        ),
        Condition(
            id="decisive",
            label=Label(
                en="decisive for whether the job can be done",
                da="afgørende for, om jobbet kan udføres",
            ),
            predicate=Fact("tools_decisive"),
            source=_TODAY,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The whole cost or part of it can be covered on application.",
                da="Udgiften kan dækkes helt eller delvis efter ansøgning.",
            ),
            source=herlev(_SECTION),
        ),
        Consequence(
            label=Label(
                en="The aids follow the employee on a change of job (2005).",
                da="Hjælpemidlerne følger medarbejderen ved jobskifte (2005).",
            ),
            source=herlev(_SECTION),
        ),
        Consequence(
            label=Label(
                en="The aids are given as a loan or a subsidy, which decides who owns them"
                " (today).",
                da="Hjælpemidlerne ydes som udlån eller tilskud, og det afgør, hvem der ejer dem"
                " (i dag).",
            ),
            source=_TODAY,
        ),
        Consequence(
            label=Label(
                en="Granted under the compensation act, because the employee has a disability.",
                da="Bevilges efter kompensationsloven, fordi medarbejderen har et handicap.",
            ),
            source=Source(f"{COMPENSATION_ACT} §§ 15 f-15 j", "vejl. 9615/2020; elov.dk"),
            when=Fact("has_disability"),
            valid_from=LAB_OF_2019_FROM,
        ),
        Consequence(
            label=Label(
                en="Granted under LAB, because the employee has no disability.",
                da="Bevilges efter LAB, fordi medarbejderen ikke har et handicap.",
            ),
            source=Source("LAB § 179", "vejl. 9615/2020; elov.dk"),
            when=Not(Fact("has_disability")),
            valid_from=LAB_OF_2019_FROM,
        ),
        Consequence(
            label=Label(
                en="The employer may choose to finance the aids itself.",
                da="Arbejdsgiveren kan vælge selv at finansiere hjælpemidlerne.",
            ),
            source=herlev(_SECTION),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(en="The employee has no expenses.", da="Medarbejderen har ingen udgifter."),
            source=herlev(_SECTION),
        ),
        Consequence(
            label=Label(
                en="The workplace is arranged more suitably.",
                da="Arbejdspladsen indrettes mere hensigtsmæssigt.",
            ),
            source=herlev(_SECTION),
        ),
    ),
    sources=(_SOURCE,),
    authorities=(
        Authority(actor="af", source=herlev(_SECTION), when=_MEMBER, valid_to=_LAST_OF_AF),
        Authority(
            actor="municipality-of-residence",
            source=herlev(_SECTION),
            when=Not(_MEMBER),
            valid_to=_LAST_OF_AF,
        ),
        Authority(
            actor="jobcentre",
            source=midtjylland(_ANNEX),
            valid_from=date(2007, 1, 1),
            valid_to=REFORM_OF_2026_FROM - DAY,
        ),
        MUNICIPALITY_SINCE_2026,
    ),
    documents=(
        Note(
            label=Label(
                en="application by employer or employee",
                da="ansøgning fra arbejdsgiver eller medarbejder",
            ),
            source=herlev(_SECTION),
        ),
    ),
    involve=(
        Involvement(
            actor="safety-group",
            label=_INFORMED,
            source=herlev(_SECTION),
            valid_to=date(2010, 9, 30),
        ),
        Involvement(
            actor="working-environment-group",
            label=_INFORMED,
            source=herlev(_SECTION),
            valid_from=date(2010, 10, 1),
        ),
    ),
    combines_with=("flexjob", "flexjob-since-2013"),
    reminders=(
        Note(
            label=Label(
                en="Seek advice on which tools or changes are needed to do the tasks better; the"
                " authority may know of a partner who can give it.",
                da="Søg rådgivning om, hvilke arbejdsredskaber eller ændringer der er brug for, så"
                " opgaverne bedre kan løses; myndigheden kan have kendskab til en"
                " samarbejdspartner.",
            ),
            source=herlev(_SECTION),
        ),
        Note(label=SILENCE, source=herlev("Husk")),
    ),
)
