"""The criteria that chapters hold their principles against."""

from __future__ import annotations

from socialkapitel.chapters.events import EventKind
from socialkapitel.chapters.principles import Criterion
from socialkapitel.errors import UnknownName
from socialkapitel.messages import Label, msg
from socialkapitel.schemes import Terms
from socialkapitel.schemes.leaves import OneOf
from socialkapitel.schemes.predicates import AnyOf, settled

CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        id="working-environment-assessed",
        label=Label(
            en="The working environment is assessed, and in time",
            da="Arbejdsmiljøet vurderes, og i tide",
        ),
        unresolved=Label(
            en="No assessment is recorded: the environment may still be good",
            da="Ingen vurdering er registreret: miljøet kan godt være i orden",
        ),
        proven_by=(EventKind.WORKPLACE_ASSESSED,),
    ),
    Criterion(
        id="skills-developed",
        label=Label(
            en="Skills are kept up with what the work demands",
            da="Kompetencerne følger med arbejdets krav",
        ),
        unresolved=Label(
            en="No talk on development is recorded",
            da="Ingen samtale om udvikling er registreret",
        ),
        proven_by=(EventKind.DEVELOPMENT_TALK_HELD,),
    ),
    Criterion(
        id="tasks-matched",
        label=Label(en="Tasks match the skills", da="Opgaverne passer til kompetencerne"),
        unresolved=Label(
            en="Nobody recorded that tasks were held against skills",
            da="Ingen har registreret, at opgaver blev holdt op mod kompetencer",
        ),
        proven_by=(EventKind.TASKS_REVIEWED,),
    ),
    Criterion(
        id="talked-with-early",
        label=Label(
            en="Somebody talked with the employee soon after the change",
            da="Nogen talte med medarbejderen kort efter ændringen",
        ),
        unresolved=Label(en="No talk is recorded", da="Ingen samtale er registreret"),
        proven_by=(EventKind.CONVERSATION_HELD,),
    ),
    Criterion(
        id="problem-clarified",
        label=Label(
            en="What hinders the work is cleared up and remedied",
            da="Hvad der hindrer arbejdet, er afklaret og afhjulpet",
        ),
        unresolved=Label(
            en="The clarification is not recorded, or still goes on",
            da="Afklaringen er ikke registreret, eller den er i gang",
        ),
        proven_by=(EventKind.CLARIFICATION_MADE,),
    ),
    Criterion(
        id="pace-agreed",
        label=Label(
            en="The employee gets the time that accepting the change takes",
            da="Medarbejderen får den tid, det tager at acceptere ændringen",
        ),
        unresolved=Label(
            en="No agreement on the pace is recorded", da="Ingen aftale om tempo er registreret"
        ),
        proven_by=(EventKind.PACE_AGREED,),
    ),
    Criterion(
        id="lesser-measures-first",
        label=Label(
            en="The job is on ordinary terms, or what changes less was tried or ruled out first",
            da="Jobbet er på ordinære vilkår, eller det mindre indgribende er først prøvet eller"
            " udelukket",
        ),
        unresolved=Label(
            en="It is not known how far adjustment, relocation or retraining have come",
            da="Det vides ikke, hvor langt tilpasning, omplacering eller omskoling er kommet",
        ),
        holds=AnyOf(
            OneOf("terms", Terms.ORDINARY),
            settled("adjustment", "relocation", "retraining"),
        ),
    ),
    Criterion(
        id="alternatives-weighed",
        label=Label(
            en="Other solutions were weighed before one was chosen",
            da="Andre løsninger blev overvejet, før en blev valgt",
        ),
        unresolved=Label(
            en="Nobody recorded which solutions were weighed",
            da="Ingen har registreret, hvilke løsninger der blev overvejet",
        ),
        proven_by=(EventKind.ALTERNATIVES_WEIGHED,),
    ),
    Criterion(
        id="parties-together",
        label=Label(
            en="Employee, manager and representative worked it out together",
            da="Medarbejder, leder og repræsentant fandt løsningen sammen",
        ),
        unresolved=Label(
            en="No round-table meeting is recorded",
            da="Ingen rundbordssamtale er registreret",
        ),
        proven_by=(EventKind.ROUND_TABLE_HELD,),
    ),
    Criterion(
        id="union-involved",
        label=Label(
            en="Special terms are agreed with the union or its representative",
            da="Særlige vilkår er aftalt med fagforeningen eller dens repræsentant",
        ),
        unresolved=Label(
            en="The union's part is not recorded, or the terms are ordinary",
            da="Fagforeningens medvirken er ikke registreret, eller vilkårene er ordinære",
        ),
        proven_by=(EventKind.UNION_INVOLVED,),
    ),
    Criterion(
        id="colleagues-informed",
        label=Label(
            en="Manager and employee told the colleagues, and nothing of an illness' nature",
            da="Leder og medarbejder fortalte kollegerne det, og intet om en sygdoms art",
        ),
        unresolved=Label(
            en="Nobody recorded that the colleagues know",
            da="Ingen har registreret, at kollegerne ved det",
        ),
        proven_by=(EventKind.COLLEAGUES_INFORMED,),
        broken_by=(EventKind.ILLNESS_DISCLOSED,),
    ),
    Criterion(
        id="followed-up",
        label=Label(en="The arrangement is followed up", da="Ordningen følges op"),
        unresolved=Label(
            en="No follow-up is recorded, or it is not due",
            da="Ingen opfølgning er registreret, eller den står endnu for",
        ),
        proven_by=(EventKind.FOLLOW_UP_HELD,),
    ),
    Criterion(
        id="work-arranged-individually",
        label=Label(
            en="The work is arranged for this person, within what the tasks allow",
            da="Arbejdet er lagt til rette for denne person, inden for opgavernes rammer",
        ),
        unresolved=Label(
            en="No arrangement is recorded", da="Ingen tilrettelæggelse er registreret"
        ),
        proven_by=(EventKind.WORK_ARRANGED,),
    ),
    Criterion(
        id="colleagues-consulted",
        label=Label(
            en="Colleagues had a say in what it means for them",
            da="Kolleger blev hørt om, hvad det betyder for dem",
        ),
        unresolved=Label(
            en="Nobody recorded that colleagues were heard",
            da="Ingen har registreret, at kolleger blev hørt",
        ),
        proven_by=(EventKind.COLLEAGUES_CONSULTED,),
    ),
    Criterion(
        id="cost-weighed",
        label=Label(
            en="What it costs employee and workplace was weighed",
            da="Hvad det koster medarbejder og arbejdsplads, blev vejet",
        ),
        unresolved=Label(
            en="No look at the cost is recorded", da="Intet blik på udgiften er registreret"
        ),
        proven_by=(EventKind.COST_WEIGHED,),
    ),
    Criterion(
        id="outsiders-brought-in",
        label=Label(
            en="People from outside whose ability is reduced are taken in",
            da="Folk udefra med nedsat arbejdsevne kommer ind",
        ),
        unresolved=Label(
            en="Nobody taken in is recorded: perhaps nobody could be",
            da="Ingen er registreret som kommet ind: måske kunne ingen det",
        ),
        proven_by=(EventKind.OUTSIDER_HIRED,),
    ),
    Criterion(
        id="unemployed-brought-in",
        label=Label(en="Unemployed people are taken in", da="Ledige kommer ind"),
        unresolved=Label(
            en="Nobody taken in is recorded: perhaps there was no place",
            da="Ingen er registreret som kommet ind: måske var der ingen plads",
        ),
        proven_by=(EventKind.UNEMPLOYED_HIRED,),
    ),
    Criterion(
        id="admission-discussed",
        label=Label(
            en="Management and employees discuss taking people in",
            da="Ledelse og ansatte drøfter at tage folk ind",
        ),
        unresolved=Label(en="No discussion is recorded", da="Ingen drøftelse er registreret"),
        proven_by=(EventKind.ADMISSION_DISCUSSED,),
    ),
    Criterion(
        id="workplace-taught",
        label=Label(
            en="Workplaces learn to meet absence and changed ability",
            da="Arbejdspladser lærer at møde fravær og ændret arbejdsevne",
        ),
        unresolved=Label(en="No teaching is recorded", da="Ingen undervisning er registreret"),
        proven_by=(EventKind.TEACHING_HELD,),
    ),
)
"""Every criterion that the packaged chapters use; other chapters may use them too."""

_BY_ID = {each.id: each for each in CRITERIA}


def criterion(criterion_id: str) -> Criterion:
    """The criterion of that id.

    Raises:
        UnknownName: with the nearest ids.

    >>> criterion("followed-up").proven_by
    (<EventKind.FOLLOW_UP_HELD: 'follow-up-held'>,)
    """
    try:
        return _BY_ID[criterion_id]
    except (KeyError, TypeError):
        raise UnknownName(msg("criterion"), criterion_id, _BY_ID) from None
