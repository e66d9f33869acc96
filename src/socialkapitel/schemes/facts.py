"""What is known about a person, a job and a situation. None is "not known", never "no".

Nothing here says or asks what an illness is, only what it means for the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import UnknownName, WrongType, check_kind
from socialkapitel.fields import checked, named, read_flag_or_none, whole
from socialkapitel.messages import Label, Text, msg, within
from socialkapitel.money import Number, decimal, hundredths
from socialkapitel.periods import read_date_or_none
from socialkapitel.schemes.choices import Benefit, MeasureState, SocialPension, Terms
from socialkapitel.schemes.names import SCHEME_NAMES

_WEEK = 37

Measures: TypeAlias = tuple[tuple[str, MeasureState], ...]
"""The state of measures, as pairs sorted by scheme."""


def flag(en: str, da: str) -> Any:
    """A yes or no."""
    return attrs.field(default=None, converter=read_flag_or_none, metadata=named(en, da))


def number_of(en: str, da: str, most: int) -> Any:
    """A whole number from 0."""

    def read(value: int | None) -> int | None:
        return None if value is None else whole(value, "", 0, most)

    return attrs.field(default=None, converter=read, metadata=named(en, da))


def one_answer(kind: type[Enum], en: str, da: str) -> Any:
    """One of several answers."""

    def read(value: Enum | None) -> Enum | None:
        return None if value is None else check_kind(value, kind, "")

    return attrs.field(default=None, converter=read, metadata=named(en, da))


def read_absence_hours(value: Number | None, field: str = "") -> Decimal | None:
    """Weekly hours of absence from 0 to 37, or None."""
    return None if value is None else decimal(hundredths(value, field, most=_WEEK))


def read_measures(value: Mapping[str, MeasureState] | Measures, field: str = "") -> Measures:
    """The state of measures by the ids of schemes, as sorted pairs."""
    accepted = msg("a mapping from the ids of schemes to how far each is tried (MeasureState)")
    pairs: Iterable[tuple[str, MeasureState]] = (
        value.items() if isinstance(value, Mapping) else value
    )
    try:
        states = dict(pairs)
    except (TypeError, ValueError):
        raise WrongType(field, value, accepted) from None
    for scheme, state in states.items():
        if scheme not in SCHEME_NAMES:
            raise UnknownName(msg("scheme"), scheme, SCHEME_NAMES)
        check_kind(state, MeasureState, f"{field}[{scheme!r}]")
    return tuple(sorted(states.items()))


FactValue: TypeAlias = bool | int | Decimal | date | Enum
"""The types of a known fact."""

_MEASURE = "measures."


@brief
@checked
@attrs.frozen(kw_only=True)
class Facts:
    """What is known about person, job and situation (oplysninger). Everything is optional.

    ``weekly_absence_hours`` takes a `Decimal`, an int or a text; ``measures`` a mapping from the
    ids of schemes to `MeasureState`, and keeps it as sorted pairs. Two sets of the same facts are
    equal.

    Raises:
        WrongType: for a value of another type than the fact's.
        InvalidInput: for a number outside its limits.
        UnknownName: for a measure that is not a scheme.

    >>> from socialkapitel.schemes import MeasureState
    >>> facts = Facts(employed_here=True, measures={"aids": MeasureState.TRIED})
    >>> facts.value("employed_here"), facts.value("measures.aids")
    (True, <MeasureState.TRIED: 'tried'>)
    >>> facts.value("born_on") is None
    True
    """

    born_on: date | None = attrs.field(
        default=None,
        converter=read_date_or_none,
        metadata=named("Day of birth", "Fødselsdato"),
    )
    unemployment_fund_member: bool | None = flag(
        "Member of an unemployment fund", "Medlem af en a-kasse"
    )
    benefit: Benefit | None = one_answer(Benefit, "Entitled to benefit", "Ret til ydelse")
    social_pension: SocialPension | None = one_answer(
        SocialPension, "Social pension", "Social pension"
    )
    reached_pension_age: bool | None = flag(
        "Has reached the state pension age", "Har nået folkepensionsalderen"
    )
    years_to_pension_age: int | None = number_of(
        "Years left to the state pension age, begun years included",
        "Antal år til folkepensionsalderen, påbegyndte år regnet med",
        80,
    )
    usual_training_age: bool | None = flag("Of usual training age", "I normal uddannelsesalder")
    wishes_to_work: bool | None = flag(
        "Wishes to use the remaining ability to work",
        "Ønsker at bruge den resterende arbejdsevne",
    )

    employed_here: bool | None = flag("Employed here", "Ansat her")
    terms: Terms | None = one_answer(Terms, "Terms of the job", "Jobbets vilkår")
    right_to_pay_during_sickness: bool | None = flag(
        "Right to pay during sickness", "Ret til løn under sygdom"
    )
    meets_employment_requirement: bool | None = flag(
        "Employed here for the last 8 weeks without a break, and at work for at least 74 hours in"
        " them",
        "Ansat her uafbrudt i de seneste 8 uger og beskæftiget i mindst 74 timer i perioden",
    )
    weeks_employed_here: int | None = number_of(
        "Weeks employed here", "Antal uger ansat her", 4_000
    )
    months_on_special_terms: int | None = number_of(
        "Months employed here on special terms or under the social chapter",
        "Antal måneder ansat her på særlige vilkår eller efter det sociale kapitel",
        900,
    )
    exempt_from_special_terms: bool | None = flag(
        "The exception from 12 months on special terms (LAB § 119, stk. 3) applies",
        "Undtagelsen fra 12 måneders ansættelse på særlige vilkår (LAB § 119, stk. 3) gælder",
    )
    job_begins_on: date | None = attrs.field(
        default=None,
        converter=read_date_or_none,
        metadata=named("First day of the job", "Ansættelsens første dag"),
    )
    years_in_flexjobs: int | None = number_of(
        "Whole years in flexjobs begun in 2013 or later",
        "Antal hele år ansat i fleksjob fra 1. januar 2013",
        80,
    )
    other_suitable_work: bool | None = flag(
        "Other suitable work can be found", "Der kan findes andet egnet arbejde"
    )
    union_agrees_on_terms: bool | None = flag(
        "Workplace and union agree on pay and terms of employment",
        "Arbejdsplads og faglig organisation er enige om løn- og ansættelsesvilkår",
    )
    net_expansion: bool | None = flag(
        "The post is a net expansion",
        "Stillingen er merbeskæftigelse",
    )
    subsidised_place_free: bool | None = flag(
        "A subsidised place is free within the quota",
        "Der er plads til flere med løntilskud eller i virksomhedspraktik efter rimelighedskravet",
    )

    ability_reduced: bool | None = flag(
        "Ability to work is reduced or changed", "Arbejdsevnen er nedsat eller ændret"
    )
    ability_unclear: bool | None = flag(
        "The person's ability to work must be clarified",
        "Personens arbejdsevne skal afklares",
    )
    has_disability: bool | None = flag(
        "Has a disability that the work must be adapted to",
        "Har et handicap, som arbejdet skal tilpasses til",
    )
    limitation_permanent: bool | None = flag(
        "The limitation is permanent", "Begrænsningen er varig"
    )
    limitation_substantial: bool | None = flag(
        "The limitation is substantial", "Begrænsningen er væsentlig"
    )
    limitation_per_cent: int | None = number_of(
        "Reduction of the ability to work, in per cent",
        "Nedsættelse af arbejdsevnen i procent",
        100,
    )
    ordinary_terms_possible: bool | None = flag(
        "Can get or keep employment on normal terms",
        "Kan opnå eller fastholde beskæftigelse på normale vilkår",
    )
    attempts_pointless: bool | None = flag(
        "It is plainly pointless to try further offers",
        "Det er åbenbart formålsløst at afprøve flere tilbud",
    )
    approved_for_rehabilitation: bool | None = flag(
        "Approved for rehabilitation", "Godkendt til revalidering"
    )
    needs_consideration: bool | None = flag(
        "Needs consideration at work", "Har brug for hensyn i arbejdet"
    )
    needs_training: bool | None = flag(
        "Needs training or education to manage the work",
        "Har brug for oplæring eller uddannelse til arbejdet",
    )
    retraining_would_qualify: bool | None = flag(
        "Retraining would qualify for other work here",
        "Omskoling vil kunne kvalificere til andet arbejde her",
    )

    fully_on_sick_leave: bool | None = flag("On full sick leave", "Fuldt sygemeldt")
    partly_fit_for_work: bool | None = flag(
        "Can do part of the work",
        "Kan varetage en del af arbejdet",
    )
    absence_temporary: bool | None = flag("The absence is temporary", "Fraværet er midlertidigt")
    weekly_absence_hours: Decimal | None = attrs.field(
        default=None,
        converter=read_absence_hours,
        metadata=named(
            "Hours of absence a week, treatment and transport included",
            "Fraværstimer om ugen, behandling og transport medregnet",
        ),
    )
    lasting_absence_risk: bool | None = flag(
        "More absence must be expected because of a long-term or chronic illness",
        "Der må forventes øget fravær på grund af langvarig eller kronisk lidelse",
    )
    expected_absence_days: int | None = number_of(
        "Days of absence expected within a year because of the illness",
        "Forventet antal fraværsdage inden for et år på grund af lidelsen",
        366,
    )
    absence_days_last_year: int | None = number_of(
        "Days of absence in the last year because of the illness that the agreement covers",
        "Antal fraværsdage i det seneste år på grund af den lidelse, aftalen omfatter",
        366,
    )
    treatment_decided_when_hired: bool | None = flag(
        "Treatment was decided already when hired",
        "Behandlingen var besluttet allerede ved ansættelsen",
    )
    employer_period_paid_within_year: bool | None = flag(
        "The employer has paid the required days for the same illness within the 12 months before"
        " admission or treatment",
        "Arbejdsgiveren har betalt for det krævede antal dage ved samme lidelse inden for de 12"
        " måneder før indlæggelsen eller behandlingen",
    )
    fixed_shorter_hours_wanted: bool | None = flag(
        "Permanently reduced hours are wanted",
        "Der ønskes fast nedsat arbejdstid",
    )
    renews_section_56: bool | None = flag(
        "An earlier section 56 agreement is to be renewed", "En tidligere § 56-aftale skal fornyes"
    )
    conditions_changed_materially: bool | None = flag(
        "Conditions of work or health have changed materially at expiry",
        "Arbejdsmæssige eller helbredsmæssige forhold er væsentligt ændret ved udløbet",
    )

    needs_special_tools: bool | None = flag(
        "Needs special tools or an adapted workplace",
        "Har brug for særlige arbejdsredskaber eller særlig indretning af arbejdspladsen",
    )
    tools_usual_here: bool | None = flag(
        "The tools are generally needed here or an ordinary requirement of the working environment",
        "Arbejdsredskaberne er almindeligt nødvendige her eller et almindeligt arbejdsmiljøkrav",
    )
    tools_decisive: bool | None = flag(
        "The tools decide whether the job can be done",
        "Arbejdsredskaberne er afgørende for, om jobbet kan udføres",
    )
    can_do_main_tasks: bool | None = flag(
        "Can do the main part of the job",
        "Kan varetage hovedparten af sit job",
    )
    needs_help_with_tasks: bool | None = flag(
        "Needs practical help with single tasks", "Har brug for praktisk hjælp til enkelte opgaver"
    )
    in_further_education: bool | None = flag(
        "In further education", "Under efter- eller videreuddannelse"
    )
    mentor_decisive: bool | None = flag(
        "A mentor is decisive for getting or keeping the job",
        "En mentor er afgørende for at opnå eller fastholde jobbet",
    )
    mentoring_usual_here: bool | None = flag(
        "The employer usually gives the support itself",
        "Arbejdsgiveren giver sædvanligvis selv støtten",
    )
    admitted_to_approved_education: bool | None = flag(
        "Admitted to an education that is approved for support",
        "Optaget på en uddannelse, der er godkendt til støtte",
    )
    qualifying_education_completed: bool | None = flag(
        "Has completed an education of at least 18 months that opens an unemployment fund",
        "Har gennemført en uddannelse på mindst 18 måneder, der giver ret til optagelse i en"
        " a-kasse",
    )
    years_since_education: int | None = number_of(
        "Years since the education was completed, begun years included",
        "Antal år, siden uddannelsen blev gennemført, påbegyndte år regnet med",
        80,
    )
    lacks_experience_in_field: bool | None = flag(
        "Lacks work experience in the field of the education",
        "Mangler erhvervserfaring inden for det område, uddannelsen kvalificerer til",
    )
    leave_for_education_agreed: bool | None = flag(
        "Leave for education is agreed with the employer",
        "Orlov til uddannelse er aftalt med arbejdsgiveren",
    )

    measures: Measures = attrs.field(default=(), converter=read_measures)

    def value(self, name: str) -> FactValue | None:
        """A fact by name; a measure's state by ``"measures."`` and the scheme's id.

        Raises:
            UnknownName: for a name that is not a fact's.
        """
        if name not in _FACT_NAMES:
            raise UnknownName(msg("fact"), name, _FACT_NAMES)
        if name.startswith(_MEASURE):
            return dict(self.measures).get(name.removeprefix(_MEASURE))
        found: FactValue | None = getattr(self, name)
        return found


FACT_LABELS: dict[str, Label] = {
    field.name: field.metadata["label"] for field in attrs.fields(Facts) if field.metadata
}
"""The name of each fact. Measures are named after their schemes."""


_FACT_NAMES = (*FACT_LABELS, *(f"{_MEASURE}{scheme}" for scheme in SCHEME_NAMES))


def fact_label(name: str) -> Text:
    """The name of a fact for people.

    >>> str(fact_label("measures.aids"))
    'Status of aids and workplace adaptation'
    """
    if name.startswith(_MEASURE):
        scheme = SCHEME_NAMES[name.removeprefix(_MEASURE)]
        return msg("Status of {scheme}", scheme=within(scheme))
    return FACT_LABELS[name]
