"""The schemes by id, with their names, and what a name reveals about health."""

from __future__ import annotations

from socialkapitel.messages import Label, Labelled

SCHEME_NAMES = {
    "adjustment": Label(en="Adjustment of working conditions", da="Tilpasning af arbejdsvilkår"),
    "adult-education": Label(
        en="State support for adult education (SVU)", da="Statens voksenuddannelsesstøtte (SVU)"
    ),
    "aids": Label(en="Aids and workplace adaptation", da="Hjælpemidler og arbejdspladsindretning"),
    "apprentice-rehabilitation": Label(
        en="Rehabilitation as an apprentice", da="Revalidering som lærling"
    ),
    "disability-pension-job": Label(
        en="Job with wage subsidy for disability pensioners",
        da="Job med løntilskud til førtidspensionister",
    ),
    "flexjob": Label(en="Flexjob begun before 2013", da="Fleksjob (ansat før 1. januar 2013)"),
    "flexjob-since-2013": Label(
        en="Flexjob begun in 2013 or later", da="Fleksjob (ansat fra 1. januar 2013)"
    ),
    "mentor": Label(en="Mentor", da="Mentor"),
    "newly-qualified": Label(
        en="Wage subsidy for a newly qualified person with a disability",
        da="Løntilskud til nyuddannede med handicap (isbryderordningen)",
    ),
    "partial-return": Label(en="Partial return to work", da="Delvis raskmelding"),
    "partial-sick-leave": Label(en="Partial sick leave", da="Delvis sygemelding"),
    "personal-assistance": Label(en="Personal assistance", da="Personlig assistance"),
    "rehabilitation": Label(
        en="Rehabilitation with wage subsidy", da="Revalidering med løntilskud"
    ),
    "relocation": Label(en="Relocation to other work", da="Omplacering til andet arbejde"),
    "retraining": Label(en="Retraining", da="Omskoling"),
    "section-56": Label(en="Section 56 agreement", da="§ 56-aftale"),
    "special-terms": Label(
        en="Agreement-based job on special terms", da="Aftalebaseret job på særlige vilkår"
    ),
    "wage-subsidy-unemployed": Label(
        en="Wage subsidy for recipients of unemployment benefit",
        da="Løntilskud til dagpengemodtagere",
    ),
    "work-placement": Label(en="Work placement", da="Virksomhedspraktik"),
    "work-trial": Label(en="Work trial", da="Arbejdsprøvning"),
}


NEUTRAL = "agreement-on-work"
"""What replaces a scheme's id for those who may not know which scheme it is."""

NEUTRAL_NAME = Label(en="an agreement on the work", da="en aftale om arbejdet")


class Naming(Labelled):
    """What the name of a scheme reveals about the person who has it (helbredsoplysning).

    * ``TELLS_HEALTH``: only somebody who is ill, disabled or of reduced ability has it, so the name
      alone is health information. Those who may not know it are told of an agreement on the work.
    * ``COVERS``: the name reveals nothing about health. It is withheld all the same: if the neutral
      words only replaced revealing names, they would reveal as much.
    * ``OPEN``: the name reveals nothing about health and is shown.
    """

    TELLS_HEALTH = "tells-health", Label("reveals something about health", "fortæller om helbred")
    COVERS = (
        "covers",
        Label(
            "reveals nothing about health, but is not mentioned either",
            "fortæller intet om helbred, men nævnes heller ikke",
        ),
    )
    OPEN = "open", Label("reveals nothing about health", "fortæller intet om helbred")
