"""The persons who take part."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from socialkapitel.actors.kinds import RENAMED, RENAMED_FROM, ActorKind, declared
from socialkapitel.citations import herlev, midtjylland
from socialkapitel.messages import Label

_person = partial(declared, ActorKind.PERSON)


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
            en="Is not employed here and seeks a connection with the workplace.",
            da="Er ikke ansat her og søger tilknytning til arbejdspladsen.",
        ),
        midtjylland("5"),
        herlev("Indledning"),
    ),
    _person(
        "nearest-manager",
        Label(en="Nearest manager", da="Nærmeste leder"),
        Label(
            en="Is responsible for the employee from day to day.",
            da="Har det daglige personaleansvar for medarbejderen.",
        ),
        midtjylland("6.4"),
        midtjylland("7.2"),
    ),
    _person(
        "top-management",
        Label(en="Top management", da="Øverste ledelse"),
        Label(
            en="Leads the whole organisation and meets the employees in the top MED committee.",
            da="Leder hele organisationen og mødes med medarbejderne i det øverste MED-udvalg.",
        ),
        midtjylland("1.3"),
        midtjylland("4.1"),
    ),
    _person(
        "economic-manager",
        Label(en="Manager with budget responsibility", da="Økonomisk rammeansvarlig"),
        Label(
            en="Concludes agreements on the employer's behalf within a budget.",
            da="Indgår aftaler på arbejdsgiverens vegne inden for sin økonomiske ramme.",
        ),
        herlev("Indledning"),
    ),
    _person(
        "colleagues",
        Label(en="Colleagues", da="Kolleger"),
        Label(
            en="Work together with the employee and are told what the employee has consented to.",
            da="Arbejder sammen med medarbejderen og får de oplysninger, medarbejderen har givet"
            " samtykke til.",
        ),
        midtjylland("6.4"),
        midtjylland("7.3"),
        herlev("Delvis sygemelding"),
    ),
    _person(
        "union-representative",
        Label(en="Union representative", da="Tillidsrepræsentant"),
        Label(
            en="Represents the members of a union at the workplace.",
            da="Repræsenterer en faglig organisations medlemmer på arbejdspladsen.",
        ),
        midtjylland("6.4"),
        herlev("Revalidering med løntilskud"),
    ),
    _person(
        "safety-representative",
        Label(en="Safety representative", da="Sikkerhedsrepræsentant"),
        Label(
            en="Represents the employees in matters of the working environment.",
            da="Repræsenterer medarbejderne i spørgsmål om arbejdsmiljø.",
        ),
        midtjylland("6.1"),
        herlev("Indledning"),
        valid_to=RENAMED_FROM - timedelta(days=1),
    ),
    _person(
        "working-environment-representative",
        Label(en="Working environment representative", da="Arbejdsmiljørepræsentant"),
        Label(
            en="Represents the employees in matters of the working environment; until 30 September"
            " 2010 the safety representative.",
            da="Repræsenterer medarbejderne i spørgsmål om arbejdsmiljø; til og med den 30."
            " september 2010 sikkerhedsrepræsentant.",
        ),
        RENAMED,
        valid_from=RENAMED_FROM,
    ),
    _person(
        "social-chapter-consultant",
        Label(en="Consultant for the social chapter", da="Konsulent for Det Sociale Kapitel"),
        Label(
            en="Advises the workplaces on the chapter, in general and in individual cases.",
            da="Rådgiver arbejdspladserne om kapitlet, generelt og i konkrete sager.",
        ),
        midtjylland("3.2"),
        midtjylland("10.3"),
    ),
    _person(
        "diversity-consultant",
        Label(en="Diversity consultant", da="Mangfoldighedskonsulent"),
        Label(
            en="Works for diversity and equality, often through the same efforts as the chapter.",
            da="Arbejder med mangfoldighed og ligestilling, ofte med de samme indsatser som"
            " kapitlet.",
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
            en="Gives employees psychological counselling.",
            da="Yder psykologisk rådgivning til medarbejderne.",
        ),
        midtjylland("3.2"),
    ),
    _person(
        "personal-assistant",
        Label(en="Personal assistant", da="Personlig assistent"),
        Label(
            en="Does practical tasks that the employee has difficulty in managing.",
            da="Udfører praktiske opgaver, som medarbejderen har svært ved at klare.",
        ),
        herlev("Personlig assistance"),
    ),
    _person(
        "mentor",
        Label(en="Mentor", da="Mentor"),
        Label(
            en="Introduces, guides and trains somebody beyond what an employer usually does.",
            da="Introducerer, vejleder og oplærer ud over det, en arbejdsgiver sædvanligvis gør.",
        ),
        herlev("Revalidering med løntilskud"),
    ),
    _person(
        "doctor",
        Label(en="Doctor", da="Læge"),
        Label(
            en="Certifies what the employee can do; the employer receives no other medical"
            " information.",
            da="Dokumenterer, hvad medarbejderen kan klare; arbejdsgiveren får ingen andre"
            " lægelige oplysninger.",
        ),
        herlev("Delvis sygemelding"),
    ),
)
"""The persons of the two documents."""
