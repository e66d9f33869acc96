"""Section 56 agreement: refund from the first day of absence (§ 56-aftale, før § 28)."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import (
    HEALTH_INFORMATION_ACT,
    HERLEV,
    HERLEV_FROM,
    MIDTJYLLAND,
    herlev,
    sickness_benefit,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.common import INFORMATION, PLANNING, SUPPORT, employed, herlev_reminders
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
from socialkapitel.schemes.leaves import AtLeast, Fact
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not

_SECTION = "Aftale ved langvarig eller kronisk sygdom"
_CHAPTERS = f"{HERLEV}, {_SECTION}; {MIDTJYLLAND}, Bilag 3, § 56 aftale"
_SOURCE = sickness_benefit("§ 56", _CHAPTERS, before="§ 28")
_HERLEV = sickness_benefit("§ 56", f"{HERLEV}, {_SECTION}", before="§ 28")
_ACT = sickness_benefit("§ 56", "", before="§ 28")
_EMPLOYMENT = sickness_benefit("§ 30", "slagelse.dk; horesta.dk")
_MIN_DAYS = "section_56.min_absence_days"

LASTING = AllOf(Fact("lasting_absence_risk"), AtLeast("expected_absence_days", parameter=_MIN_DAYS))
"""The first ground: a lasting or chronic illness that means enough absence."""

TREATMENT = Fact("treatment_decided_when_hired")
"""The second ground: admission or treatment that was decided when the employee was hired."""

ALREADY_PAID = Fact("employer_period_paid_within_year")
"""The third ground: the employer has already paid for the same illness."""

GROUND = AnyOf(LASTING, TREATMENT, ALREADY_PAID)
"""Whether there is a ground for an agreement. The calculator uses the same condition."""

EMPLOYMENT = Fact("meets_employment_requirement")
EMPLOYMENT_FROM = date(2006, 7, 3)
"""The first day of the act in which the employment requirement was read."""

LAST_YEAR = AtLeast("absence_days_last_year", parameter=_MIN_DAYS)
CHANGED = Fact("conditions_changed_materially")
RENEWAL = AnyOf(Not(Fact("renews_section_56")), LAST_YEAR, CHANGED)
"""What a renewal needs."""

SCHEME = Scheme(
    id="section-56",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Make room for the absence that a long-term or chronic illness or a treatment brings.",
        da="Give plads til det fravær, som en langvarig eller kronisk lidelse eller en behandling"
        " medfører.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.AGREED_ABSENCE,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="it is made because of a long-term or chronic illness, or a planned treatment",
        da="aftalen indgås på grund af langvarig eller kronisk sygdom eller en planlagt behandling",
    ),
    conditions=(
        employed(source=_SOURCE),
        Condition(
            id="ground",
            label=Label(
                en="lasting or chronic illness with the required days of absence a year, or"
                " treatment decided when hired, or the required days (21 since 2 June 2008)"
                " already paid for the same illness within the 12 months before admission or"
                " treatment",
                da="langvarig eller kronisk lidelse med det krævede antal fraværsdage om året,"
                " eller behandling besluttet ved ansættelsen, eller det krævede antal dage (21"
                " siden den 2. juni 2008) allerede betalt ved samme lidelse inden for de 12 måneder"
                " før indlæggelsen eller behandlingen",
            ),
            predicate=GROUND,
            source=_ACT,
        ),
        Condition(
            id="employment-requirement",
            label=Label(
                en="employed here for the last 8 weeks without a break, and at work for at least"
                " 74 hours in them",
                da="ansat her uafbrudt i de seneste 8 uger og beskæftiget i mindst 74 timer i"
                " perioden",
            ),
            predicate=EMPLOYMENT,
            source=_EMPLOYMENT,
            valid_from=EMPLOYMENT_FROM,
        ),
        Condition(
            id="not-shorter-hours",
            label=Label(
                en="the agreement is about absence, not about permanently reduced hours",
                da="aftalen gælder fravær, ikke fast nedsat arbejdstid",
            ),
            predicate=Not(Fact("fixed_shorter_hours_wanted")),
            source=sickness_benefit("§ 56", "P 3-21", before="§ 28"),
        ),
        Condition(
            id="renewal",
            label=Label(
                en="a renewal requires the required days of absence in the last year, or material"
                " changes in the conditions of work or health at expiry",
                da="en fornyelse forudsætter det krævede fravær i det seneste år eller væsentlige"
                " ændringer i de arbejdsmæssige eller helbredsmæssige forhold ved udløbet",
            ),
            predicate=RENEWAL,
            source=_HERLEV,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The employer gets refund from the first day of absence because of the illness"
                " that the agreement covers.",
                da="Arbejdsgiveren får refusion fra første fraværsdag ved den lidelse, aftalen"
                " omfatter.",
            ),
            source=_SOURCE,
            when=Fact("right_to_pay_during_sickness"),
        ),
        Consequence(
            label=Label(
                en="Under the act the employer has no expenses for the days of absence.",
                da="Arbejdsgiveren har efter loven ingen udgifter for fraværsdagene.",
            ),
            source=_HERLEV,
            when=Not(Fact("right_to_pay_during_sickness")),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(en="Receives pay during the absence.", da="Får løn under fraværet."),
            source=_HERLEV,
            when=Fact("right_to_pay_during_sickness"),
        ),
        Consequence(
            label=Label(
                en="Receives sickness benefit during the absence.",
                da="Får sygedagpenge under fraværet.",
            ),
            source=_HERLEV,
            when=Not(Fact("right_to_pay_during_sickness")),
        ),
        Consequence(
            label=Label(
                en="It becomes easier to be absent when necessary, because colleagues understand"
                " why.",
                da="Det bliver lettere at tage det nødvendige fravær, fordi kollegerne har"
                " forståelse for det.",
            ),
            source=_HERLEV,
        ),
    ),
    sources=(_SOURCE, herlev(_SECTION, HEALTH_INFORMATION_ACT)),
    authorities=(Authority(actor="municipality-of-residence", source=_SOURCE),),
    documents=(
        Note(
            label=Label(
                en="the municipality's form, signed by employer and employee",
                da="kommunens blanket, underskrevet af arbejdsgiver og medarbejder",
            ),
            source=_HERLEV,
        ),
        Note(
            label=Label(
                en="a written agreement that names the parties, their addresses and the illness:"
                " it is for the employee, the employer and the municipality alone",
                da="en skriftlig aftale, der angiver parterne, deres adresser og lidelsen: den er"
                " kun for medarbejderen, arbejdsgiveren og kommunen",
            ),
            source=_ACT,
        ),
        Note(
            label=Label(
                en="medical information, which the municipality obtains itself",
                da="lægelige oplysninger, som kommunen selv indhenter",
            ),
            source=_HERLEV,
        ),
    ),
    involve=(
        Involvement(
            actor="municipality-of-residence",
            label=Label(en="approves the agreement", da="godkender aftalen"),
            source=_SOURCE,
        ),
    ),
    follow_up=(
        Note(
            label=Label(
                en="at the end of the term of at most two years the agreement is renewed or ends",
                da="ved udløbet af perioden på højst to år fornys aftalen, eller den ophører",
            ),
            source=_HERLEV,
        ),
    ),
    reminders=(
        *herlev_reminders(_SECTION, PLANNING, INFORMATION, SUPPORT),
        Note(
            label=Label(
                en="The agreement covers only absence because of that illness, and only this"
                " employee.",
                da="Aftalen gælder kun fravær på grund af den lidelse og kun denne medarbejder.",
            ),
            source=_HERLEV,
        ),
        Note(
            label=Label(
                en="Before being employed, an applicant must disclose an illness that will be of"
                " substantial importance for the ability to work.",
                da="En ansøger skal før ansættelsen oplyse om en sygdom, der vil have væsentlig"
                " betydning for arbejdsdygtigheden.",
            ),
            source=herlev(_SECTION, HEALTH_INFORMATION_ACT),
        ),
    ),
    limits=(
        Note(
            label=Label(
                en="Whether an agreement needed 8 weeks of employment before July 2006 is not"
                " known.",
                da="Det vides ikke, om en aftale krævede 8 ugers ansættelse før juli 2006.",
            ),
            source=_EMPLOYMENT,
            valid_to=date(2006, 7, 2),
        ),
    ),
    calculators=("section_56_agreement", "sickness_refund"),
)
