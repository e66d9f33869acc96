"""What jobs with wage subsidy have in common."""

from __future__ import annotations

from datetime import date, timedelta

from socialkapitel.citations import (
    LAB,
    ORDER,
    REFORM_OF_2026_FROM,
    herlev,
    midtjylland,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.common import INFORMATION, herlev_reminders
from socialkapitel.schemes.description import Authority, Condition, Involvement, Note
from socialkapitel.schemes.leaves import Fact
from socialkapitel.sources import FormerCitation, Source

DAY = timedelta(days=1)

HERLEV_SECTION = "Revalidering med løntilskud"
HERLEV = herlev(HERLEV_SECTION)

COMBINES_WITH = ("aids", "mentor", "personal-assistance")

REMINDERS = herlev_reminders(HERLEV_SECTION, INFORMATION)

NET_EXPANSION_LABEL = Label(en="the post is a net expansion", da="stillingen er merbeskæftigelse")

QUOTA = Condition(
    id="quota",
    label=Label(
        en="the workplace has room for one more person with wage subsidy or in work placement",
        da="arbejdspladsen har plads til flere personer med løntilskud eller i virksomhedspraktik"
        " (rimelighedskravet)",
    ),
    predicate=Fact("subsidised_place_free"),
    source=Source(
        f"LAB § 77; {ORDER} § 65",
        "BEK 2636/2021, elov.dk; cabiweb.dk",
        (
            FormerCitation(date(2017, 11, 8), f"{ORDER} § 70"),
            FormerCitation(date(2019, 12, 31), "BEK 1297/2017 § 92"),
        ),
    ),
    valid_from=date(2013, 1, 1),
)
"""Room among the ordinary employees, for the groups to which it applies (rimelighedskravet)."""

JOBCENTRE = Authority(
    actor="jobcentre",
    source=Source(LAB, "star.dk"),
    valid_from=date(2007, 1, 1),
    valid_to=REFORM_OF_2026_FROM - DAY,
)
MUNICIPALITY_SINCE_2026 = Authority(
    actor="municipality-of-residence",
    source=Source("lov 1750/2025"),
    valid_from=REFORM_OF_2026_FROM,
)
"""The municipality, which has replaced the jobcentre in the acts."""

REPRESENTATIVES = Involvement(
    actor="union-representative",
    label=Label(
        en="the employment must have been discussed before it begins",
        da="ansættelsen skal være drøftet, før den begynder",
    ),
    source=HERLEV,
)


def employment_letter(section: str) -> Note:
    """The letter that Region Midtjylland's chapter requires."""
    return Note(
        label=Label(
            en="letter of employment with pay and working conditions",
            da="ansættelsesbrev med løn- og arbejdsvilkår",
        ),
        source=midtjylland(section),
    )
