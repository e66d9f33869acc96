"""Flexjob begun before 2013: the employer gets a refund (fleksjob)."""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.citations import (
    HERLEV_FROM,
    LAB,
    MIDTJYLLAND_CHAPTER_FROM,
    both_chapters,
    herlev,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.common import (
    INFORMATION,
    PLANNING,
    herlev_reminders,
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
    Involvement,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import AgeBetween, AtLeast, Before, Exactly, Fact
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.predicates import AnyOf, Not, settled
from socialkapitel.sources import FormerCitation, Source

_SECTION = "Fleksjob"
_BEFORE_LAB = (FormerCitation(date(2003, 6, 30), "lov om aktiv socialpolitik"),)
_SOURCE = attrs.evolve(both_chapters(_SECTION, "Bilag 3, Fleksjob", LAB), former=_BEFORE_LAB)
_HERLEV = attrs.evolve(herlev(_SECTION, LAB), former=_BEFORE_LAB)
_START = Source("LAB § 133, stk. 1", "elov.dk", (FormerCitation(date(2019, 12, 31), "LAB § 71"),))
_REFORM_AGREED = date(2012, 7, 1)
"""The day after the agreement on the reform: now a job could be planned to begin under it."""

SCHEME = Scheme(
    id="flexjob",
    valid_from=date(1998, 1, 1),
    valid_to=date(2012, 12, 31),
    purpose=Label(
        en="Keep an income from work where the ability to work is permanently reduced, while the"
        " employer gets a refund that matches the reduction.",
        da="Bevare en lønindtægt, når arbejdsevnen er varigt nedsat, mens arbejdsgiveren får"
        " refusion, der svarer til nedsættelsen.",
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
                en="the job begins before 1 January 2013",
                da="ansættelsen begynder før den 1. januar 2013",
            ),
            predicate=Before("job_begins_on", date(2013, 1, 1)),
            source=_START,
            valid_from=_REFORM_AGREED,
        ),
        Condition(
            id="age",
            label=Label(
                en="from 18 to under 65 years old, but under 67 for people born by 1 July 1939",
                da="fra 18 til under 65 år, dog under 67 år for personer, der er født den 1. juli"
                " 1939 eller tidligere",
            ),
            predicate=AgeBetween("born_on", 18, 65, older=(date(1939, 7, 1), 67)),
            source=_HERLEV,
        ),
        permanent(source=_SOURCE),
        substantial(source=_HERLEV),
        Condition(
            id="half",
            label=Label(
                en="the ability to work is reduced by at least half",
                da="arbejdsevnen er nedsat med mindst halvdelen",
            ),
            predicate=AtLeast("limitation_per_cent", 50),
            source=midtjylland("Bilag 3, Fleksjob"),
            valid_from=MIDTJYLLAND_CHAPTER_FROM,
        ),
        not_ordinary(source=_SOURCE),
        no_pension(source=_HERLEV),
        Condition(
            id="rehabilitation",
            label=Label(
                en="rehabilitation has been tried or ruled out",
                da="revalidering er afprøvet eller udelukket",
            ),
            predicate=settled("rehabilitation"),
            source=_SOURCE,
        ),
        Condition(
            id="support",
            label=Label(
                en="aids and personal assistance have been tried or ruled out",
                da="hjælpemidler og personlig assistance er afprøvet eller udelukket",
            ),
            predicate=settled("aids", "personal-assistance"),
            source=_HERLEV,
        ),
        Condition(
            id="own-options",
            label=Label(
                en="for the employer's own staff: the chapter's options have been tried or ruled"
                " out",
                da="for egne ansatte: kapitlets handlemuligheder er afprøvet eller udelukket",
            ),
            predicate=AnyOf(
                Not(Fact("employed_here")),
                settled("adjustment", "relocation", "retraining", "special-terms"),
            ),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays the employee and, depending on the employee's ability to work, is"
                " refunded 1/2 or 2/3 of the lowest agreed pay of the field, including ATP and"
                " other employer contributions.",
                da="Betaler lønnen og får en andel refunderet, som følger arbejdsevnen: 1/2 eller"
                " 2/3 af områdets mindste overenskomstmæssige løn, ATP og øvrige"
                " arbejdsgiverbidrag.",
            ),
            source=herlev(_SECTION),
        ),
        Consequence(
            label=Label(
                en="Is refunded 1/2: the ability to work is assessed at 1/2.",
                da="Får refunderet 1/2, fordi arbejdsevnen er vurderet til 1/2.",
            ),
            source=herlev(_SECTION),
            when=Exactly("limitation_per_cent", 50),
            valid_from=HERLEV_FROM,
        ),
        Consequence(
            label=Label(
                en="Is refunded 1/2 or 2/3 of the lowest agreed pay (starting pay) of the field.",
                da="Får 1/2 eller 2/3 af områdets mindste overenskomstmæssige løn (begyndelsesløn)"
                " refunderet.",
            ),
            source=midtjylland("Bilag 3, Fleksjob"),
        ),
        Consequence(
            label=Label(
                en="Is refunded sickness benefit from the first day of absence; the flexjob refund"
                " is reduced by it.",
                da="Får sygedagpengerefusion fra første fraværsdag; fleksjobrefusionen nedsættes"
                " med den.",
            ),
            source=herlev(_SECTION),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Special consideration is shown at work: rest breaks, possible absence,"
                " less demanding tasks, fewer hours or days.",
                da="Der tages skånehensyn i arbejdet: hvilepauser, mulighed for fravær, mindre"
                " belastende opgaver, færre timer eller dage.",
            ),
            source=both_chapters(_SECTION, "Bilag 3, Fleksjob"),
        ),
        Consequence(
            label=Label(
                en="Receives full-time pay by the collective agreement; part-time employment only"
                " where the employee prefers it.",
                da="Får fuldtidsløn efter overenskomsten; deltidsansættelse kun, hvis"
                " medarbejderen foretrækker det.",
            ),
            source=herlev(_SECTION),
        ),
        Consequence(
            label=Label(
                en="Special rules apply to unemployment and to leaving the labour market.",
                da="Der gælder særlige regler ved ledighed og ved ophør på arbejdsmarkedet.",
            ),
            source=herlev(_SECTION),
        ),
    ),
    sources=(_SOURCE, herlev(_SECTION, "lov om aktiv socialpolitik")),
    authorities=(Authority(actor="municipality-of-residence", source=_SOURCE),),
    documents=(
        Note(
            label=Label(
                en="the municipality's grant, with the ability to work assessed in the specific"
                " flexjob",
                da="kommunens bevilling, hvor arbejdsevnen er vurderet i forhold til det konkrete"
                " fleksjob",
            ),
            source=herlev(_SECTION),
        ),
    ),
    involve=(
        Involvement(
            actor="union",
            label=Label(
                en="is involved in setting pay and other working conditions",
                da="inddrages ved fastsættelsen af løn og øvrige arbejdsvilkår",
            ),
            source=herlev(_SECTION),
        ),
    ),
    follow_up=(
        Note(
            label=Label(
                en="the municipality follows up after six months, then once a year",
                da="kommunen følger op efter seks måneder og derefter én gang årligt",
            ),
            source=herlev(_SECTION, "lov om aktiv socialpolitik"),
            valid_from=date(2001, 7, 1),
        ),
    ),
    combines_with=("adult-education", "aids", "personal-assistance"),
    reminders=herlev_reminders(_SECTION, PLANNING, INFORMATION),
    limits=(
        Note(
            label=Label(
                en="The first day of the job decides, not the grant: a job that begins in 2013 or"
                " later follows the new rules, also where it was granted before.",
                da="Ansættelsens første dag er afgørende, ikke bevillingen: en ansættelse, der"
                " begynder den 1. januar 2013 eller senere, følger de nye regler, også hvis den"
                " er bevilget før.",
            ),
            source=_START,
            valid_from=_REFORM_AGREED,
        ),
        Note(
            label=Label(
                en="The conditions are read in the chapters of 2005 and 2008; whether they were"
                " the same before is not known.",
                da="Betingelserne er læst i kapitlerne fra 2005 og 2008; det vides ikke, om de var"
                " de samme før.",
            ),
            source=_SOURCE,
            valid_to=date(2005, 4, 30),
        ),
        Note(
            label=Label(
                en="The guidance behind the limit of 50 per cent is older than the chapter that"
                " names it; since when it applied is not known.",
                da="Vejledningen bag grænsen på 50 procent er ældre end kapitlet, der nævner den;"
                " det vides ikke, hvornår den begyndte at gælde.",
            ),
            source=midtjylland("Bilag 3, Fleksjob"),
        ),
    ),
    calculators=("flexjob_refund", "employer_cost"),
    replaced_by="flexjob-since-2013",
)
