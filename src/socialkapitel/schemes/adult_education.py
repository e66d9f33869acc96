"""State support for adult education (Statens voksenuddannelsesstøtte, SVU)."""

from __future__ import annotations

from socialkapitel.citations import HERLEV_FROM, herlev
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Benefit
from socialkapitel.schemes.common import below_pension_age
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
from socialkapitel.schemes.names import Naming
from socialkapitel.sources import Source

_SOURCE = Source("lov om statens voksenuddannelsesstøtte", "svu.dk")
_HERLEV = herlev("Fleksjob")

SCHEME = Scheme(
    id="adult-education",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Make education in working hours possible for an adult, with support in place of pay.",
        da="Give en voksen mulighed for uddannelse i arbejdstiden med støtte i stedet for løn.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.OTHER_TASKS,
    naming=Naming.OPEN,
    naming_because=Label(
        en="any employee can receive the support",
        da="alle medarbejdere kan få støtten",
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
        below_pension_age(source=_SOURCE),
        Condition(
            id="employment",
            label=Label(
                en="employed by this employer for at least 26 weeks",
                da="ansat hos arbejdsgiveren i mindst 26 uger",
            ),
            predicate=AtLeast("weeks_employed_here", 26),
            source=_SOURCE,
        ),
        Condition(
            id="leave",
            label=Label(
                en="leave is agreed with the employer",
                da="orlov er aftalt med arbejdsgiveren",
            ),
            predicate=Fact("leave_for_education_agreed"),
            source=_SOURCE,
        ),
        Condition(
            id="no-other-support",
            label=Label(
                en="receives no other public income support",
                da="modtager ikke anden offentlig forsørgelse",
            ),
            predicate=OneOf("benefit", Benefit.NONE),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The employer can receive the support where pay continues.",
                da="Arbejdsgiveren kan få støtten udbetalt, når lønnen fortsætter.",
            ),
            source=Source("lov om statens voksenuddannelsesstøtte", "finduddannelse.dk"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Receives support for the hours of study, up to the share of the maximum"
                " unemployment benefit laid down in the act.",
                da="Får støtte for uddannelsestimerne, højst den andel af højeste dagpengesats,"
                " som loven fastsætter.",
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
                en="The conditions are those in force today, without those on earlier education"
                " and citizenship; Herlev's chapter of 2005 only names the support.",
                da="Betingelserne er de nugældende, uden betingelserne om tidligere uddannelse og"
                " statsborgerskab; Herlevs kapitel fra 2005 nævner kun støtten.",
            ),
            source=_HERLEV,
        ),
    ),
)
