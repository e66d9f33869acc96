"""What jobs with wage subsidy have in common."""

from __future__ import annotations

from socialkapitel.citations import herlev, midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.model import Involvement, Note
from socialkapitel.schemes.reminders import INFORMATION, herlev_reminders

HERLEV_SECTION = "Revalidering med løntilskud"
HERLEV = herlev(HERLEV_SECTION)

COMBINES_WITH = ("aids", "mentor", "personal-assistance")

REMINDERS = herlev_reminders(HERLEV_SECTION, INFORMATION)

REPRESENTATIVES = Involvement(
    actor="union-representative",
    label=Label(
        en="the employment is discussed before it begins",
        da="ansættelsen drøftes, før den begynder",
    ),
    source=HERLEV,
)


def employment_letter(section: str) -> Note:
    """The letter that Region Midtjylland's chapter asks for."""
    return Note(
        label=Label(
            en="letter of employment with pay and terms", da="ansættelsesbrev med løn og vilkår"
        ),
        source=midtjylland(section),
    )
