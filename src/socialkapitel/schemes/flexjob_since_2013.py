"""Flexjob begun in 2013 or later: the employee gets a flex wage supplement (fleksjob)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import LAB, REFORM_OF_2026_FROM
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import SocialPension
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
    OneOf,
    Predicate,
)
from socialkapitel.schemes.naming import Naming
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
    """What must have been tried, for one's own staff relocation too."""
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
    en="all relevant offers, and for one's own staff relocation too, have been tried or ruled out,"
    " unless trying is plainly pointless",
    da="alle relevante tilbud, for egne ansatte også omplacering, er afprøvet eller udelukket,"
    " medmindre det er åbenbart formålsløst",
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
        en="Let people whose ability to work is permanently and substantially limited work what"
        " they can, for pay and a supplement.",
        da="Give personer med varige og væsentlige begrænsninger i arbejdsevnen mulighed for at"
        " arbejde det, de kan, for løn og et tilskud.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.LASTING_SUBSIDY,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="it is granted because the ability to work is permanently limited",
        da="det bevilges, fordi arbejdsevnen er varigt begrænset",
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
        Condition(
            id="below-pension-age",
            label=Label(en="is below the state pension age", da="er under folkepensionsalderen"),
            predicate=Not(Fact("reached_pension_age")),
            source=_PENSION_AGE,
        ),
        Condition(
            id="permanent",
            label=Label(en="the limitation is permanent", da="begrænsningen er varig"),
            predicate=Fact("limitation_permanent"),
            source=_TARGET_GROUP,
        ),
        Condition(
            id="substantial",
            label=Label(en="the limitation is substantial", da="begrænsningen er væsentlig"),
            predicate=Fact("limitation_substantial"),
            source=_TARGET_GROUP,
        ),
        Condition(
            id="not-ordinary",
            label=Label(
                en="work on ordinary terms can be neither had nor kept",
                da="arbejde på ordinære vilkår kan hverken opnås eller fastholdes",
            ),
            predicate=Not(Fact("ordinary_terms_possible")),
            source=_TARGET_GROUP,
        ),
        Condition(
            id="no-pension",
            label=Label(en="draws no social pension", da="modtager ikke social pension"),
            predicate=OneOf("social_pension", SocialPension.NONE),
            source=_TARGET_GROUP,
        ),
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
                en="one's own staff have been employed for 12 months under the social chapters or"
                " on special terms",
                da="egne ansatte har været ansat mindst 12 måneder under de sociale kapitler eller"
                " på særlige vilkår",
            ),
            predicate=_twelve_months(),
            source=_RETENTION,
            valid_to=date(2019, 12, 31),
        ),
        Condition(
            id="twelve-months-since-2020",
            label=Label(
                en="one's own staff with more than six years to the state pension age have been"
                " employed for 12 months under the social chapters or on special terms",
                da="egne ansatte med mere end seks år til folkepensionsalderen har været ansat"
                " mindst 12 måneder under de sociale kapitler eller på særlige vilkår",
            ),
            predicate=_twelve_months(AtMost("years_to_pension_age", 6)),
            source=_RETENTION,
            valid_from=_SENIORS_FROM,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays for the work that is done; there is no refund of pay.",
                da="Betaler løn for det arbejde, der udføres; der gives ikke refusion af løn.",
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
                en="Pay from the employer and a flex wage supplement from the municipality.",
                da="Løn fra arbejdsgiveren og fleksløntilskud fra kommunen.",
            ),
            source=_REFORM,
        ),
        Consequence(
            label=Label(
                en="Pays an ATP contribution of 5 per cent of the supplement, at most 500 kroner a"
                " month, which the municipality withholds.",
                da="Betaler et ATP-bidrag på 5 procent af fleksløntilskuddet, højst 500 kr. om"
                " måneden, som kommunen tilbageholder.",
            ),
            source=Source(
                "LAB § 137", "elov.dk", (FormerCitation(date(2019, 12, 31), "LAB kap. 21"),)
            ),
            valid_from=date(2017, 9, 1),
        ),
        Consequence(
            label=Label(
                en="The first flexjob is temporary: five years, also from the age of 40.",
                da="Det første fleksjob er midlertidigt: fem år, også for personer over 40 år.",
            ),
            source=_TERM,
            when=AtMost("years_in_flexjobs", 4),
        ),
        Consequence(
            label=Label(
                en="Aged 40 or more, after five years: the flexjob can become permanent.",
                da="Fyldt 40 år og efter fem år: fleksjobbet kan blive permanent.",
            ),
            source=_TERM,
            when=AllOf(AtLeast("years_in_flexjobs", 5), AgeBetween("born_on", 40)),
        ),
        Consequence(
            label=Label(
                en="Younger than 40, after five years: a new temporary flexjob, up to five years.",
                da="Under 40 år og efter fem år: et nyt midlertidigt fleksjob på op til fem år.",
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
                en="for one's own staff: written agreement on which functions are difficult and"
                " which consideration is taken",
                da="for egne ansatte: skriftlig aftale om, hvilke funktioner medarbejderen har"
                " svært ved, og hvilke skånehensyn der er aftalt",
            ),
            source=_RETENTION,
        ),
        Note(
            label=Label(
                en="for one's own staff: documentation of a real attempt at a job without subsidy",
                da="for egne ansatte: dokumentation for et reelt forsøg på at etablere et job uden"
                " tilskud",
            ),
            source=_RETENTION,
        ),
    ),
    follow_up=(
        Note(
            label=Label(
                en="by the municipality within two and a half years of the last follow-up",
                da="af kommunen senest to et halvt år efter den seneste opfølgning",
            ),
            source=_FOLLOW_UP,
        ),
        Note(
            label=Label(
                en="a status by the municipality after four and a half years in a temporary"
                " flexjob",
                da="kommunens status efter fire et halvt år i et midlertidigt fleksjob",
            ),
            source=_FOLLOW_UP,
        ),
    ),
    combines_with=("adult-education", "aids", "mentor", "personal-assistance"),
    limits=(
        Note(
            label=Label(
                en="There is an exception from the 12 months, whose text has not been read; whether"
                " it applies has to be told.",
                da="Der er en undtagelse fra de 12 måneder, hvis ordlyd ikke er læst; om den"
                " gælder, skal oplyses.",
            ),
            source=_EXCEPTION,
        ),
    ),
    calculators=("flex_wage_supplement", "employer_cost"),
)
