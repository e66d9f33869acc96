"""Partial sick leave: from full work to fewer hours (delvis sygemelding)."""

from __future__ import annotations

from socialkapitel.citations import HERLEV_FROM, herlev
from socialkapitel.messages import Label
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Degree,
    Note,
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
from socialkapitel.schemes.predicates import Not
from socialkapitel.schemes.reminders import (
    AIDS,
    INFORMATION,
    PLANNING,
    SUPPORT,
    herlev_reminders,
)

_SECTION = "Delvis sygemelding"

SCHEME = Scheme(
    id="partial-sick-leave",
    valid_from=HERLEV_FROM,
    purpose=Label(
        en="Avoid full-time sick leave by agreeing on the hours and tasks that the employee can"
        " manage.",
        da="Undgå en fuldtidssygemelding ved at aftale den arbejdstid og de opgaver, medarbejderen"
        " kan magte.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.AGREED_ABSENCE,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(en="the scheme is a sick leave", da="ordningen er en sygemelding"),
    conditions=(
        *CONDITIONS,
        Condition(
            id="at-work",
            label=Label(en="not on full sick leave", da="ikke fuldt sygemeldt"),
            predicate=Not(Fact("fully_on_sick_leave")),
            source=herlev(_SECTION),
        ),
    ),
    for_employer=FOR_EMPLOYER,
    for_employee=FOR_EMPLOYEE,
    sources=(SOURCE,),
    authorities=(Authority(actor="municipality-of-residence", source=SOURCE),),
    documents=(
        *DOCUMENTS,
        Note(label=Label(en="medical certificate", da="lægeerklæring"), source=herlev(_SECTION)),
    ),
    follow_up=FOLLOW_UP,
    reminders=herlev_reminders(_SECTION, AIDS, PLANNING, INFORMATION, SUPPORT),
    calculators=("sickness_refund",),
)
