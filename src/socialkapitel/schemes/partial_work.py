"""Partial sick leave and partial return: some of the work during an illness.

From full work to fewer hours (delvis sygemelding), and from full sick leave to some hours of work
(delvis raskmelding).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from socialkapitel.citations import HERLEV, HERLEV_FROM, MIDTJYLLAND, herlev, sickness_benefit
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Terms
from socialkapitel.schemes.common import (
    AIDS,
    INFORMATION,
    PLANNING,
    SUPPORT,
    employed,
    herlev_reminders,
)
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import AtLeast, Fact, OneOf
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.predicates import AnyOf, Not
from socialkapitel.sources import Source

_SECTIONS = "Delvis sygemelding; Delvis raskmelding"
_SOURCE = sickness_benefit("§ 53", f"{HERLEV}, {_SECTIONS}; {MIDTJYLLAND}, Bilag 3")

_FOUR_HOURS = AtLeast(
    "weekly_absence_hours", parameter="sickness_benefit.partial.min_weekly_absence"
)
_PAID = Fact("right_to_pay_during_sickness")

_CONDITIONS = (
    employed(source=_SOURCE),
    Condition(
        id="partly-fit",
        label=Label(en="can do part of the work", da="kan varetage en del af arbejdet"),
        predicate=Fact("partly_fit_for_work"),
        source=_SOURCE,
    ),
    Condition(
        id="temporary",
        label=Label(en="the absence is temporary", da="fraværet er midlertidigt"),
        predicate=Fact("absence_temporary"),
        source=sickness_benefit("", f"{HERLEV}, {_SECTIONS}"),
    ),
    Condition(
        id="hours",
        label=Label(
            en="enough hours of absence a week, treatment and transport included",
            da="tilstrækkeligt mange fraværstimer om ugen, behandling og transport medregnet",
        ),
        predicate=_FOUR_HOURS,
        source=sickness_benefit("§ 17", f"{HERLEV}, {_SECTIONS}; Cabi"),
        valid_to=date(2012, 12, 31),
    ),
    Condition(
        id="hours-or-new-flexjob",
        label=Label(
            en="enough hours of absence a week, or a flexjob begun in 2013 or later",
            da="tilstrækkeligt mange fraværstimer om ugen, eller ansat i fleksjob fra 1. januar"
            " 2013",
        ),
        predicate=AnyOf(OneOf("terms", Terms.FLEXJOB_SINCE_2013), _FOUR_HOURS),
        source=Source("sygedagpengeloven § 7, stk. 2", "lov 1380/2012"),
        valid_from=date(2013, 1, 1),
    ),
)

_FOR_EMPLOYER = (
    Consequence(
        label=Label(
            en="Sickness benefit for the hours of absence is refunded after the employer period"
            " (two weeks in 2005).",
            da="Sygedagpenge for fraværstimerne refunderes efter arbejdsgiverperioden (to uger i"
            " 2005).",
        ),
        source=herlev(_SECTIONS),
        when=_PAID,
    ),
    Consequence(
        label=Label(
            en="Pays for the hours worked and has no expenses for the hours of absence after the"
            " employer period (two weeks in 2005).",
            da="Udbetaler løn for de udførte arbejdstimer og har ingen udgifter til fraværstimerne"
            " efter arbejdsgiverperioden (to uger i 2005).",
        ),
        source=herlev(_SECTIONS),
        when=Not(_PAID),
    ),
)

_FOR_EMPLOYEE = (
    Consequence(
        label=Label(en="Continues to receive full pay.", da="Får fortsat sin fulde løn."),
        source=herlev(_SECTIONS),
        when=_PAID,
    ),
    Consequence(
        label=Label(
            en="Receives pay for the hours worked and sickness benefit for the hours of absence.",
            da="Får løn for de udførte arbejdstimer og sygedagpenge for fraværstimerne.",
        ),
        source=herlev(_SECTIONS),
        when=Not(_PAID),
    ),
)

_DOCUMENTS = (
    Note(
        label=Label(
            en="report to the municipality of residence", da="anmeldelse til bopælskommunen"
        ),
        source=herlev(_SECTIONS),
    ),
    Note(
        label=Label(
            en="agreement on hours and tasks, approved by the municipality of residence",
            da="aftale om arbejdstid og opgaver, godkendt af bopælskommunen",
        ),
        source=herlev(_SECTIONS),
    ),
)

_FOLLOW_UP = (
    Note(
        label=Label(
            en="the municipality follows up as in full-time sick leave",
            da="kommunen følger op som ved en fuldtidssygemelding",
        ),
        source=herlev(_SECTIONS),
    ),
)

_scheme = partial(
    Scheme,
    valid_from=HERLEV_FROM,
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.AGREED_ABSENCE,
    naming=Naming.TELLS_HEALTH,
    for_employer=_FOR_EMPLOYER,
    for_employee=_FOR_EMPLOYEE,
    sources=(_SOURCE,),
    authorities=(Authority(actor="municipality-of-residence", source=_SOURCE),),
    follow_up=_FOLLOW_UP,
    calculators=("sickness_refund",),
)

_SICK_LEAVE = _scheme(
    id="partial-sick-leave",
    purpose=Label(
        en="Avoid full-time sick leave by agreeing on the hours and tasks that the employee can"
        " manage.",
        da="Undgå en fuldtidssygemelding ved at aftale den arbejdstid og de opgaver, medarbejderen"
        " kan magte.",
    ),
    naming_because=Label(en="the scheme is a sick leave", da="ordningen er en sygemelding"),
    conditions=(
        *_CONDITIONS,
        Condition(
            id="at-work",
            label=Label(en="not on full sick leave", da="ikke fuldt sygemeldt"),
            predicate=Not(Fact("fully_on_sick_leave")),
            source=herlev("Delvis sygemelding"),
        ),
    ),
    documents=(
        *_DOCUMENTS,
        Note(
            label=Label(en="medical certificate", da="lægeerklæring"),
            source=herlev("Delvis sygemelding"),
        ),
    ),
    reminders=herlev_reminders("Delvis sygemelding", AIDS, PLANNING, INFORMATION, SUPPORT),
)

_RETURN = _scheme(
    id="partial-return",
    purpose=Label(
        en="Resume work gradually and avoid an unnecessary extension of a full-time sick leave.",
        da="Genoptage arbejdet gradvist og undgå en unødvendig forlængelse af en"
        " fuldtidssygemelding.",
    ),
    naming_because=Label(
        en="the scheme is a part of a sick leave",
        da="ordningen er en del af en sygemelding",
    ),
    conditions=(
        *_CONDITIONS,
        Condition(
            id="on-sick-leave",
            label=Label(en="on full sick leave until now", da="hidtil fuldt sygemeldt"),
            predicate=Fact("fully_on_sick_leave"),
            source=herlev("Delvis raskmelding"),
        ),
    ),
    documents=_DOCUMENTS,
    reminders=herlev_reminders("Delvis raskmelding", AIDS, PLANNING, INFORMATION, SUPPORT),
)

SCHEMES = (_SICK_LEAVE, _RETURN)
