"""The criteria that chapters hold their principles against."""

from __future__ import annotations

from socialkapitel.chapters.patterns import EventPattern
from socialkapitel.chapters.principles import Criterion
from socialkapitel.chapters.signs import (
    ALL_PARTIES,
    INFORMED_TOGETHER,
    TALK,
    UNION_TOOK_PART,
    WEIGHED,
    WORK_ARRANGED,
    pattern,
    started,
)
from socialkapitel.errors import UnknownName
from socialkapitel.messages import Label, msg
from socialkapitel.roles import Trigger
from socialkapitel.schemes import Terms
from socialkapitel.schemes.leaves import OneOf
from socialkapitel.schemes.predicates import AnyOf, settled


def _criterion(
    name: str, en: str, da: str, open_en: str, open_da: str, *proofs: EventPattern
) -> Criterion:
    return Criterion(
        id=name,
        label=Label(en=en, da=da),
        unresolved=Label(en=open_en, da=open_da),
        proven_by=proofs,
    )


_TALKED_WITH_EARLY = Criterion(
    id="talked-with-early",
    label=Label(
        en="Somebody talked with the employee soon after the change",
        da="Der er talt med medarbejderen kort efter ændringen",
    ),
    unresolved=Label(
        en="a talk may have been held without being recorded",
        da="samtalen kan være holdt uden at være registreret",
    ),
    proven_by=TALK,
    after=Trigger.ABILITY_CHANGED,
)
_LESSER_MEASURES_FIRST = Criterion(
    id="lesser-measures-first",
    label=Label(
        en="The employee is kept on ordinary terms, or less far-reaching schemes were first tried"
        " or ruled out",
        da="Medarbejderen er fastholdt på ordinære vilkår, eller mindre indgribende ordninger er"
        " først afprøvet eller udelukket",
    ),
    unresolved=Label(
        en="less far-reaching schemes may have been considered",
        da="mindre indgribende ordninger kan være overvejet",
    ),
    holds=AnyOf(OneOf("terms", Terms.ORDINARY), settled("adjustment", "relocation", "retraining")),
)
_COLLEAGUES_INFORMED = Criterion(
    id="colleagues-informed",
    label=Label(
        en="Manager and employee inform the colleagues together, and never of the nature of an"
        " illness",
        da="Leder og medarbejder informerer i fællesskab kollegerne, og aldrig om sygdommens art",
    ),
    unresolved=Label(
        en="the colleagues may have been informed without its being recorded",
        da="kollegerne kan være informeret, uden at det er registreret",
    ),
    proven_by=INFORMED_TOGETHER,
    broken_by=(pattern("illness-disclosed"),),
)

CRITERIA: tuple[Criterion, ...] = (
    _criterion(
        "working-environment-assessed",
        "The working environment is assessed in time",
        "Arbejdsmiljøet vurderes rettidigt",
        "the working environment may be good all the same",
        "arbejdsmiljøet kan være godt alligevel",
        pattern("workplace-assessed"),
    ),
    _criterion(
        "skills-developed",
        "Professional and personal skills are developed in step with the demands of the work",
        "Faglige og personlige kompetencer udvikles i takt med arbejdets krav",
        "skills may have been developed in other ways",
        "kompetencerne kan være udviklet på anden måde",
        pattern("development-talk-held"),
    ),
    _criterion(
        "tasks-matched",
        "Tasks match the employees' skills",
        "Opgaverne matcher medarbejdernes kompetencer",
        "tasks and skills may match all the same",
        "opgaver og kompetencer kan passe sammen alligevel",
        pattern("tasks-reviewed"),
    ),
    _TALKED_WITH_EARLY,
    _criterion(
        "problem-clarified",
        "The problem behind the change in ability to work has been clarified and remedied",
        "Det problem, der ligger bag ændringen i arbejdsevnen, er afklaret og afhjulpet",
        "clarification may be under way",
        "afklaringen kan være i gang",
        pattern("work-trial-held"),
        pattern("consultant-engaged", services=["clarifying-talk"]),
    ),
    _criterion(
        "pace-agreed",
        "The employee is given time to come to terms with the change",
        "Medarbejderen får tid til erkendelse",
        "the pace may have been agreed orally",
        "tempoet kan være aftalt mundtligt",
        pattern("partial-return", "weekly_hours"),
        pattern("agreement-signed", scheme=("partial-sick-leave", "partial-return")),
    ),
    _LESSER_MEASURES_FIRST,
    _criterion(
        "alternatives-weighed",
        "Rearranged work, relocation, retraining and other solutions have been considered",
        "Ændret arbejdstilrettelæggelse, omplacering, omskoling og andre løsninger er overvejet",
        "they may have been considered without its being recorded",
        "de kan være overvejet, uden at det er registreret",
        *WEIGHED,
    ),
    _criterion(
        "parties-together",
        "Employee, nearest manager and union representative or union find the solution together",
        "Medarbejder, nærmeste leder og tillidsrepræsentant eller faglig organisation finder"
        " løsningen i et samarbejde",
        "they may have cooperated without a joint meeting",
        "samarbejdet kan være foregået uden et fælles møde",
        *ALL_PARTIES,
    ),
    _criterion(
        "union-involved",
        "Employment on special terms is agreed with the union representative or the union with"
        " bargaining rights",
        "Ansættelse på særlige vilkår aftales med tillidsrepræsentanten eller den"
        " forhandlingsberettigede faglige organisation",
        "the terms may be ordinary",
        "vilkårene kan være ordinære",
        *UNION_TOOK_PART,
    ),
    _COLLEAGUES_INFORMED,
    _criterion(
        "followed-up",
        "The arrangement is followed up as needed",
        "Ordningen følges op i fornødent omfang",
        "follow-up may not be due yet",
        "opfølgning er måske endnu ikke aktuel",
        pattern("follow-up-held"),
    ),
    _criterion(
        "work-arranged-individually",
        "The work is arranged so that the employee's resources and the demands of the workplace"
        " are in balance",
        "Arbejdet er tilrettelagt, så der er balance mellem medarbejderens ressourcer og"
        " arbejdspladsens krav",
        "the work may be arranged individually without a scheme",
        "arbejdet kan være tilrettelagt individuelt uden en ordning",
        *WORK_ARRANGED,
    ),
    _criterion(
        "colleagues-consulted",
        "Colleagues have been consulted on what the arrangement means for them",
        "Kollegerne er hørt om, hvad ordningen betyder for dem",
        "the colleagues may have been consulted without its being recorded",
        "kollegerne kan være hørt, uden at det er registreret",
        pattern("colleagues-consulted"),
    ),
    _criterion(
        "cost-weighed",
        "The costs for employee and workplace have been assessed",
        "Økonomien for medarbejder og arbejdsplads er vurderet",
        "the solution may be economically sound all the same",
        "løsningen kan være økonomisk forsvarlig alligevel",
        pattern("cost-weighed"),
    ),
    _criterion(
        "outsiders-brought-in",
        "People from outside with reduced ability to work are brought in",
        "Udefrakommende med nedsat arbejdsevne indsluses",
        "there may have been no opportunity",
        "måske har der ikke været mulighed for det",
        pattern("case-closed", outcome=("taken-in",)),
    ),
    _criterion(
        "unemployed-brought-in",
        "Unemployed people are given employment",
        "Ledige beskæftiges",
        "there may have been no place",
        "måske har der ikke været en plads",
        started("wage-subsidy-unemployed"),
    ),
    _criterion(
        "admission-discussed",
        "Management and employees discuss bringing in people from outside",
        "Ledelse og medarbejdere drøfter indslusning",
        "it may have been discussed without its being recorded",
        "drøftelsen kan være ført, uden at den er registreret",
        pattern("admission-discussed"),
    ),
    _criterion(
        "workplace-taught",
        "Workplaces are trained in handling absence and changed ability to work",
        "Arbejdspladserne uddannes i at håndtere sygefravær og ændret arbejdsevne",
        "training may have been given without its being recorded",
        "undervisningen kan være holdt, uden at den er registreret",
        pattern("teaching-held"),
    ),
)
"""Every criterion that the packaged chapters use; other chapters may use them too."""

_BY_ID = {each.id: each for each in CRITERIA}


def criterion(criterion_id: str) -> Criterion:
    """The criterion of that id.

    Raises:
        UnknownName: with the nearest ids.

    >>> criterion("followed-up").proven_by
    (EventPattern(kind='follow-up-held', fields=()),)
    """
    try:
        return _BY_ID[criterion_id]
    except (KeyError, TypeError):
        raise UnknownName(msg("criterion"), criterion_id, _BY_ID) from None
