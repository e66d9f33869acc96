"""By what the yearly figures divide cases, and into which rows (opdelinger).

The rows are fixed before a case is counted, so that which rows there are tells nothing. What a
case has that is no row counts among the others, and what isn't stated counts as not stated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

import attrs

from socialkapitel.cases.events import CaseOutcome, Cause, Profile, Sex, ToldCause
from socialkapitel.cases.health import Identity
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.messages import Label, Text, msg
from socialkapitel.periods import Period

Names: TypeAlias = Mapping[str, Label]

OTHER = "other"
NOT_STATED = "not-stated"
ONGOING = "ongoing"
_NOT_STATED_LABEL = Label(en="Not stated", da="Uoplyst")


def _named(*names: tuple[str, str, str]) -> Names:
    return MappingProxyType({id_: Label(en=en, da=da) for id_, en, da in names})


FORMER_COUNTIES = _named(
    ("aarhus", "Århus", "Århus"),
    ("ringkoebing", "Ringkjøbing", "Ringkjøbing"),
    ("vejle", "Vejle", "Vejle"),
    ("viborg", "Viborg", "Viborg"),
)
"""The four counties that became Region Midtjylland in 2007: the columns of its figures."""

SECTORS = _named(
    ("hospitals", "Hospitals", "Hospitaler"),
    ("social-and-psychiatry", "Social services and psychiatry", "Social og psykiatri"),
    ("administration", "Administration and staff units", "Administration og stabe"),
)
"""The parts of Region Midtjylland by which its figures divide cases."""

OCCUPATIONS = _named(
    ("nurses", "Nurses", "Sygeplejersker"),
    ("health-care-assistants", "Social and health care assistants", "SOSU-assistenter"),
    ("service-staff", "Service staff", "Servicemedarbejdere"),
    ("doctors", "Doctors", "Læger"),
    ("other-health-staff", "Other health staff", "Andre i sundhedsfag"),
    ("administrative-staff", "Administrative staff", "Administrative medarbejdere"),
    ("pedagogues", "Pedagogues", "Pædagoger"),
)
"""The groups of staff by which Region Midtjylland's figures divide cases."""

_BANDS = _named(
    ("through-30", "30 or younger", "Til og med 30 år"),
    ("31-40", "31–40", "31–40 år"),
    ("41-50", "41–50", "41–50 år"),
    ("51-60", "51–60", "51–60 år"),
    ("from-61", "61 or older", "Fra og med 61 år"),
)
_LAST_AGES = (30, 40, 50, 60)


@attrs.frozen
class Counted:
    """What figures of a period see of a case: no event after the period counts."""

    opened_on: date
    outcome: CaseOutcome | None
    profile: Profile


@attrs.frozen(kw_only=True)
class Breakdown:
    """One way of dividing cases: its rows, and the row of each case (opdeling).

    ``telling`` says that the rows tell what colleagues don't see; ``by_total`` that they are not
    divided by area.
    """

    id: str
    label: Text
    rows: Mapping[str, Text]
    row_of: Callable[[Counted], str]
    telling: bool = False
    by_total: bool = False


def check_names(value: object, field: str) -> Names:
    """Let names of rows or columns through.

    Raises:
        WrongType: for anything but a mapping from ids to a `Label`.
        InvalidInput: where it is empty, or uses the ids of those that are not named.
    """
    accepted = msg("a mapping from ids to a Label")
    if not isinstance(value, Mapping):
        raise WrongType(field, value, accepted)
    for name, label in value.items():
        if not isinstance(name, str) or not isinstance(label, Label):
            raise WrongType(field, name, accepted)
    if not value or OTHER in value or NOT_STATED in value:
        names = f"{OTHER}, {NOT_STATED}"
        raise InvalidInput(
            field, list(value), msg("at least one id; not {names}, which are added", names=names)
        )
    return MappingProxyType(dict(value))


def completed(names: Names) -> Names:
    """Names with the two that are always there."""
    others = {OTHER: Label(en="Other", da="Andet"), NOT_STATED: _NOT_STATED_LABEL}
    return MappingProxyType({**names, **others})


def place(told: Identity | None, names: Names) -> str:
    """The row or column of what is told: among the others where it isn't one of them.

    >>> [place(told, FORMER_COUNTIES) for told in (Identity("viborg"), Identity("fyn"), None)]
    ['viborg', 'other', 'not-stated']
    """
    if told is None:
        return NOT_STATED
    name = told.reveal(to="hr")
    return name if name in names else OTHER


def breakdowns(period: Period, sectors: Names, occupations: Names) -> tuple[Breakdown, ...]:
    """By what cases of a period are divided, in the order of the figures."""
    unstated = {NOT_STATED: _NOT_STATED_LABEL}
    return (
        Breakdown(
            id="opened",
            label=Label(en="Opened", da="Oprettet"),
            rows=_named(
                ("before", "Before the period", "Før perioden"),
                ("within", "Within the period", "I perioden"),
            ),
            row_of=lambda case: "before" if case.opened_on < period.start else "within",
        ),
        Breakdown(
            id="age",
            label=Label(en="Age", da="Alder"),
            rows={**_BANDS, **unstated},
            row_of=lambda case: _band(case.profile.birth_year, period.end.year),
        ),
        Breakdown(
            id="sex",
            label=Label(en="Sex", da="Køn"),
            rows={**{sex.value: sex.label for sex in Sex}, **unstated},
            row_of=lambda case: case.profile.sex.value if case.profile.sex else NOT_STATED,
        ),
        Breakdown(
            id="sector",
            label=Label(en="Sector", da="Sektor"),
            rows=completed(sectors),
            row_of=lambda case: place(case.profile.sector, sectors),
        ),
        Breakdown(
            id="occupation",
            label=Label(en="Occupation", da="Faggruppe"),
            rows=completed(occupations),
            row_of=lambda case: place(case.profile.occupation, occupations),
        ),
        Breakdown(
            id="cause",
            label=Label(en="Cause, as told", da="Oplyst årsag"),
            rows={**{cause.value: cause.label for cause in Cause}, **unstated},
            row_of=lambda case: _cause(case.profile.cause),
            telling=True,
            by_total=True,
        ),
        Breakdown(
            id="outcome",
            label=Label(en="Outcome", da="Udfald"),
            rows={
                **{outcome.value: outcome.label for outcome in CaseOutcome},
                ONGOING: Label(en="not closed", da="ikke afsluttet"),
            },
            row_of=lambda case: case.outcome.value if case.outcome else ONGOING,
            telling=True,
        ),
    )


def _band(birth_year: int | None, year: int) -> str:
    """The band of the age that somebody reaches in a year."""
    if birth_year is None:
        return NOT_STATED
    age = year - birth_year
    return tuple(_BANDS)[sum(age > last for last in _LAST_AGES)]


def _cause(told: ToldCause | None) -> str:
    return NOT_STATED if told is None else told.reveal(to="social-chapter-consultant")
