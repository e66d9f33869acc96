"""Personal assistance (personlig assistance)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import (
    COMPENSATION_ACT,
    HERLEV_FROM,
    LAB,
    REFORM_OF_2026_FROM,
    both_chapters,
    herlev,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Terms
from socialkapitel.schemes.common import INFORMATION, SUPPORT, herlev_reminders, permanent
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact, OneOf
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.predicates import AnyOf
from socialkapitel.schemes.subsidised_job import DAY, MUNICIPALITY_SINCE_2026
from socialkapitel.sources import Source

_SECTION = "Personlig assistance"
_SOURCE = both_chapters(_SECTION, "Bilag 3, Personlig assistance")
_ACT = Source(COMPENSATION_ACT, "vejl. 9615/2020; kk.dk; odder.dk")

SCHEME = Scheme(
    id="personal-assistance",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Have single practical tasks done by a personal assistant without an unnecessary burden"
        " on the employee or the colleagues.",
        da="Få enkelte praktiske opgaver udført af en personlig assistent uden unødvendig"
        " belastning af medarbejderen eller kollegerne.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER),
    degree=Degree.SUPPORT,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the assistance is granted because of a lasting disability",
        da="assistancen bevilges på grund af et varigt handicap",
    ),
    conditions=(
        permanent(source=_SOURCE),
        Condition(
            id="main-tasks",
            label=Label(
                en="can do the main part of the job",
                da="kan varetage hovedparten af sit job",
            ),
            predicate=Fact("can_do_main_tasks"),
            source=_SOURCE,
        ),
        Condition(
            id="help",
            label=Label(
                en="needs practical help with single tasks",
                da="har brug for praktisk hjælp til enkelte opgaver",
            ),
            predicate=Fact("needs_help_with_tasks"),
            source=_SOURCE,
        ),
        Condition(
            id="job",
            label=Label(
                en="in an ordinary job, a flexjob or a job with wage subsidy, or in further"
                " education",
                da="i ordinært job, fleksjob eller job med løntilskud, eller under efter- eller"
                " videreuddannelse",
            ),
            predicate=AnyOf(
                OneOf(
                    "terms",
                    Terms.ORDINARY,
                    Terms.FLEXJOB,
                    Terms.FLEXJOB_SINCE_2013,
                    Terms.WAGE_SUBSIDY,
                ),
                Fact("in_further_education"),
            ),
            source=herlev(_SECTION, LAB),
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Employs the assistant, or releases somebody already employed, for the agreed"
                " hours.",
                da="Ansætter assistenten eller frikøber en allerede ansat i de aftalte timer.",
            ),
            source=herlev(_SECTION),
        ),
        Consequence(
            label=Label(
                en="Pay is refunded at the hourly rate for student workers or, where special"
                " qualifications are needed, by the collective agreement.",
                da="Lønnen refunderes med timesatsen for studentermedhjælpere eller, hvis der er"
                " behov for særlige kvalifikationer, efter overenskomsten.",
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
                en="Can get up to 20 hours of assistance a week for full time (37 hours),"
                " otherwise in proportion; unused hours can be saved.",
                da="Kan få op til 20 timers assistance om ugen ved fuld tid (37 timer), ellers"
                " forholdsmæssigt; ubrugte timer kan spares op.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, herlev(_SECTION, LAB), _ACT),
    authorities=(
        Authority(actor="af", source=herlev(_SECTION, LAB), valid_to=date(2006, 12, 31)),
        Authority(
            actor="jobcentre-state",
            source=midtjylland("Bilag 3, Personlig assistance"),
            valid_from=date(2007, 1, 1),
            valid_to=date(2009, 7, 31),
        ),
        Authority(
            actor="jobcentre-municipal",
            source=_ACT,
            valid_from=date(2009, 8, 1),
            valid_to=REFORM_OF_2026_FROM - DAY,
        ),
        MUNICIPALITY_SINCE_2026,
    ),
    documents=(
        Note(
            label=Label(
                en="agreement on tasks, hours and period",
                da="aftale om opgaver, timetal og periode",
            ),
            source=herlev(_SECTION),
        ),
    ),
    combines_with=("flexjob", "flexjob-since-2013"),
    reminders=herlev_reminders(_SECTION, INFORMATION, SUPPORT),
    limits=(
        Note(
            label=Label(
                en="Sources name different acts: the act on an active employment effort (2005) and"
                " the compensation act of 1998.",
                da="Kilderne nævner forskellige love: lov om aktiv beskæftigelsesindsats (2005) og"
                " kompensationsloven af 1998.",
            ),
            source=herlev(_SECTION, LAB),
        ),
        Note(
            label=Label(
                en="Today up to 37 hours can be granted in special cases.",
                da="I dag kan der i særlige tilfælde bevilges op til 37 timer.",
            ),
            source=_ACT,
        ),
    ),
    calculators=("assistance_allowance", "AssistanceBank", "assistance_refund"),
)
