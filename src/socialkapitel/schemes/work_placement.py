"""Work placement (virksomhedspraktik)."""

from __future__ import annotations

from datetime import date, timedelta

from socialkapitel.citations import (
    LAB,
    LAB_OF_2019_FROM,
    MIDTJYLLAND_FROM,
    employment_act,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Benefit
from socialkapitel.schemes.common import unclear
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
from socialkapitel.schemes.subsidised_job import QUOTA
from socialkapitel.sources import Source

_SOURCE = midtjylland("Bilag 3, Virksomhedspraktik", LAB)
_TERMS = employment_act("§ 61", "cabiweb.dk; elov.dk")
_EXTENSION = Source("LAB § 61, stk. 2", "elov.dk")
_ON_SICK_LEAVE = Source("LAB § 58, stk. 3", "elov.dk")
_BENEFIT = OneOf("benefit", Benefit.CASH, Benefit.START, Benefit.INTRODUCTION, Benefit.SICKNESS)

SCHEME = Scheme(
    id="work-placement",
    valid_from=MIDTJYLLAND_FROM,
    purpose=Label(
        en="Clarify a person's ability to work within a given field.",
        da="Afklare en persons arbejdsevne inden for et givet område.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE, SchemeGroup.OUTSIDER, SchemeGroup.UNEMPLOYED),
    degree=Degree.TRAINING_OR_TRIAL,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the scheme is for employees on sick leave and for people whose ability to work is not"
        " yet clear",
        da="ordningen er for sygemeldte medarbejdere og for personer, hvis arbejdsevne er"
        " uafklaret",
    ),
    conditions=(
        Condition(
            id="benefit",
            label=Label(
                en="entitled to cash benefit, start benefit, introduction benefit or sickness"
                " benefit",
                da="ret til kontanthjælp, starthjælp, introduktionsydelse eller sygedagpenge",
            ),
            predicate=_BENEFIT,
            source=_SOURCE,
            valid_to=LAB_OF_2019_FROM - timedelta(days=1),
        ),
        Condition(
            id="benefit-or-sick-leave",
            label=Label(
                en="entitled to one of these benefits, or an employee on sick leave",
                da="ret til en af disse ydelser, eller en sygemeldt medarbejder",
            ),
            predicate=AnyOf(Fact("fully_on_sick_leave"), _BENEFIT),
            source=_ON_SICK_LEAVE,
            valid_from=LAB_OF_2019_FROM,
        ),
        unclear(source=_SOURCE),
        QUOTA,
    ),
    for_employer=(
        Consequence(
            label=Label(en="Pays no wage.", da="Udbetaler ikke løn."),
            source=Source(LAB, "cabiweb.dk"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Keeps the benefit and receives no pay.",
                da="Beholder sin ydelse og får ikke løn.",
            ),
            source=Source(LAB, "cabiweb.dk"),
        ),
        Consequence(
            label=Label(
                en="The placement lasts at most 4 weeks for those ready for work; for others at"
                " most 13 weeks, which can be extended to 26 weeks after an assessment.",
                da="Praktikken varer højst 4 uger for jobparate; for andre højst 13 uger, der"
                " efter en konkret vurdering kan forlænges op til 26 uger.",
            ),
            source=_TERMS,
            valid_from=date(2015, 1, 1),
        ),
        Consequence(
            label=Label(
                en="Where there is a very special need, the placement can be extended beyond 26"
                " weeks, by at most 13 weeks at a time.",
                da="Ved et helt særligt behov kan praktikken forlænges ud over 26 uger med højst"
                " 13 uger ad gangen.",
            ),
            source=_EXTENSION,
            valid_from=LAB_OF_2019_FROM,
        ),
    ),
    sources=(_SOURCE, _TERMS, _ON_SICK_LEAVE),
    authorities=(Authority(actor="municipality-of-residence", source=_SOURCE),),
    limits=(
        Note(
            label=Label(
                en="The target groups are those of 2008 and, from 2020, employees on sick leave;"
                " benefits that came later are not assessed here.",
                da="Målgrupperne er de samme som i 2008 samt fra 2020 sygemeldte medarbejdere;"
                " ydelser, der er kommet til senere, vurderes ikke her.",
            ),
            source=_SOURCE,
        ),
    ),
)
