"""State support for adult education (Statens voksenuddannelsesstøtte, SVU)."""

from __future__ import annotations

from socialkapitel.citations import HERLEV_FROM, herlev
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Benefit
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import AgeBetween, AtLeast, Fact, OneOf
from socialkapitel.schemes.naming import Naming
from socialkapitel.schemes.predicates import Not
from socialkapitel.sources import Source

_SOURCE = Source("lov om statens voksenuddannelsesstøtte", "svu.dk")
_HERLEV = herlev("Fleksjob")

SCHEME = Scheme(
    id="adult-education",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Let an adult study in working hours, with support in place of pay.",
        da="Lade en voksen uddanne sig i arbejdstiden med støtte i stedet for løn.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.OTHER_TASKS,
    naming=Naming.OPEN,
    naming_because=Label(
        en="any employee can have it",
        da="enhver medarbejder kan få den",
    ),
    conditions=(
        Condition(
            id="admitted",
            label=Label(
                en="admitted to an education that is approved for support",
                da="optaget på en uddannelse, der er godkendt til støtte",
            ),
            predicate=Fact("admitted_to_approved_education"),
            source=_SOURCE,
        ),
        Condition(
            id="age",
            label=Label(en="at least 25 years old", da="fyldt 25 år"),
            predicate=AgeBetween("born_on", 25),
            source=_SOURCE,
        ),
        Condition(
            id="below-pension-age",
            label=Label(en="has not reached pension age", da="har ikke nået pensionsalderen"),
            predicate=Not(Fact("reached_pension_age")),
            source=_SOURCE,
        ),
        Condition(
            id="employment",
            label=Label(
                en="at least 26 weeks with this employer", da="mindst 26 uger hos arbejdsgiveren"
            ),
            predicate=AtLeast("weeks_employed_here", 26),
            source=_SOURCE,
        ),
        Condition(
            id="leave",
            label=Label(en="leave is agreed", da="orlov er aftalt"),
            predicate=Fact("leave_for_education_agreed"),
            source=_SOURCE,
        ),
        Condition(
            id="no-other-support",
            label=Label(
                en="no other public support to live on", da="ingen anden offentlig forsørgelse"
            ),
            predicate=OneOf("benefit", Benefit.NONE),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Where pay goes on, the employer can receive the support.",
                da="Hvor lønnen fortsætter, kan arbejdsgiveren få støtten.",
            ),
            source=Source("lov om statens voksenuddannelsesstøtte", "finduddannelse.dk"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Support for the hours of study, at most so much of the highest unemployment"
                " benefit as the act says.",
                da="Støtte for uddannelsestimerne, højst den del af den højeste dagpengesats, som"
                " loven siger.",
            ),
            source=Source("lov om statens voksenuddannelsesstøtte", "def.dk"),
        ),
    ),
    sources=(_SOURCE, _HERLEV),
    authorities=(Authority(actor="adult-education-administrator", source=_SOURCE),),
    documents=(
        Note(
            label=Label(
                en="application filled in by employee, school and employer",
                da="ansøgning udfyldt af medarbejder, skole og arbejdsgiver",
            ),
            source=Source("lov om statens voksenuddannelsesstøtte", "bronderslev.dk"),
        ),
    ),
    combines_with=("flexjob", "flexjob-since-2013"),
    limits=(
        Note(
            label=Label(
                en="The conditions are those read today, without the ones on earlier education and"
                " citizenship; Herlev's chapter of 2005 names the support only.",
                da="Betingelserne er dem, der læses i dag, uden dem om tidligere uddannelse og"
                " statsborgerskab; Herlevs kapitel fra 2005 nævner blot støtten.",
            ),
            source=_HERLEV,
        ),
    ),
)
