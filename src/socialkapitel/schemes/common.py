"""What several schemes share: conditions, each with the scheme's own source, and reminders."""

from __future__ import annotations

from functools import partial

from socialkapitel.citations import herlev
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import SocialPension
from socialkapitel.schemes.description import Condition, Note
from socialkapitel.schemes.leaves import Fact, OneOf
from socialkapitel.schemes.predicates import Not

ability_limited: partial[Condition] = partial(
    Condition,
    id="ability",
    label=Label(en="ability to work is limited", da="arbejdsevnen er begrænset"),
    predicate=Fact("ability_reduced"),
)
below_pension_age: partial[Condition] = partial(
    Condition,
    id="below-pension-age",
    label=Label(
        en="has not reached the state pension age",
        da="har ikke nået folkepensionsalderen",
    ),
    predicate=Not(Fact("reached_pension_age")),
)
employed: partial[Condition] = partial(
    Condition,
    id="employed",
    label=Label(en="employed here", da="ansat her"),
    predicate=Fact("employed_here"),
)
from_outside: partial[Condition] = partial(
    Condition,
    id="from-outside",
    label=Label(en="not already employed here", da="ikke allerede ansat her"),
    predicate=Not(Fact("employed_here")),
)
no_pension: partial[Condition] = partial(
    Condition,
    id="no-pension",
    label=Label(en="draws no social pension", da="modtager ikke social pension"),
    predicate=OneOf("social_pension", SocialPension.NONE),
)
not_ordinary: partial[Condition] = partial(
    Condition,
    id="not-ordinary",
    label=Label(
        en="can neither get nor keep employment on normal terms",
        da="kan ikke opnå eller fastholde beskæftigelse på normale vilkår",
    ),
    predicate=Not(Fact("ordinary_terms_possible")),
)
permanent: partial[Condition] = partial(
    Condition,
    id="permanent",
    label=Label(en="the limitation is permanent", da="begrænsningen er varig"),
    predicate=Fact("limitation_permanent"),
)
substantial: partial[Condition] = partial(
    Condition,
    id="substantial",
    label=Label(en="the limitation is substantial", da="begrænsningen er væsentlig"),
    predicate=Fact("limitation_substantial"),
)
unclear: partial[Condition] = partial(
    Condition,
    id="unclear",
    label=Label(
        en="the person's ability to work must be clarified",
        da="personens arbejdsevne skal afklares",
    ),
    predicate=Fact("ability_unclear"),
)

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
