"""The employer's bodies, the unions, and the authorities and funds that grant and pay."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from socialkapitel.actors.kinds import RENAMED, RENAMED_FROM, ActorKind, declared
from socialkapitel.citations import framework, herlev, midtjylland
from socialkapitel.messages import Label
from socialkapitel.sources import Source

_REGIONS_FROM = date(2007, 1, 1)


_body = partial(declared, ActorKind.BODY)


BODIES = (
    _body(
        "employer",
        Label(en="Employer", da="Arbejdsgiver"),
        Label(
            en="The region or municipality as the organisation that employs.",
            da="Regionen eller kommunen som den organisation, der ansætter.",
        ),
        midtjylland("7.1"),
        herlev("Indledning"),
    ),
    _body(
        "workplace",
        Label(en="Workplace or institution", da="Arbejdsplads eller institution"),
        Label(
            en="The part of the organisation where the work is done and the case is handled.",
            da="Den del af organisationen, hvor arbejdet udføres og sagen behandles.",
        ),
        midtjylland("3.1"),
        herlev("Indledning"),
    ),
    _body(
        "administration",
        Label(en="Administration", da="Forvaltning"),
        Label(
            en="A part of a municipality's organisation; it may have agreements of its own.",
            da="En del af en kommunes administration; forvaltningen kan have særlige aftaler.",
        ),
        herlev("Indledning"),
        herlev("Hjælpemidler"),
    ),
    _body(
        "region-council",
        Label(en="Regional council", da="Regionsråd"),
        Label(
            en="Elected council that approves the region's chapter after the business committee.",
            da="Folkevalgt råd, der godkender regionens kapitel efter forretningsudvalget.",
        ),
        midtjylland("1.2"),
        valid_from=_REGIONS_FROM,
    ),
    _body(
        "hr",
        Label(en="HR department", da="HR"),
        Label(
            en="Central department for personnel: information, courses, consultants, statistics.",
            da="Central personaleafdeling: information, kurser, konsulenter og statistik.",
        ),
        midtjylland("10.1"),
        midtjylland("10.4"),
    ),
    _body(
        "work-environment-unit",
        Label(en="Physical work environment unit", da="Fysisk Arbejdsmiljø"),
        Label(
            en="HR's unit that assists workplaces in preventing harm from physical conditions.",
            da="HR's enhed, der bistår arbejdspladserne med at forebygge skader fra de fysiske"
            " forhold.",
        ),
        midtjylland("3.2"),
        midtjylland("10.3"),
    ),
    _body(
        "organisation-unit",
        Label(en="Organisation and leadership unit", da="Organisation og Ledelse"),
        Label(
            en="HR's unit that assists workplaces with organisation and leadership.",
            da="HR's enhed, der bistår arbejdspladserne med organisation og ledelse.",
        ),
        midtjylland("3.2"),
        midtjylland("10.3"),
    ),
    _body(
        "training-unit",
        Label(en="Further education unit", da="Efter- og Videreuddannelse"),
        Label(
            en="HR's unit for courses and further education.",
            da="HR's enhed for kurser og videreuddannelse.",
        ),
        midtjylland("3.2"),
    ),
    _body(
        "local-med",
        Label(en="Local MED committee", da="Lokalt MED-udvalg"),
        Label(
            en="Management and employees of one workplace; puts the chapter's principles into"
            " practice.",
            da="Ledelse og medarbejdere på én arbejdsplads; udmønter kapitlets principper.",
        ),
        midtjylland("7.4"),
    ),
    _body(
        "main-med",
        Label(en="Main MED committee", da="Hoved-MED-udvalg"),
        Label(
            en="Management and employees of a municipality or of a large institution.",
            da="Ledelse og medarbejdere i en kommune eller på en stor institution.",
        ),
        midtjylland("1.3"),
        herlev("Godkendelse"),
    ),
    _body(
        "regional-med",
        Label(en="Regional MED committee", da="Regions-MED-udvalg"),
        Label(
            en="The region's top committee of management and employees; discusses the chapter"
            " yearly.",
            da="Regionens øverste udvalg af ledelse og medarbejdere; drøfter kapitlet årligt.",
        ),
        midtjylland("1.1"),
        midtjylland("10.4"),
        valid_from=_REGIONS_FROM,
    ),
    _body(
        "top-med",
        Label(en="Top MED committee", da="Øverste MED-udvalg"),
        Label(
            en="The top committee of management and employees, whatever its name is.",
            da="Det øverste medindflydelses- og medbestemmelsesudvalg, uanset hvad det hedder.",
        ),
        framework("2.1"),
    ),
    _body(
        "follow-up-group",
        Label(en="Follow-up group", da="Følgegruppe"),
        Label(
            en="Suggests initiatives on diversity, equality and the chapter.",
            da="Foreslår initiativer om mangfoldighed, ligestilling og kapitlet.",
        ),
        midtjylland("10.6"),
    ),
    _body(
        "working-group",
        Label(en="Working group", da="Arbejdsgruppe"),
        Label(
            en="Drafted the proposal for the region's chapter; management and employees were"
            " represented.",
            da="Udarbejdede oplægget til regionens kapitel; ledelse og medarbejdere var"
            " repræsenteret.",
        ),
        midtjylland("1.3"),
    ),
    _body(
        "safety-group",
        Label(en="Safety group", da="Sikkerhedsgruppe"),
        Label(
            en="Manager and safety representative together, for one area of work.",
            da="Leder og sikkerhedsrepræsentant i fællesskab for ét arbejdsområde.",
        ),
        herlev("Hjælpemidler"),
        valid_to=RENAMED_FROM - timedelta(days=1),
    ),
    _body(
        "working-environment-group",
        Label(en="Working environment group", da="Arbejdsmiljøgruppe"),
        Label(
            en="Manager and working environment representative together, for one area of work;"
            " until 30 September 2010 the safety group.",
            da="Leder og arbejdsmiljørepræsentant i fællesskab for ét arbejdsområde; til og med den"
            " 30. september 2010 sikkerhedsgruppe.",
        ),
        RENAMED,
        valid_from=RENAMED_FROM,
    ),
    _body(
        "union",
        Label(en="Union with bargaining rights", da="Forhandlingsberettiget faglig organisation"),
        Label(
            en="Negotiates pay and terms for the employee's field.",
            da="Forhandler løn og vilkår på medarbejderens område.",
        ),
        midtjylland("6.4"),
        midtjylland("Bilag 3, Aftalebaserede job"),
        herlev("Fleksjob"),
    ),
)
"""The bodies of the two documents."""


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
