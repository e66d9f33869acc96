"""Facts whose value is one of several answers."""

from __future__ import annotations

from socialkapitel.messages import Label, Labelled


class MeasureState(Labelled):
    """A measure's state: tried, ruled out, or not tried (afprøvet, udelukket, ikke afprøvet)."""

    TRIED = "tried", Label("tried", "afprøvet")
    RULED_OUT = "ruled-out", Label("ruled out", "udelukket")
    OPEN = "open", Label("not tried", "ikke afprøvet")


class Benefit(Labelled):
    """The benefit that a person is entitled to when not paid for work (forsørgelse)."""

    NONE = "none", Label("none", "ingen")
    UNEMPLOYMENT = "unemployment", Label("unemployment benefit", "dagpenge")
    CASH = "cash", Label("cash benefit", "kontanthjælp")
    START = "start", Label("start benefit", "starthjælp")
    INTRODUCTION = "introduction", Label("introduction benefit", "introduktionsydelse")
    SICKNESS = "sickness", Label("sickness benefit", "sygedagpenge")
    OTHER = "other", Label("another benefit", "en anden ydelse")


class SocialPension(Labelled):
    """Whether a person draws a social pension, and which (social pension)."""

    NONE = "none", Label("none", "ingen")
    DISABILITY = "disability", Label("disability pension", "førtidspension")
    OLD_AGE = "old-age", Label("old-age pension", "folkepension")


class Terms(Labelled):
    """The terms of the job that the person has or is about to get (ansættelsesvilkår)."""

    ORDINARY = "ordinary", Label("ordinary terms", "ordinære vilkår")
    SPECIAL = "special", Label("special terms by agreement", "særlige vilkår efter aftale")
    FLEXJOB = "flexjob", Label("flexjob begun before 2013", "ansat i fleksjob før 1. januar 2013")
    FLEXJOB_SINCE_2013 = (
        "flexjob-since-2013",
        Label("flexjob begun in 2013 or later", "ansat i fleksjob fra 1. januar 2013"),
    )
    WAGE_SUBSIDY = "wage-subsidy", Label("wage subsidy", "løntilskud")
    NO_JOB = "no-job", Label("no job", "intet job")
