"""Flexjob granted since 2013: the employee gets a flex wage supplement (fleksjob)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import LAB
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import SocialPension
from socialkapitel.schemes.leaves import AtLeast, AtMost, Fact, OneOf, Predicate
from socialkapitel.schemes.model import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not, settled
from socialkapitel.sources import FormerCitation, Source

_START = date(2013, 1, 1)
_BEFORE_2020 = (FormerCitation(date(2019, 12, 31), LAB),)
_LAW = Source("LAB § 116", "cabiweb.dk; finansforbundet.dk", _BEFORE_2020)
_RETENTION = Source("LAB § 119", "cabiweb.dk; ft.dk, L 53 (2019-20)", _BEFORE_2020)
_REFORM = Source("lov 1380/2012", "cabiweb.dk")
_SENIORS_FROM = date(2020, 1, 1)


def _attempts(*exempt: Predicate) -> Predicate:
    """What must have been tried, unless trying is pointless; those exempt need no year first."""
    return AnyOf(
        Fact("attempts_pointless"),
        AllOf(
            settled("rehabilitation", "aids", "personal-assistance"),
            AnyOf(
                Not(Fact("employed_here")),
                AllOf(
                    settled("adjustment", "relocation", "retraining"),
                    AnyOf(AtLeast("months_on_special_terms", 12), *exempt),
                ),
            ),
        ),
    )


SCHEME = Scheme(
    id="flexjob-since-2013",
    valid_from=_START,
    purpose=Label(
        en="Let people with a lasting and substantial limitation work what they can, for pay and a"
        " supplement.",
        da="Lade folk med en varig og væsentlig begrænsning arbejde, hvad de kan, for løn og et"
        " tilskud.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.LASTING_SUBSIDY,
    conditions=(
        Condition(
            id="permanent",
            label=Label(en="the limitation is permanent", da="begrænsningen er varig"),
            predicate=Fact("limitation_permanent"),
            source=_LAW,
        ),
        Condition(
            id="substantial",
            label=Label(en="the limitation is substantial", da="begrænsningen er væsentlig"),
            predicate=Fact("limitation_substantial"),
            source=_LAW,
        ),
        Condition(
            id="not-ordinary",
            label=Label(
                en="work on ordinary terms can be neither had nor kept",
                da="arbejde på ordinære vilkår kan hverken opnås eller beholdes",
            ),
            predicate=Not(Fact("ordinary_terms_possible")),
            source=_LAW,
        ),
        Condition(
            id="no-pension",
            label=Label(en="draws no social pension", da="får ikke social pension"),
            predicate=OneOf("social_pension", SocialPension.NONE),
            source=Source(LAB),
        ),
        Condition(
            id="attempts",
            label=Label(
                en="lesser measures tried or ruled out, and for one's own staff a year on special"
                " terms, unless trying is plainly pointless",
                da="mindre indgreb afprøvet eller udelukket og for egne ansatte et år på særlige"
                " vilkår, medmindre forsøg er åbenbart formålsløse",
            ),
            predicate=_attempts(),
            source=_RETENTION,
            valid_to=date(2019, 12, 31),
        ),
        Condition(
            id="attempts-since-2020",
            label=Label(
                en="lesser measures tried or ruled out, and for one's own staff with more than six"
                " years to pension age a year on special terms, unless trying is plainly pointless",
                da="mindre indgreb afprøvet eller udelukket og for egne ansatte med over seks år"
                " til pensionsalderen et år på særlige vilkår, medmindre forsøg er åbenbart"
                " formålsløse",
            ),
            predicate=_attempts(AtMost("years_to_pension_age", 6)),
            source=_RETENTION,
            valid_from=_SENIORS_FROM,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays for the work that is done; there is no refund of pay.",
                da="Betaler for det arbejde, der udføres; der er ingen refusion af løn.",
            ),
            source=_REFORM,
        ),
        Consequence(
            label=Label(
                en="Is refunded sickness benefit from the first day, without a weekly minimum of"
                " hours.",
                da="Får sygedagpenge refunderet fra første dag, uden mindste timetal om ugen.",
            ),
            source=Source("sygedagpengeloven § 7, stk. 2; § 56", "lov 1380/2012"),
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
    ),
    sources=(_LAW, _REFORM, _RETENTION),
    authorities=(Authority(actor="municipality-of-residence", source=_LAW),),
    documents=(
        Note(
            label=Label(
                en="for one's own staff: written agreement on which functions are hard and which"
                " consideration is taken",
                da="for egne ansatte: skriftlig aftale om, hvad der er svært, og hvilke hensyn der"
                " tages",
            ),
            source=_RETENTION,
        ),
        Note(
            label=Label(
                en="for one's own staff: proof of a real attempt without subsidy",
                da="for egne ansatte: bevis for et reelt forsøg uden tilskud",
            ),
            source=_RETENTION,
        ),
    ),
    combines_with=("adult-education", "aids", "mentor", "personal-assistance"),
    limits=(
        Note(
            label=Label(
                en="Age limits and how long a grant runs are not judged here.",
                da="Aldersgrænser og bevillingens længde vurderes ikke her.",
            ),
            source=_LAW,
        ),
    ),
    calculators=("flex_wage_supplement", "employer_cost"),
)
