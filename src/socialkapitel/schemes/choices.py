"""Facts whose value is one of several answers."""

from __future__ import annotations

from enum import Enum

from socialkapitel.messages import Label


class MeasureState(Enum):
    """A measure's state: tried, ruled out, or not tried (afprøvet, udelukket, ikke afprøvet)."""

    TRIED = "tried"
    RULED_OUT = "ruled-out"
    OPEN = "open"


class Benefit(Enum):
    """The benefit that a person is entitled to when not paid for work (forsørgelse)."""

    NONE = "none"
    UNEMPLOYMENT = "unemployment"
    CASH = "cash"
    START = "start"
    INTRODUCTION = "introduction"
    SICKNESS = "sickness"
    OTHER = "other"


class SocialPension(Enum):
    """Whether a person draws a social pension, and which (social pension)."""

    NONE = "none"
    DISABILITY = "disability"
    OLD_AGE = "old-age"


class Terms(Enum):
    """The terms of the job that the person has or is about to get (ansættelsesvilkår)."""

    ORDINARY = "ordinary"
    SPECIAL = "special"
    FLEXJOB = "flexjob"
    FLEXJOB_SINCE_2013 = "flexjob-since-2013"
    WAGE_SUBSIDY = "wage-subsidy"
    NO_JOB = "no-job"


CHOICE_LABELS: dict[Enum, Label] = {
    MeasureState.TRIED: Label(en="tried", da="afprøvet"),
    MeasureState.RULED_OUT: Label(en="ruled out", da="udelukket"),
    MeasureState.OPEN: Label(en="not tried", da="ikke afprøvet"),
    Benefit.NONE: Label(en="none", da="ingen"),
    Benefit.UNEMPLOYMENT: Label(en="unemployment benefit", da="dagpenge"),
    Benefit.CASH: Label(en="cash benefit", da="kontanthjælp"),
    Benefit.START: Label(en="start benefit", da="starthjælp"),
    Benefit.INTRODUCTION: Label(en="introduction benefit", da="introduktionsydelse"),
    Benefit.SICKNESS: Label(en="sickness benefit", da="sygedagpenge"),
    Benefit.OTHER: Label(en="another benefit", da="en anden ydelse"),
    SocialPension.NONE: Label(en="none", da="ingen"),
    SocialPension.DISABILITY: Label(en="disability pension", da="førtidspension"),
    SocialPension.OLD_AGE: Label(en="old-age pension", da="folkepension"),
    Terms.ORDINARY: Label(en="ordinary terms", da="ordinære vilkår"),
    Terms.SPECIAL: Label(en="special terms by agreement", da="særlige vilkår efter aftale"),
    Terms.FLEXJOB: Label(en="flexjob begun before 2013", da="ansat i fleksjob før 1. januar 2013"),
    Terms.FLEXJOB_SINCE_2013: Label(
        en="flexjob begun in 2013 or later", da="ansat i fleksjob fra 1. januar 2013"
    ),
    Terms.WAGE_SUBSIDY: Label(en="wage subsidy", da="løntilskud"),
    Terms.NO_JOB: Label(en="no job", da="intet job"),
}
"""The name of each answer."""
