"""Work placement (virksomhedspraktik)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import LAB, MIDTJYLLAND_FROM, midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Benefit
from socialkapitel.schemes.leaves import Fact, OneOf
from socialkapitel.schemes.model import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.sources import Source

_SOURCE = midtjylland("Bilag 3, Virksomhedspraktik", LAB)
_TERMS = Source("LAB § 61", "cabiweb.dk")

SCHEME = Scheme(
    id="work-placement",
    valid_from=MIDTJYLLAND_FROM,
    purpose=Label(
        en="Clarify what somebody can do in a field of work.",
        da="Afklare, hvad en person kan inden for et arbejdsområde.",
    ),
    target_groups=(SchemeGroup.OUTSIDER, SchemeGroup.UNEMPLOYED),
    degree=Degree.TRAINING_OR_TRIAL,
    conditions=(
        Condition(
            id="benefit",
            label=Label(
                en="entitled to cash benefit, start benefit, introduction benefit or sickness"
                " benefit",
                da="ret til kontanthjælp, starthjælp, introduktionsydelse eller sygedagpenge",
            ),
            predicate=OneOf(
                "benefit",
                Benefit.CASH,
                Benefit.START,
                Benefit.INTRODUCTION,
                Benefit.SICKNESS,
            ),
            source=_SOURCE,
        ),
        Condition(
            id="unclear",
            label=Label(
                en="what the person can do must be clarified",
                da="det skal afklares, hvad personen kan",
            ),
            predicate=Fact("ability_unclear"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(en="Pays no wage.", da="Betaler ingen løn."),
            source=Source(LAB, "cabiweb.dk"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Keeps the benefit; there is no pay.",
                da="Beholder sin ydelse; der er ingen løn.",
            ),
            source=Source(LAB, "cabiweb.dk"),
        ),
        Consequence(
            label=Label(
                en="At most 4 weeks for those ready for work; others 13 weeks, after assessment up"
                " to 26.",
                da="Højst 4 uger for jobparate; andre 13 uger, efter vurdering indtil 26.",
            ),
            source=_TERMS,
            valid_from=date(2015, 1, 1),
        ),
    ),
    sources=(_SOURCE, _TERMS),
    authorities=(Authority(actor="municipality-of-residence", source=_SOURCE),),
    limits=(
        Note(
            label=Label(
                en="The groups are those of 2008; benefits that came later are not judged here.",
                da="Grupperne er dem fra 2008; ydelser, der er kommet til senere, vurderes ikke"
                " her.",
            ),
            source=_SOURCE,
        ),
    ),
)
