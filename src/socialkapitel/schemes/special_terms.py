"""Agreement-based job on special terms (aftalebaseret job på særlige vilkår, skånejob)."""

from __future__ import annotations

from socialkapitel.citations import FRAMEWORK, FRAMEWORK_FROM, midtjylland
from socialkapitel.messages import Label
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
from socialkapitel.schemes.naming import Naming
from socialkapitel.schemes.predicates import Not

_SECTION = "Bilag 3, Aftalebaserede job"
_SOURCE = midtjylland(_SECTION, FRAMEWORK)

SCHEME = Scheme(
    id="special-terms",
    valid_from=FRAMEWORK_FROM,
    purpose=Label(
        en="Keep an employee with terms that workplace and union agree on.",
        da="Fastholde en medarbejder på vilkår, som arbejdsplads og faglig organisation aftaler.",
    ),
    target_groups=(SchemeGroup.EMPLOYEE,),
    degree=Degree.SPECIAL_TERMS,
    naming=Naming.TELLS_HEALTH,
    naming_because=Label(
        en="it is for employees who cannot manage the work on ordinary terms",
        da="det er for medarbejdere, som ikke kan varetage arbejdet på ordinære vilkår",
    ),
    conditions=(
        Condition(
            id="employed",
            label=Label(en="employed here", da="ansat her"),
            predicate=Fact("employed_here"),
            source=_SOURCE,
        ),
        Condition(
            id="not-ordinary",
            label=Label(
                en="ordinary terms cannot keep the employee",
                da="ordinære vilkår kan ikke holde medarbejderen i job",
            ),
            predicate=Not(Fact("ordinary_terms_possible")),
            source=_SOURCE,
        ),
        Condition(
            id="agreement",
            label=Label(
                en="workplace and union agree on pay and terms",
                da="arbejdsplads og faglig organisation er enige om løn og vilkår",
            ),
            predicate=Fact("union_agrees_on_terms"),
            source=_SOURCE,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Pays what is agreed; there is no subsidy.",
                da="Betaler det aftalte; der er intet tilskud.",
            ),
            source=_SOURCE,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Pay and terms of one's own, named where they depart from the collective"
                " agreement.",
                da="Egne løn- og ansættelsesvilkår, nævnt dér, hvor de afviger fra overenskomsten.",
            ),
            source=_SOURCE,
        ),
    ),
    sources=(_SOURCE, midtjylland("7.2"), midtjylland("10.5")),
    documents=(
        Note(
            label=Label(
                en="written agreement that names each departure from the collective agreement",
                da="skriftlig aftale, der nævner hver afvigelse fra overenskomsten",
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
            label=Label(en="takes part", da="tager del i den"),
            source=midtjylland("6.4"),
        ),
    ),
    follow_up=(
        Note(
            label=Label(
                en="follow up as far as needed", da="følg op i det omfang, der er behov for"
            ),
            source=midtjylland("6.4"),
        ),
    ),
    limits=(
        Note(
            label=Label(
                en="The framework agreements before 2003 allowed such jobs too; their terms are"
                " not known here.",
                da="Også rammeaftalerne før 2003 gav mulighed for sådanne job; deres vilkår er"
                " ikke kendt her.",
            ),
            source=midtjylland("2.1", FRAMEWORK),
        ),
    ),
)
