"""What a workplace can do by itself: adjust the work, relocate or retrain the employee."""

from __future__ import annotations

from functools import partial

from socialkapitel.citations import midtjylland
from socialkapitel.messages import Label
from socialkapitel.schemes.common import employed
from socialkapitel.schemes.description import (
    Authority,
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
from socialkapitel.sources import Source

_scheme = partial(
    Scheme,
    target_groups=(SchemeGroup.EMPLOYEE,),
    naming=Naming.COVERS,
    naming_because=Label(
        en="the name reveals nothing about health; it is not mentioned, so that the neutral term"
        " is not used for illness alone",
        da="navnet siger intet om helbred; det nævnes ikke, så den neutrale betegnelse ikke kun"
        " bruges ved sygdom",
    ),
)
_EMPLOYED = employed(source=midtjylland("5"))


def _ability_changed(source: Source) -> Condition:
    return Condition(
        id="ability",
        label=Label(en="ability to work has changed", da="arbejdsevnen har ændret sig"),
        predicate=Fact("ability_reduced"),
        source=source,
    )


# --- adjustment

_ANNEX = midtjylland("Bilag 3, Tilpasning af arbejdsvilkår")
_ADJUSTMENT = _scheme(
    id="adjustment",
    purpose=Label(
        en="Retain an employee in the job by arranging the work with special consideration.",
        da="Fastholde en medarbejder i jobbet ved at tilrettelægge arbejdet med særlige hensyn.",
    ),
    degree=Degree.ORDINARY_ADJUSTMENT,
    conditions=(
        _EMPLOYED,
        Condition(
            id="need",
            label=Label(
                en="needs consideration, temporarily or permanently",
                da="har brug for hensyn, midlertidigt eller varigt",
            ),
            predicate=Fact("needs_consideration"),
            source=_ANNEX,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="The workplace can itself adapt tasks, functions and working time; there is no"
                " refund.",
                da="Arbejdspladsen kan selv tilpasse opgaver, funktioner og arbejdstid; der gives"
                " ikke refusion.",
            ),
            source=_ANNEX,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Ordinary pay and terms continue.",
                da="Ordinær løn og ordinære vilkår fortsætter.",
            ),
            source=_ANNEX,
        ),
    ),
    sources=(_ANNEX, midtjylland("6.3")),
    authorities=(Authority(actor="workplace", source=_ANNEX),),
    involve=(
        Involvement(
            actor="colleagues",
            label=Label(
                en="informed by manager and employee together",
                da="informeres af leder og medarbejder i fællesskab",
            ),
            source=midtjylland("6.4"),
        ),
    ),
)

# --- relocation

_SECTION_7_2 = midtjylland("7.2")
_RELOCATION = _scheme(
    id="relocation",
    purpose=Label(
        en="Retain an employee on ordinary terms in other work, first at the employee's own"
        " workplace.",
        da="Fastholde en medarbejder på ordinære vilkår i andet arbejde, først på egen"
        " arbejdsplads.",
    ),
    degree=Degree.OTHER_TASKS,
    conditions=(
        _EMPLOYED,
        _ability_changed(_SECTION_7_2),
        Condition(
            id="other-work",
            label=Label(en="other suitable work exists", da="der findes andet egnet arbejde"),
            predicate=Fact("other_suitable_work"),
            source=_SECTION_7_2,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Management should take the initiative and first examine the possibilities at"
                " the employee's own workplace.",
                da="Ledelsen bør tage initiativet og først undersøge mulighederne på"
                " medarbejderens egen arbejdsplads.",
            ),
            source=_SECTION_7_2,
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Gets other tasks or another place of work, on ordinary terms.",
                da="Får andre opgaver eller et andet arbejdssted på ordinære vilkår.",
            ),
            source=_SECTION_7_2,
        ),
    ),
    sources=(_SECTION_7_2, midtjylland("6.3"), midtjylland("9")),
    authorities=(Authority(actor="workplace", source=_SECTION_7_2),),
    involve=(
        Involvement(
            actor="union-representative",
            label=Label(en="may be involved in the search", da="kan inddrages i undersøgelsen"),
            source=_SECTION_7_2,
        ),
        Involvement(
            actor="social-chapter-consultant",
            label=Label(en="can examine the possibilities", da="kan undersøge mulighederne"),
            source=midtjylland("3.2"),
        ),
    ),
)

# --- retraining

_SECTION_6_3 = midtjylland("6.3")
_RETRAINING = _scheme(
    id="retraining",
    purpose=Label(
        en="Give an employee new skills where the previous work is no longer possible.",
        da="Give en medarbejder nye kompetencer, når det hidtidige arbejde ikke længere er muligt.",
    ),
    degree=Degree.OTHER_TASKS,
    conditions=(
        _EMPLOYED,
        _ability_changed(_SECTION_6_3),
        Condition(
            id="would-qualify",
            label=Label(
                en="retraining would qualify for other work here",
                da="omskoling vil kunne kvalificere til andet arbejde her",
            ),
            predicate=Fact("retraining_would_qualify"),
            source=_SECTION_6_3,
        ),
    ),
    for_employer=(
        Consequence(
            label=Label(
                en="Must always be considered; the workplace pays the cost.",
                da="Skal altid overvejes; arbejdspladsen afholder udgiften.",
            ),
            source=midtjylland("6.6"),
        ),
    ),
    for_employee=(
        Consequence(
            label=Label(
                en="Gets new skills and other tasks, on ordinary terms.",
                da="Får nye kompetencer og andre opgaver på ordinære vilkår.",
            ),
            source=_SECTION_6_3,
        ),
    ),
    sources=(_SECTION_6_3,),
    authorities=(Authority(actor="workplace", source=_SECTION_6_3),),
    combines_with=("adult-education",),
    limits=(
        Note(
            label=Label(
                en="The chapter names retraining without conditions of its own.",
                da="Kapitlet nævner omskoling uden selvstændige betingelser.",
            ),
            source=_SECTION_6_3,
        ),
    ),
)

SCHEMES = (_ADJUSTMENT, _RELOCATION, _RETRAINING)
