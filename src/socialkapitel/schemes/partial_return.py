"""Partial return: from full sick leave to some hours of work (delvis raskmelding)."""

from __future__ import annotations

from socialkapitel.citations import HERLEV_FROM, herlev
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Degree,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.partial_work import (
    CONDITIONS,
    DOCUMENTS,
    FOLLOW_UP,
    FOR_EMPLOYEE,
    FOR_EMPLOYER,
    SOURCE,
)
from socialkapitel.schemes.reminders import (
    AIDS,
    INFORMATION,
    PLANNING,
    SUPPORT,
    herlev_reminders,
)

_SECTION = "Delvis raskmelding"

SCHEME = Scheme(
    id="partial-return",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Resume work gradually and avoid an unnecessary extension of a full-time sick leave.",
        da="Genoptage arbejdet gradvist og undgå en unødvendig forlængelse af en"
        " fuldtidssygemelding.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.AGREED_ABSENCE,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the scheme is a part of a sick leave",
        da="ordningen er en del af en sygemelding",
    ),
    conditions=(
        *CONDITIONS,
        Condition(
            id="on-sick-leave",
            label=Label(en="on full sick leave until now", da="hidtil fuldt sygemeldt"),
            predicate=Fact("fully_on_sick_leave"),
            source=herlev(_SECTION),
        ),
    ),
    for_employer=FOR_EMPLOYER,
    for_employee=FOR_EMPLOYEE,
    sources=(SOURCE,),
    authorities=(Authority(actor="municipality-of-residence", source=SOURCE),),
    documents=DOCUMENTS,
    follow_up=FOLLOW_UP,
    reminders=herlev_reminders(_SECTION, AIDS, PLANNING, INFORMATION, SUPPORT),
    calculators=("sickness_refund",),
)
