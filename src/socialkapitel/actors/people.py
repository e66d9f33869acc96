"""The persons who take part."""

from __future__ import annotations

from socialkapitel.actors.kinds import Actor, ActorKind
from socialkapitel.citations import herlev, midtjylland
from socialkapitel.messages import Label
from socialkapitel.sources import Source


def _person(id_: str, label: Label, description: Label, *sources: Source) -> Actor:
    return Actor(
        id=id_, label=label, kind=ActorKind.PERSON, description=description, sources=sources
    )


PEOPLE = (
    _person(
        "employee",
        Label(en="Employee", da="Medarbejder"),
        Label(
            en="Works for the employer, on ordinary or special terms, full time or part time.",
            da="Arbejder hos arbejdsgiveren på ordinære eller særlige vilkår, på fuld tid eller"
            " deltid.",
        ),
        midtjylland("5"),
        herlev("Indledning"),
    ),
    _person(
        "applicant",
        Label(en="Applicant", da="Ansøger"),
        Label(
            en="Seeks a post and has not yet been hired.",
            da="Søger en stilling og er endnu ikke ansat.",
        ),
        herlev("Aftale ved langvarig eller kronisk sygdom"),
    ),
    _person(
        "outsider",
        Label(en="Person from outside", da="Udefrakommende"),
        Label(
            en="Is not employed here and needs a way into work.",
            da="Er ikke ansat her og har brug for en vej ind på arbejdspladsen.",
        ),
        midtjylland("5"),
        herlev("Indledning"),
    ),
    _person(
        "nearest-manager",
        Label(en="Nearest manager", da="Nærmeste leder"),
        Label(
            en="Answers for the employee's work and pay from day to day.",
            da="Har personaleansvaret for medarbejderen i hverdagen.",
        ),
        midtjylland("6.4"),
        midtjylland("7.2"),
    ),
    _person(
        "top-management",
        Label(en="Top management", da="Øverste ledelse"),
        Label(
            en="Leads the whole organisation and meets the staff in the top MED committee.",
            da="Leder hele organisationen og møder personalet i det øverste MED-udvalg.",
        ),
        midtjylland("1.3"),
        midtjylland("4.1"),
    ),
    _person(
        "economic-manager",
        Label(en="Manager who holds the budget", da="Leder med budgetansvar"),
        Label(
            en="Enters into agreements on the employer's behalf within a budget.",
            da="Indgår aftaler på arbejdsgiverens vegne inden for sin økonomiske ramme.",
        ),
        herlev("Indledning"),
    ),
    _person(
        "colleagues",
        Label(en="Colleagues", da="Kolleger"),
        Label(
            en="Work beside the employee and are told what the employee agrees to tell.",
            da="Arbejder sammen med medarbejderen og får at vide, hvad medarbejderen er enig i.",
        ),
        midtjylland("6.4"),
        midtjylland("7.3"),
        herlev("Delvis sygemelding"),
    ),
    _person(
        "union-representative",
        Label(en="Union representative", da="Tillidsrepræsentant"),
        Label(
            en="Speaks for the members of a union at the workplace.",
            da="Taler for en faglig organisations medlemmer på arbejdspladsen.",
        ),
        midtjylland("6.4"),
        herlev("Revalidering med løntilskud"),
    ),
    _person(
        "safety-representative",
        Label(en="Safety representative", da="Sikkerhedsrepræsentant"),
        Label(
            en="Speaks for the employees in matters of the work environment.",
            da="Taler for medarbejderne i spørgsmål om arbejdsmiljø.",
        ),
        midtjylland("6.1"),
        herlev("Indledning"),
    ),
    _person(
        "social-chapter-consultant",
        Label(en="Social-chapter consultant", da="Konsulent i socialt kapitel"),
        Label(
            en="Advises workplaces on the chapter in general and in single cases.",
            da="Rådgiver arbejdspladser om kapitlet generelt og i enkelte sager.",
        ),
        midtjylland("3.2"),
        midtjylland("10.3"),
    ),
    _person(
        "diversity-consultant",
        Label(en="Diversity consultant", da="Mangfoldighedskonsulent"),
        Label(
            en="Works for diversity and equality, often with the same means as the chapter.",
            da="Arbejder for mangfoldighed og ligestilling, ofte med kapitlets midler.",
        ),
        midtjylland("1.3"),
        midtjylland("1.4"),
    ),
    _person(
        "personnel-consultant",
        Label(en="Personnel consultant", da="Personalekonsulent"),
        Label(
            en="Advises a workplace on its staff.",
            da="Rådgiver en arbejdsplads om personaleforhold.",
        ),
        midtjylland("3.2"),
    ),
    _person(
        "personnel-psychologist",
        Label(en="Personnel psychologist", da="Personalepsykolog"),
        Label(
            en="Offers employees psychological help.",
            da="Tilbyder medarbejdere psykologisk hjælp.",
        ),
        midtjylland("3.2"),
    ),
    _person(
        "personal-assistant",
        Label(en="Personal assistant", da="Personlig assistent"),
        Label(
            en="Does practical tasks that the employee can no longer do alone.",
            da="Udfører praktiske opgaver, som medarbejderen ikke længere klarer alene.",
        ),
        herlev("Personlig assistance"),
    ),
    _person(
        "mentor",
        Label(en="Mentor", da="Mentor"),
        Label(
            en="Introduces, guides and trains somebody beyond what an employer usually does.",
            da="Introducerer, vejleder og oplærer ud over det, en arbejdsgiver plejer at gøre.",
        ),
        herlev("Revalidering med løntilskud"),
    ),
    _person(
        "doctor",
        Label(en="Doctor", da="Læge"),
        Label(
            en="Certifies what the employee can do; the employer learns no more than that.",
            da="Dokumenterer, hvad medarbejderen kan klare; arbejdsgiveren får ikke mere at vide.",
        ),
        herlev("Delvis sygemelding"),
    ),
)
"""The persons of both documents."""
