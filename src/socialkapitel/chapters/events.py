"""The kinds of events that prove, or break, what a chapter promises."""

from __future__ import annotations

from enum import Enum

from socialkapitel.messages import Label


class EventKind(Enum):
    """Something that is recorded of a case or of a workplace (hændelse)."""

    WORKPLACE_ASSESSED = "workplace-assessed"
    DEVELOPMENT_TALK_HELD = "development-talk-held"
    TASKS_REVIEWED = "tasks-reviewed"
    CONVERSATION_HELD = "conversation-held"
    CLARIFICATION_MADE = "clarification-made"
    PACE_AGREED = "pace-agreed"
    ALTERNATIVES_WEIGHED = "alternatives-weighed"
    ROUND_TABLE_HELD = "round-table-held"
    UNION_INVOLVED = "union-involved"
    COLLEAGUES_INFORMED = "colleagues-informed"
    COLLEAGUES_CONSULTED = "colleagues-consulted"
    ILLNESS_DISCLOSED = "illness-disclosed"
    FOLLOW_UP_HELD = "follow-up-held"
    WORK_ARRANGED = "work-arranged"
    COST_WEIGHED = "cost-weighed"
    OUTSIDER_HIRED = "outsider-hired"
    UNEMPLOYED_HIRED = "unemployed-hired"
    ADMISSION_DISCUSSED = "admission-discussed"
    TEACHING_HELD = "teaching-held"

    @property
    def label(self) -> Label:
        """What happened, in words."""
        return _LABELS[self]


_LABELS = {
    EventKind.WORKPLACE_ASSESSED: Label(
        en="the working environment was assessed", da="arbejdsmiljøet blev vurderet"
    ),
    EventKind.DEVELOPMENT_TALK_HELD: Label(
        en="a development talk was held", da="en udviklingssamtale blev holdt"
    ),
    EventKind.TASKS_REVIEWED: Label(
        en="tasks were held against skills", da="opgaver blev holdt op mod kompetencer"
    ),
    EventKind.CONVERSATION_HELD: Label(
        en="manager and employee talked", da="leder og medarbejder talte sammen"
    ),
    EventKind.CLARIFICATION_MADE: Label(
        en="it was cleared up what the work can be", da="det blev afklaret, hvad arbejdet kan være"
    ),
    EventKind.PACE_AGREED: Label(
        en="the pace was agreed with the employee", da="tempoet blev aftalt med medarbejderen"
    ),
    EventKind.ALTERNATIVES_WEIGHED: Label(
        en="other solutions were weighed", da="andre løsninger blev overvejet"
    ),
    EventKind.ROUND_TABLE_HELD: Label(
        en="a round-table meeting was held", da="en rundbordssamtale blev holdt"
    ),
    EventKind.UNION_INVOLVED: Label(
        en="union or union representative took part",
        da="fagforening eller tillidsrepræsentant medvirkede",
    ),
    EventKind.COLLEAGUES_INFORMED: Label(
        en="manager and employee told the colleagues",
        da="leder og medarbejder fortalte kollegerne det",
    ),
    EventKind.COLLEAGUES_CONSULTED: Label(
        en="colleagues were heard on the arrangement", da="kolleger blev hørt om ordningen"
    ),
    EventKind.ILLNESS_DISCLOSED: Label(
        en="the nature of an illness was passed on", da="en sygdoms art blev givet videre"
    ),
    EventKind.FOLLOW_UP_HELD: Label(
        en="the arrangement was followed up", da="ordningen blev fulgt op"
    ),
    EventKind.WORK_ARRANGED: Label(
        en="the work was arranged for the person", da="arbejdet blev lagt til rette for personen"
    ),
    EventKind.COST_WEIGHED: Label(
        en="the cost for both sides was weighed", da="udgiften for begge parter blev vejet"
    ),
    EventKind.OUTSIDER_HIRED: Label(
        en="a person from outside with reduced ability was taken in",
        da="en person udefra med nedsat arbejdsevne kom ind",
    ),
    EventKind.UNEMPLOYED_HIRED: Label(
        en="an unemployed person was taken in", da="en ledig kom ind"
    ),
    EventKind.ADMISSION_DISCUSSED: Label(
        en="management and employees discussed taking people in",
        da="ledelse og ansatte drøftede at tage folk ind",
    ),
    EventKind.TEACHING_HELD: Label(
        en="the workplace was taught", da="arbejdspladsen fik undervisning"
    ),
}
