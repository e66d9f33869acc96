"""Flexjob begun in 2013 or later: the employee gets a flex wage supplement (fleksjob)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import LAB, REFORM_OF_2026_FROM
from socialkapitel.messages import Label
from socialkapitel.schemes.common import (
    below_pension_age,
    no_pension,
    not_ordinary,
    permanent,
    substantial,
)
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import (
    AgeBetween,
    AtLeast,
    AtMost,
    BeginsFrom,
    Fact,
    Predicate,
)
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not, settled
from socialkapitel.schemes.rehabilitation import LAST_GRANT
from socialkapitel.sources import FormerCitation, Source

_START = date(2013, 1, 1)
_SENIORS_FROM = date(2020, 1, 1)
_BEFORE_2020 = (FormerCitation(date(2019, 12, 31), LAB),)
_TARGET_GROUP = Source("LAB § 116, stk. 1", "elov.dk; lovguiden.dk", _BEFORE_2020)
_PENSION_AGE = Source(
    "LAB § 116, stk. 1; lov om social pension § 1 a", "elov.dk; danskelove.dk", _BEFORE_2020
)
_OFFERS = Source("LAB § 116, stk. 3", "elov.dk; lovguiden.dk", _BEFORE_2020)
_RETENTION = Source("LAB §§ 118-119", "elov.dk; cabiweb.dk; ft.dk, L 53 (2019-20)", _BEFORE_2020)
_EXCEPTION = Source("LAB § 119, stk. 3", "cabiweb.dk", _BEFORE_2020)
_OLD_JOBS = Source(
    "LAB § 133, stk. 1", "elov.dk", (FormerCitation(date(2019, 12, 31), "LAB § 71"),)
)
_REFORM = Source("lov 1380/2012", "cabiweb.dk")
_TERM = Source("PAV 18.3.1.1", "dukh.dk; cabiweb.dk")
_FOLLOW_UP = Source("dukh.dk", practice=True)


def _attempts(*offers: str) -> Predicate:
    """What must have been tried; for one's own staff, relocation too."""
    return AnyOf(
        Fact("attempts_pointless"),
        AllOf(
            settled(*offers),
            AnyOf(
                Not(Fact("employed_here")),
                settled("adjustment", "relocation", "retraining"),
            ),
        ),
    )


_ATTEMPTS = Label(
    en="all relevant offers have been tried or ruled out, including relocation for the employer's"
    " own staff, unless it is plainly pointless to try them",
    da="alle relevante tilbud er afprøvet eller udelukket, for egne ansatte også omplacering,"
    " medmindre det er åbenbart formålsløst at afprøve dem",
)


def _twelve_months(*exempt: Predicate) -> Predicate:
    """A year on special terms for one's own staff, unless they are exempt."""
    return AnyOf(
        Not(Fact("employed_here")),
        AtLeast("months_on_special_terms", 12),
        Fact("exempt_from_special_terms"),
        *exempt,
    )


SCHEME = Scheme(
    id="flexjob-since-2013",
    valid_from=_START,
    purpose=Label(
        en="Make it possible for people whose ability to work is permanently and substantially"
        " limited to use it, for pay and a flex wage supplement.",
        da="Give personer med varige og væsentlige begrænsninger i arbejdsevnen mulighed for at"
        " bruge deres arbejdsevne mod løn og fleksløntilskud.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.LASTING_SUBSIDY,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the flexjob is granted because the ability to work is permanently limited",
        da="fleksjobbet bevilges, fordi arbejdsevnen er varigt begrænset",
    ),
    conditions=(
        Condition(
            id="start",
            label=Label(
                en="the job begins on 1 January 2013 or later",
                da="ansættelsen begynder den 1. januar 2013 eller senere",
            ),
            predicate=BeginsFrom("job_begins_on", _START),
            source=_OLD_JOBS,
        ),
        below_pension_age(source=_PENSION_AGE),
        permanent(source=_TARGET_GROUP),
        substantial(source=_TARGET_GROUP),
        not_ordinary(source=_TARGET_GROUP),
        no_pension(source=_TARGET_GROUP),
        Condition(
            id="attempts",
            label=_ATTEMPTS,
            predicate=_attempts("rehabilitation", "aids", "personal-assistance"),
            source=_OFFERS,
            valid_to=LAST_GRANT,
        ),
        Condition(
            id="attempts-since-2026",
            label=_ATTEMPTS,
            predicate=_attempts("aids", "personal-assistance"),
            source=_OFFERS,
            valid_from=REFORM_OF_2026_FROM,
        ),
        Condition(
            id="twelve-months",
            label=Label(
                en="the employer's own staff have been employed for at least 12 months under the"
                " social chapters or on special terms",
                da="egne ansatte har været ansat i mindst 12 måneder efter de sociale kapitler"
                " eller på særlige vilkår",
            ),
            predicate=_twelve_months(),
            source=_RETENTION,
            valid_to=date(2019, 12, 31),
        ),
        Condition(
            id="twelve-months-since-2020",
            label=Label(
                en="the employer's own staff with more than six years to the state pension age"
                " have been employed for at least 12 months under the social chapters or on"
                " special terms",
                da="egne ansatte med mere end seks år til folkepensionsalderen har været ansat i"
                " mindst 12 måneder efter de sociale kapitler eller på særlige vilkår",
            ),
            predicate=_twelve_months(AtMost("years_to_pension_age", 6)),
            source=_RETENTION,
            valid_from=_SENIORS_FROM,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays for the work that is done; there is no refund of the pay.",
                da="Udbetaler løn for det arbejde, der udføres; der gives ikke refusion af lønnen.",
            ),
            source=_REFORM,
        ),
        Consequence(
            label=Label(
                en="Is refunded sickness benefit from the first day of absence.",
                da="Får sygedagpengerefusion fra første fraværsdag.",
            ),
            source=Source("L 68 (2010-12-22), bilag 4", "slagelse.dk"),
        ),
        Consequence(
            label=Label(
                en="The minimum of four hours of absence a week does not apply.",
                da="Kravet om mindst fire timers fravær om ugen gælder ikke.",
            ),
            source=Source("sygedagpengeloven § 7, stk. 2", "lov 1380/2012; elov.dk"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Receives pay from the employer and a flex wage supplement from the"
                " municipality.",
                da="Får løn fra arbejdsgiveren og fleksløntilskud fra kommunen.",
            ),
            source=_REFORM,
        ),
        Consequence(
            label=Label(
                en="Pays an ATP contribution of 5 per cent of the supplement, at most 500 kroner a"
                " month; the municipality withholds it.",
                da="Betaler et ATP-bidrag på 5 procent af fleksløntilskuddet, højst 500 kr. om"
                " måneden; kommunen tilbageholder bidraget.",
            ),
            source=Source(
                "LAB § 137", "elov.dk", (FormerCitation(date(2019, 12, 31), "LAB kap. 21"),)
            ),
            valid_from=date(2017, 9, 1),
        ),
        Consequence(
            label=Label(
                en="The first flexjob is temporary and granted for five years, also to people over"
                " 40 years old.",
                da="Det første fleksjob er midlertidigt og bevilges for fem år, også til personer"
                " over 40 år.",
            ),
            source=_TERM,
            when=AtMost("years_in_flexjobs", 4),
        ),
        Consequence(
            label=Label(
                en="An employee who is 40 years old or more can get a permanent flexjob after five"
                " years.",
                da="Er medarbejderen fyldt 40 år, kan fleksjobbet blive permanent efter fem år.",
            ),
            source=_TERM,
            when=AllOf(AtLeast("years_in_flexjobs", 5), AgeBetween("born_on", 40)),
        ),
        Consequence(
            label=Label(
                en="An employee under 40 years old can after five years be granted a new temporary"
                " flexjob of up to five years.",
                da="Er medarbejderen under 40 år, kan der efter fem år bevilges et nyt"
                " midlertidigt fleksjob på op til fem år.",
            ),
            source=_TERM,
            when=AllOf(AtLeast("years_in_flexjobs", 5), AgeBetween("born_on", 18, 40)),
        ),
    ),
    sources=(_TARGET_GROUP, _OFFERS, _REFORM, _RETENTION),
    authorities=(Authority(actor="municipality-of-residence", source=_TARGET_GROUP),),
    documents=(
        Note(
            label=Label(
                en="for the employer's own staff: written agreement on which functions the"
                " employee has difficulty with and which special consideration is shown",
                da="for egne ansatte: skriftlig aftale om, hvilke funktioner medarbejderen har"
                " svært ved at udføre, og hvilke skånehensyn der tages",
            ),
            source=_RETENTION,
        ),
        Note(
            label=Label(
                en="for the employer's own staff: documentation of a real attempt to set up a job"
                " without wage subsidy",
                da="for egne ansatte: dokumentation for et reelt forsøg på at etablere et job uden"
                " løntilskud",
            ),
            source=_RETENTION,
        ),
    ),
    follow_up=(
        Note(
            label=Label(
                en="the municipality follows up within two and a half years of the last follow-up",
                da="kommunen følger op senest to et halvt år efter den seneste opfølgning",
            ),
            source=_FOLLOW_UP,
        ),
        Note(
            label=Label(
                en="the municipality takes stock after four and a half years in a temporary"
                " flexjob",
                da="kommunen gør status efter fire et halvt år i et midlertidigt fleksjob",
            ),
            source=_FOLLOW_UP,
        ),
    ),
    combines_with=("adult-education", "aids", "mentor", "personal-assistance"),
    limits=(
        Note(
            label=Label(
                en="There is an exception from the 12 months. Its wording has not been read, so"
                " whether it applies has to be stated.",
                da="Der findes en undtagelse fra kravet om 12 måneder. Undtagelsens ordlyd er ikke"
                " læst; det skal derfor oplyses, om den gælder.",
            ),
            source=_EXCEPTION,
        ),
    ),
    calculators=("flex_wage_supplement", "employer_cost"),
)
