"""The authorities and funds that grant, pay and follow up, each with its dates."""

from __future__ import annotations

from datetime import date
from functools import partial

from socialkapitel.actors.kinds import ActorKind, declared
from socialkapitel.citations import herlev, midtjylland
from socialkapitel.messages import Label
from socialkapitel.sources import Source

_authority = partial(declared, ActorKind.AUTHORITY)


AUTHORITIES = (
    _authority(
        "municipality-of-residence",
        Label(en="Municipality of residence", da="Bopælskommune"),
        Label(
            en="The municipality in which the employee lives: sickness benefit, flexjob,"
            " rehabilitation.",
            da="Kommunen, hvor medarbejderen bor: sygedagpenge, fleksjob og revalidering.",
        ),
        herlev("Delvis sygemelding"),
        herlev("Fleksjob"),
        midtjylland("Bilag 3, Fleksjob"),
    ),
    _authority(
        "af",
        Label(en="Public employment service (AF)", da="Arbejdsformidlingen (AF)"),
        Label(
            en="The state's employment service, until the jobcentres took over its tasks.",
            da="Statens arbejdsformidling, indtil jobcentrene overtog dens opgaver.",
        ),
        herlev("Hjælpemidler"),
        herlev("Personlig assistance"),
        valid_to=date(2006, 12, 31),
    ),
    _authority(
        "af-disability-consultant",
        Label(en="AF's disability consultant", da="AF's handicapkonsulent"),
        Label(
            en="Approves and administers personal assistance for the employment service.",
            da="Godkender og administrerer personlig assistance for arbejdsformidlingen.",
        ),
        herlev("Personlig assistance"),
        valid_to=date(2006, 12, 31),
    ),
    _authority(
        "jobcentre",
        Label(en="Jobcentre", da="Jobcenter"),
        Label(
            en="One door for jobseekers, employees and employers; until 31 July 2009 it had a"
            " state and a municipal part.",
            da="Fælles indgang for ledige, ansatte og arbejdsgivere; til og med den 31. juli 2009"
            " med en statslig og en kommunal del.",
        ),
        midtjylland("Bilag 3, Arbejdspladsindretning"),
        valid_from=date(2007, 1, 1),
    ),
    _authority(
        "jobcentre-state",
        Label(en="Jobcentre, state part", da="Jobcenter, statslig del"),
        Label(
            en="The part of a jobcentre that the state ran.",
            da="Den del af et jobcenter, som staten drev.",
        ),
        midtjylland("Bilag 3, Personlig assistance"),
        valid_from=date(2007, 1, 1),
        valid_to=date(2009, 7, 31),
    ),
    _authority(
        "jobcentre-municipal",
        Label(en="Jobcentre, municipal part", da="Jobcenter, kommunal del"),
        Label(
            en="The part that the municipality runs; since 1 August 2009 the whole jobcentre.",
            da="Den del, som kommunen driver; fra den 1. august 2009 hele jobcentret.",
        ),
        midtjylland("Bilag 3, Arbejdspladsindretning"),
        valid_from=date(2007, 1, 1),
    ),
    _authority(
        "unemployment-fund",
        Label(en="Unemployment fund", da="A-kasse"),
        Label(
            en="Insures its members against unemployment; in 2005 membership decided who grants"
            " aids.",
            da="Forsikrer sine medlemmer mod ledighed; i 2005 afgjorde medlemskab, hvem der"
            " bevilgede hjælpemidler.",
        ),
        herlev("Hjælpemidler"),
    ),
    _authority(
        "adult-education-administrator",
        Label(en="Administrator of adult education support", da="SVU-administrator"),
        Label(
            en="Decides on the state's support for adults who study in working hours.",
            da="Afgør ansøgninger om statens støtte til voksne, der uddanner sig i arbejdstiden.",
        ),
        Source("lov om statens voksenuddannelsesstøtte", "def.dk; svu.dk"),
    ),
)
"""The authorities of the two documents, and one that their schemes involve."""
