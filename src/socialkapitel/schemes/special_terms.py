"""Agreement-based job on special terms (aftalebaseret job på særlige vilkår, skånejob)."""

from __future__ import annotations

from socialkapitel.citations import FRAMEWORK, FRAMEWORK_FROM, midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.common import employed
from socialkapitel.schemes.description import (
    Condition,
    Consequence,
    Degree,
    Involvement,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.leaves import Fact
from socialkapitel.schemes.names import Naming
from socialkapitel.schemes.predicates import Not

_SECTION = "Bilag 3, Aftalebaserede job"
_SOURCE = midtjylland(_SECTION, FRAMEWORK)

SCHEME = Scheme(
    id="special-terms",
    valid_from=FRAMEWORK_FROM,
    purpose=Label(
        en="Retain an employee on special terms that are agreed with the union.",
        da="Fastholde en medarbejder på særlige vilkår, som aftales med den faglige organisation.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.SPECIAL_TERMS,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="the job is for employees who cannot be retained on ordinary terms",
        da="jobbet er for medarbejdere, som ikke kan fastholdes på ordinære vilkår",
    ),
    conditions=(
        employed(source=_SOURCE),
        Condition(
            id="not-ordinary",
            label=Label(
                en="the employee cannot be retained on ordinary terms",
                da="medarbejderen kan ikke fastholdes på ordinære vilkår",
            ),
            predicate=Not(Fact("ordinary_terms_possible")),
            source=_SOURCE,
        ),
        Condition(
            id="agreement",
            label=Label(
                en="workplace and union agree on pay and terms of employment",
                da="arbejdsplads og faglig organisation er enige om løn- og ansættelsesvilkår",
            ),
            predicate=Fact("union_agrees_on_terms"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays what is agreed; there is no wage subsidy.",
                da="Udbetaler den aftalte løn; der gives ikke løntilskud.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Gets special pay and terms of employment; the agreement states which"
                " provisions of the collective agreement are departed from.",
                da="Får særlige løn- og ansættelsesvilkår; aftalen præciserer, hvilke bestemmelser"
                " i overenskomsten der er fraveget.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, midtjylland("7.2"), midtjylland("10.5")),
    documents=(
        Note(
            label=Label(
                en="written agreement that states which provisions of the collective agreement are"
                " departed from",
                da="skriftlig aftale, der præciserer, hvilke bestemmelser i overenskomsten der er"
                " fraveget",
            ),
            source=_SOURCE,
        ),
    ),
    involve=(
        Involvement(
            actor="union",
            label=Label(en="negotiates the agreement", da="forhandler aftalen"),
            source=_SOURCE,
        ),
        Involvement(
            actor="union-representative",
            label=Label(en="takes part in the agreement", da="medvirker ved aftalen"),
            source=midtjylland("6.4"),
        ),
    ),
    follow_up=(
        Note(
            label=Label(
                en="the necessary follow-up is ensured",
                da="den fornødne opfølgning sikres",
            ),
            source=midtjylland("6.4"),
        ),
    ),
    limits=(
        Note(
            label=Label(
                en="The framework agreements from before 1 July 2003 allowed such jobs too; their"
                " terms have not been read.",
                da="Også rammeaftalerne fra før den 1. juli 2003 gav mulighed for sådanne job;"
                " deres vilkår er ikke læst.",
            ),
            source=midtjylland("2.1", FRAMEWORK),
        ),
    ),
)
