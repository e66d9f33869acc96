"""What to keep in mind when an arrangement is made; the same for several schemes."""

from __future__ import annotations

from socialkapitel.citations import herlev
from socialkapitel.messages import Label
from socialkapitel.schemes.description import Note

PLANNING = Label(
    en="Plan the work so that the arrangement can be kept.",
    da="Planlæg arbejdet, så ordningen kan overholdes.",
)
INFORMATION = Label(en="Inform the colleagues.", da="Informer kollegerne.")
SUPPORT = Label(en="Make sure of the colleagues' support.", da="Sørg for kollegernes opbakning.")
SILENCE = Label(
    en="Never disclose the nature of the illness.",
    da="Orienter aldrig om sygdommens art.",
)
AIDS = Label(en="Consider whether aids are needed.", da="Overvej, om der er brug for hjælpemidler.")


def herlev_reminders(section: str, *labels: Label) -> tuple[Note, ...]:
    """Reminders in a section of Herlev's chapter, always with that of confidentiality.

    >>> [str(note.label) for note in herlev_reminders("Personlig assistance", INFORMATION)]
    ['Inform the colleagues.', 'Never disclose the nature of the illness.']
    """
    source = herlev(section)
    return tuple(Note(label=label, source=source) for label in (*labels, SILENCE))
