"""What kinds of information a case holds, who may see which, and why: one table for disclosure."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialkapitel.errors import UnknownName
from socialkapitel.messages import Label, Labelled, msg


class Information(Labelled):
    """What a piece of a case is about (oplysning)."""

    COURSE = (
        "course",
        Label(
            "what was done, when and in which role", "hvad der er sket, hvornår og i hvilken rolle"
        ),
    )
    IDENTITY = "identity", Label("who the persons are", "hvem personerne er")
    ABSENCE = "absence", Label("absence and its hours", "fravær og fraværstimer")
    ARRANGEMENT = (
        "arrangement",
        Label("schemes, decisions and agreed periods", "ordninger, afgørelser og aftalte perioder"),
    )
    SCHEME_NAMES = (
        "scheme-names",
        Label(
            "which scheme it is, where its name reveals something about health",
            "hvilken ordning det er, når dens navn fortæller om helbred",
        ),
    )
    PAY = "pay", Label("pay, agreed hours and refunds", "løn, aftalt arbejdstid og refusion")
    GROUNDS = (
        "grounds",
        Label(
            "why schemes were tried or ruled out, and the terms of decisions",
            "hvorfor ordninger er afprøvet eller udelukket, og afgørelsernes vilkår",
        ),
    )
    NOTES = "notes", Label("remarks in free text", "bemærkninger i fritekst")
    HEALTH = "health", Label("the nature of the illness", "sygdommens art")
    AGREED_ILLNESS = (
        "agreed-illness",
        Label(
            "the illness that a written section 56 agreement names",
            "den lidelse, som en skriftlig § 56-aftale angiver",
        ),
    )


_KEY = "information"

COURSE = {_KEY: Information.COURSE}
IDENTITY = {_KEY: Information.IDENTITY}
ABSENCE = {_KEY: Information.ABSENCE}
ARRANGEMENT = {_KEY: Information.ARRANGEMENT}
PAY = {_KEY: Information.PAY}
GROUNDS = {_KEY: Information.GROUNDS}
NOTES = {_KEY: Information.NOTES}
HEALTH = {_KEY: Information.HEALTH}
AGREED_ILLNESS = {_KEY: Information.AGREED_ILLNESS}


def information(field: attrs.Attribute[object]) -> Information:
    """The kind of information that a field holds."""
    kind: Information = field.metadata[_KEY]
    return kind


class Gate(Labelled):
    """What opens a case to a role.

    * ``ALWAYS``: nothing more is needed.
    * ``INVOLVED``: the role took part in the case: one of the events names it.
    * ``INFORMED``: manager and employee informed the colleagues together.
    * ``NEVER``: the role does not see single cases, only numbers.
    """

    ALWAYS = "always", Label("always", "altid")
    INVOLVED = (
        "involved",
        Label("once the role takes part in the case", "når rollen medvirker i sagen"),
    )
    INFORMED = (
        "informed",
        Label(
            "once manager and employee have informed the colleagues together",
            "når leder og medarbejder sammen har informeret kollegerne",
        ),
    )
    NEVER = "never", Label("never", "aldrig")


@attrs.frozen
class Rights:
    """What a role may see of a case (adgang).

    ``seen`` gives the reason for each kind of information that the role may see, ``withheld`` the
    reason why it sees nothing else.
    """

    role: str
    gate: Gate
    seen: Mapping[Information, Label]
    withheld: Label

    def allows(self, kind: Information) -> bool:
        """Whether the role may see information of a kind, once its gate is open."""
        return kind in self.seen


_OWN = Label(en="it is the employee's own case", da="det er medarbejderens egen sag")
_ALL_TOLD = Label(en="all information is shown", da="alle oplysninger vises")
_EMPLOYS = Label(
    en="is responsible for the employee as manager",
    da="har personaleansvar for medarbejderen",
)
_PAYS = Label(
    en="pays, claims refunds and keeps the deadlines",
    da="udbetaler løn, anmoder om refusion og overholder frister",
)
_SPEAKS = Label(
    en="represents the employee when terms are agreed",
    da="repræsenterer medarbejderen, når vilkår aftales",
)
_ADVISES = Label(
    en="must know the course of the case to give advice",
    da="skal kende sagens forløb for at kunne rådgive",
)
_DECIDES = Label(
    en="decides on benefit, refunds and schemes", da="afgør ydelser, refusion og ordninger"
)
_GATHERS = Label(
    en="obtains medical information itself, as authority",
    da="indhenter selv lægelige oplysninger som myndighed",
)
_SIGNS = Label(
    en="signs the agreement for the employer", da="underskriver aftalen for arbejdsgiveren"
)
_APPROVES = Label(en="approves the agreement", da="godkender aftalen")
_PLANS = Label(
    en="must know the working arrangements that manager and employee have jointly announced",
    da="skal kende de aftaler om arbejdet, som leder og medarbejder i fællesskab har informeret om",
)
_NO_NATURE = Label(
    en="only the employee discloses the nature of the illness, except in a written section 56"
    " agreement; the employer only needs to know what the illness means for the work",
    da="sygdommens art oplyses kun af medarbejderen selv, bortset fra i en skriftlig § 56-aftale;"
    " arbejdsgiveren har alene brug for at vide, hvad sygdommen betyder for arbejdet",
)
_NOT_ASKED = Label(
    en="the information is not needed for the task, and the nature of the illness never is",
    da="oplysningen er ikke nødvendig for opgaven, og sygdommens art er det aldrig",
)
_NOT_DECIDING = Label(
    en="the workplace's own notes have no part in the decision",
    da="arbejdspladsens egne notater indgår ikke i afgørelsen",
)
_COLLEAGUES = Label(
    en="only what manager and employee disclose together, and never the nature of the illness",
    da="kun det, leder og medarbejder i fællesskab informerer om, og aldrig sygdommens art",
)
_NUMBERS = Label(
    en="discusses principles and numbers, not individual persons",
    da="drøfter principper og tal, ikke enkeltpersoner",
)

_ILLNESS = {Information.HEALTH, Information.AGREED_ILLNESS}
_WITHOUT_HEALTH = tuple(kind for kind in Information if kind not in _ILLNESS)


def _seen(reason: Label, *kinds: Information) -> dict[Information, Label]:
    return dict.fromkeys(kinds, reason)


RIGHTS: tuple[Rights, ...] = (
    Rights("employee", Gate.ALWAYS, _seen(_OWN, *Information), _ALL_TOLD),
    *(
        Rights(
            employer,
            Gate.ALWAYS,
            {**_seen(reason, *_WITHOUT_HEALTH), Information.AGREED_ILLNESS: _SIGNS},
            _NO_NATURE,
        )
        for employer, reason in (("nearest-manager", _EMPLOYS), ("hr", _PAYS))
    ),
    Rights(
        "union-representative",
        Gate.INVOLVED,
        _seen(
            _SPEAKS,
            Information.COURSE,
            Information.IDENTITY,
            Information.ARRANGEMENT,
            Information.SCHEME_NAMES,
            Information.PAY,
            Information.GROUNDS,
        ),
        _NOT_ASKED,
    ),
    *(
        Rights(
            consultant,
            Gate.INVOLVED,
            _seen(
                _ADVISES,
                Information.COURSE,
                Information.IDENTITY,
                Information.ABSENCE,
                Information.ARRANGEMENT,
                Information.GROUNDS,
            ),
            _NOT_ASKED,
        )
        for consultant in ("social-chapter-consultant", "personnel-consultant")
    ),
    Rights(
        "municipality-of-residence",
        Gate.INVOLVED,
        {
            **_seen(
                _DECIDES,
                Information.COURSE,
                Information.IDENTITY,
                Information.ABSENCE,
                Information.ARRANGEMENT,
                Information.SCHEME_NAMES,
                Information.PAY,
                Information.GROUNDS,
            ),
            Information.HEALTH: _GATHERS,
            Information.AGREED_ILLNESS: _APPROVES,
        },
        _NOT_DECIDING,
    ),
    Rights("colleagues", Gate.INFORMED, _seen(_PLANS, Information.ARRANGEMENT), _COLLEAGUES),
    *(
        Rights(committee, Gate.NEVER, {}, _NUMBERS)
        for committee in ("local-med", "main-med", "regional-med", "top-med")
    ),
)
"""The table, role by role. Its sources: section 6.4 of Region Midtjylland's chapter on dialogue,
what Herlev's chapter forbids to tell anybody, and the act on the use of health information."""

_BY_ROLE = {rights.role: rights for rights in RIGHTS}


def rights(role: str) -> Rights:
    """What a role may see.

    Raises:
        UnknownName: for a role that the table does not name.

    >>> rights("colleagues").allows(Information.HEALTH)
    False
    """
    try:
        return _BY_ROLE[role]
    except (KeyError, TypeError):
        raise UnknownName(msg("role that cases are shown to"), role, _BY_ROLE) from None
