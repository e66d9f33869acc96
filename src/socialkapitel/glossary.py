"""The labels of the fields of inputs and results: each name in both languages, once.

Errors, explanations, tables and charts take their labels from here. A class that uses a name in its
own sense labels its field with `socialkapitel.fields.named`. `terms` are the words of the
profession that all texts use, kept in ``terms.toml``.
"""

from __future__ import annotations

import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files

import attrs

from socialkapitel.messages import Coded, Label, Message, Text

_TEXTS = {
    "absence": ("Absence", "Fravær"),
    "absence_days_last_year": ("Days of absence in the last year", "Fraværsdage det seneste år"),
    "activities": ("Activities of the consultants", "Konsulenternes aktiviteter"),
    "actor": ("Actor", "Aktør"),
    "actual_pay": ("Pay actually paid for the month", "Faktisk udbetalt løn for måneden"),
    "agreement": ("Section 56 agreement", "§ 56-aftale"),
    "amount": ("Amount", "Beløb"),
    "area": ("Area", "Område"),
    "areas": ("Areas", "Områder"),
    "arrangement": ("Arrangement", "Ordning"),
    "at_work_last": ("Last day at work", "Sidste arbejdsdag"),
    "atp": ("ATP", "ATP"),
    "atp_class": ("ATP class", "ATP-sats"),
    "authority": ("Authority", "Myndighed"),
    "average": ("Average", "Gennemsnit"),
    "axes": ("Inputs that are varied", "Oplysninger, der varieres"),
    "baseline": ("Figures compared with", "Satser, der sammenlignes med"),
    "basis": ("Basis", "Grundlag"),
    "benefit": ("Sickness benefit", "Sygedagpenge"),
    "benefit_days": ("Days with another benefit", "Dage med en anden ydelse"),
    "birth_year": ("Year of birth", "Fødselsår"),
    "bonuses": ("Bonuses", "Bonusser"),
    "born_on": ("Date of birth", "Fødselsdato"),
    "by": ("Who it was", "Hvem det var"),
    "calculator": ("Calculator", "Beregning"),
    "case": ("Case", "Sag"),
    "cases": ("Cases", "Sager"),
    "cause": ("Cause", "Årsag"),
    "ceiling": ("Ceiling", "Loft"),
    "changes": ("Changed terms", "Ændrede vilkår"),
    "chapter": ("Social chapter", "Socialt kapitel"),
    "citation": ("Citation", "Henvisning"),
    "conditions_changed": ("Conditions have changed", "Forholdene er ændret"),
    "consultant": ("Consultant", "Konsulent"),
    "contract_hours": ("Agreed weekly hours", "Aftalt ugentlig arbejdstid"),
    "contributions": ("The employer's contributions", "Arbejdsgiverens bidrag"),
    "corrects": ("Event that is corrected", "Hændelse, der rettes"),
    "cpr": ("CPR number", "CPR-nummer"),
    "cvr": ("CVR number", "CVR-nummer"),
    "day": ("Day", "Dag"),
    "days": ("Days", "Dage"),
    "deadlines": ("Deadlines", "Frister"),
    "deciding_pay": ("Pay for the month before", "Løn for måneden før"),
    "earliest": ("Earliest day", "Tidligste dag"),
    "early_action_days": ("Days within which action is early", "Dage, hvor indsatsen er tidlig"),
    "eligible": ("Eligible", "Berettiget"),
    "employee_agrees": ("The employee agrees", "Medarbejderen er enig"),
    "employee_income": ("The employee's income", "Medarbejderens indtægt"),
    "employees_after": ("Employees including the new one", "Antal ansatte inklusive den nye"),
    "employer_agrees": ("The employer agrees", "Arbejdsgiveren er enig"),
    "employer_paid_days": ("Days paid by the employer", "Dage betalt af arbejdsgiveren"),
    "employer_benefit": (
        "Sickness benefit that the employer owes",
        "Sygedagpenge fra arbejdsgiveren",
    ),
    "employer_period": ("Employer period", "Arbejdsgiverperiode"),
    "employment": ("Employment", "Ansættelse"),
    "end": ("Last day", "Sidste dag"),
    "ended_on": ("Last day of the job", "Sidste ansættelsesdag"),
    "event": ("Event", "Hændelse"),
    "event_id": ("Id of the event", "Hændelsens id"),
    "events": ("Events", "Hændelser"),
    "evidence": ("Evidence", "Grundlag for satsen"),
    "expected_absence_days": (
        "Days of absence expected within a year",
        "Forventede fraværsdage inden for et år",
    ),
    "expected_version": ("Version of the case as it was read", "Sagens version, da den blev læst"),
    "expires_on": ("Expires on", "Udløber"),
    "extent": ("Extent of the sick leave", "Sygemeldingens omfang"),
    "facts": ("Facts", "Oplysninger"),
    "field": ("Field", "Felt"),
    "fields": ("Fields", "Felter"),
    "figures": ("Figures", "Satser"),
    "first": ("First month", "Første måned"),
    "first_day": ("First day of absence", "Første fraværsdag"),
    "first_month": ("First month", "Første måned"),
    "first_quarter": ("First quarter", "Første kvartal"),
    "fixed": ("Fixed", "Fast"),
    "former": ("Former citations", "Tidligere henvisninger"),
    "found": ("Other work was found", "Der blev fundet andet arbejde"),
    "fraction": ("Share", "Andel"),
    "from_day": ("First day of the new terms", "Nye vilkårs første dag"),
    "from_quarter": ("First quarter of the new hours", "Første kvartal med det nye timetal"),
    "full_time_hours": ("Full-time weekly hours", "Fuldtidsarbejdstid pr. uge"),
    "full_time_pay": ("Pay for a full-time month", "Løn for en fuldtidsmåned"),
    "granted": ("Granted", "Bevilget"),
    "granted_on": ("Day of the grant", "Bevillingsdato"),
    "granted_rate": ("Rate granted", "Bevilget sats"),
    "gross": ("Refund before the reduction", "Refusion før fradrag"),
    "groups": ("Groups of values", "Grupper af værdier"),
    "health": ("What is said about the illness", "Helbredsoplysning"),
    "hourly_pay": ("Hourly pay", "Timeløn"),
    "hourly_rate": ("Hourly rate", "Timesats"),
    "hours": ("Hours", "Timer"),
    "hours_in_8_weeks": ("Hours at work in 8 weeks", "Arbejdstimer i 8 uger"),
    "hours_in_other_jobs": ("Absence hours in other jobs", "Fraværstimer i andre ansættelser"),
    "id": ("Id", "Id"),
    "illness": ("Illness that the agreement names", "Lidelse, som aftalen omfatter"),
    "in_force": ("In force", "I kraft"),
    "include": ("Private texts to include", "Private tekster, der skal med"),
    "informed_by": ("Who informed the colleagues", "Hvem der informerede kollegerne"),
    "job": ("Job", "Job"),
    "kind": ("Kind", "Type"),
    "label": ("Label", "Betegnelse"),
    "language": ("Language", "Sprog"),
    "last": ("Last month", "Sidste måned"),
    "last_day": ("Last day", "Sidste dag"),
    "last_month": ("Last month", "Sidste måned"),
    "lasting": ("Permanent", "Varigt"),
    "latest": ("Latest day", "Seneste dag"),
    "library": ("Library for frames", "Bibliotek til tabeller"),
    "lines": ("Lines", "Linjer"),
    "maximum": ("Maximum", "Maksimum"),
    "measures": ("Measures", "Ordninger, der er overvejet eller afprøvet"),
    "meets_employment_requirement": (
        "The employment requirement is met",
        "Beskæftigelseskravet er opfyldt",
    ),
    "min_cell": ("Smallest number shown", "Mindste tal, der vises"),
    "missing": ("Day used instead", "Dag, der bruges i stedet"),
    "month": ("Month", "Måned"),
    "monthly_benefit": ("Unemployment benefit a month", "Dagpenge pr. måned"),
    "months": ("Months", "Måneder"),
    "municipality": ("Municipality", "Kommune"),
    "municipality_approves": ("The municipality approves", "Kommunen godkender"),
    "name": ("Name", "Navn"),
    "net_expansions": ("Net expansions", "Merbeskæftigelse"),
    "new_post": ("A new post", "Ny stilling"),
    "note": ("Note", "Notat"),
    "number": ("Number", "Nummer"),
    "occupation": ("Group of staff", "Faggruppe"),
    "occupations": ("Groups of staff", "Faggrupper"),
    "on": ("Day", "Dag"),
    "opening": ("Opening of the case", "Sagens oprettelse"),
    "ordinary_employees": ("Ordinary employees", "Ordinært ansatte"),
    "other": ("Period compared with", "Periode, der sammenlignes med"),
    "other_contributions": ("Other employer contributions", "Øvrige arbejdsgiverbidrag"),
    "outcome": ("Outcome", "Udfald"),
    "paid_by_municipality": ("From the municipality", "Fra kommunen"),
    "paid_during_sickness": ("Pay during sickness", "Løn under sygdom"),
    "paid_hours": ("Hours with pay", "Timer med løn"),
    "paid_out": ("Supplement paid out", "Udbetalt fleksløntilskud"),
    "paid_to": ("Paid to", "Udbetales til"),
    "parameter": ("Parameter", "Parameter"),
    "parameters": ("Legal figures", "Satser"),
    "participants": ("Participants", "Deltagere"),
    "parties": ("Parties to the agreement", "Aftalens parter"),
    "pay": ("Pay", "Løn"),
    "pay_before": ("Pay for the month before the first", "Løn for måneden før den første"),
    "pay_changes": ("Changes of pay", "Lønændringer"),
    "payouts": ("Paid out beside the pay", "Udbetalt ud over lønnen"),
    "per": ("Pay per month or hour", "Løn pr. måned eller time"),
    "period": ("Period", "Periode"),
    "person": ("Person", "Person"),
    "places": ("Places", "Pladser"),
    "plans": ("Plans", "Planer"),
    "practice": ("Practice", "Praksis"),
    "profile": ("Profile", "Profil"),
    "publications": ("Publications", "Publikationer"),
    "published": ("Published reports", "Offentliggjorte opgørelser"),
    "purpose": ("Purpose", "Formål"),
    "quarter": ("Quarter", "Kvartal"),
    "quarter_hours": ("Hours in the quarter", "Timer i kvartalet"),
    "rate": ("Rate", "Sats"),
    "read_in": ("Publication", "Publikation"),
    "reason": ("Reason", "Begrundelse"),
    "reduction": ("Reduction", "Nedsættelse"),
    "refund": ("Refund", "Refusion"),
    "refunded": ("Refunded benefit, by date", "Refunderede dagpenge pr. dato"),
    "refundable_hours": ("Refundable hours", "Refusionsberettigede timer"),
    "renewable": ("Renewable", "Kan fornyes"),
    "replacement": ("Replacement event", "Hændelse i stedet"),
    "representative": ("Representative", "Repræsentant"),
    "required": ("Required", "Krævet"),
    "role": ("Role", "Rolle"),
    "schedule": ("Schedule of work", "Arbejdstidsplan"),
    "scheme": ("Scheme", "Ordning"),
    "sector": ("Part of the organisation", "Del af organisationen"),
    "sectors": ("Parts of the organisation", "Dele af organisationen"),
    "service": ("Service", "Ydelse"),
    "services": ("Services", "Ydelser"),
    "set_off": (
        "Reduction by the refund of sickness benefit",
        "Nedsættelse med sygedagpengerefusion",
    ),
    "sex": ("Sex", "Køn"),
    "share": ("Share", "Andel"),
    "sickness": ("Sickness absence", "Sygefravær"),
    "sickness_benefit": ("Sickness benefit by day", "Sygedagpenge pr. dag"),
    "source": ("Source", "Kilde"),
    "special_support": ("Special support", "Særlig støtte"),
    "stamped_at": ("Time stamp", "Tidsstempel"),
    "start": ("First day", "Første dag"),
    "started_on": ("First day of the job", "Første ansættelsesdag"),
    "starting_pay": ("Lowest agreed pay", "Mindste overenskomstmæssige løn"),
    "starts_on": ("First day of the agreement", "Aftalens første dag"),
    "state": ("State", "Status"),
    "subsidised": ("Subsidised employees", "Ansatte med tilskud"),
    "supplement": ("Supplement to the refund", "Tillæg til refusion"),
    "target_group": ("Target group", "Målgruppe"),
    "terms": ("Terms of the job", "Jobbets vilkår"),
    "text": ("Text", "Tekst"),
    "to": ("Reader", "Læser"),
    "topic": ("Topic", "Emne"),
    "total": ("Pay and supplement", "Løn og fleksløntilskud"),
    "treatment_decided_before_hiring": (
        "Treatment was decided before hiring",
        "Behandling var besluttet før ansættelsen",
    ),
    "trigger": ("Trigger", "Anledning"),
    "unit": ("Unit", "Enhed"),
    "until": ("Last day", "Sidste dag"),
    "uses": ("Use of the hours", "Forbrug af timerne"),
    "vacated_on": ("Day on which the post became vacant", "Dag, hvor stillingen blev ledig"),
    "valid_from": ("First day", "Første dag"),
    "valid_to": ("Last day", "Sidste dag"),
    "value": ("Value", "Værdi"),
    "week": ("Week", "Uge"),
    "weekly_absence_hours": ("Weekly hours of absence", "Ugentlige fraværstimer"),
    "weekly_benefit": ("Unemployment benefit a week", "Dagpenge pr. uge"),
    "weekly_hours": ("Weekly hours", "Ugentlig arbejdstid"),
    "work_done": ("Value of the work done", "Værdi af det udførte arbejde"),
    "workplaces": ("Workplaces", "Arbejdspladser"),
    "year": ("Year", "År"),
}

_GIVENS = {
    "absent_hours": ("Hours of absence in the month", "Fraværstimer i måneden"),
    "amount_paid": ("Amount paid", "Udbetalt beløb"),
    "assistance_hours": ("Hours of assistance", "Timer med personlig assistance"),
    "atp": ("ATP in the refund: none", "ATP i refusionen: ingen"),
    "bonus_months": ("Months of the bonus", "Måneder, som bonussen dækker"),
    "employer_paid_days": (
        "Days already paid for the same illness",
        "Dage, der allerede er betalt for ved samme lidelse",
    ),
    "full_time_pay": (
        "Pay for a full-time month, with pension",
        "Løn for en måned på fuld tid, med pension",
    ),
    "full_time_starting_pay": (
        "Lowest agreed pay, full-time month",
        "Mindste overenskomstmæssige løn (begyndelsesløn) for en fuldtidsmåned",
    ),
    "held": (
        "Days from Monday to Friday on which the job is held",
        "Dage fra mandag til fredag, hvor ansættelsen gælder",
    ),
    "hourly_rate": ("Hourly rate given", "Oplyst timesats"),
    "month_days": ("Days of a month, by the order", "En måneds dage efter bekendtgørelsen"),
    "month_hours": ("Hours with pay in the month", "Timer med løn i måneden"),
    "month_pay": ("Pay for the month", "Løn for måneden"),
    "monthly_help": ("Help a month before tax", "Hjælp pr. måned før skat"),
    "planned_hours": ("Planned hours in the month", "Planlagte timer i måneden"),
    "saved": ("Hours saved before the first quarter", "Opsparede timer før det første kvartal"),
    "share": ("Share granted", "Bevilget andel"),
    "spread_days": ("Days that the hours are spread over", "Dage, som timerne er fordelt på"),
    "starting_pay": ("Lowest agreed pay", "Mindste overenskomstmæssige løn (begyndelsesløn)"),
    "weekdays": (
        "Days from Monday to Friday in the month",
        "Dage fra mandag til fredag i måneden",
    ),
}

_KINDS = {
    "ActorKind": ("a kind of actor", "en type aktør"),
    "AssistanceUse": ("a use of assistance", "et forbrug af personlig assistance"),
    "BenefitKind": ("a kind of benefit", "en type ydelse"),
    "Bonus": ("a bonus for several months", "en bonus for flere måneder"),
    "Case": ("a case", "en sag"),
    "CaseOpened": ("the opening of a case", "en sags oprettelse"),
    "CaseOutcome": ("how a case ended", "en afslutning af en sag"),
    "Cause": ("a cause", "en årsag"),
    "Chapter": ("a social chapter", "et socialt kapitel"),
    "Consideration": ("the outcome of considering a measure", "en overvejet ordnings status"),
    "ConsultantActivity": ("an activity of a consultant", "en konsulents aktivitet"),
    "Deadline": ("a deadline", "en frist"),
    "Event": ("an event", "en hændelse"),
    "EventKind": ("a kind of event", "en type hændelse"),
    "Evidence": ("how a figure is known", "grundlaget for en sats"),
    "Explained": ("a calculator's result", "resultatet af en beregning"),
    "Explanation": ("an explanation", "en forklaring"),
    "Facts": ("facts", "oplysninger"),
    "Figure": ("a figure", "en sats"),
    "Flexjob": ("a flexjob", "et fleksjob"),
    "FlexjobChange": ("changed terms of a flexjob", "et fleksjobs ændrede vilkår"),
    "FlexjobSince2013": (
        "a flexjob begun in 2013 or later",
        "en ansættelse i fleksjob fra 1. januar 2013",
    ),
    "FlexjobSince2013Work": (
        "a month of work in a flexjob begun in 2013 or later",
        "en måned i fleksjob ved ansættelse fra 1. januar 2013",
    ),
    "FlexjobTerms": ("the terms of a flexjob", "et fleksjobs vilkår"),
    "FlexjobWork": (
        "a month of work in a flexjob begun before 2013",
        "en måned i fleksjob ved ansættelse før 1. januar 2013",
    ),
    "FormerCitation": ("a former citation", "en tidligere henvisning"),
    "AgreedIllness": ("a sealed illness of an agreement", "en forseglet lidelse i en aftale"),
    "HealthNote": ("a sealed health note", "en forseglet helbredsoplysning"),
    "Identity": ("a sealed identity", "en forseglet identitet"),
    "Label": ("a text in both languages", "en tekst på begge sprog"),
    "Measure": ("what is measured", "hvad der opgøres"),
    "Message": ("a message", "en meddelelse"),
    "Month": ("a month", "en måned"),
    "NetExpansion": ("an assessed net expansion", "en vurderet merbeskæftigelse"),
    "OrdinaryWork": ("ordinary work", "almindeligt arbejde"),
    "Parameter": ("a series of figures", "en satsrække"),
    "ParameterSet": ("a set of figures", "et sæt satser"),
    "Pay": ("a rate of pay", "en løn pr. måned eller pr. time"),
    "Period": ("a period", "en periode"),
    "PrivateText": ("a sealed text", "en forseglet tekst"),
    "Profile": ("a profile", "en profil"),
    "Publication": ("a publication", "en publikation"),
    "Quarter": ("a quarter", "et kvartal"),
    "Schedule": ("a schedule of work", "en arbejdstidsplan"),
    "Section56Agreement": ("a section 56 agreement", "en § 56-aftale"),
    "SeenEvent": ("an event of a case as a reader sees it", "en hændelse, som en læser ser den"),
    "Share": ("a share", "en andel"),
    "SickLeave": ("a sick leave", "en sygemelding"),
    "SicknessAbsence": ("an absence because of sickness", "et sygefravær"),
    "Source": ("a source", "en kilde"),
    "SubsidisedJob": ("a job with wage subsidy", "et job med løntilskud"),
    "SubsidisedTerms": (
        "the terms of a job with wage subsidy",
        "vilkårene for et job med løntilskud",
    ),
    "SubsidisedWork": ("work in a job with wage subsidy", "arbejde i et job med løntilskud"),
    "UUID": ("a UUID", "et UUID"),
    "Unit": ("a unit", "en enhed"),
    "Week": ("a week", "en uge"),
    "Workplace": ("a workplace", "en arbejdsplads"),
}

_PLAIN_KINDS = {
    "Decimal": ("a number", "et tal"),
    "Fraction": ("a fraction", "en brøk"),
    "Iterable": ("a list", "en liste"),
    "Mapping": ("a table of names and values", "en tabel med navne og værdier"),
    "bytes": ("raw data", "rå data"),
    "date": ("a date", "en dato"),
    "datetime": ("a time with its day", "et tidspunkt med dato"),
    "dict": ("a table of names and values", "en tabel med navne og værdier"),
    "float": ("a number that is not exact", "et unøjagtigt tal"),
    "frozenset": ("a set", "en mængde"),
    "int": ("a whole number", "et helt tal"),
    "list": ("a list", "en liste"),
    "set": ("a set", "en mængde"),
    "str": ("a text", "en tekst"),
    "tuple": ("a list", "en liste"),
}

_CHOICES = {
    "DayState.FIT": ("fit, at full work", "raskmeldt"),
    "DayState.HOLIDAY": ("holiday", "ferie"),
    "DayState.OFF_DUTY": ("day off", "fridag"),
    "DayState.ON_DUTY": ("on duty on a public holiday", "på arbejde på en helligdag"),
    "DayState.PARTLY_FIT": ("partial leave", "delvis sygemeldt"),
    "DayState.UNPAID_LEAVE": ("unpaid leave", "orlov uden løn"),
    "PaidTo.EMPLOYEE": ("the employee", "medarbejderen"),
    "PaidTo.EMPLOYER": ("the employer", "arbejdsgiveren"),
    "RefundBasis.FLEXJOB": ("flexjob begun before 2013", "ansat i fleksjob før 1. januar 2013"),
    "RefundBasis.FLEXJOB_SINCE_2013": (
        "flexjob begun in 2013 or later",
        "ansat i fleksjob fra 1. januar 2013",
    ),
    "RefundBasis.NEW_EMPLOYEE": ("new employee", "nyansat"),
    "RefundBasis.ORDINARY": ("after the employer period", "efter arbejdsgiverperioden"),
    "RefundBasis.SECTION_56": ("section 56 agreement", "§ 56-aftale"),
    "TargetGroup.DISABILITY_PENSION": ("disability pension", "førtidspension"),
    "TargetGroup.NEWLY_QUALIFIED": (
        "newly qualified with a disability",
        "nyuddannet med et handicap",
    ),
    "TargetGroup.REHABILITATION": ("rehabilitation", "revalidering"),
    "TargetGroup.UNEMPLOYED_WITH_BENEFIT": (
        "recipient of unemployment benefit",
        "dagpengemodtager",
    ),
    "Weekday.MONDAY": ("Monday", "mandag"),
    "Weekday.TUESDAY": ("Tuesday", "tirsdag"),
    "Weekday.WEDNESDAY": ("Wednesday", "onsdag"),
    "Weekday.THURSDAY": ("Thursday", "torsdag"),
    "Weekday.FRIDAY": ("Friday", "fredag"),
    "Weekday.SATURDAY": ("Saturday", "lørdag"),
    "Weekday.SUNDAY": ("Sunday", "søndag"),
}

LABELS: dict[str, Label] = {name: Label(en, da) for name, (en, da) in _TEXTS.items()}
"""The label of each field, by its name."""

GIVENS: dict[str, Label] = {
    **LABELS,
    **{name: Label(en, da) for name, (en, da) in _GIVENS.items()},
}
"""What each input of an explanation is called: as its field, or by more than that says."""

KINDS: dict[str, Label] = {
    **{name: Coded(en, da, f"{en} ({name})") for name, (en, da) in _KINDS.items()},
    **{name: Label(en, da) for name, (en, da) in _PLAIN_KINDS.items()},
    "bool": Coded("yes or no", "ja eller nej", "True for yes or False for no"),
}
"""The label of an object of each class, by the class's name; programs are shown the class name."""


def label_of(field: str) -> Label | None:
    """The label of a field, by its name or its path; None where the glossary lacks it.

    >>> label_of("job.weekly_hours")
    Label(en='Weekly hours', da='Ugentlig arbejdstid')
    """
    return LABELS.get(field.partition("[")[0].rpartition(".")[2])


def kind_of(name: str) -> Label | None:
    """The label of an object of a class; None where the glossary lacks it.

    >>> kind_of("Flexjob")
    Coded(en='a flexjob', da='et fleksjob', code='a flexjob (Flexjob)')
    """
    return KINDS.get(name)


def choice_label(choice: Enum) -> Text | None:
    """The label of a member of an enumeration: its own, or the glossary's.

    >>> from socialkapitel import PaidTo
    >>> choice_label(PaidTo.EMPLOYER)
    Label(en='the employer', da='arbejdsgiveren')
    """
    own = getattr(choice, "label", None)
    if isinstance(own, (Label, Message)):
        return own
    texts = _CHOICES.get(f"{type(choice).__name__}.{choice.name}")
    return Label(*texts) if texts else None


@attrs.frozen
class Term:
    """A concept of the profession: its name, the source of that, and names to avoid.

    Attributes:
        label: the one name of the concept, in both languages.
        source: where those whose word it is use the Danish name.
        avoided: Danish words that texts avoid for it.
        avoided_en: English words that texts avoid for it.
    """

    label: Label
    source: str
    avoided: tuple[str, ...] = ()
    avoided_en: tuple[str, ...] = ()


@cache
def terms() -> dict[str, Term]:
    """The terms of the profession, by the Danish term.

    >>> terms()["tillæg til refusion"].avoided
    ('statens tillæg', 'tillæg fra staten')
    """
    with (files("socialkapitel") / "terms.toml").open("rb") as file:
        told = tomllib.load(file)
    return {
        danish: Term(
            Label(term["en"], danish),
            term["source"],
            tuple(term.get("avoided", ())),
            tuple(term.get("avoided_en", ())),
        )
        for danish, term in told.items()
    }
