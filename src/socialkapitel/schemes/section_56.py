"""Section 56 agreement: refund from the first day of absence (§ 56-aftale, før § 28)."""

from __future__ import annotations

from socialkapitel.citations import (
    HEALTH_INFORMATION_ACT,
    HERLEV,
    HERLEV_FROM,
    MIDTJYLLAND,
    herlev,
    sickness_benefit,
)
from socialkapitel.messages import Label
from socialkapitel.schemes.leaves import AtLeast, Fact
from socialkapitel.schemes.model import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Involvement,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not
from socialkapitel.schemes.reminders import INFORMATION, PLANNING, SUPPORT, herlev_reminders
from socialkapitel.sources import Source

_SECTION = "Aftale ved langvarig eller kronisk sygdom"
_CHAPTERS = f"{HERLEV}, {_SECTION}; {MIDTJYLLAND}, Bilag 3, § 56 aftale"
_SOURCE = sickness_benefit("§ 56", _CHAPTERS, before="§ 28")
_HERLEV = sickness_benefit("§ 56", f"{HERLEV}, {_SECTION}", before="§ 28")
_ACT = sickness_benefit("§ 56", "", before="§ 28")
_MIN_DAYS = "section_56.min_absence_days"

SCHEME = Scheme(
    id="section-56",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Make room for the absence that a lasting condition or a treatment brings.",
        da="Give plads til det fravær, som en langvarig lidelse eller en behandling fører med sig.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.AGREED_ABSENCE,
    conditions=(
        Condition(
            id="employed",
            label=Label(en="employed here", da="ansat her"),
            predicate=Fact("employed_here"),
            source=_SOURCE,
        ),
        Condition(
            id="ground",
            label=Label(
                en="lasting risk of absence on at least the required days a year, or treatment"
                " decided when hired, or a full employer period already paid within 12 months",
                da="varig risiko for fravær i mindst det krævede antal dage om året, eller"
                " behandling besluttet ved ansættelsen, eller en hel arbejdsgiverperiode betalt"
                " inden for 12 måneder",
            ),
            predicate=AnyOf(
                AllOf(
                    Fact("lasting_absence_risk"),
                    AtLeast("expected_absence_days", parameter=_MIN_DAYS),
                ),
                Fact("treatment_decided_when_hired"),
                Fact("employer_period_paid_within_year"),
            ),
            source=_ACT,
        ),
        Condition(
            id="not-shorter-hours",
            label=Label(
                en="it is about absence, not about fixed shorter hours",
                da="det gælder fravær, ikke fast kortere tid",
            ),
            predicate=Not(Fact("fixed_shorter_hours_wanted")),
            source=Source("sygedagpengeloven § 56", "P 3-21"),
        ),
        Condition(
            id="renewal",
            label=Label(
                en="a renewal needs the required days of absence in the last year, or material"
                " changes at expiry",
                da="en fornyelse kræver det nødvendige fravær det seneste år eller væsentlige"
                " ændringer ved udløbet",
            ),
            predicate=AnyOf(
                Not(Fact("renews_section_56")),
                AtLeast("absence_days_last_year", parameter=_MIN_DAYS),
                Fact("conditions_changed_materially"),
            ),
            source=_HERLEV,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Sickness benefit is refunded from the first day of absence on that ground.",
                da="Sygedagpenge refunderes fra første dag med fravær af den grund.",
            ),
            source=_SOURCE,
            when=Fact("right_to_pay_during_sickness"),
        ),
        Consequence(
            label=Label(
                en="The days of absence cost the employer nothing under the act.",
                da="Fraværsdagene koster efter loven ikke arbejdsgiveren noget.",
            ),
            source=_HERLEV,
            when=Not(Fact("right_to_pay_during_sickness")),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(en="Pay goes on during absence.", da="Lønnen fortsætter under fraværet."),
            source=_HERLEV,
            when=Fact("right_to_pay_during_sickness"),
        ),
        Consequence(
            label=Label(
                en="Sickness benefit is paid during absence.",
                da="Under fraværet udbetales sygedagpenge.",
            ),
            source=_HERLEV,
            when=Not(Fact("right_to_pay_during_sickness")),
        ),
        Consequence(
            label=Label(
                en="It gets easier to stay away when needed, as others understand.",
                da="Det bliver lettere at blive væk, når det er nødvendigt, fordi andre har"
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
                en="medical documents, which the municipality obtains itself",
                da="lægelige bilag, som kommunen selv indhenter",
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
                en="at the end of the term of at most two years: renew or let expire",
                da="når perioden på højst to år er gået: forny, eller lad aftalen udløbe",
            ),
            source=_HERLEV,
        ),
    ),
    reminders=(
        *herlev_reminders(_SECTION, PLANNING, INFORMATION, SUPPORT),
        Note(
            label=Label(
                en="The agreement covers only the ground on which it was made, and only this"
                " person.",
                da="Aftalen dækker kun den grund, den er indgået på, og kun denne person.",
            ),
            source=_HERLEV,
        ),
        Note(
            label=Label(
                en="Before being hired, an applicant must tell of an illness that will matter much"
                " for the work.",
                da="En ansøger skal før ansættelsen fortælle om en sygdom, der får stor betydning"
                " for arbejdet.",
            ),
            source=herlev(_SECTION, HEALTH_INFORMATION_ACT),
        ),
    ),
    limits=(
        Note(
            label=Label(
                en="Sources disagree whether the employer period that counts has been 30 days"
                " since 2012.",
                da="Kilderne er uenige om, hvorvidt den periode, der tæller, har været 30 dage"
                " siden 2012.",
            ),
            source=Source("sygedagpengeloven § 56"),
        ),
    ),
    calculators=("section_56_agreement", "sickness_refund"),
)
